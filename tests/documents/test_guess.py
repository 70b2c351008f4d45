"""What a text says of itself, and how a date is known."""

import pytest

from reviewer.documents.guess import SourceGuess, guess_source, iso_date
from reviewer.documents.read import read_document

BODY = "The minister said on Tuesday that the government would go on with its support for the plan."


def guess(text: str, name: str = "a.txt") -> SourceGuess:
    return guess_source(read_document(text.encode(), name), name)


def test_from_front_matter() -> None:
    text = (
        "---\ntitle: T\nsite: S\nauthor: By A\nurl: https://e.org/x\ndate: 12 July 2024\n---\n"
        f"Another Title\n\nBy Jane Doe\n\nMay 10, 2025\n\n{BODY}"
    )
    assert guess(text) == SourceGuess(
        "T", "S", "A", "2024-07-12", "front matter", "https://e.org/x"
    )


def test_from_the_lines_above_the_text() -> None:
    text = f"A Title\n\nThe Guardian\n\nBy Jane Doe\n\nMay 10, 2025\n\n{BODY}\n\nBy John\n\n{BODY}"
    assert guess(text) == SourceGuess(
        "A Title", "The Guardian", "Jane Doe", "2025-05-10", "date line"
    )


def test_from_the_name_of_the_file() -> None:
    name = "/tmp/2024-07-12_new-zealand_aid.txt"
    assert guess(BODY, name) == SourceGuess(
        "new zealand aid", published="2024-07-12", date_basis="file name"
    )
    assert guess(BODY, "NZ aid - final.txt").title == "NZ aid - final"
    assert guess(BODY, ".txt").title == ".txt"


def test_from_a_heading_further_down() -> None:
    assert guess(f"{BODY}\n\n# The *Plan*\n\n{BODY}", "a.md").title == "The Plan"
    assert guess(f"{BODY}\n\nThe Plan\n\n{BODY}").title == "The Plan"


def test_a_date_that_can_be_read_in_two_ways_is_left_to_the_person() -> None:
    made = guess(f"---\ntitle: T\ndate: 07/12/2024\n---\n{BODY}", "2024-01-01.txt")
    assert (made.published, made.date_basis) == ("", "")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "beehive.govt.nz", "file:///etc/passwd"]
)
def test_only_web_addresses(address: str) -> None:
    assert guess(f"---\nurl: {address}\n---\n{BODY}").address == ""


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024", "2024"),
        ("2024-07", "2024-07"),
        ("2024-07-12", "2024-07-12"),
        ("2024-07-12T10:00:00+12:00", "2024-07-12"),
        ("2024-07-12 10:00", "2024-07-12"),
        ("12 July 2024", "2024-07-12"),
        ("12th Jul. 2024", "2024-07-12"),
        ("July 12, 2024", "2024-07-12"),
        ("Sept 3, 2024", "2024-09-03"),
        ("July 2024", "2024-07"),
        ("Friday, July 12, 2024 at 10:30 am", "2024-07-12"),
        ("Published on: 12 July 2024", "2024-07-12"),
        ("13/07/2024", "2024-07-13"),
        ("07/13/2024", "2024-07-13"),
        ("07.07.2024", "2024-07-07"),
        ("07/12/2024", ""),
        ("12.7.24", ""),
        ("2024-13-01", ""),
        ("2024-02-30", ""),
        ("30 February 2024", ""),
        ("12 Jumble 2024", ""),
        ("12 July 13 2024", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert iso_date(text) == iso
