"""The words that lists of actions are filtered by: what they mean, what is said of the rest."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lpgminutes.domain.action_log.owners import is_called, names_to_search, searches_for
from lpgminutes.domain.action_log.query import (
    ActionQuery,
    AtMeeting,
    Compare,
    Condition,
    DayField,
    DayIs,
    HasStatus,
    HasWords,
    InSeries,
    IsAged,
    IsOverdue,
    Lack,
    Lacks,
    MeetingDay,
    NumberField,
    NumberIs,
    OwnedBy,
    RaisedIn,
    Scope,
    Span,
    Term,
)
from lpgminutes.domain.action_log.query_reading import LONGEST, QueryContext, QueryReading, read_query
from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.query_days import read_days
from lpgminutes.domain.working_days import WorkingDays

TODAY = dt.date(2019, 6, 20)  # a Thursday
WORKING_DAYS = WorkingDays(holidays_in=lambda year: frozenset({dt.date(year, 5, 6)}))
CONTEXT = QueryContext(today=TODAY, working_days=WORKING_DAYS, me="Priya Nandakumar")


def read(text: str) -> QueryReading:
    """Read a query on a Thursday in June."""
    return read_query(text, CONTEXT)


def day(month: int, number: int, year: int = 2019) -> Span:
    """A span of one day."""
    return Span(dt.date(year, month, number), dt.date(year, month, number))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Recruitment", HasWords("recruitment")),
        ('"two  Words"', HasWords("two words")),
        ('"never closed', HasWords("never closed")),
        ("O’Brien", HasWords("o'brien")),
        ("owner:Pri", OwnedBy("pri")),
        ('owner:"Priya N"', OwnedBy("priya n")),
        ("owner:me", OwnedBy("priya nandakumar")),
        ("due<1aug", DayIs(DayField.DUE, Compare.BELOW, day(8, 1))),
        ("due:2019-08-01", DayIs(DayField.DUE, Compare.EQUAL, day(8, 1))),
        ("due>=1/8/20", DayIs(DayField.DUE, Compare.AT_LEAST, day(8, 1, 2020))),
        ('due<="1st August 2019"', DayIs(DayField.DUE, Compare.AT_MOST, day(8, 1))),
        ("due=thisweek", DayIs(DayField.DUE, Compare.EQUAL, Span(dt.date(2019, 6, 17), dt.date(2019, 6, 23)))),
        ("before:next", DayIs(DayField.DUE, Compare.AT_MOST, MeetingDay.NEXT)),
        ("before:1aug", DayIs(DayField.DUE, Compare.BELOW, day(8, 1))),
        ("closed>last", DayIs(DayField.SETTLED, Compare.ABOVE, MeetingDay.LAST)),
        ("raised>may", DayIs(DayField.RAISED, Compare.ABOVE, Span(dt.date(2019, 5, 1), dt.date(2019, 5, 31)))),
        ("raised:3.1", RaisedIn("3.1")),
        ("slips>1", NumberIs(NumberField.SLIPS, Compare.ABOVE, 1)),
        ("carried:0", NumberIs(NumberField.CARRIED, Compare.EQUAL, 0)),
        ("series:LPG", InSeries("lpg")),
        ("meeting:lpg/2019-06", AtMeeting("lpg/2019-06")),
        ("status:in-progress", HasStatus(frozenset({ActionStatus.IN_PROGRESS}))),
        ("status:c", HasStatus(frozenset({ActionStatus.COMPLETE, ActionStatus.CLOSED}))),
        ("no:owner", Lacks(Lack.OWNER)),
        ("no:date", Lacks(Lack.DUE)),
        ("no:any", Lacks(Lack.ANY)),
        ("OVERDUE", IsOverdue()),
    ],
)
def test_what_a_word_means(text: str, condition: Condition) -> None:
    """Alone, and with a minus before it."""
    plain, negated = read(text), read(f"-{text}")
    assert (plain.query.terms, plain.problems) == ((Term(condition),), ())
    assert (negated.query.terms, negated.problems) == ((Term(condition, is_negated=True),), ())


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("", Scope.OUTSTANDING),
        ("plan -overdue owner:x", Scope.OUTSTANDING),
        ("open", Scope.OUTSTANDING),
        ("-open", Scope.SETTLED),
        ("closed", Scope.SETTLED),
        ("-closed", Scope.OUTSTANDING),
        ("all", Scope.ALL),
        ("open closed", Scope.ALL),
        ("overdue", Scope.OUTSTANDING),
        ("closed>1may", Scope.SETTLED),
        ("status:closed", Scope.ALL),
        ("-status:complete", Scope.OUTSTANDING),
        ("age>20", Scope.OUTSTANDING),
        ("age>20 all", Scope.ALL),
    ],
)
def test_which_actions_are_meant(text: str, scope: Scope) -> None:
    """The outstanding ones, unless a word says otherwise."""
    assert read(text).query.scope is scope


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("plan due<soonish x", "due<soonish", "not read as a day"),
        ("foo:bar", "foo:bar", "no filter foo"),
        ("owner:", "owner:", "needs something"),
        ("slips>many", "slips>many", "a number"),
        ("owner>3", "owner>3", "owner:3"),
        ("status:gone", "status:gone", "no status"),
        ("no:text", "no:text", "owner, due"),
        ("-all", "-all", "no action at all"),
        ("due<31/6", "due<31/6", "not read as a day"),
        ("age>99999", "age>99999", "99999 working days"),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(text: str, place: str, said: str) -> None:
    """And is left out: the rest counts."""
    reading = read(f"first {text}")
    [problem] = reading.problems
    assert f"first {text}"[problem.start : problem.end] == place
    assert said in problem.sentence
    assert Term(HasWords("first")) in reading.query.terms


def test_what_needs_more_to_be_known_is_said() -> None:
    """Ages need the working days, and "me" a name."""
    bare = read_query("age>2 owner:me", QueryContext(today=TODAY))
    assert [problem.sentence[:4] for problem in bare.problems] == ["Ages", "owne"]


def test_other_words_for_a_day_are_asked_of_the_reader_of_dates() -> None:
    """Only those that the short forms do not know."""
    asked: list[str] = []

    def read_day(words: str) -> dt.date | None:
        asked.append(words)
        return dt.date(2019, 6, 28)

    reading = read_query('due<1aug due<"friday week"', QueryContext(today=TODAY, read_day=read_day))
    assert asked == ["friday week"]
    assert reading.query.terms[1] == Term(DayIs(DayField.DUE, Compare.BELOW, day(6, 28)))


@pytest.mark.parametrize("compare", ["<", "<=", "=", ">", ">="])
@given(raised=st.dates(dt.date(2019, 4, 1), dt.date(2019, 6, 20)), age=st.integers(0, 45))
@settings(max_examples=40)
def test_an_age_is_counted_as_it_is_shown(compare: str, raised: dt.date, age: int) -> None:
    """An action of so many working days is found by just the comparisons that hold for that number."""
    [term] = read(f"age{compare}{age}").query.terms
    assert isinstance(term.condition, IsAged)
    span, shown = term.condition.raised, WORKING_DAYS.between(raised, TODAY)
    found = {
        Compare.BELOW: raised < span.first,
        Compare.AT_MOST: raised <= span.last,
        Compare.EQUAL: span.first <= raised <= span.last,
        Compare.AT_LEAST: raised >= span.first,
        Compare.ABOVE: raised > span.last,
    }[term.condition.compare]
    holds = {"<": shown < age, "<=": shown <= age, "=": shown == age, ">": shown > age, ">=": shown >= age}
    assert found == holds[compare]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("today", (2019, 6, 20), (2019, 6, 20)),
        ("Yesterday", (2019, 6, 19), (2019, 6, 19)),
        ("fri", (2019, 6, 21), (2019, 6, 21)),
        ("thursday", (2019, 6, 27), (2019, 6, 27)),
        ("+7", (2019, 6, 27), (2019, 6, 27)),
        ("-2w", (2019, 6, 6), (2019, 6, 6)),
        ("+1m", (2019, 7, 20), (2019, 7, 20)),
        ("lastmonth", (2019, 5, 1), (2019, 5, 31)),
        ("next week", (2019, 6, 24), (2019, 6, 30)),
        ("2019", (2019, 1, 1), (2019, 12, 31)),
        ("2019-02", (2019, 2, 1), (2019, 2, 28)),
        ("feb20", (2020, 2, 1), (2020, 2, 29)),
        ("sept", (2019, 9, 1), (2019, 9, 30)),
        ("1 jan", (2019, 1, 1), (2019, 1, 1)),
        ("31/12", (2018, 12, 31), (2018, 12, 31)),
        ("1.7.19", (2019, 7, 1), (2019, 7, 1)),
        ("29feb", (2020, 2, 29), (2020, 2, 29)),
    ],
)
def test_how_days_are_written(written: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """Without a year the nearest one is meant."""
    assert read_days(written, today=TODAY) == Span(dt.date(*first), dt.date(*last))


@pytest.mark.parametrize("written", ["", "foo", "32/1", "30feb", "2019-13", "0000-01-01", "+99999", "mo", "1augu"])
def test_what_is_no_day_is_none(written: str) -> None:
    """Nothing is guessed; but the letters of a month may be as many as one likes."""
    assert (read_days(written, today=TODAY) is None) == (written != "1augu")


@pytest.mark.parametrize("name", ["priya", "pri", "nand", "priya n", "pn", "smith", "pns"])
def test_an_owner_is_called_by_a_beginning_or_by_initials(name: str) -> None:
    """Of any word of the name."""
    assert is_called("priya nandakumar-smith", name)


@pytest.mark.parametrize("name", ["riya", "kumar", "np", "p nand", "sam"])
def test_an_owner_is_not_called_by_the_middle_of_a_word(name: str) -> None:
    """That would find everybody."""
    assert not is_called("priya nandakumar-smith", name)


WORDS = "owner due raised age slips status series meeting no before closed 1aug thisweek next last me all open overdue"
names = st.text("ab n-'(1ü", max_size=6)


@given(owners=st.lists(names, max_size=3).map(tuple), name=names.filter(bool))
def test_a_search_for_a_name_finds_who_is_called_so(owners: tuple[str, ...], name: str) -> None:
    """The plain search of one text for another says the same as going through the owners."""
    searched = names_to_search(owners)
    assert any(one in searched for one in searches_for(name)) == any(is_called(owner, name) for owner in owners)


pieces = st.sampled_from([*'-:<>="()"/.+ ', *WORDS.split(), "99999", "-1", "+0w", "۱", "\u202e", "\0"])
typed = st.lists(pieces, max_size=12).map("".join) | st.text(max_size=40)


@settings(max_examples=300)
@given(text=typed, today=st.dates())
@example("due<-9999m", dt.date.min)
@example("due>nextyear", dt.date.max)
@example('owner:"', TODAY)
def test_nothing_that_is_typed_is_refused(text: str, today: dt.date) -> None:
    """Whatever it is, there is a query, and each problem has its place and a sentence."""
    reading = read_query(text, QueryContext(today=today, working_days=WORKING_DAYS))
    assert isinstance(reading.query, ActionQuery)
    for problem in reading.problems:
        assert 0 <= problem.start < problem.end <= len(text)
        assert problem.sentence[-1] in ".?"


def test_a_query_has_an_end() -> None:
    """A book pasted into the filter is read in part, and that is said."""
    reading = read("word " * LONGEST)
    assert len(reading.query.terms) == 1
    assert "first 1,000 characters" in reading.problems[-1].sentence
