"""The styles of a Word file, each with what it takes from the styles it is based on."""

from dataclasses import dataclass, field

from lpgminutes.importing.word.markup import Element, W, child, is_on, number, value

_BODY_TEXT = 9
"""Word's outline level of a paragraph that is no heading."""
_WRITTEN_SMALL = ("heading ", "header", "footer", "toc ", "caption", "footnote text", "endnote text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a style makes words look, and what it says of their paragraph."""

    style_id: str = ""
    name: str = ""
    """As people see it in Word's gallery."""
    outline_level: int | None = None
    """The level of a heading, counted from 1."""
    list_id: str | None = None
    list_level: int | None = None
    """Counted from 0, as Word counts."""
    indent: int | None = None
    """Where its first line begins, in twentieths of a point."""
    is_bold: bool = False
    is_italic: bool = False
    is_hidden: bool = False


PLAIN = Look()


@dataclass(slots=True)
class Styles:
    """The styles by their ids."""

    elements: dict[str, Element] = field(default_factory=dict)
    default: str = ""
    """The style of a paragraph that names none."""
    _looks: dict[str, Look] = field(default_factory=dict)

    def look(self, style_id: str | None) -> Look:
        """Return a style of words; an unknown one changes nothing."""
        return self._look(style_id, frozenset()) if style_id else PLAIN

    def paragraph(self, style_id: str | None) -> Look:
        """Return the style of a paragraph."""
        return self.look(style_id if style_id in self.elements else self.default)

    def _look(self, style_id: str, seen: frozenset[str]) -> Look:
        known = self._looks.get(style_id)
        element = self.elements.get(style_id)
        if known is not None or element is None:
            return known or PLAIN
        based_on = value(element.find(f"{W}basedOn"))
        below = seen | {style_id}
        base = self._look(based_on, below) if based_on and based_on not in below else PLAIN
        self._looks[style_id] = look = _read(style_id, element, base)
        return look


def read_styles(root: Element | None) -> Styles:
    """Read the part with the styles."""
    styles = Styles()
    for element in root.iterfind(f"{W}style") if root is not None else ():
        style_id = value(element, "styleId") or ""
        styles.elements.setdefault(style_id, element)
        if value(element, "type") == "paragraph" and value(element, "default") in {"1", "true", "on"}:
            styles.default = style_id
    return styles


def outline_level(properties: Element | None) -> int | None:
    """Return the level of heading, from 1, that the properties of a paragraph give it; 0 for none at all."""
    level = number(value(child(properties, "outlineLvl")))
    if level is None or level < 0:
        return None
    return level + 1 if level < _BODY_TEXT else 0


def indent(properties: Element | None) -> int | None:
    """Return where the first line of a paragraph begins, as its own properties say it."""
    element = child(properties, "ind")
    if element is None:
        return None
    left = _first_number(element, "left", "start")
    first = _first_number(element, "firstLine") or 0
    hanging = _first_number(element, "hanging") or 0
    return None if left is None and not (first or hanging) else (left or 0) + first - hanging


def _first_number(element: Element, *names: str) -> int | None:
    return next((found for name in names if (found := number(value(element, name))) is not None), None)


def _read(style_id: str, element: Element, base: Look) -> Look:
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    list_id = value(child(paragraph, "numPr", "numId"))
    list_level = number(value(child(paragraph, "numPr", "ilvl")))
    level, own_indent = outline_level(paragraph), indent(paragraph)
    return Look(
        style_id=style_id,
        name=_shown(value(element.find(f"{W}name")) or style_id),
        outline_level=base.outline_level if level is None else level or None,
        list_id=base.list_id if list_id is None else list_id,
        list_level=base.list_level if list_level is None else list_level,
        indent=base.indent if own_indent is None else own_indent,
        is_bold=_switched(run, "b", otherwise=base.is_bold),
        is_italic=_switched(run, "i", otherwise=base.is_italic),
        is_hidden=_switched(run, "vanish", otherwise=base.is_hidden),
    )


def _switched(properties: Element | None, name: str, *, otherwise: bool) -> bool:
    said = is_on(child(properties, name))
    return otherwise if said is None else said


def _shown(name: str) -> str:
    """Word writes the names of its own styles small and shows them with a capital."""
    return name[:1].upper() + name[1:] if name.startswith(_WRITTEN_SMALL) else name
