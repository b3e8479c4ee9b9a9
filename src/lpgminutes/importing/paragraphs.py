"""The paragraphs of the body: where an item, a minute, a bullet, a heading or a closing line begins.

A text that was laid out for a page breaks its lines anywhere, so every opening is checked against its
neighbours: a number must follow the number before it, a heading must have a list below it, and a doubtful
bullet may only stand where the paragraph before it could end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from lpgminutes.importing.lines import Line, ends_sentence, is_sentence, joined, take_bullet
from lpgminutes.importing.remarks import Remarks

_ITEM = re.compile(r"(?P<word>Item )?(?P<number>[0-9]{1,3})(?P<stop>[.):])?(?: (?P<title>.*))?", re.IGNORECASE)
_MINUTE = re.compile(r"(?P<item>[0-9]{1,3})\.(?P<minute>[0-9]{1,3})[.):]?(?: (?P<text>.*))?")
_CLOSING = re.compile(r"(?:Grand |Overall )?Totals?\b")
_SAYS_SOMETHING = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|noted|asked|agreed|reported|gave|provided|updated|advised"
    r"|mentioned|confirmed|highlighted|explained|discussed|thanked|took|went)\b"
)
_LONGEST_TITLE = 120
_LONGEST_HEADING = 80
_LONGEST_JUMP = 5
_LINES_OF_A_TITLE = 3
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of the body, its lines joined."""

    opening: Opening
    number: str = ""
    """Of an item or a minute, as printed."""
    glyph: str = ""
    """Of a bullet, as printed."""
    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    opening: Opening
    number: str = ""
    glyph: str = ""
    rest: str = ""
    item: int = 0
    minute: int = 0


def first_item(lines: Sequence[Line]) -> int | None:
    """Return the index of the line where the body begins: the first item."""
    return next((index for index in range(len(lines)) if _item(lines, index, after=0)), None)


def says_something(text: str) -> bool:
    """Whether a text is a statement rather than a name for what follows."""
    return bool(_SAYS_SOMETHING.search(text))


def paragraphs(lines: Sequence[Line], remarks: Remarks) -> Iterator[Paragraph]:
    """Yield the paragraphs of the body, which begins with its first item."""
    reader = _Reader(lines=lines, remarks=remarks)
    for index in range(len(lines)):
        yield from reader.read(index)
    yield from reader.finish()


