"""Leaks through properties, settings and other parts of the package."""

# ruff: noqa: E501  (a channel is one line of markup)

import base64
import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable

import pytest

from lpgminutes.verify import verify

Parts = dict[str, bytes]
Pack = Callable[[Parts], bytes]
WHO = "Margaret Ellwood"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"{}/>'
OUTSIDE = ' TargetMode="External"'


def _added(part: str, before: str, inner: str) -> Callable[[Parts], Parts]:
    """A change that puts markup into a part, before a stretch of it."""

    def change(parts: Parts) -> Parts:
        assert before.encode() in parts[part]
        return parts | {part: parts[part].replace(before.encode(), inner.encode() + before.encode(), 1)}

    return change


def _core(inner: str) -> Callable[[Parts], Parts]:
    return _added("docProps/core.xml", "<dc:language>", inner)


def _app(inner: str) -> Callable[[Parts], Parts]:
    return _added("docProps/app.xml", "<Application>", inner)


def _settings(inner: str) -> Callable[[Parts], Parts]:
    return _added("word/settings.xml", "<w:zoom", inner)


def _related(kind: str, target: str, mode: str = "") -> Callable[[Parts], Parts]:
    return _added("word/_rels/document.xml.rels", "</Relationships>", RELATION.format(kind, target, mode))


def _part(name: str, content: bytes | str) -> Callable[[Parts], Parts]:
    raw = content.encode() if isinstance(content, str) else content
    return lambda parts: parts | {name: raw}


def _word(name: str, root: str, text: str) -> Callable[[Parts], Parts]:
    return _part(name, f"<w:{root} {W}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{root}>")


def _zipped(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)


def _picture(*chunks: bytes, after: bytes = b"") -> bytes:
    header = _chunk(b"IHDR", b"\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00")
    pixels = _chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + _chunk(b"IEND", b"") + after


def _photograph(inner: bytes) -> bytes:
    return b"\xff\xd8\xff\xe1" + (len(inner) + 2).to_bytes(2) + inner + b"\xff\xda\x00\x02\x9a\x93\xf1\xff\xd9"


UTF8, UTF16 = WHO.encode(), WHO.encode("utf-16-le")
INNER = f"<w:document {W}><w:p><w:r><w:t>{WHO}</w:t></w:r></w:p></w:document>".encode()
NOISE = bytes(range(128, 256)) * 3

