"""The sample project as files that a person can read: a manifest of sources, and a review of them.

Ids in these files are short slugs, and an annotation's ``edition_id`` is the name of its file;
whoever loads them into a project replaces both with the project's own ids.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewer.domain.anchor import Target, stands
from reviewer.domain.checklist import Checklist
from reviewer.domain.codebook import TAG_COLOURS
from reviewer.domain.periods import parse_period
from reviewer.domain.records import Annotation, Relation, Tag
from reviewer.domain.vocabulary import (
    Answer,
    Dimension,
    RelationKind,
    Reliability,
    Status,
    Verdict,
)
from reviewer.exchange.claim_entry import read_claim
from reviewer.exchange.toml_entry import Entry, read_toml

_SHA256 = re.compile(r"[0-9a-f]{64}")
_DECIDED = (Status.SETTLED, Status.DISMISSED)


@dataclass(frozen=True, slots=True)
class SampleSource:
    """What the manifest says of one file that lies beside it; ``sha256`` is of its bytes."""

    file: str
    sha256: str
    title: str
    publisher: str
    author: str
    address: str
    published: str  # ISO day, month or year; empty if not known
    date_basis: str
    reliability: Reliability
    reliability_basis: str


@dataclass(frozen=True, slots=True)
class SampleReview:
    """A whole review; targets carry no prefix and suffix, for the file holds none."""

    reviewer: str
    tags: tuple[Tag, ...]
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...]


def read_manifest(path: Path) -> tuple[SampleSource, ...]:
    """The sources in their order; ExchangeError names the entry that is wrong."""
    whole = read_toml(path)
    sources = tuple(_read_source(entry) for entry in whole.tables("source"))
    whole.close()
    if not sources:
        raise whole.error("there is no source in it")
    _refuse_twice(whole, (source.file for source in sources))
    return sources


def read_review(path: Path) -> SampleReview:
    """The review, each reference in it resolved; ExchangeError names the entry that is wrong."""
    whole = read_toml(path)
    reviewer = whole.text("reviewer")
    tags = _read_tags(whole)
    known = {tag.id for tag in tags}
    annotations = tuple(_read_annotation(entry, known) for entry in whole.tables("annotation"))
    _refuse_twice(whole, (annotation.id for annotation in annotations))
    members = {annotation.id for annotation in annotations}
    relations = tuple(_read_relation(entry, members) for entry in whole.tables("relation"))
    _refuse_twice(whole, (relation.id for relation in relations))
    whole.close()
    return SampleReview(reviewer, tags, annotations, relations)


def check_quotes(review: SampleReview, texts: Mapping[str, str]) -> list[str]:
    """One sentence for each quote that does not stand at its place; ``texts`` is by file name."""
    wrong = []
    for annotation in review.annotations:
        name, target = annotation.edition_id, annotation.target
        if name not in texts:
            wrong.append(f"Annotation “{annotation.id}”: there is no text “{name}”.")
        elif not stands(texts[name], target):
            wrong.append(
                f"Annotation “{annotation.id}”: “{target.exact}” does not stand at "
                f"{target.start} to {target.end} of “{name}”."
            )
    return wrong


def _read_source(entry: Entry) -> SampleSource:
    file = _file_name(entry, "file")
    entry.called("Source", file)
    source = SampleSource(
        file=file,
        sha256=entry.text("sha256"),
        title=entry.text("title"),
        publisher=entry.text("publisher", ""),
        author=entry.text("author", ""),
        address=entry.text("address", ""),
        published=entry.text("published", ""),
        date_basis=entry.text("date_basis"),
        reliability=entry.choice("reliability", Reliability),
        reliability_basis=entry.text("reliability_basis"),
    )
    if not _SHA256.fullmatch(source.sha256):
        raise entry.error("“sha256” must be 64 digits from 0 to f")
    if source.published and ("/" in source.published or parse_period(source.published) is None):
        raise entry.error(f"“{source.published}” is no day, month or year, like 2024-07")
    if source.address and not source.address.startswith(("https://", "http://")):
        raise entry.error(f"“{source.address}” is no web address")
    entry.close()
    return source


def _read_tags(whole: Entry) -> tuple[Tag, ...]:
    """A parent must come before its children, so that there can be no circle."""
    tags: dict[str, Tag] = {}
    keys: set[str] = set()
    for position, entry in enumerate(whole.tables("tag")):
        tag = _read_tag(entry, position)
        if tag.id in tags:
            raise entry.error("this name is given twice")
        if tag.parent_id is not None and tag.parent_id not in tags:
            raise entry.error(f"its parent “{tag.parent_id}” does not come before it")
        if tag.key in keys:
            raise entry.error(f"the key {tag.key} is taken")
        tags[tag.id] = tag
        keys |= {tag.key} - {""}
    return tuple(tags.values())


def _read_tag(entry: Entry, position: int) -> Tag:
    slug = entry.text("id")
    entry.called("Tag", slug)
    tag = Tag(
        id=slug,
        name=entry.text("name"),
        parent_id=entry.text("parent", "") or None,
        colour=entry.text("colour"),
        key=entry.text("key", ""),
        description=entry.text("description", ""),
        position=position,
    )
    if tag.colour not in TAG_COLOURS:
        raise entry.error(f"“{tag.colour}” is none of {', '.join(TAG_COLOURS)}")
    if tag.key and tag.key not in tuple("123456789"):
        raise entry.error("“key” must be one of 1 to 9")
    entry.close()
    return tag


def _read_annotation(entry: Entry, tags: set[str]) -> Annotation:
    slug = entry.text("id")
    entry.called("Annotation", slug)
    claim = entry.table("claim")
    annotation = Annotation(
        id=slug,
        edition_id=_file_name(entry, "source"),
        target=Target(entry.whole("start"), entry.whole("end"), entry.text("exact")),
        tag_ids=entry.texts("tags", ()),
        note=entry.text("note", ""),
        claim=read_claim(claim) if claim else None,
    )
    target = annotation.target
    if target.end - target.start != len(target.exact):
        raise entry.error(
            f"“exact” has {len(target.exact)} characters, "
            f"but {target.start} to {target.end} has room for {target.end - target.start}"
        )
    _refuse_unknown(entry, "tag", annotation.tag_ids, tags)
    entry.close()
    return annotation


def _read_relation(entry: Entry, annotations: set[str]) -> Relation:
    slug = entry.text("id")
    entry.called("Relation", slug)
    relation = Relation(
        id=slug,
        kind=entry.choice("kind", RelationKind),
        members=entry.texts("members"),
        dimension=entry.choice_or_none("dimension", Dimension),
        status=entry.choice("status", Status, Status.OPEN),
        checklist=_read_checklist(entry.table("checklist")),
        verdict=entry.choice_or_none("verdict", Verdict),
        preferred_id=entry.text("preferred", "") or None,
        rationale=entry.text("rationale", ""),
        would_settle=entry.text("would_settle", ""),
    )
    _refuse_unknown(entry, "annotation", relation.members, annotations)
    _check_decision(entry, relation)
    entry.close()
    return relation


def _read_checklist(entry: Entry | None) -> Checklist:
    if entry is None:
        return Checklist()
    checklist = Checklist(
        subject=entry.choice_or_none("subject", Answer),
        measure=entry.choice_or_none("measure", Answer),
        period=entry.choice_or_none("period", Answer),
        unit=entry.choice_or_none("unit", Answer),
        attribution=entry.choice_or_none("attribution", Answer),
    )
    entry.close()
    return checklist


def _check_decision(entry: Entry, relation: Relation) -> None:
    if len(relation.members) < 2:  # noqa: PLR2004 - one alone stands in no relation
        raise entry.error("a relation has two members or more")
    if relation.preferred_id and relation.preferred_id not in relation.members:
        raise entry.error(f"the preferred “{relation.preferred_id}” is none of its members")
    decided = relation.status in _DECIDED
    if relation.verdict and not decided:
        raise entry.error("a verdict is given, but it is not settled")
    if decided and not relation.rationale.strip():
        raise entry.error("it is decided without a rationale")
    needs_verdict = relation.kind is RelationKind.CONTRADICTS and relation.status is Status.SETTLED
    if needs_verdict and relation.verdict is None:
        raise entry.error("a settled contradiction needs a verdict")


def _file_name(entry: Entry, key: str) -> str:
    """A bare name, so that no entry reaches out of the folder of the file."""
    name = entry.text(key)
    if "/" in name or "\\" in name or name in (".", ".."):
        raise entry.error(f"“{key}” must be a file name without a folder")
    return name


def _refuse_unknown(entry: Entry, what: str, ids: Iterable[str], known: set[str]) -> None:
    for slug in ids:
        if slug not in known:
            raise entry.error(f"there is no {what} “{slug}”")


def _refuse_twice(whole: Entry, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for slug in ids:
        if slug in seen:
            raise whole.error(f"“{slug}” is given twice")
        seen.add(slug)
