"""Amounts that leave out their currency: "5 million euros in August and 7 million in September"."""

from dataclasses import replace

from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_SCALES = frozenset((
    "million", "millions", "billion", "billions", "trillion", "trillions", "bn", "mn", "m", "b",
    "tn", "crore", "crores", "lakh", "lakhs",
))  # fmt: skip
_FAR = 50  # tokens
_OF_PEOPLE = frozenset((
    "its", "their", "our", "his", "her", "whom", "population", "people", "among", "home", "cover",
    "covers", "covered", "covering", "affect", "affects", "affected", "affecting", "reach",
    "serve", "serves", "served", "serving", "feed", "feeds", "displaced", "displacing", "left",
    "leaving", "killed", "killing", "employs", "housed", "treated", "vaccinated", "sold",
))  # fmt: skip
"""Before a number without a noun these tell of people or things: "home to nine million"."""
_ENDS = frozenset((".", ",", ";", ":", ")", "(", "", "\u2013", "\u2014"))
_GOES_ON = frozenset((
    "in", "for", "to", "from", "on", "by", "at", "and", "or", "with", "through", "under", "during",
    "more", "this", "last", "next", "as", "towards", "toward", "over", "per", "each", "annually",
    "already", "announced", "pledged", "promised", "approved", "allocated", "spent", "paid",
    "committed", "provided", "earmarked", "raised", "given", "granted", "agreed", "came", "comes",
    "went", "goes", "was", "is", "that", "which",
))  # fmt: skip
"""What follows a sum; people and things are followed by what they do: "3 million have no roof"."""


class Currencies:
    """Gives amounts the currency of the one before them.

    Of figures that name their size ("million") the last with a unit or a noun says what the next
    without is of.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._last: Quantity | None = None
        self._end = 0

    def filled(self, reading: Reading) -> Reading:
        """The reading, as money where it is a bare number of millions behind such a sum."""
        quantity = reading.quantity
        if not self._is_scaled(reading):
            return reading
        if quantity.kind is QuantityKind.COUNT and not quantity.unit and self._last:
            if not self._goes_on(reading):
                return reading
            quantity = replace(
                quantity,
                kind=QuantityKind.MONEY,
                unit=self._last.unit,
                unit_basis=self._last.unit_basis,
                currencies=self._last.currencies,
            )
        self._last = quantity if quantity.kind is QuantityKind.MONEY else None
        self._end = reading.end
        return reading._replace(quantity=quantity)

    def _is_scaled(self, reading: Reading) -> bool:
        places = range(reading.first, reading.end)
        return any(self._tokens[place].low in _SCALES for place in places)

    def _goes_on(self, reading: Reading) -> bool:
        tokens, first, end = self._tokens, reading.first, reading.end
        ahead = {tokens[first - 1].low, tokens[first - 2].low}
        if first - self._end > _FAR or not ahead.isdisjoint(_OF_PEOPLE):
            return False
        follows = tokens[end].low
        if tokens.near(end) and follows not in _ENDS and follows not in _GOES_ON:
            return False
        return "\n" not in tokens.text[tokens[self._end - 1].end : tokens[first].start]
