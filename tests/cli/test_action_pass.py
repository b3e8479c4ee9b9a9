"""The guided pass without the screens: whose turn it is, and outcomes that minute themselves."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]


def _waiting(command: Command) -> dict[str, Any]:
    outcome = command("action", "pass", "lpg/2019-08-01", "--json")
    assert outcome.code == 0
    through: dict[str, Any] = json.loads(outcome.out)
    return through


@pytest.mark.soak
def test_an_outcome_with_minuted_ends_the_turn_and_writes_the_minute(four: Command) -> None:
    """The line is said, stands in the minutes, and the next in the chair's order comes first."""
    before = _waiting(four)
    first = before["waiting"][0]["ref"]
    done = four(
        *("action", "close", first, "--meeting", "lpg/2019-08-01", "--minuted", "--evidence", "the June return")
    )
    assert done.code == 0
    assert "Minute 2.5: " in done.err
    assert "closed. Evidence: the June return." in done.err
    after = _waiting(four)
    assert (after["spoken_of"], after["total"]) == (5, before["total"])
    assert [one["ref"] for one in after["waiting"]] == [one["ref"] for one in before["waiting"][1:]]
    assert "closed. Evidence: the June return." in four("show", "lpg/2019-08-01").out


def test_the_list_says_whose_owner_is_here(four: Command) -> None:
    """For people, in words."""
    listed = four("action", "pass", "lpg/2019-08-01")
    assert "4 of 12 have had their turn at lpg/2019-08-01." in listed.err
    assert "Graham Oddie is here" in listed.out


def test_minuted_needs_a_meeting(four: Command) -> None:
    """Nothing is changed, and the sentence says what to add."""
    first = _waiting(four)["waiting"][0]["ref"]
    refused = four("action", "close", first, "--minuted")
    assert refused.code == 2
    assert "name the meeting with --meeting" in refused.err
    assert _waiting(four)["spoken_of"] == 4
