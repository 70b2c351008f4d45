"""Sources, claims and relations as a graph, before it has a format.

A relation may have more than two sides, so it is a node of its own, with an edge to each side.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from reviewer.domain.records import Annotation
from reviewer.domain.views import Passage, RelationView
from reviewer.exchange.facts import topic_title, value_in_normal_form, value_in_words
from reviewer.exchange.findings import in_order, letter_of
from reviewer.exchange.material import ReportMaterial

SOURCE, CLAIM, PASSAGE, RELATION = "source", "claim", "passage", "relation"
LONGEST_LABEL = 80  # characters that are shown; the whole quote is among the facts

FACTS = (
    "title", "publisher", "published", "reliability", "quote", "topic", "value", "as_of",
    "speaker", "credibility", "start", "end", "relation", "dimension", "status",
    "verdict", "rationale", "origin",
)  # fmt: skip
"""Every name that a node's facts may have."""


@dataclass(frozen=True, slots=True)
class Node:
    """``facts`` by names of ``FACTS``; what is not stated is left out."""

    id: str
    kind: str
    label: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """From a claim to its source (``from``), or from a relation to a side (its letter)."""

    start: str
    end: str
    label: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Edges name nodes that are there."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def build_graph(material: ReportMaterial) -> Graph:
    """Every source, every claim, every side of a relation, and the relations."""
    passages = _passages(material)
    sources = {passage.source.id: passage.source for passage in passages}
    sources |= {summary.source.id: summary.source for summary in material.sources}
    nodes = [
        Node(
            source.id, SOURCE, _short(source.title),
            _stated(
                title=source.title, publisher=source.publisher, published=source.published,
                reliability=source.reliability.value if source.reliability else "",
            ),
        )
        for source in sources.values()
    ]  # fmt: skip
    nodes += [_passage_node(passage) for passage in passages]
    edges = [Edge(passage.annotation.id, passage.source.id, "from") for passage in passages]
    for number, view in enumerate(in_order(material.relations), start=1):
        nodes.append(_relation_node(view, number))
        edges.extend(_sides(view))
    return Graph(material.title, tuple(nodes), tuple(edges))


def _passages(material: ReportMaterial) -> list[Passage]:
    claims = (passage for passage in material.annotations if passage.annotation.claim)
    sides = (passage for view in material.relations for passage in view.passages)
    return list({one.annotation.id: one for one in chain(claims, sides)}.values())


def _passage_node(passage: Passage) -> Node:
    annotation: Annotation = passage.annotation
    claim, target = annotation.claim, annotation.target
    value = value_in_normal_form(claim) or value_in_words(claim)
    topic = topic_title(claim) if claim else ""
    facts = _stated(
        quote=target.exact,
        topic=topic,
        value=value,
        as_of=claim.as_of if claim else "",
        speaker=claim.speaker if claim else "",
        credibility=claim.credibility.value if claim and claim.credibility else "",
        start=str(target.start),
        end=str(target.end),
    )
    label = ": ".join(filter(None, [topic, value])) or target.exact
    return Node(annotation.id, CLAIM if claim else PASSAGE, _short(label), facts)


def _relation_node(view: RelationView, number: int) -> Node:
    relation = view.relation
    outcome = relation.verdict.label if relation.verdict else relation.status.label
    facts = _stated(
        relation=relation.kind.label,
        dimension=relation.dimension.label if relation.dimension else "",
        status=relation.status.value,
        verdict=relation.verdict.label if relation.verdict else "",
        rationale=relation.rationale,
        origin=view.origin,
    )
    return Node(relation.id, RELATION, f"{number}. {relation.kind.label}: {outcome}", facts)


def _sides(view: RelationView) -> Iterator[Edge]:
    for place, passage in enumerate(view.passages):
        yield Edge(view.relation.id, passage.annotation.id, letter_of(place))


def _stated(**facts: str) -> dict[str, str]:
    return {name: value for name, value in facts.items() if value}


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1]}…"
