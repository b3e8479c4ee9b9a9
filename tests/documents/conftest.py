"""Documents to print, and ways to look into what came out that do not use the program's own readers."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

import pytest
from hypothesis import strategies as st

from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.domain.document import (
    ActionEntry,
    AttendanceRow,
    CopyKind,
    DecisionEntry,
    DeclarationEntry,
    ItemEntry,
    LegendEntry,
    Mark,
    MarkKind,
    MarkStyle,
    MinuteEntry,
    MinutesDocument,
    Place,
    PointEntry,
    Segment,
    Text,
    Words,
)
from lpgminutes.domain.meetings import PointStyle
from lpgminutes.domain.reports import ActionLog, Schedule, ScheduleEntry
from lpgminutes.resources import template_bytes

T = TypeVar("T")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(words: str, field: str = "title", minute: str = "", row: int = 0) -> Text:
    """Return a text of words only."""
    segments = (Words(words),) if words else ()
    return Text(place=Place(field=field, minute=minute, row=row), segments=segments)


def action(number: int, due: str = "1 August 2019") -> ActionEntry:
    """Return an action raised in minute 1.2."""
    return ActionEntry(
        ref=text(f"AP0619-{number:02}", "actions.ref", "1.2"),
        text=text(f"send paper {number} to the group", "actions.text", "1.2"),
        owners=(
            text(f"Owner {number}A", "actions.owner", "1.2"),
            text(f"Owner {number}B", "actions.owner", "1.2"),
        ),
        due=text(due, "actions.due", "1.2"),
        raised_in="1.2",
        status="open",
    )


def point(style: PointStyle, words: str, *points: PointEntry, label: str = "") -> PointEntry:
    """Return a point of minute 1.2."""
    return PointEntry(
        style=style,
        label=text(label, "points.label", "1.2"),
        text=text(words, "points.text", "1.2"),
        points=points,
    )


def rich_document() -> MinutesDocument:
    """Return draft minutes with something in every field."""
    bullet, heading, paragraph = PointStyle.BULLET, PointStyle.HEADING, PointStyle.PARAGRAPH
    points = (
        point(
            bullet,
            "Forty came.",
            point(bullet, "Two left.", point(bullet, "One came back.")),
            label="Recruitment",
        ),
        point(heading, "Lot 1 in May", point(bullet, "It was 84%.", label="SLA4a")),
        point(paragraph, "The total was agreed."),
    )
    first = MinuteEntry(
        number="1.1",
        label=text("", "minutes.label", "1.1"),
        text=text("The chair opened.", "minutes.text", "1.1"),
    )
    second = MinuteEntry(
        number="1.2",
        label=text("Progress", "minutes.label", "1.2"),
        text=text("An update was given:", "minutes.text", "1.2"),
        points=points,
        actions=(action(1), action(2, due="")),
    )
    third = replace(first, number="2.1", text=text("Nothing was raised.", "minutes.text", "2.1"))
    return MinutesDocument(
        marking="OFFICIAL – SENSITIVE",
        status="draft",
        body=text("Lot Performance Group", "body"),
        title=text("Lot Performance Group meeting", "title"),
        subtitle=text("(Lot 1 and Lot 3)", "subtitle"),
        date=text("27 June 2019, 10:00 to 12:30", "date"),
        location=text("Room 3.12, Leeds", "location"),
        attendance=(
            _row(0, "Ada Quill", "Lead", "DWP", "Chair"),
            _row(1, "Ben Ross", "", "IAS", "Dialled in"),
        ),
        declarations=(
            DeclarationEntry(
                name=text("Ben Ross", "declarations.name", "1"),
                nature=text("Shares in Umbra", "declarations.nature", "1"),
                conduct=text("withdrew", "declarations.conduct", "1"),
                item="1",
            ),
        ),
        items=(
            ItemEntry(number="1", title=text("Welcome", "items.title", "1"), minutes=(first, second)),
            ItemEntry(number="2", title=text("Any other business", "items.title", "2"), minutes=(third,)),
        ),
        actions=(action(1), action(2, due="")),
        decisions=(
            DecisionEntry(
                ref=text("D0619-01", "decisions.ref"),
                text=text("Minutes of 16 May agreed", "decisions.text"),
                decided_in="1.1",
            ),
        ),
        next_meeting=text("1 August 2019 in Leeds", "next_meeting"),
        contact_name=text("Cal Byrd", "contact.name"),
        contact_email=text("cal.byrd@example.org", "contact.email"),
    )


def release_document() -> MinutesDocument:
    """Return a release copy with marks in several fields."""
    kept = rich_document()
    opened = Text(
        place=Place(field="minutes.text", minute="1.1"),
        segments=(mark(3), Words(" opened; "), mark(4), mark(5), Words(" agreed.")),
    )
    items = (replace(kept.items[0], minutes=(replace(kept.items[0].minutes[0], text=opened),)), kept.items[1])
    return replace(
        kept,
        kind=CopyKind.RELEASE,
        status="approved",
        marking="OFFICIAL - FOR PUBLIC RELEASE",
        original_marking="OFFICIAL – SENSITIVE",
        case="FOI2019/26281",
        title=Text(place=Place(field="title"), segments=(Words("Meeting on "), mark(1))),
        date=Text(place=Place(field="date"), segments=(mark(2),)),
        items=items,
        legend=(LegendEntry(mark="S40(2)", meaning="personal information"),),
    )


def mark(number: int, label: str = "S40(2)") -> Mark:
    """Return a mark as it was printed in a source."""
    return Mark(number=number, kinds=(MarkKind.PERSON,), label=label)


def _row(row: int, name: str, role: str, organisation: str, capacity: str) -> AttendanceRow:
    return AttendanceRow(
        name=text(name, "attendance.name", row=row),
        role=text(role, "attendance.role", row=row),
        organisation=text(organisation, "attendance.organisation", row=row),
        capacity=text(capacity, "attendance.capacity", row=row),
    )


_CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs"),
    exclude_characters="".join(map(chr, [*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF])),
)
_AWKWARD = st.sampled_from(
    (*"\n\t{}%<>&\"'[]=\\ ", "{{ marking }}", "{%p if x %}", "{_{", "</w:t>", "]]>", "&amp;", "&#10;", "<!--")
)
_PRINTABLE = st.lists(_CHARACTERS | _AWKWARD, max_size=20).map("".join)


def _texts(field: str) -> st.SearchStrategy[Text]:
    words = _PRINTABLE.map(Words)
    marks = st.builds(Mark, number=st.integers(1, 99), label=st.sampled_from(("S40(2)", "s43", None)))
    segments: st.SearchStrategy[Segment] = words | marks
    return st.lists(segments, max_size=4).map(
        lambda parts: Text(place=Place(field=field, minute="1.1"), segments=tuple(parts))
    )


def _tuple(strategy: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


_ACTIONS = st.builds(
    ActionEntry,
    ref=_texts("actions.ref"),
    text=_texts("actions.text"),
    owners=_tuple(_texts("actions.owner")),
    due=_texts("actions.due"),
    raised_in=st.sampled_from(("", "1.1")),
    status=st.just("open"),
)


def _points(under: st.SearchStrategy[tuple[PointEntry, ...]]) -> st.SearchStrategy[PointEntry]:
    return st.builds(
        PointEntry,
        style=st.sampled_from(PointStyle),
        label=_texts("points.label"),
        text=_texts("points.text"),
        points=under,
        actions=_tuple(_ACTIONS, 1),
    )


_MINUTES = st.builds(
    MinuteEntry,
    number=st.sampled_from(("1.1", "12.10", "3.1a")),
    label=_texts("minutes.label"),
    text=_texts("minutes.text"),
    points=_tuple(_points(_tuple(_points(_tuple(_points(st.just(()))))))),
    actions=_tuple(_ACTIONS),
)

DOCUMENTS = st.builds(
    MinutesDocument,
    kind=st.sampled_from(CopyKind),
    mark_style=st.sampled_from(MarkStyle),
    marking=st.sampled_from(("OFFICIAL", "OFFICIAL – SENSITIVE", "OFFICIAL-SENSITIVE <R&D>")),
    original_marking=st.sampled_from(("", "OFFICIAL")),
    case=st.sampled_from(("", "FOI2019/1")),
    status=st.sampled_from(("draft", "circulated", "approved")),
    attendance=_tuple(
        st.builds(
            AttendanceRow,
            **{cell: _texts(f"attendance.{cell}") for cell in ("name", "role", "organisation", "capacity")},
        )
    ),
    declarations=_tuple(
        st.builds(
            DeclarationEntry,
            **{cell: _texts(f"declarations.{cell}") for cell in ("name", "nature", "conduct")},
            item=st.sampled_from(("", "3")),
        )
    ),
    items=_tuple(st.builds(ItemEntry, number=st.just("1"), title=_texts("items.title"), minutes=_tuple(_MINUTES))),
    actions=_tuple(_ACTIONS),
    decisions=_tuple(
        st.builds(
            DecisionEntry,
            ref=_texts("decisions.ref"),
            text=_texts("decisions.text"),
            decided_in=st.sampled_from(("", "1.1")),
        )
    ),
    legend=_tuple(st.builds(LegendEntry, mark=st.just("[redacted]"), meaning=_PRINTABLE)),
    **{name: _texts(name) for name in ("body", "title", "subtitle", "date", "location", "next_meeting")},
    contact_name=_texts("contact.name"),
    contact_email=_texts("contact.email"),
)


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file opened with the standard library alone."""

    infos: list[zipfile.ZipInfo]
    parts: dict[str, bytes]

    def xml(self, part: str = "word/document.xml") -> Any:  # noqa: ANN401  # what is missing fails the test
        """The tree of a part, as an element of the standard library."""
        return ET.fromstring(self.parts[part])  # noqa: S314  # our own file

    def paragraphs(self, part: str = "word/document.xml") -> list[tuple[str, str]]:
        """Style and text of each paragraph, in order."""
        style, name = f"{W}pPr/{W}pStyle[@{W}val]", f"{W}val"
        found = ((paragraph.find(style), paragraph) for paragraph in self.xml(part).iter(f"{W}p"))
        return [("" if worn is None else worn.get(name), text_of(paragraph)) for worn, paragraph in found]

    def read(self, part: str = "word/document.xml") -> str:
        """All the text of a part."""
        return "\n".join(words for _, words in self.paragraphs(part))


