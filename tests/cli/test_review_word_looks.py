"""What a review finds of words in a Word file that are there and cannot be read, however they came to look so."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

Command = Callable[..., Any]
Change = Callable[[Run], None]
Found = list[tuple[str, str]]
NAME = "Margaret Ellwood"
WHITE, BLACK, NAVY = RGBColor(255, 255, 255), RGBColor(0, 0, 0), RGBColor(0, 0, 128)
DARK, LIKE, SMALL = "under a dark box", "in the colour of what lies behind it", "in letters too small to see"


@pytest.fixture
def unseen(command: Command, tmp_path: Path) -> Callable[[docx.document.Document], Found]:
    """Review a document; returned is what it holds that cannot be read, and how it stands there."""

    def reviewed(document: docx.document.Document) -> Found:
        document.save(str(tmp_path / "copy.docx"))
        told = json.loads(command("review", tmp_path / "copy.docx", "--json").out)
        hidden = [one for one in told["findings"] if one["finding"] == "words-hidden"]
        return [entry for one in hidden for entry in _told(one) if entry[1] in {DARK, LIKE, SMALL}]

    return reviewed


def _told(finding: Mapping[str, str]) -> Found:
    """Return the words of a finding, each with how they stand there."""
    said, _, also = finding["explanation"].partition(" Also there: ")
    words = [finding["text"], *filter(None, also.removesuffix(".").split("; "))]
    return [(one, said.removeprefix("This stands ").split(":")[0]) for one in words]


def _document() -> docx.document.Document:
    return docx.Document()


def _with(change: Change) -> docx.document.Document:
    document = _document()
    paragraph = document.add_paragraph("It was put by ")
    change(paragraph.add_run(NAME))
    paragraph.add_run(" and agreed.")
    return document


def _give(owner: Run | Paragraph | _Cell, name: str, **said: str) -> None:
    """Give the run, the paragraph or the cell a property of Word's own."""
    element = OxmlElement(f"w:{name}")
    for attribute, text in said.items():
        element.set(qn(f"w:{attribute}"), text)
    if isinstance(owner, Run):
        owner._r.get_or_add_rPr().append(element)
    elif isinstance(owner, Paragraph):
        owner._p.get_or_add_pPr().append(element)
    else:
        owner._tc.get_or_add_tcPr().append(element)


def _look(
    *,
    shading: Mapping[str, str] | None = None,
    highlight: WD_COLOR_INDEX | None = None,
    letters: RGBColor | None = None,
) -> Change:
    def change(run: Run) -> None:
        if shading is not None:
            _give(run, "shd", **shading)
        if highlight is not None:
            run.font.highlight_color = highlight
        if letters is not None:
            run.font.color.rgb = letters

    return change


def _shade(val: str, color: str, fill: str) -> Mapping[str, str]:
    return {"val": val, "color": color, "fill": fill}


def _theme(colour: str, **changes: str) -> Change:
    return lambda run: _give(run, "color", val="auto", themeColor=colour, **changes)


def _white_in_effects(run: Run) -> None:
    """White letters as the effects of Word give them, over a plain black that only older programs show."""
    run.font.color.rgb = BLACK
    fill = run._r.get_or_add_rPr().makeelement("{http://schemas.microsoft.com/office/word/2010/wordml}textFill", {})
    solid = fill.makeelement(str(fill.tag).replace("textFill", "solidFill"), {})
    name = str(fill.tag).replace("textFill", "val")
    solid.append(fill.makeelement(str(fill.tag).replace("textFill", "srgbClr"), {name: "FFFFFF"}))
    fill.append(solid)
    run._r.get_or_add_rPr().append(fill)


