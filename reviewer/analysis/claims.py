"""What one value of a sentence asserts: subject, measure, as-of, speaker and role."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reviewer.analysis.concepts import NO_LEXICON, Concepts, Lexicon, concepts_with, words_of
from reviewer.analysis.nearness import kind_of
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.scenes import Scene
from reviewer.analysis.subjects import Name, speaker_in, subjects
from reviewer.analysis.tokens import Tokens
from reviewer.domain.claim import Claim
from reviewer.domain.periods import period_text
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role, UnitBasis

_BREAKS = ",;:.()\u2014"
_FAR = 90
_LEADS_TO_DATE = ("in ", "for ", "by ", "during ", "in fiscal year ", "through ", "until ")
_MAX_PHRASE = 5
_NEAR_OWNER = 2
_ASIDE = 6
_TELLS = frozenset((
    "forecasts", "forecast", "says", "said", "expects", "expected", "estimates", "estimated",
    "predicts", "predicted", "projects", "projected", "believes", "warns", "warned", "reckons",
    "thinks", "reported", "reports", "puts", "sees", "calculates",
))  # fmt: skip
_INCLUDING = re.compile(r"\binclud(?:ing|es|ed)\b", re.IGNORECASE)


def claim_of(
    text: str,
    scene: Scene,
    found: FoundQuantity | None,
    *,
    span: tuple[int, int] | None = None,
    earlier: Iterable[Scene] = (),
    lexicon: Lexicon = NO_LEXICON,
    default_currency: str = "",
    speaker: str | None = None,
) -> Claim:
    """The claim of ``found`` in its sentence; fields that the text does not give stay empty.

    ``span`` is the passage that a person chose, else the value itself; ``earlier`` are the
    sentences before it in the paragraph, the last first; ``speaker`` is given where the caller
    knows who speaks in the sentence.
    """
    start, end = span or (found.start, found.end) if found else span or (scene.start, scene.end)
    dated = found is None or found.quantity.kind is QuantityKind.DATE
    place = (start, end) if dated or found is None else (found.start, found.start)
    quantity = _defaulted(found.quantity, default_currency) if found else None
    if found and quantity:
        quantity = replace(quantity, role=_role(text, scene, found))
    return Claim(
        subject=_subject(scene, place, earlier) or scene.heading.strip(),
        measure=_measure(text, (start, end), scene, found, concepts_with(lexicon)),
        quantity=quantity,
        as_of=_as_of(text, scene, found),
        speaker=speaker_of(text, scene) if speaker is None else speaker,
    )


def _defaulted(quantity: Quantity, currency: str) -> Quantity:
    if not quantity.is_currency_unclear or currency not in quantity.currencies:
        return quantity
    return replace(quantity, unit=currency, unit_basis=UnitBasis.DEFAULT, currencies=())


def _role(text: str, scene: Scene, found: FoundQuantity) -> Role:
    """Total, part or addition, from the words right before the value or before its list."""
    before = words_of(text[max(scene.start, found.start - 40) : found.start])[-4:]
    after = words_of(text[found.end : min(found.end + 12, scene.end)])[:1]
    if {"total", "totaled", "totalled", "totaling", "overall"} & {*before, *after}:
        return Role.TOTAL
    if {"additional", "extra", "further", "another"} & {*before}:
        return Role.ADDITIONAL
    if {"including", "includes", "included"} & set(before):
        return Role.PART
    if "target" in before:
        return Role.TARGET
    return Role.PART if _is_listed(text, scene, found) else found.quantity.role


def _is_listed(text: str, scene: Scene, found: FoundQuantity) -> bool:
    """Whether the value is a later one of "including A, B and C"."""
    opened = [match.end() for match in _INCLUDING.finditer(text, scene.start, found.start)]
    kind = found.quantity.kind
    adds_up = kind in (QuantityKind.MONEY, QuantityKind.COUNT)
    return bool(adds_up and opened) and any(
        opened[-1] <= other.start < found.start and other.quantity.kind is kind
        for other in scene.found
    )


def _subject(scene: Scene, place: tuple[int, int], earlier: Iterable[Scene]) -> str:
    """Who acts or possesses: the first name of ``place``, else the last before it.

    ``place`` is the selection, or the point where its value begins. A sentence that names nobody
    takes the first name of the sentence before it.
    """
    limit = scene.place(place[1])
    found = subjects(scene.tokens, [name for name in scene.named if name.first < limit])
    if found:
        first = scene.place(place[0])
        return next(
            (name.text for name in found if name.first >= first), _last(scene, found, limit).text
        )
    for before in earlier:
        found = subjects(before.tokens, before.named)
        if found:
            return found[0].text
    return ""


def _last(scene: Scene, found: list[Name], limit: int) -> Name:
    """The last name; an owner far from the value gives way to who acts: "Tarvo won Kesperia's
    presidential election with 54 percent", but not to who only tells of it."""
    found = [name for name in found if not _is_aside(scene, name, limit)] or found
    last = found[-1]
    if not last.possessive or limit - last.end <= _NEAR_OWNER:
        return last
    acting = (name for name in reversed(found) if not name.possessive)
    return next((name for name in acting if scene.tokens.word(name.end) not in _TELLS), last)


