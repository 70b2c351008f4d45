"""Annotations as the document view needs them: which lie here, and in which lane each is drawn."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

_BUCKET = 1024
_FANOUT = 16


@dataclass(frozen=True, slots=True)
class Span:
    """An annotation over ``[start, end)`` code points; ``colours`` are names of tag colours."""

    id: str
    start: int
    end: int
    colours: tuple[str, ...] = ()
    label: str = ""
    related: bool = False  # it is a member of at least one relation
    open_contradiction: bool = False


class SpanIndex:
    """Spans by place: adding, removing and asking cost what is found, however many there are.

    A span lies in at most two buckets of the level whose buckets are as wide as it is long, so a
    span over the whole text costs no more to add than a word. Beside the buckets the starts are
    kept in order, for stepping from one annotation to the next.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = {span.id: span for span in spans}
        self._levels: list[dict[int, dict[str, Span]]] = []
        for span in self._spans.values():
            self._put(span)
        self._order = sorted(map(place_of, self._spans.values()))

    def __len__(self) -> int:
        return len(self._spans)

    def __iter__(self) -> Iterator[Span]:
        """All spans in reading order."""
        return (self._spans[key] for _, _, key in self._order)

    def get(self, span_id: str | None) -> Span | None:
        """The span of that id, if it is here."""
        return self._spans.get(span_id) if span_id else None

    def add(self, span: Span) -> None:
        """Put a span in, in place of one of the same id."""
        self.remove(span.id)
        self._spans[span.id] = span
        self._put(span)
        insort(self._order, place_of(span))

    def remove(self, span_id: str) -> None:
        """Take a span out; one that is not here is no error."""
        span = self._spans.pop(span_id, None)
        if span is None:
            return
        level, first, last = _buckets(span.start, span.end)
        for number in range(first, last + 1):
            bucket = self._levels[level][number]
            del bucket[span_id]
            if not bucket:
                del self._levels[level][number]
        del self._order[bisect_left(self._order, place_of(span))]

    def overlapping(self, start: int, end: int) -> list[Span]:
        """Spans that share at least one code point with ``[start, end)``, in reading order."""
        found: dict[str, Span] = {}
        width = _BUCKET
        for level in self._levels:
            first, last = start // width, max(start, end - 1) // width
            wanted = range(first, last + 1)
            for number in wanted if len(wanted) < len(level) else list(level):
                bucket = level.get(number, {}).values()
                found.update((s.id, s) for s in bucket if s.start < end and s.end > start)
            width *= _FANOUT
        return sorted(found.values(), key=place_of)

    def first_from(self, start: int) -> Span | None:
        """The first in reading order of the spans that begin at ``start`` or later."""
        at = bisect_left(self._order, (start,))
        return self._spans[self._order[at][2]] if at < len(self._order) else None

    def step(self, place: tuple[int, int, str], step: int) -> Span | None:
        """The span ``step`` places (not 0) from a ``place_of``, at most the last or first."""
        if not self._order:
            return None
        if step > 0:
            at = bisect_right(self._order, place) + step - 1
        else:
            at = bisect_left(self._order, place) + step
        return self._spans[self._order[min(max(at, 0), len(self._order) - 1)][2]]

    def _put(self, span: Span) -> None:
        level, first, last = _buckets(span.start, span.end)
        while len(self._levels) <= level:
            self._levels.append({})
        for number in range(first, last + 1):
            self._levels[level].setdefault(number, {})[span.id] = span


class Lanes:
    """A lane for each span so that no two that overlap share one: 0 is next to the text.

    Laid once for the whole document, hence a span keeps its lane however the text is scrolled; a
    later span takes the lowest lane that is free where it lies, and moves no other.
    """

    def __init__(self, index: SpanIndex) -> None:
        self._index = index
        self._lane: dict[str, int] = _lay(index)

    def __getitem__(self, span_id: str) -> int:
        return self._lane[span_id]

    def add(self, span: Span) -> None:
        """Give a lane to a span that is in the index; it keeps one that still fits."""
        others = self._index.overlapping(span.start, span.end)
        taken = {self._lane[s.id] for s in others if s.id != span.id and s.id in self._lane}
        if self._lane.get(span.id, -1) in {*taken, -1}:
            self._lane[span.id] = next(n for n in range(len(taken) + 1) if n not in taken)

    def remove(self, span_id: str) -> None:
        """Free the lane of a span; one that has none is no error."""
        self._lane.pop(span_id, None)


class Marks:
    """All annotations of one document: where they lie, their lanes, and which are contradicted."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.index = SpanIndex(spans)
        self.lanes = Lanes(self.index)
        self.contradicted = SpanIndex(s for s in self.index if s.open_contradiction)
        self.changes = 0  # how often something was put or dropped

    def put(self, span: Span) -> None:
        """Add a span, or replace the one of its id."""
        self.changes += 1
        self.index.add(span)
        self.lanes.add(span)
        if span.open_contradiction:
            self.contradicted.add(span)
        else:
            self.contradicted.remove(span.id)

    def drop(self, span_id: str) -> None:
        """Take a span away; one that is not here is no error."""
        self.changes += 1
        for kept in (self.index, self.lanes, self.contradicted):
            kept.remove(span_id)


def place_of(span: Span) -> tuple[int, int, str]:
    """What reading order sorts by: the start, of those that start together the longer first."""
    return span.start, -span.end, span.id


def spoken(spans: Sequence[Span]) -> str:
    """What a screen reader says of annotations; nothing of none."""
    if not spans:
        return ""
    told = "; ".join(" · ".join(span.label.split("\n")) for span in spans)
    return f"{'Annotation' if len(spans) == 1 else f'{len(spans)} annotations'}: {told}"


def _buckets(start: int, end: int) -> tuple[int, int, int]:
    """Level, first and last bucket number of ``[start, end)``."""
    level, width = 0, _BUCKET
    while end - start > width:
        level, width = level + 1, width * _FANOUT
    return level, start // width, max(start, end - 1) // width


def _lay(spans: Iterable[Span]) -> dict[str, int]:
    """Greedy colouring of intervals in reading order: as few lanes as the deepest overlap."""
    lanes: dict[str, int] = {}
    busy: list[tuple[int, int]] = []  # (end, lane)
    free: list[int] = []
    for span in spans:
        while busy and busy[0][0] <= span.start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(busy)
        lanes[span.id] = lane
        heappush(busy, (span.end, lane))
    return lanes
