"""The released minutes of June 2019, compared with all that ``truth.json`` says of them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, PointStyle
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.importing import Reading, printed_marks
from lpgminutes.importing.furniture import strip_furniture
from lpgminutes.importing.outline import find_items
from lpgminutes.importing.paragraphs import Opening, Paragraph, paragraphs
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.text_source import lines_of

Truth = dict[str, Any]


def shown(truth: Truth) -> dict[str, str]:
    """Each blanked run as it stands in a text: two lines of one run are joined by a space."""
    return {run["id"]: run["as_shown"].replace(" / ", " ") for run in truth["redactions"]}


def filled(text: str, truth: Truth) -> str:
    """A text of the truth with its runs put in."""
    runs = shown(truth)
    return re.sub(r"\{(R\d+)\}", lambda match: runs[match[1]], text)


def labelled(block: Block) -> str:
    """A block as one text, its label before it."""
    return f"{block.label}: {block.text}" if block.label else block.text


def minutes_of(meeting: Meeting) -> dict[str, Block]:
    """The minutes by their numbers."""
    return {number: block for number, block in numbered(meeting.items) if block.kind is BlockKind.MINUTE}


def expected_minutes(truth: Truth) -> list[dict[str, Any]]:
    """The minutes that the truth lists."""
    return [minute for section in truth["sections"] for minute in section["paragraphs"]]


def expected_bullets(truth: Truth) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every bullet with the minute that it stands under."""
    for minute in expected_minutes(truth):
        for block in minute.get("blocks", ()):
            for bullet in block.get("bullets", [block]):
                yield minute["number"], bullet


def body_of(seed: str) -> list[Paragraph]:
    """The paragraphs between the first item and the foot."""
    lines = strip_furniture(tuple(lines_of(seed))).lines
    begin = next(index for index, line in enumerate(lines) if line.text == "1.")
    end = next(index for index, line in enumerate(lines) if line.text == "Next Meeting:")
    body = lines[begin:end]
    return list(paragraphs(body, find_items(body).openings, Remarks()))


def test_nothing_of_the_seed_is_left_unread(imported: Reading) -> None:
    """A text that follows the convention throughout gives no warning."""
    assert imported.warnings == ()


def test_the_title_is_kept_as_printed(imported: Reading, truth: Truth) -> None:
    """Title and subtitle together are the printed title."""
    meeting = imported.meeting
    assert f"{meeting.title} {meeting.subtitle}" == truth["title"]
    assert meeting.subtitle == "(Lot 1 and Lot 3)"


def test_the_marking_is_read_from_the_page(imported: Reading, seed: str, truth: Truth) -> None:
    """The marking is kept as written, and each of its printings is found on its line."""
    found = strip_furniture(tuple(lines_of(seed))).markings
    assert imported.meeting.marking.as_written == truth["marking"]
    assert [line for line, _ in found] == truth["marking_lines"]
    assert len(found) == truth["marking_occurrences"]


def test_the_body_is_named_by_the_title(imported: Reading) -> None:
    """The series is the title without the word meeting, and its initials."""
    series = imported.meeting.series
    assert series.name == "PIP Independent Assessment Services (IAS) Lot Performance Group"
    assert series.short_name == "piaslpg"


def test_a_blanked_date_is_no_date_but_a_mark(imported: Reading, truth: Truth) -> None:
    """The date stays unknown; its mark takes up no text."""
    meeting, runs = imported.meeting, shown(truth)
    (mark,) = (mark for mark in meeting.marks if mark.field == "date")
    assert (meeting.date, meeting.start, meeting.end) == (None, None, None)
    assert (mark.start, mark.end) == (0, 0)
    assert mark.as_shown == runs[truth["head"]["Date"]["redaction"]]
    assert meeting.location == runs[truth["head"]["Location"]["redaction"]]


def test_the_attendance_has_its_two_columns(imported: Reading, truth: Truth) -> None:
    """The chair, eleven attendees and the note-taker stand in order, each with a name and a post."""
    runs, head = shown(truth), truth["head"]
    expected = [
        (Capacity.CHAIR, head["Chair"]),
        *((Capacity.MEMBER, row) for row in head["Attendees"]),
        (Capacity.NOTE_TAKER, head["Notes"]),
    ]
    rows = [(row.capacity, row.name, row.role, row.organisation) for row in imported.meeting.attendance]
    assert rows == [(capacity, runs[row["name"]], runs[row["role"]], "") for capacity, row in expected]
    assert len(head["Attendees"]) == truth["counts"]["attendees"]


def test_the_items_are_numbered_and_titled(imported: Reading, truth: Truth) -> None:
    """Six items carry their printed numbers and titles, the numbers from their order."""
    items = [(number, b.text) for number, b in numbered(imported.meeting.items) if b.kind is BlockKind.ITEM]
    assert items == [(section["number"], section["title"]) for section in truth["sections"]]
    assert len(items) == truth["counts"]["sections"]
    assert {block.number for block in imported.meeting.blocks()} == {None}


