"""Fields that a file gives beside its words: read where the words themselves say nothing."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from lpgminutes.domain.text import clean_line
from lpgminutes.importing.attendance import PeopleField, read_people
from lpgminutes.importing.attendance_labels import group_of
from lpgminutes.importing.head import Head
from lpgminutes.importing.head_lines import read_head_line
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine

_TITLES = ("title", "meeting", "name", "subject")
_DAYS = ("start", "meeting_date", "meeting-date", "meetingdate", "date")
_PLACES = ("location", "venue", "place")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<hour>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_PUBLISHED = "the day was taken from the field 'date' beside the text, which may be the day of publication; check it."


def with_front_matter(
    head: Head, fields: Sequence[tuple[str, str]], margins: Sequence[SourceLine], remarks: Remarks
) -> Head:
    """Fill what the head lacks from the fields beside the text, and then from headers and footers."""
    named = {key.casefold(): value for key, value in fields}
    used: list[str] = []
    head = _with_title(head, named, used)
    head = _with_day(head, named, used, remarks)
    head = _with_people(head, named, used, remarks)
    place = next((key for key in _PLACES if named.get(key)), None)
    if place and not head.location:
        used.append(place)
        head = replace(head, location=clean_line(named[place], what="The place").text)
    for key, value in named.items():
        if key not in used and value.strip():
            remarks.leave(1, f"{key}: {value}", "a field beside the text")
    return _with_margins(head, margins)


def _with_title(head: Head, named: dict[str, str], used: list[str]) -> Head:
    key = next((key for key in _TITLES if named.get(key)), None)
    if head.title or key is None:
        return head
    used.append(key)
    return replace(head, title=clean_line(named[key], what="The title").text)


def _with_day(head: Head, named: dict[str, str], used: list[str], remarks: Remarks) -> Head:
    for key in _DAYS:
        match = _ISO.match(named.get(key, ""))
        if match is None or head.date is not None:
            continue
        try:
            day = dt.date.fromisoformat(match["day"])
        except ValueError:
            continue
        if key == "date":
            remarks.whole(_PUBLISHED[0].upper() + _PUBLISHED[1:])
        used.append(key)
        start, zone = match["hour"], match["zone"]
        end = _ISO.match(named.get("end", "")) if key == "start" else None
        if end is not None:
            used.append("end")
        if zone and start:
            remarks.whole("The hours beside the text are given in a time zone of their own (UTC); check them.")
        return replace(head, date=day, start=_hour(start), end=_hour(end["hour"] if end else None))
    return head


def _hour(text: str | None) -> dt.time | None:
    try:
        return dt.time.fromisoformat(text) if text else None
    except ValueError:
        return None


def _with_people(head: Head, named: dict[str, str], used: list[str], remarks: Remarks) -> Head:
    rows = list(head.attendance)
    for key, value in named.items():
        group = group_of(key.replace("_", " "))
        if group is None or not value.strip() or head.attendance:
            continue
        used.append(key)
        lines = tuple(SourceLine(spaced=line, place=1) for line in value.split("\n") if line.strip())
        people = PeopleField(group=group, place=1, lines=lines, is_run_in=len(lines) == 1)
        rows += read_people(people, remarks)
    return replace(head, attendance=tuple(rows))


def _with_margins(head: Head, margins: Sequence[SourceLine]) -> Head:
    """Take the date or the title from a header of the page where nothing else gives it."""
    for line in margins:
        said = read_head_line(line.text)
        if head.date is None and said.when is not None:
            head = replace(head, date=said.when.date, start=said.when.start, end=said.when.end)
        if not head.title and said.title and not said.is_reference:
            head = replace(head, title=said.title)
    return head
