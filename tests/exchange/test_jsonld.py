"""Web annotations by the W3C's own schemas, and by a JSON-LD processor that is off line."""

import copy
import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker
from pyld import jsonld
from referencing import Registry
from referencing.jsonschema import DRAFT4

from reviewer.domain.options import ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.jsonld import OURS, W3C, iri, write_jsonld

SCHEMAS = Path(__file__).parents[1] / "fixtures" / "webannotation"
DOCS = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
OA = "http://www.w3.org/ns/oa#"


FORMATS = FormatChecker(formats=())
"""The two formats that the schemas name, which jsonschema itself checks with more packages only."""


@FORMATS.checks("uri")
def is_uri(value):
    """RFC 3986, as far as letters and the scheme go."""
    pattern = r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+"
    return not isinstance(value, str) or bool(re.fullmatch(pattern, value))


@FORMATS.checks("date-time", raises=ValueError)
def is_moment(value):
    """RFC 3339: with seconds and a zone."""
    return not isinstance(value, str) or bool(
        datetime.fromisoformat(value).tzinfo and re.match(r".{10}T.{8}", value)
    )


def read(path: Path):
    return json.loads(path.read_text("utf-8"))


def assertions(name: str):
    """The schemas of a test of the suite, each of which the item must satisfy."""
    definitions = [
        (path.name, DRAFT4.create_resource(read(path)))
        for path in (SCHEMAS / "definitions").glob("*.json")
    ]
    registry = Registry().with_resources(definitions)
    for file in read(SCHEMAS / name)["assertions"]:
        schema = read(SCHEMAS / file)
        assert schema.get("assertionType", "must") == "must"
        assert schema.get("expectedResult", "valid") == "valid"
        yield file, Draft4Validator(schema, registry=registry, format_checker=FORMATS)


MUSTS = list(assertions("annotations/annotationMusts.test"))
COLLECTION_MUSTS = list(assertions("collections/collectionMusts.test"))


def violations(item, musts=MUSTS):
    return [file for file, validator in musts if not validator.is_valid(item)]


@pytest.fixture(scope="module")
def collection(material, made):
    return json.loads(made(write_jsonld, material))


@pytest.fixture(scope="module")
def items(collection):
    return collection["first"]["items"]


def test_no_item_violates_what_the_w3c_says_must_be(items, material):
    assert len(items) == len(material.annotations) + len(material.relations)
    assert [violation for item in items for violation in violations(item)] == []


def test_the_collection_violates_nothing_either(collection):
    assert violations(collection, COLLECTION_MUSTS) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda item: item.pop("@context"),
        lambda item: item.pop("id"),
        lambda item: item.update(type="Note"),
        lambda item: item.pop("target"),
        lambda item: item.update(bodyValue="x"),
        lambda item: item.update(created="2024"),
        lambda item: item.update(id="no name"),
        lambda item: item["target"].update(selector={"type": "None"}),
        lambda item: item["target"].pop("source"),
        lambda item: item["body"].append({"type": "Nothing"}),
    ],
)
def test_the_schemas_see_what_is_wrong(items, spoil):
    item = copy.deepcopy(items[0])
    spoil(item)
    assert violations(item)


def offline(url, _options):
    assert url == W3C, f"fetches {url}"
    return {"contextUrl": None, "documentUrl": url, "document": read(SCHEMAS / "anno.jsonld")}


def expanded(document):
    dropped = []
    found = jsonld.expand(document, {"documentLoader": offline}, on_property_dropped=dropped.append)
    assert not dropped, dropped
    return found


def test_pyld_expands_it_off_line_and_drops_nothing(collection, items):
    (whole,) = expanded(collection)
    ids = re.findall(r'"@id": "(urn:[^"]+)"', json.dumps(whole))
    assert {item["id"] for item in items} <= set(ids)


def test_an_item_alone_keeps_its_claim_and_its_selectors(items):
    (total,) = expanded(next(item for item in items if item["id"] == iri("a-us79")))
    text = json.dumps(total)
    assert f"{OURS}claim" in text
    assert f"{OURS}quantity" in text
    (target,) = total[f"{OA}hasTarget"]
    kinds = {selector["@type"][0] for selector in target[f"{OA}hasSelector"]}
    assert kinds == {f"{OA}TextQuoteSelector", f"{OA}TextPositionSelector"}
    purposes = [body[f"{OA}hasPurpose"][0]["@id"] for body in total[f"{OA}hasBody"]]
    assert purposes == [f"{OA}tagging", f"{OA}tagging", f"{OA}describing", f"{OA}commenting"]


def test_a_relation_links_all_its_sides(items):
    found = next(item for item in items if item["id"] == iri("r-sum"))
    assert found["motivation"] == "linking"
    assert found["target"] == [iri(f"a-{k}") for k in ("us79", "military", "humanitarian", "legal")]
    (graph,) = expanded(found)
    assert len(graph[f"{OA}hasTarget"]) == 4
    assert found["reviewer:relation"]["reviewer:verdict"] == "genuine"


def test_every_quote_stands_at_its_position(items, project):
    for item in items:
        if item["motivation"] == "linking":
            continue
        place, words = item["target"]["selector"]
        source = item["target"]["source"]
        text = next(project.texts[e.id] for e in project.editions if iri(e.id) == source["id"])
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])


def test_every_word_of_our_own_is_documented(project, made):
    contents = {e.text_sha256: project.texts[e.id].encode() for e in project.editions}
    options = ReportOptions(appendix=True, marking="OFFICIAL", author="Cy")
    chosen = choose(replace(project.material(), contents=contents), options)
    text = made(write_jsonld, chosen).decode()
    assert not violations(json.loads(text), COLLECTION_MUSTS)
    for word in set(re.findall(r'"(reviewer:\w+)"', text)):
        assert f"`{word}`" in DOCS, word
    assert OURS in DOCS


@pytest.mark.parametrize(
    "text", ["<script>", '"quoted" \\ \u2028 😀', "https://example.org/a b", "a\x01b"]
)
def test_hostile_words_stay_words(hostile, made, text):
    found = json.loads(made(write_jsonld, hostile(text).material(title=text)))
    for item in found["first"]["items"]:
        assert violations(item) == []
    quotes = {item["target"]["selector"][1]["exact"] for item in found["first"]["items"]
              if item["motivation"] != "linking"}  # fmt: skip
    assert quotes == {text}


def test_ids_are_names_by_the_standard():
    assert (
        iri("0190a3c1-7c1e-7d41-a6f0-2f3c4d5e6f70")
        == "urn:uuid:0190a3c1-7c1e-7d41-a6f0-2f3c4d5e6f70"
    )
    assert iri("a b/ü") == "urn:reviewer:a%20b%2F%C3%BC"


def test_golden(golden, made, material):
    golden("report.jsonld", made(write_jsonld, material).decode())


def test_an_empty_project_is_a_collection_too(new_project, made):
    found = json.loads(made(write_jsonld, new_project().material("Fresh")))
    assert found["first"]["items"] == []
    assert found["total"] == 0
