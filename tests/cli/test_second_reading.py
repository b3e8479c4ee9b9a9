"""The second pair of eyes: a release that somebody else must agree to, and what makes an agreement void."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CASE = "FOI2019/26281"
PROPOSER, READER = ("--as", "Olive Officer"), ("--as", "Rhys Reader")


def _release(command: Command, june: str, out: Path, *more: str | Path) -> Any:  # noqa: ANN401 - an Outcome of conftest
    return command(*PROPOSER, "release", june, "--case", CASE, "-o", out, *more)


@pytest.fixture
def proposed(command: Command, june: str, accepting_rules: Path) -> str:
    """The seed's meeting, brought in by one person and with its rules proposed by another."""
    assert command(*PROPOSER, "redact", june, "--case", CASE, "--rules", accepting_rules).code == 0
    return june


def test_in_the_records_of_one_person_nobody_can_read_second(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """The release is made, says that nobody read it second, and the manifest says why."""
    manifest = tmp_path / "manifest.json"
    made = command(
        "release", june, "--case", CASE, "--rules", accepting_rules, "-o", tmp_path / "out", "--manifest", manifest
    )

    assert made.code == 0
    assert "Nobody read it second" in made.err
    assert "has ever worked in these records" in json.loads(manifest.read_text())["second_reading"]["waived"]


def test_where_others_work_a_release_waits_for_one_of_them(command: Command, proposed: str, tmp_path: Path) -> None:
    """Nothing is written, and the sentence says what is lacking and how it is done."""
    refused = _release(command, proposed, tmp_path / "out")

    assert refused.code == 1
    assert "not agreed by a second reader" in refused.err
    assert "not visited" in refused.err
    assert f"redact {proposed} --case {CASE} --read --agree" in refused.err
    assert not (tmp_path / "out").exists()


def test_nobody_agrees_to_what_they_proposed(command: Command, proposed: str) -> None:
    """However often the proposer reads it, and however the name is typed."""
    for name in ("Olive Officer", "olive  OFFICER"):
        refused = command("--as", name, "redact", proposed, "--case", CASE, "--read", "--agree")
        assert refused.code == 2
        assert "somebody else has to agree" in refused.err


def test_what_was_read_and_agreed_is_released(command: Command, proposed: str, tmp_path: Path) -> None:
    """The manifest says who agreed; the reader saw every text with what is withheld in it."""
    read = command(*READER, "redact", proposed, "--case", CASE, "--read", "--agree")
    made = _release(command, proposed, tmp_path / "out", "--manifest", tmp_path / "manifest.json")

    assert read.code == 0
    assert "[[Margaret Ellwood | FOIA s40(2)]]" in read.out
    assert "agreed to the whole set" in read.err
    assert made.code == 0
    assert json.loads((tmp_path / "manifest.json").read_text())["second_reading"]["agreed_by"] == "Rhys Reader"


@pytest.mark.soak
def test_agreeing_without_having_read_is_not_enough(command: Command, proposed: str, tmp_path: Path) -> None:
    """Every text has to have been before somebody's eyes."""
    agreed = command(*READER, "redact", proposed, "--case", CASE, "--agree")

    assert agreed.code == 1
    assert "not visited" in agreed.err
    assert "--read --agree" in agreed.err
    assert _release(command, proposed, tmp_path / "out").code == 1


def test_who_rejects_something_can_agree_to_the_rest(command: Command, proposed: str, tmp_path: Path) -> None:
    """To reject is to read; who changed the set otherwise agrees to single withholdings and not to the whole."""
    rejected = command(*READER, "case", "reject", proposed, "2", "--case", CASE, "--reason", "it is published")
    one = command(*READER, "case", "agree", proposed, "1", "--case", CASE)
    rest = command(*READER, "redact", proposed, "--case", CASE, "--read", "--agree")

    assert (rejected.code, one.code, rest.code) == (0, 0, 0), one.err + rest.err
    assert "agreed to the whole set" in rest.err


def test_who_lifts_something_leaves_the_whole_to_somebody_else(command: Command, proposed: str) -> None:
    """What they agree to one by one is kept; the other agrees to the set, and then it is complete."""
    command(*READER, "case", "lift", proposed, "2", "--case", CASE)
    agreed = command(*READER, "redact", proposed, "--case", CASE, "--read", "--agree")
    again = command(*READER, "redact", proposed, "--case", CASE, "--agree")
    other = command(*PROPOSER, "redact", proposed, "--case", CASE, "--agree")

    assert (agreed.code, other.code) == (1, 0), agreed.err + other.err
    assert "has not been agreed as a whole" in agreed.err
    assert "changed the set last" in again.err
    assert "agreed to the whole set" in other.err


@pytest.mark.soak
def test_any_change_makes_the_agreement_void(
    command: Command, proposed: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """What was agreed stays agreed, what is new is read, and the set is agreed anew."""
    command(*READER, "redact", proposed, "--case", CASE, "--read", "--agree")
    more = tmp_path / "more.yaml"
    extra = "- phrase: OED\n  exemption: FOIA s43(2)\n"
    more.write_text(accepting_rules.read_text().replace("accept:\n", extra + "accept:\n"), encoding="utf-8")
    command(*PROPOSER, "redact", proposed, "--case", CASE, "--rules", more)

    refused = _release(command, proposed, tmp_path / "out")
    again = command(*READER, "redact", proposed, "--case", CASE, "--agree")

    assert refused.code == 1
    assert "1 withholding is not agreed" in refused.err
    assert "agreed to the whole set" in again.err
    assert _release(command, proposed, tmp_path / "out").code == 0


def test_taking_a_rule_out_makes_it_void_too(
    command: Command, proposed: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """Less withheld is another set."""
    command(*READER, "redact", proposed, "--case", CASE, "--read", "--agree")
    fewer = tmp_path / "fewer.yaml"
    rules = accepting_rules.read_text(encoding="utf-8")
    first = rules.index("- ", rules.index("withhold:"))
    fewer.write_text(rules[:first] + rules[rules.index("\n- ", first) + 1 :], encoding="utf-8")
    command(*PROPOSER, "redact", proposed, "--case", CASE, "--rules", fewer)

    refused = _release(command, proposed, tmp_path / "out")

    assert refused.code == 1
    assert "was changed since it was agreed" in refused.err


@pytest.mark.soak
def test_new_words_in_the_minutes_are_read_too(command: Command, proposed: str, tmp_path: Path) -> None:
    """The agreement binds to the minutes as they were; a text that came since is not visited."""
    command(*READER, "redact", proposed, "--case", CASE, "--read", "--agree")
    assert command("meeting", "new", "lpg", "--date", "2026-01-05", "--marking", "OFFICIAL").code == 0
    command("line", "add", "lpg/2026-01-05", "# Welcome", "All were welcomed.")
    command(*PROPOSER, "case", "open", CASE, "lpg/2026-01-05")
    command(*READER, "redact", "lpg/2026-01-05", "--case", CASE, "--read", "--agree")
    command("line", "add", "lpg/2026-01-05", "Then the plan was read.")

    refused = command(*PROPOSER, "release", "lpg/2026-01-05", "--case", CASE, "-o", tmp_path / "out")

    assert refused.code == 1
    assert "minute 1.2" in refused.err


@pytest.mark.soak
def test_a_body_decides_whether_it_needs_one(
    command: Command, proposed: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """Waived, a release is made without; required, not even the only person in the records releases alone."""
    assert command("series", "set", "lpg", "--second-reading", "waived").code == 0
    made = _release(command, proposed, tmp_path / "out", "--manifest", tmp_path / "manifest.json")
    assert made.code == 0
    assert "has waived" in json.loads((tmp_path / "manifest.json").read_text())["second_reading"]["waived"]

    assert command("series", "set", "lpg", "--second-reading", "required").code == 0
    assert _release(command, proposed, tmp_path / "again").code == 1


@pytest.mark.soak
def test_a_case_is_listed_with_the_days_that_are_left(command: Command, proposed: str, tmp_path: Path) -> None:
    """Twenty working days from receipt; how far it has come is said in a word."""

    def listed(*more: str) -> dict[str, object]:
        cases: list[dict[str, object]] = json.loads(command("case", "list", "--json", *more).out)["cases"]
        return cases[0]

    command(*PROPOSER, "case", "open", CASE, proposed, "--received", "2019-07-08")
    first = listed("--as-at", "2019-08-05")
    assert (first["due"], first["working_days_left"], first["status"]) == ("2019-08-07", 2, "proposed")
    assert listed("--as-at", "2019-08-09")["working_days_left"] == -2
    command(*PROPOSER, "redact", proposed, "--case", CASE, "--ask")
    assert listed()["status"] == "second reading"
    command(*READER, "redact", proposed, "--case", CASE, "--read", "--agree")
    assert listed()["status"] == "agreed"
    _release(command, proposed, tmp_path / "out")
    assert listed()["status"] == "released"


def test_what_was_answered_is_late_no_longer_and_stands_behind_what_waits(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """Though its day is long past, and though the minutes were corrected after the release."""
    command("redact", june, "--case", CASE, "--rules", accepting_rules)
    command("case", "open", CASE, june, "--received", "2019-07-08")
    command("case", "open", "FOI/2", june, "--received", "2019-08-01")
    before = command("case", "list", "--as-at", "2019-08-29").out.splitlines()
    assert [row.split()[0] for row in before[1:]] == [CASE, "FOI/2"]
    assert "late by 15 working days" in before[1]
    assert "due today" in command("case", "list", "--as-at", "2019-09-02").out

    assert command("release", june, "--case", CASE, "-o", tmp_path / "out").code == 0
    command("line", "add", june, "One line more.")
    after = command("case", "list", "--as-at", "2019-08-29").out.splitlines()
    assert [row.split()[0] for row in after[1:]] == ["FOI/2", CASE]
    assert "answered" in after[2]
    assert "late" not in after[2]
    cases = json.loads(command("case", "list", "--json").out)["cases"]
    assert [row["answered"] for row in cases] == [False, True]


def test_several_requests_ask_for_the_same_minutes(command: Command, june: str) -> None:
    """Each case stands for itself, and one may reach over several meetings."""
    command("meeting", "new", "lpg", "--date", "2026-01-05", "--marking", "OFFICIAL")
    assert command("case", "open", "FOI/1", june, "lpg/2026-01-05", "--received", "2026-06-20").code == 0
    assert command("case", "open", "FOI/2", june).code == 0

    rows = {row["case"]: row for row in json.loads(command("case", "list", "--json").out)["cases"]}

    assert [part["meeting"] for part in rows["FOI/1"]["meetings"]] == [june, "lpg/2026-01-05"]
    assert rows["FOI/1"]["due"] == "2026-07-20"
    assert rows["FOI/2"]["due"] is None
    assert command("case", "open", "FOI/3", "lpg/1999-01-01").code == 4
