"""The journal of the half-typed line: nothing typed is lost, nothing recorded stays in it."""

import errno
import itertools
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.journal import Draft, FormerLines, LineJournal, Trouble, leftovers
from lpgminutes.journal.draft import edit_between
from lpgminutes.journal.format import changes, replay, whole

POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX modes, limits and signals")
SENTENCE = "Priya Nandakumar took an action to invite Tom Marsh"


class Said:
    """What a journal said, and a way to wait for it."""

    def __init__(self) -> None:
        self.troubles: list[str] = []
        self.faults: list[BaseException] = []
        self._came = threading.Event()

    def trouble(self, trouble: Trouble) -> None:
        """Take a trouble, or its end."""
        self.troubles.append(trouble.reason)
        self._came.set()

    def waits(self) -> None:
        """Wait until something is said."""
        assert self._came.wait(20)
        self._came.clear()


@pytest.fixture
def said() -> Said:
    """What the journals of this test say."""
    return Said()


@pytest.fixture
def stem(tmp_path: Path) -> Path:
    """Where the journals of the meeting go."""
    return tmp_path / "minutes.sqlite3.line-7"


Opened = Callable[[], LineJournal]


@pytest.fixture
def opened(stem: Path, said: Said) -> Iterator[Opened]:
    """Open journals, and close what a test leaves open."""
    journals: list[LineJournal] = []

    def one() -> LineJournal:
        journals.append(LineJournal(stem, on_trouble=said.trouble, on_fault=said.faults.append))
        return journals[-1]

    yield one
    for journal in journals:
        journal.close()
    assert said.faults == []


def _type(journal: LineJournal, text: str, *, place: str = "item 3") -> None:
    for end in range(1, len(text) + 1):
        journal.write(Draft(text=text[:end], place=place))


def _files(stem: Path) -> list[Path]:
    return sorted(stem.parent.iterdir())


def test_what_is_typed_is_there_for_the_next_run(opened: Opened, stem: Path) -> None:
    """The last state of the line and its place come back from the file."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.close()

    (left,) = leftovers(stem)

    assert left.draft == Draft(text=SENTENCE, place="item 3")
    left.remove()
    assert _files(stem) == []


@POSIX
def test_the_file_is_for_its_user_alone(opened: Opened, stem: Path) -> None:
    """Mode 0600: what is half typed is as sensitive as what is recorded."""
    journal = opened()
    _type(journal, "Half")
    journal.close()

    assert [stat.S_IMODE(path.stat().st_mode) for path in _files(stem)] == [0o600]


def test_a_line_that_is_recorded_leaves_nothing(opened: Opened, stem: Path) -> None:
    """After Enter the file holds no byte of the line, and after the meeting there is no file."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.settle(Draft())
    _type(journal, "n")
    journal.close()

    content = b"".join(path.read_bytes() for path in _files(stem))
    assert b"Priya" not in content
    assert b'"n"' in content

    journal = opened()
    _type(journal, SENTENCE)
    journal.settle(Draft())
    journal.close()
    assert [path.read_bytes() for path in _files(stem)] == [content]


def test_what_is_typed_ahead_survives_the_recording_of_the_line_before(opened: Opened, stem: Path) -> None:
    """The next line is typed while the one before is on its way to the store."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.settle(Draft(text="The ne", place="item 4"))
    journal.write(Draft(text="The next", place="item 4"))
    journal.close()

    (left,) = leftovers(stem)

    assert left.draft == Draft(text="The next", place="item 4")
    assert b"Priya" not in _files(stem)[0].read_bytes()


def test_a_line_emptied_by_mistake_comes_back(opened: Opened, stem: Path) -> None:
    """A select-all and one letter over it take nothing from the journal, nor does the end of the program."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.write(Draft(text="x", place="item 3"))
    journal.close()

    (left,) = leftovers(stem)

    assert left.draft.text == "x"
    assert left.former.earlier() == SENTENCE


