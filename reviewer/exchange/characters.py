"""Characters that a format cannot hold. No canonical text has NUL or lone surrogates; it may have
other control characters, which are in no sound HTML or XML and stand as U+FFFD there.
"""

import re

_UNFIT = re.compile("[\x00\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_HTML = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)


def without_unfit(text: str) -> str:
    """The text with U+FFFD for what UTF-8 cannot hold, and for NUL."""
    return _UNFIT.sub("\ufffd", text)


def html_text(text: str) -> str:
    """The text with U+FFFD for what HTML cannot hold; a carriage return is a line feed there.

    ``verify.py`` of the evidence knows the same characters.
    """
    if text.isprintable():  # a look that is many times as fast, and enough for most
        return text
    return _lines(_NOT_HTML.sub("\ufffd", text))


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 cannot hold; a carriage return is a line feed there."""
    return _lines(_NOT_XML.sub("\ufffd", text))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
