"""Exemptions that stand in the place of the words they withhold: ``Section 40 introduced the paper``.

Minutes speak of sections too. Only where one acts as a person does, costs money, or is all that a field or a numbered
paragraph says, is it a mark for certain; then the others of the copy that nobody speaks of as law are marks as well.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from lpgminutes.domain.reviewing.copy import LabelSide, Passage, ShownMark
from lpgminutes.domain.reviewing.subjects import names_people, subject_of
from lpgminutes.importing.labels import LABEL, ONE_LABEL, read_labels

_ALONE = r"(?<![\w(\[<{{/-])(?:{label})(?![\w)\]>}}]|-\w)"
_LABEL = re.compile(_ALONE.format(label=LABEL))
_LABEL_OF_ONE = re.compile(_ALONE.format(label=ONE_LABEL))
"""The same for a list of people, each withheld under one."""
_DONE_BY_PEOPLE = """
    thanked introduced reported asked said noted updated presented advised confirmed mentioned welcomed left joined
    explained agreed spoke took opened closed queried suggested commented highlighted outlined summarised informed told
    went dialled raised proposed seconded responded replied apologised chaired declared attended arrived sent
"""
_ACTS = re.compile(rf"(?:'s|\u2019s|\s(?:also |then |further |again |both )?(?:{'|'.join(_DONE_BY_PEOPLE.split())})\b)")
_SPOKEN_OF_BEFORE = re.compile(
    r"\b(?:under|per|virtue of|pursuant to|accordance with|line with|terms of|purposes of|meaning of|use of|see|cit\w+"
    r"|exempt\w*(?: from)?|rel(?:y|ied|ying) (?:up)?on|reliance on|appl\w+|engag\w+|invok\w+|test (?:of|in)|whether"
    r"|that|the|a|an|both|with|within|sections?)\W*\Z",
    re.IGNORECASE,
)
_THINGS_OF_A_LAW = """
    agreement notice notices order orders officer work works report reports funding duty duties consent meeting
    application enquiry inquiry visit review status approval lead leads team teams grant grants money rule rules
    guidance list act acts
"""
_SAID_OF_A_LAW = r"appl|exempt|provid|requir|protect|cover|relat|enquir|inquir"
_SPOKEN_OF_AFTER = re.compile(
    r"\W*(?:\([^()]*\)\s*)?"
    rf"(?:(?:{'|'.join(_THINGS_OF_A_LAW.split())}|is engaged|states?|would|could|should|may|does|can)\b"
    rf"|of (?:the|that|this|FOI\w*|EIR)|FOI\w*|EIR\w*|(?:{_SAID_OF_A_LAW})\w*)",
    re.IGNORECASE,
)
_OF_A_KEY = re.compile(
    r"exempt|withh[eo]ld|redact|personal (?:data|information)|freedom of information|\bact\b|legislation"
    r"|commercial interests",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;&]|and)\s*", re.IGNORECASE)
_NOTHING_MORE = re.compile(r"[ .]*\Z")
_NEAR = 40
"""Letters before a label that may make law of it."""


def with_bare_labels(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages of a copy with the labels that stand alone in the place of words as marks."""
    candidates = [list(_candidates(passage)) for passage in passages]
    fields = {passage.place.field for passage in passages if passage.marks}
    may_fill = not _have_labels_apart(passages)
    certain = [
        {match for match in found if _is_certain(passage, match, fields) or (may_fill and _fills(at, match, passages))}
        for at, (passage, found) in enumerate(zip(passages, candidates, strict=True))
    ]
    if not any(certain):
        return tuple(passages)
    return tuple(
        _with_marks(passage, [match for match in found if match in sure or not _is_spoken_of(passage, match)])
        for passage, found, sure in zip(passages, candidates, certain, strict=True)
    )


