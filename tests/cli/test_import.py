"""Files brought in by command: checked without keeping, noticed when they come again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

MINUTES = """Minutes of the Lot Performance Group

Date: 27 June 2019

1. Welcome

1.1 Everybody was welcomed.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper as a text file."""
    path = tmp_path / "june.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_a_check_reports_the_reading_and_keeps_nothing(command: Command, paper: Path, store_path: Path) -> None:
    """Date, items and counts are said; there is not even a store afterwards."""
    outcome = command("import", paper, "--check")

    assert outcome.code == 0
    assert "june.txt  Minutes of the Lot Performance Group: 1 items, 1 minutes" in outcome.out
    assert "body          Lot Performance Group (lpg)" in outcome.out
    assert "date          2019-06-27" in outcome.out
    assert "item          1  Welcome" in outcome.out
    assert not store_path.exists()


def test_a_check_as_json_holds_the_whole_reading(command: Command, paper: Path) -> None:
    """In the interchange form, beside the fields that every import prints."""
    (read,) = json.loads(command("import", paper, "--check", "--json").out)["meetings"]

    assert (read["file"], read["id"], read["ref"], read["items"]) == ("june.txt", None, None, 1)
    assert read["meeting"]["items"][0]["minutes"][0]["text"] == "Everybody was welcomed."


def test_the_same_file_is_noticed_whatever_became_of_its_meeting(command: Command, paper: Path, tmp_path: Path) -> None:
    """Also under another name, and after lines were added to what came in from it."""
    ref = json.loads(command("import", paper, "--json").out)["meetings"][0]["ref"]
    command("line", "add", ref, "Something else was said.")
    other = tmp_path / "copy.txt"
    other.write_bytes(paper.read_bytes())

    outcome = command("import", other)

    assert f"This very file was brought in before, as {ref}; nothing was added." in outcome.err
    assert len(json.loads(command("meetings", "--json").out)["meetings"]) == 1


def test_a_file_comes_in_again_when_that_is_asked_for(command: Command, paper: Path) -> None:
    """As a meeting of its own, beside the first."""
    ref = json.loads(command("import", paper, "--json").out)["meetings"][0]["ref"]
    command("line", "add", ref, "Something else was said.")

    outcome = command("import", paper, "--again")

    assert outcome.code == 0
    assert len(json.loads(command("meetings", "--json").out)["meetings"]) == 2


def test_an_import_that_was_taken_back_may_come_in_again(command: Command, paper: Path) -> None:
    """What the program remembers of the file goes with its meeting."""
    command("import", paper)
    command("undo")

    outcome = command("import", paper)

    assert "brought in before" not in outcome.err
    assert len(json.loads(command("meetings", "--json").out)["meetings"]) == 1


def test_one_file_that_cannot_be_read_keeps_all_of_them_out(command: Command, paper: Path, tmp_path: Path) -> None:
    """Exit code 3 and a sentence; not even the store is made."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01")

    outcome = command("import", paper, bad)

    assert outcome.code == 3
    assert command("meetings").code != 0 or "lot" not in command("meetings").out


