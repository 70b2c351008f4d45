"""Sums of prose, lists and tables as news, releases and budgets write them, right and wrong: made up
by hand for these tests.
"""

import pytest
from telling import reading

from reviewer.analysis.suggest import suggest

WRONG = (
    "The cabinet sent parliament a budget with a size of €27.5 billion. The spending consists of capital outlays of €8.7 billion, wages of €9.9 billion, interest of €8.5 billion and transfers of €1.4 billion.",
    "The draft budget is the largest ever with a size of €27.5 billion and a revenue projection of €18.32 billion. Revenue comprises oil revenue of €7.69 billion, non-oil revenue of €3.52 billion and other sources of €6.86 billion.",
    "The ministry projects revenue of €18.3 billion, comprising taxes of €11.2 billion, fees of €2.4 billion and grants of €3.1 billion.",
    "A grant of €3,000 each has been paid to the families of 14 of the dead, amounting to €48,000.",
    "A payment of €500 each was made to 120 families, in all €72,000.",
    "The fund gave €2,000 each to 45 households, a total of €80,000.",
    "By June, the fund had taken in €5.4 billion, about 93 percent of the planned €5.1 billion.",
    "The company collected €4.2 million, or 80 percent of its target of €4 million.",
    "The agency spent €630 million in 2023, 82 percent of the budgeted €700 million.",
    "Turnout was 61 percent: 1.2 million of 2.4 million registered voters cast a ballot.",
    "The electricity came 45 percent from coal, 38 percent from gas and 24 percent from wind.",
    "The project has three sections: 45 km from Orn to Velden, 62 km from Velden to Asker and 30 km from Asker to Tarvo, a total of 147 km.",
    "The group has 12,400 employees, of whom 7,100 work in Norway, 3,200 in Sweden and the remaining 1,800 in Denmark.",
    "The line has a length of 320 km. It consists of a 140 km section in the north, a 110 km section in the middle and a 50 km section in the south.",
    "The council will spend €120 million: €54 million on schools, €33 million on roads, €18 million on parks and €25 million on debt.",
    "The army lost 40 vehicles, comprising 18 tanks, 12 lorries and 14 jeeps.",
    "# Costs\n\n| Item | EUR million |\n|---|--:|\n| Roads | 120 |\n| Rail | 340 |\n| Ports | 75 |\n| Total | 555 |\n",
    "# Budget\n\n| Item | 2023 | 2024 |\n|---|--:|--:|\n| Income | 900 | 950 |\n| Fees | 120 | 130 |\n| Grants | 310 | 280 |\n| Total revenue | 1,330 | 1,460 |\n",
    "# Table\n\n| Area | Households | Share |\n|---|--:|--:|\n| North | 1,204 | 40.1% |\n| South | 980 | 32.7% |\n| East | 816 | 27.2% |\n| Total | 3,100 | 100% |\n",
    "# Net\n\n| Item | NOK m |\n|---|--:|\n| Sales | 812 |\n| Other income | 44 |\n| Cost of goods | (430) |\n| Wages | (211) |\n| Total | 235 |\n",
    "Budget by area:\n\n- Schools: €41 million\n- Roads: €22 million\n- Parks: €9 million\n- Total: €77 million\n",
    "The €45 million programme will be paid for by the state (€20 million), the county (€15 million) and the town (€6 million).",
    "The bill of €90 million is split between the state, which pays €50 million, the county, which pays €22 million, and the town, which pays €13 million.",
    "The company will cut 1,500 jobs, 700 of them in Germany, 400 in France, 300 in Spain and 250 in Italy.",
    "A total of 36 homes were hit: 14 destroyed, 9 badly damaged and 18 slightly damaged.",
    "Capital spending of €3.1 billion is made up of €1.2 billion for growth, €0.9 billion for upkeep and €0.7 billion for safety.",
    "The ministry's total of $79.5 million to date includes $50.8 million for roads, $19.5 million for schools; and $3.2 million for parks.",
    "The package is worth €50 million, of which €30 million is for loans and €26 million is for grants.",
)  # fmt: skip
RIGHT = (
    "The cabinet sent parliament a budget with a size of €28.5 billion. The spending consists of capital outlays of €8.7 billion, wages of €9.9 billion, interest of €8.5 billion and transfers of €1.4 billion.",
    "The draft budget has a size of €27.5 billion and a revenue projection of €18.07 billion. Revenue comprises oil revenue of €7.69 billion, non-oil revenue of €3.52 billion and other sources of €6.86 billion.",
    "The draft budget has a size of €27.5 billion and a deficit of €9.18 billion. Revenue comprises oil revenue of €7.69 billion, non-oil revenue of €3.52 billion and other sources of €6.86 billion.",
    "The budget is €40 billion. It includes €9.9 billion for wages, €8.7 billion for roads and €8.5 billion for interest.",
    "GAAP diluted earnings per share of $0.04, including $0.54 per share of recall costs; adjusted diluted EPS of $0.58, compared with $0.71 a year ago.",
    "Net profit was €4 million, including a charge of €54 million for the recall and €12 million for closures.",
    "Operating profit of €120 million, after charges including €80 million for closures and €60 million for the recall.",
    "A grant of €3,000 each has been paid to the families of 14 of the dead, amounting to €42,000.",
    "A grant of €3,000 each was paid to 14 families, from a fund of €200,000.",
    "By June, the fund had taken in €4.74 billion, about 93 percent of the planned €5.1 billion.",
    "Revenue was €5.4 billion, up 5.9 percent on the planned €5.1 billion.",
    "Revenue was €5.4 billion, about 106 percent of the planned €5.1 billion.",
    "Of the 400 pupils asked, 55 percent walk, 35 percent come by bus and 10 percent by car.",
    "Of those asked, 60 percent own a phone, 55 percent own a bicycle and 40 percent own both.",
    "Sales fell 45 percent in Spain, 38 percent in France and 24 percent in Italy.",
    "Sales rose to €612.4 million from €667.1 million; costs were €400 million and profit €212.4 million.",
    "The group has 12,400 employees, of whom 7,100 work in Norway and 3,200 in Sweden.",
    "Fiji had given €40 million by January. A further €12 million was paid in March, bringing the total to €52 million.",
    "Twelve more bodies were found, taking the toll to 73, up from 61.",
    "At least 23 people were killed, 15 in Greenbrier and six in Kanawha.",
    "The company made €40 million in 2021, €44 million in 2022 and €50 million in 2023, a total of €134 million.",
    "The tunnel consists of two tubes of 12 km each and a service tunnel of 11 km.",
    "The fleet consists of 14 ships, including 3 ferries and 5 tugs.",
    "The fund of €90 million comprises at least €40 million for schools and up to €60 million for roads.",
    "The project consists of 206 turbines of 12 MW each, with a total capacity of 2,472 MW.",
    "The project of 2,600 MW comprises 176 turbines, three substations and 50 miles of cable.",
    "The €14.7 billion settlement includes €10 billion to buy back cars, €2.7 billion for the environment and €2 billion for research.",
    "The settlement of up to €14.7 billion includes €10.03 billion for owners, of which €2.1 billion is for repairs, and €2.7 billion for the environment.",
    "# Costs\n\n| Item | EUR million |\n|---|--:|\n| Roads | 120.4 |\n| Rail | 340.3 |\n| Ports | 75.4 |\n| Total | 536 |\n",
    "# Budget\n\n| Item | 2023 | 2024 | Change |\n|---|--:|--:|--:|\n| Income | 900 | 950 | 5.6% |\n| Fees | 120 | 130 | 8.3% |\n| Grants | 310 | 280 | -9.7% |\n| Total revenue | 1,330 | 1,360 | 2.3% |\n",
    "# Net\n\n| Item | NOK m |\n|---|--:|\n| Sales | 812 |\n| Other income | 44 |\n| Cost of goods | (430) |\n| Wages | (211) |\n| Total | 215 |\n",
    "# Sub\n\n| Item | EUR m |\n|---|--:|\n| Schools | 410 |\n| Nurseries | 120 |\n| Subtotal education | 530 |\n| Roads | 200 |\n| Bridges | 90 |\n| Subtotal transport | 290 |\n| Total | 820 |\n",
    "# Income\n\n| Item | EUR m |\n|---|--:|\n| Revenue | 820 |\n| Costs | 610 |\n| Profit | 210 |\n| Total assets | 1,530 |\n",
    "# Income\n\n| Item | 2022 | 2023 |\n|---|--:|--:|\n| Total revenue | 820 | 900 |\n| Cost of sales | 610 | 640 |\n| Gross profit | 210 | 260 |\n| Net profit | 90 | 110 |\n",
    "# Income\n\n| Item | 2022 | 2023 |\n|---|--:|--:|\n| Total revenue | 820 | 900 |\n| Product revenue | 610 | 640 |\n| Service revenue | 210 | 260 |\n| Net profit | 90 | 110 |\n",
    "# Debt\n\n| Item | EUR m |\n|---|--:|\n| Loans | 820 |\n| of which short term | 610 |\n| Bonds | 210 |\n| Total | 1,030 |\n",
    "# Rates\n\n| Country | Rate (%) | Index |\n|---|--:|--:|\n| Fiji | 4.2 | 101 |\n| Tonga | 5.6 | 98 |\n| Samoa | 3.9 | 104 |\n| All | 4.5 | 100 |\n",
    "# Shares\n\n| Party | Votes | % |\n|---|--:|--:|\n| A | 1,204 | 33 |\n| B | 1,217 | 33 |\n| C | 1,190 | 33 |\n| Total | 3,611 | 100 |\n",
    "# Average\n\n| Town | Homes | Price (EUR thousand) |\n|---|--:|--:|\n| Orn | 120 | 310 |\n| Velden | 80 | 290 |\n| Asker | 60 | 330 |\n| Total | 260 | 308 |\n",
    "# Dist\n\n| Town | Homes | Peak |\n|---|--:|--:|\n| Orn | 120 | 31 |\n| Velden | 80 | 29 |\n| Asker | 60 | 33 |\n| Total | 260 | 85 |\n",
    "The fund spent €12 million on schools and €8 million on roads, compared with a total of €25 million in 2021.",
    "The €45 million programme will be paid for by the state (€20 million), the county (€15 million) and the town (€10 million).",
    "The bank lost €3 billion in 2020 and €2 billion in 2021, bringing total losses since 2015 to €9 billion.",
    "The company will cut 1,500 jobs, 700 of them in Germany and 400 in France.",
    "The plan costs €25 billion, up from €12 billion. It consists of €9 billion for dams, €8 billion for tunnels and €8 billion for lines.",
    "The plan costs €12 billion. It consists of two phases: the first for €7.5 billion, €2 billion of it from the state, and the second for €4.5 billion.",
    "The company has 7,000 workers and a turnover of €3 billion. The workforce consists of 3,000 drivers, 2,100 mechanics and 1,900 clerks.",
    "Its portfolio consists of 1,200 MW of wind, 800 MW of solar and 400 MW of storage. Output rose to 5 TWh.",
    "The region has a capacity of 3,500 MW. Its portfolio consists of 1,200 MW of wind, 800 MW of solar and 400 MW of storage.",
    "The estimates put the damage at €8.2 billion. The damage comprises homes at €3.1 billion, roads at €2.9 billion and crops at €2.2 billion.",
    "A payment of €500 each was made to 120 families and €100 each to 50 pupils, in all €65,000.",
    "About 16 percent of the 120,000-strong workforce, or 19,000 people, work in Asia.",
    "The merged bank holds €5 billion in loans, or 30 percent of its total, and €1 billion in cash.",
    "New Zealand's defence spending is 1.1 percent of GDP, or NZ$4.9 billion of NZ$410 billion.",
)  # fmt: skip


def sums_of(text: str) -> list[str]:
    name = "a.md" if "\n" in text else "a.txt"
    return [one.reason for one in suggest([reading(text, name)]) if one.dimension == "sum"]


@pytest.mark.parametrize("text", WRONG)
def test_what_does_not_add_up_is_told_once(text):
    assert len(sums_of(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_adds_up_or_need_not_is_left_alone(text):
    assert sums_of(text) == []
