"""Options: what a report is about, in what order, under which words."""

from dataclasses import replace

import pytest

from reviewer.domain.errors import ExchangeError
from reviewer.domain.options import (
    CONTEXT_LIMIT,
    USUAL,
    Only,
    Order,
    ReportOptions,
    Scope,
    options_from_json,
    options_to_json,
    parse_only,
)
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.exchange.choosing import choose
from reviewer.exchange.report import build_report


def ids(material):
    return [passage.annotation.id for passage in material.annotations]


def relation_ids(material):
    return [view.relation.id for view in material.relations]


def test_all_is_everything_but_suggestions(material):
    suggested = tuple(
        replace(view, relation=replace(view.relation, status=Status.SUGGESTED))
        for view in material.relations[:1]
    )
    chosen = choose(replace(material, relations=suggested + material.relations[1:]), USUAL)
    assert chosen.relations == material.relations[1:]
    assert chosen.annotations == material.annotations


def test_only_contradictions_keeps_their_sides_alone(material):
    chosen = choose(material, ReportOptions(only=parse_only("contradictions")))
    assert {view.relation.kind for view in chosen.relations} == {RelationKind.CONTRADICTS}
    sides = {member for view in chosen.relations for member in view.relation.members}
    assert set(ids(chosen)) == sides
    assert "a-plain" not in sides


def test_only_open_ones(material):
    chosen = choose(
        material, ReportOptions(statuses=(Status.OPEN,), only=Only(Scope.CONTRADICTIONS))
    )
    assert relation_ids(chosen) == ["r-total"]
    assert ids(chosen) == ["a-nz78", "a-us79"]


def test_only_claims(material):
    chosen = choose(material, ReportOptions(only=parse_only("claims")))
    assert "a-plain" not in ids(chosen)
    assert len(ids(chosen)) == len(ids(material)) - 1


@pytest.mark.parametrize("name", ["aid", "AID", "t-aid"])
def test_a_tag_takes_those_below_it_and_whole_contradictions(material, name):
    chosen = choose(material, ReportOptions(only=parse_only(f"tag={name}")))
    assert set(ids(chosen)) == {"a-nz78", "a-us79", "a-military", "a-humanitarian", "a-legal"}
    assert "r-total" in relation_ids(chosen)
    assert "r-summits" not in relation_ids(chosen)
    assert {tag.id for tag in chosen.tags} == {"t-aid", "t-total", "t-military"}
    assert {one.source.id for one in chosen.sources} == {"s-usip", "s-white-house"}


def test_a_tag_by_its_path(material):
    chosen = choose(material, ReportOptions(only=parse_only("tag=aid / military")))
    assert set(ids(chosen)) == {"a-military", "a-humanitarian", "a-legal"}
    sides = {member for view in chosen.relations for member in view.relation.members}
    assert "a-us79" in sides  # of a contradiction with the military part: shown whole


@pytest.mark.parametrize("name", ["s-usip", "usip.txt", "new zealand and nato ahead of vilnius"])
def test_a_source_by_id_title_or_file(material, name):
    chosen = choose(material, ReportOptions(only=parse_only(f"source={name}")))
    assert set(ids(chosen)) == {"a-nz78", "a-second", "a-plain"}
    assert {one.source.id: one.annotations for one in chosen.sources} == {
        "s-usip": 3,
        "s-white-house": 0,  # the other side of two contradictions
    }


@pytest.mark.parametrize(
    "only", ["contradictions", "claims", "tag=aid", "source=usip.txt", "tag=summits"]
)
def test_every_part_is_a_whole_report(material, only):
    report = build_report(choose(material, ReportOptions(only=parse_only(only))))
    about = next(one for one in report.sections if one.anchor == "about")
    covers = next(fact for part in about.parts for fact in part.facts if fact.label == "Covers")
    assert covers.text.startswith(f"only {only.partition('=')[0]}")


