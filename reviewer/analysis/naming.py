"""One thing under two names: "declaration of intent" / "statement of intent", "Pôrto" / "Porto"."""

from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

from reviewer.analysis.clauses import CONTRASTS, Words
from reviewer.analysis.events import Days
from reviewer.analysis.matters import names_shared
from reviewer.analysis.naming_read import ROLES, Mention, NameUse
from reviewer.analysis.proposing import (
    Stated,
    Told,
    best_first,
    claim_in_words,
    days_apart,
    of_two_texts,
    on_day,
    when_told,
)
from reviewer.analysis.sharing import sharing
from reviewer.analysis.stated import Statements
from reviewer.analysis.stems import bare
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind

NAME, SPELLING = "name", "spelling"
VERSION = 1
_PERIOD = 120  # days between two texts that may speak of one instrument
_TITLE = 4  # words in common that make a title
_AROUND, _MATTER = 2, 2  # further words, and names of the texts, that two titles have in common
_LONG = 5  # letters of a name that one letter more or less does not make another


def suggest_names(readings: Iterable[Stated]) -> tuple[SuggestedRelation, ...]:
    """Names of different texts that seem to stand for one thing, best first."""
    texts = [reading.statements for reading in readings]
    return best_first([*_instruments(texts), *_spellings(texts)])


def _instruments(texts: list[Statements]) -> Iterator[SuggestedRelation]:
    mentions = [Told(text, mention) for text in texts for mention in text.mentions]
    best: dict[tuple[str, ...], SuggestedRelation] = {}
    for one, other in sharing(mentions, _mention_keys, of_two_texts):
        a, b = one.item, other.item
        when = when_told(a.days, one.text.reference), when_told(b.days, other.text.reference)
        gap = days_apart(*when)
        score = _same_title(one, other) if a.head == b.head else _same_instrument(a, b)
        if score is None and gap == 0 and _signed_at_once(one, other):
            score = 0.54
        if score is None and _one_treaty(one, other):
            score = 0.52
        if score is None or (gap is not None and abs(gap) > _PERIOD):
            continue
        relation = SuggestedRelation(
            RelationKind.QUALIFIES, Dimension.WORDING, round(score, 3), NAME, VERSION,
            f"One text says “{a.said}”{on_day(when[0])}, the other “{b.said}”{on_day(when[1])}; "
            f"both name {_shared_words(a, b)}.",
            (_mention_claim(one, when[0]), _mention_claim(other, when[1])),
        )  # fmt: skip
        key = (one.text.source, other.text.source, a.head, b.head)
        if key not in best or best[key].score < relation.score:
            best[key] = relation
    yield from best.values()


def _mention_claim(named: Told[Mention], when: Days | None) -> SuggestedClaim:
    mention = named.item
    parties = " ".join(mention.parties).title()
    return claim_in_words(named, parties, mention.kind, mention.said, when=when)


def _mention_keys(named: Told[Mention]) -> Iterator[tuple[str, ...]]:
    mention = named.item
    for word in {*mention.parties, *mention.name}:
        yield mention.kind, word
    if _is_title(mention):
        for pair in pairwise(mention.topic):
            yield (mention.head, *pair)


def _same_instrument(one: Mention, other: Mention) -> float | None:
    """How surely the two names are of one thing, or None."""
    name = set(one.name) & set(other.name)
    topic = (set(one.topic) | set(one.name)) & (set(other.topic) | set(other.name))
    a, b = set(one.parties), set(other.parties)
    if not a or not b:
        proper = len(name) >= 3  # noqa: PLR2004 - "Taru Valley Recovery" Fund, Programme
        return 0.55 if proper else None
    if not (a <= b or b <= a):
        return None
    together = len(a & b)
    if _is_proper(one) and _is_proper(other) and name in (set(one.name), set(other.name)):
        return 0.58
    if name and together >= 2 and len(topic) > len(name) - 1:  # noqa: PLR2004 - two parties
        return 0.6 + 0.04 * min(3, len(topic)) + 0.03 * (one.concluded and other.concluded)
    return 0.55 if len(topic) >= 2 and together >= 2 else None  # noqa: PLR2004


def _signed_at_once(one: Told[Mention], other: Told[Mention]) -> bool:
    """Whether the same two sign both, on one matter that is more than the place of signing."""
    a, b = one.item, other.item
    parties = set(a.parties), set(b.parties)
    together = len(parties[0] & parties[1])
    if not (a.concluded and b.concluded) or together < 2 or a.head == b.head:  # noqa: PLR2004
        return False
    matter = set(a.topic) & set(b.topic)
    return bool(matter - {*one.text.opening, *one.text.topic, *other.text.opening})


