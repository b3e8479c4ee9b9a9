"""A word typed into every field is found nowhere outside the records and their journal: not even after a crash."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from tests.proofs.conftest import ESCAPES, Typist

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.changes import NewAction
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.people import Attendance
from lpgminutes.errors import ExitCode
from lpgminutes.services import meetings as services
from lpgminutes.services.action_log import add_action

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of this kind are POSIX"),
]

CANARY = "zeppelin"
FAULTY = """
import sys
from textual.events import Key
from lpgminutes.cli import open_screens
from lpgminutes.tui import app
from lpgminutes.tui.widgets.line_editor import LineEditor

class Faulty(app.MinutesApp):
    async def on_event(self, event):
        if isinstance(event, Key) and event.key == "ctrl+right_square_bracket":
            typed = self.screen.query_one(LineEditor).text
            raise RuntimeError("a fault while taking: " + typed)
        await super().on_event(event)

app.MinutesApp = Faulty
sys.exit(open_screens(sys.argv[1], "A"))
"""
F3, F8, ESCAPE, CTRL_F, CTRL_G, CTRL_BRACKET = "\x1bOR", "\x1b[19~", "\x1b", "\x06", "\x07", "\x1d"
FROM_HOME = {
    "Type words": ([CTRL_F], 1),
    "Add a series": (["s"], 3),
    "Start a meeting": (["a"], 3),
    "Bring papers in": (["i"], 1),
    "Filter": ([F8, "/"], 1),
    "Add a note to": ([F8, "n"], 1),
    "Close ": ([F8, "c"], 1),
    "Reassign ": ([F8, "r"], 1),
    "Save the view": ([F8, "v"], 1),
}
FROM_MEETING = {
    "Who is here too": ([F3, "n"], 1),
    "A declaration of interest": ([F3, "c"], 1),
    "Go to an item": ([CTRL_G], 1),
}
"""What stands over fields, with the keys that lead there and how many fields there are."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, a place for what is temporary, and a working folder, each of them empty."""
    for variable, name in (("HOME", "home"), ("TMPDIR", "temp"), ("XDG_RUNTIME_DIR", "run")):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / name))
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


@pytest.fixture
def store(home: Path) -> Path:
    """A draft with somebody there and one action, alone in its folder."""
    folder = home / "records"
    folder.mkdir()
    path = folder / "records.sqlite3"
    records = bootstrap.open_store(str(path), create=True)
    body = Series(short_name="lpg", name="Performance Group", marking=read_marking("OFFICIAL"), agenda=("Welcome",))
    services.add_series(records, body, who="A")
    meeting = services.new_meeting(records, "lpg", date=bootstrap.today(), who="A")
    services.add_line(records, meeting.ref, "All were welcomed.", who="A")
    with records.change("attend", who="A") as work:
        work.meetings.add_attendance(meeting, Attendance(name="Priya Nandakumar", organisation="DWP"))
        work.commit()
    add_action(records, meeting.ref, NewAction(text="look", owners=("Priya Nandakumar",)), raised_in="1.1", who="A")
    records.close()
    return path


class Secretive:
    """Types a word of its own into every field, and waits until it stands there."""

    def __init__(self, typist: Typist) -> None:
        self._typist = typist
        self._serial = count(1)
        self.words: list[str] = []

    def fills(self, heading: str, keys: list[str], fields: int) -> None:
        """Go to fields, fill each of them, and go back without saving."""
        before = len(self._typist.seen)
        for key in keys:
            self._typist.presses(key)
            self._typist.rests()
        assert heading.encode() in ESCAPES.sub(b"", self._typist.seen[before:])
        for _ in range(fields):
            self.pastes()
            self._typist.presses("\t")
        for _ in range(len(keys)):
            self._typist.presses(ESCAPE)
            self._typist.rests()

    def pastes(self) -> None:
        """Paste the next word, and see it."""
        self.words.append(f"{CANARY}{next(self._serial):02}")
        self._typist.presses(f"\x1b[200~{self.words[-1]}\x1b[201~")
        self._typist.waits_for(self.words[-1])
        self._typist.rests()


def test_what_is_typed_is_nowhere_but_in_the_records(
    home: Path, store: Path, typist: Callable[..., Typist], capsys: pytest.CaptureFixture[str]
) -> None:
    """The program is typed at in a real terminal until a fault ends it; then every byte it left is searched."""
    sitting = typist(store, program=FAULTY)
    secretive = Secretive(sitting)
    sitting.waits_for("Group")
    for heading, (keys, fields) in FROM_HOME.items():
        secretive.fills(heading, keys, fields)
    sitting.presses("\r")
    sitting.waits_for("1.2")
    for heading, (keys, fields) in FROM_MEETING.items():
        secretive.fills(heading, keys, fields)
    secretive.pastes()
    sitting.presses("\r")
    sitting.waits_for("1.3")
    secretive.pastes()
    sitting.rests()
    sitting.presses(CTRL_BRACKET)
    assert sitting.ends() == ExitCode.BUG

    _, _, after = sitting.seen.rpartition(b"\x1b[?1049l")
    assert b"this is a fault of the program (RuntimeError)" in after
    assert len(ESCAPES.sub(b"", after).strip().splitlines()) == 1
    assert CANARY.encode() not in after
    sent_elsewhere = re.findall(rb"\x1b\][^\x07\x1b]*", sitting.seen)
    assert not [sent for sent in sent_elsewhere if CANARY.encode() in sent or sent.startswith(b"\x1b]52")]

    reports = [path for path in files(home) if path.name.startswith("fault-")]
    assert [b"RuntimeError" in report.read_bytes() for report in reports] == [True]
    telling = {path for path in files(home) if holds_canary(path)}
    assert telling, "the record and the journal hold what was typed"
    assert {path.parent for path in telling} == {store.parent}
    assert all(path.name.startswith((f"{store.name}.line-", store.name)) for path in telling)
    with capsys.disabled():
        sys.stdout.write(f" {len(secretive.words)} fields filled, {len(list(files(home)))} files searched ")


def files(folder: Path) -> Iterator[Path]:
    """Yield every file under a folder."""
    for root, _, names in os.walk(folder):
        yield from (Path(root, name) for name in names)


def holds_canary(path: Path) -> bool:
    """Whether the word stands in a file, in whatever width its signs are written, or in its name."""
    content = path.read_bytes().lower()
    forms = (CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-32-le"))
    return any(form in content for form in forms) or CANARY in path.name
