"""What files say and where they disagree, read without a project: for the terminal."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reviewer.analysis.quantities import read_quantities
from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.domain.claim import Claim
from reviewer.domain.periods import parse_period
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.exchange.suggestion_lines import ListedQuantity
from reviewer.services.files import ReadFile


def quantities_in(file: ReadFile) -> Iterator[ListedQuantity]:
    """All quantities of a file in reading order, those of sidebars and menus too."""
    text = as_text(file, file.name)
    whole = file.document.text
    claims: dict[str, deque[SuggestedClaim]] = {}
    for each in read_text(text).claims:
        if each.claim.quantity:
            claims.setdefault(each.claim.quantity.raw, deque()).append(each)
    for found in read_quantities(whole, reference=text.reference):
        exact = whole[found.start : found.end]
        listed = ListedQuantity(file.name, found.start, found.end, exact, found.quantity)
        told = _next_around(claims.get(found.quantity.raw), found.start, found.end)
        if told is None:
            yield listed
            continue
        quantity = told.quantity or found.quantity
        yield replace(
            listed,
            quantity=quantity,
            subject=told.subject,
            measure=told.measure,
            as_of=told.as_of,
        )


def _next_around(claims: deque[SuggestedClaim] | None, start: int, end: int) -> Claim | None:
    """The claim over ``start`` to ``end``. All come in order: those that lie before are dropped."""
    while claims and claims[0].end < end:
        claims.popleft()
    return claims[0].claim if claims and claims[0].start <= start else None


def suggestions_in(files: Iterable[ReadFile]) -> tuple[SuggestedRelation, ...]:
    """Where the files disagree, best first; the sources of the members are the files' names."""
    given = list(files)
    readings = [read_text(as_text(file, str(number))) for number, file in enumerate(given)]
    return tuple(
        replace(
            relation,
            members=tuple(
                replace(member, source=given[int(member.source)].name)
                for member in relation.members
            ),
        )
        for relation in suggest(readings)
    )


def as_text(file: ReadFile, key: str) -> Text:
    """The file as the engine reads it, dated as an import would date it."""
    period = parse_period(file.guess.published)
    return Text(key, file.document, period.last if period else None)
