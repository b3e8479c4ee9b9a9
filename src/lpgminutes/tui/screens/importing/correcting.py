"""Putting a reading right: row by row, each correction taken back by one key."""

from typing import TYPE_CHECKING, Any

from lpgminutes.tui.screens.importing.base import Desk
from lpgminutes.tui.widgets.part_list import PartRow, Sign

if TYPE_CHECKING:
    from lpgminutes.domain.actions import Action
    from lpgminutes.domain.meetings import Meeting
    from lpgminutes.domain.parts import Part
    from lpgminutes.domain.people import Attendance
    from lpgminutes.tui.dialogs.correct_block import CorrectedBlock
    from lpgminutes.tui.dialogs.form import Form


class Correcting(Desk):
    """Asks for what is right, and takes it over."""

    def action_correct(self) -> None:
        """Put right what the highlighted row says."""
        from lpgminutes.domain.parts import PartKind

        row = self.reading.highlighted
        if row is None or not self.check_action("correct", ()):
            return
        if row.part is None:
            self.say("Put right the row that this is about, or press Space when everything is as it should be.")
            return
        if row.part.kind is PartKind.PERSON:
            self._ask_for_person(row.part.index, row)
        elif row.part.kind is PartKind.ACTION:
            self._ask_for_action(self.here.meeting.actions[row.part.index], row.part.index, row)
        elif row.part.kind is PartKind.BLOCK:
            self._ask_for_block(row.part, row)
        else:
            self._ask_for_head(row.part, row)

    def _ask_for_head(self, part: "Part", row: PartRow) -> None:
        from lpgminutes.tui.dialogs.correct_head import CorrectHead

        def take(meeting: "Meeting | None") -> None:
            if meeting is not None:
                self.put(meeting, row)

        self.app.push_screen(CorrectHead(self.here.meeting, part.kind), take)

    def _ask_for_person(self, index: int, row: PartRow | None) -> None:
        from lpgminutes.domain.corrections import with_person
        from lpgminutes.domain.parts import PartKind
        from lpgminutes.tui.dialogs.correct_person import CorrectPerson

        people = self.here.meeting.attendance

        def take(person: "Attendance | None") -> None:
            if person is not None:
                self.put(with_person(self.here.meeting, index, person), row)
                self.reading.highlight((PartKind.PERSON, index))

        self.app.push_screen(CorrectPerson(people[index] if index < len(people) else None), take)

    def _ask_for_block(self, part: "Part", row: PartRow) -> None:
        from lpgminutes.domain.corrections import with_block, with_level
        from lpgminutes.domain.parts import flat
        from lpgminutes.tui.dialogs.correct_block import CorrectBlock

        level, block = list(flat(self.here.meeting.items))[part.index]

        def take(corrected: "CorrectedBlock | None") -> None:
            if corrected is not None:
                changed = with_block(self.here.meeting, part.index, corrected.block)
                self.put(with_level(changed, part.index, corrected.level), row)

        self.app.push_screen(CorrectBlock(block, level), take)

    def _ask_for_action(self, action: "Action", index: int, row: PartRow | None) -> None:
        from lpgminutes.bootstrap import today
        from lpgminutes.domain.corrections import with_action
        from lpgminutes.domain.parts import PartKind
        from lpgminutes.tui.dialogs.correct_action import CorrectAction

        meeting = self.here.meeting
        following = meeting.next_meeting.date if meeting.next_meeting else None
        form: Form[Any] = CorrectAction(action, said_on=meeting.date or today(), next_meeting=following)

        def take(corrected: "Action | None") -> None:
            if corrected is not None:
                self.put(with_action(self.here.meeting, index, corrected), row)
                self.reading.highlight((PartKind.ACTION, index))

        self.app.push_screen(form, take)

    def action_add_person(self) -> None:
        """Add somebody to the attendance."""
        self._ask_for_person(len(self.here.meeting.attendance), None)

    def action_make_action(self) -> None:
        """Add an action made of the words of the highlighted minute."""
        from lpgminutes.domain.corrections import action_from
        from lpgminutes.domain.parts import PartKind

        row = self.reading.highlighted
        if row is None or row.part is None or row.part.kind is not PartKind.BLOCK:
            self.say("Go to the minute that says it first.")
            return
        meeting = self.here.meeting
        self._ask_for_action(action_from(meeting, row.part.index), len(meeting.actions), None)

    def action_take_out(self) -> None:
        """Take out a person or an action that is none."""
        from lpgminutes.domain.corrections import without_action, without_person
        from lpgminutes.domain.parts import PartKind

        part = self.reading.highlighted.part if self.reading.highlighted else None
        if part is not None and part.kind is PartKind.PERSON:
            self.put(without_person(self.here.meeting, part.index))
        elif part is not None and part.kind is PartKind.ACTION:
            self.put(without_action(self.here.meeting, part.index))
        else:
            self.say("Only people and actions are taken out: the words of the minutes stay.")

    def action_raise_level(self) -> None:
        """Make a point a minute, or a minute an item."""
        self._shift(-1)

    def action_lower_level(self) -> None:
        """Make an item a minute, or a minute a point."""
        self._shift(1)

    def _shift(self, step: int) -> None:
        from lpgminutes.domain.corrections import with_level
        from lpgminutes.domain.parts import PartKind

        row = self.reading.highlighted
        if row is not None and row.part is not None and row.part.kind is PartKind.BLOCK:
            self.put(with_level(self.here.meeting, row.part.index, row.part.level + step), row)

    def action_take_back(self) -> None:
        """Take back the latest correction of this paper."""
        if not self.here.take_back():
            self.say("Nothing was corrected in this paper.")
        self.show()

    def action_tick(self) -> None:
        """Say that the highlighted place is checked, or not after all."""
        row = self.reading.highlighted
        if row is not None and row.sign is not Sign.PLAIN:
            self.here.tick(row)
            self.show()

    def action_next_doubt(self) -> None:
        """Go to the next place to check."""
        self._go_to_doubt(1)

    def action_previous_doubt(self) -> None:
        """Go to the place to check before."""
        self._go_to_doubt(-1)

    def _go_to_doubt(self, step: int) -> None:
        rows, cursor = self.reading.rows, self.reading.cursor
        order = [(cursor + step * n) % len(rows) for n in range(1, len(rows) + 1)]
        found = next((at for at in order if rows[at].sign is Sign.TO_CHECK), None)
        if found is None:
            self.say("Nothing is left to check in this paper.")
        else:
            self.reading.cursor = found
