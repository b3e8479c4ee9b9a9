"""Score the reading of real minutes against what a person found in them, and its speed against plain opening.

A document is any ``.txt``, ``.md`` or ``.docx`` with its truth, ``NAME.json``, beside it or in ``truth/``.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from import_rules import FIELDS, Score, Tally, score
from measure import ratio

from lpgminutes.bootstrap import read_meeting
from lpgminutes.errors import LpgMinutesError

SHARED = Path(__file__).parents[2] / "shared" / "data"
SUFFIXES = frozenset({".txt", ".md", ".docx"})
SINGLE = FIELDS[:4]
LISTS = FIELDS[4:7]
OF_ACTIONS = FIELDS[7:]
AIMS = {"title": 1.0, "date": 1.0, "attendees": 0.97, "items": 0.97, "actions": 0.92, "owner": 0.95}
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Paper:
    """One real document and where its truth is."""

    path: Path
    truth: Path

    @property
    def content(self) -> bytes:
        """The bytes to import: a text without the line that says where it comes from."""
        content = self.path.read_bytes()
        is_sourced = self.path.suffix != ".docx" and content.startswith(b"# source:")
        return content.split(b"\n", 1)[1] if is_sourced else content


def papers(folder: Path) -> Iterator[Paper]:
    """Yield the documents below a folder that have a truth."""
    for path in sorted(folder.rglob("*")):
        truths = (path.with_suffix(".json"), path.parent / "truth" / f"{path.stem}.json")
        truth = next((truth for truth in truths if truth.is_file()), None)
        if path.suffix in SUFFIXES and truth:
            yield Paper(path, truth)


def scored(paper: Paper) -> Score:
    """Read a document as an import does, and score it; a refusal counts as nothing read."""
    truth = json.loads(paper.truth.read_text(encoding="utf-8"))
    try:
        meeting, _ = read_meeting(paper.content, name=paper.path.name)
    except LpgMinutesError as refusal:
        found = score(None, truth, name=paper.path.name)
        found.misses.insert(0, f"refused: {refusal}")
        return found
    return score(meeting, truth, name=paper.path.name)


def row(name: str, tallies: dict[str, Tally]) -> str:
    """Return one line of the table."""
    cells = [f"{_single(tallies[field]):>6}" for field in SINGLE]
    cells += [f"{_percent(tallies[field].precision)}/{_percent(tallies[field].recall)}" for field in LISTS]
    cells += [f"{f'{tallies[field].right}/{tallies[field].wanted}':>7}" for field in OF_ACTIONS]
    return f"{name[:44]:<44} {' '.join(cells)}"


def _single(tally: Tally) -> str:
    if tally.read + tally.wanted > 2:
        return f"{_percent(tally.f1).strip()}%"
    if not tally.wanted:
        return "extra" if tally.read else "-"
    return "yes" if tally.right else "wrong" if tally.read else "no"


def _percent(part: float | None) -> str:
    return "   -" if part is None else f"{part * 100:4.0f}"


def print_table(scores: dict[str, Score], *, misses: bool) -> None:
    """Print the table by file and in total, with precision/recall of the lists, then the aims."""
    heads = [f"{field:>6}" for field in SINGLE] + [f"{field:>9}" for field in LISTS]
    print(f"{'':<44} {' '.join(heads + [f'{field:>7}' for field in OF_ACTIONS])}")
    total = {field: Tally() for field in FIELDS}
    for name, found in scores.items():
        print(row(name, found.tallies))
        total = {field: total[field] + found.tallies[field] for field in FIELDS}
        for miss in found.misses if misses else ():
            print(f"    {' '.join(miss.split())}")
    print(row(f"all {len(scores)}", total))
    print(f"\n{'field':<10} precision    recall        F1       aim")
    for field, tally in total.items():
        measured = (tally.precision, tally.recall, tally.f1, AIMS.get(field))
        print(f"{field:<10} " + " ".join(f"{'' if part is None else f'{part:.1%}':>9}" for part in measured))
    print(f"due dates that are wrong: {sum(found.wrong_dates for found in scores.values())}")


def speed(chosen: list[Paper]) -> tuple[float, float]:
    """Return the ratio of reading every document to opening it, and the milliseconds of reading."""
    contents = [(paper.path, paper.content) for paper in chosen]

    def read_all() -> None:
        for path, content in contents:
            read_meeting(content, name=path.name)

    return ratio(read_all, _plain_reading(chosen), rounds=ROUNDS)


def _plain_reading(chosen: list[Paper]) -> Callable[[], object]:
    """Return the opening of every document: python-docx with the text of each paragraph and cell, or decoding."""
    from docx import Document

    def open_all() -> int:
        seen = 0
        for paper in chosen:
            if paper.path.suffix != ".docx":
                seen += len(paper.path.read_text(encoding="utf-8", errors="replace").splitlines())
                continue
            document = Document(str(paper.path))
            seen += sum(len(paragraph.text) for paragraph in document.paragraphs)
            seen += sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)
        return seen

    return open_all


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED, help="documents with their truth")
    parser.add_argument("--only", default="", help="only the files whose name holds this")
    parser.add_argument("--misses", action="store_true", help="name each miss (quotes the documents)")
    parser.add_argument("--speed", action="store_true", help="compare with python-docx and plain reading")
    options = parser.parse_args()
    chosen = [paper for paper in papers(options.folder) if options.only in paper.path.name]
    if not chosen:
        sys.exit(f"{options.folder} holds no documents with a truth.")
    print_table({paper.path.name: scored(paper) for paper in chosen}, misses=options.misses)
    if options.speed:
        times, milliseconds = speed(chosen)
        print(f"reading over opening: {times:.2f}x of 5.00x ({milliseconds:.0f} ms for {len(chosen)} documents)")


if __name__ == "__main__":
    main()
