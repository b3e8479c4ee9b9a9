"""A clean release built by hand, and the means to spoil it."""

# ruff: noqa: E501  (markup stands in whole elements)

import io
import zipfile
from collections.abc import Callable

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NUMBERED = (
    "Intakes for May 2019 were 49,144, which was well below the contractual forecasts.",
    "Sickness absence reduced to 11.3% across the Front and Back Office, a reduction of 0.5%.",
    "[S40(2)] took an action to invite [S40(2)] to the next meeting ([S38(1)(b)]).",
    "A service credit of [S43(2)] was applied \u2013 the \u201cbefore mitigation\u201d figure is \u00a30.50 or \u00a3100 a case.",
    "The majority of leavers are between 0-6 months from joining; see section 4.1 and Annex B.",
    "The East and London regions have the same delivery manager, so Leeds and Marlborough differ.",
)
PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def paragraph(text: str, style: str = "Normal") -> str:
    """One paragraph as a careful renderer writes it."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="60" w:after="120"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def cell(text: str) -> str:
    """One cell of a table, with widths whose digits a careless search would find."""
    return f'<w:tc><w:tcPr><w:tcW w:w="1874" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'


def table(rows: list[list[str]]) -> str:
    """A table of plain texts."""
    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="4160"/>' * len(rows[0])
    return f'<w:tbl><w:tblPr><w:tblW w:w="5500" w:type="pct"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def document(size: int) -> str:
    """The main part: a heading, numbered minutes, an action table, the last line, and the section."""
    body = [paragraph("Lot Performance Group", "Heading1")]
    body += [paragraph(f"{n // 9 + 1}.{n % 9 + 1} {NUMBERED[n % len(NUMBERED)]}") for n in range(size)]
    body.append(table([["Action", "Owner", "Due"], ["Review the position", "[S40(2)]", "30 September 2019"]]))
    body.append(paragraph("Close of meeting."))
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="rId{10 + n}"/>'
        for n, (kind, page) in enumerate((k, p) for k in ("header", "footer") for p in ("default", "first", "even"))
    )
    section = f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:left="1440"/></w:sectPr>'
    return f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{OFFICE}/relationships"><w:body>{"".join(body)}{section}</w:body></w:document>'


def styles() -> str:
    """Styles as Word names them."""
    names = (
        "Normal",
        "heading 1",
        "heading 2",
        "Title",
        "List Bullet",
        "Table Grid",
        "header",
        "footer",
        "Strong",
    )
    entries = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.title().replace(" ", "")}"><w:name w:val="{name}"/><w:qFormat/>'
        f'<w:pPr><w:spacing w:before="416" w:after="382"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>'
        f'<w:color w:val="1F3864"/><w:sz w:val="55"/></w:rPr></w:style>'
        for name in names
    )
    latent = "".join(
        f'<w:lsdException w:name="{shade} {kind} Accent {n}" w:uiPriority="{40 + n}"/>'
        for shade in ("Light", "Medium", "Dark", "Colorful")
        for kind in ("Shading", "List", "Grid")
        for n in range(1, 7)
    )
    return f'{HEAD}<w:styles xmlns:w="{W}"><w:latentStyles w:count="376">{latent}</w:latentStyles>{entries}</w:styles>'


def theme() -> str:
    """A theme with its colours and fonts."""
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    colours = "".join(f'<a:accent{n}><a:srgbClr val="4160{n}0"/></a:accent{n}>' for n in range(1, 7))
    fonts = (
        '<a:majorFont><a:latin typeface="Georgia"/></a:majorFont><a:minorFont><a:latin typeface="Arial"/></a:minorFont>'
    )
    return (
        f'{HEAD}<a:theme xmlns:a="{space}" name="Office Theme"><a:themeElements><a:clrScheme name="Office">{colours}'
        f'</a:clrScheme><a:fontScheme name="Office">{fonts}</a:fontScheme></a:themeElements></a:theme>'
    )


def relationships(entries: list[tuple[str, str, str]]) -> str:
    """A part of relationships from (id, kind, target)."""
    body = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{body}</Relationships>'


def edge(kind: str) -> str:
    """A header or a footer with the marking and the page number."""
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    text = f"<w:p><w:r><w:t>OFFICIAL \u2013 FOR PUBLIC RELEASE</w:t></w:r>{PAGE_FIELD}</w:p>"
    return f'{HEAD}<w:{tag} xmlns:w="{W}">{text}</w:{tag}>'


def main_targets() -> list[tuple[str, str, str]]:
    """What the main part refers to."""
    rel = f"{OFFICE}/relationships"
    targets = [("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml")]
    targets += [("theme", "theme/theme1.xml"), ("numbering", "numbering.xml")]
    entries = [(f"rId{n}", f"{rel}/{kind}", target) for n, (kind, target) in enumerate(targets, 1)]
    edges = [(kind, number) for kind in ("header", "footer") for number in (1, 2, 3)]
    return entries + [(f"rId{10 + n}", f"{rel}/{k}", f"{k}{i}.xml") for n, (k, i) in enumerate(edges)]


def content_types(names: list[str]) -> str:
    """The list of content types."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{name.rpartition("/")[2]}"/>'
        for name in names
        if not name.endswith(".rels")
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'


def core() -> str:
    """Properties that say nothing of anybody."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Minutes</dc:title><dc:language>en-GB</dc:language>'
        '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
    )


def settings() -> str:
    """Settings without traces."""
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:defaultTabStop w:val="720"/><w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def clean(size: int) -> dict[str, bytes]:
    """All parts of a clean release, in their order."""
    rel = f"{OFFICE}/relationships"
    texts = {
        "_rels/.rels": relationships(
            [
                ("rId1", f"{rel}/officeDocument", "word/document.xml"),
                ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{rel}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/core.xml": core(),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>",
        "word/document.xml": document(size),
        "word/_rels/document.xml.rels": relationships(main_targets()),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": f'{HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="Georgia"><w:family w:val="roman"/></w:font></w:fonts>',
        "word/theme/theme1.xml": theme(),
        "word/numbering.xml": f'{HEAD}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum></w:numbering>',
    }
    texts |= {f"word/{k}{n}.xml": edge(k) for k in ("header", "footer") for n in (1, 2, 3)}
    first = {"[Content_Types].xml": content_types(list(texts))}
    return {name: text.encode() for name, text in (first | texts).items()}


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as a container without times, extra fields or comments."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.fixture
def clean_parts() -> dict[str, bytes]:
    """The parts of a small clean release."""
    return clean(12)


@pytest.fixture
def large_parts() -> dict[str, bytes]:
    """The parts of a clean release of the usual length."""
    return clean(220)


@pytest.fixture
def pack() -> Callable[[dict[str, bytes]], bytes]:
    """Makes a container from parts."""
    return packed
