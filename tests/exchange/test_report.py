"""What stands where in a report, whatever its format."""

from dataclasses import replace
from datetime import datetime

import pytest

from reviewer.domain.claim import Claim
from reviewer.domain.records import Relation
from reviewer.domain.vocabulary import Dimension, RelationKind, Role, Status, Verdict
from reviewer.domain.wording import difference_text, quantity_text
from reviewer.exchange.findings import Group, group_of
from reviewer.exchange.layout import Finding, Section
from reviewer.exchange.listings import linkable
from reviewer.exchange.report import Report, ReportMaterial, build_report


def section(report: Report, anchor: str) -> Section:
    return next(one for one in report.sections if one.anchor == anchor)


def findings(report: Report, anchor: str) -> list[Finding]:
    return [found for part in section(report, anchor).parts for found in part.findings]


@pytest.fixture(scope="module")
def report(material: ReportMaterial) -> Report:
    return build_report(material)


CONTRADICTS, SUPPORTS = RelationKind.CONTRADICTS, RelationKind.SUPPORTS


@pytest.mark.parametrize(
    ("kind", "status", "verdict", "group"),
    [
        (CONTRADICTS, Status.OPEN, None, Group.OPEN),
        (CONTRADICTS, Status.OPEN, Verdict.ROUNDING, Group.OPEN),  # reopened: not decided
        *[
            (CONTRADICTS, Status.SETTLED, v, Group.SETTLED)
            for v in (Verdict.GENUINE, Verdict.ERROR, Verdict.MISATTRIBUTION, Verdict.UNDECIDED)
        ],
        *[
            (CONTRADICTS, Status.SETTLED, v, Group.NOT_A_CONTRADICTION)
            for v in (Verdict.UPDATE, Verdict.SCOPE, Verdict.UNIT, Verdict.ROUNDING)
        ],
        (CONTRADICTS, Status.DISMISSED, None, Group.NOT_A_CONTRADICTION),
        (CONTRADICTS, Status.SUGGESTED, None, Group.SUGGESTED),
        (SUPPORTS, Status.SUGGESTED, None, Group.SUGGESTED),
        (SUPPORTS, Status.OPEN, None, Group.OTHER),
        (SUPPORTS, Status.SETTLED, Verdict.GENUINE, Group.OTHER),
    ],
)
def test_a_relation_stands_by_what_became_of_it(
    kind: RelationKind, status: Status, verdict: Verdict | None, group: Group
) -> None:
    assert group_of(Relation("r", kind, ("a", "b"), status=status, verdict=verdict)) is group


def test_contradictions_come_first_and_open_ones_before_settled(report: Report) -> None:
    assert [one.anchor for one in report.sections] == [
        "summary", "contradictions", "not-contradictions", "other-relations",
        "overview", "claims", "annotations", "sources", "codebook", "about",
    ]  # fmt: skip
    assert [found.anchor for found in findings(report, "contradictions")] == [
        "relation-r-total",
        "relation-r-sum",
    ]


def test_not_contradictions_are_exactly_those(report: Report) -> None:
    found = findings(report, "not-contradictions")
    assert [one.anchor for one in found] == ["relation-r-summits", "relation-r-meeting"]
    assert all(one.headline.startswith("Not a contradiction, because") for one in found)
    assert found[1].headline.endswith("Different events.")


def test_other_relations_say_which_way_they_go(report: Report) -> None:
    headlines = [found.headline for found in findings(report, "other-relations")]
    assert headlines == ["A supports B.", "A, B and C say the same."]


def test_suggestions_stand_apart_from_what_people_found(project, material) -> None:
    views = tuple(
        replace(view, relation=replace(view.relation, status=Status.SUGGESTED))
        for view in material.relations
    )
    report = build_report(replace(material, relations=views))
    assert len(findings(report, "suggestions")) == len(views)
    assert not findings(report, "contradictions")
    assert [fact.text for fact in report.figures[:4]] == ["0", "0", "0", "0"]


def test_every_relation_is_reported_once(report: Report, material: ReportMaterial) -> None:
    found = [f for one in report.sections for part in one.parts for f in part.findings]
    assert sorted(one.anchor for one in found) == sorted(
        f"relation-{view.relation.id}" for view in material.relations
    )
    assert [one.name.split()[1] for one in found] == [str(n + 1) for n in range(len(found))]


def test_a_finding_tells_all_that_was_decided(report: Report) -> None:
    settled = findings(report, "contradictions")[1]
    decision = {fact.label: fact.text for fact in settled.decision}
    assert decision["Verdict"] == "genuine contradiction"
    assert decision["Preferred side"].startswith("A, US Welcomes")
    assert "permits a remainder" in decision["Rationale"]
    assert decision["What would settle it"] == "A list of all packages."
    assert decision["Decided"] == "2026-01-06 16:45 UTC, by Ben Sample"
    assert [side.is_preferred for side in settled.sides] == [True, False, False, False]
    assert [fact.text for fact in settled.checklist] == ["yes"] * 5


def test_a_side_tells_what_its_source_and_claim_are_worth(report: Report) -> None:
    side = findings(report, "contradictions")[0].sides[0]
    facts = {fact.label: fact for fact in side.facts}
    assert facts["Value"].text == "NZ$78 million"
    assert facts["As of"].text == "2023-05"
    assert facts["Speaker"].text == "David Capie"
    assert facts["Published"].note.startswith("Inferred from")
    assert facts["Reliability"].text == "B, usually reliable"
    assert facts["Reliability"].note.startswith("Minor doubts")
    assert "no figures are sourced" in facts["Reliability"].note
    assert facts["Credibility"].text == "2, probably true"
    assert side.quote.before.startswith("… ")
    assert side.quote.after.startswith(", and trained soldiers")


