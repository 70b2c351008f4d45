"""Malformed files are refused in one sentence that names the entry; numbers come exactly."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.domain.errors import ExchangeError
from reviewer.domain.vocabulary import Credibility, QuantityKind, Role, Status, UnitBasis, Verdict
from reviewer.exchange.review_file import check_quotes, read_manifest, read_review
from reviewer.exchange.toml_entry import LIMIT

MANIFEST = """
[[source]]
file = "a.txt"
sha256 = "{sha}"
title = "A"
published = "2024-07"
date_basis = "stated"
reliability = "B"
reliability_basis = "known"
""".format(sha="0" * 64)

REVIEW = """
reviewer = "Someone"

[[tag]]
id = "aid"
name = "Aid"
colour = "blue"
key = "1"

[[tag]]
id = "part"
parent = "aid"
name = "Part"
colour = "green"

[[annotation]]
id = "one"
source = "a.txt"
start = 4
end = 10
exact = "$79.5m"
tags = ["aid"]
note = "Whose?"
[annotation.claim]
subject = "New Zealand"
measure = "aid"
as_of = "2022-03/2024-07"
quantity = { kind = "money", value = 79.5, unit = "$", unit_basis = "unknown", currencies = ["USD", "NZD"], step = 0.1, role = "total", raw = "$79.5m" }
credibility = "2"
credibility_basis = "fits"

[[annotation]]
id = "two"
source = "b.txt"
start = 0
end = 4
exact = "2023"
[annotation.claim]
subject = "New Zealand"
measure = "end"
quantity = { kind = "date", low = 2023-01-01, high = 2023-12-31, raw = "2023" }

