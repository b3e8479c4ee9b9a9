"""Word files read into meetings: minutes in tables, numbers in lists, logs, through the door that every import uses."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from lpgminutes.bootstrap import read_paper
from lpgminutes.domain.meetings import BlockKind
from lpgminutes.domain.people import Capacity
from lpgminutes.errors import InputError

P = Callable[..., str]


def cell(*paragraphs: str) -> str:
    """A cell of paragraphs."""
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells."""
    return "".join(("<w:tbl>", *(f"<w:tr>{''.join(row)}</w:tr>" for row in rows), "</w:tbl>"))


def test_minutes_that_stand_in_a_table_are_read_item_by_item(data: Path) -> None:
    """Attendance in two columns, the agenda in a table of its own, the marking in a header that is not printed."""
    paper = read_paper((data / "word" / "odug-2014-05-13.docx").read_bytes(), name="odug-2014-05-13.docx")
    meeting = paper.meeting

    assert [item.text for item in meeting.items] == [
        "Chair’s welcome and update",
        "Data Requests/Benefits Cases",
        "Update from Cabinet Office Relationship Manager",
        "Joel Gurin Open Data Discussion",
        "National Information Infrastructure (NII) Project Terms Of Reference",
        "Public Data Group Update",
        "AOB",
    ]
    assert meeting.marking.as_written == "UNCLASSIFIED"
    assert (meeting.date, meeting.location) == (dt.date(2014, 5, 13), "1 Horseguards Road, Room G23")
    assert [row.name for row in meeting.attendance if row.capacity is Capacity.CHAIR] == ["Heather Savory"]
    assert sum(row.capacity is Capacity.APOLOGIES for row in meeting.attendance) == 5
    assert meeting.actions == ()
    assert (paper.unit, paper.lines[0].text) == ("paragraph", "UNCLASSIFIED")


def test_items_that_only_lists_number_are_items(data: Path) -> None:
    """With the American date that cannot be read with its day first."""
    meeting = read_paper((data / "word" / "pacio-2019-03-27-notes.docx").read_bytes(), name="notes.docx").meeting

    assert [item.text for item in meeting.items] == ["Charter", "Use Case Scenario", "Poll"]
    assert meeting.date == dt.date(2019, 3, 27)
    assert [action.text for action in meeting.actions][:2] == ["Review MITRE use case", "Working Group Governance"]


def test_a_table_with_numbers_and_a_column_of_actions(word_file: type, p: P) -> None:
    """Numbers stand before what they count, and what stands under Action is one, whoever it names."""
    bold = "<w:b/>"
    long = "The group went through the figures for May, which were higher than in the year before by a tenth."
    rows = (
        (cell(p("No")), cell(p("Minutes")), cell(p("Action"))),
        (cell(p("1.")), cell(p("Welcome", run=bold), p("Everybody was welcomed.")), cell("<w:p/>")),
        (cell(p("2.")), cell(p("Staffing", run=bold), p(long)), cell(p("AB"))),
        (cell(p("3.")), cell(p("Any other business", run=bold), p(long)), cell(p("Jo Bloggs to write to the board"))),
    )
    body = p("Lot Performance Group") + p("27 June 2019") + table(*rows)

    meeting = read_paper(word_file(body=body).content(), name="table.docx").meeting

    assert [(item.number, item.text) for item in meeting.items] == [
        (None, "Welcome"),
        (None, "Staffing"),
        (None, "Any other business"),
    ]
    assert [(action.owners, action.text) for action in meeting.actions] == [
        (("AB",), long),
        (("Jo Bloggs",), "Jo Bloggs to write to the board"),
    ]
    assert all(block.kind is not BlockKind.ITEM or block.children for block in meeting.blocks())


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.docm", "minutes.doc", "minutes.pdf"])
def test_a_file_is_refused_by_what_it_is_whatever_its_name(name: str) -> None:
    """A PDF under the name of a Word file, and a PDF under its own."""
    with pytest.raises(InputError, match="is a PDF"):
        read_paper(b"%PDF-1.7 ...", name=name)


def test_a_word_file_is_known_by_its_bytes(word_file: type, p: P) -> None:
    """Also where its name says nothing, or the wrong thing."""
    content = word_file(body=p("Lot Performance Group") + p("1. Welcome") + p("1.1 All were welcomed.")).content()

    assert [item.text for item in read_paper(content, name="minutes.txt").meeting.items] == ["Welcome"]


def test_a_post_stands_in_the_column_of_posts_whatever_its_words(word_file: type, p: P) -> None:
    """Also that of a note-taker, which no list of posts knows; a dash says nothing, a blanked row keeps its marks."""
    rows = (
        ("Name", "Role", "Organisation", "Capacity"),
        ("Ada Quill", "Lead Officer", "DWP", "Chair"),
        ("Eve Gray", "CHES Performance Support", "DWP", "Note-taker"),
        ("Ben Ross", "\N{EN DASH}", "IAS", "Member"),
        ("XXXXXXXX S40(2)", "XXXXXX", "DWP", "Member"),
    )
    people = table(*(tuple(cell(p(words)) for words in row) for row in rows))
    items = p("1. Welcome") + p("1.1 Ada Quill opened the meeting.")
    body = p("Steering Group") + p("27 June 2019") + people + items
    meeting = read_paper(word_file(body=body).content(), name="minutes.docx").meeting

    told = [(row.name, row.role, row.organisation, row.capacity) for row in meeting.attendance[:3]]
    assert told == [
        ("Ada Quill", "Lead Officer", "DWP", Capacity.CHAIR),
        ("Eve Gray", "CHES Performance Support", "DWP", Capacity.NOTE_TAKER),
        ("Ben Ross", "", "IAS", Capacity.MEMBER),
    ]
    assert meeting.attendance[3].marks
