"""What values are compared by, in sentences of many fields, and what the lexicon knows of them."""

from datetime import date

import pytest

from reviewer.analysis.concepts import Lexicon, concepts, concepts_with
from reviewer.analysis.frames import Frame
from reviewer.analysis.readings import Text, read_text
from reviewer.documents.read import read_document
from reviewer.domain.vocabulary import Role

WRITTEN = date(2024, 6, 20)


def frames(text: str, name: str = "text.txt", lexicon: Lexicon | None = None) -> dict[str, Frame]:
    """The frames of a text by the words of their values."""
    document = read_document(text.encode(), name)
    known = {"lexicon": lexicon} if lexicon else {}
    reading = read_text(Text(name, document, WRITTEN), **known)
    return {reading.claims[frame.claim].exact: frame for frame in reading.frames}


SENTENCES = [  # sentence, value, thing, act
    # casualties
    ("One worker was killed in a tunnel near Brack.", "One", "deaths", ""),
    ("A further 10,100 people were reported missing in the city.", "10,100", "missing", ""),
    ("Another 19 have lost their lives in Sellow.", "19", "deaths", "decrease"),
    ("Health authorities had put the toll at 5,500.", "5,500", "deaths", ""),
    ("The World Health Organization has verified 4,333 deaths.", "4,333", "deaths", ""),
    ("Some 42,045 people have been displaced in the north-east.", "Some 42,045", "displaced", ""),
    ("Officials said 19 people were taken to hospital.", "19", "in hospital", ""),
    ("More than 250,000 people have been taken to safety.", "More than 250,000", "evacuated", ""),
    ("The train was carrying 214 passengers.", "214", "on board", ""),
    ("Twelve children suffered side effects.", "Twelve", "adverse events", ""),
    ("The minister remembered the five people who lost their lives at Sellow.", "five", "deaths",
     "decrease"),
    ("Nine miners who died in the blast were named.", "Nine", "deaths", ""),
    ("There were 187 people on that train, counting its crew.", "187", "on board", ""),
    ("Some 61,400 families had taken refuge in public shelters.", "Some 61,400", "sheltered", ""),
    # damage, water and weather
    ("The flood carried away four bridges.", "four", "bridges", "destroyed"),
    ("The waters demolished four bridges.", "four", "bridges", "destroyed"),
    ("The flood carried away five bridges.", "five", "bridges", "destroyed"),
    ("The dam could hold 18 million cubic metres of water.", "18 million cubic metres",
     "storage capacity", ""),
    ("The dam, 75 metres high, could hold 18 million cubic metres of water.",
     "18 million cubic metres", "storage capacity", ""),
    ("The dam, 75 metres high, could hold 18 million cubic metres of water.", "75 metres",
     "height", ""),
    ("In Bayford, 414 millimetres fell in a day.", "414 millimetres", "rainfall", ""),
    ("At the weir the flow touched 609,000 cusecs.", "609,000 cusecs", "flow", ""),
    # money
    ("The price of the new Harrow hydro scheme has more than doubled to $12 billion.",
     "$12 billion", "cost", "increase"),
    ("The $762 million plant pays interest every day.", "$762 million", "cost", ""),
    ("The city faces a shortfall of £18.5m.", "£18.5m", "deficit", ""),
    ("Acme owes lenders $148 million net of cash.", "$148 million", "net debt", ""),
    ("Revenue fell 1% to $12.83 billion.", "$12.83 billion", "revenue", ""),
    ("The company will invest $7.2 billion.", "$7.2 billion", "investment", ""),
    ("The cuts are part of a plan to save $10 billion.", "$10 billion", "savings", ""),
    ("Capital expenditures will be $26 billion.", "$26 billion", "capital spending", ""),
    ("Velda was fined $2.2 million.", "$2.2 million", "fine", ""),
    ("The state will pay $5,000 to the next of kin of each victim.", "$5,000",
     "compensation", ""),
    ("The government would lend it $62 million.", "$62 million", "loans", ""),
    ("So far $34.3 million has been received.", "$34.3 million", "received", ""),
    ("Inflation eased to 5.4 percent.", "5.4 percent", "inflation", ""),
    # work
    ("The company employs 2,900 people.", "2,900", "workforce", ""),
    ("About 2,500 people work on the site.", "About 2,500", "workforce", ""),
    ("Headcount stood at 116,500.", "116,500", "workforce", ""),
    ("Acme plans to reduce headcount by more than 15 percent.", "more than 15 percent",
     "job cuts", "decrease"),
    ("Acme will cut more than 17.5% of its workforce and suspend its dividend.",
     "more than 17.5%", "job cuts", "decrease"),
    ("The airline will make 480 people redundant.", "480", "job cuts", ""),
    ("Around 1,150 roles to go across five sites.", "Around 1,150", "job cuts", ""),
    ("Union says 90 posts will go at Brack.", "90", "job cuts", ""),
    ("Some 240 jobs would disappear when the line closes.", "Some 240", "job cuts", ""),
    # energy and building
    ("The farm stands 28 kilometres off Port Brack.", "28 kilometres", "distance", ""),
    ("The plant will have 2,000 megawatts of generating capacity.", "2,000 megawatts",
     "capacity", ""),
    ("It would store enough energy to supply 3 million homes.", "3 million", "homes powered", ""),
    ("The tunnel runs for 8.4 kilometres.", "8.4 kilometres", "length", ""),
    ("The channel will be dredged to 16.5 metres.", "16.5 metres", "depth", ""),
    ("They want the city's 42,000-seat stadium.", "42,000", "seating capacity", ""),
    ("Works are 96% complete.", "96%", "progress", ""),
    # transport, politics, health, courts, people
    ("The port handled 38.7 million tonnes of cargo.", "38.7 million tonnes", "cargo", ""),
    ("The train was travelling at 148 km/h.", "148 km/h", "speed", ""),
    ("Turnout was 62.7 percent.", "62.7 percent", "turnout", ""),
    ("Some 3.1 million people were registered to vote.", "Some 3.1 million",
     "registered voters", ""),
    ("Around 2,300 residents signed a petition.", "Around 2,300", "signatures", ""),
    ("The ministry vaccinated 1.82 million children.", "1.82 million", "vaccinations", ""),
    ("Six other officials have been charged.", "Six", "charged", ""),
    ("A court sentenced the mayor to nine years in prison.", "nine years", "sentence", ""),
    ("The city had a population of 90,000.", "90,000", "population", ""),
    ("The country of 21 million people voted.", "21 million", "population", ""),
    # days
    ("First power is now due in the second half of 2027.", "second half of 2027",
     "first power", ""),
    ("First power will flow in 2025.", "2025", "first power", ""),
    ("The new terminal will open in March 2026.", "March 2026", "opening", ""),
    ("Construction began in May 2021.", "May 2021", "start of works", ""),
    ("The storm came ashore on 10 September 2023.", "10 September 2023",
     "strike of the disaster", ""),
    ("The company, founded in 1968, makes chips.", "1968", "founding", ""),
    ("Nothing of concern was found in May 2021.", "May 2021", "", ""),
    ("The slope was last examined on 3 June 2024.", "3 June 2024", "inspection", ""),
    ("An inspection of the boiler took place on 3 June 2024.", "3 June 2024", "inspection", ""),
    ("The campaign was wound up on 15 June 2024.", "15 June 2024", "completion", ""),
    ("The takeover should be wrapped up by the end of June 2025.", "June 2025", "completion", ""),
    ("The VAT rate on meals goes from 13 per cent to 9 per cent from 1 July 2026.", "1 July 2026",
     "entry into force", ""),
    ("The fuel duty falls to 5 per cent on 8 October 2026.", "8 October 2026",
     "entry into force", ""),
    ("Bus fares will rise by 40 cents from 1 March 2026.", "1 March 2026", "entry into force", ""),
    ("Children aged between 9 months and 14 years were vaccinated out of a target.", "14 years",
     "age", ""),
    ("The course is for ages six to ten years.", "six to ten years", "age", ""),
    ("CO2 saved: 1.7 million tonnes per year.", "1.7 million tonnes", "emissions", ""),
    ("It is the third outbreak since 2010.", "2010", "", ""),
    ("This was the worst crash since May 2021.", "May 2021", "", ""),
    ("The outbreak has lasted since May 2021.", "May 2021", "outbreak", ""),
    ("No power will flow into the grid before the spring of 2030.", "spring of 2030",
     "first power", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "value", "thing", "act"), SENTENCES, ids=lambda part: str(part)[:40]
)
def test_what_a_value_measures(sentence, value, thing, act):
    frame = frames(sentence)[value]
    assert (frame.thing, frame.act) == (thing, act)


