"""What the engine finds in a bundle, against the hand annotation.

A suggestion is about an annotated relation if each of the relation's members is met by a member of
the suggestion, and at least two of the suggestion's members meet one; of a sum, the total and two
parts are enough. A member meets another that it overlaps or shares a sentence with; where the
annotated one has a quantity, the other must give the same value or have been read from the same
words. An annotated ``never`` is alerted as soon as two of its members are met. Suggestions of
support are no alerts, and are left out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bundle_gold import Bound, Bundle, GoldMember, GoldQuantity, GoldRelation, GoldText, overlap

from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind, RelationKind

FIRST_FALSE = 10
FIRST_ALERTS = 20


class _Bounds(Protocol):
    @property
    def low(self) -> Bound | None: ...
    @property
    def high(self) -> Bound | None: ...


@dataclass(frozen=True, slots=True)
class F1:
    """``right`` of ``found`` and of ``expected``."""

    right: int
    found: int
    expected: int

    @property
    def value(self) -> float:
        """0 to 1."""
        return 2 * self.right / (self.found + self.expected) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Of one bundle. The sets name groups of relations, ``alerts`` relations."""

    bundle: str
    wanted: frozenset[str]
    found: frozenset[str]  # of the wanted
    found_first: frozenset[str]  # among the first twice as many as wanted
    found_aright: frozenset[str]  # with one of the dimensions annotated
    alerts: tuple[str, ...]  # annotated as never, among the first 20
    false_first: int  # about nothing that may be suggested, among the first 10
    suggestions: int
    spans: F1  # exactly the span
    values: F1  # the span overlaps, and the value is the same


def score(bundle: Bundle) -> Score:
    """Read the texts and compare what is suggested with what was annotated."""
    readings = (read_text(Text(t.file, t.document, t.published)) for t in bundle.texts.values())
    ranked = [r for r in suggest(readings) if r.kind is not RelationKind.SUPPORTS]
    met = [relations_met(bundle, relation) for relation in ranked]
    spans, values = score_quantities(bundle)
    return Score(
        bundle.name, bundle.wanted, _groups(met),
        _groups(met[: 2 * len(bundle.wanted)]),
        _groups(
            tuple(r for r in m if one.dimension in r.dimensions)
            for one, m in zip(ranked, met, strict=True)
        ),
        tuple(sorted({r.id for m in met[:FIRST_ALERTS] if not _is_fair(m) for r in m})),
        sum(not _is_fair(m) for m in met[:FIRST_FALSE]),
        len(ranked), spans, values,
    )  # fmt: skip


def relations_met(bundle: Bundle, suggestion: SuggestedRelation) -> tuple[GoldRelation, ...]:
    """The annotated relations that ``suggestion`` is about."""
    return tuple(r for r in bundle.relations if _is_about(bundle.texts, suggestion, r))


def score_quantities(bundle: Bundle) -> tuple[F1, F1]:
    """Spans exactly, and values, of the texts whose quantities were annotated; what is optional
    counts neither as missing nor as too much."""
    files = {q.file for q in bundle.quantities}
    texts = (text for text in bundle.texts.values() if text.file in files)
    totals = [_quantity_counts(bundle, text) for text in texts] or [(0, 0, 0, 0)]
    right_spans, right_values, found, expected = (
        sum(column) for column in zip(*totals, strict=True)
    )
    return F1(right_spans, found, expected), F1(right_values, found, expected)


