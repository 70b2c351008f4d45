"""The W3C Web Annotation model: one collection, whose first and only page holds every annotation.

Each item has the context of its own, so that it stays an annotation when it is taken out. What the
model has no word for has the prefix ``reviewer``; ``docs/formats.md`` says what each word means.
"""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote
from uuid import UUID

from reviewer.domain.records import Annotation, Edition, Source
from reviewer.domain.views import Passage, RelationView
from reviewer.exchange.facts import topic_title, value_in_normal_form, value_in_words
from reviewer.exchange.jsonl import texts_needed
from reviewer.exchange.listings import linkable
from reviewer.exchange.material import Index, ReportMaterial, index
from reviewer.exchange.values import Json, claim_value, moment_value, plain, relation_value

W3C = "http://www.w3.org/ns/anno.jsonld"
OURS = "urn:uuid:6f1d3a52-5d0b-4c5e-9a57-2f6b3c1e8a90#"
"""Of our own words: a name that nobody else can have and nothing needs to fetch."""

CONTEXT: list[Json] = [W3C, {"reviewer": OURS}]
_EVERY = 100  # annotations between two looks at whether to go on
_IRI = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@/?#\[\]%-]+")


def write_jsonld(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Annotations in the order of the material, then relations."""
    known = index(material)
    total = len(material.annotations) + len(material.relations)
    head = json.dumps(_collection(material, total), ensure_ascii=False, indent=1)
    # The page is left open at its items, which are written one by one.
    file.write(head.removesuffix("[]\n }\n}").encode())
    file.write(b"[")
    for number, item in enumerate(_items(material, known)):
        if number % _EVERY == 0:
            yield number, total
        file.write(f"{',' if number else ''}\n{json.dumps(item, ensure_ascii=False)}".encode())
    file.write(b"\n]}}\n")
    yield total, total


def _items(material: ReportMaterial, known: Index) -> Iterator[dict[str, Json]]:
    for passage in material.annotations:
        yield _annotation(passage, known)
    for view in material.relations:
        yield _relation(view)


def _collection(material: ReportMaterial, total: int) -> dict[str, Json]:
    identity = material.journal_hash or "empty"
    texts: list[Json] = []
    if material.options.appendix:
        texts = [
            {"reviewer:textSha256": digest, "reviewer:text": material.contents[digest].decode()}
            for digest in texts_needed(material)
        ]
    return {
        "@context": CONTEXT,
        "id": f"urn:reviewer:collection:{identity}",
        "type": "AnnotationCollection",
        "label": material.title,
        **plain(
            {
                "creator": _person(material.options.author),
                "reviewer:marking": material.options.marking,
                "reviewer:summary": material.options.summary,
                "reviewer:texts": texts,
            }
        ),
        "generated": moment_value(material.generated_at),
        "generator": {
            "id": "urn:reviewer:program",
            "type": "Software",
            "name": f"Reviewer {material.app_version}",
        },
        "total": total,
        "first": {
            "id": f"urn:reviewer:collection:{identity}:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [],
        },
    }


def _annotation(passage: Passage, known: Index) -> dict[str, Json]:
    annotation = passage.annotation
    edition = known.editions[annotation.edition_id]
    return {
        "@context": CONTEXT,
        "id": iri(annotation.id),
        "type": "Annotation",
        **plain(
            {
                "motivation": _motivation(annotation),
                "created": moment_value(annotation.created_at),
                "creator": _person(annotation.created_by),
                "body": _bodies(annotation, known),
            }
        ),
        "target": _target(annotation, passage.source, edition),
    }


def _motivation(annotation: Annotation) -> Json:
    """What each body is for; a span with no body is only marked."""
    why: list[Json] = []
    if annotation.tag_ids:
        why.append("tagging")
    if annotation.claim:
        why.append("describing")
    if annotation.note:
        why.append("commenting")
    return why or "highlighting"


def _bodies(annotation: Annotation, known: Index) -> list[Json]:
    bodies: list[Json] = [
        {"type": "TextualBody", "purpose": "tagging", "value": known.tag_labels[tag_id].path}
        for tag_id in annotation.tag_ids
    ]
    if claim := annotation.claim:
        value = value_in_normal_form(claim) or value_in_words(claim)
        words = ": ".join(filter(None, [topic_title(claim), value]))
        bodies.append(
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": words or annotation.target.exact,
                "reviewer:claim": _ours("Claim", claim_value(claim)),
            }
        )
    if annotation.note:
        bodies.append(_comment(annotation.note))
    return bodies


def _comment(words: str) -> dict[str, Json]:
    return {
        "type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": words,
    }  # fmt: skip


def _target(annotation: Annotation, source: Source, edition: Edition) -> dict[str, Json]:
    """The edition, not the page on the web, which may have changed since with all its offsets."""
    target = annotation.target
    via = linkable(source.address)
    return {
        "type": "SpecificResource",
        "source": {
            "id": iri(edition.id),
            "type": "Text",
            "format": "text/plain",
            "reviewer:title": source.title,
            "reviewer:textSha256": edition.text_sha256,
            "reviewer:originalSha256": edition.original_sha256,
            **({"via": via} if _IRI.fullmatch(via) else {}),
        },
        "selector": [
            {"type": "TextPositionSelector", "start": target.start, "end": target.end},
            {
                "type": "TextQuoteSelector",
                "exact": target.exact,
                "prefix": target.prefix,
                "suffix": target.suffix,
            },
        ],
    }


def _relation(view: RelationView) -> dict[str, Json]:
    relation = view.relation
    known = {key: value for key, value in relation_value(relation, view.origin).items()
             if key not in {"id", "members", "created", "created_by"}}  # fmt: skip
    if relation.preferred_id:
        known["preferred"] = {"id": iri(relation.preferred_id)}
    bodies: list[Json] = [
        {"type": "TextualBody", "purpose": "linking", "value": relation.kind.label}
    ]
    if relation.rationale:
        bodies.append(_comment(relation.rationale))
    return {
        "@context": CONTEXT,
        "id": iri(relation.id),
        "type": "Annotation",
        "motivation": "linking",
        **plain(
            {
                "created": moment_value(relation.created_at),
                "creator": _person(relation.created_by),
                "body": bodies,
            }
        ),
        "reviewer:relation": _ours("Relation", known),
        "target": [iri(member) for member in relation.members],
    }


def _ours(kind: str, values: dict[str, Json]) -> dict[str, Json]:
    return {"type": f"reviewer:{kind}", **{_term(key): _inner(key, v) for key, v in values.items()}}


def _inner(key: str, value: Json) -> Json:
    if not isinstance(value, dict) or key == "preferred":
        return value
    return _ours(key.capitalize(), value)


def _term(name: str) -> str:
    first, *more = name.split("_")
    return f"reviewer:{first}{''.join(word.capitalize() for word in more)}"


def _person(name: str) -> Json:
    return {"type": "Person", "name": name} if name else None


def iri(record_id: str) -> str:
    """``urn:uuid:…`` for the ids that Reviewer gives, else a name under ``urn:reviewer:``."""
    try:
        return f"urn:uuid:{UUID(record_id)}"
    except ValueError:
        return f"urn:reviewer:{quote(record_id, safe='')}"
