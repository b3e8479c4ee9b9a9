"""The fields of one meeting's file. Their descriptions are those of the published JSON Schema."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainValidator, ValidationInfo, WithJsonSchema

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.meetings import MeetingStatus, PointStyle
from lpgminutes.domain.people import Capacity, Conduct
from lpgminutes.interchange.field_types import (
    AS_TEXT,
    ActionStatusChoice,
    CapacityChoice,
    Clock,
    ConductChoice,
    Day,
    MeetingStatusChoice,
    ModeChoice,
    Rows,
    StateChoice,
    StyleChoice,
    Text,
    TextOrNothing,
    TextOrNull,
    WholeNumber,
    YesOrNo,
)
from lpgminutes.interchange.places import quoted

FORMAT = "lpgminutes.meeting"
VERSION = 1


def _format(value: object) -> str:
    if value != FORMAT:
        raise ValueError(f"{quoted(value)} is not a meeting's file; its format is '{FORMAT}'.")
    return FORMAT


def _version(value: object, info: ValidationInfo) -> int:
    is_text = bool((info.context or {}).get(AS_TEXT))
    if isinstance(value, bool) or value != (str(VERSION) if is_text else VERSION):
        raise ValueError(f"this program reads version {VERSION}; a later program wrote another one.")
    return VERSION


class FileModel(BaseModel):
    """A group of fields; what it does not know is kept aside, to be named in a warning."""

    model_config = ConfigDict(extra="allow", use_attribute_docstrings=True)


class MarkModel(FileModel):
    """A redaction mark that stands in a text which came in redacted."""

    field: Text
    """The field beside this list that the mark stands in, such as text, name or contact.email."""
    start: WholeNumber
    """Where the mark begins in that text, counted in characters from 0."""
    end: WholeNumber
    """Where it ends; start and end are both 0 in a field that holds no text."""
    as_shown: Text
    """The mark to the letter, such as XXXX S43."""
    label: TextOrNull = None
    """The printed label that covers it, such as S40(2); null when nothing was printed."""
    exemptions: list[Text] | None = None
    """What the label was read as, in full citations; without this field the label is read."""


class PreMarkModel(FileModel):
    """Words that the secretary marked, while typing, as likely to be withheld one day; printed nowhere."""

    field: Text = "text"
    """text or label."""
    start: WholeNumber
    """Where the words begin, counted in characters from 0."""
    end: WholeNumber
    exemption: Text
    """As typed, such as S43."""


class PhraseModel(FileModel):
    """A house phrase: a short key that expands while minutes are typed."""

    key: Text
    """Typed after a semicolon."""
    text: TextOrNothing
    """What stands in its place; without it the key means nothing in this body."""


class SeriesModel(FileModel):
    """The standing body whose meeting it is."""

    short_name: Text
    """Letters, digits and hyphens; typed to name the body."""
    name: Text
    """The body's name as printed."""
    action_reference: TextOrNull = None
    """The pattern of its action references, with {yyyy} {yy} {mm} {nn} {nnn} {fy} {body}."""
    marking: TextOrNull = None
    """The marking that a new meeting starts with."""
    agenda: Rows[Text]
    """The titles of the items that a new meeting starts with."""
    quorum: TextOrNothing = ""
    """The rule: a number of members, or a share of them, such as 5, 1/3 or half."""
    phrases: Rows[PhraseModel]
    """Its own house phrases."""


class AttendanceModel(FileModel):
    """One row of the attendance, as at this meeting."""

    name: Text
    initials: TextOrNothing = ""
    """The initials by which the minutes call the person, where they declare any."""
    role: TextOrNothing = ""
    organisation: TextOrNothing = ""
    capacity: CapacityChoice = Capacity.MEMBER
    """In what capacity."""
    mode: ModeChoice = None
    """How; null when not recorded."""
    deputising_for: TextOrNothing = ""
    items: Rows[Text]
    """The numbers of the items attended; empty for the whole meeting."""
    arrived: Clock = None
    """When, if not there from the start."""
    departed: Clock = None
    """When, if not there to the end."""
    note: TextOrNothing = ""
    marks: Rows[MarkModel]
    """Redaction marks of a document that came in redacted."""


class PointModel(FileModel):
    """A point under a minute or under another point."""

    label: TextOrNothing = ""
    """The run-in label, without its colon."""
    text: TextOrNothing
    """The words."""
    style: StyleChoice = PointStyle.BULLET
    """How it is printed."""
    points: "Rows[PointModel]"
    """The points under it."""
    to_check: YesOrNo = False
    """Whether the words are still to be checked."""
    pre_marks: Rows[PreMarkModel]
    marks: Rows[MarkModel]
    """Redaction marks of a document that came in redacted."""


