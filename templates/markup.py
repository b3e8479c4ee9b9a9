"""The pieces that a Word template is built of: runs, paragraphs, tables, the page with its running lines."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from lpgminutes.documents.fixed_parts import (
    app_properties,
    content_types,
    core_properties,
    in_order,
    package_relationships,
    relationships,
    settings,
)
from lpgminutes.documents.ooxml import R, W
from lpgminutes.documents.package import write_package

HERE: Final = Path(__file__).resolve().parent
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = f'xmlns:w="{W}" xmlns:r="{R}"'

_CLOSE_LINES: Final = '<w:spacing w:line="232" w:lineRule="auto"/>'
_CLOSE_MARGINS: Final = (
    '<w:tblCellMar><w:top w:w="8" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="8" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
)
SHADE: Final = "EEF1F6"
"""Light grey blue behind table heads and boxes: black on it is 18:1."""


def run(text: str, style: str = "") -> str:
    """Return a run of ``text``; a tab in it is Word's own."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in text.split("\t"))
    return f"<w:r>{properties}{pieces}</w:r>"


def strong(text: str) -> str:
    """Return a run that stands out."""
    return run(text, "Strong")


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """Return a paragraph of ``runs`` in ``style``; a plain text is a run."""
    content = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def control(tag: str) -> str:
    """Return a paragraph that holds one template tag and vanishes with it."""
    return f"<w:p><w:r><w:t>{{%p {tag} %}}</w:t></w:r></w:p>"


def bullet(style: str, level: int, *runs: str) -> str:
    """Return a paragraph of a real list."""
    return paragraph(style, *runs, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


class Column(NamedTuple):
    """A column of a table: its head, its width and what stands in each row."""

    head: str
    width: int
    cell: str


def table(loop: str, caption: str, columns: Sequence[Column], *, is_close: bool = False) -> str:
    """Return a table with a repeated head, and one row for each turn of ``loop``; a close one for long lists."""
    margins = _CLOSE_MARGINS if is_close else ""
    widths = "".join(f'<w:gridCol w:w="{column.width}"/>' for column in columns)
    properties = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(column.width for column in columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{margins}<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr>'
    )
    spacing = _CLOSE_LINES if is_close else ""
    head = _row([strong(c.head) for c in columns], columns, "<w:cantSplit/><w:tblHeader/>", spacing=spacing, fill=SHADE)
    body = _row([run(c.cell) for c in columns], columns, "<w:cantSplit/>", spacing=spacing)
    opening, closing = (
        _row([run(f"{{%tr {tag} %}}"), *[""] * (len(columns) - 1)], columns) for tag in (f"for {loop}", "endfor")
    )
    return f"<w:tbl>{properties}<w:tblGrid>{widths}</w:tblGrid>{head}{opening}{body}{closing}</w:tbl>"


def _row(cells: Sequence[str], columns: Sequence[Column], row: str = "", *, spacing: str = "", fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    properties = ("<w:keepNext/>" if fill else "") + spacing
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{paragraph('NoSpacing', cell, properties=properties)}</w:tc>"
        for cell, column in zip(cells, columns, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{row}</w:trPr>' if row else ''}{content}</w:tr>"


def optional(variable: str, *paragraphs: str) -> str:
    """Return ``paragraphs`` for the case that ``variable`` holds something."""
    return control(f"if {variable}") + "".join(paragraphs) + control("endif")


def or_else(variable: str, content: str, otherwise: str) -> str:
    """Return ``content``, or a sentence for the case that ``variable`` is empty."""
    return control(f"if {variable}") + content + control("else") + paragraph("Normal", otherwise) + control("endif")


def section(width: int, height: int) -> str:
    """Return the page: its size, its margins, and a header and footer of every kind."""
    references = "".join(
        f'<w:{place}Reference w:type="{kind}" r:id="rId{identifier}"/>'
        for identifier, (place, kind) in enumerate(
            ((place, kind) for place in ("header", "footer") for kind in ("default", "first", "even")),
            start=4,
        )
    )
    orientation = ' w:orient="landscape"' if width > height else ""
    top, side, bottom, edge = (660, 567, 600, 300) if orientation else (1247, 1134, 1361, 567)
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" w:header="{edge}" '
        f'w:footer="{edge}" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
    )


def header() -> str:
    """Return a header: the marking."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('Header', '{{ marking }}')}</w:hdr>"


def footer(*, is_close: bool = False) -> str:
    """Return a footer: the page's number, and the marking; in one line where room is short."""
    number = (run("Page "), _field("PAGE"), run(" of "), _field("NUMPAGES"))
    marking = strong("{{ marking }}")
    if is_close:
        content = paragraph("Footer", marking, run("   "), *number)
    else:
        content = paragraph("Footer", *number) + paragraph("Footer", marking)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def package(body: str, title: str, *, landscape: bool = False) -> bytes:
    """Return a Word file with ``body`` on A4 pages."""
    page = section(16838, 11906) if landscape else section(11906, 16838)
    made = {"header": header(), "footer": footer(is_close=landscape)}
    running = {f"word/{place}{number}.xml": content for place, content in made.items() for number in (1, 2, 3)}
    parts = {
        "word/document.xml": (f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{page}</w:body></w:document>"),
        "word/styles.xml": (HERE / "styles.xml").read_text(encoding="utf-8"),
        "word/numbering.xml": (HERE / "numbering.xml").read_text(encoding="utf-8"),
        **running,
    }
    related = ["styles", "settings", "numbering", *(name[5:-4] for name in running)]
    whole = in_order(
        {
            **{name: content.encode() for name, content in parts.items()},
            "word/settings.xml": settings(even_and_odd_headers=False),
            "word/_rels/document.xml.rels": relationships(
                {
                    f"rId{number}": (f"{R}/{name.rstrip('123')}", f"{name}.xml")
                    for number, name in enumerate(related, start=1)
                }
            ),
            "docProps/core.xml": core_properties(title, "lpgminutes"),
            "docProps/app.xml": app_properties(),
            "_rels/.rels": package_relationships(),
        }
    )
    return write_package({"[Content_Types].xml": content_types(whole), **whole})
