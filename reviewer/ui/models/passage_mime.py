"""Quotes with their citations, to be dragged or copied into another program."""

import html
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from reviewer.domain.anchor import Target
from reviewer.domain.citation import MEDIA_TYPE, citation_html, citation_json, cite
from reviewer.domain.records import Source
from reviewer.domain.views import RelationView
from reviewer.ui.models import relation_words as words

Cited = tuple[Source, Target]


def passages_mime(passages: Iterable[Cited]) -> QMimeData:
    """Each passage with its citation, as plain text and as HTML; one alone also as data."""
    given = list(passages)
    data = QMimeData()
    data.setText("\n\n".join(map(_text, given)))
    data.setHtml("".join(map(_html, given)))
    if len(given) == 1:
        ((source, target),) = given
        data.setData(MEDIA_TYPE, citation_json(source, target.exact, target.start, target.end))
    return data


def relations_mime(views: Iterable[RelationView]) -> QMimeData:
    """Each relation by its topic, how it stands, and every side with its citation."""
    given = list(views)
    data = QMimeData()
    data.setText("\n\n".join(_relation_text(view) for view in given))
    data.setHtml("".join(_relation_html(view) for view in given))
    return data


def _relation_text(view: RelationView) -> str:
    sides = [_text(cited) for cited in _sides(view)]
    return "\n\n".join([f"{words.heading(view)}\n{_about(view)}", *sides])


def _relation_html(view: RelationView) -> str:
    head, about = (html.escape(text, quote=False) for text in (words.heading(view), _about(view)))
    return f"<p><b>{head}</b><br>{about}</p>" + "".join(map(_html, _sides(view)))


def _about(view: RelationView) -> str:
    parts = [words.typing(view.relation), words.standing(view.relation)]
    if view.relation.rationale.strip():
        parts.append(view.relation.rationale.strip())
    return " · ".join(parts)


def _sides(view: RelationView) -> list[Cited]:
    return [(passage.source, passage.annotation.target) for passage in view.passages]


def _text(cited: Cited) -> str:
    source, target = cited
    return f"“{target.exact}”\n— {cite(source, target.start, target.end)}"


def _html(cited: Cited) -> str:
    source, target = cited
    return citation_html(source, target.exact, target.start, target.end)
