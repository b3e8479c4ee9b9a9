"""What a reader could not read, collected with its place; and what it left out, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lpgminutes.importing.source import PlaceUnit, SetAside, SourceRemark


@dataclass(slots=True)
class Remarks:
    """Collects sentences for whoever brought the text; each says where, none quotes what stands there."""

    unit: PlaceUnit = PlaceUnit.LINE
    _at: list[tuple[int, str]] = field(default_factory=list)
    _general: list[str] = field(default_factory=list)
    _left: list[SetAside] = field(default_factory=list)

    def whole(self, sentence: str) -> None:
        """Remark on the text as a whole."""
        self._general.append(sentence)

    def at(self, place: int, sentence: str) -> None:
        """Remark on one place of the file, counted from 1."""
        self._at.append((place, sentence))

    def take(self, remarks: Iterable[SourceRemark]) -> None:
        """Take over what was remarked while the file was taken apart."""
        for remark in remarks:
            if remark.place is None:
                self.whole(remark.sentence)
            else:
                self.at(remark.place, remark.sentence)

    def leave(self, place: int, words: str, why: str) -> None:
        """Set words aside that are no minutes, or could not be understood."""
        self._left.append(SetAside(place=place, words=words, why=why))

    def left(self) -> tuple[SetAside, ...]:
        """Return what was set aside."""
        return tuple(self._left)

    def located(self) -> tuple[SourceRemark, ...]:
        """Return every remark with its place: the general ones, then from the top down, each once."""
        general = [SourceRemark(sentence=sentence) for sentence in dict.fromkeys(self._general)]
        return (*general, *(SourceRemark(sentence=words, place=place) for place, words in sorted(set(self._at))))

    def sentences(self) -> tuple[str, ...]:
        """Return the remarks: the general ones, then by place, runs of places with the same remark as one."""
        runs: list[tuple[int, int, str]] = []
        for place, sentence in sorted(set(self._at), key=lambda remark: (remark[1], remark[0])):
            if runs and runs[-1][2] == sentence and place <= runs[-1][1] + 2:
                runs[-1] = (runs[-1][0], place, sentence)
            else:
                runs.append((place, place, sentence))
        placed = (f"{self._places(first, last)}: {sentence}" for first, last, sentence in sorted(runs))
        return (*dict.fromkeys(self._general), *placed)

    def _places(self, first: int, last: int) -> str:
        unit = self.unit.value
        return f"{unit} {first}" if first == last else f"{unit}s {first} to {last}"