def test_sides_differ_as_their_quantities_do(report: Report, material: ReportMaterial) -> None:
    one, other = (p.annotation.claim.quantity for p in material.relations[1].passages)
    compared = findings(report, "contradictions")[0].comparison
    assert [(fact.label, fact.text) for fact in compared] == [
        ("From A to B", difference_text(one, other))
    ]
    assert compared[0].text


def test_parts_are_added_up_and_held_against_the_total(
    report: Report, material: ReportMaterial
) -> None:
    total, part, *_ = (p.annotation.claim.quantity for p in material.relations[2].passages)
    added = replace(part, low=part.low + 22690000, high=part.low + 22690000, role=Role.PLAIN)
    compared = findings(report, "contradictions")[1].comparison
    assert [fact.label for fact in compared] == ["Sum of B + C + D", "From the sum to A"]
    assert compared[0].text == quantity_text(added)
    assert compared[1].text == difference_text(added, total)


def test_every_pair_of_up_to_four_sides_is_compared(new_project, material) -> None:
    view = replace(
        material.relations[2],
        relation=replace(material.relations[2].relation, dimension=Dimension.NUMERIC),
    )
    labels = _compared(material, view)
    assert len(labels) == 6
    five = replace(view, passages=(*view.passages, view.passages[0]))
    assert _compared(material, five) == [f"From A to {letter}" for letter in "BCDE"]


def _compared(material: ReportMaterial, view) -> list[str]:
    report = build_report(replace(material, relations=(view,)))
    return [fact.label for fact in findings(report, "contradictions")[0].comparison]


def test_topics_gather_claims_however_they_are_written_and_show_gaps(report: Report) -> None:
    table = section(report, "claims").parts[0].table
    total = next(
        group for group in table.groups if group.title == "New Zealand: aid to Ukraine, total"
    )
    assert [row[1].text for row in total.rows] == ["NZ$78 million", "$79.5 million"]
    assert [row[6].text for row in total.rows] == ["2", ""]
    assert total.note == "Nothing on this from: Prime Minister leads Indo-Pacific Four at NATO."
    assert all(len(row) == len(table.columns) for group in table.groups for row in group.rows)


def test_a_long_list_of_silent_sources_is_counted(new_project) -> None:
    made = new_project()
    for number in range(20):
        made.source(f"{number:02}", "Two of them.")
    from_first = next(iter(made.texts)).removeprefix("e-")
    made.annotate("a", from_first, "Two")
    passage = made.passages["a"]
    claim = replace(passage, annotation=replace(passage.annotation, claim=Claim("them", "number")))
    report = build_report(replace(made.material(), annotations=(claim,)))
    note = section(report, "claims").parts[0].table.groups[0].note
    assert note.startswith("Nothing on this from: 01, 02,")
    assert note.endswith("08 and 11 others.")


def test_the_codebook_counts_a_tag_and_all_below_it(report: Report) -> None:
    rows = section(report, "codebook").parts[0].tree
    assert [(row.depth, row.name, row.own, row.total) for row in rows] == [
        (0, "aid", 1, 5),  # one annotation carries both aid and total: counted once
        (1, "total", 2, 2),
        (1, "military", 3, 3),
        (0, "summits", 1, 1),
    ]


def test_an_earlier_edition_that_is_still_quoted_is_listed(material: ReportMaterial) -> None:
    first = material.sources[0]
    newer = replace(first.edition, id="e-new", number=2, text_sha256="9" * 64)
    changed = replace(
        material,
        sources=(replace(first, edition=newer), *material.sources[1:]),
        editions=(first.edition,),
    )
    report = build_report(changed)
    hashes = [
        fact.text
        for fact in section(report, "sources").parts[0].facts
        if fact.label == "SHA-256 of the text"
    ]
    assert hashes == [newer.text_sha256, first.edition.text_sha256]
    entry = section(report, "annotations").parts[0].entries[0]
    assert entry.quote.text_sha256 == first.edition.text_sha256
    assert entry.facts[0].text.startswith("1, since replaced")


def test_annotations_and_findings_know_each_other(report: Report) -> None:
    entries = {
        entry.quote.annotation_id: entry
        for part in section(report, "annotations").parts
        for entry in part.entries
    }
    assert [ref.anchor for ref in entries["a-us79"].findings] == [
        "relation-r-total",
        "relation-r-sum",
        "relation-r-support",
    ]
    side = findings(report, "contradictions")[0].sides[1]
    assert side.quote.entry_anchor == entries["a-us79"].anchor


def test_an_empty_project_says_what_is_missing(new_project) -> None:
    report = build_report(new_project().material("Fresh"))
    assert all(one.lead or one.anchor == "about" for one in report.sections)
    assert all(fact.text == "0" and not fact.anchor for fact in report.figures)


def test_a_time_without_a_zone_is_refused(material: ReportMaterial) -> None:
    with pytest.raises(ValueError, match="aware"):
        replace(material, generated_at=datetime(2026, 1, 1))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.ORG/%20"],
)
def test_web_addresses_can_be_followed(address: str) -> None:
    assert linkable(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " https://example.org", "java\nscript:alert(1)", "ftp://example.org",
        "data:text/html,x", "//example.org", 'https://example.org/" onclick="x', "archive box 12",
        "https://example.org\n", "file:///etc/passwd", "https:\\\\example.org", "", "https://",
        "https://user\u202egro.elpmaxe/",
    ],
)  # fmt: skip
def test_other_addresses_stay_text(address: str) -> None:
    assert linkable(address) == ""
