"""Review of a copy that somebody redacted: what it withholds, what is wrong with it."""

from dataclasses import dataclass

from lpgminutes.domain.reviewing import RedactedCopy, ReviewFinding, Withheld, examine_copy, withheld_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A copy with what was found in it."""

    copy: RedactedCopy
    withheld: tuple[Withheld, ...]
    findings: tuple[ReviewFinding, ...]


def review(copy: RedactedCopy) -> Review:
    """Review a copy by itself: nothing is asked of the records, and nothing is kept."""
    return Review(copy=copy, withheld=withheld_in(copy), findings=examine_copy(copy))
