"""The guided pass without the screens: whose turn it is, and outcomes that minute themselves."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def august(command: Command) -> Command:
    """Run a command on the meetings of the demo, the last of them a draft that has spoken of four actions."""
    folder = files("lpgminutes").joinpath("demo")
    meetings = sorted(str(entry) for entry in folder.iterdir() if entry.name.startswith("lpg-"))
    assert command("import", *meetings).code == 0
    return command


def _waiting(command: Command) -> dict[str, Any]:
    outcome = command("action", "pass", "lpg/2019-08-01", "--json")
    assert outcome.code == 0
    through: dict[str, Any] = json.loads(outcome.out)
    return through


def test_an_outcome_with_minuted_ends_the_turn_and_writes_the_minute(august: Command) -> None:
    """The line is said, stands in the minutes, and the next in the chair's order comes first."""
    before = _waiting(august)
    first = before["waiting"][0]["ref"]
    done = august(
        *("action", "close", first, "--meeting", "lpg/2019-08-01", "--minuted", "--evidence", "the June return")
    )
    assert done.code == 0
    assert "Minute 2.5: " in done.err
    assert "closed. Evidence: the June return." in done.err
    after = _waiting(august)
    assert (after["spoken_of"], after["total"]) == (5, before["total"])
    assert [one["ref"] for one in after["waiting"]] == [one["ref"] for one in before["waiting"][1:]]
    assert "closed. Evidence: the June return." in august("show", "lpg/2019-08-01").out


def test_the_list_says_whose_owner_is_here(august: Command) -> None:
    """For people, in words."""
    listed = august("action", "pass", "lpg/2019-08-01")
    assert "4 of 12 have had their turn at lpg/2019-08-01." in listed.err
    assert "Graham Oddie is here" in listed.out


def test_minuted_needs_a_meeting(august: Command) -> None:
    """Nothing is changed, and the sentence says what to add."""
    first = _waiting(august)["waiting"][0]["ref"]
    refused = august("action", "close", first, "--minuted")
    assert refused.code == 2
    assert "name the meeting with --meeting" in refused.err
    assert _waiting(august)["spoken_of"] == 4