def test_our_own_word_file_is_read_back(command: Command, june: str, tmp_path: Path) -> None:
    """Title, date, place, people with their capacities, items, actions and the next meeting come back."""
    paper, other = tmp_path / "june.docx", ("--store", tmp_path / "other.sqlite3")
    assert command("minutes", june, "-o", paper).code == 0
    before = json.loads(command("show", june, "--json").out)
    brought = command(*other, "import", paper)
    assert brought.code == 0, brought.err
    after = json.loads(command(*other, "show", brought.out.split()[0], "--json").out)

    assert after["date"] == before["date"]
    assert (after["start"], after["end"], after["location"]) == (before["start"], before["end"], before["location"])
    for part in ("name", "organisation", "capacity"):
        assert [row[part] for row in after["attendance"]][:-1] == [row[part] for row in before["attendance"]][:-1]
    assert [item["title"] for item in after["items"]] == [item["title"] for item in before["items"]]
    assert [(one["ref"], one["owners"]) for one in after["actions"]] == [
        (one["ref"], one["owners"]) for one in before["actions"]
    ]
    assert after["next_meeting"]["date"] == before["next_meeting"]["date"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Minutes of the Finance and Resources Committee", "money"),
        ("Minutes of the Finance & Resources Committee Meeting", "money"),
        ("Minutes of the Lot Performance Group", "lpg"),
        ("Minutes of the Planning Committee", "pc"),
        ("Minutes of the Planning Cttee", "pc"),
        ("Minutes of the Personnel Committee", "pc3"),
        ("Minutes of the Parish Council", "pc3"),
        ("Minutes of the Highways Committee", "hc"),
        ("Minutes of the New Area Planning Committee", "napc2"),
        ("Minutes of the Nroth Area Planning Committee", "napc"),
        ("Minutes of the Northern Area Planning Committee", "napc2"),
        ("17th LPG Meeting", "lpg"),
        ("MONEY Minutes", "money"),
        ("Minutes of the Money Board", "mb"),
    ],
)
def test_a_paper_goes_to_the_body_that_its_title_names(command: Command, tmp_path: Path, title: str, body: str) -> None:
    """By its name, whatever its short name is; capitals that another body has too do not make it that body."""
    for short_name, name in (("money", "Finance and Resources Committee"), ("lpg", "LPG"), ("pc2", "Pay Committee")):
        assert command("series", "add", short_name, name).code == 0
    assert command("series", "add", "napc", "North Area Planning Committee").code == 0
    assert command("series", "add", "pc", "Planning Committee").code == 0
    (paper := tmp_path / "paper.txt").write_text(f"{title}\n{MINUTES.partition(chr(10))[2]}", encoding="utf-8")

    assert f"({body})\n" in command("import", paper, "--check").out
    outcome = command("import", paper, "--json")

    (kept,) = json.loads(outcome.out)["meetings"]
    assert kept["ref"] == f"{body}/2019-06-27"
    told = [sentence for sentence in kept["warnings"] if "is the short name of 'Planning Committee'" in sentence]
    assert bool(told) is (body == "pc3")
    assert not any(word in sentence for sentence in told for word in ("Personnel", "Parish"))
    assert not [sentence for sentence in kept["warnings"] if "is kept as 'Finance" in sentence]


@pytest.mark.parametrize("has_records", [False, True])
def test_papers_that_would_come_in_together_are_told_under_the_bodies_they_get(
    command: Command, tmp_path: Path, *, has_records: bool
) -> None:
    """The second of two new bodies with the same capitals gets another short name, as it does when it comes in."""
    if has_records:
        assert command("series", "add", "lpg", "Lot Performance Group").code == 0
    papers: list[Path] = []
    for name in ("Planning Committee", "Personnel Committee", "Planning Committee"):
        papers.append(tmp_path / f"{len(papers)}.txt")
        papers[-1].write_text(f"Minutes of the {name}\n{MINUTES.partition(chr(10))[2]}", encoding="utf-8")

    checked = command("import", *papers, "--check").out

    assert [body in checked for body in ("(pc)\n", "(pc2)\n", "(pc3)\n")] == [True, True, False]
    kept = _imported(command, *papers)
    assert [meeting["ref"].partition("/")[0] for meeting in kept] == ["pc", "pc2", "pc"]


def test_a_file_that_names_its_body_and_a_person_who_does_decide(command: Command, paper: Path, tmp_path: Path) -> None:
    """The interchange form says which body it is; ``--series`` says it for any file."""
    (read,) = json.loads(command("import", paper, "--check", "--json").out)["meetings"]
    assert command("series", "add", "group", "Lot Performance Group").code == 0
    (file := tmp_path / "meeting.json").write_text(json.dumps(read["meeting"]), encoding="utf-8")

    assert [ref["ref"] for ref in _imported(command, file)] == ["lpg/2019-06-27"]
    assert [ref["ref"] for ref in _imported(command, paper, "--series", "other")] == ["other/2019-06-27"]


def _imported(command: Command, *given: object) -> list[dict[str, Any]]:
    meetings: list[dict[str, Any]] = json.loads(command("import", *given, "--json").out)["meetings"]
    return meetings
