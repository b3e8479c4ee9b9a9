"""The command of the chair: what is outstanding, overdue first."""

import datetime as dt
import shutil
import sys
from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.domain.reports import ActionLog
from lpgminutes.domain.written_dates import short_date
from lpgminutes.errors import UsageError

_HEADS = ("ACTION", "OWNER", "DUE", "STATE", "RAISED", "TEXT")
_GAP = 2
_LEAST_TEXT = 24
_LONGEST = (16, 18, 16, 22, 24)
"""How long the cells before the text may be on a terminal."""
_EMPTY = "There is no outstanding action; --all lists those that are done as well."


@click.command(epilog="Example: lpgminutes actions --series lpg --as-at 2019-08-01 -o action-log.docx")
@click.option("--series", metavar="NAME", help="Only the actions of this body.")
@click.option("--all", "everything", is_flag=True, help="Those that are done as well.")
@click.option("--as-at", "as_at", metavar="YYYY-MM-DD", help="Overdue on which day (else today).")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the log as .docx or .csv.")
@click.option("--replace", is_flag=True, help="Replace the file when it is there.")
@click.pass_obj
def actions(
    session: Session,
    series: str | None,
    as_at: str | None,
    output: Path | None,
    *,
    everything: bool,
    as_json: bool,
    replace: bool,
) -> None:
    """List the outstanding actions, overdue first, or write the action log."""
    from lpgminutes.services.records import action_log

    day = _day(as_at) if as_at else bootstrap.today()
    if output is not None:
        _refuse_other_suffix(output)
    store = bootstrap.open_store(session.location)
    log = action_log(store, as_at=day, series=series, everything=everything)
    store.close()
    if output is not None:
        _write(log, output, replace=replace)
    if as_json:
        print_json({"as_at": day.isoformat(), "actions": [_json(action, day) for action in log.actions]})
    elif output is None:
        _print(log, empty="There is no action yet." if everything else _EMPTY)


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{written} is not a day: write it as 2019-08-01.") from None


def _refuse_other_suffix(output: Path) -> None:
    if output.suffix.lower() not in {".docx", ".csv"}:
        raise UsageError(f"{output.name} does not say which kind of file to write: end it in .docx or .csv.")


def _write(log: ActionLog, output: Path, *, replace: bool) -> None:
    from lpgminutes.files import write_new

    write_new(output, rendered_log(log, output.suffix.lower()), replace=replace)
    say(f"Wrote {output}.")


def rendered_log(log: ActionLog, suffix: str) -> bytes:
    """Return the action log as the kind of file that a suffix asks for."""
    if suffix == ".csv":
        from lpgminutes.documents.action_log import render_action_log_csv

        return render_action_log_csv(log)
    from lpgminutes.documents.docx import render_action_log_docx

    return render_action_log_docx(log)


def _days_overdue(action: ActionSummary, day: dt.date) -> int:
    return (day - action.due).days if action.due and action.is_overdue(day) else 0


def _json(action: ActionSummary, day: dt.date) -> dict[str, object]:
    return {
        "ref": action.ref,
        "owners": list(action.owners),
        "text": action.text,
        "due": action.due.isoformat() if action.due else None,
        "due_as_written": action.due_as_written,
        "status": action.status.value,
        "overdue": action.is_overdue(day),
        "series": action.series_short_name,
        "meeting": action.meeting_ref,
        "raised_in": action.raised_in,
    }


def _print(log: ActionLog, *, empty: str) -> None:
    """Print the table; on a terminal cells are shortened, and on a narrow one each action takes two lines."""
    rows = [_row(action, log.as_at) for action in log.actions]
    if not sys.stdout.isatty():
        print_table(_HEADS, rows, empty=empty)
        return
    screen = shutil.get_terminal_size().columns
    rows = [(*map(_shortened, row[:-1], _LONGEST), row[-1]) for row in rows]
    widths = (max(map(len, column)) + _GAP for column in zip(_HEADS[:-1], *(r[:-1] for r in rows), strict=True))
    room = screen - sum(widths)
    if room >= _LEAST_TEXT:
        print_table(_HEADS, [(*row[:-1], _shortened(row[-1], room)) for row in rows], empty=empty)
    else:
        print_table(_HEADS[:-2], [_in_two_lines(row, screen) for row in rows], empty=empty)


def _in_two_lines(row: tuple[str, ...], screen: int) -> tuple[str, ...]:
    """Put the two last cells under the others."""
    *cells, state, raised, text = row
    return (*cells, f"{state}\n{_shortened(f'  {raised}  {text}', screen)}")


def _row(action: ActionSummary, day: dt.date) -> tuple[str, ...]:
    return (
        action.ref or "no reference",
        ", ".join(action.owners) or "no owner",
        short_date(action.due) if action.due else action.due_as_written or "no date",
        _state(action, day),
        f"{action.meeting_ref} {action.raised_in}".rstrip(),
        " ".join(action.text.split()),
    )


def _state(action: ActionSummary, day: dt.date) -> str:
    late = _days_overdue(action, day)
    if not late:
        return action.status.value
    overdue = f"overdue by {late} day{'s' if late > 1 else ''}"
    return overdue if action.status is ActionStatus.OPEN else f"{overdue}, {action.status.value}"


def _shortened(cell: str, longest: int) -> str:
    return cell if len(cell) <= longest else cell[: longest - 1].rstrip(" ,") + "…"
