"""What two frames have in common, by weight: a rare word beside the value says most."""

from collections.abc import Mapping

from reviewer.analysis.frames import Frame

_SENTENCE, _CLAUSE, _HEAD = 0.3, 0.8, 1.2
_HINTED = 0.7
_THING, _ACT, _NAME, _PLACE, _TIME, _PAST = 2.0, 0.6, 0.4, 0.8, 0.6, 1.4
_RECENT = 45  # days: what is told as of the day of writing tells nothing apart

Weights = Mapping[str, float]


def shared(a: Frame, b: Frame, words: Weights, names: Weights) -> float:
    """The weight of the words, names, label and act of both; of a frame and itself its square."""
    total = _named(a) * _named(b) * bool(a.thing and a.thing == b.thing)
    total += _ACT**2 * bool(a.act and a.act == b.act)
    if a.period and b.period and _is_told(a) and _is_told(b) and a.period.overlaps(b.period):
        total += (_PAST if _is_past(a) and _is_past(b) else _TIME) ** 2
    for word in a.heads.union(a.words).intersection(b.heads.union(b.words)):
        total += _depth(a, word) * _depth(b, word) * words.get(word, 1.0) ** 2
    for name in (a.names | a.who) & (b.names | b.who):
        total += _closeness(a, name) * _closeness(b, name) * names.get(name, 1.0) ** 2
    return total


def _named(frame: Frame) -> float:
    return _THING if frame.sure else _HINTED


def _is_told(frame: Frame) -> bool:
    """Whether a value is of a time that is not just the days in which the text was written."""
    last = frame.period.last if frame.period else None
    return bool(last and (not frame.written or abs((frame.written - last).days) > _RECENT))


def _is_past(frame: Frame) -> bool:
    """Whether a value is of a year before that of writing, which few values of a text are."""
    last = frame.period.last if frame.period else None
    return bool(last and frame.written and last.year < frame.written.year)


def _depth(frame: Frame, word: str) -> float:
    """How near to the value a word of its sentence stands."""
    if word in frame.heads:
        return _HEAD
    return _CLAUSE if word in frame.near else _SENTENCE


def _closeness(frame: Frame, name: str) -> float:
    near = name in frame.places or (frame.stated and name in frame.who)
    return _PLACE if near else _NAME
