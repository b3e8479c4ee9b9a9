"""Review of a copy that somebody redacted: what it withholds, and what is wrong with it, without its original."""

from lpgminutes.domain.reviewing.against import Comparison, compare
from lpgminutes.domain.reviewing.copy import RedactedCopy
from lpgminutes.domain.reviewing.examining import examine_copy
from lpgminutes.domain.reviewing.finding import ReviewFinding, ReviewKind
from lpgminutes.domain.reviewing.summary import Withheld, withheld_in

__all__ = [
    "Comparison",
    "RedactedCopy",
    "ReviewFinding",
    "ReviewKind",
    "Withheld",
    "compare",
    "examine_copy",
    "withheld_in",
]
