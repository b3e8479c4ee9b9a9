"""The parts of the convention that the seed does not show."""

from collections.abc import Callable
from datetime import date, time

import pytest

from lpgminutes.domain.meetings import NextMeeting, PointStyle
from lpgminutes.domain.people import Capacity
from lpgminutes.importing import Reading, series_of
from lpgminutes.importing.marks import find_marks, read_cell, run_on
from lpgminutes.importing.told_actions import told_actions

Read = Callable[[str], Reading]
WORDS = ("kestrel", "harrier", "merlin", "hobby")
BODY = "1. Welcome\n1.1 The chair thanked everyone.\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("XXXXS40(2) spoke", [("XXXXS40(2)", "S40(2)")]),
        ("by Xxxx S43 and XXX S43", [("Xxxx S43", "S43"), ("XXX S43", "S43")]),
        ("(XXXXXXXXXS38)", [("XXXXXXXXXS38", "S38")]),
        ("XXXXXXXXXS38XXXXS40(2)", [("XXXXXXXXXS38", "S38"), ("XXXXS40(2)", "S40(2)")]),
        ("XXXXS22AXXXX S40(3A)(a)", [("XXXXS22A", "S22A"), ("XXXX S40(3A)(a)", "S40(3A)(a)")]),
        ("S38XXXX said", [("S38XXXX", "S38")]),
        ("XXXXS40(2)@DWP.GSI.GOV.UK", [("XXXXS40(2)", "S40(2)")]),
        ("XXXX S41, S43(2).", [("XXXX S41, S43(2)", "S41, S43(2)")]),
        ("a total of XXXX was", [("XXXX", None)]),
        ("[redacted: s40(2)] and [Redacted]", [("[redacted: s40(2)]", "s40(2)"), ("[Redacted]", None)]),
        ("\u2588\u2588\u2588\u2588 said", [("\u2588\u2588\u2588\u2588", None)]),
        ("Exxon, XXL, size XXX, chapter XXIV, S43 and section 40(2)", []),
    ],
)
def test_marks_are_found_to_the_letter(text: str, shown: list[tuple[str, str | None]]) -> None:
    """Each form of mark is found with its label, and words that look like one are left."""
    marks = list(find_marks(text, "text"))
    assert [(mark.as_shown, mark.label) for mark in marks] == shown
    assert [text[mark.start : mark.end] for mark in marks] == [mark.as_shown for mark in marks]


def test_a_label_that_is_no_exemption_is_kept_as_printed() -> None:
    """What cannot be read cites nothing."""
    (mark,) = find_marks("XXXX S99", "text")
    assert (mark.label, mark.exemptions) == ("S99", ())


def test_a_run_that_goes_on_in_the_next_line_is_one_mark() -> None:
    """Runs without a label belong to the one after them; labelled ones stay apart."""
    assert [m.as_shown for m in run_on(read_cell("XXXX XXXXS38", "text")).marks] == ["XXXX XXXXS38"]
    assert len(run_on(read_cell("XXXXS38 XXXXS38", "text")).marks) == 2


def test_a_head_in_plain_words_is_read(read: Read) -> None:
    """Fields may stand on the line of their names, columns may be parted by spaces, a tab or lines."""
    head = (
        "Title: Lot Performance Group meeting\nDate: Thursday 27 June 2019, 10:00 to 12:30\n"
        "Venue: Room 3, Leeds\nChair: Margaret Ellwood\tCHES Lead\nAttendees:\nTobias Renwick\nManager\n\n"
        "Priya Nand   Analyst   DWP\n"
        "Observers: Ada Byron, Kestrel\nApologies:\nAled Price\nRhian Maddocks\nNotes: Leanne West\n"
    )
    meeting = read(head + BODY).meeting
    assert (meeting.date, meeting.start, meeting.end) == (date(2019, 6, 27), time(10), time(12, 30))
    assert meeting.location == "Room 3, Leeds"
    assert [(row.capacity, row.name, row.role, row.organisation) for row in meeting.attendance] == [
        (Capacity.CHAIR, "Margaret Ellwood", "CHES Lead", ""),
        (Capacity.MEMBER, "Tobias Renwick", "Manager", ""),
        (Capacity.MEMBER, "Priya Nand", "Analyst", "DWP"),
        (Capacity.OBSERVER, "Ada Byron", "", "Kestrel"),
        (Capacity.APOLOGIES, "Aled Price", "", ""),
        (Capacity.APOLOGIES, "Rhian Maddocks", "", ""),
        (Capacity.NOTE_TAKER, "Leanne West", "", ""),
    ]


