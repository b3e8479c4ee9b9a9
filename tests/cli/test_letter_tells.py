"""What an officer recorded for the letter may say what is withheld: told before, and refused where it would be read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CASE = "FOI1"
REF = "abc/2026-05-19"


@pytest.fixture
def opened(command: Command, tmp_path: Path) -> Callable[[str], None]:
    """Bring in a meeting and withhold a firm and a sum, weighed in the words given."""

    def open_case(weighed: str) -> None:
        minutes = [{"text": "Kestrel Peak Ltd bid low, at £278,820."}, {"text": "It was noted."}]
        meeting = {
            "format": "lpgminutes.meeting",
            "version": 1,
            "series": {"short_name": "abc", "name": "Assets Board"},
            "title": "Assets Board",
            "marking": "OFFICIAL",
            "date": "2026-05-19",
            "items": [{"number": "1", "title": "Business", "minutes": minutes}],
        }
        file, rules = tmp_path / "meeting.json", tmp_path / "rules.yaml"
        file.write_text(json.dumps(meeting), encoding="utf-8")
        rules.write_text(
            f"case: {CASE}\nwithhold:\n"
            + "".join(
                f"- phrase: {phrase}\n  exemption: FOIA s43(2)\n  public_interest: {weighed}\n"
                for phrase in ("Kestrel Peak Ltd", "£278,820")
            ),
            encoding="utf-8",
        )
        for step in (("import", file), ("redact", REF, "--case", CASE, "--rules", rules)):
            done = command(*step)
            assert done.code == 0, done.err

    return open_case


def _told(command: Command) -> list[tuple[str, str, list[str]]]:
    found = json.loads(command("redact", REF, "--case", CASE, "--json").out)["findings"]
    return [(one["severity"], one["text"], one["places"]) for one in found if one["finding"] == "letter-tells"]


@pytest.mark.parametrize(
    ("weighed", "text"),
    [
        ("the bid of Kestrel Peak is live", "Kestrel Peak"),
        ("a bid of about £278.8k is live", "£278.8k"),
        ("a bid of two hundred and seventy-eight thousand eight hundred and twenty pounds", "two hundred"),
        ("KPL bid", "KPL"),
    ],
)
def test_a_test_that_says_what_is_withheld_is_told_before(
    command: Command, opened: Callable[[str], None], weighed: str, text: str
) -> None:
    """To look at while there is no letter; a firm without its kind, a figure in other writing, initials."""
    opened(weighed)

    ((severity, found, places),) = _told(command)

    assert (severity, found.startswith(text), places) == ("check", True, ["the letter's public interest"])


def test_a_letter_that_says_it_does_not_go_out_and_a_release_without_one_does(
    command: Command, opened: Callable[[str], None], tmp_path: Path
) -> None:
    """The files alone would pass: the search looks for the firm as it stands. Accepted, the letter goes too."""
    opened("the bid of Kestrel Peak is live")
    release = ("release", REF, "--case", CASE, "-o")

    assert command(*release, tmp_path / "alone").code == 0
    refused = command(*release, tmp_path / "letter", "--with", "letter")
    assert (refused.code, "the letter's public interest" in refused.err) == (1, True)
    assert "Record the test or the opinion in other words" in refused.err
    assert not (tmp_path / "letter").exists()

    accepted = ("letter-tells", "Kestrel Peak", "--case", CASE, "--reason", "the firm agreed")
    assert command("case", "accept", REF, *accepted).code == 0
    assert command(*release, tmp_path / "letter", "--with", "letter").code == 0


def test_words_as_they_are_withheld_do_not_go_out_in_a_letter_though_accepted(
    command: Command, opened: Callable[[str], None], tmp_path: Path
) -> None:
    """The search of the files has the last word; it says what can be done about a letter, and quotes nothing."""
    opened("the sum of £278,820 is live")
    assert "Record it in other words." in command("redact", REF, "--case", CASE).out
    accepted = ("letter-tells", "£278,820", "--case", CASE, "--reason", "all know it")
    assert command("case", "accept", REF, *accepted).code == 0
    refused = command("release", REF, "--case", CASE, "-o", tmp_path / "letter", "--with", "letter")

    assert (refused.code, "278,820" in refused.err, (tmp_path / "letter").exists()) == (1, False, False)
    assert "in a letter record the test or the opinion in other words" in refused.err


def test_a_test_makes_no_word_of_the_minutes_an_ordinary_one(command: Command, opened: Callable[[str], None]) -> None:
    """A kestrel is a bird; that the letter says so tells nothing of who rang."""
    opened("the kestrel is a bird, and the peak is past")
    assert command("line", "add", REF, "Kestrel rang.").code == 0

    found = json.loads(command("redact", REF, "--case", CASE, "--json").out)["findings"]
    assert ("Kestrel", ["minute 1.3"]) in [(one["text"], one["places"]) for one in found]


def test_a_misspelt_name_in_a_test_does_not_go_out_in_a_letter(
    command: Command, opened: Callable[[str], None], tmp_path: Path
) -> None:
    """A slip of the pen hides nobody, though the search of the files does not know it; the minutes may go alone."""
    opened("the firm told Mrs Elwood so")
    withhold = ("case", "withhold", REF, "--case", CASE, "--person", "Margaret Ellwood", "--exemption", "s40(2)")
    assert command("line", "add", REF, "Margaret Ellwood asked why.").code == 0
    assert command(*withhold).code == 0
    release = ("release", REF, "--case", CASE, "-o")

    assert _told(command) == [("check", "Elwood", ["the letter's public interest"])]
    assert command(*release, tmp_path / "alone").code == 0
    refused = command(*release, tmp_path / "letter", "--with", "letter")
    assert (refused.code, "the letter's public interest" in refused.err) == (1, True)


def test_a_test_in_other_words_and_a_reason_say_nothing(command: Command, opened: Callable[[str], None]) -> None:
    """What is recorded about the bid and names nobody."""
    opened("the bid is live until the contract is let\n  reason: Kestrel Peak asked for it")

    assert _told(command) == []
