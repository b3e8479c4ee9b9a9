"""Minutes that come in from outside, read into records."""

from lpgminutes.importing.marks import printed_marks
from lpgminutes.importing.papers import paper_of
from lpgminutes.importing.plain_text import read_markdown_minutes, read_text_minutes
from lpgminutes.importing.reading import Reading, read_source
from lpgminutes.importing.series import series_of

__all__ = [
    "Reading",
    "paper_of",
    "printed_marks",
    "read_markdown_minutes",
    "read_source",
    "read_text_minutes",
    "series_of",
]
