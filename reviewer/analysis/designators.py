"""Numbers that name something and count nothing: "Highway 1", "COVID-19", "10:30", a score."""

from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.tokens import Tokens
from reviewer.domain.yearparts import PARTS

HEADS = frozenset((
    "article", "articles", "section", "sections", "chapter", "chapters", "clause", "clauses",
    "resolution", "resolutions", "highway", "route", "flight", "page", "pages", "pp", "figure",
    "figures", "fig", "table", "tables", "number", "numbers", "no", "nos", "phase", "phases",
    "version", "versions", "type", "grade", "level", "room", "gate", "channel", "district", "ward",
    "area", "zone", "part", "parts", "volume", "vol", "issue", "apollo", "boeing", "airbus",
    "falcon", "schedule", "annex", "appendix", "paragraph", "paragraphs", "para", "line", "lines",
    "bus", "platform", "row", "seat", "pillar", "stage", "tier", "category", "class", "group",
    "world", "war", "track", "step", "rule", "act", "bill", "amendment", "directive", "regulation",
    "protocol", "iphone", "windows", "unit", "reactor", "junction", "exit", "case", "game",
    "match", "round", "lot", "block", "verse", "question", "item", "option", "box", "model",
    "series", "mark", "mk", "lane", "season", "episode", "day", "week", "heat", "leg", "lap",
    "hole", "terminal", "pier", "berth", "warehouse", "building", "apartment", "flat", "suite",
    "floor", "cell", "division", "formula", "form", "docket", "order", "law", "decree", "code",
    "extension", "ext", "tel", "phone", "fax", "isbn", "doi", "ep", "agenda", "goal", "target",
    "principle", "point", "footnote", "note", "endnote", "slide", "exhibit", "map", "chart",
    "graph", "plate", "scene", "psalm", "runway", "hangar", "shaft", "well", "pump", "pit",
    "kilometre", "kilometer", "mile", "fortune", "top", "route", "line", "euro", "vision",
    "horizon", "studio", "site", "camp", "pool", "plan", "scope", "title", "rev", "build",
))  # fmt: skip
"""Words after which a number is a name: "Highway 1", "Article 5"."""

_CLOCK = frozenset(
    (
        "am",
        "pm",
        "o'clock",
        "o\u2019clock",
        "gmt",
        "utc",
        "hrs",
        "edt",
        "est",
        "pdt",
        "pst",
        "bst",
        "cet",
    )
)
_WON = frozenset((
    "won", "lost", "win", "wins", "beat", "beats", "loss", "lead", "led", "draw", "drew", "tie",
    "tied", "defeat", "defeated", "victory", "score", "vote", "voted", "passed", "ruled", "split",
))  # fmt: skip
_SIGNS_BEFORE = frozenset("#_@&\\")


def inside_a_name(tokens: Tokens, index: int) -> bool:
    """Whether a figure hangs on letters: "E-7A", "NH90", "COVID-19", "#12", "v2"."""
    if not tokens[index].is_number or not tokens.tight(index):
        return False
    before = tokens[index - 1]
    if before.is_word or before.text in _SIGNS_BEFORE:
        return True
    hangs = before.is_dash and tokens.tight(index - 1)
    return hangs and tokens[index - 2].is_word and tokens[index - 2].low not in _OPEN_PREFIXES


_OPEN_PREFIXES = frozenset(PARTS) | {"sub", "minus", "pre", "post"}


def is_name(tokens: Tokens, index: int) -> bool:
    """Whether the words before or the capital make the number a name: "COVID-19", "Five Eyes"."""
    token, before = tokens[index], tokens[index - 1]
    if index and tokens.tight(index):
        if before.is_word or before.text in "/:#_.&'\u2019":
            return True
        if before.is_dash and tokens.tight(index - 1) and not tokens[index - 2].is_number:
            return tokens[index - 2].low not in _OPEN_PREFIXES
    if not token.is_number and token.is_capital and token.low != "a":
        return not tokens.opens_sentence(index) or _is_titled(tokens, index + 1)
    if not tokens.near(index):
        return False
    if before.text == ".":
        before = tokens[index - 2]
        return before.low in (
            "no",
            "nos",
            "fig",
            "art",
            "sec",
            "para",
            "vol",
            "pp",
            "p",
            "tel",
            "ext",
        )
    grouped = "," in token.text  # "in Varo district 52,000 people": nothing has so high a number
    return before.low in HEADS and not grouped and not _is_verb(tokens, index - 1)


def _is_titled(tokens: Tokens, index: int) -> bool:
    """ "Five Eyes" opens with a name; "Two Russian soldiers" with a count."""
    return tokens[index].is_capital and not (
        tokens[index + 1].is_word and tokens[index + 1].text.islower() and tokens.near(index + 1)
        and tokens[index + 1].low not in FUNCTION_WORDS
    )  # fmt: skip


def _is_verb(tokens: Tokens, index: int) -> bool:
    """Whether a word that can be a head is something else here: "will target 40 sites"."""
    return tokens[index].text.islower() and tokens[index - 1].low in ("to", "will", "would", "can")


def is_clock(tokens: Tokens, index: int, end: int) -> bool:
    """ "10 a.m.", "10.30pm", "7 o'clock", "0900 GMT", "10:30"."""
    after = tokens[end]
    if after.text == ":" and tokens.tight(end) and tokens[end + 1].is_number:
        return True
    if (
        index
        and tokens[index - 1].text == ":"
        and tokens.tight(index)
        and tokens[index - 2].is_number
    ):
        return True
    if not tokens.near(end):
        return False
    dotted = after.low in ("a", "p") and tokens[end + 1].text == "." and tokens[end + 2].low == "m"
    return after.low in _CLOCK or (dotted and tokens.tight(end + 1))


def is_score(tokens: Tokens, index: int, end: int) -> bool:
    """ "2-2", "a 212-208 vote", "won 3-1", "31-15"."""
    first, last = tokens[index], tokens[end + 1]
    if not (tokens[end].is_dash and tokens.tight(end) and tokens.tight(end + 1) and last.is_number):
        return tokens[end].is_dash is False and _ends_score(tokens, index)
    if not (first.text.isdecimal() and last.text.isdecimal()):
        return False
    falling = int(first.text[:9]) >= int(last.text[:9])
    return falling or tokens[index - 1].low in _WON or tokens.word(end + 2) in _WON


def _ends_score(tokens: Tokens, index: int) -> bool:
    """Whether the figure is the second one of a score."""
    joined = tokens[index - 1].is_dash and tokens.tight(index) and tokens.tight(index - 1)
    return joined and tokens[index - 2].is_number


def is_among_figures(tokens: Tokens, index: int, end: int) -> bool:
    """Whether bare figures stand on both sides or in a row: phone numbers, columns."""
    before = tokens.near(index) and tokens[index - 1].is_number
    return before or (tokens.near(end) and tokens[end].is_number)
