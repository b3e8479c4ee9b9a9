"""A text of a document, made ready to be searched."""

from dataclasses import dataclass

from lpgminutes.domain.document import Place
from lpgminutes.domain.folding import Folded, fold

NAME_COLUMNS = frozenset({"attendance.name", "declarations.name", "actions.owner", "contact.name"})
"""The fields that hold names and little else."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A text of the document, ready to be searched."""

    place: Place
    words: str
    folded: Folded
    lower: str

    @classmethod
    def of(cls, place: Place, words: str) -> "Searchable":
        """Make words ready to be searched."""
        folded = fold(words)
        return cls(place, words, folded, folded.text.lower())

    @property
    def is_name_cell(self) -> bool:
        """Whether it is the cell of a table that holds names."""
        return self.place.field in NAME_COLUMNS
