"""The files under seeds/ are what they say: texts unchanged, quotes in place, findings that add up."""

import hashlib
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from reviewer.assets import asset
from reviewer.domain.anchor import CONTEXT
from reviewer.domain.checklist import Checklist, suggested_verdict
from reviewer.domain.claim import topic_of
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Relation
from reviewer.domain.vocabulary import (
    Dimension,
    QuantityKind,
    RelationKind,
    Status,
    UnitBasis,
    Verdict,
)
from reviewer.exchange.review_file import (
    SampleReview,
    check_quotes,
    read_manifest,
    read_review,
)

SOURCES = read_manifest(asset("seeds", "manifest.toml"))
REVIEW = read_review(asset("seeds", "review.toml"))
BYTES = {source.file: asset("seeds", source.file).read_bytes() for source in SOURCES}
TEXTS = {file: data.decode("utf-8") for file, data in BYTES.items()}
ANNOTATIONS = {annotation.id: annotation for annotation in REVIEW.annotations}
RELATIONS = {relation.id: relation for relation in REVIEW.relations}

WHITE_HOUSE = "000_a95dab0e95ffea5c.txt"
HERALD = "001_8a232c5a78ebdc11.txt"
USIP = "004_99fdc6c8f06cb720.txt"

REQUIRED = {
    "New Zealand's totals": {(USIP, 3280, 3365), (WHITE_HOUSE, 6626, 6686)},
    "the parts of the later total": {
        (WHITE_HOUSE, 6626, 6686),
        (WHITE_HOUSE, 6696, 6732),
        (WHITE_HOUSE, 6734, 6836),
        (WHITE_HOUSE, 6842, 6917),
    },
    "earlier total and additional package": {
        (USIP, 3280, 3365),
        (WHITE_HOUSE, 6626, 6686),
        (WHITE_HOUSE, 6001, 6094),
    },
    "sanctions": {(USIP, 3391, 3466), (WHITE_HOUSE, 6353, 6494)},
    "end of the deployment": {(USIP, 3215, 3278), (WHITE_HOUSE, 6096, 6226)},
    "base of Japan's target": {(WHITE_HOUSE, 7911, 8042), (WHITE_HOUSE, 8759, 8908)},
    "Japan since when": {(USIP, 9354, 9418), (WHITE_HOUSE, 11409, 11511)},
    "New Zealand since when": {(USIP, 9354, 9418), (WHITE_HOUSE, 12109, 12177)},
    "partnership programme": {(USIP, 1269, 1369), (WHITE_HOUSE, 12359, 12443)},
    "declaration or statement": {(HERALD, 187, 325), (USIP, 6662, 6771)},
}
"""The ten relations that the sample must hold: file, start and end of each member."""


def quantity(slug: str) -> Quantity:
    claim = ANNOTATIONS[slug].claim
    assert claim is not None
    assert claim.quantity is not None
    return claim.quantity


def number(slug: str) -> Decimal:
    low = quantity(slug).low
    assert isinstance(low, Decimal)
    return low


def place(slug: str) -> tuple[str, int, int]:
    annotation = ANNOTATIONS[slug]
    return annotation.edition_id, annotation.target.start, annotation.target.end


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.file)
def test_texts_are_unchanged(source):
    assert hashlib.sha256(BYTES[source.file]).hexdigest() == source.sha256


def test_every_text_is_in_the_manifest():
    assert {path.name for path in asset("seeds").glob("*.txt")} == set(TEXTS)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.file)
def test_what_the_manifest_says_of_a_text_is_in_it(source):
    text = TEXTS[source.file]
    ours = source.title.startswith("[") and source.title.endswith("]")
    assert ours or source.title in text
    assert source.author in text
    assert source.address in text


def test_every_quote_stands_at_its_place():
    assert check_quotes(REVIEW, TEXTS) == []
    for annotation in REVIEW.annotations:
        target = annotation.target
        assert TEXTS[annotation.edition_id][target.start : target.end] == target.exact


def test_a_moved_quote_and_a_missing_text_are_told():
    shifted = {**TEXTS, USIP: " " + TEXTS[USIP]}
    moved = [a for a in REVIEW.annotations if a.edition_id == USIP]
    told = check_quotes(REVIEW, shifted)
    assert len(told) == len(moved)
    assert f"“{moved[0].id}”" in told[0]
    del shifted[USIP]
    assert all("no text" in sentence for sentence in check_quotes(REVIEW, shifted))