@pytest.mark.parametrize(
    ("change", "stands"),
    [
        (_look(shading=_shade("solid", "auto", "auto")), DARK),
        (_look(shading=_shade("solid", "000000", "FFFFFF")), DARK),
        (_look(shading=_shade("pct90", "auto", "auto")), DARK),
        (_look(shading=_shade("clear", "auto", "000000"), letters=RGBColor(5, 99, 193)), DARK),
        (_look(highlight=WD_COLOR_INDEX.DARK_BLUE, letters=NAVY), DARK),
        (_look(highlight=WD_COLOR_INDEX.BLACK, letters=RGBColor(0, 0, 255)), DARK),
        (_look(highlight=WD_COLOR_INDEX.GRAY_50, letters=RGBColor(128, 128, 128)), LIKE),
        (_look(highlight=WD_COLOR_INDEX.WHITE, letters=WHITE), LIKE),
        (_look(highlight=WD_COLOR_INDEX.YELLOW, letters=RGBColor(255, 255, 0)), LIKE),
        (_look(letters=RGBColor(0xF0, 0xF0, 0xF0)), LIKE),
        (_theme("background1"), LIKE),
        (_theme("text1", themeTint="0D"), LIKE),
        (_white_in_effects, LIKE),
        (lambda run: _give(run, "w", val="1"), SMALL),
        (lambda run: _give(run, "spacing", val="-160"), SMALL),
        (lambda run: setattr(run.font, "size", Pt(2)), SMALL),
    ],
    ids=[
        "solid", "solid over white", "nine tenths", "a link on black shading", "blue on blue", "a link under black",
        "grey on grey", "white on white highlight", "yellow on yellow", "nearly white", "the ground of the theme",
        "a pale tint of the theme", "white in effects", "one per cent wide", "on one another", "two points",
    ],
)  # fmt: skip
def test_words_that_cannot_be_read_are_found(
    unseen: Callable[[docx.document.Document], Found], change: Change, stands: str
) -> None:
    """Whatever makes letters and ground alike, or the letters too small."""
    assert unseen(_with(change)) == [(NAME, stands)]


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        _look(shading=_shade("clear", "000000", "auto")),
        _look(shading=_shade("nil", "auto", "000000")),
        _look(shading=_shade("pct20", "auto", "auto")),
        _look(shading=_shade("solid", "000000", "auto"), letters=WHITE),
        _look(shading=_shade("clear", "auto", "1F3864"), letters=RGBColor(0x9D, 0xC3, 0xE6)),
        _look(highlight=WD_COLOR_INDEX.YELLOW),
        _look(highlight=WD_COLOR_INDEX.BLACK, letters=RGBColor(255, 255, 0)),
        _look(highlight=WD_COLOR_INDEX.TEAL, letters=WHITE),
        _look(letters=RGBColor(0xBF, 0xBF, 0xBF)),
        _look(letters=RGBColor(0xD9, 0xD9, 0xD9)),
        _look(letters=RGBColor(5, 99, 193)),
        _theme("background1", themeShade="A6"),
        _theme("text1", themeTint="80"),
        _theme("accent1"),
        lambda run: _give(run, "w", val="66"),
        lambda run: _give(run, "spacing", val="-20"),
        lambda run: setattr(run.font, "size", Pt(5)),
    ],
    ids=[
        "plain", "a pattern that is off", "no shading", "light grey ground", "white on black", "light blue on blue",
        "marked yellow", "yellow on black", "white on teal", "grey", "light grey", "a link", "grey of the theme",
        "half grey", "a colour of the theme", "narrow", "tight", "small print",
    ],
)  # fmt: skip
def test_words_that_can_be_read_are_silent(unseen: Callable[[docx.document.Document], Found], change: Change) -> None:
    """Colours, marks and small letters as people use them."""
    assert unseen(_with(change)) == []


@pytest.mark.parametrize("kind", [WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.PARAGRAPH])
@pytest.mark.parametrize(
    ("field", "given", "stands"),
    [("color", WHITE, LIKE), ("highlight_color", WD_COLOR_INDEX.BLACK, DARK), ("size", Pt(1), SMALL)],
)
def test_a_style_hides_words_as_their_own_look_does(
    unseen: Callable[[docx.document.Document], Found], kind: WD_STYLE_TYPE, field: str, given: object, stands: str
) -> None:
    """Also one that takes it from the style that it is based on; what the run says itself comes first."""
    document = _document()
    base, style = document.styles.add_style("Struck out", kind), document.styles.add_style("Struck out twice", kind)
    style.base_style = base
    if field == "color":
        base.font.color.rgb = given
    else:
        setattr(base.font, field, given)
    paragraph = document.add_paragraph("")
    hidden, shown = paragraph.add_run(NAME), paragraph.add_run(" spoke.")
    (paragraph if kind is WD_STYLE_TYPE.PARAGRAPH else hidden).style = style
    shown.font.color.rgb, shown.font.highlight_color, shown.font.size = BLACK, WD_COLOR_INDEX.WHITE, Pt(11)

    assert unseen(document) == [(NAME, stands)]


def test_letters_of_the_whole_file_count(unseen: Callable[[docx.document.Document], Found]) -> None:
    """White by the defaults of the file, under every style that says nothing."""
    document = _with(lambda run: setattr(run.font.color, "rgb", BLACK))
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    white = OxmlElement("w:color")
    white.set(qn("w:val"), "FFFFFF")
    defaults.append(white)

    assert unseen(document) == [("It was put by", LIKE), ("and agreed.", LIKE)]


def test_the_ground_is_the_nearest_that_is_said(unseen: Callable[[docx.document.Document], Found]) -> None:
    """White stands out on the dark ground of its paragraph or cell, and is lost where a run or a cell is white."""
    document = _document()
    heading = document.add_paragraph("")
    _give(heading, "shd", val="clear", color="auto", fill="1F3864")
    heading.add_run("Minutes of the Board").font.color.rgb = WHITE
    table = document.add_table(rows=3, cols=2)
    for row, fill in enumerate(("1F3864", "000000", "FFFFFF")):
        _give(table.cell(row, 0), "shd", val="clear", color="auto", fill=fill)
        table.cell(row, 0).paragraphs[0].add_run(f"Row {row} of them").font.color.rgb = WHITE

    assert unseen(document) == [("Row 2 of them", LIKE)]