def table(scores: Iterable[Score]) -> str:
    """Markdown, a line for each bundle."""
    lines = [
        "| bundle | found | early | dimension | false of first 10 | alerts | span F1 | value F1 |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for s in scores:
        wanted = len(s.wanted)
        cells = (
            s.bundle, f"{len(s.found)} of {wanted}", f"{len(s.found_first)} of {wanted}",
            f"{len(s.found_aright)} of {wanted}", f"{s.false_first} of {min(FIRST_FALSE, s.suggestions)}",
            str(len(s.alerts)), *(f"{f1.value:.2f}" if f1.expected else "–" for f1 in (s.spans, s.values)),
        )  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _groups(met: Iterable[tuple[GoldRelation, ...]]) -> frozenset[str]:
    return frozenset(r.group for m in met for r in m if r.expect == "suggest")


def _is_fair(met: tuple[GoldRelation, ...]) -> bool:
    return any(r.expect != "never" for r in met)


def _is_about(
    texts: Mapping[str, GoldText], suggestion: SuggestedRelation, gold: GoldRelation
) -> bool:
    met_by = [
        {i for i, one in enumerate(suggestion.members) if _meets(texts, member, one)}
        for member in gold.members
    ]
    if len(set().union(*met_by)) < 2:
        return False
    count = sum(map(bool, met_by))
    if gold.expect == "never":
        return count >= 2
    if "sum" in gold.dimensions and len(gold.members) > 2:
        return bool(met_by[0]) and count >= 3
    return count == len(met_by)


def _meets(texts: Mapping[str, GoldText], gold: GoldMember, one: SuggestedClaim) -> bool:
    if gold.file != one.source:
        return False
    text = texts[gold.file]
    near = overlap((gold.start, gold.end), (one.start, one.end)) or bool(
        _sentences(text, gold.start, gold.end) & _sentences(text, one.start, one.end)
    )
    if not near or not gold.quantities:
        return near
    quantity = one.claim.quantity
    if quantity is None:
        return overlap((gold.start, gold.end), (one.start, one.end))
    return any(
        same_value(known, quantity) or _same_words(known, quantity) for known in gold.quantities
    )


def _same_words(known: GoldQuantity, quantity: Quantity) -> bool:
    """Read from the words annotated; of a date, a part is enough: its weekday."""
    raw = quantity.raw
    return bool(raw) and (
        known.quote in raw or (known.kind is QuantityKind.DATE and raw in known.quote)
    )


def _sentences(text: GoldText, start: int, end: int) -> set[int]:
    return set(range(text.sentence(start), text.sentence(end - 1) + 1))


def same_value(gold: GoldQuantity, other: _Bounds) -> bool:
    """The same stated bounds: "over 5" is 5. Of a date without sharp ends, that the days overlap."""
    if gold.fuzzy and gold.low and gold.high and other.low and other.high:
        if type(gold.low) is not type(other.low):
            return False
        return gold.low <= other.high and other.low <= gold.high  # type: ignore[operator]
    return _stated(gold) == _stated(other)


def _stated(bounds: _Bounds) -> set[Bound]:
    return {bound for bound in (bounds.low, bounds.high) if bound is not None}


def _quantity_counts(bundle: Bundle, text: GoldText) -> tuple[int, int, int, int]:
    gold = [q for q in bundle.quantities if q.file == text.file]
    found = read_quantities(text.document.text, reference=text.published)
    spans = _pair(gold, found, lambda q, f: (f.start, f.end) in q.spans)
    values = _pair(gold, found, _overlaps_with_value)
    needed = [q for q in gold if not q.optional]
    may = [q for q in gold if q.optional]
    extra = sum(
        any(overlap(q.spans[0], (f.start, f.end)) for q in may)
        and not any(overlap(q.spans[0], (f.start, f.end)) for q in needed)
        for f in found
    )
    return spans, values, len(found) - extra, len(needed)


def _overlaps_with_value(gold: GoldQuantity, found: FoundQuantity) -> bool:
    here = any(overlap(span, (found.start, found.end)) for span in gold.spans)
    return here and same_value(gold, found.quantity)


def _pair(
    gold: Iterable[GoldQuantity],
    found: Sequence[FoundQuantity],
    fits: Callable[[GoldQuantity, FoundQuantity], bool],
) -> int:
    """How many that are not optional fit one that was found, each of which counts once."""
    left = list(found)
    count = 0
    for quantity in gold:
        if quantity.optional:
            continue
        match = next((f for f in left if fits(quantity, f)), None)
        if match is not None:
            left.remove(match)
            count += 1
    return count
