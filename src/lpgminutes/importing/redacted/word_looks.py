"""How words of a Word file look in the end: what their run says, else their styles, else the file as a whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lpgminutes.importing.redacted.word_colours import WHITE, Colour, Palette, mixed, named, read_palette
from lpgminutes.importing.redacted.word_fills import BOX, fill_behind
from lpgminutes.importing.redacted.word_tables import TableStyles, chained
from lpgminutes.importing.word.markup import Element, W, child, is_on, number, value
from lpgminutes.importing.word.styles import Styles, read_styles

Said = Mapping[object, Element]
"""The properties that count, by their tags."""
_COLOUR, _HIGHLIGHT, _SHADING = f"{W}color", f"{W}highlight", f"{W}shd"
_EFFECTS = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FILLED = f"{_EFFECTS}textFill"
_USUAL_SIZE = 20
"""Half-points of letters in a file that says nothing."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What words stand on."""

    colour: Colour | None
    """``None`` where it cannot be known: a picture, or what lies behind a clear box."""
    is_on_words: bool = False
    """Whether it lies behind these words alone: a highlight, or the shading of a run."""
    is_by_hand: bool = False
    """Whether somebody gave it to this paragraph or cell, which no style and no head of a table did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one run looks."""

    letters: Colour | None
    """``None`` for the automatic colour."""
    ground: Ground
    size: int
    """Half-points."""
    width: int
    """Of the letters, in per cent of their own."""
    spacing: int
    """What is added between two letters, in twentieths of a point."""
    face: str
    """The name of the typeface; empty where the theme chooses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a paragraph gives every run in it."""

    letters: Said
    paragraph: Said
    ground: Ground


@dataclass(slots=True, kw_only=True)
class Looks:
    """Works out how runs look."""

    styles: Styles
    palette: Palette
    page: Colour = WHITE
    letters: Element | None = None
    """What the file as a whole says of letters."""
    paragraphs: Element | None = None
    tables: TableStyles = field(init=False)
    _known: dict[tuple[str, tuple[Element, ...]], tuple[Said, Said]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tables = TableStyles(self.styles)

    def setting(self, paragraph: Element) -> Setting:
        """Return what a paragraph gives its runs."""
        own = child(paragraph, "pPr")
        cell = next((outer for outer in _within_box(paragraph) if outer.tag == f"{W}tc"), None)
        letters, said = self._of_style(value(child(own, "pStyle")), cell)
        said = said if own is None else _first_said([own], said)
        return Setting(letters=letters, paragraph=said, ground=self._ground(paragraph, own, said))

    def look(self, run: Element, setting: Setting) -> Look:
        """Return how a run looks in its paragraph."""
        own = child(run, "rPr")
        said = setting.letters if own is None else _first_said(self._own(own), setting.letters)
        ground = self._ground_of_run(said) or setting.ground
        return Look(
            letters=self._letters(said, ground.colour),
            ground=ground,
            size=_number(said, "sz", _USUAL_SIZE),
            width=_number(said, "w", 100),
            spacing=_number(said, "spacing", 0),
            face=value(said.get(f"{W}rFonts"), "ascii") or "",
        )

    def _own(self, own: Element) -> Iterator[Element]:
        yield own
        for style in chained(self.styles, value(child(own, "rStyle"))):
            yield from style.iterchildren(f"{W}rPr")

    def _of_style(self, style_id: str | None, cell: Element | None) -> tuple[Said, Said]:
        """Return what a style of paragraphs, the table and the file say of letters and of paragraphs."""
        style_id = style_id if style_id in self.styles.elements else self.styles.default
        of_table = () if cell is None else self.tables.parts(cell)
        key = style_id or "", of_table
        if key not in self._known:
            parts = [*chained(self.styles, style_id), *of_table]
            self._known[key] = (_said_in(parts, "rPr", self.letters), _said_in(parts, "pPr", self.paragraphs))
        return self._known[key]

    def _ground_of_run(self, said: Said) -> Ground | None:
        marked = named(value(said.get(_HIGHLIGHT)))
        colour = marked or self.palette.shading(said.get(_SHADING))
        return None if colour is None else Ground(colour, is_on_words=True)

    def _ground(self, paragraph: Element, own: Element | None, said: Said) -> Ground:
        colour = self.palette.shading(said.get(_SHADING))
        if colour is not None:
            return Ground(colour, is_by_hand=child(own, "shd") is not None)
        for outer in paragraph.iterancestors(f"{W}tc", BOX):
            if outer.tag == BOX:
                return Ground(fill_behind(outer, self.palette).colour)
            if ground := self._ground_of_cell(outer):
                return ground
        return Ground(self.page)

    def _ground_of_cell(self, cell: Element) -> Ground | None:
        own = child(cell, "tcPr", "shd")
        if own is not None:
            colour = self.palette.shading(own)
            return None if colour is None else Ground(colour, is_by_hand=not self.tables.is_head(cell))
        styled = (child(part, "tcPr", "shd") for part in self.tables.parts(cell))
        shading = next((element for element in styled if element is not None), None)
        if shading is None:
            shading = child(next(cell.iterancestors(f"{W}tbl"), None), "tblPr", "shd")
        colour = self.palette.shading(shading)
        return None if colour is None else Ground(colour)

    def _letters(self, said: Said, ground: Colour | None) -> Colour | None:
        for fill in said.get(_FILLED, ()):
            if fill.tag == f"{_EFFECTS}noFill":
                return ground
            if fill.tag == f"{_EFFECTS}solidFill" and (colour := self.palette.drawn(fill)):
                clear = next((number(e.get(f"{_EFFECTS}val")) or 0 for e in fill.iter(f"{_EFFECTS}alpha")), 0)
                return mixed(ground or colour, colour, clear / 100_000)
        return self.palette.letters(said.get(_COLOUR))


def read_looks(document: Element, related: Mapping[str, Element]) -> Looks:
    """Read how words look in a document; ``related`` are its parts by their kinds: styles, theme, settings."""
    defaults = child(related.get("styles"), "docDefaults")
    return Looks(
        styles=read_styles(related.get("styles")),
        palette=read_palette(related.get("theme")),
        page=_page_colour(document, related.get("settings")),
        letters=child(defaults, "rPrDefault", "rPr"),
        paragraphs=child(defaults, "pPrDefault", "pPr"),
    )


def _page_colour(document: Element, settings: Element | None) -> Colour:
    """Return the colour of the page: white, unless the file gives it another and shows it."""
    is_shown = is_on(child(settings, "displayBackgroundShape"))
    return (named(value(child(document, "background"), "color")) if is_shown else None) or WHITE


def _within_box(paragraph: Element) -> Iterator[Element]:
    for outer in paragraph.iterancestors():
        if outer.tag == BOX:
            return
        yield outer


def _said_in(parts: Iterable[Element], name: str, whole: Element | None) -> Said:
    """Return the properties of one kind that styles say, and under them the file as a whole."""
    said = [properties for part in parts for properties in part.iterchildren(f"{W}{name}")]
    return _first_said(said if whole is None else [*said, whole], {})


def _first_said(elements: Iterable[Element], under: Said) -> dict[object, Element]:
    """Return each property where it is said first; a plain colour takes the place of effects that stand below it."""
    said: dict[object, Element] = {}
    for own in (*elements, under.values()):
        is_coloured = _COLOUR in said
        for one in own:
            if not (is_coloured and one.tag == _FILLED):
                said.setdefault(one.tag, one)
    return said


def _number(said: Said, name: str, usual: int) -> int:
    found = number(value(said.get(f"{W}{name}")))
    return usual if found is None else found
