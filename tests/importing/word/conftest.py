"""A Word file made by hand, part by part, so that a test shows the very markup that it is about."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from lpgminutes.importing.source import Source, SourceLine
from lpgminutes.importing.word import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
ROOTS = {"document": "document", "header": "hdr", "footer": "ftr"}
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(kw_only=True)
class WordFile:
    """The parts of a Word file."""

    body: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    """Inner markup by the kind of part: ``styles``, ``numbering``, ``comments``, ``header1`` …"""
    extra: dict[str, bytes] = field(default_factory=dict)
    """Whole parts by name."""

    def content(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.members().items():
                archive.writestr(name, content)
        return stream.getvalue()

    def _types(self) -> str:
        overrides = _override("document", "document.main")
        overrides += "".join(_override(kind, kind.rstrip("0123456789")) for kind in self.parts)
        default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        return f'<Types xmlns="{TYPES}">{default}{overrides}</Types>'

    def members(self) -> dict[str, bytes]:
        """Every part of the package by name."""
        document = f"<w:document {NAMES}><w:body>{self.body}</w:body></w:document>"
        made = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relationships({"d": ("officeDocument", "word/document.xml")}),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _relationships(
                {kind: (kind.rstrip("0123456789"), f"{kind}.xml") for kind in self.parts}
            ),
        }
        for kind, inner in self.parts.items():
            bare = kind.rstrip("0123456789")
            root = ROOTS.get(bare, bare)
            made[f"word/{kind}.xml"] = f"<w:{root} {NAMES}>{inner}</w:{root}>"
        return {name: content.encode() for name, content in made.items()} | self.extra


def _override(name: str, kind: str) -> str:
    content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    return f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>'


def _relationships(targets: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>'


def paragraph(words: str, properties: str = "", *, run: str = "") -> str:
    """A paragraph of one run, with the properties of both."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


@pytest.fixture(name="p", scope="session")
def _p() -> Callable[..., str]:
    """Make a paragraph."""
    return paragraph


@pytest.fixture(scope="session")
def word_file() -> type[WordFile]:
    """The parts of a Word file, to be put together."""
    return WordFile


@pytest.fixture(scope="session")
def source() -> Callable[..., Source]:
    """Read a body, with other parts beside it."""

    def read(body: str, **parts: str) -> Source:
        return read_word(WordFile(body=body, parts=parts).content(), name="paper.docx")

    return read


@pytest.fixture(scope="session")
def lines(source: Callable[..., Source]) -> Callable[..., list[SourceLine]]:
    """Read a body to its lines."""
    return lambda body, **parts: list(source(body, **parts).lines)