class MinuteModel(FileModel):
    """A numbered paragraph."""

    number: TextOrNull = None
    """As printed, n.m; without it the number follows from the order."""
    label: TextOrNothing = ""
    """The run-in label, without its colon."""
    text: TextOrNothing
    """The words."""
    points: Rows[PointModel]
    """The points under it."""
    to_check: YesOrNo = False
    """Whether the words are still to be checked."""
    pre_marks: Rows[PreMarkModel]
    marks: Rows[MarkModel]
    """Redaction marks of a document that came in redacted."""


class ItemModel(FileModel):
    """An item of the agenda."""

    number: TextOrNull = None
    """As printed; without it the number follows from the order."""
    title: TextOrNothing
    minutes: Rows[MinuteModel]
    """The numbered paragraphs under it."""
    state: StateChoice = None
    """How far the meeting came with it; null where that was not recorded."""
    carried_from: TextOrNothing = ""
    """The meeting that put it off."""
    pre_marks: Rows[PreMarkModel]
    marks: Rows[MarkModel]
    """Redaction marks in the title of a document that came in redacted; their field is text."""


class ActionEventModel(FileModel):
    """One entry of an action's history."""

    date: Day = None
    who: TextOrNothing = ""
    what: Text
    """What changed: due, owner, status, text, note, carried."""
    before: TextOrNothing = ""
    """What stood there before. Owners stand one a line; a due date as 2019-08-01 (the words for it)."""
    after: TextOrNothing = ""
    """What stands there since; of a note, its words."""
    meeting: TextOrNothing = ""
    """The meeting at which it changed."""
    why: TextOrNothing = ""
    """The reason; of a closing, the evidence."""
    taken_over_by: TextOrNothing = ""
    """The reference of the action that replaces it, or the forum that it was handed to."""


class ActionModel(FileModel):
    """An agreed task."""

    ref: TextOrNull = None
    """Its permanent reference in the series."""
    owners: Rows[Text]
    """Who must do it: persons, roles or organisations."""
    text: Text
    """The words as minuted."""
    due: Day = None
    """The day it is due, when one is known."""
    due_as_written: TextOrNothing = ""
    """When it is due, in the words of the minutes."""
    raised_in: TextOrNull = None
    """The number of the minute that it was raised in."""
    status: ActionStatusChoice = ActionStatus.OPEN
    history: Rows[ActionEventModel]
    """Every change since it was minuted."""


class DecisionModel(FileModel):
    """Something the meeting resolved."""

    ref: TextOrNull = None
    text: Text
    decided_in: TextOrNull = None
    """The number of the minute that records it."""


class DeclarationModel(FileModel):
    """An interest that somebody at the meeting declared."""

    name: Text
    item: TextOrNull = None
    """The number of the item it bears on; null for the meeting as a whole."""
    nature: Text
    """The interest in words."""
    conduct: ConductChoice = Conduct.REMAINED
    """What the person did while the item was taken."""


class ApprovalModel(FileModel):
    """When the minutes were agreed as a true record."""

    at: TextOrNothing = ""
    """The meeting that agreed them."""
    date: Day = None
    corrections: Rows[Text]
    """What had to be put right first."""


class NextMeetingModel(FileModel):
    """When and where the body meets next: in fields, or in words where only words are known."""

    date: Day = None
    start: Clock = None
    end: Clock = None
    location: TextOrNothing = ""
    text: TextOrNothing = ""


class ContactModel(FileModel):
    """Whom to ask about the minutes."""

    name: TextOrNothing = ""
    email: TextOrNothing = ""


class MeetingModel(FileModel):
    """One meeting with everything its minutes hold."""

    format: Annotated[str, PlainValidator(_format), WithJsonSchema({"const": FORMAT})]
    version: Annotated[int, PlainValidator(_version), WithJsonSchema({"const": VERSION})]
    id: Any = None
    """Written by show, and left aside when the file is read."""
    ref: Any = None
    """Written by show, and left aside when the file is read."""
    series: SeriesModel
    title: Text
    """As printed."""
    subtitle: TextOrNothing = ""
    """As printed."""
    marking: Text
    """The protective marking as written; at most OFFICIAL-SENSITIVE."""
    marking_canonical: Any = None
    """Written by show, and left aside when the file is read."""
    date: Day = None
    """The day of the meeting; null when it is not known."""
    start: Clock = None
    end: Clock = None
    location: TextOrNothing = ""
    attendance: Rows[AttendanceModel]
    items: Rows[ItemModel]
    actions: Rows[ActionModel]
    """The actions raised at this meeting."""
    decisions: Rows[DecisionModel]
    declarations: Rows[DeclarationModel]
    approval: ApprovalModel | None = None
    next_meeting: NextMeetingModel | None = None
    contact: ContactModel | None = None
    status: MeetingStatusChoice = MeetingStatus.DRAFT
    marks: Rows[MarkModel]
    """Redaction marks in the meeting's own fields, of a document that came in redacted."""
