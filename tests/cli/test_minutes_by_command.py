"""A meeting from its agenda to the comparison of its versions, by command alone."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
MAY, JUNE = "lpg/2019-05-16", "lpg/2019-06-27"


@pytest.fixture
def may(after: Callable[..., Command]) -> Command:
    """A body with phrases and a quorum, and the minutes of May."""
    agenda = [word for title in ("Welcome", "Performance", "AOB") for word in ("--item", title)]
    return after(
        ("series", "add", "lpg", "Lot Performance Group", "--marking", "OFFICIAL", *agenda),
        ("series", "quorum", "lpg", "half"),
        ("series", "phrase", "lpg", "mso", "The minutes of the last meeting were agreed."),
        ("meeting", "start", "lpg", "--date", "2019-05-16"),
        ("attend", MAY, "Margaret Ellwood", "--organisation", "DWP", "--capacity", "chair"),
        ("attend", MAY, "Priya Nandakumar", "--organisation", "DWP", "--capacity", "member"),
        ("attend", MAY, "Sam Okoro", "--apologies"),
        ("attend", MAY, "Tom Hughes", "--organisation", "IAS", "--item", "2", "--for", "sam"),
    )


def read(command: Command, *arguments: str) -> Any:  # noqa: ANN401
    """Run a command for its JSON."""
    done = command(*arguments, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_every_line_says_what_it_became(may: Command) -> None:
    """The same words as on the screen, with the numbers that it got."""
    done = may("line", "add", MAY, "Welcome.", "#2", "Priya took an action to write by 3 June.", "- [S43: 41] joined")

    assert done.out.splitlines() == [
        "minute 3.1",
        "minute 2.1 · action AP0519-01 · Priya Nandakumar · Mon 3 Jun 2019",
        "point under 2.1 · pre-marked S43",
    ]


def test_lines_as_json(may: Command) -> None:
    """Field names are part of the contract."""
    [line] = read(may, "line", "add", MAY, "! @priya to write by 3 June", "--item", "2")["lines"]

    assert list(line) == [
        "typed", "recorded", "words", "kind", "id", "number", "block", "label", "text", "to_check", "state",
        "pre_marks", "actions", "decision", "added_people", "approved", "remarks", "change",
    ]  # fmt: skip
    assert line["actions"] == [
        {
            "ref": "AP0519-01",
            "owners": ["Priya Nandakumar"],
            "text": "write",
            "due": "2019-06-03",
            "due_as_written": "by 3 June",
        }
    ]


def test_pasted_lines_come_from_standard_input(may: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is read; one that is refused is said, with its words, and the others are kept."""
    monkeypatch.setattr("sys.stdin", io.StringIO("# Estates\n- no minute yet\nThe roof leaks.\n"))
    done = may("line", "add", MAY, "-")

    assert done.code == 2
    assert done.out.splitlines() == ["item 4", "minute 4.1"]
    assert "not recorded: '- no minute yet'" in done.err


