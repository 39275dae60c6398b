"""Answers as a channel shows them. Pure: an answer in, text or markup out."""
