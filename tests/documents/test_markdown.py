"""Markdown as a reader sees it: text, blocks and inlines at exact code points."""

from collections.abc import Callable

import pytest

from reviewer.documents import markdown
from reviewer.documents.markdown import lay
from reviewer.documents.markdown_text import without_tags
from reviewer.domain.document import Block, BlockKind, Document, InlineKind
from reviewer.domain.errors import DocumentError


def shape(source: str) -> list[tuple[str, int, str]]:
    document = lay(source, "a.md")
    return [(b.kind.value, b.level, document.text[b.start : b.end]) for b in document.blocks]


def marks(document: Document) -> list[tuple[str, str, str]]:
    return [(i.kind.value, document.text[i.start : i.end], i.target) for i in document.inlines]


def test_marks_go_and_their_meaning_stays() -> None:
    document = lay(
        "# A *plan*\n\nIt is **big**,\n~~not~~ `x*y`, [see *it*](http://e.org/a 't').", "a"
    )
    assert document.text == "A plan\n\nIt is big, not x*y, see it."
    assert document.blocks == (Block(0, 6, BlockKind.HEADING, 1), Block(8, 35, BlockKind.PARAGRAPH))
    assert marks(document) == [
        ("emphasis", "plan", ""),
        ("strong", "big", ""),
        ("strike", "not", ""),
        ("code", "x*y", ""),
        ("link", "see it", "http://e.org/a"),
        ("emphasis", "it", ""),
    ]
    assert document.metadata == {"title": "A plan"}
    assert document.media_type == "text/markdown"


def test_offsets_are_code_points() -> None:
    document = lay("😀 **é😀** x\n\n- 😀 *y*", "a")
    assert document.text == "😀 é😀 x\n\n• 😀 y"
    assert [(i.start, i.end) for i in document.inlines] == [(2, 4), (12, 13)]


def test_lists_have_marks_and_stand_close() -> None:
    source = "Intro\n\n- one\n- two\n  more\n\n  3. three\n  4. four\n     - five\n- six\n\nOutro"
    assert lay(source, "a").text == (
        "Intro\n\n• one\n• two more\n  3. three\n  4. four\n    • five\n• six\n\nOutro"
    )
    assert [(kind, level) for kind, level, _ in shape(source)][1:-1] == [
        ("list_item", level) for level in (0, 0, 1, 1, 2, 0)
    ]


def test_inlines_in_list_items_stand_behind_the_marker() -> None:
    document = lay("1. a\n   - **b** c", "a")
    assert marks(document) == [("strong", "b", "")]


def test_a_second_paragraph_of_an_item_and_a_second_list() -> None:
    assert lay("- a\n\n  b\n\n- c", "x").text == "• a\n\nb\n\n• c"
    assert lay("- a\n- b\n\n* c", "x").text == "• a\n• b\n\n• c"
    assert lay("1) a\n\n2) b", "x").text == "1) a\n2) b"
    assert lay("- \n- - a\n- b", "x").text == "  • a\n• b"


def test_quotes() -> None:
    assert shape("> one\n> two\n>\n> > three\n\nfour") == [
        ("quote", 0, "one two"),
        ("quote", 1, "three"),
        ("paragraph", 0, "four"),
    ]


def test_code_is_kept_verbatim() -> None:
    source = "```python\nif a:\n\n    b = '**x**'  \n```\n\n    indented *x*\n"
    assert shape(source) == [
        ("code", 0, "if a:\n\n    b = '**x**'  "),
        ("code", 0, "indented *x*"),
    ]


def test_tables_have_a_block_a_row() -> None:
    document = lay("| a | *b* |\n|---|:-:|\n| 1 | 2<br>3 |\n| 4 |\n\nx", "a")
    assert document.text == "a\tb\n1\t2 3\n4\t\n\nx"
    assert [b.kind for b in document.blocks] == [BlockKind.TABLE_ROW] * 3 + [BlockKind.PARAGRAPH]
    assert marks(document) == [("emphasis", "b", "")]


def test_breaks() -> None:
    assert lay("a\nb  \nc\\\nd\n\n---\n\ne", "x").text == "a b\nc\nd\n\ne"


def test_images_show_what_stands_for_them() -> None:
    document = lay("![A *map*](m.png) [![alt](i.png)](http://e.org)\n\n![](none.png)\n\nx", "a")
    assert document.text == "A map alt\n\nx"
    assert marks(document) == [("link", "alt", "http://e.org")]


def test_reference_links_and_characters() -> None:
    document = lay("[a] &amp; &#13;b&#xFEFF; \\* &lt;i&gt;\n\n[a]: <http://e.org/x y>", "a")
    assert document.text == "a &  b * <i>"
    assert marks(document) == [("link", "a", "http://e.org/x%20y")]


def test_a_script_is_no_link() -> None:
    assert marks(lay("[a](javascript:alert(1))", "a")) == []


