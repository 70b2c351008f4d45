"""The claim form as it is filled before a person touches it: modest, and easy to foresee."""

import re
from dataclasses import replace
from datetime import date

from reviewer.analysis.concepts import concepts, words_of
from reviewer.analysis.passages import paragraph_of, sentences
from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.analysis.subjects import speaker_in, subjects
from reviewer.analysis.tokens import Tokens
from reviewer.domain.claim import Claim
from reviewer.domain.periods import period_text
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role, UnitBasis

_TELLING = (
    QuantityKind.MONEY,
    QuantityKind.COUNT,
    QuantityKind.PERCENT,
    QuantityKind.MEASURE,
    QuantityKind.FRACTION,
    QuantityKind.DURATION,
    QuantityKind.ORDINAL,
    QuantityKind.DATE,
)
_RANK = {kind: place for place, kind in enumerate(_TELLING)}
_BREAKS = ",;:.()\u2014"
_FAR = 90
_LEADS_TO_DATE = ("in ", "for ", "by ", "during ", "in fiscal year ", "through ", "until ")
_MAX_PHRASE = 5
_INCLUDING = re.compile(r"\binclud(?:ing|es|ed)\b", re.IGNORECASE)


def read_claim(
    text: str,
    start: int,
    end: int,
    *,
    reference: date | None = None,
    heading: str = "",
    default_currency: str = "",
) -> Claim:
    """What ``text[start:end]`` seems to assert; fields that the text does not give stay empty.

    ``default_currency`` is the ISO code that a person gave for bare signs: it fills in a sign that
    it can stand for and is marked as a default. Without it such money stays "currency not stated".
    """
    first, last = paragraph_of(text, start, end)
    spans = sentences(text, first, last)
    here = [span for span in spans if span[0] < end and span[1] > start] or [(start, end)]
    sentence = (min(start, here[0][0]), max(end, here[-1][1]))
    around = tuple(
        FoundQuantity(found.start + sentence[0], found.end + sentence[0], found.quantity)
        for found in read_quantities(text[slice(*sentence)], reference=reference)
    )
    telling = _most_telling(around, start, end)
    dated = telling is None or telling.quantity.kind is QuantityKind.DATE
    place = (start, end) if dated or telling is None else (telling.start, telling.start)
    quantity = _defaulted(telling.quantity, default_currency) if telling else None
    if telling and quantity:
        quantity = replace(quantity, role=_role(text, sentence, telling, around))
    return Claim(
        subject=_subject(text, first, sentence, place, spans) or heading.strip(),
        measure=_measure(text, (start, end), sentence, telling),
        quantity=quantity,
        as_of=_as_of(text, sentence, telling, around, reference),
        speaker=_speaker(text, sentence, (first, last)),
    )


def _most_telling(around: tuple[FoundQuantity, ...], start: int, end: int) -> FoundQuantity | None:
    """Money, counts and percentages before dates; of one rank the first."""
    inside = [found for found in around if found.start >= start and found.end <= end] or [
        found for found in around if found.start < end and found.end > start
    ]
    return min(inside, key=lambda found: _RANK[found.quantity.kind], default=None)


def _defaulted(quantity: Quantity, currency: str) -> Quantity:
    if not quantity.is_currency_unclear or currency not in quantity.currencies:
        return quantity
    return replace(quantity, unit=currency, unit_basis=UnitBasis.DEFAULT, currencies=())


def _role(
    text: str,
    sentence: tuple[int, int],
    found: FoundQuantity,
    around: tuple[FoundQuantity, ...],
) -> Role:
    """Total, part or addition, from the words right before the value or before its list."""
    before = words_of(text[max(sentence[0], found.start - 40) : found.start])[-4:]
    after = words_of(text[found.end : found.end + 12])[:1]
    if {"total", "totaled", "totalled", "totaling", "overall"} & {*before, *after}:
        return Role.TOTAL
    if {"additional", "extra", "further", "another"} & {*before}:
        return Role.ADDITIONAL
    if {"including", "includes", "included"} & set(before):
        return Role.PART
    if "target" in before:
        return Role.TARGET
    return Role.PART if _is_listed(text, sentence, found, around) else found.quantity.role


def _is_listed(
    text: str,
    sentence: tuple[int, int],
    found: FoundQuantity,
    around: tuple[FoundQuantity, ...],
) -> bool:
    """Whether the value is a later one of "including A, B and C"."""
    opened = [match.end() for match in _INCLUDING.finditer(text, sentence[0], found.start)]
    kind = found.quantity.kind
    adds_up = kind in (QuantityKind.MONEY, QuantityKind.COUNT)
    return bool(adds_up and opened) and any(
        opened[-1] <= other.start < found.start and other.quantity.kind is kind for other in around
    )


