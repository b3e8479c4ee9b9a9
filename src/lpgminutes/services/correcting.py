"""Writing in minutes: in a draft freely, in minutes that went out with a reason and a new version."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from lpgminutes.domain.history import VersionReason
from lpgminutes.domain.meetings import Meeting, MeetingStatus
from lpgminutes.domain.text import clean
from lpgminutes.errors import UsageError
from lpgminutes.services.ports import Interchange, Store, UnitOfWork


@contextmanager
def writing(
    store: Store,
    ref: str,
    what: str,
    *,
    who: str,
    why: str = "",
    interchange: Interchange | None = None,
    now: dt.datetime | None = None,
) -> Iterator[tuple[UnitOfWork, Meeting]]:
    """Open a change of a meeting's minutes, which is committed when the block is left without a refusal."""
    reason = clean(why, what="the reason").text.strip()
    with store.change(f"correct: {what}" if reason else what, who=who, at=now) as work:
        meeting = work.minutes.opened(ref)
        if meeting.status is not MeetingStatus.DRAFT and not reason:
            raise UsageError(
                f"The minutes of {meeting.ref} are {meeting.status.value}: say why they are corrected, "
                "and the correction makes a new version."
            )
        yield work, meeting
        if meeting.status is not MeetingStatus.DRAFT:
            _freeze(work, meeting, reason, interchange)
        work.commit()


def _freeze(work: UnitOfWork, meeting: Meeting, reason: str, interchange: Interchange | None) -> None:
    if interchange is None:
        raise RuntimeError("a correction freezes a version, which needs the interchange form")
    whole = work.meetings.get(str(meeting.id))
    work.releases.add_version(whole, reason=VersionReason.CORRECTED, content=interchange.freeze(whole), note=reason)
