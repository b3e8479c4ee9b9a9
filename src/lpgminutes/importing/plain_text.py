"""Minutes from a plain text, redacted or not: decode, strip, divide into head, body and foot, read each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lpgminutes.domain.marking_scheme import Tier
from lpgminutes.domain.markings import Marking, read_marking
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import InputError
from lpgminutes.importing.body import read_body
from lpgminutes.importing.foot import foot_begins, read_foot
from lpgminutes.importing.furniture import CleanPages, strip_furniture
from lpgminutes.importing.head import read_head
from lpgminutes.importing.lines import Line, lines_of
from lpgminutes.importing.paragraphs import first_item, paragraphs
from lpgminutes.importing.remarks import Remarks

SIZE_LIMIT = 4 * 1024 * 1024
"""Bytes of a text. The minutes of a long day are a tenth of a megabyte."""

_BRACKETED = re.compile(r"\([^()]*\)")
_OPENING_WORDS = re.compile(r"(?:draft )?(?:minutes|notes) of (?:the )?(?:meeting of )?(?:the )?", re.IGNORECASE)
_CLOSING_WORD = re.compile(r"\s(?:meeting|minutes)$", re.IGNORECASE)
_LONGEST_SHORT_NAME = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedText:
    """A meeting as read from a text, and what a person should look at."""

    meeting: Meeting
    warnings: tuple[str, ...] = ()


def read_text_minutes(data: bytes, *, name: str) -> ImportedText:
    """Read minutes from the bytes of a text file; ``name`` is what a refusal calls it."""
    remarks = Remarks()
    source = clean_line(name, what="The name of the file").text
    pages = strip_furniture(lines_of(_cleaned(_decode(data, source, remarks), source, remarks)))
    begins = first_item(pages.lines)
    if begins is None:
        raise InputError(
            f"{source} holds no minutes that can be read: no numbered item was found, such as '1. Welcome'."
        )
    ends = _end_of_body(pages.lines, begins)
    head = read_head(pages.lines[:begins], remarks)
    body = read_body(paragraphs(pages.lines[begins:ends], remarks), remarks)
    foot = read_foot(pages.lines[ends:], remarks)
    if not head.title:
        remarks.whole("No title was found; add it by hand.")
    meeting = Meeting(
        series=series_of(head.title),
        title=head.title,
        subtitle=head.subtitle,
        marking=_marking(pages, remarks),
        date=head.date,
        start=head.start,
        end=head.end,
        location=head.location,
        attendance=head.attendance,
        items=body.items,
        actions=body.actions,
        next_meeting=foot.next_meeting,
        contact=foot.contact,
        marks=(*head.marks, *foot.marks),
    )
    return ImportedText(meeting=meeting, warnings=remarks.sentences())


def series_of(title: str) -> Series:
    """Return the standing body that a title names: without ``meeting``, and short by its capitals."""
    name = _CLOSING_WORD.sub("", _OPENING_WORDS.sub("", title, count=1)).strip()
    words = _BRACKETED.sub(" ", name).split()
    initials = "".join(word[0] for word in words if word[0].isascii() and word[0].isupper())
    return Series(short_name=initials[:_LONGEST_SHORT_NAME].lower() or "minutes", name=name or "Minutes")


def _decode(data: bytes, name: str, remarks: Remarks) -> str:
    if len(data) > SIZE_LIMIT:
        raise InputError(f"{name} is larger than {SIZE_LIMIT // 1024 // 1024} MB, too large for minutes.")
    if b"\0" in data:
        raise InputError(f"{name} is not a plain text: save it as a text file in UTF-8 and import that.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError(
            f"{name} is in an encoding that is not known here: save it as UTF-8 text and import that."
        ) from None
    remarks.whole("The text is not UTF-8; it was read as Windows-1252. Check its accents, dashes and quotes.")
    return text


def _cleaned(text: str, name: str, remarks: Remarks) -> str:
    """Clean the text whole, page by page, so that the page breaks stay."""
    pages = [clean(page, limit=SIZE_LIMIT, what=name) for page in text.split("\f")]
    for remark in dict.fromkeys(remark for page in pages for remark in page.remarks):
        remarks.whole(f"{remark}.")
    return "\f".join(page.text for page in pages)


def _end_of_body(lines: Sequence[Line], begins: int) -> int:
    found = (index for index in range(begins + 1, len(lines)) if foot_begins(lines, index))
    return next(found, len(lines))


def _marking(pages: CleanPages, remarks: Remarks) -> Marking:
    """Return the first marking that was printed; the others should be the same."""
    if not pages.markings:
        remarks.whole(f"No protective marking was found; {Tier.OFFICIAL.value} was taken. Check it.")
        return read_marking(Tier.OFFICIAL.value)
    first = pages.markings[0][1]
    for line, marking in pages.markings:
        if marking.canonical != first.canonical:
            remarks.at(line, "this marking is not the one at the top; the one at the top was kept.")
    return first
