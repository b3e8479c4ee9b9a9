"""Boxes with nothing but an exemption in them: over the words that they withhold, or in the margin beside a mark."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lpgminutes.domain.reviewing.copy import LabelSide, Passage, ShownMark
from lpgminutes.domain.reviewing.subjects import subject_of
from lpgminutes.importing.labels import read_labels


def labelled(passages: Iterable[Passage], labels: Mapping[str, str]) -> tuple[Passage, ...]:
    """Return passages in which boxes count; ``labels`` are the exemptions in them by the lines that they print.

    A box stands after the paragraph that it hangs on. It is the label of the marks there that have none, or else a
    mark of its own; a line of it that cites nothing is neither.
    """
    groups: list[list[Passage]] = []
    for passage in passages:
        if groups and passage.text in labels:
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return tuple(passage for together in groups for passage in _together(together, labels))


def _together(passages: Sequence[Passage], labels: Mapping[str, str]) -> Iterator[Passage]:
    marks = [_of_box(passage, labels[passage.text]) for passage in passages if labels.get(passage.text)]
    bare = sum(mark.label is None for one in passages for mark in one.marks if one.text not in labels)
    is_label = bool(bare) and len(marks) in {1, bare}
    given = iter(marks if len(marks) == bare else marks * bare)
    for one in passages:
        label = labels.get(one.text)
        if label is not None:
            yield replace(one, marks=(_of_box(one, label),) if label and not is_label else ())
        elif is_label:
            yield replace(one, marks=tuple(_with_label(mark, given) for mark in one.marks))
        else:
            yield one


def _of_box(box: Passage, label: str) -> ShownMark:
    """Return the mark that a box is."""
    exemptions = read_labels(label)
    return ShownMark(
        start=0,
        end=len(box.text),
        as_shown=box.text,
        label=label,
        side=LabelSide.BOX,
        exemptions=exemptions,
        subject=subject_of("", "", field="", is_first=False, exemptions=exemptions),
    )


def _with_label(mark: ShownMark, given: Iterator[ShownMark]) -> ShownMark:
    if mark.label is not None:
        return mark
    box = next(given)
    return replace(mark, label=box.label, exemptions=box.exemptions, side=box.side)
