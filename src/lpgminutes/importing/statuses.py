"""How far an action has come, in the words that stand after it: ``Complete``, ``[done]``, ``UPDATE: Closed``."""

import re
from dataclasses import dataclass

from lpgminutes.domain.actions import ActionStatus

_STATUSES = (
    ((
        r"in progress|ongoing|on[- ]going|on track|underway|under way|partially complete|part complete|"
        r"started|being progressed"
), ActionStatus.IN_PROGRESS),
    (r"complete[d]?|done|actioned|achieved|delivered|finished|implemented|fulfilled", ActionStatus.COMPLETE),
    (r"closed|discharged|closed down|removed", ActionStatus.CLOSED),
    (r"superseded", ActionStatus.SUPERSEDED),
    ((
        r"withdrawn|cancelled|canceled|dropped|no longer (?:required|needed)|not required|not pursued|"
        r"abandoned"
), ActionStatus.WITHDRAWN),
    (r"rejected|declined", ActionStatus.REJECTED),
    (r"transferred", ActionStatus.TRANSFERRED),
    ((
        r"open|outstanding|carried forward|carry forward|c/?f(?:wd)?|new|not (?:yet )?(?:started|due|"
        r"complete[d]?)|pending|overdue|deferred|to do|due|on hold|plan in place|initial stages"
),
     ActionStatus.OPEN),
)  # fmt: skip
_COMPILED = tuple(
    (re.compile(rf"(?:now |action |status:? )*(?:{pattern})(?: now)?", re.IGNORECASE), status)
    for pattern, status in _STATUSES
)
_ANY = "|".join(pattern for pattern, _ in _STATUSES)
_LABELLED = re.compile(
    r"[\s.*_;,\u2013\u2014(\[-]*\b(?:UPDATE|Update|STATUS|Status|PROGRESS|Progress|Outcome|"
    r"OUTCOME)\s*[:\u2013\u2014-]\s*(?P<words>.*)",
    re.DOTALL,
)
_TRAILING = re.compile(
    rf"(?:(?<=[.;:!?])\s+|\s+[\u2013\u2014-]\s*|\s*[\[(*_]+\s*)(?P<words>(?:now )?(?:{_ANY}))\s*[\])*_.]*$",
    re.IGNORECASE,
)
_LEADING_OVER = " *_;,([-\u2013\u2014"
_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What is said of an action after its words."""

    text: str
    """The action's own words."""
    status: ActionStatus = ActionStatus.OPEN
    words: str = ""
    """As printed."""


def status_of(words: str) -> ActionStatus | None:
    """Return the status that words name; ``None`` for words that name none."""
    bare = " ".join(words.split()).strip(" .;:*_()[]")
    if not bare:
        return None
    for pattern, status in _COMPILED:
        if pattern.fullmatch(bare):
            return status
    first = re.split(r"[.;:,/\u2013\u2014-]|\s(?:with|but|on|and)\s", bare, maxsplit=1)[0].strip()
    if first and first != bare and len(first) <= _LONGEST:
        return status_of(first)
    return None


def take_status(text: str) -> Progress:
    """Part an action from the status behind it."""
    labelled = _LABELLED.search(text)
    if labelled is not None and text[: labelled.start()].strip(_LEADING_OVER):
        words = labelled["words"].strip()
        return Progress(
            text=text[: labelled.start()].strip(), status=status_of(words) or ActionStatus.OPEN, words=words
        )
    trailing = _TRAILING.search(text)
    if trailing is not None and trailing.start():
        words = trailing["words"]
        return Progress(
            text=text[: trailing.start()].strip(), status=status_of(words) or ActionStatus.OPEN, words=words
        )
    return Progress(text=text)
