"""What a sentence of another minute gives of what is withheld: by reckoning, by a neighbour, by its noun."""

from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import FindingKind, Severity
from lpgminutes.domain.meetings import Block, BlockKind

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

MET = date(2026, 3, 19)
CHECK = Severity.CHECK
MOST_SECONDS = 5


def _is_told(bench: "Bench", withheld: str, text: str) -> bool:
    return bool(bench.found_beside(withheld, text, on=MET))


@pytest.mark.parametrize(
    ("withheld", "text", "told"),
    [
        ("14 March 2026", "She wrote on the eve of Mothering Sunday.", "the eve of"),
        ("14 March 2026", "She wrote the day before Mothering Sunday 2026, and no sooner.", "the day before"),
        ("8 May 2026", "It was the Friday after the early May bank holiday.", "the Friday after"),
        ("8 May 2026", "It was the Friday after the spring bank holiday.", ""),
        ("14 March 2026", "She wrote on Mothering Sunday.", ""),
        ("9 December 2025", "It was the day after the move, on 8 December 2025.", "the day after"),
        ("9 December 2025", "It was the day before the move, on 8 December 2025.", ""),
        ("24 April 2026", "It came the Friday before St Mark's Day.", "the Friday before"),
        ("24 April 2026", "It came the Friday after St Mark's Day.", ""),
        ("31 March 2029", "It starts on 1 April 2026 and runs for three years.", "three years"),
        ("31 March 2029", "It starts on 1 April 2026; others run for three years.", ""),
        ("31 March 2029", "It starts on 1 April 2026 and runs for four years.", ""),
        ("Sunday 7 June", "The visit is the day after the gala on 6 June.", "the day after"),
        ("31 July 2026", "It has to be done by the end of July.", "end of July"),
        ("30 July 2026", "It has to be done by the end of July.", ""),
        ("1 July 2026", "It begins with the start of July 2026.", "start of July 2026"),
        ("1 July 2026", "It begins with the start of July 2027.", ""),
        ("16 February 2026", "It was the third Monday of last month.", "third Monday of last month"),
        ("16 February 2026", "It was the third Monday of this month.", ""),
        ("18 September 2026", "It was in the week that ended on 19 September.", "week that ended on 19 September."),
        ("18 September 2026", "It was in the week that ended on 27 September.", ""),
        ("3 September 2026", "It was in the first week of September.", "first week of September"),
        ("3 September 2026", "It was in the last week of September.", ""),
        ("3 September 2026", "It was in the first week of August.", ""),
        ("16 April 2026", "Works start four weeks after this meeting.", "four weeks"),
        ("16 April 2026", "Works start four weeks before this meeting.", ""),
        ("16 April 2026", "Works start four weeks after that hearing.", ""),
        ("8 November 2026", "The parade is on Remembrance Sunday.", "Remembrance Sunday"),
        ("29 March 2026", "It was the night that the clocks went forward.", "the clocks went forward"),
        ("22 March 2026", "It was the night that the clocks went forward.", ""),
    ],
)
def test_a_day_by_another_day_of_the_sentence(bench: "Bench", withheld: str, text: str, told: str) -> None:
    """One day on or back, a weekday on or back, a term that begins with it, the end of a month, a feast."""
    assert bench.found_beside(withheld, text, on=MET) == ({told: CHECK} if told else {})


@pytest.mark.parametrize(
    ("withheld", "text", "is_told"),
    [
        ("nine weeks", "She was kept at home from 16 March to 18 May", True),
        ("nine weeks", "She was kept at home from 16 March to 18 June", False),
        ("nine weeks", "The letters of 16 March and 18 May were read", False),
        ("18 months", "It runs from 1 April 2026 to 30 September 2027", True),
        ("14 years", "He served between 4 April 1987 and 4 April 2001", True),
        ("27 years", "He has served since 1999", True),
        ("27 years", "He has served since 2001", False),
        ("27 years", "The hall of 1999 was let", False),
    ],
)
def test_a_span_by_the_days_that_bound_it(bench: "Bench", withheld: str, text: str, *, is_told: bool) -> None:
    """Two days of a sentence that says that one begins and the other ends it; the year since when."""
    assert _is_told(bench, withheld, text) is is_told


