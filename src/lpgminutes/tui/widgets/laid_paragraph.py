"""A paragraph laid to a width: how many lines it takes, and each line when it is asked for."""

from dataclasses import dataclass
from functools import lru_cache

from textual.content import Content

from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.minutes_layout import Paragraph, Run
from lpgminutes.tui.widgets.wrapping import Stretch, lines_of


@dataclass(frozen=True, slots=True, eq=False)
class LaidParagraph:
    """Where each line begins and ends; what is not on the screen is never drawn. There is one for each paragraph."""

    paragraph: Paragraph
    indent: int
    lead: Content
    is_lead_apart: bool
    """Whether the lead is too long for its place, and stands in lines of its own."""
    lead_lines: tuple[Stretch, ...]
    lines: tuple[Stretch, ...]

    @property
    def height(self) -> int:
        """How many lines it takes, with the empty one before it."""
        return self.paragraph.is_apart + len(self.lead_lines) + len(self.lines)

    def line(self, number: int) -> Content:
        """Return a line by its number, counted with the empty one before it."""
        number -= self.paragraph.is_apart
        if number < 0:
            return Content("")
        if number < len(self.lead_lines):
            start, end = self.lead_lines[number]
            return self.lead[start:end]
        number -= len(self.lead_lines)
        start, end = self.lines[number]
        words = _assembled(self.paragraph.words)[start:end]
        if number or self.is_lead_apart or not self.paragraph.lead:
            return words.pad_left(self.indent)
        return self.lead.pad_right(self.indent - self.lead.cell_length) + words


@lru_cache(maxsize=4096)
def laid(paragraph: Paragraph, width: int) -> LaidParagraph:
    """Return a paragraph as it is laid to a width."""
    indent = min(paragraph.indent, width // 2)
    words = "".join(text for text, _ in paragraph.words)
    lines = lines_of(words, width - indent) if paragraph.words else ()
    lead = _assembled(paragraph.lead).pad_left(min(paragraph.lead_at, indent)) if paragraph.lead else Content("")
    is_apart = bool(paragraph.lead) and (lead.cell_length >= max(indent, 1) or not lines)
    return LaidParagraph(paragraph, indent, lead, is_apart, lines_of(lead.plain, width) if is_apart else (), lines)


@lru_cache(maxsize=512)
def _assembled(runs: tuple[Run, ...]) -> Content:
    return Content("").join(plain(text, style) for text, style in runs)
