"""What a text says of itself, as a first filling of the form for its source."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import PurePath

from reviewer.documents.lines import author_of, is_body, is_date_line, publisher_of
from reviewer.domain.document import BlockKind, Document
from reviewer.domain.periods import parse_period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:?\d\d.*)?")
_NAMED = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]{3,9})\.?"
    r"(?: (?P<d2>\d{1,2})(?:st|nd|rd|th)?)?"
    r",? (?P<year>\d{4})(?:,? (?:at )?\d{1,2}[:.]\d\d.*)?"
)
_NUMBERED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_BEFORE_DATE = re.compile(r"^(?:(?:published|posted|updated|date)(?: on)?:? )?(?:[a-z]+day,? )?")
_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_HEAD = 6  # blocks in which a byline and a date line are looked for
_LONGEST = 300  # characters of a title, a name or a date; what is longer is none
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class SourceGuess:
    """Fields of a source, empty where the text does not say; ``published`` is an ISO day, month
    or year, and ``date_basis`` tells where it stands. A person looks it over."""

    title: str
    publisher: str = ""
    author: str = ""
    published: str = ""
    date_basis: str = ""
    address: str = ""


def guess_source(document: Document, file_name: str) -> SourceGuess:
    """From front matter, then from the lines above the running text, then from ``file_name``."""
    said = {key: " ".join(value.split()) for key, value in document.metadata.items()}
    head = _head(document)
    published, basis = _published(said.get("date", ""), head, file_name)
    address = said.get("address", "")
    return SourceGuess(
        title=_short(said.get("title", "")) or _first_heading(document) or _name_title(file_name),
        publisher=_short(said.get("publisher", ""))
        or next((line for line in head if publisher_of(line)), ""),
        author=_short(_without_by(said.get("author", "")))
        or next((author_of(line) for line in head if author_of(line)), ""),
        published=published,
        date_basis=basis,
        address=address if re.match(r"https?://\S+\Z", address) else "",
    )


def iso_date(text: str) -> str:
    """``text`` as an ISO day, month or year if it can be read in one way only, else empty.

    "12 July 2024", "July 2024" and "13/07/2024" can; "07/12/2024" and "12.7.24" cannot.
    """
    plain = _BEFORE_DATE.sub("", " ".join(text[:_LONGEST].lower().split()))
    if iso := _ISO.fullmatch(plain.upper()):
        return iso[1] if parse_period(iso[1]) else ""
    if named := _NAMED.fullmatch(plain):
        return _from_named(named)
    if numbered := _NUMBERED.fullmatch(plain):
        one, other, year = int(numbered[1]), int(numbered[3]), int(numbered[4])
        if one == other or other > _MONTHS_IN_YEAR:
            return _day(year, one, other)
        if one > _MONTHS_IN_YEAR:
            return _day(year, other, one)
    return ""


def _from_named(found: re.Match[str]) -> str:
    if found["month"][:3] not in _MONTHS or (found["d1"] and found["d2"]):
        return ""
    name = date(2000, _MONTHS.index(found["month"][:3]) + 1, 1)
    if not name.strftime("%B").lower().startswith(found["month"]) and found["month"] != "sept":
        return ""
    day = found["d1"] or found["d2"]
    if day is None:
        return f"{found['year']}-{name.month:02}"
    return _day(int(found["year"]), name.month, int(day))


def _day(year: int, month: int, day: int) -> str:
    text = f"{year:04}-{month:02}-{day:02}"
    return text if parse_period(text) else ""


def _head(document: Document) -> list[str]:
    """The short lines between the top and the first running text."""
    own = [b for b in document.blocks if b.kind is not BlockKind.METADATA and not b.boilerplate]
    lines = [" ".join(document.text[b.start : b.end].split()) for b in own[:_HEAD]]
    return [line for line in takewhile(lambda line: not is_body(line), lines) if _short(line)]


def _published(said: str, head: list[str], file_name: str) -> tuple[str, str]:
    if said:
        # A date that can be read in two ways is not overruled by a weaker hint.
        day = iso_date(said)
        return day, "front matter" if day else ""
    for line in head:
        if is_date_line(line) and (day := iso_date(line)):
            return day, "date line"
    found = _IN_NAME.search(PurePath(file_name).name)
    day = iso_date(found[0]) if found else ""
    return day, "file name" if day else ""


def _first_heading(document: Document) -> str:
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and not block.boilerplate:
            return _short(" ".join(document.text[block.start : block.end].lstrip("# ").split()))
    return ""


def _name_title(file_name: str) -> str:
    stem = PurePath(file_name).stem
    spaced = stem if " " in stem else re.sub(r"[_-]+", " ", _IN_NAME.sub("", stem))
    shown = "".join(c if c.isprintable() else " " for c in spaced)
    return " ".join(shown.split()) or stem or "Untitled"


def _without_by(author: str) -> str:
    return re.sub(r"^by\s+", "", author, flags=re.IGNORECASE)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else ""