def test_an_odd_number_of_blanked_cells_is_remarked_on(read: Read) -> None:
    """Blanked cells cannot tell names from posts, so a missing one is said."""
    imported = read(f"Attendees:S40(2)\nXXXXXX\nXXXXXXXXX\nXXXXX\n{BODY}")
    assert [(row.name, row.role) for row in imported.meeting.attendance] == [
        ("XXXXXX", "XXXXXXXXX"),
        ("XXXXX", ""),
    ]
    assert any(warning.startswith("line 4: a cell without its fellow") for warning in imported.warnings)


def test_a_title_above_the_fields_is_taken(read: Read) -> None:
    """Without a field for it, the title is the first line and the date a line of its own."""
    meeting = read(f"Transparency Board (TB)\n27 June 2019\nAttendees\nA B\n{BODY}").meeting
    assert (meeting.title, meeting.subtitle, meeting.date) == (
        "Transparency Board (TB)",
        "",
        date(2019, 6, 27),
    )


@pytest.mark.parametrize(
    ("words", "following"),
    [
        (
            "Thursday 1st August 2019, 10am to 12:30, Room 1.04, Leeds",
            NextMeeting(date=date(2019, 8, 1), start=time(10), end=time(12, 30), location="Room 1.04, Leeds"),
        ),
        ("1 August 2019", NextMeeting(date=date(2019, 8, 1))),
        ("1 August 2019 or 8 August 2019", NextMeeting(text="1 August 2019 or 8 August 2019")),
        ("to be confirmed", NextMeeting(text="to be confirmed")),
    ],
)
def test_the_next_meeting_is_in_fields_or_in_words(read: Read, words: str, following: NextMeeting) -> None:
    """One day is read into fields; anything else stays in its words."""
    assert read(f"{BODY}Next Meeting:\n{words}\n").meeting.next_meeting == following


def test_an_item_may_be_titled_next_meeting(read: Read) -> None:
    """A title below its number is no field of the foot."""
    meeting = read(f"{BODY}2.\nNext Meeting:\n2.1 To be arranged.\n").meeting
    assert [item.text for item in meeting.items] == ["Welcome", "Next Meeting"]
    assert meeting.next_meeting == NextMeeting(text="To be arranged")


def test_another_sort_of_bullet_is_a_list_within_the_list(read: Read) -> None:
    """Points nest where the bullet changes and come back with the bullet before."""
    (point, last) = (
        read(f"{BODY}\u2022 Kestrel\n\u25e6 first\n\u25e6 second\n\u2022 Harrier\n")
        .meeting.items[0]
        .children[0]
        .children
    )
    assert [child.text for child in point.children] == ["first", "second"]
    assert (last.text, last.children) == ("Harrier", ())


def test_a_paragraph_after_a_gap_stands_beside_the_points(read: Read) -> None:
    """A blank line between two sentences parts them; a page break does not."""
    minute = read(f"{BODY}- one point.\n\nIt was agreed.\n").meeting.items[0].children[0]
    assert [(p.style, p.text) for p in minute.children] == [
        (PointStyle.BULLET, "one point."),
        (PointStyle.PARAGRAPH, "It was agreed."),
    ]


def test_numbers_inside_a_sentence_open_nothing(read: Read) -> None:
    """A wrapped line that happens to begin with a number goes on."""
    wrapped = (
        "Clearances rose by",
        "1.2 million in Lot",
        "2. They fell by",
        "10 in May and",
        "2.1% in June.",
    )
    text = "1. Welcome\n1.1 " + "\n".join(wrapped)
    (item,) = read(text).meeting.items
    assert [minute.text for minute in item.children] == [" ".join(wrapped)]


