"""Taking a file apart until nothing is left to open: every reading, every stretch of bytes, every risk."""

import csv
import io
import re
from dataclasses import dataclass, field

from lpgminutes.verify.container import MAGIC, Budget, open_package
from lpgminutes.verify.decoding import as_text, binary_readings, decoded, packed_streams, rich_text
from lpgminutes.verify.markup import read_markup, without_tags
from lpgminutes.verify.parts import readings_of
from lpgminutes.verify.reading import Level, Reading
from lpgminutes.verify.structure import html_risks, package_risks, part_risks
from lpgminutes.verify.verdict import UNREADABLE, Risk
from lpgminutes.verify.xmlpart import Part, read_xml

FILE = "(file)"
_NAME = "(file name)"
_DEEPEST = 5
_LARGEST = 32 << 20
_ROUNDS = 4
"""How often what was decoded is decoded again."""
_CERTAIN = frozenset({"utf-8", "utf-8-sig"})
"""Encodings that bytes of another kind hardly ever fit; what is read with any other may be something else."""
_WORD_SUFFIXES = (".docx", ".docm", ".dotx")
_HTML = re.compile(r"<!doctype\s+html|<html\b|<head\b|<body\b", re.IGNORECASE)


@dataclass(slots=True)
class Material:
    """All that a file gives to be searched and judged."""

    readings: list[Reading] = field(default_factory=list)
    blobs: list[tuple[str, bytes]] = field(default_factory=list)
    risks: list[Risk] = field(default_factory=list)
    letters: int = 4 << 20
    """How many letters may still be decoded."""
    budget: Budget = field(default_factory=Budget)

    def flag(self, code: str, part: str, detail: str) -> None:
        """Note one risk."""
        self.risks.append(Risk(code=code, part=part, detail=detail))


def gather(data: bytes, name: str) -> Material:
    """Take a whole file apart."""
    material = Material()
    if name:
        material.readings.append(Reading(name, _NAME, "name", Level.LABEL))
    if not data:
        material.flag(UNREADABLE, FILE, "it is empty")
        return material
    if len(data) > _LARGEST:
        material.flag(UNREADABLE, FILE, "it is larger than can be looked into")
        return material
    if name.lower().endswith(_WORD_SUFFIXES) and data[:4] != MAGIC:
        material.flag(UNREADABLE, FILE, "it is not a Word file")
    material.letters = max(material.letters, 8 * len(data))
    _look_into(material, FILE, data, depth=0)
    _decode(material)
    return material


def _look_into(material: Material, part: str, data: bytes, depth: int) -> Part | None:
    material.blobs.append((part, data))
    if depth > _DEEPEST:
        material.flag(UNREADABLE, part, "files within files without end")
        return None
    if data.startswith(MAGIC) or (b"PK\x05\x06" in data and MAGIC in data):
        _open(material, part, data, depth)
        return None
    text, codec = as_text(data)
    if codec:
        return _read_text(material, part, text, codec, data, depth)
    if depth == 0:
        material.flag(UNREADABLE, part, "a kind of file that cannot be looked into")
    material.readings.extend(binary_readings(data, part))
    _unpack(material, part, data, depth)
    return None


def _open(material: Material, part: str, data: bytes, depth: int) -> None:
    package = open_package(data, material.budget)
    within = "" if depth == 0 else f"{part} > "
    material.risks += [Risk(code=r.code, part=within + r.part, detail=r.detail) for r in package.risks]
    parts: dict[str, Part] = {}
    for name, content in package.entries:
        material.readings.append(Reading(name, within + name, "part name", Level.LABEL))
        read = _look_into(material, within + name, content, depth + 1)
        if read is not None:
            parts[name] = read
    for name, how, stretch in package.remains:
        material.blobs.append((within + name, stretch))
        text, codec = as_text(stretch)
        readings = [Reading(text, within + name, how, Level.TEXT)] if codec else binary_readings(stretch, within + name)
        material.readings.extend(readings)
        _unpack(material, within + name, stretch, depth)
    if depth == 0:
        material.risks.extend(package_risks([name for name, _ in package.entries], parts))


def _read_text(material: Material, part: str, text: str, codec: str, data: bytes, depth: int) -> Part | None:
    head = text[:2000].lstrip("\ufeff \t\r\n")
    is_page = _HTML.search(head) is not None and not part.endswith((".xml", ".rels"))
    if is_page:
        material.risks.extend(html_risks(text, part))
        material.readings.extend(read_markup(text, part))
        material.readings.append(Reading(without_tags(text), part, "source without tags", Level.LABEL))
    elif head.startswith("<") and (part.endswith((".xml", ".rels")) or head.startswith("<?xml") or "xmlns" in head):
        read = read_xml(data)
        material.readings.extend(readings_of(read, text, part))
        material.risks.extend(part_risks(read, text, part, codec))
        return read
    elif part.endswith((".xml", ".rels")):
        material.flag(UNREADABLE, part, "it is not XML")
        material.readings.append(Reading(text, part, "text", Level.TEXT))
    else:
        material.readings.extend(_plain_readings(text, part))
        if head.startswith("{\\rtf"):
            material.readings.append(Reading(rich_text(text), part, "rich text", Level.TEXT))
        if depth and "<" in text:
            material.readings.extend(read_markup(text, part))
    if codec not in _CERTAIN:
        material.readings.extend(binary_readings(data, part))
        _unpack(material, part, data, depth)
    return None


def _plain_readings(text: str, part: str) -> list[Reading]:
    """Plain text, and as a table if that is what it is: there a comma ends a figure."""
    readings = [Reading(text, part, "text", Level.VISIBLE)]
    first = text.split("\n", 1)[0]
    if first.count(",") or first.count("\t"):
        try:
            rows = list(csv.reader(io.StringIO(text.replace("\x00", " ")), delimiter="," if "," in first else "\t"))
        except csv.Error:
            return readings
        cells = "\n\n".join("\n\n".join(row) for row in rows)
        readings.append(Reading(cells, part, "cells", Level.VISIBLE))
        width = max(map(len, rows), default=0)
        columns = ["\n".join(row[at] for row in rows if at < len(row)) for at in range(min(width, 200))]
        readings.append(Reading("\n\n".join(columns), part, "column", Level.LABEL))
    return readings


def _unpack(material: Material, part: str, data: bytes, depth: int) -> None:
    for how, content, wrong in packed_streams(data, material.budget):
        if "more than" in wrong:
            material.flag(UNREADABLE, part, wrong)
        _look_into(material, f"{part} > {how}", content, depth + 1)


def _decode(material: Material) -> None:
    """Decode every reading, and what comes out of that again, a few times."""
    fresh = material.readings
    seen: set[str] = set()
    for _ in range(_ROUNDS):
        found: list[Reading] = []
        known = len(material.readings)
        for reading in fresh:
            if reading.level is Level.NOISE or reading.text in seen:
                continue
            seen.add(reading.text)
            if material.letters < 0:
                material.flag(UNREADABLE, reading.part, "more layers of code than can be undone")
                break
            for result in decoded(reading):
                if isinstance(result, Reading):
                    material.letters -= len(result.text)
                    found.append(result)
                else:
                    _look_into(material, f"{reading.part} > {result[0]}", result[1], 1)
                    _unpack(material, reading.part, result[1], 1)
        fresh = material.readings[known:] + found
        material.readings += found
        if not fresh:
            return
