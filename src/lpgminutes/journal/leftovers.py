"""What programs that have ended left behind for a meeting."""

from dataclasses import dataclass
from pathlib import Path

from lpgminutes.journal.draft import Draft
from lpgminutes.journal.file import JournalFile
from lpgminutes.journal.format import replay
from lpgminutes.journal.former import FormerLines


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line that was typed and not recorded, with the file it stands in, which nobody else has now."""

    draft: Draft
    former: FormerLines
    _file: JournalFile

    def remove(self) -> None:
        """Overwrite it and take it away: the line is in another journal, or in the minutes."""
        self._file.remove()

    def put_back(self) -> None:
        """Leave it for the next time."""
        self._file.close()


def leftovers(stem: Path) -> tuple[Leftover, ...]:
    """Return what was left behind, the latest last; what holds nothing is done with, and removed."""
    found: list[tuple[float, Leftover]] = []
    for path in stem.parent.glob(f"{_literal(stem.name)}-*"):
        file = JournalFile.left_behind(path)
        if file is None:
            continue
        replayed = replay(file.read())
        if replayed.draft or replayed.former:
            found.append((file.written_at(), Leftover(replayed.draft, replayed.former, file)))
        else:
            file.remove()
    return tuple(leftover for _, leftover in sorted(found, key=lambda pair: pair[0]))


def _literal(name: str) -> str:
    """Return a pattern that matches a name to the letter."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)
