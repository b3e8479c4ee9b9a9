"""The chair's list: what is outstanding, overdue first, on the screen, as JSON and as a file."""

import csv
import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
LAST_DAY = "2019-08-01"
FIELDS = [
    *("ref", "owners", "text", "due", "due_as_written", "status", "overdue"),
    *("series", "meeting", "raised_in", "id", "raised_on", "original_due", "days_overdue", "age"),
    *("slips", "slip_days", "carried", "settled_on", "late", "last_note"),
]
OVERDUE = ["AP0419-04", "AP0519-02", "AP0419-02"]


@pytest.fixture
def listed(four: Command) -> Callable[..., list[dict[str, Any]]]:
    """Return the actions that ``actions --json`` gives."""

    def called(*arguments: str) -> list[dict[str, Any]]:
        outcome = four("actions", "--json", *arguments)
        assert outcome.code == 0
        actions: list[dict[str, Any]] = json.loads(outcome.out)["actions"]
        return actions

    return called


def one_action(**fields: object) -> dict[str, object]:
    """A small meeting with one action."""
    return {
        "format": "lpgminutes.meeting",
        "version": 1,
        "series": {"short_name": "sg", "name": "Steering Group"},
        "title": "Steering Group",
        "marking": "OFFICIAL",
        "date": "2019-05-01",
        "items": [{"title": "Staffing", "minutes": [{"number": "1.1", "text": "Staffing was discussed."}]}],
        "actions": [{"text": "count the staff", "raised_in": "1.1"} | fields],
    }


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file by their heads."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_overdue_comes_first_the_longest_first(listed: Callable[..., list[dict[str, Any]]]) -> None:
    """Then what is due next, then what has no date."""
    actions = listed("--as-at", LAST_DAY)

    dates = [action["due"] for action in actions]
    assert [action["ref"] for action in actions if action["overdue"]] == OVERDUE
    assert [action["ref"] for action in actions][: len(OVERDUE)] == OVERDUE
    assert dates == sorted(dates, key=lambda due: due or "9999")


def test_what_is_done_is_left_out_unless_asked_for(listed: Callable[..., list[dict[str, Any]]]) -> None:
    """Closed and withdrawn actions come last, and only with --all."""
    outstanding, everything = listed("--as-at", LAST_DAY), listed("--as-at", LAST_DAY, "--all")

    done = everything[len(outstanding) :]
    assert everything[: len(outstanding)] == outstanding
    assert {action["status"] for action in outstanding} == {"open", "in progress", "complete"}
    assert {action["status"] for action in done} == {"closed", "withdrawn"}
    assert not any(action["overdue"] for action in done)


def test_json_has_stable_names(listed: Callable[..., list[dict[str, Any]]]) -> None:
    """Every action has the same fields, also one without owner and date."""
    actions = listed()

    nobody = next(action for action in actions if action["ref"] == "AP0519-01")
    assert all(list(action) == FIELDS for action in actions)
    assert (nobody["owners"], nobody["due"], nobody["overdue"]) == ([], None, False)
    assert (nobody["meeting"], nobody["raised_in"]) == ("lpg/2019-05-30", "3.1")


def test_the_list_says_how_late_in_words(four: Command) -> None:
    """State is told by a word and a number; so are a missing owner and a missing date."""
    lines = four("actions", "--as-at", LAST_DAY).out.splitlines()
    day_after = four("actions", "--as-at", "2019-06-29").out

    row = {line.split()[0]: line for line in lines}
    assert "overdue by 34 days" in row["AP0419-04"]
    assert "overdue by 6 days, in progress" in row["AP0419-02"]
    assert "lpg/2019-04-25 3.4" in row["AP0419-04"]
    assert "no owner" in row["AP0519-01"]
    assert "no date" in row["AP0519-01"]
    assert "overdue by 1 day " in day_after


