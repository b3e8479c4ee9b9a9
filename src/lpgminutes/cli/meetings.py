"""Commands that list meetings, show them, and write them out."""

from pathlib import Path
from typing import Any

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.errors import UsageError

MARK_STYLES = click.Choice([style.value for style in MarkStyle])


@click.command(epilog="Example: lpgminutes meetings --series lpg")
@click.option("--series", metavar="NAME", help="Only the meetings of this body.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def meetings(session: Session, series: str | None, *, as_json: bool) -> None:
    """List the meetings, newest first."""
    from lpgminutes.services.meetings import meetings as listed

    store = session.opened()
    rows = listed(store, today=bootstrap.today(), series=series)
    if as_json:
        print_json(
            {
                "meetings": [
                    {
                        "id": row.id,
                        "ref": row.ref,
                        "series": row.series_short_name,
                        "title": row.title,
                        "date": row.date.isoformat() if row.date else None,
                        "marking": row.marking,
                        "status": row.status.value,
                        "items": row.items,
                        "minutes": row.minutes,
                        "actions": row.actions,
                        "open_actions": row.open_actions,
                        "overdue_actions": row.overdue_actions,
                    }
                    for row in rows
                ]
            }
        )
        return
    print_table(
        ("MEETING", "STATUS", "MINUTES", "OPEN", "OVERDUE", "MARKING", "TITLE"),
        [
            (
                row.ref,
                row.status.value,
                str(row.minutes),
                str(row.open_actions),
                str(row.overdue_actions),
                row.marking,
                row.title,
            )
            for row in rows
        ],
        empty="There is no meeting yet: lpgminutes import FILE, or lpgminutes meeting new.",
    )


@click.command(epilog="Example: lpgminutes show lpg/2019-06-27 --json")
@click.argument("meeting")
@click.option("--json", "as_json", is_flag=True, help="Print the interchange form.")
@click.option("--marks", type=MARK_STYLES, default="text", help="How marks are written.")
@click.pass_obj
def show(session: Session, meeting: str, marks: str, *, as_json: bool) -> None:
    """Show a meeting: as it would be printed, or in the interchange form."""
    store = session.opened()
    if as_json:
        from lpgminutes.interchange.writing import to_json_value
        from lpgminutes.services.meetings import meeting as found

        print_json(to_json_value(found(store, meeting)))
    else:
        from lpgminutes.services.minutes import minutes_document

        document = minutes_document(store, meeting, mark_style=MarkStyle(marks))
        click.echo(bootstrap.HouseRenderers().text(document).decode(), nl=False)


@click.command(epilog="Example: lpgminutes minutes lpg/2019-06-27 -o minutes.docx")
@click.argument("meeting")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--replace", is_flag=True, help="Replace the file when it is there.")
@click.option("--marks", type=MARK_STYLES, default="text", help="How marks are written.")
@click.pass_obj
def minutes(session: Session, meeting: str, output: Path, marks: str, *, replace: bool) -> None:
    """Write the minutes of a meeting; the kind of file follows from its name: .docx, .html or .txt."""
    from lpgminutes.files import write_new
    from lpgminutes.services.minutes import minutes_document

    _renderer(output)
    store = session.opened()
    document = minutes_document(store, meeting, mark_style=MarkStyle(marks))
    write_new(output, rendered(document, output), replace=replace)
    say(f"Wrote {output}.")


def rendered(document: MinutesDocument, output: Path) -> bytes:
    """Return a document as the kind of file that a name asks for."""
    content: bytes = _renderer(output)(document)
    return content


def _renderer(output: Path) -> Any:  # noqa: ANN401 - one of three methods of one shape
    renderers = bootstrap.HouseRenderers()
    by_suffix = {".docx": renderers.docx, ".html": renderers.html, ".txt": renderers.text}
    chosen = by_suffix.get(output.suffix.lower())
    if chosen is None:
        raise UsageError(f"{output.name} does not say which kind of file to write: end it in .docx, .html or .txt.")
    return chosen
