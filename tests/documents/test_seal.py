"""What a sealed package holds, and what stops the seal."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from lpgminutes.documents.docx import render_docx
from lpgminutes.documents.seal import seal
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.errors import SealRefused

if TYPE_CHECKING:
    from tests.documents.conftest import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/numbering.xml",
    *(f"word/{place}{number}.xml" for place in ("footer", "header") for number in (1, 2, 3)),
]
PLANTED = "Planted Person"
SPOT = "<w:p><w:r><w:t>{%p if location %}"


def test_the_package_holds_the_allowed_parts_in_their_order(
    rich: MinutesDocument, opened: Callable[[bytes], "Package"]
) -> None:
    """Nothing else is ever written."""
    assert list(opened(render_docx(rich)).parts) == ORDER


def test_the_container_tells_nothing(rich: MinutesDocument, opened: Callable[[bytes], "Package"]) -> None:
    """No time, no system, no owner, no comment, no extra field; one way of storing."""
    package = render_docx(rich)
    facts = {
        (i.date_time, i.create_system, i.external_attr, i.comment, i.extra, i.compress_type, i.flag_bits)
        for i in opened(package).infos
    }
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert (facts, archive.comment) == (
            {((1980, 1, 1, 0, 0, 0), 0, 0, b"", b"", zipfile.ZIP_STORED, 0)},
            b"",
        )


def test_sealing_what_is_sealed_changes_nothing(rich: MinutesDocument) -> None:
    """The seal is a fixed point."""
    package = render_docx(rich)
    again = seal(package, title="Lot Performance Group meeting", creator="Lot Performance Group")
    assert again == package


def test_every_part_has_its_content_type(rich: MinutesDocument, opened: Callable[[bytes], "Package"]) -> None:
    """Word will not open a package in which one is missing."""
    package = opened(render_docx(rich))
    named = {child.get("PartName") for child in package.xml("[Content_Types].xml") if child.get("PartName")}
    assert named == {f"/{part}" for part in ORDER if not part.endswith(".rels") and part != "[Content_Types].xml"}


def test_every_relationship_leads_to_a_part(rich: MinutesDocument, opened: Callable[[bytes], "Package"]) -> None:
    """And every part of the main text is led to."""
    package = opened(render_docx(rich))
    targets = {f"word/{child.get('Target')}" for child in package.xml("word/_rels/document.xml.rels")}
    assert targets == {part for part in ORDER if re.fullmatch(r"word/\w+\.xml", part)} - {"word/document.xml"}


@pytest.mark.parametrize(
    "part",
    [
        "word/webSettings.xml",
        "word/stylesWithEffects.xml",
        "word/people.xml",
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/commentsExtended.xml",
        "word/commentsIds.xml",
        "word/printerSettings/printerSettings1.bin",
        "word/glossary/document.xml",
        "docProps/custom.xml",
        "docProps/thumbnail.jpeg",
        "docMetadata/LabelInfo.xml",
        "customXml/item1.xml",
        "customXml/_rels/item1.xml.rels",
        "customXml/itemProps1.xml",
    ],
)
def test_parts_that_hold_only_traces_are_left_out(
    rich: MinutesDocument, edited_template: Callable[..., bytes], part: str
) -> None:
    """Word adds them for itself; nobody sees what is in them."""
    template = edited_template(extra={part: f"<x>{PLANTED}</x>".encode()})
    assert render_docx(rich, template) == render_docx(rich)


PROPERTIES = f"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{PLANTED}</dc:creator><cp:lastModifiedBy>{PLANTED}
 </cp:lastModifiedBy><cp:keywords>{PLANTED}</cp:keywords><dc:description>{PLANTED}</dc:description></cp:coreProperties>"""
