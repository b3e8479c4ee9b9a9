"""Rules for a phrase and for a field: what they find, and where."""

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.meetings import Block, BlockKind, Contact, NextMeeting
from lpgminutes.domain.withholding import PersonRule

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

MARK = "[redacted: s43(2)]"


@pytest.mark.parametrize(
    ("phrase", "written", "released"),
    [
        ("Kestrel Peak", "the Kestrel Peak workshop", f"the {MARK} workshop"),
        ("Kestrel Peak", "KESTREL  peak", MARK),
        ("Kestrel Peak", "Kestrel\nPeak.", f"{MARK}."),
        ("Kestrel Peak", "at 10,Kestrel Peak,2 rooms", f"at 10,{MARK},2 rooms"),
        ("Kestrel Peak", "Kestrel Peaks, AKestrel Peak", "Kestrel Peaks, AKestrel Peak"),
        ("Kestrel Peak", "Kestrel-Peak, kestrelpeak.co.uk, Kestrel_Peak_2", f"{MARK}, {MARK}.co.uk, {MARK}_2"),
        ("Kestrel Peak", "Kes-\ntrel Peak and Kestrel Pe-ak", f"{MARK} and {MARK}"),
        ("any one", "anyone, any-one", f"anyone, {MARK}"),
        ("Kestrel\u00a0Peak", "Kestrel Peak", MARK),
        ("Société", "Socie\u0301te\u0301 and societe", f"{MARK} and {MARK}"),
        ("“Kestrel” deal", 'the "Kestrel" deal', f"the {MARK}"),
        ("on‑site", "on-site", MARK),
        ("41.6", "41.6, 141.6, 41.65 and 41.6%", f"{MARK}, 141.6, 41.65 and {MARK}%"),
        ("41.6", "41.6FTE left (41.6).", f"{MARK}FTE left ({MARK})."),
        ("41", "41 of 41.6, 41,000, 41st, 41k and 4.41", f"{MARK} of 41.6, 41,000, 41st, 41k and 4.41"),
        ("£0", "£0, £0.50 and £0.", f"{MARK}, £0.50 and {MARK}."),
        ("£212,400", "£212,400 and £212400 or £212 400", f"{MARK} and {MARK} or {MARK}"),
        ("1,874", "1,874; 11,874; 1,874,000; 1874", f"{MARK}; 11,874; 1,874,000; {MARK}"),
        ("874", "1,874 and 874", f"1,874 and {MARK}"),
        ("874", "1'874 and 874'000", "1'874 and 874'000"),
        ("1,874", "1\u2019874 or 1_874 but 1.874", f"{MARK} or {MARK} but 1.874"),
        ("1,278,820", "1.278.820 and 1.278.820.5", f"{MARK} and 1.278.820.5"),
        ("a.*b (c) [d] $", "a.*b (c) [d] $ aXXb", f"{MARK} aXXb"),
        ("½", "1½ and ½", "1½ and " + MARK),
        ("2", "the ½ of it", f"the {MARK} of it"),
        ("C++", "C++ and C", f"{MARK} and C"),
    ],
)
def test_a_phrase_is_found_whole_however_it_is_spaced(bench: "Bench", phrase: str, written: str, released: str) -> None:
    """Spaces, line ends, case, accents, quotes and dashes do not hide a phrase; a longer figure is not it."""
    assert bench.released(written, bench.phrase(phrase)) == released


@pytest.mark.parametrize("phrase", ["", " ", "\n", "\u200b", "\u0301"])
def test_a_phrase_of_nothing_matches_nothing(bench: "Bench", phrase: str) -> None:
    """An empty phrase would stand between any two letters; it matches nowhere."""
    assert bench.released("Some text.", bench.phrase(phrase)) == "Some text."


def _two_items(bench: "Bench") -> tuple[Block, ...]:
    point = Block(kind=BlockKind.POINT, label="Kestrel", text="Kestrel")
    tens = ["nothing"] * 8
    return (
        bench.item("Kestrel one"),
        bench.item(
            "two",
            "Kestrel",
            Block(kind=BlockKind.MINUTE, text="Kestrel", children=(point,)),
            *tens,
            "Kestrel",
        ),
    )


@pytest.mark.parametrize(
    ("at", "places"),
    [
        ("2.1", {"minute 2.1", "action 1, text (minute 2.1)"}),
        ("2.1.", {"minute 2.1", "action 1, text (minute 2.1)"}),
        ("2.2", {"minute 2.2", "minute 2.2, point 1"}),
        ("2.11", {"minute 2.11"}),
        ("1", {"the title of item 1"}),
        (
            "2",
            {"minute 2.1", "minute 2.2", "minute 2.2, point 1", "minute 2.11", "action 1, text (minute 2.1)"},
        ),
        ("3", set()),
    ],
)
def test_a_place_is_one_minute_with_its_points_and_actions_or_a_whole_item(
    bench: "Bench", at: str, places: set[str]
) -> None:
    """2.1 is not 2.11; an item takes all its minutes in."""
    meeting = bench.meeting(items=_two_items(bench))
    meeting = replace(meeting, actions=(Action(text="Kestrel", raised_in="2.1"),))
    outcome = bench.release(meeting, bench.phrase("Kestrel", at))
    assert {place.words() for place, _ in outcome.copy.marks()} == places


