"""Commands that look after the store, the templates and the outer contract."""

from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, say
from lpgminutes.errors import ExitCode
from lpgminutes.files import read_given


@click.group()
def template() -> None:
    """Check a Word template."""


@template.command("check", epilog="Example: lpgminutes template check our-minutes.docx")
@click.argument("file", type=click.Path(path_type=Path))
def template_check(file: Path) -> int:
    """Say what would go wrong when minutes are made with this template. Exit code 1 when something would."""
    from lpgminutes.documents.check_template import check_template

    problems = check_template(read_given(file))
    for problem in problems:
        click.echo(problem)
    if not problems:
        say(f"{file} is a good template.")
    return ExitCode.FOUND if problems else ExitCode.DONE


@click.group()
def db() -> None:
    """Look after the store."""


@db.command("status", epilog="Example: lpgminutes db status --json")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def db_status(session: Session, *, as_json: bool) -> None:
    """Say where the store is, which schema it has, and whether it is up to date. Changes nothing."""
    from lpgminutes import store

    state = store.status(_location(session))
    if as_json:
        print_json(
            {
                "location": state.location,
                "exists": state.exists,
                "schema": state.schema,
                "newest_schema": state.newest_schema,
                "state": state.state,
            }
        )
        return
    click.echo(f"{state.location}: {state.state}")
    if state.exists:
        click.echo(f"schema {state.schema} of {state.newest_schema}")


@db.command("upgrade", epilog="Example: lpgminutes db upgrade")
@click.pass_obj
def db_upgrade(session: Session) -> None:
    """Bring an older store up to date; the older file is copied aside first."""
    from lpgminutes import store

    report = store.upgrade(_location(session))
    click.echo(report.sentence)


@db.command("backup", epilog="Example: lpgminutes db backup minutes-copy.sqlite3")
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def db_backup(session: Session, target: Path) -> None:
    """Write a copy of the store, as of now, to a new file."""
    from lpgminutes import store

    click.echo(str(store.backup(_location(session), target)))


@db.command("check", epilog="Example: lpgminutes db check")
@click.pass_obj
def db_check(session: Session) -> int:
    """Say whether the file is sound, and its history and its index of words hold. Exit code 5 when not."""
    from lpgminutes import store

    report = store.check(_location(session))
    for problem in report.problems:
        click.echo(problem)
    if not report.problems:
        say("The store is sound, and its history holds.")
    return ExitCode.STORE if report.problems else ExitCode.DONE


@db.command("reindex", epilog="Example: lpgminutes db reindex")
@click.pass_obj
def db_reindex(session: Session) -> None:
    """Lay the index of words anew, from the records, when the check says that it does not hold."""
    from lpgminutes import store

    store.reindex(_location(session))
    say("The index of words was laid anew.")


def _location(session: Session) -> str:
    return session.location or bootstrap.default_location()


@click.command(epilog="Example: lpgminutes schema > meeting.schema.json")
def schema() -> None:
    """Print the JSON Schema of a meeting in the interchange form."""
    from lpgminutes.interchange.schema import meeting_schema

    print_json(meeting_schema())
