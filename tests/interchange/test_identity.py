import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import (
    Block,
    BlockKind,
    Contact,
    Decision,
    Meeting,
    MeetingStatus,
    NextMeeting,
    PointStyle,
    Series,
)
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.interchange.given_numbers import without_computed_numbers
from lpgminutes.interchange.reading import read_meetings
from lpgminutes.interchange.writing import freeze, thaw, to_json_value

HOSTILE = "abcXYZ 0129.,:;{}<>[]()/&|#*!-%'\"\\@é£’–中\n\t\N{GRINNING FACE}"


def kept(text: str) -> bool:
    """Whether cleaning leaves a text as it is."""
    return clean(text).text == text


texts = st.one_of(st.text(max_size=30), st.text(HOSTILE, max_size=30)).map(lambda t: clean(t).text).filter(kept)
words = texts.filter(bool)
lines = texts.map(lambda text: clean_line(text).text).filter(kept)
names = lines.filter(bool)
labels = lines.map(lambda line: line.rstrip(": "))
days = st.none() | st.dates()
clocks = st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0, fold=0))
markings = st.sampled_from(["OFFICIAL", "OFFICIAL – SENSITIVE", "Official-Sensitive: Commercial"]).map(read_marking)
exemptions = st.lists(st.sampled_from(["FOIA s40(2)", "S43", "EIR reg 12(5)(e)"]).map(read_exemption), unique=True)
references = st.none() | names


@st.composite
def printed_marks(draw: st.DrawFn, field: str, text: str) -> tuple[PrintedMark, ...]:
    """Now and then a mark somewhere in a text."""
    if draw(st.integers(0, 4)):
        return ()
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    return (
        PrintedMark(
            field=field,
            start=start,
            end=end,
            as_shown=text[start:end],
            label=draw(st.none() | lines),
            exemptions=tuple(draw(exemptions)),
        ),
    )


@st.composite
def points(draw: st.DrawFn, depth: int = 2) -> Block:
    """A point with points under it."""
    text = draw(words)
    return Block(
        kind=BlockKind.POINT,
        style=draw(st.sampled_from(PointStyle)),
        label=draw(labels),
        text=text,
        marks=draw(printed_marks("text", text)),
        children=tuple(draw(st.lists(points(depth - 1), max_size=2))) if depth else (),
    )


@st.composite
def minutes(draw: st.DrawFn, number: str) -> Block:
    """A minute, now and then under a number that does not follow from order."""
    text = draw(words)
    return Block(
        kind=BlockKind.MINUTE,
        number=draw(st.sampled_from([None, None, number])),
        label=draw(labels),
        text=text,
        marks=draw(printed_marks("text", text)),
        children=tuple(draw(st.lists(points(), max_size=2))),
    )


@st.composite
def items(draw: st.DrawFn, number: str) -> Block:
    """An item, now and then under a number that does not follow from order."""
    text = draw(names)
    return Block(
        kind=BlockKind.ITEM,
        number=draw(st.sampled_from([None, None, number])),
        text=text,
        marks=draw(printed_marks("text", text)),
        children=tuple(draw(minutes(f"{number}/{serial}")) for serial in range(draw(st.integers(0, 3)))),
    )


