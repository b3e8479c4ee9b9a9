"""The month of a withheld date: told by a title, a reference, the months that the minutes speak of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lpgminutes.domain.action_log.references import reference_stem
from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.locating import Located
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.open_text import SENTENCE
from lpgminutes.domain.sayings.written_dates import dates_in
from lpgminutes.domain.sayings.written_months import WrittenMonth, months_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import withheld_words

_OUTSIDE_THE_MINUTES = frozenset({"body", "title", "subtitle", "case.reference", "items.title"})
_NEXT_MEETING = re.compile(
    r"\bnext\s+(?:\w+\s+){0,3}meet(?:ing|s)?\b|\bmeet(?:ing|s)?\s+(?:again\s+)?(?:next|in|will be)\b", re.IGNORECASE
)
_LATER = re.compile(
    r"\bnext\s+(?:month|week|fortnight)\b|\bin\s+(?:\w+\s+){1,3}(?:weeks?|months?|days?|fortnight)\b", re.IGNORECASE
)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Something that stands open and tells the month."""

    place: Place
    words: str
    how: str


def month_told(
    original: MinutesDocument, texts: Sequence[Searchable], located: Located, meeting: Meeting | None
) -> Iterator[Finding]:
    """Yield the months of the withheld dates of this meeting and of the next that the open text tells."""
    withheld = withheld_words(original, located.spans)
    days = {place.field: day for words, place in withheld for day in dates_in(words)}
    if (held := days.get("date")) is not None:
        found = [*_named_outside(texts, held), *_in_references(texts, held, meeting), *_latest_spoken_of(texts, held)]
        yield from _finding(found, "the meeting")
    if (coming := days.get("next_meeting")) is not None:
        is_open = "date" not in days
        yield from _finding([*_said_of_next_meeting(texts, coming, is_date_open=is_open)], "the next meeting")


def _named_outside(texts: Iterable[Searchable], day: date) -> Iterator[_Evidence]:
    for text in texts:
        if text.place.field in _OUTSIDE_THE_MINUTES:
            for written in months_in(text.folded.text):
                if _is_month_of(written, day):
                    yield _Evidence(text.place, written.words, f"{text.place.words()} names it")


def _in_references(texts: Sequence[Searchable], day: date, meeting: Meeting | None) -> Iterator[_Evidence]:
    """Yield the references that are made from the month of the meeting, as the pattern of its body says."""
    if meeting is None:
        return
    pattern, body = meeting.series.action_reference, meeting.series.short_name
    stems = [reference_stem(pattern, body=body, date=at) for at in (day, _month_before(day))]
    if stems[0] == stems[1] or not any(map(str.isdigit, stems[0])):
        return
    reference = re.compile(rf"(?<!\w){re.escape(stems[0])}[\w-]*", re.IGNORECASE)
    for text in texts:
        for match in reference.finditer(text.folded.text):
            yield _Evidence(text.place, match.group(), "the references of its actions are made from it")


def _latest_spoken_of(texts: Sequence[Searchable], day: date) -> Iterator[_Evidence]:
    """Yield the latest month that the minutes speak of, where it is that of the meeting or the one before."""
    prose = [text for text in texts if text.place.field.startswith(("minutes.", "points."))]
    spoken = [(text, month) for text in prose for month in months_in(text.folded.text) if month.year is not None]
    latest = max(((month.year or 0, month.month) for _, month in spoken), default=(0, 0))
    before = _month_before(day)
    if latest not in {(day.year, day.month), (before.year, before.month)}:
        return
    how = (
        "the minutes speak of it, and of no later month"
        if latest == (day.year, day.month)
        else "the minutes report on the month before it, and on no later one"
    )
    for text, month in spoken:
        if (month.year, month.month) == latest:
            yield _Evidence(text.place, month.words, how)


def _said_of_next_meeting(texts: Iterable[Searchable], day: date, *, is_date_open: bool) -> Iterator[_Evidence]:
    for text in texts:
        if text.place.field == "next_meeting" or not _NEXT_MEETING.search(text.folded.text):
            continue
        for sentence in SENTENCE.findall(text.folded.text):
            if not _NEXT_MEETING.search(sentence):
                continue
            for month in months_in(sentence):
                if _is_month_of(month, day):
                    yield _Evidence(text.place, month.words, "a sentence about it names it")
            if is_date_open and (later := _LATER.search(sentence)):
                yield _Evidence(text.place, later.group(), "a sentence about it says how far off it is")


def _finding(found: Sequence[_Evidence], whose: str) -> Iterator[Finding]:
    if not found:
        return
    words = dict.fromkeys(" ".join(evidence.words.split()) for evidence in found)
    yield Finding(
        kind=FindingKind.MONTH_TOLD,
        severity=Severity.CHECK,
        text=", ".join(words),
        places=tuple(dict.fromkeys(evidence.place for evidence in found)),
        explanation=f"The date of {whose} is withheld, and a reader can tell its month: "
        + "; ".join(dict.fromkeys(evidence.how for evidence in found))
        + ". If the month matters, withhold these words too; if only the day does, accept this and say so.",
    )


def _is_month_of(written: WrittenMonth, day: date) -> bool:
    return written.month == day.month and written.year in {None, day.year}


def _month_before(day: date) -> date:
    return date(day.year - (day.month == 1), day.month - 1 or _DECEMBER, 1)
