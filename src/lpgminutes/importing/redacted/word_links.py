"""Where the links and fields of a Word file lead, and what their codes say, for whoever reviews a copy.

A link to a page of the web is what its words say, unless these words are a mark.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.importing.redacted.shown_marks import is_marked
from lpgminutes.importing.redacted.word_beside import folded
from lpgminutes.importing.source import PlaceUnit
from lpgminutes.importing.word.inline import text_of
from lpgminutes.importing.word.markup import Element, W, value
from lpgminutes.importing.word.package import Package

_OUTSIDE = ("mailto:", "file:", "\\\\")
"""Where a link leads that tells an address or a folder."""
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"?(?P<target>[^\"\\\s][^\"]*)", re.IGNORECASE)
_TELLING = re.compile(
    r"\s*(?:XE|TC|TA|RD|QUOTE|COMMENTS|INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|ASK|FILLIN|SET|DATABASE)\b(?P<said>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Fields whose code holds words of its own; that of any other says what Word shall put there."""
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(slots=True)
class _Open:
    """A field that is being read."""

    code: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    is_code: bool = True


def links_and_fields(package: Package, part: str, root: Element, printed: str) -> Iterator[HiddenWords]:
    """Yield what links and the codes of fields tell in a part; ``printed`` is the words of all pages, folded."""
    targets = _targets(package, part)
    for link in root.iter(f"{W}hyperlink"):
        yield from _of_link(targets.get(link.get(_ID, ""), ""), text_of(link), printed)
    for code, shown in _fields(root):
        if led := _LINK.match(code):
            yield from _of_link(led["target"].strip(), shown, printed)
        elif (told := _TELLING.match(code)) and _WORD.search(told["said"]) and not _is_printed(told["said"], printed):
            yield _words(HiddenWay.FIELD_CODE, " ".join(code.split()))


def files_pointed_to(package: Package) -> Iterator[HiddenWords]:
    """Yield the files and folders outside that parts are made with: a template, a picture that is not kept within."""
    for part in package.entries:
        root = package.xml(part) if part.endswith(".rels") else None
        for one in root.iter(_RELATIONSHIP) if root is not None else ():
            target, is_link = one.get("Target", ""), one.get("Type", "").endswith("/hyperlink")
            if one.get("TargetMode") == "External" and not is_link and target.lower().startswith(_OUTSIDE):
                yield _words(HiddenWay.PROPERTY, f"a link to {target.partition('?')[0]}")


def _targets(package: Package, part: str) -> dict[str, str]:
    """Return where the links of a part lead that leave the file, by their ids."""
    folder, _, base = part.rpartition("/")
    root = package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    outside = (
        (one for one in root.iter(_RELATIONSHIP) if one.get("TargetMode") == "External") if root is not None else ()
    )
    return {one.get("Id", ""): one.get("Target", "") for one in outside}


def _of_link(target: str, shown: str, printed: str) -> Iterator[HiddenWords]:
    target = target.partition("?")[0]
    if target and is_marked(" ".join(shown.split())):
        yield _words(HiddenWay.LINKED, target)
    elif target.lower().startswith(_OUTSIDE) and not _is_printed(target.partition(":")[2], printed):
        yield _words(HiddenWay.PROPERTY, f"a link to {target}")


def _is_printed(words: str, printed: str) -> bool:
    return f" {folded(words)} " in printed


def _fields(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the code of every field of a part, with the words that it shows."""
    for simple in root.iter(f"{W}fldSimple"):
        yield value(simple, "instr") or "", text_of(simple)
    fields: list[_Open] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = value(element, "fldCharType") if element.tag == f"{W}fldChar" else None
        if kind == "begin":
            fields.append(_Open())
        elif kind == "separate" and fields:
            fields[-1].is_code = False
        elif kind == "end" and fields:
            ended = fields.pop()
            yield "".join(ended.code), "".join(ended.shown)
        elif element.tag == f"{W}instrText" and fields and fields[-1].is_code:
            fields[-1].code.append(element.text or "")
        elif element.tag == f"{W}t":
            for one in fields:
                (one.code if one.is_code else one.shown).append(element.text or "")


def _words(way: HiddenWay, words: str) -> HiddenWords:
    return HiddenWords(way=way, words=words, place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value))
