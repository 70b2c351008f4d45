"""Markdown that any renderer shows as it was meant: words that look like Markdown stay words."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reviewer.domain.options import ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.markdown import escaped, quoted, write_markdown

RENDERERS = [MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"])]

HOSTILE = [
    "# Heading", "- item\n- item", "1. one\n2) two", "> quote", "    code", "```\nfence\n```", "---", "===",
    "a\n===", "a\n---", "*em* **strong** __x__ `code`", "[link](http://x) ![img](x) <http://x>",
    "<script>alert(1)</script> &amp; &lt;", "| a | b |\n|---|---|\n| 1 | 2 |", "~~gone~~", "a\\\nb",
    "trailing  \nbreak", "\n\nblank lines\n\n\nwithin\n", " leading", "trailing ", "\ttab\t",
    "NZ$78 million and $50", "\u00a0nbsp\u00a0", "\u2028", "[ref]: http://x", "+ plus", "123456789. x",
    "a\x0bb\x0c", "&#32;", "\\", "x\\", "\r", "👩‍👩‍👧 🇳🇿", "* * *", "_" * 5, "a  b   c", "<!-- x -->",
]  # fmt: skip


def text_of(rendered: str) -> str:
    """The text of one paragraph in one block quote; nothing but breaks may be in it."""
    inner = re.fullmatch(r"<blockquote>\n<p>(.*)</p>\n</blockquote>\n", rendered, re.DOTALL)
    assert inner, rendered
    words = inner[1].replace("<br />\n", "\n")
    assert "<" not in words
    return html.unescape(re.sub("<[^>]*>", "", words).replace("&#13;", "\r"))


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_quote_full_of_markdown_stays_the_quote(text, renderer):
    assert text_of(renderer.render(quoted(text))) == text


# Control characters at the ends of a line have no way to be kept; HTML has no NUL.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\x0b\x1c\x1d\x1e\x1f\x85"),
    min_size=1,
)
MARKS = st.text("\n\\`*_{}[]()#+-.!|<>&~$ 1a\t=:", min_size=1)


@settings(max_examples=60)
@given(text=st.one_of(TEXT, MARKS))
@example(text="\n")
@example(text="\n\n")
def test_any_quote_comes_back_to_the_letter(text):
    for renderer in RENDERERS:
        assert text_of(renderer.render(quoted(text))) == text


@settings(max_examples=40)
@given(text=st.one_of(TEXT, MARKS))
def test_any_words_stay_in_their_cell(text):
    rendered = RENDERERS[1].render(f"| {escaped('x' + text)} | b |\n| --- | --- |\n")
    assert rendered.count("<th>") == 2


@pytest.fixture(scope="module")
def page(material, made):
    return made(write_markdown, material).decode()


def test_golden(page, golden):
    golden("report.md", page)


def test_every_quote_is_a_block_quote_of_its_own(page, material):
    rendered = RENDERERS[1].render(page)
    quotes = {html.unescape(q.replace("<br />\n", "\n"))
              for q in re.findall(r"<blockquote>\n<p>(.*?)</p>\n</blockquote>", rendered, re.DOTALL)}  # fmt: skip
    assert quotes == {passage.annotation.target.exact for passage in material.annotations}


def test_hostile_words_make_no_element_of_their_own(hostile, made):
    def shape(text):
        rendered = RENDERERS[1].render(
            made(write_markdown, hostile(text).material(title=text)).decode()
        )
        return [tag for tag in re.findall(r"</?([a-z0-9]+)", rendered) if tag != "br"]

    plain = shape("x")
    for text in HOSTILE:
        if text.strip():
            assert shape(f"a {text} z") == plain, text


def test_marking_and_appendix(project, made):
    contents = {e.text_sha256: project.texts[e.id].encode() for e in project.editions}
    options = ReportOptions(marking="OFFICIAL", appendix=True)
    chosen = choose(replace(project.material(), contents=contents), options)
    page = made(write_markdown, chosen).decode()
    assert page.startswith("**OFFICIAL**\n")
    assert page.endswith("**OFFICIAL**\n")
    rendered = RENDERERS[0].render(page)
    texts = [html.unescape(q.replace("<br />\n", "\n"))
             for q in re.findall(r"<blockquote>\n<p>(.*?)</p>\n</blockquote>", rendered, re.DOTALL)]  # fmt: skip
    assert set(project.texts.values()) <= set(texts)
