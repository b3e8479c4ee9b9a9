"""Comments, footnotes and endnotes: the words that a mark in the text points to."""

from dataclasses import dataclass, field

from lpgminutes.importing.word.findings import Left
from lpgminutes.importing.word.inline import text_of
from lpgminutes.importing.word.markup import W, value
from lpgminutes.importing.word.package import Package

_KINDS = {
    Left.COMMENT: ("comments", "comment"),
    Left.FOOTNOTE: ("footnotes", "footnote"),
    Left.ENDNOTE: ("endnotes", "endnote"),
}


@dataclass(slots=True)
class Notes:
    """Finds a note by its id; the part is read when the first note of its kind is asked for."""

    package: Package
    parts: dict[str, str]
    """The parts by their kind: ``comments``, ``footnotes``."""
    _known: dict[Left, dict[str, str]] = field(default_factory=dict)

    def __call__(self, kind: Left, note_id: str) -> str:
        """Return the words of a note."""
        if kind not in self._known:
            self._known[kind] = self._read(kind)
        return self._known[kind].get(note_id, "")

    def _read(self, kind: Left) -> dict[str, str]:
        part, element_name = _KINDS[kind]
        root = self.package.xml(self.parts[part]) if part in self.parts else None
        elements = root.iterfind(f"{W}{element_name}") if root is not None else ()
        return {value(element, "id") or "": text_of(element) for element in elements}