SETTINGS = f"""<w:settings xmlns:w="{W[1:-1]}"><w:trackRevisions/>
 <w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>
 <w:docVars><w:docVar w:name="x" w:val="{PLANTED}"/></w:docVars></w:settings>"""


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("docProps/core.xml", PROPERTIES),
        (
            "docProps/app.xml",
            f"<Properties><Company>{PLANTED}</Company><Manager>{PLANTED}</Manager></Properties>",
        ),
        ("word/settings.xml", SETTINGS),
    ],
)
def test_properties_and_settings_are_written_anew(
    rich: MinutesDocument, edited_template: Callable[..., bytes], part: str, content: str
) -> None:
    """Nothing of the template's own is taken over."""
    template = edited_template(extra={part: content.encode()})
    assert render_docx(rich, template) == render_docx(rich)


@pytest.mark.parametrize(
    "trace",
    [
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="1" w:name="Planted_Person"/><w:bookmarkEnd w:id="1"/>',
        "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>",
        "<!-- Planted Person -->",
        "<?planted Person?>",
    ],
)
def test_traces_of_editing_are_stripped(
    rich: MinutesDocument,
    edited_template: Callable[..., bytes],
    opened: Callable[[bytes], "Package"],
    trace: str,
) -> None:
    """Marks of spelling, bookmarks, page breaks of an earlier layout, comments of the XML."""
    content = opened(render_docx(rich, edited_template(SPOT, trace + SPOT))).parts["word/document.xml"]
    assert [sign for sign in (b"lanted", b"proofErr", b"bookmark", b"lastRendered") if sign in content] == []


