"""The worked example: one command, and a person holds the minutes, the log and a verified release."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from lpgminutes.cli.demo import read_demo
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.withholding import PersonRule, PhraseRule
from lpgminutes.verify import verify

Command = Callable[..., Any]
DATA = files("lpgminutes").joinpath("demo")
DAYS = ("2019-04-25", "2019-05-30", "2019-06-27", "2019-08-01")
WRITTEN = {
    "demo.sqlite3",
    "action-log.docx",
    "action-log.csv",
    "action-log.ics",
    "action-log.xlsx",
    *(f"minutes/lpg-{day}{suffix}" for day in DAYS for suffix in (".docx", ".html", ".txt")),
    *(f"release/foi2019-26281-minutes{suffix}" for suffix in (".docx", ".html", ".txt")),
    *("release/schedule.docx", "release/schedule.csv", "release/SHA256SUMS"),
}
MEETINGS = read_demo().meetings


@dataclass(frozen=True, slots=True)
class Written:
    """What the command left: its words, and its folder."""

    lines: list[str]
    err: str
    code: int
    folder: Path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The demo, written once by a program of its own, without options and without a terminal."""
    place = tmp_path_factory.mktemp("somewhere")
    ended = subprocess.run(
        [sys.executable, "-m", "lpgminutes", "demo"],
        cwd=place,
        env=os.environ | {"HOME": str(place), "LPGMINUTES_AS": "A Tester"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Written(ended.stdout.splitlines(), ended.stderr, ended.returncode, place / "lpgminutes-demo")


def in_folder(folder: Path) -> set[str]:
    """Return the files in a folder by their path in it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.soak
def test_it_says_first_that_everybody_is_invented_then_names_every_file(written: Written) -> None:
    """One line, then a line for each file, then how to go on; without a terminal that is the end."""
    end = written.lines.index("Go on with:")
    named = {Path(line).relative_to("lpgminutes-demo").as_posix() for line in written.lines[1:end]}
    on = written.lines[end + 1 :]

    assert (written.code, written.err) == (0, "")
    assert "invented" in written.lines[0]
    assert named == in_folder(written.folder) == WRITTEN
    assert all(f"lpgminutes --store {Path('lpgminutes-demo') / 'demo.sqlite3'}" in line for line in on)


def test_what_it_writes_is_for_its_owner_alone(written: Written) -> None:
    """Files are 0600 and folders 0700, as everything that holds minutes."""
    if os.name == "nt":
        pytest.skip("Windows keeps no such modes")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (written.folder, *written.folder.rglob("*"))}

    assert modes == {0o600, 0o700}


def test_its_release_holds_nothing_of_what_its_rules_withhold(written: Written) -> None:
    """Every file of the release is searched for every person and phrase of the rules."""
    rules = read_demo().case.rules
    persons = [f"name:{rule.person}" for rule in rules if isinstance(rule, PersonRule)]
    phrases = [rule.phrase for rule in rules if isinstance(rule, PhraseRule)]

    hits = [
        (path.name, hit.how)
        for path in (written.folder / "release").iterdir()
        for hit in verify(path.read_bytes(), [*persons, *phrases], name=path.name).hits
    ]

    assert (len(persons), len(phrases) > 30) == (15, True)
    assert hits == []


def test_its_minutes_do_hold_what_the_release_withholds(written: Written) -> None:
    """The search finds the names where they do stand, so that finding none means something."""
    minutes = written.folder / "minutes" / "lpg-2019-06-27.docx"

    assert not verify(minutes.read_bytes(), ["Margaret Ellwood"], name=minutes.name).clean


def test_its_store_goes_on_like_any_other(written: Written, capsys: pytest.CaptureFixture[str]) -> None:
    """Four meetings with their statuses; the case of the release is kept, and would be released again."""
    from lpgminutes.cli import run

    store = ("--store", str(written.folder / "demo.sqlite3"))
    assert run([*store, "meetings", "--json"]) == 0
    meetings = json.loads(capsys.readouterr().out)["meetings"]
    assert run([*store, "redact", "lpg/2019-06-27", "--case", "FOI2019/26281", "--check"]) == 0

    assert {meeting["ref"]: meeting["status"] for meeting in meetings} == {
        "lpg/2019-04-25": "approved",
        "lpg/2019-05-30": "approved",
        "lpg/2019-06-27": "circulated",
        "lpg/2019-08-01": "draft",
    }
    assert {(meeting["items"], meeting["minutes"]) for meeting in meetings} == {(6, 15)}


def test_a_folder_with_something_in_it_is_refused(command: Command, tmp_path: Path) -> None:
    """Nothing is written over or beside what is there."""
    out = tmp_path / "demo"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")

    outcome = command("demo", "--out", out, "--no-screens")

    assert (outcome.code, outcome.out) == (3, "")
    assert "not empty" in outcome.err
    assert in_folder(tmp_path) == {"demo/mine.txt"}


@pytest.mark.soak
def test_an_empty_folder_is_used(command: Command, tmp_path: Path) -> None:
    """A folder that somebody made for it is as good as a new one."""
    (tmp_path / "demo").mkdir()

    assert command("demo", "--out", tmp_path / "demo", "--no-screens").code == 0
    assert in_folder(tmp_path / "demo") == WRITTEN


@pytest.mark.parametrize("out", [".", "missing/demo", "file/demo"])
def test_a_place_that_cannot_be_is_refused(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    """The working folder itself, a folder in none, a folder in a file."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    outcome = command("demo", "--out", out, "--no-screens")

    assert outcome.code == 3
    assert in_folder(tmp_path) == {"file"}


@pytest.mark.soak
@pytest.mark.parametrize("largest", [20_000, 400_000])
def test_a_failure_half_way_leaves_nothing(tmp_path: Path, largest: int) -> None:
    """When the disk takes no more, be it at the start or near the end, no file and no folder stays."""
    if os.name == "nt":
        pytest.skip("Windows has no limit of this kind")
    (tmp_path / "home").mkdir()
    script = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({largest}, {largest}))\n"
        f"from lpgminutes.cli import run; raise SystemExit(run(['demo', '--out', 'demo', '--no-screens']))"
    )

    ended = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert ended.returncode in {3, 5}
    assert "fault of the program" not in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_the_data_say_that_they_are_invented_and_where_june_is_from() -> None:
    """Beside the files, for whoever opens them without the program."""
    said = DATA.joinpath("README.md").read_text(encoding="utf-8")

    assert "Every person, firm, place, reference, mailbox name and sum of money in these files is invented" in said
    assert "Contains Crown copyright material" in said
    assert "https://www.whatdotheyknow.com/" in said


