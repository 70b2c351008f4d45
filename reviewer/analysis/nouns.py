"""The counted noun after a number, and the base after a percentage, without a grammar.

English puts function words where noun phrases end, and a plural where a counted one has its head:
that is enough for "440 troops and", "1,500 Russian and Belarussian individuals and entities".
"""

from reviewer.analysis.tokens import Tokens

_LONGEST_PHRASE = 9
_LONGEST_BASE = 5

FUNCTION_WORDS = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "nor", "so", "yet",
    "if", "than", "then", "as", "at", "by", "for", "from", "in", "into", "of", "off", "on",
    "onto", "out", "over", "per", "to", "toward", "towards", "under", "until", "till", "up",
    "upon", "via", "with", "within", "without", "about", "above", "after", "against", "along",
    "amid", "among", "around", "before", "behind", "below", "beneath", "beside", "besides",
    "between", "beyond", "despite", "down", "during", "except", "following", "including",
    "inside", "like", "near", "outside", "past", "regarding", "since", "through", "throughout",
    "under", "unlike", "while", "although", "because", "though", "unless", "when", "where",
    "whereas", "whether", "which", "who", "whom", "whose", "why", "how", "what", "it", "its",
    "he", "she", "they", "them", "their", "his", "her", "we", "us", "our", "you", "your", "i",
    "my", "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do",
    "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
    "not", "no", "also", "too", "very", "just", "only", "even", "still", "already", "now",
    "here", "there", "today", "yesterday", "tomorrow", "ago", "later", "earlier", "each",
    "both", "either", "neither", "once", "again", "were", "was", "say", "says", "said", "worth",
    "alone", "apiece", "annually", "yearly", "monthly", "according", "both", "all",
))  # fmt: skip

_ADJECTIVES = frozenset((
    "total", "other", "new", "more", "additional", "further", "extra", "different", "separate",
    "large", "small", "big", "major", "minor", "main", "key", "own", "such", "same", "whole",
    "full", "several", "various", "many", "few", "some", "single", "consecutive", "successive",
    "contrasting", "most", "remaining", "last", "next", "first", "past", "so-called",
    "high-level", "senior", "top", "leading",
))  # fmt: skip
IRREGULAR_PLURALS = frozenset((
    "people", "men", "women", "children", "personnel", "troops", "police", "staff", "cattle",
    "aircraft", "helicopters", "vessels", "sheep", "fish", "species", "series", "lives",
    "percent", "criteria", "media", "phenomena", "crises", "bases", "analyses", "teeth", "feet",
    "mice", "geese", "spacecraft", "watercraft", "offspring", "others", "crew", "livestock",
    "deer", "salmon", "bacteria", "alumni", "oxen", "dice", "grandchildren", "data", "faculty",
))  # fmt: skip
_NOT_PLURAL_ENDINGS = ("ss", "us", "is", "'s", "\u2019s", "ous")
_PLURAL_ENDINGS = ("men", "people", "craft", "folk", "children")
_NO_MEN = ("specimen", "regimen", "abdomen", "acumen", "omen", "yemen", "semen", "women's")
_INITIAL = 2  # tokens
_SIZES = frozenset((
    "litre", "liter", "megawatt", "kilowatt", "gigawatt", "mw", "kw", "kilovolt", "kv", "metre",
    "meter", "inch", "foot", "mile", "kilometre", "kilometer", "tonne", "ton", "bed", "bedroom",
    "seat", "seater", "storey", "story", "gallon", "year", "month", "week", "day", "hour", "mm",
    "millimetre", "calibre", "horsepower", "gram", "kilogram", "person",
))  # fmt: skip
"""Singulars behind a number that say of what size a thing is."""
_STATES = frozenset((
    "dead", "injured", "wounded", "missing", "killed", "hospitalised", "hospitalized", "homeless",
    "displaced", "arrested", "detained", "hurt", "infected", "unaccounted", "trapped", "rescued",
    "evacuated", "stranded", "unemployed",
))  # fmt: skip
"""What a number of people can be, where the people are left out: "12 dead"."""
_BE = frozenset((
    "was", "were", "is", "are", "be", "been", "remain", "remained", "left", "feared", "reported",
    "confirmed", "seriously", "still", "others", "more", "critically",
))  # fmt: skip
_ONE_OF_MANY = frozenset((
    "day", "thing", "way", "hand", "side", "time", "point", "reason", "another", "more", "such",
    "that", "who", "which", "aspect", "example", "word", "sense", "moment", "else", "end", "night",
    "morning", "area", "step", "place", "idea", "issue", "argument", "view", "half", "third", "by",
    "big", "key", "major", "particular", "obvious", "possible", "further", "can", "must", "could",
))  # fmt: skip
"""Behind "one" these make a turn of phrase: "one day", "on the one hand"."""
_NO_COMPOUNDS = frozenset((
    "way", "fold", "time", "off", "sided", "handed", "something", "ish", "up", "plus", "and", "to",
    "or", "a", "the", "in", "on", "by", "per", "over", "under", "old", "all", "based", "hour",
))  # fmt: skip
_PLURALS_BEFORE = frozenset((
    "sales", "arms", "sports", "savings", "systems", "weapons", "operations", "goods", "services",
    "sanctions", "drugs", "customs", "earnings", "news", "electronics", "logistics", "women",
    "crew", "staff", "police", "aircraft", "personnel", "communications", "munitions", "jobs",
    "games", "human", "works", "defense", "mines", "rights",
))  # fmt: skip
"""Plurals that stand before a noun as they are: "sales teams"."""
_NOT_PLURALS = frozenset((
    "gas", "has", "was", "does", "his", "its", "this", "less", "press", "plus", "always",
    "perhaps", "across",
))  # fmt: skip
_DETERMINERS = frozenset(
    ["the", "its", "their", "his", "her", "our", "your", "this", "that", "these", "those"]
)


