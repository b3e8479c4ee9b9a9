"""Bad input: a sentence that says what is wrong, where, and what to do; the right exit code; nothing half-written."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

HOSTILE = [
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{_{ secret }_}",
    "<w:p>",
    "R&D < 5",
    "]]>",
    "<!-- hide",
    "[/b]",
    "[@click=app.quit]x[/]",
    "=1+1",
    "%s %(a)s {0}",
    "\\a \\f ../../x",
]


def meeting_with(**changes: object) -> dict[str, object]:
    """A small whole meeting, with some fields changed."""
    small: dict[str, object] = {
        "format": "lpgminutes.meeting",
        "version": 1,
        "series": {"short_name": "sg", "name": "Steering Group"},
        "title": "Steering Group",
        "marking": "OFFICIAL",
        "date": "2026-01-05",
        "items": [{"number": "1", "title": "Welcome", "minutes": [{"number": "1.1", "text": "All were welcomed."}]}],
    }
    return small | changes


@pytest.fixture
def import_json(command: Command, tmp_path: Path) -> Command:
    """Bring in a meeting from a JSON file."""

    def imported(value: object) -> Any:  # noqa: ANN401 - an Outcome of conftest
        path = tmp_path / "in.json"
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return command("import", path)

    return imported


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('{"format": "lpgminutes.meeting",', "line 1"),
        ("[1, 2]", "in.json"),
        (meeting_with(date="2019-02-30"), "date"),
        (meeting_with(title=None), "title"),
        (meeting_with(marking="SECRET"), "SECRET"),
        (meeting_with(marking="TOP SECRET"), "TOP SECRET"),
        (meeting_with(status="half"), "status"),
        (meeting_with(version=9), "version"),
        (
            meeting_with(items=[{"number": "1", "title": "x", "minutes": [{"number": "1.1"}]}]),
            "items[0].minutes[0]",
        ),
        (meeting_with(location="x" * 1_000_000), "location"),
    ],
)
def test_a_bad_meeting_is_refused_with_its_place(
    import_json: Command, store_path: Path, value: object, said: str
) -> None:
    """Exit code 3, the place is named, and nothing is kept."""
    outcome = import_json(value)

    assert outcome.code == 3
    assert said in outcome.err
    assert outcome.err.startswith("lpgminutes: error: ")
    assert "Traceback" not in outcome.err
    assert not store_path.exists()


def test_unknown_fields_are_named_in_a_warning(import_json: Command) -> None:
    """A field that is not in the contract is left out, and said to be."""
    outcome = import_json(meeting_with(colour="blue"))

    assert outcome.code == 0
    assert "colour" in outcome.err


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_it_went_in(command: Command, tmp_path: Path, text: str) -> None:
    """Text that people typed is data: in JSON, on the terminal, in Word, in HTML and in plain text."""
    hostile = meeting_with(
        title=f"T {text}",
        subtitle=text,
        location=text,
        attendance=[{"name": f"N {text}", "role": text, "organisation": text, "capacity": "chair", "mode": None}],
        items=[
            {
                "number": "1",
                "title": text,
                "minutes": [{"number": "1.1", "label": text, "text": text, "points": [{"label": text, "text": text}]}],
            }
        ],
        actions=[{"ref": text, "owners": [text], "text": text, "due": None, "raised_in": "1.1", "status": "open"}],
    )
    (tmp_path / "in.json").write_text(json.dumps(hostile), encoding="utf-8")
    command("import", tmp_path / "in.json")

    shown = json.loads(command("show", "1", "--json").out)
    codes = [command("minutes", "1", "-o", tmp_path / f"out{suffix}").code for suffix in (".docx", ".html", ".txt")]

    assert shown["items"][0]["minutes"][0]["text"] == text
    assert codes == [0, 0, 0]
    assert " ".join(text.split()) in " ".join((tmp_path / "out.txt").read_text(encoding="utf-8").split())


def test_controls_are_taken_out_and_said(import_json: Command, command: Command) -> None:
    """Control characters, half surrogates, zero-width and direction controls do not get in; the count is said."""
    outcome = import_json(json.dumps(meeting_with(location="Ro\x07om\u200b \u202e1\ud83d")))

    assert outcome.code == 0
    assert "taken out" in outcome.err
    assert json.loads(command("show", "1", "--json").out)["location"] == "Room 1\N{REPLACEMENT CHARACTER}"


def test_when_one_file_is_bad_none_comes_in(command: Command, seed: Path, tmp_path: Path, store_path: Path) -> None:
    """Every file is read before anything is kept."""
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")

    outcome = command("import", seed / "meeting.json", tmp_path / "bad.json")

    assert outcome.code == 3
    assert not store_path.exists()


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_is_none_is_said(command: Command, tmp_path: Path, name: str) -> None:
    """A missing file and a folder each get their sentence."""
    outcome = command("import", tmp_path / name)

    assert outcome.code == 3
    assert str(tmp_path) in outcome.err


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("withhold:\n- person: Nobody Atall\n  exemption: FOIA s40(2)\n", "person: Nobody Atall"),
        ("withhold:\n- phrase: not in there\n  exemption: FOIA s43(2)\n", "phrase: not in there"),
        ("withhold:\n- person: Margaret Ellwood\n", "exemption"),
        ("withhold:\n- person: Margaret Ellwood\n  exemption: FOIA s99\n", "s99"),
        ("withhold:\n- field: colour\n  exemption: FOIA s38\n", "colour"),
        ("withhold: [\n", "line"),
    ],
)
def test_a_bad_rule_is_named(command: Command, june: str, tmp_path: Path, rules: str, said: str) -> None:
    """A rule that matches nothing or cannot be read is an error that names it, and nothing is kept."""
    path = tmp_path / "rules.yaml"
    path.write_text("case: FOI1\n" + rules, encoding="utf-8")

    outcome = command("redact", june, "--case", "FOI1", "--rules", path)

    assert outcome.code == 3
    assert said in outcome.err
    assert command("redact", june, "--case", "FOI1").code == 4


def test_rules_of_another_case_are_refused(command: Command, june: str, seed: Path) -> None:
    """A rules file says which case it is for."""
    outcome = command("redact", june, "--case", "FOI1", "--rules", seed / "withhold.yaml")

    assert outcome.code == 2
    assert "FOI2019/26281" in outcome.err


@pytest.mark.parametrize("arguments", [("show", "lpg/1999-01-01"), ("minutes", "77", "-o", "x.docx")])
def test_what_is_not_there_is_said(command: Command, june: str, arguments: tuple[str, ...]) -> None:
    """An unknown meeting is exit code 4."""
    assert command(*arguments).code == 4


def test_no_store_is_made_by_looking(command: Command, store_path: Path) -> None:
    """A mistyped path makes no new store."""
    outcome = command("meetings")

    assert outcome.code == 5
    assert not store_path.exists()


def test_minutes_are_never_written_over_a_file_unasked(command: Command, june: str, tmp_path: Path) -> None:
    """A file that is there stays as it is, unless replacing it is asked for."""
    there = tmp_path / "out.txt"
    there.write_text("mine")

    refused = command("minutes", june, "-o", there)
    kept = there.read_text()
    replaced = command("minutes", june, "-o", there, "--replace")

    assert (refused.code, kept, replaced.code) == (3, "mine", 0)
    assert "Minutes" in there.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
@pytest.mark.parametrize("arguments", [(), ("--replace",)])
def test_minutes_are_never_written_through_a_link(
    command: Command, june: str, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """A link as output is refused, and what it points to stays as it is."""
    victim, link = tmp_path / "victim.txt", tmp_path / "out.txt"
    victim.write_text("mine")
    link.symlink_to(victim)

    outcome = command("minutes", june, "-o", link, *arguments)

    assert (outcome.code, victim.read_text()) == (3, "mine")


@pytest.mark.soak
def test_a_release_goes_only_into_a_new_or_empty_folder(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """A folder with something in it is refused and stays as it is; an empty one is taken."""
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.mkdir()
    empty.mkdir()
    (full / "mine.txt").write_text("mine")

    def released(folder: Path) -> int:
        return int(command("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", folder).code)

    assert (released(full), released(empty)) == (3, 0)
    assert [path.name for path in full.iterdir()] == ["mine.txt"]
    assert released(empty) == 3


@pytest.mark.soak
@pytest.mark.skipif(os.name == "nt", reason="file size limits are POSIX")
def test_a_disk_that_fills_leaves_nothing_behind(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path, store_path: Path
) -> None:
    """When a file cannot be finished, neither minutes nor release are there, nor any part of them."""
    script = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from lpgminutes.cli import run\n"
        f"run(['--store', {str(store_path)!r}, 'redact', {june!r}, '--case', 'FOI2019/26281', '--rules', "
        f"{str(accepting_rules)!r}])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (16000, 16000))\n"
        f"codes = [run(['--store', {str(store_path)!r}, 'minutes', {june!r}, '-o', 'full.docx']),\n"
        f"run(['--store', {str(store_path)!r}, 'release', {june!r}, '--case', 'FOI2019/26281', '-o', 'full-out'])]\n"
        "sys.exit(0 if set(codes) <= {3, 5} else 1)\n"
    )

    ended = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert [path.name for path in tmp_path.iterdir() if "full" in path.name] == []


def test_without_a_terminal_the_screens_do_not_open(tmp_path: Path) -> None:
    """In a pipe the help is printed and the exit code is 2; nothing hangs."""
    ended = subprocess.run(
        [sys.executable, "-m", "lpgminutes", "--store", str(tmp_path / "x.sqlite3")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert ended.returncode == 2
    assert "Commands:" in ended.stdout
    assert "terminal" in ended.stderr


def test_a_fault_leaves_a_report_without_any_text(
    command: Command, june: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Exit code 70; neither the terminal nor the report holds a value."""
    import lpgminutes.services.minutes as services

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("CANARY Margaret Ellwood")

    monkeypatch.setattr(services, "compose", broken)

    outcome = command("show", june)

    home = Path(os.environ["HOME"])
    reports = [p.read_text(encoding="utf-8") for p in home.rglob("fault-*.txt")]
    assert outcome.code == 70
    assert reports
    assert all("CANARY" not in text and "ZeroDivisionError" in text for text in reports)
    assert "CANARY" not in outcome.err


