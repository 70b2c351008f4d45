"""Claims, grades and moments as the facts that every part of a report shows in the same words."""

import re
from datetime import datetime, timedelta

from reviewer.domain.claim import Claim
from reviewer.domain.grades import CREDIBILITY_HELP, RELIABILITY_HELP
from reviewer.domain.records import Source
from reviewer.domain.wording import quantity_text
from reviewer.exchange.layout import Fact

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def reliability_fact(source: Source) -> Fact:
    """The source's grade, what the grade means, and what it rests on."""
    basis = _basis(source.reliability_basis)
    grade = source.reliability
    if grade is None:
        return Fact("Reliability", "", note=basis, gap="not graded")
    note = " ".join(filter(None, [RELIABILITY_HELP[grade], basis]))
    return Fact("Reliability", f"{grade.value}, {grade.label}", note=note)


def credibility_fact(claim: Claim | None) -> Fact:
    """The claim's grade, what the grade means, and what it rests on."""
    basis = _basis(claim.credibility_basis) if claim else ""
    grade = claim.credibility if claim else None
    if grade is None:
        return Fact("Credibility", "", note=basis, gap="not graded")
    note = " ".join(filter(None, [CREDIBILITY_HELP[grade], basis]))
    return Fact("Credibility", f"{grade.value}, {grade.label}", note=note)


def topic_title(claim: Claim) -> str:
    """Subject and measure as the reviewer wrote them."""
    return ": ".join(filter(None, [claim.subject.strip(), claim.measure.strip()]))


def value_in_words(claim: Claim | None) -> str:
    """The words that the claim's value was read from, or nothing if it gives none."""
    return claim.quantity.raw if claim and claim.quantity else ""


def value_in_normal_form(claim: Claim | None) -> str:
    """The claim's value as the comparison sees it, or nothing if it gives none."""
    return quantity_text(claim.quantity) if claim and claim.quantity else ""


def moment(at: datetime | None, by: str = "") -> str:
    """``2024-07-12 09:30 UTC, by Name``, with whichever of the two is known."""
    when = ""
    if at is not None:
        zone = "" if at.tzinfo is None else "UTC" if not at.utcoffset() else _offset(at)
        when = f"{at:%Y-%m-%d %H:%M} {zone}".strip()
    return ", ".join(filter(None, [when, f"by {by}" if by else ""]))


def count(number: int, one: str, many: str = "") -> str:
    """``1 source``, ``1,200 sources``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def paragraphs(text: str) -> tuple[str, ...]:
    """What blank lines part; line ends within a paragraph stay."""
    return tuple(part.strip() for part in _BLANK_LINES.split(text) if part.strip())


def _offset(at: datetime) -> str:
    offset = at.utcoffset() or timedelta()
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{sign}{hours:02d}:{minutes:02d}"


def _basis(words: str) -> str:
    return f"Basis: {words}" if words else ""
