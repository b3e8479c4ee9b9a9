"""The lists of a Word file: which level prints which number, and what each has counted so far."""

import re
from dataclasses import dataclass, field, replace

from lpgminutes.importing.word.markup import COMPATIBILITY, Element, W, child, is_on, number, value
from lpgminutes.importing.word.number_words import written, zero_padded
from lpgminutes.importing.word.styles import Look, Styles, indent

LEVELS = 9
"""Levels of a list in Word."""
_COUNTER = re.compile(r"%([1-9])")
_NONE = "0"
"""The list that takes a paragraph out of every list."""
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
class Level:
    """One level of a list as it is defined."""

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    """What it prints, with ``%1`` for the count of the first level and so on."""
    restarts_after: int | None = None
    """The level, counted from 1, whose use begins it again; ``None`` for any level above it, 0 for never."""
    is_all_decimal: bool = False
    """Whether the counts of the levels above are printed as 1, 2, 3 whatever their own format."""
    style_id: str = ""
    """The style of paragraph that stands on this level."""
    indent: int | None = None
    padding: str = ""
    """An example of a custom format, such as ``001, 002, 003, ...``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedList:
    """A list that paragraphs refer to; lists made from one definition count together."""

    list_id: str
    definition: str
    levels: dict[int, Level]
    restarts: frozenset[int] = frozenset()
    """The levels that begin again where this list is first used."""

    def level_of_style(self, style_id: str) -> int | None:
        """Return the level that a style of paragraph stands on."""
        return next((place for place, level in self.levels.items() if style_id and level.style_id == style_id), None)


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

    lists: dict[str, NumberedList] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: Element | None, look: Look) -> Label:
        """Count a paragraph, and return what is printed before it."""
        own = child(properties, "numPr")
        list_id = value(child(own, "numId"))
        level = number(value(child(own, "ilvl")))
        of_style = list_id is None
        chosen = self.lists.get((look.list_id if of_style else list_id) or _NONE)
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


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """Read the part with the lists."""
    numbering = Numbering()
    if root is None:
        return numbering
    definitions = {value(element, "abstractNumId") or "": element for element in root.iterfind(f"{W}abstractNum")}
    elements = {value(element, "numId") or "": element for element in root.iterfind(f"{W}num")}
    known = {key: _levels(definition) for key, definition in definitions.items()}
    for list_id, element in elements.items():
        key = _followed(value(child(element, "abstractNumId")) or "", definitions, elements, styles)
        if list_id != _NONE and key in known:
            numbering.lists[list_id] = _list(list_id, element, key, known[key])
    return numbering


def _followed(key: str, definitions: dict[str, Element], lists: dict[str, Element], styles: Styles) -> str:
    """Follow a definition that says no more than which list style it stands for."""
    for _ in range(LEVELS):
        style = value(child(definitions.get(key), "numStyleLink"))
        list_id = styles.look(style).list_id if style else None
        target = value(child(lists.get(list_id or ""), "abstractNumId"))
        if not target or target == key:
            break
        key = target
    return key


def _list(list_id: str, element: Element, key: str, levels: dict[int, Level]) -> NumberedList:
    levels, restarts = dict(levels), set()
    for override in element.iterfind(f"{W}lvlOverride"):
        place = number(value(override, "ilvl")) or 0
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[place] = _level(own)
        start = number(value(override.find(f"{W}startOverride")))
        if start is not None:
            levels[place] = replace(levels.get(place, Level()), start=start)
            restarts.add(place)
    return NumberedList(list_id=list_id, definition=key, levels=levels, restarts=frozenset(restarts))


def _levels(definition: Element) -> dict[int, Level]:
    return {number(value(element, "ilvl")) or 0: _level(element) for element in definition.iterfind(f"{W}lvl")}


def _level(element: Element) -> Level:
    number_format = child(element, "numFmt")
    if number_format is None:
        number_format = element.find(f"{COMPATIBILITY}AlternateContent/{COMPATIBILITY}Choice/{W}numFmt")
    kind = value(number_format) or "decimal"
    picture = element.find(f"{W}lvlPicBulletId") is not None
    return Level(
        start=_or(number(value(element.find(f"{W}start"))), 0),
        number_format="bullet" if picture else kind,
        pattern=value(element.find(f"{W}lvlText")) or "",
        restarts_after=number(value(element.find(f"{W}lvlRestart"))),
        is_all_decimal=bool(is_on(element.find(f"{W}isLgl"))),
        style_id=value(element.find(f"{W}pStyle")) or "",
        indent=indent(element.find(f"{W}pPr")),
        padding=(value(number_format, "format") or "") if kind == "custom" else "",
    )


def _or(found: int | None, otherwise: int) -> int:
    return otherwise if found is None else found
