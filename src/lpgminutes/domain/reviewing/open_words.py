"""What the open words of a copy tell of what is withheld: dates, months, a nil, half an address."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lpgminutes.domain.findings import Severity
from lpgminutes.domain.findings.addresses import HALF_OPEN
from lpgminutes.domain.findings.implied import falling_to_nil
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.reviewing.copy import CopyPlace, Passage, RedactedCopy, ShownMark, Subject
from lpgminutes.domain.reviewing.finding import ReviewFinding, ReviewKind
from lpgminutes.domain.sayings.written_dates import days_in, forms_of_day
from lpgminutes.domain.sayings.written_months import WrittenMonth, months_in

_MEETS = re.compile(
    r"\b(?:meet(?:ing|ings|s)?|workshop|conference|session|panel|visit|interview|hearing|held)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


_SENTENCE = re.compile(r"(?:[^.;]|[.;](?=\S))+")
_TOTAL = re.compile(r"\b(?:totals?|totalling|in all|altogether|together|overall|combined|sum)\b", re.IGNORECASE)
_SUM = re.compile(r"[\u00a3$\u20ac]\s?\d[\d,.]*")
_IN_PLACE_OF_A_SUM = re.compile(
    rf"(?:\u00a3|[,:]|\b(?:of|is|was|were|are|and|plus|with))\s*{MARK}\s*(?:[.,;]|\Z|\b(?:for|to|on|in|from|of|is|was)\b)"
)
_NO_FIGURES = frozenset({Subject.PERSON, Subject.POST, Subject.DATE, Subject.PLACE, Subject.ADDRESS, Subject.REFERENCE})


def dates_open(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the dates of meetings that stand open in a copy that withholds such dates."""
    if not any(_is_of_a_meeting(passage, mark) for passage, mark in copy.marks()):
        return
    places: dict[str, list[CopyPlace]] = defaultdict(list)
    for passage in copy.passages:
        text = passage.open_text()
        for day in days_in(text):
            for match in forms_of_day(day).finditer(text):
                if _MEETS.search(text[: match.start()]):
                    places[match.group()].append(passage.place_of(match.start()))
    for words, standing in places.items():
        yield ReviewFinding(
            kind=ReviewKind.DATE_OPEN,
            severity=Severity.GIVES_AWAY,
            text=words,
            places=tuple(standing),
            explanation="The dates of meetings are withheld elsewhere in this copy, and this one can be read; meetings "
            "that are regular can then be reckoned from it.",
            remedy="Withhold it too, or say why this date may be known and the others may not.",
        )


def _is_of_a_meeting(passage: Passage, mark: ShownMark) -> bool:
    """Whether a mark stands for the date of a meeting, and not for the day on which something is due."""
    is_date = mark.subject is Subject.DATE
    return is_date and bool(passage.place.field or _MEETS.search(passage.open_text()[: mark.start]))


def month_told(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the month of a withheld date of the meeting: from the name of the file, or the latest one spoken of."""
    dated = [p for p in copy.passages if p.place.field.lower() == "date" and p.is_withheld]
    if not dated:
        return
    named = [month.words for month in months_in(copy.name.replace("_", " "))]
    spoken: dict[tuple[int, int], list[tuple[WrittenMonth, CopyPlace]]] = defaultdict(list)
    for passage in copy.passages:
        for month in months_in(passage.open_text()):
            if month.year is not None:
                spoken[month.year, month.month].append((month, passage.place))
    latest = spoken[max(spoken)] if spoken else []
    words = dict.fromkeys([*named, *(" ".join(month.words.split()) for month, _ in latest)])
    if words:
        how = ["the name of the file says it"] if named else []
        how += ["no later month is spoken of"] if latest else []
        yield ReviewFinding(
            kind=ReviewKind.MONTH_TOLD,
            severity=Severity.CHECK,
            text=", ".join(words),
            places=tuple(place for _, place in latest),
            explanation=f"The date of the meeting is withheld, and a reader can tell its month: {' and '.join(how)}.",
            remedy="If the month matters, withhold these words too; if only the day does, say so.",
        )


def values_implied(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the marks that a sentence shows to be nil."""
    for passage in copy.passages:
        for words, at in falling_to_nil(passage.open_text(MARK)):
            mark = next(mark for mark in passage.marks if mark.start > at)
            yield ReviewFinding(
                kind=ReviewKind.VALUE_IMPLIED,
                severity=Severity.GIVES_AWAY,
                text=f"{' '.join(words.split())} {mark.as_shown}",
                places=(passage.place_of(at),),
                explanation="The sentence says that one thing came to nothing, and what hangs on it falls to the "
                "withheld figure: a reader takes it for nil.",
                remedy="Withhold the words that imply it, or open the figure.",
            )


def rests_reckoned(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the sums that a sentence gives as the rest of its total: ``the total of £9 is £6 and XXXX``."""
    for passage in copy.passages:
        for sentence in _SENTENCE.finditer(passage.open_text(MARK)):
            words = sentence.group()
            is_reckoned = _TOTAL.search(words) and len(_SUM.findall(words)) > 1 and _IN_PLACE_OF_A_SUM.search(words)
            marks = [mark for mark in passage.marks if sentence.start() <= mark.start < sentence.end()]
            mark = marks[0] if len(marks) == 1 else None
            if is_reckoned and mark is not None and mark.subject not in _NO_FIGURES:
                yield ReviewFinding(
                    kind=ReviewKind.VALUE_IMPLIED,
                    severity=Severity.CHECK,
                    text=mark.as_shown,
                    places=(passage.place_of(mark.start),),
                    explanation="The sentence gives a total and other parts of it: what is withheld may be reckoned "
                    "as the rest.",
                    remedy="Reckon it; if it comes out, withhold the total or another part as well.",
                )


def half_addresses(copy: RedactedCopy) -> Iterator[ReviewFinding]:
    """Yield the domains that stand open behind the withheld name of a mailbox."""
    places: dict[str, list[CopyPlace]] = defaultdict(list)
    for passage in copy.passages:
        for match in HALF_OPEN.finditer(passage.open_text(MARK)):
            places[match.group()].append(passage.place_of(match.start()))
    for domain, standing in places.items():
        yield ReviewFinding(
            kind=ReviewKind.ADDRESS_HALF_OPEN,
            severity=Severity.CHECK,
            text=domain,
            places=tuple(standing),
            explanation="The name of the mailbox is withheld and the rest of the address is not: whoever learns or "
            "guesses the name has the address.",
            remedy="Withhold the whole address, or open that of a mailbox which a team shares.",
        )
