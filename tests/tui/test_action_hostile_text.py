"""What people typed is shown to the letter in the log, the detail, the pass, the figures and every dialog."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.action_log.changes import AddNote, NewAction, Reassign, Reword
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.domain.people import Attendance
from lpgminutes.services import meetings as services
from lpgminutes.services.action_log import add_action, change_actions
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

# Several traps in each, as many as the narrowest list has room for: every text costs an app of its own.
HOSTILE = [
    "Ask [s40] J see [/b]",
    "x [@click=app.quit]y[/]",
    "[blink]N[/] a \\[b] c \\",
    "{{ m }} {%x%} $a \u4f1a\u8b70",
]
WIDEST_NAME = 24
"""Characters of an owner that the figures have room for."""


def _raised(records: Store, text: str, day: dt.date) -> Meeting:
    """A meeting that raised an action with the text in every place, and the draft of the next one."""
    series = Series(short_name="odd", name=text, marking=read_marking("OFFICIAL"), agenda=("Action Points",))
    services.add_series(records, series, who=text)
    held = services.new_meeting(records, "odd", date=dt.date(2019, 6, 27), title=text, who=text)
    services.add_line(records, held.ref, text, who=text)
    new = NewAction(text=f"do {text}", owners=(text,), due_as_written=text, ref="AP1")
    add_action(records, held.ref, new, raised_in="1.1", who=text)
    for change in (Reword(text=text, why=text), Reassign(owners=("Jo", text), why=text), AddNote(text=text)):
        change_actions(records, ["AP1"], change, who=text, on=day)
    following = services.new_meeting(records, "odd", date=day, title=text, who=text)
    with records.change("attend", who=text) as work:
        work.meetings.add_attendance(following, Attendance(name=text))
        work.commit()
    return following


@pytest.mark.parametrize("text", [HOSTILE[0], *(pytest.param(one, marks=pytest.mark.soak) for one in HOSTILE[1:])])
async def test_what_is_stored_is_what_every_screen_of_the_log_shows(
    text: str, at_the_screens: "Sitting", records: Store, on_1_august: dt.date
) -> None:
    """Text is data: in the table, the detail, the dialogs, the pass, the draft, the figures, and in passing."""
    _raised(records, text, on_1_august)
    async with at_the_screens((170, 60)) as person:
        await person.press("f8")
        await person.waits_for(f"Note: {text}")
        assert person.sees.count(text) >= 9, "table, text, owners, due, as minuted, minute, history"
        await person.press("slash")
        await person.fill(f'"{text}')
        assert f'Filter  "{text}' in person.sees
        assert "1 action " in person.reads
        await person.press("enter")
        await person.press("r")
        await person.fill(f"Jo, {text}")
        await person.press("enter")
        await person.waits_for("has these owners already")
        await person.press("escape")
        await person.press("v")
        assert f'It shows: "{text}' in person.reads
        await person.press("escape")
        await person.press("i")
        assert text in person.lines[1], "what is listed"
        if len(text) <= WIDEST_NAME:
            assert person.sees.count(text) == 3, "and the owner in both charts"
        await person.press("escape")
        await person.press("p")
        assert f"{text} is here" in person.sees
        await person.press("n")
        await person.fill(text)
        await person.press("enter")
        assert f"(Jo, {text})" in person.sees
        await person.press("e")
        assert f"AP1 (Jo, {text}): {text}" in person.reads
        await person.press("escape")
        assert person.app.is_running
