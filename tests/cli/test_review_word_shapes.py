"""What a review says of the shapes that are drawn on a Word file, and of the labels in them."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

Command = Callable[..., Any]
Told = Mapping[str, Any]
Reviewed = Callable[..., Told]
NAME = "Margaret Ellwood"
MINUTE = f"1.1 {NAME} thanked everyone for coming to the office."
_NAMES = " ".join(
    f'xmlns:{short}="{long}"'
    for short, long in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "w10": "urn:schemas-microsoft-com:office:word",
    }.items()
)
_POINT = 12_700


def box(
    words: str = "",
    *,
    fill: str = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>',
    left: int = 16,
    width: int = 90,
    top: int = 0,
    height: int = 15,
    wrap: str = "wrapNone",
    behind: int = 0,
    letters: str = "",
) -> str:
    """Return the drawing of a shape as Word writes it, in points from its paragraph."""
    paragraphs = "".join(
        f"<w:p><w:r><w:rPr>{letters}</w:rPr><w:t>{line}</w:t></w:r></w:p>" for line in words.split("\n") if line
    )
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    text = f"<wps:txbx>{content}</wps:txbx>" if words else ""
    older = f"<v:rect fillcolor='black' style='position:absolute'><v:textbox>{content}</v:textbox></v:rect>"
    return (
        f"<w:r {_NAMES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wp:anchor behindDoc='{behind}'><wp:simplePos x='0' y='0'/>"
        f"<wp:positionH relativeFrom='column'><wp:posOffset>{left * _POINT}</wp:posOffset></wp:positionH>"
        f"<wp:positionV relativeFrom='paragraph'><wp:posOffset>{top * _POINT}</wp:posOffset></wp:positionV>"
        f"<wp:extent cx='{width * _POINT}' cy='{height * _POINT}'/><wp:{wrap}/><wp:docPr id='1' name='Box 1'/>"
        f"<a:graphic><a:graphicData uri='{_NAMES}'><wps:wsp><wps:spPr><a:prstGeom prst='rect'/>{fill}</wps:spPr>{text}"
        f"<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{older}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ).replace(f"uri='{_NAMES}'", "uri='shape'")


def older_box(words: str = "", *, style: str = "", fill: str = 'fillcolor="black [3213]"') -> str:
    """Return the drawing of a shape as older Word writes it, 90 points wide."""
    text = f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    place = f"position:absolute;margin-left:16pt;width:90pt;height:15pt;{style}"
    return f'<w:r {_NAMES}><w:pict><v:shape style="{place}" {fill}>{text if words else ""}</v:shape></w:pict></w:r>'


WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
SEEN_THROUGH = '<a:solidFill><a:srgbClr val="000000"><a:alpha val="20000"/></a:srgbClr></a:solidFill>'
OF_THE_THEME = '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="95000"/></a:schemeClr></a:solidFill>'
NONE = "<a:noFill/>"


@pytest.fixture
def reviewed(command: Command, tmp_path: Path) -> Reviewed:
    """Review a document whose first minute has a drawing on it."""

    def review(*drawings: str, words: str = MINUTE) -> Told:
        document = docx.Document()
        document.core_properties.author = document.core_properties.comments = ""
        minute = document.add_paragraph(words)
        for drawing in drawings:
            minute._p.append(parse_xml(drawing))
        document.add_paragraph("1.2 The chair closed the meeting.")
        document.save(str(tmp_path / "copy.docx"))
        told: Told = json.loads(command("review", tmp_path / "copy.docx", "--json").out)
        return told

    return review


def _hidden(told: Told) -> list[str]:
    return [one["text"] for one in told["findings"] if one["finding"] == "words-hidden"]


def _shapes(told: Told) -> list[str]:
    return [one for one in told["not_looked_at"] if "shape" in one]


@pytest.mark.parametrize(
    "drawing",
    [
        box(),
        box("s40(2)"),
        box("s40(2)", letters='<w:color w:val="FFFFFF"/>'),
        box(fill=OF_THE_THEME),
        older_box(),
        older_box("s40(2)"),
    ],
    ids=["empty", "with its label", "with a white label", "in the black of the theme", "older", "older with its label"],
)
def test_a_dark_box_over_a_name_is_found(reviewed: Reviewed, drawing: str) -> None:
    """The words under it are named once, and its label is not taken for hidden words."""
    (found,) = _hidden(reviewed(drawing))

    assert found.startswith(NAME)
    assert "office" not in found


def test_a_box_over_a_later_line_names_the_words_there(reviewed: Reviewed) -> None:
    """Also in the paragraph below the one that it hangs on."""
    (found,) = _hidden(reviewed(box(top=26, left=0, width=180, height=18)))

    assert "chair" in found
    assert NAME not in found


@pytest.mark.parametrize(
    ("drawing", "is_named"),
    [
        (box(wrap="wrapSquare"), True),
        (box(behind=1), False),
        (box(fill=NONE), False),
        (box("Draft", fill=NONE), False),
        (box(fill=SEEN_THROUGH), False),
        (box("Department for Work", fill=WHITE, left=400), False),
        (box("Department for Work", fill=WHITE), True),
        (box(left=430), True),
        (older_box(style="z-index:-1"), False),
        (older_box(fill='filled="f"'), False),
        (older_box("Draft", fill='fillcolor="white"', style="mso-position-horizontal-relative:page"), False),
    ],
    ids=[
        "beside the text", "behind the text", "a frame", "words in a frame", "a marker", "a letterhead",
        "words on white over the text", "beyond the words", "older behind the text", "an older frame",
        "an older letterhead",
    ],
)  # fmt: skip
def test_other_shapes_accuse_nobody(reviewed: Reviewed, drawing: str, *, is_named: bool) -> None:
    """What may cover words is named as not looked at; what cannot cover any is not."""
    told = reviewed(drawing)

    assert _hidden(told) == []
    assert _shapes(told) == (["1 drawn shape, which may show or cover words"] if is_named else [])


def test_words_under_a_box_that_are_marks_already_are_not_found(reviewed: Reviewed) -> None:
    """A box over a mask hides nothing."""
    told = reviewed(box(), words="1.1 XXXXXXXXXXXXXXX s40(2) thanked everyone.")

    assert _hidden(told) == []


def test_white_words_in_or_on_a_dark_shape_are_read(reviewed: Reviewed) -> None:
    """A title in a dark banner, and one that is typed over a banner behind the text."""
    banner = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
    white = '<w:color w:val="FFFFFF"/>'
    typed = f"<w:r {_NAMES}><w:rPr>{white}</w:rPr><w:t>Programme Board</w:t></w:r>"

    assert _hidden(reviewed(box("Minutes", fill=banner, wrap="wrapTopAndBottom", letters=white))) == []
    assert _hidden(reviewed(box(fill=banner, behind=1, width=450), typed, words="")) == []
    assert _hidden(reviewed(typed, words="")) == ["Programme Board"]


@pytest.mark.parametrize(
    ("words", "citation"),
    [
        ("s40(2)", "FOIA s40(2)"),
        ("Exempt under FOIA s.43(2)", "FOIA s43(2)"),
        ("Section 42 of the FOIA", "FOIA s42"),
        ("Redacted:\nS40(2) – personal data", "FOIA s40(2)"),
    ],
)
def test_a_box_with_an_exemption_is_a_mark(reviewed: Reviewed, words: str, citation: str) -> None:
    """Over words, or in the margin beside a place where they were taken out."""
    told = reviewed(box(words, fill=WHITE, left=-90, width=80), words="1.1 The price was agreed.")

    assert [mark["citation"] for mark in told["marks"]] == [[citation]]
    assert told["marks"][0]["label_position"] == "in a box over or beside the words"


@pytest.mark.parametrize("words", ["Section 40 of the site is fenced", "Room 40(2)", "See s40(2) in the key", "Draft"])
def test_a_box_with_other_words_is_no_mark(reviewed: Reviewed, words: str) -> None:
    """Words that only speak of a section."""
    assert reviewed(box(words, fill=WHITE, left=-90, width=80))["marks"] == []


def test_a_box_beside_a_mask_is_its_label(reviewed: Reviewed) -> None:
    """One withholding, not two: the mask has no label of its own."""
    told = reviewed(box("s.43(2)", fill=WHITE, left=-90, width=80), words="1.1 The price was XXXXXX in all.")

    assert [(mark["as_shown"], mark["citation"]) for mark in told["marks"]] == [("XXXXXX", ["FOIA s43(2)"])]


def test_a_mask_with_its_own_label_keeps_it(reviewed: Reviewed) -> None:
    """The box is then a mark beside it."""
    told = reviewed(box("s.43(2)", fill=WHITE, left=-90, width=80), words="1.1 XXXXXX s40(2) named a price.")

    assert [mark["citation"] for mark in told["marks"]] == [["FOIA s40(2)"], ["FOIA s43(2)"]]


def test_charts_are_named_as_not_looked_at(reviewed: Reviewed) -> None:
    """Their words stand elsewhere in the file."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    graphic = f"<a:graphic><a:graphicData uri='{uri}'/></a:graphic>"
    drawing = f"<w:r {_NAMES}><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"

    assert "1 chart, which may show or cover words" in reviewed(drawing)["not_looked_at"]


def test_the_last_line_says_that_something_was_not_looked_at(
    command: Command, reviewed: Reviewed, tmp_path: Path
) -> None:
    """Nothing found is not nothing there."""
    reviewed(box(wrap="wrapSquare"))
    told = command("review", tmp_path / "copy.docx")

    assert told.code == 0
    assert "Not looked at: 1 drawn shape, which may show or cover words." in told.err
    assert told.err.rstrip().endswith("Nothing was found in what was looked at.")
    (tmp_path / "plain.txt").write_text("1.1 The chair closed the meeting.\n")
    assert command("review", tmp_path / "plain.txt").err.rstrip().endswith("Nothing was found.")