[[relation]]
id = "pair"
kind = "contradicts"
dimension = "numeric"
status = "settled"
members = ["one", "two"]
checklist = { subject = "yes", period = "no" }
verdict = "update"
preferred = "two"
rationale = "Later."
would_settle = "A list."
"""


@pytest.fixture
def written(tmp_path):
    def write(content):
        path = tmp_path / "file.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def without(text, line):
    assert text.count(line) == 1, line
    return text.replace(line, "")


def instead(text, old, new):
    assert text.count(old) == 1, old
    return text.replace(old, new)


def test_reads_a_manifest(written):
    (source,) = read_manifest(written(MANIFEST))
    assert (source.file, source.published, source.reliability.value) == ("a.txt", "2024-07", "B")
    assert (source.author, source.address, source.publisher) == ("", "", "")


def test_reads_a_review_exactly(written):
    review = read_review(written(REVIEW))
    first, second = review.annotations
    assert first.claim.quantity.low == first.claim.quantity.high == Decimal("79.5")
    assert first.claim.quantity.step == Decimal("0.1")
    assert first.claim.quantity.role is Role.TOTAL
    assert first.claim.quantity.unit_basis is UnitBasis.UNKNOWN
    assert first.claim.credibility is Credibility.PROBABLE
    assert second.claim.quantity.kind is QuantityKind.DATE
    assert second.claim.quantity.high == date(2023, 12, 31)
    assert [(t.id, t.parent_id, t.position) for t in review.tags] == [
        ("aid", None, 0),
        ("part", "aid", 1),
    ]
    (pair,) = review.relations
    assert (pair.status, pair.verdict, pair.preferred_id) == (
        Status.SETTLED,
        Verdict.UPDATE,
        "two",
    )
    assert pair.checklist.measure is None
    assert pair.checklist.period == "no"


def test_quotes_are_compared_with_their_texts(written):
    review = read_review(written(REVIEW))
    assert check_quotes(review, {"a.txt": "of  $79.5m", "b.txt": "2023"}) == []
    wrong = check_quotes(review, {"a.txt": "of $79.5m "})
    assert ["“one”" in wrong[0], "“two”" in wrong[1], len(wrong)] == [True, True, 2]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no source"),
        ("source = 3", "[[source]]"),
        ("source = [3]", "not a table"),
        ("[[source]]", "“file” is missing"),
        ("x = 1\n" + MANIFEST, "“x” is not known"),
        (MANIFEST + MANIFEST, "“a.txt” is given twice"),
        (MANIFEST + "colour = 'red'", "Source “a.txt”: “colour” is not known here"),
        (instead(MANIFEST, "a.txt", "../a.txt"), "without a folder"),
        (instead(MANIFEST, "a.txt", "a\\\\b.txt"), "without a folder"),
        (instead(MANIFEST, "a.txt", ".."), "without a folder"),
        (instead(MANIFEST, "0" * 64, "0" * 63), "Source “a.txt”: “sha256”"),
        (instead(MANIFEST, "0" * 64, "G" * 64), "“sha256”"),
        (instead(MANIFEST, '"A"', '" "'), "“title” is empty"),
        (instead(MANIFEST, '"A"', "7"), "“title” must be text"),
        (instead(MANIFEST, '"A"', '"\\u0000"'), "“title” must be text"),
        (instead(MANIFEST, '"B"', '"G"'), "must be one of A, B, C, D, E, F, not “G”"),
        (instead(MANIFEST, '"B"', "[[]]"), "must be one of"),
        (instead(MANIFEST, "2024-07", "2024-13"), "“2024-13” is no day, month or year"),
        (instead(MANIFEST, "2024-07", "2023/2024"), "is no day, month or year"),
        (without(MANIFEST, 'date_basis = "stated"'), "“date_basis” is missing"),
        (without(MANIFEST, 'reliability_basis = "known"'), "“reliability_basis” is missing"),
        (MANIFEST + "address = 'file:///etc/passwd'", "is no web address"),
    ],
)
def test_malformed_manifests_are_refused(written, content, told):
    with pytest.raises(ExchangeError) as caught:
        read_manifest(written(content))
    assert told in str(caught.value)
    assert_one_sentence(str(caught.value))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "not UTF-8"),
        ("reviewer = ", "not valid TOML"),
        ("reviewer = 1e99999999999999999999", "not valid TOML"),
        ("reviewer = " + "9" * 5000, "not valid TOML"),
        ("reviewer = " + "[" * 20000, "nested too deeply"),
        (b"#" * (LIMIT + 1), "larger than 16 MB"),
        ("", "“reviewer” is missing"),
        (REVIEW + "[extra]", "“extra” is not known here"),
        # tags
        (instead(REVIEW, 'id = "part"', 'id = "aid"'), "Tag “aid”: this name is given twice"),
        (instead(REVIEW, 'parent = "aid"', 'parent = "part"'), "Tag “part”: its parent “part”"),
        (instead(REVIEW, 'parent = "aid"', 'parent = "no"'), "its parent “no”"),
        (instead(REVIEW, '"green"', '"mauve"'), "“mauve” is none of blue"),
        (instead(REVIEW, '"green"', '"green"\nkey = "1"'), "Tag “part”: the key 1 is taken"),
        (instead(REVIEW, 'key = "1"', 'key = "12"'), "“key” must be one of 1 to 9"),
        (instead(REVIEW, 'key = "1"', 'key = "0"'), "“key” must be one of 1 to 9"),
        (instead(REVIEW, 'name = "Part"', 'name = "Part"\nsize = 1'), "“size” is not known"),
        # annotations
        (instead(REVIEW, 'id = "two"', 'id = "one"'), "“one” is given twice"),
        (instead(REVIEW, '["aid"]', '["sanctions"]'), "Annotation “one”: there is no tag"),
        (instead(REVIEW, '["aid"]', '["aid", "aid"]'), "“tags” names something twice"),
        (instead(REVIEW, '["aid"]', "[1]"), "“tags” must be a list of texts"),
        (instead(REVIEW, '["aid"]', '"aid"'), "“tags” must be a list of texts"),
        (instead(REVIEW, "end = 10", "end = 11"), "room for 7"),
        (instead(REVIEW, "start = 4", "start = 40"), "room for -30"),
        (instead(REVIEW, "start = 4", "start = -4"), "“start” must be a whole number"),
        (instead(REVIEW, "start = 4", "start = true"), "“start” must be a whole number"),
        (instead(REVIEW, '"b.txt"', '"/b.txt"'), "Annotation “two”: “source”"),
        (instead(REVIEW, '"Whose?"', "1"), "“note” must be text"),
        # claims
        (
            instead(
                REVIEW,
                '[annotation.claim]\nsubject = "New Zealand"\nmeasure = "aid"\n',
                "claim = 3\n",
            ),
            "claim is not a table",
        ),
        (instead(REVIEW, "2022-03/2024-07", "last week"), "“last week” is no date"),
        (instead(REVIEW, 'credibility = "2"', 'credibility = "7"'), "must be one of 1, 2"),
        (without(REVIEW, 'credibility = "2"'), "without “credibility”"),
        (instead(REVIEW, 'measure = "aid"', 'measure = ""'), "one”, claim: “measure” is empty"),
        (instead(REVIEW, 'measure = "aid"', 'topic = "aid"'), "“measure” is missing"),
        # quantities
        (instead(REVIEW, '"money"', '"cash"'), "claim, quantity: “kind” must be one of money"),
        (instead(REVIEW, "value = 79.5,", ""), "a value in words has no number"),
        (instead(REVIEW, '"money"', '"text"'), "a value in words has no number"),
        (instead(REVIEW, "value = 79.5", "value = 79.5, low = 1"), "not both"),
        (instead(REVIEW, "value = 79.5", "low = 2, high = 1"), "“low” is above “high”"),
        (instead(REVIEW, "2023-12-31", "2022-12-31"), "“low” is above “high”"),
        (instead(REVIEW, "2023-12-31", "2023-12-31T10:00:00"), "must be a day"),
        (instead(REVIEW, "2023-12-31", "2023"), "must be a day"),
        (instead(REVIEW, "value = 79.5", "value = nan"), "“value” must be a number"),
        (instead(REVIEW, "value = 79.5", "value = 1e31"), "“value” must be a number"),
        (instead(REVIEW, "value = 79.5", "value = true"), "“value” must be a number"),
        (instead(REVIEW, "value = 79.5", 'value = "79.5"'), "“value” must be a number"),
        (instead(REVIEW, "value = 79.5", "value = 1, low_open = 1"), "must be true or false"),
        (instead(REVIEW, 'unit = "$", ', ""), "money needs a “unit”"),
        (instead(REVIEW, "step = 0.1", "step = 0"), "“step” must be more than 0"),
        (instead(REVIEW, '"unknown"', '"guess"'), "must be one of explicit"),
        (instead(REVIEW, '"total"', '"sum"'), "“role” must be one of"),
        (instead(REVIEW, ', raw = "2023"', ""), "“raw” is missing"),
        # relations
        (instead(REVIEW, '["one", "two"]', '["one", "six"]'), "there is no annotation “six”"),
        (instead(REVIEW, '["one", "two"]', '["two"]'), "two members or more"),
        (instead(REVIEW, '["one", "two"]', '["two", "two"]'), "names something twice"),
        (instead(REVIEW, '"contradicts"', '"denies"'), "Relation “pair”: “kind” must be one of"),
        (instead(REVIEW, '"numeric"', '"size"'), "“dimension” must be one of"),
        (instead(REVIEW, '"settled"', '"done"'), "“status” must be one of"),
        (instead(REVIEW, '"settled"', '"open"'), "a verdict is given, but it is not settled"),
        (instead(REVIEW, '"update"', '"later"'), "“verdict” must be one of"),
        (without(REVIEW, 'verdict = "update"'), "a settled contradiction needs a verdict"),
        (without(REVIEW, 'rationale = "Later."'), "decided without a rationale"),
        (instead(REVIEW, 'preferred = "two"', 'preferred = "six"'), "is none of its members"),
        (instead(REVIEW, 'period = "no"', 'period = "maybe"'), "pair”, checklist: “period” must"),
        (instead(REVIEW, 'period = "no"', 'event = "no"'), "“event” is not known here"),
        (REVIEW + "[[relation]]" + REVIEW.split("[[relation]]")[1], "“pair” is given twice"),
    ],
)
def test_malformed_reviews_are_refused(written, content, told):
    with pytest.raises(ExchangeError) as caught:
        read_review(written(content))
    assert told in str(caught.value)
    assert_one_sentence(str(caught.value))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ExchangeError, match=r"“none\.toml” cannot be read: No such file"):
        read_review(tmp_path / "none.toml")
    with pytest.raises(ExchangeError, match="cannot be read"):
        read_manifest(tmp_path)


def assert_one_sentence(message):
    assert message.endswith(".")
    assert "\n" not in message
