"""A half-typed line, and the least that turns one state of it into the next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A line that was handed over to be recorded: it was just before the end, or it was not."""

    moment: str
    """When Enter was pressed, to the microsecond: the records keep it with the line, and know by it whether they do."""
    place: str
    """Where it goes, as ``Draft.place`` says it."""
    length: int
    """How many characters of the draft it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is typed and not recorded."""

    text: str = ""
    """The line; before it those that were entered, and behind it further lines of a paste, each on its own."""
    place: str = ""
    """Where it goes: a word of the screen's own, such as ``item 3`` or ``block 17``; never text of minutes."""
    is_entered: bool = False
    """Whether Enter was pressed on it, in a journal that does not say when."""
    entered: tuple[Entered, ...] = ()
    """The lines that the text begins with and that are on their way."""
    aside: str = ""
    """What was typed when a paragraph was opened over it."""
    aside_place: str = ""
    """Where that goes, as ``place`` says it."""

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.aside.strip())

    def parts(self) -> tuple[tuple[tuple[Entered, str], ...], str]:
        """Return the lines that are on their way, and what is typed behind them."""
        lines: list[tuple[Entered, str]] = []
        text = self.text
        for entered in self.entered:
            lines.append((entered, text[: entered.length]))
            text = text[entered.length + 1 :]
        return tuple(lines), text


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a text: at a place some characters are cut, and others put there."""

    at: int
    cut: int
    put: str

    def applied_to(self, text: str) -> str:
        """Return the text after the change."""
        return text[: self.at] + self.put + text[self.at + self.cut :]


def edit_between(before: str, after: str) -> Edit:
    """Return the one change that turns ``before`` into ``after``; what is typed costs its own length."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return Edit(start, len(before) - start - end, after[start : len(after) - end])


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common, by halving: long texts are pasted."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
