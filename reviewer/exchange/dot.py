"""The graph for Graphviz: ``dot -Tsvg aid.dot``; with many claims, ``sfdp -Tsvg`` is faster."""

from collections.abc import Iterator
from typing import BinaryIO

from reviewer.domain.options import ReportOptions
from reviewer.exchange.characters import xml_text
from reviewer.exchange.graph import CLAIM, PASSAGE, RELATION, SOURCE, Graph, build_graph
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.pieces import write_pieces

_EVERY = 200  # nodes or edges between two looks at whether to go on
_NARROW, _WIDE = 28, 100  # characters of a line in a node, and in the title

# Told apart by shape, and not by colour alone.
_LOOK = {
    SOURCE: 'shape=box style="filled" fillcolor="#E8E6E1"',
    CLAIM: 'shape=ellipse style="filled" fillcolor="#FFFFFF"',
    PASSAGE: 'shape=ellipse style="dashed"',
    RELATION: 'shape=hexagon style="filled" fillcolor="#F4EBD9"',
}


def write_dot(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """A directed graph, laid out from relations by way of claims to sources."""
    graph = build_graph(material)
    total = len(graph.nodes) + len(graph.edges)
    yield from write_pieces(_lines(graph, material.options), file, _EVERY, total)
    yield total, total


def _lines(graph: Graph, options: ReportOptions) -> Iterator[str]:
    summary = "\n".join(_wrapped(words, _WIDE) for words in options.summary.split("\n"))
    title = "\n".join(filter(None, [options.marking, graph.title, options.author, summary]))
    yield "digraph review {\n"
    yield f"  graph [rankdir=LR labelloc=t label={_quoted(title)}]\n"
    yield '  node [fontname="sans-serif" fontsize=11]\n'
    yield '  edge [fontname="sans-serif" fontsize=10 color="#625E57"]\n'
    for node in graph.nodes:
        label = _quoted(_wrapped(node.label, _NARROW))
        yield f"  {_quoted(node.id)} [{_LOOK[node.kind]} label={label}]\n"
    for edge in graph.edges:
        label = "" if edge.label == "from" else f" [label={_quoted(edge.label)}]"
        yield f"  {_quoted(edge.start)} -> {_quoted(edge.end)}{label}\n"
    yield "}\n"


def _wrapped(text: str, width: int) -> str:
    """A text in lines of about ``width`` characters; words are not broken."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """A quoted string of the DOT language: backslashes are doubled, so that none is an escape."""
    escaped = xml_text(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "\\n".join(escaped.splitlines()) + '"'
