"""Bodies, their meetings, and the lines of their minutes."""

import datetime as dt
from dataclasses import replace

from lpgminutes.domain.markings import Marking
from lpgminutes.domain.meetings import (
    Block,
    BlockKind,
    ItemState,
    Meeting,
    MeetingSummary,
    SecondReading,
    Series,
)
from lpgminutes.domain.text import clean_line
from lpgminutes.errors import InputError, NotFoundError
from lpgminutes.services.capture import Under, record
from lpgminutes.services.ports import Store, UnitOfWork


def add_series(store: Store, series: Series, *, who: str) -> Series:
    """Add a standing body."""
    short_name = clean_line(series.short_name, what="the short name").text.lower()
    if not short_name or not all(character.isalnum() or character in "-_" for character in short_name):
        raise InputError("A short name is letters, digits and hyphens, such as lpg: it is typed to name a meeting.")
    name = clean_line(series.name, what="the name of the body").text
    if not name:
        raise InputError("The body's name is missing: give it as it is printed on the minutes.")
    with store.change("add a series", who=who) as work:
        added = work.series.add(replace(series, short_name=short_name, name=name))
        work.commit()
    return added


def set_second_reading(store: Store, short_name: str, wanted: SecondReading, *, who: str) -> Series:
    """Decide whether a release of a body's minutes needs a second reader."""
    with store.change("set the second reading of a body", who=who) as work:
        changed = work.series.save(replace(_series(work, short_name), second_reading=wanted))
        work.commit()
    return changed


def all_series(store: Store) -> tuple[Series, ...]:
    """Return every standing body by name."""
    with store.read() as records:
        return records.series.all()


def new_meeting(
    store: Store,
    series: str,
    *,
    date: dt.date | None,
    marking: Marking | None = None,
    title: str = "",
    who: str,
) -> Meeting:
    """Start the minutes of a meeting: its title and marking from the body, its items from the body's agenda."""
    with store.change("add a meeting", who=who) as work:
        body = _series(work, series)
        chosen = marking or body.marking
        if chosen is None:
            raise InputError(f"The body {body.short_name} has no marking of its own: give the meeting one.")
        added = work.meetings.add(
            Meeting(
                series=body,
                title=clean_line(title, what="the title").text or body.name,
                marking=chosen,
                date=date,
                items=tuple(
                    Block(kind=BlockKind.ITEM, text=title, state=ItemState.NOT_REACHED) for title in body.agenda
                ),
            )
        )
        work.commit()
    return added


def _series(work: UnitOfWork, short_name: str) -> Series:
    found = work.series.find(short_name)
    if found is None:
        known = ", ".join(series.short_name for series in work.series.all()) or "none yet"
        raise NotFoundError(f"There is no body {short_name}. Known: {known}.")
    return found


def meeting(store: Store, ref: str) -> Meeting:
    """Return a meeting by its ref (``lpg/2019-06-27``) or its id."""
    with store.read() as records:
        return records.meetings.get(ref)


def meetings(store: Store, *, today: dt.date, series: str | None = None) -> tuple[MeetingSummary, ...]:
    """Return what a list of meetings shows, newest first."""
    with store.read() as records:
        return records.meetings.summaries(today=today, series=series)


def add_line(store: Store, ref: str, line: str, *, item: str | None = None, who: str) -> Block:
    """Record a line in the minutes of a draft; ``item`` is the number of the item it goes under, else the last."""
    return record(store, ref, line, under=Under(number=item), who=who).block
