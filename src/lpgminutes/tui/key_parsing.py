"""The sequences of a terminal read as keys and as a pointer, whatever they say: one without sense is no key."""

import re

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import Keys
from textual.message import Message

_WITH_DETAILS = re.compile(
    r"\x1b\[(?P<key>[0-9]{1,7})(?::[0-9:]*)?;(?P<held>[0-9]{0,3})(?::(?P<event>[0-9]?))?"
    r"(?P<rest>(?:;[0-9:]*)?[u~A-S])"
)
"""A key with what else stands on it, and whether it is pressed or let go: some terminals say so unasked."""
_LET_GO = "3"


class KeyParser(XTermParser):
    """Textual's parser, but for sequences at which it ends with a fault."""

    def parse_mouse_code(self, code: str) -> Message | None:
        """Read where the pointer is: in cells, where the terminal does not know how large they are."""
        known = [size for size in (self.terminal_size, self.terminal_pixel_size) if size is not None]
        self.mouse_pixels = self.mouse_pixels and all(map(all, known))
        return super().parse_mouse_code(code)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> list[Key]:  # noqa: FBT001, FBT002 - Textual's
        told = _WITH_DETAILS.fullmatch(sequence)
        if told and told["event"] == _LET_GO:
            return [Key(Keys.Ignore, None)]
        plain = f"\x1b[{told['key']};{told['held']}{told['rest']}" if told else sequence
        try:
            return list(super()._sequence_to_key_events(plain, alt=alt))
        except (ValueError, OverflowError):  # there is no such character
            return [Key(Keys.Ignore, None)]
