"""The cues by which minutes mark an action: ``ACTION: …``, ``Action 2.4: …``, ``… Action: AB``, ``(Action: AB)``.

A cue is a word set apart by a colon, a dash, capitals or a bracket. The word alone, as in ``Action Plan``, is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_REF = r"(?:no\.?\s*)?(?:[A-Z]{1,6}[-/ ]?)?\d[\w./()-]*|[A-Z]{1,5}(?:[-/][\w]+)+"
_WORD = (
    r"(?:NEW |New |KEY |Key )?(?:ACTIONS?|Actions?|AP|Follow[- ]?up(?: actions?)?|FOLLOW[- ]?UP|Homework|"
    r"HOMEWORK|Next steps?|NEXT STEPS?|To[- ]?do|TO[- ]?DO)"
)
_KIND = (
    r"(?:\s+(?:[Pp]oints?|POINTS?|[Ii]tems?|ITEMS?|[Rr]equired|REQUIRED|[Aa]greed|AGREED|[Ll]og|LOG|"
    r"[Ll]ist|[Bb]y|BY|[Oo]wners?))?"
)
_START = re.compile(
    rf"(?P<cue>{_WORD}{_KIND})(?:\s*[-#]?\s*(?P<ref>{_REF}))?"
    rf"(?:\s+(?:for|on|by)\s+(?P<on>[^:;\u2013\u2014-]{{2,60}}?)|\s*\((?P<inside>[^()]{{2,60}})\))?"
    rf"\s*(?P<stop>[:;]|\s[-\u2013\u2014]\s|[\u2013\u2014]|[-](?=\s|[A-Z]))\s*(?P<rest>.*)",
    re.DOTALL,
)
_ALONE = re.compile(rf"(?:{_WORD}){_KIND}\s*[:.]?")
_CAPITALS = re.compile(r"ACTION(?:\s+(?P<ref>\d[\w./()-]*))?\s+(?P<rest>(?=[A-Z]).*)", re.DOTALL)
_WITHIN = re.compile(
    r"(?:(?<=[.!?;)\u201d\"])\s+|(?<=\s)(?=ACTION\b)|\s+(?=ACTION:))(?P<cue>(?:ACTION|"
    r"Action)S?(?:\s+[Pp]oints?)?(?:\s+(?P<ref>\d[\w./()-]*))?)\s*[:\u2013\u2014-]\s*"
)
_BRACKETED = re.compile(
    r"\s*[(\[]\s*(?:ACTION|Action|"
    r"action)s?(?:\s+[Pp]oints?)?(?:\s+(?P<ref>\d[\w./-]*))?\s*(?:[:\u2013\u2014-]|\bby\b|"
    r"\bfor\b)?\s*(?P<owners>[^()\[\]]{1,80}?)\s*[)\]]"
)
_ANY = re.compile(r"action|homework|follow|next step|to[- ]?do|\bAP", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue with what stands around it."""

    ref: str | None = None
    on: str = ""
    """Whom the cue itself names: ``Action for AB:``."""
    before: str = ""
    """The words of the paragraph before it."""
    rest: str
    """The words after it; empty where the cue heads a list."""


def cues_in(text: str) -> Iterator[Cue]:
    """Yield the cues of a paragraph, from left to right, each with the words up to the next one."""
    if not _ANY.search(text):
        return
    if _ALONE.fullmatch(text):
        yield Cue(rest="")
        return
    start = _START.fullmatch(text) or (None if text.isupper() else _CAPITALS.fullmatch(text))
    if start is not None:
        groups = start.groupdict()
        yield from _with_later(
            Cue(ref=groups["ref"], on=groups.get("on") or groups.get("inside") or "", rest=groups["rest"])
        )
        return
    within = _WITHIN.search(text)
    if within is not None:
        yield from _with_later(Cue(ref=within["ref"], before=text[: within.start()], rest=text[within.end() :]))
        return
    for bracketed in _BRACKETED.finditer(text):
        yield Cue(ref=bracketed["ref"], on=bracketed["owners"], before=text[: bracketed.start()], rest="")


def _with_later(cue: Cue) -> Iterator[Cue]:
    """Yield a cue, and those that follow in the same paragraph."""
    laters = list(_WITHIN.finditer(cue.rest))
    ends = [*(later.start() for later in laters), len(cue.rest)]
    yield replace(cue, rest=cue.rest[: ends[0]])
    for later, end in zip(laters, ends[1:], strict=True):
        yield Cue(ref=later["ref"], rest=cue.rest[later.end() : end])


def begins_action(text: str) -> bool:
    """Whether a line begins with the cue of an action, and so a paragraph of its own."""
    if not _ANY.match(text[:12]) and not text.startswith(("NEW", "New", "KEY", "Key")):
        return False
    return bool(_ALONE.fullmatch(text) or _START.match(text) or _CAPITALS.fullmatch(text))


def heads_actions(text: str) -> bool:
    """Whether a title heads a list of actions: ``Actions``, ``ACTION LOG``, ``Summary of actions``."""
    bare = text.strip(" :.").casefold()
    return bool(
        re.fullmatch(
            r"(?:summary of |list of |new |agreed |outstanding |key |table of )*(?:actions?(?: points?| items?|"
            r" log| list| register| tracker| summary| required| arising)*"
            r"|homework|next steps)(?: from (?:this|the) meeting| agreed| summary| and owners)?",
            bare,
        )
    )
