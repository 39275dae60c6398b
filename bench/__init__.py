"""Measurements beside other implementations; run with `python -m bench`."""
