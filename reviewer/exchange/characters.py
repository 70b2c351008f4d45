"""Characters that a format cannot hold. No canonical text has NUL or lone surrogates, so that no
quote is changed for HTML; XML 1.0 knows no other control characters either.
"""

import re

_UNFIT = re.compile("[\x00\ud800-\udfff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_unfit(text: str) -> str:
    """The text with U+FFFD for what UTF-8 or HTML cannot hold."""
    return _UNFIT.sub("\ufffd", text)


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 cannot hold; a carriage return is a line feed there."""
    return _NOT_XML.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
