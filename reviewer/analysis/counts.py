"""Counts with their nouns: "440 troops", "two dozen ships", "12 dead", "between 12 and 15".

The unit of a count is the noun as written, singular or plural, with the nouns that belong to it and
without adjectives that only say how many or which ("infantry training teams", "partners").
"""

from itertools import pairwise

from reviewer.analysis.bounds import PLACES_TOO, trailing_bound
from reviewer.analysis.designators import HEADS, is_among_figures, is_clock, is_name, is_score
from reviewer.analysis.nouns import (
    FUNCTION_WORDS,
    compound_noun,
    counted_noun,
    is_plural,
    single_noun,
    state_after,
)
from reviewer.analysis.numbers import Numeral, read_numeral
from reviewer.analysis.ranges import is_change, is_dated, joint
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.units import PEOPLED
from reviewer.analysis.vague import read_vague
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_BEFORE_BARE = frozenset((
    "to", "of", "from", "by", "was", "were", "is", "are", "at", "than", "with", "only", "just",
    "be", "been", "being", "against", "totals", "reach", "reaches", "hit", "hits", "rose", "fell",
    "won", "left", "down", "out", "up", "kill", "kills", "cost", "costs", "stood", "stands",
    "number", "numbers",
    "total", "some", "another", "wins", "loses", "lost", "employs", "carries", "held", "injures",
    "wounds", "drew", "sold", "bought", "built", "made", "had", "has", "have",
))  # fmt: skip
"""Words behind which figures are a count though no noun follows; so are participles."""
_HARMED = frozenset((
    "killed", "killing", "injured", "injuring", "wounded", "wounding", "arrested", "arresting",
))  # fmt: skip
"""Behind these a number word counts people though no noun follows: "killing nine"."""
_VERBS_BEHIND = frozenset(("were", "are", "have", "had", "died", "survived", "remain", "remained"))
_BEFORE_PRONOUN = frozenset((
    "in", "at", "from", "no", "any", "every", "this", "that", "the", "which", "on", "each", "than",
))  # fmt: skip
"""Words behind which "one" is a pronoun or points at something: "in one region"."""
_BARE_DIGITS = 3
_DIED = frozenset(("died", "drowned", "perished"))
_ENDS_VALUE = frozenset((".", ";", ",", "(", ")"))
_IN_ALL = frozenset((("in", "all"), ("in", "total"), ("of", "which"), ("of", "whom")))
_OF_BACK = 6


def read_count(tokens: Tokens, index: int, *, hedged: str = "") -> Reading | None:
    """A number with the noun that it counts; ``hedged`` is the approximator before it.

    The reading ends with the number: the noun may stand apart from it and is kept as the unit.
    """
    vague = read_vague(tokens, index)
    if vague:
        end = vague[1].end
        noun = counted_noun(tokens, end + (tokens.word(end) == "of"))
        return Reading(index, vague[1].end, _count(*vague, noun)) if noun else None
    between = tokens[index].low == "between"
    low = _countable(tokens, index + between)
    if low is None or (not between and _names_something(tokens, index, low.end)):
        return None
    found = _range(tokens, index, low, between=between)
    if found or between:
        return found
    noun = _noun(tokens, index, low) or _borrowed(tokens, index, low)
    counts = noun or _stands_alone(tokens, index, low, hedged=hedged)
    if not counts or _is_odd(tokens, index, low, noun):
        return None
    return Reading(index, low.end, _count(low, low, noun))


def _names_something(tokens: Tokens, index: int, end: int) -> bool:
    return is_name(tokens, index) or (tokens[index].is_number and is_score(tokens, index, end))


