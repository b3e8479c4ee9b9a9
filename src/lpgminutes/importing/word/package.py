"""The parts of a Word file, taken out of its zip with every size bounded before anything is made of them."""

import posixpath
import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lpgminutes.errors import InputError
from lpgminutes.importing.word.kinds import not_word, refuse_unless_package
from lpgminutes.importing.word.markup import Element, NotMarkup, parse

PARTS_LIMIT = 4_000
"""Parts of a file. A Word document has some twenty, and one more for each picture."""
PART_LIMIT = 16 * 1024 * 1024
"""Bytes of one part when it is unpacked: the text of some three thousand pages."""
TOTAL_LIMIT = 48 * 1024 * 1024
"""Bytes of all the parts that are looked into."""
RATIO_LIMIT = 200
"""How many times its packed size a large part may have; Word's own text packs to a tenth."""

_SMALL = 1024 * 1024
_ENTRY = b"PK\x01\x02"
_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""All that the zip reader of the standard library raises over a damaged or an encrypted file."""
_IS_ENCRYPTED = 0x1
_USUAL = "word/document.xml"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """What a part points to."""

    kind: str
    """The last word of its type: ``header``, ``styles``, ``comments``."""
    target: str
    """The name of the part; empty for what lies outside the file."""


@dataclass(slots=True, kw_only=True)
class Package:
    """A Word file whose parts can be asked for by name."""

    name: str
    """What a refusal calls the file."""
    archive: ZipFile
    entries: dict[str, ZipInfo]
    """By part name in lower case: names of parts differ in more than case."""
    left: int = TOTAL_LIMIT
    document: str = field(default="", init=False)
    """The part with the text."""

    def part(self, part: str) -> bytes | None:
        """Return the content of a part, or ``None`` when there is none."""
        entry = self.entries.get(part.lower())
        return None if entry is None else self._unpacked(part, entry)

    def xml(self, part: str) -> Element | None:
        """Return the root of a part, or ``None`` when there is none."""
        content = self.part(part)
        if content is None:
            return None
        try:
            return parse(content)
        except NotMarkup as fault:
            raise InputError(f"{self.name} cannot be read: its part {part} {fault}") from None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return what a part points to, by the ids that it uses."""
        folder, _, base = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        found: dict[str, Relationship] = {}
        for element in root.iter(f"{_RELATIONSHIPS}Relationship"):
            is_outside = element.get("TargetMode") == "External"
            target = "" if is_outside else _resolved(folder, element.get("Target", ""))
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relationship(kind=kind, target=target)
        return found

    def _unpacked(self, part: str, entry: ZipInfo) -> bytes:
        if entry.flag_bits & _IS_ENCRYPTED:
            raise InputError(f"{self.name} is encrypted. Take the password off and import it again.")
        if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise InputError(f"{self.name} is packed in a way that Word does not use; open it in Word and save it.")
        limit = min(PART_LIMIT, self.left)
        try:
            with self.archive.open(entry) as stream:
                content = stream.read(limit + 1)
        except _DAMAGE:
            raise InputError(
                f"{self.name} is damaged: its part {part} cannot be unpacked. Fetch the file again from where it came."
            ) from None
        if len(content) > limit or len(content) > max(_SMALL, entry.compress_size * RATIO_LIMIT):
            raise InputError(f"{self.name} unpacks to far more than minutes can hold; it was not read further.")
        self.left -= len(content)
        return content


def open_package(data: bytes, *, name: str) -> Package:
    """Open a Word file, and find the part with its text."""
    refuse_unless_package(data, name=name)
    if data.count(_ENTRY) > PARTS_LIMIT:
        raise InputError(f"{name} holds more than {PARTS_LIMIT:,} parts; a Word document has some twenty.")
    try:
        archive = ZipFile(BytesIO(data))
        infos = archive.infolist()
    except _DAMAGE:
        raise InputError(
            f"{name} is cut off or damaged: the list of its parts is missing. Fetch the file again from where it came."
        ) from None
    entries = {_part_name(info.filename): info for info in infos if not info.is_dir()}
    if len(entries) < sum(not info.is_dir() for info in infos):
        raise InputError(f"{name} holds a part twice, so that it does not say which one counts; save it anew in Word.")
    package = Package(name=name, archive=archive, entries=entries)
    package.document = _document(package)
    return package


def _part_name(stored: str) -> str:
    return stored.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(joined).lstrip("/")


def _document(package: Package) -> str:
    """Return the part that the package names as its document."""
    for relationship in package.relationships("").values():
        if relationship.kind == "officeDocument" and relationship.target.lower() in package.entries:
            if relationship.target.lower().startswith(("xl/", "ppt/")):
                break
            return relationship.target
    if _USUAL in package.entries:
        return _USUAL
    raise not_word(frozenset(package.entries), name=package.name)
