"""What a Word file holds beside its text, noted with its place while it is read."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from lpgminutes.domain.text import clean
from lpgminutes.importing.source import SetAside, SourceRemark

_NO_LIMIT = 1 << 30
"""The parts of the file are bounded before their words are looked at."""


class Left(Enum):
    """What is left out of the text, in the words that a person is told."""

    DELETED = "words deleted under tracked changes"
    HIDDEN = "hidden words"
    PROMPT = "the prompt of a field that nobody filled in"
    COMMENT = "a comment"
    FOOTNOTE = "a footnote"
    ENDNOTE = "an endnote"
    CONTENTS = "a table of contents"
    FIELD_CODE = "the code of a field"
    MERGED = "words in a cell that is merged away"
    WATERMARK = "a watermark"


_SAID_ONCE = {
    Left.COMMENT: "comments were left out; they stand among what was set aside.",
    Left.FOOTNOTE: "footnotes were set aside; copy what belongs to the minutes.",
    Left.ENDNOTE: "endnotes were set aside; copy what belongs to the minutes.",
    Left.HIDDEN: "stretches of hidden words were left out, as they are not printed.",
    Left.PROMPT: "fields that nobody filled in were left out.",
}
_SINGULAR = {
    Left.COMMENT: "a comment was left out; it stands among what was set aside.",
    Left.FOOTNOTE: "a footnote was set aside; copy what belongs to the minutes.",
    Left.ENDNOTE: "an endnote was set aside; copy what belongs to the minutes.",
    Left.HIDDEN: "a stretch of hidden words was left out, as it is not printed.",
    Left.PROMPT: "a field that nobody filled in was left out.",
}


@dataclass(slots=True)
class Findings:
    """Collects what was left out, and what a person should look at."""

    read: int = 0
    """How many paragraphs and rows were read so far."""
    set_aside: list[SetAside] = field(default_factory=list)
    insertions: Counter[int] = field(default_factory=Counter)
    """How many insertions under tracked changes were read, by place."""
    pictures: int = 0
    embedded: int = 0
    unclean: list[str] = field(default_factory=list)
    """Stretches that characters were taken out of at the door, as they were."""
    text_boxes: set[int] = field(default_factory=set)
    _counts: Counter[Left] = field(default_factory=Counter)
    _deletions: Counter[int] = field(default_factory=Counter)

    @property
    def place(self) -> int:
        """Where the reading is: every note is made there."""
        return max(1, self.read)

    def leave(self, what: Left, words: str) -> None:
        """Leave words out of the text, but keep them for whoever looks."""
        words = " ".join(words.split())
        if not words:
            return
        self.set_aside.append(SetAside(place=self.place, words=words, why=what.value))
        self._counts[what] += 1
        if what is Left.DELETED:
            self._deletions[self.place] += 1

    def insert(self) -> None:
        """Note an insertion under tracked changes, which is read."""
        self.insertions[self.place] += 1

    def remarks(self) -> tuple[SourceRemark, ...]:
        """Return the sentences for whoever brought the file."""
        return (*self._of_changes(), *self._of_what_was_left(), *self._of_the_rest())

    def _of_changes(self) -> list[SourceRemark]:
        added, taken = self.insertions.total(), self._deletions.total()
        if not added and not taken:
            return []
        whole = (
            f"The file has tracked changes that nobody has accepted yet: it was read as if all were accepted, so that "
            f"{_counted(added, 'insertion')} {_were(added)} read and {_counted(taken, 'deletion')} {_were(taken)} "
            f"left out. To read it otherwise, accept or reject the changes in Word and import it again."
        )
        at = [
            SourceRemark(sentence="words under tracked changes stand here; read as if accepted.", place=place)
            for place in sorted({*self.insertions, *self._deletions})
        ]
        return [SourceRemark(sentence=whole), *at]

    def _of_what_was_left(self) -> list[SourceRemark]:
        places = {what: [s.place for s in self.set_aside if s.why == what.value] for what in _SAID_ONCE}
        found: list[SourceRemark] = []
        for what, sentence in _SAID_ONCE.items():
            if self._counts[what] == 1:
                found.append(SourceRemark(sentence=_SINGULAR[what], place=places[what][0]))
            elif self._counts[what]:
                found.append(SourceRemark(sentence=f"{self._counts[what]} {sentence}"))
        return found

    def _of_the_rest(self) -> list[SourceRemark]:
        found = [
            SourceRemark(sentence=f"{_counted(count, name)} {'was' if count == 1 else 'were'} {done}.")
            for (name, done), count in (
                (("picture", "left out: words in pictures are not read"), self.pictures),
                (("embedded object or chart", "left out"), self.embedded),
            )
            if count
        ]
        taken_out = clean("".join(self.unclean), limit=_NO_LIMIT).remarks
        found += [SourceRemark(sentence=f"{phrase}.") for phrase in taken_out]
        found += [
            SourceRemark(sentence="words of a text box were put after the paragraph that it hangs on.", place=place)
            for place in sorted(self.text_boxes)
        ]
        return found


def _counted(count: int, name: str) -> str:
    return f"{count or 'no'} {name}{'' if count == 1 else 's'}"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
