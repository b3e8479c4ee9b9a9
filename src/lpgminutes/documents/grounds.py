"""The record of tests and opinions as CSV, for inside: with a byte-order mark, as it is read in a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from lpgminutes.documents.schedule import without_formula
from lpgminutes.errors import RenderError
from lpgminutes.services.grounds import GroundRecord

_HEAD: Final = ("Exemption", "Kind", "Rule", "Public interest test", "Qualified person's opinion", "Lacks")


def render_grounds_csv(records: Sequence[GroundRecord]) -> bytes:
    """Return the record, a rule and exemption a row, in a form that no spreadsheet reads as a formula."""
    rows = [_HEAD, *(_row(record) for record in records)]
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    if list(csv.reader(io.StringIO(target.getvalue(), newline=""))) != [list(row) for row in rows]:
        raise RenderError("The record does not read back as it was written, so no file was made.")
    return target.getvalue().encode("utf-8-sig")


def _row(record: GroundRecord) -> tuple[str, ...]:
    cells = (
        record.citation,
        record.kind,
        record.rule,
        record.public_interest,
        record.qualified_person,
        record.lacks,
    )
    return tuple(without_formula(cell) for cell in cells)
