"""Suggestions from short texts, as the tests of the comparison ask for them."""

from datetime import date

from reviewer.analysis.concepts import NO_LEXICON, Lexicon
from reviewer.analysis.suggest import Reading, Text, read_text, suggest
from reviewer.documents.read import read_document
from reviewer.domain.suggestion import SuggestedRelation

EARLY, LATE = date(2024, 3, 4), date(2024, 9, 2)


def reading(
    text: str, name: str = "a.txt", day: date | None = EARLY, lexicon: Lexicon = NO_LEXICON
) -> Reading:
    """One text as it is read."""
    return read_text(Text(name, read_document(text.encode(), name), day), lexicon=lexicon)


def suggested(
    *texts: str, days: tuple[date | None, ...] = (EARLY, LATE), lexicon: Lexicon = NO_LEXICON
) -> tuple[SuggestedRelation, ...]:
    """What is suggested of the texts, the first written early, the second late."""
    readings = [
        reading(text, f"{place}.txt", days[min(place, len(days) - 1)], lexicon)
        for place, text in enumerate(texts)
    ]
    return suggest(readings, lexicon=lexicon)


def told(relations: tuple[SuggestedRelation, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, dimension and the members' words of each."""
    return [
        (
            one.kind.value,
            one.dimension.value if one.dimension else "",
            tuple(m.exact for m in one.members),
        )
        for one in relations
    ]
