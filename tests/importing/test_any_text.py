"""Any text at all: a meeting or a sentence, in time that grows with its length."""

import contextlib
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lpgminutes.bootstrap import read_copy, read_meeting
from lpgminutes.domain.meetings import Block, Meeting
from lpgminutes.domain.people import Attendance
from lpgminutes.errors import InputError, LpgMinutesError
from lpgminutes.importing import Reading, printed_marks, read_text_minutes

PIECES = [
    "1.", "2.", "Welcome", "1.1. XXXS40(2) said so.", "1.2. Label: words", "2.1",
    "3.1. Item without title.", "2. AOB", "\uf0b7", "\uf09f SLA4a: was 84.4% (Red)", "- maybe",
    "Lot 1 Performance", "Total was XXXX S43.", "", "\f", "    ",
    "XXXXS40(2) took an action to invite S38XXXX (XXXXXXXXXS38).", "XXXXS40(2)XXXXS38",
    "took an action to took an action to go (AP1).", "Title: A body (North and South)", "Date:S38",
    "XXXXXXXX", "XX XXXX", "Attendees:S40(2)  XXXX", "Chair:", "Notes:", "OFFICIAL - SENSITIVE",
    "OFFICIAL", "Contact:", "Next Meeting:", "Next Meeting: 1 August 2019, 10:00 to 12:30, Leeds",
    "Email: XXXXS40(2)@X.UK", "S43", "broken-", "[redacted: s40(2)]", "Unknown: field", "10.30 Am",
]  # fmt: skip
GROWING = [
    "X", "x ", "S40,", "XX S40(1)(1)", "S40(2)XXXX", "((", "1.", "1.1. A\n", "\uf0b7\n",
    "A took an action to ", "XXXXS40(2) took an action to a. ", "e.g. A", "A: ", "\n", "XXXX\n",
    "Attendees:\n", "Location: XXXX\n", " \u00a0", "a-\n", "Next Meeting:\n", "OFFICIAL\n",
    "\f1 of 2\n", "[redacted: ", "1 May 2019 ", "10:30 ", "(XXXXS38) ", "and A ", "' ",
]  # fmt: skip
SKELETON = "Title: T meeting\nDate: {0}\n1.\nWelcome\n1.1. {0}\n\uf0b7\n{0}\nNext Meeting:\n{0}\n"


def read_or_refuse(data: bytes) -> Reading | None:
    """Read, or return nothing where a sentence refused."""
    try:
        return read_text_minutes(data, name="any.txt")
    except LpgMinutesError:
        return None


def assert_marks_are_slices(meeting: Meeting) -> None:
    """Each mark stands in its record to the letter, and none is left out of the reading order."""
    records: list[Attendance | Block] = [*meeting.attendance, *meeting.blocks()]
    marks = [(record, mark) for record in records for mark in record.marks]
    for record, mark in marks:
        assert mark.as_shown
        assert getattr(record, mark.field)[mark.start : mark.end] == mark.as_shown
    assert len(list(printed_marks(meeting))) == len(meeting.marks) + len(marks)


@given(data=st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_give_a_meeting_or_a_sentence(data: bytes) -> None:
    """Nothing but an error of ours comes out."""
    read_or_refuse(data)


@given(text=st.text(max_size=300), field=st.text(max_size=60))
@example(text="XXXXS40(2) took an action to", field="S40")
@settings(deadline=None)
def test_any_text_in_any_place_is_read_or_refused(text: str, field: str) -> None:
    """Arbitrary text in the head, a minute, a bullet and the foot gives no other failure."""
    read_or_refuse(SKELETON.format(text).encode("utf-8", "replace"))
    read_or_refuse(f"{field}: {text}\n1. Welcome\n1.1 {text}\n{field}".encode("utf-8", "replace"))


@given(lines=st.lists(st.sampled_from(PIECES), max_size=40))
@settings(deadline=None, max_examples=300)
def test_marks_are_exact_slices_whatever_the_order_of_lines(lines: list[str]) -> None:
    """Lines of minutes in any order keep every mark on the words that it stands for, and actions undated."""
    imported = read_or_refuse("\n".join(["1. Welcome", *lines]).encode())
    if imported is not None:
        assert_marks_are_slices(imported.meeting)
        assert {action.due for action in imported.meeting.actions} <= {None}


@given(lines=st.lists(st.sampled_from([piece for piece in PIECES if piece.strip()]), min_size=1, max_size=20))
@settings(deadline=None)
def test_no_word_of_the_body_is_lost(lines: list[str]) -> None:
    """Every word below the first item stands in a block, unless it is furniture or belongs to the foot."""
    kept = [line for line in lines if not line.startswith(("OFFICIAL", "Next Meeting", "Contact", "Email"))]
    imported = read_or_refuse("\n".join(["1. Welcome", "1.1 Words.", *kept]).encode())
    assert imported is not None
    blocks = list(imported.meeting.blocks())
    words = "".join(f"{block.number or ''}{block.label}{block.text}" for block in blocks)
    letters = [character for line in kept for character in line if character.isalpha() and character.isascii()]
    assert sum(character.isalpha() and character.isascii() for character in words) == len(letters) + len("WelcomeWords")


@pytest.mark.soak
@pytest.mark.parametrize("piece", GROWING)
def test_time_grows_with_the_length(piece: str) -> None:
    """Eight times the text takes about eight times as long, not sixty-four."""

    def seconds(length: int) -> float:
        filling = piece * (length // len(piece))
        texts = [filling, f"1. Welcome\n1.1. {filling}", f"Title: T\n{filling}\n1. Welcome\n1.1. A\n"]
        begun = time.process_time()
        for text in texts:
            read_or_refuse(text.encode())
        return time.process_time() - begun

    short = min(seconds(3_000) for _ in range(2))
    assert min(seconds(24_000) for _ in range(2)) < 24 * short + 0.25


@pytest.mark.parametrize("filling", ["\n \n" * 2_000, " " * 9_000, "ACTION: A (b) " * 2_000, "- a\n" * 2_000])
@pytest.mark.parametrize("name", ["paper.md", "paper.txt"])
def test_what_fills_a_paper_stops_nothing(name: str, filling: str) -> None:
    """Blanks above the text and cues without end are read or refused, in Markdown and in plain text, at once."""
    begun = time.process_time()
    for text in (filling, f"1. Welcome\n1.1 {filling}"):
        with contextlib.suppress(LpgMinutesError):
            read_meeting(text.encode(), name=name)
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    ("marks", "labels"), [("\u2588 " * 25_000, ["s40(2)"]), ("\u2588" * 15_000, ["s40(2)"]), ("XX-" * 7_000, None)]
)
def test_marks_without_end_are_read_at_once(marks: str, labels: list[str] | None) -> None:
    """A passage that is blotted out word by word is one, however long; the label behind it is its own."""
    begun = time.process_time()
    copy = read_copy(f"1. Welcome\n1.1 {marks} s40(2)\n\n{marks}".encode(), name="copy.txt")
    assert labels is None or [mark.label for _, mark in copy.marks() if mark.label] == labels
    assert time.process_time() - begun < 10


def test_a_paragraph_too_long_to_keep_is_refused_with_its_line() -> None:
    """The refusal says which paragraph, and quotes nothing of it."""
    with pytest.raises(InputError, match=r"^The paragraph on line 2 has .* characters; at most"):
        read_text_minutes(f"1. Welcome\n1.1. {'word ' * 20_000}".encode(), name="long.txt")
