"""People who are called by a letter: ``Officer A``, ``Person B``.

Minutes of some cases call people so themselves. Where the copy says that names were replaced they are marks for
certain; without that, several letters are marks of which the review says that it cannot tell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lpgminutes.domain.reviewing.copy import LabelSide, Passage, ShownMark, Subject
from lpgminutes.importing.labels import LABEL, read_labels

_ALIAS = re.compile(
    r"(?<![\w\[<{-])(?:Officer|Official|Person|Individual|Employee|Witness|Complainant|Resident|Colleague"
    r"|Staff [Mm]ember|Member of [Ss]taff) (?P<letter>[A-Z]|[1-9])(?![\w&]|-\w|\.\w|[.,] [A-Z][a-z]+ v\b)"
)
_REPLACED = re.compile(
    r"\b(?:names?|officers?|officials?|individuals?|people|staff|persons?)\b[^.]{0,80}\b(?:replaced|anonymi[sz]ed"
    r"|pseudonymi[sz]ed|substituted|shown|referred to|identified)\b[^.]{0,40}"
    r"\b(?:letters?|initials?|pseudonyms?|titles?)\b",
    re.IGNORECASE,
)
_SEVERAL = 2


def with_aliases(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages of a copy with the letters that stand for people as marks."""
    said = next((match for passage in passages if (match := _REPLACED.search(passage.text))), None)
    found = [list(_ALIAS.finditer(passage.text)) for passage in passages]
    letters = {match["letter"] for matches in found for match in matches}
    if not said and len(letters) < _SEVERAL:
        return tuple(passages)
    label = _label_of(said)
    return tuple(_with_marks(passage, matches, label) for passage, matches in zip(passages, found, strict=True))


def _label_of(said: re.Match[str] | None) -> str | None:
    """Return what the sentence cites that says how names were replaced."""
    cited = re.search(LABEL, said.string[said.start() :]) if said else None
    return cited.group() if cited and read_labels(cited.group()) else None


def _with_marks(passage: Passage, matches: Sequence[re.Match[str]], label: str | None) -> Passage:
    own = [
        match for match in matches if not any(m.start < match.end() and match.start() < m.end for m in passage.marks)
    ]
    if not own:
        return passage
    marks = [*passage.marks, *(_mark(match, label) for match in own)]
    return replace(passage, marks=tuple(sorted(marks, key=lambda mark: mark.start)))


def _mark(match: re.Match[str], label: str | None) -> ShownMark:
    return ShownMark(
        start=match.start(),
        end=match.end(),
        as_shown=match.group(),
        label=label,
        side=LabelSide.NOTE if label else LabelSide.NONE,
        exemptions=read_labels(label),
        subject=Subject.PERSON,
        is_alias=True,
    )
