"""Who says a quotation, where a role stands between "said" and the name or behind the name."""

from reviewer.analysis.naming_read import ROLES
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.subjects import names, speaker_in
from reviewer.analysis.tokens import Tokens

_SPEECH = frozenset((
    "said", "says", "told", "added", "adds", "replied", "explained", "explains", "noted", "wrote",
    "declared", "insisted", "warned", "stated", "argued", "recalled", "conceded", "commented",
    "continued", "remarked",
))  # fmt: skip
_BEFORE, _BEHIND = 14, 9  # tokens in which the name stands


def speaker_of_quotation(tokens: Tokens) -> str:
    """The name, or nothing: "said chief executive Ana Lund", "Ana Lund, its chief, said"."""
    plain = speaker_in(tokens, 0, len(tokens))
    if plain:
        return plain
    places = (place for place in range(len(tokens)) if tokens[place].low in _SPEECH)
    found = (_behind(tokens, place) or _before(tokens, place) for place in places)
    return next(filter(None, found), "")


def _behind(tokens: Tokens, place: int) -> str:
    for name in names(tokens, place + 1, min(len(tokens), place + _BEHIND)):
        between = [tokens[each] for each in range(place + 1, name.first)]
        plain = all(
            each.is_word and (each.low not in FUNCTION_WORDS or each.low in ("the", "its"))
            for each in between
        )
        return name.text if plain and (not between or between[-1].low in ROLES) else ""
    return ""


def _before(tokens: Tokens, place: int) -> str:
    """The name right before; before an aside, the one in front of it or in it."""
    comma = tokens[place - 1].text == ","
    end = place - comma
    found = names(tokens, max(0, place - _BEFORE), place)
    if not found:
        return ""
    last = found[-1]
    holds_role = any(word.lower() in ROLES for word in last.text.split())
    before = found[-2] if len(found) > 1 else None
    if comma and before and tokens[before.end].text == "," and (holds_role or last.end != end):
        return before.text
    if comma and last.end < end and tokens[last.end].text == ",":
        return last.text
    return last.text if last.end == end else ""