def test_the_day_itself_is_not_late(listed: Callable[..., list[dict[str, Any]]]) -> None:
    """An action is overdue from the day after it was due."""
    assert not [action for action in listed("--as-at", "2019-06-28") if action["overdue"]]


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_a_terminal_gets_no_line_longer_than_it_is_wide(four: Command, store_path: Path, columns: int) -> None:
    """Text is shortened, on a narrow terminal an action takes two lines, and no reference is lost."""
    if os.name == "nt":
        pytest.skip("pseudo-terminals are another thing on Windows")
    whole = [line.split()[0] for line in four("actions").out.splitlines()]

    lines = on_terminal(columns, "--store", str(store_path), "actions").splitlines()

    assert max(map(len, lines)) <= max(columns, 71)
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == whole


@pytest.fixture
def two_bodies(four: Command, seed: Path, tmp_path: Path) -> Command:
    """Run a command on the demo's meetings and one of another body, whose short name is long."""
    other = json.loads((seed / "meeting.json").read_text(encoding="utf-8"))
    other["series"] |= {"short_name": "planning-board", "name": "Planning Board"}
    for number, action in enumerate(other["actions"], start=1):
        action |= {"ref": f"PB{number}", "due": "2019-07-01"}
    (tmp_path / "other.json").write_text(json.dumps(other), encoding="utf-8")
    assert four("import", tmp_path / "other.json").code == 0
    return four


def test_the_body_is_named_where_more_than_one_is_listed(two_bodies: Command) -> None:
    """In a column of its own, and in none where what is listed is all of one body."""
    head, *rows = (line.split() for line in two_bodies("actions").out.splitlines())

    assert head[:3] == ["ACTION", "BODY", "OWNER"]
    assert {tuple(row[:2]) for row in rows} >= {("AP0619-02", "lpg"), ("PB1", "planning-board")}
    for asked in (("--series", "lpg"), ("series:planning",), ("owner:deepak",)):
        assert two_bodies("actions", *asked).out.splitlines()[0].split()[:2] == ["ACTION", "OWNER"]


@pytest.mark.parametrize("columns", [80, 120, 200])
def test_a_terminal_has_room_for_the_body(two_bodies: Command, store_path: Path, columns: int) -> None:
    """A long name is shortened, then the owner; no line is too long and no reference is lost."""
    if os.name == "nt":
        pytest.skip("pseudo-terminals are another thing on Windows")
    whole = [line.split()[0] for line in two_bodies("actions").out.splitlines()]

    lines = on_terminal(columns, "--store", str(store_path), "actions").splitlines()

    assert max(map(len, lines)) <= columns
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == whole
    assert any(line.split()[:2] == ["PB1", "planning-bo\N{HORIZONTAL ELLIPSIS}"] for line in lines)


