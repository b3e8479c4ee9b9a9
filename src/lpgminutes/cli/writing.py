"""Commands that write minutes, as a secretary or a script does, and that take a change back."""

from datetime import date, datetime

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.history import Change
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.errors import UsageError


@click.group()
def series() -> None:
    """List and add the standing bodies."""


@series.command("add", epilog='Example: lpgminutes series add lpg "Lot Performance Group" --marking OFFICIAL')
@click.argument("short_name")
@click.argument("name")
@click.option("--marking", help="The marking that its meetings start with.")
@click.option("--references", metavar="PATTERN", help="The pattern of its action references, as AP{mm}{yy}-{nn}.")
@click.option("--item", "agenda", multiple=True, help="A title of its agenda; may be given several times.")
@click.pass_obj
def series_add(
    session: Session,
    short_name: str,
    name: str,
    marking: str | None,
    references: str | None,
    agenda: tuple[str, ...],
) -> None:
    """Add a standing body."""
    from lpgminutes.services.meetings import add_series

    store = bootstrap.open_store(session.location, create=True)
    added = add_series(
        store,
        Series(
            short_name=short_name,
            name=name,
            marking=read_marking(marking) if marking else None,
            action_reference=references,
            agenda=agenda,
        ),
        who=session.who,
    )
    store.close()
    click.echo(added.short_name)


@series.command("list", epilog="Example: lpgminutes series list --json")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def series_list(session: Session, *, as_json: bool) -> None:
    """List the standing bodies."""
    from lpgminutes.services.meetings import all_series

    store = bootstrap.open_store(session.location)
    bodies = all_series(store)
    store.close()
    rows = [(body.short_name, body.name, body.marking.as_written if body.marking else "") for body in bodies]
    if as_json:
        print_json({"series": [dict(zip(("short_name", "name", "marking"), row, strict=True)) for row in rows]})
        return
    print_table(("SERIES", "NAME", "MARKING"), rows, empty="There is no body yet: lpgminutes series add.")


@click.group()
def meeting() -> None:
    """Start a meeting."""


@meeting.command("new", epilog="Example: lpgminutes meeting new lpg --date 2019-06-27")
@click.argument("series_name", metavar="SERIES")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the meeting (else today).")
@click.option("--marking", help="Its marking (else the body's).")
@click.option("--title", default="", help="Its title (else the body's name).")
@click.pass_obj
def meeting_new(session: Session, series_name: str, day: str | None, marking: str | None, title: str) -> None:
    """Start the minutes of a meeting of a body."""
    from lpgminutes.services.meetings import new_meeting

    store = bootstrap.open_store(session.location)
    added = new_meeting(
        store,
        series_name,
        date=_day(day) if day else bootstrap.today(),
        marking=read_marking(marking) if marking else None,
        title=title,
        who=session.who,
    )
    store.close()
    click.echo(added.ref)


def _day(written: str) -> date:
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise UsageError(f"{written[:20]!r} is not a day: write it as 2019-06-27.") from None


@click.group()
def line() -> None:
    """Add lines to the minutes of a meeting."""


@line.command(
    "add",
    epilog='Example: lpgminutes line add lpg/2019-06-27 "- Recruitment: 41 started in May."',
    context_settings={"ignore_unknown_options": True},  # a line may begin with a dash
)
@click.argument("meeting_ref", metavar="MEETING")
@click.argument("lines", nargs=-1, required=True)
@click.option("--item", metavar="N", help="The number of the item (else the last).")
@click.pass_obj
def line_add(session: Session, meeting_ref: str, lines: tuple[str, ...], item: str | None) -> None:
    """Add lines: "# title" is an item, "- text" a point, "-- text" a sub-point, anything else a minute."""
    from lpgminutes.services.meetings import add_line

    store = bootstrap.open_store(session.location)
    for text in lines:
        add_line(store, meeting_ref, text, item=item, who=session.who)
    store.close()


@click.command(epilog="Example: lpgminutes undo")
@click.pass_obj
def undo(session: Session) -> None:
    """Take back the latest change; give it again for the one before."""
    from lpgminutes.services.records import undo as taken_back

    store = bootstrap.open_store(session.location)
    change = taken_back(store, who=session.who)
    store.close()
    say(f"Took back: {change.what}{_of(change)}.")


@click.command(epilog="Example: lpgminutes redo")
@click.pass_obj
def redo(session: Session) -> None:
    """Do again what was taken back last."""
    from lpgminutes.services.records import redo as done_again

    store = bootstrap.open_store(session.location)
    change = done_again(store, who=session.who)
    store.close()
    say(f"Did again: {change.what}{_of(change)}.")


def _of(change: Change) -> str:
    return f" of {change.meeting_ref}" if change.meeting_ref else ""


@click.command(epilog="Example: lpgminutes history --limit 5")
@click.option("--limit", default=20, show_default=True, help="How many changes at the most.")
@click.option("--meeting", "meeting_ref", metavar="MEETING", help="Only the changes of this meeting.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def history(session: Session, limit: int, meeting_ref: str | None, *, as_json: bool) -> None:
    """List the latest changes, newest first: who did what, when."""
    from lpgminutes.services.records import changes

    store = bootstrap.open_store(session.location)
    latest = changes(store, limit=limit, meeting=meeting_ref)
    store.close()
    if as_json:
        print_json({"changes": [_change(change) for change in latest]})
        return
    print_table(
        ("CHANGE", "WHEN (UTC)", "WHO", "WHAT", "MEETING"),
        [
            (
                str(change.number),
                change.at.strftime("%Y-%m-%d %H:%M:%S"),
                change.who,
                change.what + (f" (taken back by {change.undone_by})" if change.undone_by else ""),
                change.meeting_ref,
            )
            for change in latest
        ],
        empty="Nothing was done yet.",
    )


def _change(change: Change) -> dict[str, object]:
    return {
        "number": change.number,
        "at": change.at.isoformat(),
        "who": change.who,
        "what": change.what,
        "meeting": change.meeting_ref,
        "rows": change.rows,
        "undoes": change.undoes,
        "undone_by": change.undone_by,
    }
