"""What the import preview says of its papers, in words."""

from collections.abc import Sequence

from textual.content import Content

from lpgminutes.tui.screens.importing.desk import DeskPaper, Standing
from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.part_list import PartRow

_DOT = " \N{MIDDLE DOT} "


def heading_of(papers: Sequence[DeskPaper], at: int) -> Content:
    """Return the line that says which paper is at hand and how far it and the others have come."""
    paper = papers[at]
    parts = [one_line(paper.name, "bold")]
    if len(papers) > 1:
        parts.append(plain(f"{at + 1} of {len(papers)}"))
        parts.append(plain(_progress(papers)))
    if paper.standing is Standing.READ:
        left = paper.left_to_check()
        parts.append(plain(f"? {left} to check", "bold $text-warning") if left else plain("nothing to check"))
        if paper.before:
            parts.append(plain(f"! brought in before as {paper.before}", "bold $text-warning"))
    elif paper.standing is Standing.KEPT:
        parts.append(plain(f"saved as {paper.ref}"))
    return Content(_DOT).join(parts)


def _progress(papers: Sequence[DeskPaper]) -> str:
    """Return how far all the papers have come."""
    waiting = sum(paper.standing is Standing.WAITING for paper in papers)
    saved = sum(paper.standing is Standing.KEPT for paper in papers)
    refused = sum(paper.standing is Standing.REFUSED for paper in papers)
    read = len(papers) - waiting
    said = f"{read} of {len(papers)} read" if waiting else f"{saved} saved"
    return f"{said}, {refused} cannot be read" if refused else said


def said_of_unread(papers: Sequence[DeskPaper], at: int) -> tuple[str, ...]:
    """Return what stands in the place of a paper that is not there to be compared."""
    paper = papers[at]
    if paper.standing is Standing.WAITING:
        read = sum(other.standing is not Standing.WAITING for other in papers)
        return (f"Reading {paper.name}\N{HORIZONTAL ELLIPSIS}", "", f"{read} of {len(papers)} read.")
    others = "Press > for the next paper." if len(papers) > 1 else "Press Esc to go back."
    return (f"{paper.name} cannot be read.", "", paper.sentence, "", others)


def detail_of(paper: DeskPaper, row: PartRow) -> Content:
    """Return the highlighted row with its words whole, its place, and what is doubtful about it."""
    place = paper.place_of(row)
    unit = paper.paper.unit if paper.paper else "line"
    if row.part is None and place is None:
        where = ""
    elif place is not None:
        where = f"{_DOT}{unit} {place}"
    else:
        where = "" if row.is_missing else f"{_DOT}not found in the paper by its words"
    lines = [plain(f"{row.name}{where}", "bold")]
    lines += [plain(f"? {doubt.sentence}", "$text-warning") for doubt in paper.doubts_of(row)]
    return Content("\n").join([*lines, one_line(row.words)])


def left_words(papers: Sequence[DeskPaper]) -> str:
    """Return how many places of some papers nobody has checked."""
    return counted(sum(paper.left_to_check() for paper in papers), "place")
