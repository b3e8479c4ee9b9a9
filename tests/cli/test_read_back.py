"""Minutes that this program wrote, brought in again: what they print comes back, and nothing that they do not."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import docx
import pytest

Command = Callable[..., Any]
Fields = dict[str, Any]
DEMO = sorted(entry.name for entry in files("lpgminutes").joinpath("demo").iterdir() if entry.name.startswith("lpg-"))
ENDINGS = (".docx", ".txt")
RICH: Fields = {
    "format": "lpgminutes.meeting",
    "version": 1,
    "series": {"short_name": "ab", "name": "Audit Board"},
    "title": "Audit Board of the Department, which has a title that is much longer than any line of a text is wide",
    "subtitle": "",
    "marking": "OFFICIAL",
    "date": "2026-03-02",
    "start": "09:30",
    "end": None,
    "location": "Room 4",
    "attendance": [
        {"name": "Ada Quill", "initials": "AQ", "role": "Lead", "organisation": "DWP", "capacity": "chair"},
        {
            "name": "Ben Ross", "role": "", "organisation": "IAS", "capacity": "member", "mode": "dialled in",
            "deputising_for": "Cal Byrd", "items": ["1", "2"], "arrived": "09:45", "departed": "11:00",
            "note": "by telephone, from the train; he lost the line twice, and came back each time after a while",
        },
        {"name": "Dee Fox (née Hart)", "role": "", "organisation": "", "capacity": "observer"},
        {"name": "Eve Gray", "role": "Clerk to the Board", "organisation": "DWP", "capacity": "note-taker"},
    ],
    "declarations": [
        {"name": "Ben Ross", "item": "2", "nature": "Shares in Umbra; and a loan", "conduct": "withdrew"},
        {"name": "Ada Quill", "item": None, "nature": "Once worked for Umbra", "conduct": "remained"},
    ],
    "items": [
        {"number": "1", "title": "Welcome", "minutes": [{"number": "1.1", "text": "Ada Quill opened the meeting."}]},
        {
            "number": "2",
            "title": "A title that is longer than a line of a text is wide, so that it is wrapped over two of them",
            "minutes": [
                {
                    "number": "2.1",
                    "label": "Costs",
                    "text": "They rose in three ways that were told at length, so that this minute takes two lines:",
                    "points": [
                        {"text": "by the price of the contract, as Ben Ross explained it to the whole of the Board;",
                         "points": [{"text": "in the first year by a tenth, and by more in each of those after it;"},
                                    {"text": "and then by less."}]},
                        {"label": "Staff", "text": "by two posts."},
                    ],
                },
                {"number": "2.2", "text": "Action AP9 of last year was discussed."},
            ],
        },
    ],
    "actions": [
        {"ref": "AB-1", "owners": ["Ben Ross", "IAS"], "text": "send the price list to every member, with the prices "
         "of last year beside those of this one", "due": "2026-03-20", "raised_in": "2.1", "status": "open"},
        {"ref": "AB-2", "owners": [], "text": "find a room", "due": None, "raised_in": "1.1", "status": "open"},
        {"ref": "AB-3", "owners": ["Ada Quill"], "text": "write to Umbra", "due": None,
         "due_as_written": "once the prices are in", "raised_in": "2.1", "status": "open"},
    ],
    "decisions": [
        {"ref": "D-1", "text": "To let the contract run on for a year, and to look at it again at the end of that "
         "year, when the figures of both years are known.", "decided_in": "2.1"},
    ],
    "next_meeting": {"date": "2026-06-01", "start": "10:00", "end": None, "location": "Room 5"},
    "contact": {"name": "", "email": "board@example.gov.uk"},
    "status": "draft",
}  # fmt: skip
"""A meeting with all that is printed and that the demo's meetings lack."""


@pytest.fixture
def printed_again(command: Command, tmp_path: Path) -> Callable[[Fields | Path, str], tuple[Fields, Fields, list[str]]]:
    """Bring minutes in, write them, bring the file in elsewhere; return both records and what was warned of."""

    def again(source: Fields | Path, ending: str) -> tuple[Fields, Fields, list[str]]:
        if not isinstance(source, Path):
            (tmp_path / "in.json").write_text(json.dumps(source), encoding="utf-8")
            source = tmp_path / "in.json"
        ref = json.loads(command("import", source, "--json").out)["meetings"][0]["ref"]
        printed, other = tmp_path / f"printed{ending}", ("--store", str(tmp_path / "other.sqlite3"))
        assert command("minutes", ref, "-o", printed).code == 0
        back = json.loads(command(*other, "import", printed, "--json").out)["meetings"][0]
        records = (command("show", ref, "--json"), command(*other, "show", back["ref"], "--json"))
        before, after = (json.loads(record.out) for record in records)
        return before, after, back["warnings"]

    return again