TIMES = [  # sentence, value, first and last day, or None
    ("More than $2 million had been allocated in 2012 and 2013.", "More than $2 million",
     ("2012-01-01", "2013-12-31")),
    ("About 15,000 of Acme's 124,800 employees are part of a plan to save $10 billion in 2025, it said.",
     "124,800", None),
    ("The company, founded in 1968, forecast revenue of $12 billion.", "$12 billion", None),
    ("Acme's headcount stood at 116,500 at the end of June 2023.", "116,500",
     ("2023-06-01", "2023-06-30")),
    ("In the half year to 31 December 2023 the company carried 1.04 million passengers.",
     "1.04 million", ("2023-07-03", "2023-12-31")),
    ("The ministry had confirmed 73 deaths by midnight on 4 June 2024.", "73",
     ("2024-06-04", "2024-06-04")),
    ("Acme took a loan of $62 million, repayable by 30 June 2028.", "$62 million", None),
    ("It would cut 17.5% of its workforce and suspend its dividend from the first quarter.",
     "17.5%", None),
    ("Cargo rose 6 percent more than in 2020.", "6 percent", None),
    ("For the third quarter, Acme expects revenue of $12 billion.", "$12 billion",
     ("2024-07-01", "2024-09-30")),
    ("In Q1, revenue was $12.7 billion and the loss $0.4 billion.", "$0.4 billion",
     ("2024-01-01", "2024-03-31")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "value", "days"), TIMES, ids=lambda part: str(part)[:40])