def test_html_is_left_out_and_its_words_stay() -> None:
    source = 'New Zealand gave <b class="x">NZ$78</b> million<br>by May.<!-- no -->\n\n'
    source += "<div onclick=x()>\n<p>In a &lt;box&gt; <i>here</i></p>\n<script>alert('<p>1')</script></div>\n"
    document = lay(source, "a")
    assert document.text == "New Zealand gave NZ$78 million\nby May.\n\nIn a <box> here"
    assert document.inlines == ()


def test_what_is_opened_and_never_closed_is_text() -> None:
    assert without_tags("<div>a <!-- b") == "a <!-- b"
    assert without_tags("a < b <c d") == "a < b <c d"
    assert without_tags("<style>a{}") == "a{}"
    assert without_tags("<STYLE>a{}</Style >b") == "a{}b"
    assert without_tags("<script>a<!--</script>b") == "b"
    assert without_tags("a<br/>b<BR>c &#13;&#0;") == "a\nb\nc \n\ufffd"


def test_front_matter_stays_at_the_head() -> None:
    document = lay("---\ntitle: '*T*'\ndate: 2024-07-12\n---\n\n# H\n\nText", "a.md")
    assert document.text == "---\ntitle: '*T*'\ndate: 2024-07-12\n---\n\nH\n\nText"
    assert [b.kind.value for b in document.blocks] == ["metadata", "heading", "paragraph"]
    assert document.metadata == {"title": "*T*", "date": "2024-07-12"}


def test_the_title() -> None:
    assert lay("![map](m.png)\n\n# H\n\n## I", "a").metadata == {"title": "H"}
    assert lay("text\n\n## I\n\ntext", "a").metadata == {}
    assert lay("text\n\n# H\n\n# I", "a").metadata == {}


def test_sidebars_are_dimmed_as_in_plain_text() -> None:
    source = "# T\n\nText is here.\n\n## Related articles\n\n- [A Title](x)\n- [Another](y)\n"
    assert [b.boilerplate for b in lay(source, "a").blocks] == [False, False, True, True, True]
    assert not any(b.boilerplate for b in lay("a\n\n```\nRead more\n```\n\nb", "a").blocks)


def test_what_is_nested_too_deeply_is_refused_not_cut() -> None:
    assert lay(">" * 30 + "a", "a.md").text == "a"
    with pytest.raises(DocumentError, match=r"“a\.md” has quotes and lists nested more than"):
        lay(">" * 100 + "a", "a.md")
    with pytest.raises(DocumentError, match="nested more than"):
        lay("".join("  " * i + "- a\n" for i in range(40)), "a.md")


@pytest.mark.parametrize("depth", range(10, 40))
def test_no_depth_loses_words(depth: int) -> None:
    for source in (">" * depth + "word", "- " * depth + "word", ">- " * (depth // 2) + "> word"):
        try:
            assert "word" in lay(source, "a.md").text
        except DocumentError:
            assert depth > 10


@pytest.mark.parametrize(
    "unit", ["[", "![", "[a](", "*", "**a *", "_a", "~~a", "`", "<", "<!--", "<a ", "\\", "&", "]"]
)
def test_unclosed_marks_are_text(unit: str) -> None:
    text = lay("a " + unit * 500, "a.md").text
    assert len(text) >= 250


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("[" * 5_000_000, "marks"),
        (">" * 100_000 + "a", "nested|deep|marks"),
        ("a\n" * 200_000, "lines"),
        ("- " * 300_000, "marks"),
        (">" * 20 + "a\n" + "a\n" * 50_000, "quotes too deep"),
        ("a" * 5_000_001, "characters"),
    ],
    ids=["brackets", "quotes", "lines", "markers", "lazy", "long"],
)
def test_what_could_hold_the_program_is_refused_at_once(source: str, says: str) -> None:
    with pytest.raises(DocumentError, match=f"“a.md”.*({says})") as refused:
        lay(source, "a.md")
    assert "with the extension .txt" in str(refused.value)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![",
        "*a_ ",
        "`a",
        "<a ",
        "a<!--",
        "- a\n",
        "> a\n",
        "a|b\n",
        "[a]: b\n",
        "<p>\n\n",
        "&#1",
    ],
)
def test_work_grows_with_the_text_alone(
    unit: str, calls: Callable[[Callable[[], object]], int]
) -> None:
    once = calls(lambda: lay("a " + unit * 100, "a"))
    thrice = calls(lambda: lay("a " + unit * 300, "a"))
    assert thrice < 3.3 * once


def test_limits_are_what_they_are_measured_for() -> None:
    assert markdown.MARKS_LIMIT <= 200_000
    assert markdown.LENGTH_LIMIT <= 5_000_000


def test_links_are_inlines_of_their_kind() -> None:
    document = lay("<https://e.org>", "a")
    assert [(i.kind, i.target) for i in document.inlines] == [(InlineKind.LINK, "https://e.org")]
