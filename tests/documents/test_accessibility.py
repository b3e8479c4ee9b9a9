"""The rules for accessible Word files, each tested on the package."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from lpgminutes.documents.docx import render_action_log_docx, render_docx, render_schedule_docx
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.reports import ActionLog, Schedule

if TYPE_CHECKING:
    from tests.documents.conftest import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BUILT_IN = (
    "Normal|heading \\d|Title|Subtitle|caption|Date|Intense Quote|List|List Bullet( \\d)?|"
    "List Continue( \\d)?|Block Text|No Spacing|header|footer|Strong|Intense Emphasis|Table Grid|"
    "Default Paragraph Font|Normal Table|No List"
)


@pytest.fixture(params=["minutes", "release", "schedule", "action log"])
def package(
    request: pytest.FixtureRequest,
    rich: MinutesDocument,
    release: MinutesDocument,
    schedule: Schedule,
    action_log: ActionLog,
) -> "Package":
    """Each kind of Word file, opened."""
    opened: Callable[[bytes], Package] = request.getfixturevalue("opened")
    make: dict[str, Callable[[], bytes]] = {
        "minutes": lambda: render_docx(rich),
        "release": lambda: render_docx(release),
        "schedule": lambda: render_schedule_docx(schedule),
        "action log": lambda: render_action_log_docx(action_log),
    }
    return opened(make[request.param]())


def test_title_is_set_and_agrees_with_the_first_heading(package: "Package") -> None:
    """The title is no file name, and begins as the page does."""
    title = package.xml("docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")
    heading = next(words for style, words in package.paragraphs() if style == "Heading1")
    assert title.startswith(heading)


def test_language_is_british_english(package: "Package") -> None:
    """A screen reader chooses its voice by it."""
    defaults = package.xml("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    everything = b"".join(package.parts.values())
    assert (defaults.get(f"{W}val"), b"en-US" in everything) == ("en-GB", False)


def test_headings_are_built_in_and_skip_no_level(package: "Package") -> None:
    """Exactly one level-1 heading, and none deeper than one more than the one before."""
    levels = [int(style[7:]) for style, _ in package.paragraphs() if re.fullmatch(r"Heading\d", style)]
    steps = [after - before for before, after in pairwise(levels)]
    assert (levels.count(1), levels[0], all(step <= 1 for step in steps)) == (1, 1, True)


def test_every_style_is_one_that_word_has_built_in(package: "Package") -> None:
    """No style is called after a person or an office."""
    names = [name.get(f"{W}val") for name in package.xml("word/styles.xml").iter(f"{W}name")]
    assert [name for name in names if not re.fullmatch(BUILT_IN, name)] == []


def test_every_style_in_use_is_there(package: "Package") -> None:
    """A style that is missing would fall back to plain text."""
    known = {style.get(f"{W}styleId") for style in package.xml("word/styles.xml").iter(f"{W}style")}
    used = {
        style.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for style in package.xml().iter(f"{W}{tag}")
    }
    assert used - known == set()


def test_headings_are_not_faked(package: "Package") -> None:
    """No other paragraph is bold from end to end, but for table heads."""
    root = package.xml()
    tables = {p for table in root.iter(f"{W}tbl") for p in table.iter(f"{W}p")}
    faked = [
        "".join(p.itertext())
        for p in root.iter(f"{W}p")
        if p not in tables and "".join(p.itertext()).strip() and all(_is_strong(run) for run in p.iter(f"{W}r"))
    ]
    assert faked == []


def _is_strong(run: ET.Element) -> bool:
    style = run.find(f"{W}rPr/{W}rStyle")
    return run.find(f"{W}rPr/{W}b") is not None or (style is not None and style.get(f"{W}val") == "Strong")


def test_lists_are_real(package: "Package") -> None:
    """A bullet is numbering, never a typed character."""
    bullets = [p for p in package.xml().iter(f"{W}p") if "ListBullet" in _style(p)]
    assert all(p.find(f"{W}pPr/{W}numPr/{W}numId") is not None for p in bullets)
    assert not any(words.startswith(("•", "- ", "* ")) for _, words in package.paragraphs())


def test_every_bullet_level_is_defined(package: "Package") -> None:
    """Deeper points are allowed, so nine levels are there."""
    levels = [level.get(f"{W}ilvl") for level in package.xml("word/numbering.xml").iter(f"{W}lvl")]
    assert levels == [str(level) for level in range(9)]


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def test_tables_repeat_their_head_and_keep_rows_whole(package: "Package") -> None:
    """A reader hears the head of each column; a row does not break over pages."""
    for table in package.xml().iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_tables_have_a_caption_and_no_merged_nested_or_empty_cells(package: "Package") -> None:
    """A table is a grid of texts, and says what it is."""
    for table in package.xml().iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert [*table.iter(f"{W}gridSpan"), *table.iter(f"{W}vMerge")] == []
        assert len(list(table.iter(f"{W}tbl"))) == 1
        assert all("".join(cell.itertext()).strip() for cell in table.iter(f"{W}tc"))


def test_tables_fit_their_page(package: "Package") -> None:
    """No column hangs over the margin."""
    section = next(package.xml().iter(f"{W}sectPr"))
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = int(size.get(f"{W}w")) - int(margin.get(f"{W}left")) - int(margin.get(f"{W}right"))
    for table in package.xml().iter(f"{W}tbl"):
        assert sum(int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")) <= width


def test_attendance_is_a_table_with_named_columns(rich: MinutesDocument, opened: Callable[[bytes], "Package"]) -> None:
    """Not tabs: a table with a head, and an en dash where nothing is known."""
    table = next(opened(render_docx(rich)).xml().iter(f"{W}tbl"))
    rows = [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert rows == [
        ["Name", "Role", "Organisation", "Capacity"],
        ["Ada Quill", "Lead", "DWP", "Chair"],
        ["Ben Ross", "–", "IAS", "Dialled in"],
    ]


@pytest.mark.parametrize("name", ["txbxContent", "drawing", "pict", "object", "framePr", "tblpPr", "background"])
def test_nothing_floats_and_there_are_no_pictures(package: "Package", name: str) -> None:
    """No text boxes, frames, pictures, watermarks or floating tables."""
    assert [part for part in package.parts if f"<w:{name}".encode() in package.parts[part]] == []


def test_no_paragraph_is_blank(package: "Package") -> None:
    """Space comes from styles."""
    blank = [
        part for part in package.parts if part.startswith("word/") for _, words in _read(package, part) if not words
    ]
    assert blank == []


def _read(package: "Package", part: str) -> list[tuple[str, str]]:
    return package.paragraphs(part) if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", part) else []


def test_colours_keep_their_contrast(package: "Package") -> None:
    """Text colours reach 4.5 to 1 on white and on the shade behind boxes."""
    shades = {"FFFFFF", *(fill for fill in _values(package, "shd", "fill") if fill != "auto")}
    inks = {"000000", *_values(package, "color", "val")}
    assert [(ink, shade) for ink in inks for shade in shades if _contrast(ink, shade) < 4.5] == []


def _values(package: "Package", tag: str, attribute: str) -> set[str]:
    parts = ("word/document.xml", "word/styles.xml")
    found = {e.get(f"{W}{attribute}") for part in parts for e in package.xml(part).iter(f"{W}{tag}")}
    return {value for value in found if value}


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_is_sans_serif_and_large_enough(package: "Package") -> None:
    """Body text is 12 points, and nothing is below 11."""
    styles = package.xml("word/styles.xml")
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    sizes = [int(size.get(f"{W}val")) for size in styles.iter(f"{W}sz")]
    assert (defaults.find(f"{W}rFonts").get(f"{W}ascii"), int(defaults.find(f"{W}sz").get(f"{W}val"))) == (
        "Arial",
        24,
    )
    assert min(sizes) >= 22


def test_nothing_is_in_capitals_italic_or_underlined_by_style(package: "Package") -> None:
    """Markings are typed in capitals; nothing else is."""
    styles = package.xml("word/styles.xml")
    assert [tag for tag in ("caps", "smallCaps", "i", "u") if list(styles.iter(f"{W}{tag}"))] == []


def test_page_numbers_are_fields(package: "Package") -> None:
    """Page n of m, counted by Word."""
    for number in (1, 2, 3):
        footer = package.xml(f"word/footer{number}.xml")
        fields = [field.get(f"{W}instr").strip() for field in footer.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


def test_there_are_no_links(package: "Package") -> None:
    """An address is text; nothing leads out of the file."""
    assert not any(b"hyperlink" in content or b"External" in content for content in package.parts.values())


def test_the_marking_is_centred_in_headers_and_footers(package: "Package") -> None:
    """By the styles that Word gives to headers and footers."""
    alignments = {
        style.get(f"{W}styleId"): jc.get(f"{W}val")
        for style in package.xml("word/styles.xml").iter(f"{W}style")
        for jc in style.iter(f"{W}jc")
    }
    assert (alignments["Header"], alignments["Footer"]) == ("center", "center")
    assert {style for n in (1, 2, 3) for style, _ in package.paragraphs(f"word/header{n}.xml")} == {"Header"}
    assert {style for n in (1, 2, 3) for style, _ in package.paragraphs(f"word/footer{n}.xml")} == {"Footer"}


def test_the_page_is_a4(package: "Package") -> None:
    """Upright, or lying for the action log."""
    size = next(package.xml().iter(f"{W}sectPr")).find(f"{W}pgSz")
    assert sorted((size.get(f"{W}w"), size.get(f"{W}h"))) == ["11906", "16838"]
