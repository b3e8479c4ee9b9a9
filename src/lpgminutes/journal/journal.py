"""The journal as the screen uses it: it takes each state of the line at once, and writes in a thread of its own."""

import contextlib
import errno
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from lpgminutes.journal.draft import Draft
from lpgminutes.journal.file import JournalFile
from lpgminutes.journal.format import changes, whole
from lpgminutes.journal.leftovers import Leftover

SYNC_SECONDS = 0.1
"""What is typed is handed to the system at once, which outlives the program, and at most this later is on the disk,
which outlives a power cut: a sync for every key would wake the disk ten times a second for nothing."""

RETRY_SECONDS = 1.0
"""How long a refusal of the disk is waited out before writing is tried again; a key tries at once."""

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "your quota is used up",
    errno.EFBIG: "a limit does not allow the file to grow",
    errno.EACCES: "the folder of the records may not be written to",
    errno.EPERM: "the folder of the records may not be written to",
    errno.EROFS: "the folder of the records is read-only",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """The disk refuses; empty when it takes everything again."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Settled:
    """What was typed before is recorded; only this is left."""

    left: Draft


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What programs that have ended left behind, to be removed once this journal holds it."""

    draft: Draft
    leftovers: tuple[Leftover, ...]


_Step = Draft | _Settled | _Inherited | threading.Event | None


class LineJournal:
    """Keeps the half-typed line of one open meeting. Nothing here waits for the disk but ``close``."""

    def __init__(
        self,
        stem: Path,
        *,
        on_trouble: Callable[[Trouble], None],
        on_fault: Callable[[BaseException], None],
    ) -> None:
        """Both calls come from the journal's own thread: ``on_trouble`` once for each change between well and ill."""
        self._queue: SimpleQueue[_Step] = SimpleQueue()
        self._writer = _Writer(stem, on_trouble)
        self._on_fault = on_fault
        self._thread: threading.Thread | None = None

    def write(self, draft: Draft) -> None:
        """Take the line as it stands now."""
        self._put(draft)

    def tell(self, is_written: threading.Event) -> None:
        """Set this as soon as everything that was taken before is in the file, or was refused by the disk."""
        self._put(is_written)

    def settle(self, left: Draft) -> None:
        """Overwrite what was typed, because it is recorded now; ``left`` is what is typed already after it."""
        self._put(_Settled(left))

    def inherit(self, draft: Draft, leftovers: tuple[Leftover, ...]) -> None:
        """Take over what was left behind, with ``draft`` as the line now; the old files go when it is safe here."""
        self._put(_Inherited(draft, leftovers))

    def close(self) -> None:
        """Bring everything to the disk, and let go: a line that is not recorded stays, else no file does."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _put(self, step: Draft | _Settled | _Inherited | threading.Event) -> None:
        self._queue.put(step)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            while self._take():
                pass
            self._writer.finish()
        except BaseException as fault:  # noqa: BLE001 - a thread has no caller: the fault goes to who started it
            self._on_fault(fault)

    def _take(self) -> bool:
        """Write what has come; return whether more may come."""
        steps: list[_Step] = []
        try:
            steps.append(self._queue.get(timeout=self._writer.patience()))
            while True:
                steps.append(self._queue.get_nowait())
        except Empty:
            pass
        for step in steps:
            match step:
                case Draft():
                    self._writer.add(step)
                case _Settled(left):
                    self._writer.settle(left)
                case _Inherited(draft, leftovers):
                    self._writer.inherit(draft, leftovers)
                case threading.Event():
                    self._writer.told.append(step)
        self._writer.write()
        return None not in steps


class _Writer:
    """Writes, syncs, and holds in memory what the disk refuses."""

    def __init__(self, stem: Path, on_trouble: Callable[[Trouble], None]) -> None:
        self._stem = stem
        self._on_trouble = on_trouble
        self._file: JournalFile | None = None
        self._draft = Draft()
        self._unwritten = b""
        self._settled = False
        """Whether what the file holds is recorded and has to go as soon as what is left is in the file too."""
        self._inherited: tuple[Leftover, ...] = ()
        self._unsynced_since: float | None = None
        self._reason = ""
        self.told: list[threading.Event] = []
        """To be set when what was taken is in the file; a sync is not waited for: it is for a power cut."""

    def patience(self) -> float | None:
        """Return for how long nothing need be done unless something is typed, in seconds."""
        if self._reason:
            return RETRY_SECONDS
        if self._unsynced_since is not None:
            return max(0.0, self._unsynced_since + SYNC_SECONDS - time.monotonic())
        return None

    def add(self, draft: Draft) -> None:
        """Take the next state of the line."""
        self._unwritten += changes(self._draft, draft)
        self._draft = draft

    def settle(self, left: Draft) -> None:
        """Take that everything before is recorded."""
        self._unwritten = whole(left)
        self._draft, self._settled = left, True

    def inherit(self, draft: Draft, leftovers: tuple[Leftover, ...]) -> None:
        """Take in what was left behind: the states that stood there before come first."""
        states = [state for leftover in leftovers for state in (*leftover.former.states(), leftover.draft.text)]
        self._unwritten += b"".join(whole(Draft(text=state)) for state in states if state.strip())
        self._unwritten += whole(draft)
        self._draft = draft
        self._inherited += leftovers

    def write(self) -> None:
        """Write what there is to be written, and sync it when it is time."""
        try:
            self._append()
            self._sync_in_time()
            self._remove_inherited()
        except OSError as error:
            self._say(_REASONS.get(error.errno or 0, "the disk refuses"))
        else:
            self._say("")
        self._tell()

    def _tell(self) -> None:
        while self.told:
            self.told.pop().set()

    def finish(self) -> None:
        """Come to an end: the file stays when it holds a line, else it goes."""
        self.write()
        for leftover in self._inherited:
            leftover.put_back()
        if self._file is None:
            return
        if self._draft:
            with contextlib.suppress(OSError):
                self._file.sync()
            self._file.close()
        else:
            self._file.remove()

    def _append(self) -> None:
        if not self._unwritten:
            return
        if self._settled and not self._draft:
            if self._file is not None:
                self._file.empty()
            self._draft, self._unsynced_since = Draft(), None  # the place of the next line went with the last one
        else:
            self._append_to_file()
        self._unwritten, self._settled = b"", False

    def _append_to_file(self) -> None:
        if self._file is None:
            self._file = JournalFile.made(self._stem)
        start = self._file.size
        self._file.append(self._unwritten)
        self._tell()
        self._unsynced_since = self._unsynced_since or time.monotonic()
        if self._settled:
            self._file.sync()
            self._file.blank(start)
            self._unsynced_since = None

    def _sync_in_time(self) -> None:
        since = self._unsynced_since
        if self._file is not None and since is not None and time.monotonic() - since >= SYNC_SECONDS:
            self._file.sync()
            self._unsynced_since = None

    def _remove_inherited(self) -> None:
        if self._inherited and self._file is not None:
            self._file.sync()
            self._unsynced_since = None
        for leftover in self._inherited:
            leftover.remove()
        self._inherited = ()

    def _say(self, reason: str) -> None:
        if reason != self._reason:
            self._reason = reason
            self._on_trouble(Trouble(reason))
