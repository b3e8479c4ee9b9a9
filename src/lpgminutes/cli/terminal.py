"""Whether the screens can be shown where the program runs."""

import os
import sys

_CANNOT_PLACE_TEXT = frozenset({"", "dumb", "unknown"})


def why_no_screens() -> str:
    """Return why the screens cannot be shown here; empty when they can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "the screens need a terminal"
    kind = os.environ.get("TERM", "")
    if sys.platform != "win32" and kind in _CANNOT_PLACE_TEXT:
        return f"the screens need a terminal that can place text, and TERM is {kind or 'not set'}"
    return ""
