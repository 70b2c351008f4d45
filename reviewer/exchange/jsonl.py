"""One annotation a line, in JSON, for programs; ``docs/formats.md`` documents every name.

What the author says of the whole is in a line of type ``report`` before all others. With the
appendix, lines of type ``text`` follow it: then the file proves its own quotes.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO

from reviewer.domain.records import Annotation
from reviewer.domain.views import Passage
from reviewer.exchange.material import Index, ReportMaterial, index
from reviewer.exchange.values import (
    Json,
    claim_value,
    edition_value,
    moment_value,
    plain,
    source_value,
)

_EVERY = 100  # lines between two looks at whether to go on


def write_jsonl(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The annotations in the order of the material, below what is said of all of them."""
    if head := _head(material):
        file.write(_line({"type": "report", **head}))
    if material.options.appendix:
        for digest in texts_needed(material):
            text = material.contents[digest].decode()
            file.write(_line({"type": "text", "sha256": digest, "text": text}))
    known = index(material)
    relations = _relations_by_member(material)
    total = len(material.annotations)
    for number, passage in enumerate(material.annotations):
        if number % _EVERY == 0:
            yield number, total
        file.write(_line(annotation_value(passage, known, relations)))
    yield total, total


def _head(material: ReportMaterial) -> dict[str, Json]:
    options = material.options
    said = plain({"author": options.author, "marking": options.marking, "summary": options.summary})
    return {"title": material.title, **said} if said or options.title else {}


def texts_needed(material: ReportMaterial) -> tuple[str, ...]:
    """SHA-256 of each text that an annotation or a side of a relation quotes, in order."""
    known = index(material)
    quoted = [passage.annotation for passage in material.annotations]
    quoted += [p.annotation for view in material.relations for p in view.passages]
    found = (known.editions[annotation.edition_id].text_sha256 for annotation in quoted)
    return tuple(dict.fromkeys(found))


def annotation_value(
    passage: Passage, known: Index, relations: dict[str, list[Json]]
) -> dict[str, Json]:
    """An annotation with all that is needed to check it."""
    annotation: Annotation = passage.annotation
    target, edition = annotation.target, known.editions[annotation.edition_id]
    return {
        "type": "annotation",
        "id": annotation.id,
        "start": target.start,
        "end": target.end,
        "exact": target.exact,
        "text_sha256": edition.text_sha256,
        "prefix": target.prefix,
        "suffix": target.suffix,
        "source": source_value(passage.source),
        "edition": edition_value(edition),
        **plain(
            {
                "tags": [known.tag_labels[tag_id].path for tag_id in annotation.tag_ids],
                "note": annotation.note,
                "claim": claim_value(annotation.claim) if annotation.claim else None,
                "relations": relations.get(annotation.id),
                "created": moment_value(annotation.created_at),
                "created_by": annotation.created_by,
            }
        ),
    }


def _relations_by_member(material: ReportMaterial) -> dict[str, list[Json]]:
    found: dict[str, list[Json]] = defaultdict(list)
    for view in material.relations:
        relation = view.relation
        for member in relation.members:
            others: list[Json] = [other for other in relation.members if other != member]
            found[member].append(
                plain(
                    {
                        "id": relation.id,
                        "kind": relation.kind.value,
                        "status": relation.status.value,
                        "verdict": relation.verdict.value if relation.verdict else None,
                        "origin": view.origin,
                        "with": others,
                    }
                )
            )
    return found


def _line(values: dict[str, Json]) -> bytes:
    return f"{json.dumps(values, ensure_ascii=False)}\n".encode()