CHANNELS: dict[str, Callable[[Parts], Parts]] = {
    "creator": _core(f"<dc:creator>{WHO}</dc:creator>"),
    "last modified by": _core(f"<cp:lastModifiedBy>{WHO}</cp:lastModifiedBy>"),
    "keywords": _core("<cp:keywords>PIP; ellwood, margaret</cp:keywords>"),
    "description": _core(f"<dc:description>Draft by {WHO}</dc:description>"),
    "category": _core(f"<cp:category>{WHO}</cp:category>"),
    "subject": _core(f"<dc:subject>{WHO}</dc:subject>"),
    "title": _core(f"<dc:title>Minutes ({WHO})</dc:title>"),
    "company": _app(f"<Company>{WHO}</Company>"),
    "manager": _app(f"<Manager>{WHO}</Manager>"),
    "hyperlink base": _app("<HyperlinkBase>file:///C:/Users/Margaret.Ellwood/</HyperlinkBase>"),
    "titles of parts": _app(f"<TitlesOfParts><lpstr>{WHO} update</lpstr></TitlesOfParts>"),
    "template": _app("<Template>Margaret Ellwood.dotx</Template>"),
    "custom property": _part(
        "docProps/custom.xml",
        f'<Properties xmlns="urn:p"><property name="Owner">{WHO}</property></Properties>',
    ),
    "name of a custom property": _part(
        "docProps/custom.xml", f'<Properties xmlns="urn:p"><property name="{WHO}"/></Properties>'
    ),
    "document variable": _settings(f'<w:docVars><w:docVar w:name="chair" w:val="{WHO}"/></w:docVars>'),
    "attached template": _part(
        "word/_rels/settings.xml.rels",
        f'<Relationships xmlns="urn:r">{RELATION.format("attachedTemplate", "file:///H:/Margaret%20Ellwood/t.dotx", OUTSIDE)}</Relationships>',
    ),
    "mail-merge query": _settings(f"<w:mailMerge><w:query w:val=\"[n] = '{WHO}'\"/></w:mailMerge>"),
    "mail-merge source": _settings(f'<w:mailMerge><w:connectString w:val="User={WHO}"/></w:mailMerge>'),
    "style name": _added("word/styles.xml", "</w:styles>", f'<w:style w:styleId="x"><w:name w:val="{WHO}"/></w:style>'),
    "style alias": _added("word/styles.xml", "</w:styles>", f'<w:style><w:aliases w:val="{WHO}"/></w:style>'),
    "theme name": _added("word/theme/theme1.xml", "</a:theme>", f'<a:extra name="{WHO}"/>'),
    "font name": _added("word/fontTable.xml", "</w:fonts>", f'<w:font w:name="{WHO}"/>'),
    "numbering text": _added("word/numbering.xml", "<w:numFmt", f'<w:lvlText w:val="{WHO} %1"/>'),
    "comments": _word("word/comments.xml", "comments", WHO),
    "author of a comment": _part(
        "word/comments.xml", f'<w:comments {W}><w:comment w:id="0" w:author="{WHO}"/></w:comments>'
    ),
    "initials of a comment": _part(
        "word/comments.xml", f'<w:comments {W}><w:comment w:id="0" w:author="m.ellwood"/></w:comments>'
    ),
    "people": _part(
        "word/people.xml",
        '<p:people xmlns:p="urn:p"><p:person p:author="x" p:userId="S::margaret.ellwood@dwp.gov.uk::1"/></p:people>',
    ),
    "footnotes": _word("word/footnotes.xml", "footnotes", WHO),
    "endnotes": _word("word/endnotes.xml", "endnotes", WHO),
    "glossary": _word("word/glossary/document.xml", "glossaryDocument", WHO),
    "custom XML text": _part("customXml/item1.xml", f"<minutes><chair>{WHO}</chair></minutes>"),
    "custom XML element": _part("customXml/item1.xml", "<minutes><Margaret.Ellwood/></minutes>"),
    "custom XML namespace": _part("customXml/item1.xml", '<minutes xmlns="urn:margaret-ellwood"/>'),
    "custom XML over elements": _part("customXml/item1.xml", "<m><b>Marga</b><b>ret Ell</b><b>wood</b></m>"),
    "custom XML in UTF-16": _part(
        "customXml/item1.xml", f'<?xml version="1.0" encoding="UTF-16"?><m>{WHO}</m>'.encode("utf-16")
    ),
    "custom XML in UTF-16 without a mark": _part("customXml/item1.xml", f"<m>{WHO}</m>".encode("utf-16-le")),
    "damaged XML": _part("customXml/item1.xml", f"<m><n>{WHO}</m>"),
    "document-type entity": _part("customXml/item1.xml", f'<!DOCTYPE m [<!ENTITY who "{WHO}">]><m>&who;</m>'),
    "relationship target": _related("hyperlink", "mailto:margaret.ellwood@dwp.gov.uk", OUTSIDE),
    "unused relationship": _related("hyperlink", "https://example.org/?q=Margaret%20Ellwood", OUTSIDE),
    "relationship identifier": _added(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        '<Relationship Id="Margaret_Ellwood" Type="x" Target="y"/>',
    ),
    "content-type override": _added(
        "[Content_Types].xml", "</Types>", '<Override PartName="/word/margaret-ellwood.xml" ContentType="x"/>'
    ),
    "part name": _part("word/media/Margaret Ellwood.dat", b"\x00\x01"),
    "part nobody refers to": _part("word/old.xml", INNER),
    "page for import": _part("word/afchunk1.html", "<html><body><p>Marga<b>ret</b> Ellwood</p></body></html>"),
    "hidden in a page": _part("word/afchunk1.html", f"<html><body><!-- {WHO} --></body></html>"),
    "script of a page": _part("word/afchunk1.html", f"<html><script>var a='{WHO}';</script></html>"),
    "mail page": _part("word/afchunk1.mht", "MIME-Version: 1.0\n\n<p>Marga=\nret =45llwood</p>"),
    "rich text": _part("word/afchunk1.rtf", r"{\rtf1 \'4dargaret {\b Ell}wood}"),
    "rich text in escapes": _part("word/afchunk1.rtf", "{\\rtf1 " + "".join(f"\\'{ord(c):02x}" for c in WHO) + "}"),
    "nested Word file": _part("word/embeddings/a.docx", _zipped("word/document.xml", INNER)),
    "workbook": _part(
        "word/embeddings/a.xlsx",
        _zipped("xl/sharedStrings.xml", f"<sst><si><t>{WHO}</t></si></sst>".encode()),
    ),
    "nested twice": _part("word/embeddings/a.zip", _zipped("b.docx", _zipped("word/document.xml", INNER))),
    "nested in noise": _part("word/embeddings/a.bin", NOISE + _zipped("word/document.xml", INNER)),
    "object, narrow": _part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0" + NOISE + UTF8 + NOISE),
    "object, wide": _part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0" + NOISE + UTF16 + NOISE),
    "object, wide and odd": _part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\x01" + NOISE + UTF16 + NOISE),
    "object, wide, other order": _part(
        "word/embeddings/oleObject1.bin", NOISE + b"\x01" + WHO.encode("utf-16-be") + NOISE
    ),
    "object, capitals": _part("word/embeddings/oleObject1.bin", NOISE + UTF8.upper() + NOISE),
    "object, EBCDIC": _part("word/embeddings/oleObject1.bin", NOISE + WHO.encode("cp037") + NOISE),
    "object, reversed": _part("word/embeddings/oleObject1.bin", NOISE + UTF8[::-1] + NOISE),
    "document in PDF": _part(
        "word/embeddings/a.pdf", b"%PDF-1.4\nstream\n" + zlib.compress(UTF8 * 2) + b"\nendstream" + NOISE
    ),
    "printer settings": _part("word/printerSettings1.bin", UTF16 + b"\x00" * 40),
    "embedded font": _part("word/fonts/font1.odttf", NOISE + b"Margaret Ellwood Sans" + NOISE),
    "picture text": _part("word/media/image1.png", _picture(_chunk(b"tEXt", b"Author\x00" + UTF8))),
    "packed picture text": _part(
        "word/media/image1.png", _picture(_chunk(b"zTXt", b"Author\x00\x00" + zlib.compress(UTF8)))
    ),
    "international picture text": _part(
        "word/media/image1.png", _picture(_chunk(b"iTXt", b"XML\x00\x00\x00\x00\x00" + UTF8))
    ),
    "behind the picture": _part("word/media/image1.png", _picture(after=UTF8)),
    "archive behind the picture": _part("word/media/image1.png", _picture(after=_zipped("a.txt", UTF8))),
    "photograph's artist": _part("word/media/image1.jpg", _photograph(b"Exif\x00\x00II*\x00" + UTF8 + b"\x00")),
    "photograph's wide author": _part(
        "word/media/image1.jpg", _photograph(b"Exif\x00\x00II*\x00" + UTF16 + b"\x00\x00")
    ),
    "photograph's packet": _part(
        "word/media/image1.jpg", _photograph(f"<x:xmpmeta><dc:creator>{WHO}</dc:creator>".encode())
    ),
    "drawing in SVG": _part("word/media/image1.svg", f"<svg><text>{WHO}</text></svg>"),
    "metafile": _part("word/media/image1.emf", NOISE + UTF16 + NOISE),
    "thumbnail": _part("docProps/thumbnail.jpeg", _photograph(b"Exif" + UTF8)),
    "macro source": _part("word/vbaProject.bin", NOISE + b"' by Margaret Ellwood\r\n" + NOISE),
    "signature": _part(
        "_xmlsignatures/sig1.xml", f"<Signature><X509SubjectName>CN={WHO}</X509SubjectName></Signature>"
    ),
    "gzip": _part("customXml/item1.bin", gzip.compress(UTF8)),
    "gzip in noise": _part("customXml/item1.bin", NOISE + gzip.compress(UTF8) + NOISE),
    "bz2": _part("customXml/item1.bin", bz2.compress(UTF8)),
    "xz": _part("customXml/item1.bin", lzma.compress(UTF8)),
    "zlib": _part("customXml/item1.bin", zlib.compress(UTF8, 9)),
    "bare deflate": _part("customXml/item1.bin", zlib.compress(UTF8, 9, -15)),
    "packed twice": _part("customXml/item1.bin", gzip.compress(bz2.compress(UTF8))),
    "packed and in base64": _part("customXml/item1.xml", f"<m>{base64.b64encode(gzip.compress(UTF8)).decode()}</m>"),
    "Word file in base64": _part("customXml/item1.xml", f"<m>{base64.b64encode(_zipped('a.txt', UTF8)).decode()}</m>"),
}


