"""Where a line goes: under the item that somebody went to last, which the composer names."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from lpgminutes.tui.line_reading import at_item
from lpgminutes.tui.places_left import UNDER
from lpgminutes.tui.requests.meeting import make_ready
from lpgminutes.tui.screens.meeting.sending import Sending
from lpgminutes.tui.text import one_line, plain
from lpgminutes.tui.typed_under import TypedUnder

if TYPE_CHECKING:
    from textual.content import Content

    from lpgminutes.domain.capture import CaptureContext
    from lpgminutes.domain.document import ItemEntry
    from lpgminutes.tui.messages.meeting import OpenedMeeting


class Placing(Sending):
    """Opens the composer at the place of the line, and goes with it from item to item."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self.context: CaptureContext | None = None
        """What the line is read against."""
        self.typed_under = TypedUnder()

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Begin to type as soon as a draft is there; bring what is said of the line up to date."""
        is_first = self.opened is None
        super().take_in(opened)
        self._take_context()
        if is_first and self.is_draft:
            make_ready(self, self.at_hand)
        if is_first and self.is_draft and not self.opened_at:
            self.action_write_line()
        elif is_first:
            self.set_focus(self.view)
            self.view.go_to(self.opened_at)
        else:
            self._say_where()

    def _take_context(self) -> None:
        if self.opened is not None:
            self.context = at_item(self.opened.context, self.opened.meeting, self.under_block)

    @property
    def items_there(self) -> frozenset[int | None]:
        """The ids of the items that lines can go under."""
        return frozenset(item.id for item in self.opened.meeting.items) if self.opened else frozenset()

    @property
    def under_block(self) -> int:
        """The id of the item that is typed under: of those that are there, the last that somebody went to; else 0."""
        return self.typed_under.among(self.items_there)

    @property
    def under(self) -> "ItemEntry | None":
        """The item that is typed under."""
        number = self.number_of(self.under_block)
        return next((item for item in self.items if item.number == number), None)

    @property
    def is_new_line(self) -> bool:
        """Whether what is typed becomes a paragraph of its own."""
        return True

    @abstractmethod
    def say_reading(self) -> None:
        """Say what the line will become."""

    # Going there

    def action_write_line(self) -> None:
        """Type on where the line is, whatever was read meanwhile; where that is elsewhere, it is said."""
        if not self.is_draft:
            return
        read = self.view.item
        self.open_composer()
        item = self.under
        if item is not None and read not in {"", item.number} and self.is_new_line:
            self.say(f"Typing goes on under {item.number} {item.title.plain()}; ^l types under {read}.")

    def action_type_here(self) -> None:
        """Type under the item at the cursor."""
        if self.is_draft and self.view.item:
            self.remember()
            self._type_under(self.view.item)
            self.open_composer()

    def action_type_under_next(self) -> None:
        """Type under the next item."""
        self._type_under_beside(1)

    def action_type_under_previous(self) -> None:
        """Type under the previous item."""
        self._type_under_beside(-1)

    def type_once_under(self, item: int | None) -> None:
        """Type the line at hand under an item, and go on under the one of now; ``None`` to stay there with it."""
        if self.typed_under.go_once(item):
            self.show_where()

    def _type_under_beside(self, step: int) -> None:
        here = self.number_of(self.under_block)
        there = self._step(step, here)
        if there != here:  # at either end nobody goes anywhere
            self._type_under(there)

    def _type_under(self, item: str) -> None:
        self.typed_under.turn_to(self.block_of(item))
        self.show_where()

    def open_composer(self) -> None:
        """Take the keyboard into the composer."""
        if not self.under_block:
            self.go_under_last_minuted()
        self.composer.open()
        self.show_where()
        self.show_keys()

    def go_under_last_minuted(self) -> None:
        """Type under the last item that has minutes, or else under the first."""
        minuted = [item.number for item in self.items if item.minutes]
        self.typed_under.go(self.block_of((minuted or [item.number for item in self.items[:1]] or [""])[-1]))

    def arrive_at(self, item: str) -> None:
        """Come to an item: with the keyboard in the composer its end is wanted, where the next line will stand."""
        if self.composer.is_typed_in:
            self._type_under(item)
        else:
            self.typed_under.turn_to(self.block_of(item))
            super().arrive_at(item)
            self._say_where()

    # Saying where

    def show_where(self) -> None:
        """Say where the line goes, and keep that place in sight."""
        if self.composer.is_open:
            self._take_context()
        self._say_where()

    def _say_where(self) -> None:
        if not self.composer.is_open:
            return
        self.composer.say_place(self.place(), is_editing=not self.is_new_line)
        self.say_reading()
        if self.composer.is_typed_in:
            self.view.follow(self.number_of(self.under_block) if self.is_new_line else "")

    def place(self) -> "Content":
        """Return where the line goes, in words."""
        item = self.under
        if item is None:
            return plain("No item yet", "bold")
        return plain(f"Under {item.number}  ", "bold") + one_line(item.title.plain(), "bold")

    def place_of_line(self) -> str:
        """Return where the line goes, for the journal."""
        under = self.typed_under.for_next_line(self.items_there)
        return self.place_behind(under, is_after_a_move=self.typed_under.has_moved)

    def place_under(self, item: int) -> str:
        """Return which item a line goes under, for the journal."""
        return f"{UNDER} {item}"
