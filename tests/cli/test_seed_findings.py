"""The whole list of what is said of the seed under its own rules, line by line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_what_is_found_in_the_seed_under_its_own_rules(command: Command, seed: Path, june: str) -> None:
    """One line for each thing that an officer should know, and no more: the list was read line by line.

    It names the faults of the real release: the open date of the next meeting, countable rows, an address of which
    half is left and that stands under two exemptions, a credit that is plainly nil, a log that is not there.
    """
    outcome = command("redact", june, "--case", "FOI2019/26281", "--rules", seed / "withhold.yaml", "--check")

    assert outcome.code == 1
    assert outcome.out == (seed / "findings.txt").read_text(encoding="utf-8")