@pytest.mark.parametrize(
    ("withheld", "text", "told"),
    [
        ("11:05", "It came at 10:50, a quarter of an hour before it left.", "a quarter of an hour"),
        ("11:05", "It came at 10:50, half an hour before it left.", ""),
        ("03:40", "It was four o'clock in the morning, twenty minutes after the dose.", "twenty minutes"),
        ("03:40", "It was four o'clock in the morning; twenty minutes were lost.", ""),
        ("11:35", "It began at 10:00 and lasted 95 minutes.", "95 minutes"),
        ("11:35", "It began at 10:00 with 95 people.", ""),
    ],
)
def test_an_hour_by_another_one_and_a_span(bench: "Bench", withheld: str, text: str, told: str) -> None:
    """Whichever comes first; what does not lie between two hours says nothing."""
    assert bench.found_beside(withheld, text) == ({told: CHECK} if told else {})


@pytest.mark.parametrize(
    ("withheld", "text", "is_told"),
    [
        ("87 marks", "It lost 13 of the 100 that there are.", True),
        ("87 marks", "It lost thirteen out of a hundred.", True),
        ("87 marks", "It lost 14 of the 100 that there are.", False),
        ("87 marks", "There were 13 rooms and 100 chairs.", False),
        ("seven objections", "Of the nineteen letters twelve were in support.", True),
        ("seven objections", "Nineteen letters and twelve cards came.", False),
        ("six appliances", "The fleet will grow from 22 to 28.", True),
        ("six appliances", "The fleet goes from shed 22 to shed 28.", False),
        ("12 dwellings", "There will be six pairs of houses.", True),
        ("12 dwellings", "There will be seven pairs of houses.", False),
        ("40 participants", "There are two arms of twenty each.", True),
        ("40 participants", "There are two arms of twenty.", False),
        ("five children", "There were eight in it, and all but three spoke.", True),
        ("nine bids", "It beat the eight others.", True),
        ("nine bids", "The eight unsuccessful bidders were told.", True),
        ("nine bids", "The eight bidders were told.", False),
        ("72%", "It was 28 points short of full marks.", True),
        ("68%", "He was two marks short of 70%.", True),
        ("72%", "It was two per cent above a first, at 70 per cent.", True),
        ("68%", "It was two per cent above a first, at 70 per cent.", False),
        ("15%", "Of the 40 members 25 came.", False),
        ("72%", "It was given 28 points and no full marks.", False),
        ("37 hours", "He works 7.4 hours on each of five days.", True),
        ("26 days", "He has used 14 of his and has 12 left.", True),
        ("26 days", "He has used 14 of his and not the 12.", False),
        ("five children", "It was on the 8th of March, and 3 of the girls spoke.", False),
    ],
)
def test_a_count_by_two_others(bench: "Bench", withheld: str, text: str, *, is_told: bool) -> None:
    """A rest, a growth, so many of so many, pairs; two numbers that have nothing to do with each other say nothing."""
    assert _is_told(bench, withheld, text) is is_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Visits were on 27 August, 3, 10 and 17 September.", "3, 10 and 17 September"),
        ("Visits were on 3rd, 10th, and 17th September 2026.", "3rd, 10th, and 17th September 2026"),
        ("Visits were on 10, 17 and 24 September.", ""),
        ("Visits were on 13, 20 and 27 September.", ""),
    ],
)
def test_a_day_in_a_row_of_days(bench: "Bench", text: str, told: str) -> None:
    """Of which the last alone has its month."""
    found = bench.found_beside("3 September 2026", text, on=MET)
    assert found == ({told: Severity.GIVES_AWAY} if told else {})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seven in eight were well.", {"Seven in eight": CHECK}),
        ("Six in eight were well.", {}),
        ("Of them 87.5 per cent were well.", {}),
    ],
)
def test_a_share_by_the_rest(bench: "Bench", text: str, found: dict[str, Severity]) -> None:
    """In words, and in the same item: there both are of one whole."""
    assert bench.found_beside("one in eight", text) == found
    items = [bench.item("One", "It is one in eight."), bench.item("Two", text)]
    assert bench.release(bench.meeting(items=items), bench.phrase("one in eight")).found() == {}


