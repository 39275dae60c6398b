"""The renderings: an answer as each channel shows it."""
