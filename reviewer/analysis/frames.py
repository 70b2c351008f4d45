"""What a value is compared by: whom it is about, what it measures, when, and in what role."""

from dataclasses import dataclass
from datetime import date

from reviewer.analysis.scales import Span
from reviewer.domain.periods import Period
from reviewer.domain.vocabulary import QuantityKind, Role


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim's value in its sentence. Names are keys of ``entities``, words are stems."""

    claim: int  # its place in the reading's claims
    sentence: int  # where its sentence begins
    kind: QuantityKind
    dimension: str  # values of different dimensions cannot be compared: "money", "length", …
    span: Span  # the value in the dimension's base unit
    who: frozenset[str]  # whom it is about
    stated: bool  # whether the sentence itself says so
    names: frozenset[str]  # all that the sentence names
    beside: frozenset[str]  # what the sentence before it names
    places: frozenset[str]  # those of them that say where
    thing: str  # label of the concepts, or ""
    act: str
    qualifiers: frozenset[str]
    scope: frozenset[str]  # what it is for: "education" in "spending on education"
    heads: frozenset[str]  # what is counted or measured, in the text's own words
    near: tuple[str, ...]  # the words of the clause; a tuple takes a fifth of a set's memory
    words: tuple[str, ...]  # the words of the sentence, shared by its frames
    role: Role
    manner: str  # "", "planned", "possible" or "denied"
    change: str  # "", "by" (a change by so much) or "from" (the value before)
    rate: str  # "year" in "a year"
    base: frozenset[str]  # what a percentage is of
    period: Period | None  # the time that the text gives for the value
    cumulative: bool  # "as of", "to date": all until then
    written: date | None
    slot: frozenset[str] = frozenset()  # "first" in "the first round"
    said: tuple[str, str] = ("", "")  # the text's words for thing and act
    sure: bool = True  # whether words name the thing, and do not just hint at it
    marks: frozenset[str] = frozenset()  # what sets it apart, see ``contrasts``
    aside: bool = False
    heading: bool = False