attendances = st.builds(
    Attendance,
    id=st.none(),
    name=names,
    initials=lines,
    role=lines,
    organisation=lines,
    capacity=st.sampled_from(Capacity),
    mode=st.none() | st.sampled_from(Mode),
    deputising_for=lines,
    items=st.lists(names, max_size=2).map(tuple),
    note=lines,
    marks=st.just(()),
)
events = st.builds(
    ActionEvent,
    date=days,
    who=lines,
    what=lines,
    before=texts,
    after=texts,
    meeting=lines,
    why=texts,
    taken_over_by=lines,
)
actions = st.builds(
    Action,
    id=st.none(),
    revision=st.just(1),
    ref=references,
    owners=st.lists(names, max_size=2).map(tuple),
    text=words,
    due=days,
    due_as_written=lines,
    raised_in=references,
    status=st.sampled_from(ActionStatus),
    history=st.lists(events, max_size=2).map(tuple),
)
decisions = st.builds(Decision, id=st.none(), ref=references, text=words, decided_in=references)
series = st.builds(
    Series,
    id=st.none(),
    revision=st.just(1),
    short_name=st.sampled_from(["lpg", "Main-Board_2"]),
    name=names,
    action_reference=st.sampled_from([None, "AP{mm}{yy}-{nn}", "{body}/{fy}/{nnn}"]),
    marking=st.none() | markings,
    agenda=st.lists(names, max_size=2).map(tuple),
)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Any meeting that a file can hold."""
    title = draw(names)
    return Meeting(
        series=draw(series),
        title=title,
        subtitle=draw(lines),
        marking=draw(markings),
        date=draw(days),
        start=draw(clocks),
        end=draw(clocks),
        location=draw(lines),
        attendance=tuple(draw(st.lists(attendances, max_size=3))),
        items=tuple(draw(items(f"X{position}")) for position in range(draw(st.integers(0, 3)))),
        actions=tuple(draw(st.lists(actions, max_size=2))),
        decisions=tuple(draw(st.lists(decisions, max_size=2))),
        next_meeting=draw(
            st.none() | st.builds(NextMeeting, date=days, start=clocks, end=clocks, location=lines, text=texts)
        ),
        contact=draw(st.none() | st.builds(Contact, name=lines, email=lines)),
        status=draw(st.sampled_from(MeetingStatus)),
        marks=draw(printed_marks("title", title)),
    )


def left_out(given: Any, shown: Any, place: str = "") -> list[str]:  # noqa: ANN401 - any JSON
    """Return the places whose given value does not come back equal."""
    if isinstance(given, dict) and isinstance(shown, dict):
        return [wrong for key in given for wrong in left_out(given[key], shown.get(key, "missing"), f"{place}.{key}")]
    if isinstance(given, list) and isinstance(shown, list) and len(given) == len(shown):
        pairs = enumerate(zip(given, shown, strict=True))
        return [wrong for at, (one, two) in pairs for wrong in left_out(one, two, f"{place}[{at}]")]
    return [] if given == shown and type(given) is type(shown) else [place]


def test_every_given_field_of_the_worked_example_comes_back(seed_meeting: bytes) -> None:
    """Import → show is the identity on every field given."""
    given_fields = json.loads(seed_meeting)

    imported = read_meetings(seed_meeting, name="meeting.json")

    assert left_out(given_fields, to_json_value(imported.meeting)) == []
    assert imported.warnings == ()


def test_the_worked_example_reads_the_same_from_yaml(seed_meeting: bytes) -> None:
    """YAML holds the same fields as JSON, however its scalars look."""
    as_yaml = yaml.safe_dump(json.loads(seed_meeting), allow_unicode=True, sort_keys=False).encode()

    assert read_meetings(as_yaml, name="m.yaml") == read_meetings(seed_meeting, name="m.json")


def test_fields_come_in_the_order_of_the_contract(seed_meeting: bytes) -> None:
    """A person who knows the contract finds a field where it stands there."""
    shown = list(to_json_value(read_meetings(seed_meeting, name="meeting.json").meeting))

    assert shown == [
        *("format", "version", "series", "title", "subtitle", "marking", "marking_canonical"),
        *("date", "start", "end", "location", "attendance", "items", "actions", "decisions"),
        *("next_meeting", "contact", "status"),
    ]


def test_what_show_adds_is_no_unknown_field(seed_meeting: bytes) -> None:
    """The ids, the ref and the canonical marking that show writes are left aside without a warning."""
    meeting = read_meetings(seed_meeting, name="meeting.json").meeting
    shown = to_json_value(meeting) | {"id": 7, "ref": "lpg/2019-06-27"}

    again = read_meetings(json.dumps(shown).encode(), name="again.json")

    assert (again.meeting, again.warnings) == (meeting, ())


def test_a_number_that_follows_from_order_is_not_fixed(seed_meeting: bytes) -> None:
    """The minutes of an imported draft are still numbered by themselves."""
    meeting = read_meetings(seed_meeting, name="meeting.json").meeting

    assert {block.number for block in meeting.blocks()} == {None}


def test_a_number_with_a_gap_before_it_is_kept(seed_meeting: bytes) -> None:
    """A number that does not follow from order comes back as it was given, and those under it follow it."""
    fields = json.loads(seed_meeting)
    fields["items"][5]["number"] = "9"
    fields["items"][5]["minutes"][0]["number"] = "9.1"
    fields["items"][5]["minutes"][1]["number"] = "9.4"

    meeting = read_meetings(json.dumps(fields).encode(), name="meeting.json").meeting

    item = meeting.items[5]
    assert [item.number, *(minute.number for minute in item.children)] == ["9", None, "9.4"]
    assert left_out(fields, to_json_value(meeting)) == []


@pytest.mark.parametrize(
    ("given_numbers", "kept"),
    [
        (["1", "2", "4", "5"], [None, None, "4", None]),
        (["2", "1"], ["2", "1"]),
        ([None, "1"], [None, "1"]),
        (["A", "B", None], ["A", "B", None]),
        (["3", "2", "1"], ["3", None, "1"]),
    ],
)
def test_only_the_numbers_that_do_not_follow_are_kept(given_numbers: list[str | None], kept: list[str | None]) -> None:
    """Letting go of a number changes no number that is printed."""
    items = tuple(Block(kind=BlockKind.ITEM, number=number, text="I") for number in given_numbers)

    left = without_computed_numbers(items)

    assert [number for number, _ in numbered(left)] == [number for number, _ in numbered(items)]
    assert [item.number for item in left] == kept


@given(
    given_numbers=st.lists(st.none() | st.sampled_from(["1", "2", "3", "4", "9", "A"]), max_size=8),
    below=st.lists(st.none() | st.sampled_from(["1.1", "1.2", "2.1", "9.3", "1"]), max_size=5),
)
def test_whatever_numbers_are_given_are_printed(given_numbers: list[str | None], below: list[str | None]) -> None:
    """A number of a file is never another one afterwards, nor is one that the file left open."""
    minutes = tuple(Block(kind=BlockKind.MINUTE, number=number, text="m") for number in below)
    items = tuple(Block(kind=BlockKind.ITEM, number=n, text="I", children=minutes) for n in given_numbers)

    left = without_computed_numbers(items)

    assert [number for number, _ in numbered(left)] == [number for number, _ in numbered(items)]


def test_an_explicit_bullet_comes_back() -> None:
    """A field that is given comes back even when it says what goes without saying."""
    fields = {
        "format": "lpgminutes.meeting",
        "version": 1,
        "title": "T",
        "marking": "OFFICIAL",
        "series": {"short_name": "b", "name": "B"},
        "items": [{"title": "I", "minutes": [{"text": "m", "points": [{"text": "p", "style": "bullet"}]}]}],
    }

    shown = to_json_value(read_meetings(json.dumps(fields).encode(), name="m.json").meeting)

    assert left_out(fields, shown) == []


@settings(deadline=None)
@given(meeting=meetings())
def test_a_shown_meeting_is_read_as_the_same_meeting(meeting: Meeting) -> None:
    """Whatever a meeting holds, writing and reading it is the identity."""
    shown = json.dumps(to_json_value(meeting)).encode()

    assert read_meetings(shown, name="shown.json").meeting == meeting


@pytest.mark.soak
@settings(deadline=None)
@given(meeting=meetings())
def test_a_shown_meeting_survives_yaml(meeting: Meeting) -> None:
    """The same fields as YAML are the same meeting, markup, colons, hashes and all."""
    shown = yaml.safe_dump(to_json_value(meeting), allow_unicode=False).encode()

    assert read_meetings(shown, name="shown.yaml").meeting == meeting


@settings(deadline=None)
@given(meeting=meetings())
def test_thawing_gives_back_what_was_frozen(meeting: Meeting) -> None:
    """A version is the meeting as it was."""
    assert thaw(freeze(meeting)) == meeting


def test_freezing_keeps_a_number_that_was_fixed(seed_meeting: bytes) -> None:
    """A number frozen when minutes are circulated stays frozen in a version, though order says the same."""
    meeting = thaw(freeze(read_meetings(seed_meeting, name="m.json").meeting))
    fields = json.loads(freeze(meeting))
    fields["items"][0]["number"] = "1"

    assert thaw(json.dumps(fields)).items[0].number == "1"
    assert json.loads(freeze(thaw(json.dumps(fields)))) == fields


def test_freezing_leaves_out_ids_and_refs(seed_meeting: bytes) -> None:
    """The same minutes under another id are the same text, so that a second import can be told."""
    meeting = read_meetings(seed_meeting, name="m.json").meeting
    stored = Meeting(
        **{name: getattr(meeting, name) for name in meeting.__slots__} | {"id": 9, "revision": 4, "ref": "lpg/x"}
    )

    assert freeze(stored) == freeze(meeting)


def test_points_may_lie_deep_in_one_another() -> None:
    """No body goes forty points deep; one that did would still come back."""
    point = Block(kind=BlockKind.POINT, text="deepest")
    for depth in range(40):
        point = Block(kind=BlockKind.POINT, text=f"{depth}", children=(point,))
    minute = Block(kind=BlockKind.MINUTE, text="m", children=(point,))
    meeting = Meeting(
        series=Series(short_name="b", name="B"),
        title="T",
        marking=read_marking("OFFICIAL"),
        items=(Block(kind=BlockKind.ITEM, text="I", children=(minute,)),),
    )

    assert read_meetings(json.dumps(to_json_value(meeting)).encode(), name="deep").meeting == meeting
    assert thaw(freeze(meeting)) == meeting
