"""The due dates as a calendar, read back by a library."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from icalendar import Calendar

from lpgminutes.documents.calendar import render_action_log_ics
from lpgminutes.domain.reports import ActionLog


def events(log: ActionLog) -> list[Any]:
    """Return the events of the calendar of a log."""
    return list(Calendar.from_ical(render_action_log_ics(log)).walk("VEVENT"))


def test_each_dated_outstanding_action_is_an_event_of_its_whole_day(action_log: ActionLog) -> None:
    """What is done, and what has no date, is not in it; the log says how many lack one."""
    [event] = events(action_log)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (dt.date(2019, 6, 1), dt.date(2019, 6, 2))
    assert b"DTSTART;VALUE=DATE:20190601" in render_action_log_ics(action_log)
    assert (str(event["transp"]), str(event["class"])) == ("TRANSPARENT", "PRIVATE")
    assert action_log.undated == 1


def test_an_event_is_marked_and_says_what_where_and_by_whom(action_log: ActionLog) -> None:
    """The marking comes first, in what a calendar shows and in what it shows on opening."""
    [event] = events(action_log)
    assert event["summary"] == "OFFICIAL: AP0419-01 send the <paper> & figures"
    assert str(event["description"]).splitlines() == [
        "OFFICIAL",
        "send the <paper> & figures",
        "Owner: Ada Quill, Ben Ross",
        "Status: overdue 26 days (as at 2019-06-27)",
        "Raised: lpg/2019-04-18, minute 2.2",
    ]


def test_an_event_stays_the_same_when_its_date_is_moved(action_log: ActionLog) -> None:
    """A later file moves it; another action is another event."""
    one = action_log.actions[0]
    moved = replace(one, due=dt.date(2019, 9, 1), text="other words", slips=1)
    later = replace(action_log, as_at=dt.date(2019, 7, 1), actions=(moved, replace(one, id=9)))
    [before], [after, other] = events(action_log), events(later)
    assert before["uid"] == after["uid"] != other["uid"]
    assert after.decoded("dtstamp") > before.decoded("dtstamp")


def test_the_same_log_gives_the_same_bytes(action_log: ActionLog) -> None:
    """The stamp is the day of the log, not the hour of its making."""
    assert render_action_log_ics(action_log) == render_action_log_ics(action_log)
    assert events(action_log)[0].decoded("dtstamp") == dt.datetime(2019, 6, 27, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "words",
    [
        "a;b,c\\d\ne",
        "x\nEND:VEVENT\nBEGIN:VALARM\nATTACH:file:///etc/passwd",
        "ü" * 200,
        ":;=\"'",
        "\N{GRINNING FACE}" * 40,
    ],
)
def test_text_is_data(action_log: ActionLog, words: str) -> None:
    """No line break in a text begins a line of the calendar, and no line is longer than 75 octets."""
    action = replace(action_log.actions[0], text=words, owners=(words,))
    content = render_action_log_ics(replace(action_log, title=words, actions=(action,)))
    assert [component.name for component in Calendar.from_ical(content).walk()] == ["VCALENDAR", "VEVENT"]
    assert words in str(events(replace(action_log, actions=(action,)))[0]["description"])
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_an_empty_log_is_an_empty_calendar(action_log: ActionLog) -> None:
    """With its name."""
    content = render_action_log_ics(replace(action_log, actions=()))
    assert b"X-WR-CALNAME:Action log of the Lot Performance Group (OFFICIAL)" in content
