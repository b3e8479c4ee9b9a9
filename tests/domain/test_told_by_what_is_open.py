"""What the open text tells of what is withheld: a month, a post, a half of an address; and how much is withheld."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.findings import Finding, FindingKind, Severity, examine
from lpgminutes.domain.meetings import Contact, Meeting, NextMeeting
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.release_copy import release_copy
from lpgminutes.domain.withholding import ReleaseCase

if TYPE_CHECKING:
    from tests.domain.conftest import Bench, Outcome

MET = date(2019, 6, 27)


def _found(outcome: "Outcome", kind: FindingKind) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.kind is kind]


def _month(bench: "Bench", meeting: Meeting, field: str = "date") -> tuple[str, str]:
    """What tells the month of the withheld date, and where it stands; empty when nothing does."""
    dated = replace(meeting, date=MET, next_meeting=NextMeeting(date=date(2019, 8, 1)))
    found = _found(bench.release(dated, bench.field(field)), FindingKind.MONTH_TOLD)
    assert len(found) <= 1
    return (found[0].text, found[0].where()) if found else ("", "")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Minutes of June 2019", "June 2019"),
        ("The June meeting", "June"),
        ("LPG Jun 19", "Jun 19"),
        ("LPG 06/2019", "06/2019"),
        ("Minutes of June 2018", ""),
        ("Minutes of the July meeting", ""),
        ("June Marlowe's group", "June"),
    ],
)
def test_a_title_that_names_the_month_of_a_withheld_date(bench: "Bench", title: str, told: str) -> None:
    """However the month is written; another month or another year says nothing."""
    meeting = bench.meeting("Nothing.")
    assert _month(bench, replace(meeting, title=title)) == ((told, "the title") if told else ("", ""))
    assert _month(bench, replace(meeting, subtitle=title)) == ((told, "the subtitle") if told else ("", ""))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Intakes for May 2019 were 49,144.", "May 2019"),
        ("Intakes for June 2019 were up on May 2019.", "June 2019"),
        ("Intakes for April 2019 were 49,144.", ""),
        ("Intakes for June 2019 were up; the plan for September 2019 stands.", ""),
        ("It may be so, and May I ask in June?", ""),
        ("It went live on 31st May 2019.", ""),
    ],
)
def test_the_latest_month_that_the_minutes_speak_of(bench: "Bench", text: str, told: str) -> None:
    """A group that reports on May meets in June: a reader concludes from the latest month, and only from that."""
    assert _month(bench, bench.meeting(text))[0] == told


@pytest.mark.parametrize(
    ("pattern", "ref", "told"),
    [
        (None, "AP0619-03", "AP0619-03"),
        ("{body}/{yyyy}/{mm}/{nn}", "LPG/2019/06/03", "LPG/2019/06/03"),
        ("{body}-{nnn}", "LPG-003", ""),
        (None, "AP0519-03", ""),
    ],
)
def test_references_that_are_made_from_the_month(bench: "Bench", pattern: str | None, ref: str, told: str) -> None:
    """The pattern of the body says whether a reference carries the month of its meeting."""
    meeting = bench.meeting("Sam took an action to write.")
    series = replace(meeting.series, action_reference=pattern)
    meeting = replace(meeting, series=series, actions=(Action(ref=ref, text="write", raised_in="1.1"),))
    assert _month(bench, meeting)[0] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The next meeting in August will be in Leeds.", "August"),
        ("The group will meet again in August.", "August"),
        ("The next LPG meeting is next month.", "next month"),
        ("Recruitment starts in August.", ""),
    ],
)
def test_words_about_the_next_meeting_tell_when_it_is(bench: "Bench", text: str, told: str) -> None:
    """The date is withheld, and a sentence names its month or says how far off it is."""
    assert _month(bench, bench.meeting(text), "next_meeting")[0] == told


def test_a_date_that_stands_open_needs_no_telling(bench: "Bench") -> None:
    """Where the date itself is not withheld, nothing is said of its month."""
    meeting = replace(bench.meeting("Intakes for June 2019."), title="June 2019", date=MET)
    assert not _found(bench.release(meeting, bench.phrase("Intakes")), FindingKind.MONTH_TOLD)


def test_the_reference_of_a_case_is_read_too(bench: "Bench") -> None:
    """File names are made from it: a month, a date or a person in it would leave on every page."""
    meeting = replace(bench.meeting("Ada Lowe spoke.", names=["Ada Lowe"]), date=MET)
    outcome = bench.release(meeting, bench.field("date"), bench.person("Ada Lowe"))
    case = ReleaseCase(reference="FOI/LOWE/2019-06-27")
    copy = release_copy(outcome.redacted, case)

    found = examine(outcome.original, copy, outcome.located, (), meeting=meeting)

    told = {finding.text: finding.severity for finding in found if finding.where() == "the case's reference"}
    assert told == {"LOWE": Severity.GIVES_AWAY, "2019-06-27": Severity.GIVES_AWAY}


def _with_roles(bench: "Bench", *roles: str, text: str = "Nothing.") -> Meeting:
    rows = tuple(Attendance(name=f"Person {letter}x", role=role) for letter, role in zip("ABCDE", roles, strict=False))
    return replace(bench.meeting(text), attendance=rows)


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        (["Director of Estates", "Policy Adviser"], ["Director of Estates"]),
        (["Chair", "Clerk"], ["Chair; Clerk"]),
        (["Senior Analyst", "Observer"], []),
        (["Area Manager", "Area Manager"], []),
        ([""], []),
    ],
)
def test_a_post_that_one_person_holds_beside_a_withheld_name(bench: "Bench", roles: list[str], told: list[str]) -> None:
    """Posts that many hold, or two in the room, name nobody."""
    meeting = _with_roles(bench, *roles)
    rules = [bench.person(row.name) for row in meeting.attendance]
    assert [finding.text for finding in _found(bench.release(meeting, *rules), FindingKind.POST_TELLS)] == told


def test_a_post_that_is_withheld_with_the_name_tells_nothing(bench: "Bench") -> None:
    """The rule for the field is the way out that the finding names."""
    meeting = _with_roles(bench, "Director of Estates")
    outcome = bench.release(meeting, bench.person("Person Ax"), bench.field("attendance.role"))
    assert not _found(outcome, FindingKind.POST_TELLS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Lowe, Head of Estates, agreed.", {"Head of Estates": Severity.CHECK}),
        ("The Finance Director, Ada Lowe, agreed.", {"Finance Director": Severity.CHECK}),
        ("Ada Lowe (the Clerk) agreed.", {"Clerk": Severity.CHECK}),
        ("Ada Lowe agreed. Both have the same regional manager.", {"the same regional manager": Severity.NOTE}),
        ("Ada Lowe agreed to write to the manager of the site.", {}),
        ("Both have the same regional manager.", {}),
    ],
)
def test_a_sentence_that_names_the_post_of_a_withheld_person(
    bench: "Bench", text: str, told: dict[str, Severity]
) -> None:
    """Beside a mark it is a person's post; and where names are withheld, the one manager of a region is somebody."""
    rules = [bench.person("Ada Lowe")] if "Ada" in text else []
    outcome = bench.release(bench.meeting(text), *rules)
    assert {finding.text: finding.severity for finding in _found(outcome, FindingKind.POST_TELLS)} == told


