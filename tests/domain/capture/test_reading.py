"""What a typed line is read as."""

import pytest

from lpgminutes.domain.capture import CaptureContext, LineKind, read_line
from lpgminutes.domain.meetings import BlockKind, PointStyle
from lpgminutes.domain.pre_marks import PreMark

SIGNS = [
    ("Intakes for May were 49,144.", LineKind.MINUTE, 0, "", "Intakes for May were 49,144."),
    ("- Recruitment: IAS recruited 41.", LineKind.POINT, 1, "Recruitment", "IAS recruited 41."),
    ("-- Most in Leeds", LineKind.SUB_POINT, 2, "", "Most in Leeds"),
    ("• Absence: it fell", LineKind.POINT, 1, "Absence", "it fell"),
    ("# DWP Operations & OED Update", LineKind.ITEM, 0, "", "DWP Operations & OED Update"),
    ("#5", LineKind.JUMP, 0, "", "5"),
    ("# 5 year plan", LineKind.ITEM, 0, "", "5 year plan"),
    ("= Minutes of 9 April agreed", LineKind.DECISION, 0, "", "Minutes of 9 April agreed"),
    ("RESOLVED: to approve it.", LineKind.DECISION, 0, "", "RESOLVED: to approve it."),
    ("- AGREED that it be done", LineKind.DECISION, 1, "", "AGREED that it be done"),
    ("Members unanimously RESOLVED to wait", LineKind.DECISION, 0, "", "Members unanimously RESOLVED to wait"),
    ("It was resolved that it be done", LineKind.DECISION, 0, "", "It was resolved that it be done"),
    ("Resolved: done", LineKind.DECISION, 0, "", "Resolved: done"),
    ("The matter was resolved.", LineKind.MINUTE, 0, "", "The matter was resolved."),
    ("Agreed with the chair on that.", LineKind.MINUTE, 0, "", "Agreed with the chair on that."),
    ("Resolved complaints rose.", LineKind.MINUTE, 0, "", "Resolved complaints rose."),
    ("? the figure for May", LineKind.CHECK, 0, "", "the figure for May"),
    ("- ? the figure for May", LineKind.CHECK, 1, "", "the figure for May"),
    ("Complaints: Complaints remain consistent.", LineKind.MINUTE, 0, "Complaints", "Complaints remain consistent."),
    ("Margaret Ellwood: thanks to all", LineKind.MINUTE, 0, "", "Margaret Ellwood: thanks to all"),
    ("She asked: is it so?", LineKind.MINUTE, 0, "", "She asked: is it so?"),
    ("-1% was lost", LineKind.MINUTE, 0, "", "-1% was lost"),
    ("What then? Nobody knew", LineKind.MINUTE, 0, "", "What then? Nobody knew"),
]


@pytest.mark.parametrize(("line", "kind", "level", "label", "text"), SIGNS)
def test_the_sign_at_the_front_says_what_a_line_is(
    line: str, kind: LineKind, level: int, label: str, text: str, context: CaptureContext
) -> None:
    """The grammar, line by line."""
    captured = read_line(line, context)

    assert (captured.kind, captured.level, captured.label, captured.text) == (kind, level, label, text)
    assert captured.actions == ()


def test_a_heading_and_a_paragraph_among_the_points(context: CaptureContext) -> None:
    """Both are points to the tree; they are printed in their own way."""
    heading, paragraph = read_line("-# Lot 1: Performance", context), read_line("+ In total £278,820.", context)

    assert (heading.block_kind, heading.style, heading.text) == (
        BlockKind.POINT,
        PointStyle.HEADING,
        "Lot 1: Performance",
    )
    assert (paragraph.block_kind, paragraph.style, paragraph.level) == (BlockKind.POINT, PointStyle.PARAGRAPH, 1)


