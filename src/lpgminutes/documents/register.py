"""The internal register of a case as CSV: what each rule withholds, which never leaves the building.

It begins with a byte-order mark, since it is read in a spreadsheet, and Excel garbles “£” without one.
"""

import csv
import io
from collections.abc import Sequence
from typing import Final, Protocol

from lpgminutes.documents.schedule import without_formula
from lpgminutes.errors import RenderError

_HEAD: Final = ("Entry", "Where", "Withheld text", "Exemption", "Rule", "Reason")


class Entry(Protocol):
    """One text that is withheld, and why."""

    @property
    def id(self) -> str:
        """Its number in the register."""

    @property
    def place(self) -> str:
        """Where it stands, in words."""

    @property
    def withheld(self) -> str:
        """The text itself."""

    @property
    def citation(self) -> str:
        """The exemptions relied on."""

    @property
    def rule(self) -> str:
        """The rule that withholds it."""

    @property
    def reason(self) -> str:
        """The reason given with the rule."""


def render_register_csv(entries: Sequence[Entry]) -> bytes:
    """Return the register, one entry a row, in a form that no spreadsheet reads as a formula."""
    rows = [_HEAD, *(_row(entry) for entry in entries)]
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    if list(csv.reader(io.StringIO(target.getvalue(), newline=""))) != [list(row) for row in rows]:
        raise RenderError("The register does not read back as it was written, so no file was made.")
    return target.getvalue().encode("utf-8-sig")


def _row(entry: Entry) -> tuple[str, ...]:
    cells = (entry.id, entry.place, entry.withheld, entry.citation, entry.rule, entry.reason)
    return tuple(without_formula(cell) for cell in cells)
