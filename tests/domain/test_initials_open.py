"""Initials of what is withheld as words: with the same sort of company behind them they are certain."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lpgminutes.domain.findings import Severity

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK


def _found(bench: "Bench", withheld: str, text: str) -> dict[str, Severity]:
    return bench.release(bench.meeting(f"It is {withheld}.", text), bench.phrase(withheld)).found()


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("Kestrel Partners Ltd", "KP Ltd won.", {"KP Ltd": AWAY}),
        ("Kestrel Partners Ltd", "K.P. Limited and K P Ltd won.", {"K.P. Limited": AWAY, "K P Ltd": AWAY}),
        ("Kestrel Partners Ltd", "So kp ltd won.", {"kp ltd": AWAY}),
        ("Kestrel Partners Ltd", "The bid of KP and of KPL.", {"KP": CHECK, "KPL": CHECK}),
        ("Kestrel Partners Ltd", "The bid of K.P., of K&P.", {"K.P.": CHECK, "K&P": CHECK}),
        ("Kestrel Partners Ltd", "The bid of KP plc.", {"KP": CHECK}),
        ("Kestrel Partners Ltd", "KPs, KPMG, SKP, kp and K. and P.", {}),
        ("Kestrel Partners Group plc", "KP plc and KPG plc.", {"KP plc": AWAY, "KPG plc": AWAY}),
        ("Orrery & Sons LLP", "O&S LLP and OS.", {"O&S LLP": AWAY, "OS": CHECK}),
        ("Harrowfield Clinical Resourcing", "HCR won.", {"HCR": CHECK}),
        ("Department for Work and Pensions", "The DWP won.", {"DWP": CHECK}),
        ("Infra Tech Ltd", "IT was down; IT Ltd won.", {"IT Ltd": AWAY}),
        ("Priya Nandakumar", "PN agreed.", {"PN": CHECK}),
        ("Kestrel partners of Leeds", "KPL, KL.", {}),
        ("Kestrel", "K Ltd.", {}),
    ],
)  # fmt: skip
def test_the_initials_of_a_withheld_firm_are_said(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """Alone they are to be checked; what stands for a thing, or is a part of longer letters, is left in peace."""
    assert _found(bench, withheld, text) == found


def test_the_initials_of_names_withheld_as_a_column_are_said(bench: "Bench") -> None:
    """A rule for the field leaves the text alone: initials there still mean somebody of the column."""
    meeting = bench.meeting("PN agreed, MS too, TB not.", names=["Ms Priya Nandakumar", "Mari Sands"])
    found = bench.release(meeting, bench.field("attendance.name", "s40(2)")).found()
    assert found == {"PN": CHECK}


WORDS = st.text("bcdfghjklmnpqrtvwxz", min_size=3, max_size=9).map(str.title)


@example(words=["Bright", "Llp"], kind="Ltd", joint="")
@given(st.lists(WORDS, min_size=2, max_size=4), st.sampled_from(["Ltd", "plc", "LLP"]), st.sampled_from(["", ".", " "]))
def test_any_firm_is_known_by_its_initials_and_kind(bench: "Bench", words: list[str], kind: str, joint: str) -> None:
    """However many words it has, and however its initials are parted."""
    short = f"{joint.join(word[0] for word in words)} {kind}"
    assert _found(bench, f"{' '.join(words)} {kind}", f"We asked {short} why.")[short] is AWAY