NO_31_FEBRUARY = "There is no 31 February: February has 28 days."
WORDS = [
    ("Intakes rose.", "minute 3.4"),
    ("- Intakes rose.", "point under 3.3"),
    ("-# Lot 1", "heading under 3.3"),
    ("# Any other business", "item 6"),
    ("#5", "go to item 5 (AOB)"),
    ("#9", "there is no item 9"),
    ("? Intakes rose", "minute 3.4, to check"),
    ("= Agreed", "decision, minute 3.4"),
    ("", ""),
    ("-", "minute 3.4"),
    ("= ", "minute 3.4"),
    ("#", "nothing yet: type the words that go there"),
    ("- Recruitment: [S43: 41] joined", "point under 3.3 · label Recruitment · pre-marked S43"),
    (
        "! @priya to review it by Friday",
        "action AP0619-06 · Priya Nandakumar · Fri 28 Jun 2019",
    ),
    (
        "Priya took an action to write to Tom by 1 Aug.",
        "minute 3.4 · action AP0619-06 · Priya Nandakumar · Thu 1 Aug 2019",
    ),
    ("@sam to write", "minute 3.4 · action AP0619-06 · sam · no date · which sam: Sam Okoro or Sam Price?"),
    ("! @Ivo_Brand(Umbra) to write", "action AP0619-06 · Ivo Brand · no date · adds Ivo Brand"),
    (
        "Priya to write by 31/02/2027.",
        f"minute 3.4 · action AP0619-06 · Priya Nandakumar · due by 31/02/2027 · {NO_31_FEBRUARY}",
    ),
    (
        "They recruited [S43: 41 staff",
        "minute 3.4 · The mark [S43: is not closed: without a ] nothing is marked.",
    ),
    ("The report [2019: 41 pages] grew", "minute 3.4"),
    ("= Minutes of 16 May agreed", "decision, minute 3.4 · approves lpg/2019-05-16"),
]


@pytest.mark.parametrize(("line", "words"), WORDS)
def test_it_is_said_what_a_line_will_become(line: str, words: str, context: CaptureContext) -> None:
    """The words under the composer, before Enter."""
    assert read_line(line, context).words() == words


def test_a_reading_can_be_corrected(context: CaptureContext) -> None:
    """A person's word stands above what was read, and then nothing else is read into the line."""
    line = "Priya took an action to write to Tom."

    assert read_line(line, context).actions != ()
    assert read_line(line, context, as_kind=LineKind.MINUTE).actions == ()
    assert read_line(line, context, as_kind=LineKind.POINT).block_kind is BlockKind.POINT
    assert read_line(line, context, as_kind=LineKind.DECISION).is_decision
    assert not read_line("RESOLVED: to wait", context, as_kind=LineKind.MINUTE).is_decision
    assert read_line("All agreed", context, as_kind=LineKind.ACTION).actions[0].text == "All agreed"


PRE_MARKS = [
    ("IAS recruited [S43: 41] staff", "IAS recruited 41 staff", [(14, 16, "S43")]),
    ("[s40(2): Ann] met [FOIA s43(2), s41: Bo]", "Ann met Bo", [(0, 3, "s40(2)"), (8, 10, "FOIA s43(2), s41")]),
    ("[see note] and [12: 30] and [a: b]", "[see note] and [12: 30] and [a: b]", []),
    ("[S43: a [b] c]", "a [b] c", [(0, 7, "S43")]),
    (
        "[s36(1): legal advice] on [FOISA s30(c): it]",
        "legal advice on it",
        [(0, 12, "s36(1)"), (16, 18, "FOISA s30(c)")],
    ),
    ("[s99: a] and [s36(9): b]", "[s99: a] and [s36(9): b]", []),
    ("[S43: open", "[S43: open", []),
    ("[S43: ] x", "[S43: ] x", []),
    ("[S40: @priya] to @aled", "Priya Nandakumar to Aled Bowen-Price", [(0, 16, "S40")]),
]


@pytest.mark.parametrize(("line", "text", "marks"), PRE_MARKS)
def test_a_tag_pre_marks_words(
    line: str, text: str, marks: list[tuple[int, int, str]], context: CaptureContext
) -> None:
    """The words are kept without the tag, and the mark beside them; other brackets stay as typed."""
    captured = read_line(line, context, as_kind=LineKind.MINUTE)

    assert captured.text == text
    assert [(mark.start, mark.end, mark.exemption) for mark in captured.pre_marks] == marks


def test_a_mark_in_a_label_belongs_to_the_label(context: CaptureContext) -> None:
    """Label and words are two texts, each with its own marks."""
    captured = read_line("- [S43: Kestrel Peak]: they [S43: won]", context)

    assert (captured.label, captured.text) == ("Kestrel Peak", "they won")
    assert captured.pre_marks == (
        PreMark(field="label", start=0, end=12, exemption="S43"),
        PreMark(field="text", start=5, end=8, exemption="S43"),
    )


