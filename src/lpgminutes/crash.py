"""What is written when the program has a fault: where in the code it was, and nothing that anybody typed."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_report(fault: BaseException) -> "Path | None":
    """Write a report without values or messages, which may quote minutes; ``None`` when no place can be written."""
    from datetime import UTC, datetime

    from platformdirs import user_log_path

    name = f"fault-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    with contextlib.suppress(OSError):
        folder = user_log_path("lpgminutes", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        report = folder / name
        descriptor = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(described(fault))
        return report
    return None


def described(fault: BaseException) -> str:
    """Return the kinds of the fault and its causes with their places in the code."""
    import platform
    import traceback
    from pathlib import Path

    from lpgminutes import __version__

    lines = [f"lpgminutes {__version__}, Python {platform.python_version()}, {platform.platform()}"]
    seen: BaseException | None = fault
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def harden() -> None:
    """Keep what this process leaves behind to its user: no core dump, no world-readable file, no screen log."""
    os.umask(0o077)
    for variable in ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_SCREENSHOT_LOCATION", "TEXTUAL_DEBUG"):
        os.environ.pop(variable, None)
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
