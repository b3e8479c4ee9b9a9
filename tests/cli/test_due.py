"""``due`` at the command line: how a phrase is read, in words and as JSON, and the policy."""

import json
from collections.abc import Callable
from typing import Any, Protocol

import pytest

from lpgminutes.domain.due_phrases import FAMILIES


class Outcome(Protocol):
    """What a command left on the terminal."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


def read(command: Command, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the JSON of a reading."""
    ended = command("due", *arguments, "--on", "2019-06-20", "--json")
    return ended.code, json.loads(ended.out)


def test_a_date_is_printed_with_its_weekday(command: Command) -> None:
    """The JSON has four fields, whatever the phrase."""
    assert read(command, "1st August") == (
        0, {"phrase": "1st August", "due": "2019-08-01", "kind": "date", "reading": "Thu 1 Aug 2019"},
    )  # fmt: skip
    assert command("due", "1st August", "--on", "2019-06-20").out == "Thu 1 Aug 2019\n"


@pytest.mark.parametrize(
    ("phrase", "code", "kind"),
    [("asap", 0, "none"), ("31 June", 3, "unread"), ("xyzzy", 3, "unread"), ("by the next meeting", 0, "meeting")],
)
def test_only_what_is_unread_is_an_error(command: Command, phrase: str, code: int, kind: str) -> None:
    """The kinds of the contract, and exit code 3 for one of them."""
    ended, fields = read(command, phrase)

    assert (ended, fields["kind"], fields["due"]) == (code, kind, None)


def test_a_question_names_the_dates_that_may_be_meant(command: Command) -> None:
    """In JSON as fields, for a person as a sentence beside the data."""
    code, fields = read(command, "Monday 6 August")
    spoken = command("due", "Monday 6 August", "--on", "2019-06-20")

    assert (code, fields["kind"], fields["choices"]) == (0, "ask", ["2019-08-06", "2019-08-05"])
    assert spoken.out == "Tue 6 Aug 2019 or Mon 5 Aug 2019?\n"
    assert "Tuesday" in spoken.err


def test_the_next_meeting_gives_its_day(command: Command) -> None:
    """Known, it is the date; another body's is asked about."""
    _, ours = read(command, "before the next meeting", "--next-meeting", "2019-08-01")
    _, theirs = read(command, "next LPG", "--next-meeting", "2019-08-01")
    _, named = read(command, "next LPG", "--next-meeting", "2019-08-01", "--body", "LPG")

    assert (ours["kind"], ours["due"]) == ("meeting", "2019-07-31")
    assert (theirs["kind"], named["kind"], named["due"]) == ("ask", "meeting", "2019-08-01")


def test_what_does_not_exist_is_said_on_standard_error(command: Command) -> None:
    """A sentence, and nothing on standard output."""
    ended = command("due", "31 June", "--on", "2019-06-20")

    assert (ended.code, ended.out) == (3, "")
    assert ended.err == "lpgminutes: error: There is no 31 June: June has 30 days.\n"


@pytest.mark.parametrize("arguments", [(), ("Friday", "--on", "June"), ("Friday", "--next-meeting", "31/6")])
def test_wrong_usage_is_said(command: Command, arguments: tuple[str, ...]) -> None:
    """No phrase, or a day that is none."""
    assert command("due", *arguments).code == 2


def test_the_help_and_the_policy_show_every_family(command: Command) -> None:
    """One table in the code is what both print."""
    policy, spoken = command("due", "--policy", "--json"), command("due", "--policy").out
    shown = " ".join(command("due", "--help").out.split())

    assert [row["family"] for row in json.loads(policy.out)] == [family.name for family in FAMILIES]
    assert all(family.name in shown and example.phrase in spoken for family in FAMILIES for example in family.examples)


def test_the_time_limit_of_a_request_is_counted_as_the_body_counts(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the Act unless a variable says otherwise: whose holidays, and when a Saturday's post was received."""
    saturday = ("due", "--received", "2026-03-14")
    assert command(*saturday).out == "Wed 15 Apr 2026\n"
    monkeypatch.setenv("LPGMINUTES_RECEIPT", "next-working-day")
    assert command(*saturday).out == "Thu 16 Apr 2026\n"
    monkeypatch.setenv("LPGMINUTES_HOLIDAYS", "scotland")
    assert json.loads(command(*saturday, "--json").out)["due"] == "2026-04-14"


def test_a_limit_past_the_announced_holidays_is_warned_of(command: Command) -> None:
    """It may still move by a day."""
    ended = command("due", "--received", "2029-06-01")

    assert (ended.code, ended.out) == (0, "Fri 29 Jun 2029\n")
    assert "announced up to 2028" in ended.err


def test_a_variable_that_names_no_choice_is_said(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the choices there are."""
    monkeypatch.setenv("LPGMINUTES_HOLIDAYS", "france")
    ended = command("due", "5 working days")

    assert ended.code == 2
    assert "none of: united-kingdom, england-and-wales, scotland" in ended.err
