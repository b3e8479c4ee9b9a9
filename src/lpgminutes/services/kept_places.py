"""What a case keeps of the minutes that it was decided on: they may be put otherwise before it is released."""

from functools import cache

from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings import with_acceptances_kept
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.places_kept import with_places_kept
from lpgminutes.domain.withholding import ReleaseCase


def with_places(case: ReleaseCase, meeting: Meeting) -> ReleaseCase:
    """Return a case that knows where what it speaks of stands; what it knew before it keeps."""

    @cache
    def original() -> MinutesDocument:
        return compose(meeting)

    return with_acceptances_kept(with_places_kept(case, original), original)
