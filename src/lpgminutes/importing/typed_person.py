"""One person as a secretary types one: the name, and behind it what the person is there."""

import re

from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.importing.people import read_person

_CAPACITIES = {
    Capacity.CHAIR: r"(?:in the )?chair(?:man|woman|person)?|chairing|presiding",
    Capacity.MEMBER: r"member",
    Capacity.IN_ATTENDANCE: r"in attendance|officer|guest",
    Capacity.OBSERVER: r"observer|observing",
    Capacity.NOTE_TAKER: r"minutes|notes|(?:minute|note)s?[- ]?taker|minutes secretary|taking (?:minutes|notes)",
    Capacity.APOLOGIES: r"apologies|sent apologies",
}
_WORDS = {capacity: re.compile(words, re.IGNORECASE) for capacity, words in _CAPACITIES.items()}
_BEHIND = re.compile(r"(?P<name>[^,()]*[^,()\s])\s*(?:\((?P<aside>[^()]+)\)|,\s+(?P<more>[^()]+))\s*\Z")


def read_typed_person(typed: str) -> Attendance | None:
    """Take ``Joan Smith (Chair)`` and ``Mary Jones, Head of Highways`` apart; ``None`` where a name stands alone.

    Only a capacity and a post are taken from behind it: other words may be a firm, honours, or a part of the name.
    """
    behind = _BEHIND.fullmatch(typed.strip())
    if behind is None:
        return None
    words = (behind["aside"] or behind["more"]).strip()
    for capacity, pattern in _WORDS.items():
        if pattern.fullmatch(words):
            return Attendance(name=behind["name"], capacity=capacity)
    person = read_person(typed)
    if person is None or not person.role:
        return None
    return Attendance(
        name=person.name, role=person.role, organisation=person.organisation, capacity=Capacity.IN_ATTENDANCE
    )
