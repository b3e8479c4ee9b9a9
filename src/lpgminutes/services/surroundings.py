"""What is known around the minutes of a case: the day, the register, and what went out of its body before."""

import json
from collections.abc import Sequence
from datetime import date

from lpgminutes.domain.cases import is_same_name, set_digest
from lpgminutes.domain.compose import compose
from lpgminutes.domain.findings import EarlierRelease, Surroundings
from lpgminutes.domain.history import ReleaseRecord, Version
from lpgminutes.domain.locating import locate
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.released_texts import KnownText, known_texts, released_texts
from lpgminutes.domain.withholding import ReleaseCase
from lpgminutes.services.ports import Interchange, Records, Store


def surroundings(
    store: Store, meeting: Meeting, reference: str, *, today: date, interchange: Interchange
) -> Surroundings:
    """Return what is known around a meeting of a case."""
    with store.read() as records:
        return surroundings_in(records, meeting, reference, today=today, interchange=interchange)


def surroundings_in(
    records: Records, meeting: Meeting, reference: str, *, today: date, interchange: Interchange
) -> Surroundings:
    """Return what is known around a meeting of a case, in a transaction that is open."""
    seen: set[tuple[str, str, object]] = set()
    earlier = []
    for ref, record, version in records.releases.beside(meeting, reference):
        content = (ref, record.version_digest, record.texts or record.manifest)
        if content not in seen:
            seen.add(content)
            earlier.append(_earlier(records, meeting, ref, record, version, interchange))
    went_out = {one.meeting_ref for one in earlier if is_same_name(one.case, reference)}
    waiting = [
        (ref, case) for ref, case in records.releases.cases_called(reference) if ref not in {meeting.ref, *went_out}
    ]
    return Surroundings(
        today=today,
        register=records.people.all(),
        earlier=(*earlier, *(_to_come(records, ref, case) for ref, case in waiting if case.in_force)),
        renamings=records.attendance.renamings(),
    )


def _to_come(records: Records, ref: str, case: ReleaseCase) -> EarlierRelease:
    """Return what a case is to release of other minutes, as it stands."""
    original = compose(records.meetings.get(ref))
    return EarlierRelease(
        meeting_ref=ref,
        case=case.reference,
        at=None,
        is_of_this_meeting=False,
        texts=known_texts(original, released_texts(original, locate(original, case.in_force).spans)),
    )


def _earlier(
    records: Records,
    meeting: Meeting,
    ref: str,
    record: ReleaseRecord,
    version: Version | None,
    interchange: Interchange,
) -> EarlierRelease:
    return EarlierRelease(
        meeting_ref=ref,
        case=record.case_reference,
        at=record.at,
        is_of_this_meeting=ref == meeting.ref,
        texts=None if version is None else _texts(records, ref, record, version, interchange),
    )


def _texts(
    records: Records, ref: str, record: ReleaseRecord, version: Version, interchange: Interchange
) -> Sequence[KnownText] | None:
    """Return the texts as they were remembered; of an older release by its rules, where these have not changed."""
    original = compose(interchange.thaw(version.content))
    if record.texts:
        return known_texts(original, record.texts)
    case = records.releases.find_case(records.meetings.get(ref), record.case_reference)
    if case is None or json.loads(record.manifest).get("set_sha256") != set_digest(case, version.content):
        return None
    return known_texts(original, released_texts(original, locate(original, case.in_force).spans))
