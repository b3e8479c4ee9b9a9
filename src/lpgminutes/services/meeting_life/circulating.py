"""Circulating minutes and agreeing them: each freezes a version."""

import datetime as dt
from contextlib import nullcontext
from dataclasses import dataclass, replace

from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.history import Version, VersionReason
from lpgminutes.domain.meetings import ItemState, Meeting, MeetingStatus
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.text import clean
from lpgminutes.errors import UsageError
from lpgminutes.services.approving import approve_within
from lpgminutes.services.meeting_life.checking import Check, checks_within
from lpgminutes.services.ports import Interchange, Keeper, Renderers, Store, UnitOfWork

_MOST_SENTENCES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulated:
    """Minutes as they go out."""

    meeting: Meeting
    version: Version
    document: MinutesDocument
    docx: bytes
    """The Word file."""
    checks: tuple[Check, ...]
    """What was let stand."""


def circulate(
    store: Store,
    ref: str,
    *,
    interchange: Interchange,
    renderers: Renderers,
    keep: Keeper | None = None,
    anyway: bool = False,
    who: str,
) -> Circulated:
    """Let the minutes of a draft go out: their numbers are frozen, a version is kept, the Word file is made.

    What the check list asks for has to be put right first, unless they go out ``anyway``. Where the file cannot be
    made, or not be kept, nothing is changed; where nothing can be changed, no file is left.
    """
    with store.change("circulate the minutes", who=who) as work:
        draft = work.meetings.get(ref)
        if draft.status is not MeetingStatus.DRAFT:
            raise UsageError(f"The minutes of {draft.ref} are {draft.status.value} already.")
        checks = checks_within(work, draft)
        if not anyway:
            _refuse_open_checks(draft, checks)
        _freeze_numbers(work, draft)
        work.meetings.set_status(work.meetings.get(ref), MeetingStatus.CIRCULATED)
        meeting = work.meetings.get(ref)
        version = work.releases.add_version(
            meeting, reason=VersionReason.CIRCULATED, content=interchange.freeze(meeting)
        )
        document = compose(meeting)
        docx = renderers.docx(document)
        with keep(docx) if keep else nullcontext():
            work.commit()
    return Circulated(meeting=meeting, version=version, document=document, docx=docx, checks=checks)


def _refuse_open_checks(draft: Meeting, checks: tuple[Check, ...]) -> None:
    asked = [check.sentence for check in checks if not check.kind.is_note]
    if asked:
        more = f" And {len(asked) - _MOST_SENTENCES} more." if len(asked) > _MOST_SENTENCES else ""
        raise UsageError(
            f"The minutes of {draft.ref} are not ready to go out. {' '.join(asked[:_MOST_SENTENCES])}{more} "
            "Put this right, or let them go out anyway."
        )


def _freeze_numbers(work: UnitOfWork, draft: Meeting) -> None:
    """Let every item and minute keep the number that it goes by, and close the items that are open."""
    for number, block in numbered(draft.items):
        state = ItemState.DONE if block.state is ItemState.OPEN else block.state
        if (block.number, block.state) != (number, state):
            work.minutes.save(replace(block, number=number, state=state))


def withdraw_approval(store: Store, ref: str, *, who: str) -> Meeting:
    """Take back that the minutes of a meeting were agreed: they stand as circulated again. Their versions stay."""
    with store.change("withdraw the approval", who=who) as work:
        meeting = work.meetings.get(ref)
        if meeting.status is not MeetingStatus.APPROVED:
            raise UsageError(f"The minutes of {meeting.ref} are {meeting.status.value}: no approval can be withdrawn.")
        work.meetings.keep_approval(meeting, None)
        withdrawn = work.meetings.set_status(work.meetings.get(ref), MeetingStatus.CIRCULATED)
        work.commit()
    return withdrawn


def approve(
    store: Store,
    ref: str,
    *,
    at: str = "",
    date: dt.date | None = None,
    corrections: tuple[str, ...] = (),
    interchange: Interchange,
    who: str,
) -> Meeting:
    """Record that the minutes of a meeting were agreed: ``at`` which meeting, and what had to be put right first."""
    cleaned = tuple(filter(None, (clean(text, what="the correction").text.strip() for text in corrections)))
    with store.change("approve the minutes", who=who) as work:
        agreed_at = work.minutes.opened(at) if at else None
        approved = approve_within(
            work,
            ref,
            at=agreed_at.ref if agreed_at else "",
            date=date or (agreed_at.date if agreed_at else None),
            corrections=cleaned,
            interchange=interchange,
        )
        work.commit()
    return approved
