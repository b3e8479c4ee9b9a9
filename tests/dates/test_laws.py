"""The laws of due phrases: nothing typed raises, no day is before the meeting, what we print is read back."""

import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes import bootstrap
from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.due_phrases.words import ENTRIES
from lpgminutes.domain.sayings.written_dates import long_date, short_date, weekday_date

HOUSE = bootstrap.house_dates()
DAYS = st.dates(date(1980, 1, 1), date(2090, 12, 31))
PIECES = st.sampled_from([*sorted(ENTRIES), *"0123456789/.-:()", "31", "2019", "12/8", "1st", "Q2", "FY25/26", "AB"])
PHRASES = st.lists(PIECES, max_size=7).map(" ".join) | st.text(max_size=40)


def holds(phrase: str, on: date, next_meeting: date | None) -> None:
    """Assert what holds of every reading."""
    read = HOUSE.read(phrase, on=on, next_meeting=next_meeting)

    assert read.phrase == phrase
    assert read.reading
    assert (read.kind is DueKind.ASK) == bool(read.question)
    assert read.due is None or read.kind in {DueKind.DATE, DueKind.MEETING}
    assert read.kind is not DueKind.DATE or (read.due and on <= read.due)
    assert not read.choices or read.kind is DueKind.ASK


@given(PHRASES, DAYS, st.none() | DAYS)
@settings(max_examples=150)
def test_whatever_is_typed_is_read_without_harm(phrase: str, on: date, next_meeting: date | None) -> None:
    """A reading is a day on or after the meeting, or says why it is none."""
    holds(phrase, on, next_meeting)


@pytest.mark.soak
@given(PHRASES, DAYS, st.none() | DAYS)
@settings(max_examples=5_000)
def test_whatever_is_typed_is_read_without_harm_at_length(phrase: str, on: date, next_meeting: date | None) -> None:
    """As above, for a long time."""
    holds(phrase, on, next_meeting)


@given(PHRASES, DAYS)
@settings(max_examples=100)
def test_whatever_is_minuted_is_searched_without_harm(sentence: str, on: date) -> None:
    """What is found is a stretch of the sentence, read as it stands."""
    found = HOUSE.find(sentence, on=on)

    assert found is None or found.reading.phrase == sentence[found.start : found.end] != ""


@pytest.mark.parametrize("edge", [date.min, date.max, date(2020, 2, 29)])
@pytest.mark.parametrize("phrase", ["Friday", "10 working days", "next week", "29 Feb", "Easter", "end Q4", "winter"])
def test_the_ends_of_the_calendar_are_no_trap(edge: date, phrase: str) -> None:
    """On the first and on the last day there is, phrases are read or refused, and nothing breaks."""
    holds(phrase, edge, None)


FORMS = st.sampled_from([
    "{day:%Y-%m-%d}", "{day:%d/%m/%Y}", "{day:%d.%m.%Y}", "{day.day}/{day.month}/{yy}", "{day.day} {month} {day.year}",
    "{day.day}{th} {month} {day.year}", "the {day.day}{th} of {month}, {day.year}", "{month} {day.day}, {day.year}",
    "{weekday} {day.day} {month} {day.year}", "{day.day}-{short}-{yy}", "{weekday}, {day.day}{th} {short} {day.year}",
])  # fmt: skip
NEAR = st.integers(0, 729)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), NEAR, FORMS)
@settings(max_examples=150)
def test_a_date_written_in_full_is_read_as_itself(on: date, ahead: int, form: str) -> None:
    """In whatever form, up to two years ahead."""
    day = on + timedelta(days=ahead)
    th = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    month, weekday = long_date(day).split()[2], long_date(day).split()[0]
    written = form.format(day=day, month=month, short=month[:3], weekday=weekday, th=th, yy=f"{day:%y}")

    assert HOUSE.read(written, on=on).due == day


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), NEAR)
def test_what_we_print_of_a_date_is_read_back(on: date, ahead: int) -> None:
    """Every written form of the house, and the reading itself."""
    day = on + timedelta(days=ahead)

    assert {HOUSE.read(written, on=on).due for written in (long_date(day), short_date(day), weekday_date(day))} == {day}


