"""What a Word file holds beside its page, or under something that lies on it, for whoever reviews a copy.

The text reader gives every word that Word would print, whatever it looks like; here the look is what matters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.importing.redacted.word_beside import Beside, folded
from lpgminutes.importing.redacted.word_lines import Lines
from lpgminutes.importing.redacted.word_links import files_pointed_to, links_and_fields
from lpgminutes.importing.redacted.word_looks import read_looks
from lpgminutes.importing.redacted.word_parts import related_parts, story_parts
from lpgminutes.importing.redacted.word_shapes import drawn_shapes
from lpgminutes.importing.redacted.word_unseen import unseen_words
from lpgminutes.importing.source import PlaceUnit
from lpgminutes.importing.word.markup import COMPATIBILITY, DRAWING, Element, W, value
from lpgminutes.importing.word.package import Package, open_package

_CORE_NAMES = {
    "creator": "author", "lastModifiedBy": "last saved by", "title": "title", "subject": "subject",
    "keywords": "keywords", "description": "remarks", "category": "category",
}  # fmt: skip
_APP_NAMES = {"Company": "company", "Manager": "manager"}
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
_CHARTS = ("/chart", "/diagram", "/chartex")
"""How the kinds of drawing end that hold words of their own elsewhere in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """What was found, and what was not looked into."""

    hidden: tuple[HiddenWords, ...]
    labels: Mapping[str, str]
    """The exemptions that stand in boxes of their own, by their lines; empty for a line that cites none."""
    not_looked_at: tuple[str, ...]


def word_channels(content: bytes, *, name: str) -> Channels:
    """Return what a Word file holds beside its page; ``name`` is what a refusal calls it."""
    package = open_package(content, name=name)
    parts = {part: root for part in story_parts(package) if (root := package.xml(part)) is not None}
    stories = list(parts.values())
    for root in stories:
        _drop_older_forms(root)
    related = related_parts(package)
    looks = read_looks(stories[0], related)
    drawn = [drawn_shapes(root, Lines(looks)) for root in stories]
    hidden = [
        words
        for root, shapes in zip(stories, drawn, strict=True)
        for words in (*unseen_words(root, looks, over_pictures=shapes.over_pictures), *shapes.covered)
    ]
    hidden += [*_people(stories, related.get("people")), *_pictures(stories), *_properties(package)]
    hidden += [*_embedded(package), *files_pointed_to(package), *_beside(package, parts, related)]
    return Channels(
        hidden=tuple(hidden),
        labels={text: label for shapes in drawn for text, label in shapes.labels.items()},
        not_looked_at=tuple(_unseen(package, stories, sum(shapes.unseen for shapes in drawn))),
    )


def _drop_older_forms(root: Element) -> None:
    """Take out the forms of a drawing that Word writes beside its own, for older programs."""
    for alternative in list(root.iter(f"{COMPATIBILITY}AlternateContent")):
        if alternative.find(f"{COMPATIBILITY}Choice") is not None:
            for older in alternative.findall(f"{COMPATIBILITY}Fallback"):
                alternative.remove(older)


def _unseen(package: Package, stories: list[Element], shapes: int) -> Iterator[str]:
    pictures = sum(len(root.findall(f".//{DRAWING}blip")) for root in stories)
    drawings = (data for root in stories for data in root.iter(f"{DRAWING}graphicData"))
    charts = sum(data.get("uri", "").endswith(_CHARTS) for data in drawings)
    for count, what in ((pictures, "picture"), (shapes, "drawn shape"), (charts, "chart")):
        if count:
            yield f"{count} {what}{'' if count == 1 else 's'}, which may show or cover words"
    if any(part.startswith("docprops/thumbnail.") for part in package.entries):
        yield "the preview of the first page, which may show what stood there before"


def _beside(package: Package, parts: Mapping[str, Element], related: Mapping[str, Element]) -> Iterator[HiddenWords]:
    paragraphs = (paragraph for root in parts.values() for paragraph in root.iter(f"{W}p"))
    printed = (folded("".join(text.text or "" for text in paragraph.iter(f"{W}t"))) for paragraph in paragraphs)
    beside = Beside(f" {' | '.join(printed)} ")
    for part, root in parts.items():
        yield from links_and_fields(package, part, root, beside.printed)
        yield from beside.of_story(root)
    yield from beside.of_settings(related.get("settings"))
    yield from beside.of_prompts(related.get("glossaryDocument"))


def _people(stories: list[Element], people: Element | None) -> Iterator[HiddenWords]:
    changes = (root.iter(*_CHANGES) for root in stories)
    authors = dict.fromkeys(str(who) for found in changes for one in found if (who := value(one, "author")))
    for author in authors:
        yield _property(f"author of tracked changes: {author}")
    for person in people.iter("{*}person") if people is not None else ():
        named = next((str(who) for key, who in person.attrib.items() if str(key).endswith("}author")), "")
        if named and named not in authors:
            yield _property(f"somebody who edited the file: {named}")


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


def _property(words: str) -> HiddenWords:
    return HiddenWords(way=HiddenWay.PROPERTY, words=words, place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value))
