"""The terminal on Linux and macOS, read so that no byte ends the program and no paste swallows what is typed."""

import codecs
import os
import select
import signal
from collections.abc import Iterable

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from lpgminutes.tui.key_parsing import KeyParser
from lpgminutes.tui.open_paste import OpenPaste

_LOOK_SECONDS = 0.1
_MOST = 4096
_OF_ITS_OWN = "as in a terminal that knows no UTF-8"
_GONE = 128 + getattr(signal, "SIGHUP", 1)


def _read_otherwise(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as a terminal of the West would have meant them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_OF_ITS_OWN, _read_otherwise)


class Terminal(LinuxDriver):
    """Textual's terminal, but for how its keys are read."""

    def run_input_thread(self) -> None:
        """Hand on what comes until the program ends; where the terminal is gone, have it end."""
        parser, paste = KeyParser(self._debug), OpenPaste()
        decode = codecs.getincrementaldecoder("utf-8")(errors=_OF_ITS_OWN).decode
        read: bytes | None = b""
        while read is not None and not self.exit_event.is_set():
            read = self._read() if select.select([self.fileno], [], [], _LOOK_SECONDS)[0] else b""
            for piece in paste.take(decode(read or b"", final=read is None)):
                self._hand_on(parser.feed(piece))
            self._hand_on(parser.tick())
        for piece in paste.finish():
            self._hand_on(parser.feed(piece))
        if read is None:
            self._end_without_terminal()

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _read(self) -> bytes | None:
        """Return what came; ``None`` when nothing will come any more."""
        try:
            return os.read(self.fileno, _MOST) or None
        except OSError:
            return None

    def _end_without_terminal(self) -> None:
        if self.input_tty:
            self._app.call_later(self._app.exit, None, _GONE)
