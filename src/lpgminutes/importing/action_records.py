"""The actions that were found, made records: where they were raised, what their words say of a day."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lpgminutes.domain.actions import Action, ActionEvent
from lpgminutes.domain.due_dates import DueKind, DueReading
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.sayings.written_dates import dates_in
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.importing.body import Body, Placed
from lpgminutes.importing.found_action import FoundAction
from lpgminutes.importing.logged_actions import without_logged
from lpgminutes.importing.paragraphs import Opening, Paragraph
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.told_actions import told_actions
from lpgminutes.services.ports import DateReader

_AT_A_MEETING = re.compile(
    r"\b(?:at|for|before|by|ahead of|in time for|to) (?:the |a |an |our )?(?:next|future|following|"
    r"forthcoming|subsequent) "
    r"(?:[\w&'\u2019-]+ ){0,4}?(?:meeting|board|committee|agm|panel|forum)s?\b",
    re.IGNORECASE,
)

_TO_A_MEETING = re.compile(
    r"to (?:the |our )?(?:next|[A-Z][a-z]+) (?:meeting|agm|(?:board|committee|panel|forum|group|council)(?: meeting)?)",
    re.IGNORECASE,
)
"""``to the May Board`` and ``to the next meeting`` say by when; ``to the May Fair Committee`` says to whom."""
_SOME_DAY = re.compile(r"to (?:an? )?(?:future|forthcoming|subsequent)\b", re.IGNORECASE)
_INVITES = re.compile(r"\binvit(?:e|es|ed|ing|ation)\b[^.;]*$", re.IGNORECASE)
_OF_A_MEETING = re.compile(
    r"\b(?:(?:by|at|for|before|until|ahead of|in time for|in advance of)\b.*\b(?:meeting|agm|board|committee|forum)"
    r"|agm)",
    re.IGNORECASE,
)


def action_records(
    found: Sequence[FoundAction],
    body: Sequence[Paragraph],
    tree: Body,
    meeting: Meeting,
    dates: DateReader | None,
    remarks: Remarks,
) -> tuple[Action, ...]:
    """Return the actions of a paper in its order: those found by a cue, and those told in a sentence."""
    places = {id(place.paragraph): place for place in tree.placed}
    read = [(action, _record(action, body, places, meeting, dates, remarks)) for action in found]
    marked = [(action.place, record) for action, record in without_logged(read, remarks)]
    cued = {(id(body[action.paragraph])) for action in found}
    told = [
        (place.paragraph.line, action)
        for place in tree.placed
        if id(place.paragraph) not in cued
        for action in _told(place, remarks)
    ]
    return tuple(action for _, action in sorted([*marked, *told], key=_order))


def _order(placed: tuple[int, Action]) -> int:
    return placed[0]


def _told(place: Placed, remarks: Remarks) -> Iterator[Action]:
    """Yield the actions that the text of a block tells of."""
    if place.paragraph.opening is Opening.ITEM:
        return
    marks = [mark for mark in place.block.marks if mark.field == "text"]
    line = place.paragraph.line
    for told in told_actions(place.block.text, marks):
        if not told.owners:
            remarks.at(line, "an action names nobody that it belongs to; add the owner by hand.")
        text = clean_line(told.text, what=f"The action in the paragraph on line {line}", limit=len(told.text)).text
        yield Action(ref=told.ref, owners=told.owners, text=text, raised_in=place.number)


def _record(
    found: FoundAction,
    body: Sequence[Paragraph],
    places: Mapping[int, Placed],
    meeting: Meeting,
    dates: DateReader | None,
    remarks: Remarks,
) -> Action:
    place = places.get(id(body[found.paragraph]))
    action = Action(
        ref=clean_line(found.ref, what="A reference").text if found.ref else None,
        owners=tuple(clean_line(owner, what="An owner").text for owner in found.owners),
        text=clean(found.text, what=f"The action near line {found.place}").text,
        due_as_written=clean_line(found.due_words, what="A due date").text,
        raised_in=place.number if place else None,
        status=found.status,
        history=tuple(_events(found)),
    )
    return _with_due(action, found, meeting, dates, remarks)


def _events(found: FoundAction) -> Iterator[ActionEvent]:
    """Yield what a log says beside the action, each in its own words."""
    if found.raised:
        days = dates_in(found.raised)
        yield ActionEvent(what="raised", after=found.raised, date=days[0] if len(days) == 1 else None)
    if found.status_words:
        yield ActionEvent(what="status", after=found.status_words)
    for note in found.notes:
        yield ActionEvent(what="note", after=note)


def _with_due(
    action: Action, found: FoundAction, meeting: Meeting, dates: DateReader | None, remarks: Remarks
) -> Action:
    """Read the due words of an action from the day that it was raised, else from the day of the meeting."""
    on = _raised_on(found) or meeting.date
    if dates is None or on is None:
        return action
    following = meeting.next_meeting.date if meeting.next_meeting else None
    if found.due_words:
        reading = dates.read(action.due_as_written, on=on, next_meeting=following)
    else:
        phrase = dates.find(action.text, on=on, next_meeting=following)
        if phrase is None or not _is_deadline(phrase.reading):
            return replace(action, due_as_written=_meeting_phrase(action.text))
        reading = phrase.reading
        action = replace(action, due_as_written=reading.phrase)
    if reading.kind in {DueKind.ASK, DueKind.UNREAD}:
        remarks.at(found.place, "the due date of an action is for you to settle; its words were kept.")
    return replace(action, due=reading.due)


def _is_deadline(reading: DueReading) -> bool:
    """Whether a phrase inside an action says by when: ``by the panel`` and ``to the board`` say by or for whom."""
    if reading.kind in {DueKind.DATE, DueKind.ASK}:
        return True
    is_told = _OF_A_MEETING.search(reading.phrase) or _TO_A_MEETING.fullmatch(reading.phrase)
    return reading.kind is DueKind.MEETING and bool(is_told)


def _meeting_phrase(text: str) -> str:
    """Return the words that put an action off to a meeting, which has no date yet.

    Whoever is to be invited to some future meeting is invited now.
    """
    match = _AT_A_MEETING.search(text)
    invites = match is not None and bool(_SOME_DAY.match(match.group()) and _INVITES.search(text, 0, match.start()))
    return match.group() if match and not invites else ""


def _raised_on(found: FoundAction) -> dt.date | None:
    days = dates_in(found.raised)
    return days[0] if len(days) == 1 else None


def structure_of(body: Sequence[Paragraph], rows: Mapping[int, Sequence[FoundAction]]) -> Iterator[str]:
    """Yield the words of the body that became numbers, bullets or fields of an action."""
    for index, paragraph in enumerate(body):
        if index not in rows:
            yield paragraph.mark
        elif not rows[index]:
            yield paragraph.text  # a row without an action heads the table, or a group of its rows
        for action in rows.get(index, ()):
            yield from (action.text, action.due_words, action.status_words, action.raised, action.ref or "")
            yield from (*action.owners, *action.notes)