LONG = "The firm said again that it would not go on with the bid unless the price was put up"


def test_most_of_an_item_withheld(bench: "Bench") -> None:
    """The share is named; that its paragraphs are withheld whole is then no news."""
    items = [
        bench.item("Bids", LONG, LONG, "It was left open for another time by all who were there."),
        bench.item("Other business", *["Nobody raised anything that the group had not heard before."] * 12),
    ]
    outcome = bench.release(bench.meeting(items=items), bench.phrase(LONG))

    (found,) = _found(outcome, FindingKind.MUCH_WITHHELD)
    assert found.text == "item 1"
    assert "75% of it is withheld, 38 of 51 words" in found.explanation


def test_most_of_the_minutes_withheld(bench: "Bench") -> None:
    """One finding for the whole rather than one for each item."""
    outcome = bench.release(bench.meeting(LONG, LONG, LONG, "It was left open for another time."), bench.phrase(LONG))
    assert [finding.text for finding in _found(outcome, FindingKind.MUCH_WITHHELD)] == ["the minutes as a whole"]


def test_an_address_of_which_a_half_is_withheld(bench: "Bench") -> None:
    """Said once for all the addresses with that end."""
    meeting = replace(bench.meeting("Write to lpg.team@DWP.GOV.UK."), contact=Contact(email="ada.lowe@dwp.gov.uk"))
    half = bench.release(meeting, bench.phrase("lpg.team"), bench.field("contact.email.local_part"))
    whole = bench.release(meeting, bench.phrase("lpg.team@DWP.GOV.UK"), bench.field("contact.email"))

    (found,) = _found(half, FindingKind.ADDRESS_HALF_OPEN)
    assert (found.text, found.where()) == ("@DWP.GOV.UK", "minute 1.1; the contact's email")
    assert not _found(whole, FindingKind.ADDRESS_HALF_OPEN)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada went through the actions (see Action Point Log for details).", ["Action Point Log"]),
        ("See the Risk Register and Annex B; Paper 3.2 was noted.", ["Risk Register; Annex B; Paper 3.2"]),
        ("See section 4.1, and see Item 3 and minute 2.", []),
        ("They asked to see everything, and the paper was noted.", []),
    ],
)
def test_papers_that_the_minutes_point_to(bench: "Bench", text: str, named: list[str]) -> None:
    """A requester will ask for them; a part of the minutes themselves is no paper."""
    outcome = bench.release(bench.meeting(text), bench.phrase("Ada") if "Ada" in text else bench.phrase("See"))
    assert [finding.text for finding in _found(outcome, FindingKind.PAPER_NAMED)] == named


def test_one_sort_of_thing_under_two_exemptions(bench: "Bench") -> None:
    """A reference here under one, there under another: a requester will ask why."""
    actions = tuple(Action(ref=f"AP-{n}", text=f"do {n}", raised_in=f"1.{n}") for n in (1, 2))
    meeting = replace(bench.meeting("Do 1 (AP-1).", "Do 2 (AP-2)."), actions=actions)
    differing = bench.release(meeting, bench.phrase("AP-1", None, "s38"), bench.phrase("AP-2", None, "s43(2)"))
    same = bench.release(meeting, bench.phrase("AP-1", None, "s38"), bench.phrase("AP-2", None, "s38"))

    (found,) = _found(differing, FindingKind.EXEMPTIONS_DIFFER)
    assert found.text == "references of actions"
    assert "under FOIA s38 in minute 1.1 and under FOIA s43(2) in minute 1.2" in found.explanation
    assert not _found(same, FindingKind.EXEMPTIONS_DIFFER)
