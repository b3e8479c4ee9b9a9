"""What Word prints before the paragraphs of lists: counted as they are read in order."""

import re
from dataclasses import dataclass, field

from lpgminutes.importing.word.lists import NO_LIST, Level, Lists, NumberedList
from lpgminutes.importing.word.markup import Element, child, number, value
from lpgminutes.importing.word.number_words import written, zero_padded
from lpgminutes.importing.word.styles import Look

_COUNTER = re.compile(r"%([1-9])")
_BULLETS = str.maketrans(
    {
        "\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0a8": "\u25ab", "\uf06e": "\u25a0", "\uf071": "\u2751",
        "\uf0d8": "\u27a2", "\uf0fc": "\u2713", "\uf076": "\u2756", "\uf02d": "-", "\uf0e0": "\u2192",
        "\u00b7": "\u2022",
    }
)  # fmt: skip
"""Signs of the Symbol and Wingdings fonts, which stand in the private area, as what they look like."""
_LETTERS = re.compile(r"[^\W\d_]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What Word prints before a paragraph of a list."""

    number: str = ""
    bullet: str = ""
    words: str = ""
    """Words that the list prints before every paragraph, such as ``Action:``; they count nothing."""
    level: int = 0
    """Counted from 1; 0 for no list."""
    indent: int | None = None


NO_LABEL = Label()


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and where their counts stand as its paragraphs are read in order."""

    lists: Lists
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: Element | None, look: Look) -> Label:
        """Count a paragraph, and return what is printed before it."""
        own = child(properties, "numPr")
        list_id = value(child(own, "numId"))
        level = number(value(child(own, "ilvl")))
        of_style = list_id is None
        chosen = self.lists.find((look.list_id if of_style else list_id) or NO_LIST)
        if chosen is None:
            return NO_LABEL
        if level is None:
            linked = chosen.level_of_style(look.style_id)
            level = linked if linked is not None else (look.list_level or 0) if of_style else 0
        return self._counted(chosen, level)

    def _counted(self, chosen: NumberedList, place: int) -> Label:
        level = chosen.levels.get(place)
        if level is None:
            return NO_LABEL
        counts = self._counts.setdefault(chosen.definition, {})
        begins = place in chosen.restarts and (chosen.list_id, place) not in self._begun
        self._begun.add((chosen.list_id, place))
        counts[place] = level.start if begins or place not in counts else counts[place] + 1
        for deeper in [below for below in counts if below > place and _restarts(chosen.levels.get(below), place)]:
            del counts[deeper]
        return _label(chosen, place, counts)


def _restarts(level: Level | None, used: int) -> bool:
    """Whether the use of a level above, counted from 0, begins a level again."""
    return level is None or level.restarts_after is None or used < level.restarts_after


def _label(chosen: NumberedList, place: int, counts: dict[int, int]) -> Label:
    level = chosen.levels[place]
    if level.number_format == "bullet" or not _COUNTER.search(level.pattern):
        return _uncounted(level, place)

    def count(match: re.Match[str]) -> str:
        counted = int(match[1]) - 1
        source = chosen.levels.get(counted, level)
        reached = counts.get(counted, source.start)
        if source.padding:
            return zero_padded(reached, source.padding)
        return written(reached, "decimal" if level.is_all_decimal else source.number_format)

    return Label(number=_COUNTER.sub(count, level.pattern).strip(), level=place + 1, indent=level.indent)


def _uncounted(level: Level, place: int) -> Label:
    """Return the sign or the words of a level that prints the same before each paragraph."""
    pattern = level.pattern.strip()
    if len(_LETTERS.findall(pattern)) > 1:
        return Label(words=pattern, level=place + 1, indent=level.indent)
    bullet = _PRIVATE.sub("\u2022", pattern.translate(_BULLETS))
    if level.number_format == "bullet":
        bullet = bullet or "\u2022"
    return Label(bullet=bullet, level=place + 1, indent=level.indent)
