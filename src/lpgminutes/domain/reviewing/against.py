"""A redacted copy laid beside the record it was made of: what was withheld, what was released, what does not agree."""

from dataclasses import dataclass, replace

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.folding import folded
from lpgminutes.domain.reviewing.attendance_beside import beside_attendance
from lpgminutes.domain.reviewing.body_beside import Released, lay_body, numbers_that_differ
from lpgminutes.domain.reviewing.copy import RedactedCopy
from lpgminutes.domain.reviewing.copy_parts import parts_of
from lpgminutes.domain.reviewing.head_beside import beside_head
from lpgminutes.domain.reviewing.laid import Stretch, WithheldStretch
from lpgminutes.domain.reviewing.names_open import names_open
from lpgminutes.domain.reviewing.open_again import open_again
from lpgminutes.domain.reviewing.tables_beside import beside_tables

__all__ = ["Comparison", "Released", "Stretch", "WithheldStretch", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What came of it."""

    withheld: tuple[WithheldStretch, ...]
    left_out: tuple[Stretch, ...]
    """Words of the record for which the copy has neither words nor a mark."""
    added: tuple[Stretch, ...]
    """Open words that the record does not have."""
    over_nothing: tuple[Stretch, ...]
    """Marks that stand where the record has no words."""
    open_again: tuple[Stretch, ...]
    """Words that are withheld in one place and stand open in this one, as the copy prints them."""
    numbers: str
    """The sentence on numbers of paragraphs that do not fit; empty where they do."""
    released_words: int
    """How many words of the minutes stand open in the copy."""
    released: tuple[Released, ...]
    """How much of each minute, and of the title of each item, that is."""
    moved: tuple[Stretch, ...]
    """Paragraphs that the copy has in another place."""

    @property
    def is_of_others(self) -> bool:
        """Whether so little agrees that the copy is hardly one of these minutes."""
        words = sum(one.words for one in self.released)
        lacking = sum(len(stretch.words.split()) for stretch in self.left_out)
        return self.released_words < words / 5 and lacking > words / 2


def _without_own_letters(record: MinutesDocument, copy: RedactedCopy) -> RedactedCopy:
    """Return a copy in which people whom the record itself calls by a letter are no marks."""
    own = folded(" ".join(text.plain() for item in record.items for text in item.texts()))
    passages = (
        replace(p, marks=tuple(mark for mark in p.marks if not (mark.is_alias and folded(mark.as_shown) in own)))
        for p in copy.passages
    )
    return replace(copy, passages=tuple(passages))


def compare(record: MinutesDocument, copy: RedactedCopy) -> Comparison:
    """Lay a copy beside the record, word by word: the head field by field, the people row by row, then the items."""
    copy = _without_own_letters(record, copy)
    parts = parts_of(record, copy.passages)
    laid, of_body, released = lay_body(record, parts.body)
    told = beside_head(record, parts)
    for more in (beside_attendance(record, parts), of_body, beside_tables(record, parts)):
        told.add(more)
    return Comparison(
        withheld=tuple(told.withheld),
        left_out=tuple(told.left_out),
        added=tuple(told.added),
        over_nothing=tuple(told.over_nothing),
        open_again=tuple(dict.fromkeys((*open_again(told.withheld, copy), *names_open(told.withheld, record, copy)))),
        numbers=numbers_that_differ(record, copy, laid),
        released_words=laid.words_released,
        released=released,
        moved=tuple(told.moved),
    )
