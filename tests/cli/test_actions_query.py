"""The chair's list by query, by view, in any order, as at any day."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.query import SortBy
from lpgminutes.domain.action_log.views import ActionView

Command = Callable[..., Any]
Listed = Callable[..., list[str]]
LAST_DAY = "2019-08-01"


@pytest.fixture
def listed(four: Command) -> Listed:
    """Return the references that a query lists on the day of the last meeting."""

    def called(*arguments: str, day: str = LAST_DAY) -> list[str]:
        outcome = four("actions", *arguments, "--as-at", day, "--json")
        assert outcome.code == 0
        return [action["ref"] for action in json.loads(outcome.out)["actions"]]

    return called


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        (("overdue",), ["AP0419-04", "AP0519-02", "AP0419-02"]),
        (("overdue", "-plan"), ["AP0419-04", "AP0519-02"]),
        (("owner:rhian", "no:due"), ["AP0619-02", "AP0619-03"]),
        (("owner:nf",), ["AP0419-02", "AP0819-02"]),
        (('"hot spot areas"', "slips>1"), ["AP0419-02"]),
        (("closed>last",), ["AP0419-07", "AP0419-06", "AP0619-04"]),
        (("due<1sep", "-overdue"), ["AP0819-01"]),
        (("raised:3.1 meeting:lpg/2019-06",), ["AP0619-02", "AP0619-03"]),
        (("status:in",), ["AP0419-02", "AP0519-03", "AP0619-02"]),
        (("series:board",), []),
        (("-open", "closed>last", "-plan"), ["AP0419-07", "AP0419-06", "AP0619-04"]),
        (("-x", "overdue", "-e"), []),
    ],
)
def test_a_query_finds_what_it_says(listed: Listed, query: tuple[str, ...], refs: list[str]) -> None:
    """The words may come as one argument or as several."""
    assert listed(*query) == refs


def test_any_order_both_ways(listed: Listed) -> None:
    """What is done stays last."""
    slips, newest = listed("all", "--sort", "slips"), listed("all", "--sort", "age", "--reverse")

    done = {"AP0419-01", "AP0419-03", "AP0419-05", "AP0419-06", "AP0419-07", "AP0619-04"}
    assert slips[0] == "AP0419-02"
    assert newest[0].startswith("AP0819")
    assert set(slips[-6:]) == set(newest[-6:]) == done


def test_the_log_as_it_was(listed: Listed) -> None:
    """What was raised later is not in it yet, and what was closed later still is."""
    may, june = listed("all", day="2019-05-01"), listed("overdue", day="2019-06-01")

    assert {ref[:6] for ref in may} == {"AP0419"}
    assert "AP0419-03" in june
    assert "AP0419-03" not in listed("overdue")


def test_a_view_is_called_by_name_or_number(listed: Listed) -> None:
    """A query narrows it; its own order and limit hold."""
    by_name, by_number = listed("--view", "overdue"), listed("--view", "1")
    oldest = listed("--view", "oldest")

    assert by_name == by_number == ["AP0419-04", "AP0519-02", "AP0419-02"]
    assert listed("--view", "overdue", "owner:graham") == ["AP0419-04"]
    assert len(oldest) == 10
    assert oldest[0].startswith("AP0419")


def test_a_view_of_ones_own(listed: Listed) -> None:
    """It takes the number of a shipped one."""
    view = ActionView(name="Slipped", query="slips>0 all", sort=SortBy.REF, is_reversed=True)
    bootstrap.own_views().keep(1, view)

    assert listed("--view", "1") == ["AP0419-02", "AP0419-07"]
    assert listed("--view", "slip", "--sort", "ref") == ["AP0419-02", "AP0419-07"]
    assert listed("--view", "1", "--reverse") == ["AP0419-02", "AP0419-07"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("due<soonish",), 3, "“due<soonish”"),
        (("foo:bar",), 3, "no filter foo"),
        (("--view", "nothing"), 4, "1 Overdue"),
        (("--sort", "colour"), 2, "slips"),
    ],
)
def test_what_is_not_understood_is_said(four: Command, arguments: tuple[str, ...], code: int, said: str) -> None:
    """With its place, and what would be understood."""
    outcome = four("actions", *arguments)

    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err


def test_nothing_found_is_said_in_words(four: Command) -> None:
    """And is no failure."""
    outcome = four("actions", "zebra")

    assert (outcome.code, outcome.out) == (0, "")
    assert "No action is as asked for." in outcome.err