@given(st.sampled_from(["S{n}", "s{n}", "S.{n}", "s {n}(2)", "section {n}", "XXXXS{n}", "FOIA s{n}(1)(b)"]), DAYS)
def test_an_exemption_is_never_a_date(mark: str, on: date) -> None:
    """A mark of redaction says that something is withheld, and nothing of a day."""
    for number in range(21, 45):
        read = HOUSE.read(mark.format(n=number), on=on)
        assert (read.due, read.choices) == (None, ())


def test_dateparser_is_not_loaded_for_what_the_house_can_read() -> None:
    """Neither for what is read nor for plain words; only for figures among words that nobody here understands."""
    script = """if True:
        import sys
        from datetime import date
        from lpgminutes.bootstrap import house_dates
        house = house_dates()
        for phrase in ("end of next week", "12/8", "asap", "xyzzy", "by the next meeting", "31 June", "S38"):
            house.read(phrase, on=date(2019, 6, 20))
        house.find("Sam to send it by Friday, in 3 copies", on=date(2019, 6, 20))
        print("dateparser" in sys.modules, "holidays" in sys.modules, "re" in sys.modules)
        house.read("room 5 wing 7", on=date(2019, 6, 20))
        print("dateparser" in sys.modules)
    """
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ended.stdout.split() == ["False", "False", "True", "True"]


@pytest.mark.parametrize("text", ["1 " * 40_000, "by " * 30_000, "a&" * 30_000, "by 1/" * 20_000, "(" * 50_000])
def test_long_texts_made_to_tire_a_reader_are_done_at_once(text: str) -> None:
    """A phrase is refused by its length, and a sentence searched in a time that grows with it."""
    assert re.match("longer than", HOUSE.read(text, on=date(2019, 6, 20)).reading)
    HOUSE.find(text, on=date(2019, 6, 20))


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
SOME_DAY = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@given(SOME_DAY, st.sampled_from(WEEKDAYS), st.integers(1, 60))
def test_spoken_days_are_where_a_calendar_has_them(on: date, weekday: str, weeks: int) -> None:
    """A weekday comes within a week, next week's lies in it, Friday week a week after Friday."""

    def due(phrase: str) -> date:
        found = HOUSE.read(phrase, on=on).due
        assert found is not None
        return found

    coming, next_one, week_on = due(f"by {weekday}"), due(f"next {weekday}"), due(f"{weekday} week")
    monday = on - timedelta(days=on.weekday())

    assert on < coming <= on + timedelta(days=7)
    assert {day.weekday() for day in (coming, next_one, week_on)} == {WEEKDAYS.index(weekday)}
    assert monday + timedelta(days=7) <= next_one < monday + timedelta(days=14)
    assert week_on == coming + timedelta(days=7)
    assert due(f"in {weeks} weeks") == on + timedelta(weeks=weeks)
    assert due("end of next week") == monday + timedelta(days=11)


@given(SOME_DAY, st.sampled_from(MONTHS))
def test_a_month_by_name_ends_within_a_year(on: date, month: str) -> None:
    """Its last day, today at the earliest; its middle and its end lie in it."""
    ends = {phrase: HOUSE.read(phrase, on=on).due for phrase in (month, f"end of {month}", f"late {month}")}
    (end,) = set(ends.values())

    assert end is not None
    assert on <= end <= on + timedelta(days=366)
    assert (end + timedelta(days=1)).day == 1
    assert long_date(end).split()[2] == month


@given(SOME_DAY, st.integers(1, 40))
def test_working_days_are_counted_as_the_calendar_of_the_house_counts_them(on: date, count: int) -> None:
    """The phrase and the count agree."""
    assert HOUSE.read(f"within {count} working days", on=on).due == bootstrap.working_days().after(on, count)