@pytest.mark.parametrize("number", ["3.1", "2.1"])
def test_two_minutes_with_the_same_number_are_both_searched(bench: "Bench", number: str) -> None:
    """An imported document may number two minutes alike; each keeps its own words and its own marks."""
    first = Block(kind=BlockKind.MINUTE, number=number, text="Nothing here")
    second = Block(kind=BlockKind.MINUTE, number=number, text="Margaret Ellwood and a Kestrel")
    meeting = bench.meeting(items=[bench.item("one", first, second)])
    outcome = bench.release(meeting, bench.person("Margaret Ellwood"), bench.phrase("Kestrel", number))
    texts = [minute.text.plain() for minute in outcome.copy.items[0].minutes]
    assert texts == ["Nothing here", f"[redacted: s40(2)] and a {MARK}"]


def test_a_field_rule_takes_the_whole_field(bench: "Bench") -> None:
    """Date with times, place, next meeting, titles, contact: one mark each and nothing beside it."""
    meeting = replace(
        bench.meeting("text"),
        subtitle="(Lot 1)",
        date=date(2019, 6, 27),
        start=time(10),
        location="Room 3.12, Quarrybank House, Leeds",
        next_meeting=NextMeeting(date=date(2019, 8, 1), location="Leeds", text="to be confirmed"),
        contact=Contact(name="A Clerk", email="clerk@dwp.gov.uk"),
    )
    fields = "title", "subtitle", "date", "location", "next_meeting", "contact.name", "contact.email"
    outcome = bench.release(meeting, *(bench.field(field) for field in fields))
    assert [outcome.at(field) for field in fields] == ["[redacted: s38(1)(b)]"] * len(fields)


def test_a_column_is_withheld_in_every_row_even_where_it_is_empty(bench: "Bench") -> None:
    """An empty cell left open among marks would tell that it is empty."""
    actions = (
        Action(text="a", owners=("Tom", "Sue"), due=date(2019, 8, 1)),
        Action(text="b", owners=(), due_as_written=""),
    )
    meeting = replace(bench.meeting("text"), actions=actions)
    outcome = bench.release(meeting, bench.field("actions.owner"), bench.field("actions.due"))
    owners = [[owner.plain() for owner in action.owners] for action in outcome.copy.actions]
    assert owners == [["[redacted: s38(1)(b)]"]] * 2
    assert [action.due.plain() for action in outcome.copy.actions] == ["[redacted: s38(1)(b)]"] * 2


@pytest.mark.parametrize(
    "field", ["location", "next_meeting", "contact.name", "actions.due", "contact.email.local_part"]
)
def test_a_field_rule_on_a_field_that_is_nowhere_filled_matches_nothing(bench: "Bench", field: str) -> None:
    """An officer who withholds what is not there has made a mistake, and is told so."""
    outcome = bench.release(bench.meeting("text"), bench.field(field))
    assert [spans for _, spans in outcome.located.rules] == [()]


@pytest.mark.parametrize(
    ("email", "released"),
    [
        ("clerk@dwp.gov.uk", "M@dwp.gov.uk"),
        ("A Clerk <clerk@dwp.gov.uk>", "M@dwp.gov.uk>"),
        ("clerk@dwp.gov.uk; deputy@dwp.gov.uk", "M@dwp.gov.uk; M@dwp.gov.uk"),
        ("lpg mailbox", "M"),
    ],
)
def test_the_local_part_goes_from_every_address_of_the_contact(bench: "Bench", email: str, released: str) -> None:
    """What stands before an @ is withheld, with a name in front; without an @ all is local part."""
    meeting = replace(bench.meeting("text"), contact=Contact(email=email))
    outcome = bench.release(meeting, bench.field("contact.email.local_part"))
    assert outcome.at("contact.email").replace("[redacted: s38(1)(b)]", "M") == released


def test_rules_that_overlap_make_one_mark_that_cites_all(bench: "Bench") -> None:
    """A name inside a phrase: one mark, its exemptions in the order of the Act, not of the rules."""
    rules = bench.phrase("Ellwood Review of 2018", None, "s43(2)"), bench.person("Margaret Ellwood", "s40(2)")
    for given in (rules, rules[::-1]):
        assert bench.released("The Margaret Ellwood Review of 2018.", *given) == "The [redacted: s40(2), s43(2)]."


def test_a_field_withheld_whole_does_not_tell_what_else_is_in_it(bench: "Bench") -> None:
    """That another rule finds its words inside a withheld field is not for the reader to know."""
    meeting = replace(bench.meeting("Kestrel"), location="Kestrel House")
    outcome = bench.release(meeting, bench.field("location"), bench.phrase("Kestrel"))
    assert outcome.at("location") == "[redacted: s38(1)(b)]"


@pytest.mark.parametrize("kind", ["person", "field"])
def test_a_name_cell_cites_what_the_person_and_the_column_are_withheld_under(bench: "Bench", kind: str) -> None:
    """A row of the attendance is a place of the rule for its person."""
    person = PersonRule(person="Tom Reed", grounds=bench.grounds("s40(2)"))
    rules = (person,) if kind == "person" else (person, bench.field("attendance.name"), bench.phrase("Tom"))
    outcome = bench.release(bench.meeting("text", names=["Tom Reed"]), *rules)
    cited = "s40(2)" if kind == "person" else "s38(1)(b), s40(2)"
    assert outcome.at("attendance.name") == f"[redacted: {cited}]"
