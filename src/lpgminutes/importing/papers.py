"""A source beside its reading, for a person to compare line by line."""

from lpgminutes.domain.imports import ImportedFile
from lpgminutes.domain.papers import Doubt, Paper, PaperLine
from lpgminutes.importing.reading import Reading
from lpgminutes.importing.source import Source, SourceLine


def paper_of(source: Source, reading: Reading, file: ImportedFile) -> Paper:
    """Return the lines of a source with the meeting that was read in them, and every doubt with its place."""
    aside = {left.place: left.why for left in reversed(reading.set_aside)}
    return Paper(
        file=file,
        meeting=reading.meeting,
        unit=source.unit.value,
        lines=tuple(_line(line, aside.get(line.place, "")) for line in source.lines),
        doubts=tuple(Doubt(sentence=doubt.sentence, place=doubt.place) for doubt in reading.doubts),
        warnings=reading.warnings,
        is_body_guessed=True,
    )


def _line(line: SourceLine, aside: str) -> PaperLine:
    words = " | ".join(" ".join(cell.text.split()) for cell in line.cells) if line.cells else line.spaced
    return PaperLine(
        place=line.place,
        text=" ".join(part for part in (line.number or line.bullet, words) if part),
        indent=line.indent,
        is_bold=line.is_bold,
        aside=aside,
    )
