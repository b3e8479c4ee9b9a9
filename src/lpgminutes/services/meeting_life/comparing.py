"""Two versions of the same minutes side by side."""

from lpgminutes.domain.comparison import ParagraphChange, compare
from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.history import Version
from lpgminutes.domain.meetings import Meeting
from lpgminutes.errors import NotFoundError
from lpgminutes.services.ports import Interchange, Store


def versions(store: Store, ref: str) -> tuple[Version, ...]:
    """Return the versions of a meeting's minutes, oldest first."""
    with store.read() as records:
        return records.releases.versions(records.minutes.opened(ref))


def compare_versions(
    store: Store, ref: str, before: int | None = None, after: int | None = None, *, interchange: Interchange
) -> tuple[ParagraphChange, ...]:
    """Return what changed from one version to another.

    Without a number the older one is the latest version, and the newer one the minutes as they are now.
    """
    with store.read() as records:
        meeting = records.meetings.get(ref)
        kept = records.releases.versions(meeting)
        old = _document(_numbered(kept, before, meeting), interchange)
        new = compose(meeting) if after is None else _document(_numbered(kept, after, meeting), interchange)
    return compare(old, new)


def _numbered(kept: tuple[Version, ...], number: int | None, meeting: Meeting) -> Version:
    if not kept:
        raise NotFoundError(f"The minutes of {meeting.ref} have no version yet: one is made when they are circulated.")
    if number is None:
        return kept[-1]
    for version in kept:
        if version.number == number:
            return version
    raise NotFoundError(f"There is no version {number} of {meeting.ref}; there are 1 to {kept[-1].number}.")


def _document(version: Version, interchange: Interchange) -> MinutesDocument:
    return compose(interchange.thaw(version.content))