def test_june_is_the_seed(seed: Path) -> None:
    """Word for word; only its status, and what became of its actions since, are the demo's own."""
    given = json.loads((seed / "meeting.json").read_text(encoding="utf-8"))
    june = yaml.load(DATA.joinpath("lpg-2019-06-27.yaml").read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506 - safe

    for meeting in (given, june):
        meeting.pop("status", None)
        for action in meeting["actions"]:
            action.pop("status")
            action.pop("history", None)
            action["due"] = action["due"] if action["due"] != "null" else None
    given["version"] = str(given["version"])
    assert june == given


@pytest.mark.parametrize("meeting", MEETINGS, ids=[str(meeting.date) for meeting in MEETINGS])
def test_every_action_stands_in_the_minute_that_it_names(meeting: Meeting) -> None:
    """The reference, and the words of the action before it, stand in the minute or in a point of it."""
    minutes = dict(numbered(meeting.items))

    for action in meeting.actions:
        said = " ".join(block.text for block in minutes[action.raised_in or ""].walk())
        assert f"({action.ref})" in said
        assert action.text.split(": (")[0] in said


@pytest.mark.parametrize("meeting", MEETINGS, ids=[str(meeting.date) for meeting in MEETINGS])
def test_everybody_who_owns_an_action_was_there(meeting: Meeting) -> None:
    """An owner is in the attendance, and not among the apologies; DWP Operations is no person."""
    there = {person.name for person in meeting.attendance if person.capacity.is_present}

    assert {owner for action in meeting.actions for owner in action.owners} <= there | {"DWP Operations"}


def test_the_log_shows_every_kind_of_action() -> None:
    """Two owners, none, no date, an organisation, done, withdrawn, and one whose date slipped twice."""
    actions = {action.ref: action for meeting in MEETINGS for action in meeting.actions}

    slips = [len([e for e in action.history if e.what == "due"]) for action in actions.values()]
    assert {len(action.owners) for action in actions.values()} == {0, 1, 2}
    assert {action.status.value for action in actions.values()} == {
        *("open", "in progress", "complete", "closed", "withdrawn")
    }
    assert max(slips) == 2
    assert "AP0419-07" in actions
