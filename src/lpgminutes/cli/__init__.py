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
    except LpgMinutesError as error:
        return _say(str(error), error.exit_code)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return _say("stopped.", ExitCode.USAGE)
    except click.ClickException as error:
        return _say_usage(error)
    except BrokenPipeError:
        return _reader_left()
    except Exception as fault:  # noqa: BLE001 - the edge: a fault becomes a report without values
        return _report(fault)
    return outcome if isinstance(outcome, int) else ExitCode.DONE


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
