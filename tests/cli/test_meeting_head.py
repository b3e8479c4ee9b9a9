"""The head of the minutes by command: set field by field, shown, corrected, printed and withheld."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

Command = Callable[..., Any]
JUNE = "lpg/2026-06-25"
RULES = """
case: FOI2026/7
withhold:
  - field: location
    exemption: FOIA s38(1)(b)
    public_interest: staff were threatened
  - field: next_meeting
    exemption: FOIA s38(1)(b)
    public_interest: staff were threatened
"""


@pytest.fixture
def june(after: Callable[..., Command]) -> Command:
    """A body, and the minutes of June with their head as a secretary notes it."""
    return after(
        ("series", "add", "lpg", "Lot Performance Group", "--marking", "OFFICIAL", "--item", "Welcome"),
        ("meeting", "new", "lpg", "--date", "2026-06-25"),
        ("line", "add", JUNE, "All were welcome."),
        ("meeting", "set", JUNE, "--place", "Room 3", "--start", "10:00", "--end", "11.40"),
        ("meeting", "set", JUNE, "--next", "4 September 14:00", "--next-place", "Quarrybank, Leeds"),
    )


def test_the_head_is_shown_as_a_table_and_as_json(june: Command) -> None:
    """The names of the fields are part of the contract; without an option nothing is changed."""
    shown = june("meeting", "set", JUNE)
    value = json.loads(june("meeting", "set", JUNE, "--json").out)

    assert "date        Thursday 25 June 2026, 10:00 to 11:40\nplace       Room 3\n" in shown.out
    assert value == {
        "meeting": JUNE,
        "head": {
            "title": "Lot Performance Group",
            "subtitle": "",
            "marking": "OFFICIAL",
            "date": "2026-06-25",
            "start": "10:00",
            "end": "11:40",
            "location": "Room 3",
            "next_meeting": {
                "date": "2026-09-04",
                "start": "14:00",
                "end": None,
                "location": "Quarrybank, Leeds",
                "text": "",
            },
            "contact": None,
        },
    }


def test_the_ref_follows_the_day_and_one_undo_brings_all_back(june: Command) -> None:
    """What was set is said; the new ref finds the meeting, and after the undo the old one does."""
    moved = june("meeting", "set", JUNE, "--date", "26/6/2026", "--title", "June", "--json")
    assert json.loads(moved.out)["meeting"] == "lpg/2026-06-26"
    assert june("show", JUNE).code == 4
    assert june("undo").err == "Took back: change the head of lpg/2026-06-26.\n"
    assert json.loads(june("meeting", "set", JUNE, "--json").out)["head"]["title"] == "Lot Performance Group"


REFUSED = (
    (("--end", "9:30"), 3, "cannot have ended at 09:30, before it began at 10:00"),
    (("--place", "Room 9", "--start", "ten"), 3, "ten is no hour: write it as 10:15 or 2pm"),
    (("--place", "Room 9", "--next", "4 September in Leeds"), 3, "have fields of their own"),
    (("--marking", "TOP SECRET"), 3, "above what may be kept here"),
    (("--place", "Room 3"), 2, "says that already"),
    (("--end", "now"), 3, "not one of today"),
)


@pytest.mark.parametrize(("options", "code", "said"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_cannot_be_is_refused_in_a_sentence(june: Command, options: tuple[str, ...], code: int, said: str) -> None:
    """Nothing is written, not even what could be read."""
    before = june("show", JUNE, "--json").out
    done = june("meeting", "set", JUNE, *options)

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert june("show", JUNE, "--json").out == before


def test_minutes_that_went_out_ask_why(june: Command, tmp_path: Path) -> None:
    """The reason is kept with the version that the correction makes."""
    june("meeting", "circulate", JUNE, "-o", tmp_path / "june.docx", "--anyway")
    refused = june("meeting", "set", JUNE, "--end", "11:45")
    assert (refused.code, "say why they are corrected" in refused.err) == (2, True)
    assert june("meeting", "set", JUNE, "--end", "11:45", "--why", "misheard").code == 0
    kept = json.loads(june("meeting", "versions", JUNE, "--json").out)["versions"]
    assert [(one["reason"], one["note"]) for one in kept] == [("circulated", ""), ("corrected", "misheard")]


@pytest.mark.parametrize("suffix", ["docx", "html", "txt"])
def test_what_is_set_is_printed_in_every_form(june: Command, tmp_path: Path, suffix: str) -> None:
    """Place, hours, and the next meeting with day, hour and place."""
    target = tmp_path / f"june.{suffix}"
    assert june("minutes", JUNE, "-o", target).code == 0
    words = _words(target.read_bytes(), suffix)

    assert "Thursday 25 June 2026, 10:00 to 11:40" in words
    assert "Room 3" in words
    assert "Friday 4 September 2026, 14:00, Quarrybank, Leeds" in words


def test_what_is_set_can_be_withheld(june: Command, tmp_path: Path) -> None:
    """Place and next meeting leave no trace in a release; the hours stay open."""
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    kept = june("redact", JUNE, "--case", "FOI2026/7", "--rules", tmp_path / "rules.yaml")
    made = june("release", JUNE, "--case", "FOI2026/7", "-o", tmp_path / "out")

    assert (kept.code, made.code) == (0, 0), kept.err + made.err
    released = {path.suffix[1:]: path for path in (tmp_path / "out").iterdir() if "minutes" in path.name}
    for suffix in ("docx", "html", "txt"):
        words = _words(released[suffix].read_bytes(), suffix)
        assert "10:00 to 11:40" in words
        assert not [one for one in ("Room 3", "Quarrybank", "September", "14:00") if one in words]


def _words(content: bytes, suffix: str) -> str:
    if suffix != "docx":
        return " ".join(content.decode().split())
    document = Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
