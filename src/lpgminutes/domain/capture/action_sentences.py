"""Sentences in which somebody takes an action.

Only a sentence that says so is an action: ``… took an action to …``, ``ACTION: … to …``, ``… to … by Friday``.
Plans called action plans, things to be noted, and nobody's actions are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.capture.context import CaptureContext
from lpgminutes.domain.capture.known_people import Standing, has_title, is_nobody
from lpgminutes.domain.capture.lines import CapturedAction, CapturedOwner
from lpgminutes.domain.capture.mentions import Mention
from lpgminutes.domain.capture.owners import owner_at_the_head, owners_before, owners_in
from lpgminutes.domain.capture.sentences import sentences_of
from lpgminutes.domain.due_dates import DueKind, DueReading

_NO_VERB = r"(?!(?:the|a|an|this|that|these|those|his|her|their|our|its|my)\b)"
_DO = rf"to\s+(?={_NO_VERB}[a-z(])"
_TOOK = re.compile(
    r"\b(?:took|takes|has taken|have taken|will take|accepted|was given|were given|was assigned|were assigned)"
    rf"\s+(?:on\s+|away\s+)?(?:an|the)\s+action(?:\s+point)?\s+{_DO}"
)
_PLACED = re.compile(
    r"\b(?:an|the) action(?: point)? (?:was|is) (?:placed on|given to|assigned to|taken by) "
    rf"(?P<owners>[^.;:!?]{{2,80}}?) {_DO}",
    re.IGNORECASE,
)
ACTION_HEAD = (
    r"(?:ACTIONS?|Actions?|AP)(?:\s+(?:point|POINT|Point))?(?:\s+(?P<ref>[\w./-]{0,24}\d[\w./-]{0,24}))?"
    r"\s*[:\u2013\u2014-]\s*"
)
"""What an action is told after, at the head of a sentence."""
_HEADED = re.compile(rf"{ACTION_HEAD}(?P<owners>[^.;:!?]{{1,80}}?)\s+(?:to|will)\s+(?=[a-z(])")
_OPENING = re.compile(rf"(?P<owners>[^.;:!?]{{2,80}}?)\s+{_DO}")
_LOOSE = re.compile(r"(?P<owners>[^.;:!?]{1,80}?)\s*(?:\bto\s+|:\s*|\s[\u2013-]\s)(?=\S)")
_PASSIVE = re.compile(r"be\s")
_REFERENCE = re.compile(
    r"\s?\(\s?(?P<ref>(?=[A-Za-z0-9./-]{0,24}\d)(?=\d{0,24}[A-Za-z/.-])[A-Za-z0-9./-]{2,25})\s?\)(?=\s?(?:[.:;,]|$))"
)
_BEFORE_DUE = re.compile(
    r"(?:[\s,;(\u2013\u2014-]|\b(?:by|on|for|due|no later than|before|until|and))+$", re.IGNORECASE
)
_PERSONS = frozenset({Standing.PRESENT, Standing.AWAY, Standing.REGISTER, Standing.NEW, Standing.AMBIGUOUS})
_NAMED = _PERSONS | {Standing.ROLE, Standing.ORGANISATION}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Where a sentence tells of an action."""

    owners: tuple[CapturedOwner, ...]
    begins: int
    """Where its owners begin: the action before it ends there."""
    start: int
    """Where what is to be done begins."""
    end: int
    ref: str | None = None


def told_actions(text: str, mentions: Sequence[Mention], context: CaptureContext) -> tuple[CapturedAction, ...]:
    """Return the actions that a paragraph tells of."""
    if "to " not in text and "will " not in text:
        return ()
    told = [found for start, end in sentences_of(text) for found in _in_sentence(text, start, end, mentions, context)]
    return tuple(_action(text, one, context) for one in told)


def forced_action(text: str, mentions: Sequence[Mention], context: CaptureContext) -> tuple[CapturedAction, ...]:
    """Return the action of a line that is one because somebody says so; all its words if no owner is found."""
    told = told_actions(text, mentions, context)
    if told:
        return told
    opening = _LOOSE.match(text)
    owners = owners_in(text, *opening.span("owners"), mentions, context.people) if opening else None
    if opening is None or owners is None or not _may_be_owners(owners):
        return (_action(text, _whole(text, mentions, context), context),)
    return (_action(text, _Told(owners=owners, begins=0, start=opening.end(), end=len(text)), context),)


def _whole(text: str, mentions: Sequence[Mention], context: CaptureContext) -> _Told:
    """Return a whole line as what is to be done, by whoever is named first in it."""
    if mentions:
        start = mentions[0].end if mentions[0].start == 0 and text[mentions[0].end :].strip() else 0
        return _Told(owners=(mentions[0].owner,), begins=0, start=start, end=len(text))
    named = owner_at_the_head(text, context.people)
    owner, start = named or (None, 0)
    return _Told(owners=(owner,) if owner else (), begins=0, start=start, end=len(text))


