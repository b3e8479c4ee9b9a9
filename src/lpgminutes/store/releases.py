"""Versions, release cases, and what went out."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.history import ReleaseRecord, Version, VersionReason
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.domain.second_reading import Visit
from lpgminutes.domain.withholding import ReleaseCase
from lpgminutes.errors import NotFoundError, StaleRecord
from lpgminutes.store.converters import to_release, to_version
from lpgminutes.store.recorder import Recorder
from lpgminutes.store.refs import find_meeting, key_of, ref_of_meeting
from lpgminutes.store.rows import edit, to_edit
from lpgminutes.store.rules import from_case, from_place, to_case
from lpgminutes.store.tables import CaseRow, MeetingRow, ReleaseRow, VersionRow
from lpgminutes.store.visits import load_visits, move_visits, save_visits


@dataclass(frozen=True, slots=True)
class SqlReleases:
    """What concerns releases; a recorder is there when something may be written."""

    session: Session
    recorder: Recorder | None

    def add_version(self, meeting: Meeting, *, reason: VersionReason, content: str, note: str = "") -> Version:
        """Freeze the content as the next version, or return the latest one when nothing changed since."""
        if self.recorder is None:
            raise RuntimeError("this transaction only reads")
        digest = hashlib.sha256(content.encode()).hexdigest()
        latest = next(reversed(self.versions(meeting)), None)
        if latest is not None and latest.digest == digest:
            return latest
        row = VersionRow(
            meeting_id=self._id_of(meeting),
            number=latest.number + 1 if latest else 1,
            reason=reason.value,
            at=self.recorder.head.at,
            who=self.recorder.head.who,
            content=content,
            digest=digest,
            note=note,
        )
        self.session.add(row)
        self.session.flush()
        return to_version(row)

    def versions(self, meeting: Meeting) -> tuple[Version, ...]:
        """Return the versions of a meeting, oldest first."""
        of_meeting = select(VersionRow).where(col(VersionRow.meeting_id) == self._id_of(meeting))
        return tuple(to_version(row) for row in self.session.exec(of_meeting.order_by(col(VersionRow.number))))

    def save_case(self, meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        """Keep the case for this meeting, with its rules and acceptances as the whole set; its visits go with it."""
        if case.id is not None:
            row = to_edit(self.session, CaseRow, case.id, case.revision, f"The case {case.reference}")
            known_as = row.reference_key
            edit(row, from_case(case))
            self.session.flush()
            move_visits(self.session, row.meeting_id, known_as, row.reference_key)
        else:
            self._refuse_second(meeting, case)
            row = CaseRow(meeting_id=self._id_of(meeting), **from_case(case))
            self.session.add(row)
        self.session.flush()
        return replace(case, id=row.id, revision=row.revision)

    def save_visits(self, meeting: Meeting, case: ReleaseCase, visits: Iterable[Visit]) -> None:
        """Remember what was before a reader's eyes: one visit for each place, the latest."""
        save_visits(self.session, self._id_of(meeting), key_of(case.reference), visits)

    def find_case(self, meeting: Meeting, reference: str) -> ReleaseCase | None:
        """Return the case of this meeting, if there is one."""
        row = self._case_row(meeting, reference)
        return None if row is None else self._case(row)

    def case(self, meeting: Meeting, reference: str) -> ReleaseCase:
        """Return the case of this meeting, or raise ``NotFoundError``."""
        case = self.find_case(meeting, reference)
        if case is None:
            raise NotFoundError(f"There is no case {reference.strip()} for {meeting.ref}. {self._known_cases(meeting)}")
        return case

    def all_cases(self) -> tuple[tuple[str, ReleaseCase], ...]:
        """Return every case with the ref of its meeting, oldest first."""
        return self._cases()

    def cases_of_series(self, series: Series) -> tuple[tuple[str, ReleaseCase], ...]:
        """Return the cases of the meetings of a body, with the refs of these, oldest first."""
        ids = select(MeetingRow.id).where(col(MeetingRow.series_id) == series.id)
        return self._cases(col(CaseRow.meeting_id).in_(ids))

    def cases_called(self, reference: str) -> tuple[tuple[str, ReleaseCase], ...]:
        """Return a case in each of its meetings, with their refs, oldest first."""
        return self._cases(col(CaseRow.reference_key) == key_of(reference))

    def add_release(self, meeting: Meeting, record: ReleaseRecord) -> ReleaseRecord:
        """Remember what went out."""
        row = ReleaseRow(
            meeting_id=self._id_of(meeting),
            case_reference=record.case_reference,
            version_digest=record.version_digest,
            at=record.at.isoformat(),
            who=record.who,
            manifest=record.manifest,
            texts=[{"place": from_place(text.place), "pieces": list(text.pieces)} for text in record.texts],
        )
        self.session.add(row)
        self.session.flush()
        return replace(record, id=row.id)

    def releases(self, meeting: Meeting) -> tuple[ReleaseRecord, ...]:
        """Return what went out of this meeting, oldest first."""
        of_meeting = select(ReleaseRow).where(col(ReleaseRow.meeting_id) == self._id_of(meeting))
        return tuple(to_release(row) for row in self.session.exec(of_meeting.order_by(col(ReleaseRow.id))))

    def of_series(self, meeting: Meeting) -> tuple[tuple[str, ReleaseRecord, Version | None], ...]:
        """Return what went out of any meeting of its body, oldest first, with ref and the version it was made from."""
        return self._went_out(self._of_body(meeting))

    def beside(self, meeting: Meeting, reference: str) -> tuple[tuple[str, ReleaseRecord, Version | None], ...]:
        """Return what went out of any meeting of its body, or of any at all for the same case, as ``of_series``."""
        ids = select(CaseRow.meeting_id).where(col(CaseRow.reference_key) == key_of(reference))
        references = self.session.exec(
            select(CaseRow.reference).where(col(CaseRow.reference_key) == key_of(reference))
        ).all()
        same_case = col(ReleaseRow.meeting_id).in_(ids) & col(ReleaseRow.case_reference).in_(references)
        return self._went_out(self._of_body(meeting) | same_case)

    def _of_body(self, meeting: Meeting) -> sa.ColumnElement[bool]:
        body = select(MeetingRow.series_id).where(col(MeetingRow.id) == self._id_of(meeting)).scalar_subquery()
        return col(ReleaseRow.meeting_id).in_(select(MeetingRow.id).where(col(MeetingRow.series_id) == body))

    def _went_out(self, which: sa.ColumnElement[bool]) -> tuple[tuple[str, ReleaseRecord, Version | None], ...]:
        rows = self.session.exec(select(ReleaseRow).where(which).order_by(col(ReleaseRow.id))).all()
        return tuple(
            (ref_of_meeting(self.session, row.meeting_id), to_release(row), self._version_of(row)) for row in rows
        )

    def _version_of(self, row: ReleaseRow) -> Version | None:
        of_meeting = select(VersionRow).where(col(VersionRow.meeting_id) == row.meeting_id)
        version = self.session.exec(of_meeting.where(col(VersionRow.digest) == row.version_digest)).first()
        return None if version is None else to_version(version)

    def _id_of(self, meeting: Meeting) -> int:
        return find_meeting(self.session, meeting.ref if meeting.id is None else str(meeting.id))

    def _case(self, row: CaseRow) -> ReleaseCase:
        return to_case(row, load_visits(self.session, row.meeting_id, row.reference_key))

    def _cases(self, *conditions: sa.ColumnElement[bool]) -> tuple[tuple[str, ReleaseCase], ...]:
        rows = self.session.exec(select(CaseRow).where(*conditions).order_by(col(CaseRow.id))).all()
        return tuple((ref_of_meeting(self.session, row.meeting_id), self._case(row)) for row in rows)

    def _refuse_second(self, meeting: Meeting, case: ReleaseCase) -> None:
        if self._case_row(meeting, case.reference) is not None:
            raise StaleRecord(
                f"The case {case.reference} of {meeting.ref} was made by someone else meanwhile; open it."
            )

    def _case_row(self, meeting: Meeting, reference: str) -> CaseRow | None:
        of_meeting = select(CaseRow).where(col(CaseRow.meeting_id) == self._id_of(meeting))
        return self.session.exec(of_meeting.where(col(CaseRow.reference_key) == key_of(reference))).one_or_none()

    def _known_cases(self, meeting: Meeting) -> str:
        of_meeting = select(CaseRow.reference).where(col(CaseRow.meeting_id) == self._id_of(meeting))
        references = self.session.exec(of_meeting.order_by(col(CaseRow.id))).all()
        return f"Its cases are: {', '.join(references)}." if references else "It has no cases yet."