@pytest.mark.parametrize("text", ["", "tag", "tag=", "tag= ", "claims=x", "topics", "=x"])
def test_what_is_no_part_is_refused(text):
    with pytest.raises(ExchangeError, match="no part of a project"):
        parse_only(text)


@pytest.mark.parametrize("text", ["tag=no such", "source=no such"])
def test_what_is_not_there_is_refused(material, text):
    with pytest.raises(
        ExchangeError, match=r"There is no (tag|source) “no such” in this project\."
    ):
        choose(material, ReportOptions(only=parse_only(text)))


def test_order_by_topic_and_by_time(material):
    first = material.annotations[0]
    later = replace(first, annotation=replace(first.annotation, created_at=material.generated_at))
    changed = replace(material, annotations=(later, *material.annotations[1:]))
    by_time = choose(changed, ReportOptions(order=Order.TIME))
    assert ids(by_time) == [*ids(material)[1:], ids(material)[0]]
    by_topic = choose(material, ReportOptions(order=Order.TOPIC))
    assert ids(by_topic)[-1] == "a-plain"
    assert ids(by_topic)[0] == "a-met"  # Christopher Luxon
    assert (
        ids(by_topic).index("a-second") == ids(by_topic).index("a-third") + 1
        or abs(ids(by_topic).index("a-second") - ids(by_topic).index("a-third")) == 1
    )


def test_the_report_lists_annotations_in_the_order_asked_for(material):
    first = next(p for p in material.annotations if p.annotation.id == "a-nz78")
    later = replace(first, annotation=replace(first.annotation, created_at=material.generated_at))
    rest = tuple(p for p in material.annotations if p is not first)
    changed = replace(material, annotations=(later, *rest))
    report = build_report(choose(changed, ReportOptions(order=Order.TIME)))
    part = next(s for s in report.sections if s.anchor == "annotations").parts[0]
    assert [entry.quote.annotation_id for entry in part.entries] == [
        "a-second", "a-plain", "a-nz78",
    ]  # fmt: skip


def test_words_of_the_cover(material):
    options = ReportOptions(title="Aid", author="Cy Sample", marking="OFFICIAL")
    report = build_report(choose(material, options))
    assert (report.title, report.author, report.marking) == ("Aid", "Cy Sample", "OFFICIAL")
    assert report.byline[0].text == "Cy Sample"


def test_the_appendix_holds_the_texts_to_the_letter(material, project):
    contents = {
        edition.text_sha256: project.texts[edition.id].encode() for edition in project.editions
    }
    chosen = choose(replace(material, contents=contents), ReportOptions(appendix=True))
    section = next(s for s in build_report(chosen).sections if s.anchor == "texts")
    assert [part.text for part in section.parts] == list(project.texts.values())


@pytest.mark.parametrize(
    "options",
    [
        USUAL,
        ReportOptions(
            "T", "A", "OFFICIAL", (Status.OPEN,), 40, Order.TOPIC, appendix=True,
            only=Only(Scope.TAG, "aid / total"),
        ),
    ],
)  # fmt: skip
def test_options_are_kept_and_come_back(options):
    assert options_from_json(options_to_json(options)) == options


def test_what_is_usual_is_not_kept():
    assert options_to_json(USUAL) == "{}"
    assert options_from_json('{"of a later program": 1}') == USUAL


@pytest.mark.parametrize(
    "text",
    ["", "[]x", '{"order": "size"}', '{"statuses": 3}', '{"context": "x"}', '{"only": 3}', "7"],
)
def test_damaged_options_are_refused(text):
    with pytest.raises(ExchangeError, match="cannot be read"):
        options_from_json(text)


@pytest.mark.parametrize(
    "known", [{"context": -1}, {"context": CONTEXT_LIMIT + 1}, {"language": "xx"}]
)
def test_impossible_options_are_refused(known):
    with pytest.raises(ExchangeError):
        ReportOptions(**known)
