"""The words of due phrases: each has one letter for what it is, and a value.

A phrase becomes the string of its letters, its *shape*, and the families of phrases are told apart by shape. The
letters: ``N`` number, ``O`` ordinal, ``Y`` year, ``M`` month, ``W`` weekday, ``R`` today or tomorrow, ``S`` season,
``H`` feast, ``Q`` quarter by number; ``d t k w f m q y z e`` day, hour, working day, week, fortnight, month, quarter,
year, financial year, weekend; ``E A B D L`` end, early, beginning, middle, late; ``n c h l i`` next, coming, this,
last, inst; ``C G`` week commencing, week ending; ``b a s g`` before, after, with effect from, ago; ``~ /`` to, or;
``V`` words without a date, ``J`` a condition, ``K`` done, ``I`` again and again, ``P`` a meeting; ``x`` not.
"""

from enum import IntEnum

SILENT = "_"
"""The letter of a word that says nothing about the day."""
CUE = "p"
"""The letter of a word that says that a deadline follows."""
CLOSE = "T"
"""The letter of a time of day: alone it means today."""
UNKNOWN = "U"
"""The letter of every other word."""


class Feast(IntEnum):
    """A day with a name."""

    CHRISTMAS = 0
    EASTER = 1
    NEW_YEAR = 2
    CHRISTMAS_EVE = 3
    BOXING_DAY = 4
    NEW_YEARS_EVE = 5
    NEW_YEARS_DAY = 6
    GOOD_FRIDAY = 7
    EASTER_MONDAY = 8
    CHRISTMAS_DAY = 9
    EASTER_SUNDAY = 10


_COUNTED = {
    ("M", 1): "january, jan; february, feb, febuary, febr; march, mar; april, apr; may; june, jun; july, jul; "
    "august, aug, agust; september, sept, sep; october, oct; november, nov; december, dec",
    ("W", 0): "monday, mon; tuesday, tue, tues; wednesday, wed, weds; thursday, thu, thur, thurs; friday, fri; "
    "saturday, sat; sunday, sun",
    ("N", 1): "one; two, couple; three; four; five; six; seven; eight; nine; ten; eleven; twelve; thirteen; fourteen; "
    "fifteen; sixteen; seventeen; eighteen; nineteen; twenty; twenty one; twenty two; twenty three; twenty four; "
    "twenty five; twenty six; twenty seven; twenty eight; twenty nine; thirty",
    ("O", 1): "first; second; third; fourth; fifth; sixth; seventh; eighth; ninth; tenth; eleventh; twelfth; "
    "thirteenth; fourteenth; fifteenth; sixteenth; seventeenth; eighteenth; nineteenth; twentieth; twenty first; "
    "twenty second; twenty third; twenty fourth; twenty fifth; twenty sixth; twenty seventh; twenty eighth; "
    "twenty ninth; thirtieth; thirty first",
    ("S", 0): "spring; summer; autumn, fall; winter",
    ("H", 0): "christmas, xmas, christmas break, christmas holidays, christmas recess, festive break, festive period; "
    "easter, easter break, easter holidays, easter recess, easter weekend, easter bank holiday; new year; "
    "christmas eve, xmas eve; boxing day; new year eve, hogmanay; new year day; good friday; easter monday; "
    "christmas day, xmas day; easter sunday, easter day",
}
"""Rows whose values count up from that of the key."""

