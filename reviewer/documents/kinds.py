"""What a file that is not text seems to be, told from its first bytes or its extension."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls or .ppt)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"wOF", "a font"),
)
_ASCII_MAGIC = frozenset({b"BZh", b"ID3", b"OggS", b"wOF"})
_ZIP = b"PK\x03\x04"
_ZIP_MEMBERS = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt, .ods or .odp)"),
)
_EXTENSIONS = {
    ".html": "a web page (HTML)",
    ".htm": "a web page (HTML)",
    ".xhtml": "a web page (HTML)",
    ".mhtml": "a saved web page",
    ".eml": "an e-mail message",
    ".svg": "an SVG picture",
}
_HEAD = 4096


def other_kind(data: bytes, suffix: str) -> str:
    """A noun phrase for what ``data`` is instead of text; empty if nothing speaks against text.

    ``suffix`` (lower case, with its dot) names formats whose bytes are text but whose words lie
    among markup; reading those as plain text would make quotes of tags.
    """
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return next((kind for mark, kind in _ZIP_MEMBERS if mark in head), "a ZIP archive")
    for mark, kind in _MAGIC:
        # Marks made of letters alone could open a text; a binary file soon holds a NUL as well.
        if head.startswith(mark) and (mark not in _ASCII_MAGIC or 0 in head):
            return kind
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture or recording"
    if head[4:8] == b"ftyp" and 0 in head[:4]:
        return "a film or recording"
    return _EXTENSIONS.get(suffix, "")
