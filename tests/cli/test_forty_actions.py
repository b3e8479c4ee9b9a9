"""Four meetings and forty actions lived through by command; every figure against a second ledger, kept by hand."""

import datetime as dt
import itertools
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.errors import NotFoundError
from lpgminutes.services.records import undo

Command = Callable[..., Any]
MEETINGS = ("2019-04-25", "2019-05-30", "2019-06-27", "2019-08-01")
PEOPLE = ("Priya Nandakumar", "Sam Okafor", "Head of Estates", "Ana Núñez", "DWP Operations")
OUTSTANDING = {"open", "in progress", "complete"}


@dataclass
class Line:
    """An action as somebody with a paper ledger would keep it: what was so from which day on."""

    ref: str
    raised: str
    status: list[tuple[str, str]]
    due: list[tuple[str, str | None]]
    owners: list[tuple[str, list[str]]]
    notes: list[tuple[str, str]] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)

    def figures(self, day: str) -> dict[str, Any]:
        """Work everything out anew, as at a day."""
        status, due, owners = self._then(self.status, day), self._then(self.due, day), self._then(self.owners, day)
        dues = [one for on, one in self.due if on <= day]
        later = [_days(b) - _days(a) for a, b in itertools.pairwise(dues) if a and b and b > a]
        settled = [on for on, state in self.status if on <= day and state == status][-1]
        first = next((one for one in dues if one), None)
        overdue = status in OUTSTANDING and due is not None and due < day
        is_settled = status not in OUTSTANDING
        return {
            "status": status,
            "due": due,
            "owners": owners,
            "overdue": overdue,
            "days_overdue": _days(day) - _days(due) if overdue and due else 0,
            "slips": len(later),
            "slip_days": sum(later),
            "carried": sum(1 for on in self.carried if on <= day),
            "original_due": first,
            "settled_on": settled if is_settled else None,
            "late": status == "closed" and first is not None and settled > first,
            "last_note": ([note for on, note in self.notes if on <= day] or [""])[-1],
            "age": _working_days(self.raised, settled if is_settled else day),
        }

    @staticmethod
    def _then(entries: list[tuple[str, Any]], day: str) -> Any:  # noqa: ANN401 - a status, a date or owners
        return [value for on, value in entries if on <= day][-1]


def _days(iso: str) -> int:
    return dt.date.fromisoformat(iso).toordinal()


def _working_days(first: str, last: str) -> int:
    """Count the working days after one day up to another, one by one."""
    is_working = bootstrap.working_days().is_working
    return sum(is_working(dt.date.fromordinal(day)) for day in range(_days(first) + 1, _days(last) + 1))


def _live_through(command: Command) -> list[Line]:
    """Hold the meetings: each goes through the actions before it, one command for each outcome, and raises ten more."""
    dice = random.Random(40)  # noqa: S311 - the same four meetings each time
    command("series", "add", "lpg", "Lot Performance Group", "--marking", "OFFICIAL-SENSITIVE")
    lines: list[Line] = []
    for day in MEETINGS:
        assert command("meeting", "new", "lpg", "--date", day).code == 0
        for line in [line for line in lines if line.status[-1][1] in OUTSTANDING]:
            _go_through(command, dice, line, day)
        lines += [_raise(command, dice, day, serial) for serial in range(10)]
    return lines


def _raise(command: Command, dice: random.Random, day: str, serial: int) -> Line:
    owners = dice.sample(PEOPLE, dice.choice((0, 1, 1, 2)))
    due = dt.date.fromordinal(_days(day) + dice.randrange(10, 60)).isoformat() if dice.random() < 0.8 else None
    raised = command(
        *("action", "add", f"do thing {serial}", "--meeting", f"lpg/{day}", *(("--due", due) if due else ())),
        *(part for owner in owners for part in ("--owner", owner)),
    )
    assert raised.code == 0
    return Line(ref=raised.out.strip(), raised=day, status=[(day, "open")], due=[(day, due)], owners=[(day, owners)])


