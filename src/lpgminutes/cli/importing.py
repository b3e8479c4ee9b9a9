"""The command that brings meetings in from files, or only says how they are read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, warn
from lpgminutes.domain.meetings import BlockKind, Meeting
from lpgminutes.domain.papers import Paper
from lpgminutes.domain.people import Capacity
from lpgminutes.errors import StoreError
from lpgminutes.files import read_given


@click.command("import", epilog="Example: lpgminutes import meeting.json minutes.txt --series lpg")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--series", metavar="NAME", help="The short name of the body, when the file should not decide.")
@click.option("--check", "is_check", is_flag=True, help="Only say how the files are read; keep nothing.")
@click.option("--again", is_flag=True, help="Bring a file in although a meeting came in from it before.")
@click.option("--json", "as_json", is_flag=True, help="Print what was brought in as JSON.")
@click.pass_obj
def import_files(
    session: Session, files: tuple[Path, ...], series: str | None, *, is_check: bool, again: bool, as_json: bool
) -> None:
    """Bring meetings in from files.

    Reads the interchange form (JSON, YAML), and minutes and action logs as Word documents, plain text and Markdown.
    A file that a meeting came in from before is noticed and brings nothing in. Every file is read before anything is
    kept: when one cannot be read, nothing is brought in.
    """
    read = [_read(path, series) for path in files]
    if is_check:
        _report(_as_known(session, read), as_json=as_json)
        return
    summaries = _kept(session, read, again=again)
    if as_json:
        print_json({"meetings": summaries})
        return
    for summary in summaries:
        click.echo(f"{summary['ref']}  {_told(summary)}")
        warn(summary["warnings"])


def _read(path: Path, series: str | None) -> Paper:
    paper = bootstrap.read_paper(read_given(path), name=path.name)
    if not series:
        return paper
    body = replace(paper.meeting.series, short_name=series.lower())
    return replace(paper, meeting=replace(paper.meeting, series=body), is_body_guessed=False)


def _as_known(session: Session, read: list[Paper]) -> list[Paper]:
    """Return files under the bodies that they would go to, of the records and of the files before them."""
    from lpgminutes.services.importing import with_bodies

    try:
        store = session.opened()
    except StoreError:
        return with_bodies(read, ())
    with store.read() as records:
        return with_bodies(read, records.series.all())


def _kept(session: Session, read: list[Paper], *, again: bool) -> list[dict[str, Any]]:
    from lpgminutes.services.importing import import_meeting, with_known_body

    store = session.opened(create=True)
    summaries = []
    for paper in read:
        with store.read() as records:
            known = with_known_body(records, paper)
        imported = import_meeting(
            store,
            known.meeting,
            warnings=known.warnings,
            interchange=bootstrap.HouseInterchange(),
            who=session.who,
            file=known.file,
            again=again,
        )
        summaries.append(_summary(imported.meeting, imported.warnings))
    return summaries


def _summary(meeting: Meeting, warnings: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "ref": meeting.ref or None,
        "title": meeting.title,
        "date": meeting.date.isoformat() if meeting.date else None,
        "items": len(meeting.items),
        "minutes": sum(block.kind is BlockKind.MINUTE for block in meeting.blocks()),
        "actions": len(meeting.actions),
        "attendance": len(meeting.attendance),
        "warnings": list(warnings),
    }


def _told(summary: dict[str, Any]) -> str:
    return (
        f"{summary['title']}: {summary['items']} items, {summary['minutes']} minutes, {summary['actions']} actions, "
        f"{summary['attendance']} in the attendance"
    )


def _report(read: list[Paper], *, as_json: bool) -> None:
    """Say how files are read."""
    if as_json:
        from lpgminutes.interchange.writing import to_json_value

        print_json(
            {
                "meetings": [
                    {
                        "file": paper.file.name,
                        **_summary(paper.meeting, paper.warnings),
                        "meeting": to_json_value(paper.meeting),
                    }
                    for paper in read
                ]
            }
        )
        return
    for paper in read:
        click.echo(f"{paper.file.name}  {_told(_summary(paper.meeting, paper.warnings))}")
        for line in _reading(paper.meeting):
            click.echo(f"  {line}")
        warn(f"{paper.file.name}: {sentence}" for sentence in paper.warnings)


def _reading(meeting: Meeting) -> Iterator[str]:
    """Yield what a person compares with the paper: the head, who was there, the items, the actions."""
    yield f"{'body':<14}{meeting.series.name} ({meeting.series.short_name})"
    yield f"{'date':<14}{meeting.date or 'not found'}"
    yield f"{'place':<14}{meeting.location or 'not found'}"
    yield f"{'marking':<14}{meeting.marking.as_written}"
    for capacity in Capacity:
        names = [row.name for row in meeting.attendance if row.capacity is capacity]
        if names:
            yield f"{capacity.value:<14}{'; '.join(names)}"
    for place, item in enumerate(meeting.items, start=1):
        yield f"{'item':<14}{item.number or place}  {item.text}"
    for action in meeting.actions:
        due = action.due.isoformat() if action.due else action.due_as_written or "no date"
        yield f"{'action':<14}{', '.join(action.owners) or 'no owner'}; {due}; {' '.join(action.text.split())}"
