"""A copy that somebody redacted, as it came: its passages, the marks in them, and what the file holds beside them."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter

from lpgminutes.domain.exemptions import Exemption

_BESIDE = " -\u2013:()[]0123456789\u00b9\u00b2\u00b3"
"""What may stand between a mask and its label, and the number of a note."""


class LabelSide(Enum):
    """Where the exemption stands that a mark is printed with."""

    AFTER = "straight after the mask"
    SPACED = "after the mask and a space"
    BEFORE = "before the mask"
    FIELD = "on the name of the field"
    INSIDE = "in brackets with the mark"
    SENTENCE = "at the end of the sentence"
    NOTE = "in a note at the foot"
    BOX = "in a box over or beside the words"
    ALONE = "alone in the place of the words"
    NONE = "nowhere"


class Subject(Enum):
    """What sort of thing a mark stands for, as far as the words around it tell."""

    PERSON = "person"
    POST = "post"
    DATE = "date"
    PLACE = "place"
    FIGURE = "figure"
    ADDRESS = "e-mail address"
    REFERENCE = "reference or date after an action"
    OTHER = "other stretch of words"

    @property
    def plural(self) -> str:
        """What several of them are called."""
        return _PLURALS.get(self.value, f"{self.value}s")


_PLURALS = {
    "person": "people",
    "e-mail address": "e-mail addresses",
    "reference or date after an action": "references or dates after an action",
    "other stretch of words": "other stretches of words",
}


class HiddenWay(Enum):
    """How words are in a file that no reader of the page sees."""

    DELETED = "deleted under tracked changes"
    HIDDEN = "hidden"
    COMMENT = "in a comment"
    COVERED = "under a dark box"
    PALE = "in the colour of what lies behind it"
    TINY = "in letters too small to see"
    PROPERTY = "in the properties of the file"
    EARLIER = "in an earlier state of the file"
    ATTACHED = "in a file inside the file"
    FIELD_CODE = "in the code of a field"
    NOT_APPLIED = "under a redaction that was drawn and never applied"
    ELSEWHERE = "in a part that is not printed"
    BOXED = "under a box that was laid over them"
    PICTURED = "under a picture"
    OUTSIDE = "outside what the page shows"
    LAYER = "on a layer that is switched off"
    FORM_FIELD = "in a field of the form"
    SPOKEN = "in what is read aloud and copied instead of the words on the page"
    BOOKMARK = "in a bookmark"
    LINKED = "in a link that lies on a mark"
    SCAN = "behind the picture of a scan"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPlace:
    """Where something stands in a copy."""

    unit: str
    """What the file is counted in: ``line``, ``paragraph``, ``page``."""
    at: int = 0
    """Counted from 1; 0 for the file as a whole."""
    clause: str = ""
    """The number that the copy prints before it: ``2.2``."""
    field: str = ""
    """The name of the field that it stands in: ``Attendees``."""

    def words(self) -> str:
        """Return the place as a person would name it."""
        where = f"{self.unit} {self.at}" if self.at else ""
        named = self.clause or self.field
        return f"{named} ({where})" if named and where else named or where or "the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMark:
    """A mark as it stands in a copy."""

    start: int
    end: int
    """The stretch of its passage that it takes up."""
    as_shown: str
    label: str | None = None
    side: LabelSide = LabelSide.NONE
    exemptions: tuple[Exemption, ...] = ()
    subject: Subject = Subject.OTHER
    is_alias: bool = False
    """Whether it is what a person is called instead: ``Officer A``."""

    @property
    def mask(self) -> str:
        """What is printed over the words, without its label: a run of one sign, or nothing for a mark in words."""
        run = (self.as_shown.replace(self.label, "") if self.label else self.as_shown).strip(_BESIDE)
        return run if len(set(run.upper())) == 1 else ""

    @property
    def cited(self) -> str:
        """The exemptions in full, the label as printed where it is none that is known, or what to say for none."""
        listed = ", ".join(exemption.citation() for exemption in self.exemptions)
        return listed or (f"the label {self.label}" if self.label else "no label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a copy, or a cell, with its spaces folded."""

    text: str
    place: CopyPlace
    marks: tuple[ShownMark, ...] = ()
    starts: tuple[tuple[int, int], ...] = ()
    """Where each line of the file begins in the text, with the number of the line."""

    def place_of(self, offset: int) -> CopyPlace:
        """Return the place of a character, to the line."""
        index = bisect_right(self.starts, offset, key=itemgetter(0)) - 1
        at = self.starts[index][1] if index >= 0 else self.place.at
        return CopyPlace(unit=self.place.unit, at=at, clause=self.place.clause, field=self.place.field)

    def open_text(self, sign: str = " ") -> str:
        """Return the text with each mark blanked and one sign in its last place, so that every offset holds."""
        letters = list(self.text)
        for mark in self.marks:
            letters[mark.start : mark.end] = " " * (mark.end - mark.start - 1) + sign
        return "".join(letters)

    @property
    def is_withheld(self) -> bool:
        """Whether nothing but marks is left of it, and perhaps the name of its field with the label on it."""
        left = self.open_text().strip().removeprefix(self.place.field)
        labels = {mark.label for mark in self.marks}
        return bool(self.marks) and left.strip(" .,;:") in {"", *labels}


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenWords:
    """Words that the file holds and the page does not show."""

    way: HiddenWay
    words: str
    place: CopyPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactedCopy:
    """A whole copy."""

    name: str
    """The name of the file, which may tell something too."""
    passages: tuple[Passage, ...]
    markings: tuple[tuple[CopyPlace, str], ...] = ()
    """The protective markings that it prints, as written."""
    hidden: tuple[HiddenWords, ...] = ()
    not_looked_at: tuple[str, ...] = ()
    """What of the file nobody looked into, a phrase each: pictures, drawings."""

    def marks(self) -> tuple[tuple[Passage, ShownMark], ...]:
        """Return every mark with its passage, in reading order."""
        return tuple((passage, mark) for passage in self.passages for mark in passage.marks)
