"""What a review finds in a Word file beside its text, where whoever opens it can look it up."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml

Command = Callable[..., Any]
NAME = "Margaret Ellwood"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def beside(command: Command, tmp_path: Path) -> Callable[..., list[str]]:
    """Review a document with a piece of markup in its first minute; returned is what stands beside its text."""

    def reviewed(markup: str = "", *, settings: str = "", words: str = "spoke.") -> list[str]:
        document = docx.Document()
        document.core_properties.author = document.core_properties.comments = ""
        minute = document.add_paragraph("1.1 XXXX s40(2) ")
        for element in parse_xml(f"<w:p {_W}>{markup}</w:p>"):
            minute._p.append(element)
        minute.add_run(words)
        if settings:
            document.settings.element.append(parse_xml(settings))
        document.save(str(tmp_path / "copy.docx"))
        findings = json.loads(command("review", tmp_path / "copy.docx", "--json").out)["findings"]
        hidden = [one for one in findings if one["finding"] == "words-hidden"]
        return [f"{one['severity']} {one['text']}{one['explanation'].partition(' Also there')[2]}" for one in hidden]

    return reviewed


def _control(properties: str, shown: str = "XXXX") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"


def _bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="3" w:name="{name}"/><w:bookmarkEnd w:id="3"/>'


def _choices(kind: str, *choices: str) -> str:
    listed = "".join(f'<w:listItem w:displayText="{choice}" w:value="{choice}"/>' for choice in choices)
    return _control(f"<w:{kind}>{listed}</w:{kind}>")


def _form(field: str) -> str:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{field}</w:ffData></w:fldChar>'
    return f'<w:r>{begin}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (_bookmark("Margaret_Ellwood"), f"a bookmark: {NAME}"),
        (_control(f'<w:alias w:val="{NAME}"/>'), f"the title of a content control: {NAME}"),
        (_control(f'<w:tag w:val="{NAME}"/>'), f"the tag of a content control: {NAME}"),
        (_choices("dropDownList", "Choose an item.", NAME), f"a choice of a content control: {NAME}"),
        (_choices("comboBox", NAME), f"a choice of a content control: {NAME}"),
        (_control('<w:date w:fullDate="2019-06-27T00:00:00Z"/>'), "the date of a content control: 2019-06-27"),
        (_form(f'<w:ddList><w:listEntry w:val="{NAME}"/></w:ddList>'), f"a choice of a form field: {NAME}"),
        (_form(f'<w:helpText w:val="{NAME}"/>'), f"the help of a form field: {NAME}"),
        (
            f'<w:hyperlink w:anchor="x" w:tooltip="{NAME}"><w:r><w:t>there</w:t></w:r></w:hyperlink>',
            f"the hint of a link: {NAME}",
        ),
    ],
    ids=["bookmark", "title", "tag", "drop-down", "combo", "date", "form list", "form help", "hint"],
)
def test_what_stands_beside_the_text_is_named(beside: Callable[..., list[str]], markup: str, told: str) -> None:
    """As what it is, to be checked: it seldom holds what was withheld."""
    assert beside(markup) == [f"check {told}"]


def test_document_variables_are_named(beside: Callable[..., list[str]]) -> None:
    """With the name that they have in the file; what programs keep there for themselves tells nothing."""
    variables = (
        f'<w:docVar w:name="chair" w:val="{NAME}"/><w:docVar w:name="id" w:val="1204"/>'
        '<w:docVar w:name="kept" w:val="{0A1B2C3D-0A1B-2C3D-4E5F-0A1B2C3D4E5F}"/>'
        f'<w:docVar w:name="packed" w:val="{"H4sIAAAAAAAEAKtWckksSQxILCpxzi/NK1GyMqwFAAEhoTITAAAA"}"/>'
    )

    assert beside(settings=f"<w:docVars {_W}>{variables}</w:docVars>") == [f"check the document variable chair: {NAME}"]


@pytest.mark.parametrize(
    "markup",
    [
        _bookmark("_GoBack"),
        _bookmark("_Toc1234567"),
        _bookmark("OLE_LINK1"),
        _bookmark("Text12"),
        _bookmark("Tobias_Renwick"),
        _bookmark("TobiasRenwick"),
        _control('<w:alias w:val="Title"/><w:tag w:val="goog_rdk_3"/>'),
        _control('<w:date w:fullDate="2019-06-27T00:00:00Z"/>', "27 June 2019"),
        _control('<w:showingPlcHdr/><w:date w:fullDate="2019-06-27T00:00:00Z"/>', "Enter a date."),
        _choices("dropDownList", "Choose an item.", "Tobias Renwick"),
        _form('<w:checkBox><w:default w:val="0"/></w:checkBox>'),
    ],
    ids=[
        "last place", "contents", "link", "form", "printed", "printed in one word", "usual title", "date that is shown",
        "prompt for a date", "choices that are printed", "tick box",
    ],
)  # fmt: skip
def test_what_word_names_and_what_is_printed_is_silent(beside: Callable[..., list[str]], markup: str) -> None:
    """Tobias Renwick stands openly in the minute."""
    assert beside(markup, words="and Tobias Renwick spoke.") == []


def test_people_that_the_file_remembers_are_named(command: Command, tmp_path: Path) -> None:
    """Word keeps everybody who ever commented or changed something, also after it was taken out."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.add_paragraph("1.1 XXXX s40(2) spoke.")
    document.save(str(tmp_path / "plain.docx"))
    names = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    people = f'<w15:people {names}><w15:person w15:author="{NAME}"/></w15:people>'
    with zipfile.ZipFile(tmp_path / "plain.docx") as plain, zipfile.ZipFile(tmp_path / "copy.docx", "w") as copy:
        for part in plain.namelist():
            content = plain.read(part)
            if part == "word/_rels/document.xml.rels":
                kind = "http://schemas.microsoft.com/office/2011/relationships/people"
                told = f'<Relationship Id="rId99" Type="{kind}" Target="people.xml"/></Relationships>'
                content = content.replace(b"</Relationships>", told.encode())
            copy.writestr(part, content)
        copy.writestr("word/people.xml", people)

    told = command("review", tmp_path / "copy.docx")

    assert f'"somebody who edited the file: {NAME}"' in told.out
    assert "Not looked at: the preview of the first page, which may show what stood there before." in told.err


