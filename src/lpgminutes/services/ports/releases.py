"""What the services need to know of versions, cases and releases."""

from collections.abc import Iterable
from typing import Protocol

from lpgminutes.domain.history import ReleaseRecord, Version, VersionReason
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.domain.second_reading import Visit
from lpgminutes.domain.withholding import ReleaseCase


class ReleaseRecords(Protocol):
    """Versions, cases, and what went out."""

    def add_version(self, meeting: Meeting, *, reason: VersionReason, content: str, note: str = "") -> Version:
        """Freeze the content as the next version, or return the latest one when nothing changed since."""

    def versions(self, meeting: Meeting) -> tuple[Version, ...]:
        """Return the versions of a meeting, oldest first."""

    def save_case(self, meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        """Keep the case for this meeting, with its rules and acceptances as the whole set; its visits go with it."""

    def save_visits(self, meeting: Meeting, case: ReleaseCase, visits: Iterable[Visit]) -> None:
        """Remember what was before a reader's eyes: one visit for each place, the latest."""

    def find_case(self, meeting: Meeting, reference: str) -> ReleaseCase | None:
        """Return the case of this meeting, if there is one."""

    def case(self, meeting: Meeting, reference: str) -> ReleaseCase:
        """Return the case of this meeting, or raise ``NotFoundError``."""

    def all_cases(self) -> tuple[tuple[str, ReleaseCase], ...]:
        """Return every case with the ref of its meeting, oldest first."""

    def cases_of_series(self, series: Series) -> tuple[tuple[str, ReleaseCase], ...]:
        """Return the cases of the meetings of a body, with the refs of these, oldest first."""

    def add_release(self, meeting: Meeting, record: ReleaseRecord) -> ReleaseRecord:
        """Remember what went out."""

    def of_series(self, meeting: Meeting) -> tuple[tuple[str, ReleaseRecord, Version | None], ...]:
        """Return what went out of any meeting of its body, oldest first, with ref and the version it was made from."""

    def beside(self, meeting: Meeting, reference: str) -> tuple[tuple[str, ReleaseRecord, Version | None], ...]:
        """Return what went out of any meeting of its body, or of any at all for the same case, as ``of_series``."""

    def cases_called(self, reference: str) -> tuple[tuple[str, ReleaseCase], ...]:
        """Return a case in each of its meetings, with their refs, oldest first."""

    def releases(self, meeting: Meeting) -> tuple[ReleaseRecord, ...]:
        """Return what went out of this meeting, oldest first."""
