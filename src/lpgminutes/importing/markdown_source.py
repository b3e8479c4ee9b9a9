"""A Markdown text taken apart: headings, lists, tables, emphasis; its front matter beside it.

Where the front matter holds the minutes themselves, as content systems keep them, its text is the text.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.errors import InputError
from lpgminutes.importing.decoding import decode
from lpgminutes.importing.markdown_marks import shown
from lpgminutes.importing.source import PlaceUnit, SetAside, Source, SourceLine, SourceRemark
from lpgminutes.importing.text_source import cleaned, plain_line, raw_lines
from lpgminutes.importing.text_tables import RawLine, is_rule, is_table_line, table_rows

FrontMatterReader = Callable[[str], object]
"""Reads YAML: groups, lists and texts; raises ``InputError`` where it is none."""

_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<title>.*?)(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r" {0,3}=+\s*")
_BREAK = re.compile(r" {0,3}(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_BULLET = re.compile(r"(?P<indent>\s*)(?P<bullet>[-*+\u2022])\s+(?P<rest>\S.*)")
_NUMBER = re.compile(r"(?P<indent>\s*)(?P<number>\d{1,3}[.)])\s+(?P<rest>\S.*)")
_QUOTE = re.compile(r" {0,3}> ?")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCED_OFF = re.compile(
    r"(?P<above>(?:\s++|# source:.*\n)*+)---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_FEWEST_LINES_OF_MINUTES = 3
_RULE = re.compile(r"[-=_*\s]{5,}")


def markdown_source(content: bytes, *, name: str, read_front_matter: FrontMatterReader) -> Source:
    """Take a Markdown text apart; ``name`` is what a refusal calls the file."""
    decoded = decode(content, name=name)
    text, remarks = cleaned(decoded.text, name)
    front = _front_matter(text, read_front_matter)
    body = _Body()
    lines = tuple(body.lines(front.body))
    return Source(
        lines=lines,
        unit=PlaceUnit.LINE,
        is_wrapped=True,
        set_aside=tuple(body.set_aside),
        remarks=(*decoded.remarks, *remarks, *front.remarks),
        front_matter=front.fields,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _FrontMatter:
    body: Sequence[RawLine]
    fields: tuple[tuple[str, str], ...] = ()
    remarks: tuple[SourceRemark, ...] = ()


def _front_matter(text: str, read: FrontMatterReader) -> _FrontMatter:
    lines = list(raw_lines(text))
    match = _FENCED_OFF.match(text)
    if match is None:
        return _FrontMatter(body=lines)
    try:
        value = read(match["fields"])
    except InputError:
        value = None
    if not isinstance(value, Mapping):
        return _FrontMatter(body=lines)
    below = lines[text.count("\n", 0, match.end()) :]
    fields = dict(_flat(value))
    minutes = next((key for key in fields if _is_minutes(fields[key])), None)
    if minutes is None or any(line.text.strip() for line in below):
        return _FrontMatter(body=below, fields=tuple(fields.items()))
    return _FrontMatter(
        body=list(_placed(fields.pop(minutes), lines)),
        fields=tuple(fields.items()),
        remarks=(SourceRemark(sentence=f"The minutes were read from the field {minutes!r} of the front matter."),),
    )


def _flat(value: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the fields as texts: a list one entry a line, a group's fields by themselves."""
    for key, held in value.items():
        if isinstance(held, Mapping):
            yield from _flat(held, f"{prefix}{key}.")
        elif isinstance(held, list):
            yield f"{prefix}{key}", "\n".join(str(entry) for entry in held if isinstance(entry, str))
        elif isinstance(held, str):
            yield f"{prefix}{key}", held


def _is_minutes(value: str) -> bool:
    """Whether a field holds a text with a heading of its own: more than an agenda or a summary."""
    lines = [line for line in value.split("\n") if line.strip()]
    return len(lines) >= _FEWEST_LINES_OF_MINUTES and any(_HEADING.fullmatch(line) for line in lines)


def _placed(text: str, lines: Sequence[RawLine]) -> Iterator[RawLine]:
    """Yield the lines of a folded text, each with the place in the file where its words begin."""
    cursor = 0
    for written in text.split("\n"):
        opening = written.strip()[:20]
        found = next(
            (at for at in range(cursor, len(lines)) if opening and lines[at].text.strip().startswith(opening)), None
        )
        cursor = cursor if found is None else found
        yield RawLine(lines[cursor].place, written, lines[cursor].page)


