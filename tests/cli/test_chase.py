"""``lpgminutes chase`` and ``actions --figures`` as a person meets them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]
LAST_DAY = ("--as-at", "2019-08-01")


def test_a_text_for_each_owner_and_a_word_on_what_nobody_owns(four: Command) -> None:
    """On standard output what is to be pasted, beside it what is left out."""
    outcome = four("chase", *LAST_DAY)
    assert (outcome.code, outcome.out.count("\nFor "), outcome.out.count("-" * 72)) == (0, 8, 7)
    assert "1 action has no owner, so nobody is asked: AP0519-01." in outcome.err


def test_one_owner_is_picked_by_a_part_of_the_name(four: Command) -> None:
    """In any case; a name that owns nothing is refused with those that do."""
    text = four("chase", *LAST_DAY, "--owner", "hathersage").out
    assert ("For Colin Hathersage" in text, text.count("\nFor ")) == (True, 1)
    refused = four("chase", *LAST_DAY, "--owner", "Nobody")
    assert (refused.code, "Owners are: Bettina Crossfield" in refused.err) == (4, True)


def test_drafts_go_into_a_folder_all_or_none(four: Command, tmp_path: Path) -> None:
    """Over nothing that is there."""
    outcome = four("chase", "overdue", *LAST_DAY, "-o", tmp_path / "drafts")
    assert outcome.out.splitlines() == [str(path) for path in sorted((tmp_path / "drafts").iterdir())]
    assert "unsent drafts, addressed to nobody" in outcome.err
    assert four("chase", *LAST_DAY, "-o", tmp_path / "drafts").code == 3


def test_json_has_stable_names(four: Command) -> None:
    """The text and the actions of each owner."""
    said = json.loads(four("chase", *LAST_DAY, "--json").out)
    assert list(said) == ["as_at", "marking", "chasers"]
    assert {tuple(one) for one in said["chasers"]} == {("owner", "text", "actions")}


def test_nobody_to_chase_is_said(four: Command) -> None:
    """When nothing asked for has an owner."""
    outcome = four("chase", "no:owner", *LAST_DAY)
    assert (outcome.code, "nobody to chase" in outcome.err) == (4, True)


def test_figures_by_owner_and_every_action_once(four: Command) -> None:
    """As a table, and as JSON with stable names."""
    table = four("actions", "--figures", *LAST_DAY).out.splitlines()
    said = json.loads(four("actions", "--figures", "--json", *LAST_DAY).out)
    outstanding = json.loads(four("actions", "--json", *LAST_DAY).out)["actions"]
    assert table[0].startswith("OWNER")
    assert table[-1].startswith("every action once")
    assert (list(said), len(said["owners"])) == (["as_at", "marking", "owners", "total"], len(table) - 2)
    assert said["total"]["outstanding"] == len(outstanding)
    assert said["total"]["overdue"] == sum(action["overdue"] for action in outstanding)
    assert list(said["total"]["by_age"]) == ["recent", "older", "oldest", "unknown"]
