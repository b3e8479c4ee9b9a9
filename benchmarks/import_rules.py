"""When a reading of minutes agrees with what a person found in them: one rule for each field.

Words are compared folded: one case, plain quotes and dashes, letters and digits only. What is nearly alike counts
only where a rule says so:

========  ==========================================================================================================
title     the same words as the title, or as title and subtitle together; or nearly so (nine words in ten); where the
          truth gives the number of the meeting apart, the title may hold it or not
date      the same day
place     nearly the same words (seven in ten), or all the words that the truth has
chair     the same name, titles such as Dr set aside; where several preside, one of them
attendee  the same name and the same standing: present, apologies, in attendance; a standing that only the paper has
          ("invited", "did not attend") must be said in the note of the attendance, or not be one of being present
item      nearly the same title (eight words in ten); a title that is withheld is compared by its number
action    one reading for one truth, the most alike first, the owners before "to" set aside: half of the words, or all
          words of the shorter; where the truth calls its wording a reading, the reference or the owners, in order
owner     of the actions matched: the same words without joiners
text      of the actions matched: nearly the same words (nine in ten)
due       of the actions matched: the same words or part of them, and the same day where the truth settles one
========  ==========================================================================================================

A commitment in prose that the truth lists as implicit is not an action: a reading that makes it one is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from lpgminutes.domain.actions import Action
from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import Block, Meeting
from lpgminutes.domain.people import Attendance, Capacity

FIELDS = ("title", "date", "place", "chair", "attendees", "items", "actions", "owner", "text", "due")
_WORD = re.compile(r"[^\W_]+")
_STYLES = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|miss|cllr|councillor|baroness|lord|sir|dame)\.? )+")
_JOINERS = frozenset({"and", "the", "to", "with"})
_WORDED_BY_READING = frozenset({"suffolk-libraries-board", "friends-halesworth", "post-office-board"})
"""Papers whose truth words its actions from a margin column or from damaged print."""
_TITLE, _PLACE, _ITEM, _ACTION, _TEXT = 0.9, 0.7, 0.8, 0.5, 0.9
_FEWEST_CONTAINED = 4

Truth = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """How many values of a field were right, read, and wanted."""

    right: int = 0
    read: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.read + other.read, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """The part of what was read that is right; none where nothing was read."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """The part of what was wanted that was read; none where nothing was wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two, as twice what is right over what was read and wanted together."""
        return 2 * self.right / (self.read + self.wanted) if self.read or self.wanted else None


@dataclass(slots=True)
class Score:
    """The tallies of one paper, and each miss in words."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    misses: list[str] = field(default_factory=list)
    wrong_dates: int = 0
    """Due dates given that the truth settles otherwise, or does not have."""

    def count(self, name: str, *, right: bool, read: object, wanted: object) -> None:
        """Count one value of a field, there or not on either side."""
        self.tallies[name] += Tally(int(right), int(bool(read)), int(bool(wanted)))
        if not right and (read or wanted):
            self.misses.append(f"{name}: read {_told(read)}, wanted {_told(wanted)}")


def _told(value: object) -> str:
    return f"'{value}'" if value else "nothing"


def score(meeting: Meeting | None, truth: Truth, *, name: str) -> Score:
    """Compare a reading with the truth; ``None`` is a paper that was refused."""
    found = Score()
    _score_fields(meeting, truth, found)
    _score_attendees(meeting.attendance if meeting else (), truth["attendees"], found)
    _score_items(meeting.items if meeting else (), truth["items"], found)
    by_key = any(name.startswith(known) for known in _WORDED_BY_READING)
    _score_actions(meeting.actions if meeting else (), truth["actions"], found, by_key=by_key)
    return found


