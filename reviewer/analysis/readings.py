"""A text read once: its claims, their frames, the names that it is about and its short forms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reviewer.analysis.aliases import inhabitants, learnt, named, resolved, surnames
from reviewer.analysis.claims import claim_of, speaker_of
from reviewer.analysis.concepts import NO_LEXICON, Lexicon, concepts_with, words_of
from reviewer.analysis.entities import (
    TITLES,
    is_country,
    is_organ,
    is_titled,
    keys_in_order,
    keys_of,
)
from reviewer.analysis.frames import Frame
from reviewer.analysis.framing import Told, frame_of, told
from reviewer.analysis.mastheads import is_outlet, mastheads
from reviewer.analysis.progress import Tell, part, through, untold
from reviewer.analysis.scenes import Scene, scenes
from reviewer.analysis.stated import Statements, read_statements
from reviewer.analysis.stems import content
from reviewer.analysis.subjects import Name
from reviewer.analysis.thrift import Thrift
from reviewer.analysis.truenames import known_names
from reviewer.analysis.whose import Setting
from reviewer.domain.claim import Claim
from reviewer.domain.document import BlockKind, Document
from reviewer.domain.suggestion import SuggestedClaim

NOTHING_STATED = Statements("", "", None)
_TOPICS = 12
_ACTING = 1.3
_CHIEF = 5
_TITLE, _LEAD = 4.0, 2.0
_LEAD_SCENES = 3
_OPENING = 0.4  # of a word that opens a sentence and is capital anyway
_AMONG_CHIEF = 0.7  # of the weightiest: a title may name whom it deals with first
_BACK = 4
_CUT, _CLAIMED = 0.34, 0.56  # shares of the time, as measured
_AT = ("in", "at", "near")
_PLACE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be read: ``source`` is the id of its edition or the name of its file, and
    ``reference`` the day that it was published, if that is known."""

    source: str
    document: Document
    reference: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text claims, in reading order; can be pickled, so that a worker may make it.

    ``topics`` are the keys of the names that it is about, weightiest first, each with its share
    of all; ``title`` holds the stems of its title's words.
    """

    text: Text
    claims: tuple[SuggestedClaim, ...]
    frames: tuple[Frame, ...] = ()
    topics: tuple[tuple[str, float], ...] = ()
    title: frozenset[str] = frozenset()
    aliases: tuple[tuple[str, str], ...] = ()
    statements: Statements = NOTHING_STATED


def read_text(text: Text, *, lexicon: Lexicon = NO_LEXICON, tell: Tell = untold) -> Reading:
    """The claims of one text that have a quantity. Time grows with its length alone."""
    whole = text.document.text
    cut = tuple(scenes(text.document, text.reference, part(tell, 0.0, _CUT)))
    every = tuple(known_names(cut, concepts_with(lexicon).vocabulary))
    short = learnt(whole)
    by_scene = (keys_in_order(name.text for name in scene.named) for scene in every)
    keys = [key for keys in by_scene for key in dict.fromkeys(keys)]
    table = {**surnames(keys, _where(every, {})), **inhabitants(keys), **short}
    table.update(named(lexicon))
    issuers = frozenset(resolved(key, table) for key in mastheads(every))
    topics = _topics(every, table, issuers)
    speakers = [speaker_of(whole, scene) if scene.found else "" for scene in every]
    said = frozenset(resolved(key, table) for key in keys_of(filter(None, speakers)))
    weighty = sorted(topics, key=lambda key: (-topics[key], key))
    title = _title(text.document, every)
    least = _AMONG_CHIEF * max(topics.values(), default=0.0)
    titled = [
        key for key in weighty[:_TOPICS] if content(key.split()) <= title and topics[key] >= least
    ]
    if weighty and not is_country(weighty[0]) and content(weighty[0].split()[:1]) & title:
        titled.insert(0, weighty[0])  # "Larkfield" of Larkfield Home Brands
    main = _main(titled, weighty, said, _persons(every, table))
    setting = Setting(
        table,
        frozenset([main] if main else []),
        frozenset(weighty[:_CHIEF]),
        said - frozenset(weighty[:1]),
        concepts_with(lexicon),
        _shown(every, table),
        _where(every, table),
    )
    claims, frames = _claims(
        text, every, speakers, setting, lexicon, tell=part(tell, _CUT, _CLAIMED)
    )
    thrift = Thrift()
    return Reading(
        text,
        thrift.of(claims),
        thrift.of(frames),
        thrift.of(tuple(sorted(topics.items(), key=lambda item: (-item[1], item[0]))[:_TOPICS])),
        title,
        tuple(short.items()),
        thrift.of(_stated(text, every, part(tell, _CLAIMED, 1.0))),
    )


def _main(
    titled: Sequence[str], weighty: Sequence[str], said: frozenset[str], persons: frozenset[str]
) -> str:
    """Whom a text is about where a sentence names nobody: no body of whomever that may be and
    nobody who only speaks or holds an office, if there is another name."""
    known = [key for key in (*titled, *weighty) if key not in said or key in titled]
    owners = [key for key in known if not (is_organ(key) or is_outlet(key) or key in persons)]
    return next(iter((*owners, *known)), "")


def _persons(every: Sequence[Scene], aliases: Mapping[str, str]) -> frozenset[str]:
    """Keys of those who are named with a title or an office."""
    return frozenset(
        resolved(key, aliases)
        for scene in every
        for name in scene.named
        if _is_person(scene, name)
        for key in keys_of([name.text])
    )


def _is_person(scene: Scene, name: Name) -> bool:
    low = scene.tokens[name.first - 1].low if name.first else ""
    return is_titled(name.text) or low in TITLES


def _stated(text: Text, every: tuple[Scene, ...], tell: Tell) -> Statements:
    """What the text says in words, by the quantities and the day that were read before."""
    day = next((scene.reference for scene in every if not scene.aside), text.reference)
    found = tuple(found for scene in every for found in scene.found)
    return read_statements(replace(text, reference=day), found, tell=tell)


def _claims(
    text: Text,
    every: tuple[Scene, ...],
    speakers: list[str],
    setting: Setting,
    lexicon: Lexicon,
    *,
    tell: Tell,
) -> tuple[tuple[SuggestedClaim, ...], tuple[Frame, ...]]:
    whole = text.document.text
    claims: list[SuggestedClaim] = []
    frames: list[Frame] = []
    before: Told | None = None
    for place, scene in enumerate(through(every, tell, len(every))):
        follows = place > 0 and every[place - 1].start >= scene.paragraph[0]
        common = told(setting.table, scene, setting.aliases, before if follows else None)
        before = common
        if not scene.found:
            continue
        speaker = speakers[place]
        earlier = _earlier(every, place)
        for found in scene.found:
            claim = claim_of(whole, scene, found, earlier=earlier, lexicon=lexicon, speaker=speaker)
            frame = frame_of(len(claims), scene, common, found, claim, setting=setting)
            if frame:
                frames.append(frame)
                claim = _completed(claim, frame, setting.shown)
            claims.append(
                SuggestedClaim(
                    text.source, found.start, found.end, whole[found.start : found.end], claim
                )
            )
    return tuple(claims), tuple(frames)


def _completed(claim: Claim, frame: Frame, shown: Mapping[str, str]) -> Claim:
    """With what the frame knows better: the subject of the text where the sentence has none, and
    the thing measured where the claim's own words gave nothing."""
    subject = claim.subject
    if not keys_of([subject]) & frame.who:
        subject = " and ".join(sorted(shown.get(key, key) for key in frame.who)) or subject
    if subject == claim.subject and (claim.measure or not frame.thing):
        return claim
    return replace(claim, subject=subject, measure=claim.measure or frame.thing)


