"""What goes with a release copy when it is asked for, as an officer asks for it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Command = Callable[..., Any]
CASE = "FOI2019/26281"


@pytest.fixture
def enclosed(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> Callable[..., Path]:
    """Release the seed's meeting with something, and return the folder."""

    def made(what: str, *more: str, name: str = "out") -> Path:
        out = tmp_path / name
        told = command("release", june, "--case", CASE, "--rules", accepting_rules, "--with", what, "-o", out, *more)
        assert told.code == 0, told.err
        return out

    return made


def test_the_actions_go_out_under_the_marks_of_the_minutes(enclosed: Callable[..., Path]) -> None:
    """Every action, with owner and reference as the released minutes print them, in both files."""
    out = enclosed("actions")
    rows = list(csv.reader(io.StringIO((out / "actions.csv").read_text(encoding="utf-8"))))
    tables = docx.Document(str(out / "actions.docx")).tables
    minutes = docx.Document(str(out / "foi2019-26281-minutes.docx")).tables

    shown = [[cell.text for cell in row.cells] for row in tables[0].rows]
    printed = [[[cell.text for cell in row.cells] for row in table.rows] for table in minutes]

    assert len(rows) == 6
    assert [[cell or "\N{EN DASH}" for cell in row] for row in rows] == shown
    assert shown in printed


def test_the_actions_follow_the_style_of_the_marks(enclosed: Callable[..., Path]) -> None:
    """House marks in the minutes are house marks in the actions."""
    assert "XXXX S40(2)" in (enclosed("actions", "--marks", "house") / "actions.csv").read_text(encoding="utf-8")


def test_the_same_again_gives_the_same_bytes(enclosed: Callable[..., Path]) -> None:
    """Made a second time, into another folder."""
    first, second = enclosed("actions"), enclosed("actions", name="again")

    assert {p.name: p.read_bytes() for p in first.iterdir()} == {p.name: p.read_bytes() for p in second.iterdir()}


def test_what_goes_with_a_release_is_checked_with_it(
    command: Command, june: str, enclosed: Callable[..., Path]
) -> None:
    """The folder is known again, and a changed enclosure is named."""
    out = enclosed("actions")
    assert command("release", june, "--case", CASE, "--check", out).code == 0

    (out / "actions.csv").write_text("other", encoding="utf-8")

    assert command("release", june, "--case", CASE, "--check", out).out == "changed: actions.csv\n"


def test_without_asking_nothing_more_goes_out(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """The folder holds what it always held; what is not known is refused."""
    plain = command("release", june, "--case", CASE, "--rules", accepting_rules, "-o", tmp_path / "out", "--json")
    wrong = command("release", june, "--case", CASE, "--with", "minutes,register", "-o", tmp_path / "no")

    assert "actions" not in plain.out
    assert (wrong.code, (tmp_path / "no").exists()) == (2, False)
