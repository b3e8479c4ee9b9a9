"""One thing found in a copy, without its original: how grave, where, why, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.findings import Severity
from lpgminutes.domain.reviewing.copy import CopyPlace

_MOST_PLACES = 4
"""A line that lists more places than this is not read; the others are counted."""


class ReviewKind(Enum):
    """What sort of thing was found; what is also found on the way to a release has the same name there."""

    WORDS_HIDDEN = "words-hidden"
    SCAN_TEXT = "scan-text"
    VALUE_IMPLIED = "value-implied"
    DATE_OPEN = "date-open"
    MONTH_TOLD = "month-told"
    ADDRESS_HALF_OPEN = "address-half-open"
    MASK_LENGTH_VARIES = "mask-length-varies"
    EXEMPTIONS_DIFFER = "exemptions-differ"
    MARK_WITHOUT_EXEMPTION = "mark-without-exemption"
    NAMES_REPLACED = "names-replaced"
    LABEL_UNKNOWN = "label-unknown"
    MARKING_AGAINST_RELEASE = "marking-against-release"
    KEY_MISSING = "key-missing"
    PAPER_NAMED = "paper-named"
    LIMB_MISSING = "limb-missing"
    LABEL_POSITION_VARIES = "label-position-varies"
    MASK_CASE_VARIES = "mask-case-varies"
    LIST_COUNTABLE = "list-countable"
    NUMBER_MISSING = "number-missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFinding:
    """One thing found."""

    kind: ReviewKind
    severity: Severity
    text: str
    """What it is about: words that stand in the copy, an exemption, a count."""
    places: tuple[CopyPlace, ...] = ()
    explanation: str
    remedy: str
    """What to do about it, as a request to whoever makes the copy."""

    def where(self) -> str:
        """Return the places in words, the first few of them."""
        return listed_places(self.places)


def listed_places(places: Iterable[CopyPlace]) -> str:
    """Return places in words: the first few, and how many more there are."""
    named = list(dict.fromkeys(place.words() for place in places))
    more = len(named) - _MOST_PLACES
    return "; ".join(named[:_MOST_PLACES]) + (f" and {more} more" if more > 0 else "")
