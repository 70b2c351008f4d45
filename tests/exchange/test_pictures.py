"""Matrix and timeline: what is in them, and that they are sound SVG whatever the words."""

import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal

import pytest

from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind
from reviewer.exchange.layout import Matrix, MatrixCell, Point, Timeline
from reviewer.exchange.material import index
from reviewer.exchange.overview import MOST_SOURCES, MOST_TOPICS, overview_parts
from reviewer.exchange.pictures import picture

SVG = "{http://www.w3.org/2000/svg}"


def parts(material):
    return {part.anchor: part for part in overview_parts(material, index(material))}


def drawn(figure) -> ET.Element:
    return ET.fromstring(picture(figure, "one", alone=True))


def test_the_matrix_has_values_grades_and_gaps(material):
    matrix = parts(material)["matrix"].figure
    assert matrix.columns[0] == "New Zealand and NATO ahead of Vilnius"
    row = matrix.rows.index("New Zealand: aid to Ukraine, total")
    assert [[cell.words for cell in cells] for cells in matrix.cells[row]] == [
        ["NZD 78 m · 2023-05 · B2"], ["$79.5 m · 2024-07 · B?"], [],
    ]  # fmt: skip
    assert row < 2  # with those that most sources speak of


def test_a_timeline_of_bounds_and_uncertain_dates(new_project):
    project = new_project()
    project.source("one", "1 2 3 4 5", title="One", published="2024-01")
    for quote, as_of, low, high in (
        ("1", "2022", "10", "10"), ("2", "2023-05", "12", None), ("3", "", None, "20"),
        ("4", "2021/2022", "5", "8"),
    ):  # fmt: skip
        bounds = [Decimal(v) if v else None for v in (low, high)]
        value = Quantity(QuantityKind.COUNT, *bounds, unit="men", raw=quote)
        project.annotate(quote, "one", quote, claim=Claim("Sweden", "troops", value, as_of))
    figure = parts(project.material())["timeline-1"].figure
    assert [(p.first, p.last, p.is_dated) for p in figure.points] == [
        (date(2021, 1, 1), date(2022, 12, 31), True),
        (date(2022, 1, 1), date(2022, 12, 31), True),
        (date(2023, 5, 1), date(2023, 5, 31), True),
        (date(2024, 1, 1), date(2024, 1, 31), False),
    ]
    root = drawn(figure)
    assert len(root.findall(f"{SVG}g/{SVG}circle")) == 4
    assert len(root.findall(f"{SVG}g/{SVG}path")) == 2  # an open bound each way
    hollow = [c for c in root.iter(f"{SVG}circle") if c.get("fill") == "none"]
    assert len(hollow) == 3


def test_tags_are_counted_by_source(material):
    table = parts(material)["tags-by-source"].table
    counted = {row[0].text: [cell.text for cell in row[1:]] for row in table.groups[0].rows}
    assert counted["aid / military"] == ["3", ""]
    assert counted["aid / total"] == ["1", "1"]


def test_what_does_not_fit_is_said(new_project):
    project = new_project()
    for at in range(MOST_SOURCES + 2):
        project.source(f"s{at}", "words", title=f"S{at}")
        project.annotate(f"a{at}", f"s{at}", "words", claim=Claim("all", "speak"))
    for at in range(MOST_TOPICS + 3):
        project.annotate(f"t{at}", "s0", "words", claim=Claim("topic", f"{at:03}"))
    matrix = parts(project.material())["matrix"].figure
    assert len(matrix.rows) == MOST_TOPICS
    assert len(matrix.columns) == MOST_SOURCES
    assert matrix.note == "4 topics and 2 sources with fewer claims not shown."


@pytest.mark.parametrize(
    "words", ["<script>", '"&amp;', "a\x01b", "]]>", "x" * 5000, "שלום 👩‍👩‍👧"]
)
def test_hostile_words_stay_words_and_pictures_have_titles(words):
    matrix = Matrix(words, (words,), (words,), (((MatrixCell(words, words, words),),),), words)
    point = Point(date(2020, 1, 1), date(2020, 12, 31), Decimal(1), None, words, words)
    for figure in (matrix, Timeline(words, words, (point, point))):
        root = drawn(figure)
        assert root.get("role") == "img"
        named = root.get("aria-labelledby").split()
        assert [element.get("id") for element in root[:2]] == named
        assert root[0].tag == f"{SVG}title"
        assert root[1].tag == f"{SVG}desc"
        assert not list(root.iter("script"))


@pytest.mark.parametrize(
    "days", [(date.min, date.max), (date(2020, 1, 1), date(2020, 1, 1)), (date.max, date.max)]
)
@pytest.mark.parametrize("value", [Decimal(0), Decimal("-1e30"), Decimal("0.000001")])
def test_extremes_are_drawn_within_the_picture(days, value):
    point = Point(*days, value, value, "w", "s")
    root = drawn(Timeline("t", "u", (point, point)))
    for circle in root.iter(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx")) <= 1000
        assert 0 <= float(circle.get("cy")) <= 300