def test_a_journal_in_use_is_nobody_elses(opened: Opened, stem: Path) -> None:
    """Two windows on one meeting have a journal each; neither takes the other's line for left behind."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.write(Draft(text="x"))
    while not _files(stem):  # the thread of the journal makes it
        pass

    assert leftovers(stem) == ()


@POSIX
def test_a_kill_loses_nothing_that_was_taken(stem: Path) -> None:
    """The system holds what was written: a process that is killed has not to do anything for it."""
    program = f"""
import sys, time
from pathlib import Path
from lpgminutes.journal import Draft, LineJournal
journal = LineJournal(Path(sys.argv[1]), on_trouble=print, on_fault=print)
for end in range(1, {len(SENTENCE) + 1}):
    journal.write(Draft(text={SENTENCE!r}[:end], place="item 3"))
    time.sleep(0.002)
while not any({SENTENCE[-4:]!r}[-1] in p.read_text() for p in Path(sys.argv[1]).parent.iterdir()):
    pass
time.sleep(0.2)
print("typed", flush=True)
time.sleep(60)
"""
    process = subprocess.Popen([sys.executable, "-c", program, str(stem)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"typed\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()

    (left,) = leftovers(stem)

    assert left.draft.text == SENTENCE
    left.remove()


FULL = """
import resource, sys
from pathlib import Path
from lpgminutes.journal import Draft, LineJournal
resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
said = []
journal = LineJournal(Path(sys.argv[1]), on_trouble=lambda trouble: said.append(trouble.reason), on_fault=print)
text = "a line that does not fit into a hundred bytes, however it is written down; nothing of it is lost " * 3
for end in range(1, len(text) + 1):
    journal.write(Draft(text=text[:end]))
while not said:
    pass
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
while len(said) < 2:
    pass
journal.close()
print(said, end="")
"""


@POSIX
def test_a_full_disk_is_said_once_and_nothing_is_lost(stem: Path) -> None:
    """Typing goes on into memory, is tried again by itself, and all of it is there when there is room again."""
    done = subprocess.run([sys.executable, "-c", FULL, str(stem)], capture_output=True, text=True, check=False)
    assert done.stdout == "['a limit does not allow the file to grow', '']", done.stderr

    (left,) = leftovers(stem)

    assert left.draft.text.count("nothing of it is lost") == 3
    left.remove()


def test_a_torn_end_costs_only_what_was_torn() -> None:
    """Writing that was cut off at any byte leaves every whole change before it."""
    states = [SENTENCE[:end] for end in range(len(SENTENCE) + 1)]
    written = [changes(Draft(text=a), Draft(text=b)) for a, b in itertools.pairwise(states)]
    content = b"".join(written)
    for cut in range(0, len(content), 7):
        whole_changes = content[: cut + 1].count(b"\n")
        assert replay(content[:cut]).draft.text == states[whole_changes]


def test_a_line_on_its_way_is_known_as_such() -> None:
    """Enter is in the journal too: the line may have been recorded just before the end."""
    typed = Draft(text="A line.")
    entered = Draft(text="A line.", is_entered=True)
    content = whole(typed) + changes(typed, entered)

    assert replay(content).draft.is_entered
    assert not replay(content + changes(entered, Draft(text="A line. An"))).draft.is_entered


@settings(max_examples=60)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_every_state_comes_back_from_the_changes(states: list[str]) -> None:
    """Whatever is typed, cut or pasted, in whatever script: replaying gives the last state."""
    content, before = b"", Draft()
    for state in states:
        content += changes(before, Draft(text=state))
        before = Draft(text=state)

    assert replay(content).draft.text == states[-1]


@settings(max_examples=60)
@given(st.text("ab", max_size=8), st.text("ab", max_size=8))
def test_one_change_turns_a_text_into_the_next(before: str, after: str) -> None:
    """What is shared at either end is not written again."""
    edit = edit_between(before, after)
    assert edit.applied_to(before) == after


def test_keys_go_back_through_what_stood_there_and_round_again() -> None:
    """Each state that something was taken out of comes back, the latest first, and the present one too."""
    former = FormerLines()
    for state in ("First thought", "First thou", "First thou more", "", "Second", ""):
        former.take(state)

    assert [former.earlier() for _ in range(4)] == ["Second", "First thou more", "First thought", "Second"]


def test_bringing_back_takes_nothing_away() -> None:
    """What was typed when the key was pressed is itself among what comes back."""
    former = FormerLines()
    for state in ("Long sentence", "", "Other"):
        former.take(state)

    assert former.earlier() == "Long sentence"
    former.take("Long sentence")
    assert former.earlier() == "Other"


def test_a_large_paste_is_kept_whole(opened: Opened, stem: Path) -> None:
    """A megabyte is one change like any other, and a letter after it costs a few bytes."""
    pasted = "Everything that was said, word for word. " * 26_000
    journal = opened()
    journal.write(Draft(text=pasted))
    journal.write(Draft(text=pasted + "x"))
    journal.close()

    assert _files(stem)[0].stat().st_size < len(pasted) + 200
    (left,) = leftovers(stem)
    assert left.draft.text == pasted + "x"
    left.remove()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let no file be taken away, as Windows does while another window or a scanner has it open."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used")

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        yield patch


def test_a_journal_that_cannot_be_taken_away_is_done_with_all_the_same(
    opened: Opened, stem: Path, held: pytest.MonkeyPatch
) -> None:
    """It stays empty: nothing of it comes back, now or later, and it goes as soon as it may."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.settle(Draft())
    journal.write(Draft(text="x"))
    journal.write(Draft())
    journal.close()

    assert [path.read_bytes() for path in _files(stem)] == [b""]
    assert leftovers(stem) == ()
    assert len(_files(stem)) == 1
    held.undo()
    assert leftovers(stem) == ()
    assert _files(stem) == []


