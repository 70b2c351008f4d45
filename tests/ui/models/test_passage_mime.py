"""What is dragged out of the lists: quotes with their citations, as text and as a document."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QSortFilterProxyModel

from reviewer.domain.anchor import Target
from reviewer.domain.citation import MEDIA_TYPE
from reviewer.domain.records import Annotation, Relation, Source
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.ui.models.annotation_list import AnnotationList, AnnotationRow
from reviewer.ui.models.passage_mime import passages_mime, relations_mime
from reviewer.ui.models.relation_list import RelationListModel

SOURCE = Source("s", "Aid <b>at odds</b>", "USIP", "David Capie", published="2023-07")
TOLD = "David Capie. Aid <b>at odds</b>. USIP. 2023-07. Characters {} to {}."


def annotation(name: str, start: int, quote: str) -> Annotation:
    return Annotation(name, "e", Target(start, start + len(quote), quote))


def view(*quotes: str) -> RelationView:
    marks = [annotation(f"a{n}", 10 * n, quote) for n, quote in enumerate(quotes)]
    relation = Relation(
        "r", RelationKind.CONTRADICTS, tuple(mark.id for mark in marks), Dimension.NUMERIC,
        rationale="They differ & stay.",
    )  # fmt: skip
    return RelationView(relation, tuple(Passage(mark, SOURCE) for mark in marks))


def test_a_passage_goes_as_text_as_html_and_as_data() -> None:
    data = passages_mime([(SOURCE, Target(4, 12, "a < b\nc…"))])
    assert data.text() == f"“a < b\nc…”\n— {TOLD.format(4, 12)}"
    assert "<blockquote><p>a &lt; b<br>c…</p></blockquote>" in data.html()
    assert "Aid &lt;b&gt;at odds&lt;/b&gt;" in data.html()
    kept = json.loads(bytes(data.data(MEDIA_TYPE).data()))
    assert (kept["quote"], kept["start"], kept["end"]) == ("a < b\nc…", 4, 12)


def test_several_passages_stand_apart() -> None:
    data = passages_mime([(SOURCE, Target(0, 3, "one")), (SOURCE, Target(5, 8, "two"))])
    first, second = data.text().split("\n\n")
    assert first.startswith("“one”")
    assert second.startswith("“two”")
    assert not data.hasFormat(MEDIA_TYPE)


def test_a_contradiction_goes_with_every_side_and_why() -> None:
    data = relations_mime([view("NZ$78 million", "$79.5 million")])
    head, *sides = data.text().split("\n\n")
    assert head.endswith("contradicts, numeric · Open · They differ & stay.")
    assert sides == [f"“NZ$78 million”\n— {TOLD.format(0, 13)}",
                     f"“$79.5 million”\n— {TOLD.format(10, 23)}"]  # fmt: skip
    assert data.html().count("<blockquote>") == 2
    assert "They differ &amp; stay." in data.html()


@pytest.fixture
def annotations(qapp):
    model = AnnotationList(str)
    model.set_rows([AnnotationRow(annotation("b", 20, "later")),
                    AnnotationRow(annotation("a", 5, "sooner"))])  # fmt: skip
    return model


def test_annotations_are_dragged_in_reading_order_through_a_proxy(annotations) -> None:
    annotations.source_of = lambda: SOURCE
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(annotations)
    text = proxy.mimeData([proxy.index(1, 0), proxy.index(0, 0)]).text()
    assert text.index("“sooner”") < text.index("“later”")
    assert TOLD.format(20, 25) in text


def test_without_a_source_nothing_is_cited(annotations) -> None:
    assert annotations.mimeData([annotations.index(0)]).text() == ""


def test_relations_are_dragged_in_the_order_of_the_list(qapp) -> None:
    model = RelationListModel(str)
    other = view("x", "y")
    model.set_rows([view("NZ$78 million", "$79.5 million"),
                    replace(other, relation=replace(other.relation, id="q"))])  # fmt: skip
    text = model.mimeData([model.index(1), model.index(0)]).text()
    assert text.index("“x”") < text.index("“NZ$78 million”")