def _noun(tokens: Tokens, index: int, numeral: Numeral) -> str:
    if numeral.single and numeral.value == 1:
        led = tokens[index - 1].low if tokens.near(index) else ""
        return single_noun(tokens, numeral.end) if led not in _BEFORE_PRONOUN else ""
    if tokens.word(numeral.end) in ("who", "whom"):
        return "people"
    if _is_of_them(tokens, numeral.end):
        return counted_noun(tokens, numeral.end + 2)
    if tokens[index].is_number and (noun := compound_noun(tokens, numeral.end)):
        return noun
    end = trailing_bound(tokens, numeral.end)[1]
    return (
        counted_noun(tokens, end)
        or state_after(tokens, end)
        or (_attributive(tokens, index, numeral) if tokens[index].is_number else "")
    )


def _is_of_them(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) == "of" and tokens.word(index + 1) in ("them", "whom", "which")


def _attributive(tokens: Tokens, index: int, numeral: Numeral) -> str:
    """ "12-nation mission", "a 28 yard run", "the 12 page report": the singular behind a figure."""
    hyphened = compound_noun(tokens, numeral.end)
    if hyphened or not tokens.near(index) or tokens[index - 1].low not in ("a", "an", "the"):
        return hyphened
    word, after = tokens[numeral.end], tokens[numeral.end + 1]
    names = word.text.islower() and word.low not in FUNCTION_WORDS and tokens.near(numeral.end)
    return word.text if names and after.is_word and after.low not in FUNCTION_WORDS else ""


def _borrowed(tokens: Tokens, index: int, low: Numeral) -> str:
    """ "From 1,000 to 2,000 hires": what the second figure of a change counts."""
    if tokens.word(low.end) != "to" or not is_change(tokens, index):
        return ""
    high = read_numeral(tokens, low.end + 1)
    return counted_noun(tokens, high.end) if high else ""


def _range(tokens: Tokens, index: int, low: Numeral, *, between: bool) -> Reading | None:
    joined = joint(tokens, index + between, low.end, between=between)
    high = _countable(tokens, joined) if joined and not is_dated(tokens, index, low) else None
    if high is None:
        return None
    if high.power and not low.power and low.value < high.value:
        low = low.scaled(high.power)
    if not low.value < high.value:
        return None
    end = trailing_bound(tokens, high.end)[1]
    noun = counted_noun(tokens, end) or state_after(tokens, end)
    alone = between or not high.single or tokens[index - 1].low in _BEFORE_BARE
    return Reading(index, high.end, _count(low, high, noun)) if noun or alone else None


def _count(low: Numeral, high: Numeral, noun: str) -> Quantity:
    step = min(low.step, high.step)
    return Quantity(QuantityKind.COUNT, low.value, high.value, unit=noun, step=step)


def _countable(tokens: Tokens, index: int) -> Numeral | None:
    """A number that is neither part of a name nor tied to letters ("NH90", "737s")."""
    numeral = read_numeral(tokens, index)
    if numeral is None:
        return None
    end = numeral.end
    if is_clock(tokens, index, end) or (tokens.tight(end) and tokens[end].text in "/%$\u00b0"):
        return None
    if tokens[index].is_number and tokens.tight(end):
        if tokens[end].is_word:
            return _short_scaled(tokens, numeral)
        if tokens[end].is_dash and tokens.tight(end + 1) and not tokens[end + 1].is_number:
            counts = tokens[end + 1].low == "strong" or trailing_bound(tokens, end)[0]
            return numeral if counts or compound_noun(tokens, end) else None
    elif tokens[end].is_dash and tokens.tight(end) and tokens.tight(end + 1):
        return None if tokens[end + 1].is_word else numeral
    return numeral


