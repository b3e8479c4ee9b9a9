"""What the templates of the schedule and of the action log may print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lpgminutes.documents.action_columns import status_words
from lpgminutes.documents.action_rows import DASH, ActionLine, Shown, action_cells, or_words
from lpgminutes.documents.context import LegendLine
from lpgminutes.documents.texts import Expected, Printed, Section, printable
from lpgminutes.domain.actions import ActionSummary, are_of_several_bodies
from lpgminutes.domain.document import LegendEntry
from lpgminutes.domain.reports import ActionLog, Schedule, ScheduleEntry
from lpgminutes.domain.sayings.written_dates import long_date, short_date
from lpgminutes.services.action_figures import Age, LogFigures, OwnerFigures, figures_of_log


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
class LogLine(ActionLine):
    """A row of the action log."""

    raised: Shown
    """The meeting, by its day where the log is of one body, and the minute."""
    is_overdue: bool
    first_due: str
    slips: int
    slip_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """What one owner still has to do, in numbers."""

    owner: Shown
    outstanding: int
    overdue: int
    recent: int
    older: int
    oldest: int
    undated: int
    oldest_days: int
    slips: int
    slip_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLogContext:
    """Everything that a template of the action log may print."""

    marking: str
    title: Printed
    as_at: Printed
    actions: tuple[LogLine, ...]
    outstanding: int
    overdue: int
    figures: tuple[FigureLine, ...]
    """Each owner, and last every action once."""


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
    figures = figures_of_log(log.actions, log.as_at)
    is_of_one_body = not are_of_several_bodies(log.actions)
    return ActionLogContext(
        marking=printable(log.marking, "the marking"),
        title=expected.words(log.title, "the title", Section.HEAD),
        as_at=expected.words(long_date(log.as_at), "the day of the log", Section.HEAD),
        actions=tuple(_log_line(action, log.as_at, expected, is_of_one_body=is_of_one_body) for action in log.actions),
        outstanding=figures.total.outstanding,
        overdue=figures.total.overdue,
        figures=tuple(_figure_lines(figures, expected)),
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


def _log_line(action: ActionSummary, as_at: date, expected: Expected, *, is_of_one_body: bool) -> LogLine:
    def cell(words: str) -> Printed:
        return expected.words(words, f"the row of action {action.ref}", Section.ROWS)

    ref, text, raised = cell(action.ref), cell(action.text), cell(_raised(action, is_of_one_body=is_of_one_body))
    return LogLine(
        raised=or_words(raised),
        **action_cells(
            ref=ref,
            text=text,
            owners=[cell(owner) for owner in action.owners],
            due=cell(short_date(action.due) if action.due else action.due_as_written),
            raised_in=action.raised_in,
            status=_capitalised(status_words(action, as_at)),
        ),
        is_overdue=action.is_overdue(as_at),
        first_due=short_date(action.original_due) if action.original_due else DASH,
        slips=action.slips,
        slip_days=action.slip_days,
    )


def _raised(action: ActionSummary, *, is_of_one_body: bool) -> str:
    day = short_date(action.raised_on) if action.raised_on and is_of_one_body else action.meeting_ref
    return ", ".join(filter(None, (day, action.raised_in)))


def _figure_lines(figures: LogFigures, expected: Expected) -> Iterator[FigureLine]:
    if figures.total.outstanding:
        for row in figures.owners:
            yield _figure_line(row, row.owner or "No owner", expected)
        yield _figure_line(figures.total, "Every action once", expected)


def _figure_line(row: OwnerFigures, owner: str, expected: Expected) -> FigureLine:
    return FigureLine(
        owner=or_words(expected.words(owner, "the figures by owner", Section.TAIL)),
        outstanding=row.outstanding,
        overdue=row.overdue,
        recent=row.by_age[Age.RECENT],
        older=row.by_age[Age.OLDER],
        oldest=row.by_age[Age.OLDEST],
        undated=row.by_age[Age.UNKNOWN],
        oldest_days=row.oldest,
        slips=row.slips,
        slip_days=row.slip_days,
    )


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
