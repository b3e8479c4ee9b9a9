"""The words of due phrases, by letter and value; ``words.py`` says what the letters mean.

A phrase of several words is one entry, and wins over its parts. Words are in lower case and without ``'s``.
"""

from enum import IntEnum


class Feast(IntEnum):
    """A day with a name, in the order of the list below."""

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


COUNTED = {
    ("M", 1): """
        january, jan, ionawr; february, feb, febuary, febr, chwefror; march, mar, mawrth; april, apr, ebrill;
        may, mai; june, jun, mehefin; july, jul, gorffennaf; august, aug, agust, awst; september, sept, sep,
        medi; october, oct, hydref; november, nov, tachwedd; december, dec, rhagfyr
    """,
    ("W", 0): """
        monday, mon, dydd llun; tuesday, tue, tues, dydd mawrth; wednesday, wed, weds, dydd mercher; thursday,
        thu, thur, thurs, dydd iau; friday, fri, dydd gwener; saturday, sat, dydd sadwrn; sunday, sun, dydd sul
    """,
    ("N", 1): """
        one; two, couple; three; four; five; six; seven; eight; nine; ten; eleven; twelve; thirteen; fourteen;
        fifteen; sixteen; seventeen; eighteen; nineteen; twenty; twenty one; twenty two; twenty three; twenty
        four; twenty five; twenty six; twenty seven; twenty eight; twenty nine; thirty
    """,
    ("O", 1): """
        first; second; third; fourth; fifth; sixth; seventh; eighth; ninth; tenth; eleventh; twelfth;
        thirteenth; fourteenth; fifteenth; sixteenth; seventeenth; eighteenth; nineteenth; twentieth; twenty
        first; twenty second; twenty third; twenty fourth; twenty fifth; twenty sixth; twenty seventh; twenty
        eighth; twenty ninth; thirtieth; thirty first
    """,
    ("S", 0): "spring; summer; autumn, fall; winter",
    ("H", 0): """
        christmas, xmas, christmas break, christmas holidays, christmas recess, festive break, festive period;
        easter, easter break, easter holidays, easter recess, easter weekend, easter bank holiday; new year;
        christmas eve, xmas eve; boxing day; new year eve, hogmanay; new year day; good friday; easter monday;
        christmas day, xmas day; easter sunday, easter day
    """,
}
"""Rows whose values count up from that of the key."""