@dataclass(slots=True)
class _Body:
    """Reads the lines of the text; knows the lists that are open."""

    set_aside: list[SetAside] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    table: int = 0
    is_code: bool = False

    def lines(self, raw: Sequence[RawLine]) -> Iterator[SourceLine]:
        """Yield the lines that hold something, and the rows of tables."""
        gap = False
        at = 0
        raw = self._without_comments(raw)
        while at < len(raw):
            line = raw[at]
            if self._is_table(raw, at):
                end = next((e for e in range(at, len(raw)) if not self._is_row(raw[e].text)), len(raw))
                self.table += 1
                yield from table_rows(raw[at:end], table=self.table, shorn=self._shorn, after_gap=gap)
                at, gap = end, False
                continue
            read = self._line(line, after_gap=gap)
            if read is not None and _UNDERLINE.fullmatch(raw[at + 1].text if at + 1 < len(raw) else ""):
                read = replace(read, outline_level=1)
                at += 1
            if read is not None:
                yield read
            gap = read is None
            at += 1

    def _without_comments(self, raw: Sequence[RawLine]) -> list[RawLine]:
        """Set comments aside: they are not seen where Markdown is shown."""
        whole = "\n".join(line.text for line in raw)
        if "<!--" not in whole:
            return list(raw)

        def hide(comment: re.Match[str]) -> str:
            place = raw[whole.count("\n", 0, comment.start())].place
            self.set_aside.append(SetAside(place=place, words=comment.group(), why="a hidden comment"))
            return "\n" * comment.group().count("\n")

        texts = _COMMENT.sub(hide, whole).split("\n")
        return [replace(line, text=text) for line, text in zip(raw, texts, strict=True)]

    def _is_table(self, raw: Sequence[RawLine], at: int) -> bool:
        below = raw[at + 1].text if at + 1 < len(raw) else ""
        drawn = is_table_line(raw[at].text) and self._is_row(below)
        return drawn or ("|" in raw[at].text and "|" in below and is_rule(below))

    def _is_row(self, text: str) -> bool:
        return is_table_line(text) or "|" in text.strip().strip("|")

    def _shorn(self, text: str) -> tuple[str, bool]:
        seen = shown(text)
        return seen.text, seen.is_bold

    def _line(self, line: RawLine, *, after_gap: bool) -> SourceLine | None:
        """Return a line as it is seen, or nothing for one that only draws or parts."""
        text = _QUOTE.sub("", line.text)
        if _FENCE.match(text):
            self.is_code = not self.is_code
            return None
        if not text.strip() or _BREAK.fullmatch(text) or _RULE.fullmatch(text):
            return None
        if self.is_code:
            return plain_line(line, after_gap=after_gap)
        if heading := _HEADING.fullmatch(text):
            self.indents = []
            return self._seen(line, heading["title"], after_gap=after_gap, outline_level=len(heading["level"]))
        if listed := _BULLET.fullmatch(text) or _NUMBER.fullmatch(text):
            return self._listed(line, listed, after_gap=after_gap)
        if after_gap and not text.startswith((" ", "\t")):
            self.indents = []
        return self._seen(line, text, after_gap=after_gap)

    def _listed(self, line: RawLine, listed: re.Match[str], *, after_gap: bool) -> SourceLine | None:
        indent = len(listed["indent"].expandtabs())
        while self.indents and indent < self.indents[-1]:
            self.indents.pop()
        if not self.indents or indent > self.indents[-1] + 1:
            self.indents.append(indent)
        groups = listed.groupdict()
        return self._seen(
            line,
            listed["rest"],
            after_gap=after_gap,
            bullet=groups.get("bullet") or "",
            number=groups.get("number") or "",
            list_level=len(self.indents),
        )

    def _seen(self, line: RawLine, text: str, *, after_gap: bool, outline_level: int | None = None,
              bullet: str = "", number: str = "", list_level: int = 0) -> SourceLine | None:  # fmt: skip
        seen = shown(text)
        self.set_aside += [
            SetAside(place=line.place, words=address, why="the address of a link") for address in seen.addresses
        ]
        if not seen.text.strip():
            return None
        return SourceLine(
            spaced=seen.text,
            place=line.place,
            page=line.page,
            after_gap=after_gap,
            indent=len(line.text) - len(line.text.lstrip()),
            outline_level=outline_level,
            bullet=bullet,
            number=number,
            list_level=list_level,
            is_bold=seen.is_bold,
            bold_start=seen.bold_start,
            is_italic=seen.is_italic,
        )
