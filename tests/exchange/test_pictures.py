"""Matrix and timeline: what is in them, and that they are sound SVG whatever the words."""

import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest

from reviewer.domain.claim import Claim
from reviewer.domain.overview import topic_rows
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, UnitBasis
from reviewer.exchange import scales
from reviewer.exchange.drawing import SMALL, Box, Dot, Text
from reviewer.exchange.layout import (
    Axis,
    Counts,
    Matrix,
    MatrixCell,
    Point,
    TagLabel,
    Timeline,
)
from reviewer.exchange.material import index
from reviewer.exchange.overview import MOST_SOURCES, MOST_TOPICS, overview_of, overview_parts
from reviewer.exchange.pictures import drawing_of, picture
from reviewer.exchange.timeline_picture import timeline_drawing
from reviewer.exchange.timelines import timelines_of, undated

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
        ["NZD 78 m · 2023-05 · B2 · contradiction open"],
        ["$79.5 m · 2024-07 · B? · contradiction open"],
        [],
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
    assert len(root.findall(f"{SVG}g/{SVG}polyline")) == 2  # an open bound each way
    hollow = [c for c in root.iter(f"{SVG}circle") if c.get("fill") == "none"]
    assert len(hollow) == 3


def test_tags_are_counted_by_source(material):
    table = parts(material)["tags-by-source"].table
    counted = {row[0].text: [cell.text for cell in row[1:]] for row in table.groups[0].rows}
    assert counted["aid / military"] == ["", "3"]
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


def test_an_unclear_currency_joins_the_one_it_may_be_and_is_marked(material):
    figure = parts(material)["timeline-1"].figure
    assert (figure.title, figure.unit) == ("New Zealand: aid to Ukraine, total", "NZD")
    assert [point.is_unclear for point in figure.points] == [False, True]
    root = drawn(figure)
    assert len(root.findall(f"{SVG}g/{SVG}circle")) == 1
    assert len(root.findall(f"{SVG}g/{SVG}path")) == 1  # the diamond
    assert "currency not stated" in "".join(root.itertext())


def test_dates_are_lanes_with_their_extent(new_project):
    project = new_project()
    project.source("one", "early 2000s or 2005", title="One")
    for quote, low, high in (
        ("early 2000s", date(2000, 1, 1), date(2003, 12, 31)),
        ("2005", date(2005, 3, 9), date(2005, 3, 9)),
    ):
        value = Quantity(QuantityKind.DATE, low, high, raw=quote)
        project.annotate(quote, "one", quote, claim=Claim("Korea", "began", value))
    figure = parts(project.material())["timeline-1"].figure
    assert figure.axis is Axis.DATES
    drawing = drawing_of(figure)
    boxes = [s for spot in drawing.spots() for s in spot.shapes if isinstance(s, Box)]
    dots = [s for spot in drawing.spots() for s in spot.shapes if isinstance(s, Dot)]
    assert (len(boxes), len(dots)) == (1, 1)
    assert boxes[0].x + boxes[0].width < dots[0].x


def test_what_has_no_date_is_listed_and_values_alone_in_their_unit_share_no_scale(new_project):
    project = new_project()
    project.source("one", "a b c d", title="One")
    stated = {"unit_basis": UnitBasis.EXPLICIT}
    for quote, unit, as_of, known in (
        ("a", "USD", "2020", stated), ("b", "NZD", "2021", stated), ("c", "USD", "", stated),
        ("d", "$", "2022", {"unit_basis": UnitBasis.UNKNOWN, "currencies": ("USD", "NZD")}),
    ):  # fmt: skip
        value = Quantity(QuantityKind.MONEY, Decimal(5), Decimal(5), unit=unit, raw=quote, **known)
        project.annotate(quote, "one", quote, claim=Claim("aid", "total", value, as_of))
    overview = overview_of(project.material())
    (row,) = topic_rows(overview)
    lines = timelines_of(row.statements, overview.sources, {})
    assert [(line.axis, line.unit) for line in lines] == [(Axis.WORDS, "No common scale")]
    assert [point.is_unclear for point in lines[0].points] == [False, False, True]
    assert [s.annotation_id for s in undated(row.statements, overview.sources)] == ["a-c"]
    drawing = timeline_drawing(lines, [("a-c", "5 USD, One")])
    assert {spot.key for spot in drawing.spots()} == {"a-a", "a-b", "a-c", "a-d"}


@pytest.mark.parametrize("count", [1, 2, 60])
@pytest.mark.parametrize("width", [320, 1000])
def test_labels_lie_over_no_other_and_all_is_within_the_picture(count, width):
    points = tuple(
        Point(date(2020, 1, 1 + n % 3), date(2020, 1, 1 + n % 3), Decimal(n), Decimal(n),
              f"{n} men", "A source of a long name", annotation_id=f"a{n}")
        for n in range(count)
    )  # fmt: skip
    drawing = timeline_drawing([Timeline("t", "men", points)], width=width)
    for spot in drawing.spots():
        x, y, wide, high = spot.area
        assert x >= 0
        assert y >= 0
        assert x + wide <= width
        assert y + high <= drawing.height
    labels = [s for spot in drawing.spots() for s in spot.shapes
              if isinstance(s, Text) and "source" in s.words and s.size == SMALL]  # fmt: skip
    boxes = [(t.x, t.y - 10, t.x + t.room - 2, t.y + 3) for t in labels]
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@pytest.mark.parametrize(
    ("low", "high"), [(0, 1), (75e6, 82e6), (-3e9, 4e9), (0.001, 0.0012), (1e30, 2e30)]
)
def test_ticks_are_few_round_and_told_apart(low, high):
    ticks = scales.value_ticks(scales.of_values([low, high], 0, 100))
    assert 2 <= len(ticks) <= 6
    assert len({words for _, words in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2023, 5, 1), date(2024, 7, 31), ["2023-07", "2024-01", "2024-07"]),
        (date(2000, 1, 1), date(2024, 1, 1), ["2000", "2005"]),
        (date(2024, 7, 9), date(2024, 7, 11), ["2024-07-09", "2024-07-10"]),
    ],
)
def test_ticks_of_days(first, last, words):
    ticks = scales.day_ticks(scales.of_days([first, last], 0, 100))
    shown = [tick for _, tick in ticks]
    assert set(words) <= set(shown)
    assert len(shown) <= 8
    for at, tick in ticks:
        assert date.fromordinal(int(at)).isoformat().startswith(tick)


def test_a_colour_of_a_project_of_others_is_only_a_name():
    counts = Counts("t", ("c",), (TagLabel("tag", '"/><script>'),), ((3,),))
    on_page = picture(counts, "one")
    assert "<script>" not in on_page
    assert "var(--tag-grey" in on_page
    assert drawn(counts).findall(f"{SVG}rect")[1].get("fill") == "#68696a"


def test_only_the_marks_that_are_used_are_explained():
    exact = Point(date(2020, 1, 1), date(2020, 1, 1), Decimal(1), Decimal(1), "1", "s")
    more = Point(date(2020, 1, 1), date(2020, 1, 31), Decimal(2), None, "> 2", "s", is_exact=False)
    plain = "".join(drawn(Timeline("t", "men", (exact, exact))).itertext())
    marked = "".join(drawn(Timeline("t", "men", (exact, more))).itertext())
    assert "hollow" not in plain
    assert "hollow: not exact, arrow: open bound, bar: period" in marked