def _one_treaty(one: Told[Mention], other: Told[Mention]) -> bool:
    """Whether two titles begin alike, are of what was concluded, in like words and on one matter:
    "Fisheries Coexistence Agreement", "Fisheries Compensation Accord"."""
    a, b = one.item, other.item
    if not (a.concluded and b.concluded and _is_title(a) and _is_title(b)) or a.head == b.head:
        return False
    if (
        a.kind != "instrument"
        or a.said in other.text.text
        or b.said in one.text.text
        or a.name[0] != b.name[0]
    ):
        return False
    around = set(a.words) & set(b.words) - {*a.name, *b.name, a.head, b.head}
    matter = names_shared(one.text.topic, other.text.topic)
    return len(around) >= _AROUND and matter >= _MATTER


def _same_title(one: Told[Mention], other: Told[Mention]) -> float | None:
    """How surely two titles are one of which a word was exchanged: "Joint Vision Statement on
    Power Sector Cooperation", "Joint Mission Statement …". A text that has both knows two."""
    a, b = one.item, other.item
    if not (_is_title(a) and _is_title(b)) or len(a.name) != len(b.name):
        return None
    apart = [(mine, yours) for mine, yours in zip(a.name, b.name, strict=True) if mine != yours]
    if len(apart) != 1 or not CONTRASTS.isdisjoint(apart[0]):
        return None
    same = len(a.name) - 1 + len(_leading(a.topic, b.topic))
    elsewhere = a.said in other.text.text or b.said in one.text.text
    listed = _is_list(a) and _is_list(b) and a.name[0] == b.name[0]
    together = len(set(a.parties) & set(b.parties)) >= _AROUND and a.concluded and b.concluded
    return 0.6 if (same >= _TITLE or listed or together) and not elsewhere else None


def _is_list(mention: Mention) -> bool:
    """ "Infrastructure, Climate and Nature Fund": nobody has two of which one word differs."""
    listed = " and " in mention.said or " & " in mention.said
    return listed and len(mention.name) > 2  # noqa: PLR2004


def _leading(one: Words, other: Words) -> list[str]:
    """The words that both begin with."""
    return [a for a, b in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))]


def _is_title(mention: Mention) -> bool:
    """Whether each word of it is written with a capital: "Joint Vision Statement"."""
    return len(mention.name) > 1 and all(
        word[:1].isupper() or word in ("of", "on", "and", "for", "the", ",", "&")
        for word in mention.said.split()
    )


def _is_proper(mention: Mention) -> bool:
    """Whether it is written as a name of three words: "Hollow Bay Wind Project"."""
    return sum(word[:1].isupper() for word in mention.said.split()) >= 3  # noqa: PLR2004


def _shared_words(one: Mention, other: Mention) -> str:
    shared = [word for word in one.words if word in other.words]
    return ", ".join(shared[:6])


def _spellings(texts: list[Statements]) -> Iterator[SuggestedRelation]:
    uses = [Told(text, use) for text in texts for use in text.names]
    seen: set[tuple[str, str]] = set()
    for one, other in sharing(uses, _spelling_keys, of_two_texts):
        a, b = one.item, other.item
        pair = (min(a.text, b.text), max(a.text, b.text))
        score = _one_spelling(a, b)
        apart = a.given and (_holds(other.text, a.text) or _holds(one.text, b.text))
        if score is None or pair in seen or apart:
            continue
        seen.add(pair)
        yield SuggestedRelation(
            RelationKind.QUALIFIES, Dimension.WORDING, score, SPELLING, VERSION,
            f"“{a.text}” and “{b.text}” seem to be one name in two spellings.",
            tuple(
                claim_in_words(told, told.item.text, "name", told.item.text)
                for told in (one, other)
            ),
        )  # fmt: skip


def _holds(text: Statements, name: str) -> bool:
    return name in text.text


def _spelling_keys(spelt: Told[NameUse]) -> Iterator[tuple[str, ...]]:
    key = _without_roles(spelt.item.key)
    yield ("same", *key)
    if len(key) > 1:
        yield ("first", *key[:-1])
    if spelt.item.given and len(key[0]) >= _LONG:
        yield "given", key[0]
        for place in range(len(key[0])):
            yield "given", key[0][:place] + key[0][place + 1 :]


def _without_roles(key: tuple[str, ...]) -> tuple[str, ...]:
    """The person behind "Finance Minister Olav Brandt"."""
    last = max((place for place, word in enumerate(key) if word in ROLES), default=-1)
    return key[last + 1 :] or key


def _one_spelling(one: NameUse, other: NameUse) -> float | None:
    a, b = _without_roles(one.key), _without_roles(other.key)
    if a == b:
        accents = [_accented(use.text) for use in (one, other)]
        return 0.45 if accents[0] != accents[1] and not (accents[0] and accents[1]) else None
    person = one.person and other.person
    near = len(a) == len(b) and a[:-1] == b[:-1] and _one_letter(a[-1], b[-1])
    given = one.given and other.given
    return 0.5 if (person or given) and near else None


def _accented(text: str) -> tuple[str, ...]:
    """The accented letters, in order."""
    letters = text.casefold()
    return tuple(sign for sign in letters if sign.isalpha() and bare(sign) != sign)


def _one_letter(one: str, other: str) -> bool:
    """Whether one letter was added, left out or exchanged."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or len(long) - len(short) > 1:
        return False
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
