"""A redacted copy out of the lines of a file: its marking, its passages, their marks, and what was set aside."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords, Passage, RedactedCopy
from lpgminutes.importing.furniture import strip_furniture
from lpgminutes.importing.redacted.aliases import with_aliases
from lpgminutes.importing.redacted.bare_labels import with_bare_labels
from lpgminutes.importing.redacted.box_labels import labelled
from lpgminutes.importing.redacted.notes import under_its_laws, with_notes
from lpgminutes.importing.redacted.passages import passages_of
from lpgminutes.importing.redacted.shown_marks import shown_marks
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
_PLAIN_FIELD = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|NOTEREF|REF|TOC|SEQ|STYLEREF|DATE|TIME|FORM\w+|HYPERLINK\s+(?:\\l|\"https?:))",
    re.IGNORECASE,
)
_PRINTED = frozenset({Left.FOOTNOTE.value, Left.ENDNOTE.value, Left.WATERMARK.value})


def copy_of(
    source: Source,
    *,
    name: str,
    hidden: Iterable[HiddenWords] = (),
    labels: Mapping[str, str] = MappingProxyType({}),
    not_looked_at: Iterable[str] = (),
) -> RedactedCopy:
    """Return the copy that a file holds; ``hidden`` is what its container was found to hold beside the lines.

    ``labels`` are the exemptions that stand in boxes of their own, by the lines of these boxes.
    """
    pages = strip_furniture(source.lines)
    unit = source.unit.value
    body = [*passages_of([*pages.margins, *pages.lines], unit, is_wrapped=source.is_wrapped)]
    notes = [*passages_of([*_printed(source.set_aside)], unit, is_wrapped=source.is_wrapped)]
    copy = RedactedCopy(
        name=name,
        passages=under_its_laws(with_aliases(with_bare_labels(with_notes(labelled(body, labels), notes)))),
        markings=tuple((CopyPlace(unit=unit, at=place), marking.as_written) for place, marking in pages.markings),
        not_looked_at=tuple(not_looked_at),
    )
    return replace(copy, hidden=tuple(_placed(copy, [*_hidden(source.set_aside, unit), *hidden])))


def _placed(copy: RedactedCopy, hidden: Iterable[HiddenWords]) -> Iterator[HiddenWords]:
    """Yield hidden words with the place that the copy has them in, without the properties that its pages print."""
    pages = [(passage, " ".join(passage.text.split())) for passage in copy.passages]
    for one in hidden:
        words = " ".join(one.words.split())
        if _is_only_marks(words):
            continue
        value = words.partition(": ")[2] if one.way is HiddenWay.PROPERTY else words
        passage = next((passage for passage, text in pages if value and value in text), None)
        if one.way is HiddenWay.PROPERTY and passage is not None:
            continue
        is_on_page = one.way in {HiddenWay.COVERED, HiddenWay.PALE, HiddenWay.TINY} and not one.place.at
        yield replace(one, place=passage.place) if is_on_page and passage else one


def _is_only_marks(words: str) -> bool:
    """Whether hidden words are nothing but a mark: ``XXXX S40(2)`` on a black ground."""
    marks = tuple(shown_marks(words, field="", label=None))
    shown = Passage(text=words, place=CopyPlace(unit=""), marks=marks).open_text()
    return bool(marks) and not any(character.isalnum() for character in shown)


def _hidden(aside: Iterable[SetAside], unit: str) -> Iterator[HiddenWords]:
    for piece in aside:
        if (way := _WAYS.get(piece.why)) is not None and not _is_plain_field(piece):
            yield HiddenWords(way=way, words=piece.words, place=CopyPlace(unit=unit, at=piece.place))


def _is_plain_field(piece: SetAside) -> bool:
    """Whether it is the code of a field that tells nothing: page numbers, a table of contents, a link to a page."""
    return piece.why == Left.FIELD_CODE.value and bool(_PLAIN_FIELD.match(piece.words))


def _printed(aside: Iterable[SetAside]) -> Iterator[SourceLine]:
    """Yield what is set aside from minutes and yet stands on the page."""
    for piece in aside:
        if piece.why in _PRINTED:
            yield SourceLine(spaced=piece.words, place=piece.place, kind=LineKind.FOOTER, after_gap=True)
