"""What can go wrong in the indexer, said so that the reader knows what to do about it."""


class IndexerError(Exception):
    """A problem with the index or its sources, with advice on how to solve it."""

    def __init__(self, problem: str, advice: str = "") -> None:
        super().__init__(f"{problem}; {advice}" if advice else problem)
        self.problem = problem
        self.advice = advice


class ReadError(IndexerError):
    """A source file that cannot be read: where, what is wrong, and what to do. `line` counts from 1."""

    def __init__(self, path: str, line: int, problem: str, advice: str) -> None:
        super().__init__(f"{path}:{line}: {problem}", advice)
        self.path = path
        self.line = line
        self.problem = problem


class PublicationError(IndexerError):
    """A published index that is missing, incomplete or not what its manifest says."""
