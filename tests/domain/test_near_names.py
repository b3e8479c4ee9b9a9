"""What is nearly the name of a withheld person: said before a release, and blocking where it can hardly be else."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.findings import FindingKind, Severity
from lpgminutes.domain.naming.near_words import index_of, misspelt

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK


def _found(bench: "Bench", text: str, person: str, *others: str) -> dict[str, Severity]:
    outcome = bench.release(bench.meeting(text, names=[person, *others]), bench.person(person))
    return outcome.found(FindingKind.NAME_MISSPELT) | outcome.found(FindingKind.PERSON_PERHAPS_OPEN)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nandakumer asked.", {"Nandakumer": AWAY}),
        ("We asked Nandkumar.", {"Nandkumar": AWAY}),
        ("Ms Nandakumra left.", {"Nandakumra": AWAY}),
        ("NANDAKUMER'S VIEW", {"NANDAKUMER": AWAY}),
        ("We asked Nanda Kumar.", {"Nanda Kumar": AWAY, "Nanda": CHECK}),
        ("Nanda kumar was there.", {"Nanda kumar": AWAY}),
        ("We asked Prya why.", {"Prya": CHECK}),
        ("Priyas view was another.", {"Priyas": CHECK}),
        ("We asked P. Nanda.", {"Nanda": CHECK}),
        ("N4ndakumar and pr1ya asked.", {"N4ndakumar": AWAY, "pr1ya": AWAY}),
        ("Nand****ar asked, Pri** too.", {"Nand****ar": AWAY, "Pri**": CHECK}),
        ("We asked Nand***ar and N###akumar.", {"Nand***ar": CHECK, "N###akumar": AWAY}),
        ("**Nanda**, N***, P*a, Nand****er, snake_case and a*b*c.", {}),
        ("So pn agreed, and pn will write.", {"pn": CHECK}),
        ("The pn junction; 3 pn; pn@example.org agreed; a-pn said.", {}),
        ("Pr1y2, N4nd4 and Nandakumar2.", {}),
        ("Ms N. asked.", {"Ms N": CHECK}),
        ("It was for PN to say.", {"PN": CHECK}),
        ("PN/TB to write.", {"PN": CHECK}),
        ("We asked why. Pray say so; the nandina grew.", {}),
        ("The Priory and the Panda Trust.", {}),
    ],
)
def test_a_name_that_is_misspelt_or_cut_is_said(bench: "Bench", text: str, found: dict[str, Severity]) -> None:
    """A long name but for a letter blocks where a name stands; a short one, or a piece, is to be looked at."""
    assert _found(bench, text, "Priya Nandakumar") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HB agreed.", {"HB": CHECK}),
        ("It was for HB/TS to do.", {"HB": CHECK}),
        ("H-B agreed.", {"HB": CHECK}),
        ("AHB agreed.", {"AHB": CHECK}),
        ("AH-B agreed.", {"AHB": CHECK}),
        ("A.H-B. agreed.", {"AHB": CHECK}),
        ("A.H.B. agreed.", {"AHB": CHECK}),
        ("AB and AH agreed.", {"AB": CHECK, "AH": CHECK}),
        ("The HBO and the AHBs; a hb pencil.", {}),
        ("hb agreed.", {"hb": CHECK}),
        ("Write to HB-Q, or H.B.C. of B-H.", {}),
    ],
)
def test_initials_of_a_double_surname_are_said(bench: "Bench", text: str, found: dict[str, Severity]) -> None:
    """Both barrels, with the forename or without, with the hyphen or without; never those of a longer run."""
    assert _found(bench, text, "Anna Hughes-Barton") == found


def test_the_barrels_of_somebody_open_take_nobody_elses_initials(bench: "Bench") -> None:
    """``HB`` is first of all Henry Brown, though Anna Hughes-Barton is there too."""
    assert _found(bench, "HB agreed.", "Henry Brown", "Anna Hughes-Barton") == {"HB": CHECK}
    assert _found(bench, "HB agreed.", "Anna Hughes-Barton", "Henry Brown") == {}


@pytest.mark.parametrize(
    ("person", "others", "text", "found"),
    [
        ("Robert Okoro", [], "Bob asked.", {"Bob": CHECK}),
        ("Robert Okoro", ["Bob Jones"], "Bob asked.", {}),
        ("William Okoro", [], "Will it rise? It will.", {}),
        ("William Okoro", [], "Will asked.", {"Will": CHECK}),
        ("Margaret Ellwood", ["Tom Elwood"], "Elwood asked.", {}),
        ("Ann Day", [], "Dave and Dai on Bay Street.", {}),
        ("Mohammed Abdul Rahman al-Hassan", [], "We asked Rahman.", {"Rahman": CHECK}),
        ("Ian Thomson", [], "IT asked why.", {"IT": CHECK}),
        ("Ian Thomson", [], "IT was down.", {}),
        ("Ian Thomson", [], "So it agreed.", {}),
        ("Wilma Evans", [], "So we agreed.", {}),
        ("Pieter van der Berg", [], "PvdB asked.", {"PvdB": CHECK}),
        ("Robert Mark", [], "It is for Mark to say.", {}),
    ],
)
def test_a_short_name_is_said_unless_it_is_another_person(
    bench: "Bench", person: str, others: list[str], text: str, found: dict[str, Severity]
) -> None:
    """What people of the forename are called; never a name that the attendance gives to somebody else."""
    assert _found(bench, text, person, *others) == found


def test_a_misspelt_name_may_be_accepted_or_withheld(bench: "Bench") -> None:
    """It may be another person: the officer decides, and is not asked again."""
    meeting = bench.meeting("Nandakumer asked Nandakumar.")
    blocked = bench.release(meeting, bench.person("Priya Nandakumar"))
    withheld = bench.release(meeting, bench.person("Priya Nandakumar"), bench.phrase("Nandakumer", None, "s40(2)"))
    assert [finding.text for finding in blocked.findings if finding.blocks] == ["Nandakumer"]
    assert not [finding for finding in withheld.findings if finding.blocks]


@pytest.mark.parametrize(
    ("person", "text", "taken"),
    [
        ("Sam Carter", "Carter asked a carter.", {"carter"}),
        ("Theresa May", "Theresa May's intake; May's intake.", {"May"}),
        ("Will Price", "Will Price asked.", set()),
        ("Bill Reading", "The second Reading in Reading.", set()),
    ],
)
def test_an_ordinary_word_that_goes_as_a_name_is_said(bench: "Bench", person: str, text: str, taken: set[str]) -> None:
    """Rather one word too many goes; the officer is told which."""
    outcome = bench.release(bench.meeting(text, names=[person]), bench.person(person))
    found = outcome.found(FindingKind.PERHAPS_NO_NAME)
    assert set(found) == taken
    assert set(found.values()) <= {Severity.NOTE}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 1.1 the name is not Margaret Elwood.", {"Elwood": AWAY}),
        ("Margaret Elwood. Nobody else.", {"Elwood": AWAY}),
        ("Margaret Ellwood. Elmwood: closed.", {"Elmwood": CHECK}),
    ],
)
def test_a_misspelt_surname_behind_a_mark_is_a_name(bench: "Bench", text: str, found: dict[str, Severity]) -> None:
    """The forename goes, being nobody else's: what is left beside the mark is read with it."""
    assert _found(bench, text, "Margaret Ellwood") == found