def test_half_a_year_is_six_months(bench: "Bench") -> None:
    """And no year."""
    assert bench.found_beside("six months", "He is away for half a year.") == {"half a year": CHECK}
    assert bench.found_beside("12 months", "He is away for half a year.") == {}


def test_a_small_count_is_told_in_its_own_item_alone(bench: "Bench") -> None:
    """Elsewhere a difference of two small numbers comes to it by chance."""
    items = [
        bench.item("One", "It is seven objections."),
        bench.item("Two", "Of the nineteen letters twelve were in support."),
    ]
    outcome = bench.release(bench.meeting(items=items), bench.phrase("seven objections"))
    assert outcome.found() == {}


@pytest.mark.parametrize(
    ("withheld", "text", "is_told"),
    [
        ("£385", "It is paid in five equal instalments of £77.", True),
        ("£385", "The five paid £77 in all.", False),
        ("£385", "It is paid in six equal instalments of £77.", False),
        ("£1,284,000", "The authority pays £428,000 in each of three years.", True),
        ("£385", "A deposit of £85 comes before a balance of £300.", True),
        ("£385", "The papers cost £85. The room cost £300.", False),
        ("£48,500", "The price was £50,000, and £1,500 was knocked off it.", True),
        ("£31,022", "A month of pay, £2,585.17, was stopped.", True),
        ("£31,022", "In that month £2,585.17 was stopped.", False),
        ("£4,200", "A place costs £1,400 a term for three terms.", True),
        ("£4,200", "Of the £10,000 there remains £5,800.", True),
        ("£4,200", "With a taxi at £800 it comes to £5,000.", True),
        ("£4,200", "The taxi cost £800, the meal £5,000.", False),
        ("£2,415,000", "It is paid in thirds of £805,000.", True),
        ("£2,415,000", "It is paid in quarters of £805,000.", False),
        ("£2,415,000", "It is 5.5 per cent below the estimate of £2,555,556.", True),
        ("£9,600", "It is double the £4,800 of last year.", True),
        ("£4,800", "The fee of £9,600 was halved.", True),
        ("£23,750", "With the 3 per cent rise it becomes £24,462.50.", True),
        ("£23,750", "With the 4 per cent rise it becomes £24,462.50.", False),
        ("£9,600", "It is like the £4,800 of last year.", False),
    ],
)
def test_a_sum_by_instalments_a_deposit_or_a_month(bench: "Bench", withheld: str, text: str, *, is_told: bool) -> None:
    """Where the sentence says that a sum comes several times, or that two belong together."""
    told = bench.release(bench.meeting(f"It is {withheld}.", text), bench.phrase(withheld, "1.1"))
    assert told.found(FindingKind.SUM_COMPUTABLE) == ({withheld: CHECK} if is_told else {})


