"""Who comes, who goes, who is away: one key in the list of people, with the time of now."""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from lpgminutes.bootstrap import local_now
from lpgminutes.domain.people import Attendance, Declaration, Mode
from lpgminutes.domain.quorum import quorum_of
from lpgminutes.tui.requests.people import change_people
from lpgminutes.tui.screens.meeting.panes import Panes

if TYPE_CHECKING:
    from lpgminutes.tui.dialogs.person_here import PersonNoted
    from lpgminutes.tui.messages.meeting import OpenedMeeting

_DECLARATIONS = re.compile(r"\binterests?\b|\bdeclarations?\b", re.IGNORECASE)


class PeopleHere(Panes):
    """The list of people, and what is noted in it."""

    def said_of_people(self, opened: "OpenedMeeting") -> str:
        """Say how many are here, and whether that is enough."""
        meeting = opened.meeting
        quorum = quorum_of(meeting.series.quorum, meeting.attendance)
        said = super().said_of_people(opened)
        return f"{said}, {quorum.words().partition(':')[0]}" if quorum else said

    def _note(self, change: Callable[..., object], *about: Any, **how: Any) -> None:  # noqa: ANN401 - handed on
        if self.may_write(lambda: self._note(change, *about, **how)):
            change_people(self, self.at_hand, change, *about, why=self.why, **how)

    def _person(self) -> Attendance | None:
        return self.people.highlighted

    def action_arrived(self) -> None:
        """Note that somebody came, or came back."""
        from lpgminutes.services.attending import arrive

        if person := self._person():
            self._note(arrive, person.name, at=local_now().time().replace(second=0, microsecond=0))

    def action_departed(self) -> None:
        """Note that somebody left."""
        from lpgminutes.services.attending import leave

        if person := self._person():
            self._note(leave, person.name, at=local_now().time().replace(second=0, microsecond=0))

    def action_apologies(self) -> None:
        """Note that somebody sent apologies."""
        from lpgminutes.services.attending import apologise

        if person := self._person():
            self._note(apologise, person.name)

    def action_dialled_in(self) -> None:
        """Note that somebody takes part from elsewhere, or in the room after all."""
        from lpgminutes.services.attending import AttendanceChange, attend

        if person := self._person():
            mode = Mode.IN_PERSON if person.mode is Mode.DIALLED_IN else Mode.DIALLED_IN
            self._note(attend, person.name, AttendanceChange(mode=mode))

    def action_for_item(self) -> None:
        """Note that somebody is here for the item at hand alone."""
        from lpgminutes.services.attending import AttendanceChange, attend

        person, item = self._person(), self.view.item
        if person and item:
            items = () if person.items == (item,) else (item,)
            self._note(attend, person.name, AttendanceChange(items=items))

    def action_strike(self) -> None:
        """Take somebody out of the attendance."""
        from lpgminutes.services.attending import strike

        if person := self._person():
            self._note(strike, person.name)

    def action_deputy(self) -> None:
        """Ask for whom somebody deputises."""
        from lpgminutes.services.attending import AttendanceChange, attend

        if person := self._person():
            self._ask(
                f"For whom is {person.name} here?",
                "For",
                "By any part of the name, or by initials.",
                lambda typed: self._note(attend, person.name, AttendanceChange(deputising_for=typed)),
            )

    def action_guest(self) -> None:
        """Ask who is here too, and in what capacity."""
        from lpgminutes.tui.dialogs.person_here import AddPerson

        register = self.opened.context.people.register if self.opened is not None else ()
        names = (person.name for person in register)
        self.app.push_screen(AddPerson(names, self.at_hand.tools.people), self._note_person)

    def action_change(self) -> None:
        """Ask what is to be put right in somebody's row."""
        from lpgminutes.tui.dialogs.person_here import ChangePerson

        if person := self._person():
            note = partial(self._note_person, revision=person.revision)
            self.app.push_screen(ChangePerson(person), note)

    def _note_person(self, noted: "PersonNoted | None", revision: int | None = None) -> None:
        from lpgminutes.services.attending import attend

        if noted is not None:
            self._note(attend, noted.name, noted.change, revision=revision)

    def action_interest(self) -> None:
        """Ask what interest somebody declares."""
        if person := self._person():
            self._declare(Declaration(name=person.name, item=self._item_declared_in(), nature=""))

    def _item_declared_in(self) -> str | None:
        """Return the item that an interest most likely bears on: none while the item is that of the declarations."""
        item = next((item for item in self.items if item.number == self.view.item), None)
        return None if item is None or _DECLARATIONS.search(item.title.plain()) else item.number

    def action_interests(self) -> None:
        """List what was declared."""
        from lpgminutes.services.attending import strike_declaration
        from lpgminutes.tui.dialogs.interests import Interests, TakeOut

        def answered(answer: Declaration | TakeOut | bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if isinstance(answer, Declaration):
                self._declare(answer)
            elif isinstance(answer, TakeOut):
                self._note(strike_declaration, answer.declaration)
            elif answer:
                person = self._person() if self.focused is self.people else None
                name = person.name if person else ""
                self._declare(Declaration(name=name, item=self._item_declared_in(), nature=""))

        if self.opened is not None:
            self.app.push_screen(Interests(self.opened.meeting.declarations), answered)

    def _declare(self, draft: Declaration) -> None:
        """Ask for a declaration, or for what is to change in one."""
        from lpgminutes.services.attending import declare
        from lpgminutes.tui.dialogs.declare_interest import DeclareInterest

        def declared(declaration: Declaration | None) -> None:
            if declaration is not None:
                self._note(declare, declaration)

        names = tuple(person.name for person in self.people.rows)
        items = {item.number: item.title.plain() for item in self.items}
        self.app.push_screen(DeclareInterest(draft, names, items), declared)

    def _ask(self, heading: str, label: str, purpose: str, then: Callable[[str], None]) -> None:
        from lpgminutes.tui.dialogs.ask_line import AskLine

        def answered(typed: str | None) -> None:
            if typed:
                then(typed)

        self.app.push_screen(AskLine(heading, label, purpose), answered)
