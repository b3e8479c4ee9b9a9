"""What a review finds in the files themselves: under boxes, between the pages, beside the text."""

import io
import json
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run

Command = Callable[..., Any]
NAME = "Margaret Ellwood"


def pdf(drawing: str, *, page: str = "", objects: str = "", info: str = "") -> bytes:
    """Return a PDF of one page, whose drawing begins 700 units up in letters of 12."""
    packed = zlib.compress(f"BT /F 12 Tf 72 700 Td {drawing}".encode())
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        f"/Resources << /Font << /F 5 0 R >> >> {page} >>".encode(),
        f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode() + packed + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {info} >>".encode(),
        *([objects.encode()] if objects else []),
    ]
    made, places = io.BytesIO(), []
    made.write(b"%PDF-1.4\n")
    for number, part in enumerate(parts, start=1):
        places.append(made.tell())
        made.write(f"{number} 0 obj\n".encode() + part + b"\nendobj\n")
    start = made.tell()
    made.write(f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode())
    made.write(b"".join(f"{place:010d} 00000 n \n".encode() for place in places))
    made.write(f"trailer << /Size {len(parts) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return made.getvalue()


@pytest.fixture
def hidden(command: Command, tmp_path: Path) -> Callable[[str, bytes], list[Mapping[str, Any]]]:
    """Review a file; returned are the findings of what it holds beside its page."""

    def reviewed(name: str, content: bytes) -> list[Mapping[str, Any]]:
        (tmp_path / name).write_bytes(content)
        told = command("review", tmp_path / name, "--json")
        return [one for one in json.loads(told.out)["findings"] if one["finding"] == "words-hidden"]

    return reviewed


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pdf(f"({NAME} spoke.) Tj ET 0 g 70 696 110 16 re f"), "Margaret"),
        (pdf(f"1 g ({NAME}) Tj ET"), NAME),
        (pdf(f"3 Tr ({NAME}) Tj ET"), NAME),
        (pdf("(Minutes) Tj ET", info=f"/Author ({NAME})"), NAME),
        (
            pdf(
                f"({NAME} spoke.) Tj ET",
                page="/Annots [7 0 R]",
                objects="<< /Type /Annot /Subtype /Redact /Rect [70 696 180 712] >>",
            ),
            "Margaret",
        ),
        (
            pdf(
                "(It was agreed.) Tj ET",
                page="/Annots [7 0 R]",
                objects=f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({NAME}) >>",
            ),
            NAME,
        ),
        (pdf("(It was agreed.) Tj ET") + b"\n%%EOF\n", "saved in place"),
    ],
    ids=["under a box", "white", "invisible", "author", "redaction not applied", "remark", "earlier state"],
)
def test_what_a_pdf_holds_is_found(
    hidden: Callable[[str, bytes], list[Mapping[str, Any]]], content: bytes, words: str
) -> None:
    """Each way in which a name stays in a PDF that seems to be redacted."""
    (finding,) = hidden("copy.pdf", content)

    assert words in finding["text"]


def test_a_clean_pdf_is_clean_and_its_marks_are_read(command: Command, tmp_path: Path) -> None:
    """White letters on a dark ground are a heading; a mark is a mark."""
    heading = "ET 0 g 70 690 200 30 re f BT /F 12 Tf 72 700 Td 1 g (Minutes) Tj"
    drawing = f"{heading} 0 g 0 -40 Td (1.1 XXXXS40\\(2\\) spoke.) Tj ET"
    (tmp_path / "copy.pdf").write_bytes(pdf(drawing))

    told = json.loads(command("review", tmp_path / "copy.pdf", "--json").out)

    assert [mark["citation"] for mark in told["marks"]] == [["FOIA s40(2)"]]
    assert not [one for one in told["findings"] if one["finding"] == "words-hidden"]


@pytest.mark.soak
@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4\nnothing more",
        pdf("(x) Tj ET")[:-200],
        pdf("(x) Tj ET", page="/Parent 3 0 R").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
        pdf("n " * 310_000),
        pdf("x" * 60_000_000),
    ],
    ids=["cut off", "without its end", "in a circle", "too many steps", "a bomb"],
)
def test_a_pdf_that_cannot_be_read_is_a_sentence_or_a_review(command: Command, tmp_path: Path, content: bytes) -> None:
    """Never a fault: what can be read is reviewed, and the rest is refused with exit code 3."""
    (tmp_path / "copy.pdf").write_bytes(content)

    told = command("review", tmp_path / "copy.pdf")

    assert told.code in {0, 1, 3}
    assert told.code != 3 or ("copy.pdf" in told.err and told.out == "")


def word(change: Callable[[docx.document.Document, Run], None]) -> bytes:
    """Return a Word file in which a secret run was changed."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = document.core_properties.title = ""
    run = document.add_paragraph("It was put by ").add_run(NAME)
    change(document, run)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _black_ground(_: object, run: Run) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), "000000")
    run._r.get_or_add_rPr().append(shading)


def _deleted(_: object, run: Run) -> None:
    deletion = OxmlElement("w:del")
    run._r.addprevious(deletion)
    deletion.append(run._r)
    text = run._r.find(qn("w:t"))
    assert text is not None
    text.tag = qn("w:delText")


def _in_a_property(document: docx.document.Document, run: Run) -> None:
    run.text = ""
    document.core_properties.keywords = NAME


@pytest.mark.parametrize(
    "change",
    [
        lambda _, run: setattr(run.font, "hidden", True),
        lambda _, run: setattr(run.font, "highlight_color", WD_COLOR_INDEX.BLACK),
        lambda _, run: setattr(run.font.color, "rgb", RGBColor(255, 255, 255)),
        lambda _, run: setattr(run.font, "size", Pt(1)),
        _black_ground,
        _deleted,
        lambda document, run: document.add_comment([run], text=NAME),
        _in_a_property,
    ],
    ids=["hidden", "highlight", "white", "tiny", "black ground", "deleted", "comment", "property"],
)
def test_what_a_word_file_holds_is_found(
    hidden: Callable[[str, bytes], list[Mapping[str, Any]]], change: Callable[[docx.document.Document, Run], None]
) -> None:
    """Each way in which a name stays in a Word file that seems to be redacted."""
    (finding,) = hidden("copy.docx", word(change))

    assert NAME in finding["text"]


def test_a_plain_word_file_hides_nothing(hidden: Callable[[str, bytes], list[Mapping[str, Any]]]) -> None:
    """Words that a reader sees are no finding; nor is white on a dark heading."""

    def heading(_: object, run: Run) -> None:
        _black_ground(_, run)
        run.font.color.rgb = RGBColor(255, 255, 255)

    assert hidden("copy.docx", word(lambda _, __: None)) == []
    assert hidden("copy.docx", word(heading)) == []