def test_a_value_takes_its_time_from_its_own_clause(sentence, value, days):
    period = frames(sentence)[value].period
    told = (str(period.first), str(period.last)) if period else None
    assert told == days


ROLES = [  # sentence, value, role, manner, change
    ("Some 42,045 people fled, of whom 16,000 are children.", "16,000", Role.PART, "", ""),
    ("The project will cost $5 billion, of which the state pays $1.4 billion.", "$1.4 billion",
     Role.PART, "planned", ""),
    ("The capacity was raised by 10 per cent to 2.2 gigawatts.", "10 per cent", Role.PLAIN, "",
     "by"),
    ("The capacity was raised by 10 per cent to 2.2 gigawatts.", "2.2 gigawatts", Role.PLAIN, "",
     ""),
    ("The reset raised capacity from 2,000 MW to 2,200 MW.", "2,000 MW", Role.PLAIN, "", "from"),
    ("Revenue of £2.84 billion, a decline of 4.4 per cent.", "4.4 per cent", Role.PLAIN, "", "by"),
    ("Spending is £340 million, an increase of 7.4 per cent.", "7.4 per cent", Role.PLAIN, "",
     "by"),
    ("Approval was given for power from 28 projects.", "28", Role.PLAIN, "", ""),
    ("Prosecutors called 83 witnesses.", "83", Role.PLAIN, "", ""),
    ("The union called for 83 new buses.", "83", Role.PLAIN, "asked", ""),
    ("Authorities had previously put the toll at 5,500.", "5,500", Role.PLAIN, "", "from"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "value", "role", "manner", "change"), ROLES, ids=lambda part: str(part)[:40]
)
def test_in_what_role_a_value_stands(sentence, value, role, manner, change):
    frame = frames(sentence)[value]
    assert (frame.role, frame.manner, frame.change) == (role, manner, change)


def test_who_tells_of_an_event_is_not_whom_it_is_about():
    found = frames(
        "Floods hit Sellow\n\nThe flood struck Sellow on Monday. The Red Lantern Society has"
        " verified 4,333 deaths in Sellow. In Marle, roads are closed. Marle reports 22 deaths."
    )
    assert "red lantern society" not in found["4,333"].who
    assert found["22"].who == {"marle"}


TEXTS = [  # who publishes or writes, and the text below, about Brack alone
    "THE SELLOW COURIER\n\nWednesday, 12 June 2024\n\nBy Nestor Quill\n\n",
    "Ministry of Works\n\nPress statement\n\n",
    "Semb Institute for Rivers\n\nCommentary\n\nHelena Voss and Ruth Stack\n\n",
]


@pytest.mark.parametrize("head", TEXTS)
def test_who_publishes_a_text_is_not_what_it_is_about(head):
    text = head + (
        "The dam at Brack failed on Monday night, and the river took the lower town with it."
        " Some 90 people died.\n\nIn Brack the schools are closed until further notice."
    )
    assert frames(text)["Some 90"].who == {"brack"}


def test_what_fell_by_a_share_is_what_stood_before_it():
    frame = frames("Revenue was £2.84 billion, a decline of 4.4 per cent.")["4.4 per cent"]
    assert (frame.thing, frame.change) == ("revenue", "by")


def test_what_is_told_of_where_is_of_that_place():
    found = frames(
        "The dam at Brack failed in the storm. It was the worst flood since Sellow, where 40 people"
        " died. In Brack 12 people died, and in Marle, where 30 were hurt, roads are shut."
    )
    assert found["40"].who == {"sellow"}
    assert found["12"].who == {"brack"}
    assert found["30"].who == {"marle"}


