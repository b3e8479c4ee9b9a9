"""The copy that leaves says what it is, and explains its marks."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.compose import compose, with_mark_style
from lpgminutes.domain.document import CopyKind, MarkStyle
from lpgminutes.domain.findings import FindingKind
from lpgminutes.domain.locating import locate
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.redaction import redact
from lpgminutes.domain.release_copy import law_of_release, release_copy, release_marking, schedule_of
from lpgminutes.domain.withholding import ReleaseCase
from lpgminutes.errors import MarkingRefused

if TYPE_CHECKING:
    from tests.domain.conftest import Bench


@pytest.mark.parametrize(
    ("wanted", "marking"),
    [
        (None, "OFFICIAL - FOR PUBLIC RELEASE"),
        ("keep", "OFFICIAL-SENSITIVE - COMMERCIAL"),
        (" Keep ", "OFFICIAL-SENSITIVE - COMMERCIAL"),
        ("official", "OFFICIAL"),
    ],
)
def test_a_release_is_marked_for_public_release_unless_the_case_says_otherwise(
    wanted: str | None, marking: str
) -> None:
    """The minutes' own marking stays on the copy only where the case asks for it."""
    assert release_marking("OFFICIAL-SENSITIVE - COMMERCIAL", wanted) == marking


def test_a_release_cannot_be_given_a_marking_that_may_not_be_held() -> None:
    """SECRET is refused here as everywhere."""
    with pytest.raises(MarkingRefused):
        release_marking("OFFICIAL", "SECRET")


@pytest.mark.parametrize(("wanted", "warned"), [(None, False), ("keep", True)])
def test_a_copy_that_says_it_is_not_for_release_is_to_be_checked(
    bench: "Bench", wanted: str | None, *, warned: bool
) -> None:
    """An OFFICIAL-SENSITIVE marking contradicts a release."""
    meeting = replace(bench.meeting("Tom Reed spoke."), marking=read_marking("OFFICIAL-SENSITIVE"))
    outcome = bench.release(meeting, bench.person("Tom Reed"), release_marking=wanted)
    assert bool(outcome.found(FindingKind.MARKING_AGAINST_RELEASE)) is warned
    assert (outcome.copy.kind, outcome.copy.case) == (CopyKind.RELEASE, "FOI2019/26281")
    assert outcome.copy.original_marking == "OFFICIAL-SENSITIVE"


@pytest.mark.parametrize(
    ("citations", "law"),
    [
        ((), "Freedom of Information Act 2000"),
        (("s40(2)",), "Freedom of Information Act 2000"),
        (("FOISA s38(1)(b)",), "Freedom of Information (Scotland) Act 2002"),
        (("EIR reg 12(5)(e)",), "Environmental Information Regulations 2004"),
        (
            ("s40(2)", "EIR reg 12(5)(e)"),
            "Freedom of Information Act 2000 and the Environmental Information Regulations 2004",
        ),
    ],
)
def test_a_copy_names_the_law_that_its_marks_rely_on(bench: "Bench", citations: tuple[str, ...], law: str) -> None:
    """A Scottish body, or one that answers under the regulations, releases under its own law."""
    rules = [bench.phrase("Tom", None, *citations)] if citations else []
    assert law_of_release(bench.release(bench.meeting("Tom spoke."), *rules).copy) == law


def test_the_house_style_is_another_way_to_write_the_same_marks(bench: "Bench") -> None:
    """Text, legend and schedule follow the style; what is withheld is the same."""
    plain = compose(bench.meeting("Tom Reed spoke."))
    house = with_mark_style(plain, MarkStyle.HOUSE)
    spans = locate(plain, [bench.person("Tom Reed")]).spans
    copy = release_copy(redact(house, spans), ReleaseCase(reference="R1"))
    assert copy.items[0].minutes[0].text.plain(copy.mark_style) == "XXXX S40(2) spoke."
    assert [entry.mark for entry in copy.legend] == ["S40(2)"]
    assert schedule_of(copy).counts == (("FOIA s40(2)", 1),)