def _as_printed(record: Fields) -> Fields:
    """Return a record without what minutes do not print.

    Those are: what the body keeps of itself beside its name; whether somebody came in person or it is not known; what
    became of an action since it was minuted (its state, its history, a later due date), and the words of a due date
    that is printed as a day; that the minutes were sent round and approved, which is taken from no file.
    """
    kept = {key: value for key, value in record.items() if key not in {"ref", "id", "status", "approval", "approves"}}
    kept["series"] = record["series"]["name"]
    order = ["chair", "member", "in attendance", "observer", "note-taker", "apologies"]
    attendance = [
        {**row, "mode": None if row.get("mode") == "in person" else row.get("mode")} for row in record["attendance"]
    ]
    kept["attendance"] = sorted(attendance, key=lambda row: order.index(row["capacity"]))
    kept["actions"] = [_action_as_printed(action) for action in record["actions"]]
    return kept


def _action_as_printed(action: Fields) -> Fields:
    changes = [event for event in action.get("history", ()) if event["what"] == "due"]
    due = changes[0]["before"] if changes else action["due"]
    words = "" if due else action.get("due_as_written", "")
    return {"due": due, "words": words, **{key: action[key] for key in ("ref", "text", "owners", "raised_in")}}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", [*DEMO, "the seed", "a rich one"])
def test_minutes_come_back_as_they_were_printed(
    printed_again: Callable[..., tuple[Fields, Fields, list[str]]], seed: Path, name: str, ending: str
) -> None:
    """Title, hours, people, declarations, items and points, actions with owners and dues, decisions, contact."""
    demo = Path(str(files("lpgminutes").joinpath("demo")))
    source = RICH if name == "a rich one" else seed / "meeting.json" if name == "the seed" else demo / name
    before, after, warnings = printed_again(source, ending)

    assert _as_printed(after) == _as_printed(before)
    assert not [one for one in warnings if "check it" in one or "by hand" in one or "not understood" in one]
    assert after["status"] == "draft"


def test_that_minutes_were_approved_is_taken_from_no_file(
    command: Command, june: str, tmp_path: Path, printed_again: Callable[..., tuple[Fields, Fields, list[str]]]
) -> None:
    """Anybody could have changed it: it is said, and the words are set aside and in no minute."""
    record = json.loads(command("show", june, "--json").out)
    approved = {**record, "status": "approved", "approval": {"at": "", "date": "2019-08-06", "corrections": ["A."]}}
    approved["series"] = {**record["series"], "short_name": "other"}
    _, after, warnings = printed_again({key: value for key, value in approved.items() if key != "ref"}, ".docx")

    assert (after["status"], after.get("approval")) == ("draft", None)
    assert any("come in as a draft" in one for one in warnings)
    assert "correct record" not in json.dumps(after)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_line_on_an_action_that_was_changed_by_hand_is_not_dropped(
    command: Command, june: str, tmp_path: Path, ending: str
) -> None:
    """Only what the table tells as well goes without saying; what says something else stays in the minutes."""
    printed = tmp_path / f"june{ending}"
    assert command("minutes", june, "-o", printed).code == 0
    if ending == ".txt":
        text = printed.read_text(encoding="utf-8")
        printed.write_text(text.replace("> Action AP0619-01: Colin", "> Action AP0619-01: Dolores"), encoding="utf-8")
    else:
        document = docx.Document(str(printed))
        told = next(one for one in document.paragraphs if one.text.startswith("Action AP0619-01"))
        next(run for run in told.runs if "Colin" in run.text).text = " Dolores Hathersage."
        document.save(str(printed))
    other = ("--store", str(tmp_path / "other.sqlite3"))
    back = json.loads(command(*other, "import", printed, "--json").out)["meetings"][0]
    shown = command(*other, "show", back["ref"], "--json").out

    assert "Dolores Hathersage." in shown
    assert any("says what no row of the actions does" in one for one in back["warnings"])
    assert next(action["owners"] for action in json.loads(shown)["actions"]) == ["Colin Hathersage"]


def _with_typed(printed: Path, after: str, *lines: str) -> None:
    """Type lines under the paragraph that has some words, as one does in a text, without an empty line between."""
    text = printed.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(text) if after in line)
    end = next(end for end in range(at, len(text)) if not text[end].strip())
    printed.write_text("\n".join([*text[:end], *lines, *text[end:]]), encoding="utf-8")


def _brought_in(command: Command, printed: Path) -> tuple[Fields, list[str]]:
    other = ("--store", str(printed.parent / "other.sqlite3"))
    back = json.loads(command(*other, "import", printed, "--json").out)["meetings"][0]
    return json.loads(command(*other, "show", back["ref"], "--json").out), back["warnings"]


