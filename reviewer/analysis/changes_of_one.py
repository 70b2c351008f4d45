"""By how much a figure is said to have risen or fallen to, or from, one and the same amount."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reviewer.analysis.adding import can_be_added, quantity_of, span, told
from reviewer.analysis.corpus import Corpus
from reviewer.analysis.passage_claims import passages_of
from reviewer.analysis.readings import Reading
from reviewer.analysis.same_matter import Alike
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

VERSION = 1
_SCORE = 0.65
_FEW, _DIGITS, _NEAR, _AROUND = 6, 3, 90, 45
_ROOM = 0.05
_UP = re.compile(
    r"\b(?:up|ris[ei]\w*|rose|increas\w+|grew|grow\w*|gain\w*|jump\w*|climb\w*|higher|more)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:down|fall\w*|fell|decreas\w+|drop\w*|declin\w+|shr[aiu]nk|cut|slid\w*|lower|less|slip\w*"
    r"|dip\w*|plung\w*)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:quarter|month|week|real terms|organic|constant|underlying|decade)")


class _Change(NamedTuple):
    reading: int
    rises: bool
    against: frozenset[str]
    share: SuggestedClaim
    amount: SuggestedClaim


def changes_of_one(readings: Sequence[Reading], corpus: Corpus) -> Iterator[SuggestedRelation]:
    """One alert at most for each amount that two texts of one matter say has changed by
    percentages that rounding does not make one."""
    blocks: dict[tuple[str, object, bool], list[_Change]] = defaultdict(list)
    for place, reading in enumerate(readings):
        for change in _changes(reading, place):
            quantity = quantity_of(change.amount)
            blocks[quantity.unit, quantity.low, change.rises].append(change)
    alike = Alike(corpus, readings)
    for here in blocks.values():
        for at, one in enumerate(here[:_FEW]):
            other = next((each for each in here[at + 1 : _FEW] if _apart(alike, one, each)), None)
            if other:
                yield _relation(one, other)
                break


def _changes(reading: Reading, place: int) -> Iterator[_Change]:
    text = reading.text.document.text
    for passage in passages_of(reading):
        shares = [claim for claim in passage.claims if _is_percent(claim)]
        if len(shares) != 1:
            continue
        share = shares[0]
        around = text[max(passage.start, share.start - _AROUND) : share.start]
        around += " " + text[share.end : min(passage.end, share.end + _AROUND)]
        up, down = _UP.search(around), _DOWN.search(around)
        if bool(up) == bool(down):
            continue
        against = frozenset(_AGAINST.findall(text[passage.start : passage.end].lower()))
        for claim in passage.claims:
            far = max(share.start - claim.end, claim.start - share.end)
            if far <= _NEAR and _is_exact(claim):
                yield _Change(place, bool(up), against, share, claim)


def _is_percent(claim: SuggestedClaim) -> bool:
    quantity = quantity_of(claim)
    return quantity.kind is QuantityKind.PERCENT and quantity.low == quantity.high


def _is_exact(claim: SuggestedClaim) -> bool:
    quantity = quantity_of(claim)
    if not can_be_added(claim) or quantity.approximator or not isinstance(quantity.low, Decimal):
        return False
    return len(quantity.low.normalize().as_tuple().digits) >= _DIGITS


def _apart(alike: Alike, one: _Change, other: _Change) -> bool:
    if one.reading == other.reading or one.against != other.against:
        return False
    a, b = span(one.share), span(other.share)
    if a.least <= b.most + _ROOM and b.least <= a.most + _ROOM:
        return False
    return alike.are(one.reading, other.reading)


def _relation(one: _Change, other: _Change) -> SuggestedRelation:
    way = "rise" if one.rises else "fall"
    reason = (
        f"Both tell of a {way} beside {told(one.amount)}: one by {told(one.share)}, the other by "
        f"{told(other.share)}."
    )
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.NUMERIC, _SCORE, "change of one figure", VERSION,
        reason, (one.share, other.share),
    )  # fmt: skip