def _subject(
    text: str,
    first: int,
    sentence: tuple[int, int],
    place: tuple[int, int],
    spans: list[tuple[int, int]],
) -> str:
    """Who acts or possesses: the first name of ``place``, else the last before it.

    ``place`` is the selection, or the point where its value begins. A sentence that names nobody
    takes the first name of the sentence before it.
    """
    begin = sentence[0]
    tokens = Tokens(text[begin : min(sentence[1], place[1] + _FAR)])
    limit = next((i for i in range(len(tokens)) if tokens[i].start >= place[1] - begin), None)
    found = subjects(tokens, len(tokens) if limit is None else limit)
    if found:
        inside = [name for name in found if tokens[name.first].start >= place[0] - begin]
        return inside[0].text if inside else found[-1].text
    for span in reversed(spans):
        if first <= span[0] and span[1] <= begin:
            tokens = Tokens(text[slice(*span)])
            found = subjects(tokens, len(tokens))
            if found:
                return found[0].text
    return ""


def _measure(
    text: str, span: tuple[int, int], sentence: tuple[int, int], found: FoundQuantity | None
) -> str:
    """Qualifier, thing and act of the table, from the words nearest to the value.

    "$79.5 million in pledged support" is "aid pledged"; where the table knows nothing, the words
    behind the value stand as they are ("personnel remuneration").
    """
    if found is None:
        return _labelled(words_of(text[slice(*span)]))
    after = _clause_after(text, found.end, sentence[1])
    before = _clause_before(text, found.start, sentence[0])
    unit = words_of(found.quantity.unit) if found.quantity.kind is QuantityKind.COUNT else []
    behind, ahead = words_of(after), words_of(before)
    if unit:
        thing = next(filter(None, (_labelled(ahead[-few:]) for few in (1, 2, 3))), "")
        known = _labelled(unit) or " ".join(unit)
        return thing or f"{known} {_act(ahead[-4:] + behind[:4])}".strip()
    if found.quantity.kind is QuantityKind.MONEY:
        never = concepts().never_money
        behind = [word for word in behind if word not in never]
        ahead = [word for word in ahead if word not in never]
    label = _labelled(behind, acts_too=ahead) or _labelled(ahead)
    return label or _plain_phrase(after) or _act(ahead[-4:]) or _act(behind[:4])


def _labelled(words: list[str], *, acts_too: list[str] | None = None) -> str:
    table = concepts()
    for index in range(len(words)):
        thing, length = table.thing_at(words, index)
        if thing:
            qualifier = words[index - 1] if index and words[index - 1] in table.qualifiers else ""
            act = _act(words[max(0, index - 3) : index + length + 3]) or _act((acts_too or [])[-6:])
            return " ".join(part for part in (qualifier, thing, act) if part)
    return ""


def _act(words: list[str]) -> str:
    """The label of the last act among the words."""
    acts = concepts().acts
    return next((acts[word] for word in reversed(words) if word in acts), "")


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


def _as_of(
    text: str,
    sentence: tuple[int, int],
    telling: FoundQuantity | None,
    around: tuple[FoundQuantity, ...],
    reference: date | None,
) -> str:
    """ "As of May 2023", "to date", a date behind the value, or one that opens the sentence."""
    dates = [
        found
        for found in around
        if found.quantity.kind is QuantityKind.DATE
        and found is not telling
        and isinstance(found.quantity.low, date)
    ]
    for found in dates:
        if text[max(sentence[0], found.start - 7) : found.start].lower().endswith("as of "):
            return _iso(found)
    words = " ".join(text[slice(*sentence)].lower().split())
    if reference and (" to date" in words or " so far" in words):
        return reference.isoformat()
    if telling is None or telling.quantity.kind is QuantityKind.DATE:
        return ""
    behind = _clause_after_dates(text, telling, dates)
    return behind or _opening(text, sentence, dates, telling)


def _clause_after_dates(text: str, telling: FoundQuantity, dates: list[FoundQuantity]) -> str:
    for found in dates:
        between = text[telling.end : found.start]
        near = 0 <= found.start - telling.end <= _FAR and not any(
            b in between for b in (",", ";", "since")
        )
        if near and between.lower().endswith(_LEADS_TO_DATE):
            return _iso(found)
    return ""


def _opening(
    text: str, sentence: tuple[int, int], dates: list[FoundQuantity], telling: FoundQuantity
) -> str:
    """ "In February, …", "For now, in May 2024, …": the date of what the sentence tells."""
    for found in dates:
        lead = text[sentence[0] : found.start].rpartition(",")[2].strip().lower()
        if found.end <= telling.start and lead in ("in", "on", ""):
            return _iso(found)
    return ""


def _iso(found: FoundQuantity) -> str:
    low, high = found.quantity.low, found.quantity.high
    first = low if isinstance(low, date) else None
    return period_text(first, high if isinstance(high, date) else None)


def _speaker(text: str, sentence: tuple[int, int], paragraph: tuple[int, int]) -> str:
    """Who says the sentence; inside quotation marks, who says the paragraph."""
    tokens = Tokens(text[slice(*sentence)])
    speaker = speaker_in(tokens, 0, len(tokens))
    if speaker or not _is_quoted(text, sentence[0], paragraph[0]):
        return speaker
    whole = Tokens(text[slice(*paragraph)])
    return speaker_in(whole, 0, len(whole))


def _is_quoted(text: str, at: int, first: int) -> bool:
    """Whether a quotation is open here, or opens here."""
    before = text[first : at + 2]
    return before.count("\u201c") > before.count("\u201d")