_SAME = {
    ("N", 40): "forty",
    ("N", 60): "sixty",
    ("N", 90): "ninety",
    ("R", 0): "today, tonight, this morning, this afternoon, this evening",
    ("R", 1): "tomorrow, tmrw, tomorow, tommorow, tommorrow",
    ("R", 2): "day after tomorrow",
    ("R", -1): "yesterday",
    ("d", 1): "day, days, calendar day, calendar days",
    ("t", 1): "hour, hours, hr, hrs",
    ("k", 1): "working day, working days, business day, business days, wd, wds, w/d, workday, workdays, work day, "
    "work days, bd, office days",
    ("k", 5): "working week, working weeks",
    ("w", 1): "week, weeks, wk, wks",
    ("f", 1): "fortnight, fortnights, f/n",
    ("m", 1): "month, months, mth, mths, mnth, mnths, calendar month, calendar months",
    ("q", 1): "quarter, quarters, qtr, qtrs, financial quarter",
    ("y", 1): "year, years, yr, yrs, calendar year",
    ("z", 1): "financial year, fy, fiscal year, f/y, fin year, financial yr",
    ("e", 1): "weekend, week end, w/end",
    ("E", 1): "end, last day, final day, back end, close of, eo",
    ("A", 1): "early, early part",
    ("B", 1): "start, beginning, commencement, first day",
    ("D", 1): "mid, middle, midway through, halfway through",
    ("L", 1): "late, later, latter part, later part",
    ("n", 1): "next, following, nxt",
    ("n", 2): "the next",
    ("c", 1): "coming, the following, forthcoming, upcoming",
    ("h", 1): "this, current, present, this coming",
    ("l", 1): "last, final",
    ("i", 0): "inst, instant",
    ("i", 1): "prox, proximo",
    ("i", -1): "ult, ultimo",
    ("g", 1): "ago",
    ("C", 1): "w/c, wc, w/b, wb, w/comm, w/commencing, week commencing, week comm, week com, week beginning, week beg, "
    "week starting, week of, wk commencing, wk comm, wk com, wk beginning, wk beg, wk starting, wk of, wk/c, wk c, "
    "w c, commencing",
    ("G", 1): "w/e, w/ending, week ending, week ended, wk ending, wk/e, wk e, weekending",
    ("b", 1): "before, ahead of, in advance of, advance of, prior to, pre, preceding, in good time for",
    ("b", 2): "not before, no earlier than, not earlier than",
    ("a", 1): "after, post, once past, since, subsequent to, following on from",
    ("a", 2): "from",
    ("s", 1): "with effect from, effective from, wef, w.e.f, w.e.f., effective, as of, as from",
    ("~", 1): "to, until, till, til, through, up to, up until, and, &, -",
    ("/", 1): "or, and/or, /, ;",
    ("(", 0): "(",
    (")", 0): ")",
    ("?", 0): "?",
}

