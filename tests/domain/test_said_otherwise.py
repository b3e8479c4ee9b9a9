"""What is withheld and stands open in other words: times, numbers of things, votes, sizes, pay, ages."""

from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import Severity

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK
MOST_SECONDS = 5


def _found(bench: "Bench", withheld: str, text: str) -> dict[str, Severity]:
    return bench.found_beside(withheld, text, on=date(2026, 5, 19))


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("Q1", "Staff leave in the first quarter.", {"first quarter": CHECK}),
        ("Q1", "Staff leave from April to June.", {"April to June": CHECK}),
        ("Q1", "Staff leave in Q2, by July to September.", {}),
        ("Q1 2026/27", "It is empty from April to June 2026.", {"April to June 2026": AWAY}),
        ("Q1 2026/27", "It is empty from April to June 2025.", {}),
        ("Q1 2026/27", "See Q1 2025/26 and Q2 2026/27.", {}),
        ("Q1 2026", "See January to March 2026.", {"January to March 2026": CHECK}),
        ("Q1 2026/27", "Cau yn chwarter cyntaf 2026/27.", {"chwarter cyntaf 2026/27": AWAY}),
        ("the third quarter", "Consultation for Q3 starts.", {"Q3": CHECK}),
        ("the third quarter", "Three quarters of the staff leave.", {}),
        ("Q3", "The third quarter-final was lost.", {}),
        ("H2", "Completion in the second half is likely.", {"second half": CHECK}),
        ("2019/20", "See the financial year to March 2020.", {"year to March 2020": AWAY}),
        ("2019/20", "The year ended 31 March 2020 was restated.", {"year ended 31 March 2020": AWAY}),
        ("2019/20", "The year ended 31 March 2021 was restated.", {}),
        ("2019-20", "The police hold the 2019/2020 ledgers.", {"2019/2020": AWAY}),
        ("2019-20", "The police hold the 2018/19 ledgers; see 2019/21.", {}),
        ("FY20", "The accounts for 2019/20 were qualified.", {"2019/20": CHECK}),
        ("Michaelmas Term 2025", "The autumn term 2025 results were void.", {"autumn term 2025": AWAY}),
        (
            "autumn term 2025",
            "It was between September and December 2025.",
            {"between September and December 2025": AWAY},
        ),
        ("autumn term 2025", "It was in the autumn term 2024, or in May and June.", {}),
    ],
)
def test_a_time_in_other_words(bench: "Bench", withheld: str, text: str, found: dict[str, Severity]) -> None:
    """Quarters, halves, terms and financial years; another year or another quarter says nothing."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("Lot 2", "The second lot was let at once.", {"second lot": CHECK}),
        ("Lot 2", "Lot II was let.", {"Lot II": AWAY}),
        ("Lot 2", "Lot 1, the first lot and a lot 20 of them; Lot 2.5.", {}),
        ("Bidder C", "The third bidder was excluded.", {"third bidder": CHECK}),
        ("Bidder A", "Bidder 1 scored least; Bidder 2 won.", {"Bidder 1": CHECK}),
        ("Option A", "Option 1 was agreed.", {}),
        ("Bidder C", "The third meeting heard Bidder D, a bidder.", {}),
        ("Tender 3", "The third tender came late.", {"third tender": CHECK}),
        ("Option B", "The second option was agreed.", {"second option": CHECK}),
        ("Grade 7", "The G7 has appealed.", {"G7": CHECK}),
        ("Grade 7", "A Grade 6 and a Grade 7a; see G70.", {}),
        ("Grade H", "It is the Gr H post.", {"Gr H": AWAY}),
        ("Band 8a", "The 8a post will go.", {"8a": CHECK}),
        ("Band 8a", "The Band 8b post; flat 18a; 8a.m.", {}),
        ("SCP 32", "The post is at spinal point 32.", {"spinal point 32": AWAY}),
        ("spinal column point 24", "SCP24 applies.", {"SCP24": AWAY}),
        ("Ward 9", "W9 was closed; W9 3QA is a postcode.", {"W9": CHECK}),
        ("Year 9", "The Key Stage 3 exclusion stands.", {"Key Stage 3": CHECK}),
        ("Year 9", "The Key Stage 4 exclusion of a Year 8 child in 9 years.", {}),
        ("Key Stage 2", "The child in Year 5 complained.", {"Year 5": CHECK}),
        ("Year 9", "Mae disgybl Blwyddyn 9 wedi gadael.", {"Blwyddyn 9": AWAY}),
        ("Primary 4", "The P4 teacher was off.", {"P4": CHECK}),
        ("first floor", "They were on Level 1.", {"Level 1": CHECK}),
    ],
)
def test_a_number_of_a_thing_in_other_words(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """By its order, in Roman figures, in short, in Welsh; another number or another thing says nothing."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("by 7 votes to 3", "Seven for and three against, it fell.", {"Seven for and three against": CHECK}),
        ("7 votes to 3", "The majority was 4 of those voting.", {"majority was 4": CHECK}),
        ("7 votes to 3", "The majority was 5; eight for and two against.", {}),
        ("7-3", "Carried by seven votes to three.", {"seven votes to three": CHECK}),
        ("3:1", "Parents were three to one against.", {"three to one": CHECK}),
        ("3:1", "It was at 3:15, or one to three.", {}),
        ("unanimously", "Nobody voted against it.", {"Nobody voted against": CHECK}),
        ("nem con", "No member voted against.", {"No member voted against": CHECK}),
        ("unanimously", "Some voted against; nobody was there.", {}),
        ("12 miles", "It is 19 km from the town hall.", {"19 km": CHECK}),
        ("12 miles", "It is 12 km off, at 20 kg, 12 minutes away.", {}),
        ("half a mile", "The site is 800 metres from the school.", {"800 metres": CHECK}),
        ("2.5 hectares", "The plot is 6.18 acres.", {"6.18 acres": CHECK}),
        ("3 tonnes", "Some 3,000 kg were dumped.", {"3,000 kg": CHECK}),
        ("3 tonnes", "Some 3,000 m off; 300 kg were dumped.", {}),
        ("£36,000", "The pay is £3,000 per month.", {"£3,000 per month": CHECK}),
        ("£36,000", "The pay is £3,100 per month; the fee was £3,000.", {}),
        ("£650 a day", "The interim cost £3,250 for the week.", {"£3,250 for the week": CHECK}),
        ("0.6 FTE", "The post is for three days a week.", {"three days a week": CHECK}),
        ("0.6 FTE", "The post is for two days a week, or three days a month.", {}),
    ],
)
def test_votes_sizes_and_pay_in_other_words(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """Who reckons gets there; what comes to something else says nothing."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("born 1972", "The applicant is aged 54 in 2026.", {"54": CHECK}),
        ("born 1972", "The applicant is aged 45; 54 people came.", {}),
        ("aged 54", "She was born in 1972.", {"1972": CHECK}),
        ("aged 54", "She was born in 1980, joined in 1972 and is 54th.", {}),
        ("54-year-old", "The caretaker, in her fifties, is off.", {"her fifties": CHECK}),
        ("54-year-old", "The caretaker, in her forties, likes the fifties.", {}),
        ("aged 83", "An octogenarian fell.", {"octogenarian": CHECK}),
        ("12 March 1972", "The officer is in his early fifties.", {"his early fifties": CHECK}),
        ("12 March 1972", "The officer turns 55 next year.", {"55": CHECK}),
        ("12 March 2026", "The officer is in his early fifties, aged 54.", {}),
        ("since 1972", "The caretaker has 54 years of service.", {"54 years of service": CHECK}),
        ("since 1972", "The caretaker has 45 years of service; 54 years of rent.", {}),
        ("aged 17", "The victim will be 18 in June.", {"18": CHECK}),
        ("aged 17", "There will be 18 places in June; it will be 18 miles.", {}),
        ("aged 15", "The Year 10 pupil has been excluded.", {"Year 10 pupil": CHECK}),
        ("aged 15", "Year 10 results rose; a Year 7 pupil left.", {}),
        ("aged 54", "She was born on the 12/03/1972.", {"1972": CHECK}),
        ("born 1972", "The load was born by four of us all the way in 1972.", {}),
    ],
)
def test_an_age_in_other_words(bench: "Bench", withheld: str, text: str, found: dict[str, Severity]) -> None:
    """At the meeting of May 2026: a year of birth, an age, its tens, a school year; no other number."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("born 1972", "born " + "a/" * 2_000),
        ("born 1972", "born/" * 500),
    ],
    ids=["signs after a birth", "births in a row"],
)
def test_a_long_row_of_signs_is_read_in_no_time(bench: "Bench", withheld: str, text: str) -> None:
    """What was pasted by mistake makes nobody wait: each sign is looked at a few times, and not a million."""
    begun = process_time()
    assert _found(bench, withheld, text) == {}
    assert process_time() - begun < MOST_SECONDS
