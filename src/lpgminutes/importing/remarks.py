"""What a reader could not read, collected with its place."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Remarks:
    """Collects sentences for whoever brought the text; each says where, none quotes what stands there."""

    _at: list[tuple[int, str]] = field(default_factory=list)
    _general: list[str] = field(default_factory=list)

    def whole(self, sentence: str) -> None:
        """Remark on the text as a whole."""
        self._general.append(sentence)

    def at(self, line: int, sentence: str) -> None:
        """Remark on one line of the file, counted from 1."""
        self._at.append((line, sentence))

    def sentences(self) -> tuple[str, ...]:
        """Return the remarks: the general ones, then by line, runs of lines with the same remark as one."""
        runs: list[tuple[int, int, str]] = []
        for line, sentence in sorted(set(self._at)):
            if runs and runs[-1][2] == sentence and line <= runs[-1][1] + 2:
                runs[-1] = (runs[-1][0], line, sentence)
            else:
                runs.append((line, line, sentence))
        return (*self._general, *(f"{_lines(first, last)}: {sentence}" for first, last, sentence in runs))


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first} to {last}"
