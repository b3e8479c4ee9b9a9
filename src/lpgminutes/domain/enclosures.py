"""What goes out with a release copy when it is asked for: the actions as the copy prints them, and the letter."""

import re
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.document import ActionEntry, LegendEntry, MarkStyle, MinutesDocument, Text
from lpgminutes.domain.release_copy import law_of_release
from lpgminutes.errors import UsageError


class Enclosure(Enum):
    """What may go with a release copy besides its schedule."""

    ACTIONS = "actions"
    """Every action of the meeting under the same marks, as Word and as CSV."""
    LETTER = "letter"
    """The draft of the letter that says what is withheld and why, as Word and as text."""


def read_enclosures(written: str) -> frozenset[Enclosure]:
    """Read what else is to go in: ``actions,letter``."""
    names = [name.lower() for name in re.split(r"[\s,;]+", written) if name]
    known = {enclosure.value: enclosure for enclosure in Enclosure}
    if unknown := [name for name in names if name not in known]:
        raise UsageError(f"Nothing called {unknown[0][:40]} can go with a release; there are: {', '.join(known)}.")
    return frozenset(known[name] for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedActions:
    """The actions of a meeting as its release copy prints them: the marks are the same, and hold no words."""

    case: str
    law: str
    """The law that the copy is released under."""
    marking: str
    title: Text
    """The title of the minutes, as the release copy prints it."""
    legend: tuple[LegendEntry, ...]
    actions: tuple[ActionEntry, ...]
    mark_style: MarkStyle


def released_actions(copy: MinutesDocument) -> ReleasedActions:
    """Return the actions of a release copy."""
    return ReleasedActions(
        case=copy.case,
        law=law_of_release(copy),
        marking=copy.marking,
        title=copy.title,
        legend=copy.legend,
        actions=copy.actions,
        mark_style=copy.mark_style,
    )
