"""The commands of the secretary: a meeting, and the lines of its minutes."""

from datetime import date, datetime

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.domain.markings import read_marking
from lpgminutes.errors import UsageError


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
