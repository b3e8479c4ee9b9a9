"""Redaction marks that stand in a document that came in redacted.

Imported minutes may hold ``XXXX S43``: the words are gone, the mark is the record. It is kept to the letter inside
the text, with its place and its printed label beside it.
"""

from dataclasses import dataclass

from lpgminutes.domain.exemptions import Exemption


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMark:
    """A mark as printed in an imported text."""

    field: str
    """The field of its record that the mark stands in: ``text``, ``name``, ``date`` …"""
    start: int
    end: int
    """The stretch of the field's text that the mark takes up; both 0 in a field that holds no text (a date)."""
    as_shown: str
    """The mark to the letter, as ``XXXXS40(2)``."""
    label: str | None
    """The printed label that covers it, as ``S40(2)``; ``None`` when nothing was printed."""
    exemptions: tuple[Exemption, ...] = ()
    """What the label was read as."""
