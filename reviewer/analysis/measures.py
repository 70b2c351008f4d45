"""What a value measures: a label of the concepts, the act, and the text's own words for it."""

from typing import NamedTuple

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.nearness import Hit, behind_noun, nearest
from reviewer.analysis.nouns import is_plural
from reviewer.analysis.regions import STOPS, Region
from reviewer.analysis.stems import content
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_FARTHEST = 9
_FARTHEST_SUBJECT = 16  # a clause's own subject may stand farther before its value
_CLOSE = 4
_IN_COMPOUND = 2
_PAIR = 2
_TAKES = frozenset(["take", "takes", "took", "taken", "last", "lasts", "lasted"])
_GETS = frozenset(["get", "gets", "receive", "receives", "got"])
_TALLIES = frozenset(["toll", "count", "tally"])
_FOR_SALE = frozenset(["fares", "fees", "rent", "price", "salary", "pension"])
_ACT_REACH = 6
_HEADS = 5
_SCOPE = 5
_SCOPE_ENDS = STOPS | frozenset(
    [
        "in",
        "to",
        "and",
        "is",
        "was",
        "were",
        "are",
        "will",
        "at",
        "by",
        "from",
        "of",
        "rises",
        "rose",
        "fell",
        "over",
        "the",
    ]
)
_PARTS = frozenset(["in", "into", "of", "for", "to", "from", "on", "and", "by"])
_PERSON_REACH = 9
_FATE_REACH = 6
_BOUGHT = 4
_BUYS = frozenset(["buy", "buys", "buying", "bought"])
_GOODS = frozenset((
    "weapons", "fleet", "vehicles", "supplies", "homes", "turbines", "panels", "vaccinations",
    "livestock", "buildings", "beds", "charging points",
))  # fmt: skip
_OF_ONE = frozenset(["", "payment", "purchase", "sale price", "takeover price", "revenue"])
_PER_UNIT = frozenset((
    "per megawatt", "per kilowatt", "per tonne", "per ton", "per barrel", "per ounce", "per pound",
    "per litre", "per gallon", "per bushel", "per kilogram", "per kilo", "per gram", "per unit",
    "per megawatt hour", "per kilowatt hour", "per mwh", "per kwh",
))  # fmt: skip
"""What a sum for one of is a price."""
_LAST = frozenset(["purchase"])  # what a sum is for, rather than what it is
_OF_ALL = content(["total", "cumulative", "overall", "number", "target", "all"])
_OF_UNITS = {
    **dict.fromkeys(("kW", "MW", "GW", "TW"), "capacity"),
    **dict.fromkeys(("kWh", "MWh", "GWh", "TWh"), "output"),
}
"""What a unit alone says of what is measured, where no word does."""
_TELLING_UNITS = {"magnitude": "magnitude", "°C": "temperature", "°F": "temperature"}
_ANYBODY = frozenset(["population", "households"])  # what else is said of them says more


class Measured(NamedTuple):
    """What a value measures; see ``Frame``."""

    thing: str
    act: str
    qualifiers: frozenset[str]
    heads: frozenset[str]
    said: tuple[str, str] = ("", "")  # the words for thing and act
    scope: frozenset[str] = frozenset()
    sure: bool = True  # whether words name the thing, and do not just hint at it


def measured(
    table: Concepts, region: Region, quantity: Quantity, inside: frozenset[str] = frozenset()
) -> Measured:
    """The nearest thing that a value of this kind can be of; counts begin with their noun. Words
    that stand ``inside`` names alone name nothing: there is no credit in "Credit Suisse"."""
    verb = act_near(table, region)
    act = table.act_of(verb)
    if quantity.kind is QuantityKind.COUNT:
        return _counted(table, region, quantity, act)
    if quantity.unit in _TELLING_UNITS:
        heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
        return Measured(_TELLING_UNITS[quantity.unit], act, frozenset(), heads)
    if quantity.kind is QuantityKind.PERCENT and quantity.base.split()[-1:] == ["capacity"]:
        heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
        return Measured("load factor", act, frozenset(), heads)
    hit, sure = _found(table, region, quantity, inside)
    if hit is None:
        thing = "cost" if _is_costly(table, region, quantity) else _OF_UNITS.get(quantity.unit, "")
        heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
        return Measured(thing, act, frozenset(), heads)
    if _is_costly(table, region, quantity) and (hit.before or hit.place > 0):
        return Measured("cost", act, frozenset(), content(region.after[:_HEADS]))
    side = region.before if hit.before else region.after
    thing = _settled(table, hit, side, act, quantity)
    around = side[max(0, hit.place - 2) : hit.place]
    heads = content(side[max(0, hit.place - 3) : hit.place + 4])
    if verb in side[hit.place : hit.place + hit.length] and thing in table.of_events:
        act = verb = ""
    said = " ".join(side[hit.place : hit.place + hit.length])
    scope = _scope(side[hit.place + hit.length :], [] if not hit.before else region.after)
    scope = scope or _receiver(region.before)
    thing, scope = _narrowed(table, thing, side[hit.place + hit.length - 1], scope)
    return Measured(thing, act, _qualifying(table, around), heads, (said, verb), scope, sure)


