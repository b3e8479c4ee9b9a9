"""The paragraphs of the body: where an item, a minute, a bullet, a heading or a closing line begins.

A text that was laid out for a page breaks its lines anywhere, so every opening is checked against its
neighbours: a number must follow the number before it, a heading must have something below it, and a doubtful
bullet may only stand where the paragraph before it could end.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from lpgminutes.importing.action_cues import begins_action
from lpgminutes.importing.item_titles import split_title
from lpgminutes.importing.lines import ends_sentence, is_sentence, joined, says_something, take_bullet
from lpgminutes.importing.numbering import Family, Numbered, read_number
from lpgminutes.importing.outline import ItemOpening
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine
from lpgminutes.importing.titles import is_heading
from lpgminutes.importing.wrapping import Wrapping, wrapping_of

_WORD = re.compile(r"[^\W\d_]{2}")
"""What no title is without: below a blanked one a scanner reads the marks of its minutes."""
_CLOSING = re.compile(r"(?:Grand |Overall )?Totals?\b")
_LONGEST_TITLE = 120
_LONGEST_HEADING = 80
_LINES_OF_A_TITLE = 3
_FULL_PART = 0.8
_FULL_TITLE = 40
_FULL_LINE = 60
"""A line shorter than this was not broken by the margin."""


class Opening(Enum):
    """What a paragraph opens."""

    ITEM = "item"
    MINUTE = "minute"
    BULLET = "bullet"
    HEADING = "heading"
    PLAIN = "plain"
    """Text with nothing before it: the total that closes a list, or a paragraph without a number."""
    ROW = "row"
    """A row of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of the body, its lines joined."""

    opening: Opening
    number: str = ""
    """Of an item or a minute, as printed."""
    glyph: str = ""
    """Of a bullet or a numbered point, as printed."""
    mark: str = ""
    """What stood before its words and became its number or its bullet, to the letter."""
    level: int = 0
    """How deep in a list it stands, where the file says so."""
    line: int
    """The place where it begins."""
    places: tuple[int, ...] = ()
    """The places of all its lines."""
    text: str
    bold_start: int = 0
    """How many characters at its front are bold."""
    row: SourceLine | None = None
    """The row, of a paragraph that is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    opening: Opening
    number: str = ""
    glyph: str = ""
    level: int = 0
    rest: str = ""
    item: int = 0
    minute: int = 0
    key: tuple[Family, int] | None = None
    """The list that a number belongs to, and its place in it."""


