"""One way in: bytes and a file name give a Document or a DocumentError of one sentence."""

from pathlib import PurePath

from reviewer.documents import plain
from reviewer.documents.decode import decode
from reviewer.documents.kinds import other_kind
from reviewer.domain.document import Document
from reviewer.domain.errors import DocumentError

BYTES_LIMIT = 50_000_000
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ""})
READ_KINDS = "Reviewer reads plain text and Markdown"


def read_document(data: bytes, file_name: str, *, encoding: str | None = None) -> Document:
    """Reads ``data`` as Markdown if ``file_name`` says so, else as plain text.

    ``encoding`` is a person's choice and overrides what the bytes suggest; ``Document.encoding``
    tells which one was used. Whatever cannot be read as text is a DocumentError.
    """
    name = _shown(file_name)
    if not data:
        raise DocumentError(f"“{name}” is empty.")
    if len(data) > BYTES_LIMIT:
        raise DocumentError(f"“{name}” is too large: the limit is {BYTES_LIMIT // 1_000_000} MB.")
    suffix = PurePath(file_name.lower()).suffix
    text_suffix = suffix in TEXT_SUFFIXES | MARKDOWN_SUFFIXES
    if kind := other_kind(data, "" if text_suffix else suffix):
        raise DocumentError(f"“{name}” seems to be {kind}; {READ_KINDS}.")
    decoded = decode(data, name, encoding)
    if not decoded.text.strip():
        raise DocumentError(f"“{name}” holds nothing but white space.")
    if suffix in MARKDOWN_SUFFIXES:
        from reviewer.documents import markdown  # noqa: PLC0415 - 0.1 s, and not at every start

        return markdown.lay(decoded.text, name, encoding=decoded.encoding)
    return plain.lay(decoded.text, name, encoding=decoded.encoding)


def _shown(file_name: str) -> str:
    """The last part of the name, fit for a sentence: names of files can hold any bytes."""
    name = PurePath(file_name).name or file_name
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)
    return shown or "The document"