def on_terminal(columns: int, *arguments: str) -> str:
    """Run a command on a terminal of this width and return what it shows."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "lpgminutes", *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as started:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert started.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.parametrize("suffix", [".docx", ".csv"])
def test_the_log_is_written_by_its_suffix(four: Command, tmp_path: Path, suffix: str) -> None:
    """The same actions on the same day give the same bytes."""
    paths = [tmp_path / f"{name}{suffix}" for name in "ab"]

    codes = [four("actions", "--as-at", LAST_DAY, "-o", path).code for path in paths]

    assert codes == [0, 0]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_word_log_holds_every_outstanding_action(four: Command, tmp_path: Path) -> None:
    """Reference, day, count and marking are on the page."""
    four("actions", "--as-at", LAST_DAY, "-o", tmp_path / "log.docx")

    with zipfile.ZipFile(tmp_path / "log.docx") as package:
        body = package.read("word/document.xml").decode()
    assert body.count("AP0") == 11
    assert "1 August 2019" in body
    assert "OFFICIAL-SENSITIVE" in body


def test_the_csv_log_is_complete_and_marked(four: Command, tmp_path: Path) -> None:
    """One action a row with everything about it, its day and its marking."""
    four("actions", "--as-at", LAST_DAY, "--all", "-o", tmp_path / "log.csv")

    rows = csv_rows(tmp_path / "log.csv")
    assert len(rows) == 17
    assert [row["Reference"] for row in rows if row["Overdue"]] == OVERDUE
    assert {(row["As at"], row["Marking"]) for row in rows} == {(LAST_DAY, "OFFICIAL-SENSITIVE")}


@pytest.mark.parametrize("text", ["=1+1", "+44 113", "-2", "@SUM(A1)", " =1+1"])
def test_no_spreadsheet_reckons_with_an_action(command: Command, tmp_path: Path, text: str) -> None:
    """What begins like a formula is kept from being one, in the text and in an owner."""
    meeting = one_action(ref="SG1", text=f"{text}, then count", owners=[text])
    (tmp_path / "in.json").write_text(json.dumps(meeting), encoding="utf-8")
    command("import", tmp_path / "in.json")

    command("actions", "-o", tmp_path / "log.csv")

    (row,) = csv_rows(tmp_path / "log.csv")
    assert not [cell for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert text.strip() in row["Action"]


def test_a_log_takes_the_strictest_marking_that_it_quotes(four: Command, tmp_path: Path) -> None:
    """An OFFICIAL body beside a sensitive one does not loosen the log; alone it keeps its own."""
    (tmp_path / "in.json").write_text(json.dumps(one_action(ref="SG1")), encoding="utf-8")
    four("import", tmp_path / "in.json")

    for name, arguments in (("both", ()), ("sg", ("--series", "sg"))):
        four("actions", *arguments, "-o", tmp_path / f"{name}.csv")

    markings = [{row["Marking"] for row in csv_rows(tmp_path / f"{name}.csv")} for name in ("both", "sg")]
    assert markings == [{"OFFICIAL-SENSITIVE"}, {"OFFICIAL"}]


def test_an_existing_log_is_replaced_only_when_asked(four: Command, tmp_path: Path) -> None:
    """Nothing is overwritten unasked."""
    log = tmp_path / "log.csv"
    log.write_text("mine", encoding="utf-8")

    refused = four("actions", "-o", log)
    kept = log.read_text(encoding="utf-8")
    replaced = four("actions", "-o", log, "--replace")

    assert (refused.code, kept, replaced.code) == (3, "mine", 0)
    assert "AP0419-04" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("-o", "log.pdf"), 2, ".docx, .xlsx, .csv or .ics"),
        (("--as-at", "Friday"), 2, "2019-08-01"),
        (("--series", "nobody"), 4, "lpg"),
    ],
)
def test_what_cannot_be_done_is_said(four: Command, arguments: tuple[str, ...], code: int, said: str) -> None:
    """A file of another kind, a day that is none, a body that is not kept."""
    outcome = four("actions", *arguments)

    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err


def test_no_action_is_said_in_words(command: Command) -> None:
    """An empty list is a sentence, and no failure."""
    command("series", "add", "sg", "Steering Group", "--marking", "OFFICIAL")

    outcome = command("actions")

    assert (outcome.code, outcome.out) == (0, "")
    assert "no outstanding action" in outcome.err


def test_an_action_without_a_reference_goes_by_its_number(command: Command, tmp_path: Path) -> None:
    """Minutes that come in may give none: what is listed can be named in the next command."""
    paper = tmp_path / "hb.txt"
    paper.write_text(
        "Minutes of the HB meeting held on 13 October 2026\n\nPresent: Bob Lee, Ann Orr\n\n1. Budget\nIt was noted.\n"
        "ACTION: Bob Lee to write to the county by Friday 23 October.\n",
        encoding="utf-8",
    )
    assert command("import", paper).code == 0
    [row] = command("actions", "all").out.splitlines()[1:]
    assert row.split()[:3] == ["#1", "Bob", "Lee"]
    assert command("action", "close", "#1").code == 0
