"""The command line: parses, calls one service, prints. Errors become sentences and exit codes here, and only here."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lpgminutes.errors import ExitCode, LpgMinutesError

if TYPE_CHECKING:
    from click import ClickException


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    import click

    from lpgminutes.cli.commands import lpgminutes
    from lpgminutes.crash import harden

    harden()
    _speak_utf8()
    try:
        outcome = lpgminutes.main(args=list(arguments), prog_name="lpgminutes", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except Exception as problem:  # noqa: BLE001 - the edge: every failure ends as a sentence and a code
        return _told(problem)
    return outcome if isinstance(outcome, int) else ExitCode.DONE


def open_screens(location: str | None, who: str | None = None) -> int:
    """Open the screens and return the exit code when they are left."""
    from lpgminutes.crash import harden

    harden()
    try:
        from lpgminutes.tui import run as run_screens

        return run_screens(location, who)
    except Exception as problem:  # noqa: BLE001 - as in run
        return _told(problem)


def _told(problem: Exception) -> int:
    """Say what went wrong, and return its exit code; a fault becomes a report without values."""
    import click

    if isinstance(problem, LpgMinutesError):
        return _say(str(problem), problem.exit_code)
    if isinstance(problem, click.Abort):
        return _say("stopped.", ExitCode.USAGE)
    if isinstance(problem, click.ClickException):
        return _say_usage(problem)
    if isinstance(problem, BrokenPipeError):
        return _reader_left()
    return _report(problem)


def _say(sentence: str, code: ExitCode) -> int:
    sys.stderr.write(f"lpgminutes: error: {sentence}\n")
    return code


def _say_usage(error: "ClickException") -> int:
    context = getattr(error, "ctx", None)
    hint = f"\nTry: {context.command_path} --help" if context else ""
    return _say(error.format_message() + hint, ExitCode.USAGE)


def _reader_left() -> int:
    """Whoever read our output has gone (``| head``): nothing to say, and nowhere to say it."""
    sys.stderr.close()
    return ExitCode.DONE


def _report(fault: Exception) -> int:
    from lpgminutes.crash import write_report

    report = write_report(fault)
    where = f"A report without any minutes text is in {report}." if report else "No report could be written."
    return _say(f"this is a fault of the program ({type(fault).__name__}). {where}", ExitCode.BUG)


def _speak_utf8() -> None:
    """Print every character on a console that has a narrower encoding, rather than fail on a dash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
