"""The half-typed line outlives the program: the composer's side of the journal."""

import asyncio
from typing import TYPE_CHECKING

from textual import on

from lpgminutes.journal import Draft, FormerLines, LineJournal, Trouble
from lpgminutes.tui.messages.journal import JournalFound, JournalTroubled
from lpgminutes.tui.requests.journal import find_journal
from lpgminutes.tui.screens.meeting.moving import Moving

if TYPE_CHECKING:
    from lpgminutes.journal import Leftover
    from lpgminutes.tui.line_queue import LineQueue
    from lpgminutes.tui.messages.meeting import OpenedMeeting


class Journaling(Moving):
    """Keeps the journal, and takes in what an earlier run left behind."""

    queue: "LineQueue"

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self.former = FormerLines()
        self._journal: LineJournal | None = None
        self._is_journal_sought = False

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Look for the journal as soon as it is known which meeting it is."""
        super().take_in(opened)
        if not self._is_journal_sought and opened.meeting.id is not None:
            self._is_journal_sought = True
            find_journal(self, opened.meeting.id)

    @on(JournalFound)
    def _take_up_journal(self, found: JournalFound) -> None:
        loop, app = asyncio.get_running_loop(), self.minutes_app

        def troubled(trouble: Trouble) -> None:
            self.post_message(JournalTroubled(trouble))

        def fault(fault: BaseException) -> None:
            loop.call_soon_threadsafe(app.end_with, fault)

        self._journal = LineJournal(found.stem, on_trouble=troubled, on_fault=fault)
        app.at_the_end(self.close_journal)
        self._take_over(found.leftovers)

    def _take_over(self, leftovers: "tuple[Leftover, ...]") -> None:
        """Put the line that was left behind last where it can go on; what else was left comes back by a key."""
        states = [state for leftover in leftovers for state in (*leftover.former.states(), leftover.draft.text)]
        for state in states:
            self.former.keep(state)
        lines = [leftover.draft for leftover in leftovers if leftover.draft]
        draft = self._draft() if self.queue or not lines else lines[-1]
        if leftovers and self._journal is not None:
            self._journal.inherit(draft, leftovers)
        if lines and not self.queue:
            self.put_back(lines[-1])
        elif lines:
            self.say("A line of an earlier time was found: ^r brings it back.", title="Not recorded then")
        self.keep_draft()

    def put_back(self, draft: Draft) -> None:
        """Show a line that was left behind."""
        raise NotImplementedError

    def place_of_line(self) -> str:
        """Return where the line goes, for the journal."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Have the journal keep what is typed now."""
        self.former.take(self.queue.current)
        if self._journal is not None:
            self._journal.write(self._draft())

    def _draft(self) -> Draft:
        is_entered = bool(self.queue.on_their_way)
        return Draft(text=self.queue.text(), place=self.place_of_line(), is_entered=is_entered)

    def settle_draft(self, recorded: str) -> None:
        """Have the journal forget a line, for it is recorded."""
        self.former.start_anew(recorded)
        self.former.take(self.queue.current)
        if self._journal is not None:
            self._journal.settle(self._draft())

    def close_journal(self) -> None:
        """Bring the journal to the disk and let go of it."""
        if self._journal is not None:
            self._journal.close()

    def on_unmount(self) -> None:
        """Let go of the journal when the meeting is left."""
        self.close_journal()