@dataclass(slots=True)
class _Reader:
    """Remembers the last numbers and the paragraph that is being read."""

    lines: Sequence[Line]
    remarks: Remarks
    item: int = 0
    minute: int = 0
    current: _Opened | None = None
    began: int = 0
    texts: list[str] = field(default_factory=list)

    def read(self, index: int) -> Iterator[Paragraph]:
        """Take in one line; yields the paragraph that it ends, if it ends one."""
        opened = self._opening(index)
        if opened is None:
            self.texts.append(self.lines[index].text)
            return
        yield from self.finish()
        self._remark(opened, self.lines[index].number)
        if opened.opening is Opening.MINUTE and opened.item != self.item:
            yield Paragraph(opening=Opening.ITEM, number=str(opened.item), line=self.lines[index].number, text="")
        if opened.item:
            self.item, self.minute = opened.item, opened.minute
        self.current, self.began = opened, self.lines[index].number
        self.texts = [opened.rest] if opened.rest else []

    def finish(self) -> Iterator[Paragraph]:
        """Yield the paragraph that is being read."""
        if self.current is not None:
            yield Paragraph(
                opening=self.current.opening,
                number=self.current.number,
                glyph=self.current.glyph,
                line=self.began,
                text=joined(self.texts),
            )
            self.current = None

    def _opening(self, index: int) -> _Opened | None:
        numbered = _item(self.lines, index, after=self.item) or self._minute_at(index)
        if numbered:
            return numbered
        bullet = take_bullet(self.lines[index].text, may_begin=bool(self.texts) and self._may_begin(index))
        if bullet:
            return _Opened(opening=Opening.BULLET, glyph=bullet[0], rest=bullet[1])
        return self._unnumbered(index) if self.texts else None

    def _unnumbered(self, index: int) -> _Opened | None:
        """A paragraph that nothing but its place shows; only where the one before has begun."""
        text = self.lines[index].text
        if self.current is not None and self.current.opening is Opening.ITEM:
            return None if self._is_title_line(index) else _Opened(opening=Opening.PLAIN, rest=text)
        if self._is_heading(index):
            return _Opened(opening=Opening.HEADING, rest=text)
        if self._is_closing(index) or self._is_new_after_gap(index) or self._follows_heading():
            return _Opened(opening=Opening.PLAIN, rest=text)
        return None

    def _minute_at(self, index: int) -> _Opened | None:
        match = _MINUTE.fullmatch(self.lines[index].text)
        if match is None or (match["text"] or "")[:1].islower():
            return None
        item, minute = int(match["item"]), int(match["minute"])
        next_one = item == self.item and minute == self.minute + 1
        skips = item == self.item and minute > self.minute and self._may_begin(index)
        untitled = item == self.item + 1 and minute == 1 and self._may_begin(index)
        if not (next_one or skips or untitled):
            return None
        number = f"{item}.{minute}"
        return _Opened(opening=Opening.MINUTE, number=number, rest=match["text"] or "", item=item, minute=minute)

    def _may_begin(self, index: int) -> bool:
        return _may_begin(self.lines, index)

    def _is_title_line(self, index: int) -> bool:
        """Whether the title of an item runs on: its first minute follows within a few lines."""
        if self.lines[index].after_gap or len(joined(self.texts)) > _LONGEST_TITLE:
            return False
        return _reaches_minute(self.lines, index, self.item)

    def _is_heading(self, index: int) -> bool:
        text = self.lines[index].text
        if not (self.minute and text[:1].isupper() and len(text) <= _LONGEST_HEADING and self._may_begin(index)):
            return False
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return text[-1] not in ".;,?!" and not says_something(text) and bool(take_bullet(below, may_begin=True))

    def _is_closing(self, index: int) -> bool:
        listing = self.current is not None and self.current.opening in {Opening.BULLET, Opening.PLAIN}
        return listing and bool(_CLOSING.match(self.lines[index].text)) and self._may_begin(index)

    def _is_new_after_gap(self, index: int) -> bool:
        line, before = self.lines[index], self.lines[index - 1]
        if not line.after_gap or line.text[:1].islower():
            return False
        return ends_sentence(before.text) or len(before.text) < _FULL_LINE

    def _follows_heading(self) -> bool:
        return self.current is not None and self.current.opening is Opening.HEADING

    def _remark(self, opened: _Opened, line: int) -> None:
        if not opened.item:
            return
        if opened.opening is Opening.ITEM and opened.item != self.item + 1:
            self.remarks.at(line, "the number of the item does not follow the one before; it was kept as printed.")
        if opened.opening is Opening.MINUTE and opened.item != self.item:
            self.remarks.at(line, "this minute begins an item whose title was not found; add it by hand.")
        elif opened.opening is Opening.MINUTE and opened.minute != self.minute + 1:
            self.remarks.at(line, "the number of the minute does not follow the one before; it was kept as printed.")


def _may_begin(lines: Sequence[Line], index: int) -> bool:
    """Whether a paragraph may begin at a line: after a gap, or where the line before could end one."""
    return index == 0 or lines[index].after_gap or ends_sentence(lines[index - 1].text)


def _item(lines: Sequence[Line], index: int, *, after: int) -> _Opened | None:
    """Read a line as the beginning of the item that follows item ``after``."""
    line = lines[index]
    match = _ITEM.fullmatch(line.text)
    if match is None:
        return None
    number, title = int(match["number"]), match["title"] or ""
    set_apart = match["word"] or match["stop"] or (len(line.cells) > 1 and line.cells[0] == match["number"])
    follows = number == after + 1 or (after and after < number <= after + _LONGEST_JUMP)
    if not (set_apart and follows and _is_title(title)):
        return None
    if after and not (_may_begin(lines, index) or _is_among_items(lines, index, number, next_one=number == after + 1)):
        return None
    if not title and not _titled_below(lines, index):
        return None
    return _Opened(opening=Opening.ITEM, number=match["number"], rest=title, item=number)


def _is_among_items(lines: Sequence[Line], index: int, number: int, *, next_one: bool) -> bool:
    """Whether the neighbours show an item where the text before it lacks its stop."""
    before = _ITEM.fullmatch(lines[index - 1].text) if index else None
    return next_one and (_reaches_minute(lines, index, number) or bool(before and int(before["number"]) == number - 1))


def _reaches_minute(lines: Sequence[Line], index: int, item: int) -> bool:
    """Whether the first minute of an item follows within the few lines that a title may take."""
    following = lines[index + 1 : index + 1 + _LINES_OF_A_TITLE]
    found = (_MINUTE.fullmatch(line.text) for line in following)
    return any(match and int(match["item"]) == item and int(match["minute"]) == 1 for match in found)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text[:1].islower() and not is_sentence(text)


def _titled_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a number that stands alone has its title on the next line."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return below[:1].isalpha() and _is_title(below)
