"""People who are named with an @ in a line."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.capture.known_people import Known, KnownPeople, Standing
from lpgminutes.domain.capture.lines import CapturedOwner, NewPerson
from lpgminutes.domain.pre_marks import PreMark

_MENTION = re.compile(
    r"(?<![\w@.])@(?P<here>\+)?(?P<word>[^\W\d_](?:[\w'\u2019-]|\.(?=\w))*)(?P<firm>\([^()\n]{1,80}\))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Somebody named with an @, where the name stands in the text now."""

    start: int
    end: int
    owner: CapturedOwner


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    owner: CapturedOwner
    person: NewPerson | None
    arrival: Known | None

    @property
    def is_known(self) -> bool:
        """Whether the @ names somebody or something; where it does not it stays as it was typed."""
        return self.owner.standing is not Standing.UNKNOWN

    @property
    def length(self) -> int:
        """How many characters stand for it in the text."""
        return len(self.owner.name) if self.is_known else self.end - self.start


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of a text, and what stands in its place."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A text in which every @ has become a name."""

    text: str
    mentions: tuple[Mention, ...] = ()
    pre_marks: tuple[PreMark, ...] = ()
    new_people: tuple[NewPerson, ...] = ()
    arrivals: tuple[Known, ...] = ()


def name_the_mentioned(text: str, pre_marks: tuple[PreMark, ...], people: KnownPeople) -> Mentioned:
    """Return a line with the names of those whom it mentions, its pre-marks moved along.

    A word that fits nobody keeps its @: what was typed is what is recorded.

    Two that stand side by side are joined with a comma or an *and*, as minutes write them.
    """
    found = list(_mentions(text, people)) if "@" in text else []
    if not found:
        return Mentioned(text=text, pre_marks=pre_marks)
    moved = _Moved(_edits(text, found))
    new = {one.person.name: one.person for one in reversed(found) if one.person is not None}
    return Mentioned(
        text=moved.text(text),
        mentions=tuple(
            Mention(start=moved.place(one.start), end=moved.place(one.start) + one.length, owner=one.owner)
            for one in found
        ),
        pre_marks=tuple(
            replace(mark, start=moved.place(mark.start), end=moved.place(mark.end, after=True)) for mark in pre_marks
        ),
        new_people=tuple(reversed(new.values())),
        arrivals=tuple(dict.fromkeys(one.arrival for one in found if one.arrival is not None)),
    )


def within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Return the mentions that stand in a stretch of the text."""
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : max(first, bisect_right(mentions, end, key=_end))]


def _start(mention: Mention) -> int:
    return mention.start


def _end(mention: Mention) -> int:
    return mention.end


class _Moved:
    """Where the places of a text are after some edits."""

    def __init__(self, edits: Iterable[_Edit]) -> None:
        self._edits = list(edits)
        self._starts = [edit.start for edit in self._edits]
        self._shifts = [0]
        for edit in self._edits:
            self._shifts.append(self._shifts[-1] + len(edit.words) - (edit.end - edit.start))

    def place(self, place: int, *, after: bool = False) -> int:
        """Return where a place is now; inside an edit it is the edit's beginning, or the end when ``after``."""
        count = (bisect_left if after else bisect_right)(self._starts, place)
        edit = self._edits[count - 1] if count else None
        if edit is not None and place < edit.end + after:
            return edit.start + self._shifts[count - 1] + (len(edit.words) if after else 0)
        return place + self._shifts[count]

    def text(self, text: str) -> str:
        """Return the text after the edits."""
        pieces: list[str] = []
        cursor = 0
        for edit in self._edits:
            pieces += [text[cursor : edit.start], edit.words]
            cursor = edit.end
        return "".join((*pieces, text[cursor:]))


def _edits(text: str, found: Sequence[_Found]) -> Iterator[_Edit]:
    for position, one in enumerate(found):
        if one.is_known:
            yield _Edit(one.start, one.end, one.owner.name)
        if _stand_together(text, found, position):
            is_last = not _stand_together(text, found, position + 1)
            yield _Edit(one.end, found[position + 1].start, " and " if is_last else ", ")


def _stand_together(text: str, found: Sequence[_Found], position: int) -> bool:
    """Whether nothing but spaces is between one who is mentioned and the next."""
    if position + 1 >= len(found) or not (found[position].is_known and found[position + 1].is_known):
        return False
    between = text[found[position].end : found[position + 1].start]
    return bool(between) and not between.strip()


def _mentions(text: str, people: KnownPeople) -> Iterator[_Found]:
    cursor = 0
    while match := _MENTION.search(text, cursor):
        whole = people.longest_at(text, match.start("word"))
        if whole is not None:
            cursor, known = whole
            typed = text[match.start("word") : cursor]
            yield _Found(match.start(), cursor, _known_owner(typed, known), None, _arrival(match, known))
        else:
            cursor = match.end()
            yield _Found(match.start(), cursor, *_one_word(match, people))


def _one_word(match: re.Match[str], people: KnownPeople) -> tuple[CapturedOwner, NewPerson | None, Known | None]:
    typed = " ".join(match["word"].replace("_", " ").split())
    is_new = bool(match["here"] or match["firm"] or "_" in match["word"])
    found = people.find(typed, beginnings=not is_new) if not match["firm"] else ()
    if len(found) == 1:
        return _known_owner(typed, found[0]), None, _arrival(match, found[0])
    if found:
        return CapturedOwner(name=typed, typed=typed, standing=Standing.AMBIGUOUS, choices=found), None, None
    if not is_new:
        # A single word that fits nobody may be a role, a firm, or a slip of the hand.
        return CapturedOwner(name=typed, typed=typed, standing=people.standing_of(typed)), None, None
    firm = (match["firm"] or "()")[1:-1].strip()
    person = NewPerson(name=typed, organisation=firm, is_here=bool(match["here"]))
    return CapturedOwner(name=typed, typed=typed, standing=Standing.NEW), person, None


def _arrival(match: re.Match[str], known: Known) -> Known | None:
    """Return somebody of the register who is at the meeting, too: ``@+`` says so."""
    return known if match["here"] and known.standing is Standing.REGISTER else None


def _known_owner(typed: str, known: Known) -> CapturedOwner:
    return CapturedOwner(name=known.name, typed=typed, standing=known.standing)
