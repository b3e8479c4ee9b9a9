"""Minutes from the bytes of a text file: plain text or Markdown."""

from lpgminutes.domain.text import clean_line
from lpgminutes.importing.markdown_source import FrontMatterReader, markdown_source
from lpgminutes.importing.reading import Reading, read_source
from lpgminutes.importing.text_source import text_source
from lpgminutes.services.ports import DateReader


def read_text_minutes(content: bytes, *, name: str, dates: DateReader | None = None) -> Reading:
    """Read minutes from the bytes of a plain text; ``name`` is what a refusal calls it."""
    called = clean_line(name, what="The name of the file").text
    return read_source(text_source(content, name=called), name=called, dates=dates)


def read_markdown_minutes(
    content: bytes, *, name: str, read_front_matter: FrontMatterReader, dates: DateReader | None = None
) -> Reading:
    """Read minutes from the bytes of a Markdown text; ``name`` is what a refusal calls it."""
    called = clean_line(name, what="The name of the file").text
    source = markdown_source(content, name=called, read_front_matter=read_front_matter)
    return read_source(source, name=called, dates=dates)