SAME = {
    ("N", 40): "forty",
    ("N", 45): "forty five",
    ("N", 60): "sixty",
    ("N", 90): "ninety",
    ("R", 0): """
        today, heddiw, tonight, same day, end of the meeting, end of this meeting, end of meeting, this morning,
        this afternoon, this evening
    """,
    ("R", 1): "yfory, tomorrow, tmrw, tomorow, tommorow, tommorrow",
    ("R", 2): "day after tomorrow",
    ("R", 7): "this time next week",
    ("R", -1): "yesterday",
    ("d", 1): "day, days, calendar day, calendar days, clear day, clear days",
    ("t", 1): "hour, hours, hr, hrs",
    ("k", 1): """
        working day, working days, business day, business days, wd, wds, w/d, w/days, workday, workdays, work
        day, work days, bd, office days, full working day, full working days, clear working day, clear working
        days, clear business day, clear business days
    """,
    ("k", 5): "working week, working weeks",
    ("w", 1): "week, weeks, wk, wks, week of the meeting, week of this meeting",
    ("f", 1): "fortnight, fortnights, f/n",
    ("m", 1): "month, months, mth, mths, mnth, mnths, calendar month, calendar months",
    ("q", 1): "quarter, quarters, qtr, qtrs, financial quarter",
    ("y", 1): "year, years, yr, yrs, calendar year",
    ("z", 2): "new financial year, the new financial year, new fy, the new fy",
    ("z", 1): "financial year, fy, fiscal year, f/y, fin year, financial yr",
    ("j", 0): "tax year",
    ("j", 1): "academic year, school year, ay",
    ("e", 1): "weekend, week end, w/end",
    ("e", 2): "by the weekend, by weekend, by this weekend",
    ("X", 1): "within the week, within this week",
    ("X", 2): "within the month, within this month",
    ("E", 1): "end, diwedd, last day, final day, back end, tail end, close of, eo, ends",
    ("A", 1): "early, early part, early in, earlier part",
    ("B", 1): "start, beginning, commencement, first day, outset",
    ("D", 1): "mid, middle, midway through, half way through, halfway through, first half",
    ("L", 1): "late, later, later in, latter part, later part, second half, latter half",
    ("n", 1): "next, nxt",
    ("n", 2): "the next",
    ("n", 3): "next but one, the next but one",
    ("c", 1): "coming, the coming, forthcoming, the forthcoming, upcoming, the upcoming",
    ("h", 1): "this, current, the current, present, this coming, this current",
    ("l", 1): "last, final",
    ("i", 0): "inst, instant",
    ("i", 1): "prox, proximo",
    ("i", -1): "ult, ultimo",
    ("g", 1): "ago",
    ("C", 1): """
        w/c, wc, w/b, wb, w/comm, w/commencing, week commencing, weeks commencing, week comm, week com, week
        beginning, week beg, week starting, week of, wk commencing, wk comm, wk com, wk beginning, wk beg, wk
        starting, wk of, wk/c, wk c, w c, commencing
    """,
    ("G", 1): "w/e, w/ending, week ending, week ended, wk ending, wk/e, wk e, weekending",
    ("b", 1): """
        before, cyn, b4, ahead of, in advance of, well in advance of, advance of, prior to, pre, preceding, in
        good time for, in advance, earlier than, sooner than
    """,
    ("b", 2): "not before, no earlier than, not earlier than, no sooner than",
    ("a", 1): "after, post, once past, since, subsequent to, following on from, beyond",
    ("a", 2): "from",
    (
        "s",
        1,
    ): "with effect from, effective from, wef, w.e.f, w.e.f., effective, as of, as from, starting, starting from",
    ("~", 1): "to, until, till, til, through, thru, up to, up until, up till, -",
    ("+", 1): "and, &, plus, as well as",
    ("/", 1): "or, and/or, /, ;",
    ("F", 1): "between",
    ("r", 1): "onwards, onward, on wards",
    ("u", 1): "calendar",
    ("v", 1): "in the new year, new year onwards, early in the new year, early new year, start of the new year",
    ("o", 1): "bank holiday, bank hol, bank hols, public holiday, bank holiday weekend",
    ("(", 0): "(, [",
    (")", 0): "), ]",
    ("?", 0): "?",
    # what says that a deadline follows
    ("p", 1): """
        by, due, due by, due on, due in, due date, no later than, not later than, no later then, not any later
        than, nlt, on or before, at or before, by or before, deadline, in time for, latest by, at latest by,
        complete by, completed by, to be completed by, to be done by, submitted by, not after, required by,
        needed by, expected by, report by, by latest, by the latest, erbyn
    """,
    # as above, and too weak to make a deadline of a day inside a sentence
    ("p", 2): """
        target, target date, to be, to be completed, will be, should be, expected, eta, no longer than, not
        exceeding, for completion, for submission, for return, completion date, review date
    """,
    # what looks like a cue and is none
    ("U", 0): "due to, due process, due diligence, by hand, by email, by post, by phone, by far, by and large",
    # times of day: alone they mean today
    ("T", 1): """
        cop, close of play, close of business, close of the day, close of day, cob, eod, end of day, end of the
        day, eob, eop, end of business, end of play, c.o.p, c.o.p., c.o.b, c.o.b., close, end of working day,
        end of the working day, noon, midday, midnight, lunchtime, lunch time, lunch, morning, afternoon,
        evening, am, pm, a.m, a.m., p.m, p.m., overnight, first thing, last thing, teatime, tea time, mid
        morning, mid afternoon, mid day, start of play, start of business, start of day, sob
    """,
    # words that say nothing about the day
    ("_", 0): """
        the, y, of, on, in, at, a, an, within, during, over, for, around, about, approx, approximately, roughly,
        circa, latest, at the latest, at the very latest, at latest, if possible, please, pls, ideally,
        provisionally, provisional, time, date, sometime, some time, sooner, or sooner, earlier, or earlier, if
        not before, if not sooner, at some point, hence, from now, from today, from this meeting, from the
        meeting, of the meeting, of this meeting, of today, of today meeting, from date of meeting, from the
        date of this meeting, from the date of the meeting, after this meeting, after today, after today
        meeting, so, or so, or thereabouts, thereabouts, st, nd, rd, th, is, held, scheduled, scheduled for,
        taking place, which, that, utc, gmt, bst, at any time, my, our, this time, space of, course of,
        available, appropriate, convenient, suitable, planned, ordinary, usual, formal, full, very, also, where
        possible, wherever possible, up, max, maximum
    """,
    # words without a date
    ("V", 0): """
        soonest, earliest opportunity, earliest convenience, first opportunity, next opportunity, next suitable
        opportunity, next available opportunity, immediate, right now, now, due now, urgent, due course, when
        able, when appropriate, ongoing, on going, in progress, open, on hold, hold, parked, paused,
        outstanding, not started, not yet started, continuing, continuous, continual, carry forward, carried
        forward, carry over, carried over, c/f, c/fwd, b/f, bring forward, brought forward, rolled over, roll
        over, deferred, postponed, tbc, t.b.c, t.b.c., to be confirmed, tbd, t.b.d, t.b.d., to be determined, to
        be decided, tba, t.b.a, t.b.a., to be advised, to be agreed, to be announced, to be arranged, to be
        scheduled, to be set, to be fixed, to be notified, to follow, unknown, not known, not yet known, not yet
        agreed, not set, not yet set, no date, no due date, no date set, no fixed date, no deadline, no
        timescale, none, nil, n/a, na, n.a, n.a., not applicable, in future, a later date, some point, long
        term, longer term, medium term, short term, near future, coming weeks, coming days, coming months, next
        few days, next few weeks, next few months, few days, few weeks, few months, several weeks, several
        months, several days, foreseeable future, open ended, indefinite, indefinitely, rolling, standing item,
        standing action, business as usual, bau, information only, for information, for noting, noted, note
        only, discretionary, verbal update, verbal update to be given, update to be given, at the appropriate
        time, when required, as required, as necessary, as needed, as appropriate, if required, if necessary,
        time permitting, when time allows, when time permits, overdue, delayed, awaiting date, date to follow,
        under way, underway, being progressed, progressing, under review, in hand, in train, live, priority,
        high priority, low priority, sine die, whenever, eventually, pending, blocked, stalled, awaited,
        awaiting, tentative, tentatively, date tbc, dates tbc, as agreed, in good time, in time, from now on,
        henceforth
    """,
    # as above, said of a meeting that may be any
    ("V", 2): "future, subsequent, another, some later",
    # as above, said of when something will be done
    ("V", 1): """
        asap, a.s.a.p, a.s.a.p., as soon as possible, as soon as practicable, as soon as practical, as soon as
        reasonably practicable, at the earliest opportunity, at earliest opportunity, at the earliest
        convenience, at your earliest convenience, at the first opportunity, immediately, with immediate effect,
        straight away, straightaway, at once, right away, forthwith, urgently, by return, by return of post, by
        return of email, without delay, promptly, soon, very soon, shortly, in due course, before long, as and
        when, when possible, when convenient, at a later date, at a later stage, in the near future, in the
        coming weeks, in coming weeks, in the coming months, in the coming days, the coming weeks, the coming
        months, the coming days, the next few days, the next few weeks, the next few months, until further
        notice, in the future
    """,
    # said to be done
    ("K", 0): """
        complete, completed, closed, done, discharged, actioned, cancelled, canceled, withdrawn, superseded,
        finished, now complete, now closed, no further action, nfa, resolved, delivered, fulfilled, no longer
        required, no longer needed, no action, received, sent, circulated
    """,
    # again and again
    ("I", 0): """
        weekly, monthly, daily, quarterly, annually, annual, yearly, fortnightly, bi weekly, biweekly, bi
        monthly, bimonthly, bi annual, biannual, six monthly, half yearly, termly, recurring, regularly,
        regular, periodically, repeated, mondays, tuesdays, wednesdays, thursdays, fridays, always
    """,
    ("I", 1): "every, each, per",
    # conditions
    ("J", 0): """
        when, once, as soon as, subject to, depending, dependent, upon, unless, if, provided, contingent,
        whilst, while, as part of, awaiting
    """,
    # what a length of time may be counted from, that has no day yet
    ("J", 1): """
        approval, receipt, sign off, signoff, completion, publication, confirmation, clearance, go live, launch,
        award, notification, appointment, funding, request, invoice, order, signature, application, referral,
        decision, incident, complaint, notice, instruction, contract
    """,
    # what has a day that only the calendar of some other body gives
    ("@", 0): """
        election, elections, general election, local elections, budget, the budget, autumn statement, spending
        review, comprehensive spending review, purdah, recess, summer recess, half term, halfterm, term, summer
        term, autumn term, spring term, summer holidays, summer holiday, summer break, school holidays, new
        term, referendum
    """,
    # meetings
    ("P", 0): """
        meeting, meetings, cyfarfod, mtg, mtgs, mtng, board, panel, committee, cttee, steering group, steering
        committee, subgroup, sub group, sub committee, subcommittee, working group, plenary, assembly, donm
    """,
    # meetings only when a word before them says so: the next session
    ("P", 1): "group, council, session, call, catch up, cabinet, team, review meeting, forum",
    # meetings that are none of the body's usual ones
    ("P", 2): "agm, egm, tc, telecon, teleconference, conference, workshop, away day, awayday",
    ("x", 0): "not, never, no, except, excluding, instead, without, half, at least, minimum, min",
}
"""Words of one letter and one value."""
