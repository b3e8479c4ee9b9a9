"""What a Word file holds beside its page, or under something that lies on it, for whoever reviews a copy.

The text reader gives every word that Word would print, whatever it looks like; here the look is what matters.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.importing.source import PlaceUnit
from lpgminutes.importing.word.markup import DRAWING, Element, W, child, number, value
from lpgminutes.importing.word.package import Package, open_package

_STORIES = ("document", "header", "footer", "footnotes", "endnotes")
_CORE_NAMES = {
    "creator": "author", "lastModifiedBy": "last saved by", "title": "title", "subject": "subject",
    "keywords": "keywords", "description": "remarks", "category": "category",
}  # fmt: skip
_APP_NAMES = {"Company": "company", "Manager": "manager"}
_TINY = 4
"""Half-points: letters of two points and less."""
_BLACK, _COLOURED, _PALE = 40, 200, 240
"""Of 255: how bright a ground is at most that hides black letters, one that shows white letters, and those letters."""
_OUTSIDE = ("mailto:", "file:", "\\\\")
"""Where a link leads that tells an address or a folder; one to a page of the web is what its words say."""
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """What was found, and what was not looked into."""

    hidden: tuple[HiddenWords, ...]
    not_looked_at: tuple[str, ...]


def word_channels(content: bytes, *, name: str) -> Channels:
    """Return what a Word file holds beside its page; ``name`` is what a refusal calls it."""
    package = open_package(content, name=name)
    stories = [root for part in _story_parts(package) if (root := package.xml(part)) is not None]
    hidden = [words for root in stories for words in _under_a_look(root)]
    hidden += [*_people_of_changes(stories), *_pictures(stories), *_properties(package), *_embedded(package)]
    hidden += _links(package)
    shapes = sum(_count_shapes(root) for root in stories)
    pictures = sum(len(root.findall(f".//{DRAWING}blip")) for root in stories)
    unseen = [f"{count} {what}" for count, what in ((pictures, "pictures"), (shapes, "drawn shapes")) if count]
    return Channels(
        hidden=tuple(hidden), not_looked_at=tuple(f"{what}, which may show or cover words" for what in unseen)
    )


def _story_parts(package: Package) -> Iterator[str]:
    yield package.document
    for part in package.entries:
        kind = part.rpartition("/")[2]
        if kind.endswith(".xml") and kind.startswith(_STORIES) and part != package.document.lower():
            yield part


def _under_a_look(root: Element) -> Iterator[HiddenWords]:
    """Yield the words that lie under a dark ground, are pale, or too small to see: those that touch as one."""
    for paragraph in root.iter(f"{W}p"):
        ground = _ground_of(paragraph)
        pending: tuple[HiddenWay, str] | None = None
        for run in paragraph.iter(f"{W}r"):
            way = _way_of(run, ground)
            words = "".join(text.text or "" for text in run.findall(f"{W}t"))
            if pending and way is pending[0]:
                pending = (way, pending[1] + words)
                continue
            yield from _found(pending)
            pending = (way, words) if way else None
        yield from _found(pending)


def _found(pending: tuple[HiddenWay, str] | None) -> Iterator[HiddenWords]:
    if pending and pending[1].strip():
        yield HiddenWords(way=pending[0], words=pending[1].strip(), place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a run stands on."""

    fill: str | None
    """Its colour; ``None`` when it says none."""
    is_in_table: bool
    """Whether the style of a table may give it a colour that it does not say itself."""


def _ground_of(paragraph: Element) -> _Ground:
    fill = value(child(paragraph, "pPr", "shd"), "fill")
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    fill = fill or value(child(cell, "tcPr", "shd"), "fill")
    return _Ground(fill=fill, is_in_table=cell is not None)


def _way_of(run: Element, ground: _Ground) -> HiddenWay | None:
    properties = run.find(f"{W}rPr")
    colour, highlight = value(child(properties, "color")), value(child(properties, "highlight"))
    fill = value(child(properties, "shd"), "fill") or ground.fill
    brightness = _brightness(colour)
    is_pale = brightness is not None and brightness >= _PALE
    if (highlight == "black" or _is_at_most(fill, _BLACK)) and not is_pale:
        return HiddenWay.COVERED
    stands_out = highlight or _is_at_most(fill, _COLOURED) or (fill is None and ground.is_in_table)
    if is_pale and not stands_out:
        return HiddenWay.PALE
    size = number(value(child(properties, "sz")))
    return HiddenWay.TINY if size is not None and 0 <= size <= _TINY else None


def _brightness(colour: str | None) -> int | None:
    """Return how bright a colour in six hexadecimal digits is, of 255; ``None`` for ``auto`` or no colour."""
    try:
        red, green, blue = bytes.fromhex(colour or "")
    except ValueError:
        return None
    return (299 * red + 587 * green + 114 * blue) // 1000


def _is_at_most(colour: str | None, bound: int) -> bool:
    brightness = _brightness(colour)
    return brightness is not None and brightness <= bound


def _people_of_changes(stories: list[Element]) -> Iterator[HiddenWords]:
    authors = dict.fromkeys(
        str(who) for root in stories for element in root.iter(f"{W}ins", f"{W}del") if (who := value(element, "author"))
    )
    for author in authors:
        yield _property(f"author of tracked changes: {author}")


def _pictures(stories: list[Element]) -> Iterator[HiddenWords]:
    for root in stories:
        for element in root.iter("{*}docPr"):
            if words := (element.get("descr") or "").strip():
                yield _property(f"description of a picture: {words}")


def _properties(package: Package) -> Iterator[HiddenWords]:
    for part, names in (("docProps/core.xml", _CORE_NAMES), ("docProps/app.xml", _APP_NAMES)):
        root = package.xml(part)
        for element in root if root is not None else ():
            label = names.get(str(element.tag).rpartition("}")[2])
            if label and (words := (element.text or "").strip()):
                yield _property(f"{label}: {words}")
    custom = package.xml("docProps/custom.xml")
    for element in custom if custom is not None else ():
        words = _text_of(element)
        yield _property(f"{element.get('name')}: {words}")


def _embedded(package: Package) -> Iterator[HiddenWords]:
    for part in package.entries:
        if part.startswith(("word/embeddings/", "word/afchunk")) or part.endswith("vbaproject.bin"):
            yield HiddenWords(
                way=HiddenWay.ATTACHED, words=part.rpartition("/")[2], place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value)
            )
        elif part.startswith("customxml/item") and part.endswith(".xml") and "props" not in part:
            root = package.xml(part)
            words = _text_of(root) if root is not None else ""
            if words:
                yield HiddenWords(way=HiddenWay.ELSEWHERE, words=words, place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value))


def _text_of(element: Element) -> str:
    return " ".join(str(text).strip() for text in element.itertext() if text.strip())


def _links(package: Package) -> Iterator[HiddenWords]:
    for part in package.entries:
        root = package.xml(part) if part.endswith(".rels") else None
        for element in root.iter(_RELATIONSHIP) if root is not None else ():
            target = element.get("Target", "")
            if element.get("TargetMode") == "External" and target.lower().startswith(_OUTSIDE):
                yield _property(f"a link to {target.partition('?')[0]}")


def _property(words: str) -> HiddenWords:
    return HiddenWords(way=HiddenWay.PROPERTY, words=words, place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value))


def _count_shapes(root: Element) -> int:
    found = 0
    for element in root.iter("{*}wsp", "{urn:schemas-microsoft-com:vml}rect"):
        found += not any((text.text or "").strip() for text in element.iter(f"{W}t"))
    return found
