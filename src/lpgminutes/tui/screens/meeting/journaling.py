"""The half-typed line outlives the program: the composer's side of the journal."""

import asyncio
import datetime as dt
import threading
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from lpgminutes.bootstrap import utc_now
from lpgminutes.domain.block_tree import spot_of
from lpgminutes.journal import Draft, Entered, FormerLines, LineJournal, Trouble
from lpgminutes.tui.entered_line import Entry
from lpgminutes.tui.lines_left import LinesLeft
from lpgminutes.tui.messages.journal import JournalFound, JournalTroubled
from lpgminutes.tui.places_left import located
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
        self._kept_for_later: dict[str, Leftover] = {}
        """What was left behind and is not put back, by its words: it stays on the disk until it is."""
        self._looked_at: tuple[str, Leftover] | None = None
        """The one of them that was brought back and stands in the line as it was."""
        self._item_left: dict[str, int] = {}
        """The item that each of them was typed under, by its words."""
        self._entries: list[Entry] = []
        """What was entered and is not answered."""
        self._latest = dt.datetime.min.replace(tzinfo=dt.UTC)

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
        self.composer.editor.when_gone = self.keep_last_letter
        self.catch_up()
        drafts = (located(one.draft, became=found.became, item_of=self._item_of) for one in found.leftovers)
        leftovers = tuple(replace(one, draft=draft) for one, draft in zip(found.leftovers, drafts, strict=True))
        self._take_over(leftovers, found.recorded)

    def _item_of(self, block: int) -> str:
        spot = spot_of(self.opened.meeting.items, block) if self.opened else None
        return self.number_of(spot.item.id or 0) if spot else ""

    def _take_over(self, leftovers: "tuple[Leftover, ...]", recorded: frozenset[str]) -> None:
        """Put the line that was left behind last where it can go on; what else was left comes back by a key."""
        for leftover in leftovers:
            left = LinesLeft.of(leftover.draft, recorded)
            for state in (*leftover.former.states(), left.words()):
                self.former.keep(state)
            if left:
                self._kept_for_later[left.words()] = leftover
                self._item_left[left.words()] = self.block_of(left.first_item({item.number for item in self.items}))
        is_free = not self.queue and self._kept_for_later
        put_back = self._kept_for_later.popitem()[1] if is_free else None
        draft = put_back.draft if put_back else self._draft()
        later = list(self._kept_for_later.values())
        done_with = tuple(one for one in leftovers if not any(one is another for another in later))
        if done_with and self._journal is not None:
            self._journal.inherit(draft, done_with)
        if put_back:
            self.put_back(put_back.draft, recorded)
        if later:
            self.say("A line of an earlier time was found: ^r brings it back.", title="Not recorded then")
        self.keep_draft()

    def look_at_what_was_kept(self, words: str) -> None:
        """Note that words are shown which were left behind by an earlier run, if they are that.

        Whoever only looks at them on the way to others leaves them where they are.
        """
        if self._looked_at is not None:
            self._kept_for_later.update([self._looked_at])
        leftover = self._kept_for_later.pop(words, None)
        self._looked_at = (words, leftover) if leftover else None
        self.type_once_under(self._item_left.get(words))

    def _take_up_what_was_kept(self) -> None:
        if self._looked_at is not None and self._journal is not None:
            self._journal.inherit(self._draft(), (self._looked_at[1],))
        self._looked_at = None

    @abstractmethod
    def catch_up(self) -> None:
        """Take what is typed at this moment: whoever began a line meanwhile goes on with it."""

    @abstractmethod
    def put_back(self, draft: Draft, recorded: frozenset[str]) -> None:
        """Show what was left behind, but for what was ``recorded`` just before the end."""

    @abstractmethod
    def type_once_under(self, item: int | None) -> None:
        """Type the line at hand under an item, and go on under the one of now."""

    @abstractmethod
    def place_of_line(self) -> str:
        """Return where the line goes, for the journal."""

    @abstractmethod
    def place_under(self, item: int) -> str:
        """Return which item a line goes under, for the journal."""

    def keep_draft(self) -> None:
        """Have the journal keep what is typed now."""
        if self._looked_at is not None and self.queue.current != self._looked_at[0]:
            self._take_up_what_was_kept()
        self.former.take(self.queue.current)
        if self._journal is not None:
            self._journal.write(self._draft())

    def _draft(self) -> Draft:
        aside = "\n".join(self.put_aside()).strip("\n")
        return Draft(
            text=self.queue.text(),
            place=self.place_of_line(),
            entered=tuple(self._entered_of_draft()),
            aside=aside,
            aside_place=self.place_of_aside() if aside else "",
        )

    def _entered_of_draft(self) -> Iterator[Entered]:
        """Yield what was entered, of what the draft begins with."""
        entries = list(self._entries)
        for line in self.queue.on_their_way:
            entry = next((one for one in entries if one.typed == line), None)
            if entry is None:  # it is handed over in a moment
                return
            entries.remove(entry)
            yield Entered(moment=entry.moment.isoformat(), place=entry.place, length=len(line))

    def put_aside(self) -> tuple[str, ...]:
        """Return what was typed when a paragraph was opened over it."""
        return ()

    def place_of_aside(self) -> str:
        """Return where that goes, for the journal."""
        return ""

    def enter(self, typed: str, place: str) -> Entry:
        """Note that something is handed over to be recorded, and have that kept."""
        moment = max(utc_now(), self._latest + dt.timedelta(microseconds=1))
        is_kept = threading.Event()
        entry = Entry(typed=typed, moment=moment, place=place, is_kept=is_kept)
        self._latest = moment
        self._entries.append(entry)
        self._take_up_what_was_kept()
        self.keep_draft()
        if self._journal is not None:
            self._journal.tell(is_kept)
        else:
            is_kept.set()
        return entry

    def is_answered(self, entry: Entry | None) -> None:
        """Note that what was entered is recorded, or given back."""
        if entry in self._entries:
            self._entries.remove(entry)

    def settle_draft(self, recorded: str) -> None:
        """Have the journal forget a line, for it is recorded."""
        self.former.start_anew(recorded)
        self.former.take(self.queue.current)
        if self._journal is not None:
            self._journal.settle(self._draft())

    def close_journal(self) -> None:
        """Bring the journal to the disk and let go of it."""
        self._take_up_what_was_kept()
        if self._journal is not None:
            self._journal.close()
        while self._kept_for_later:
            self._kept_for_later.popitem()[1].put_back()

    @abstractmethod
    def keep_last_letter(self) -> None:
        """Have what is typed kept as it is at the end: leaving waits for no drawing."""

    def on_unmount(self) -> None:
        """Let go of the journal when the meeting is left."""
        self.close_journal()
