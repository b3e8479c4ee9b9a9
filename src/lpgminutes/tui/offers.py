"""What is offered for what is being typed: names after an @, house phrases after a semicolon."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lpgminutes.domain.capture import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lpgminutes.domain.capture import CaptureContext, Known

_BEGUN = re.compile(r"(?:^|(?<=[\s(\[]))(?P<sign>[@;])(?P<begun>[^\s@;()\[\]]*)$")
_MOST_NAMES = 5
_LONGEST_PHRASE_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that may stand in the place of what was begun."""

    words: str
    """What is shown, and what a person recognises."""
    told: str = ""
    """What tells it from others: a role, a firm, where it is known from."""
    put: str
    """What is put into the line."""
    steps_back: int = 0
    """How many characters before its end the cursor is to stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What is offered, and where in the line that which it replaces begins."""

    start: int
    offers: tuple[Offer, ...]


def offers_for(before: str, context: "CaptureContext", *, is_new_line: bool = True) -> Offers | None:
    """Return what is offered for the end of what stands before the cursor; ``None`` when nothing is begun there.

    Into a paragraph that is there a name is written out, and nobody is added.
    """
    match = _BEGUN.search(before)
    if match is None:
        return None
    begun = match["begun"]
    if match["sign"] == ";":
        found = _phrases(begun, context)
    elif is_new_line:
        found = _names(begun, context)
    else:
        found = (replace(offer, put=offer.put.removeprefix("@")) for offer in _known(begun, context))
    return Offers(start=match.start(), offers=tuple(found))


def _known(begun: str, context: "CaptureContext") -> "Iterator[Offer]":
    for one in context.people.complete(begun.replace("_", " "), limit=_MOST_NAMES):
        yield Offer(words=one.name, told=_told(one), put=f"@{one.name} ")


def _names(begun: str, context: "CaptureContext") -> "Iterator[Offer]":
    typed = begun.removeprefix("+").replace("_", " ").strip()
    known = tuple(_away(typed, context) if begun.startswith("+") else _known(begun, context))
    yield from known
    if len(typed) > 1 and not known:
        yield from _newcomers(typed)


def _away(begun: str, context: "CaptureContext") -> "Iterator[Offer]":
    """Yield those of the register who may be put into the attendance."""
    for one in context.people.complete(begun, limit=_MOST_NAMES) if begun else ():
        if one.standing is Standing.REGISTER:
            yield Offer(words=f"+ {one.name}", told=f"{_told(one)}: is here", put=f"@+{one.name} ")


def _told(one: "Known") -> str:
    where = one.standing.value if one.standing is not Standing.PRESENT else "here"
    return ", ".join(filter(None, (one.role, one.organisation, where)))


def _newcomers(typed: str) -> "Iterator[Offer]":
    name = typed if any(letter.isupper() for letter in typed) else typed.title()
    joined = name.replace(" ", "_")
    yield Offer(words=f"+ {name}", told="add: a guest, who is here", put=f"@+{joined} ")
    yield Offer(
        words=f"+ {name} of \N{HORIZONTAL ELLIPSIS}", told="add, with a firm", put=f"@+{joined}() ", steps_back=2
    )
    yield Offer(words=f"+ {name}", told="add to the register, not here", put=f"@{joined}() ", steps_back=2)


def _phrases(begun: str, context: "CaptureContext") -> "Iterator[Offer]":
    for phrase in context.phrases:
        if phrase.key.casefold().startswith(begun.casefold()):
            yield Offer(words=f";{phrase.key}", told=phrase.text[:_LONGEST_PHRASE_SHOWN], put=phrase.text)
