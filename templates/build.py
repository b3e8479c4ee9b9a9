"""Builds the Word templates that ship, from the text below and the two XML files beside it.

Run it after a change: ``python templates/build.py``. A test compares the committed files with what it builds.
"""

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


def table(loop: str, caption: str, columns: Sequence[Column]) -> str:
    """Return a table with a repeated head, and one row for each turn of ``loop``."""
    widths = "".join(f'<w:gridCol w:w="{column.width}"/>' for column in columns)
    properties = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(column.width for column in columns)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr>'
    )
    head = _row([strong(column.head) for column in columns], columns, "<w:cantSplit/><w:tblHeader/>", SHADE)
    body = _row([run(column.cell) for column in columns], columns, "<w:cantSplit/>")
    opening, closing = (
        _row([run(f"{{%tr {tag} %}}"), *[""] * (len(columns) - 1)], columns) for tag in (f"for {loop}", "endfor")
    )
    return f"<w:tbl>{properties}<w:tblGrid>{widths}</w:tblGrid>{head}{opening}{body}{closing}</w:tbl>"


def _row(cells: Sequence[str], columns: Sequence[Column], properties: str = "", fill: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{paragraph('NoSpacing', cell, properties='<w:keepNext/>' if fill else '')}</w:tc>"
        for cell, column in zip(cells, columns, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{content}</w:tr>"


OWNERS: Final = "{% for owner in action.owners %}{% if not loop.first %}, {% endif %}{{ owner }}{% endfor %}"
LABEL: Final = "{%% if %(of)s.label %%}{{ %(of)s.label }}:%(gap)s{%% endif %%}"


def labelled(of: str) -> tuple[str, str]:
    """Return the run-in label and the text of a minute or point."""
    gap = f"{{% if {of}.text %}} {{% endif %}}"
    return strong(LABEL % {"of": of, "gap": gap}), run(f"{{{{ {of}.text }}}}")


def action_notes(of: str) -> str:
    """Return the lines of the actions that arose in a minute or point."""
    return (
        control(f"for action in {of}.actions")
        + paragraph(
            "BlockText",
            strong("Action{% if action.ref %} {{ action.ref }}{% endif %}:"),
            run(f" {OWNERS}{{% if not action.owners %}}no owner named{{% endif %}}."),
            strong("{% if action.due %} Due:{% endif %}"),
            run("{% if action.due %} {{ action.due }}.{% endif %}"),
        )
        + control("endfor")
    )


def points() -> str:
    """Return the points of a minute, each in the style of its kind and depth."""
    label, text = labelled("point")
    return "".join(
        (
            control("for point in minute.points"),
            control("if point.is_heading"),
            paragraph("Heading3", run(LABEL % {"of": "point", "gap": " "}), text),
            control("elif point.is_paragraph and point.level == 0"),
            paragraph("ListContinue", label, text),
            control("elif point.is_paragraph"),
            paragraph("ListContinue2", label, text),
            control("elif point.level == 1"),
            bullet("ListBullet", 0, label, text),
            control("elif point.level == 2"),
            bullet("ListBullet2", 1, label, text),
            control("else"),
            bullet("ListBullet3", 2, label, text),
            control("endif"),
            action_notes("point"),
            control("endfor"),
        )
    )


def release_box() -> str:
    """Return what a release copy says of itself, right after its title."""
    return "".join(
        (
            control("if is_release"),
            paragraph(
                "IntenseQuote",
                strong("Released under the Freedom of Information Act 2000"),
                run("{% if case %}, case {{ case }}{% endif %}. "),
                run("Where information is withheld, a mark stands in its place"),
                run("{% if legend %} and names the exemption relied on{% endif %}."),
            ),
            control("if original_marking"),
            paragraph("IntenseQuote", "The minutes themselves are marked {{ original_marking }}."),
            control("endif"),
            control("for entry in legend"),
            paragraph("IntenseQuote", strong("{{ entry.mark }}"), run(": {{ entry.meaning }}")),
            control("endfor"),
            control("endif"),
        )
    )


def optional(variable: str, *paragraphs: str) -> str:
    """Return ``paragraphs`` for the case that ``variable`` holds something."""
    return control(f"if {variable}") + "".join(paragraphs) + control("endif")


def or_else(variable: str, content: str, otherwise: str) -> str:
    """Return ``content``, or a sentence for the case that ``variable`` is empty."""
    return control(f"if {variable}") + content + control("else") + paragraph("Normal", otherwise) + control("endif")


def minutes() -> str:
    """Return the body of the template of minutes."""
    label, text = labelled("minute")
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            optional("body", paragraph("Subtitle", "{{ body }}")),
            paragraph("Heading1", "{% if title %}{{ title }}{% else %}{{ heading }}{% endif %}"),
            optional("subtitle", paragraph("Subtitle", "{{ subtitle }}")),
            release_box(),
            paragraph("Date", strong("Status:"), run("\t{{ heading }}")),
            optional("date", paragraph("Date", strong("Date:"), run("\t{{ date }}"))),
            optional("location", paragraph("Date", strong("Place:"), run("\t{{ location }}"))),
            paragraph("Heading2", "Attendance"),
            or_else(
                "attendance",
                table("row in attendance", "Attendance", ATTENDANCE),
                "No attendance was recorded.",
            ),
            control("for item in items"),
            paragraph("Heading2", "{{ item.number }}\t{{ item.title }}"),
            control("for minute in item.minutes"),
            paragraph("List", "{{ minute.number }}\t", label, text),
            action_notes("minute"),
            points(),
            control("endfor"),
            control("endfor"),
            paragraph("Heading2", "Actions"),
            or_else("actions", table("action in actions", "Actions", ACTIONS), "No actions were recorded."),
            optional(
                "decisions",
                paragraph("Heading2", "Decisions"),
                table("decision in decisions", "Decisions", DECISIONS),
            ),
            paragraph("Heading2", "Next meeting"),
            or_else("next_meeting", paragraph("Normal", "{{ next_meeting }}"), "No next meeting was set."),
            optional(
                "contact_name or contact_email",
                paragraph("Heading2", "Contact"),
                paragraph(
                    "Normal",
                    "{{ contact_name }}{% if contact_name and contact_email %}, {% endif %}",
                    "{{ contact_email }}",
                ),
            ),
        )
    )