def test_the_minutes_have_their_words(imported: Reading, truth: Truth) -> None:
    """Fifteen minutes hold the printed words, a run-in label parted from them."""
    expected = {m["number"]: filled(m["text"], truth) for m in expected_minutes(truth)}
    minutes = minutes_of(imported.meeting)
    assert {number: labelled(block) for number, block in minutes.items()} == expected
    assert len(expected) == truth["counts"]["numbered_paragraphs"]


def test_run_in_labels_of_minutes_lose_their_colon(imported: Reading, truth: Truth) -> None:
    """A minute has a label where the truth has a lead-in, and nowhere else."""
    labels = {number: block.label for number, block in minutes_of(imported.meeting).items()}
    assert labels == {m["number"]: m.get("lead_in", "").removesuffix(":") for m in expected_minutes(truth)}


def test_the_bullets_stand_in_their_places(imported: Reading, truth: Truth) -> None:
    """Twenty bullets hang under their minutes in order, with their lead-ins."""
    found = [
        (number, block.label, block.text)
        for number, minute in minutes_of(imported.meeting).items()
        for block in minute.walk()
        if block.kind is BlockKind.POINT and block.style is PointStyle.BULLET
    ]
    expected = [
        (number, (bullet["lead_in"] or "").removesuffix(":"), filled(bullet["text"], truth))
        for number, bullet in expected_bullets(truth)
    ]
    assert found == expected
    assert len(found) == truth["counts"]["bullets"]


def test_titled_lists_hold_their_bullets_and_close_with_a_total(imported: Reading, truth: Truth) -> None:
    """A heading has its bullets under it; the closing total is a paragraph beside it."""
    (minute,) = (m for m in expected_minutes(truth) if m["number"] == "4.1")
    expected = []
    for block in minute["blocks"]:
        expected += [(PointStyle.HEADING, block["text"], len(block["bullets"]))]
        expected += [(PointStyle.PARAGRAPH, filled(block["closing"]["text"], truth), 0)]
    points = minutes_of(imported.meeting)["4.1"].children
    assert [(point.style, point.text, len(point.children)) for point in points] == expected
    assert all(child.style is PointStyle.BULLET for point in points for child in point.children)


def test_every_paragraph_begins_on_its_line(seed: str, truth: Truth) -> None:
    """Minutes, headings and totals begin where the truth says; a bullet a line above its words."""
    found = {(p.opening, p.line) for p in body_of(seed) if p.opening is not Opening.ITEM}
    expected = {(Opening.MINUTE, minute["lines"][0]) for minute in expected_minutes(truth)}
    expected |= {(Opening.BULLET, bullet["lines"][0] - 1) for _, bullet in expected_bullets(truth)}
    for minute in expected_minutes(truth):
        for block in minute.get("blocks", ()):
            if block["kind"] == "subheading":
                expected |= {(Opening.HEADING, block["lines"][0])}
                expected |= {(Opening.PLAIN, block["closing"]["lines"][0])}
    assert found == expected


def test_the_two_kinds_of_bullet_are_told_apart(seed: str, truth: Truth) -> None:
    """Each bullet is known by the private-use character that it was printed with."""
    glyphs = [f"U+{ord(p.glyph):04X}" for p in body_of(seed) if p.opening is Opening.BULLET]
    assert glyphs == [bullet["glyph"] for _, bullet in expected_bullets(truth)]


def test_the_actions_are_the_five_that_say_so(imported: Reading, truth: Truth) -> None:
    """Each action has its owner, its reference and its words, and none has a due date."""
    runs = shown(truth)
    expected = [
        (
            action["para"].split()[0],
            (runs[action["owner"]],),
            runs[action["ref"]],
            filled(action["text"].replace(f" ({{{action['ref']}}})", ""), truth).removesuffix("."),
            action["due_iso"],
        )
        for action in truth["actions"]
    ]
    actions = imported.meeting.actions
    assert [(a.raised_in, a.owners, a.ref, a.text, a.due) for a in actions] == expected
    assert len(actions) == truth["counts"]["formal_actions"]
    assert {action.due_as_written for action in actions} == {""}


def test_the_date_of_an_event_is_no_deadline(imported: Reading, truth: Truth) -> None:
    """A date inside an action stays in its words."""
    dated = [action for action in truth["actions"] if action["event_date"]]
    (action,) = (a for a in imported.meeting.actions if a.raised_in == dated[0]["para"])
    assert dated[0]["event_date"] in action.text
    assert action.due is None


def test_a_promise_without_the_cue_is_no_action(imported: Reading, truth: Truth) -> None:
    """The implicit commitments stand in the minutes and in no action."""
    words = " ".join(block.text for block in imported.meeting.blocks())
    for promise in truth["implicit_commitments"]:
        text = filled(promise["text"], truth)
        assert text in words
        assert not any(text in action.text for action in imported.meeting.actions)


