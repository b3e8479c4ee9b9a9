"""The figures of an action log as the command line prints them: age, lateness and slips by owner."""

from lpgminutes.cli.output import print_json, print_table
from lpgminutes.domain.reports import ActionLog
from lpgminutes.services.action_figures import Age, OwnerFigures, figures_of_log

_HEADS = (
    *("OWNER", "OUTSTANDING", "OVERDUE", "DAYS LATE"),
    *(f"{age.value.upper()}" for age in Age),
    *("OLDEST, DAYS", "SLIPS", "DAYS SLIPPED"),
)


def print_figures(log: ActionLog, *, as_json: bool) -> None:
    """Print the figures of what is outstanding: a row for each owner, and one for every action once."""
    figures = figures_of_log(log.actions, log.as_at)
    if as_json:
        print_json(
            {
                "as_at": log.as_at.isoformat(),
                "marking": log.marking,
                "owners": [{"owner": row.owner, **_numbers(row)} for row in figures.owners],
                "total": _numbers(figures.total),
            }
        )
        return
    rows = [_row(row, row.owner or "no owner") for row in figures.owners]
    rows += [_row(figures.total, "every action once")] if rows else []
    print_table(_HEADS, rows, empty="No outstanding action is asked for, so there are no figures.")


def _numbers(row: OwnerFigures) -> dict[str, object]:
    return {
        "outstanding": row.outstanding,
        "overdue": row.overdue,
        "most_overdue_days": row.most_overdue,
        "undated": row.undated,
        "by_age": {age.name.lower(): row.by_age[age] for age in Age},
        "oldest_days": row.oldest,
        "slipped": row.slipped,
        "slips": row.slips,
        "slip_days": row.slip_days,
    }


def _row(row: OwnerFigures, name: str) -> tuple[str, ...]:
    ages = (row.by_age[age] for age in Age)
    numbers = (row.outstanding, row.overdue, row.most_overdue, *ages, row.oldest, row.slips, row.slip_days)
    return name, *map(str, numbers)
