"""What a copy says of its marks elsewhere: their exemptions in notes at the foot, and the law that its labels mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lpgminutes.domain.reviewing.copy import LabelSide, Passage, ShownMark
from lpgminutes.importing.labels import LABEL, SCOTTISH, read_labels
from lpgminutes.importing.redacted.shown_marks import read_under

_CITING = re.compile(
    r"(?:\[?(?P<number>[0-9]{1,2}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})\]?[.:)]?\s*)?"
    rf"(?:(?:information|text|names?)?\s?(?:redacted|withheld|removed|exempt)\W*(?:under)?\s*)?(?P<label>{LABEL})\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<number>[0-9]{1,2}|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})\]?\Z")
_FIGURES = str.maketrans("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789")
_OF_SCOTLAND = re.compile(
    r"Information \(Scotland\)|\bFOI\(?S\)?A\b|\bEI\(?S\)?Rs?\b|Scottish Information Commissioner", re.IGNORECASE
)


def with_notes(passages: Sequence[Passage], notes: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages of a copy and of its notes, in which marks have the exemptions that notes cite for them.

    A note goes with the number that stands on a mark; without numbers, notes go with the marks in order where there
    are as many. A note that cites is no mark itself.
    """
    cited: dict[str, str] = {}
    in_order: list[str] = []
    rest = []
    for note in notes:
        labels = _citations(note)
        cited |= {number: label for number, label in labels if number}
        in_order += [label for number, label in labels if not number]
        rest.append(replace(note, marks=()) if labels else note)
    body = []
    for passage in passages:
        labels = _citations(passage)
        is_note = bool(labels) and all(number for number, _ in labels)
        cited |= dict(labels) if is_note else {}
        body.append(replace(passage, marks=()) if is_note else passage)
    bare = sum(mark.label is None for passage in body for mark in passage.marks)
    following = iter(in_order if len(in_order) == bare else ())
    return (*(_cited(passage, cited, following) for passage in body), *rest)


def _citations(passage: Passage) -> list[tuple[str, str]]:
    """Return the number and the label of each line of a note; nothing where a line says something else."""
    starts = [start for start, _ in passage.starts]
    lines = [passage.text[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    matches = [_CITING.fullmatch(line) for line in lines]
    if None in matches:
        return []
    return [((match["number"] or "").translate(_FIGURES), match["label"]) for match in matches if match]


def _cited(passage: Passage, cited: dict[str, str], following: Iterable[str]) -> Passage:
    marks = tuple(_with_note(mark, cited, following) for mark in passage.marks)
    return replace(passage, marks=marks) if marks != passage.marks else passage


def _with_note(mark: ShownMark, cited: dict[str, str], following: Iterable[str]) -> ShownMark:
    if mark.label is not None:
        return mark
    number = _NUMBER.search(mark.as_shown)
    label = cited.get(number["number"].translate(_FIGURES)) if number else next(iter(following), None)
    if label is None:
        return mark
    return replace(mark, label=label, exemptions=read_labels(label), side=LabelSide.NOTE)


def under_its_laws(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return passages whose labels are read under the law of Scotland where the copy speaks of that."""
    if not any(_OF_SCOTLAND.search(passage.open_text()) for passage in passages):
        return tuple(passages)
    return tuple(read_under(passage, SCOTTISH) if passage.marks else passage for passage in passages)
