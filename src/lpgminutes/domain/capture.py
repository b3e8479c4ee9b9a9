"""The capture grammar: what a typed line becomes."""

import re
from dataclasses import dataclass

from lpgminutes.domain.meetings import BlockKind

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?;]{0,58}[^\s:.!?;]):\s+(?P<rest>\S.*)", re.DOTALL)
_MOST_LABEL_WORDS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedLine:
    """A line as it was read."""

    kind: BlockKind
    depth: int = 0
    """Of a point: 1 under its minute, 2 under another point."""
    label: str = ""
    text: str


def read_line(line: str) -> CapturedLine:
    """Read a line: ``# title`` is an item, ``- text`` a point, ``-- text`` a sub-point, anything else a minute."""
    stripped = line.strip()
    if stripped.startswith("#"):
        return CapturedLine(kind=BlockKind.ITEM, text=stripped.lstrip("#").strip())
    if dashes := re.match(r"(--?)\s+(?=\S)", stripped):
        label, text = _label_and_text(stripped[dashes.end() :])
        return CapturedLine(kind=BlockKind.POINT, depth=len(dashes[1]), label=label, text=text)
    return CapturedLine(kind=BlockKind.MINUTE, text=stripped)


def _label_and_text(text: str) -> tuple[str, str]:
    match = _LABEL.fullmatch(text)
    if match is None or len(match["label"].split()) > _MOST_LABEL_WORDS:
        return "", text
    return match["label"], match["rest"]