def test_a_line_taken_over_from_a_file_that_stays_is_offered_once(
    opened: Opened, stem: Path, held: pytest.MonkeyPatch
) -> None:
    """The file that it was left behind in is emptied as soon as the next journal holds it."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.close()
    journal = opened()
    left = leftovers(stem)
    journal.inherit(left[-1].draft, left)
    journal.close()

    (again,) = leftovers(stem)

    assert again.draft == Draft(text=SENTENCE, place="item 3")
    assert len(_files(stem)) == 2
    held.undo()
    again.remove()
    assert leftovers(stem) == ()
    assert _files(stem) == []


def test_a_journal_that_cannot_be_overwritten_is_still_emptied(
    opened: Opened, stem: Path, held: pytest.MonkeyPatch
) -> None:
    """A disk that is full may refuse to write over, and still give room back: nothing is offered a second time."""
    journal = opened()
    _type(journal, SENTENCE)
    journal.close()
    (left,) = leftovers(stem)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    held.setattr(os, "write", full)
    left.remove()

    assert leftovers(stem) == ()


def test_an_end_of_the_program_syncs_as_far_as_the_system_can(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is documented to outlive a power cut is asked onto the platter where there is a way to ask."""
    fcntl = pytest.importorskip("fcntl")
    asked: list[int] = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, what: asked.append(what))

    journal = opened()
    _type(journal, SENTENCE)
    journal.close()

    assert set(asked) == {51}


def test_the_place_of_a_line_is_kept_behind_a_line_that_is_recorded(opened: Opened, stem: Path) -> None:
    """With nothing typed in between, the file was emptied, and the place of the one before with it."""
    journal = opened()
    _type(journal, SENTENCE)
    written = threading.Event()
    journal.settle(Draft(place="item 3"))
    journal.tell(written)
    written.wait()
    _type(journal, "Half")
    journal.close()

    (left,) = leftovers(stem)

    assert left.draft == Draft(text="Half", place="item 3")


def test_words_that_were_typed_over_others_and_taken_out_themselves_come_back() -> None:
    """A state in between was not seen: somebody typed fast. A deletion letter by letter is one."""
    former = FormerLines()
    for text in ("First", "Second", "Third", "Thir", "Thi", ""):
        former.take(text)
    assert former.states() == ("First", "Second", "Third")