def test_a_login_without_a_name_is_no_fault(command: Command, june: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows without USERNAME has no other place to ask, and Python's own import of it fails."""
    for variable in ("LPGMINUTES_AS", "LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setitem(sys.modules, "pwd", None)

    added = command("line", "add", june, "One more thing was said.")

    assert added.code == 0, added.err
    assert "unnamed" in command("history").out


_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")


@_FULL
@pytest.mark.parametrize("is_kept_back", [True, pytest.param(False, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    "arguments",
    [("show", "lpg/2019-06-27"), ("meetings", "--json"), ("review", "MINUTES"), ("--help",), ("--version",), ()],
)
def test_a_full_disk_under_the_output_is_said(
    june: str, seed: Path, store_path: Path, arguments: tuple[str, ...], *, is_kept_back: bool
) -> None:
    """One sentence and an exit code; no report of a fault, and nothing more when Python ends."""
    words = [str(seed / "minutes.txt") if word == "MINUTES" else word for word in arguments]
    store = () if not words or words == ["--version"] else ("--store", str(store_path))
    python = (sys.executable,) if is_kept_back else (sys.executable, "-u")

    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*python, "-m", "lpgminutes", *store, *words],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert june
    assert ended.returncode == 3
    assert ended.stderr.startswith(
        "lpgminutes: error: what is printed was not written, or not all of it: the disk is full"
    )
    assert ended.stderr.count("\n") == 1
    assert list(Path(os.environ["HOME"]).rglob("fault-*.txt")) == []


@_FULL
def test_where_no_word_can_be_said_the_exit_code_says_it(store_path: Path) -> None:
    """Neither output takes anything: nothing is left but the code."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "lpgminutes", "--store", str(store_path), "meetings"]
        assert subprocess.run(command, stdout=full, stderr=full, check=False).returncode == 5


@pytest.mark.skipif(os.name == "nt", reason="pipes of this kind are POSIX")
def test_the_version_is_said_to_nobody_without_a_word() -> None:
    """Whoever reads the output may have gone already: that is no failure."""
    reading, writing = os.pipe()
    os.close(reading)

    command = [sys.executable, "-m", "lpgminutes", "--version"]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)

    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")