_DEADLINES = (
    "by, due, due by, due on, due date, no later than, not later than, no later then, nlt, on or before, at or "
    "before, by or before, deadline, in time for, target, target date, latest by, complete by, completed by, to be "
    "completed, to be completed by, to be done by, submitted by, not after, required by, needed by, expected, report "
    "by"
)
_TIMES_OF_DAY = (
    "cop, close of play, cob, close of business, eod, end of day, eob, eop, end of business, end of play, c.o.p, "
    "c.o.b, end of working day, close of day, end of the day, end of the working day, c.o.p., c.o.b., close, close of "
    "the day"
)
_SILENT = (
    "the, of, on, in, at, a, an, within, during, over, for, around, about, approx, approximately, roughly, circa, "
    "latest, at the latest, at the very latest, if possible, please, pls, ideally, provisionally, provisional, time, "
    "date, between, sometime, some time, sooner, or sooner, earlier, or earlier, if not before, if not sooner, at "
    "some point, hence, from now, from today, from this meeting, from the meeting, of the meeting, of this meeting, "
    "of today, after this meeting, after today, so, or so, or thereabouts, thereabouts, st, nd, rd, th, that, first "
    "thing, lunchtime, lunch time, lunch, morning, afternoon, evening, am, pm, noon, midday, midnight, a.m, p.m, "
    "a.m., p.m., utc, gmt, bst, overnight, at any time, my, our, in time, space of, course of"
)
_STATUS = (
    "asap, a.s.a.p, a.s.a.p., as soon as possible, as soon as practicable, as soon as practical, soonest, at the "
    "earliest opportunity, earliest opportunity, at earliest opportunity, earliest convenience, at your earliest "
    "convenience, immediately, immediate, with immediate effect, straight away, straightaway, at once, right away, "
    "forthwith, urgent, urgently, by return, soon, very soon, shortly, in due course, due course, in time, as and "
    "when, when able, when possible, when convenient, when appropriate, ongoing, on going, on-going, in progress, "
    "open, on hold, hold, parked, paused, outstanding, not started, continuing, continuous, continual, carry forward, "
    "carried forward, carried over, c/f, c/fwd, b/f, bring forward, brought forward, rolled over, deferred, "
    "postponed, tbc, t.b.c, t.b.c., to be confirmed, tbd, t.b.d, to be determined, to be decided, tba, t.b.a, to be "
    "advised, to be agreed, to be announced, to be arranged, to be scheduled, to follow, unknown, not known, not set, "
    "no date, no due date, none, nil, n/a, na, n.a, n.a., not applicable, later, in the future, in future, at a later "
    "date, at a later stage, future, long term, longer term, medium term, short term, near future, in the near "
    "future, in the coming weeks, in coming weeks, coming weeks, coming days, coming months, next few days, next few "
    "weeks, next few months, few days, few weeks, few months, several weeks, several months, several days, "
    "foreseeable future, open ended, indefinite, indefinitely, rolling, standing item, standing action, business as "
    "usual, bau, information only, for information, for noting, noted, note only, discretionary, verbal update, "
    "verbal update to be given, update to be given, at the appropriate time, when required, as required, as "
    "necessary, as needed, as appropriate, if required, if necessary, time permitting, when time allows, overdue, "
    "late, delayed, awaiting date, date to follow, no deadline, no fixed date, as agreed, under way, underway, being "
    "progressed, progressing, under review, in hand, in train, live, priority, high priority, high, medium, low, "
    "agreed, next steps, sine die, whenever, eventually, at leisure, pending, blocked, stalled, awaited, awaiting, "
    "not yet agreed, not yet known, to be set, to be fixed"
)
_DONE = (
    "complete, completed, closed, done, discharged, actioned, cancelled, canceled, withdrawn, superseded, finished, "
    "now complete, resolved, delivered, fulfilled, no longer required, no longer needed, no action, received, sent"
)
_AGAIN = (
    "every, each, weekly, monthly, daily, quarterly, annually, yearly, fortnightly, bi weekly, biweekly, bi monthly, "
    "bimonthly, recurring, regularly, regular, periodically, repeated, mondays, tuesdays, wednesdays, thursdays, "
    "fridays, always"
)
_CONDITIONS = (
    "when, once, as soon as, subject to, depending, dependent, following, upon, on receipt, receipt, unless, if, "
    "provided, until further notice, contingent, whilst, while, as part of"
)
_MEETINGS = (
    "meeting, meetings, mtg, mtgs, board, panel, committee, cttee, council, group, session, agm, egm, tc, telecon, "
    "teleconference, call, conference, forum, workshop, away day, awayday, assembly, cabinet, steering group, "
    "subgroup, sub group, sub committee, subcommittee, working group, plenary, catch up, review meeting, lpg, agenda"
)
_NEGATIONS = "not, never, no, except, excluding, instead, without"

_EACH = {
    (CUE, 1): _DEADLINES,
    (CLOSE, 1): _TIMES_OF_DAY,
    (SILENT, 0): _SILENT,
    ("V", 0): _STATUS,
    ("K", 0): _DONE,
    ("I", 0): _AGAIN,
    ("J", 0): _CONDITIONS,
    ("P", 0): _MEETINGS,
    ("x", 0): _NEGATIONS,
}


def _entries() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {",": (",", 0)}
    for (letter, value), words in (_SAME | _EACH).items():
        found.update((word.strip(), (letter, value)) for word in words.split(","))
    for (letter, start), rows in _COUNTED.items():
        for value, words in enumerate(rows.split(";"), start=start):
            found.update((word.strip(), (letter, value)) for word in words.split(","))
    return found


def _continuations(entries: dict[str, tuple[str, int]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return, for the first word of phrases of several words, what may follow it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in entries:
        first, *rest = phrase.split()
        if rest:
            found.setdefault(first, []).append((tuple(rest), phrase))
    return {first: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for first, rests in found.items()}


ENTRIES = _entries()
"""Every known word and phrase, in lower case and without ``'s``, with its letter and its value."""
CONTINUATIONS = _continuations(ENTRIES)
"""What may follow the first word of a known phrase of several words."""
