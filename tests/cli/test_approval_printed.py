"""Minutes that were approved say so at their foot, with what was to be put right; a release says no more of it."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Command = Callable[..., Any]
CASE = "FOI2019/26281"
CORRECTIONS = ("In 1.1 read Margaret Ellwood for Mrs Ellwood.", "In 3.2 read June for May.")
APPROVED = "Approved as a correct record on Tuesday 6 August 2019"


@pytest.fixture
def circulated(command: Command, june: str, tmp_path: Path) -> str:
    """The seed's meeting, sent round."""
    assert command("meeting", "circulate", june, "-o", tmp_path / "sent.docx", "--anyway").code == 0
    return june


@pytest.fixture
def approved(command: Command, circulated: str) -> str:
    """The seed's meeting, approved with two corrections, the first of which names somebody whom the rules withhold."""
    corrections = (word for correction in CORRECTIONS for word in ("--correction", correction))
    assert command("meeting", "approve", circulated, "--date", "2019-08-06", *corrections).code == 0
    return circulated


def _printed(command: Command, meeting: str, folder: Path) -> dict[str, str]:
    """Return what each file of the minutes says, on one line."""
    files = {ending: folder / f"minutes{ending}" for ending in (".docx", ".html", ".txt")}
    for file in files.values():
        file.unlink(missing_ok=True)
        assert command("minutes", meeting, "-o", file).code == 0
    word = "\n".join(paragraph.text for paragraph in docx.Document(str(files[".docx"])).paragraphs)
    texts = {".docx": word, **{end: files[end].read_text(encoding="utf-8") for end in (".html", ".txt")}}
    return {ending: " ".join(text.split()) for ending, text in texts.items()}


def test_minutes_say_when_they_were_approved_and_what_was_put_right(
    command: Command, approved: str, tmp_path: Path
) -> None:
    """In each form, with the corrections in the words of the meeting; not once the approval is withdrawn."""
    for ending, text in _printed(command, approved, tmp_path).items():
        at = text.index(f"{APPROVED}, subject to these corrections:")
        assert [text.find(words, at) > at for words in CORRECTIONS] == [True, True], ending
    assert json.loads(command("show", approved, "--json").out)["approval"] == {
        "at": "",
        "date": "2019-08-06",
        "corrections": list(CORRECTIONS),
    }

    assert command("meeting", "approve", approved, "--withdraw").code == 0
    assert not any("correct record" in text for text in _printed(command, approved, tmp_path).values())


def test_minutes_approved_as_they_stood_need_no_correction(command: Command, circulated: str, tmp_path: Path) -> None:
    """The sentence ends there; minutes that nobody approved have none."""
    assert not any("correct record" in text for text in _printed(command, circulated, tmp_path).values())
    assert command("meeting", "approve", circulated, "--date", "2019-08-06").code == 0
    assert all(f"{APPROVED}." in text for text in _printed(command, circulated, tmp_path).values())


def test_a_name_in_a_correction_is_withheld_in_a_release(
    command: Command, approved: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """It is text of the minutes: a rule for the person reaches it, in every file, and the rest stands open."""
    out = tmp_path / "out"
    assert command("release", approved, "--case", CASE, "--rules", accepting_rules, "-o", out).code == 0

    for file in out.iterdir():
        content = file.read_bytes()
        if file.suffix == ".docx":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                content = b"\n".join(package.read(name) for name in package.namelist())
        assert b"lwood" not in content, file.name
    text = " ".join(next(out.glob("*minutes.txt")).read_text(encoding="utf-8").split())
    assert f"{APPROVED}, subject to these corrections:" in text
    assert "In 1.1 read [redacted: s40(2)] for [redacted: s40(2)]." in text
    assert CORRECTIONS[1] in text
    marks = (out / "schedule.csv").read_text(encoding="utf-8")
    assert "the approval's correction 1" in marks


def test_a_misspelt_name_in_a_correction_stops_a_release(
    command: Command, circulated: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """That is what corrections are about: it is found as it is in a minute, and nothing is written."""
    correction = ("--correction", "In 1.1 the name is not M Elwood.")
    assert command("meeting", "approve", circulated, "--date", "2019-08-06", *correction).code == 0
    out = tmp_path / "out"
    refused = command("release", circulated, "--case", CASE, "--rules", accepting_rules, "-o", out)

    assert (refused.code, "the approval's correction 1" in refused.err, out.exists()) == (1, True, False)


def test_the_day_of_the_approval_tells_no_withheld_day_of_the_next_meeting(
    command: Command, circulated: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """Minutes are approved at the next meeting: where its day is withheld, this one is found, and can be withheld."""
    day = json.loads(command("show", circulated, "--json").out)["next_meeting"]["date"]
    assert command("meeting", "approve", circulated, "--date", day).code == 0
    rules = accepting_rules.read_text(encoding="utf-8").partition("accept:")
    accepting_rules.write_text(rules[0], encoding="utf-8")
    release = ("release", circulated, "--case", CASE, "--rules", accepting_rules, "-o", tmp_path / "out")
    refused = command(*release)
    assert (refused.code, "the approval's date" in refused.err) == (1, True)

    field = "- field: approval.date\n  exemption: FOIA s38\n"
    accepting_rules.write_text(f"{rules[0]}{field}accept:{rules[2]}", encoding="utf-8")
    assert command(*release).code == 0
    text = (next((tmp_path / "out").glob("*minutes.txt"))).read_text(encoding="utf-8")
    assert "Approved as a correct record on [redacted: s38]." in text


def test_what_a_correction_tells_of_others_is_looked_for_as_in_a_minute(command: Command, circulated: str) -> None:
    """A relative of somebody withheld, and a telephone number that might have to be; another word says nothing."""
    correction = ("--correction", "In 1.1 her husband rang from 07700 900123 about the son et lumiere.")
    assert command("meeting", "approve", circulated, "--date", "2019-08-06", *correction).code == 0
    assert command("case", "open", CASE, circulated).code == 0
    withhold = ("case", "withhold", circulated, "--case", CASE, "--person", "Margaret Ellwood")
    assert command(*withhold, "--exemption", "s40(2)").code == 0

    found = json.loads(command("redact", circulated, "--case", CASE, "--json").out)["findings"]
    described = [one["text"] for one in found if "relative" in one["explanation"]]
    offered = json.loads(command("redact", circulated, "--case", CASE, "--suggest", "--json").out)["suggestions"]

    assert described == ["her husband"]
    assert "07700 900123" in [one["text"] for one in offered]
