"""What is refused, and what is remarked on."""

import re
from collections.abc import Callable

import pytest

from lpgminutes.bootstrap import read_meeting
from lpgminutes.errors import InputError, MarkingRefused
from lpgminutes.importing import Reading, read_text_minutes

Read = Callable[[str], Reading]
BODY = "1. Welcome\n1.1 The chair thanked everyone.\n"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "A letter.\n\nDear all,\nit is late.\n", "Title: A body\nDate:S38\nXXXX\n"]
)
def test_a_text_without_an_item_holds_no_minutes(read: Read, text: str) -> None:
    """The sentence names the file and what was looked for."""
    with pytest.raises(InputError, match=r"^paper\.txt holds no minutes that can be read: no numbered item"):
        read(text)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (b"%PDF-1.7\0", "a PDF document: save its text"),
        (b"PK\x03\x04\0\0", "a Word file or another zip package: give it the ending"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word file (.doc): open it in Word"),
        (b"{\\rtf1\\ansi ", "a rich text file (.rtf): open it in Word"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "a web page: save it as plain text"),
        (b"\x1f\x8b\x08", "a compressed archive: unpack it"),
    ],
)
def test_a_renamed_file_of_another_kind_is_named(opening: bytes, kind: str) -> None:
    """The first bytes tell what it is, and the sentence what to do."""
    with pytest.raises(InputError, match=rf"^paper\.txt is not a plain text but {re.escape(kind)}"):
        read_text_minutes(opening + BODY.encode(), name="paper.txt")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("field", ["MIME-Version: 1.0", "Message-ID: <1@mail.example>", "Received: from a.example"])
def test_an_e_mail_is_named(field: str, end: str) -> None:
    """The attachment of a message is no text, so its paper is to be saved by itself."""
    header = ["From: Ann Roe <ann@mail.example>", field, "Subject: Minutes", " of 1 May", "", BODY]
    with pytest.raises(InputError, match=r"^paper\.txt is not a plain text but an e-mail: save the paper"):
        read_text_minutes(end.join(header).encode(), name="paper.txt")


def test_minutes_that_begin_as_a_memo_does_are_no_e_mail(read: Read) -> None:
    """``Subject:`` and ``Date:`` head many minutes."""
    assert read(f"Subject: Roads Panel\nDate: 1 May 2019\nReceived: all\n\n{BODY}").meeting.title == "Roads Panel"


@pytest.mark.parametrize("name", ["paper.docx", "paper.rtf", "paper.txt", "paper"])
def test_rich_text_is_named_whatever_the_file_is_called(name: str) -> None:
    """It begins with a brace, as the interchange form does, and is none."""
    with pytest.raises(InputError, match=r"is rich text \(RTF\)"):
        read_meeting(b"{\\rtf1\\ansi 1. Welcome}", name=name)


def test_a_file_of_no_kind_that_is_known_is_refused() -> None:
    """A NUL byte that no encoding explains tells a binary file."""
    with pytest.raises(InputError, match=r"^paper\.bin is not a plain text: save it"):
        read_text_minutes(b"\x07\0\x01" + BODY.encode(), name="paper.bin")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_read(encoding: str) -> None:
    """With a mark at its front or, of the wide ones, by the zero bytes of its letters."""
    imported = read_text_minutes(f"{BODY}1.2 Caf\u00e9 \u2013 agreed.\n".encode(encoding), name="paper.txt")
    assert imported.meeting.items[0].children[1].text == "Caf\u00e9 \u2013 agreed."


def test_a_wide_text_that_breaks_off_is_refused() -> None:
    """Half a letter at the end is a damaged file."""
    with pytest.raises(InputError, match="breaks off or is damaged"):
        read_text_minutes(BODY.encode("utf-16")[:-1], name="paper.txt")


def test_a_text_of_two_encodings_is_read_line_by_line() -> None:
    """What was pasted in from elsewhere keeps its letters, and each odd line is named."""
    content = BODY.encode() + "1.2 Caf\u00e9.\n".encode() + "1.3 \u2018Quoted\u2019.\n".encode("cp1252")
    imported = read_text_minutes(content, name="paper.txt")
    assert [minute.text for minute in imported.meeting.items[0].children[1:]] == ["Caf\u00e9.", "\u2018Quoted\u2019."]
    assert any(warning.startswith("line 4: this line is not UTF-8 as others are") for warning in imported.warnings)


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
            "line 3: a paragraph above the first item was kept as that item's first minute; move it.",
        ),
        (
            "A body\n\nA subtitle\n\nA stray line\nanother one\n",
            "lines 5 to 6: a line of the head was not understood; it was set aside.",
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
        ("Next Meeting: soon\nVenue: A\n", "line 4: a field that belongs above the minutes was not read"),
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