def words(text: str | None) -> list[str]:
    """Return the folded words of a text."""
    return _WORD.findall(folded(text or ""))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return twice the words in common over all words of both, from 0 to 1."""
    together = len(one) + len(other)
    return 2 * (Counter(one) & Counter(other)).total() / together if together else 1.0


def _score_fields(meeting: Meeting | None, truth: Truth, found: Score) -> None:
    title = meeting.title if meeting else ""
    whole = f"{title} {meeting.subtitle if meeting else ''}"
    numbered = f"{truth['title']} {truth.get('meeting_number') or ''}"
    wanted = [words(truth["title"]), words(numbered)]
    alike = max(likeness(words(read), one) for read in (title, whole) for one in wanted) >= _TITLE
    found.count("title", right=bool(title) and alike, read=title, wanted=truth["title"])
    date = meeting.date.isoformat() if meeting and meeting.date else None
    found.count("date", right=bool(date) and date == truth["date"], read=date, wanted=truth["date"])
    place = meeting.location if meeting else ""
    found.count("place", right=_is_place(place, truth["location"]), read=place, wanted=truth["location"])
    chairs = [row.name for row in (meeting.attendance if meeting else ()) if row.capacity is Capacity.CHAIR]
    presides = bool(chairs) and _name(truth["chair"]) in map(_name, chairs)
    found.count("chair", right=presides, read=", ".join(chairs), wanted=truth["chair"])


def _is_place(read: str, wanted: str | None) -> bool:
    if not (read and wanted):
        return False
    here, there = words(read), words(wanted)
    return likeness(here, there) >= _PLACE or not Counter(there) - Counter(here)


def _name(name: str | None) -> str:
    return " ".join(words(_STYLES.sub("", folded(name or ""))))


def _standing(row: Attendance, wanted: str) -> bool:
    if wanted == "present":
        return row.capacity.is_present and not row.note.casefold().startswith(("invited", "did not", "absent"))
    if wanted in {"apologies", "in attendance"}:
        return row.capacity.value == wanted
    return folded(wanted) in folded(row.note) or not row.capacity.is_present


def _score_attendees(rows: Sequence[Attendance], wanted: Sequence[Truth], found: Score) -> None:
    left = list(rows)
    for person in wanted:
        same = [row for row in left if _name(row.name) == _name(person["name"])]
        match = next((row for row in same if _standing(row, person["status"])), None)
        if match is None:
            stands = f"; read as {same[0].capacity.value}" if same else ""
            found.misses.append(f"attendees: missed '{person['name']}' ({person['status']}){stands}")
        else:
            left.remove(match)
        found.tallies["attendees"] += Tally(int(match is not None), 0, 1)
    found.tallies["attendees"].read += len(rows)
    found.misses += [f"attendees: extra '{row.name}' ({row.capacity.value})" for row in left]


def _score_items(items: Sequence[Block], wanted: Sequence[Truth], found: Score) -> None:
    read = [(item.number or str(place), item.text) for place, item in enumerate(items, start=1)]
    pairs = _pairs(
        [
            [likeness(words(text), words(w["title"])) if w["title"] else float(words(number) == words(w["number"]))
             for w in wanted]
            for number, text in read
        ],
        _ITEM,
    )  # fmt: skip
    found.tallies["items"] += Tally(len(pairs), len(read), len(wanted))
    missed = [w for place, w in enumerate(wanted) if place not in pairs.values()]
    extra = [r for place, r in enumerate(read) if place not in pairs]
    found.misses += [f"items: missed {w['number']} '{w['title']}'" for w in missed]
    found.misses += [f"items: extra {number} '{text}'" for number, text in extra]


def _pairs(alike: Sequence[Sequence[float]], least: float) -> dict[int, int]:
    """Pair rows with columns, the most alike first; each once."""
    ranked = sorted(
        ((value, -row, -column) for row, values in enumerate(alike) for column, value in enumerate(values)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for value, row, column in ranked:
        if value >= least and -row not in pairs and -column not in pairs.values():
            pairs[-row] = -column
    return pairs


def _owner(owner: object) -> list[str]:
    named = " ".join(map(str, owner)) if isinstance(owner, list | tuple) else str(owner or "")
    return sorted(word for word in words(named) if word not in _JOINERS)


def _task(wanted: Truth) -> str:
    return str(wanted.get("text") or wanted.get("sub_task") or wanted.get("issue") or "")


def _without_owner(text: list[str], owner: Iterable[str]) -> list[str]:
    """Set aside the owners that a text begins with, and the 'to' after them."""
    names = {*owner, "and", "the"}
    start = next((place for place, word in enumerate(text) if word not in names), len(text))
    return text[start + 1 :] if text[start : start + 1] == ["to"] and start else text[start:] or text


def _action_likeness(read: Action, wanted: Truth) -> float:
    mine = _without_owner(words(read.text), _owner(read.owners))
    theirs = _without_owner(words(_task(wanted)), _owner(wanted["owner"]))
    shorter, longer = sorted((mine, theirs), key=len)
    contained = len(shorter) >= _FEWEST_CONTAINED and not Counter(shorter) - Counter(longer)
    return max(likeness(mine, theirs), _ACTION if contained else 0.0)


def _score_actions(read: Sequence[Action], wanted: Sequence[Truth], found: Score, *, by_key: bool) -> None:
    if by_key:
        pairs = dict(_in_order(read, wanted))
    else:
        pairs = _pairs([[_action_likeness(action, w) for w in wanted] for action in read], _ACTION)
    found.tallies["actions"] += Tally(len(pairs), len(read), len(wanted))
    for here, there in sorted(pairs.items()):
        _score_action(read[here], wanted[there], found, worded=not by_key)
    missed = [w for place, w in enumerate(wanted) if place not in pairs.values()]
    extra = [action for place, action in enumerate(read) if place not in pairs]
    found.misses += [f"actions: missed '{_task(w)}' ({w['owner']})" for w in missed]
    found.misses += [f"actions: extra '{action.text}' ({', '.join(action.owners)})" for action in extra]


def _in_order(read: Sequence[Action], wanted: Sequence[Truth]) -> Iterator[tuple[int, int]]:
    """Pair actions by their reference where the truth has them, else by their owners, in order."""
    by_ref = all(w["ref"] for w in wanted)
    mine = [tuple(words(action.ref) if by_ref else _owner(action.owners)) for action in read]
    theirs = [tuple(words(w["ref"]) if by_ref else _owner(w["owner"])) for w in wanted]
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _score_action(read: Action, wanted: Truth, found: Score, *, worded: bool) -> None:
    owners = ", ".join(read.owners)
    found.tallies["owner"] += _tally(right=_owner(read.owners) == _owner(wanted["owner"]))
    if _owner(read.owners) != _owner(wanted["owner"]):
        found.misses.append(f"owner: read {_told(owners)}, wanted {_told(wanted['owner'])} for '{_task(wanted)[:50]}'")
    if worded:
        mine = _without_owner(words(read.text), _owner(read.owners))
        theirs = _without_owner(words(_task(wanted)), _owner(wanted["owner"]))
        found.tallies["text"] += _tally(right=likeness(mine, theirs) >= _TEXT)
        if likeness(mine, theirs) < _TEXT:
            found.misses.append(f"text: read '{read.text}', wanted '{_task(wanted)}'")
    _score_due(read, wanted, found)


def _tally(*, right: bool) -> Tally:
    return Tally(int(right), 1, 1)


def _score_due(read: Action, wanted: Truth, found: Score) -> None:
    mine, theirs = words(read.due_as_written), words(wanted.get("due"))
    given = read.due.isoformat() if read.due else None
    settled = wanted.get("due_iso")
    said = bool(mine) == bool(theirs) and (not Counter(mine) - Counter(theirs) or not Counter(theirs) - Counter(mine))
    right = said and (not settled or given == settled) and not (given and not theirs)
    found.wrong_dates += bool(given and ((settled and given != settled) or not theirs))
    found.tallies["due"] += _tally(right=right)
    if not right:
        read_words = f"{read.due_as_written} ({given})" if given else read.due_as_written
        found.misses.append(f"due: read {_told(read_words)}, wanted {_told(wanted.get('due'))} ({settled})")