@pytest.mark.parametrize("annotation", REVIEW.annotations, ids=lambda annotation: annotation.id)
def test_each_quote_is_found_again_by_its_words(annotation):
    text, target = TEXTS[annotation.edition_id], annotation.target
    around = text[max(0, target.start - CONTEXT) : target.end + CONTEXT]
    assert text.count(around) == 1
    assert text.count(target.exact) == 1


@pytest.mark.parametrize("members", REQUIRED.values(), ids=REQUIRED.keys())
def test_required_relations_are_there(members):
    found = [r for r in REVIEW.relations if {place(slug) for slug in r.members} == members]
    assert len(found) == 1
    assert found[0].dimension is not None
    assert found[0].checklist != Checklist()


def test_some_are_open_some_settled_and_some_no_contradiction():
    contradictions = [r for r in REVIEW.relations if r.kind is RelationKind.CONTRADICTS]
    open_ones = {r.id for r in contradictions if r.status is Status.OPEN}
    assert {"nz-aid-totals", "nz-aid-sum", "nz-aid-additional"} <= open_ones
    verdicts = {r.verdict for r in contradictions if r.status is Status.SETTLED}
    assert {Verdict.GENUINE, Verdict.UPDATE, Verdict.SCOPE, Verdict.ROUNDING} <= verdicts
    assert any(r.status is Status.DISMISSED for r in contradictions)


@pytest.mark.parametrize("relation", REVIEW.relations, ids=lambda relation: relation.id)
def test_each_relation_says_why_or_what_would_settle_it(relation):
    assert relation.rationale
    if relation.status is Status.OPEN:
        assert relation.would_settle
    pointed_at = suggested_verdict(relation.checklist)
    if relation.verdict is Verdict.ROUNDING:  # one question asks for unit, currency and rounding
        assert pointed_at is Verdict.UNIT
    elif relation.verdict is not None:
        assert pointed_at is relation.verdict


def test_open_totals_are_half_answered():
    checklist = RELATIONS["nz-aid-totals"].checklist
    assert checklist.subject is not None
    assert checklist.period is None


@pytest.mark.parametrize(
    ("slug", "of_parts", "gap", "words"),
    [
        ("nz-aid-sum", "73490000", "6010000", ("= 73.49", "6.01 million")),
        ("nz-aid-additional", "93800000", "-14300000", ("= 93.8", "14.3 million more")),
        ("nz-defence-sum", "343000000", "1000000", ("= 343", "one million short")),
    ],
)
def test_sums_come_out_as_the_rationale_says(slug, of_parts, gap, words):
    relation = RELATIONS[slug]
    total, *parts = relation.members
    assert relation.dimension is Dimension.SUM
    assert sum(map(number, parts)) == Decimal(of_parts)
    assert number(total) - sum(map(number, parts)) == Decimal(gap)
    assert all(figure in relation.rationale for figure in words)


def test_rounding_explains_the_small_gap_and_not_the_large_one():
    def slack(relation: Relation) -> Decimal:
        return sum((quantity(slug).step or Decimal(0)) / 2 for slug in relation.members)

    assert slack(RELATIONS["nz-defence-sum"]) == 1_500_000
    assert slack(RELATIONS["nz-aid-sum"]) == 155_000


WORDS = {"two": 2, "third": 3, "four": 4}
SCALES = {"million": 10**6, "billion": 10**9, "decade": 10, "decades": 10}
STATED = re.compile(
    r"(?P<digits>[\d,]+)(?P<point>\.\d+)?|\b(?P<word>two|third|four)\b", re.IGNORECASE
)
NUMBERS = [
    a for a in REVIEW.annotations if a.claim and isinstance(a.claim.quantity.low, Decimal)
]  # fmt: skip


