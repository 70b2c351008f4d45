"""One key for the names of one thing, and the short forms that texts give."""

import pytest

from reviewer.analysis.aliases import combined, inhabitants, learnt, resolved, surnames
from reviewer.analysis.concepts import Lexicon
from reviewer.analysis.entities import is_organ, is_titled, is_within, key_of, keys_of
from reviewer.analysis.mastheads import is_outlet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Republic of Korea", "South Korea"),
        ("Australian Government", "Australia"),
        ("the Government of Japan", "Japan"),
        ("U.S.", "United States"),
        ("Acme Corporation", "Acme"),
        ("Acme AG", "ACME"),
        ("President Joe Biden", "Joe Biden"),
        ("South Korean President Yoon Suk-Yeol", "Yoon Suk Yeol"),
        ("New Zealand Defense Forces", "New Zealand Defence Force"),
        ("Treasurer Ana Lund", "Ana Lund"),
        ("Opposition Leader Tom Reyes", "Tom Reyes"),
        ("Nationals MP Ana Lund", "Ana Lund"),
        ("Orvane Chief Executive Jan M\u00fcller", "Jan Muller"),
        ("Deputy U.S. Attorney General Ana Lund", "Ana Lund"),
        ("Vilar\u00e3o", "Vilarao"),
    ],
)
def test_names_of_one_thing(one, other):
    assert key_of(one) == key_of(other) != ""


def test_names_of_two_things():
    assert key_of("North Korea") != key_of("South Korea")
    assert key_of("New Zealand Defence Force") != key_of("New Zealand")
    assert keys_of(["NATO and the Republic of Korea"]) == {"nato", key_of("South Korea")}
    assert keys_of(["Bosnia and Herzegovina"]) == {key_of("Bosnia")}
    assert keys_of(["GDP", "MW"]) == frozenset()


def test_titles_that_companies_and_places_have_too_stay():
    assert key_of("General Motors") == "general motors"
    assert key_of("Prince George") == "prince george"
    assert is_titled("Treasurer Ana Lund")
    assert not is_titled("Ana Lund")
    assert not is_titled("Treasurer")


def test_a_body_of_whomever_a_text_is_about_is_no_owner():
    assert is_organ("works council")
    assert is_organ("board of management")
    assert not is_organ("lindmark council")


def test_who_reports_is_told_of_nothing():
    assert is_outlet("reuters")
    assert is_outlet("lindmark gazette")
    assert not is_outlet("lindmark")
    assert not is_outlet("gazette")


def test_people_and_plurals_are_of_what_is_named_as_well():
    keys = ["carmonia", "carmonians", "carmonian", "punjab", "punjabis", "orvanes", "orvane"]
    found = inhabitants([*keys, "texas", "lindman"])
    assert [resolved(key, found) for key in keys] == [
        "carmonia", "carmonia", "carmonia", "punjab", "punjab", "orvane", "orvane",
    ]  # fmt: skip
    assert not found.keys() & {"texas", "lindman"}


def test_a_part_of_a_name_is_within_it():
    assert is_within("harmon line", "harmon")
    assert not is_within("cyclone ida", "cyclone amara")
    assert not is_within("korea", "south korea")


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the New Zealand Defense Forces (NZDF) left", "NZDF", "New Zealand Defense Forces"),
        ("the Department of Disaster Management Affairs (DoDMA) said", "DoDMA",
         "Department of Disaster Management Affairs"),
        ("Acme Corporation (Acme) grew", "Acme Corporation", "Acme"),
        ("Halden Energy ASA (Halden) grew", "Halden", "Halden Energy"),
        ("an Individually Tailored Partnership Program (ITPP)", "ITPP", "Individually Tailored Partnership Programme"),
    ],
)  # fmt: skip
def test_short_forms_are_learnt(text, short, long):
    assert resolved(key_of(short), learnt(text)) == key_of(long)


@pytest.mark.parametrize(
    "text",
    ["VELLIN, Nov 11 (Newsline) - Rain", "the vote (Tuesday)", "It left. (NZDF)", "(ABC)", "a (b"],
)
def test_what_is_no_short_form(text):
    assert learnt(text) == {}


def test_a_surname_is_its_one_bearer():
    assert surnames(["ines kolb", "kolb"]) == {"kolb": "ines kolb"}
    assert surnames(["ines kolb", "anna kolb", "kolb"]) == {}
    assert surnames(["ines kolb"]) == {}


def test_texts_that_read_a_short_form_otherwise_cancel_out_and_the_project_decides():
    tables = [{"nba": "national bank"}, {"nba": "basketball association"}, {"twb": "water board"}]
    assert combined(tables, Lexicon()) == {"twb": "water board"}
    names = Lexicon(names=(("NBA", "National Bank"),))
    assert combined(tables, names) == {"nba": "national bank", "twb": "water board"}


def test_a_circle_of_short_forms_ends():
    assert resolved("a", {"a": "b", "b": "a"}) in ("a", "b")
