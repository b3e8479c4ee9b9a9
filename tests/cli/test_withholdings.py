"""What an officer withholds one thing at a time: by command, with numbers, a second reader and a register."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CASE = ("--case", "FOI2026/7")
PROPOSER, READER = ("--as", "Olive Officer"), ("--as", "Rhys Reader")


@pytest.fixture
def meeting(after: Callable[..., Command]) -> str:
    """A meeting of one item, with a figure that was marked for S43 as it was typed, and an open case."""
    lines = ("# Staff", "IAS recruited [S43: 41] staff.", "Kestrel asked Kestrel's lawyers about Kestrel Peak.")
    after(
        ("series", "add", "lpg", "Lot Performance Group"),
        ("meeting", "new", "lpg", "--date", "2026-02-02", "--marking", "OFFICIAL"),
        ("line", "add", "lpg/2026-02-02", *lines),
        (*PROPOSER, "case", "open", "FOI2026/7", "lpg/2026-02-02"),
    )
    return "lpg/2026-02-02"


def _withheld(command: Command, meeting: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(command("case", "show", meeting, *CASE, "--json").out)["withholdings"]
    return rows


def _copy(command: Command, meeting: str, folder: Path) -> str:
    made = command(*PROPOSER, "release", meeting, *CASE, "-o", folder)
    assert made.code == 0, made.err
    return (folder / "foi2026-7-minutes.txt").read_text(encoding="utf-8")


def test_a_case_is_put_right_by_command(command: Command, meeting: str) -> None:
    """Its reference as long as nothing went out by it; the day of receipt is none that is still to come."""
    renamed = command("case", "rename", "FOI2026/7", " FOI2026/8 ")
    late = command("case", "open", "FOI2026/8", meeting, "--received", "2999-01-04")

    assert (renamed.code, renamed.out) == (0, "FOI2026/8\n")
    assert (late.code, late.err) == (
        2,
        "lpgminutes: error: 4 Jan 2999 is still to come: give the day on which the request was received.\n",
    )
    assert "FOI2026/8" in command("case", "list").out


def test_a_slip_in_the_year_of_a_receipt_leaves_the_list_of_cases(command: Command, meeting: str) -> None:
    """No days can be counted from it: one such receipt hid every case. The first day of the Acts is one."""
    slip = command("case", "open", "FOI2026/7", meeting, "--received", "1026-05-20")

    assert (slip.code, "20 May 1026 was before the Acts were in force (1 Jan 2005)" in slip.err) == (2, True)
    assert command("case", "open", "FOI2026/7", meeting, "--received", "2005-01-01").code == 0
    assert "FOI2026/7" in command("case", "list").out


def test_a_file_of_rules_brings_in_no_receipt_that_is_still_to_come(
    command: Command, meeting: str, tmp_path: Path
) -> None:
    """What the command refuses of the day it refuses of the file; nothing of it is kept."""
    rules = tmp_path / "rules.yaml"
    told = "case: FOI2026/7\nreceived: {}\nwithhold:\n  - {{phrase: Kestrel Peak, exemption: FOIA s43(2)}}\n"
    rules.write_text(told.format("2999-01-04"), encoding="utf-8")
    refused = command(*PROPOSER, "redact", meeting, *CASE, "--rules", rules)

    assert (refused.code, "4 Jan 2999 is still to come" in refused.err) == (2, True)
    assert len(_withheld(command, meeting)) == 1
    rules.write_text(told.format("2026-03-02"), encoding="utf-8")
    assert command(*PROPOSER, "redact", meeting, *CASE, "--rules", rules).code == 0
    assert len(_withheld(command, meeting)) == 2


@pytest.mark.soak
def test_what_was_marked_while_typing_arrives_as_a_proposal(command: Command, meeting: str, tmp_path: Path) -> None:
    """It names its minute and its exemption, and the release holds the mark and not the figure."""
    [row] = _withheld(command, meeting)
    command("series", "set", "lpg", "--second-reading", "waived")
    copy = _copy(command, meeting, tmp_path / "out")

    assert row["withholds"] == "phrase: 41 (at 1.1)"
    assert (row["status"], row["source"], row["citation"]) == ("proposed", "capture", ["FOIA s43"])
    assert "41" not in copy
    assert "recruited [" in copy


def test_one_occurrence_is_withheld_and_the_others_stay(command: Command, meeting: str, tmp_path: Path) -> None:
    """Counted from 1 in reading order; what stays open of the same words is said, and decided."""
    more = ("--phrase", "Kestrel", "--exemption", "FOIA s43(2)", "--public-interest", "a live bid")
    withheld = command(*PROPOSER, "case", "withhold", meeting, *CASE, *more, "--occurrence", "2")
    checked = command("redact", meeting, *CASE, "--check")
    too_far = command(*PROPOSER, "case", "withhold", meeting, *CASE, *more, "--occurrence", "4")
    accept = ("case", "accept", meeting, "withheld-elsewhere-open", "Kestrel", *CASE, "--reason", "the firm is known")
    command(*PROPOSER, *accept)
    command("series", "set", "lpg", "--second-reading", "waived")
    copy = _copy(command, meeting, tmp_path / "out")

    assert withheld.code == 0, withheld.err
    assert checked.code == 1
    assert too_far.code == 3
    assert "stands in 3 places" in too_far.err
    assert copy.count("Kestrel") == 2


def test_what_an_earlier_release_tells_is_accepted_all_at_once(command: Command, meeting: str, tmp_path: Path) -> None:
    """Named by one of them; what stands open in the minutes themselves is accepted one by one."""
    command("series", "set", "lpg", "--second-reading", "waived")
    _copy(command, meeting, tmp_path / "before")
    earlier = ("--case", "FOI2026/8")
    command(*PROPOSER, "case", "open", "FOI2026/8", meeting)
    for phrase in ("lawyers", "Peak", "IAS"):
        command(*PROPOSER, "case", "withhold", meeting, *earlier, "--phrase", phrase, "--exemption", "FOIA s43(2)")
    accept = ("case", "accept", meeting, "open-in-earlier-release")
    because = (*earlier, "--alike", "--reason", "out by mistake")

    accepted = command(*accept, "IAS", *because)
    once_more = command(*accept, "IAS", *because)
    unknown = command(*accept, "nothing", *because)
    one_by_one = command("case", "accept", meeting, "needs-public-interest-test", "FOIA s43(2)", *because)
    reasons = _reasons(command, meeting, earlier)
    command("undo", "--meeting", meeting, *earlier)

    assert (accepted.code, sorted(accepted.out.split())) == (0, ["IAS", "Peak", "lawyers"])
    assert accepted.err == "Accepted: 3 of the kind open-in-earlier-release.\n"
    assert (once_more.out, once_more.code) == ("", 0)
    assert (unknown.code, one_by_one.code) == (4, 2)
    assert "redact lists what is" in unknown.err
    assert "one by one" in one_by_one.err
    assert reasons == {"out by mistake"}
    assert _reasons(command, meeting, earlier) == {None}


def _reasons(command: Command, meeting: str, case: tuple[str, str]) -> set[str | None]:
    found = json.loads(command("redact", meeting, *case, "--json").out)["findings"]
    return {one["accepted"] for one in found if one["finding"] == "open-in-earlier-release"}


def test_a_second_reader_agrees_and_rejects_one_by_one(command: Command, meeting: str) -> None:
    """By the numbers of the list; nobody their own; a rejected one withholds nothing and stays in the register."""
    command(*PROPOSER, "case", "withhold", meeting, *CASE, "--phrase", "Peak", "--exemption", "FOIA s43(2)")

    own = command(*PROPOSER, "case", "agree", meeting, "1", *CASE)
    agreed = command(*READER, "case", "agree", meeting, "1", *CASE)
    rejected = command(*READER, "case", "reject", meeting, "2", *CASE, "--reason", "known to all")
    unknown = command(*READER, "case", "agree", meeting, "9", *CASE)

    assert [own.code, agreed.code, rejected.code, unknown.code] == [2, 0, 0, 4]
    assert "no withholding 9" in unknown.err
    assert [(row["status"], row["read_by"]) for row in _withheld(command, meeting)] == [
        ("agreed", "Rhys Reader"),
        ("rejected", "Rhys Reader"),
    ]


def test_what_was_lifted_stays_on_the_register_when_the_rules_come_again(
    command: Command, meeting: str, tmp_path: Path
) -> None:
    """A rules file replaces what it said before; what a person decided since is not forgotten."""
    rules = tmp_path / "rules.yaml"
    rules.write_text("case: FOI2026/7\nwithhold:\n- phrase: Peak\n  exemption: FOIA s43(2)\n", encoding="utf-8")
    apply = (*PROPOSER, "redact", meeting, *CASE, "--rules", rules)
    command(*apply)
    [number] = [row["number"] for row in _withheld(command, meeting) if row["withholds"] == "phrase: Peak"]

    assert command(*PROPOSER, "case", "lift", meeting, str(number), *CASE, "--reason", "published").code == 0
    command(*apply)

    kept = [(row["status"], row["remark"]) for row in _withheld(command, meeting) if row["withholds"] == "phrase: Peak"]
    assert ("lifted", "published") in kept


def test_what_is_withheld_is_listed_and_taken_back(command: Command, meeting: str) -> None:
    """The list is for people, too; undo takes a withholding back."""
    command(*PROPOSER, "case", "withhold", meeting, *CASE, "--field", "date", "--exemption", "FOIA s38(1)(b)")
    listed = command("case", "show", meeting, *CASE).out
    command("undo")

    assert "field: date" in listed
    assert "FOIA s38(1)(b)" in listed
    assert len(_withheld(command, meeting)) == 1


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("--phrase", "Peak", "--person", "Sam Fry"), "exactly one of"),
        ((), "exactly one of"),
        (("--field", "date", "--at", "1.1"), "--at goes with --phrase"),
        (("--person", "Sam Fry", "--occurrence", "1"), "--occurrence goes with --phrase"),
    ],
)
def test_what_cannot_be_meant_is_said_and_keeps_nothing(
    command: Command, meeting: str, asked: tuple[str, ...], sentence: str
) -> None:
    """One thing at a time, and an option with what it belongs to."""
    refused = command(*PROPOSER, "case", "withhold", meeting, *CASE, *asked, "--exemption", "FOIA s43(2)")

    assert refused.code == 2
    assert sentence in refused.err
    assert len(_withheld(command, meeting)) == 1


def test_words_that_are_not_there_are_refused(command: Command, meeting: str) -> None:
    """A withholding that matches nothing protects nothing."""
    refused = command(*PROPOSER, "case", "withhold", meeting, *CASE, "--phrase", "Umbra", "--exemption", "FOIA s43(2)")

    assert refused.code == 3
    assert "matches nothing" in refused.err


def test_every_mention_is_listed_before_anything_is_withheld(command: Command, meeting: str) -> None:
    """With its place; nothing is withheld by looking."""
    before = _withheld(command, meeting)
    listed = command("case", "withhold", meeting, *CASE, "--phrase", "Kestrel", "--list")

    assert listed.out.count("minute 1.2") == 3
    assert _withheld(command, meeting) == before


def test_nothing_is_withheld_without_saying_under_what(command: Command, meeting: str) -> None:
    """A mark cites the exemption that it relies on."""
    before = _withheld(command, meeting)
    refused = command("case", "withhold", meeting, *CASE, "--phrase", "Kestrel")

    assert refused.code == 2
    assert "--exemption" in refused.err
    assert _withheld(command, meeting) == before


def test_a_withholding_is_put_in_place_of_another_in_one_step(command: Command, meeting: str) -> None:
    """The old one is lifted, and one undo in the case brings it back."""
    said = ("case", "withhold", meeting, *CASE, "--phrase", "Kestrel Peak", "--exemption", "s41(1)", "--instead", "1")
    command(*PROPOSER, *said)
    assert [one["status"] for one in _withheld(command, meeting)] == ["lifted", "proposed"]

    command(*PROPOSER, "undo", "--meeting", meeting, *CASE)
    assert [one["status"] for one in _withheld(command, meeting)] == ["proposed"]


def test_only_who_accepts_open_words_lets_them_be_read(
    command: Command, after: Callable[..., Command], tmp_path: Path
) -> None:
    """Words that the search of the finished files finds stand for no reason that was given for something else."""
    meeting = "lpg/2026-02-02"
    after(
        ("series", "add", "lpg", "Lot Performance Group"),
        ("series", "set", "lpg", "--second-reading", "waived"),
        ("meeting", "new", "lpg", "--date", "2026-02-02", "--marking", "OFFICIAL"),
        ("line", "add", meeting, "# Staff", "The bidder is Kestrel Peak.", "The file is called kaeP lertseK."),
        (*PROPOSER, "case", "open", "FOI2026/7", meeting),
        (*PROPOSER, "case", "withhold", meeting, *CASE, "--phrase", "Kestrel Peak", "--exemption", "FOIA s43(2)"),
    )
    release = (*PROPOSER, "release", meeting, *CASE, "-o", tmp_path / "out")
    for kind in ("exemptions-differ", "open-in-earlier-release", "whole-paragraph"):
        accept = ("case", "accept", meeting, kind, "kaeP lertseK", *CASE, "--reason", "of something else")
        assert command(*PROPOSER, *accept).code == 0
    refused = command(*release)
    accept = ("case", "accept", meeting, "withheld-elsewhere-open", "kaeP lertseK", *CASE, "--reason", "a code word")
    command(*PROPOSER, *accept)
    made = command(*release)

    assert (refused.code, made.code) == (1, 0), (refused.err, made.err)
    assert "reversed" in refused.err
    assert "kaeP lertseK" in (tmp_path / "out" / "foi2026-7-minutes.txt").read_text(encoding="utf-8")
