"""Who is at the meeting: those here first, then those who are not, each with what is to be known of it."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.people import PEOPLE_LIST
from lpgminutes.tui.text import one_line, plain, spread
from lpgminutes.tui.widgets.kept_rows import KeptRows

_HERE, _NOT_HERE = "\N{BLACK CIRCLE} ", "\N{WHITE CIRCLE} "


class PeopleList(KeptRows[Attendance]):
    """A name, and at the right what makes it more than a name."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PEOPLE_LIST)]
    IS_HIGHLIGHT_LASTING = False
    _is_filled = False

    def show_people(self, people: Sequence[Attendance]) -> None:
        """Show the attendance of a meeting."""
        come = {person.id for person in people} - {row.id for row in self.rows}
        self.show(sorted(people, key=lambda person: not person.is_here))
        if self._is_filled and self.has_focus and len(come) == 1:
            self.highlight(*come)  # whoever was added just now is whom the next key is about
        self._is_filled = True

    def key_of(self, row: Attendance) -> Hashable:
        """Somebody is the same by the row of the attendance."""
        return row.id

    def lines_of(self, row: Attendance, width: int) -> Sequence[Content]:
        """Return the one line."""
        style = "" if row.is_here else "soft"
        name = plain(_HERE if row.is_here else _NOT_HERE, "accent" if row.is_here else "soft") + one_line(
            row.name, style
        )
        return (spread(name, plain(said_of(row), "soft"), width),)


def said_of(person: Attendance) -> str:
    """Return the word or two that matter most about somebody's part in a meeting."""
    if person.capacity is Capacity.APOLOGIES:
        return "apologies"
    told = (
        f"left {person.departed:%H:%M}" if person.departed else "",
        f"from {person.arrived:%H:%M}" if person.arrived else "",
        "dialled in" if person.mode is Mode.DIALLED_IN else "",
        f"item{'s' if len(person.items) > 1 else ''} {', '.join(person.items)}" if person.items else "",
        f"for {person.deputising_for}" if person.deputising_for else "",
        "" if person.capacity is Capacity.MEMBER else person.capacity.value,
    )
    return next(filter(None, told), "")