def _candidates(passage: Passage) -> Iterator[re.Match[str]]:
    is_numbered = bool(passage.place.clause) and passage.text.startswith(passage.place.clause)
    if not is_numbered and _OF_A_KEY.search(passage.text):
        return
    pattern = _LABEL_OF_ONE if names_people(passage.place.field) else _LABEL
    starts = [mark.start for mark in passage.marks]
    ends = [0, *accumulate((mark.end for mark in passage.marks), max)]
    known = {mark.label for mark in passage.marks}
    for match in pattern.finditer(passage.text):
        is_taken = ends[bisect_left(starts, match.end())] > match.start()
        if not is_taken and match.group() not in known and read_labels(match.group()):
            yield match


def _is_certain(passage: Passage, match: re.Match[str], fields: set[str]) -> bool:
    text, place, (start, end) = passage.text, passage.place, match.span()
    if text.endswith(("\u00a3", "$", "\u20ac"), 0, start) or text.startswith("@", end):
        return True
    if _ACTS.match(text, end) and not _is_spoken_of_before(passage, match):
        return True
    if place.field and place.field not in fields and text[: len(place.field)].lower() == place.field.lower():
        said = _said_in(text, place.field)
        return (not names_people(place.field) and len(said) == 1) or match.group() in said
    is_all = "." in place.clause and _NOTHING_MORE.match(text, end)
    return bool(is_all) and text[:start].strip(" .)") == place.clause


@lru_cache(maxsize=16)
def _said_in(text: str, field: str) -> frozenset[str]:
    """Return each thing that a field says, of one that begins with its name."""
    return frozenset(one.strip(" .") for one in re.split(r"[,;&]|\band\b", text[len(field) :].lstrip(" :")))


def _fills(at: int, match: re.Match[str], passages: Sequence[Passage]) -> bool:
    """Whether a label is all that a cell or a line says, and neither explained beside it nor printed beside a mask."""
    text = passages[at].text
    if not _NOTHING_MORE.match(text, match.end()) or match.group() != text.strip(" ."):
        return False
    headings = "|".join(re.escape(exemption.heading) for exemption in read_labels(match.group()))
    beside = [passage.text for passage in (*passages[max(at - 1, 0) : at], *passages[at + 1 : at + 2])]
    return not any(_OF_A_KEY.search(text) or re.search(headings, text, re.IGNORECASE) for text in beside)


def _have_labels_apart(passages: Sequence[Passage]) -> bool:
    """Whether a copy prints the labels of its masks apart from them, or may do so."""
    apart = {LabelSide.NONE, LabelSide.BOX, LabelSide.NOTE}
    return any(mark.side in apart for passage in passages for mark in passage.marks)


def _is_spoken_of(passage: Passage, match: re.Match[str]) -> bool:
    end = match.end()
    return _is_spoken_of_before(passage, match) or bool(_SPOKEN_OF_AFTER.match(passage.text, end, end + 60))


def _is_spoken_of_before(passage: Passage, match: re.Match[str]) -> bool:
    return bool(_SPOKEN_OF_BEFORE.search(passage.text[max(match.start() - _NEAR, 0) : match.start()]))


def _with_marks(passage: Passage, matches: Sequence[re.Match[str]]) -> Passage:
    if not matches:
        return passage
    marks = [*passage.marks, *(_mark(passage, match) for match in matches)]
    return replace(passage, marks=tuple(sorted(marks, key=lambda mark: mark.start)))


def _mark(passage: Passage, match: re.Match[str]) -> ShownMark:
    exemptions = read_labels(match.group())
    before, after = passage.text[: match.start()], passage.text[match.end() :]
    field = passage.place.field
    is_first = not before[len(field) :].strip(" :") or bool(_BETWEEN.search(before[-5:]))
    return ShownMark(
        start=match.start(),
        end=match.end(),
        as_shown=match.group(),
        label=match.group(),
        side=LabelSide.ALONE,
        exemptions=exemptions,
        subject=subject_of(before, after, field=field, is_first=is_first, exemptions=exemptions),
    )
