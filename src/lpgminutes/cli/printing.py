"""What becomes of what a command prints: where it goes may be full, or gone."""

import contextlib
import errno
import os
import sys
from typing import TextIO

_REASONS = {
    errno.ENOSPC: "the disk is full. Free some space, or print it elsewhere",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "your quota is used up. Free some space",
    errno.EFBIG: "a limit does not allow a file of this size. Print it elsewhere",
}


def bring_out() -> None:
    """Have what was printed where it goes, or fail here."""
    for refusal in filter(None, map(_refusal_of, _outputs())):
        raise refusal


def why_not_printed(problem: OSError) -> str:
    """Return why what should be printed was not; empty when it is not the output that was refused."""
    refusal = next(filter(None, map(_refusal_of, _outputs())), None)
    if refusal is None and problem.filename is None and problem.errno in _REASONS:
        refusal = problem  # an output that keeps nothing back has nothing left to be refused
    if refusal is None:
        return ""
    reason = _REASONS.get(
        refusal.errno or 0, f"{(refusal.strerror or 'the system refused').lower()}. Print it elsewhere"
    )
    return (
        f"what is printed was not written, or not all of it: {reason}. If the command changes records, they "
        "are changed all the same: see the history before you repeat it."
    )


def let_go_of_what_is_refused() -> None:
    """Send what nobody takes to nowhere: at its end Python would try again, and fail again."""
    for stream in _outputs():
        if _refusal_of(stream) is not None:
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
                stream.flush()


def _outputs() -> list[TextIO]:
    """Return the outputs that there are: a program may be started without."""
    return [stream for stream in (sys.stdout, sys.stderr) if stream is not None]


def _refusal_of(stream: TextIO) -> OSError | None:
    """Bring out what is still kept back, and return the refusal."""
    try:
        stream.flush()
    except OSError as refusal:
        return refusal
    except ValueError:  # closed
        pass
    return None
