"""What of a project a report is about, as its options say. Pure, and linear in the material."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain

from reviewer.domain.claim import topic_of
from reviewer.domain.codebook import is_within, path
from reviewer.domain.errors import ExchangeError
from reviewer.domain.options import Only, Order, ReportOptions, Scope
from reviewer.domain.records import Annotation, Tag
from reviewer.domain.views import Passage, RelationView, SourceSummary
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.exchange.material import ReportMaterial

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def choose(material: ReportMaterial, options: ReportOptions) -> ReportMaterial:
    """The material that the options ask for, in their order.

    A relation is kept with all its sides as soon as one of them is within the scope: half of a
    contradiction proves nothing. ExchangeError if a tag or source is named that is not there.
    """
    relations = _relations(material, options)
    kept = _kept(material, relations, options.only)
    if options.only.scope is not Scope.ALL:
        ids = {passage.annotation.id for passage in kept}
        relations = [view for view in relations if not ids.isdisjoint(view.relation.members)]
    chosen = replace(
        material,
        title=options.title or material.title,
        annotations=_ordered(kept, options.order),
        relations=tuple(relations),
        options=options,
    )
    return chosen if options.only.scope is Scope.ALL else _cut(chosen)


def _relations(material: ReportMaterial, options: ReportOptions) -> list[RelationView]:
    wanted = set(options.statuses)
    only_contradictions = options.only.scope is Scope.CONTRADICTIONS
    return [
        view
        for view in material.relations
        if view.relation.status in wanted
        and (not only_contradictions or view.relation.kind is RelationKind.CONTRADICTS)
    ]


def _kept(material: ReportMaterial, relations: list[RelationView], only: Only) -> list[Passage]:
    fits = _test(material, relations, only)
    return [passage for passage in material.annotations if fits(passage)]


def _test(
    material: ReportMaterial, relations: list[RelationView], only: Only
) -> Callable[[Passage], bool]:
    match only.scope:
        case Scope.CONTRADICTIONS:
            sides = set(chain.from_iterable(view.relation.members for view in relations))
            return lambda passage: passage.annotation.id in sides
        case Scope.CLAIMS:
            return lambda passage: passage.annotation.claim is not None
        case Scope.TAG:
            wanted = _tags_named(material.tags, only.name)
            return lambda passage: not wanted.isdisjoint(passage.annotation.tag_ids)
        case Scope.SOURCE:
            source_ids = _sources_named(material.sources, only.name)
            return lambda passage: passage.source.id in source_ids
        case Scope.ALL:
            return lambda _: True


def _tags_named(tags: tuple[Tag, ...], name: str) -> set[str]:
    """Tags of that id, name or path (``aid / total``), and those below them."""
    by_id = {tag.id: tag for tag in tags}
    words = name.casefold()
    named = [
        tag for tag in tags if words in {tag.id.casefold(), tag.name.casefold(), _path(by_id, tag)}
    ]
    if not named:
        raise ExchangeError(f"There is no tag “{name}” in this project.")
    return {t.id for t in tags if any(is_within(by_id, t.id, one.id) for one in named)}


def _path(by_id: dict[str, Tag], tag: Tag) -> str:
    return " / ".join(one.name for one in path(by_id, tag.id)).casefold()


def _sources_named(sources: tuple[SourceSummary, ...], name: str) -> set[str]:
    words = name.casefold()
    named = {
        one.source.id
        for one in sources
        if words in {one.source.id, one.source.title.casefold(), one.edition.file_name.casefold()}
    }
    if not named:
        raise ExchangeError(f"There is no source “{name}” in this project.")
    return named


def _ordered(passages: Iterable[Passage], order: Order) -> tuple[Passage, ...]:
    if order is Order.TEXT:
        return tuple(passages)
    return tuple(sorted(passages, key=_BY[order]))


def _by_time(passage: Passage) -> datetime:
    return passage.annotation.created_at or _LONG_AGO


def _by_topic(passage: Passage) -> tuple[bool, str, str]:
    topic = topic_of(passage.annotation.claim) if passage.annotation.claim else None
    return (False, topic.subject, topic.measure) if topic else (True, "", "")


_BY: dict[Order, Callable[[Passage], tuple[bool, str, str] | datetime]] = {
    Order.TIME: _by_time,
    Order.TOPIC: _by_topic,
}


def _cut(material: ReportMaterial) -> ReportMaterial:
    """Without the sources and tags that nothing here needs, and counted anew."""
    shown = {passage.source.id for passage in _all_passages(material)}
    by_id = {tag.id: tag for tag in material.tags}
    used = {
        above.id
        for annotation in _annotations(material)
        for tag_id in annotation.tag_ids
        for above in path(by_id, tag_id)
    }
    annotations = Counter(passage.source.id for passage in material.annotations)
    claims = Counter(p.source.id for p in material.annotations if p.annotation.claim)
    disputed = _open_contradictions(material)
    return replace(
        material,
        tags=tuple(tag for tag in material.tags if tag.id in used),
        sources=tuple(
            replace(
                one,
                annotations=annotations[one.source.id],
                claims=claims[one.source.id],
                open_contradictions=disputed[one.source.id],
            )
            for one in material.sources
            if one.source.id in shown
        ),
    )


def _all_passages(material: ReportMaterial) -> Iterable[Passage]:
    members = (passage for view in material.relations for passage in view.passages)
    return chain(material.annotations, members)


def _annotations(material: ReportMaterial) -> Iterable[Annotation]:
    return (passage.annotation for passage in _all_passages(material))


def _open_contradictions(material: ReportMaterial) -> Counter[str]:
    found: Counter[str] = Counter()
    for view in material.relations:
        relation = view.relation
        if relation.kind is RelationKind.CONTRADICTS and relation.status is Status.OPEN:
            found.update({passage.source.id for passage in view.passages})
    return found
