"""What is no Word document, or means harm: a sentence, no half reading, and bounded memory."""

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lpgminutes.errors import InputError
from lpgminutes.importing.word import read_word
from lpgminutes.importing.word.markup import TAGS_LIMIT
from lpgminutes.importing.word.package import PART_LIMIT, PARTS_LIMIT, TOTAL_LIMIT

P = Callable[..., str]
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def packed(*, method: int = zipfile.ZIP_DEFLATED, **parts: bytes) -> bytes:
    """A zip of parts; in a name three lines stand for a stroke and two for a dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), content)
    return stream.getvalue()


def document(inner: bytes, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word file of one part."""
    whole = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (W.encode(), inner)
    return packed(word___document__xml=whole, method=method)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF, not a Word document"),
        (b"{\\rtf1 minutes}", "is rich text"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "is a web page"),
        (b"<?xml version='1.0'?><w/>", "is bare XML"),
        (OLE + "WordDocument".encode("utf-16-le"), "of the old kind (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (OLE, "is an Office file of the old kind"),
        (b"Minutes of a meeting", "is not a Word document"),
        (packed(xl___workbook__xml=b"<x/>"), "is an Excel workbook"),
        (packed(ppt___presentation__xml=b"<x/>"), "is a PowerPoint presentation"),
        (packed(content__xml=b"<x/>"), "is an OpenDocument file"),
        (packed(readme__txt=b"hello"), "the part with its text is missing"),
        (b"PK\x03\x04 and nothing else", "is cut off or damaged"),
        (packed(word___document__xml=b"<w:document"), "its part word/document.xml is damaged"),
        (packed(word___document__xml=b'<document xmlns="x"/>'), "holds no text"),
        (packed(word___document__xml=b'<?xml version="1.0" encoding="cp1252"?><w/>'), "in an encoding"),
    ],
)
def test_what_is_no_word_document_is_told_by_what_it_is(content: bytes, sentence: str) -> None:
    """The sentence names the file and says what to do."""
    with pytest.raises(InputError) as refusal:
        read_word(content, name="minutes.docx")

    assert sentence in str(refusal.value)
    assert str(refusal.value).startswith("minutes.docx ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_document_type_is_refused_before_anything_is_made_of_it(declaration: str, encoding: str) -> None:
    """Outside entities, laughs without end, and a type to be fetched, in either encoding that Word knows."""
    text = f'{declaration}<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'

    with pytest.raises(InputError, match="declares a document type"):
        read_word(packed(word___document__xml=text.encode(encoding)), name="x.docx")


def test_a_part_in_utf_16_is_read() -> None:
    """The standard allows it."""
    body = "<w:body><w:p><w:r><w:t>é</w:t></w:r></w:p></w:body>"
    text = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}">{body}</w:document>'

    (line,) = read_word(packed(word___document__xml=text.encode("utf-16")), name="x.docx").lines

    assert line.text == "é"


def test_a_macro_document_is_read_without_its_macros(word_file: type, p: P) -> None:
    """And that is said."""
    made = word_file(body=p("words"), extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Auto_Open"})

    read = read_word(made.content(), name="minutes.docm")

    assert [line.text for line in read.lines] == ["words"]
    assert "macros" in read.remarks[0].sentence


def test_the_same_part_twice_is_refused() -> None:
    """Word and this program might each read another."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("Word/Document.xml", "<b/>")

    with pytest.raises(InputError, match="holds a part twice"):
        read_word(stream.getvalue(), name="x.docx")


def test_more_parts_than_a_document_has_are_refused() -> None:
    """Counted before the list of them is read."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(PARTS_LIMIT + 1):
            archive.writestr(str(number), "")

    with pytest.raises(InputError, match="parts"):
        read_word(stream.getvalue(), name="x.docx")


def test_nesting_beyond_reason_is_refused() -> None:
    """Tables within tables, a hundred deep."""
    inner = b"<w:tbl><w:tr><w:tc>" * 100 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 100

    with pytest.raises(InputError, match="is damaged"):
        read_word(document(inner), name="x.docx")


def test_the_deepest_nesting_that_is_parsed_is_read() -> None:
    """Eighty tables within one another, then runs within runs, end in no fault of the program."""
    tables = b"<w:tbl><w:tr><w:tc>" * 80 + b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" + b"</w:tc></w:tr></w:tbl>" * 80
    runs = b"<w:p>" + b"<w:ins>" * 240 + b"<w:r><w:t>y</w:t></w:r>" + b"</w:ins>" * 240 + b"</w:p>"

    read = read_word(document(tables + runs), name="x.docx")

    assert [[flat.text for flat in line.flat()] for line in read.lines] == [["x"], ["y"]]


MEASURED = """
import resource, sys, time
from lpgminutes.errors import InputError
from lpgminutes.importing.word import read_word
content = open(sys.argv[1], "rb").read()
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
try:
    read_word(content, name="bomb.docx")
except InputError as refusal:
    print(refusal)
"""


def of_large_parts() -> bytes:
    """Headers that each keep within the limit of a part, and together pass that of the whole."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = [f"header{number}" for number in range(TOTAL_LIMIT // PART_LIMIT + 1)]
    links = "".join(f'<Relationship Id="{name}" Type="x/header" Target="{name}.xml"/>' for name in names)
    references = "".join(f'<w:headerReference xmlns:r="{office}" r:id="{name}"/>' for name in names)
    body = f'<w:document xmlns:w="{W}"><w:body><w:sectPr>{references}</w:sectPr></w:body></w:document>'
    header = f'<w:hdr xmlns:w="{W}">{" " * (PART_LIMIT - 200)}</w:hdr>'.encode()
    return packed(
        method=zipfile.ZIP_STORED,
        word___document__xml=body.encode(),
        word____rels___document__xml__rels=f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'.encode(),
        **{f"word___{name}__xml": header for name in names},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory and time are POSIX")
@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(lambda: document(b"<w:p/>" * TAGS_LIMIT, method=zipfile.ZIP_STORED), id="paragraphs"),
        pytest.param(lambda: document(b" " * PART_LIMIT), id="size"),
        pytest.param(lambda: document(b" " * (PART_LIMIT - 1000)), id="ratio"),
        pytest.param(of_large_parts, id="total"),
    ],
)
def test_a_bomb_is_refused_within_bounds(bomb: Callable[[], bytes], tmp_path: Path) -> None:
    """In a process that may take a gigabyte of address space and half a minute."""
    (tmp_path / "bomb.docx").write_bytes(bomb())

    ended = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / "bomb.docx")], capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("bomb.docx ")


def test_a_file_cut_off_anywhere_is_refused_in_a_sentence(word_file: type, p: P) -> None:
    """A copy that was broken off."""
    whole = word_file(body=p("words") * 50, parts={"styles": "", "numbering": ""}).content()

    for end in range(4, len(whole) - 1, max(1, len(whole) // 60)):
        with pytest.raises(InputError):
            read_word(whole[:end], name="x.docx")


@pytest.mark.parametrize("seed", range(3))
def test_a_file_with_flipped_bytes_is_read_or_refused(word_file: type, p: P, seed: int) -> None:
    """Whatever the damage, there is no other outcome."""
    whole = word_file(body=p("words"), parts={"styles": "", "comments": "", "header1": p("x")}).content()
    chance = random.Random(seed)  # noqa: S311 - a test of chance, told by its seed

    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            read_word(bytes(damaged), name="x.docx")
        except InputError as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017 - both outcomes are right