SMALL_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))


def counted_noun(tokens: Tokens, index: int) -> str:
    """The noun that a number before ``index`` counts, or nothing if none is found."""
    index = _behind_of(tokens, index)
    words: list[int] = []
    name = ""
    skip = 0
    for place in range(index, index + _LONGEST_PHRASE):
        token = tokens[place]
        skip = max(skip, place + _described(tokens, place))
        if place < skip:
            words.clear()
            continue
        if not tokens.near(place) or not _may_stand(tokens, place, bool(words)):
            break
        if is_plural(token.text) and tokens[place + 1].is_dash and tokens.tight(place + 1):
            continue
        if token.is_capital or token.is_number:
            name = _capital_head(tokens, place) or name
            words.clear()
            continue
        joins = token.low in ("and", "or")
        if token.is_word and not joins and not _is_tied(tokens, place):
            words.append(place)
        if words and is_plural(token.text):
            return _head(tokens, words)
    return name


def _behind_of(tokens: Tokens, index: int) -> int:
    """Where the phrase begins behind "of the", "of the country's", "of ten"."""
    if tokens.word(index) != "of":
        return index
    after = tokens[index + 1]
    if after.low in _DETERMINERS and after.is_word:
        index += tokens[index + 2].low.endswith(("'s", "\u2019s"))
        return index + 2 + (tokens[index + 2].is_number or tokens[index + 2].low in SMALL_NUMBERS)
    counted = after.is_number or after.low in SMALL_NUMBERS
    return index + 2 * (counted or after.low.endswith(("'s", "\u2019s", "s'")))


def _described(tokens: Tokens, place: int) -> int:
    """How many tokens from here only say of what size or from where what is counted is:
    "3.0-litre", "U.S."."""
    if tokens[place].is_number and tokens.near(place):
        dashed = tokens[place + 1].is_dash
        return 2 + dashed if tokens[place + 1 + dashed].low in _SIZES else 0
    end = place
    while len(tokens[end].text) == 1 and tokens[end].is_capital and tokens[end + 1].text == ".":
        end += 2
    return end - place if end - place > _INITIAL and tokens[end].text.islower() else 0


def _is_tied(tokens: Tokens, place: int) -> bool:
    """Whether it is the end of a word that only tells which: "2.0-liter", "Virginia-based"."""
    if not tokens.tight(place):
        return False
    before = tokens[place - 1]
    other = tokens[place - 2]
    return before.is_number or (before.is_dash and (other.is_number or other.is_capital))


def state_after(tokens: Tokens, index: int) -> str:
    """ "12 dead", "three were missing": what so many people are, or nothing."""
    place = index
    while place < index + 4 and tokens.near(place) and tokens[place].low in _BE:
        place += 1
    word = tokens.word(place)
    if word not in _STATES:
        return ""
    after = tokens.word(place + 1)
    return word if not after or after in FUNCTION_WORDS or not tokens[place + 1].is_word else ""


def is_state(word: str) -> bool:
    """Whether a word says what people are whom it leaves out: "dead"."""
    return word in _STATES


def single_noun(tokens: Tokens, index: int) -> str:
    """What "one" counts, if that is said at once: "one person", "one police officer"."""
    if tokens.word(index) in _ONE_OF_MANY or tokens[index].is_capital:
        return ""
    words: list[str] = []
    for word in noun_phrase(tokens, index, longest=3).split():
        if words and (not word.islower() or word.endswith(("s", "ed", "ly"))):
            break  # a verb, as far as endings tell
        words.append(word)
    if not words or words[-1] in _ONE_OF_MANY or words[-1].endswith(("ed", "ly", "ing")):
        return ""
    return " ".join(word for word in words if word not in _ADJECTIVES)


def compound_noun(tokens: Tokens, index: int) -> str:
    """The noun behind figures and a hyphen: "12-nation mission", but not "50-50",
    "20-something"."""
    if not (tokens[index].is_dash and tokens.tight(index) and tokens.tight(index + 1)):
        return ""
    token = tokens[index + 1]
    if not token.text.islower() or token.low in _NO_COMPOUNDS or len(token.text) < 3:  # noqa: PLR2004 - "5-a", "3-d"
        return ""
    return "" if token.low == "strong" else token.text


