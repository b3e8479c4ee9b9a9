"""What might have to be withheld: offered with a reason, decided by a person."""

from lpgminutes.domain.dismissals import Dismissal, SuggestionKind
from lpgminutes.domain.suggesting.offering import Known, suggest
from lpgminutes.domain.suggesting.suggestion import (
    Identifier,
    Recogniser,
    Stretch,
    Suggestion,
    is_dismissed,
)

__all__ = [
    "Dismissal",
    "Identifier",
    "Known",
    "Recogniser",
    "Stretch",
    "Suggestion",
    "SuggestionKind",
    "is_dismissed",
    "suggest",
]