def test_identifiers_of_editing_sessions_are_stripped(
    rich: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """On paragraphs, runs and rows, and those that later versions of Word add."""
    extension = "http://schemas.microsoft.com/office/word/2010/wordml"
    marked = (
        f'<w:p xmlns:w14="{extension}" w14:paraId="12AB34CD" w14:textId="77777777" w:rsidR="00AB12CD" '
        'w:rsidRDefault="00AB12CD"><w:r w:rsidRPr="00AB12CD"><w:t>{%p if location %}'
    )
    plain = (
        '<w:p><w:pPr w:rsidR="00AB12CD"><w:jc w:val="left"/></w:pPr><w:r w:rsidR="00AB12CD"><w:t>x</w:t></w:r></w:p>'
    )
    package = opened(render_docx(rich, edited_template(SPOT, plain + marked)))
    assert re.findall(rb"rsid|paraId|textId|12AB34CD|00AB12CD|2010/wordml", package.parts["word/document.xml"]) == []


def test_identifiers_of_lists_are_stripped(
    rich: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """They tie documents of one origin together."""
    template = edited_template(
        "<w:multiLevelType", '<w:nsid w:val="5A5A5A5A"/><w:multiLevelType', part="word/numbering.xml"
    )
    assert b"5A5A5A5A" not in opened(render_docx(rich, template)).parts["word/numbering.xml"]


def test_content_controls_give_way_to_their_content(
    rich: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """Word wraps the page number of its gallery in one; its name and tag go."""
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{PLANTED}"/><w:tag w:val="{PLANTED}"/></w:sdtPr><w:sdtContent>'
        "<w:p><w:r><w:t>Kept</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    package = opened(render_docx(rich, edited_template(SPOT, control + SPOT)))
    assert ("Kept" in package.read(), b"sdt" in package.parts["word/document.xml"]) == (True, False)
    assert PLANTED.encode() not in b"".join(package.parts.values())


def test_even_and_odd_headers_stay_switched_on(
    rich: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """The one setting that a house's layout needs."""
    settings = f'<w:settings xmlns:w="{W[1:-1]}"><w:evenAndOddHeaders/></w:settings>'.encode()
    package = opened(render_docx(rich, edited_template(extra={"word/settings.xml": settings})))
    assert package.xml("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


REFUSED = {
    "insertion": '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
    "deletion": '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>',
    "formatting change": '<w:p><w:pPr><w:pPrChange w:id="1" w:author="A"/></w:pPr></w:p>',
    "move": '<w:p><w:moveTo w:id="1" w:author="A"/></w:p>',
    "comment": '<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    "hidden text": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>",
    "web hidden text": "<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>x</w:t></w:r></w:p>",
    "field": '<w:p><w:fldSimple w:instr=" AUTHOR "/></w:p>',
    "long field": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r>'
        '<w:r><w:instrText>TEXT "c:\\x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "page field with more": '<w:p><w:fldSimple w:instr=" PAGE \\* DOCPROPERTY x "/></w:p>',
    "bound control": (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    ),
    "drawing": "<w:p><w:r><w:drawing/></w:r></w:p>",
    "picture": "<w:p><w:r><w:pict/></w:r></w:p>",
    "object": "<w:p><w:r><w:object/></w:r></w:p>",
    "text box": "<w:p><w:r><w:txbxContent/></w:r></w:p>",
    "frame": "<w:p><w:pPr><w:framePr/></w:pPr></w:p>",
    "other file": '<w:altChunk r:id="rId99"/>',
    "two versions": (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback/>'
        "</mc:AlternateContent>"
    ),
    "link": '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
    "footnote": '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
    "symbol": '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>',
    "smart tag": '<w:p><w:smartTag w:element="PersonName"/></w:p>',
    "unknown element": "<w:p><w:somethingNew/></w:p>",
    "unknown namespace": '<x:y xmlns:x="urn:x"/>',
    "unknown attribute": '<w:p xmlns:x="urn:x" x:y="z"/>',
    "relationship": '<w:p><w:pPr><w:jc r:id="rId1"/></w:pPr></w:p>',
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_may_not_be_in_the_text_stops_the_seal(
    rich: MinutesDocument, edited_template: Callable[..., bytes], content: str
) -> None:
    """With a sentence that names the part and ends there."""
    with pytest.raises(SealRefused, match=r"^word/document\.xml .*\.$"):
        render_docx(rich, edited_template(SPOT, content + SPOT))


@pytest.mark.parametrize("name", ["comment", "hidden text", "drawing", "insertion", "field"])
def test_headers_are_held_to_the_same_rules(
    rich: MinutesDocument, edited_template: Callable[..., bytes], name: str
) -> None:
    """A header is text like any other."""
    template = edited_template("<w:p>", REFUSED[name] + "<w:p>", part="word/header3.xml")
    with pytest.raises(SealRefused, match=r"word/header3\.xml"):
        render_docx(rich, template)


@pytest.mark.parametrize(
    "part",
    [
        "word/media/image1.png",
        "word/embeddings/sheet.xlsx",
        "word/vbaProject.bin",
        "word/activeX/activeX1.xml",
        "word/comments.xml",
        "word/charts/chart1.xml",
        "word/afchunk.htm",
        "word/fonts/font1.odttf",
        "word/document2.xml",
        "somewhere/else.txt",
        "_xmlsignatures/sig1.xml",
    ],
)
def test_any_other_part_stops_the_seal(rich: MinutesDocument, edited_template: Callable[..., bytes], part: str) -> None:
    """Unknown means stop, and the sentence names the part."""
    with pytest.raises(SealRefused, match=re.escape(part)):
        render_docx(rich, edited_template(extra={part: b"x"}))


def relationships(target: str) -> bytes:
    """Return a relationships part with one that leads outside."""
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId77" '
        f'Type="x" Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


@pytest.mark.parametrize("part", ["word/_rels/settings.xml.rels", "word/_rels/header1.xml.rels"])
def test_a_relationship_to_the_outside_stops_the_seal(
    rich: MinutesDocument, edited_template: Callable[..., bytes], part: str
) -> None:
    """An attached template names a machine; a link names whatever it names."""
    with pytest.raises(SealRefused, match=r"word/(settings|header1)\.xml refers to something outside"):
        render_docx(rich, edited_template(extra={part: relationships("file:///c:/secret.dotm")}))


def test_a_link_among_the_relationships_of_the_text_stops_the_seal(
    rich: MinutesDocument, edited_template: Callable[..., bytes]
) -> None:
    """Also when no word of the text uses it."""
    outside = '<Relationship Id="rId77" Type="x" Target="http://x" TargetMode="External"/></Relationships>'
    template = edited_template("</Relationships>", outside, part="word/_rels/document.xml.rels")
    with pytest.raises(SealRefused, match="outside"):
        render_docx(rich, template)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/styles.xml", "<w:rPr><w:b/>", "<w:rPr><w:vanish/><w:b/>"),
        ("word/styles.xml", "<w:docDefaults>", '<w:docDefaults xmlns:x="urn:x" x:y="z">'),
        ("word/numbering.xml", "<w:abstractNum ", '<w:numPicBullet w:numPicBulletId="0"/><w:abstractNum '),
        ("word/styles.xml", "<w:styles", "<!DOCTYPE x [<!ENTITY y 'z'>]><w:styles"),
    ],
)
def test_styles_and_numbering_are_held_to_rules_of_their_own(
    rich: MinutesDocument, edited_template: Callable[..., bytes], part: str, old: str, new: str
) -> None:
    """Text can be hidden by a style, and a bullet can be a picture."""
    with pytest.raises(SealRefused, match=re.escape(part)):
        render_docx(rich, edited_template(old, new, part=part))


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office">'
    "<a:themeElements/>%s</a:theme>"
)


def test_a_plain_theme_is_kept_without_its_extensions(
    rich: MinutesDocument, edited_template: Callable[..., bytes], opened: Callable[[bytes], "Package"]
) -> None:
    """A house may take its fonts from a theme; the identifiers in its extensions go."""
    theme = THEME % f'<a:extLst><a:ext uri="x"><y xmlns="urn:y">{PLANTED}</y></a:ext></a:extLst>'
    package = opened(render_docx(rich, edited_template(extra={"word/theme/theme1.xml": theme.encode()})))
    assert (
        b"themeElements" in package.parts["word/theme/theme1.xml"],
        PLANTED.encode() in b"".join(package.parts.values()),
    ) == (
        True,
        False,
    )


@pytest.mark.parametrize("content", ["<a:blip/>", '<a:font r:id="rId1" xmlns:r="urn:r"/>', '<x xmlns="urn:x"/>'])
def test_a_theme_with_pictures_or_references_stops_the_seal(
    rich: MinutesDocument, edited_template: Callable[..., bytes], content: str
) -> None:
    """A theme is fonts and colours."""
    with pytest.raises(SealRefused, match=r"theme1\.xml"):
        render_docx(rich, edited_template(extra={"word/theme/theme1.xml": (THEME % content).encode()}))


@pytest.mark.parametrize("package", [b"", b"no package", b"PK\x03\x04"])
def test_what_is_no_package_is_refused(package: bytes) -> None:
    """With the seal's own sentence."""
    with pytest.raises(SealRefused):
        seal(package, title="x", creator="y")


def test_a_package_without_its_main_text_is_refused(packed: Callable[[dict[str, bytes]], bytes]) -> None:
    """There is nothing to seal."""
    with pytest.raises(SealRefused, match="no main text"):
        seal(packed({"word/styles.xml": b"<x/>"}), title="x", creator="y")


def test_a_part_that_stands_twice_is_refused(rich: MinutesDocument) -> None:
    """An earlier copy may hide under the same name."""
    target = io.BytesIO(render_docx(rich))
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<x/>")
    with pytest.raises(SealRefused, match="twice"):
        seal(target.getvalue(), title="x", creator="y")


def test_title_and_creator_are_text(rich: MinutesDocument, opened: Callable[[bytes], "Package"]) -> None:
    """A body may be called R&D."""
    package = opened(seal(render_docx(rich), title="<R&D>", creator='"A" & B'))
    core = {child.tag.rpartition("}")[2]: child.text for child in package.xml("docProps/core.xml")}
    assert (core["title"], core["creator"]) == ("<R&D>", '"A" & B')
