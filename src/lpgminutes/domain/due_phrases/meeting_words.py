"""Meetings: ``by the next meeting``, ``a week before the next Board``."""

from datetime import date

from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.due_phrases.family import Answer, Family, Reading, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment, days_after


def _meeting(words: Words, moment: Moment) -> Reading:
    before = words.shape[0] == "b"
    due = moment.next_meeting
    name = "before the next meeting" if before else "the next meeting"
    return Answer(kind=DueKind.MEETING, text=name, due=_day_before(due) if before else due)


def _day_before(day: date | None) -> date | None:
    return day and days_after(day, -1)


FAMILY = Family(
    name="meetings",
    rule='The next meeting\'s date when it is known; "before" is the day before.',
    examples=examples(
        ("by the next meeting", "meeting 2019-08-01"), ("before the next board meeting", "meeting 2019-07-31")
    ),
    readers=(shape("b?[nc]?P+", _meeting),),
)
