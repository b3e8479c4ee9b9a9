"""What can be inferred from what stands open: each kind with a case that has it, and one that only looks like it."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import FindingKind, Severity
from lpgminutes.domain.meetings import Block, BlockKind

if TYPE_CHECKING:
    from tests.domain.conftest import Bench, Outcome


def _kinds(outcome: "Outcome") -> list[str]:
    return [finding.kind.value for finding in outcome.findings]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Cases fell to zero, with the service credit reducing to £3,140.", True),
        ("No case was left: nil returns, so the credit fell to £3,140.", True),
        ("Cases fell to twelve, with the service credit reducing to £3,140.", False),
        ("Cases fell to zero. The credit of the other Lot was reduced to £3,140.", False),
    ],
)
def test_a_nil_that_the_sentence_implies(bench: "Bench", text: str, *, is_told: bool) -> None:
    """What hangs on something that came to nothing is nothing, whatever the mark hides."""
    outcome = bench.release(bench.meeting(text), bench.phrase("£3,140" if "£3,140" in text else "3,140"))

    assert ("value-implied" in _kinds(outcome)) is is_told


@pytest.mark.parametrize(
    ("text", "hidden", "severity"),
    [
        ("In all 120 started: 70 in Leeds and 50 in York.", "50", Severity.GIVES_AWAY),
        ("Of the total of £1,250.50, Leeds had £1,000.00 and York £250.50.", "£250.50", Severity.GIVES_AWAY),
        (
            "Of the two lots, Lot 1 came to £212,400 and Lot 2 to £66,420; the total was £278,820.",
            "£66,420",
            Severity.GIVES_AWAY,
        ),
        ("There were 120 starters, 70 of them in Leeds, and 50 in York.", "50", Severity.CHECK),
        ("Deaths: 41 in surgery, 112 in medicine, 9 elsewhere; all deaths 162.", "9 elsewhere", Severity.CHECK),
        (
            "Opening £18,211.40, receipts £2,300.00, payments £4,411.40, closing £16,100.00.",
            "£4,411.40",
            Severity.CHECK,
        ),
        ("It rose from £41,300 by £5,150 to £46,450.", "£41,300", Severity.CHECK),
        ("Twelve were bought at £3,415 each, which came to £40,980.", "£40,980", Severity.CHECK),
        ("It is 20% of the price of £58,750, that is £11,750.", "£11,750", Severity.CHECK),
        ("It was £31,000 and is £32,550, an increase of 5%.", "£32,550", Severity.CHECK),
        ("It is £9,660 a year, payable at £805 a month.", "£9,660", Severity.CHECK),
        ("It was £12,450, or £14,940 including VAT.", "£12,450", Severity.CHECK),
        ("Of those, 35% agreed, 42% disagreed and 23% did not know.", "23%", Severity.CHECK),
        ("There are 45 staff: 20 in Leeds and 25 in York.", "45", Severity.CHECK),
        ("14 of the 56 voted against, one in four.", "14", Severity.CHECK),
        ("It rose by a fifth from £50,000 to £60,000.", "£60,000", Severity.CHECK),
        ("Referrals trebled, from 41 to 123.", "123", Severity.CHECK),
        ("There are 46 staff: 20 in Leeds and 25 in York.", "46", None),
        ("15 of the 56 voted against, one in four.", "15", None),
        ("It rose by a third from £50,000 to £60,000.", "£60,000", None),
        ("There are 7 staff: 3 in Leeds and 4 in York.", "7", None),
        ("Combined, the Lots paid 50: no, 20 and 30 were paid by Lots 1 and 2 alone.", "50", None),
        ("In all 120 started: 70 in Leeds and 40 in York.", "40", None),
        ("It was £12,450, or £14,940 in the other bid.", "£12,450", None),
        ("It is £9,660, and the other £805.", "£9,660", None),
        ("On 22 June 2019 it was 17 and then 5.", "22 June 2019", None),
    ],
)
def test_a_figure_that_can_be_worked_out(bench: "Bench", text: str, hidden: str, severity: Severity | None) -> None:
    """By a rest, a sum, a price, a share, with tax; where the words speak of a total, that gives it away."""
    outcome = bench.release(bench.meeting(text), bench.phrase(hidden))
    found = [finding for finding in outcome.findings if finding.kind is FindingKind.SUM_COMPUTABLE]

    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_a_sum_is_worked_out_over_the_minutes_of_an_item(bench: "Bench") -> None:
    """Where they speak of what it all comes to."""
    minutes = ("Lot A was let for £212,400.", "Lot B was let for £66,421.", "Together they come to £278,821.")
    outcome = bench.release(bench.meeting(*minutes), bench.phrase("£66,421"))

    assert [f.text for f in outcome.findings if f.kind is FindingKind.SUM_COMPUTABLE] == ["£66,421"]


@pytest.mark.parametrize(("change", "found"), [("a fifth more", True), ("a sixth more", False), ("more", False)])
def test_a_share_of_a_sum_in_another_minute_of_the_item(bench: "Bench", change: str, *, found: bool) -> None:
    """What it was stands in one minute, and how it changed in that of the mark."""
    outcome = bench.release(bench.meeting("It was £50,000.", f"It is £60,000, {change}."), bench.phrase("£60,000"))

    told = [f.text for f in outcome.findings if f.kind is FindingKind.SUM_COMPUTABLE]
    assert told == (["£60,000"] if found else [])


@pytest.mark.parametrize(
    ("text", "hidden", "found"),
    [
        ("She fell on 3 October 2023 and died two days later, on 5 October 2023.", "5 October 2023", "two days"),
        ("It is on 21 August 2024, a fortnight after 7 August 2024.", "21 August 2024", "a fortnight"),
        ("It is on 7 May 2024, three months before 7 August 2024.", "7 May 2024", "three months"),
        ("The visit on 25 December 2023 fell on Christmas Day.", "25 December 2023", "Christmas Day"),
        ("It runs to 29 March 2024, Good Friday.", "29 March 2024", "Good Friday"),
        ("The pupil, born on 4 August 1979, is aged 39.", "4 August 1979", "aged 39"),
        ("The pupil, 4 August 1979, was born in 1979.", "4 August 1979", "1979"),
        ("It is on 21 August 2024, three weeks after 7 August 2024.", "21 August 2024", None),
        ("The visit on 24 December 2023 was not on Boxing Day.", "24 December 2023", None),
        ("The pupil, born on 4 August 1979, is aged 19, of 39 pupils.", "4 August 1979", None),
    ],
)
def test_a_day_that_can_be_reckoned(bench: "Bench", text: str, hidden: str, found: str | None) -> None:
    """So long after an open one, by a feast, by the age at the meeting, by the year of a birth."""
    meeting = replace(bench.meeting(text), date=date(2019, 6, 27))
    assert bench.release(meeting, bench.phrase(hidden)).found() == ({found: Severity.CHECK} if found else {})


def test_a_total_that_is_the_sum_of_open_parts(bench: "Bench") -> None:
    """The other way round: the total is withheld and its parts stand open."""
    outcome = bench.release(bench.meeting("The total was 120: 70 in Leeds and 50 in York."), bench.phrase("120"))

    assert "sum-computable" in _kinds(outcome)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Ada Lowe said that she agreed.", True),
        ("Ada Lowe agreed.", False),
        ("Ada Lowe's view was that it was late; she would write.", True),
        ("Ada Lowe was thanked. She will write.", True),
        ("Ada Lowe was thanked. It was late. Tom Ash said that he would write.", False),
        ("Ada Lowe is on maternity leave.", True),
    ],
)
def test_a_pronoun_beside_a_withheld_person(bench: "Bench", text: str, *, is_told: bool) -> None:
    """It is a note, for somebody to think about."""
    outcome = bench.release(bench.meeting(text), bench.person("Ada Lowe"))

    assert ("person-described" in _kinds(outcome)) is is_told
    assert all(not f.blocks for f in outcome.findings if f.kind.value == "person-described")


def test_a_pronoun_after_a_withheld_label(bench: "Bench") -> None:
    """``Ada Lowe: she would write`` is one sentence, though its name stands in a field of its own."""
    block = Block(kind=BlockKind.MINUTE, label="Ada Lowe", text="she would write.")
    outcome = bench.release(bench.meeting(block), bench.person("Ada Lowe"))

    assert "person-described" in _kinds(outcome)


def test_the_same_words_under_different_exemptions(bench: "Bench") -> None:
    """The requester will ask why; the finding names both."""
    meeting = bench.meeting("Kestrel Peak won.", "Kestrel Peak left.")
    differing = bench.release(
        meeting, bench.phrase("Kestrel Peak", "1.1", "s43(2)"), bench.phrase("Kestrel Peak", "1.2", "s41(1)")
    )
    same = bench.release(meeting, bench.phrase("Kestrel Peak", None, "s43(2)"))

    found = next(finding for finding in differing.findings if finding.kind.value == "exemptions-differ")
    assert "FOIA s41(1) and FOIA s43(2)" in found.explanation
    assert found.severity is Severity.CHECK
    assert "exemptions-differ" not in _kinds(same)


def test_a_whole_paragraph_withheld(bench: "Bench") -> None:
    """Where a phrase might do, the officer is asked; a short line is let be."""
    long = "The firm said that it would not go on with the bid unless the price was put up"
    asked = bench.release(bench.meeting(long), bench.phrase(long))
    let_be = bench.release(bench.meeting("The firm left"), bench.phrase("The firm left"))

    assert "whole-paragraph" in _kinds(asked)
    assert "whole-paragraph" not in _kinds(let_be)


def test_the_paragraphs_of_an_item_of_which_nothing_is_left_are_one_finding(bench: "Bench") -> None:
    """Withheld by one decision they are asked about once; where a paragraph is left, each is asked about."""
    one = "The firm said that it would not go on with the bid unless the price was put up"
    other = "The board said that it would look for another firm as soon as it had been told why"
    meeting = bench.meeting(one, other, "It ended")
    whole = bench.release(meeting, *map(bench.phrase, (one, other, "It ended")))
    partly = bench.release(meeting, *map(bench.phrase, (one, other)))

    (found,) = (finding for finding in whole.findings if finding.kind.value == "whole-paragraph")
    assert (found.text, len(found.places)) == ("item 1", 2)
    texts = [finding.text for finding in partly.findings if finding.kind.value == "whole-paragraph"]
    assert texts == ["minute 1.1", "minute 1.2"]