@pytest.mark.parametrize("change", CHANNELS.values(), ids=CHANNELS.keys())
def test_a_name_anywhere_in_the_package_is_found(
    change: Callable[[Parts], Parts], clean_parts: Parts, pack: Pack
) -> None:
    """A withheld name is found in every part, property, setting, picture and embedded file."""
    verdict = verify(pack(change(clean_parts)), [WHO], name="release.docx")
    assert WHO in {hit.term for hit in verdict.hits}


RISKS: dict[str, tuple[str, Callable[[Parts], Parts]]] = {
    "creator": ("author", _core("<dc:creator>python-docx</dc:creator>")),
    "time of day": ("document-time", _core("<dcterms:modified>2019-06-27T10:31:07Z</dcterms:modified>")),
    "revision": ("document-property", _core("<cp:revision>17</cp:revision>")),
    "last printed": ("document-property", _core("<cp:lastPrinted>2019-06-27T00:00:00Z</cp:lastPrinted>")),
    "company": ("author", _app("<Company>Fine Ltd</Company>")),
    "word count": ("document-property", _app("<Words>1874</Words>")),
    "editing sessions": ("rsid", _settings('<w:rsids><w:rsidRoot w:val="00A"/></w:rsids>')),
    "tracking": ("tracking-on", _settings("<w:trackRevisions/>")),
    "protection": ("protection", _settings('<w:documentProtection w:hash="x"/>')),
    "document identifier": ("document-id", _settings('<w:docId w:val="{1}"/>')),
    "document variables": ("document-variable", _settings("<w:docVars/>")),
    "template path": ("template-path", _settings('<w:attachedTemplate w:val="x"/>')),
    "mail merge": ("mail-merge", _settings("<w:mailMerge/>")),
    "list identifier": (
        "numbering-id",
        _added("word/numbering.xml", "<w:lvl ", '<w:nsid w:val="1A2B3C4D"/>'),
    ),
    "hiding style": (
        "hidden-text",
        _added("word/styles.xml", "</w:styles>", "<w:style><w:rPr><w:vanish/></w:rPr></w:style>"),
    ),
    "outward link": ("external-relationship", _related("hyperlink", "https://example.org/", OUTSIDE)),
    "link to nothing": ("dangling-relationship", _related("image", "media/image9.png")),
    "unexpected part": ("unexpected-part", _part("word/webSettings.xml", f"<w:webSettings {W}/>")),
    "part nobody refers to": ("unreferenced-part", _part("word/old.xml", f"<w:document {W}/>")),
    "custom XML": ("custom-xml", _part("customXml/item1.xml", "<fine/>")),
    "thumbnail": ("thumbnail", _part("docProps/thumbnail.jpeg", _photograph(b"fine"))),
    "picture": ("image", _part("word/media/image1.png", _picture())),
    "macros": ("macros", _part("word/vbaProject.bin", NOISE)),
    "comments": ("comments", _part("word/comments.xml", f"<w:comments {W}/>")),
    "embedded file": ("embedded-file", _part("word/embeddings/a.xlsx", _zipped("a.txt", b"fine"))),
    "embedded font": ("embedded-font", _part("word/fonts/font1.odttf", NOISE)),
    "signature": ("signature", _part("_xmlsignatures/sig1.xml", "<Signature/>")),
    "other encoding": ("encoding", _part("word/header1.xml", f"<w:hdr {W}/>".encode("utf-16"))),
    "document type": ("unreadable", _part("word/header1.xml", f"<!DOCTYPE x><w:hdr {W}/>")),
    "entity bomb": (
        "unreadable",
        _part("word/header1.xml", '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'),
    ),
    "no main part": (
        "unreadable",
        lambda parts: {k: v for k, v in parts.items() if k != "word/document.xml"},
    ),
}