def _may_be_owners(owners: Sequence[CapturedOwner]) -> bool:
    return all(owner.standing is not Standing.UNKNOWN or owner.name[:1].isupper() for owner in owners)


def _in_sentence(
    text: str, start: int, end: int, mentions: Sequence[Mention], context: CaptureContext
) -> Iterator[_Told]:
    taken = list(_taken(text, start, end, mentions, context))
    if taken:
        yield from taken
        return
    told = _headed(text, start, end, mentions, context) or _opened(text, start, end, mentions, context)
    if told is not None:
        yield told


def _taken(text: str, start: int, end: int, mentions: Sequence[Mention], context: CaptureContext) -> Iterator[_Told]:
    """Yield the actions that somebody took: the owners stand right before the cue."""
    told: list[_Told] = []
    reached = start
    for cue in _TOOK.finditer(text, start, end):
        owners, begins = owners_before(text, reached, cue.start(), mentions, context.people)
        reached = cue.end()
        if owners and not any(is_nobody(owner.name) for owner in owners):
            told.append(_Told(owners=owners, begins=begins, start=cue.end(), end=end))
        elif not owners and not is_nobody(_word_before(text, cue.start())):
            told.append(_Told(owners=(), begins=cue.start(), start=cue.end(), end=end))
    for cue in _PLACED.finditer(text, start, end):
        placed_on = owners_in(text, *cue.span("owners"), mentions, context.people)
        if placed_on and not any(is_nobody(owner.name) for owner in placed_on):
            told.append(_Told(owners=placed_on, begins=cue.start(), start=cue.end(), end=end))
    told.sort(key=lambda one: one.start)
    for one, following in zip(told, (*told[1:], None), strict=False):
        yield one if following is None else replace(one, end=following.begins)


def _word_before(text: str, place: int) -> str:
    words = text[max(0, place - 20) : place].split()
    return words[-1] if words else ""


def _headed(text: str, start: int, end: int, mentions: Sequence[Mention], context: CaptureContext) -> _Told | None:
    head = _HEADED.match(text, start, end)
    if head is None:
        return None
    owners = owners_in(text, *head.span("owners"), mentions, context.people)
    if owners is None or not _may_be_owners(owners) or any(is_nobody(owner.name) for owner in owners):
        return None
    return _Told(owners=owners, begins=start, start=head.end(), end=end, ref=head["ref"])


def _opened(text: str, start: int, end: int, mentions: Sequence[Mention], context: CaptureContext) -> _Told | None:
    """Find ``X to do something``: a person known here, or anybody named when it also says by when."""
    opening = _OPENING.match(text, start, end)
    if opening is None or is_nobody(opening["owners"]):
        return None
    owners = owners_in(text, *opening.span("owners"), mentions, context.people)
    if not owners or not all(owner.standing in _NAMED or has_title(owner.typed) for owner in owners):
        return None
    is_person = all(owner.standing in _PERSONS for owner in owners)
    if (not is_person or _PASSIVE.match(text, opening.end())) and _due(text[opening.end() : end], context) is None:
        return None
    return _Told(owners=owners, begins=start, start=opening.end(), end=end)


def _action(text: str, told: _Told, context: CaptureContext) -> CapturedAction:
    words = text[told.start : told.end]
    reference = next(reversed(list(_REFERENCE.finditer(words))), None)
    if reference is not None:
        words = words[: reference.start()].rstrip() + words[reference.end() :]
    due = _due(words, context)
    bare = _bare(words if due is None else _without_due(words, due))
    return CapturedAction(
        owners=told.owners,
        text=bare or _bare(words),
        due=due[2] if due else None,
        ref=told.ref or (reference["ref"] if reference else None),
    )


def _due(words: str, context: CaptureContext) -> tuple[int, int, DueReading] | None:
    if context.dates is None or context.date is None:
        return None
    found = context.dates.find(words, on=context.date, next_meeting=context.next_meeting)
    if found is None or (found.reading.kind is DueKind.UNREAD and not found.reading.names_no_day):
        return None
    return found.start, found.end, found.reading


def _without_due(words: str, due: tuple[int, int, DueReading]) -> str:
    """Leave the due phrase out where it ends the sentence: it has a column of its own."""
    start, end, _ = due
    if words[end:].strip(" .;)"):
        return words
    return _BEFORE_DUE.sub("", words[:start])


def _bare(words: str) -> str:
    words = words.strip()
    words = words.removesuffix(" and").rstrip(" ,;")
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words
