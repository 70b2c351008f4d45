"""Made-up news to measure growth with: any number of documents, each of some 5 kB, never the same.

Some documents in a row tell of one event with figures that change; names are put together from
syllables, so that ten thousand documents are of thousands of events and not of a few.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

LENGTH = 5000
_SYLLABLES = [first + last for first in "bdklmnrstv" for last in "aeo"]
_EVENTS = 4  # documents of one event, on the average
_FIRST = date(2019, 1, 1)
_KINDS = (
    (
        "Floods in {place} kill {a:,}, says {agency}",
        "At least {a:,} people died and {b:,} were injured in {place}, the {agency} said.",
        "More than {c:,} people were displaced, and {d:,} homes were destroyed.",
        "{agency} put the damage at ${e} million and asked for US${f} million in aid.",
        "{g} millimetres of rain fell on {place} within two days.",
    ),
    (
        "{firm} to cut {a:,} jobs in {place}",
        "{firm} will cut {a:,} jobs, or {h} percent of its workforce, {person} said.",
        "Revenue of {firm} was €{e} million in {year}, and net profit came to €{f} million.",
        "The plant in {place} cost ${g} million and has {b:,} employees.",
        "{firm} was founded in {old} and is based in {city}.",
    ),
    (
        "{place} approves {g}-kilometre line to {city}",
        "{place} approved the ${e} million line to {city}, which is {g} kilometres long.",
        "The line will carry {c:,} passengers a day and is expected to open in {next}.",
        "Construction will cost {place} ${f} million, {person} of the {agency} told the council.",
        "Unemployment in {place} fell to {h} percent in {year}.",
    ),
)
_FILLERS = (
    "Residents of {place} had asked for an answer for a long time.",
    "“We will look at all of it with care,” {person} said.",
    "The {agency} has {k} members and meets twice a month.",
    "People in {city} have heard promises before, and many doubt that this one will be kept.",
    "A spokesman of {firm} declined to comment on the matter.",
    "In {old}, a report had already warned of what was to come.",
    "The road from {city} to {place} was closed for {k} days.",
    "The opposition called the plan too late and asked for a vote in {next}.",
)


def documents(count: int, *, seed: int = 1) -> Iterator[tuple[str, str, date]]:
    """Name, text and day of each document, the same on every run."""
    random = Random(seed)
    made = 0
    while made < count:
        event = _event(random)
        for _ in range(min(count - made, random.randint(1, 2 * _EVENTS - 1))):
            yield (
                f"{made:05}.txt",
                _text(random, event),
                event["day"] + timedelta(random.randint(0, 60)),
            )
            made += 1


def _event(random: Random) -> dict[str, object]:
    day = _FIRST + timedelta(random.randint(0, 2000))
    return {
        "kind": random.choice(_KINDS), "day": day, "year": day.year - 1, "next": day.year + 4,
        "old": random.randint(1900, 2010), "agency": f"{_name(random)} Agency",
        "firm": f"{_name(random)} {random.choice(('Power', 'Steel', 'Foods'))}",
        "person": f"{_name(random)} {_name(random)}",
        "place": _name(random), "city": _name(random), "k": random.randint(3, 400),
        "figures": [random.randint(2, 900) for _ in range(8)],
    }  # fmt: skip


def _name(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(random.randint(3, 4))).title()


def _text(random: Random, event: dict[str, object]) -> str:
    figures = event["figures"]
    assert isinstance(figures, list)
    told = {
        letter: round(figure * random.choice((1, 1, 1.1, 1.5)))
        for letter, figure in zip("abcdefgh", figures, strict=True)
    }
    values = {**event, **told, "c": told["c"] * 100, "h": told["h"] % 60 + 1}
    kind = event["kind"]
    assert isinstance(kind, tuple)
    parts = [
        kind[0].format(**values),
        "",
        f"{event['city']}, {event['day']:%B} {event['day']:%d}, {event['day']:%Y}",
        "",
    ]
    parts += [sentence.format(**values) for sentence in kind[1:]]
    length = sum(map(len, parts))
    while length < LENGTH:
        one, other = random.sample(_FILLERS, 2)
        paragraph = f"{one.format(**values)} {other.format(**values)}\n"
        parts.append(paragraph)
        length += len(paragraph)
    return "\n".join(parts)
