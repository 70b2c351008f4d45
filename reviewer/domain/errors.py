"""Errors that a person can act on, in their words. Anything else that is raised is a bug."""

from collections.abc import Mapping


class ReviewerError(Exception):
    """One sentence for the person; the cause, if any, is chained with ``from``."""


class DocumentError(ReviewerError):
    """A source cannot be read as a document."""


class StorageError(ReviewerError):
    """A project cannot be opened, read or written."""


class ConflictError(StorageError):
    """What is to be changed was changed elsewhere since it was read; nothing was written.

    ``theirs`` holds, by field name, what now stands where the change was to go.
    """

    def __init__(self, sentence: str, theirs: Mapping[str, object] | None = None) -> None:
        super().__init__(sentence)
        self.theirs: Mapping[str, object] = theirs or {}


class AnchorError(ReviewerError):
    """A quote does not stand where it should in its text."""


class ExchangeError(ReviewerError):
    """A report or an interchange file cannot be written or read."""
