"""How the screens end other than by a key: a fault of the program, and a signal from outside."""

import asyncio
import signal
import sys
from typing import TYPE_CHECKING, Any

from lpgminutes.errors import ExitCode

if TYPE_CHECKING:
    from lpgminutes.tui.app import MinutesApp

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_SHELL_BASE = 128
"""A shell gives a program that a signal ended this exit code, plus the signal's number."""


def said_after(app: "MinutesApp") -> int:
    """Say what there is to say once the terminal is a plain one again, and return the exit code."""
    if app.fault is None:
        return app.return_code or ExitCode.DONE
    from lpgminutes.crash import write_report

    report = write_report(app.fault)
    where = f"A report without any minutes text is in {report}." if report else "No report could be written."
    kind = type(app.fault).__name__
    sys.stderr.write(f"lpgminutes: error: this is a fault of the program ({kind}). {where}\n")
    return ExitCode.BUG


def listen(app: "MinutesApp") -> None:
    """Leave in good order, terminal restored and requests finished, when the process is told to end."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: _stray(app, context))
    if sys.platform == "win32":  # its event loops take no signal handlers
        return
    for name in _SIGNALS:
        number = getattr(signal, name)
        loop.add_signal_handler(number, app.leave, _SHELL_BASE + number)


def _stray(app: "MinutesApp", context: dict[str, Any]) -> None:
    """Take in a fault of a task that nobody waited for; left alone it would be printed with its message."""
    fault = context.get("exception")
    if isinstance(fault, Exception):
        app.end_with(fault)