def paragraphs(
    lines: Sequence[SourceLine], openings: Sequence[ItemOpening], remarks: Remarks, *, wrapping: Wrapping | None = None
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body; ``openings`` are its items, by their place among the lines."""
    reader = _Reader(
        lines=lines,
        openings={opening.index: opening for opening in openings},
        above={opening.index - 1 for opening in openings if opening.title_above},
        remarks=remarks,
        wrapping=wrapping or wrapping_of(lines),
    )
    for index in range(len(lines)):
        yield from reader.read(index)
    yield from reader.finish()


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Remembers the last numbers and the paragraph that is being read."""

    lines: Sequence[SourceLine]
    openings: Mapping[int, ItemOpening]
    above: set[int]
    remarks: Remarks
    wrapping: Wrapping
    item: int = 0
    minute: int = 0
    run: dict[Family, int] = field(default_factory=dict)
    """The last number of each list of minutes that has no item's number in it."""
    current: _Opened | None = None
    began: int = 0
    texts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    mark: str = ""
    bold: int = 0

    def read(self, index: int) -> Iterator[Paragraph]:
        """Take in one line; yields the paragraphs that it ends."""
        line = self.lines[index]
        if index in self.above:
            return
        if line.cells:
            yield from self.finish()
            yield _row(line)
            return
        opened = self._opening(index)
        if opened is None:
            self.texts.append(line.text)
            self.places.append(line.place)
            return
        yield from self.finish()
        yield from self._untitled(opened, line)
        self._begin(opened, index)
        if opened.opening is Opening.ITEM:
            yield from self._split_item(opened)

    def finish(self) -> Iterator[Paragraph]:
        """Yield the paragraph that is being read."""
        if self.current is None:
            return
        current, self.current = self.current, None
        if current.opening is Opening.ITEM:
            yield self._item(current, joined(self.texts))
            return
        yield Paragraph(
            opening=current.opening,
            number=current.number,
            glyph=current.glyph,
            mark=self.mark,
            level=current.level,
            line=self.began,
            places=tuple(self.places),
            text=joined(self.texts),
            bold_start=self.bold,
        )

    def _item(self, current: _Opened, title: str) -> Paragraph:
        return Paragraph(
            opening=Opening.ITEM,
            number=current.number,
            mark=self.mark,
            line=self.began,
            places=tuple(self.places),
            text=title.removesuffix(":").strip(),
        )

    def _split_item(self, opened: _Opened) -> Iterator[Paragraph]:
        """Yield an item whose title is followed by its words on the same line; the words go on by themselves."""
        title, rest = split_title(opened.rest, bold=self.bold)
        if rest:
            yield self._item(opened, title)
            self.current, self.texts, self.mark, self.bold = _Opened(opening=Opening.PLAIN, rest=rest), [rest], "", 0

    def _begin(self, opened: _Opened, index: int) -> None:
        line = self.lines[index]
        self._remark(opened, line.place)
        if opened.item or opened.opening is Opening.ITEM:
            self.item, self.minute = opened.item, opened.minute
        if opened.opening is Opening.ITEM:
            self.run = {family: last for family, last in self.run.items() if family is Family.PLAIN}
        if opened.key is not None and opened.opening is Opening.MINUTE:
            self.run[opened.key[0]] = opened.key[1]
        self.current, self.began = opened, line.place
        self.texts = [opened.rest] if opened.rest else []
        self.places = [line.place]
        skipped = len(line.text) - len(opened.rest)
        self.mark = line.text[:skipped] if line.text.endswith(opened.rest) else ""
        self.bold = len(opened.rest) if line.is_bold else max(line.bold_start - max(skipped, 0), 0)

    def _untitled(self, opened: _Opened, line: SourceLine) -> Iterator[Paragraph]:
        """Yield the item that a minute opens by its number when no title was found for it."""
        if opened.opening is Opening.MINUTE and opened.item and opened.item != self.item:
            yield Paragraph(opening=Opening.ITEM, number=str(opened.item), line=line.place, text="")

    def _opening(self, index: int) -> _Opened | None:
        opening = self.openings.get(index)
        if opening is not None:
            return _Opened(opening=Opening.ITEM, number=opening.number, rest=self._title(opening), item=opening.value)
        return self._numbered(index) or self._bulleted(index) or self._unnumbered(index)

    def _title(self, opening: ItemOpening) -> str:
        """Return the words on the line of an item; a title below its number is read as the next line."""
        if opening.title_above or read_number(self.lines[opening.index]) is None:
            return opening.words
        found = read_number(self.lines[opening.index])
        return found.words if found and opening.number else opening.words

    def _bulleted(self, index: int) -> _Opened | None:
        line = self.lines[index]
        if line.bullet:
            return _Opened(opening=Opening.BULLET, glyph=line.bullet, level=line.list_level, rest=line.text)
        may_begin = bool(self.texts) and self._may_begin(index)
        bullet = take_bullet(line.text, may_begin=may_begin or self.current is None)
        return _Opened(opening=Opening.BULLET, glyph=bullet[0], rest=bullet[1]) if bullet else None

    def _numbered(self, index: int) -> _Opened | None:
        found = read_number(self.lines[index])
        if found is None:
            return None
        if found.family is Family.MINUTE:
            return self._minute_at(index, found)
        if found.family in {Family.LETTER, Family.ROMAN, Family.PLAIN, Family.DEEPER}:
            return self._listed(index, found)
        return None

    def _minute_at(self, index: int, found: Numbered) -> _Opened | None:
        item, minute = found.values
        if found.words[:1].islower():
            return None
        next_one = item == self.item and minute == self.minute + 1
        again = item == self.item and minute == self.minute and not found.number[-1].isdigit()
        skips = item == self.item and minute > self.minute and self._may_begin(index)
        untitled = item == self.item + 1 and minute == 1 and self._may_begin(index)
        if not (next_one or skips or untitled or again):
            return None
        return _Opened(opening=Opening.MINUTE, number=found.number, rest=found.words, item=item, minute=minute)

    def _listed(self, index: int, found: Numbered) -> _Opened | None:
        """Read a number of a list: a minute where the item counts its minutes so, else a point."""
        line = self.lines[index]
        if not found.words or not (line.number or (found.is_set_apart and self._may_list(index, found))):
            return None
        last = self.run.get(found.family)
        opens = self.current is None or self.current.opening is Opening.ITEM
        follows = (last is not None and found.value == last + 1) or (opens and found.value == 1)
        is_minute = follows and line.list_level <= 1
        glyph = line.number or line.text[: len(line.text) - len(found.words)].strip()
        return _Opened(
            opening=Opening.MINUTE if is_minute else Opening.BULLET,
            number=found.number if is_minute else "",
            glyph=glyph,
            level=line.list_level,
            rest=found.words,
            key=(found.family, found.value),
        )

    def _may_list(self, index: int, found: Numbered) -> bool:
        """Whether an entry of a list may begin: where a paragraph may, or right below the entry before it."""
        line = self.lines[index]
        follows = self.current is not None and self.current.key == (found.family, found.value - 1)
        is_titled = self.current is not None and self.current.opening is Opening.ITEM and bool(self.texts)
        opens = is_titled and found.value == 1 and found.family in {Family.LETTER, Family.ROMAN}
        return follows or opens or index == 0 or line.after_gap or ends_sentence(self.lines[index - 1].text)

    def _unnumbered(self, index: int) -> _Opened | None:
        """A paragraph that nothing but its place shows; only where the one before has begun."""
        plain = _Opened(opening=Opening.PLAIN, rest=self.lines[index].text)
        if self.current is None:
            return self._heading_or(plain, index)
        if not self.texts:
            return plain if self.current.opening is Opening.ITEM and not _WORD.search(plain.rest) else None
        if self.current.opening is Opening.ITEM:
            return None if self._is_title_line(index) else self._heading_or(plain, index)
        return self._parted(plain, index)

    def _parted(self, plain: _Opened, index: int) -> _Opened | None:
        """Return what a line opens beside an open paragraph; nothing where it carries that one on."""
        if begins_action(plain.rest):
            return plain
        if self._is_heading(index):
            return _Opened(opening=Opening.HEADING, rest=plain.rest)
        return plain if self._is_closing(index) or self._is_new(index) or self._follows_heading() else None

    def _heading_or(self, plain: _Opened, index: int) -> _Opened:
        heads = self._is_heading(index)
        return _Opened(opening=Opening.HEADING, rest=plain.rest) if heads else plain

    def _may_begin(self, index: int) -> bool:
        """Whether a paragraph may begin at a line: after a gap, or where the line before could end one."""
        line = self.lines[index]
        if index == 0 or line.after_gap or not self.lines[index - 1].text or line.number:
            return True
        before = self.lines[index - 1]
        if self.wrapping.is_paragraphs and not self.wrapping.carries_on(before, line):
            return True
        return ends_sentence(before.text)

    def _is_title_line(self, index: int) -> bool:
        """Whether the title of an item runs on: it is unfinished, or its first minute follows within a few lines."""
        line = self.lines[index]
        if line.after_gap or len(joined(self.texts)) > _LONGEST_TITLE or line.bullet or line.number:
            return False
        if self._reaches_minute(index):
            return True
        before = self.lines[index - 1]
        return not ends_sentence(before.text) and self._is_unfinished(before, line)

    def _is_unfinished(self, before: SourceLine, line: SourceLine) -> bool:
        """Whether a title goes on: the next line begins small or in the same capitals, or the first one is full."""
        if line.text[:1].islower() or before.text[-1:] in ",-\u2013&/":
            return True
        width = self.wrapping.width
        is_full = width is not None and len(before.text) >= width * _FULL_PART and not is_sentence(line.text)
        return is_full or (before.text.isupper() and line.text.isupper() and len(before.text) >= _FULL_TITLE)

    def _reaches_minute(self, index: int) -> bool:
        following = self.lines[index + 1 : index + 1 + _LINES_OF_A_TITLE]
        found = (read_number(line) for line in following)
        return any(n and n.family is Family.MINUTE and n.values == (self.item, 1) for n in found)

    def _is_heading(self, index: int) -> bool:
        line = self.lines[index]
        if line.outline_level or is_heading(self.lines, index):
            return True
        text = line.text
        if not (self.minute and text[:1].isupper() and len(text) <= _LONGEST_HEADING and self._may_begin(index)):
            return False
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        lists = below is not None and bool(below.bullet or take_bullet(below.text, may_begin=True))
        return text[-1] not in ".;,?!" and not says_something(text) and lists

    def _is_closing(self, index: int) -> bool:
        listing = self.current is not None and self.current.opening in {Opening.BULLET, Opening.PLAIN}
        return listing and bool(_CLOSING.match(self.lines[index].text)) and self._may_begin(index)

    def _is_new(self, index: int) -> bool:
        line, before = self.lines[index], self.lines[index - 1]
        if line.after_gap:
            is_short = len(before.text) < _FULL_LINE or self.wrapping.is_paragraphs
            return not line.text[:1].islower() and (ends_sentence(before.text) or is_short)
        return not self.wrapping.carries_on(before, line)

    def _follows_heading(self) -> bool:
        return self.current is not None and self.current.opening is Opening.HEADING

    def _remark(self, opened: _Opened, place: int) -> None:
        if (
            opened.opening is Opening.ITEM
            and opened.item
            and opened.item not in {self.item, self.item + 1}
            and self.item
        ):
            self.remarks.at(place, "the number of the item does not follow the one before; it was kept as printed.")
        if not opened.item or opened.opening is not Opening.MINUTE:
            return
        if opened.item != self.item:
            self.remarks.at(place, "this minute begins an item whose title was not found; add it by hand.")
        elif opened.minute > self.minute + 1:
            self.remarks.at(place, "the number of the minute does not follow the one before; it was kept as printed.")


def _row(line: SourceLine) -> Paragraph:
    texts = (" ".join(cell.text.split()) for cell in line.cells)
    return Paragraph(
        opening=Opening.ROW,
        line=line.place,
        places=(line.place,),
        text=" | ".join(text for text in texts if text),
        row=line,
    )
