import datetime as dt
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from lpgminutes.domain.actions import Action
from lpgminutes.domain.compose import compose
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Contact, Meeting, Series
from lpgminutes.domain.people import Attendance
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


# Several traps in each, as many as the narrowest list has room for: every text costs an app of its own.
HOSTILE = [
    "Ask [s40] J see [/b] end",
    "x [@click=app.quit]y[/] z",
    "[TBC] {{ m }} {%x%} \\[b] \\",
    "[black on black]NAME[/]",
    "[link=file:///x]y $a <b>&",
    "\u4f1a\u8b70 caf\u00e9 \U0001f469\u200d\U0001f4bc \U0001f1ec\U0001f1e7",
]


def _crowded(records: Store, text: str) -> Meeting:
    """A meeting that has the text in every place that a person can type in."""
    marking = read_marking("OFFICIAL")
    series = services.add_series(
        records, Series(short_name="odd", name=text, marking=marking, agenda=(text,)), who=text
    )
    started = services.new_meeting(records, "odd", date=dt.date(2019, 6, 27), title=text, who=text)
    with records.change("crowd the meeting", who=text) as work:
        work.meetings.add_attendance(started, Attendance(name=text, role=text, organisation=text))
        work.actions.add(
            Action(ref=text, text=text, owners=(text,), due_as_written=text), meeting=started, raised_in=None
        )
        contact = Contact(name=text, email=text)
        work.meetings.save_head(_with(work.meetings.get(started.ref), text, contact))
        work.commit()
    for line in (text, f"- Label: {text}", f"-- {text}"):
        services.add_line(records, started.ref, line, who=text)
    assert series.name == text
    return services.meeting(records, started.ref)


def _with(meeting: Meeting, text: str, contact: Contact) -> Meeting:
    from dataclasses import replace

    return replace(meeting, subtitle=text, location=text, contact=contact)


@pytest.mark.parametrize("text", [HOSTILE[0], *(pytest.param(one, marks=pytest.mark.soak) for one in HOSTILE[1:])])
async def test_what_is_stored_is_what_the_screen_shows(text: str, at_the_screens: "Sitting", records: Store) -> None:
    """Text is data in every list, in the minutes, in the line that is typed, and in what is said in passing."""
    meeting = _crowded(records, text)
    printed = sum(part.plain().count(text) for part in compose(meeting).texts())
    async with at_the_screens((160, 70)) as person:
        assert person.sees.count(text) == 2, "the series and the meeting"
        await person.press("tab", "down")
        assert f"Meetings of {text}" in person.sees
        await person.press("tab", "enter")
        assert meeting.ref in person.lines[0]
        await person.press("f2")
        assert f"Under 1  {text}" in person.sees
        assert person.sees.count(text) > printed + 2, "the people and the actions at the right"
        await person.press("f2", "f3", "f3")
        assert person.sees.count(text) == printed + 1, "the minutes, and the item below them"
        await person.fill(text)
        await person.press("enter")
        kept = [block.text for block in services.meeting(records, meeting.ref).blocks()]
        assert kept[-1].replace("@", "") == text.replace("@", ""), "a name after an @ is written out"
        assert person.sees.count(kept[-1]) == (printed + 2 if kept[-1] == text else kept.count(kept[-1]))
        await person.press("escape", "u", "u")
        assert f"It was done by {text} and wrote" in person.sees
        await person.press("escape", "escape", "s")
        await person.fill("odd")
        await person.press("tab")
        await person.fill(text)
        await person.press("enter")
        await person.waits_for(text)
        assert person.app.is_running


TABLE = "# Finance\tand\tPayments\nBACS\t101/3\t1,204.00\tClerk\n- Total:\t1,204.00\n! @Tom_Field(DWP) to pay\t41."


async def test_a_pasted_table_leaves_the_screen_whole(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """No tab goes to the terminal, which would move everything behind it; what is stored has them as they came."""
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        await person.paste(TABLE)
        await person.press("enter")
        for keys in ((), ("escape",), ("e",), ("f8",)):
            await person.press(*keys)
            assert "\t" not in person.sees
            assert {cell_len(line) for line in person.strips} == {120}
        await person.press("escape", "escape")
        assert "BACS    101/3   1,204.00        Clerk" in person.sees
    texts = [block.text for block in services.meeting(records, june.ref).blocks()]
    assert "BACS\t101/3\t1,204.00\tClerk" in texts