def test_house_phrases_expand(context: CaptureContext) -> None:
    """A key after a semicolon stands for its phrase; other semicolons stay."""
    assert read_line(";agreed", context).text == "The group agreed."
    assert read_line("It rose; agreed. ;nothing", context).text == "It rose; agreed. ;nothing"


LAST = "lpg/2019-05-16"
APPROVALS = [
    ("= Minutes of 16 May agreed", LAST, ()),
    ("The minutes of the last meeting were approved.", LAST, ()),
    ("Margaret asked if they were content with the Minutes; all agreed the Minutes could be signed off.", LAST, ()),
    ("= Minutes agreed subject to the following corrections: 2.1 should read 42; 3.4 omits DWP.", LAST,
     ("2.1 should read 42", "3.4 omits DWP")),
    ("= Minutes of 9 April agreed", "", ()),
    ("The minutes were not agreed.", "", ()),
    ("The minutes will be approved once 2.1 is corrected.", "", ()),
    ("? Minutes of 16 May agreed", "", ()),
    ("It was agreed to write.", "", ()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "approves", "corrections"), APPROVALS)
def test_a_line_that_agrees_the_last_minutes_approves_them(
    line: str,
    approves: str,
    corrections: tuple[str, ...],
    context: CaptureContext,
) -> None:
    """Only those minutes, only when they were agreed, and with what was corrected."""
    captured = read_line(line, context)

    assert (captured.approves, captured.corrections) == (approves, corrections)


@pytest.mark.parametrize(
    ("said", "corrections"),
    [
        ("subject to amending 4.1 to read Monday.", ("amending 4.1 to read Monday",)),
        ("subject to the addition of Sam to the apologies", ("the addition of Sam to the apologies",)),
        ("subject to 'lets us speak' reading 'let us speak'", ("'lets us speak' reading 'let us speak'",)),
        ("subject to 4.1 being \u201cMonday\u201d", ("4.1 being \u201cMonday\u201d",)),
        ("with one minor amendment: 4.1 should read 41", ("4.1 should read 41",)),
        ("subject to the consent of the Chair", ()),
        ("subject to minor corrections", ()),
        ("subject to minor corrections. Tom thanked Priya.", ()),
        ("subject to the following corrections:", ()),
        ("in full. Tom spoke of the fees, with changes to the grants.", ()),
        ("in full. Subject to one correction: 4.1 should read 41", ("4.1 should read 41",)),
        ("with no changes", ()),
        ("subject to contract", ()),
    ],
)
def test_what_the_last_minutes_are_agreed_subject_to_is_a_correction(
    said: str, corrections: tuple[str, ...], context: CaptureContext
) -> None:
    """In the words of the line; whose consent it waits for is none."""
    captured = read_line(f"= The minutes of the last meeting were agreed {said}", context)

    assert captured.approves
    assert captured.corrections == corrections


def test_without_a_context_a_line_is_read_all_the_same() -> None:
    """Nobody is known, no day, no item: the signs still say what it is."""
    assert read_line("- Recruitment: 41").words() == "point · label Recruitment"
    assert read_line("! @priya to write").owners[0].name == "priya"


@pytest.mark.parametrize(
    ("typed", "text", "new"),
    [
        ("@+tobias came in.", "Tobias Renwick came in.", ()),
        ("@+tom_hughes came in.", "Tom Hughes came in.", ()),
        ("@MARY_O'BRIEN came in.", "Mary O’Brien came in.", ()),
        ("@+Tob came in.", "Tob came in.", ("Tob",)),
        ("@+Tom_Hughes(Umbra) came in.", "Tom Hughes came in.", ("Tom Hughes",)),
        ("@+Una_Roe came in.", "Una Roe came in.", ("Una Roe",)),
    ],
)
def test_whoever_is_known_is_not_new_in_any_case(
    typed: str, text: str, new: tuple[str, ...], context: CaptureContext
) -> None:
    """A name or a whole part of one is theirs; a beginning, or the same name from another firm, is somebody new."""
    read = read_line(typed, context)
    assert read.text == text
    assert tuple(person.name for person in read.new_people) == new
