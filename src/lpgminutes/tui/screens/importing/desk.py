"""The papers that lie on the desk: which are read, what is to be checked in each, what was corrected."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from lpgminutes.tui.widgets.part_list import PartRow, Sign

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Meeting
    from lpgminutes.domain.papers import Doubt, Paper
    from lpgminutes.domain.parts import Part
    from lpgminutes.domain.placing import Key, Numbered

_ESSENTIAL = ("title", "date")


class Standing(Enum):
    """How far a paper has come."""

    WAITING = "not read yet"
    READ = "not saved yet"
    REFUSED = "cannot be read"
    KEPT = "saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What was made of one state of the reading."""

    meeting: "Meeting"
    parts: "tuple[Part, ...]"
    places: "dict[Key, int]"
    shared: "dict[Key, list[Numbered]]"
    alone: "list[Numbered]"


def _view_of(paper: "Paper | None", meeting: "Meeting") -> _View:
    from lpgminutes.domain.parts import parts_of
    from lpgminutes.domain.placing import doubts_by_part, places

    found = places(paper.lines if paper else (), meeting)
    shared, alone = doubts_by_part(paper.doubts if paper else (), meeting, found)
    return _View(meeting=meeting, parts=parts_of(meeting), places=found, shared=shared, alone=alone)


@dataclass(slots=True, kw_only=True)
class DeskPaper:
    """One file on the desk."""

    path: str
    standing: Standing = Standing.WAITING
    sentence: str = ""
    """Why it cannot be read, or was not kept."""
    paper: "Paper | None" = None
    before: str = ""
    """The meeting that came in from this very file before."""
    ref: str = ""
    """The meeting that it was kept as."""
    is_on_its_way: bool = False
    """Whether it is being kept at this moment."""
    readings: "list[Meeting]" = field(default_factory=list)
    """The reading after each correction, the first as it was read."""
    checked: set[object] = field(default_factory=set)
    """What a person has looked at: doubts by their place in the list, and missing parts by their keys."""
    _seen: "_View | None" = None

    @property
    def name(self) -> str:
        """The name of the file."""
        return PurePath(self.path).name

    @property
    def meeting(self) -> "Meeting":
        """The reading as it stands."""
        return self.readings[-1]

    def to_keep(self) -> "Meeting":
        """Return the reading as it is kept: what nobody has checked goes on the list of what is to be checked."""
        from lpgminutes.domain.corrections import with_checks
        from lpgminutes.domain.parts import PartKind

        unchecked = {
            row.part.index
            for row in self.rows()
            if row.sign is Sign.TO_CHECK and row.part is not None and row.part.kind is PartKind.BLOCK
        }
        return with_checks(self.meeting, unchecked) if unchecked else self.meeting

    def take_in(self, paper: "Paper", before: str) -> None:
        """Take in how the file was read."""
        self.paper, self.before, self.standing = paper, before, Standing.READ
        self.readings = [paper.meeting]

    def correct(self, meeting: "Meeting") -> None:
        """Put another reading in place of the one before."""
        if meeting != self.meeting:
            self.readings.append(meeting)

    def take_back(self) -> bool:
        """Take the latest correction back; false when there is none."""
        if len(self.readings) < 2:  # noqa: PLR2004 - the first is no correction
            return False
        self.readings.pop()
        return True

    def rows(self) -> list[PartRow]:
        """Return what the reading shows: what belongs to no part first, then part by part."""
        view = self._view()
        rows = [self._row_of_doubt(number, doubt) for number, doubt in view.alone]
        return [*rows, *(self._row_of_part(part, view.shared.get(part.key, [])) for part in view.parts)]

    def left_to_check(self) -> int:
        """Return how many rows are still to be checked."""
        return sum(row.sign is Sign.TO_CHECK for row in self.rows()) if self.paper else 0

    def doubts_of(self, row: PartRow) -> "list[Doubt]":
        """Return what is doubtful about a row."""
        if row.part is None:
            return []
        return [doubt for _, doubt in self._view().shared.get(row.part.key, [])]

    def place_of(self, row: PartRow) -> int | None:
        """Return where in the paper a row stands."""
        if row.part is None:
            return next((doubt.place for number, doubt in self._view().alone if number == row.key), None)
        return self._view().places.get(row.part.key)

    def doubtful_places(self) -> set[int]:
        """Return the places that are still to be checked."""
        found = set()
        for number, doubt in enumerate(self.paper.doubts if self.paper else ()):
            if doubt.place is not None and number not in self.checked:
                found.add(doubt.place)
        return found

    def tick(self, row: PartRow) -> None:
        """Say that a row is checked, or not after all."""
        keys = self._keys(row)
        if keys <= self.checked:
            self.checked -= keys
        else:
            self.checked |= keys

    def tick_off(self, row: PartRow) -> None:
        """Say that a row is checked: it was corrected."""
        self.checked |= self._keys(row)

    def _keys(self, row: PartRow) -> set[object]:
        if row.part is None:
            return {row.key}
        doubts: Iterable[object] = (number for number, _ in self._view().shared.get(row.part.key, []))
        return {row.key, *doubts}

    def _view(self) -> "_View":
        """Return the parts of the reading as it stands, found again in the paper."""
        if self._seen is None or self._seen.meeting is not self.meeting:
            self._seen = _view_of(self.paper, self.meeting)
        return self._seen

    def _row_of_doubt(self, number: int, doubt: "Doubt") -> PartRow:
        place = "" if doubt.place is None or self.paper is None else f"{self.paper.unit} {doubt.place}: "
        sign = Sign.CHECKED if number in self.checked else Sign.TO_CHECK
        return PartRow(key=number, part=None, name="To check", words=f"{place}{doubt.sentence}", sign=sign)

    def _row_of_part(self, part: "Part", doubts: "list[Numbered]") -> PartRow:
        is_missing = not part.words
        is_needed = is_missing and part.kind.value in _ESSENTIAL
        is_doubtful = bool(doubts) or is_needed
        is_checked = all(number in self.checked for number, _ in doubts) and (not is_needed or part.key in self.checked)
        sign = Sign.PLAIN if not is_doubtful else Sign.CHECKED if is_checked else Sign.TO_CHECK
        words = part.words or "not found"
        return PartRow(key=part.key, part=part, name=part.name, words=words, sign=sign, is_missing=is_missing)