def test_a_word_broken_at_its_hyphen_is_closed(read: Read) -> None:
    """A line may end in the hyphen of a word, or in a hyphen that hangs."""
    (item,) = read("1. Welcome\n1.1 The pre-\nmitigation figures for two-\nand three-day cases.\n").meeting.items
    assert item.children[0].text == "The pre-mitigation figures for two- and three-day cases."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Whilst discussing AP0419-07, Colin Hathersage took an action to invite Tom (AP0619-01).",
         [(("Colin Hathersage",), "AP0619-01", "invite Tom")]),
        ("Ann Lee and J. Fox took an action to ask e.g. IAS. Then it rained.",
         [(("Ann Lee", "J. Fox"), None, "ask e.g. IAS")]),
        ("IAS took an action to write and DWP took an action to read (see SLA4b).",
         [(("IAS",), None, "write"), (("DWP",), None, "read (see SLA4b)")]),
        ("The Chair took the action to close (2019/06-03): (chair@example.org)",
         [(("Chair",), "2019/06-03", "close: (chair@example.org)")]),
        ("XXXXS40(2) and Xxxx S43 took an action to see XXXXS38 on 1st May 2019.",
         [(("XXXXS40(2)", "Xxxx S43"), None, "see XXXXS38 on 1st May 2019")]),
        ("IAS will take an action to the board; an action was taken to close.", []),
    ],
)  # fmt: skip
def test_actions_are_told_with_owner_reference_and_words(
    text: str, told: list[tuple[tuple[str, ...], str | None, str]]
) -> None:
    """The owner stands before the cue, the reference in the last bracket of the sentence."""
    found = list(told_actions(text, tuple(find_marks(text, "text"))))
    assert [(action.owners, action.ref, action.text) for action in found] == told


@pytest.mark.parametrize(
    ("title", "short_name", "name"),
    [
        ("Lot Performance Group meeting", "lpg", "Lot Performance Group"),
        ("Minutes of the Transparency Board (TB)", "tb", "Transparency Board (TB)"),
        ("Local Public Data Panel \u2013 Twenty-first Meeting", "lpdp", "Local Public Data Panel"),
        ("Local Public Data Panel Eighteenth Meeting", "lpdp", "Local Public Data Panel"),
        ("LOCAL PUBLIC DATA PANEL \u2013 ACTIONS REPORT", "lpdp", "LOCAL PUBLIC DATA PANEL"),
        ("Open Data User Group - Agenda 24th meeting", "odug", "Open Data User Group"),
        ("Transparency Board Action Log as 17th January 2012", "tb", "Transparency Board"),
        ("Draft Minutes of the 3rd meeting of the Open Data User Group", "odug", "Open Data User Group"),
        ("Minutes of an Extraordinary Meeting of Ashby Parish Council", "apc", "Ashby Parish Council"),
        ("Ashby Parish Council Extraordinary Meeting, Tuesday 4th May 2021", "apc", "Ashby Parish Council"),
        ("Audit Committee Meeting No. 12", "ac", "Audit Committee"),
        ("Audit Committee, May 2011", "ac", "Audit Committee"),
        ("Forum of Mayors 2011", "fm", "Forum of Mayors 2011"),
        ("Annual Parish Meeting", "apm", "Annual Parish Meeting"),
        ("Second Homes Working Party", "shwp", "Second Homes Working Party"),
        ("Vision 2030 Board", "vb", "Vision 2030 Board"),
        ("Friends of March 1940 Society", "fms", "Friends of March 1940 Society"),
        ("Action on Hearing", "ah", "Action on Hearing"),
        ("17th LPG Meeting", "lpg", "LPG"),
        ("Extraordinary Harbour Board Meeting", "hb", "Harbour Board"),
        ("Ordinary Meeting of the Harbour Board", "hb", "Harbour Board"),
        ("Final Minutes of the Harbour Board", "hb", "Harbour Board"),
        ("17th Cavalry Association", "ca", "17th Cavalry Association"),
        ("Special Projects Board", "spb", "Special Projects Board"),
        ("Final Salary Board", "fsb", "Final Salary Board"),
        ("Draft Minutes", "minutes", "Minutes"),
        ("Special Meeting", "minutes", "Minutes"),
        ("Meeting 17", "minutes", "Minutes"),
        ("Meeting", "minutes", "Minutes"),
        ("", "minutes", "Minutes"),
        ("\u00c9quipe", "minutes", "\u00c9quipe"),
    ],
)
def test_a_series_is_named_by_a_title(title: str, short_name: str, name: str) -> None:
    """The short name is made of the initials of the words in capitals, brackets left out."""
    series = series_of(title)
    assert (series.short_name, series.name) == (short_name, name)


