"""The third time in one text, the fourth in another: how often one thing has happened."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reviewer.analysis.corpus import Corpus
from reviewer.analysis.passage_claims import passages_of, written_of
from reviewer.analysis.readings import Reading
from reviewer.analysis.same_matter import Alike
from reviewer.analysis.stems import content
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

VERSION = 1
_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
           "tenth", "eleventh", "twelfth")  # fmt: skip
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")  # fmt: skip
_RANK = {
    **{word: place for place, word in enumerate(_PLACES, 1)},
    **{word: place for place, word in enumerate(_NUMBERS, 1)},
    "once": 1, "twice": 2, "thrice": 3,
}  # fmt: skip
_COUNT = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,2}})"
_NTH = re.compile(
    rf"\b(?:the|its|his|her|their|an?|this)\s+(?P<rank>{'|'.join(_PLACES)}|\d{{1,2}}(?:st|nd|rd|th))"
    r" (?:(?:(?:consecutive|straight|successive|missed|such) )?"
    r"(?P<noun>time|occasion|deadline|delay|postponement|revision|extension|rescue|bailout|recall"
    r"|strike|accident|attempt|breach|outbreak)\b"
    r"|(?:(?:such|major|serious|fatal|large|big|similar|recorded|known) )?"
    r"(?:(?P<event>[a-z]{3,20}) )?"
    r"(?=(?:[^.;:!?\d]{1,60} )?since\b))"
    rf"|\b(?P<times>once|twice|thrice|{_COUNT} (?:times|occasions))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince (?:[\w'\u2019]+ ){0,6}?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_SINCE_NAME = re.compile(
    r"\bsince (?:[a-z]+ ){0,3}(?P<name>[A-Z][\w'\u2019-]{2,}(?: [A-Z][\w'\u2019-]{2,})*)"
)
_CALENDAR = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b"
)
_ANY = frozenset(["time", ""])
"""Said of whatever the sentence tells."""
_ANY_WORDS = frozenset(["time", "occasion", "since", "year"])
_NO_EVENT = re.compile(
    r"quarter|half|century|year|month|week|day|place|party|country|age|most|least|worst|best"
    r"|\w+est"
)
_IN_YEARS = re.compile(
    rf"\b(?:in|within|over)(?: the (?:last|past))? (?P<years>{_COUNT}) years\b", re.IGNORECASE
)
_SLIPS = re.compile(
    r"\b(?:miss|revis|postpon|delay|extend|extension|push|slip|defer|chang)\w*", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"\b(?:deadline|schedul\w+|target date|date of|(?:completion|opening|commissioning) date)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\s*(?:as|more|less|the|higher|larger|bigger|smaller|faster|a|an|that of|their|its)\b",
    re.IGNORECASE,
)
_SAME_WORDS = 3
_SOON = 45
_FEW = 12


@dataclass(frozen=True, slots=True)
class _Told:
    rank: int
    noun: str
    since: int | None
    after: str
    words: frozenset[str]
    reading: int
    written: date | None
    claim: SuggestedClaim


def order_of_places(readings: Sequence[Reading], corpus: Corpus) -> Iterator[SuggestedRelation]:
    """Counts of one happening that two texts give otherwise, and time does not explain."""
    alike = Alike(corpus, readings)
    blocks: dict[tuple[str, int | str], list[_Told]] = defaultdict(list)
    for place, reading in enumerate(readings):
        for told in _told(reading, place):
            for key in _keys(told):
                blocks[key].append(told)
    seen: set[tuple[int, int]] = set()
    for (kind, since), here in blocks.items():
        later = blocks.get((kind, since + 1), []) if isinstance(since, int) else []
        for at, one in enumerate(here[:_FEW]):
            for other in (*here[at + 1 : _FEW], *later[:_FEW]):
                pair = id(one), id(other)
                score = _score(alike, one, other) if pair not in seen else 0.0
                if score:
                    seen |= {pair, pair[::-1]}
                    yield _relation(one, other, score)


def _keys(told: _Told) -> Iterator[tuple[str, int | str]]:
    """Where it is looked for: beside counts from that year or that happening on, else beside
    those of that noun."""
    if told.since is not None:
        yield "since", told.since
    if told.after:
        yield "after", told.after
    if told.since is None or told.noun == "deadline":
        yield "noun", told.noun


def _told(reading: Reading, place: int) -> Iterator[_Told]:
    text = reading.text.document.text
    written = written_of(reading)
    for passage in passages_of(reading):
        sentence = text[passage.start : passage.end]
        for match in _NTH.finditer(sentence):
            if match["times"] and _COMPARED.match(sentence, match.end()):
                continue
            rank, noun = _rank(match), _noun(match, sentence)
            if _NO_EVENT.fullmatch(noun):
                continue
            last = match.start() + len(match[0].rstrip())
            since, after = _since(sentence, written), _after(sentence)
            words = frozenset(content(re.findall(r"[^\W\d_]{3,}", sentence.lower())))
            yield _Told(
                rank, noun, since, after, words - _ANY_WORDS, place, written,
                _claim(reading, passage.start + match.start(), passage.start + last, rank),
            )  # fmt: skip


def _rank(match: re.Match[str]) -> int:
    word = (match["rank"] or match["times"].split()[0]).lower()
    return _RANK.get(word) or int(re.sub(r"\D", "", word))


def _noun(match: re.Match[str], sentence: str) -> str:
    """What is counted: "time", or a deadline that slips in whatever words."""
    if not match["noun"] and not match["times"]:
        return (match["event"] or "").lower().removesuffix("s")
    noun = (match["noun"] or "time").lower()
    if noun in ("deadline", "delay", "postponement", "revision", "extension") or (
        noun in ("time", "occasion") and _DEADLINE.search(sentence) and _SLIPS.search(sentence)
    ):
        return "deadline" if _SLIPS.search(sentence) else noun
    return "time" if noun == "occasion" else noun


def _since(sentence: str, written: date | None) -> int | None:
    if found := _SINCE.search(sentence):
        return int(found["year"])
    if written and (found := _IN_YEARS.search(sentence)):
        word = found["years"].lower()
        return written.year - (_RANK.get(word) or int(word))
    return None


def _after(sentence: str) -> str:
    """The name of the happening or the place that is counted from, "" if none."""
    found = _SINCE_NAME.search(sentence)
    return found["name"].lower() if found and not _CALENDAR.match(found["name"]) else ""


def _score(alike: Alike, one: _Told, other: _Told) -> float:
    """0 where the two can stand beside each other."""
    if one.reading == other.reading or one.rank == other.rank:
        return 0.0
    shared = one.words & other.words - content([one.after])
    same = one.noun == other.noun
    if not same and not (shared and _ANY & {one.noun, other.noun}):
        return 0.0
    if not _excludes(one, other) or not alike.are(one.reading, other.reading):
        return 0.0
    if one.noun == "deadline":
        return 0.65
    if one.since is not None or one.after:
        return 0.75 if shared else 0.6
    return 0.6 if len(shared) >= _SAME_WORDS else 0.0


def _excludes(one: _Told, other: _Told) -> bool:
    """Whether time cannot make one of the other: it only adds, and not in a few days."""
    if not one.written or not other.written:
        return True
    days = (other.written - one.written).days
    grows = (other.rank - one.rank) * days > 0
    return not grows or abs(days) <= _SOON


def _relation(one: _Told, other: _Told, score: float) -> SuggestedRelation:
    since = f" since {one.since or other.since}" if one.since or other.since else ""
    what = "the missed deadlines" if one.noun == "deadline" else f"one happening{since}"
    reason = (
        f"Both count {what}: “{one.claim.exact}” and “{other.claim.exact}”; "
        f"{one.rank} and {other.rank} cannot both be right."
    )
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.NUMERIC, score, "how often", VERSION, reason,
        (one.claim, other.claim),
    )  # fmt: skip


def _claim(reading: Reading, start: int, end: int, rank: int) -> SuggestedClaim:
    exact = reading.text.document.text[start:end]
    value = Decimal(rank)
    quantity = Quantity(QuantityKind.ORDINAL, value, value, unit="time", raw=exact)
    return SuggestedClaim(
        reading.text.source, start, end, exact, Claim(measure="how often", quantity=quantity)
    )
