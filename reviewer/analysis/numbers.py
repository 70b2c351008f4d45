"""Numbers as figures and as words: "1,700", "79.5 million", "two hundred and fifty", "a dozen"."""

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache

from reviewer.analysis.calendar import MONTHS, SHORT_MONTHS
from reviewer.analysis.tokens import Tokens

_FIGURE = re.compile(
    r"[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3})++(?:\.[0-9]++)?+"
    r"|[0-9]{1,2}(?:,[0-9]{2})++,[0-9]{3}(?:\.[0-9]++)?+"  # lakhs and crores: 12,34,567
    r"|[0-9]*+(?:\.[0-9]++)?+"
)
_LONGEST_FIGURE = 24  # beyond it nobody states an amount, and decimal arithmetic would round
EXACT = Context(prec=100)
"""Arithmetic of amounts, whatever the thread's own context would round."""
_LONGEST_WORDS = 12
_SEPARATORS = str.maketrans("", "", ", \u00a0\u2009\u202f")
_GROUP = 3
_LEADS_A_GROUP = frozenset((
    "about", "around", "nearly", "almost", "approximately", "roughly", "some", "estimated", "than",
    "least", "most", "over", "exactly", "the", "of", "reach", "reached", "totalled", "totaled",
))  # fmt: skip
_LEADS_A_DAY = frozenset(("on", "by", "since", "until", *MONTHS)) - SHORT_MONTHS

SCALES = {
    "hundred": 2, "thousand": 3, "lakh": 5, "lakhs": 5, "crores": 7, "million": 6, "millions": 6,
    "crore": 7, "billion": 9,
    "billions": 9, "trillion": 12, "trillions": 12, "mn": 6, "mln": 6, "bn": 9, "bln": 9,
    "tn": 12, "trn": 12,
}  # fmt: skip
"""Word or sign after a figure → power of ten."""
SHORT_SCALES = {"k": 3, "m": 6, "b": 9, "t": 12}
"""Letters that are powers of ten where a currency says so: elsewhere "5m" may be metres."""

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_WORD_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12} | {
    word: 10 ** SCALES[word] for word in ("million", "billion", "trillion")
}
FRACTION_SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}
_SLASHED = frozenset([("1", "2"), ("1", "4"), ("3", "4")])
NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number up to before token ``end``; ``step`` is the size of its last stated digit."""

    value: Decimal
    step: Decimal
    end: int
    power: int = 0  # of ten, from a scale word after a figure
    figure: str = ""  # as written, if in figures
    single: bool = False  # one figure or one small word: what a plain "one" or "2024" is

    def scaled(self, power: int) -> "Numeral":
        """The same digits with another scale: the 10 of "10-12 million"."""
        return replace(
            self,
            value=plain(self.value.scaleb(power)),
            step=plain(self.step.scaleb(power)),
            power=power,
        )


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent in its digits."""
    return Decimal(format(value, "f"))


def read_numeral(tokens: Tokens, index: int, *, short: bool = False) -> Numeral | None:
    """The number that begins at ``index``; ``short`` allows "12m" and "5k" to be scales."""
    known = tokens.numerals
    place = index, short
    if place not in known:
        figures = tokens[index].is_number
        known[place] = _figure(tokens, index, short=short) if figures else _words(tokens, index)
    found = known[place]
    assert found is None or isinstance(found, Numeral)
    return found


@lru_cache(1024)
def figure_value(text: str) -> Decimal | None:
    """A well-formed figure as a number; None for versions, addresses and the like."""
    if len(text) > _LONGEST_FIGURE or not _FIGURE.fullmatch(text):
        return None
    return Decimal(text.translate(_SEPARATORS))


def _figure(tokens: Tokens, index: int, *, short: bool) -> Numeral | None:
    figure, end = _grouped(tokens, index)
    value = figure_value(figure)
    if value is None:
        return None
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    numeral = Numeral(value, step, end, figure=figure, single=True)
    numeral = _mixed(tokens, numeral)
    power, end = _scale(tokens, numeral.end, short=short)
    return replace(numeral.scaled(power), end=end, single=False) if power else numeral


def _grouped(tokens: Tokens, index: int) -> tuple[str, int]:
    """The figure at ``index``, over plain spaces between groups of three: "11 300 people".

    Such figures may also be two that stand beside each other ("on 11 300 people came"): they are
    one where the last is round, or where a sign of money, an approximator or "of" leads them.
    """
    first, end = tokens[index].text, index + 1
    while _is_group(tokens, end):
        end += 1
    if end == index + 1 or len(first) > _GROUP or not first.isdecimal() or first[0] == "0":
        return first, index + 1
    alone = not tokens[end].is_number and (
        not tokens.near(index) or not tokens[index - 1].is_number
    )
    before = tokens[index - 1]
    led = before.low in _LEADS_A_GROUP or (tokens.tight(index) and not before.is_word)
    round_ = tokens[end - 1].text.endswith("00") and before.low not in _LEADS_A_DAY
    return (tokens.slice(index, end), end) if alone and (led or round_) else (first, index + 1)


def _is_group(tokens: Tokens, index: int) -> bool:
    text = tokens[index].text
    spaced = tokens.text[tokens[index].start - 1 : tokens[index].start] == " "
    return spaced and tokens.same_line(index) and len(text) == _GROUP and text.isdecimal()


