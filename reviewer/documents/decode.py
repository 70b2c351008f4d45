"""Bytes to canonical text, and the name of the encoding that was used."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from reviewer.domain.errors import DocumentError

_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = [  # what documents are found in; leaving out EBCDIC and the like prevents odd guesses
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "koi8_r", "koi8_u", "mac_roman"),
    *("cp437", "cp850", "cp866", "cp932", "euc_jp", "gb18030", "big5", "cp949", "euc_kr"),
]
_SAMPLE = 100_000  # bytes; charset-normalizer needs seconds for megabytes, and gains nothing
_SHORT = 64  # bytes; below this there is too little for its statistics
_ODD_SHARE = 0.002  # of control, private and unassigned characters; real texts have next to none
_NUL_SIDE = 0.3  # share of zero bytes on one side that speaks for UTF-16 of a Latin text
_BREAKS = re.compile("\r\n?|[\v\f]")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Canonical text and the encoding, by Python's name, in which its bytes were read."""

    text: str
    encoding: str


def canonical(text: str) -> str:
    """``text`` with ``\\n`` for each line or page break, no U+FEFF, no NUL, no lone surrogate.

    Form feed and vertical tab break the line, as they do on paper. U+2028 and U+2029 stay: only
    ``\\n`` ends a line here, and a view that would break at them has to map them one to one.
    """
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", _BREAKS.sub("\n", text)).replace("\ufeff", "")


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Decodes ``data``; ``name`` is for the sentence of the DocumentError if that fails."""
    if encoding is not None:
        return Decoded(canonical(_decode_as(data, name, encoding)), encoding)
    used = _marked(data) or _utf16(data) or _escaped(data)
    if used is not None:
        text = _decode_as(data, name, used)
    else:
        used, text = _unmarked(data, name)
    _require_text(text, name)
    return Decoded(canonical(text), used)


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
    except (LookupError, ValueError) as error:  # ValueError: a NUL in the name
        raise DocumentError(f"There is no encoding called “{encoding}”.") from error
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError) as error:  # LookupError: a codec of bytes, not of text
        raise DocumentError(
            f"“{name}” cannot be read as {encoding}; choose another encoding."
        ) from error


def _marked(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        # A UTF-16 text that begins with NUL looks like UTF-32 but has half a character too many.
        if data.startswith(bom) and not (encoding == "utf-32" and len(data) % 4):
            return encoding
    return None


def _utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: ASCII letters leave a zero in every second byte."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if not half or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * _NUL_SIDE and even < odd / 10:
        return "utf-16-le"
    if even > half * _NUL_SIDE and odd < even / 10:
        return "utf-16-be"
    return None


def _escaped(data: bytes) -> str | None:
    """ISO-2022-JP is ASCII to every other decoder, and unreadable that way."""
    return "iso2022_jp" if data.isascii() and (b"\x1b$B" in data or b"\x1b$@" in data) else None


def _unmarked(data: bytes, name: str) -> tuple[str, str]:
    try:
        return "utf-8", data.decode("utf-8")
    except UnicodeDecodeError as not_utf8:
        for encoding in _guesses(data):
            try:
                return encoding, data.decode(encoding)
            except UnicodeDecodeError:
                continue
        raise DocumentError(
            f"“{name}” is not text in any encoding that Reviewer knows; "
            "if it is text, save it as UTF-8 and import it again."
        ) from not_utf8


def _guesses(data: bytes) -> list[str]:
    if 0 in data:  # the UTFs are done with, and no text in a legacy encoding holds NUL
        return []
    if len(data) < _SHORT:
        return ["cp1252"]
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most texts are UTF-8 and need none

    end = max(data.rfind(b"\n", 0, _SAMPLE), data.rfind(b" ", 0, _SAMPLE))
    sample = data[: end if end > 0 and len(data) > _SAMPLE else _SAMPLE]
    found = [match.encoding for match in from_bytes(sample, cp_isolation=_LEGACY)]
    return [*found, "cp1252"]


def _require_text(text: str, name: str) -> None:
    if len(_ODD.findall(text)) > len(text) * _ODD_SHARE or _unassigned(text[:_SAMPLE]):
        raise DocumentError(f"“{name}” is not text; Reviewer reads plain text and Markdown.")


def _unassigned(sample: str) -> bool:
    if sample.isascii():
        return False
    odd = sum(unicodedata.category(character) in {"Cn", "Co"} for character in sample)
    return odd > max(2, len(sample) * 0.02)
