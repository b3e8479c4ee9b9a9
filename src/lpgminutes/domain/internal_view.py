"""The minutes as the officer sees them: every word, with what is withheld told apart. Never for a release."""

from collections.abc import Iterable
from dataclasses import dataclass

from lpgminutes.domain.document import Mark, MarkStyle, MinutesDocument, Place, Text, Words
from lpgminutes.domain.redaction import Span, merged_by_place


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text, open or withheld."""

    text: str
    citations: tuple[str, ...] = ()
    """What it is withheld under; empty where it stands open."""


@dataclass(frozen=True, slots=True)
class InternalText:
    """A text of the minutes with its stretches."""

    place: Place
    stretches: tuple[Stretch, ...]

    def written(self) -> str:
        """Return it for a terminal: what is withheld stands in double brackets, with what it is withheld under."""
        return "".join(
            f"[[{stretch.text} | {', '.join(stretch.citations)}]]" if stretch.citations else stretch.text
            for stretch in self.stretches
        )


def internal_view(document: MinutesDocument, spans: Iterable[Span]) -> tuple[InternalText, ...]:
    """Return every text of the original once, in reading order, cut where something is withheld."""
    by_place = merged_by_place(spans)
    return tuple(
        InternalText(text.place, tuple(_stretches(text, by_place.get(text.place, ()), document.mark_style)))
        for text in document.each_text()
        if text
    )


def _stretches(text: Text, spans: Iterable[Span], style: MarkStyle) -> Iterable[Stretch]:
    cursor = 0
    for span in spans:
        if open_text := _written(text, cursor, span.start, style):
            yield Stretch(open_text)
        if withheld := _written(text, span.start, span.end, style):
            yield Stretch(withheld, tuple(exemption.citation() for exemption in span.exemptions))
        cursor = span.end
    if rest := _written(text, cursor, None, style):
        yield Stretch(rest)


def _written(text: Text, start: int, end: int | None, style: MarkStyle) -> str:
    """Return a part of a text as it is printed; a mark that was there counts as one character."""
    characters: list[str] = []
    for segment in text.segments:
        match segment:
            case Words():
                characters += segment.text
            case Mark():
                characters.append(segment.written(style))
    return "".join(characters[start:end])
