"""What can be inferred from what stands open: each kind with a case that has it, and one that only looks like it."""

from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import Severity
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
    ("text", "is_told"),
    [
        ("In all 120 started: 70 in Leeds and 50 in York.", True),
        ("Of the total of £1,250.50, Leeds had £1,000.00 and York £250.50.", True),
        ("Combined, the Lots paid 50: no, 20 and 30 were paid by Lots 1 and 2 alone.", False),
        ("There were 120 starters, 70 of them in Leeds, and 50 in York.", False),
        ("In all 120 started: 70 in Leeds and 40 in York.", False),
    ],
)
def test_a_sum_that_can_be_worked_out(bench: "Bench", text: str, *, is_told: bool) -> None:
    """A part is what the others leave over from the total; only where the words speak of a total."""
    hidden = next(figure for figure in ("£250.50", "50", "40") if figure in text)
    outcome = bench.release(bench.meeting(text), bench.phrase(hidden))

    assert ("sum-computable" in _kinds(outcome)) is is_told
    if is_told:
        assert any(finding.blocks for finding in outcome.findings if finding.kind.value == "sum-computable")


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