def _settled(table: Concepts, hit: Hit, side: list[str], act: str, quantity: Quantity) -> str:
    """The thing that a word names, as what stands around that word lets it be."""
    thing = table.together.get((hit.label, act), hit.label)
    if thing == "price" and _is_of_works(table, side[hit.place + hit.length :]):
        return "cost"
    if thing == "takeover price" and _are_goods(table, side[hit.place : hit.place + _BOUGHT]):
        thing = "purchase"
    if thing in _OF_ONE and quantity.base in _PER_UNIT:
        return "price"
    if thing == "cost" and hit.before:
        return _sold(table, side[: hit.place]) or thing
    return thing


def _are_goods(table: Concepts, words: list[str]) -> bool:
    """ "To buy missiles", and not a rival."""
    if words[:1] and words[0] not in _BUYS:
        return False
    things = (table.thing_at(words, place, "count")[0] for place in range(1, len(words)))
    return is_plural("".join(words[1:2])) or any(label in _GOODS for label in things)


def _found(
    table: Concepts, region: Region, quantity: Quantity, inside: frozenset[str]
) -> tuple[Hit | None, bool]:
    """The nearest thing within reach; where there is none, what the words around hint at."""
    costly = _is_costly(table, region, quantity)
    for hinted in (False, True):
        hit = nearest(table, region, quantity, inside=inside, last=_LAST, hinted=hinted)
        if hit and _reaches(region, hit):
            return hit, not hinted
        if costly:
            break
    return None, True


def _sold(table: Concepts, words: list[str]) -> str:
    """ "A single ticket will cost": what has a price of its own before the word for it."""
    for place in range(len(words) - 1, max(-1, len(words) - _FARTHEST), -1):
        if words[place] in STOPS:
            break
        label, _ = table.thing_at(words, place, "money")
        if label in _FOR_SALE:
            return label
    return ""


def _narrowed(
    table: Concepts, thing: str, head: str, scope: frozenset[str]
) -> tuple[str, frozenset[str]]:
    """ "Spending on defence" is defence spending, where the table knows that."""
    for word in sorted(scope):
        for noun in (head, "spending", "budget"):
            label, length = table.thing_at([word, noun], 0)
            if length == _PAIR and thing in ("spending", "budget") and label != thing:
                return label, scope - {word}
    return thing, scope


def _reaches(region: Region, hit: Hit) -> bool:
    """Whether a thing is near enough; without a sign between, as far as a clause is long."""
    if hit.cost <= _FARTHEST:
        return True
    between = region.before[hit.place + hit.length :]
    clear = hit.before and not STOPS.intersection(between) and "that" not in between
    return clear and hit.cost <= _FARTHEST_SUBJECT


def _scope(*sides: list[str]) -> frozenset[str]:
    """What stands behind "on" or "for" right after a thing or a value, up to a sign."""
    for words in sides:
        if words[:1] and words[0] in ("on", "for"):
            end = next((i for i, word in enumerate(words) if word in _SCOPE_ENDS), len(words))
            found = content(words[1 : min(end, _SCOPE)])
            if found:
                return found
    return frozenset()


def _receiver(before: list[str]) -> frozenset[str]:
    """ "Railways will get X", "education is to receive X": what X is for."""
    if before[-1:] and before[-1] in _GETS:
        end = len(before) - 1
        while end and before[end - 1] in ("will", "to", "is", "are", "would"):
            end -= 1
        return content(before[max(0, end - 1) : end])
    return frozenset()


def _counted(table: Concepts, region: Region, quantity: Quantity, act: str) -> Measured:
    noun = quantity.unit.lower().split()
    if not noun and region.lead:
        return _labelled(table, region, act)
    heads = content(noun)
    own = next(filter(None, (table.thing_at(noun, i, "count")[0] for i in range(len(noun)))), "")
    ahead = region.after[:_CLOSE] if len(noun) == 1 else []
    counted = {*noun, *(ahead if not STOPS.intersection(ahead) else ())}
    whole, length = table.thing_at(region.after, 0, "count") if region.after else ("", 0)
    if own and length > len(noun):  # "roles to go"
        own = whole
    own = own or _compound(table, region.after, behind_noun(region.after, noun) if noun else 0)
    if noun and not own and not table.persons & counted:
        hit = nearest(table, region, quantity, own=noun, only=table.fates - table.of_events)
        own = hit.label if hit and hit.cost <= _CLOSE else ""
    if not noun and (tally := _tallied(table, region.before)):
        return Measured(tally, act, frozenset(), heads)
    persons = not noun or bool(table.persons & counted)
    if persons and own in _ANYBODY:
        own = ""
    if persons:
        only = table.of_persons if noun else None
        hit = nearest(table, region, quantity, own=noun, last=_ANYBODY, only=only)
        if hit is None:
            happened = table.of_events - table.objects
            hit = nearest(table, region, quantity, own=noun, only=happened, hinted=True)
        fate = hit and (hit.label in table.of_events or _is_fate(table, hit) or not noun)
        if hit and fate and hit.cost <= _PERSON_REACH:
            return Measured(
                table.together.get((hit.label, act), hit.label), act, frozenset(), heads
            )
        if not own and hit and hit.cost <= _PERSON_REACH:
            own = hit.label
        own = own or next(
            filter(None, (table.thing_at(noun, i, "count")[0] for i in range(len(noun)))), ""
        )
    own = _put_to_use(table, region, noun, own)
    thing = table.together.get((own, act), own)
    return Measured(thing, act, _qualifying(table, noun), heads)


