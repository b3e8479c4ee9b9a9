"""The command line: parses, calls one service, prints. Errors become sentences and exit codes here, and only here."""

import contextlib
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lpgminutes.cli.printing import bring_out, let_go_of_what_is_refused, why_not_printed
from lpgminutes.errors import ExitCode, LpgMinutesError, OutputError

if TYPE_CHECKING:
    from click import ClickException


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    from lpgminutes.crash import harden

    harden()
    _speak_utf8()
    return printed(lambda: _run(arguments))


def printed(job: Callable[[], int]) -> int:
    """Do something that prints, see that it is printed, and return the exit code."""
    code: int = ExitCode.DONE
    try:
        code = job()
        bring_out()
    except BrokenPipeError:
        pass  # whoever read our output has gone (``| head``): what the command found stays its exit code
    except Exception as problem:  # noqa: BLE001 - the edge: every failure ends as a sentence and a code
        code = _told(problem)
    let_go_of_what_is_refused()
    return code


def _run(arguments: Sequence[str]) -> int:
    import click

    from lpgminutes.cli.commands import lpgminutes

    try:
        outcome = lpgminutes.main(args=list(arguments), prog_name="lpgminutes", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
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
        return ExitCode.DONE  # whoever looked on has gone: nothing to say, and nobody to hear it
    if isinstance(problem, OSError) and (reason := why_not_printed(problem)):
        return _say(reason, OutputError.exit_code)
    return _report(problem)


def _say(sentence: str, code: ExitCode) -> int:
    with contextlib.suppress(OSError, AttributeError):  # full, or not there at all: the exit code says it
        sys.stderr.write(f"lpgminutes: error: {sentence}\n")
        sys.stderr.flush()
    return code


def _say_usage(error: "ClickException") -> int:
    context = getattr(error, "ctx", None)
    hint = f"\nTry: {context.command_path} --help" if context else ""
    return _say(error.format_message() + hint, ExitCode.USAGE)


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