ATTENDANCE: Final = (
    Column("Name", 2450, "{{ row.name }}"),
    Column("Role", 3060, "{{ row.role }}"),
    Column("Organisation", 1560, "{{ row.organisation }}"),
    Column("Capacity", 2568, "{{ row.capacity }}"),
)
ACTIONS: Final = (
    Column("Reference", 1330, "{{ action.ref }}"),
    Column("Action", 3998, "{{ action.text }}"),
    Column("Owner", 1880, OWNERS),
    Column("Due", 1540, "{{ action.due }}"),
    Column("Minute", 890, "{{ action.raised_in }}"),
)
DECISIONS: Final = (
    Column("Reference", 1330, "{{ decision.ref }}"),
    Column("Decision", 7418, "{{ decision.text }}"),
    Column("Minute", 890, "{{ decision.decided_in }}"),
)
MARKS: Final = (
    Column("Mark", 780, "{{ entry.id }}"),
    Column("Where", 3500, "{{ entry.place }}"),
    Column("What", 1940, "{{ entry.what }}"),
    Column("Exemption", 2288, "{{ entry.citation }}"),
    Column("Kind", 1130, "{{ entry.exemption_kind }}"),
)
COUNTS: Final = (
    Column("Exemption", 2600, "{{ count.citation }}"),
    Column("Marks that cite it", 7038, "{{ count.number }}"),
)
KEY: Final = (
    Column("Exemption", 2600, "{{ entry.mark }}"),
    Column("What it is", 7038, "{{ entry.meaning }}"),
)
LOG: Final = (
    Column("Reference", 1600, "{{ action.ref }}"),
    Column("Action", 4870, "{{ action.text }}"),
    Column("Owner", 2300, OWNERS),
    Column("Due", 1700, "{{ action.due }}"),
    Column("Status", 2100, "{% if action.is_overdue %}Overdue, {% endif %}{{ action.status }}"),
    Column(
        "Raised",
        2000,
        "{{ action.meeting }}{% if action.raised_in %}, minute {{ action.raised_in }}{% endif %}",
    ),
)


def schedule() -> str:
    """Return the body of the template of the schedule."""
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            optional("title", paragraph("Subtitle", "{{ title }}")),
            paragraph("Heading1", "Schedule of information withheld"),
            optional("case", paragraph("Date", strong("Case:"), run("\t{{ case }}"))),
            paragraph("Heading2", "What is withheld"),
            or_else("entries", table("entry in entries", "What is withheld", MARKS), "Nothing is withheld."),
            optional(
                "counts",
                paragraph("Heading2", "How often each exemption is relied on"),
                table("count in counts", "How often each exemption is relied on", COUNTS),
            ),
            optional(
                "key",
                paragraph("Heading2", "What each exemption is"),
                table("entry in key", "What each exemption is", KEY),
            ),
        )
    )


def action_log() -> str:
    """Return the body of the template of the action log."""
    return "".join(
        (
            paragraph("Caption", "Protective marking: {{ marking }}"),
            paragraph("Heading1", "{% if title %}{{ title }}{% else %}Action log{% endif %}"),
            paragraph("Normal", "As at {{ as_at }}: {{ outstanding }} outstanding, of which {{ overdue }} overdue."),
            or_else("actions", table("action in actions", "Actions", LOG), "There are no actions."),
        )
    )


def section(width: int, height: int) -> str:
    """Return the page: its size, margins of 2 to 2.4 cm, and a header and footer of every kind."""
    references = "".join(
        f'<w:{place}Reference w:type="{kind}" r:id="rId{identifier}"/>'
        for identifier, (place, kind) in enumerate(
            ((place, kind) for place in ("header", "footer") for kind in ("default", "first", "even")),
            start=4,
        )
    )
    orientation = ' w:orient="landscape"' if width > height else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        '<w:pgMar w:top="1247" w:right="1134" w:bottom="1361" w:left="1134" w:header="567" w:footer="567" '
        'w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
    )


def header() -> str:
    """Return a header: the marking."""
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('Header', '{{ marking }}')}</w:hdr>"


def footer() -> str:
    """Return a footer: the page's number, and the marking."""
    number = (run("Page "), _field("PAGE"), run(" of "), _field("NUMPAGES"))
    content = paragraph("Footer", *number) + paragraph("Footer", strong("{{ marking }}"))
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def package(body: str, title: str, *, landscape: bool = False) -> bytes:
    """Return a Word file with ``body`` on A4 pages."""
    page = section(16838, 11906) if landscape else section(11906, 16838)
    running = {f"word/{place}{number}.xml": make() for place, make in RUNNING for number in (1, 2, 3)}
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


RUNNING: Final = (("header", header), ("footer", footer))


def build() -> dict[str, bytes]:
    """Return every template by its file name."""
    return {
        "minutes.docx": package(minutes(), "Template for minutes"),
        "schedule.docx": package(schedule(), "Template for a schedule of information withheld"),
        "action_log.docx": package(action_log(), "Template for an action log", landscape=True),
    }


if __name__ == "__main__":
    for name, content in build().items():
        (HERE / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")
