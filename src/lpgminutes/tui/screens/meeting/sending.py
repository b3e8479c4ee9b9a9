"""Lines between Enter and the store: handed over in the order in which they were typed, and again while it refuses.

Nobody has to stop typing because a disk is full: what is entered waits in memory, in its order, and is said to wait.
"""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.capture import LineKind
from lpgminutes.tui.entered_line import EnteredLine
from lpgminutes.tui.messages.journal import JournalTroubled
from lpgminutes.tui.messages.meeting import LineWaits
from lpgminutes.tui.places_left import BEHIND
from lpgminutes.tui.requests.meeting import record_line
from lpgminutes.tui.screens.meeting.journaling import Journaling
from lpgminutes.tui.text import counted
from lpgminutes.tui.widgets.status_line import Saving

if TYPE_CHECKING:
    from textual.timer import Timer

    from lpgminutes.domain.capture import CapturedLine
    from lpgminutes.services.capture import Recorded

_RETRY_SECONDS = 1.0
"""How long a refusal is waited out before the first of the lines is tried again; Enter tries at once."""


class Sending(Journaling):
    """Hands lines over to the store, and keeps those that it could not take."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self._entered: list[EnteredLine] = []
        self._unavailable = ""
        """Why the store takes nothing now; empty when it does."""
        self._retry: Timer | None = None
        self._was_leaving_refused = False

    def send(
        self,
        line: "CapturedLine | str",
        *,
        under: int | None,
        after: int | None = None,
        as_kind: "LineKind | None" = None,
        is_after_a_move: bool = False,
    ) -> None:
        """Have a line stored, after those that wait; one that waits is read again by what stands before it then."""
        entered = EnteredLine(line, under, after, as_kind, is_after_a_move)
        entered.entry = self.enter(entered.typed, self.place_behind(under, is_after_a_move=is_after_a_move))
        self._entered.append(entered)
        if self._unavailable:
            entered.line = entered.typed
            self.try_again()
        elif any(_may_begin_item(one) for one in self._entered[:-1]):
            entered.line = entered.typed  # what it goes under is known when the item is
        else:
            self._hand_over(entered)

    @property
    def is_item_on_its_way(self) -> bool:
        """Whether a line was entered that begins an item, or may."""
        return any(map(_may_begin_item, self._entered))

    def _hand_over(self, entered: EnteredLine) -> None:
        entered.is_on_its_way = True
        record_line(self, self.at_hand, entered, is_first=entered is self._entered[0])

    @property
    def waiting(self) -> int:
        """How many lines wait for the store to take them again."""
        return len(self._entered) if self._unavailable else 0

    @on(LineWaits)
    def _wait(self, waits: LineWaits) -> None:
        waits.line.is_on_its_way = False
        self._unavailable = waits.sentence
        self._retry = self._retry or self.set_timer(_RETRY_SECONDS, self.try_again)
        self.show_waiting()

    def try_again(self) -> None:
        """Hand the first of the lines that wait over once more, unless that is being done."""
        self._hand_over_first()
        self.show_waiting()

    def _hand_over_first(self) -> None:
        if self._retry is not None:
            self._retry.stop()
            self._retry = None
        if self._entered and not self._entered[0].is_on_its_way:
            self._hand_over(self._entered[0])

    def answered(self, entered: EnteredLine, recorded: "Recorded | None" = None) -> None:
        """Take out a line that was answered, and go on with those behind it."""
        self._entered.remove(entered)
        self.is_answered(entered.entry)
        if recorded is not None:
            self._go_along(entered.under, recorded.item)
        if not self._entered:
            self._unavailable = ""
        self._hand_over_first()
        self.show_waiting()

    def _go_along(self, before: int | None, item: int) -> None:
        """Let the lines that were typed after one that began an item, without moving, go under that item."""
        for entered in self._entered:
            if entered.under != before or entered.is_on_its_way or entered.is_after_a_move:
                break
            self._now_under(entered, item)

    def _now_under(self, entered: EnteredLine, item: int) -> None:
        entered.under = item
        if entered.entry is not None:
            entered.entry.place = self.place_under(item)

    def go_along_behind(self, before: EnteredLine, item: int) -> bool:
        """Let the lines behind one go under an item, until somebody moved; return whether nobody did."""
        for entered in self._entered[self._entered.index(before) + 1 :]:
            if entered.is_on_its_way or entered.is_after_a_move:
                return False
            self._now_under(entered, item)
        return True

    def place_behind(self, under: int | None, *, is_after_a_move: bool) -> str:
        """Return where a line goes, for the journal: behind the one before it, unless somebody moved."""
        is_behind = bool(self._entered) and self._entered[-1].under == under and not is_after_a_move
        return f"{BEHIND} {under or 0}" if is_behind else self.place_under(under or 0)

    def show_waiting(self) -> None:
        """Say what is in memory alone and why, under the line that is typed; with nothing of that, say nothing."""
        self.composer.note(self._said_of_memory())
        self.show_saving()

    def _said_of_memory(self) -> str:
        if self.waiting:
            said = f"! {counted(self.waiting, 'line')} kept in memory, to be recorded as soon as can be."
            return said if self.has_class("-low") else f"{said} {self._unavailable}"
        trouble = self.status.trouble
        return f"! What you type is in memory only: {trouble}. It is tried again." if trouble else ""

    @on(JournalTroubled)
    def _take_in_trouble(self, troubled: JournalTroubled) -> None:
        self.status.trouble = troubled.trouble.reason
        self.show_waiting()
        if troubled.trouble.reason and not self.composer.is_typed_in:
            self.say(self._said_of_memory(), title="In memory only", is_error=True)

    def show_saving(self) -> None:
        """Show whether what was typed is stored."""
        is_refused = self.composer.has_class("-noted")
        under_way = Saving.UNDER_WAY if self.queue.on_their_way else Saving.SAVED
        self.status.saving = Saving.REFUSED if is_refused else under_way

    # Leaving

    def keep_draft(self) -> None:
        """Have what is typed kept; with something new in it, leaving is asked about anew."""
        super().keep_draft()
        self._was_leaving_refused = False

    def kept_from_leaving(self) -> str:
        """Say once what would be lost: what the disk has neither in the store nor in the journal."""
        if self._was_leaving_refused or not (self.status.trouble and self.queue):
            return ""
        self._was_leaving_refused = True
        return f"What you typed is in memory only: {self.status.trouble}. Make room first; asked again, this leaves."

    def action_back(self) -> None:
        """Go back, unless something typed would be lost."""
        if sentence := self.kept_from_leaving():
            self.say(sentence, title="Not recorded yet", is_error=True)
            return
        if self.waiting:
            self.say(
                f"{counted(self.waiting, 'line')} kept, to be recorded when these minutes are opened again.",
                title="Not recorded yet",
            )
        super().action_back()


def _may_begin_item(entered: EnteredLine) -> bool:
    """Tell whether a line was read as the beginning of an item; one that only the store reads may be one too."""
    return isinstance(entered.line, str) or entered.line.kind is LineKind.ITEM