@pytest.mark.parametrize(
    ("withheld", "text", "told"),
    [
        ("Ward 17", "It is the ward next to Ward 16.", "the ward next to Ward 16"),
        ("Ward 17", "It is directly above Ward 16.", "directly above Ward 16"),
        ("Ward 17", "It is directly above Ward 17a.", ""),
        ("Ward 17", "It was moved from Ward 16.", ""),
        ("Band 6", "The post is one band above Band 5.", "one band above Band 5"),
        ("Band 6", "The post is one band below Band 5.", ""),
        ("Band 6", "It lies between Band 5 and Band 7.", "Band 5 and Band 7"),
        ("Band 6", "It lies between Band 4 and Band 7.", ""),
        ("Bidder C", "Bidders A, B and D were told.", "Bidders A, B and D"),
        ("Bidder C", "Bidders A and B were told.", ""),
        ("Year 9", "She moves up to Year 10 in a while.", "Year 10"),
        ("Year 9", "She was in Year 8 last year.", "Year 8"),
        ("Year 9", "She will be in Year 10 next September.", "Year 10"),
        ("Year 9", "She was in Year 8 for a lesson.", ""),
        ("Year 9", "She was in Year 7 last year.", ""),
        ("Lot 2", "Lots 1, 3 and 4 were not let.", "Lots 1, 3 and 4"),
    ],
)
def test_a_thing_by_the_ones_beside_it(bench: "Bench", withheld: str, text: str, told: str) -> None:
    """One above, between two, the one that a row leaves out."""
    found = bench.found_beside(withheld, text)
    assert {words: severity for words, severity in found.items() if words != "Bidders"} == (
        {told: CHECK} if told else {}
    )


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("C/26/017", "It follows C/26/016 in the register.", ["C/26/016"]),
        ("C/26/017", "C/26/016 and C/26/018 are closed; the one between them is not.", ["C/26/016", "C/26/018"]),
        ("C/26/017", "C/26/016 is closed.", []),
        ("C/26/017", "It follows C/25/017 and C/26/015.", []),
        ("IDB-26-014", "The order after IDB-26-013 has been raised.", ["IDB-26-013"]),
        ("2025/24417", "It follows 2024/24417.", []),
        ("26/00231/FUL", "See https://planning.kirk.gov.uk/26-00231 for it.", ["26-00231"]),
        ("26/00231/FUL", "See https://planning.kirk.gov.uk/26-00232 for it.", []),
        ("C1904417", "It was given out straight after C1904416.", ["C1904416"]),
        ("C1904417", "It was given out with C1904416.", []),
        ("Module ZO3021", "Of ZO3021 the marks stand.", ["ZO3021"]),
        ("Module ZO3021", "Of ZO3022 and AB3021 the marks stand.", []),
        ("14 Mill Lane", "It stands between numbers 12 and 16.", ["between numbers 12 and 16"]),
        ("14 Mill Lane", "It stands between numbers 16 and 20.", []),
        ("14 Mill Lane", "It took between 1 and 30 days.", []),
        ("14 Mill Lane", "Between 13 and 15 people came, aged between 13 and 15, between 13 and 15 May.", []),
        ("14 Mill Lane", "Between 12 and 16 on that road it floods.", ["Between 12 and 16"]),
        ("14 Mill Lane", "Whoever lives next door to No. 12 has left.", ["next door to No. 12"]),
        ("14 Mill Lane", "Whoever lives next door to No. 40 has left.", []),
    ],
)
def test_a_number_by_its_neighbours(bench: "Bench", withheld: str, text: str, found: list[str]) -> None:
    """Where a sentence says that they are neighbours; a case that is only named tells nothing of the next."""
    assert bench.found_beside(withheld, text) == dict.fromkeys(found, CHECK)


@pytest.mark.parametrize(
    ("place", "number", "text", "told"),
    [
        ("on Ward 17 now", "17", "She left Ward Seventeen at night.", "Ward Seventeen"),
        ("paid at Band 6 now", "6", "It is at B6 on the list.", "B6"),
        ("aged 81 now", "81", "The octogenarian lives alone.", "octogenarian"),
        ("for 12 months now", "12", "It is for a year.", "a year"),
        ("for 12 people now", "12", "It is for a year.", ""),
        ("paid at Band 6 now", "6", "The plan has B7 on it.", ""),
        ("here on 6 or so", "6", "Seen on six trains.", "six"),
        ("one of 7 who left", "7", "Ten or seven who left.", "seven"),
    ],
)
def test_a_number_whose_noun_stays_open(bench: "Bench", place: str, number: str, text: str, told: str) -> None:
    """Only the number is withheld, and a reader of the copy reads the word beside the mark."""
    outcome = bench.release(bench.meeting(f"She is {place}.", text), bench.phrase(number, "1.1"))
    found = [one for one in outcome.findings if one.places and one.places[0].minute == "1.2"]
    assert {one.text: one.severity for one in found} == ({told: CHECK} if told else {})


