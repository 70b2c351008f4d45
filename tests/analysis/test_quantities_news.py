"""Sentences as the news, ministries and think tanks write them, of fields that no sample is from.

Written before the readers were tuned on them; invented, with invented names. ``read`` writes a
quantity as kind, bounds and unit: ``>5`` more than, ``>=5`` at least, ``5..7`` from to, ``~`` loose.
"""

from datetime import date

import pytest

from reviewer.analysis.quantities import read_quantities
from reviewer.domain.periods import period_text
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

WEDNESDAY = date(2024, 9, 18)


def told(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if quantity.kind is QuantityKind.DATE:
        return f"date {period_text(low, high)}".strip()  # type: ignore[arg-type]
    if low == high:
        bounds = f"{low:f}"
    elif high is None:
        bounds = f"{'>' if quantity.low_open else '>='}{low:f}"
    elif low is None:
        bounds = f"{'<' if quantity.high_open else '<='}{high:f}"
    else:
        bounds = f"{low:f}..{high:f}"
    loose = "~" if quantity.approximator and low == high else ""
    words = (quantity.kind.value, loose + bounds, quantity.unit, quantity.base)
    return " ".join(word for word in words if word)


NEWS = {
    # floods, storms, quakes, fires
    "At least 43 people were killed and more than 1,200 homes destroyed when the Tamar burst its banks on Monday.":
        ["count >=43 people", "count >1200 homes", "date 2024-09-16"],
    "Two people died and three were missing after 182 mm of rain fell in six hours, the council said.":
        ["count 2 people", "count 3 missing", "measure 182 mm", "duration 6 hours"],
    "The river peaked at 9.4 metres, just short of the record 9.52m set in February 2011.":
        ["measure 9.4 m", "measure 9.52 m", "date 2011-02"],
    "Flows of 3,400 cubic metres per second were measured, and 120,000 acre-feet of water was released from the dam.":
        ["measure 3400 m³/s", "measure 120000 acre-feet"],
    "Winds of up to 140 km/h (87 mph) left some 250,000 customers without power.":
        ["measure <=140 km/h", "measure 87 mph", "count ~250000 customers"],
    "A 6.1-magnitude quake struck at a depth of 10 km at 2:46 a.m. on Friday, leaving 12 dead and 340 injured.":
        ["measure 6.1 magnitude", "measure 10 km", "date 2024-09-13", "count 12 dead", "count 340 injured"],
    "The fire, which is 35% contained, has burned between 18,000 and 20,000 hectares since 3 September.":
        ["percent 35 %", "measure 18000..20000 hectares", "date 2024-09-03"],
    "Temperatures reached 46.3°C in the shade, about 8 degrees above average, while lows fell to -4 C.":
        ["measure 46.3 °C", "measure ~8 degrees", "measure -4 °C"],
    "The Category 4 storm made landfall with sustained winds of 115 knots, and hundreds of homes lost their roofs.":
        ["measure 115 knots", "count 100..1000 homes"],
    "Damage is put at $2.3bn-$2.8bn, of which insurers will bear roughly two-thirds.":
        ["money 2300000000..2800000000 $", "fraction ~0.6666666666666666666666666667"],
    # companies
    "Northgate plc reported pre-tax profit of £48.2m for the year to 31 March, up 12% from £43m a year earlier.":
        ["money 48200000 GBP", "date 2024-03-31", "percent 12 %", "money 43000000 GBP", "date 2023"],
    "The company will cut 1,150 jobs, or about 8 per cent of its workforce, by the end of 2025.":
        ["count 1150 jobs", "percent ~8 % workforce", "date 2025"],
    "Shares in Halden fell 3.4 percent to 212.5 pence after it lowered its dividend to 11p a share.":
        ["percent 3.4 %", "money 2.125 GBP", "money 0.11 GBP per share"],
    "Revenue rose to between €310m and €325m in the third quarter of 2023, the fifth consecutive quarterly gain.":
        ["money 310000000..325000000 EUR", "date 2023-07-01/2023-09-30", "ordinal 5 consecutive quarterly gain"],
    "It bought a 51% stake for 4.2 billion Norwegian kroner ($390 million) in cash.":
        ["percent 51 %", "money 4200000000 NOK", "money 390000000 $"],
    "The central bank raised its key rate by 25 basis points to 4.75 percent, a two-decade high.":
        ["percent 25 basis points", "percent 4.75 %", "duration 20 years"],
    "Net debt fell by a third to US$640 million; the margin widened 1.5 percentage points.":
        ["fraction 0.3333333333333333333333333333", "money 640000000 USD", "percent 1.5 percentage points"],
    "Ms Orsini, 52, who earns CHF 1.9 million a year, joined in FY2019/20.":
        ["duration 52 years old", "money 1900000 CHF per year", "date 2019-01-01/2020-12-31"],
    "The deal values the firm at $12-14 billion, or $31.50 a share.":
        ["money 12000000000..14000000000 $", "money 31.50 $ per share"],
    "Copper traded at $9,120 a tonne and Brent at $74.35 per barrel.":
        ["money 9120 $ per tonne", "money 74.35 $ per barrel"],
    # energy
    "The 1.4GW wind farm, 40 kilometres off the coast, will power 1.3 million homes from late 2026.":
        ["measure 1.4 GW", "measure 40 km", "count 1300000 homes", "date 2026-09-01/2026-12-31"],
    "Output rose from 640,000 barrels a day in 2021 to 910,000 barrels per day last year.":
        ["measure 640000 barrels per day", "date 2021", "measure 910000 barrels per day", "date 2023"],
    "The battery stores 300 MWh, enough for four hours at 75 megawatts.":
        ["measure 300 MWh", "duration 4 hours", "measure 75 MW"],
    "The pipeline carries 55 billion cubic metres of gas a year through 1,224 km of pipe.":
        ["measure 55000000000 m³ per year", "measure 1224 km"],
    "Emissions must fall 45% below 2005 levels by 2035; the plan cuts 22 million tonnes of CO2.":
        ["percent 45 %", "date 2005", "date 2035", "measure 22000000 tonnes"],
    "Reactor 3 was shut down after a leak of some 150 litres; unit 2 was not affected.":
        ["measure ~150 litres"],
    "Electricity costs households 28.4p per kWh, against 11 cents in Norland.":
        ["money 0.284 GBP per kWh", "money 0.11 $"],
    # budgets
    "The budget sets aside Rs 1,200 crore for canals and ₹350 crore for roads in 2024-25.":
        ["money 12000000000 ₹", "money 3500000000 INR", "date 2024-01-01/2025-12-31"],
    "An additional £600 million over three years brings the total to almost £2bn.":
        ["money 600000000 GBP", "duration 3 years", "money ~2000000000 GBP"],
    "Defence will receive 2.4% of GDP by fiscal year 2028, up from 1.9 % today.":
        ["percent 2.4 % GDP", "date 2028", "percent 1.9 %", "date 2024-09-18"],
    "The deficit narrowed to half a percent of output, or ¥2.1 trillion.":
        ["percent 0.5 % output", "money 2100000000000 ¥"],
    "Of the $1.5 million, three quarters will go to schools and one in five pupils will get free meals.":
        ["money 1500000 $", "fraction 0.75", "fraction 0.2 pupils"],
    "The levy of 15 cents a litre raises tens of millions of dollars each year.":
        ["money 0.15 $ per litre", "money 10000000..100000000 $ per year"],
    "Spending will grow by no more than 3% annually between 2025 and 2029.":
        ["percent <=3 % per year", "date 2025-01-01/2029-12-31"],
    # elections and law
    "Turnout was 61.7%, and Ms Adeyo won 54 of the 120 seats with 1,204,331 votes.":
        ["percent 61.7 %", "count 54 seats", "count 120 seats", "count 1204331 votes"],
    "The bill passed 212-208 on its third reading, with a dozen abstentions.":
        ["ordinal 3 reading", "count 12 abstentions"],
    "The 78-year-old was sentenced to three and a half years in prison and fined $25,000 under Section 12 of the act.":
        ["duration 78 years old", "duration 3.5 years", "money 25000 $"],
    "Polls put the party on 31 to 33 percent, five points ahead of its rival.":
        ["percent 31..33 %", "count 5 points"],
    "The court, in case no. 4417, ordered the return of 17 paintings worth an estimated 40 million euros.":
        ["count 17 paintings", "money ~40000000 EUR"],
    # accidents and transport
    "Flight 417, an A320 with 162 passengers and six crew on board, skidded off runway 27L on 14 August.":
        ["count 162 passengers", "count 6 crew", "date 2024-08-14"],
    "The A9 was closed for nearly five hours after a lorry carrying 24 tonnes of sand overturned near Junction 11.":
        ["duration ~5 hours", "measure 24 tonnes"],
    "One person was killed and dozens of passengers hurt when the 07:15 train from Marl left the rails at 90 km/h.":
        ["count 1 person", "count 24..100 passengers", "measure 90 km/h"],
    "The ferry was carrying 1,037 people, nearly twice its capacity of 550, officials said on Tuesday.":
        ["count 1037 people", "count 550", "date 2024-09-17"],
    "Call 0800 838 383 or visit 14 King Street; the centre is open 24/7.":
        [],
    # health, farming, think tanks
    "Cases rose to 3,200 in the week of 9 September, from fewer than 500 in mid-July.":
        ["count 3200", "date 2024-09-09/2024-09-15", "count <500", "date 2024-07-11/2024-07-20"],
    "About one in ten children under five is malnourished, a rate of 9.8 per 1,000.":
        ["fraction ~0.1 children", "duration <5 years old", "count 9.8 per 1,000"],
    "The harvest of 8 to 10 million tonnes would be the smallest since the early 1980s.":
        ["measure 8000000..10000000 tonnes", "date 1980-01-01/1984-12-31"],
    "Farmers on 2.5 million acres got as little as 4 inches of rain in the past 90 days.":
        ["measure 2500000 acres", "measure >=4 inches", "duration 90 days"],
    "As of 30 June 2024 the army had 41,300 soldiers, 290 tanks and two dozen F-16s.":
        ["date 2024-06-30", "count 41300 soldiers", "count 290 tanks", "count 24"],
    "The G20 and the COP29 presidency cited UN Resolution 2231 and Article 5, not the 1951 convention.":
        ["date 1951"],
    "Exports to the EU27 grew tenfold in 15 years, and 140,000 lorries crossed in Q2 2024 alone.":
        ["duration 15 years", "count 140000 lorries", "date 2024-04-01/2024-06-30"],
    "Table 4 and pages 12-15 give the figures; see also figure 2.1 and version 3.2 of the model.":
        [],
    "Aid has totalled A$1.35 billion since February 24, 2022, including A$252m in 2023 and 120 Bushmaster vehicles.":
        ["money 1350000000 AUD", "date 2022-02-24", "money 252000000 AUD", "date 2023", "count 120 vehicles"],
    "The 12-nation mission, 3,000-strong, was extended by six months until 15 December.":
        ["count 12 nation", "count 3000", "duration 6 months", "date 2024-12-15"],
    "An estimated 1.2m–1.5m people have fled, a quarter of them children, the UNHCR said last week.":
        ["count 1200000..1500000 people", "fraction 0.25", "date 2024-09-09/2024-09-15"],
    "House prices slipped 0.3% month on month in August to an average of £287,400, the lender's index of 1,204 branches showed.":
        ["percent 0.3 %", "date 2024-08", "money ~287400 GBP", "count 1204 branches"],
    "The mine yielded 310,000 ounces of gold, 6.5 g per tonne, against 295,000 oz the year before.":
        ["measure 310000 ounces", "measure 6.5 g per tonne", "measure 295000 ounces", "date 2023"],
    "More than half of the 2,000 respondents, surveyed 3-10 May, backed the plan; only 18 percent opposed it.":
        ["fraction >0.5 2,000 respondents", "count 2000 respondents", "date 2024-05-03/2024-05-10", "percent 18 %"],
    # forms that wires, agencies and blogs differ in
    "Officials counted an estimated 11 300 dead and more than 10 000 missing; 4 200 homes were lost.":
        ["count ~11300 dead", "count >10000 missing", "count 4200 homes"],
    "On 11 300 people signed, and on 5 May 200 more people did.":
        ["count 300 people", "date 2024-05-05", "count 200 people"],
    "The repair bill is put at €1 250 000.": ["money 1250000 EUR"],
    "Over 5K dead, 30K displaced after the dam burst.": ["count >5000 dead", "count 30000 displaced"],
    "Several hundred aftershocks followed Saturday's 7.8 quake, and a few thousand homes lost power.":
        ["count 200..1000 aftershocks", "measure 7.8 magnitude", "count 2000..10000 homes"],
    "Nearly half a million Norland drivers and a quarter of a million cyclists were asked.":
        ["count ~500000 drivers", "count 250000 cyclists"],
    "The recall covers 475,000 2.0-litre diesel cars.":
        ["count 475000 diesel cars", "measure 2.0 litres"],
    "USA Today and India Today had the story today.": ["date 2024-09-18"],
    "Unit 3 opens by June. Unit 4 follows in January of next year, after a three-to-four-month delay.":
        ["date 2025-06", "date 2025-01", "duration 3..4 months"],
    "Highways U.S. 60 and U.S. 119 were closed from July 7 through 10.": ["date 2024-07-07/2024-07-10"],
    "Staff were told of cuts this year: some at end-July, the others in November.":
        ["date 2024", "date 2024-07-21/2024-07-31", "date 2024-11"],
    "The bank pays 3 billion Swiss francs and takes on 5 billion francs of losses.":
        ["money 3000000000 CHF", "money 5000000000 CHF"],
    "It is open in 44 of 55 counties and expects 400 volunteers.":
        ["count 44 counties", "count 55 counties", "count 400 volunteers"],
    "More than 750 Norland-based workers came.": ["count >750 workers"],
    "The price of Arden 2.0 doubled to $4.5B, and that of Kelar 2.0 to $3B.":
        ["money 4500000000 $", "money 3000000000 $"],
    "Power is sold at 8.7 US cents per kilowatt-hour, and households pay 1.15 crowns.":
        ["money 0.087 USD per kilowatt-hour", "money 1.15 crown"],
    "Sixty-four shops close over the next year and a half.": ["count 64 shops", "date 2025"],
}  # fmt: skip


@pytest.mark.parametrize("sentence", NEWS)
def test_what_a_sentence_of_the_news_says(sentence):
    found = read_quantities(sentence, reference=WEDNESDAY)
    assert [told(each.quantity) for each in found] == NEWS[sentence]
    for each in found:
        assert sentence[each.start : each.end] == each.quantity.raw