def test_the_names_of_a_withheld_column_are_looked_for_misspelt(bench: "Bench") -> None:
    """Whoever a rule for a field withholds is read in a slip of the pen as well."""
    meeting = bench.meeting("Nandakumer asked Ashdown.", names=["Priya Nandakumar", "Tom Ashdown"])
    outcome = bench.release(meeting, bench.field("attendance.name"))
    assert outcome.found(FindingKind.NAME_MISSPELT) == {"Nandakumer": AWAY}


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("elwood", "ellwood"),
        ("Ellwodo", "ellwood"),
        ("ellword", "ellwood"),
        ("ellwoood", "ellwood"),
        ("ellwood", ""),
        ("elwod", ""),
        ("nandakmer", "nandakumar"),
        ("nandkmer", ""),
        ("tian", ""),
        ("sion", "sian"),
    ],
)
def test_one_change_in_a_short_word_and_two_in_a_long_one(written: str, known: str) -> None:
    """A letter missing, added, changed, or swapped with the next; a short word keeps its first letter."""
    assert misspelt(written, index_of(["Ellwood", "Nandakumar", "Sian"])) == known


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Lesley Seweil", {"Lesley Seweil": AWAY}),
        ("Les Sewel", {"Les Sewel": AWAY}),
        ("Leslie Sewell", {"Leslie Sewell": CHECK}),
        ("Chris Aujard, Lesley Seweil", {"Lesley Seweil": AWAY}),
        ("Chris Aujard and Lesley Seweil", {"Lesley Seweil": AWAY}),
        ("Karen Seweil", {}),
        ("Lesley Newell-Smith", {}),
        ("Lesley Smith", {}),
        ("Karen Sewell", {}),
    ],
)
def test_a_name_that_is_misspelt_in_a_cell_is_said_whole(bench: "Bench", cell: str, found: dict[str, Severity]) -> None:
    """In the attendance a slip of the pen is no other person, unless both of its names are others."""
    meeting = bench.meeting("Lesley Sewell reported.", names=[cell])
    outcome = bench.release(meeting, bench.person("Lesley Sewell"))
    assert outcome.found(FindingKind.NAME_MISSPELT) == found


def test_a_misspelt_owner_is_said_in_the_minutes_too(bench: "Bench") -> None:
    """The whole name where it owns an action, its surname where it stands alone."""
    action = Action(ref="A1", owners=("Margaret Elwood",), text="Get quotes", raised_in="1.1")
    meeting = replace(bench.meeting("Margaret Ellwood reported.", "Elwood rang."), actions=(action,))
    outcome = bench.release(meeting, bench.person("Margaret Ellwood"))
    assert outcome.found(FindingKind.NAME_MISSPELT) == {"Margaret Elwood": AWAY, "Elwood": AWAY}


@pytest.mark.parametrize(
    ("text", "released"),
    [
        ("PCSO Winter will patrol. PC Winter has it.", "[p] will patrol. [p] has it."),
        ("The Revd Winter, Bro Winter and Sgt. Winter came.", "The [p], [p] and [p] came."),
        ("mr winter and y parch. winter", "[p] and [p]"),
        ("Winter is near. The PC winter backup, the DC winter rate.", None),
        ("Private Winter gardens; the Acting Winter lead.", None),
    ],
)
def test_a_title_makes_a_name_of_an_ordinary_word(bench: "Bench", text: str, released: str | None) -> None:
    """Ranks too, where the word has its capital."""
    printed = bench.released(text, bench.person("Tom Winter"), names=["Tom Winter"])
    assert printed.replace("[redacted: s40(2)]", "[p]") == (released or text)
