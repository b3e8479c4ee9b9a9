"""Suggestions by command: listed with ids that stay, taken or dismissed by a person."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CASE = ("--case", "FOI2026/7")


@pytest.fixture
def opened(command: Command, june: str) -> str:
    """The seed's meeting with an open case that withholds nothing yet."""
    assert command("case", "open", "FOI2026/7", june).code == 0
    return june


def _suggested(command: Command, meeting: str) -> dict[str, dict[str, Any]]:
    said = json.loads(command("redact", meeting, *CASE, "--suggest", "--json").out)
    return {one["id"]: one for one in said["suggestions"]}


def test_suggestions_are_listed_with_reason_and_place(command: Command, opened: str) -> None:
    """Likely ones first; nothing is withheld by listing them."""
    listed = command("redact", opened, *CASE, "--suggest")
    suggested = _suggested(command, opened)

    assert listed.code == 0
    assert listed.out.index("[likely] person") < listed.out.index("[look] money")
    assert "Nothing is withheld by this" in listed.err
    assert [one["likely"] for one in suggested.values()] == sorted(
        (one["likely"] for one in suggested.values()), reverse=True
    )
    assert json.loads(command("case", "show", opened, *CASE, "--json").out)["withholdings"] == []


def test_all_of_a_kind_or_one_by_its_id_is_taken(command: Command, opened: str) -> None:
    """The id is the same from call to call; another exemption may be named."""
    [mailbox] = [one for one in _suggested(command, opened).values() if one["text"].startswith("ches.")]
    people = command("case", "take", opened, "person", *CASE)
    one = command("case", "take", opened, mailbox["id"], *CASE, "--exemption", "FOIA s36(2)(c)")
    rows = json.loads(command("case", "show", opened, *CASE, "--json").out)["withholdings"]

    assert (people.code, one.code) == (0, 0)
    assert "13 suggestions" in people.err
    assert rows[-1]["citation"] == ["FOIA s36(2)(c)"]
    assert mailbox["id"] not in _suggested(command, opened)


def test_what_is_dismissed_stays_away_until_it_is_brought_back(command: Command, opened: str) -> None:
    """For every case of the body; undo brings it back, too."""
    wanted = next(one for one in _suggested(command, opened).values() if one["kind"] == "role")
    assert command("case", "dismiss", opened, wanted["id"], *CASE).code == 0
    command("case", "open", "FOI2026/8", opened)
    elsewhere = json.loads(command("redact", opened, "--case", "FOI2026/8", "--suggest", "--json").out)["suggestions"]
    listed = command("case", "dismissed", "lpg").out

    assert wanted["id"] not in {one["id"] for one in elsewhere}
    assert wanted["text"] in listed
    assert command("case", "dismissed", "lpg", "--restore", wanted["id"]).code == 0
    assert wanted["id"] in _suggested(command, opened)


def test_to_dismiss_is_taken_back_in_its_case_and_done_again(command: Command, opened: str) -> None:
    """All of a kind in one step, like any other change of the case."""
    money = {one["id"] for one in _suggested(command, opened).values() if one["kind"] == "money"}
    dismissed = command("case", "dismiss", opened, "money", *CASE)
    gone = _suggested(command, opened)
    undone = command("undo", "--meeting", opened, *CASE)
    back = _suggested(command, opened)
    again = command("redo", "--meeting", opened, *CASE)

    assert f"Dismissed {len(money)} suggestions" in dismissed.err
    assert not money & set(gone)
    assert undone.err == f"Took back: dismiss {len(money)} suggestions of {opened}.\n"
    assert money <= set(back)
    assert again.code == 0
    assert not money & set(_suggested(command, opened))


def test_what_is_not_listed_cannot_be_taken(command: Command, opened: str) -> None:
    """A sentence says where the ids are."""
    refused = command("case", "take", opened, "nonsense", *CASE)
    unknown = command("case", "dismissed", "lpg", "--restore", "abcdef")

    assert (refused.code, unknown.code) == (4, 4)
    assert "redact --suggest" in refused.err


def test_what_a_release_withheld_is_suggested_at_the_next_meeting(
    command: Command,
    opened: str,
    accepting_rules: Path,
    tmp_path: Path,
) -> None:
    """With the meeting and the case that withheld it."""
    released = command("release", opened, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", tmp_path / "out")
    command("meeting", "new", "lpg", "--date", "2026-02-02", "--marking", "OFFICIAL")
    command("line", "add", "lpg/2026-02-02", "# Bids", "Kestrel Peak bid for it.")
    command("case", "open", "FOI2026/9", "lpg/2026-02-02")
    said = json.loads(command("redact", "lpg/2026-02-02", "--case", "FOI2026/9", "--suggest", "--json").out)
    [before] = [one for one in said["suggestions"] if one["kind"] == "withheld-before"]

    assert released.code == 0
    assert before["withholds"] == ["phrase: Kestrel Peak"]
    assert before["reason"] == "Was withheld in lpg/2019-06-27 for FOI2019/26281."


_ADDRESS = ("field: contact.email.local_part", "FOIA s40(2)")


def test_what_a_release_of_the_same_minutes_withheld_is_taken_at_once(
    command: Command, opened: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """For a second request all of it is offered under the same exemptions; to the first case nothing is."""
    command("release", opened, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", tmp_path / "out")
    first = json.loads(command("case", "show", opened, "--case", "FOI2019/26281", "--json").out)["withholdings"]
    command("case", "open", "FOI2026/9", opened)
    second = ("--case", "FOI2026/9")

    assert command("case", "take", opened, "withheld-before", *second).code == 0

    taken = json.loads(command("case", "show", opened, *second, "--json").out)["withholdings"]
    named = {(one["withholds"], *one["citation"]) for one in first}
    # The address is withheld already, as a form of the name in it.
    assert {(one["withholds"], *one["citation"]) for one in taken} == named - {_ADDRESS}
    found = json.loads(command("redact", opened, *second, "--json").out)["findings"]
    assert "withheld-in-earlier-release" not in {one["finding"] for one in found}
    left = json.loads(command("redact", opened, "--case", "FOI2019/26281", "--suggest", "--json").out)["suggestions"]
    assert "withheld-before" not in {one["kind"] for one in left}
