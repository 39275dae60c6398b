"""What can go wrong with the question log."""


class QuestionLogError(Exception):
    """The base of all that can go wrong with the question log."""


class AlreadyRecorded(QuestionLogError):
    """Another entry has this id; an entry is never overwritten."""


class LogUnavailable(QuestionLogError):
    """The log cannot be read or written; what was to be recorded is not in it."""
