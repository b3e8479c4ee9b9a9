"""Meetings: ``by the next meeting``, ``a week before the next Board``, ``at the May Board``."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.due_phrases.family import Answer, Family, Reading, ask, examples
from lpgminutes.domain.due_phrases.grammar import read_words
from lpgminutes.domain.due_phrases.lexer import Token, words_of
from lpgminutes.domain.due_phrases.reckoning import Moment, Period, days_after
from lpgminutes.domain.due_phrases.spans import length_after

_NAME = re.compile(r"(?:U[U+]{0,6})?P+(?:_{0,2}U{0,2}P+)*")
"""The meeting itself, with the words that say of what body: ``Finance & Audit meeting``."""
_DATE = r"(?:W?(?:(?:[NO][=~/+-])?[NO])?MY?|W[NO]?|W?N[=.-]N(?:[=.-][NY])?|[nh][wm]|SY?)"
_DATE_IN_FRONT = re.compile(_DATE + "$")
"""A date in front of the meeting: ``the May Board``, ``next week's meeting``."""
_IN_NAMES = frozenset({("J", 1), ("@", 0)})
"""Words that name a meeting when they stand in front of it: ``contract review meeting``, ``budget meeting``."""
_ALONE = frozenset("MWRSH")
"""Single words that say of themselves when a meeting is."""
_DATE_BESIDE = re.compile(rf"(?:{_DATE}|W[ba][nc]?)$")
_LENGTH = re.compile(r"N?[dkwfmqy](?=[ab]?[nc]?$)")
_UNSAID = str.maketrans("", "", "_VI")
"""What says nothing of which meeting it is."""
_SECOND = {"N": 1, "O": 1, "n": 2}
"""What goes beyond the next: two meetings, the second meeting, the next but one."""
_CLEAR = re.compile(r"\bclear\b", re.IGNORECASE)
_BUT_ONE = re.compile(r"\s+but\s+one\b", re.IGNORECASE)
_LONGEST_ACRONYM = 6
_DAY_LETTERS = frozenset("MWYQSH")
_GATHERING, _EVENT, _NAMED = 1, 2, 3
"""The values of words that are a meeting only when another word says so, of meetings that are none of the usual, and of
names that stand for one."""


class _Said(NamedTuple):
    """A phrase around a meeting."""

    lead: str
    """The letters in front of the meeting that matter."""
    front: list[Token]
    name: list[Token]
    tail: list[Token]
    phrase: str

    @property
    def hangs_on_this(self) -> bool:
        """Whether it is about the meeting that is being held: after it, at its end."""
        return self.lead[-1:] in tuple("aEh")

    @property
    def is_before(self) -> bool:
        return "b" in _DATE_IN_FRONT.sub("", self.lead)[-2:]

    def text(self, end: int | None = None) -> str:
        """Return the meeting as typed, with the words that lead to it."""
        start = self.name[0].start
        for token in reversed(self.front):
            if token.letter in "U(),?xp~/+JK@":
                break
            if token.letter != "_":
                start = token.start
        return " ".join(self.phrase[start : end or self.name[-1].end].split())


def read_meeting(tokens: Sequence[Token], phrase: str, moment: Moment) -> Reading:
    """Return how a phrase that names a meeting is read; ``None`` when it is about something else."""
    said = _said(tokens, phrase)
    if said is None:
        return None
    if _is_vague(said):
        return Answer(kind=DueKind.NONE, text="no date: kept as words")
    if _has_another_day(said):
        return None
    return _dated(said, moment) or _reckoned(said, moment)


def _reckoned(said: _Said, moment: Moment) -> Reading:
    """Reckon from the meeting itself: some time beside it, at its end, or it."""
    length = _LENGTH.search(said.lead)
    if length:
        return _beside(said, length, moment)
    return moment.on if said.hangs_on_this else _undated(said, moment)


def with_names(tokens: list[Token], phrase: str) -> list[Token]:
    """Take a name after "next" for a meeting: ``next SLT``, ``next Exec``."""
    for at, token in enumerate(tokens[1:], start=1):
        if token.letter == "U" and _is_name(phrase[token.start : token.end], tokens, at):
            return [*tokens[:at], Token("P", _NAMED, token.start, token.end), *tokens[at + 1 :]]
    return tokens


def _is_name(word: str, tokens: list[Token], at: int) -> bool:
    """Whether a word stands where a meeting would, in capitals or with one."""
    before, is_last = tokens[at - 1].letter, at + 1 == len(tokens)
    if not word.isalpha() or before not in "nc":
        return False
    if word.isupper() and len(word) <= _LONGEST_ACRONYM:
        return is_last or tokens[at + 1].letter != "U"
    return word.istitle() and is_last


def _said(tokens: Sequence[Token], phrase: str) -> _Said | None:
    letters = "".join(["U" if token[:2] in _IN_NAMES else token.letter for token in tokens])
    found = _NAME.search(letters)
    if found is None:
        return None
    name = list(tokens[found.start() : found.end()])
    lead = letters[: found.start()].translate(_UNSAID)
    usual = any(token.letter == "P" and token.value != _GATHERING for token in name)
    if not usual and (not lead or lead[-1] not in "nbcp~MW"):
        return None
    return _Said(lead, list(tokens[: found.start()]), name, list(tokens[found.end() :]), phrase)


def _is_vague(said: _Said) -> bool:
    """Some meeting or other, every meeting, after the meeting, a meeting to be arranged."""
    some = any(token.letter in "VL" for token in said.front[-1:])
    every = any(token.letter == "I" and token.value == 1 for token in said.front)
    arranged = not said.lead and any(token.letter == "V" for token in said.tail)
    after = (said.lead.endswith("a") and not _LENGTH.search(said.lead)) or said.lead.endswith(("na", "an"))
    return some or every or arranged or after


