"""What is found with the day, the register and the marks of capture at hand."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import Finding, FindingKind, Severity, Surroundings
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.people import Person
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.domain.withholding import Handling, PhraseRule, RuleSource, RuleStatus

if TYPE_CHECKING:
    from tests.domain.conftest import Bench, Outcome


def _found(outcome: "Outcome", kind: FindingKind) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.kind is kind]


@pytest.mark.parametrize(
    ("citation", "today", "expired"),
    [
        ("s42(1)", date(2039, 12, 31), False),
        ("s42(1)", date(2040, 1, 1), True),
        ("s43(2)", date(2049, 12, 31), False),
        ("s43(2)", date(2050, 1, 1), True),
        ("s40(2)", date(2200, 1, 1), False),
    ],
)
def test_an_exemption_that_the_minutes_have_outlived(
    bench: "Bench", citation: str, today: date, *, expired: bool
) -> None:
    """Twenty or thirty years after the end of the year of the meeting; personal data has no such limit."""
    meeting = replace(bench.meeting("Kestrel"), date=date(2019, 6, 27))
    rule = bench.phrase("Kestrel", None, citation)
    found = _found(bench.release(meeting, rule, around=Surroundings(today=today)), FindingKind.EXEMPTION_EXPIRED)
    assert [finding.text for finding in found] == ([f"FOIA {citation}"] if expired else [])


@pytest.mark.parametrize(("text", "found"), [("Ask MWh or the others.", ["MWh"]), ("Ask the MWhite group.", [])])
def test_initials_that_the_register_gives_a_withheld_person(bench: "Bench", text: str, found: list[str]) -> None:
    """The paper itself declares none; whoever knows the house knows them."""
    register = (Person(name="Margaret White", initials="MWh"), Person(name="Tom Reed", initials="others"))
    outcome = bench.release(
        bench.meeting(text, names=["Margaret White"]),
        bench.person("Margaret White"),
        around=Surroundings(register=register),
    )
    assert list(outcome.found(FindingKind.PERSON_PERHAPS_OPEN)) == found


def _marked(bench: "Bench", exemption: str = "S43") -> Block:
    mark = PreMark(start=14, end=22, exemption=exemption)
    return Block(kind=BlockKind.MINUTE, text="IAS recruited 41 staff, and 41 left.", pre_marks=(mark,))


@pytest.mark.parametrize(
    ("status", "severity", "said"),
    [
        (None, Severity.CHECK, "No proposal of this case holds it"),
        (RuleStatus.LIFTED, Severity.NOTE, "It was lifted by Rhys Reader: published since."),
        (RuleStatus.REJECTED, Severity.NOTE, "It was rejected by Rhys Reader: published since."),
    ],
)
def test_a_mark_of_capture_that_stands_open(
    bench: "Bench", status: RuleStatus | None, severity: Severity, said: str
) -> None:
    """Typed after the case was opened, lifted or rejected: the officer is told what became of it."""
    handled = []
    if status is not None:
        handling = Handling(status=status, read_by="Rhys Reader", remark="published since")
        grounds = bench.grounds("s43(2)")
        handled.append(
            PhraseRule(phrase="41 staff", at="1.1", grounds=grounds, source=RuleSource.CAPTURE, handling=handling)
        )
    outcome = bench.release(bench.meeting(_marked(bench)), handled=handled)

    (found,) = _found(outcome, FindingKind.PRE_MARK_OPEN)
    assert (found.text, found.severity, found.where()) == ("41 staff", severity, "minute 1.1")
    assert said in found.explanation


def test_a_mark_of_capture_whose_exemption_cannot_be_read(bench: "Bench") -> None:
    """It was never proposed, so it is said."""
    (found,) = _found(bench.release(bench.meeting(_marked(bench, "S999"))), FindingKind.PRE_MARK_OPEN)
    assert "no exemption that can be read" in found.explanation


@pytest.mark.parametrize(("withheld", "is_open"), [("41 staff", False), ("recruited 41 staff,", False), ("41", True)])
def test_a_mark_of_capture_that_is_withheld(bench: "Bench", withheld: str, *, is_open: bool) -> None:
    """By whatever rule, and all of it."""
    outcome = bench.release(bench.meeting(_marked(bench)), bench.phrase(withheld))
    assert bool(_found(outcome, FindingKind.PRE_MARK_OPEN)) is is_open
