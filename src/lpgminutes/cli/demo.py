"""The worked example in a folder: everything that the program makes, of meetings that are all invented."""

import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import click

from lpgminutes import bootstrap
from lpgminutes.cli.commands import Session
from lpgminutes.domain.meetings import Meeting
from lpgminutes.errors import ExitCode, OutputError
from lpgminutes.services.demo import Demo, keep_demo
from lpgminutes.services.ports import Store

_MEETINGS = ("lpg-2019-04-25.yaml", "lpg-2019-05-30.yaml", "lpg-2019-06-27.yaml", "lpg-2019-08-01.yaml")
_RELEASED = 2
_RULES = "release-rules.yaml"
_STORE = "demo.sqlite3"
_INVENTED = "All persons, firms, places and sums of money in this demo are invented."


@click.command(epilog="Example: lpgminutes demo --out lpgminutes-demo")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("lpgminutes-demo"),
    show_default=True,
    help="A folder, new or empty.",
)
@click.option("--no-screens", is_flag=True, help="Do not open the screens afterwards.")
@click.pass_obj
def demo(session: Session, folder: Path, *, no_screens: bool) -> int:
    """Write a worked example: four meetings, their minutes, the action log and a verified release.

    On a terminal the screens open on it afterwards.
    """
    from lpgminutes.files import staged_folder

    if not folder.name:
        raise OutputError("The demo needs a folder of its own: name a new one, such as lpgminutes-demo.")
    with staged_folder(folder, {}) as staged:
        click.echo(_INVENTED)
        written = _write(staged.staging, session.who)
        staged.publish()
    for line in _told(folder, written):
        click.echo(line)
    if no_screens or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ExitCode.DONE
    from lpgminutes.tui import run

    return run(str(folder / _STORE), session.who)


def read_demo() -> Demo:
    """Return the worked example that comes with the program."""
    from lpgminutes.interchange.rules import read_rules

    meetings = tuple(bootstrap.read_meeting(_content(name), name=name)[0] for name in _MEETINGS)
    case = read_rules(_content(_RULES), name=_RULES).case
    return Demo(meetings=meetings, released=meetings[_RELEASED], case=case)


def _content(name: str) -> bytes:
    return files("lpgminutes").joinpath("demo", name).read_bytes()


def _write(folder: Path, who: str) -> Demo:
    """Write everything into a folder; the store is let go of before the folder is put in its place."""
    with closing(bootstrap.open_store(str(folder / _STORE), create=True)) as store:
        kept = keep_demo(store, read_demo(), interchange=bootstrap.HouseInterchange(), who=who, today=bootstrap.today())
        _write_minutes(store, kept.meetings, folder / "minutes")
        _write_action_log(store, kept.meetings[-1], folder)
    _write_release(kept, folder, who)
    return kept


def _write_release(kept: Demo, folder: Path, who: str) -> None:
    """Write an example of a release, recorded in a copy of the store alone.

    Whatever is released later is held against what went out before: whoever tries the demo begins with nothing out.
    """
    from shutil import copyfile

    from lpgminutes.services.releases import make_release

    aside = folder / f"{_STORE}.aside"
    copyfile(folder / _STORE, aside)
    with closing(bootstrap.open_store(str(aside))) as store:
        make_release(
            store,
            kept.released.ref,
            kept.case.reference,
            folder / "release",
            tools=bootstrap.release_tools(),
            who=who,
            now=bootstrap.utc_now(),
        )
    for path in folder.glob(f"{aside.name}*"):
        path.unlink()


def _write_minutes(store: Store, meetings: tuple[Meeting, ...], folder: Path) -> None:
    from lpgminutes.files import write_new
    from lpgminutes.services.minutes import minutes_document

    renderers = bootstrap.HouseRenderers()
    folder.mkdir(mode=0o700)
    for meeting in meetings:
        document = minutes_document(store, meeting.ref)
        name = meeting.ref.replace("/", "-")
        write_new(folder / f"{name}.docx", renderers.docx(document))
        write_new(folder / f"{name}.html", renderers.html(document))
        write_new(folder / f"{name}.txt", renderers.text(document))


def _write_action_log(store: Store, last: Meeting, folder: Path) -> None:
    """Write the log as on the day of the last meeting: by today's date everything would be years late."""
    from lpgminutes.documents.action_log import SUFFIXES, render_action_log
    from lpgminutes.files import write_new
    from lpgminutes.services.records import action_log

    log = action_log(store, as_at=last.date or bootstrap.today(), series=last.series.short_name)
    for suffix in SUFFIXES:
        write_new(folder / f"action-log{suffix}", render_action_log(log, suffix))


def _told(folder: Path, written: Demo) -> Iterator[str]:
    """Yield a line for each file, then what to type next."""
    yield from (str(path) for path in sorted(folder.rglob("*")) if path.is_file())
    store = str(folder / _STORE)
    quoted = f'"{store}"' if " " in store else store
    yield "Go on with:"
    for words in (
        "",
        f" actions --as-at {written.meetings[-1].date}",
        f" show {written.released.ref}",
        f" redact {written.released.ref} --case {written.case.reference}",
    ):
        yield f"  lpgminutes --store {quoted}{words}"
