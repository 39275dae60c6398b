"""Where people ask: each channel translates to and from the desk, and does nothing else."""
