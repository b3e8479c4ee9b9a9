"""The worked example: meetings that come with the program, brought in as anybody's are."""

from dataclasses import dataclass
from datetime import date

from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import ReleaseCase
from lpgminutes.services.importing import import_meeting
from lpgminutes.services.ports import Interchange, Store
from lpgminutes.services.proposals import keep_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the worked example is made of."""

    meetings: tuple[Meeting, ...]
    """Oldest first."""
    released: Meeting
    """The one of them that a release is made of."""
    case: ReleaseCase


def keep_demo(store: Store, demo: Demo, *, interchange: Interchange, who: str, today: date) -> Demo:
    """Keep the meetings and the rules of the release; returned as the store has them."""
    kept = [
        import_meeting(store, meeting, warnings=(), interchange=interchange, who=who).meeting
        for meeting in demo.meetings
    ]
    released = kept[demo.meetings.index(demo.released)]
    case = keep_rules(store, released.ref, demo.case, who=who, today=today)
    return Demo(meetings=tuple(kept), released=released, case=case)