def _may_stand(tokens: Tokens, place: int, inside: bool) -> bool:
    """Whether the token can belong to the phrase; "and" only between names ("Russian and …")."""
    token = tokens[place]
    if token.is_dash:
        return tokens.tight(place) and tokens.tight(place + 1)
    if token.is_number:
        return tokens.tight(place + 1) or tokens.tight(place)
    if token.low in ("and", "or", ","):
        between_names = not inside and tokens[place - 1].is_capital and tokens[place + 1].is_capital
        paired = inside and token.low != "," and tokens[place + 1].text.islower()
        return between_names or (paired and tokens[place + 1].low not in FUNCTION_WORDS)
    before = tokens[place - 1]
    tied = tokens.tight(place) and (before.is_dash or before.is_number)
    return token.is_word and (tied or token.low not in FUNCTION_WORDS)


def _capital_head(tokens: Tokens, place: int) -> str:
    """A plural name such as "Ministers", if the phrase could end with it."""
    after = tokens.word(place + 1)
    ends = not after or after in FUNCTION_WORDS or not tokens[place + 1].is_capital
    return tokens[place].text if ends and is_plural(tokens[place].text) else ""


def _head(tokens: Tokens, words: list[int]) -> str:
    """From the first word that says something to the last plural ("sales teams")."""
    end = words[-1] + 1
    if tokens[words[-1]].low in _PLURALS_BEFORE and tokens.same_line(end):
        end += not tokens[end].is_capital and is_plural(tokens[end].text)
    first = next((p for p in words if tokens[p].low not in _ADJECTIVES), words[-1])
    if tokens.word(end) == "and" and _is_paired(tokens, end + 1):
        end += 2
    return " ".join(tokens.slice(first, end).split())


def _is_paired(tokens: Tokens, place: int) -> bool:
    """Whether "and" joins a second counted plural: "individuals and entities"."""
    token = tokens[place]
    after = tokens.word(place + 1)
    following = tokens[place + 1]
    closed = not after or after in FUNCTION_WORDS or not (following.is_word or following.is_number)
    closed = closed and after != "worth"
    return tokens.near(place) and not token.is_capital and is_plural(token.text) and closed


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower()
    if len(word) > 2 and word[:-1].isupper() and word[-1] == "s":  # noqa: PLR2004 - "MPs"
        return True
    if low in IRREGULAR_PLURALS or (
        low.endswith(_PLURAL_ENDINGS) and not low.endswith(_NO_MEN) and len(low) > 4  # noqa: PLR2004 - "men" itself is in the list
    ):
        return True
    if len(low) < 4 or low in _NOT_PLURALS or low in FUNCTION_WORDS:  # noqa: PLR2004 - "as", "yes"
        return False
    return low.endswith("s") and not low.endswith(_NOT_PLURAL_ENDINGS)


def noun_phrase(tokens: Tokens, index: int, longest: int = 4) -> str:
    """Words up to the next function word or sign, for what has no plural: "third NATO summit"."""
    end = index
    while end < index + longest and tokens.near(end):
        token = tokens[end]
        dashed = token.is_dash and tokens.tight(end) and tokens.tight(end + 1)
        if not dashed and (not token.is_word or token.low in FUNCTION_WORDS):
            break
        longest += 2 * dashed
        end += 1
    return " ".join(tokens.slice(index, end).split()) if end > index else ""


def base_after(tokens: Tokens, index: int) -> str:
    """What a percentage is of: "2022 GDP" in "percent of its 2022 GDP"."""
    if tokens.word(index) != "of":
        return ""
    first = index + 1 + (tokens.word(index + 1) in _DETERMINERS)
    end = first
    while end < first + _LONGEST_BASE and tokens.near(end):
        token = tokens[end]
        if token.is_dash and tokens.tight(end) and tokens.tight(end + 1):
            end += 2  # "1,100-kilometre border"
            continue
        if not (token.is_word or token.is_number) or token.low in FUNCTION_WORDS:
            break
        if end > first and token.low.endswith("ed") and is_plural(tokens[end - 1].text):
            break  # a verb or participle: "doses expired", "votes counted"
        end += 1
    return " ".join(tokens.slice(first, end).split()) if end > first else ""


_SINGULARS = {
    "people": "person", "children": "child", "feet": "foot", "teeth": "tooth", "lives": "life",
    "wives": "wife", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "halves": "half",
    "geese": "goose", "mice": "mouse", "oxen": "ox", "criteria": "criterion", "crises": "crisis",
    "phenomena": "phenomenon", "bases": "base", "analyses": "analysis", "series": "series",
    "species": "species", "men": "man", "buses": "bus", "gases": "gas", "viruses": "virus",
}  # fmt: skip


def singular(word: str) -> str:
    """The singular of an English noun in lower case; what is no plural comes back as it is."""
    low = word.lower()
    if low in _SINGULARS:
        return _SINGULARS[low]
    if low.endswith("men") and not low.endswith(_NO_MEN):
        return f"{low[:-2]}an"
    if not is_plural(low) or low in IRREGULAR_PLURALS:
        return low
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004 - "dies", "ties"
        return f"{low[:-3]}y"
    if low.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return low[:-2]
    return low.removesuffix("s")