def test_a_pasted_point_that_was_broken_for_its_width_is_one(may: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it comes out of an e-mail."""
    monkeypatch.setattr("sys.stdin", io.StringIO("The roof leaks.\n- Consent is awaited from\n  the Council.\nDone.\n"))
    assert may("line", "add", MAY, "-").out.splitlines() == ["minute 3.1", "point under 3.1", "minute 3.2"]
    assert "Consent is awaited from the Council." in may("show", MAY).out


def test_an_action_under_a_pasted_point_is_still_one(may: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run together with the point it would be in no action log."""
    mail = "The roof leaks.\n- It rains in\n  Action: Priya to write by 3 June\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(mail))

    assert "action AP0519-01" in may("line", "add", MAY, "-").out
    assert "Priya Nandakumar" in may("actions").out


def test_a_reading_can_be_asked_for(may: Command) -> None:
    """What looks like an action is prose when a person says so."""
    line = "Priya took an action to write."
    assert may("line", "add", MAY, line, "--as", "minute").out == "minute 3.1\n"
    assert "action AP0519-01" in may("line", "add", MAY, line).out


def test_paragraphs_are_edited_by_their_numbers(may: Command) -> None:
    """Edit, split, join, move, turn, delete; undo in this meeting."""
    may("line", "add", MAY, "One. Two.", "- a point", "- another", "Last.", "--item", "2")
    assert may("line", "edit", MAY, "2.1", "One. It rose.", "--label", "Intakes").code == 0
    assert may("line", "split", MAY, "2.1", "--before", "It rose").out == "2.2  It rose.\n"
    assert may("line", "join", MAY, "2.2").out.startswith("2.1  One. It rose.")
    assert may("line", "move", MAY, "2.2", "--under", "1").out == "1.1  Last.\n"
    assert may("line", "turn", MAY, "2.1/2", "promote").out == "2.2  another\n"
    assert "AP0519-01 was raised" in may("line", "turn", MAY, "2.2", "action").err
    assert may("line", "turn", MAY, "2.2", "prose").code == 0
    assert may("line", "move", MAY, "3", "--before", "1").code == 0
    deleted = may("line", "delete", MAY, "2.2")
    assert deleted.out == "Deleted 2.2: another\n"
    assert may("undo", "--meeting", MAY).err == f"Took back: delete a paragraph of {MAY}.\n"
    shown = json.loads(may("show", MAY, "--json").out)
    assert [item["number"] for item in shown["items"]] == ["3", "1", "2"]
    assert [minute["text"] for minute in shown["items"][2]["minutes"]] == ["One. It rose.", "another"]


REFUSED = [
    (("line", "edit", MAY, "9.9", "x"), 4, "no item or minute 9.9"),
    (("line", "edit", MAY, "1.1/7", "x"), 4, "no points"),
    (("line", "edit", MAY, "a b", "x"), 3, "named by its number"),
    (("line", "split", MAY, "1.1", "--before", "zebra"), 2, "only once"),
    (("line", "move", MAY, "1.1"), 2, "Say where to"),
    (("attend", MAY, "PN", "--arrived", "25:00"), 2, "write it as 10:15"),
    (("declare", MAY, "PN", "Shares", "--item", "9"), 4, "no item 9"),
    (("series", "phrase", "lpg", "a b", "x"), 3, "letters, digits and hyphens"),
    (("series", "phrase", "lpg", "mso"), 2, "take the key out"),
    (("series", "quorum", "lpg", "many"), 3, "not read as a quorum"),
    (("series", "phrase", "nobody"), 4, "There is no body nobody"),
    (("meeting", "start", "lpg", "--leave-out", "Zebra"), 4, "The plan has no Zebra"),
    (("meeting", "circulate", MAY, "-o", "june.txt"), 2, "has to end in .docx"),
    (("meeting", "compare", MAY), 4, "no version yet"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), REFUSED, ids=lambda value: str(value)[:30])
def test_what_cannot_be_done_is_said_with_its_exit_code(
    may: Command, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """A sentence, and nothing on standard output."""
    may("line", "add", MAY, "Welcome.", "--item", "1")
    done = may(*arguments)

    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_the_attendance_is_listed_with_its_quorum(may: Command) -> None:
    """Who is there, as at the meeting, and whether that is enough."""
    may("attend", MAY, "priya", "--arrived", "10:15")
    attendance = read(may, "attend", MAY)

    assert attendance["quorum"] == {"words": "quorate: 3 of 3 members, 2 needed", "is_quorate": True}
    assert [(row["name"], row["arrived"], row["items"]) for row in attendance["attendance"]][1:] == [
        ("Priya Nandakumar", "10:15", []),
        ("Sam Okoro", None, []),
        ("Tom Hughes", None, ["2"]),
    ]


def test_an_interest_is_declared_and_printed(may: Command, tmp_path: Path) -> None:
    """On the page after the attendance."""
    may("declare", MAY, "tom", "Shares in Umbra", "--item", "2", "--withdrew")
    may("minutes", MAY, "-o", str(tmp_path / "may.txt"))

    text = (tmp_path / "may.txt").read_text(encoding="utf-8")
    assert "Tom Hughes (item 2): Shares in Umbra; withdrew" in text


def test_from_one_meeting_to_the_next(may: Command, tmp_path: Path) -> None:
    """Check, circulate, start the next, agree, correct, compare."""
    may("line", "add", MAY, "Welcome.", "--item", "1")
    may("line", "add", MAY, "There was none.", "? It closed.", "--item", "3")
    assert "marked to be checked" in may("meeting", "check", MAY).out
    refused = may("meeting", "circulate", MAY, "-o", tmp_path / "may.docx")
    assert (refused.code, (tmp_path / "may.docx").exists()) == (2, False)
    may("line", "turn", MAY, "3.2", "checked")
    assert may("meeting", "circulate", MAY, "-o", tmp_path / "may.docx", "--anyway").code == 0
    assert (tmp_path / "may.docx").read_bytes()[:2] == b"PK"

    planned = read(may, "meeting", "start", "lpg", "--date", "2019-06-27", "--plan")
    assert planned["meeting"] is None
    told = {entry["name"]: (entry["goes_in"], entry["why"]) for entry in planned["plan"]["entries"]}
    assert told["Performance"] == (True, f"put off by {MAY}")
    assert told["Tom Hughes"] == (False, "deputised for Sam Okoro")
    started = read(may, "meeting", "start", "lpg", "--date", "2019-06-27", "--leave-out", "Sam Okoro")
    assert started["meeting"] == JUNE
    assert "approves lpg/2019-05-16" in may("line", "add", JUNE, ";mso", "--item", "1").out

    assert may("line", "edit", MAY, "3.1", "There was one.").code == 2
    assert may("line", "edit", MAY, "3.1", "There was one.", "--why", "misheard").code == 0
    kept = read(may, "meeting", "versions", MAY)["versions"]
    assert [(one["reason"], one["note"]) for one in kept] == [
        ("circulated", ""),
        ("approved", ""),
        ("corrected", "misheard"),
    ]
    changes = read(may, "meeting", "compare", MAY, "--from", "2")["changes"]
    assert [(change["outcome"], change["place"]) for change in changes] == [("changed", "minute 3.1")]
    assert may("meeting", "compare", MAY, "--from", "2").out == ("changed, minute 3.1: There was [-none-]{+one+}.\n")
    assert "approved already" in may("meeting", "approve", MAY).err


def test_phrases_are_listed_set_and_taken_out(may: Command) -> None:
    """A body's own stand before those that are shipped."""
    phrases = {one["key"]: one["text"] for one in read(may, "series", "phrase", "lpg")["phrases"]}
    assert phrases["mso"] == "The minutes of the last meeting were agreed."
    assert "agreed" in phrases
    assert ";agreed" not in may("series", "phrase", "lpg", "agreed", "").out


@pytest.mark.parametrize("line", ["- another", "-- the third", "-# help", "-1% of them", "--help me", "- --json"])
def test_a_line_that_looks_like_an_option_is_a_line(may: Command, line: str) -> None:
    """A dash begins a point, whatever letters follow."""
    may("line", "add", MAY, "One.", "- a point", "--item", "2")
    done = may("line", "add", MAY, line, "--item", "2")

    assert done.code == 0
    assert "2" in done.out
    assert json.loads(may("show", MAY, "--json").out)["items"][1]["minutes"]


def test_what_waits_for_the_next_meeting_gets_its_day(may: Command) -> None:
    """When that is started, in the same change: taken back with it, and said in the history of the action."""
    may("line", "add", MAY, "! Priya Roe to write by the next meeting", "--item", "1")
    may("line", "add", MAY, "! Tom Roe to write as soon as possible", "--item", "1")

    def due() -> dict[str, tuple[str | None, str]]:
        log = read(may, "actions", "--as-at", "2030-01-01")["actions"]
        return {
            one["owners"][0]: (one["due"], one["due_as_written"]) for one in log if one["owners"][0].endswith("Roe")
        }

    before = due()
    assert before == {"Priya Roe": (None, "by the next meeting"), "Tom Roe": (None, "as soon as possible")}
    may("meeting", "start", "lpg", "--date", "2019-06-27")
    assert due() == before | {"Priya Roe": ("2019-06-27", "by the next meeting")}
    may("undo")
    assert due() == before