def _has_another_day(said: _Said) -> bool:
    """Whether a day is named that is not the meeting's."""
    tail = words_of(said.tail).shape if said.tail else ""
    if not _DAY_LETTERS.isdisjoint(tail):
        return said.tail[0].letter in "p,U" or not _DAY_LETTERS.isdisjoint(said.lead)
    return not _DAY_LETTERS.isdisjoint(said.lead) and not _DAY_LETTERS.isdisjoint(_DATE_BESIDE.sub("", said.lead))


def _dated(said: _Said, moment: Moment) -> Reading:
    """Return the day of a meeting that is named with its day, its month or its week."""
    told, end = _behind(said, moment)
    if told is None:
        in_front = _DATE_IN_FRONT.search(said.lead)
        told = read_words(words_of(said.front).part(-len(in_front.group())), moment) if in_front else None
    if isinstance(told, Period):
        held = moment.next_meeting
        due = held if held and told.start <= held <= told.end else None
        return _meeting(said, days_after(due, -1) if due and said.is_before else due, end)
    if isinstance(told, date):
        return days_after(told, -1) if said.is_before else told
    return told


def _behind(said: _Said, moment: Moment) -> tuple[Reading, int | None]:
    """Return the day said after the meeting (``on 1 October``, ``in June``), and where it ends."""
    tail = said.tail
    if tail and tail[0].letter == "(":
        tail = [token for token in tail if token.letter not in "()"]
    if not tail or tail[0].letter in "p,":
        return None, None
    for length in range(len(tail), 0, -1):
        if all(token.letter not in "U(" for token in tail[:length]):
            words = words_of(tail[:length])
            told = read_words(words, moment) if len(words.shape) > 1 or words.shape in _ALONE else None
            if told is not None:
                return told, tail[length - 1].end
    return None, None


def _beside(said: _Said, length: re.Match[str], moment: Moment) -> Reading:
    """``a week before the next meeting``, ``within two weeks of the next meeting``."""
    words = words_of([token for token in said.front if token.letter in "Ndkwfmqyabnc"])
    at = words.shape.rfind(length.group())
    span = words.part(at, at + len(length.group()))
    if said.hangs_on_this:
        return length_after(span, moment.on, moment)
    held = _held(said, moment)
    is_clear = _CLEAR.search(said.phrase, 0, said.name[0].start) is not None
    due = length_after(span, held, moment, back=said.is_before, is_clear=is_clear) if held else None
    return _of_own(said, due, moment)


def _undated(said: _Said, moment: Moment) -> Reading:
    """The next meeting, when it is this body's; a question when it may be another's."""
    held = _held(said, moment)
    return _of_own(said, _weekday_before(said, held) if held and said.is_before else held, moment)


def _of_own(said: _Said, due: date | None, moment: Moment) -> Reading:
    """Return the meeting with its day, if it is this body's own."""
    if due is not None and _is_another(said, moment):
        return ask(f"Is that this body's own next meeting: {said.text()}?", due)
    return _meeting(said, due)


def _held(said: _Said, moment: Moment) -> date | None:
    """Return when the next meeting is, if that is the one that is meant."""
    is_event = any(token[:2] == ("P", _EVENT) for token in said.name)
    return None if is_event or _is_later(said) else _next(moment)


def _weekday_before(said: _Said, held: date) -> date:
    """Return the day before a meeting, or the weekday said: ``the Friday before the next meeting``."""
    wanted = next((token.value for token in reversed(said.front) if token.letter == "W"), None)
    if wanted is None:
        return days_after(held, -1)
    return next(day for day in (days_after(held, -n) for n in range(1, 8)) if day.weekday() == wanted)


def _next(moment: Moment) -> date | None:
    held = moment.next_meeting
    return held if held and held >= moment.on else None


def _is_later(said: _Said) -> bool:
    """Whether it is a later one: ``two meetings``, ``the meeting after next``, ``the next meeting but one``."""
    counted = any(token.letter in "NOn" and token.value > _SECOND[token.letter] for token in said.front[-2:])
    is_past_next = bool(said.tail) and words_of(said.tail).shape.startswith("an")
    return counted or is_past_next or _BUT_ONE.match(said.phrase, said.name[-1].end) is not None


def _is_another(said: _Said, moment: Moment) -> bool:
    """Whether the name has words that are not this body's."""
    own = moment.body.lower().split()
    named = (token for token in said.name if token.letter != "P" or token.value == _NAMED)
    return any(said.phrase[token.start : token.end].lower() not in own for token in named)


def _meeting(said: _Said, due: date | None, end: int | None = None) -> Answer:
    return Answer(kind=DueKind.MEETING, text=said.text(end), due=due)


FAMILY = Family(
    name="meetings",
    rule='The next meeting\'s day when it is known; "before" is the day before. A meeting named with its day is that '
    "day. A meeting that may be another body's is a question.",
    examples=examples(
        ("by the next meeting", "meeting 2019-08-01"), ("before the next board meeting", "meeting 2019-07-31"),
        ("a week before the next meeting", "meeting 2019-07-25"), ("at the August meeting", "meeting 2019-08-01"),
        ("ahead of the Board meeting on 1 October", "2019-09-30"), ("at a future meeting", "none"),
        ("for the next Finance & Audit meeting", "ask 2019-08-01"), ("by the AGM", "meeting"),
        ("at the September Board", "meeting"), ("at the next meeting but one", "meeting"),
        ("two clear working days before the next meeting", "meeting 2019-07-29"),
    ),
)  # fmt: skip
