"""Where the links on a page of a PDF lead: those that lie on a mark, and those that tell an address or a folder."""

from collections.abc import Iterator, Mapping, Sequence

from lpgminutes.domain.reviewing.copy import HiddenWay
from lpgminutes.importing.redacted.pdf_beside import letters_of
from lpgminutes.importing.redacted.pdf_covering import Seen
from lpgminutes.importing.redacted.pdf_gaps import is_mask
from lpgminutes.importing.redacted.pdf_geometry import Box
from lpgminutes.importing.redacted.pdf_objects import entry, numbers, text_of
from lpgminutes.importing.redacted.pdf_state import Ground
from lpgminutes.importing.redacted.shown_marks import is_marked

_OUTSIDE = ("mailto:", "file:", "\\\\")


def links_of(
    annotations: Sequence[object], seen: Sequence[Seen], grounds: Sequence[Ground], shown: str
) -> Iterator[tuple[HiddenWay, str]]:
    """Yield what the links of a page tell; ``shown`` is the letters that a reader sees on it.

    A link to a page of the web is what its words say, unless these words are a mark.
    """
    for annotation in annotations:
        if not isinstance(annotation, Mapping) or str(entry(annotation, "/Subtype")) != "/Link":
            continue
        target, edges = _target(annotation), numbers(entry(annotation, "/Rect"))
        if not target or len(edges) != 4:  # noqa: PLR2004 - left, bottom, right, top
            continue
        place = Box.around([edges[:2], edges[2:]])
        words = _words_in(place, seen)
        if is_marked(words) or (not words and _is_blacked_out(place, grounds)):
            yield HiddenWay.LINKED, target
        elif target.lower().startswith(_OUTSIDE) and letters_of(target.partition(":")[2]) not in shown:
            yield HiddenWay.PROPERTY, f"a link to {target}"


def _is_blacked_out(place: Box, grounds: Sequence[Ground]) -> bool:
    return any(is_mask(ground) and place.within(ground.shape.box).area > place.area / 2 for ground in grounds)


def _target(annotation: Mapping[str, object]) -> str:
    """Return where a link leads that leaves the file."""
    address = text_of(entry(annotation, "/A", "/URI")) or _file(annotation)
    return address.partition("?")[0].strip()


def _file(annotation: Mapping[str, object]) -> str:
    named = entry(annotation, "/A", "/F")
    words = text_of(entry(named, "/UF")) or text_of(entry(named, "/F")) or text_of(named)
    return f"file:{words}" if words else ""


def _words_in(box: Box, seen: Sequence[Seen]) -> str:
    inside = (
        one.word.text
        for one in seen
        if one.way is None
        and any(
            box.holds((sign.low[0] + sign.high[0]) / 2, (sign.low[1] + sign.high[1]) / 2) for sign in one.word.signs
        )
    )
    return " ".join(inside)
