"""Texts in, suggestions out: what each text claims, and where the claims do not agree."""

from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.attribution import suggest_attributions
from reviewer.analysis.blocking import candidates
from reviewer.analysis.checks import checks
from reviewer.analysis.concepts import NO_LEXICON, Lexicon
from reviewer.analysis.corpus import Corpus, Item, corpus_of
from reviewer.analysis.folding import distinct
from reviewer.analysis.judge import judge
from reviewer.analysis.naming import suggest_names
from reviewer.analysis.pairs import likeness_of
from reviewer.analysis.readings import Reading, Text, read_text
from reviewer.analysis.reasons import reason_for
from reviewer.analysis.statements import suggest_statements
from reviewer.analysis.sums import sums
from reviewer.analysis.table_sums import table_sums
from reviewer.domain.suggestion import SuggestedRelation

__all__ = ["Lexicon", "Reading", "Text", "read_text", "suggest"]

LEAST = 0.5
_SAME_TEXT = 0.85
_TITLED = 0.92
_VERSION = 1


def suggest(
    readings: Iterable[Reading], *, lexicon: Lexicon = NO_LEXICON
) -> tuple[SuggestedRelation, ...]:
    """Where claims of the texts do not agree, best first.

    Work grows with the number of claims, not with that of their pairs; what the project calls
    names is taken from ``lexicon`` (its measures were used while reading).
    """
    read = tuple(readings)
    corpus = corpus_of(read, lexicon)
    in_figures = (*_once(_pairs(corpus)), *sums(corpus), *table_sums(read), *checks(read))
    in_words = (*suggest_statements(read), *suggest_names(read), *suggest_attributions(read))
    return tuple(distinct(_best_first((*in_figures, *in_words))))


def _pairs(corpus: Corpus) -> Iterator[tuple[Item, Item, SuggestedRelation]]:
    for one, other in candidates(corpus):
        alike = likeness_of(corpus, one, other)
        if alike is None or alike.score < LEAST:
            continue
        if one.reading == other.reading and alike.score < _SAME_TEXT:
            continue
        verdict = judge(corpus, one, other, alike)
        if verdict is None:
            continue
        titled = one.frame.heading or other.frame.heading
        score = alike.score * verdict.strength * (_TITLED if titled else 1.0)
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
