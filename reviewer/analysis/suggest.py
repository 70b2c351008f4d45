"""Texts in, suggestions out: what each text claims, and where the claims do not agree."""

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from reviewer.analysis.alignment import aligned
from reviewer.analysis.checks import checks
from reviewer.analysis.concepts import NO_LEXICON, Lexicon
from reviewer.analysis.corpus import Corpus, Item, corpus_of
from reviewer.analysis.judge import judge
from reviewer.analysis.readings import Reading, Text, read_text
from reviewer.analysis.reasons import reason_for
from reviewer.analysis.sums import sums
from reviewer.analysis.table_sums import table_sums
from reviewer.domain.suggestion import SuggestedRelation

__all__ = ["Lexicon", "Reading", "Text", "read_text", "suggest"]

LEAST = 0.35
_TITLED = 0.92
_VERSION = 2


def suggest(
    readings: Iterable[Reading], *, lexicon: Lexicon = NO_LEXICON
) -> tuple[SuggestedRelation, ...]:
    """Where claims of the texts do not agree, best first.

    Work grows with the number of claims, not with that of their pairs; what the project calls
    names is taken from ``lexicon`` (its measures were used while reading).
    """
    read = tuple(readings)
    corpus = corpus_of(read, lexicon)
    return _best_first((*_once(_pairs(corpus)), *sums(corpus), *table_sums(read), *checks(read)))


def _pairs(corpus: Corpus) -> Iterator[tuple[Item, Item, SuggestedRelation]]:
    for pair in aligned(corpus, judge):
        verdict = pair.verdict
        if verdict is None:
            continue
        one, other = pair.one, pair.other
        titled = one.frame.heading or other.frame.heading
        score = sqrt(pair.alike) * verdict.strength * (_TITLED if titled else 1.0)
        if score < LEAST:
            continue
        yield (
            one,
            other,
            SuggestedRelation(
                verdict.kind,
                verdict.dimension,
                round(score, 4),
                verdict.rule,
                _VERSION,
                reason_for(one, other, verdict),
                (one.claim, other.claim),
            ),
        )


def _once(
    found: Iterable[tuple[Item, Item, SuggestedRelation]],
) -> Iterator[SuggestedRelation]:
    """The best of those that set the same two values of the same two texts against each other."""
    best: dict[object, SuggestedRelation] = {}
    for one, other, relation in found:
        key = tuple(
            (item.reading, item.frame.dimension, item.frame.span.low, item.frame.span.high)
            for item in (one, other)
        )
        if key not in best or best[key].score < relation.score:
            best[key] = relation
    yield from best.values()


def _best_first(found: Iterable[SuggestedRelation]) -> tuple[SuggestedRelation, ...]:
    return tuple(sorted(found, key=_order))


def _order(relation: SuggestedRelation) -> tuple[float, Sequence[tuple[str, int]]]:
    return -relation.score, [(member.source, member.start) for member in relation.members]