def test_a_minute_that_was_typed_into_the_text_is_one(command: Command, june: str, tmp_path: Path) -> None:
    """Nothing is run together with the paragraph above it; a line that goes on with that is no minute of its own."""
    printed = tmp_path / "june.txt"
    assert command("minutes", june, "-o", printed).code == 0
    before, _ = _brought_in(command, printed)
    _with_typed(printed, "1.2   Margaret", "1.3 Tea was served.", "1.4   It was cold.")
    _with_typed(printed, "- Absence: ", "      - A point of its own.")
    _with_typed(printed, "5.2   Aled", "      2.5 per cent of it was new.")
    after, _ = _brought_in(command, printed)
    texts = [[minute["text"] for minute in item["minutes"]] for item in after["items"]]

    assert texts[0] == [
        *(minute["text"] for minute in before["items"][0]["minutes"]),
        "Tea was served.",
        "It was cold.",
    ]
    assert [one["text"] for one in after["items"][2]["minutes"][0]["points"]][2] == "A point of its own."
    assert texts[4][1].endswith("2.5 per cent of it was new.")
    assert [len(one) for one in texts[1:]] == [len(item["minutes"]) for item in before["items"][1:]]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_line_that_was_added_at_the_end_is_set_aside(
    command: Command, june: str, tmp_path: Path, ending: str
) -> None:
    """It becomes no part of somebody's name, and that it is left out is said with its place."""
    printed = tmp_path / f"june{ending}"
    assert command("minutes", june, "-o", printed).code == 0
    before, _ = _brought_in(command, printed)
    if ending == ".txt":
        _with_typed(printed, "Ifeoma Adeyinka-Shaw, ", "Signed in the chair.")
    else:
        document = docx.Document(str(printed))
        document.add_paragraph("Signed in the chair.")
        document.save(str(printed))
    after, warnings = _brought_in(command, printed)

    assert after["contact"] == before["contact"]
    assert any("somebody added under Contact was set aside" in one for one in warnings)


def test_an_hour_that_there_is_not_stays_in_its_words(command: Command, june: str, tmp_path: Path) -> None:
    """A slip of the pen in the attendance is for somebody to settle; an empty row says nothing."""
    printed = tmp_path / "june.docx"
    assert command("minutes", june, "-o", printed).code == 0
    document = docx.Document(str(printed))
    people, actions = document.tables[0], document.tables[1]
    people.rows[2].cells[3].text, people.rows[3].cells[3].text = "Member, from 25:70", "Member, from 10:25"
    actions.add_row()  # type: ignore[no-untyped-call]
    document.save(str(printed))
    after, _ = _brought_in(command, printed)

    assert after["attendance"][1]["note"] == "from 25:70"
    assert after["attendance"][2]["arrived"] == "10:25"
    assert all(action["text"] for action in after["actions"])


def test_minutes_of_others_are_read_as_ever(command: Command, tmp_path: Path) -> None:
    """A paper that looks like ours in a part is not ours: a line on an action is the cue that it is there."""
    paper = tmp_path / "theirs.txt"
    paper.write_text(
        "OFFICIAL\n\nParish Council\n\nStatus: Draft minutes\nDate: 2 March 2026\n\nAttendance\n----------\n"
        "Ada Quill (Chair)\nBen Ross\n\n1. Welcome\n\n1.1 Ada Quill opened it.\n\nAction: Ben Ross to write.\n\n"
        "2. Next meeting\n\n2.1 It is on 1 June 2026.\n",
        encoding="utf-8",
    )
    back = json.loads(command("import", paper, "--json").out)["meetings"][0]
    record = json.loads(command("show", back["ref"], "--json").out)

    assert [(action["owners"], action["text"]) for action in record["actions"]] == [
        (["Ben Ross"], "Ben Ross to write.")
    ]
    assert [item["title"] for item in record["items"]] == ["Welcome", "Next meeting"]


def test_our_release_copy_keeps_its_marks(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> None:
    """It is no set of minutes but a copy of one: what is withheld in it comes in as withheld."""
    out = tmp_path / "out"
    assert command("release", june, "--case", "FOI2019/26281", "--rules", accepting_rules, "-o", out).code == 0
    other = ("--store", str(tmp_path / "other.sqlite3"))
    back = json.loads(command(*other, "import", next(out.glob("*minutes.docx")), "--json").out)["meetings"][0]
    shown = command(*other, "show", back["ref"], "--json").out

    assert '"mark' in shown
    assert "They come in as a draft" not in " ".join(back["warnings"])