def _go_through(command: Command, dice: random.Random, line: Line, day: str) -> None:
    at = ("--meeting", f"lpg/{day}")
    match dice.choice(("close", "close", "redate", "redate", "reassign", "note", "carry", "withdraw", "complete")):
        case "close":
            done = command("action", "close", line.ref, *at, "--evidence", "seen by the chair")
            line.status.append((day, "closed"))
        case "redate":
            due = dt.date.fromordinal(_days(line.due[-1][1] or day) + dice.choice((-7, 14, 28))).isoformat()
            done = command("action", "redate", line.ref, *at, "--due", due, "--why", "more time")
            line.due.append((day, due))
        case "reassign":
            done = command("action", "reassign", line.ref, *at, "--owner", "The Chair")
            done = done if line.owners[-1][1] != ["The Chair"] else command("meetings")
            line.owners.append((day, ["The Chair"]))
        case "note":
            done = command("action", "note", line.ref, *at, "--text", f"chased on {day}")
            line.notes.append((day, f"chased on {day}"))
        case "carry":
            done = command("action", "carry", line.ref, *at)
            line.carried.append(day)
        case "withdraw":
            done = command("action", "withdraw", line.ref, *at, "--why", "overtaken")
            line.status.append((day, "withdrawn"))
        case _:
            done = command("action", "complete", line.ref, *at, "--note", "sent")
            done = done if line.status[-1][1] != "complete" else command("meetings")
            line.status.append((day, "complete"))
    assert done.code == 0


@pytest.mark.soak
def test_four_meetings_and_forty_actions(command: Command, store_path: Path) -> None:
    """Every figure on any day and every query is what the second ledger says; and it can all be taken back."""
    ledger = _live_through(command)
    assert len(ledger) == 40
    _compare_figures(command, ledger)
    _compare_queries(command, ledger)
    assert command("db", "check").code == 0
    _take_everything_back(store_path)
    assert command("db", "check").code == 0
    assert json.loads(command("actions", "all", "--json").out)["actions"] == []


def _compare_figures(command: Command, ledger: list[Line]) -> None:
    """On the day of each meeting, the day before, and long after: the log as at that day."""
    before = [dt.date.fromordinal(_days(day) - 1).isoformat() for day in MEETINGS]
    for day in (*MEETINGS, *before, "2019-07-10", "2020-01-06"):
        said = json.loads(command("actions", "all", "--as-at", day, "--json").out)["actions"]
        listed = {action["ref"]: action for action in said}
        kept = {line.ref: line.figures(day) for line in ledger if line.raised <= day}
        assert {ref: {name: listed[ref][name] for name in kept[ref]} for ref in listed} == kept


def _compare_queries(command: Command, ledger: list[Line]) -> None:
    """By state, owner, slips, age and lack; overdue first."""
    day = MEETINGS[-1]
    kept = {line.ref: line.figures(day) for line in ledger}
    waiting = {ref: said for ref, said in kept.items() if said["status"] in OUTSTANDING}
    expected = {
        "": set(waiting),
        "overdue": {ref for ref, said in waiting.items() if said["overdue"]},
        "owner:nunez": {ref for ref, said in waiting.items() if "Ana Núñez" in said["owners"]},
        "slips>0": {ref for ref, said in waiting.items() if said["slips"]},
        "age>40": {ref for ref, said in waiting.items() if said["age"] > 40},
        "no:owner": {ref for ref, said in waiting.items() if not said["owners"]},
        "no:due -overdue": {ref for ref, said in waiting.items() if said["due"] is None},
        "closed>=last": {ref for ref, said in kept.items() if said["settled_on"] and said["settled_on"] >= MEETINGS[2]},
        "status:withdrawn": {ref for ref, said in kept.items() if said["status"] == "withdrawn"},
    }
    for query, refs in expected.items():
        said = json.loads(command("actions", query, "--as-at", day, "--json").out)["actions"]
        assert {action["ref"] for action in said} == refs, query
    listed = json.loads(command("actions", "--as-at", day, "--json").out)["actions"]
    late = [action["days_overdue"] for action in listed]
    assert late == sorted(late, reverse=True)
    assert all(expected.values())


def _take_everything_back(store_path: Path) -> None:
    """Undo until there is nothing left to undo."""
    store = bootstrap.open_store(str(store_path))
    for _ in range(store.latest_change()):
        undo(store, who="A Tester")
    with pytest.raises(NotFoundError, match="nothing to take back"):
        undo(store, who="A Tester")
    store.close()
