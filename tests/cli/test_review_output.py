"""How a review is printed: in lines that a terminal holds, without what it would obey, in plain words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Command = Callable[..., Any]
OBEYED = ("\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u2028")


@pytest.mark.parametrize("against", [False, True])
def test_every_line_fits_the_terminal(command: Command, june: str, seed: Path, against: bool) -> None:  # noqa: FBT001
    """Eighty columns, also of what is withheld beside the minutes; no place is broken from its number."""
    lines = command("review", seed / "minutes.txt", *(("--against", june) if against else ())).out.splitlines()

    assert max(map(len, lines)) <= 80
    assert not any(line.endswith(("(line", "(page", "(paragraph")) for line in lines)


def test_nothing_that_a_terminal_obeys_is_printed(command: Command, tmp_path: Path) -> None:
    """Not out of the text of a copy, nor out of its properties; in JSON it is spelt out."""
    copy = tmp_path / "copy.docx"
    document = docx.Document()
    document.core_properties.author = "Eve \u202eevil\u2066 \x9b31m\u2028x"
    document.add_paragraph("1.1 XXXX s40(2) spoke \u202eto \x9b2J everyone.")
    document.save(str(copy))

    printed, as_json = command("review", copy).out, command("review", copy, "--json").out

    assert not any(sign in text for text in (printed, as_json) for sign in OBEYED)
    assert "author: Eve evil" in printed
    assert "\u202e" in json.dumps(json.loads(as_json), ensure_ascii=False)


def test_a_long_stretch_is_quoted_by_its_ends(command: Command, june: str, tmp_path: Path) -> None:
    """With how long it is; in JSON it is whole."""
    copy = tmp_path / "copy.txt"
    copy.write_text("1. Welcome and Introductions\n\n3. IAS Performance Update\n\n3.1 [Redacted s43(2)]\n", "utf-8")

    printed = command("review", copy, "--against", june).out
    withheld = json.loads(command("review", copy, "--against", june, "--json").out)["against"]["withheld"]

    (words,) = (one["text"] for one in withheld if one["place"] == "3.1")
    assert "\u2026" not in words
    assert f"({len(words.split())} words) under FOIA s43(2)" in " ".join(printed.split())


@pytest.mark.parametrize(
    ("text", "marks", "end"),
    [
        ("1.1 XXXX spoke.", '"the only mark" in 1.1', "1 finding, which gives nothing away."),
        ("1.1 XXXX spoke to XXXX.", '"all 2 marks" in 1.1', "1 finding, which gives nothing away."),
        ("1.1 XXXX spoke to XXXX s40(2).", '"1 of 2 marks" in 1.1', "2 findings, none of which gives anything away."),
    ],
)
def test_numbers_are_said_as_people_say_them(command: Command, tmp_path: Path, text: str, marks: str, end: str) -> None:
    """No ``1 of 1 marks``."""
    (tmp_path / "copy.txt").write_text(text, "utf-8")

    told = command("review", tmp_path / "copy.txt")

    assert marks in told.out
    assert told.err.splitlines()[-1] == end


@pytest.mark.parametrize("name", ["copy.txt", "copy.pdf", "copy.docx", "copy.md"])
@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_an_empty_file_is_called_so(command: Command, tmp_path: Path, name: str, content: bytes) -> None:
    """Of whatever kind; nothing was found is no answer."""
    (tmp_path / name).write_bytes(content)

    told = command("review", tmp_path / name)

    assert told.code == 3
    assert told.err.strip() == f"lpgminutes: error: {name} is empty."


def test_a_mark_behind_the_items_is_not_in_the_head(command: Command, tmp_path: Path) -> None:
    """What stands under no number behind the items is listed by its place."""
    (tmp_path / "copy.txt").write_text("Name: XXXX s40(2)\n\n1.1 It was noted.\n\nNext meeting: none\n\nXXXX s43(2)\n")

    told = command("review", tmp_path / "copy.txt").out

    assert "FOIA s40(2): 1 mark: 1 person\n    in head\n" in told
    assert "FOIA s43(2): 1 mark: 1 other stretch of words\n    in line 7\n" in told
