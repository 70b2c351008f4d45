"""The graph as GraphML, which networkx, Gephi, yEd and Cytoscape read."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from reviewer.domain.options import ReportOptions
from reviewer.exchange.characters import xml_text
from reviewer.exchange.graph import FACTS, Graph, build_graph
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.pieces import write_pieces

_EVERY = 200  # nodes or edges between two looks at whether to go on


def write_graphml(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Directed; each node has ``kind``, ``label`` and its facts, each edge a ``label``."""
    graph = build_graph(material)
    total = len(graph.nodes) + len(graph.edges)
    yield from write_pieces(_lines(graph, material.options), file, _EVERY, total)
    yield total, total


def _lines(graph: Graph, options: ReportOptions) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    told = {
        "title": graph.title,
        "author": options.author,
        "marking": options.marking,
        "summary": options.summary,
    }
    yield "".join(_key(name, "graph") for name in told)
    for name in ("kind", "label", *FACTS):
        yield _key(name, "node")
    yield _key("role", "edge", "label")
    yield '<graph edgedefault="directed">\n'
    yield "".join(_data(f"graph-{name}", words) for name, words in told.items() if words)
    for node in graph.nodes:
        facts = "".join(_data(name, value) for name, value in node.facts.items())
        yield f"<node id={_attribute(node.id)}>\n"
        yield f"{_data('kind', node.kind)}{_data('label', node.label)}{facts}</node>\n"
    for number, edge in enumerate(graph.edges):
        yield (
            f'<edge id="edge-{number}" source={_attribute(edge.start)}'
            f" target={_attribute(edge.end)}>{_data('role', edge.label)}</edge>\n"
        )
    yield "</graph>\n</graphml>\n"


def _key(name: str, of: str, shown: str = "") -> str:
    """Titles of sources and of the graph are two keys, as a key belongs to one kind of element."""
    unique = f"{of}-{name}" if of == "graph" else name
    return f'<key id="{unique}" for="{of}" attr.name="{shown or name}" attr.type="string"/>\n'


def _data(key: str, text: str) -> str:
    return f'<data key="{key}">{escape(xml_text(text))}</data>\n'


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))