@pytest.mark.parametrize(
    ("withheld", "text", "told"),
    [
        ("two votes to one", "It was carried by a single vote.", "carried by a single"),
        ("4 votes to 4", "It was carried on the casting vote of the Chair.", "casting vote"),
        ("4 votes to 3", "It was carried on the casting vote of the Chair.", ""),
        ("7 votes to 3", "It was carried by five.", ""),
        ("7 votes to 5", "It was lost by two on a show of hands.", "lost by two"),
        ("7 votes to 5", "It was approved by two officers, and lost by two months.", ""),
        ("7 votes to 5", "There was a majority of two in the vote.", "majority of two"),
        ("YK19 RTO", "It was a blue car on a 19 plate.", "19 plate"),
        ("YK19 RTO", "It was a blue car on a 20 plate.", ""),
        ("YK19 RTO", "There were 19 plates.", ""),
        ("ten per cent", "A tenth is due on exchange.", "A tenth"),
        ("sepsis", "The cause was given as septicaemia.", "septicaemia"),
        ("Ghana", "His Ghanaian passport was copied.", "Ghanaian"),
        ("HIV", "She has AIDS, it is said.", "AIDS"),
        ("HIV", "She has hearing aids, it is said.", ""),
    ],
)
def test_votes_plates_and_kindred_words(bench: "Bench", withheld: str, text: str, told: str) -> None:
    """How narrow it was, the half year of a plate, and what a word goes by in another form."""
    assert bench.found_beside(withheld, text) == ({told: CHECK} if told else {})


def test_a_word_of_a_name_that_an_address_writes_small(bench: "Bench") -> None:
    """An address has no capitals: that it is written small there makes it no ordinary word."""
    for address in ("office@hillcrest.kirk.sch.uk", "www.kirk.uk/hillcrest"):
        meeting = bench.meeting("She is at Hillcrest School.", f"Hillcrest's head came; write to {address}.")
        assert bench.release(meeting, bench.phrase("Hillcrest School")).found()["Hillcrest"] is CHECK
    meeting = bench.meeting("She is at Upland School.", "Upland's head came, from an upland farm.")
    assert "Upland" not in bench.release(meeting, bench.phrase("Upland School")).found()


def test_a_span_is_told_by_its_days_and_no_more_of_the_sentence(bench: "Bench") -> None:
    """What else the sentence says gives nothing."""
    text = "Of the course that she took, it ran from 16 March to 18 May 2019 with Kestrel and others."
    assert bench.found_beside("nine weeks", text) == {"16 March to 18 May 2019": CHECK}


@pytest.mark.parametrize(
    "text",
    [
        "1 " + "A" * 3_000,
        "5 of 7 " + "rose from " * 10_000,
        "A-1-" * 25_000,
        "Tom Ash " + "he " * 30_000 + "Ada Lowe",
    ],
    ids=["capitals behind a number", "growths in a row", "a code without an end", "what speaks of somebody open"],
)
def test_a_long_row_of_the_same_is_read_in_no_time(bench: "Bench", text: str) -> None:
    """What was pasted by mistake makes nobody wait: each sign is looked at a few times, and not a million."""
    meeting = bench.meeting("Ada Lowe has 12 at 14 Elm Road.", text, names=["Ada Lowe", "Tom Ash"])
    begun = process_time()
    bench.release(meeting, bench.person("Ada Lowe"), bench.phrase("14 Elm Road"), bench.phrase("12", "1.1"))
    assert process_time() - begun < MOST_SECONDS


def test_a_small_count_is_told_in_its_own_item_however_that_is_numbered(bench: "Bench") -> None:
    """Minutes that count on from item to item are no items of their own."""
    texts = ("It is eight.", "Of the 11 letters three were late.")
    minutes = [Block(kind=BlockKind.MINUTE, text=text, number=str(at)) for at, text in enumerate(texts, start=6)]
    outcome = bench.release(bench.meeting(items=[bench.item("Letters", *minutes)]), bench.phrase("eight", "6"))
    assert outcome.found() == {"11 letters three": CHECK}
