"""Where in a paper each part of its reading stands, found again by its words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.papers import Doubt, PaperLine
from lpgminutes.domain.parts import Part, PartKind, flat, parts_of
from lpgminutes.domain.sayings.written_dates import dates_in

_ENOUGH = 6
"""Words by which a line is known."""
_FEWEST = 2

Key = tuple[PartKind, int]


@dataclass(slots=True)
class _Paper:
    lines: Sequence[PaperLine]
    words: list[str]

    def find(self, text: str, start: int = 0) -> int | None:
        """Return the first line from ``start`` on that holds the words a text begins with, or at the end its last.

        A line that is broken after a few words is found by those few.
        """
        wanted = folded(text).split()[:_ENOUGH]
        for many in range(len(wanted), min(_FEWEST, len(wanted)) - 1, -1):
            words = " ".join(wanted[:many])
            for at in range(start, len(self.lines)):
                if words and words in self.words[at]:
                    return at
        return None

    def first(self, is_wanted: Callable[[PaperLine], bool]) -> int | None:
        """Return the first line of a kind."""
        return next((at for at, line in enumerate(self.lines) if is_wanted(line)), None)


def places(lines: Sequence[PaperLine], meeting: Meeting) -> dict[Key, int]:
    """Return the place of each part of a meeting that is found in its paper."""
    paper = _Paper(lines, [folded(line.text) for line in lines])
    found = {**dict(_of_head(paper, meeting)), **dict(_of_blocks(paper, meeting)), **dict(_of_actions(paper, meeting))}
    return {key: lines[at].place for key, at in found.items() if at is not None}


def _of_head(paper: _Paper, meeting: Meeting) -> Iterator[tuple[Key, int | None]]:
    yield (PartKind.TITLE, 0), paper.find(meeting.title)
    yield (PartKind.BODY, 0), paper.find(meeting.series.name)
    dated = paper.first(lambda line: meeting.date is not None and meeting.date in dates_in(line.text))
    yield (PartKind.DATE, 0), dated
    yield (PartKind.TIME, 0), dated if meeting.start else None
    yield (PartKind.PLACE, 0), paper.find(meeting.location)
    yield (PartKind.MARKING, 0), paper.find(meeting.marking.as_written)
    for index, row in enumerate(meeting.attendance):
        yield (PartKind.PERSON, index), paper.find(row.name)
    following = meeting.next_meeting
    if following is not None:
        named = paper.first(lambda line: following.date is not None and following.date in dates_in(line.text))
        yield (PartKind.NEXT_MEETING, 0), named if named is not None else paper.find(following.text)


def _of_blocks(paper: _Paper, meeting: Meeting) -> Iterator[tuple[Key, int | None]]:
    at = 0
    for index, (_, block) in enumerate(flat(meeting.items)):
        found = paper.find(f"{block.label}: {block.text}" if block.label else block.text, at)
        at = at if found is None else found
        yield (PartKind.BLOCK, index), found


def _of_actions(paper: _Paper, meeting: Meeting) -> Iterator[tuple[Key, int | None]]:
    at = 0
    for index, action in enumerate(meeting.actions):
        found = paper.find(action.text, at)
        found = paper.find(action.text) if found is None else found
        at = at if found is None else found
        yield (PartKind.ACTION, index), found


Numbered = tuple[int, Doubt]
"""A doubt with its place in the list of doubts."""


def doubts_by_part(
    doubts: Sequence[Doubt], meeting: Meeting, where: Mapping[Key, int]
) -> tuple[dict[Key, list[Numbered]], list[Numbered]]:
    """Share doubts out to the parts that they are about; those about no part in particular are returned beside."""
    parts = [part for part in parts_of(meeting) if part.key in where]
    shared: dict[Key, list[Numbered]] = {}
    alone: list[Numbered] = []
    for number, doubt in enumerate(doubts):
        part = _nearest(parts, where, doubt.place)
        if part is None:
            alone.append((number, doubt))
        else:
            shared.setdefault(part.key, []).append((number, doubt))
    return shared, alone


def _nearest(parts: Sequence[Part], where: Mapping[Key, int], place: int | None) -> Part | None:
    """Return the part at a place, or the block or person right before it."""
    if place is None:
        return None
    exact = [part for part in parts if where[part.key] == place]
    running = [part for part in parts if not part.kind.is_of_head and part.kind is not PartKind.ACTION]
    before = [part for part in running if where[part.key] < place]
    if exact:
        return exact[0]
    return max(before, key=lambda part: where[part.key]) if before else None
