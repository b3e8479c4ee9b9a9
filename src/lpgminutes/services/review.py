"""Review of a copy that somebody redacted: what it withholds, what is wrong with it."""

from dataclasses import dataclass

from lpgminutes.domain.compose import compose
from lpgminutes.domain.reviewing import (
    Comparison,
    RedactedCopy,
    ReviewFinding,
    Withheld,
    compare,
    examine_copy,
    withheld_in,
)
from lpgminutes.services.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A copy with what was found in it."""

    copy: RedactedCopy
    withheld: tuple[Withheld, ...]
    findings: tuple[ReviewFinding, ...]


def review(copy: RedactedCopy) -> Review:
    """Review a copy by itself: nothing is asked of the records, and nothing is kept."""
    return Review(copy=copy, withheld=withheld_in(copy), findings=examine_copy(copy))


def review_against(store: Store, ref: str, copy: RedactedCopy) -> Comparison:
    """Lay a copy beside the minutes that it was made of: what they hold that it withholds, and what it released."""
    with store.read() as records:
        return compare(compose(records.meetings.get(ref)), copy)