def test_a_cell_or_paragraph_blacked_out_is_found_and_a_coloured_heading_is_not(
    unseen: Callable[[docx.document.Document], Found],
) -> None:
    """Word makes letters of the automatic colour white on a dark ground; a black one by hand is meant to hide them."""
    document = _document()
    for words, fill in (("Report", "1F3864"), (f"{NAME} spoke.", "000000")):
        paragraph = document.add_paragraph(words)
        _give(paragraph, "shd", val="clear", color="auto", fill=fill)
    table = document.add_table(rows=3, cols=2)
    for row, (words, fill) in enumerate((("Name", "000000"), ("Group", "1F3864"), ("Tobias Renwick", "000000"))):
        for column in range(2 if row == 0 else 1):
            table.cell(row, column).text = words
            _give(table.cell(row, column), "shd", val="clear", color="auto", fill=fill)
    other = document.add_table(rows=2, cols=2)
    other.cell(0, 0).text, other.cell(0, 1).text = "Hannah Brook", "Chair"
    _give(other.cell(0, 0), "shd", val="clear", color="auto", fill="000000")

    assert unseen(document) == [(f"{NAME} spoke.", DARK), ("Tobias Renwick", DARK), ("Hannah Brook", DARK)]


@pytest.mark.parametrize("style", ["Medium Shading 1 Accent 1", "Dark List Accent 2", "Colorful List", "Light Grid"])
def test_the_styles_of_tables_are_looked_up(unseen: Callable[[docx.document.Document], Found], style: str) -> None:
    """White in the dark first row that a style gives is a heading; white in a pale row of it is lost."""
    document = _document()
    table = document.add_table(rows=4, cols=3, style=style)
    for row in range(4):
        for column in range(3):
            table.cell(row, column).text = f"Words {row} {column}"

    assert unseen(document) == []


def test_white_in_a_pale_row_of_a_style_is_found(unseen: Callable[[docx.document.Document], Found]) -> None:
    """The same letters are a heading in the first row and hidden in the third."""
    document = _document()
    table = document.add_table(rows=4, cols=2, style="Medium Shading 1 Accent 1")
    for row in (0, 2):
        table.cell(row, 1).paragraphs[0].add_run(f"{NAME} in row {row}").font.color.rgb = WHITE

    assert unseen(document) == [(f"{NAME} in row 2", LIKE)]


def test_lines_of_no_height_hide_their_words(unseen: Callable[[docx.document.Document], Found]) -> None:
    """An exact height of a point clips the letters away; one of ten does not."""
    document = _document()
    for words, height in ((NAME, Pt(1)), ("It was agreed.", Pt(10))):
        spacing = document.add_paragraph(words).paragraph_format
        spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, height

    assert unseen(document) == [(NAME, SMALL)]


def test_white_on_a_coloured_page_is_seen(unseen: Callable[[docx.document.Document], Found]) -> None:
    """Where the file gives its pages a colour and shows it."""
    document = _with(_look(letters=WHITE))
    page = OxmlElement("w:background")
    page.set(qn("w:color"), "1F3864")
    document.element.insert(0, page)
    assert unseen(document) == [(NAME, LIKE)]

    document.settings.element.append(OxmlElement("w:displayBackgroundShape"))
    assert unseen(document) == []


def test_blanks_on_black_or_over_a_line_are_marks(command: Command, tmp_path: Path) -> None:
    """The look says that something was there; not a line to sign on, nor a blank between words."""
    document = _document()
    minute = document.add_paragraph("1.1 ")
    minute.add_run(" " * 12).font.highlight_color = WD_COLOR_INDEX.BLACK
    minute.add_run(" s40(2) told ")
    minute.add_run("\t\t").font.underline = True
    minute.add_run(" of")
    minute.add_run(" ").font.highlight_color = WD_COLOR_INDEX.BLACK
    minute.add_run("it.")
    minute.add_run("      ").font.highlight_color = WD_COLOR_INDEX.YELLOW
    signed = document.add_paragraph("Signed: ")
    signed.add_run("\t\t\t").font.underline = True
    document.save(str(tmp_path / "copy.docx"))

    told = json.loads(command("review", tmp_path / "copy.docx", "--json").out)

    assert [(mark["as_shown"], mark["label"]) for mark in told["marks"]] == [
        ("\u2588\u2588\u2588\u2588\u2588 s40(2)", "s40(2)"),
        ("________", None),
    ]
    assert not any(one["severity"] == "gives it away" for one in told["findings"])
