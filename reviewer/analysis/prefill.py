"""The claim form as it is filled before a person touches it: modest, and easy to foresee."""

from datetime import date

from reviewer.analysis.claims import claim_of
from reviewer.analysis.passages import paragraph_of, sentences
from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.analysis.scenes import Scene, scene
from reviewer.domain.claim import Claim
from reviewer.domain.vocabulary import QuantityKind

_TELLING = (
    QuantityKind.MONEY,
    QuantityKind.COUNT,
    QuantityKind.PERCENT,
    QuantityKind.MEASURE,
    QuantityKind.FRACTION,
    QuantityKind.DURATION,
    QuantityKind.ORDINAL,
    QuantityKind.DATE,
)
_RANK = {kind: place for place, kind in enumerate(_TELLING)}


def read_claim(
    text: str,
    start: int,
    end: int,
    *,
    reference: date | None = None,
    heading: str = "",
    default_currency: str = "",
) -> Claim:
    """What ``text[start:end]`` seems to assert; fields that the text does not give stay empty.

    ``default_currency`` is the ISO code that a person gave for bare signs: it fills in a sign that
    it can stand for and is marked as a default. Without it such money stays "currency not stated".
    """
    first, last = paragraph_of(text, start, end)
    spans = sentences(text, first, last)
    here = [span for span in spans if span[0] < end and span[1] > start] or [(start, end)]
    sentence = (min(start, here[0][0]), max(end, here[-1][1]))
    around = [
        FoundQuantity(found.start + sentence[0], found.end + sentence[0], found.quantity)
        for found in read_quantities(text[slice(*sentence)], reference=reference)
    ]
    before = (
        scene(text, span, (), (first, last)) for span in reversed(spans) if span[1] <= sentence[0]
    )
    here_now = scene(text, sentence, around, (first, last), heading=heading, reference=reference)
    return claim_of(
        text,
        here_now,
        _most_telling(here_now, start, end),
        span=(start, end),
        earlier=before,
        default_currency=default_currency,
    )


def _most_telling(here: Scene, start: int, end: int) -> FoundQuantity | None:
    """Money, counts and percentages before dates; of one rank the first."""
    inside = [found for found in here.found if found.start >= start and found.end <= end] or [
        found for found in here.found if found.start < end and found.end > start
    ]
    return min(inside, key=lambda found: _RANK[found.quantity.kind], default=None)
