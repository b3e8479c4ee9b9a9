"""Bodies, their meetings, and the lines of their minutes."""

import datetime as dt
from dataclasses import replace

from lpgminutes.domain.capture import CapturedLine, LineKind, read_line
from lpgminutes.domain.markings import Marking
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, MeetingStatus, MeetingSummary, SecondReading, Series
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import InputError, NotFoundError, UsageError
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
                items=tuple(Block(kind=BlockKind.ITEM, text=title) for title in body.agenda),
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
    captured = read_line(clean(line, what="the line").text)
    if captured.refusal or captured.kind is LineKind.JUMP:
        raise UsageError("The line is empty: type what is to be minuted.")
    with store.change(f"add {_article(captured.block_kind)}", who=who) as work:
        taken = work.meetings.get(ref)
        if taken.status is not MeetingStatus.DRAFT:
            raise UsageError(f"The minutes of {taken.ref} are {taken.status.value}: a line can be added to a draft.")
        added = work.meetings.add_block(
            taken,
            Block(kind=captured.block_kind, style=captured.style, label=captured.label, text=captured.text),
            parent=_parent(taken, captured, item),
        )
        work.commit()
    return added


def _article(kind: BlockKind) -> str:
    return f"an {kind.value}" if kind is BlockKind.ITEM else f"a {kind.value}"


def _parent(taken: Meeting, captured: CapturedLine, item: str | None) -> Block | None:
    """Return the block that a line goes under: the last of the kind that may hold it."""
    if captured.block_kind is BlockKind.ITEM:
        return None
    parent = _item(taken, item)
    for level in range(captured.depth):
        if not parent.children:
            missing = "minute" if level == 0 else "point"
            raise UsageError(f"There is no {missing} yet for this point to hang under: type the {missing} first.")
        parent = parent.children[-1]
    return parent


def _item(taken: Meeting, number: str | None) -> Block:
    if not taken.items:
        raise UsageError("There is no item yet: start one with # and its title, as in: # Welcome")
    if number is None:
        return taken.items[-1]
    for position, item in enumerate(taken.items, start=1):
        if (item.number or str(position)) == number:
            return item
    raise NotFoundError(f"There is no item {number} in {taken.ref}; it has {len(taken.items)}.")