def test_the_body_named_on_the_page_may_be_the_author(clean_parts: Parts, pack: Pack) -> None:
    """A reader's screen-reader may be told the publishing body, which the document shows anyway."""
    change = _core("<dc:creator>Lot Performance Group</dc:creator>")
    assert verify(pack(change(clean_parts)), [WHO], name="release.docx").risky == ()


@pytest.mark.parametrize(("code", "change"), RISKS.values(), ids=RISKS.keys())
def test_a_trace_of_making_is_a_risk(
    code: str, change: Callable[[Parts], Parts], clean_parts: Parts, pack: Pack
) -> None:
    """Properties, settings and parts that a release never has are told by name, never with their content."""
    verdict = verify(pack(change(clean_parts)), [WHO], name="release.docx")
    assert code in {risk.code for risk in verdict.risky}
    assert verdict.hits == ()
    assert not any("python-docx" in risk.detail or "Fine" in risk.detail for risk in verdict.risky)


@pytest.mark.xfail(
    reason="only characters are read: not pixels, pen strokes, or the sectors of a scattered object",
    strict=True,
)
@pytest.mark.parametrize(
    "content",
    [
        _picture(_chunk(b"IDAT", zlib.compress(bytes(b ^ 0xA5 for b in UTF8)))),
        NOISE.join((UTF8[6:9], UTF8[:3], UTF8[12:], UTF8[9:12], UTF8[3:6])),
    ],
    ids=["pixels", "scattered"],
)
def test_a_name_that_is_not_written_in_characters_is_found(content: bytes, clean_parts: Parts, pack: Pack) -> None:
    """Listed so that nobody believes it is covered: pictures are a risk by themselves."""
    assert verify(pack(clean_parts | {"word/media/image1.png": content}), [WHO]).hits
