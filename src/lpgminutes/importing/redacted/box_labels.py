"""Boxes with nothing but an exemption in them: over the words that they withhold, or in the margin beside a mark."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from lpgminutes.domain.reviewing.copy import LabelSide, Passage, ShownMark
from lpgminutes.domain.reviewing.subjects import subject_of
from lpgminutes.importing.marks import find_marks


def labelled(passages: Iterable[Passage], labels: Mapping[str, str]) -> tuple[Passage, ...]:
    """Return passages in which boxes count; ``labels`` are the exemptions in them by the texts that they print.

    A box is the label of the marks in its paragraph that have none, or else a mark of its own.
    """
    grouped = groupby(passages, key=lambda passage: passage.place.at)
    return tuple(passage for _, together in grouped for passage in _together(list(together), labels))


def _together(passages: list[Passage], labels: Mapping[str, str]) -> Iterator[Passage]:
    boxes = [passage for passage in passages if passage.text in labels and not passage.marks]
    is_bare = any(mark.label is None for passage in passages for mark in passage.marks)
    for passage in passages:
        if boxes and is_bare:
            box = _of_box(boxes[0], labels)
            yield replace(passage, marks=tuple(_with_label(mark, box) for mark in passage.marks))
        elif passage in boxes:
            yield replace(passage, marks=(_of_box(passage, labels),))
        else:
            yield passage


def _of_box(box: Passage, labels: Mapping[str, str]) -> ShownMark:
    """Return the mark that a box is."""
    label = labels[box.text]
    cited = next(find_marks(f"[redacted: {label}]", "text"), None)
    exemptions = cited.exemptions if cited else ()
    return ShownMark(
        start=0,
        end=len(box.text),
        as_shown=box.text,
        label=label,
        side=LabelSide.BOX,
        exemptions=exemptions,
        subject=subject_of("", "", field="", is_first=False, exemptions=exemptions),
    )


def _with_label(mark: ShownMark, box: ShownMark) -> ShownMark:
    is_bare = mark.label is None
    return replace(mark, label=box.label, exemptions=box.exemptions, side=box.side) if is_bare else mark
