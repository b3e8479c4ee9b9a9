"""Chasing the owners of actions: a text for each, to be pasted or as a draft of an e-mail. Nothing is sent."""

from collections.abc import Sequence
from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.action_output import summary_json
from lpgminutes.cli.action_words import read_day
from lpgminutes.cli.actions import asked_for
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, say
from lpgminutes.cli.query_words import QueryCommand
from lpgminutes.domain.action_log.query import ActionListing
from lpgminutes.domain.reports import ActionLog, Chaser
from lpgminutes.errors import NotFoundError


@click.command(cls=QueryCommand, epilog="Example: lpgminutes chase overdue --owner Hathersage -o drafts")
@click.argument("query", nargs=-1)
@click.option("--owner", metavar="NAME", default="", help="Only the owners with this in their name.")
@click.option("--as-at", "as_at", metavar="YYYY-MM-DD", help="The log as it was at the end of a day.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write unsent drafts, .eml, into a new folder.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_obj
def chase(
    session: Session, query: tuple[str, ...], owner: str, as_at: str | None, output: Path | None, *, as_json: bool
) -> None:
    """Print a text for each owner that asks what has become of the outstanding actions QUERY asks for.

    It is for pasting, or with -o a draft that a mail program opens: addressed to nobody, and not sent.
    """
    from lpgminutes.services.action_lists import log_of
    from lpgminutes.services.chasing import chasers_of, unowned

    day = read_day(as_at) if as_at else bootstrap.today()
    asked = asked_for(" ".join(query), day, session)
    store = session.opened()
    log = log_of(store, ActionListing(query=asked, as_at=day if as_at else None))
    chasers = chasers_of(log, owner=owner)
    if not chasers:
        raise NotFoundError("No outstanding action that is asked for has an owner: there is nobody to chase.")
    if output is not None:
        _write(chasers, output)
    if as_json:
        print_json({"as_at": day.isoformat(), "marking": log.marking, "chasers": [_json(one) for one in chasers]})
    elif output is None:
        _print(chasers)
    if not owner:
        _say_unowned(unowned(log))


def _print(chasers: Sequence[Chaser]) -> None:
    from lpgminutes.documents.chaser import render_chaser

    click.echo(f"\n{'-' * 72}\n\n".join(render_chaser(chaser) for chaser in chasers), nl=False)


def _write(chasers: Sequence[Chaser], folder: Path) -> None:
    """Write every draft or none."""
    from lpgminutes.documents.chaser import draft_files
    from lpgminutes.files import staged_folder

    files = draft_files(chasers)
    with staged_folder(folder, files) as staged:
        staged.publish()
    for name in files:
        click.echo(str(folder / name))
    say(f"Wrote {len(files)} unsent draft{'' if len(files) == 1 else 's'}, addressed to nobody.")


def _say_unowned(log: ActionLog) -> None:
    if log.actions:
        count = len(log.actions)
        said = f"{count} action{' has' if count == 1 else 's have'} no owner, so nobody is asked"
        named = ", ".join(action.ref or f"#{action.id}" for action in log.actions)
        say(f"{said}: {named}.")


def _json(chaser: Chaser) -> dict[str, object]:
    from lpgminutes.documents.chaser import render_chaser

    return {
        "owner": chaser.owner,
        "text": render_chaser(chaser),
        "actions": [summary_json(action, chaser.as_at) for action in chaser.actions],
    }
