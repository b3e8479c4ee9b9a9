"""What a review sees of a PDF that somebody redacted: what lies over its words, and what is beside its pages."""

import importlib.util
import io
import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
NAME = "Margaret Ellwood"
LINE = f"BT /F 12 Tf 72 700 Td (1.1 {NAME} thanked everyone.) Tj ET "
BOX = "90 696 95 14"
"""Just over the name."""
CORNERS = "90 696 185 696 185 710 90 710"
REDACTED = "BT /F 12 Tf 72 700 Td (1.1 XXXXS40\\(2\\) thanked everyone.) Tj ET "
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 95 14]"
PIXELS = "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
SCAN = "q 600 0 0 800 0 0 cm /X Do Q "
SEPARATION = "/CS [/Separation /Black /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>]"


def stream(about: str, content: bytes) -> bytes:
    """Return an object with a content of its own."""
    return f"<< {about} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def pdf(
    drawing: str,
    *,
    objects: Sequence[str | bytes] = (),
    page: str = "",
    resources: str = "",
    root: str = "",
    trailer: str = "",
) -> bytes:
    """Return a PDF of one page; its further objects are numbered from 6."""
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        f"/Resources << /Font << /F 5 0 R >> {resources} >> {page} >>".encode(),
        stream("", drawing.encode("latin-1")),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *(part if isinstance(part, bytes) else part.encode() for part in objects),
    ]
    made, places = io.BytesIO(), []
    made.write(b"%PDF-1.7\n")
    for number, part in enumerate(parts, start=1):
        places.append(made.tell())
        made.write(f"{number} 0 obj\n".encode() + part + b"\nendobj\n")
    start = made.tell()
    made.write(f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode())
    made.write(b"".join(f"{place:010d} 00000 n \n".encode() for place in places))
    made.write(f"trailer << /Size {len(parts) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return made.getvalue()


def pinned(annotation: str, *more: str | bytes, drawing: str = LINE, place: str = "[90 696 185 710]") -> bytes:
    """Return a PDF with something pinned over the name."""
    look = f"<< /Type /Annot /Rect {place} {annotation} >>"
    return pdf(drawing, page="/Annots [6 0 R]", objects=[look, *more])


def placed(drawing: str, about: str, content: bytes) -> bytes:
    """Return a PDF that places a form or a picture under the name X."""
    return pdf(drawing, resources="/XObject << /X 6 0 R >>", objects=[stream(about, content)])


def with_state(drawing: str, state: str) -> bytes:
    """Return a PDF with a set of settings under the name G."""
    return pdf(drawing, resources=f"/ExtGState << /G << {state} >> >>")


@pytest.fixture
def told(command: Command, tmp_path: Path) -> Callable[[bytes], Mapping[str, Any]]:
    """Review a PDF; returned is what the review tells."""

    def reviewed(content: bytes) -> Mapping[str, Any]:
        (tmp_path / "copy.pdf").write_bytes(content)
        said: Mapping[str, Any] = json.loads(command("review", tmp_path / "copy.pdf", "--json").out)
        return said

    return reviewed


Told = Callable[[bytes], Mapping[str, Any]]


def hidden(said: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the findings of what the file holds and its pages do not show."""
    return [one for one in said["findings"] if one["finding"] == "words-hidden"]


SLICES = " ".join(f"90 {696 + step / 4} 95 0.25 re f" for step in range(56))
OVER = {
    "a polygon": pdf(f"{LINE} 0 g 137 696 m 90 696 l 90 710 l 185 710 l 185 696 l h f*"),
    "a rounded shape": pdf(
        f"{LINE} 0 g 88 695 m 187 695 l 190 695 190 711 187 711 c 88 711 l 85 711 85 695 88 695 c F"
    ),
    "a tilted shape": pdf(f"{LINE} 0 g 88 694 m 187 697 l 187 712 l 88 709 l f"),
    "filled and drawn around": pdf(f"{LINE} 0 g {BOX} re B"),
    "closed, filled and drawn around": pdf(f"{LINE} 0 g 90 696 m 185 696 l 185 710 l 90 710 l b*"),
    "a thick line": pdf(f"{LINE} 0 G 14 w 90 703 m 185 703 l S"),
    "a line made thick": pdf(f"{LINE} 0 G 7 w q 2 0 0 2 0 0 cm 45 351.5 m 92.5 351.5 l S Q"),
    "a box moved into place": pdf(f"{LINE} 0 g q 9.5 0 0 1.4 90 696 cm 0 0 10 10 re f Q"),
    "a box on its side": pdf(f"{LINE} 0 g q 0 1 -1 0 185 696 cm 0 0 14 95 re f Q"),
    "slices": pdf(f"{LINE} 0 g {SLICES}"),
    "two halves": pdf(f"{LINE} 0 g 90 696 50 14 re f 140 696 45 14 re f"),
    "a form": placed(f"{LINE} q 1 0 0 1 90 696 cm /X Do Q", FORM, b"0 g 0 0 95 14 re f"),
    "a form cut to size": placed(f"{LINE} q 1 0 0 1 90 696 cm /X Do Q", FORM, b"0 g -999 -999 9999 9999 re f"),
    "a clipped fill": pdf(f"{LINE} q {BOX} re W n 0 g 0 0 600 800 re f Q"),
    "an inline picture": pdf(f"{LINE} q 95 0 0 14 90 696 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"),
    "another colour space": pdf(f"{LINE} /CS cs 1 scn {BOX} re f", resources=f"/ColorSpace << {SEPARATION} >>"),
    "black that multiplies": with_state(f"{LINE} /G gs 0 g {BOX} re f", "/BM /Multiply /ca 1"),
    "a square": pinned("/Subtype /Square /IC [0 0 0]"),
    "a circle": pinned("/Subtype /Circle /IC [0 0 0]", place="[87 680 189 725]"),
    "a black highlight": pinned("/Subtype /Highlight /C [0 0 0] /QuadPoints [90 710 185 710 90 696 185 696]"),
    "ink": pinned("/Subtype /Ink /C [0] /BS << /W 14 >> /InkList [[90 703 140 704 185 703]]"),
    "a pinned line": pinned("/Subtype /Line /C [0 0 0] /L [90 703 185 703] /BS << /W 14 >>"),
    "a pinned polygon": pinned(f"/Subtype /Polygon /IC [0 0 0] /Vertices [{CORNERS}]"),
    "a text box": pinned("/Subtype /FreeText /C [0 0 0] /DA (1 g /F 9 Tf) /Contents (s40\\(2\\))"),
    "a stamp with a look": pinned(
        "/Subtype /Stamp /Name /Mine /AP << /N 7 0 R >>",
        stream("/Subtype /Form /BBox [0 0 10 10]", b"0 g 0 0 10 10 re f"),
    ),
}


@pytest.mark.parametrize("content", OVER.values(), ids=OVER)
def test_dark_things_over_words_are_seen(told: Told, content: bytes) -> None:
    """Whatever way it was drawn in, and no further than it reaches."""
    (finding,) = hidden(told(content))

    assert finding["text"] == NAME
    assert "under a dark box" in finding["explanation"]


OTHERS = {
    "white": (pdf(f"{LINE} 1 g {BOX} re f"), "a box that was laid over"),
    "grey": (pdf(f"{LINE} 0.5 g {BOX} re f"), "a box that was laid over"),
    "white, pinned": (pinned("/Subtype /Square /IC [1 1 1]"), "a box that was laid over"),
    "a stamp of one's own": (pinned("/Subtype /Stamp /Name /Redacted"), "a box that was laid over"),
    "an unknown colour": (
        pdf(f"{LINE} /CS cs 1 scn {BOX} re f", resources="/ColorSpace << /CS [/What 1] >>"),
        "a box that was laid over",
    ),
    "a picture": (placed(f"{LINE} q 95 0 0 14 90 696 cm /X Do Q", PIXELS, b"\0\xff"), "under a picture"),
    "black on black": (pdf(f"0 g {BOX} re f {LINE}"), "under a dark box"),
    "white in the line": (
        pdf(f"BT /F 12 Tf 72 700 Td (1.1 ) Tj 1 g ({NAME}) Tj 0 g ( thanked everyone.) Tj ET"),
        "in the colour of what lies behind it",
    ),
    "no ink": (
        pdf(f"BT /CS cs 0 scn /F 12 Tf 72 700 Td ({NAME}) Tj ET", resources=f"/ColorSpace << {SEPARATION} >>"),
        "in the colour of what lies behind it",
    ),
    "not applied": (pinned("/Subtype /Redact /QuadPoints [90 710 185 710 90 696 185 696]"), "never applied"),
    "invisible": (pdf(f"BT 3 Tr /F 12 Tf 72 700 Td ({NAME}) Tj ET"), "stands hidden"),
    "without opacity": (with_state(f"/G gs BT /F 12 Tf 72 700 Td ({NAME}) Tj ET", "/ca 0"), "stands hidden"),
    "beside the page": (pdf(f"{REDACTED} BT /F 12 Tf 72 900 Td ({NAME}) Tj ET"), "outside what the page shows"),
    "cropped": (
        pdf(f"{REDACTED} BT /F 12 Tf 72 60 Td ({NAME}) Tj ET", page="/CropBox [0 100 600 800]"),
        "outside what the page shows",
    ),
    "cut off": (
        pdf(f"{REDACTED} q 0 0 60 800 re W n BT /F 12 Tf 72 600 Td ({NAME}) Tj ET Q"),
        "outside what the page shows",
    ),
    "on a layer": (
        pdf(
            f"{REDACTED} /OC /L BDC BT /F 12 Tf 72 600 Td ({NAME}) Tj ET EMC",
            resources="/Properties << /L 6 0 R >>",
            root="/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
            objects=["<< /Type /OCG /Name (first) >>"],
        ),
        "a layer that is switched off",
    ),
    "a hidden field": (
        pdf(
            REDACTED,
            page="/Annots [6 0 R]",
            root="/AcroForm << /Fields [6 0 R] >>",
            objects=[f"<< /Subtype /Widget /FT /Tx /T (chair) /V ({NAME}) /F 2 /Rect [90 696 185 710] >>"],
        ),
        "a field of the form",
    ),
    "read aloud": (
        pdf(f"BT /F 12 Tf 72 700 Td /Span << /ActualText ({NAME}) >> BDC (XXXXS40\\(2\\)) Tj EMC ET"),
        "read aloud",
    ),
    "a bookmark": (
        pdf(
            REDACTED,
            root="/Outlines 6 0 R",
            objects=["<< /First 7 0 R /Last 7 0 R >>", f"<< /Title ({NAME}) /Parent 6 0 R /Next 7 0 R >>"],
        ),
        "in a bookmark",
    ),
    "metadata": (
        pdf(
            REDACTED,
            root="/Metadata 6 0 R",
            objects=[
                stream(
                    "/Type /Metadata /Subtype /XML",
                    f"<dc:title><rdf:Alt><rdf:li xml:lang='x'>{NAME}</rdf:li></rdf:Alt></dc:title>".encode(),
                )
            ],
        ),
        "in the properties",
    ),
    "an attached file": (
        pinned("/Subtype /FileAttachment /FS << /F (Margaret Ellwood.doc) >>", drawing=REDACTED),
        "a file inside the file",
    ),
}


@pytest.mark.parametrize(("content", "way"), OTHERS.values(), ids=OTHERS)
def test_each_place_is_called_what_it_is(told: Told, content: bytes, way: str) -> None:
    """Boxes of any colour, words that are not painted, and places that no page shows."""
    (finding,) = hidden(told(content))

    assert NAME in finding["text"]
    assert "thanked" not in finding["text"]
    assert way in finding["explanation"]


TICKED = "<< /Type /OCG /Name (first) >>"
FIELD = "<< /Subtype /Widget /FT /Tx /T (chair) /V (Margaret Ellwood) /Rect [90 600 185 612] /AP << /N 7 0 R >> >>"
SILENT = {
    "a white ground below": pdf(f"1 g 0 0 600 800 re f 0 g {LINE}"),
    "a grey ground below": pdf(f"0.8 g {BOX} re f 0 g {LINE}"),
    "a frame": pdf(f"{LINE} 0 g 60 690 500 30 re 61 691 498 28 re f*"),
    "a box that is only drawn around": pdf(f"{LINE} 2 w {BOX} re S"),
    "a line under the words": pdf(f"{LINE} 0 G 2 w 72 697 m 300 697 l S"),
    "a line through the words": pdf(f"{LINE} 0 G 1 w 72 703.5 m 300 703.5 l S"),
    "a dashed line": pdf(f"{LINE} 0 G 14 w [3 9] 0 d 90 703 m 185 703 l S"),
    "a box beside the words": pdf(f"{LINE} 0 g 90 680 95 14 re f"),
    "a clipped box": pdf(f"{LINE} q 0 0 50 50 re W n 0 g {BOX} re f Q"),
    "a path that is not painted": pdf(f"{LINE} 0 g {BOX} re n"),
    "a colour that was taken back": with_state(f"q 0 g Q /G gs {LINE} 1 1 0 rg {BOX} re f", "/BM /Multiply"),
    "a faint marker": with_state(f"{LINE} /G gs 0 g {BOX} re f", "/ca 0.1"),
    "a half-seen marker": with_state(f"{LINE} /G gs 1 1 0 rg {BOX} re f", "/ca 0.5"),
    "a yellow highlight": pinned("/Subtype /Highlight /C [1 1 0] /QuadPoints [90 710 185 710 90 696 185 696]"),
    "a yellow highlight with a look": pinned(
        "/Subtype /Highlight /C [1 1 0] /AP << /N 7 0 R >>",
        stream("/Subtype /Form /BBox [90 696 185 710] /Group << /S /Transparency >>", b"1 1 0 rg 90 696 95 14 re f"),
    ),
    "a text box without a ground": pinned("/Subtype /FreeText /DA (0 g /F 9 Tf) /Contents (see below)"),
    "a square without a ground": pinned("/Subtype /Square /C [0 0 0]"),
    "a hidden square": pinned("/Subtype /Square /IC [0 0 0] /F 2"),
    "a plain stamp": pinned("/Subtype /Stamp /Name /Approved"),
    "a link": pinned("/Subtype /Link /C [0 0 0]"),
    "a square without a place": pinned("/Subtype /Square /IC [0 0 0]", place="null"),
    "a white heading": pdf("0 g 60 690 m 300 690 l 300 715 l 60 715 l h f 1 g BT /F 12 Tf 72 700 Td (Attendees) Tj ET"),
    "a white heading on a half-seen ground": with_state(
        "/G gs 0 0 1 rg 60 690 240 25 re f 1 g BT /F 12 Tf 72 700 Td (Attendees) Tj ET", "/ca 0.8"
    ),
    "white on a picture": placed(
        "q 600 0 0 90 0 680 cm /X Do Q 1 g BT /F 12 Tf 72 700 Td (Attendees) Tj ET", PIXELS, b"\0\x40"
    ),
    "white on a shading": pdf("/S sh 1 g BT /F 12 Tf 72 700 Td (Attendees) Tj ET"),
    "a shadow": pdf(f"1 g BT /F 12 Tf 72.5 699.5 Td (1.1 {NAME} thanked everyone.) Tj ET 0 g {LINE}"),
    "black as an ink": pdf(f"/CS cs 1 scn {LINE}", resources=f"/ColorSpace << {SEPARATION} >>"),
    "an unknown ink": pdf(
        f"/CS cs 0 scn {LINE}",
        resources="/ColorSpace << /CS [/Separation /Gold /DeviceCMYK << /FunctionType 4 >>] >>",
    ),
    "white letters drawn around in black": pdf(f"1 g 0 G 2 Tr {LINE}"),
    "a picture that one sees through": pdf(
        f"{LINE} q 95 0 0 14 90 696 cm /X Do Q",
        resources="/XObject << /X 6 0 R >>",
        objects=[stream(f"{PIXELS} /SMask 7 0 R", b"\0\0"), stream(PIXELS, b"\0\x80")],
    ),
    "a picture below": placed(f"q 600 0 0 800 0 0 cm /X Do Q {LINE}", PIXELS, b"\xff\xfe"),
    "words within what is shown": pdf(f"q 60 690 500 30 re W n {LINE} Q"),
    "a box on a layer that is off": pdf(
        f"{LINE} /OC /L BDC 0 g {BOX} re f EMC",
        resources="/Properties << /L 6 0 R >>",
        root="/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
        objects=[TICKED],
    ),
    "a layer that is on": pdf(
        f"/OC /L BDC {LINE} EMC",
        resources="/Properties << /L 6 0 R >>",
        root="/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF /ON [6 0 R] >> >>",
        objects=[TICKED],
    ),
    "a ligature read aloud": pdf(
        "BT /F 12 Tf 72 700 Td /Span << /ActualText (fi) >> BDC (f) Tj (i) Tj EMC (nal) Tj ET"
    ),
    "a bookmark that repeats a heading": pdf(
        LINE,
        root="/Outlines 6 0 R",
        objects=["<< /First 7 0 R >>", "<< /Title (1.1 Margaret Ellwood) /Next 8 0 R >>", "<< /Title (Page 1) >>"],
    ),
    "a field that shows what it holds": pdf(
        REDACTED,
        page="/Annots [6 0 R]",
        root="/AcroForm << /Fields [6 0 R] >>",
        objects=[
            FIELD,
            stream(
                "/Subtype /Form /BBox [0 0 95 12] /Resources << /Font << /F 5 0 R >> >>",
                f"BT /F 9 Tf 2 2 Td ({NAME}) Tj ET".encode(),
            ),
        ],
    ),
}


@pytest.mark.parametrize("content", SILENT.values(), ids=SILENT)
def test_what_a_reader_sees_is_no_finding(told: Told, content: bytes) -> None:
    """Grounds, frames, lines, markers and looks that leave every word to be read."""
    assert hidden(told(content)) == []


GAPS = {
    "moved on": "BT /F 12 Tf 72 700 Td (1.1 ) Tj 115 0 Td (thanked everyone.) Tj ET",
    "one array": "BT /F 12 Tf 72 700 Td [(1.1 ) -7900 (thanked everyone.)] TJ ET",
    "two texts": "BT /F 12 Tf 72 700 Td (1.1 ) Tj ET BT /F 12 Tf 187 700 Td (thanked everyone.) Tj ET",
    "wide blanks": "BT /F 12 Tf 72 700 Td 94 Tw (1.1 thanked) Tj 0 Tw ( everyone.) Tj ET",
    "squeezed": "BT /F 12 Tf 50 Tz 72 700 Td [(1.1 ) -17600 (thanked everyone.)] TJ ET",
    "a matrix": "BT /F 1 Tf 12 0 0 12 72 700 Tm (1.1 ) Tj 1 0 0 1 187 700 Tm /F 12 Tf (thanked everyone.) Tj ET",
}


@pytest.mark.parametrize("words", GAPS.values(), ids=GAPS)
def test_a_box_over_a_gap_is_a_mark_and_gives_nothing_away(told: Told, words: str) -> None:
    """The words beside the box are placed by the widths of their letters, so they are not taken to lie under it."""
    said = told(pdf(f"{words} 0 g {BOX} re f"))

    assert hidden(said) == []
    assert [mark["as_shown"] for mark in said["marks"]] == ["\u2588" * 5]


def test_the_label_in_a_box_is_that_of_its_mark(told: Told) -> None:
    """White on black, and the words that were there taken out or not."""
    label = "1 g BT /F 8 Tf 120 700 Td (s40\\(2\\)) Tj ET"

    taken_out = told(pdf(f"{GAPS['two texts']} 0 g {BOX} re f {label}"))
    left_in = told(pdf(f"{LINE} 0 g {BOX} re f {label}"))

    assert [mark["citation"] for said in (taken_out, left_in) for mark in said["marks"]] == [["FOIA s40(2)"]] * 2
    assert hidden(taken_out) == []
    assert [finding["text"] for finding in hidden(left_in)] == [NAME]


@pytest.mark.parametrize(
    "drawing",
    [
        f"{LINE} 0 g 72 696 200 1 re f",
        f"{LINE} 0 g 400 696 95 14 re f",
        f"{LINE} 0 g 90 600 95 14 re f",
        f"{LINE} 0 g 240 700 4 4 re f",
        f"{LINE} 0.9 g 235 696 95 14 re f",
        "0 g 72 690 200 30 re f 1 g BT /F 12 Tf 80 700 Td (Attendees) Tj ET",
    ],
    ids=["a rule", "far from words", "on no line", "a bullet", "a pale cell", "a heading"],
)
def test_not_every_box_is_a_mark(told: Told, drawing: str) -> None:
    """Rules, bullets, cells and grounds stand for nothing that was taken out."""
    assert told(pdf(drawing))["marks"] == []


@pytest.mark.parametrize("order", ["before", "behind", "plain letters"])
def test_the_text_of_a_scan_is_called_so(told: Told, order: str) -> None:
    """Words that a picture of the page lies over accuse nobody; the review notes that they can be copied."""
    words = LINE if order == "plain letters" else f"3 Tr {LINE}"
    said = told(placed(f"{SCAN} {words}" if order == "behind" else f"{words} {SCAN}", PIXELS, b"\xff\xfe"))

    (note,) = [one for one in said["findings"] if one["finding"] == "scan-text"]
    assert (note["severity"], note["text"], note["places"]) == ("note", "the text layer of a scan", ["page 1"])
    assert hidden(said) == []


def test_the_text_of_a_scan_in_strips_is_called_so(told: Told) -> None:
    """A scanner may hand over a page in several pictures."""
    strips = " ".join(f"q 600 0 0 100 0 {at} cm /X Do Q" for at in range(0, 800, 100))

    assert hidden(told(placed(f"{strips} 3 Tr {LINE}", PIXELS, b"\xff\xfe"))) == []


@pytest.mark.parametrize("colour", ["0 g", "1 g"])
@pytest.mark.parametrize("words_first", [True, False])
def test_a_box_over_a_scan_leaves_its_text(told: Told, colour: str, *, words_first: bool) -> None:
    """A box over the picture takes no word out of the text that lies behind it."""
    words = f"q 3 Tr {LINE} Q"
    drawing = f"{words} {SCAN}" if words_first else f"{SCAN} {words}"

    (finding,) = hidden(told(placed(f"{drawing} {colour} {BOX} re f", PIXELS, b"\xff\xfe")))

    assert finding["text"] == NAME


def test_a_white_ground_below_a_scan_covers_nothing(told: Told) -> None:
    """The picture was painted after it."""
    assert hidden(told(placed(f"1 g 0 0 600 800 re f 3 Tr {LINE} {SCAN}", PIXELS, b"\xff\xfe"))) == []


def test_what_is_broken_is_passed_over_and_the_rest_is_read(command: Command, told: Told) -> None:
    """Steps without their numbers, and things pinned on the page that are nothing."""
    drawing = f"(x) cm /None gs re 1 2 l {REDACTED} /None Do Tf"
    annotations = (
        "/Annots [99 0 R null 7 << /Subtype /Redact >> << /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 6 0 R >> >>]"
    )
    said = told(pdf(drawing, page=annotations, objects=[stream("/BBox [1]", b"0 g")]))

    assert [mark["citation"] for mark in said["marks"]] == [["FOIA s40(2)"]]
    assert said["not_looked_at"] == ["1 of what is pinned on page 1, for it is broken"]


@pytest.mark.skipif(importlib.util.find_spec("cryptography") is not None, reason="the package is installed")
def test_a_file_secured_with_aes_is_called_so(command: Command, tmp_path: Path) -> None:
    """It is not damaged; what to do is to print it, or to install what reads it."""
    keys = " ".join(
        f"/{key} <{'00' * size}>" for key, size in (("O", 48), ("U", 48), ("OE", 32), ("UE", 32), ("Perms", 16))
    )
    secured = (
        f"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 {keys} /StmF /StdCF /StrF /StdCF "
        "/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> >> /ID [<00> <00>]"
    )
    (tmp_path / "copy.pdf").write_bytes(pdf(REDACTED, trailer=secured))

    refused = command("review", tmp_path / "copy.pdf")

    assert refused.code == 3
    assert "copy.pdf is secured with AES" in refused.err
    assert "Print the file to a new PDF" in refused.err


@pytest.mark.soak
@pytest.mark.parametrize(
    "boxes",
    [
        "".join(f"{at % 60 * 10} {at // 60 * 1.5} 8 5 re f " for at in range(20_000)),
        "".join(f"{at / 40} 0 1 800 re f " for at in range(20_000)),
        "/G gs " + "0 0 600 800 re f 1 g " * 10_000,
    ],
    ids=["small", "as high as the page", "seen through"],
)
def test_a_page_of_many_boxes_is_read_in_time(told: Told, boxes: str) -> None:
    """Each letter is looked at once, however many boxes lie over it."""
    words = "".join(
        f"BT /F 8 Tf {20 + at % 10 * 55} {780 - at // 10 * 7} Td (Some words) Tj ET " for at in range(1_000)
    )
    begun = time.process_time()

    told(with_state(f"{words} 0 g {boxes}", "/ca 0.3"))

    assert time.process_time() - begun < 30


def _link(target: str, place: str = "90 696 185 710") -> str:
    return f"<< /Type /Annot /Subtype /Link /Rect [{place}] /A << /S /URI /URI ({target}) >> >>"


@pytest.mark.parametrize(
    ("target", "place", "found"),
    [
        ("mailto:m.ellwood@body.gov.uk", "90 696 185 710", ["gives it away mailto:m.ellwood@body.gov.uk"]),
        ("https://firm.co.uk/ellwood", "90 696 185 710", ["gives it away https://firm.co.uk/ellwood"]),
        ("mailto:m.ellwood@body.gov.uk", "190 696 300 710", ["check a link to mailto:m.ellwood@body.gov.uk"]),
        ("mailto:jane@body.gov.uk", "72 676 300 690", []),
        ("https://www.gov.uk/", "190 696 300 710", []),
    ],
    ids=["mark", "mark on the web", "other words", "printed", "page of the web"],
)
def test_where_a_link_leads_is_named(told: Told, target: str, place: str, found: list[str]) -> None:
    """Gravest where it lies on a mark; silent where the page prints the address, or leads to the web openly."""
    drawing = REDACTED + "BT /F 12 Tf 72 680 Td (Write to jane@body.gov.uk) Tj ET "

    said = hidden(told(pdf(drawing, page=f"/Annots [{_link(target, place)}]")))

    assert [f"{one['severity']} {one['text']}" for one in said] == found


def test_letters_too_small_to_see_are_found(told: Told) -> None:
    """Beside letters of the usual size; a page that is small as a whole is none."""
    tiny = "BT /F 0.5 Tf 72 600 Td (Kestrel Peak) Tj ET "

    (one,) = hidden(told(pdf(REDACTED + tiny)))

    assert (one["text"], "too small to see" in one["explanation"]) == ("Kestrel Peak", True)
    assert hidden(told(pdf(tiny))) == []
    assert hidden(told(pdf(REDACTED + tiny.replace("0.5", "5")))) == []


def test_what_a_form_keeps_beside_its_value_is_named(told: Told) -> None:
    """What it said at first, and what could be chosen; not what the page shows."""
    choice = (
        "/FT /Ch /T (a) /V (Tobias Renwick) /Opt [(Tobias Renwick) [(1) (Margaret Ellwood)]] /Rect [300 300 400 320]"
    )
    first = "/FT /Tx /T (b) /DV (Kestrel Ltd) /TU (Enter a name) /Rect [300 340 400 360]"
    fields = [f"<< /Type /Annot /Subtype /Widget {field} >>" for field in (choice, first)]

    said = hidden(
        told(pdf(REDACTED, objects=fields, page="/Annots [6 0 R 7 0 R]", root="/AcroForm << /Fields [6 0 R 7 0 R] >>"))
    )

    assert [f"{one['severity']} {one['text']}" for one in said] == [
        "gives it away Kestrel Ltd",
        "check a choice of a form field: Margaret Ellwood",
    ]


def test_a_label_that_is_broken_over_two_lines_is_whole(told: Told) -> None:
    """Its limb begins a line, which then is no paragraph of its own; one in a list of letters is."""
    lines = ["1.1 Somebody will write to XXXX S40", "\\(2\\) by May."]
    drawing = "".join(f"BT /F 12 Tf 72 {700 - 14 * at} Td ({line}) Tj ET " for at, line in enumerate(lines))

    (mark,) = told(pdf(drawing))["marks"]

    assert mark["citation"] == ["FOIA s40(2)"]


def _saved_again(old: bytes, drawing: str) -> bytes:
    """Return a file that was saved in place with another drawing on its page."""
    before = int(old[old.rindex(b"startxref") :].split()[1])
    start = len(old)
    new = b"4 0 obj\n" + stream("", drawing.encode("latin-1")) + b"\nendobj\n"
    table = f"xref\n4 1\n{start:010d} 00000 n \ntrailer << /Size 6 /Root 1 0 R /Prev {before} >>\n"
    return old + new + table.encode() + f"startxref\n{start + len(new)}\n%%EOF\n".encode()


def test_what_a_page_said_before_it_was_saved_in_place_is_named(told: Told) -> None:
    """The line with the name; where both states say the same, only that there are two."""
    (changed,) = hidden(told(_saved_again(pdf(LINE), REDACTED)))
    (same,) = hidden(told(_saved_again(pdf(REDACTED), REDACTED)))

    assert (changed["text"], "Also there: saved in place once" in changed["explanation"]) == (
        f"1.1 {NAME} thanked everyone.",
        True,
    )
    assert same["text"] == "saved in place once"


@pytest.mark.parametrize("turn", ["1 0 0 1 0 0", "0 1 -1 0 600 0", "-1 0 0 -1 600 800", "0 -1 1 0 0 800"])
def test_a_box_over_a_gap_is_a_mark_however_the_page_is_turned(told: Told, turn: str) -> None:
    """A page that lies on its side, or on its head, is read as it is printed."""
    words = "BT /F 12 Tf 72 300 Td (1.1) Tj ET 0 g 92 296 95 14 re f BT /F 12 Tf 190 300 Td (thanked all.) Tj ET "

    (mark,) = told(pdf(f"q {turn} cm {words}Q "))["marks"]

    assert mark["place"] == "1.1 (page 1)"


def test_a_link_on_a_black_box_leads_where_its_words_led(told: Told) -> None:
    """Nothing is written there; on a button with words it is a link as any other."""
    gap = f"BT /F 12 Tf 72 700 Td (1.1) Tj ET 0 g {BOX} re f BT /F 12 Tf 190 700 Td (thanked all.) Tj ET "
    button = f"{gap}1 g BT /F 9 Tf 95 700 Td (Write to us) Tj ET "
    links = f"/Annots [{_link('https://firm.co.uk/ellwood')}]"

    (black,) = hidden(told(pdf(gap, page=links)))

    assert (black["severity"], black["text"]) == ("gives it away", "https://firm.co.uk/ellwood")
    assert hidden(told(pdf(button, page=links))) == []