@pytest.mark.parametrize("words", ["minutes of first ", "draft ", "special meeting 1 ", "on "])
def test_a_line_too_long_for_a_title_is_read_in_no_time(words: str) -> None:
    """Nothing is taken away from it: what a program wrote names no body."""
    line = (words * 20_000).strip()

    assert series_of(line).name == line


def test_running_heads_between_form_feeds_are_taken_out(read: Read) -> None:
    """A line that heads or ends page after page is furniture, whatever its number."""
    pages = "\n\f".join(
        f"{word},\nRegistered in England, page no {number}" for number, word in enumerate(WORDS, start=1)
    )
    minute = read(f"{BODY}1.2 Present were {pages}\n").meeting.items[0].children[1]
    assert minute.text == "Present were kestrel, harrier, merlin, hobby,"


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("The meeting closed at 3.45 pm.", time(15, 45)),
        ("There being no further business the Chairman closed the meeting at 9.05pm.", time(21, 5)),
        ("The meeting ended at 16:10.", time(16, 10)),
        ("The meeting closed.", None),
        ("The office closed at 5 pm.", None),
        ("The Chair reported that the pool had closed at 5pm.", None),
        ("The meeting noted that bids closed at 12:00.", None),
        ("The Chair declared the session ended and thanked all.", None),
        ("The Mayor closed the session at 9.10 p.m.", time(21, 10)),
    ],
)
def test_the_hour_of_closing_is_that_of_this_meeting(read: Read, closing: str, end: time | None) -> None:
    """Below the next meeting it says nothing of that, and the minutes keep the sentence."""
    item = f"2. Date of next meeting\nTuesday 10 November 2026 at 2.00 pm.\n\n{closing}\n"
    meeting = read(f"Title: LPG meeting\nDate: 6 October 2026\n{BODY}{item}").meeting
    assert meeting.next_meeting is not None
    assert (meeting.next_meeting.date, meeting.next_meeting.start) == (date(2026, 11, 10), time(14))
    assert meeting.end == end
    assert closing in [block.text for block in meeting.blocks()]


def test_a_run_of_councillors_between_semicolons_is_several_people(read: Read) -> None:
    """The clerk stands behind them, and the public is counted and not named."""
    people = "Cllrs A. Price (Chairman), B. Lee, C. Moss and D. Orr; E. Pike (Clerk); 4 members of the public."
    reading = read(f"Title: Parish Council\nDate: 5 October 2026\nPresent: {people}\n{BODY}")
    names = [row.name for row in reading.meeting.attendance]
    assert names == ["Cllr A. Price", "B. Lee", "C. Moss", "D. Orr", "E. Pike"]
    assert reading.meeting.attendance[0].capacity is Capacity.CHAIR
    assert any("names nobody that can be told" in warning for warning in map(str, reading.warnings))


def test_no_words_of_the_next_meeting_are_lost(read: Read) -> None:
    """A sentence on closing that says more, or stands in the foot, stays where it is."""
    words = "Wednesday 5 June 2019, 10:00, Leeds; business to be closed by 12:30."
    following = read(f"Title: LPG\nDate: 5 May 2019\n{BODY}Next meeting: {words}\n").meeting.next_meeting
    assert following is not None
    assert following.date == date(2019, 6, 5)
    more = "Wednesday 5 June 2019 at 10:00 in Leeds. All business must be closed by 5pm on 1 June; bring the keys."
    following = read(f"Title: LPG\nDate: 5 May 2019\n{BODY}Date of next meeting: {more}\n").meeting.next_meeting
    assert following is not None
    assert "bring the keys" in following.text


def test_a_name_with_post_and_body_between_semicolons_is_one_person(read: Read) -> None:
    """Commas part what is said of one person where no plural and no initials say otherwise."""
    people = "Ann Roe, Clerk, Kestrel Peak; Bob Lee, Umbra Works"
    rows = read(f"Title: LPG\nDate: 5 October 2026\nPresent: {people}\n{BODY}").meeting.attendance
    assert [row.name for row in rows] == ["Ann Roe", "Bob Lee"]
