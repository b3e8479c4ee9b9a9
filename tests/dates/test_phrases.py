"""Due phrases as British offices write them, alone and in sentences of minutes."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lpgminutes.domain.due_dates import DueKind, DueReading
from lpgminutes.services.ports import DateReader

InShort = Callable[[DueReading], str]
MEETING, NEXT = date(2019, 6, 20), date(2019, 8, 1)
DATA = Path(__file__).parents[1] / "data" / "due"
BODY = "LPG Lot Performance Group"
DEVELOPMENT = Path(os.environ.get("LPGMINUTES_SHARED", "../shared")) / "data" / "due-phrases.txt"


def rows(name: str) -> list[list[str]]:
    """Return the rows of a list of phrases."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_each_phrase_of_the_list_is_read_as_it_says(house: DateReader, in_short: InShort) -> None:
    """The list says what a careful secretary would enter, or what must be asked."""
    wrong = {}
    for phrase, said_on, expected in rows("phrases.tsv"):
        on = date.fromisoformat(said_on) if said_on else MEETING
        read = house.read(phrase, on=on, next_meeting=NEXT if on == MEETING else None)
        if in_short(read) != expected:
            wrong[phrase] = (expected, in_short(read))

    assert wrong == {}


def test_the_due_phrase_of_each_sentence_of_the_list_is_found(house: DateReader, in_short: InShort) -> None:
    """What a cue opens or what ends the sentence; never a mark, an amount, or the date that the action is about."""
    wrong = {}
    for sentence, phrase, expected in rows("sentences.tsv"):
        found = house.find(sentence, on=MEETING, next_meeting=NEXT, body=BODY)
        said = (sentence[found.start : found.end], in_short(found.reading)) if found else ("", "")
        if said != (phrase, expected):
            wrong[sentence] = (phrase, expected, said)

    assert wrong == {}


def test_a_meeting_of_another_body_is_asked_about_and_of_this_body_is_not(house: DateReader) -> None:
    """The body's own names make the difference."""
    ours = house.read("for the next LPG meeting", on=MEETING, next_meeting=NEXT, body=BODY)
    theirs = house.read("for the next SLT meeting", on=MEETING, next_meeting=NEXT, body=BODY)

    assert (ours.kind, ours.due) == (DueKind.MEETING, NEXT)
    assert (theirs.kind, theirs.due, theirs.choices) == (DueKind.ASK, None, (NEXT,))


def test_what_is_not_understood_is_said(house: DateReader) -> None:
    """A day that does not exist says so; a question is a sentence."""
    assert house.read("31 June", on=MEETING).reading == "There is no 31 June: June has 30 days."
    assert house.read("xyzzy", on=MEETING).reading == "not understood: kept as typed"
    assert house.read("Monday 6 August", on=MEETING).question == "6 August 2019 is a Tuesday. Which day is meant?"
    assert house.read("1 Aug", on=MEETING).reading == "Thu 1 Aug 2019"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("by5 July 2019", "2019-07-05"),
        ("Fri5Jul2019", "2019-07-05"),
        ("2019, the 5th of July", "2019-07-05"),
        ("5thof July2019", "ask 2019-07-31"),
        ("the 5 of 12", "unread"),
        ("1000 days", "unread"),
    ],
)
def test_dateparser_is_believed_only_where_it_is_safe(
    house: DateReader, in_short: InShort, phrase: str, expected: str
) -> None:
    """A whole date is taken when its figures stand in the phrase; the rest is unread."""
    assert in_short(house.read(phrase, on=MEETING)) == expected


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="the phrases out of real minutes are not here")
def test_no_phrase_out_of_real_minutes_is_read_as_another_day(house: DateReader) -> None:
    """Where the list gives a date, the reading is that date, or a question that offers it."""
    wrong = {}
    for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines():
        phrase, _, said_on, expected, *_ = [*line.split("\t"), "", "", "", ""]
        if line.startswith("#") or not is_day(said_on) or not is_day(expected):
            continue
        read = house.read(phrase, on=date.fromisoformat(said_on))
        if date.fromisoformat(expected) not in {read.due, *read.choices} and read.kind is not DueKind.MEETING:
            wrong[phrase] = read.reading

    assert wrong == {}


def is_day(text: str) -> bool:
    """Whether a text is a whole ISO date."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
