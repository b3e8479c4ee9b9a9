"""The commands by name: each is imported when it is called, so that help and version cost nothing."""

from contextlib import closing
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from lpgminutes.errors import ExitCode

if TYPE_CHECKING:
    from lpgminutes.services.ports import Store


class _Entry(NamedTuple):
    module: str
    name: str
    help: str


_COMMANDS = {
    "demo": _Entry("demo", "demo", "A worked example, written to a folder; then the screens on it."),
    "import": _Entry("importing", "import_files", "Bring meetings in from files."),
    "meetings": _Entry("meetings", "meetings", "List the meetings."),
    "show": _Entry("meetings", "show", "Show a meeting, as text or as JSON."),
    "minutes": _Entry("meetings", "minutes", "Write the minutes as .docx, .html or .txt."),
    "series": _Entry("bodies", "series", "List and add the standing bodies; their phrases and quorum."),
    "meeting": _Entry("meeting_life", "meeting", "Start, check, circulate and approve; compare versions."),
    "line": _Entry("lines", "line", "Add lines to the minutes of a meeting, and edit what is there."),
    "attend": _Entry("attending", "attend", "Who is at a meeting: arrivals, apologies, deputies, guests."),
    "declare": _Entry("attending", "declare", "Record a declaration of interest."),
    "actions": _Entry("actions", "actions", "List the actions, or write the action log."),
    "action": _Entry("action", "action", "Raise an action, change some, or show one with its history."),
    "chase": _Entry("chase", "chase", "Write a text for each owner of outstanding actions."),
    "due": _Entry("due", "due", "Show how a due phrase is read."),
    "find": _Entry("find", "find", "Find words in minutes, actions, decisions and names."),
    "undo": _Entry("changes", "undo", "Take back the latest change."),
    "redo": _Entry("changes", "redo", "Do again what was taken back last."),
    "history": _Entry("changes", "history", "List the latest changes."),
    "case": _Entry("withholdings", "case", "Open, list and change the cases of requests."),
    "redact": _Entry("releases", "redact", "Keep and check what a release withholds."),
    "release": _Entry("releases", "release", "Write a release copy that is proved to hold nothing withheld."),
    "verify": _Entry("releases", "verify", "Is any of this text anywhere in this file?"),
    "review": _Entry("reviewing", "review", "What a redacted copy withholds, and what is wrong with it."),
    "template": _Entry("maintenance", "template", "Check a Word template."),
    "db": _Entry("maintenance", "db", "Look after the store."),
    "schema": _Entry("maintenance", "schema", "Print the JSON Schema of the interchange."),
}


class _LateGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        entry = _COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = getattr(import_module(f"lpgminutes.cli.{entry.module}"), entry.name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in _COMMANDS.items()])


class Session(NamedTuple):
    """What every command knows: where the records are, and who is acting."""

    location: str | None
    acting: str | None

    @property
    def who(self) -> str:
        """Who is acting."""
        from lpgminutes.bootstrap import default_name

        return self.acting or default_name()

    def opened(self, *, create: bool = False) -> "Store":
        """Open the records; they are closed when the command ends, also where it is refused."""
        from lpgminutes.bootstrap import open_store

        return click.get_current_context().with_resource(closing(open_store(self.location, create=create)))


@click.group(cls=_LateGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--store", "location", metavar="PATH|URL", help="Where the records are (else LPGMINUTES_STORE).")
@click.option("--as", "acting", metavar="NAME", help="Who is acting (else LPGMINUTES_AS, else the login).")
@click.option("--version", is_flag=True, help="Say the version and leave.")
@click.pass_context
def lpgminutes(context: click.Context, location: str | None, acting: str | None, *, version: bool) -> Any:  # noqa: ANN401
    """Minutes, action logs and FOI release copies for UK public bodies.

    Without a command the screens open.
    """
    context.obj = Session(location, acting)
    if version:
        from lpgminutes import __version__

        click.echo(f"lpgminutes {__version__}")
        return ExitCode.DONE
    if context.invoked_subcommand is None:
        return _open_screens(context)
    return None


def _open_screens(context: click.Context) -> int:
    from lpgminutes.cli import open_screens
    from lpgminutes.cli.terminal import why_no_screens

    if reason := why_no_screens():
        click.echo(context.get_help())
        click.echo(f"lpgminutes: error: {reason}; here is what works without one.", err=True)
        return ExitCode.USAGE

    session: Session = context.obj
    return open_screens(session.location, session.acting)
