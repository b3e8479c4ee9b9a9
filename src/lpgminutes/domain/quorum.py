"""The least attendance for valid business: the rule of a body, and whether a meeting keeps it."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lpgminutes.domain.folding import folded
from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.errors import InputError

_SHARES = {
    "half": Fraction(1, 2), "a third": Fraction(1, 3), "one third": Fraction(1, 3), "two thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4), "one quarter": Fraction(1, 4), "three quarters": Fraction(3, 4), "all": Fraction(1),
}  # fmt: skip
_RULE = re.compile(
    r"(?P<more>more than )?(?:(?P<count>\d{1,3})|(?P<over>\d{1,2})/(?P<under>\d{1,2})|(?P<percent>\d{1,3}) ?%"
    rf"|(?P<words>{'|'.join(_SHARES)}))(?: of (?:the |its |all )?members| members)?(?P<person>,? in person)?"
)
_HOW = "a number of members or a share of them, such as 5, 1/3, half, more than half or 5 in person"
_MEMBERS = frozenset({Capacity.CHAIR, Capacity.MEMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumRule:
    """How many members it takes."""

    count: int | None = None
    share: Fraction | None = None
    is_exceeded: bool = False
    """Whether there have to be more than the share, not just as many."""
    in_person: bool = False
    """Whether those who dial in do not count."""

    def needed(self, members: int) -> int:
        """Return how many it takes of so many members."""
        if self.share is None:
            return (self.count or 0) + self.is_exceeded
        exact = self.share * members
        return math.floor(exact) + 1 if self.is_exceeded else math.ceil(exact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """How a meeting stands to the rule of its body."""

    here: int
    """Members who count, deputies for members who are away among them."""
    members: int
    needed: int

    @property
    def is_quorate(self) -> bool:
        """Whether enough are here."""
        return self.here >= self.needed

    def words(self) -> str:
        """Return it as it is said: ``quorate: 6 of 9 members, 5 needed``."""
        state = "quorate" if self.is_quorate else "not quorate"
        return f"{state}: {self.here} of {self.members} members, {self.needed} needed"


def read_quorum(written: str) -> QuorumRule | None:
    """Return the rule that words give; ``None`` when there are none."""
    words = folded(written).rstrip(".")
    if not words:
        return None
    match = _RULE.fullmatch(words)
    if match is None or match["under"] == "0":
        raise InputError(f"This is not read as a quorum: write {_HOW}.")
    share = _share(match)
    if share is not None and share > 1:
        raise InputError(f"A quorum cannot be more than all members: write {_HOW}.")
    return QuorumRule(
        count=int(match["count"]) if match["count"] else None,
        share=share,
        is_exceeded=bool(match["more"]),
        in_person=bool(match["person"]),
    )


def _share(match: re.Match[str]) -> Fraction | None:
    if match["over"]:
        return Fraction(int(match["over"]), int(match["under"]))
    if match["percent"]:
        return Fraction(int(match["percent"]), 100)
    return _SHARES[match["words"]] if match["words"] else None


def quorum_of(written: str, attendance: Iterable[Attendance]) -> Quorum | None:
    """Return how an attendance stands to a rule now; ``None`` for a body without one.

    Members are those in the attendance as chair or member and those who sent apologies. Whoever deputises for one
    of these counts in that one's place.
    """
    rule = read_quorum(written)
    if rule is None:
        return None
    rows = tuple(attendance)
    away = {folded(row.name) for row in rows if row.capacity is Capacity.APOLOGIES}
    deputies = [row for row in rows if folded(row.deputising_for) in away and row.deputising_for]
    own = [row for row in rows if row.capacity in _MEMBERS and row not in deputies]
    here = [row for row in (*own, *deputies) if row.is_here and not (rule.in_person and row.mode is Mode.DIALLED_IN)]
    members = len(own) + len(away)
    return Quorum(here=len(here), members=members, needed=rule.needed(members))