def test_the_foot_is_read(imported: Reading, truth: Truth) -> None:
    """The next meeting, the contact and the address are kept as shown."""
    meeting, runs, foot = imported.meeting, shown(truth), truth["foot"]
    assert meeting.next_meeting is not None
    assert meeting.contact is not None
    assert meeting.next_meeting.date is None
    assert meeting.next_meeting.text == runs[foot["Next Meeting"]]
    assert meeting.contact.name == runs[foot["Contact"]]
    assert meeting.contact.email == filled(foot["Email"], truth)


def test_all_marks_stand_in_reading_order(imported: Reading, truth: Truth) -> None:
    """Eighty-seven marks, to the letter, each with the label that covers it."""
    marks = [(mark.as_shown, mark.label) for mark in printed_marks(imported.meeting)]
    runs = shown(truth)
    assert marks == [(runs[run["id"]], run["label"]) for run in truth["redactions"]]
    assert len(marks) == truth["counts"]["redactions"]


def test_every_mark_stands_in_its_place(imported: Reading, truth: Truth) -> None:
    """Each mark is found in the field or paragraph that the truth names."""
    expected = [run["where"] for run in truth["redactions"]]
    assert list(places(imported.meeting)) == expected


def test_the_marks_are_counted_by_label(imported: Reading, truth: Truth) -> None:
    """One label may cover many marks; one row has none."""
    marks = list(printed_marks(imported.meeting))
    assert Counter(str(mark.label) for mark in marks) == truth["counts"]["by_label"]
    assert printed_labels(imported.meeting) == truth["counts"]["printed_label_occurrences"]


def test_marks_are_exact_slices(imported: Reading) -> None:
    """The stretch that a mark takes up is the mark to the letter; only a date has no text."""
    for record, mark in with_their_text(imported.meeting):
        if mark.field != "date":
            assert record[mark.start : mark.end] == mark.as_shown


def test_labels_are_read_as_exemptions(imported: Reading) -> None:
    """A mark cites what its label was read as, and nothing where no label was printed."""
    for mark in printed_marks(imported.meeting):
        assert mark.exemptions == ((read_exemption(mark.label),) if mark.label else ())


def places(meeting: Meeting) -> Iterator[str]:
    """The place of every mark, named as the truth names places."""
    field_places = {"date": "head/Date", "location": "head/Location", "next_meeting": "foot/Next Meeting"}
    field_places |= {"contact.name": "foot/Contact", "contact.email": "foot/Email"}
    rows = {
        Capacity.CHAIR: "head/Chair",
        Capacity.MEMBER: "head/Attendees",
        Capacity.NOTE_TAKER: "head/Notes",
    }
    yield from (field_places[mark.field] for mark in meeting.marks if mark.field in {"date", "location"})
    yield from (rows[row.capacity] for row in meeting.attendance for _ in row.marks)
    for number, minute in minutes_of(meeting).items():
        yield from places_in(minute, number)
    yield from (field_places[mark.field] for mark in meeting.marks if mark.field not in {"date", "location"})


def places_in(block: Block, place: str, lot: str = "") -> Iterator[str]:
    """The places of the marks in a block and under it."""
    yield from (place for _ in block.marks)
    for child in block.children:
        if child.style is PointStyle.HEADING:
            lot = " ".join(child.text.split()[:2]) + " "
        first = "total" if child.style is PointStyle.PARAGRAPH else (child.label or child.text).split()[0]
        inner = place if child.style is PointStyle.HEADING else f"{place} {lot}{first}"
        yield from places_in(child, inner, lot)


def printed_labels(meeting: Meeting) -> Counter[str]:
    """Count the labels as printed: one on a field's name counts once for all its cells."""
    marks = list(printed_marks(meeting))
    own = Counter(mark.label for mark in marks if mark.label and mark.as_shown.endswith(mark.label))
    fields = {(mark.field, mark.label) for mark in meeting.marks if not mark.as_shown.endswith(str(mark.label))}
    rows = {(row.capacity, mark.label) for row in meeting.attendance for mark in row.marks}
    return own + Counter(label for _, label in fields | rows if label)


def with_their_text(meeting: Meeting) -> Iterator[tuple[str, PrintedMark]]:
    """Every mark with the text that it stands in."""
    contact, following = meeting.contact, meeting.next_meeting
    fields = {
        "location": meeting.location,
        "next_meeting": following.text if following else "",
        "contact.name": contact.name if contact else "",
        "contact.email": contact.email if contact else "",
    }
    yield from ((fields.get(mark.field, ""), mark) for mark in meeting.marks)
    records: list[Attendance | Block] = [*meeting.attendance, *meeting.blocks()]
    for record in records:
        yield from ((getattr(record, mark.field), mark) for mark in record.marks)
