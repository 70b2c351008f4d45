"""The graph as others read it: networkx takes GraphML, Graphviz draws DOT."""

import io
import json
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
from outside import run

from reviewer.domain.options import ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.dot import write_dot
from reviewer.exchange.graph import build_graph
from reviewer.exchange.graphml import write_graphml

HOSTILE = ['"];} digraph evil {', "\\N \\G \\", "</data></node><evil/>", "<b>&amp;", "a\x01b\x0c", "]]>", '\\"',
           "// x /* y */ # z", "👩‍👩‍👧 שלום", "line\nline\r\nline", "\ufffe", "<<table>>"]  # fmt: skip


def read(data: bytes) -> nx.DiGraph:
    return nx.read_graphml(io.BytesIO(data))


def test_networkx_reads_every_node_and_edge(material, made):
    graph = build_graph(material)
    found = read(made(write_graphml, material))
    assert found.is_directed()
    assert set(found.nodes) == {node.id for node in graph.nodes}
    assert {(a, b, d["label"]) for a, b, d in found.edges(data=True)} == {
        (edge.start, edge.end, edge.label) for edge in graph.edges
    }
    for node in graph.nodes:
        assert found.nodes[node.id] == {"kind": node.kind, "label": node.label, **node.facts}


def test_a_contradiction_joins_its_sides_and_they_their_sources(material, made):
    found = read(made(write_graphml, material))
    assert [d["label"] for _, _, d in found.out_edges("r-sum", data=True)] == ["A", "B", "C", "D"]
    assert nx.has_path(found, "r-total", "s-usip")
    assert nx.has_path(found, "r-total", "s-white-house")
    assert found.nodes["a-nz78"]["value"] == "NZD 78,000,000"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_make_no_node(hostile, made, text):
    plain = build_graph(hostile("x").material(title="x"))
    found = read(made(write_graphml, hostile(text).material(title=text)))
    assert set(found.nodes) == {node.id for node in plain.nodes}
    assert len(found.edges) == len(plain.edges)


def test_marking(material, made):
    chosen = choose(material, ReportOptions(marking="OFFICIAL"))
    assert (
        "OFFICIAL" in ET.fromstring(made(write_graphml, chosen)).find(".//{*}graph/{*}data[2]").text
    )
    assert b"OFFICIAL" in made(write_dot, chosen)


def drawn(data: bytes, tmp_path, to: str) -> str:
    file = tmp_path / "graph.dot"
    file.write_bytes(data)
    return run("dot", f"-T{to}", file)


def test_graphviz_draws_it(material, made, tmp_path):
    graph = build_graph(material)
    found = json.loads(drawn(made(write_dot, material), tmp_path, "json"))
    assert {node["name"] for node in found["objects"]} == {node.id for node in graph.nodes}
    assert len(found["edges"]) == len(graph.edges)
    assert "<svg" in drawn(made(write_dot, material), tmp_path, "svg")


def test_graphviz_takes_hostile_words_as_words(hostile, made, tmp_path):
    project = hostile(HOSTILE[0])
    for at, text in enumerate(HOSTILE[1:]):
        project.source(f"more{at}", text, title=text)
    found = json.loads(
        drawn(made(write_dot, project.material(title=HOSTILE[1])), tmp_path, "json0")
    )
    names = {node["name"]: node["label"] for node in found["objects"]}
    assert set(names) == {node.id for node in build_graph(project.material()).nodes}
    assert names["s-more0"] == r"\\N \\G \\"  # as it was written: the escapes of the language


def test_golden(golden, made, material):
    golden("report.graphml", made(write_graphml, material).decode())
    golden("report.dot", made(write_dot, material).decode())
