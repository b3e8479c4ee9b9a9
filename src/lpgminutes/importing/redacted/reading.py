"""A redacted copy out of the lines of a file: its marking, its passages, their marks, and what was set aside."""

from collections.abc import Iterable, Iterator

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords, RedactedCopy
from lpgminutes.importing.furniture import strip_furniture
from lpgminutes.importing.redacted.passages import passages_of
from lpgminutes.importing.source import LineKind, SetAside, Source, SourceLine
from lpgminutes.importing.word.findings import Left

_WAYS = {
    Left.DELETED.value: HiddenWay.DELETED,
    Left.HIDDEN.value: HiddenWay.HIDDEN,
    Left.COMMENT.value: HiddenWay.COMMENT,
    Left.FIELD_CODE.value: HiddenWay.FIELD_CODE,
    Left.MERGED.value: HiddenWay.HIDDEN,
}
"""What a Word file holds that its page does not show; a footnote is printed, and a prompt is nobody's words."""
_PRINTED = frozenset({Left.FOOTNOTE.value, Left.ENDNOTE.value, Left.WATERMARK.value})


def copy_of(
    source: Source, *, name: str, hidden: Iterable[HiddenWords] = (), not_looked_at: Iterable[str] = ()
) -> RedactedCopy:
    """Return the copy that a file holds; ``hidden`` is what its container was found to hold beside the lines."""
    pages = strip_furniture(source.lines)
    unit = source.unit.value
    return RedactedCopy(
        name=name,
        passages=tuple(
            passages_of([*pages.margins, *pages.lines, *_printed(source.set_aside)], unit, is_wrapped=source.is_wrapped)
        ),
        markings=tuple((CopyPlace(unit=unit, at=place), marking.as_written) for place, marking in pages.markings),
        hidden=(*_hidden(source.set_aside, unit), *hidden),
        not_looked_at=tuple(not_looked_at),
    )


def _hidden(aside: Iterable[SetAside], unit: str) -> Iterator[HiddenWords]:
    for piece in aside:
        if (way := _WAYS.get(piece.why)) is not None:
            yield HiddenWords(way=way, words=piece.words, place=CopyPlace(unit=unit, at=piece.place))


def _printed(aside: Iterable[SetAside]) -> Iterator[SourceLine]:
    """Yield what is set aside from minutes and yet stands on the page."""
    for piece in aside:
        if piece.why in _PRINTED:
            yield SourceLine(spaced=piece.words, place=piece.place, kind=LineKind.FOOTER, after_gap=True)