def _short_scaled(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """ "15k troops", "1.2m\u20131.5m people": the letter is a scale when a counted noun follows."""
    if numeral.power:
        return None
    scaled = read_numeral(tokens, numeral.end - 1, short=True)
    if not scaled or not scaled.power:
        return None
    end = scaled.end
    if tokens[end].is_dash or tokens[end].low == "to":
        other = read_numeral(tokens, end + 1, short=True)
        end = other.end if other and other.power else end
    peopled = any(tokens[numeral.end - 1 - k].low in PEOPLED for k in range(1, 5))
    return scaled if peopled or counted_noun(tokens, end) or state_after(tokens, end) else None


def _is_odd(tokens: Tokens, index: int, numeral: Numeral, noun: str) -> bool:
    """A pronominal "one", a "007", or a bare decimal behind a name ("Innovation 4.0")."""
    if numeral.single and tokens[index].low == "one":
        return not noun
    if len(numeral.figure) > 1 and numeral.figure[0] == "0" and numeral.figure[1] != ".":
        return True
    before = tokens[index - 1]
    after_name = tokens.near(index) and before.is_capital and before.low not in FUNCTION_WORDS
    return after_name and "." in numeral.figure and not numeral.power


def _stands_alone(tokens: Tokens, index: int, numeral: Numeral, *, hedged: str) -> bool:
    """Whether a number without a noun is still a count: grouped, scaled, hedged, or an object."""
    if is_among_figures(tokens, index, numeral.end):
        return False
    if _is_of_them(tokens, numeral.end) and tokens[index].low != "one":
        return True
    strong = tokens[numeral.end].is_dash and tokens[numeral.end + 1].low == "strong"
    if not numeral.single or "," in numeral.figure or strong:
        return True
    if hedged and (numeral.figure or hedged not in PLACES_TOO):
        return True
    if numeral.figure:
        labelled = _is_labelled(tokens, index, numeral) or _is_apposed(tokens, index, numeral)
        return tokens.same_line(index) and (labelled or _is_object(tokens, index, numeral))
    after = tokens[numeral.end]
    died = after.low in _DIED and tokens.near(numeral.end)
    harmed = tokens[index - 1].low in _HARMED
    return died or (harmed and (not after.is_word or after.low in FUNCTION_WORDS))


def _is_labelled(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Whether figures are all that a label tells: "Persons missing: 9."."""
    label = tokens[index - 2]
    if tokens[index - 1].text != ":" or not label.is_word or not tokens.same_line(index - 1):
        return False
    end = numeral.end
    ends = not tokens.same_line(end) or tokens[end].text in _ENDS_VALUE
    ends = ends or (tokens.word(end), tokens.word(end + 1)) in _IN_ALL
    return ends and label.low not in HEADS and tokens.near(index - 1)


def _is_apposed(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """ "The number of towers, 620, was accepted"."""
    if tokens[index - 1].text != "," or tokens[numeral.end].text != ",":
        return False
    words = [tokens[back].low for back in range(max(0, index - _OF_BACK), index)]
    return ("number", "of") in pairwise(words)


def _is_ratio(tokens: Tokens, index: int, end: int) -> bool:
    """Whether bare figures are one of two: "options 1 to 4", "by 2 to 1"; not "from 212 to 217"."""
    led = any(tokens[index - back].low == "from" for back in range(1, 6))
    second = tokens[index - 1].low == "to" and tokens[index - 2].is_number
    first = tokens.word(end) == "to" and tokens[end + 1].is_number
    return (first or second) and not led


def _is_object(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Whether plain figures stand where a count does: "killing 12", "rose to 217", "67 were
    lost"."""
    word, after = tokens[index - 1], tokens[numeral.end]
    if _is_of_them(tokens, numeral.end):
        return True
    if _is_ratio(tokens, index, numeral.end):
        return False
    if tokens.near(numeral.end) and (after.is_capital or after.text in "-/:_&+@#'\u2019"):
        return False
    if word.is_capital and not tokens.opens_sentence(index - 1):
        return False
    if word.text == "." and tokens[index - 2].is_capital and len(tokens[index - 2].text) == 1:
        return False  # "U.S. 119"
    counted = tokens.word(numeral.end) in _VERBS_BEHIND and word.low not in HEADS
    return (
        counted
        or word.low in _BEFORE_BARE
        or (
            word.low.endswith(("ed", "ing"))
            and len(word.low) > _BARE_DIGITS
            and not is_plural(word.low)
        )
    )
