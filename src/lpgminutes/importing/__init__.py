"""Minutes that come in from outside, read into records."""

from lpgminutes.importing.marks import printed_marks
from lpgminutes.importing.plain_text import ImportedText, read_text_minutes, series_of

__all__ = ["ImportedText", "printed_marks", "read_text_minutes", "series_of"]
