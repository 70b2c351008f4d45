"""What is dimmed and, above all, what is not."""

import pytest

from reviewer.documents.boilerplate import boilerplate

BODY = "The minister said on Tuesday that the government would go on with its support for the plan."
OTHER = (
    "Nobody in the opposition was willing to say what they would do if it came to a vote in May."
)
TEASER = "It was a moderate earthquake that hit the Banda Sea in…"


def dimmed(*texts: str) -> list[int]:
    return sorted(boilerplate(texts))


@pytest.mark.parametrize(
    "bar",
    [
        "WhatsAppWhatsAppFacebookFacebookTwitterTwitterShareShare",
        "Share Facebook Twitter LinkedIn",
        "Facebook|Twitter|Email|Print",
        "TweetShareEmail",
    ],
)
def test_share_bars(bar: str) -> None:
    assert dimmed(BODY, bar, OTHER) == [1]


@pytest.mark.parametrize(
    "line", ["Keep Reading", "Read more »", "[Advertisement]", "Continue reading..."]
)
def test_prompts_are_dimmed_alone(line: str) -> None:
    assert dimmed(BODY, line, OTHER, BODY, OTHER) == [1]
    assert dimmed(BODY, line, OTHER) == [1]


def test_lists_of_teasers_to_the_end() -> None:
    dated = ["A Title", BODY, "May 9, 2025", "Another Title", OTHER, "May 10, 2025"]
    assert dimmed(BODY, OTHER, "Related articles:", *dated) == list(range(2, 9))
    assert dimmed(BODY, OTHER, "More from Reuters", "A Title", TEASER) == [2, 3, 4]
    assert dimmed(BODY, OTHER, "You may also like", "A Title", "Another Title") == [2, 3, 4]


def test_two_lists_of_teasers() -> None:
    lists = ["Most read", "A Title", "Another Title", "Recent posts", "A Third", "May 9, 2025"]
    assert dimmed(BODY, OTHER, *lists) == list(range(2, 8))


def test_a_prompt_before_the_last_paragraph_does_not_take_it_along() -> None:
    assert dimmed(
        BODY, "Keep Reading", OTHER, "Recent Posts", "A Title", "May 9, 2025", TEASER
    ) == [
        1,
        *range(3, 7),
    ]


def test_tags_and_the_author() -> None:
    bio = "I write and follow closely the news of Malaysia, and of other places in the region."
    assert dimmed(BODY, OTHER, BODY, OTHER, "Tags: NATO, Japan", "Katherine S", bio) == [4, 5, 6]
    assert dimmed(BODY, OTHER, "Filed under: Defence") == [2]


def test_a_note_of_republication() -> None:
    note = "/Public Release. This material might be edited for clarity. View in full here."
    assert dimmed(BODY, note) == [1]
    assert dimmed(note, BODY) == []


@pytest.mark.parametrize(
    "texts",
    [
        # A section of an article or a paper.
        (BODY, "Related work", OTHER, "Conclusion", BODY),
        (BODY, "Related work", "Smith 2020", "Jones 2021"),
        (BODY, "Related Publications", OTHER, "Conclusion", BODY),
        (BODY, "Related Publications", OTHER, BODY),
        (BODY, "Latest news", "May 9, 2025", BODY, "May 10, 2025", OTHER),
        (BODY, "See also", "Annex A", "Annex B"),
        (BODY, "Further reading", "Smith 2020", "Jones 2021"),
        ("Recent Posts", BODY, OTHER),
        ("Recent Posts", "May 9, 2025", BODY, OTHER, BODY),
        # Short paragraphs, dates, and quotations cut short.
        ("He left.", "She stayed.", "May 10, 2025", "They met again in 2026.", "And then…"),
        ("May 9, 2025", "Talks began.", "May 10, 2025", "Talks ended.", "Type: Analysis"),
        # Networks as a subject.
        (BODY, "Facebook, Twitter and Reddit", OTHER),
        (BODY, "Facebook, Twitter, Reddit", OTHER),
        (BODY, "Facebook", "Twitter", OTHER),
        (BODY, "Facebook Twitter Reddit", OTHER),
        (BODY, "Print", OTHER),
        # Tags, and something like a name, where there is text to come.
        ("Tags: NATO", BODY, OTHER),
        ("A Title", "Tags: NATO", "New Zealand", "New Zealand gave NZ$78 million."),
        (BODY, OTHER, "Tags: they are attached to each animal."),
        # Sentences that speak of sharing, reading and seeing.
        (BODY, "Read more carefully.", OTHER),
        (BODY, "The full text can be seen in full here.", OTHER),
        (BODY, "The committee does not take institutional positions."),
        ("",),
        (),
    ],
)
def test_ordinary_text_is_never_dimmed(texts: tuple[str, ...]) -> None:
    assert dimmed(*texts) == []
