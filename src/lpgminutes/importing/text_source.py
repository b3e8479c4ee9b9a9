"""A plain text taken apart: pages, lines with their indentation and gaps, tables drawn with bars."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lpgminutes.domain.text import clean
from lpgminutes.importing.decoding import SIZE_LIMIT, decode
from lpgminutes.importing.mending import mended
from lpgminutes.importing.source import PlaceUnit, Source, SourceLine, SourceRemark
from lpgminutes.importing.text_tables import RawLine, is_table_line, table_rows


def text_source(content: bytes, *, name: str) -> Source:
    """Take a plain text apart; ``name`` is what a refusal calls the file."""
    decoded = decode(content, name=name)
    text, remarks = cleaned(decoded.text, name)
    return Source(
        lines=tuple(lines_of(text)),
        unit=PlaceUnit.LINE,
        is_wrapped=True,
        remarks=(*decoded.remarks, *remarks),
    )


def cleaned(text: str, name: str) -> tuple[str, tuple[SourceRemark, ...]]:
    """Clean a text whole, page by page, so that the page breaks stay; returned with what was taken out."""
    pages = [clean(page, limit=SIZE_LIMIT, what=name) for page in text.split("\f")]
    told = dict.fromkeys(remark for page in pages for remark in page.remarks)
    return "\f".join(page.text for page in pages), tuple(SourceRemark(sentence=f"{remark}.") for remark in told)


def raw_lines(text: str) -> Iterator[RawLine]:
    """Yield every line of a text, the blank ones too, with the page that it stands on."""
    page = 1
    for place, written in enumerate(text.split("\n"), start=1):
        for turned, piece in enumerate(written.split("\f")):
            page += bool(turned)
            yield RawLine(place, mended(piece), page)


def lines_of(text: str) -> Iterator[SourceLine]:
    """Yield the lines of a plain text that hold something, and the rows of its tables."""
    gap = False
    table = 0
    for is_table, group in groupby(raw_lines(text), key=lambda line: is_table_line(line.text)):
        run = list(group)
        if is_table and _is_drawn(run):
            table += 1
            yield from table_rows(run, table=table, shorn=_as_it_is, after_gap=gap)
            gap = False
            continue
        for line in run:
            if line.text.strip():
                yield plain_line(line, after_gap=gap)
            gap = not line.text.strip()


def plain_line(line: RawLine, *, after_gap: bool) -> SourceLine:
    """Return a line with its indentation measured, tabs counted to the next eighth column."""
    spread = line.text.expandtabs()
    return SourceLine(
        spaced=line.text.strip(),
        place=line.place,
        page=line.page,
        after_gap=after_gap,
        indent=len(spread) - len(spread.lstrip()),
    )


def _is_drawn(run: Sequence[RawLine]) -> bool:
    """Whether bars make a table of these lines: a scanner reads the edge of a box as one bar."""
    return len(run) > 1


def _as_it_is(text: str) -> tuple[str, bool]:
    return text, False
