"""Structure over plain text, of the kinds that people paste, save and receive."""

from collections.abc import Callable

import pytest

from reviewer.documents import plain
from reviewer.documents.plain import lay
from reviewer.domain.document import BlockKind, Document
from reviewer.domain.errors import DocumentError

BODY = "The minister said on Tuesday that the government would go on with its support for the plan."
OTHER = (
    "Nobody in the opposition was willing to say what they would do if it came to a vote in May."
)


def shape(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind.value, b.level, document.text[b.start : b.end]) for b in document.blocks]


def kinds(text: str) -> list[str]:
    return [
        kind + (str(level) if kind == "heading" else "") for kind, level, _ in shape(lay(text, "a"))
    ]


def test_wrapped_paragraphs_are_one_block_each() -> None:
    one = (
        "Wellington has been careful to try to manage its relationship with\n"
        "Beijing, which now takes around a third of the exports of the\n"
        "country. Even as it has made significant changes to rules at home,\n"
        "New Zealand has preferred to speak of it in a more muted fashion."
    )
    two = "A second paragraph that is wrapped in the same way, as e-mail programs\nalways did."
    document = lay(f"Hello all,\n\n{one}\n\n{two}\n\nRegards\nJane Doe\n+64 4 123\n", "a")
    assert [text for _, _, text in shape(document)] == [
        "Hello all,",
        one,
        two,
        "Regards",
        "Jane Doe",
        "+64 4 123",
    ]


def test_one_paragraph_a_line_stays_so() -> None:
    lines = [
        "Little told the Herald last month that it had picked a side decades ago.",
        "“We are a small country,” Little told the Herald on the same day.",
        "PNG’s prime minister said the milestone agreements were important.",
    ]
    assert [text for _, _, text in shape(lay("\n".join(lines), "a"))] == lines


def test_verse_and_addresses_stay_lines() -> None:
    assert len(lay("10 Downing Street\nLondon\nSW1A 2AA\nUnited Kingdom", "a").blocks) == 4


def test_quoted_mail_is_one_quote() -> None:
    assert kinds(f"> One said\n> the other said.\n\n{BODY}") == ["quote", "paragraph"]


def test_lists_and_their_depth() -> None:
    text = "- one\n  - two\n    goes on\n  - three\n- four\n\n1. five\n2) six\n(a) seven\n• eight"
    assert [(kind, level) for kind, level, _ in shape(lay(text, "a"))] == [
        ("list_item", level) for level in (0, 1, 1, 0, 0, 0, 0, 0)
    ]
    assert shape(lay(text, "a"))[1][2] == "  - two\n    goes on"


@pytest.mark.parametrize(
    "text", ["-5 degrees were measured", "2024. That was the year", "*not a list*"]
)
def test_not_a_list(text: str) -> None:
    assert kinds(text) == ["paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"What the deal means\n\n{BODY}", ["heading1", "paragraph"]),
        (f"{BODY}\n\nWhat the deal means\n\n{BODY}", ["paragraph", "heading2", "paragraph"]),
        (f"{BODY}\n\nWHAT COMES NEXT\n\n{BODY}", ["paragraph", "heading2", "paragraph"]),
        (f"{BODY}\nWhat Comes Next\n{BODY}", ["paragraph", "heading2", "paragraph"]),
        (f"{BODY}\n\n2. The Plan\n\n{BODY}", ["paragraph", "heading2", "paragraph"]),
        (
            f"A Plan\n======\n{BODY}\n\nits parts\n-----\n{BODY}",
            ["heading1", "paragraph", "heading2", "paragraph"],
        ),
        (
            f"# A plan\n{BODY}\n### Its parts\n{BODY}",
            ["heading1", "paragraph", "heading3", "paragraph"],
        ),
        (f"日本の支援\n\n{BODY}", ["heading1", "paragraph"]),
        (
            f"{BODY}\n\nThe Plan\n\nIts Parts\n\n{BODY}",
            ["paragraph", "heading2", "heading2", "paragraph"],
        ),
    ],
)
def test_headings(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Dear colleagues,",
        "May 10, 2025",
        "By Jane Doe",
        "He said so.",
        "“A Great Day for Peace”",
        "It was decided that:",
        "nothing came of it",
        "----------",
    ],
)
def test_not_a_heading(line: str) -> None:
    assert not any(kind.startswith("heading") for kind in kinds(f"{BODY}\n\n{line}\n\n{BODY}"))


def test_lines_above_the_text_are_no_title() -> None:
    for line in ("May 10, 2025", "By Jane Doe", "The White House", "Dear colleagues,"):
        assert "heading1" not in kinds(f"{line}\n\n{BODY}")
    assert kinds(f"A Plan\n\nThe White House\n\n{BODY}") == ["heading1", "paragraph", "paragraph"]


def test_a_list_of_names_is_not_a_stack_of_headings() -> None:
    names = ["Australia", "Japan", "New Zealand", "Republic of Korea", "Ukraine"]
    text = "\n\n".join([BODY, *names, BODY])
    assert kinds(text).count("paragraph") == 5


def test_the_last_line_is_no_heading() -> None:
    assert kinds(f"{BODY}\n\nJane Doe") == ["paragraph", "paragraph"]


def test_the_title_is_the_heading_that_opens_the_text() -> None:
    assert lay(f"A Plan\n\n{BODY}", "a").metadata == {"title": "A Plan"}
    assert lay(f"# A plan\n\n{BODY}", "a").metadata == {"title": "A plan"}
    assert lay(f"{BODY}\n\nIts Parts\n\n{BODY}", "a").metadata == {}
    told = lay(f"---\ntitle: Told\n---\n\nA Plan\n\n{BODY}", "a")
    assert told.metadata == {"title": "Told"}
    assert told.blocks[1].kind is BlockKind.HEADING


def test_a_long_line_is_left_to_the_view() -> None:
    text = "word " * 100_000
    document = lay(text, "a")
    assert document.text == text
    assert len(document.blocks) == 1


def test_too_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "LINES_LIMIT", 100)
    assert len(lay("a\n" * 99, "a.txt").blocks) == 99
    with pytest.raises(DocumentError, match=r"“a\.txt” has more than 100 lines"):
        lay("a\n" * 100, "a.txt")


@pytest.mark.parametrize(
    "unit",
    [
        "Read more\n\n",
        "Recent Posts\n\nMay 9, 2025\n\n",
        f"Related Articles\n\n{BODY}\n\n",
        "Tags: a\n\n",
        "Title\n---\n",
        "- a\n",
        " - a\n  - b\n   - c\n",
        "> a\n",
        "New Zealand\n\n",
        "FacebookTwitter\n",
        "---\na: b\n",
        f"{BODY}\n",
    ],
)
def test_work_grows_with_the_text_alone(
    unit: str, calls: Callable[[Callable[[], object]], int]
) -> None:
    once = calls(lambda: lay(unit * 300, "a"))
    thrice = calls(lambda: lay(unit * 900, "a"))
    assert thrice < 3.3 * once + 1000
