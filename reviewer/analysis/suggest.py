"""Texts in, suggestions out: what each text claims, and where the claims do not agree."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import sqrt

from reviewer.analysis.alignment import Pair, aligned
from reviewer.analysis.attribution import suggest_attributions
from reviewer.analysis.checks import checks
from reviewer.analysis.concepts import NO_LEXICON, Lexicon
from reviewer.analysis.corpus import Corpus, corpus_of
from reviewer.analysis.folding import distinct
from reviewer.analysis.gathering import Disagreement, gathered
from reviewer.analysis.judge import judge
from reviewer.analysis.naming import suggest_names
from reviewer.analysis.progress import Tell, Told, part, rising, untold
from reviewer.analysis.readings import Reading, Text, read_text
from reviewer.analysis.reasons import reason_for
from reviewer.analysis.statements import suggest_statements
from reviewer.analysis.sums import sums
from reviewer.analysis.table_sums import table_sums
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.suggestion import SuggestedRelation

__all__ = ["Lexicon", "Reading", "Text", "read_text", "suggest"]

LEAST = 0.22
_TITLED = 0.92
_VERSION = 2
_FRAMED, _COMPARED = 0.08, 0.85
"""Which share of the time for figures is over after each part, as measured on many texts."""
_CHECKED = 0.97  # of all the time


def suggest(
    readings: Iterable[Reading], *, lexicon: Lexicon = NO_LEXICON, tell: Tell = untold
) -> tuple[SuggestedRelation, ...]:
    """Where claims of the texts do not agree, best first.

    Work grows with the number of claims, not with that of their pairs; what the project calls
    names is taken from ``lexicon`` (its measures were used while reading). ``tell`` is asked
    between small groups of candidates.
    """
    tell, read = rising(tell), tuple(readings)
    in_figures = _in_figures(read, lexicon, part(tell, 0.0, _CHECKED))
    texts = Told(read, part(tell, _CHECKED, 1.0))
    in_words = (*suggest_statements(texts), *suggest_names(texts), *suggest_attributions(texts))
    return tuple(distinct(_best_first((*in_figures, *in_words))))


def _in_figures(
    read: tuple[Reading, ...], lexicon: Lexicon, tell: Tell
) -> tuple[SuggestedRelation, ...]:
    """What the values tell; the corpus is gone before words are looked at."""
    corpus = corpus_of(Told(read, part(tell, 0.0, _FRAMED)), lexicon)
    corpus = replace(corpus, items=Told(corpus.items, part(tell, _FRAMED, _FRAMED)))
    compared = tuple(_compared(corpus, part(tell, _FRAMED, _COMPARED)))
    texts = Told(read, part(tell, _COMPARED, 1.0))
    return (*compared, *sums(corpus), *table_sums(texts), *checks(texts, corpus))


def _compared(corpus: Corpus, tell: Tell) -> Iterator[SuggestedRelation]:
    """What the values of two texts or more disagree about."""
    for each in gathered(corpus, aligned(corpus, judge, tell), _score):
        assert each.pair.verdict is not None
        yield _relation(each, each.pair.verdict)


def _score(pair: Pair) -> float:
    """0 where it is too little to be told."""
    if pair.verdict is None:
        return 0.0
    titled = pair.one.titled or pair.other.titled
    score = sqrt(pair.alike) * pair.verdict.strength * (_TITLED if titled else 1.0)
    return score if score >= LEAST else 0.0


def _relation(found: Disagreement, verdict: Verdict) -> SuggestedRelation:
    one, other = found.pair.one, found.pair.other
    return SuggestedRelation(
        verdict.kind,
        verdict.dimension,
        round(found.score, 4),
        verdict.rule,
        _VERSION,
        reason_for(one, other, verdict, further=len(found.further)),
        tuple(item.claim for item in (one, other, *found.further)),
    )


def _best_first(found: Iterable[SuggestedRelation]) -> tuple[SuggestedRelation, ...]:
    return tuple(sorted(found, key=_order))


def _order(relation: SuggestedRelation) -> tuple[float, Sequence[tuple[str, int]]]:
    return -relation.score, [(member.source, member.start) for member in relation.members]