def _mixed(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "2½" and "1 1/2": a whole number and a part of one."""
    end = numeral.end
    sign = FRACTION_SIGNS.get(tokens[end].text) if tokens.near(end) else None
    if sign:
        return _with_part(numeral, sign, end + 1)
    above, below = tokens[end].text, tokens[end + 2].text
    slashed = tokens.same_line(end) and tokens[end + 1].text == "/" and not tokens.tight(end)
    if slashed and (above, below) in _SLASHED and tokens.tight(end + 1) and tokens.tight(end + 2):
        return _with_part(numeral, (int(above), int(below)), end + 3)
    return numeral


def _with_part(numeral: Numeral, part: tuple[int, int], end: int) -> Numeral:
    value = numeral.value + Decimal(part[0]) / Decimal(part[1])
    return replace(numeral, value=value, step=Decimal("0.1"), end=end, single=False)


def _scale(tokens: Tokens, index: int, *, short: bool) -> tuple[int, int]:
    """Power of ten and where it ends; also across a hyphen, as in "2-million"."""
    if tokens[index].is_dash and tokens.tight(index) and tokens.tight(index + 1):
        power = SCALES.get(tokens[index + 1].low, 0)
        return power, index + 2
    word = tokens.word(index)
    if word in SCALES:
        further = SCALES.get(tokens.word(index + 1), 0)  # "4 hundred million", "2 lakh crore"
        return SCALES[word] + further, index + 1 + bool(further)
    if short and word in SHORT_SCALES and not tokens[index].is_dash:
        return SHORT_SCALES[word], index + 1
    return 0, index


def _words(tokens: Tokens, index: int) -> Numeral | None:
    """Number words, by the usual sum of products; at most a dozen of them."""
    halved = _half_a_scale(tokens, index)
    if halved:
        return halved
    total = current = 0
    last_scale, end, place = 1, index, index
    while place < index + _LONGEST_WORDS:
        word = tokens[place].low
        if word in _UNITS and (end == index or _may_follow(tokens, place, current)):
            current += _UNITS[word]
            last_scale = 1
        elif word in _TENS and current % 100 == 0:
            current += _TENS[word]
            last_scale = 1
        elif word in _WORD_SCALES and current:
            last_scale = _WORD_SCALES[word]
            current *= last_scale
            if last_scale > 100:  # noqa: PLR2004 - a hundred still multiplies what follows it
                total, current = total + current, 0
        elif word in ("a", "an") and end == index and tokens.word(place + 1) in _WORD_SCALES:
            current = 1
        else:
            break
        end = place + 1
        place = _next_number_word(tokens, end)
    if end == index or (end == index + 1 and tokens[index].low in ("a", "an")):
        return None
    value = Decimal(total + current)
    step = Decimal(1 if last_scale == _WORD_SCALES["dozen"] else last_scale)
    return _and_a_half(tokens, Numeral(value, step, end, single=end == index + 1))


def _may_follow(tokens: Tokens, place: int, current: int) -> bool:
    """A digit after tens needs its hyphen ("twenty-five"), after hundreds it does not."""
    if current % 100 == 0:
        return True
    return current % 10 == 0 and tokens[place - 1].is_dash and _UNITS[tokens[place].low] < 10  # noqa: PLR2004 - decimal digits


def _next_number_word(tokens: Tokens, place: int) -> int:
    """Where the next word of the number stands: after a tight hyphen or an "and"."""
    if tokens[place].is_dash and tokens.tight(place) and tokens.tight(place + 1):
        return place + 1
    if (
        tokens.word(place) == "and"
        and tokens[place - 1].low in _WORD_SCALES
        and (tokens.word(place + 1) in NUMBER_WORDS)
    ):
        return place + 1
    return place if tokens.near(place) else len(tokens)


def _half_a_scale(tokens: Tokens, index: int) -> Numeral | None:
    """ "Half a million", "half million", "a quarter of a million"; "half a" before a unit is
    0.5."""
    start = index + (tokens[index].low == "a" and tokens.word(index + 1) == "quarter")
    parts = {"half": 2, "quarter": 4}.get(tokens[start].low, 0)
    if not parts or not tokens.near(start + 1):
        return None
    place = start + 1 + (tokens[start + 1].low == "of" and tokens.word(start + 2) == "a")
    place += tokens.word(place) in ("a", "an")
    scale = _WORD_SCALES.get(tokens.word(place))
    if scale:
        value = plain(Decimal(scale) / parts)
        tenth = Decimal(scale) / (10 if parts == 2 else 100)  # noqa: PLR2004 - 0.5 and 0.25
        return Numeral(value, value if scale <= 12 else plain(tenth), place + 1)  # noqa: PLR2004 - half a dozen is six
    if parts == 2 and place == start + 2 and tokens[place - 1].low != "of":  # noqa: PLR2004 - a half
        return Numeral(Decimal("0.5"), Decimal("0.1"), place, single=True)
    return None


def _and_a_half(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "Two and a half million", "three and a half"."""
    end = numeral.end
    joined = end + 1 if tokens[end].is_dash else end
    for place in (end, joined):
        if tokens.phrase_at(place, ("and", "a", "half")) and tokens.near(place):
            after = place + 3
            break
    else:
        return numeral
    scale = _WORD_SCALES.get(tokens.word(after), 1)
    return Numeral(
        numeral.value * scale + (Decimal(scale // 2) if scale > 1 else Decimal("0.5")),
        Decimal(scale // 10) if scale > 12 else Decimal("0.1"),  # noqa: PLR2004 - a dozen has no tenth
        after + (scale > 1),
    )