def _earlier(every: tuple[Scene, ...], place: int) -> list[Scene]:
    """The sentences before in the paragraph, the last first."""
    block = every[place].paragraph
    found = []
    for scene in reversed(every[max(0, place - _BACK) : place]):
        if scene.end <= block[0] or scene.start < block[0]:
            break
        found.append(scene)
    return found


def _topics(
    every: tuple[Scene, ...], aliases: Mapping[str, str], issuers: frozenset[str]
) -> dict[str, float]:
    """Key → its share of all; who only publishes or writes the text is left out."""
    counts: dict[str, float] = defaultdict(float)
    again = {
        word
        for scene in every[1:]
        for name in scene.named
        for key in keys_of([name.text])
        for word in key.split()
    }
    for place, scene in enumerate(every):
        if scene.aside:
            continue
        titled = scene.kind is BlockKind.HEADING
        weight = (
            _TITLE if titled and place == 0 else _LEAD if titled or place <= _LEAD_SCENES else 1.0
        )
        for name in scene.named:
            lone = not titled and scene.tokens.opens_sentence(name.first) and " " not in name.text
            acts = name.acts or name.possessive
            for key in keys_of([name.text]):
                share = weight if acts or not is_country(key) else weight / 2
                if not place and titled and again.isdisjoint(key.split()):
                    share /= _TITLE
                counts[resolved(key, aliases)] += share * (
                    _ACTING if acts else _OPENING if lone else 1.0
                )
    if counts.keys() - issuers:
        for key in counts.keys() & issuers:
            del counts[key]
    total = sum(counts.values()) or 1.0
    return {key: count / total for key, count in counts.items()}


def _where(every: tuple[Scene, ...], aliases: Mapping[str, str]) -> frozenset[str]:
    """The names of one or two words that the text uses as places."""
    return frozenset(
        resolved(key, aliases)
        for scene in every
        for name in scene.named
        if name.first
        and scene.tokens[name.first - 1].low in _AT
        and len(name.text.split()) <= _PLACE_WORDS
        for key in keys_of([name.text])
    )


def _shown(every: tuple[Scene, ...], aliases: Mapping[str, str]) -> dict[str, str]:
    """Key → the name as the text first writes it."""
    found: dict[str, str] = {}
    for scene in every:
        for name in scene.named:
            for key in keys_of([name.text]):
                if " and " not in name.text:
                    found.setdefault(resolved(key, aliases), name.text)
    return found


def _title(document: Document, every: tuple[Scene, ...]) -> frozenset[str]:
    title = document.metadata.get("title", "")
    if not title and every and every[0].kind is BlockKind.HEADING:
        title = document.text[every[0].start : every[0].end][:200]
    return content(words_of(title))