def test_a_name_right_behind_a_measure_is_whose_it_is():
    found = frames("Under the same credit for Tamor, the 40 MW Rahughat project is finished.")
    assert found["40 MW"].who == {"rahughat"}


def test_a_cell_is_of_its_column_and_a_part_by_its_row():
    table = (
        "# Relief\n\n| District | Evacuated | Livestock |\n|---|--:|--:|\n"
        "| Jhang | 118,400 | 90,100 |\n| Multan | 96,250 | 71,600 |\n| Total | 214,650 | 161,700 |\n"
    )
    found = frames(table, "table.md")
    assert found["90,100"].thing == found["71,600"].thing == "livestock"
    assert found["90,100"].scope == {"jhang"}
    assert found["161,700"].role is Role.TOTAL
    assert found["90,100"].role is Role.PLAIN


def test_a_row_without_a_header_is_measured_by_its_label():
    found = frames("# Plant\n\n| | |\n|---|---|\n| Type | Run of river |\n"
                   "| Installed capacity | 312 MW |\n| Gross head | 427 m |\n", "sheet.md")  # fmt: skip
    assert found["312 MW"].thing == "capacity"
    assert found["427 m"].thing == "gross head"


def test_where_no_concept_fits_the_words_of_the_text_stand():
    frame = frames("The village keeps 340 beehives on the hill.")["340"]
    assert frame.thing == ""
    assert "beehiv" in frame.heads


def test_a_project_adds_its_own_words():
    lexicon = Lexicon(measures=(("moorings", "berths"), ("beehives", "beehives")))
    text = "The harbour has 340 moorings and the village 90 beehives."
    assert frames(text, lexicon=lexicon)["340"].thing == "berths"
    assert frames(text, lexicon=lexicon)["90"].thing == "beehives"
    assert concepts_with(lexicon).thing_at(["moorings"], 0, "count") == ("berths", 1)


def test_words_are_known_in_all_their_forms_and_by_what_they_can_be_of():
    table = concepts()
    assert table.thing_at(["vaccinating"], 0, "count")[0] == "vaccinations"
    assert table.thing_at(["capacity"], 0, "power")[0] == "capacity"
    assert table.thing_at(["capacity"], 0, "volume")[0] == "storage capacity"
    assert table.thing_at(["capacity"], 0, "money") == ("", 0)
    assert table.happening_at(["broke", "ground"], 0) == ("start of works", 2)


def test_the_lexicon_names_only_what_it_has():
    table = concepts()
    known = {label for labels in table.things.values() for label in labels} | {"new jobs"}
    assert len(known) >= 190
    assert {label for pair in table.near for label in pair} <= known
    assert set(table.together.values()) <= known
    assert table.of_events | table.of_actors | table.of_periods <= known


def test_a_row_says_what_its_cells_count_and_in_what_unit():
    found = frames("# Results\n\n| | Norlin | Ostra |\n|---|---|---|\n"
                   "| Revenue 2024, EUR million | 6,840 | 4,310 |\n| Employees | 2,960 | 1,890 |\n"
                   "| Passengers (million) | 7.2 | 5.9 |\n", "sheet.md")  # fmt: skip
    assert found["6,840"].thing == "revenue"
    assert found["6,840"].span.value == 6_840_000_000
    assert found["1,890"].thing == "workforce"
    assert found["7.2"].thing == "passengers"
    assert found["7.2"].span.value == 7_200_000


def test_a_figure_in_brackets_in_another_unit_is_of_the_same():
    found = frames("Up to 10 inches (25.4 cm) of rain fell on Kelar.")
    assert {found["Up to 10 inches"].thing, found["25.4 cm"].thing} == {"rainfall"}


def test_of_them_counts_what_the_sentence_before_counted():
    found = frames("Orvane sold 500,000 cars. About 87,000 of them are in Perin.")
    assert found["About 87,000"].thing == found["500,000"].thing == "vehicles"


def test_a_number_in_a_description_does_not_hide_the_noun():
    found = frames("The deal covers 80,000 larger 3.0 litre cars and 44 U.S. states.")
    assert found["80,000"].heads == {"car"}
    assert found["44"].heads == {"stat"}


def test_what_only_hints_at_a_thing_is_less_sure():
    assert frames("Orvane will pay $14 million.")["$14 million"].sure is False
    assert frames("Orvane settled for $14 million.")["$14 million"].sure is True
