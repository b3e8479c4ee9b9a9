"""The small language that lists of actions are filtered by. Whatever is typed is read; what is wrong is said.

Words are looked for in reference, text and owners. ``"two words"`` belong together, ``-word`` must not be there.
``owner:pri``, ``due<1aug``, ``slips>1`` … compare, and take a ``-`` before them too. Without a word on their state
the outstanding actions are meant.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

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
from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.folding import folded
from lpgminutes.domain.query_days import read_days
from lpgminutes.domain.working_days import WorkingDays
from lpgminutes.errors import InputError

LONGEST = 1_000
"""Characters in a query."""

_TOKEN = re.compile(
    r"""(?P<minus>-?)(?:
        (?P<name>[A-Za-z_]+)(?P<compare><=|>=|[<>=:])(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s"]*))
        |"(?P<phrase>[^"]*)"?
        |(?P<word>\S+)
    )""",
    re.VERBOSE,
)
_COMPARE = {compare.value: compare for compare in Compare} | {":": Compare.EQUAL}
_SCOPES = {"open": Scope.OUTSTANDING, "closed": Scope.SETTLED, "all": Scope.ALL}
_DAYS = {field.value: field for field in DayField}
_NUMBERS = {field.value: field for field in NumberField}
_LACKS = {"owner": Lack.OWNER, "owners": Lack.OWNER, "due": Lack.DUE, "date": Lack.DUE, "any": Lack.ANY}
_MEETING_DAYS = {day.value: day for day in MeetingDay}
_SELF = "me"
_DAY = dt.timedelta(days=1)
_FILTERS = "owner: due< before: closed> raised: series: meeting: status: slips> age> carried> no:"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryProblem:
    """What could not be read, and where it stands: ``text[start:end]``."""

    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryReading:
    """What was typed, as far as it was understood."""

    query: ActionQuery
    problems: tuple[QueryProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryContext:
    """What the words of a query are read by."""

    today: dt.date
    working_days: WorkingDays | None = None
    """Ages are counted in them."""
    read_day: Callable[[str], dt.date | None] | None = None
    """Reads what the short forms of a day do not know."""
    me: str = ""
    """The name behind ``owner:me``."""


class _Misread(Exception):
    """A sentence on a word that is not understood."""


def read_query(text: str, context: QueryContext) -> QueryReading:
    """Return what is asked for; nothing that anybody types is refused, what is not understood is left out and said."""
    reader = _Reader(context)
    for token in _TOKEN.finditer(text[:LONGEST]):
        reader.take(token)
    if len(text) > LONGEST:
        sentence = f"Only the first {LONGEST:,} characters are read."
        reader.problems.append(QueryProblem(start=LONGEST, end=len(text), sentence=sentence))
    query = ActionQuery(today=context.today, scope=reader.scope, terms=tuple(dict.fromkeys(reader.terms)))
    return QueryReading(query=query, problems=tuple(reader.problems))


@dataclass(slots=True)
class _Reader:
    context: QueryContext
    terms: list[Term] = field(default_factory=list)
    scopes: set[Scope] = field(default_factory=set)
    problems: list[QueryProblem] = field(default_factory=list)

    @property
    def scope(self) -> Scope:
        """Return the one scope that holds all that were named."""
        if not self.scopes:
            return Scope.OUTSTANDING
        return next(iter(self.scopes)) if len(self.scopes) == 1 else Scope.ALL

    def take(self, token: re.Match[str]) -> None:
        """Read one word; one that is not understood becomes a problem."""
        try:
            conditions = list(self._conditions(token))
        except _Misread as misread:
            self.problems.append(QueryProblem(start=token.start(), end=token.end(), sentence=str(misread)))
        else:
            self.terms += (Term(condition, bool(token["minus"])) for condition in conditions)
            if not token["minus"]:
                self.scopes |= {_IMPLIED[type(condition)] for condition in conditions if type(condition) in _IMPLIED}
                self.scopes |= {Scope.SETTLED for condition in conditions if _is_settled_day(condition)}

    def _conditions(self, token: re.Match[str]) -> Iterator[Condition]:
        if token["name"]:
            yield from self._comparison(token)
        elif token["phrase"] is not None:
            yield from _words(token["phrase"])
        elif token["word"].casefold() == "overdue":
            yield IsOverdue()
        elif token["word"].casefold() in _SCOPES:
            self._scope(_SCOPES[token["word"].casefold()], is_negated=bool(token["minus"]))
        elif token["word"] != "-":
            yield from _words(token["word"])

    def _scope(self, scope: Scope, *, is_negated: bool) -> None:
        if scope is Scope.ALL and is_negated:
            raise _Misread("-all asks for no action at all: leave it out.")
        opposite = {Scope.OUTSTANDING: Scope.SETTLED, Scope.SETTLED: Scope.OUTSTANDING}
        self.scopes.add(opposite[scope] if is_negated else scope)

    def _comparison(self, token: re.Match[str]) -> Iterator[Condition]:
        name, compare = token["name"].casefold(), _COMPARE[token["compare"]]
        value = token["value"] if token["quoted"] is None else token["quoted"]
        if not value and name not in _FILTER_NAMES:
            yield from _words(token.group().removeprefix("-"))
            return
        if name not in _FILTER_NAMES:
            raise _Misread(
                f"There is no filter {name}; put words in quotes to look for them. The filters are {_FILTERS}."
            )
        if not value.strip():
            raise _Misread(f"{name}{token['compare']} needs something after it.")
        if name == "raised" and token["compare"] == ":":
            yield RaisedIn(value.strip())
        elif name in _DAYS:
            yield self._day(_DAYS[name], compare, value)
        elif name == "age":
            yield self._age(compare, value)
        elif name in _NUMBERS:
            yield NumberIs(_NUMBERS[name], compare, _number(name, value))
        elif compare is not Compare.EQUAL:
            raise _Misread(f"{name} is not more or less than something: write {name}:{value}.")
        else:
            yield self._named(name, value)

    def _named(self, name: str, value: str) -> Condition:
        match name:
            case "owner":
                return self._owner(value)
            case "series":
                return InSeries(value.strip().casefold())
            case "meeting":
                return AtMeeting(value.strip().casefold())
            case "before":
                return self._before(value)
            case "no":
                return _lack(value)
            case _:
                return self._status(value)

    def _owner(self, value: str) -> OwnedBy:
        if value.casefold() != _SELF:
            return OwnedBy(folded(value))
        if not self.context.me:
            raise _Misread("owner:me needs to know who you are: start with --as NAME.")
        return OwnedBy(folded(self.context.me))

    def _status(self, value: str) -> HasStatus:
        wanted = folded(value).replace("-", " ")
        statuses = frozenset(status for status in ActionStatus if status.value.startswith(wanted))
        if not statuses:
            known = ", ".join(status.value for status in ActionStatus)
            raise _Misread(f"There is no status {_short(value)}; there are {known}.")
        return HasStatus(statuses)

    def _before(self, value: str) -> DayIs:
        if value.casefold() in _MEETING_DAYS:
            return DayIs(DayField.DUE, Compare.AT_MOST, _MEETING_DAYS[value.casefold()])
        return self._day(DayField.DUE, Compare.BELOW, value)

    def _day(self, which: DayField, compare: Compare, value: str) -> DayIs:
        if value.casefold() in _MEETING_DAYS:
            return DayIs(which, compare, _MEETING_DAYS[value.casefold()])
        span = read_days(value, today=self.context.today)
        if span is None and self.context.read_day is not None:
            day = self.context.read_day(value)
            span = Span(day, day) if day else None
        if span is None:
            raise _Misread(f"{_short(value)} is not read as a day: write 1aug, 1/8/19, 2019-08-01, today or thisweek.")
        return DayIs(which, compare, span)

    def _age(self, compare: Compare, value: str) -> IsAged:
        """Turn an age in working days into days on which an action of that age was raised."""
        if self.context.working_days is None:
            raise _Misread("Ages cannot be counted here.")
        age = _number("age", value)
        try:
            raised = _raised_when(age, self.context.today, self.context.working_days)
        except (InputError, OverflowError):
            raise _Misread(f"No action is {age} working days old.") from None
        return IsAged(_FLIPPED[compare], raised)


_FILTER_NAMES = frozenset({*_DAYS, *_NUMBERS, "age", "owner", "series", "meeting", "before", "no", "status"})
_FLIPPED = {
    Compare.BELOW: Compare.ABOVE,
    Compare.AT_MOST: Compare.AT_LEAST,
    Compare.EQUAL: Compare.EQUAL,
    Compare.AT_LEAST: Compare.AT_MOST,
    Compare.ABOVE: Compare.BELOW,
}
"""The older it is, the earlier it was raised."""
_IMPLIED: dict[type[Condition], Scope] = {IsOverdue: Scope.OUTSTANDING, IsAged: Scope.OUTSTANDING, HasStatus: Scope.ALL}
"""What a condition says of the scope when nothing else does."""


def _raised_when(age: int, today: dt.date, days: WorkingDays) -> Span:
    """Return the days such that what was raised on them is so many working days old today."""
    tomorrow = today + _DAY
    last = days.before(tomorrow, age) - _DAY if age else today
    return Span(days.before(tomorrow, age + 1), last)


def _is_settled_day(condition: Condition) -> bool:
    return isinstance(condition, DayIs) and condition.field is DayField.SETTLED


def _words(words: str) -> Iterator[HasWords]:
    looked_for = folded(words)
    if looked_for:
        yield HasWords(looked_for)


def _number(name: str, value: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", value.strip()):
        raise _Misread(f"{name} is a number: {_short(value)} is none.")
    return int(value)


def _lack(value: str) -> Lacks:
    lack = _LACKS.get(value.casefold())
    if lack is None:
        raise _Misread("no: goes with owner, due or any of the two, as in no:owner.")
    return Lacks(lack)


def _short(value: str) -> str:
    return f"“{value[:30]}{'…' if len(value) > 30 else ''}”"  # noqa: PLR2004 - so much is repeated