def text_of(element: ET.Element) -> str:
    """Return the text of an element as a reader sees it."""
    pieces: list[str] = []
    for run in element.iter(f"{W}r"):
        pieces += [{f"{W}tab": "\t", f"{W}br": "\n"}.get(child.tag, child.text or "") for child in run]
    return "".join(pieces)


def open_package(package: bytes) -> Package:
    """Open a Word file."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return Package(archive.infolist(), {name: archive.read(name) for name in archive.namelist()})


def repack(parts: dict[str, bytes]) -> bytes:
    """Return parts as a Word file, as another program would write it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.fixture
def rich() -> MinutesDocument:
    """Draft minutes with something in every field."""
    return rich_document()


@pytest.fixture
def release() -> MinutesDocument:
    """A release copy with marks in several fields."""
    return release_document()


@pytest.fixture(scope="session")
def documents() -> st.SearchStrategy[MinutesDocument]:
    """Any document that the records can hold."""
    return DOCUMENTS


@pytest.fixture(scope="session")
def opened() -> Callable[[bytes], Package]:
    """Opens a Word file."""
    return open_package


@pytest.fixture
def worded() -> Callable[..., Text]:
    """Makes a text of words only."""
    return text


@pytest.fixture
def packed() -> Callable[[dict[str, bytes]], bytes]:
    """Packs parts into a Word file."""
    return repack


