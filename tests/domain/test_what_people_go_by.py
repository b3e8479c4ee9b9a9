"""What else people go by than their names: maiden names, what they are called, short forms, letters, posts."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.compose import compose
from lpgminutes.domain.findings import FindingKind, Severity
from lpgminutes.domain.locating import Locator

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK
QUOTE = "\N{RIGHT SINGLE QUOTATION MARK}"
MARK = "[redacted: s40(2)]"


@pytest.mark.parametrize(
    ("person", "text", "released"),
    [
        ("Nia Tideswell", "Nia Tideswell (née Hallworth) came. Mrs Hallworth left.", "[p] came. [p] left."),
        ("Nia Tideswell", "Nia Tideswell, née Hallworth, came. The Hallworth family left.", None),
        ("Nia Tideswell", "Nia Tideswell, formerly Mrs Hallworth, came. Hallworth left.", None),
        ("Nia Tideswell", "Nia Tideswell, formerly Director, came.", "[p], formerly Director, came."),
        ("Nia Tideswell", "Nia Tideswell was born in Hallworth.", "[p] was born in Hallworth."),
        ("Lau Ka Yan", "Lau Ka Yan, known as Karen, resigned. Karen left.", "[p], known as [p], resigned. [p] left."),
        ("Lau Ka Yan", 'Lau Ka Yan ("Karen") resigned. Karen left.', "[p] resigned. [p] left."),
        ("Lau Ka Yan", "Lau Ka Yan (Karen) resigned. Karen left.", "[p] resigned. [p] left."),
        ("Lau Ka Yan", "Lau Ka Yan (Unison) resigned. Unison left.", "[p] (Unison) resigned. Unison left."),
        ("Lau Ka Yan", "Lau Ka Yan (Chair) resigned. The Chair left.", "[p] (Chair) resigned. The Chair left."),
        ("Lau Ka Yan", "Lau Ka Yan spoke on what is known as Karen.", "[p] spoke on what is known as Karen."),
        ("Llinos Wyn Pritchard", "Llinos Wyn left. Wyn Roberts came.", "[p] left. Wyn Roberts came."),
        ("Hassan El-Haddad", "Mr Al-Haddad, El Haddad, ElHaddad and Al Haddad left.", "[p], [p], [p] and [p] left."),
        ("Hassan El-Haddad", "The Alhambra and El Paso; Alison.", "The Alhambra and El Paso; Alison."),
        ("Alasdair MacGillivray", "Al MacGillivray and M'Gillivray left.", "[p] and [p] left."),
        ("Hywel Pugh", "We wrote to Huw Pugh.", "We wrote to [p]."),
        ("Elizabeth Dunmore", "Lizzy Dunmore and Elspeth Dunmore rang.", "[p] and [p] rang."),
        ("Robert Tarleton", "Write to robt@abc.uk and rob.t@abc.uk.", "Write to [p]@abc.uk and [p]@abc.uk."),
        ("Robert Tarleton", "Write to robot@abc.uk or rob@abc.uk.", "Write to robot@abc.uk or rob@abc.uk."),
    ],
)  # fmt: skip
def test_it_goes_with_the_name(bench: "Bench", person: str, text: str, released: str | None) -> None:
    """A maiden name, what somebody is called, a middle name, another spelling, a mailbox; never a post or a body."""
    printed = bench.released(text, bench.person(person)).replace(MARK, "[p]")
    assert printed == released if released else "Hallworth" not in printed


def test_what_the_attendance_calls_somebody_goes_too(bench: "Bench") -> None:
    """In its cell with the name, and wherever it stands alone."""
    meeting = bench.meeting("We thanked Simon. Simon Wong signed.", names=["Wong Siu Ming (Simon)"])
    outcome = bench.release(meeting, bench.person("Wong Siu Ming"))
    assert outcome.at("attendance.name") == MARK
    assert outcome.at("minutes.text") == f"We thanked {MARK}. {MARK} signed."


def test_somebody_else_of_that_name_stays(bench: "Bench") -> None:
    """Simon Hughes is there as well: the name alone is to be checked, his own stays."""
    meeting = bench.meeting("Simon Hughes asked Simon.", names=["Wong Siu Ming (Simon)", "Simon Hughes"])
    outcome = bench.release(meeting, bench.person("Wong Siu Ming"))
    assert outcome.at("minutes.text") == "Simon Hughes asked Simon."
    assert outcome.found(FindingKind.PERSON_PERHAPS_OPEN) == {"Simon": CHECK}


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        ("Dermot O'Callaghan", "Mr Callaghan paid.", {"Callaghan": CHECK}),
        ("Dermot O'Callaghan", "The Callaghan file is shut.", {"Callaghan": CHECK}),
        ("Dermot O'Callaghan", "O'Calaghan left.", {"O'Calaghan": AWAY}),
        ("Dermot O'Callaghan", "Ms Calaghan left.", {"Calaghan": CHECK}),
        ("Bart O'Shaughnessy", f"O{QUOTE}Shaugnessy left.", {f"O{QUOTE}Shaugnessy": AWAY}),
        ("Ann McDonald", "Mr Donald paid.", {"Donald": CHECK}),
        ("Ann McDonald", "Donald paid, and so did Gerald.", {}),
        ("Dermot O'Callaghan", "The O'Connor Centre and the Calland Trust.", {}),
        ("Grace Ollerenshaw", "Grace will stay.", {"Grace": CHECK}),
        ("Grace Ollerenshaw", "With Grace gone, we are few.", {"Grace": CHECK}),
        ("Rose Tunnicliffe", "Later Rose left.", {"Rose": CHECK}),
        ("Rose Tunnicliffe", "Rose left.", {"Rose": CHECK}),
        ("Al Ng", "Al left.", {"Al": CHECK}),
        ("Grace Ollerenshaw", "A grace period; the Grace Fund.", {}),
        ("Rose Tunnicliffe", "Costs rose. Rose bushes were planted.", {}),
        ("Anna Price", "Price was discussed. Price rises were noted.", {}),
        ("April Ollerenshaw", "April was wet. With April gone, May is next.", {}),
        ("Ffion Haf Tudor", "Write to fht@abc.gov.uk.", {"fht": CHECK}),
        ("Ffion Haf Tudor", "Write to fhtx@abc.gov.uk or foi@abc.gov.uk.", {}),
        ("Rajesh Venkataraman", "Raj will write.", {"Raj": CHECK}),
        ("Gwenllian Hardy", "Gwen agreed.", {"Gwen": CHECK}),
        ("Bartholomew Tench", "We thanked Bart.", {"Bart": CHECK}),
        ("Katarzyna Nowak", "We thanked Kasia.", {"Kasia": CHECK}),
    ],
)  # fmt: skip
def test_what_may_mean_somebody_is_said(bench: "Bench", person: str, text: str, found: dict[str, Severity]) -> None:
    """The rest of a name, a forename that is a word, a nickname; never the word itself."""
    outcome = bench.release(bench.meeting(text, names=[person]), bench.person(person))
    assert outcome.found(FindingKind.NAME_MISSPELT) | outcome.found(FindingKind.PERSON_PERHAPS_OPEN) == found


@pytest.mark.parametrize(
    ("person", "owner", "released"),
    [
        ("Sioned McGuigan", "SMcG", MARK),
        ("Dermot O'Callaghan", "DO'C", MARK),
        ("Sioned McGuigan", "SMcK", "SMcK"),
        ("Sioned McGuigan", "McG Ltd", "McG Ltd"),
    ],
)
def test_an_owner_by_initials_with_a_prefix(bench: "Bench", person: str, owner: str, released: str) -> None:
    """``SMcG`` owns an action; other letters are somebody else."""
    action = Action(ref="A1", owners=(owner,), text="Ring", raised_in="1.1")
    meeting = replace(bench.meeting(f"{person} reported."), actions=(action,))
    assert bench.release(meeting, bench.person(person)).at("actions.owner") == released


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ann Lea, the Headteacher, left.", "Headteacher"),
        ("Ann Lea, Monitoring Officer, left.", "Monitoring Officer"),
        ("Ann Lea (Data Protection Officer) left.", "Data Protection Officer"),
        ("Ann Lea (DPO) left.", "DPO"),
        ("Ann Lea, Vicar of St Asaph, left.", "Vicar of St Asaph"),
        ("Ann Lea (Mayor) left.", "Mayor"),
        ("Ann Lea, Caldicott Guardian, left.", "Caldicott Guardian"),
        ("Ann Lea, Section 151 Officer, left.", "Section 151 Officer"),
        ("The Returning Officer, Ann Lea, left.", "Returning Officer"),
        ("The Town Clerk, Ann Lea, left.", "Town Clerk"),
        ("Ann Lea, Provost, left.", "Provost"),
        ("Ann Lea, Convener, left.", "Convener"),
        ("Ann Lea, Archdeacon of Bangor, left.", "Archdeacon of Bangor"),
        ("Ann Lea, Chief Constable, left.", "Chief Constable"),
        ("Ann Lea, HM Coroner, left.", "HM Coroner"),
        ("Ann Lea, Planning Officer, left.", ""),
        ("Ann Lea, a governor of the school and guardian of a pupil, left.", ""),
        ("Ann Lea, Member, left the Mayor waiting.", ""),
    ],
)
def test_a_post_that_one_person_holds_is_said_beside_the_mark(bench: "Bench", text: str, post: str) -> None:
    """Of schools, churches, councils and courts, and those that the law gives a body one of."""
    outcome = bench.release(bench.meeting(text), bench.person("Ann Lea"))
    assert list(outcome.found(FindingKind.POST_TELLS)) == ([post] if post else [])


@pytest.mark.parametrize(
    ("person", "text", "taken"),
    [
        ("Heather Brook", "Brook Street is shut.", "Brook Street"),
        ("Heather Brook", "Heather was planted.", "Heather"),
        ("Dale North", "North Dale Road is shut.", "North Dale Road"),
        ("Carol Singers", "Carol singers are booked.", "Carol singers"),
        ("Carol Singers", "Carol Singers are booked.", "Carol Singers"),
        ("Will Young", "Will Young Farmers pay?", "Will Young Farmers"),
        ("Rusty Gates", "Rusty gates will be painted.", "Rusty gates"),
        ("Tom Ashworth", "Ashworth House is let to Ashworth & Sons.", "Ashworth House;Ashworth & Sons"),
        ("Tom Ashworth", "Ashworth's House is let. Ashworth left. Mr Ashworth asked Tom Ashworth.", ""),
        ("Heather Brook", "Heather asked Brook. Heather Brook left. Then Heather was ill.", ""),
        ("Will Young", "Will Young asked. Will Young's view.", ""),
    ],
)
def test_a_place_or_a_word_that_goes_as_a_name_is_said(bench: "Bench", person: str, text: str, taken: str) -> None:
    """What is withheld with a name and may be none: a note, so that it can be lifted; never for the name itself."""
    outcome = bench.release(bench.meeting(text, names=[person]), bench.person(person))
    found = outcome.found(FindingKind.PERHAPS_NO_NAME)
    assert (";".join(found), set(found.values()) <= {Severity.NOTE}) == (taken, True)


def test_a_name_beside_another_is_its_own_in_whatever_order_rules_come(bench: "Bench") -> None:
    """``"Thackray"`` behind a name is what she is called, until a rule means somebody of that name."""
    text = 'Ann Lea "Thackray" left. Thackray asked.'
    one, other = bench.person("Ann Lea"), bench.person("Owain Thackray")
    working = Locator(original := compose(bench.meeting(text)))

    working.locate([one])

    assert bench.released(text, one) == f"{MARK} left. {MARK} asked."
    assert bench.released(text, one, other) == f'{MARK} "{MARK}" left. {MARK} asked.'
    assert working.locate([one, other]).spans == Locator(original).locate([one, other]).spans
