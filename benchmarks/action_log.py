"""Print what the action log costs: changing the sort or the filter at 100,000 actions, and the log by command.

``--store FILE`` keeps the large store for the next run; without it one is made and thrown away.
"""

import argparse
import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from measure import ratio
from run import Row, process, seed_meeting

PYTHON = sys.executable
DAY = dt.date(2019, 8, 1)
SCREENFUL = 60
EACH = 500
BODIES = 20
OWNERS = 400
SLIPPED, DONE, DATED, RARE = 0.3, 0.35, 0.8, 0.0002
NAMES = [f"{first}{second}" for first in "ABCDEFGHJKLMN" for second in ("raham", "illian")]
WORDS = [
    "investigate",
    "provide",
    "specifics",
    "around",
    "the",
    "recruitment",
    "in",
    "hot",
    "spot",
    "areas",
    "bring",
    "plan",
    "to",
    "board",
    "circulate",
    "slides",
    "with",
    "name",
    "of",
    "person",
    "who",
    "answers",
    "for",
    "each",
    "recommendation",
    "cost",
    "trial",
    "evening",
    "appointments",
    "at",
    "two",
    "sites",
    "letter",
    "contract",
]
QUERIES = (
    "",
    "overdue",
    "all",
    "closed",
    "owner:gra",
    "owner:graham",
    "owner:gx",
    "series:body7",
    "due<1aug",
    "due:thisweek",
    "before:next",
    "slips>1",
    "age>200",
    "no:owner",
    "no:any",
    "closed>last",
    "raised:3.1",
    "recruitment",
    "recruitment -plan overdue",
    "zebra",
    "status:complete",
    "meeting:2015-0",
)


def fill(location: Path, *, actions: int) -> None:
    """Make a store with twenty bodies, many meetings and actions: a third of them done, some slipped."""
    from lpgminutes import bootstrap
    from lpgminutes.domain.meetings import MeetingStatus

    dice = random.Random(7)  # noqa: S311 - the same log each time
    store = bootstrap.open_store(str(location), create=True)
    meeting = seed_meeting()
    for number in range(actions // EACH):
        date = DAY - dt.timedelta(days=14 * (number // BODIES))
        raised = tuple(_action(dice, date, number, serial) for serial in range(EACH))
        status = MeetingStatus.DRAFT if number < BODIES else MeetingStatus.APPROVED
        body = replace(meeting.series, short_name=f"body{number % BODIES}", name=f"Body {number % BODIES}")
        with store.change("fill", who="bench") as work:
            work.meetings.add(replace(meeting, series=body, date=date, actions=raised, attendance=(), status=status))
            work.commit()
    store.close()


def _action(dice: random.Random, date: dt.date, number: int, serial: int):  # noqa: ANN202 - imported when needed
    from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus

    due = date + dt.timedelta(days=dice.randrange(7, 90))
    status, history = ActionStatus.OPEN, []
    if dice.random() < SLIPPED:
        later = due + dt.timedelta(days=28)
        history.append(
            ActionEvent(date=due, who="A", what="due", before=due.isoformat(), after=later.isoformat(), why="leave")
        )
        due = later
    if dice.random() < DONE:
        status = ActionStatus.CLOSED
        history.append(ActionEvent(date=due, who="A", what="status", before="open", after="closed", why="seen"))
    return Action(
        ref=f"AP{number:04d}-{serial:03d}",
        owners=tuple(
            f"{NAMES[n % 26]} {NAMES[n % 23]}son" for n in dice.sample(range(OWNERS), dice.choice((0, 1, 1, 2)))
        ),
        text=" ".join(dice.sample(WORDS, 9)) + (" zebra" if dice.random() < RARE else ""),
        due=due if dice.random() < DATED else None,
        raised_in=f"{dice.randrange(1, 7)}.{dice.randrange(1, 5)}",
        status=status,
        history=tuple(history),
    )


def milliseconds(work: Callable[[], object], *, rounds: int) -> tuple[float, float]:
    """Return the median and the 99th percentile of the processor time that something takes: others may be at work."""
    work()
    taken = []
    for _ in range(rounds):
        begun = time.thread_time()
        work()
        taken.append((time.thread_time() - begun) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=100)[98]


def lists(location: Path, *, rounds: int) -> None:
    """Print what a first screenful costs, and one far into the list, for each sort and each filter."""
    from lpgminutes import bootstrap
    from lpgminutes.domain.action_log.query import ActionListing, ActionQuery, SortBy
    from lpgminutes.services.action_lists import read_query

    store = bootstrap.open_store(str(location))
    dates, working_days = bootstrap.house_dates(), bootstrap.working_days()

    def timed(name: str, listing: ActionListing, start: int = 0) -> None:
        def page() -> None:
            with store.lists() as reading:
                reading.page(listing, start=start, limit=SCREENFUL)

        def counted() -> None:
            with store.lists() as reading:
                reading.count(listing)

        first, count = milliseconds(page, rounds=rounds), milliseconds(counted, rounds=max(rounds // 10, 3))
        print(f"{name:<44} page p50 {first[0]:7.2f} p99 {first[1]:7.2f} ms   count p50 {count[0]:7.2f} ms", flush=True)

    for sort in SortBy:
        for is_reversed in (False, True):
            listing = ActionListing(query=ActionQuery(today=DAY), sort=sort, is_reversed=is_reversed)
            timed(f"sort {sort.value}{' reversed' if is_reversed else ''}", listing)
    for words in QUERIES:
        query = read_query(words, today=DAY, dates=dates, working_days=working_days).query
        timed(f"filter {words or '(none)'}", ActionListing(query=query))
    query = ActionQuery(today=DAY)
    timed("place 30,000 of the list", ActionListing(query=query), start=30_000)
    timed("as at a year before", ActionListing(query=query, as_at=DAY - dt.timedelta(days=365)))
    store.close()


def by_command(folder: Path) -> Row:
    """Measure the overdue actions of 10,000 as JSON over a bare import of SQLModel."""
    location = folder / "ten-thousand.sqlite3"
    fill(location, actions=10_000)
    program = (PYTHON, "-m", "lpgminutes", "--store", str(location))
    listed = process(*program, "actions", "overdue", "--as-at", DAY.isoformat(), "--json")
    return Row(
        "actions overdue --json of 10,000 over import sqlmodel",
        1.3,
        *ratio(listed, process(PYTHON, "-c", "import sqlmodel"), rounds=11),
    )


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--store", type=Path)
    options.add_argument("--actions", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=100)
    given = options.parse_args()
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory() as folder:
        location = given.store or Path(folder, "large.sqlite3")
        if not location.exists():
            begun = time.perf_counter()
            fill(location, actions=given.actions)
            print(f"{given.actions:,} actions written in {time.perf_counter() - begun:.0f} s")
        lists(location, rounds=given.rounds)
        print(by_command(Path(folder)))


if __name__ == "__main__":
    main()