@pytest.fixture
def edited_template() -> Callable[..., bytes]:
    """Changes the template of minutes as a clerk might."""

    def edit(
        old: str = "",
        new: str = "",
        *,
        part: str = "word/document.xml",
        extra: dict[str, bytes] | None = None,
    ) -> bytes:
        parts = open_package(template_bytes("minutes.docx")).parts
        content = parts[part].decode()
        assert old in content
        parts[part] = content.replace(old, new, 1).encode() if old else content.encode()
        return repack({**parts, **(extra or {})})

    return edit


@pytest.fixture
def schedule() -> Schedule:
    """The schedule of a release copy with two marks."""
    entry = ScheduleEntry(
        id="R001", place="minute 3.1", what="a person", citation="FOIA s40(2)", exemption_kind="absolute"
    )
    return Schedule(
        case="FOI2019/26281",
        marking="OFFICIAL - FOR PUBLIC RELEASE",
        title=text("Lot Performance Group meeting"),
        entries=(entry, replace(entry, id="R002", what="=a passage", exemption_kind="")),
        counts=(("FOIA s40(2)", 2),),
        key=(LegendEntry(mark="FOIA s40(2)", meaning="personal information: absolute"),),
    )


@pytest.fixture
def action_log() -> ActionLog:
    """A log of three actions: one overdue, one closed, one without a date or owner."""
    late = ActionSummary(
        id=1,
        ref="AP0419-01",
        owners=("Ada Quill", "Ben Ross"),
        text="send the <paper> & figures",
        due=date(2019, 6, 1),
        due_as_written="1 June",
        status=ActionStatus.OPEN,
        series_short_name="lpg",
        meeting_ref="lpg/2019-04-18",
        raised_in="2.2",
    )
    return ActionLog(
        title="Action log of the Lot Performance Group",
        marking="OFFICIAL",
        as_at=date(2019, 6, 27),
        actions=(
            late,
            replace(late, id=2, ref="AP0419-02", status=ActionStatus.CLOSED),
            replace(
                late,
                id=3,
                ref="AP0419-03",
                owners=(),
                due=None,
                due_as_written="by the next meeting",
                raised_in="",
            ),
        ),
    )
