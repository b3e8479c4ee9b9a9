"""What a comparison tells: gathered part by part of the minutes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lpgminutes.domain.reviewing.laid import (
    Part,
    Stretch,
    WithheldStretch,
    by_place,
    cited_by,
    divided,
)
from lpgminutes.domain.reviewing.words_beside import quoted


@dataclass(slots=True)
class Told:
    """What is told of a part of the minutes, to be added to that of another."""

    withheld: list[WithheldStretch] = field(default_factory=list)
    left_out: list[Stretch] = field(default_factory=list)
    added: list[Stretch] = field(default_factory=list)
    over_nothing: list[Stretch] = field(default_factory=list)
    moved: list[Stretch] = field(default_factory=list)

    def add(self, other: "Told") -> None:
        """Add what another part tells."""
        self.withheld += other.withheld
        self.left_out += other.left_out
        self.added += other.added
        self.over_nothing += other.over_nothing
        self.moved += other.moved


def told_of(parts: Iterable[Part], *, by_mark: bool = False) -> Told:
    """Tell the stretches in which two sides differ; ``by_mark`` says that what is withheld is named by its mark."""
    told = Told()
    for part in parts:
        for piece in divided(part):
            _tell(piece, told, by_mark=by_mark)
    return told


def _tell(part: Part, told: Told, *, by_mark: bool) -> None:
    cited, places = cited_by(part.marks), list(by_place(part.said))
    for place, words in places:
        where = part.marks[0].where if by_mark and cited else place
        if cited:
            told.withheld.append(WithheldStretch(where=where, words=quoted(words), cited=cited))
        else:
            told.left_out.append(Stretch(where=where, words=quoted(words)))
    for where, words in by_place(part.open_words if places else part.theirs):
        is_said = any(word.weighs for word in words)
        if is_said or any(word.mark for word in words):
            (told.added if is_said else told.over_nothing).append(Stretch(where=where, words=quoted(words)))
