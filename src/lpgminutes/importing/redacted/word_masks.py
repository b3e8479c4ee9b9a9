"""Marks that a Word file shows by the look of blanks: a black ground, or a line under them.

They are written out as the signs that they look like, so that they are read as any other mark.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lpgminutes.importing.redacted.word_colours import is_dark
from lpgminutes.importing.redacted.word_looks import Looks, read_looks
from lpgminutes.importing.redacted.word_parts import related_parts, story_parts
from lpgminutes.importing.redacted.word_unseen import runs_of, words_of
from lpgminutes.importing.word.markup import Element, W, child, value
from lpgminutes.importing.word.package import open_package

_MASK, _BLANK = "\u2588" * 5, "_" * 8
_LEAST = 3
"""Blanks that make a mark; one or two between words are only blanks."""
_TAB = 8
"""As many blanks as a tab is worth."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def with_masks(content: bytes, *, name: str) -> bytes:
    """Return a Word file in which blanks that look like a mark are written as one; ``name`` is for a refusal."""
    package = open_package(content, name=name)
    parts = {part: root for part in story_parts(package) if (root := package.xml(part)) is not None}
    looks = read_looks(parts[package.document], related_parts(package)) if package.document in parts else None
    changed = {part.lower(): root for part, root in parts.items() if looks and _write_out(root, looks)}
    return _repacked(content, changed) if changed else content


def _write_out(root: Element, looks: Looks) -> bool:
    found = [(run, sign) for paragraph in root.iter(f"{W}p") for run, sign in _masks(paragraph, looks)]
    for run, sign in found:
        texts = list(run.iterchildren(f"{W}t", f"{W}tab"))
        texts[0].tag = f"{W}t"
        texts[0].text = sign
        texts[0].set(_SPACE, "preserve")
        for further in texts[1:]:
            run.remove(further)
    return bool(found)


def _masks(paragraph: Element, looks: Looks) -> Iterator[tuple[Element, str]]:
    setting = None
    for run in runs_of(paragraph):
        words = words_of(run)
        if not words or words.strip() or len(words.replace("\t", " " * _TAB)) < _LEAST:
            continue
        setting = setting or looks.setting(paragraph)
        ground = looks.look(run, setting).ground
        if ground.is_on_words and ground.colour is not None and is_dark(ground.colour):
            yield run, _MASK
        elif value(child(run, "rPr", "u")) not in {None, "none"}:
            yield run, _BLANK


def _repacked(content: bytes, changed: Mapping[str, Element]) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            root = changed.get(info.filename.replace("\\", "/").lstrip("/").lower())
            if root is None:
                new.writestr(info.filename, old.read(info))
            else:
                written = BytesIO()
                root.getroottree().write(written, encoding="UTF-8", xml_declaration=True)
                new.writestr(info.filename, written.getvalue())
    return packed.getvalue()
