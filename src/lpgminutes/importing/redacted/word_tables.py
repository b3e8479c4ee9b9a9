"""What the style of a table says of one of its cells: its first row, its last column, its bands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lpgminutes.importing.word.markup import Element, W, child, is_on, number, value
from lpgminutes.importing.word.styles import Styles

_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_ROWS = frozenset(f"{W}{name}" for name in ("tr", "sdt", "sdtContent", "customXml"))


@dataclass(slots=True)
class TableStyles:
    """Finds what the styles of tables say, cell by cell."""

    styles: Styles
    _rows: dict[Element, dict[Element, int]] = field(default_factory=dict)
    """The place of each row of a table, counted from 0."""
    _sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many rows or columns make a band of a style."""
    _known: dict[tuple[str, ...], tuple[Element, ...]] = field(default_factory=dict)

    def parts(self, cell: Element) -> tuple[Element, ...]:
        """Return the parts of the style that hold for a cell, the one that counts most first."""
        row = next(cell.iterancestors(f"{W}tr"), None)
        table = next(cell.iterancestors(f"{W}tbl"), None)
        style_id = value(child(table, "tblPr", "tblStyle"))
        if row is None or table is None or style_id not in self.styles.elements:
            return ()
        names = (style_id, *self._names(cell, row, table, style_id))
        if names not in self._known:
            self._known[names] = tuple(self._named(names))
        return self._known[names]

    def _named(self, names: tuple[str, ...]) -> Iterator[Element]:
        style_id, *conditions = names
        chain = list(chained(self.styles, style_id))
        for name in conditions:
            for style in chain:
                yield from (part for part in style.iterchildren(f"{W}tblStylePr") if value(part, "type") == name)
        yield from chain

    def is_head(self, cell: Element) -> bool:
        """Whether a cell stands in a row of headings: above others, and all of one ground."""
        row = next(cell.iterancestors(f"{W}tr"), None)
        table = next(cell.iterancestors(f"{W}tbl"), None)
        if row is None or table is None:
            return False
        places = self._places(table)
        is_above = len(places) > 1 and places.get(row) == 0
        grounds = {value(child(one, "tcPr", "shd"), "fill") for one in _inner(row, "tc")}
        return len(grounds) == 1 and (is_above or bool(is_on(child(row, "trPr", "tblHeader"))))

    def _names(self, cell: Element, row: Element, table: Element, style_id: str) -> Iterator[str]:
        look, rows, cells = child(table, "tblPr", "tblLook"), self._places(table), list(_inner(row, "tc"))
        place, column = rows.get(row, 0), cells.index(cell) if cell in cells else 0
        is_first_row = place == 0 and _says(look, "firstRow")
        is_last_row = place == len(rows) - 1 and _says(look, "lastRow")
        is_first_column = column == 0 and _says(look, "firstColumn")
        is_last_column = column == len(cells) - 1 and _says(look, "lastColumn")
        for is_row, along in ((is_first_row, "n"), (is_last_row, "s")):
            yield from (
                f"{along}{side}Cell" for side, on in (("w", is_first_column), ("e", is_last_column)) if is_row and on
            )
        yield from ["firstRow"] if is_first_row else ["lastRow"] if is_last_row else []
        yield from ["firstCol"] if is_first_column else ["lastCol"] if is_last_column else []
        if not (_says(look, "noHBand") or is_first_row or is_last_row):
            yield f"band{self._band(place - _says(look, 'firstRow'), style_id, 'Row')}Horz"
        if not (_says(look, "noVBand") or is_first_column or is_last_column):
            yield f"band{self._band(column - _says(look, 'firstColumn'), style_id, 'Col')}Vert"
        yield "wholeTable"

    def _band(self, place: int, style_id: str, along: str) -> int:
        if (style_id, along) not in self._sizes:
            chain = chained(self.styles, style_id)
            sizes = (number(value(child(style, "tblPr", f"tblStyle{along}BandSize"))) for style in chain)
            self._sizes[style_id, along] = max(1, next((size for size in sizes if size), 1))
        return 1 + place // self._sizes[style_id, along] % 2

    def _places(self, table: Element) -> dict[Element, int]:
        if table not in self._rows:
            self._rows[table] = {row: place for place, row in enumerate(_inner(table, "tr"))}
        return self._rows[table]


def chained(styles: Styles, style_id: str | None) -> Iterator[Element]:
    """Yield a style and those that it is based on, in their order."""
    seen: set[str] = set()
    while style_id and style_id not in seen and (style := styles.elements.get(style_id)) is not None:
        seen.add(style_id)
        yield style
        style_id = value(child(style, "basedOn"))


def _says(look: Element | None, name: str) -> bool:
    said = value(look, name)
    if said is not None:
        return said.lower() in {"1", "true", "on"}
    try:
        return bool(int(value(look) or "0", 16) & _BITS[name])
    except ValueError:
        return False


def _inner(element: Element, name: str) -> Iterator[Element]:
    for inner in element:
        if inner.tag == f"{W}{name}":
            yield inner
        elif inner.tag in _ROWS and inner.tag != f"{W}tr":
            yield from _inner(inner, name)