def _is_aside(scene: Scene, name: Name, limit: int) -> bool:
    """Whether a name stands in ", which Acme is buying," and so says of whom the rest is not."""
    tokens = scene.tokens
    opens = name.first - 1
    while opens > 0 and tokens[opens].text != "," and name.first - opens < _ASIDE:
        opens -= 1
    if tokens[opens].text != "," or tokens.word(opens + 1) not in ("which", "who", "whom", "whose"):
        return False
    return any(tokens[place].text == "," for place in range(name.end, limit))


def _measure(
    text: str,
    span: tuple[int, int],
    scene: Scene,
    found: FoundQuantity | None,
    table: Concepts,
) -> str:
    """Qualifier, thing and act of the table, from the words nearest to the value.

    "$79.5 million in pledged support" is "aid pledged"; where the table knows nothing, the words
    behind the value stand as they are ("personnel remuneration").
    """
    if found is None:
        return _labelled(table, words_of(text[slice(*span)]))
    after = _clause_after(text, found.end, scene.end)
    before = _clause_before(text, found.start, scene.start)
    unit = words_of(found.quantity.unit) if found.quantity.kind is QuantityKind.COUNT else []
    behind, ahead = words_of(after), words_of(before)
    kind = kind_of(found.quantity)
    if unit:
        near = (_labelled(table, ahead[-few:], kind) for few in (1, 2, 3))
        thing = next(filter(None, near), "")
        own = _labelled(table, unit, kind)
        if own and not table.persons.intersection(unit):
            thing = ""
        known = own or " ".join(unit)
        return thing or f"{known} {_act(table, ahead[-4:] + behind[:4])}".strip()
    if found.quantity.kind is QuantityKind.MONEY:
        never = table.never_money
        behind = [word for word in behind if word not in never]
        ahead = [word for word in ahead if word not in never]
    label = _labelled(table, behind, kind, acts_too=ahead) or _labelled(table, ahead, kind)
    return label or _plain_phrase(after) or _act(table, ahead[-4:]) or _act(table, behind[:4])


def _labelled(
    table: Concepts, words: list[str], kind: str = "", *, acts_too: list[str] | None = None
) -> str:
    for index in range(len(words)):
        thing, length = table.thing_at(words, index, kind)
        if thing:
            qualifier = words[index - 1] if index and words[index - 1] in table.qualifiers else ""
            act = _act(table, words[max(0, index - 3) : index + length + 3]) or _act(
                table, (acts_too or [])[-6:]
            )
            return " ".join(part for part in (qualifier, thing, act) if part)
    return ""


def _act(table: Concepts, words: list[str]) -> str:
    """The label of the last act among the words."""
    return next(filter(None, map(table.act_of, reversed(words))), "")


