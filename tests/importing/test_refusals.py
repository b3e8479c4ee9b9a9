"""What is refused, and what is remarked on."""

from collections.abc import Callable

import pytest

from lpgminutes.errors import InputError, MarkingRefused
from lpgminutes.importing import ImportedText, read_text_minutes

Read = Callable[[str], ImportedText]
BODY = "1. Welcome\n1.1 The chair thanked everyone.\n"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "A letter.\n\nDear all,\nit is late.\n", "Title: A body\nDate:S38\nXXXX\n"]
)
def test_a_text_without_an_item_holds_no_minutes(read: Read, text: str) -> None:
    """The sentence names the file and what was looked for."""
    with pytest.raises(InputError, match=r"^paper\.txt holds no minutes that can be read: no numbered item"):
        read(text)


@pytest.mark.parametrize("data", [BODY.encode("utf-16"), b"%PDF-1.7\0" + BODY.encode(), b"PK\x03\x04\0\0"])
def test_a_file_that_is_no_text_is_refused(data: bytes) -> None:
    """A NUL byte tells a binary file or another encoding."""
    with pytest.raises(InputError, match=r"^paper\.bin is not a plain text: save it"):
        read_text_minutes(data, name="paper.bin")


def test_an_unknown_encoding_is_refused() -> None:
    """Bytes that are neither UTF-8 nor Windows-1252 are not guessed at."""
    with pytest.raises(InputError, match="in an encoding that is not known here"):
        read_text_minutes(BODY.encode() + b"\x81\x8d", name="paper.txt")


def test_windows_text_is_read_with_a_warning() -> None:
    """Dashes and quotes of Windows-1252 come out right, and the reader is told."""
    text = f"OFFICIAL \N{EN DASH} SENSITIVE\n{BODY}1.2 IAS\N{RIGHT SINGLE QUOTATION MARK} levels.\n"
    imported = read_text_minutes(text.encode("cp1252"), name="paper.txt")
    assert imported.meeting.items[0].children[1].text == "IAS\N{RIGHT SINGLE QUOTATION MARK} levels."
    assert any("Windows-1252" in warning for warning in imported.warnings)


def test_a_text_too_large_is_refused() -> None:
    """Megabytes are no minutes."""
    with pytest.raises(InputError, match="too large for minutes"):
        read_text_minutes(b"x" * 5_000_000, name="paper.txt")


@pytest.mark.parametrize("marking", ["SECRET", "TOP SECRET", "UK SECRET - HANDLE WITH CARE"])
def test_a_marking_above_official_sensitive_is_refused(read: Read, marking: str) -> None:
    """A paper that may not be held is not read."""
    with pytest.raises(MarkingRefused):
        read(f"{marking}\n\n{BODY}")


def test_a_missing_marking_is_said(read: Read) -> None:
    """A text without a marking is taken as OFFICIAL, and that is said."""
    imported = read(BODY)
    assert imported.meeting.marking.canonical == "OFFICIAL"
    assert "No protective marking was found; OFFICIAL was taken. Check it." in imported.warnings


def test_another_marking_further_down_is_said(read: Read) -> None:
    """Two markings in one paper are a question; the one at the top is kept."""
    imported = read(f"OFFICIAL-SENSITIVE\n{BODY}OFFICIAL\n")
    assert imported.meeting.marking.canonical == "OFFICIAL-SENSITIVE"
    assert imported.warnings[-1].startswith("line 4: this marking is not the one at the top")


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Title: A\nDistribution: all\n", "line 2: a field that is not known here was not read."),
        ("Title: A\nDate: soon\n", "line 2: the date of the meeting could not be read; add it by hand."),
        ("Title: A\nTitle: B\n", "line 2: a field that was given before was not read."),
        (
            "Title: A\n\nThese minutes were taken in a hurry.\n",
            "line 3: a paragraph that belongs to no field or item was not read.",
        ),
        (
            "A body\n\nA stray line\nanother one\n",
            "lines 3 to 4: a paragraph before the first item was not read.",
        ),
        ("Title: A\nContact: B\n", "line 2: a field that belongs below the minutes was not read."),
    ],
)
def test_what_is_unread_in_the_head_is_said_with_its_line(read: Read, text: str, warning: str) -> None:
    """A warning says where; the words stay in the file."""
    assert warning in read(f"{text}{BODY}").warnings


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("1.4 It went on.\n", "line 3: the number of the minute does not follow the one before"),
        ("4. AOB\n4.1 None.\n", "line 3: the number of the item does not follow the one before"),
        ("2.1 It went on.\n", "line 3: this minute begins an item whose title was not found"),
        ("2. AOB\nNobody raised any other business.\n", "line 4: text without a number of its own was kept"),
        ("1.2 At last took an action to ask.\n", "line 3: an action names nobody"),
        ("Next Meeting: soon\nChair: A\n", "line 4: a field that belongs above the minutes was not read"),
    ],
)
def test_what_is_odd_in_the_body_is_said_with_its_line(read: Read, text: str, warning: str) -> None:
    """What breaks the convention is kept and said."""
    assert any(said.startswith(warning) for said in read(f"{BODY}{text}").warnings)


def test_a_number_out_of_order_is_kept_as_printed(read: Read) -> None:
    """Only a number that its order does not give is kept beside the text."""
    items = read(f"{BODY}1.4 It went on.\n4. AOB\n4.1 None.\n").meeting.items
    assert [item.number for item in items] == [None, "4"]
    assert [minute.number for item in items for minute in item.children] == [None, "1.4", None]


def test_invisible_characters_are_taken_out_and_counted(read: Read) -> None:
    """What does not print is not kept, and that is said."""
    imported = read(BODY.replace("chair", "ch\u200bair\u202e"))
    assert imported.meeting.items[0].children[0].text == "The chair thanked everyone."
    assert "1 direction control taken out." in imported.warnings