def _is_fate(table: Concepts, hit: Hit) -> bool:
    """Whether it is what becomes of the persons, said close to them."""
    return hit.label in table.fates and hit.cost <= _FATE_REACH


def _labelled(table: Concepts, region: Region, act: str) -> Measured:
    """What "Cumulative deaths due to flood: 17" counts: the longest thing of the label, the first
    of those as long."""
    words = list(region.lead)
    hits = [table.thing_at(words, place, "count") for place in range(len(words))]
    thing = max(hits, key=lambda hit: hit[1], default=("", 0))[0]
    return Measured(thing, act, _qualifying(table, words), content(words) - _OF_ALL)


def _compound(table: Concepts, after: list[str], first: int) -> str:
    """ "1,580 measles infections": what the noun's own next words count."""
    for place in range(first, min(len(after), first + _IN_COMPOUND)):
        if not first or after[place] in _SCOPE_ENDS:
            return ""
        label, _ = table.thing_at(after, place, "count")
        if label:
            return label
    return ""


def _tallied(table: Concepts, before: list[str]) -> str:
    """ "The death toll from the disaster stands at": what a tally is of that a number without a
    noun is said to be."""
    for place in range(len(before) - 1, -1, -1):
        if before[place] in STOPS:
            return ""
        if before[place] in _TALLIES:
            label, _ = table.thing_at(before, max(0, place - 1), "count")
            return label if label in table.of_events else ""
    return ""


def _put_to_use(table: Concepts, region: Region, noun: list[str], own: str) -> str:
    """ "To power 500,000 homes": what the table makes of the noun and a thing close by, or what
    became of whatever it is: "recalled 40,000 cookers"."""
    before, after = region.before[-_CLOSE:], _up_to_sign(region.after)
    behind = behind_noun(after, noun)
    sides = (before, range(len(before))), (after, range(behind, behind + _ACT_REACH))
    levelled = before[-1:] == ["to"]  # "brought its workforce to 1,700" brings no new jobs
    for look in (table.thing_at,) if levelled else (table.thing_at, table.hint_at):
        for words, places in sides:
            for place in places[: max(0, len(words) - places.start)]:
                label, _ = look(words, place, "count")
                if label in table.of_things:
                    return label
                if (own, label) in table.together:
                    return table.together[own, label]
    return own


def _up_to_sign(words: list[str]) -> list[str]:
    return words[: next((i for i, word in enumerate(words) if word in STOPS), len(words))]


def _qualifying(table: Concepts, words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in table.qualifiers)


def act_near(table: Concepts, region: Region) -> str:
    """The word for the act nearest to the value, before it or behind it."""
    best = (_ACT_REACH + 1, "")
    for words, before in ((region.before, True), (region.after, False)):
        for distance in range(min(_ACT_REACH, len(words))):
            place = len(words) - 1 - distance if before else distance
            pair = " ".join(words[place : place + 2])
            verb = pair if table.act_of(pair) else words[place]
            if distance < best[0] and table.act_of(verb) and pair != "up to":
                best = (distance, verb)
    return best[1]


def _is_of_works(table: Concepts, words: list[str]) -> bool:
    """ "The price of the new hydro scheme" is what it costs, and no price of a thing for sale."""
    return words[:1] == ["of"] and bool(table.costly.intersection(words[1:_FARTHEST]))


def _is_costly(table: Concepts, region: Region, quantity: Quantity) -> bool:
    if quantity.kind is not QuantityKind.MONEY:
        return False
    ahead = region.after[:4]
    for word in ahead:
        if word in STOPS or word in _PARTS:
            return False
        if word in table.costly:
            return True
    return False


def lasting(table: Concepts, region: Region, quantity: Quantity) -> Measured | None:
    """What a duration is of, where the words close to it say so: "jailed for 12 years"."""
    hit = nearest(table, region, quantity)
    most = _FARTHEST_SUBJECT if _TAKES & set(region.before[-1:]) else _CLOSE
    if hit is None or hit.cost > most or not _lasts(table, hit.label):
        return None
    side = region.before if hit.before else region.after
    said = " ".join(side[hit.place : hit.place + hit.length])
    heads = content(region.before[-_HEADS:] + region.after[:_HEADS])
    return Measured(
        hit.label, table.act_of(act_near(table, region)), frozenset(), heads, (said, "")
    )


def _lasts(table: Concepts, label: str) -> bool:
    return "duration" in table.kinds.get(label, frozenset())
