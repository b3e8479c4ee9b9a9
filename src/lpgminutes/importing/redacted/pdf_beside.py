"""What a PDF holds beside its pages: properties, bookmarks, fields, words to be read aloud, files, earlier states."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape
from typing import TYPE_CHECKING, Any

from lpgminutes.domain.reviewing.copy import HiddenWay
from lpgminutes.importing.redacted.pdf_annotations import value_of
from lpgminutes.importing.redacted.pdf_earlier import earlier_lines, states_of
from lpgminutes.importing.redacted.pdf_objects import entry, parts, text_of
from lpgminutes.importing.redacted.pdf_state import Spoken

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PARTS = 50_000
"""Parts of a tree that are looked into."""
_LARGEST_XMP = 1024 * 1024
_PROPERTIES = {
    "/Author": "author",
    "/Title": "title",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/Company": "company",
    "/Manager": "manager",
    "/Comments": "comments",
}
_XMP = {
    "title": "title",
    "creator": "author",
    "Author": "author",
    "description": "subject",
    "subject": "keywords",
    "Keywords": "keywords",
    "Company": "company",
    "Manager": "manager",
}
_XMP_ENTRY = re.compile(
    rf"<(?P<tag>(?:dc|pdf|pdfx|xmp|photoshop):(?P<name>{'|'.join(_XMP)}))\b[^>]*(?<!/)>(?P<inside>.*?)</(?P=tag)\s*>"
    rf"|\b(?:pdf|pdfx|dc):(?P<attribute>{'|'.join(_XMP)})\s*=\s*\"(?P<value>[^\"]*)\"",
    re.DOTALL,
)
_MARKUP = re.compile(r"<[^>]*>")
_PLAIN_BOOKMARK = re.compile(r"(?:(?:blank )?page|slide|sheet|cover|contents|_?goback)\s*[\divx]*", re.IGNORECASE)

Found = Iterator[tuple[HiddenWay, str]]


def beside_pages(reader: "PdfReader", content: bytes, *, shown: str) -> Found:
    """Yield what a file holds beside its pages; ``shown`` is the letters that a reader sees on them."""
    yield from _properties(reader)
    yield from _bookmarks(entry(reader.root_object, "/Outlines"), shown)
    yield from _fields(entry(reader.root_object, "/AcroForm", "/Fields"), shown)
    yield from _structure(entry(reader.root_object, "/StructTreeRoot", "/K"), shown)
    for attached in reader.attachments:
        yield HiddenWay.ATTACHED, attached
    states = states_of(content)
    if states > 1:
        yield from ((HiddenWay.EARLIER, line) for line in earlier_lines(content) if _is_told(line, shown))
        yield HiddenWay.EARLIER, f"saved in place {'once' if states - 1 == 1 else f'{states - 1} times'}"


def spoken_otherwise(spoken: Sequence[Spoken], shown: str) -> Found:
    """Yield the words that are read aloud for others and stand nowhere on the page."""
    for one in spoken:
        is_sign = bool(one.shown.strip()) and not letters_of(one.shown)
        if not is_sign and _is_told(one.words, shown) and letters_of(one.words) not in letters_of(one.shown):
            yield HiddenWay.SPOKEN, one.words


def letters_of(words: str) -> str:
    """Return the letters and figures of some words, as they are compared."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", words).casefold() if letter.isalnum())


def _is_told(words: str, shown: str) -> bool:
    """Whether words tell something that the pages do not show."""
    letters = letters_of(words)
    return len(letters) > 1 and letters not in shown


def _properties(reader: "PdfReader") -> Found:
    told: set[str] = set()
    for label, words in [*_of_information(reader), *_of_xmp(reader)]:
        if words and letters_of(words) not in told:
            told.add(letters_of(words))
            yield HiddenWay.PROPERTY, f"{label}: {words}"


def _of_information(reader: "PdfReader") -> Iterator[tuple[str, str]]:
    told = entry(reader.trailer, "/Info")
    for key, label in _PROPERTIES.items():
        yield label, text_of(entry(told, key))


def _of_xmp(reader: "PdfReader") -> Iterator[tuple[str, str]]:
    stream = entry(reader.root_object, "/Metadata")
    packed = stream.get_data() if hasattr(stream, "get_data") else b""
    text = _decoded(packed[:_LARGEST_XMP])
    for found in _XMP_ENTRY.finditer(text):
        name, inside = found["name"] or found["attribute"], found["inside"] or found["value"] or ""
        for words in filter(None, (piece.strip() for piece in _MARKUP.split(inside))):
            yield _XMP[name], unescape(words)


def _decoded(packed: bytes) -> str:
    is_wide = packed.startswith((b"\xfe\xff", b"\xff\xfe"))
    return packed.decode("utf-16" if is_wide else "utf-8", "replace")


def _bookmarks(outlines: object, shown: str) -> Found:
    waiting, seen = [entry(outlines, "/First")], set[int]()
    while waiting and len(seen) < _MOST_PARTS:
        bookmark = waiting.pop()
        if bookmark is None or id(bookmark) in seen:
            continue
        seen.add(id(bookmark))
        words = text_of(entry(bookmark, "/Title"))
        if _is_told(words, shown) and not _PLAIN_BOOKMARK.fullmatch(words):
            yield HiddenWay.BOOKMARK, words
        waiting += [entry(bookmark, "/Next"), entry(bookmark, "/First")]


def _fields(fields: object, shown: str) -> Found:
    waiting, seen = list(reversed(parts(fields))), set[int]()
    while waiting and len(seen) < _MOST_PARTS:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        words = value_of(one) if entry(one, "/V") is not None else ""
        for told in (words, text_of(entry(one, "/DV"))):
            if told and _is_told(told, shown):
                yield HiddenWay.FORM_FIELD, told
        for choice in map(_choice, parts(entry(one, "/Opt"))):
            if _is_told(choice, shown):
                yield HiddenWay.ELSEWHERE, f"a choice of a form field: {choice}"
        waiting += reversed(parts(entry(one, "/Kids")))


def _choice(option: object) -> str:
    """Return what a choice is shown as, which may be a pair of what is kept and what is shown."""
    return text_of(option) or next((text_of(part) for part in reversed(parts(option))), "")


def _structure(tree: Any, shown: str) -> Found:  # noqa: ANN401 - a PDF may hold anything anywhere
    waiting: list[Any] = [tree]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_PARTS:
        element = waiting.pop()
        if id(element) in seen or element is None:
            continue
        seen.add(id(element))
        waiting += reversed(parts(element))
        if description := text_of(entry(element, "/Alt")):
            yield HiddenWay.PROPERTY, f"description of a picture: {description}"
        if (words := text_of(entry(element, "/E"))) and _is_told(words, shown):
            yield HiddenWay.PROPERTY, f"what a short form stands for: {words}"
        if (words := text_of(entry(element, "/ActualText"))) and _is_told(words, shown):
            yield HiddenWay.SPOKEN, words
        waiting.append(entry(element, "/K"))
