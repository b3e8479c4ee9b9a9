"""What the templates of the schedule and of the action log may print."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from lpgminutes.documents.context import DASH, LegendLine, Shown, or_words
from lpgminutes.documents.texts import Expected, Printed, Section, printable
from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.domain.document import LegendEntry
from lpgminutes.domain.reports import ActionLog, Schedule, ScheduleEntry
from lpgminutes.domain.written_dates import long_date, short_date

_STATUS_WORDS: Final = {ActionStatus.COMPLETE: "complete, awaiting agreement"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """A row of the schedule: one mark of the release copy."""

    id: Printed
    place: Shown
    what: Shown
    citation: Shown
    exemption_kind: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """How many marks cite an exemption."""

    citation: Printed
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleContext:
    """Everything that a template of the schedule may print."""

    marking: str
    case: Printed
    title: Printed
    entries: tuple[MarkLine, ...]
    counts: tuple[CountLine, ...]
    key: tuple[LegendLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """A row of the action log."""

    ref: Shown
    text: Shown
    owners: tuple[Shown, ...]
    due: Shown
    status: str
    is_overdue: bool
    meeting: Shown
    raised_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLogContext:
    """Everything that a template of the action log may print."""

    marking: str
    title: Printed
    as_at: Printed
    actions: tuple[LogLine, ...]
    outstanding: int
    overdue: int


def schedule_context(schedule: Schedule, expected: Expected) -> ScheduleContext:
    """Return what a template prints of ``schedule``, taking each of its texts into ``expected``."""
    return ScheduleContext(
        marking=printable(schedule.marking, "the marking"),
        case=expected.words(schedule.case, "the case reference", Section.HEAD),
        title=expected.text(schedule.title, Section.HEAD),
        entries=tuple(_mark_line(entry, expected) for entry in schedule.entries),
        counts=tuple(
            CountLine(citation=expected.words(citation, "the counts", Section.TAIL), number=number)
            for citation, number in schedule.counts
        ),
        key=tuple(_key_line(entry, expected) for entry in schedule.key),
    )


def action_log_context(log: ActionLog, expected: Expected) -> ActionLogContext:
    """Return what a template prints of ``log``, taking each of its texts into ``expected``."""
    return ActionLogContext(
        marking=printable(log.marking, "the marking"),
        title=expected.words(log.title, "the title", Section.HEAD),
        as_at=expected.words(long_date(log.as_at), "the day of the log", Section.HEAD),
        actions=tuple(_log_line(action, log.as_at, expected) for action in log.actions),
        outstanding=sum(action.status.is_outstanding for action in log.actions),
        overdue=sum(action.is_overdue(log.as_at) for action in log.actions),
    )


def _mark_line(entry: ScheduleEntry, expected: Expected) -> MarkLine:
    def cell(words: str) -> Shown:
        return or_words(expected.words(words, f"the row of {entry.id}", Section.ROWS))

    return MarkLine(
        id=expected.words(entry.id, f"the row of {entry.id}", Section.ROWS),
        place=cell(entry.place),
        what=cell(entry.what),
        citation=cell(entry.citation),
        exemption_kind=cell(entry.exemption_kind),
    )


def _key_line(entry: LegendEntry, expected: Expected) -> LegendLine:
    return LegendLine(
        mark=expected.words(entry.mark, "the key", Section.TAIL),
        meaning=expected.words(entry.meaning, "the key", Section.TAIL),
    )


def _log_line(action: ActionSummary, today: date, expected: Expected) -> LogLine:
    def cell(words: str) -> Shown:
        return or_words(expected.words(words, f"the row of action {action.ref}", Section.ROWS))

    return LogLine(
        ref=cell(action.ref),
        text=cell(action.text),
        owners=tuple(cell(owner) for owner in action.owners if owner) or (DASH,),
        due=cell(short_date(action.due) if action.due else action.due_as_written),
        status=_STATUS_WORDS.get(action.status, action.status.value),
        is_overdue=action.is_overdue(today),
        meeting=cell(action.meeting_ref),
        raised_in=printable(action.raised_in, "the action log"),
    )
