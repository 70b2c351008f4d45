"""Which capitals are names: a word that is capital only where any word would be is none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.analysis.entities import TITLES, is_country, is_organ, is_telling, key_of
from reviewer.analysis.nouns import FUNCTION_WORDS, is_plural
from reviewer.analysis.scenes import Scene
from reviewer.analysis.stems import EMPTY
from reviewer.analysis.subjects import Name, is_demonym
from reviewer.domain.document import BlockKind

_MOST = 0.6
_FEW = 3
_ACRONYM = 6  # letters: UNICEF, UNESCO
_LEAD = 9  # tokens before a dateline's dash
_ADJECTIVES = ("al", "ed", "ive", "ic", "ary", "ous", "ful", "ean", "ute")
_AFTER_NAMES = frozenset((
    "is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "should", "does", "did", "also", "says", "said", "told", "plans", "expects",
    "forecast", "reported", "reports", "announced", "cut", "sold", "opened", "put", "killed", "hit",
    "puts", "wants", "needs", "gives", "gave", "sends", "sent", "sells", "buys", "bought", "makes",
    "runs", "operates", "employs", "flies", "rose", "fell", "grew", "aims", "hopes", "faces",
    "seeks", "calls", "began", "begins", "took", "takes", "got", "gets", "spent", "spends", "lies",
    "sits", "stands", "stood", "remains", "builds", "built", "pays", "paid", "shut", "saw", "sees",
    "lets", "makes", "produces", "supplies", "serves", "carries", "insists", "denies", "argues",
    "became", "becomes", "came", "comes", "went", "goes", "gets", "led", "leads", "met", "ran",
    "kept", "keeps", "left", "leaves", "lies", "knew", "knows", "thinks", "fears", "claims",
    "and", ",", "now", "owes", "owns", "won", "lost", "held", "made", "pledged", "posted", "warned",
))  # fmt: skip
_PARTS_OF_NAMES = frozenset((
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper",
    "lower", "great", "greater", "little", "old", "saint", "port", "mount", "lake", "fort", "san",
    "central", "united", "grand", "cape", "point", "royal", "bank", "university", "city", "island",
))  # fmt: skip
_OWNED = frozenset((
    "shareholders", "shares", "stock", "investors", "executives", "officials", "management",
    "board", "directors", "bosses", "chief", "boss", "spokesman", "spokeswoman", "spokesperson",
    "employees", "staff", "workers", "customers", "owners", "drivers", "passengers", "residents",
    "police", "troops", "forces", "soldiers", "lawmakers", "voters", "authorities", "government",
    "plant", "plants", "factory", "factories", "mine", "refinery", "airport", "council", "county",
    "district", "province", "city", "town", "river", "dam", "bridge", "hospital", "university",
    "group", "bank", "airline", "subsidiary", "unit", "division", "cars", "aircraft", "planes",
    "bonds", "debt", "profits", "profit", "sales", "revenue", "deliveries", "prosecutors",
))  # fmt: skip
"""What names have and things hardly do: "Telsa shareholders", and not "Lobster boats"."""
_OF_ONE = frozenset(["is", "was", "has", "says", "does", "owns", "expects", "plans", "owes"])
_ENDINGS = ("ing", "ly", "tion", "ment", "ship", "ness", "ity", "ance", "ence", "ists")


def known_names(scenes: Sequence[Scene], vocabulary: frozenset[str]) -> Iterator[Scene]:
    """The scenes with those names alone that the whole text bears out.

    A single word that opens sentences, is never capital within one, and is a word of the text or
    of the ``vocabulary`` is left out ("Power company Egenco"). Of a heading in Title Case those
    names stay that the text has elsewhere; a heading over a text stays if it is a name.
    """
    common = (
        vocabulary
        | EMPTY
        | TITLES
        | {
            token.low
            for scene in scenes
            for token in (scene.tokens[index] for index in range(len(scene.tokens)))
            if token.text.islower() and len(token.text) > _FEW
        }
    )
    inside = {
        key_of(name.text)
        for scene in scenes
        if not _is_titled(scene)
        for name in scene.named
        if not _opens(scene, name)
    }
    openers = Counter(
        key_of(name.text) for scene in scenes for name in scene.named if _opens(scene, name)
    )
    inside |= {key for key, count in openers.items() if count > 1 and key not in common}
    firsts = {
        part
        for key in inside
        if key and " of " not in key
        for part in (key.split()[0], key.split()[-1])
    }
    for scene in scenes:
        if _is_titled(scene):
            titled = _in_title(scene, inside) or _title_opening(scene, common)
            yield replace(scene, named=titled, heading=_heading(scene, inside))
        else:
            kept = tuple(
                _without_opener(scene, _without_noun(scene, name, common), inside, common)
                for name in scene.named
                if _stays(scene, name, inside | firsts, common)
            )
            heading = _heading(scene, inside)
            same = kept == scene.named and heading == scene.heading
            yield scene if same else replace(scene, named=kept, heading=heading)


def _is_in_dateline(scene: Scene, name: Name) -> bool:
    """ "ELMIR" and "Newsline" in "ELMIR (Newsline) - A strong earthquake …"."""
    tokens = scene.tokens
    if scene.start != scene.paragraph[0] or name.first > _LEAD or not tokens[0].text.isupper():
        return False
    ahead = range(name.end, min(name.end + _LEAD, len(tokens)))
    dashes = (place for place in ahead if tokens[place].is_dash and not tokens.tight(place))
    return next(dashes, None) is not None


def _without_noun(scene: Scene, name: Name, common: frozenset[str]) -> Name:
    """ "Acme" in "Revenue of Acme", where a sentence opens with a common word."""
    tokens, of = scene.tokens, name.first + 1
    if not scene.tokens.opens_sentence(name.first) or tokens[of].low != "of":
        return name
    first = of + 1 + (tokens.word(of + 1) == "the")
    if tokens[name.first].low not in common or first >= name.end:
        return name
    text = tokens.slice(first, name.end).removesuffix("'s").removesuffix("\u2019s")
    return name._replace(first=first, text=text)


def _without_opener(scene: Scene, name: Name, inside: set[str], common: frozenset[str]) -> Name:
    """ "Volkswagen" in "Affected Volkswagen owners", "Germany" behind a dateline in capitals: the
    rest is a name of the text, the first word is none or says where the text was written."""
    tokens = scene.tokens
    low, rest = tokens[name.first].low, name.first + 1
    if rest >= name.end or not tokens[rest].is_capital or not _opens(scene, name):
        return name
    dateline = _is_place_of_writing(scene, name)
    text = tokens.slice(rest, name.end).removesuffix("'s").removesuffix("\u2019s")
    key = key_of(text)
    whole = key_of(name.text)
    if not dateline and (
        whole in inside
        or is_country(whole)
        or is_organ(key)
        or low in _PARTS_OF_NAMES
        or tokens[name.first].text.isupper()
    ):
        return name
    known = key in inside or is_country(key)
    if not (dateline or (known and low in common)):
        return name
    acts = name.acts and not (rest + 1 == name.end and is_demonym(text))
    return name._replace(first=rest, text=text, acts=acts)


def _is_place_of_writing(scene: Scene, name: Name) -> bool:
    """Whether a paragraph opens with a word in capitals and another name: "LISBON German"."""
    first, after = scene.tokens[name.first].text, scene.tokens[name.first + 1].text
    opens = name.first == 0 and scene.start == scene.paragraph[0]
    return opens and len(first) > _ACRONYM and first.isupper() and not after.isupper()


def _heading(scene: Scene, inside: set[str]) -> str:
    key = key_of(scene.heading) if scene.heading else ""
    return scene.heading if key and (key in inside or is_country(key)) else ""


def _stays(scene: Scene, name: Name, inside: set[str], common: frozenset[str]) -> bool:
    if not is_telling(key_of(name.text)) or _is_in_dateline(scene, name):
        return False
    if not _opens(scene, name):
        return True
    key = key_of(name.text)
    if " " in key or key in inside or is_country(key):
        return True
    told = name.possessive or scene.tokens.word(name.end) in _AFTER_NAMES
    if key.endswith(_ADJECTIVES) and not told:
        return False
    after = scene.tokens.word(name.end)
    told = told or after in _OWNED
    if not (told or after.endswith("ed") or _is_end(scene, name.end)):
        return False  # "Wheat prices", told once of nothing that the text comes back to
    one = name.possessive or after in _OF_ONE  # "Powys is"
    return key not in common and (one or not is_plural(key)) and not key.endswith(_ENDINGS)


def _is_end(scene: Scene, place: int) -> bool:
    """Whether no further word is led on to: a sign, a figure or the end stands there."""
    return not scene.tokens[place].is_word or scene.tokens[place].low in FUNCTION_WORDS


def _opens(scene: Scene, name: Name) -> bool:
    """Whether no word of the sentence stands before a name, or its dateline alone does: bullets are
    none."""
    tokens = scene.tokens
    if tokens.opens_sentence(name.first) or tokens.opens_cell(name.first):
        return True
    dashed = tokens[name.first - 1].is_dash and not tokens.tight(name.first)
    if dashed and name.first <= _LEAD and tokens[0].text.isupper():
        return scene.start == scene.paragraph[0]
    return not any(tokens[index].is_word for index in range(name.first))


def _is_titled(scene: Scene) -> bool:
    """Whether nearly all words of a heading are capitals."""
    words = [t for t in (scene.tokens[i] for i in range(len(scene.tokens))) if t.is_word]
    if scene.kind is not BlockKind.HEADING:
        shouted = all(word.text.isupper() for word in words if len(word.text) > _FEW)
        return shouted and sum(len(word.text) > _FEW for word in words) > _FEW
    long = [word for word in words if len(word.text) > _FEW]
    return bool(long) and sum(word.is_capital for word in long) >= _MOST * len(long)


def _title_opening(scene: Scene, common: frozenset[str]) -> tuple[Name, ...]:
    """What a title begins with, up to the first word of the language: "Tamor Ganga" in "Tamor
    Ganga Hydroelectric Project"."""
    tokens, end = scene.tokens, 0
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_capital:
        if tokens[end].low in common or tokens[end].text.isupper():
            break
        end += 1
    words = tokens.slice(0, end) if 0 < end < len(tokens) else ""
    return (Name(0, end, words, possessive=False, acts=True),) if is_telling(key_of(words)) else ()


def _in_title(scene: Scene, inside: set[str]) -> tuple[Name, ...]:
    """Names of the text that stand in the title: the longest at each word."""
    tokens, found, index = scene.tokens, [], 0
    while index < len(tokens):
        for length in range(min(5, len(tokens) - index), 0, -1):
            words = tokens.slice(index, index + length)
            bare = words.removesuffix("'s").removesuffix("\u2019s")
            if tokens[index].is_capital and key_of(bare) in inside:
                found.append(Name(index, index + length, bare, bare != words, acts=True))
                index += length - 1
                break
        index += 1
    return tuple(found)
