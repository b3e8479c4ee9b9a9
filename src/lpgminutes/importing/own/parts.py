"""The parts of minutes that this program wrote, as Word or as text: known by the headings that it gives them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.importing.source import SourceLine

ATTENDANCE, DECLARATIONS, ACTIONS, DECISIONS, NEXT_MEETING, CONTACT, APPROVAL = (
    "Attendance", "Declarations of interest", "Actions", "Decisions", "Next meeting", "Contact",
    "Approval of these minutes",
)  # fmt: skip
_BEFORE_ITEMS = (ATTENDANCE, DECLARATIONS)
_AFTER_ITEMS = (ACTIONS, DECISIONS, NEXT_MEETING, CONTACT, APPROVAL)
_ALWAYS = frozenset({ATTENDANCE, ACTIONS, NEXT_MEETING})
_RULE = re.compile(r"-+")
_ITEM = re.compile(r"(?P<number>\S+)(?:\t| {2})(?P<title>\S.*)")
_LEVEL_OF_PARTS = 2
_LONGEST_HEADING = 30
"""Lines over one rule."""
WIDTH = 76
"""How wide the program writes its text."""
_NUMBERED = re.compile(r"\d+(?:\.\d+)+\.? \S")
_LISTED = re.compile(r"[->] \S")
_HANG = 6
"""How far in the program goes on with a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading with what stands under it."""

    heading: SourceLine
    lines: tuple[SourceLine, ...]

    @property
    def name(self) -> str:
        """The words of the heading."""
        return self.heading.text

    @property
    def item(self) -> re.Match[str] | None:
        """The number and the title of an item."""
        return _ITEM.fullmatch(self.heading.spaced.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnParts:
    """Minutes divided as the program divides them."""

    head: tuple[SourceLine, ...]
    items: tuple[Part, ...]
    named: dict[str, Part]

    def lines_of(self, name: str) -> tuple[SourceLine, ...]:
        """Return what stands under a heading; nothing where there is none."""
        part = self.named.get(name)
        return part.lines if part else ()


def own_parts(lines: Sequence[SourceLine], *, is_text: bool) -> OwnParts | None:
    """Divide a paper as the program prints it; ``None`` where it is not divided in just that way."""
    head, parts = _in_text(lines) if is_text else _in_word(lines)
    names = [part.name for part in parts]
    known = [name for name in names if name in {*_BEFORE_ITEMS, *_AFTER_ITEMS}]
    in_order = [name for name in (*_BEFORE_ITEMS, *_AFTER_ITEMS) if name in known]
    items = [part for part in parts if part.name not in known]
    begins = len([name for name in in_order if name in _BEFORE_ITEMS])
    is_own = known == in_order and set(known) >= _ALWAYS and parts[begins : begins + len(items)] == items
    if not is_own or not items or not all(part.item for part in items):
        return None
    return OwnParts(
        head=tuple(head),
        items=tuple(items),
        named={part.name: part for part in parts if part.name in known},
    )


def _in_word(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[Part]]:
    starts = [at for at, line in enumerate(lines) if line.outline_level == _LEVEL_OF_PARTS and not line.cells]
    ends = [*starts[1:], len(lines)]
    parts = [
        Part(heading=lines[start], lines=tuple(lines[start + 1 : end]))
        for start, end in zip(starts, ends, strict=False)
    ]
    return list(lines[: starts[0]] if starts else lines), parts


def _in_text(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[Part]]:
    """Divide by the rules: one is as long as the longest line of the heading over it."""
    headings: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if not _RULE.fullmatch(line.spaced):
            continue
        start = _start_of_paragraph(lines, at)
        over = [one.spaced for one in lines[start:at]]
        if over and len(line.spaced) == max(map(len, over)):
            headings.append((start, at))
    parts = []
    ends = [*(start for start, _ in headings[1:]), len(lines)]
    for (start, rule), end in zip(headings, ends, strict=False):
        words = " ".join(line.spaced for line in lines[start:rule])
        parts.append(Part(heading=replace(lines[start], spaced=words), lines=tuple(lines[rule + 1 : end])))
    return list(lines[: headings[0][0]] if headings else lines), parts


def _start_of_paragraph(lines: Sequence[SourceLine], at: int) -> int:
    first = max(0, at - _LONGEST_HEADING)
    while at > first and not lines[at].after_gap:
        at -= 1
    return at


def unwrapped(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Yield the paragraphs of lines that the program wrapped: each goes on while the next word had no room."""
    group: list[SourceLine] = []
    for line in lines:
        if group and (line.after_gap or _has_room(group[-1], line)):
            yield _joined(group)
            group = []
        group.append(line)
    if group:
        yield _joined(group)


def paragraphs_in(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Yield the paragraphs that empty lines part, each as one line; one that was typed under another is its own."""
    group: list[SourceLine] = []
    for line in lines:
        if group and (line.after_gap or _is_typed_under(line, group)):
            yield _joined(group)
            group = []
        group.append(line)
    if group:
        yield _joined(group)


def _is_typed_under(line: SourceLine, group: Sequence[SourceLine]) -> bool:
    """Whether a line begins a minute or a point where the program, which leaves a line empty, would go on."""
    if _NUMBERED.match(line.text):
        return line.indent < _HANG
    if not _LISTED.match(line.text):
        return False
    is_beside = bool(_LISTED.match(group[0].text)) and line.indent <= group[0].indent
    return is_beside or _has_room(group[-1], line)


def _has_room(before: SourceLine, line: SourceLine) -> bool:
    """Whether the first word of a line would have stood in the line before, had the program wrapped them."""
    return before.indent + len(before.spaced) + 1 + len(line.text.partition(" ")[0]) <= WIDTH


def hanging(lines: Sequence[SourceLine], indent: int) -> Iterator[SourceLine]:
    """Yield each line with those under it that begin so far in."""
    group: list[SourceLine] = []
    for line in lines:
        if group and line.indent != indent:
            yield _joined(group)
            group = []
        group.append(line)
    if group:
        yield _joined(group)


def _joined(group: Sequence[SourceLine]) -> SourceLine:
    first, *others = group
    return replace(first, spaced=" ".join([first.spaced, *(line.text for line in others)]))
