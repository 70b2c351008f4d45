"""The HTML file: exact, inert, valid, and readable for people and programs.

After a change that is meant, write the golden file anew and read its diff:
``UPDATE_GOLDEN=1 uv run pytest tests/exchange``.
"""

import base64
import hashlib
import io
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewer.assets import asset
from reviewer.exchange.html import write_html
from reviewer.exchange.report import ReportMaterial

GOLDEN = Path(__file__).parents[1] / "golden" / "report.html"

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    'https://example.org/"><script>',
    "</mark></blockquote></style></title><!-- --> <![CDATA[ ]]>",
    "{{ 7 * 7 }} {% raw %} {# #} &amp; &#60;b&#62; &lt",
    "\u202egnp.exe\u202c \u2066isolate\u2069 \u200fשלום\u200e",
    "👩‍👩‍👧‍👦 🇳🇿 e\u0301 \u200d \ufeff inside",
    "W" * 3000,
    "word " * 1000,
    "\n\n  two leading newlines, tabs\t\tand   spaces\u00a0\u00a0and\u2028\u2029ends \n",
]  # fmt: skip


def parsed(html: str, *, strict: bool = True) -> Element:
    """The document as a browser would read it; with ``strict`` a parse error fails."""
    parser = html5lib.HTMLParser(strict=strict, namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    return root


def text_of(element: Element) -> str:
    return "".join(element.itertext())


def quotes(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if "data-start" in element.attrib)


def skeleton(root: Element) -> list[tuple[str, ...]]:
    """Elements and attribute names in order, without what depends on meaning, not on escaping."""
    return [
        (str(element.tag), *sorted(element.attrib))
        for element in root.iter()
        if element.get("class") != "warning"
    ]


def render(material: ReportMaterial) -> str:
    held = io.BytesIO()
    for _ in write_html(material, held):
        pass
    return held.getvalue().decode()


@pytest.fixture(scope="module")
def page(material: ReportMaterial) -> str:
    return render(material)


@pytest.fixture(scope="module")
def root(page: str) -> Element:
    return parsed(page)


def test_golden(page: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(page, "utf-8", newline="\n")
    assert page == GOLDEN.read_text("utf-8")


def test_every_quote_stands_at_its_offsets(root: Element, project) -> None:
    found = list(quotes(root))
    assert len(found) == 9 + 2 + 4 + 2 + 2 + 2 + 3  # annotations, then the sides of each relation
    editions = {edition.id: edition for edition in project.editions}
    for element in found:
        text = project.texts[element.get("data-edition")]
        start, end = int(element.get("data-start")), int(element.get("data-end"))
        assert text_of(element) == text[start:end]
        assert element.get("data-text-sha256") == hashlib.sha256(text.encode()).hexdigest()
        original = editions[element.get("data-edition")].original_sha256
        assert element.get("data-source-sha256") == original


@pytest.fixture(scope="module")
def plain_skeleton(hostile) -> list[tuple[str, ...]]:
    return skeleton(parsed(render(hostile("x", "q").material(title="x"))))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str, hostile, plain_skeleton) -> None:
    project = hostile(text)
    root = parsed(render(project.material(title=text)))
    assert skeleton(root) == plain_skeleton
    assert {text_of(element) for element in quotes(root)} == {text}
    title = root.find(".//h1")
    assert title is not None
    assert text_of(title) == text
    remarks = [e for e in root.iter() if e.get("class") == "remark"]
    assert remarks
    assert all(text_of(remark) == text for remark in remarks)
    _assert_inert(root)


# No canonical text has NUL, lone surrogates or carriage returns.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), min_size=1)


@settings(max_examples=40, deadline=None)  # a whole report an example
@given(quote=TEXT, words=TEXT)
@example(quote="\x01\x0c", words="\r\n\x0c\x85\x80\ufffe")
@example(quote="\n\nx\n\U0010ffff", words="\x1f\r")
def test_any_text_parses_back_and_is_never_markup(
    quote: str, words: str, hostile, plain_skeleton
) -> None:
    made = f"a{words}z"  # blank words are left out of a report, which is no matter of escaping
    project = hostile(made, quote)
    root = parsed(render(project.material(title=made)))
    assert skeleton(root) == plain_skeleton
    assert {text_of(element) for element in quotes(root)} == {shown(quote)}
    assert {text_of(e) for e in root.iter() if e.get("class") == "remark"} == {shown(made)}


def shown(text: str) -> str:
    """As a page can hold it, by the words of the standard: controls, surrogates, noncharacters."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        "\ufffd" if is_unfit(ord(one), unicodedata.category(one)) else one for one in kept
    )


def is_unfit(number: int, category: str) -> bool:
    is_nothing = 0xFDD0 <= number <= 0xFDEF or number & 0xFFFF >= 0xFFFE
    return is_nothing or category == "Cs" or (category == "Cc" and chr(number) not in "\t\n\f")


def test_what_html_cannot_hold_is_replaced(material: ReportMaterial) -> None:
    page = render(replace(material, title="a\0b\ud800c"))
    title = parsed(page).find(".//h1")
    assert title is not None
    assert text_of(title) == "a\ufffdb\ufffdc"


def test_direction_controls_in_a_quote_are_pointed_out(hostile) -> None:
    warned = parsed(render(hostile("safe", "pay \u202e001\u202c").material()))
    plain = parsed(render(hostile("safe").material()))
    assert sum(e.get("class") == "warning" for e in warned.iter()) == len(list(quotes(warned)))
    assert not [e for e in plain.iter() if e.get("class") == "warning"]


def _assert_inert(root: Element) -> None:
    allowed = {
        "html", "head", "meta", "title", "style", "body", "a", "header", "p", "span", "h1", "h2",
        "h3", "h4", "h5", "dl", "div", "dt", "dd", "bdi", "code", "nav", "ol", "li", "main",
        "section", "article", "blockquote", "mark", "ul", "table", "caption", "thead", "tbody",
        "tr", "th", "td", "kbd", "figure", "details", "summary", "svg", "desc", "text", "line", "g",
        "circle", "path", "polyline", "rect",
    }  # fmt: skip
    for element in root.iter():
        assert str(element.tag).removeprefix("{http://www.w3.org/2000/svg}") in allowed
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in {"src", "srcset", "style", "background", "action", "poster"}
            if name == "href":
                assert element.tag == "a"
                assert value.startswith(("#", "https://", "http://"))


def test_nothing_runs_and_nothing_is_loaded(root: Element) -> None:
    _assert_inert(root)
    style = root.find(".//style")
    assert style is not None
    assert not re.search(r"url\(|@import|expression\(|src:", style.text or "")


def test_the_policy_allows_the_style_by_its_hash_and_nothing_else(root: Element) -> None:
    style = root.findall(".//style")
    assert len(style) == 1
    digest = base64.b64encode(hashlib.sha256((style[0].text or "").encode()).digest()).decode()
    metas = [e for e in root.iter("meta") if e.get("http-equiv") == "Content-Security-Policy"]
    policy = dict(part.strip().split(" ", 1) for part in metas[0].get("content", "").split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    head = list(root.find("head"))
    assert head.index(metas[0]) < head.index(style[0])


def test_places_are_unique_and_every_link_within_finds_its_own(root: Element) -> None:
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        target = element.get("href", "")
        if target.startswith("#"):
            assert target[1:] in ids
        assert set(element.get("aria-labelledby", "").split()) <= set(ids)


def test_only_web_addresses_are_links(root: Element) -> None:
    outward = [a.get("href") for a in root.iter("a") if not a.get("href", "").startswith("#")]
    assert outward == ["https://www.usip.org/publications/2023/07/new-zealand"]


def test_headings_never_skip_a_level(root: Element) -> None:
    levels = [int(e.tag[1]) for e in root.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_says_its_language_and_lets_readers_skip_and_scan(root: Element) -> None:
    assert root.get("lang") == "en-GB"
    assert root.find(".//main").get("id") == "contents"
    first = next(root.find("body").iter("a"))
    assert first.get("href") == "#contents"
    assert all(th.get("scope") in {"col", "row", "rowgroup"} for th in root.iter("th"))
    assert all(table.find("caption") is not None for table in root.iter("table"))


def test_an_empty_project_is_still_a_report(new_project) -> None:
    root = parsed(render(new_project().material("Fresh")))
    words = text_of(root.find(".//main"))
    for sentence in (
        "Nothing has been marked as a contradiction yet.",
        "The project has no sources yet. Import one to begin.",
        "The codebook has no tags yet.",
        "How to check this report",
    ):
        assert sentence in words


def test_contradictions_stand_before_all_else(page: str) -> None:
    order = ["relation-r-total", "relation-r-sum", "not-contradictions", "relation-r-summits",
             "relation-r-meeting", "other-relations", "relation-r-support", "claims",
             "annotations", "sources", "codebook", "about"]  # fmt: skip
    places = [page.index(f'id="{anchor}"') for anchor in order]
    assert places == sorted(places)


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_all_text_has_contrast(name: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, for each text colour of the style on each of its grounds."""
    palette = json.loads(asset("resources", "palettes", f"{name}.json").read_text("utf-8"))
    css = asset("resources", "templates", "report.css").read_text("utf-8")
    inks = set(re.findall(r"[ {;]color: var\(--([\w-]+)\)", css)) - {"base", "selection_text"}
    assert inks >= {"text", "muted", "link"}
    pairs = [(ink, ground) for ink in inks for ground in ("base", "panel")]
    for ink, ground in [*pairs, ("base", "text"), ("selection_text", "selection")]:
        light, dark = sorted((luminance(palette[ink]), luminance(palette[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{ink} on {ground}"


def test_every_colour_of_the_style_is_defined(root: Element) -> None:
    css = root.find(".//style").text
    assert set(re.findall(r"var\((--[\w-]+)\)", css)) <= set(re.findall(r"(--[\w-]+):", css))
