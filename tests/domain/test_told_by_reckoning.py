"""What tells a withheld day, share, number, post or person to somebody who counts and compares."""

import re
from dataclasses import replace
from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import FindingKind, Severity
from lpgminutes.domain.meetings import NextMeeting
from lpgminutes.domain.people import Declaration

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

CHECK, AWAY = Severity.CHECK, Severity.GIVES_AWAY
MOST_SECONDS = 5


def _found(bench: "Bench", withheld: str, text: str) -> dict[str, Severity]:
    return bench.found_beside(withheld, text, on=date(2026, 5, 19))


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("11 May 2026", "It is on the second Monday in May.", {"second Monday in May": CHECK}),
        ("11 May 2026", "It is on the third Monday in May, the second Tuesday in May.", {}),
        ("11 May 2026", "It is on the second Monday in May 2025.", {}),
        ("30 November 2026", "It shuts on the last day of November.", {"last day of November": CHECK}),
        ("30 November 2026", "It shuts on the first day of November.", {}),
        ("31 August 2026", "They work on the summer bank holiday.", {"summer bank holiday": CHECK}),
        ("31 August 2026", "They work on the early May bank holiday.", {}),
        ("second Monday in May 2026", "It is on 11 May 2026.", {"11 May 2026": CHECK}),
        ("second Monday in May 2026", "It is on 12 May 2026, or on 11 May 2025.", {}),
        ("Christmas Day", "Leave on 25 December 2025 was cancelled.", {"25 December 2025": CHECK}),
        ("Christmas Day", "Leave on 24 December 2025 was cancelled.", {}),
        ("14 May 2026", "Crime number 42/260514/0071.", {"260514": CHECK}),
        ("14 May 2026", "Datix INC-140526-02.", {"140526": CHECK}),
        ("April 2026", "See breach_log_202604.xlsx.", {"202604": CHECK}),
        ("April 2026", "Report ICO-0426-119 was sent.", {"0426": CHECK}),
        ("April 2026", "Report ICO-0626-119 of £202,604 at 0426; 20260412.", {}),
        ("14 May 2026", "See A140526-1.", {"140526": CHECK}),
        ("14 May 2026", "Datix INC-150526-02 of £140,526 and 1.140526.", {}),
    ],
)
def test_a_day_by_its_weekday_its_name_or_in_a_code(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """The day and no other; of another year nothing."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hearing is on 17 May 2026, two days before this meeting.", {"two days": CHECK}),
        ("The hearing is in a fortnight, on 2 June 2026.", {"a fortnight": CHECK}),
        ("He left on 5 May 2026, two weeks ago.", {"two weeks": CHECK}),
        ("He left on 5 May 2026, three weeks ago.", {}),
        ("The hearing is on 17 May 2026 and takes two days.", {}),
        ("The hearing in Leeds is on 17 May 2026 and takes two days.", {}),
    ],
)
def test_a_day_counted_from_the_meeting(bench: "Bench", text: str, found: dict[str, Severity]) -> None:
    """Where the minute counts from the day on which it was said."""
    (day,) = re.findall(r"\d+ \w+ 2026", text)
    met = replace(bench.meeting(text), date=date(2026, 5, 19))
    told = bench.release(met, bench.phrase(day)).findings
    assert {one.text: one.severity for one in told if "counted from" in one.explanation} == found


def test_the_next_meeting_by_the_day_of_its_papers(bench: "Bench") -> None:
    """Papers that are due so many days before it on an open day; so many days after another thing say nothing."""
    told = "Papers are due seven days before the next meeting, on 23 June."
    for text, found in ((told, {"seven days": CHECK}), (told.replace("next meeting", "hearing"), {})):
        met = replace(bench.meeting(text), date=date(2026, 5, 19), next_meeting=NextMeeting(date=date(2026, 6, 30)))
        assert bench.release(met, bench.field("next_meeting")).found() == found


def test_a_day_so_long_before_the_next_meeting(bench: "Bench") -> None:
    """Whose day is open at the end of the minutes; before another thing it says nothing."""
    told = "The hearing is a fortnight before the next meeting."
    for text, found in ((told, {"a fortnight": CHECK}), (told.replace("next meeting", "fair"), {})):
        meeting = replace(bench.meeting("It is on 26 May 2026.", text), next_meeting=NextMeeting(date=date(2026, 6, 9)))
        assert bench.release(meeting, bench.phrase("26 May 2026", "1.1")).found() == found


def test_a_relative_in_a_declaration_of_interest(bench: "Bench") -> None:
    """Somebody declares whose relative the withheld person is."""
    declared = Declaration(name="Cllr Haynes", nature="The officer is his nephew")
    meeting = replace(bench.meeting("Owen Prydderch was dismissed."), declarations=(declared,))
    told = bench.release(meeting, bench.person("Owen Prydderch")).found(FindingKind.PERSON_DESCRIBED)
    assert told["his nephew"] is CHECK
    assert "his nephew" not in bench.release(meeting, bench.phrase("dismissed")).found(FindingKind.PERSON_DESCRIBED)


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("75%", "Thirty of the forty staff voted.", {"Thirty of the forty": CHECK}),
        ("75%", "Thirty of the fifty staff voted; thirty, and forty more.", {}),
        ("30%", "Of 120 patients, 36 were harmed.", {"120 patients, 36": CHECK}),
        ("30%", "Of 120 patients, 35 to 40 of them were harmed.", {}),
        ("60:40", "Quality counted for 60% of it.", {"60%": CHECK}),
        ("60:40", "Quality counted for 55% of it, at 10:40.", {}),
        ("25%", "Gwariwyd chwarter y gyllideb.", {"chwarter": CHECK}),
        ("25%", "Gwariwyd hanner y gyllideb yn y chwarter.", {}),
        ("25%", "Gwariwyd 25 y cant o'r gyllideb.", {"25 y cant": AWAY}),
        ("21 sick days", "The officer was away for three weeks.", {"three weeks": CHECK}),
        ("21 sick days", "The officer was away for two weeks.", {}),
        ("40 staff will go", "Of the 200 staff, 20% will go.", {"20%": CHECK}),
        ("40 staff will go", "Of the 200 pupils, 30% will go; 20% of 150 stay.", {}),
    ],
)
def test_a_share_from_two_numbers(bench: "Bench", withheld: str, text: str, found: dict[str, Severity]) -> None:
    """So many of so many, in English and Welsh; numbers that give another share say nothing."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("YX19 KLM", "The YX19 van was seen.", {"YX19": CHECK}),
        ("YX19 KLM", "The YX19 ABC van and the YX20 van.", {}),
        ("LL57 4EW", "Leaflet the LL57-4 sector.", {"LL57": CHECK}),
        ("LL57 4EW", "It is at LL57 3EW.", {}),
        ("SH 6051 5442", "Wardens go to SH 605 544.", {"SH 605 544": CHECK}),
        ("SH 6051 5442", "Wardens go to SH 606 544, ST 605 544 and SH 30.", {}),
        ("Project Nightingale", "Project N was costed.", {"Project N": CHECK}),
        ("Project Nightingale", "Project M was costed, and Project Neap.", {}),
        ("Chief Superintendent", "The Ch Supt was served.", {"Ch Supt": CHECK}),
        ("Asst Dir of Finance", "The Assistant Director of Finance left.", {"Assistant Director of Finance": CHECK}),
        ("Chief Superintendent", "The Chief Inspector and the Supt were served.", {}),
        ("Chief", "The Ch. was served.", {}),
    ],
)
def test_half_of_a_number_and_words_in_short(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """The half that tells most, the larger square of the map, a rank in short; another one says nothing."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        ("Margaret Ellwood", "Grievance GRV/ME/2026/03 is closed.", ["GRV/ME/2026/03"]),
        ("Margaret Ellwood", "See file HR-ELLWM-7.", ["HR-ELLWM-7"]),
        ("Mary Tench", "Grievance MT2026-03 is closed.", ["MT2026-03"]),
        ("Helen Roe", "See HR/2026/07 and HR2026.", []),
        ("Mary Tench", "See MT01, MT02 and MT03 of the Mill Trust; MTN-4, TENT5.", []),
        ("Mary Tench", "Write to MT2026@abc.uk.", []),
    ],
)
def test_a_code_that_is_made_from_a_name(bench: "Bench", person: str, text: str, found: list[str]) -> None:
    """By initials or the beginning of the surname; letters that many codes begin with are those of an office."""
    told = bench.release(bench.meeting(f"{person} left.", text), bench.person(person))
    codes = [one.text for one in told.findings if "code may be made" in one.explanation]
    assert codes == found
    assert set(told.found(FindingKind.PERSON_PERHAPS_OPEN).values()) <= {CHECK}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Chair's son was given it.", ["The Chair's son"]),
        ("It went to the brother of Cllr Haynes.", ["the brother of Cllr Haynes"]),
        ("Cllr Haynes left, as the applicant is his brother-in-law.", ["his brother-in-law"]),
        ("Her predecessor, Mr Gwyn Pari, had left.", ["Her predecessor"]),
        ("It is the twin sister of the aggrieved.", ["the twin sister of the aggrieved"]),
        ("The father of modern nursing; Mother's Day; the Sons of Rest met.", []),
        ("The sister company of Kestrel and their twin town came.", []),
        ("Thank their successor bodies, the Trust's predecessor scheme and its sister companies.", []),
        ("Thank the Chair's predecessor; their successor bodes well.", ["the Chair's predecessor", "their successor"]),
        ("Her husband acts for them, and the Chair's sister plans to.", ["Her husband", "the Chair's sister"]),
        ("The chair's report and the mother ship of the clerk's office.", []),
    ],
)
def test_a_relative_of_somebody_who_is_known(bench: "Bench", text: str, found: list[str]) -> None:
    """In the item where somebody is withheld; where nobody is, a relative is nobody's business."""

    def told(withheld: str) -> list[str]:
        items = (bench.item("One", "Owen Prydderch asked.", text), bench.item("Two", "Ann Tryfan asked."))
        outcome = bench.release(bench.meeting(items=items), bench.person(withheld))
        return [one.text for one in outcome.findings if one.severity is CHECK and "relative" in one.explanation]

    assert told("Owen Prydderch") == found
    assert told("Ann Tryfan") == []


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("£41,300", "The lowest was £2,820 under the next, £44,120.", True),
        ("£41,300", "The lowest was £2,820 and the next £44,120 apart.", False),
        ("£41,300", "The lowest was £2,920 under the next, £44,120.", False),
        ("£20 per head", "The lunch for 45 people cost £900.", True),
        ("£20 per head", "The lunch for 45 people cost £950.", False),
        ("£20", "The lunch for 45 people cost £900.", False),
        ("£41,300", "VAT on it at 20% is £8,260.", True),
        ("£41,300", "The deposit of £4,130 is a tenth of it.", True),
        ("£41,300", "With VAT it is £49,560.", True),
        ("£41,300", "The VAT comes to £8,260.", True),
        ("£41,300", "The VAT comes to £8,261, and £8,260 went to the fund.", False),
        ("£41,300", "The deposit of £4,130 is a fifth of it.", False),
        ("£41,300", "Without the tax of the year it is £49,560.", False),
    ],
)
def test_a_sum_that_another_minute_gives(bench: "Bench", withheld: str, text: str, *, found: bool) -> None:
    """A sum under another, a price for each of so many, a share, the tax; sums that are not compared say nothing."""
    told = bench.release(bench.meeting(f"It is {withheld}.", text), bench.phrase(withheld, "1.1"))
    assert told.found(FindingKind.SUM_COMPUTABLE) == ({withheld: CHECK} if found else {})


def test_a_long_list_of_sums_is_read_in_no_time(bench: "Bench") -> None:
    """A sum in each of many short sentences: each is held against its own sentence alone."""
    begun = process_time()
    meeting = bench.meeting("It is \u00a341,300.", "\u00a31. " * 16_000)
    assert bench.release(meeting, bench.phrase("\u00a341,300", "1.1")).found(FindingKind.SUM_COMPUTABLE) == {}
    assert process_time() - begun < MOST_SECONDS


def test_a_sum_that_is_told_twice_in_a_minute_is_one_finding(bench: "Bench") -> None:
    """The same two sums compared again are nothing more to look at."""
    text = "It was \u00a32,820 under the next, \u00a344,120. So \u00a344,120 is \u00a32,820 more."
    told = bench.release(bench.meeting("It is \u00a341,300.", text), bench.phrase("\u00a341,300", "1.1"))
    assert len([one for one in told.findings if one.places and one.places[0].minute == "1.2"]) == 1
