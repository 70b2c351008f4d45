"""Web and mail addresses: the numbers in them are nobody's claim."""

from bisect import bisect_left

from reviewer.analysis.tokens import Tokens

_SIGNS = ("://", "@", "www.", "WWW.")


def addresses(tokens: Tokens) -> frozenset[int]:
    """The tokens that belong to an address, which goes on until white space."""
    text = tokens.text
    starts: list[int] = []
    found: set[int] = set()
    for sign in _SIGNS:
        place = text.find(sign)
        while place >= 0:
            starts = starts or [token.start for token in tokens]
            first, last = bisect_left(starts, place), bisect_left(starts, place)
            while tokens.tight(first) and first not in found:
                first -= 1
            while tokens.tight(last + 1):
                last += 1
            led = tokens[first].start < place and sign.lower() == "www."
            if not led:
                found.update(range(first, last + 1))
            place = text.find(sign, max(place + 1, tokens[last].end))
    return frozenset(found)