@pytest.mark.parametrize("annotation", NUMBERS, ids=lambda annotation: annotation.id)
def test_values_agree_with_the_words_that_they_were_read_from(annotation):
    """A second reading, by another way, of the first number in the raw words."""
    stated = annotation.claim.quantity
    found = STATED.search(stated.raw)
    assert found is not None
    scale = next((n for word, n in SCALES.items() if re.search(rf"\b{word}\b", stated.raw)), 1)
    point = found["point"] or ""
    if found["word"]:
        value = Fraction(WORDS[found["word"].lower()])
    else:
        value = Fraction(found["digits"].replace(",", "") + point)
    assert Fraction(stated.low) == value * scale
    assert Fraction(stated.step) == Fraction(scale, 10 ** max(0, len(point) - 1))
    assert stated.low_open is (stated.approximator in ("over", "more than"))
    assert stated.high == (None if stated.low_open else stated.low)


@pytest.mark.parametrize(
    ("slug", "first", "last"),
    [
        ("nz-deployment-end-2024", date(2024, 5, 1), date(2024, 8, 31)),
        ("nz-deployment-end-2025", date(2025, 6, 1), date(2025, 6, 30)),
        ("nz-training-start", date(2022, 5, 1), date(2022, 5, 31)),
        ("first-summit", date(2022, 6, 1), date(2022, 6, 30)),
        ("since-1990s-japan", date(1990, 1, 1), date(1994, 12, 31)),
        ("since-2000s-all", date(2000, 1, 1), date(2004, 12, 31)),
        ("since-2005-australia", date(2005, 1, 1), date(2005, 12, 31)),
        ("since-2005-korea", date(2005, 1, 1), date(2005, 12, 31)),
    ],
)
def test_dates_are_whole_periods(slug, first, last):
    assert (quantity(slug).low, quantity(slug).high) == (first, last)


@pytest.mark.parametrize("annotation", REVIEW.annotations, ids=lambda annotation: annotation.id)
def test_each_annotation_makes_a_claim_in_its_own_words(annotation):
    assert annotation.tag_ids
    assert topic_of(annotation.claim) is not None
    stated = annotation.claim.quantity
    assert stated.raw in annotation.target.exact
    assert stated.approximator in stated.raw
    if stated.unit not in ("NZD", "AUD", "%") and stated.kind is not QuantityKind.MONEY:
        singular = stated.unit.removesuffix("s")  # "25-year" counts years
        assert singular in annotation.target.exact or "decade" in stated.raw
    if annotation.claim.credibility:
        assert annotation.claim.credibility_basis


@pytest.mark.parametrize("annotation", REVIEW.annotations, ids=lambda annotation: annotation.id)
def test_a_bare_dollar_sign_stays_unclear(annotation):
    stated = annotation.claim.quantity
    if stated.kind is not QuantityKind.MONEY:
        return
    bare = re.match(r"(over )?\$", stated.raw) is not None
    assert stated.is_currency_unclear is bare
    assert (stated.unit == "$") is bare
    assert bool(stated.currencies) is bare
    assert stated.unit_basis in (UnitBasis.UNKNOWN, UnitBasis.EXPLICIT)


def test_what_compares_stands_under_one_topic():
    alike = [
        "nz-aid-totals", "nz-sanctions-count", "nz-deployment-end", "japan-target-base",
        "since-when-japan", "since-when-nz", "since-when-australia-korea", "itpp-status",
        "nz-japan-document", "nato-age", "four-partners", "defence-minister", "prime-minister",
    ]  # fmt: skip
    for slug in alike:
        topics = {topic_of(ANNOTATIONS[m].claim) for m in RELATIONS[slug].members}
        assert len(topics) == 1, slug


def test_every_tag_is_used_and_the_nine_keys_are_given():
    tags = {tag.id: tag for tag in REVIEW.tags}
    used = {slug for annotation in REVIEW.annotations for slug in annotation.tag_ids}
    parents = {tag.parent_id for tag in REVIEW.tags}
    assert used <= set(tags)
    assert set(tags) <= used | parents
    assert {tag.key for tag in REVIEW.tags} - {""} == set("123456789")


def test_every_source_is_annotated():
    assert {annotation.edition_id for annotation in REVIEW.annotations} == set(TEXTS)
    assert len(REVIEW.annotations) >= 45


def test_values_are_the_domains_own():
    assert isinstance(REVIEW, SampleReview)
    assert all(isinstance(a, Annotation) for a in REVIEW.annotations)
    assert all(isinstance(r, Relation) for r in REVIEW.relations)
    assert quantity("nz-legal-2024").step == Decimal(10000)
    assert quantity("australia-share-2033").low == Decimal("2.3")