_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


@pytest.fixture
def linked(command: Command, tmp_path: Path) -> Callable[[str, str], list[str]]:
    """Review a document with a link in its first minute; returned is what stands beside its text."""

    def reviewed(target: str, words: str) -> list[str]:
        document = docx.Document()
        document.core_properties.author = document.core_properties.comments = ""
        minute = document.add_paragraph("1.1 Write to ")
        link = document.part.relate_to(target, _LINK, is_external=True)
        run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
        minute._p.append(parse_xml(f'<w:hyperlink {_W} {_R} r:id="{link}">{run}</w:hyperlink>'))
        minute.add_run(" or to jane@body.gov.uk, or see GOV.UK.")
        document.save(str(tmp_path / "copy.docx"))
        findings = json.loads(command("review", tmp_path / "copy.docx", "--json").out)["findings"]
        return [f"{one['severity']} {one['text']}" for one in findings if one["finding"] == "words-hidden"]

    return reviewed


@pytest.mark.parametrize(
    ("target", "words", "told"),
    [
        ("mailto:margaret.ellwood@body.gov.uk", "XXXX s40(2)", ["gives it away mailto:margaret.ellwood@body.gov.uk"]),
        ("https://firm.co.uk/margaret-ellwood", "[Redacted]", ["gives it away https://firm.co.uk/margaret-ellwood"]),
        (
            "mailto:margaret.ellwood@body.gov.uk?subject=x",
            "us",
            ["check a link to mailto:margaret.ellwood@body.gov.uk"],
        ),
        ("mailto:jane@body.gov.uk", "us", []),
        ("https://www.gov.uk/", "GOV.UK", []),
    ],
    ids=["mark", "mark on the web", "other words", "printed", "page of the web"],
)
def test_where_a_link_leads_is_named(
    linked: Callable[[str, str], list[str]], target: str, words: str, told: list[str]
) -> None:
    """Gravest where it lies on a mark; silent where the page prints the address, or leads to the web openly."""
    assert linked(target, words) == told


def _code(code: str, shown: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    said = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{kinds[0]}{said}{kinds[1]}<w:r><w:t>{shown}</w:t></w:r>{kinds[2]}"


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (_code('HYPERLINK "mailto:m.ellwood@body.gov.uk"', "XXXX"), ["gives it away mailto:m.ellwood@body.gov.uk"]),
        (f'<w:fldSimple w:instr="XE &quot;{NAME}&quot;"/>', [f'check XE "{NAME}"']),
        (_code("INCLUDETEXT H:\\\\Ellwood.docx", "there"), ["check INCLUDETEXT H:\\\\Ellwood.docx"]),
        (_code("PAGE", "1"), []),
        (_code("MERGEFIELD Recipient", "XXXX"), []),
        (_code('HYPERLINK "https://www.gov.uk/"', "there"), []),
        (_code('XE "Tobias Renwick"', ""), []),
    ],
    ids=["link on a mark", "entry of an index", "another file", "number of the page", "column", "web", "printed"],
)
def test_what_the_code_of_a_field_says_is_named(beside: Callable[..., list[str]], markup: str, told: list[str]) -> None:
    """Words of its own, and where it leads; Tobias Renwick stands openly in the minute."""
    assert beside(markup, words="and Tobias Renwick spoke.") == told


def test_a_template_outside_is_named(command: Command, tmp_path: Path) -> None:
    """Its folder tells whose it is; it is no link that somebody can point at."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.add_paragraph("1.1 XXXX s40(2) spoke.")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    document.part._settings_part.relate_to("file:///C:/Users/ellwood/Minutes.dotx", kind, is_external=True)
    document.save(str(tmp_path / "copy.docx"))

    findings = json.loads(command("review", tmp_path / "copy.docx", "--json").out)["findings"]

    assert "a link to file:///C:/Users/ellwood/Minutes.dotx" in [one["text"] for one in findings]


def test_a_mark_on_a_black_ground_hides_nothing(command: Command, tmp_path: Path) -> None:
    """What lies under the black is the mark; a name beside it would be found."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    minute = document.add_paragraph("1.1 ")
    minute.add_run("XXXXXX S40(2)").font.highlight_color = WD_COLOR_INDEX.BLACK
    minute.add_run(" spoke to ")
    minute.add_run(f"XXXX {NAME}").font.highlight_color = WD_COLOR_INDEX.BLACK
    document.save(str(tmp_path / "copy.docx"))

    findings = json.loads(command("review", tmp_path / "copy.docx", "--json").out)["findings"]

    hidden = [one for one in findings if one["finding"] == "words-hidden"]
    assert [(one["text"], "Also there" in one["explanation"]) for one in hidden] == [(f"XXXX {NAME}", False)]