def _plain_phrase(after: str) -> str:
    """ "For personnel remuneration and …" → "personnel remuneration"."""
    words = after.split()
    if words and words[0].lower() in ("in", "for", "of", "to", "on", "worth"):
        kept = []
        for word in words[1 : 1 + _MAX_PHRASE]:
            if word.lower() in ("and", "or", "to", "in", "for", "by", "from", "over", "with"):
                break
            if word[0].isupper():
                break
            kept.append(word.strip(_BREAKS))
        return " ".join(word for word in kept if word)
    return ""


def _clause_after(text: str, start: int, stop: int) -> str:
    """From the value to the next break or figure, within the sentence."""
    stop = min(stop, start + _FAR)
    for place in range(start, stop):
        letter = text[place]
        figure = letter.isdigit() or letter in "$\u20ac\u00a3"
        if figure or (letter in _BREAKS and text[place + 1 : place + 2].isspace()):
            return text[start:place]
    return text[start:stop]


def _clause_before(text: str, end: int, stop: int) -> str:
    stop = max(stop, end - _FAR)
    for place in range(end - 1, stop - 1, -1):
        if text[place] in ",;:" and text[place + 1 : place + 2].isspace():
            return text[place + 1 : end]
    return text[stop:end]


def _as_of(text: str, scene: Scene, telling: FoundQuantity | None) -> str:
    """ "As of May 2023", "to date", a date behind the value, or one that opens the sentence."""
    dates = [
        found
        for found in scene.found
        if found.quantity.kind is QuantityKind.DATE
        and found is not telling
        and isinstance(found.quantity.low, date)
    ]
    for found in dates:
        if text[max(scene.start, found.start - 7) : found.start].lower().endswith("as of "):
            return _iso(found)
    words = " ".join(text[scene.start : scene.end].lower().split())
    if scene.reference and (" to date" in words or " so far" in words):
        return scene.reference.isoformat()
    if telling is None or telling.quantity.kind is QuantityKind.DATE:
        return ""
    behind = _clause_after_dates(text, telling, dates)
    return behind or _opening(text, scene, dates, telling)


def _clause_after_dates(text: str, telling: FoundQuantity, dates: list[FoundQuantity]) -> str:
    for found in dates:
        between = text[telling.end : found.start]
        near = 0 <= found.start - telling.end <= _FAR and not any(
            b in between
            for b in (
                ",",
                ";",
                "since",
                " and ",
                " than ",
                "compared",
                "plan to ",
                "plans to ",
                "(up ",
                "(down ",
                " from ",
                " against ",
            )
        )
        if near and between.lower().endswith(_LEADS_TO_DATE):
            return _iso(found)
    return ""


def _opening(text: str, scene: Scene, dates: list[FoundQuantity], telling: FoundQuantity) -> str:
    """ "In February, …", "For now, in May 2024, …": the date of what the sentence tells."""
    for found in dates:
        lead = text[scene.start : found.start].rpartition(",")[2].strip().lower()
        if found.end <= telling.start and lead in ("in", "on", ""):
            return _iso(found)
    return ""


def _iso(found: FoundQuantity) -> str:
    low, high = found.quantity.low, found.quantity.high
    first = low if isinstance(low, date) else None
    return period_text(first, high if isinstance(high, date) else None)


def speaker_of(text: str, scene: Scene) -> str:
    """Who says the sentence; inside quotation marks, who says the paragraph."""
    speaker = speaker_in(scene.tokens, 0, len(scene.tokens))
    if speaker or not _is_quoted(text, scene.start, scene.paragraph[0]):
        return speaker
    whole = Tokens(text[slice(*scene.paragraph)])
    return speaker_in(whole, 0, len(whole))


def _is_quoted(text: str, at: int, first: int) -> bool:
    """Whether a quotation is open here, or opens here."""
    before = text[first : at + 2]
    return before.count("\u201c") > before.count("\u201d")
