"""What stands before a verb, and what it does to it: "has yet to sign", "will not attend"."""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reviewer.analysis.cycles import StateWords, state_words
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.stems import bare, verb_stem
from reviewer.analysis.tokens import Tokens


class Aspect(StrEnum):
    """Whether what a verb tells has come about."""

    DONE = "done"
    NOT_DONE = "not done"
    ONGOING = "going on"
    PLANNED = "planned"
    NOT_PLANNED = "not to be done"

    @property
    def is_negative(self) -> bool:
        return self in (Aspect.NOT_DONE, Aspect.NOT_PLANNED)


class Form(StrEnum):
    """The shape of the verb itself."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Verb(NamedTuple):
    """``first`` is where its auxiliaries begin, ``end`` the token behind the verb."""

    stem: str
    first: int
    end: int
    aspect: Aspect
    passive: bool
    bare: bool  # without any auxiliary: the form alone says when


BE = frozenset((
    "is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't",
    "weren't", "remains", "remain", "remained", "stays", "stayed",
))  # fmt: skip
_HAVE = frozenset(("has", "have", "had", "having", "hasn't", "haven't", "hadn't"))
_DO = frozenset(("do", "does", "did", "don't", "doesn't", "didn't"))
_WILL = frozenset(("will", "shall", "won't"))
_MODAL = frozenset(("would", "should", "can", "could", "may", "might", "must", "can't", "cannot",
                    "couldn't", "wouldn't", "shouldn't"))  # fmt: skip
_ADVERBS = frozenset(("not", "never", "no", "longer", "yet", "still", "already", "now", "also",
                      "just", "even", "so", "far", "once", "again", "soon", "ever", "since",
                      "later", "then", "both", "all"))  # fmt: skip
_WITHOUT = frozenset(("without", "denied", "denies"))
_LEADS = frozenset(("in", "on", "at", "by", "for", "from"))
_STAY = frozenset(("remain", "stay"))
_REPORTED_AS = {"would": "will", "wouldn't": "won't"}
_REPORTED = frozenset(_REPORTED_AS)
_SAID = frozenset((
    "said", "announced", "told", "added", "confirmed", "stated", "insisted", "promised", "pledged",
    "vowed", "declared", "estimated", "expected", "reported",
))  # fmt: skip
_SAID_ENDS = frozenset(';:"\u201c\u201d\u2014')
_FAR_SAID, _FAR_IF = 12, 20  # tokens from "said" to "would", and from there to "if"
_CONDITIONS = frozenset(("if", "unless", "whether", "otherwise", "had", "were"))
_RULE = frozenset(("rule", "rules", "ruled", "ruling"))
_NOT = frozenset(("not", "never", "cannot", "nor", "neither"))
_OPENERS = frozenset(("so", "far", "both", "all", "once", "again", "since", "then", "to", "even"))
_LONGEST_GROUP = 9
_LONGEST_LEAD = 5  # words before the "to" of a headline
_TO_DO = frozenset((
    "way", "plan", "bid", "decision", "deal", "agreement", "effort", "move", "right", "ability",
    "attempt", "time", "need", "order", "pressure", "proposal", "call", "reason", "refusal", "vote",
    "failure", "willingnes", "permission", "pledge", "promise", "thank", "response", "access",
    "chance", "power", "work", "step", "year", "day", "next", "close", "prior", "damage",
    "according",
))  # fmt: skip
"""Nouns behind which "to" tells what for, and what the next phrase belongs to."""


def verb_at(tokens: Tokens, index: int) -> Verb | None:
    """The verb at ``index`` with what stands before it; None where it tells of no event.

    Wishes, conditions, possibilities and bare infinitives tell of none.
    """
    found = _form(tokens[index].low)
    if found is None or tokens[index].low in _ADVERBS:
        return None
    root, form = found
    if form is Form.BASE and not _carries(tokens[index - 1].low.replace("\u2019", "'"), "", True):
        return None  # a noun, or a verb of a wish: most words are, and need no further look
    first = _group_start(tokens, index)
    group = [tokens[place].low.replace("\u2019", "'") for place in range(first, index)]
    group = _as_said(tokens, first, group)
    be = not BE.isdisjoint(group)
    if form in (Form.PAST, Form.PARTICIPLE) and not be and not _HAVE.isdisjoint(group):
        form = Form.PAST
    aspect = _aspect(group, form, tokens[first - 1].low)
    if tokens[index - 1].low == "to" and _is_headline(tokens, index - 1):
        return Verb(root, index - 1, index + 1, Aspect.PLANNED, passive=False, bare=False)
    if form is Form.ING and tokens[first - 1].low == "out" and tokens[first - 2].low in _RULE:
        aspect = Aspect.NOT_PLANNED  # "ruled out closing"
    if aspect is None or "immediately" in group:
        return None  # "did not immediately respond"
    shape = form in (Form.PAST, Form.PARTICIPLE)
    aside = not group and tokens[first - 1].text == "," and tokens.word(index + 1) in _LEADS
    passive = shape and (be or aside or (not group and tokens.word(index + 1) == "by"))
    return Verb(root, first, index + 1, aspect, passive, not group)


def _as_said(tokens: Tokens, first: int, group: list[str]) -> list[str]:
    """ "Said that it would close the plant" tells of what will be; "would close it if" does not."""
    if _REPORTED.isdisjoint(group):
        return group
    end = min(len(tokens), first + _FAR_IF)
    if any(tokens[place].low in _CONDITIONS for place in range(first, end)):
        return group
    for place in range(first - 1, max(-1, first - _FAR_SAID), -1):
        if tokens[place].low in _SAID:
            return [_REPORTED_AS.get(word, word) for word in group]
        if tokens[place].text in _SAID_ENDS or tokens[place].low in _CONDITIONS:
            break
    return group


def _is_headline(tokens: Tokens, to: int) -> bool:
    """ "Larkfield to close its plant": no verb and no small word stands before "to", but for what
    two commas take in."""
    end = to
    if tokens[end - 1].text == ",":
        end = next((at for at in range(end - 2, 0, -1) if tokens[at].text == ","), 0)
    first = next((at for at in range(end) if tokens[at].is_word), end)
    lead = [tokens[at] for at in range(first, end)]
    if not 1 <= len(lead) <= _LONGEST_LEAD or not lead[0].is_capital or leads_on(lead[-1].low):
        return False
    if lead[-1].low.removesuffix("s") in _TO_DO:
        return False
    return all(token.is_word and token.low not in FUNCTION_WORDS for token in lead) and not any(
        is_past(token.low) and not token.is_capital for token in lead
    )


def is_past(word: str) -> bool:
    """Whether a word can be a past tense: "signed", "took", "cut"."""
    found = _form(word)
    return found is not None and found[1] is Form.PAST


def leads_on(word: str) -> bool:
    """Whether the word before "to" says how the verb behind it is meant: "failed to"."""
    words = state_words()
    return word in words.refused or word in words.planned or word in words.possible


def aspect_before(tokens: Tokens, index: int) -> tuple[Aspect | None, int]:
    """How "under construction" and the like are told, and where what tells it begins."""
    first = _group_start(tokens, index)
    group = [tokens[place].low.replace("\u2019", "'") for place in range(first, index)]
    return _aspect(group, Form.PAST, tokens[first - 1].low), first


@lru_cache(16_384)
def _form(word: str) -> tuple[str, Form] | None:
    low = bare(word)
    known = state_words().irregular.get(low)
    if known:
        root, past, participle = known
        shape = Form.PAST if past else Form.PARTICIPLE if participle else Form.BASE
        return root, shape
    if not low.isalpha():
        return None
    if low.endswith("ed") and not low.endswith("eed") and len(low) > len("led"):
        return verb_stem(low), Form.PAST
    if low.endswith("ing") and len(low) > len("being"):
        return verb_stem(low), Form.ING
    if low.endswith("s") and not low.endswith("ss"):
        return verb_stem(low), Form.PRESENT
    return verb_stem(low), Form.BASE


def _group_start(tokens: Tokens, index: int) -> int:
    """The first token of the auxiliaries, adverbs and "plans to" before ``index``."""
    first = index
    while first > 0 and index - first < _LONGEST_GROUP and tokens.near(first):
        low = tokens[first - 1].low.replace("\u2019", "'")
        if not _carries(low, tokens[first].low, first == index):
            break
        first -= 1
    while first < index and tokens[first].low in _OPENERS:
        first += 1
    return first


def _carries(low: str, after: str, last: bool) -> bool:
    if low in BE or low in _HAVE or low in _DO or low in _WILL or low in _MODAL:
        return True
    if low in _ADVERBS or low == "to":
        return True
    if low.endswith("ly") and len(low) > len("only"):
        return True
    return leads_on(low) and not last and after in ("to", "not")


def _aspect(group: list[str], form: Form, before: str) -> Aspect | None:
    words = state_words()
    negative = sum(_denies(group, place) for place in range(len(group))) % 2 == 1
    if any(_followed(group, word, "to") for word in ("yet", "still") if word in group):
        return Aspect.NOT_DONE
    refused = any(word in words.refused for word in group)
    negative ^= refused
    if any(word in words.possible or word in _MODAL for word in group):
        return Aspect.NOT_DONE if {"could", "couldn't"} & set(group) and negative else None
    if any(word in _WILL for word in group) or (
        not refused and "to" in group and _is_plan(group, words)
    ):
        return _planned(group, negative=negative)
    if "to" in group and not refused:
        return None
    if refused:
        return Aspect.NOT_DONE if negative else Aspect.DONE
    return _plain_aspect(group, form, negative, before)


def _planned(group: list[str], *, negative: bool) -> Aspect:
    """ "Will remain closed" tells of what is."""
    if negative:
        return Aspect.NOT_PLANNED
    return Aspect.PLANNED if _STAY.isdisjoint(group) else Aspect.DONE


def _denies(group: list[str], place: int) -> bool:
    word, after = group[place], group[place + 1 : place + 2]
    if word == "no":
        return bool(after) and after[0] in ("longer", "plan", "plans", "intention", "intentions")
    return (word in _NOT and after != ["only"]) or word.endswith("n't")


def _plain_aspect(group: list[str], form: Form, negative: bool, before: str) -> Aspect | None:
    be = not BE.isdisjoint(group)
    if form is Form.ING:
        if be:
            return Aspect.NOT_DONE if negative else Aspect.ONGOING
        return Aspect.NOT_DONE if before in _WITHOUT else None
    if "being" in group:
        return Aspect.NOT_DONE if negative else Aspect.ONGOING
    if form is Form.BASE and _DO.isdisjoint(group):
        return None
    if form is Form.PRESENT and group:
        return None
    return Aspect.NOT_DONE if negative else Aspect.DONE


def _is_plan(group: list[str], words: StateWords) -> bool:
    place = group.index("to")
    before = group[place - 1] if place else ""
    return before in words.planned or before in BE


def _followed(group: list[str], word: str, after: str) -> bool:
    place = group.index(word)
    return group[place + 1 : place + 2] == [after]
