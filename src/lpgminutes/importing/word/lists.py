"""The lists that a Word file defines: their levels, their patterns, and which of them begin again."""

from dataclasses import dataclass, field, replace

from lpgminutes.importing.word.markup import COMPATIBILITY, Element, W, child, is_on, number, value
from lpgminutes.importing.word.styles import Styles, indent

LEVELS = 9
"""Levels of a list in Word."""
NO_LIST = "0"
"""The list that takes a paragraph out of every list."""


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


@dataclass(slots=True)
class Lists:
    """The lists of a file by their ids; each is read when the first paragraph of it comes."""

    styles: Styles
    elements: dict[str, Element] = field(default_factory=dict)
    definitions: dict[str, Element] = field(default_factory=dict)
    _read: dict[str, NumberedList | None] = field(default_factory=dict)

    def find(self, list_id: str) -> NumberedList | None:
        """Return a list; ``None`` for the id that stands for no list, and for one that is not defined."""
        if list_id not in self._read:
            self._read[list_id] = self._list(list_id)
        return self._read[list_id]

    def _list(self, list_id: str) -> NumberedList | None:
        element = self.elements.get(list_id)
        if element is None or list_id == NO_LIST:
            return None
        key = self._followed(value(child(element, "abstractNumId")) or "")
        definition = self.definitions.get(key)
        return None if definition is None else _list(list_id, element, key, _levels(definition))

    def _followed(self, key: str) -> str:
        """Follow a definition that says no more than which list style it stands for."""
        for _ in range(LEVELS):
            style = value(child(self.definitions.get(key), "numStyleLink"))
            list_id = self.styles.look(style).list_id if style else None
            target = value(child(self.elements.get(list_id or ""), "abstractNumId"))
            if not target or target == key:
                break
            key = target
        return key


def read_lists(root: Element | None, styles: Styles) -> Lists:
    """Read the part with the lists, as far as to know where each stands."""
    lists = Lists(styles)
    if root is not None:
        lists.elements = {value(element, "numId") or "": element for element in root.iterfind(f"{W}num")}
        lists.definitions = {
            value(element, "abstractNumId") or "": element for element in root.iterfind(f"{W}abstractNum")
        }
    return lists


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
