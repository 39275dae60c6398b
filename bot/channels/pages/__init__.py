"""The local chat page: its conversation, its labels, its templates and its assets."""
