"""Lines are recorded with all that they say, in one step that can be taken back as one."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lpgminutes import bootstrap
from lpgminutes.domain.capture import LineKind, read_line
from lpgminutes.domain.compose import compose
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Block, BlockKind, ItemState, Meeting, MeetingStatus, Series
from lpgminutes.domain.people import Attendance, Capacity, Person
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.errors import NotFoundError, StaleRecord, UsageError
from lpgminutes.services.capture import (
    CaptureTools,
    KnownMeeting,
    Recorded,
    Under,
    capture_context,
    context_after,
    meeting_and_context,
    record,
    record_lines,
    with_recorded,
)
from lpgminutes.services.meetings import meeting as found
from lpgminutes.services.ports import Store
from lpgminutes.services.records import redo, undo

if TYPE_CHECKING:
    from tests.conftest import Step


WHO = "A Secretary"


@pytest.fixture
def tools() -> CaptureTools:
    """What lines are read and recorded with."""
    return bootstrap.capture_tools()


def _lay_ref(store: Store) -> str:
    series = Series(short_name="lpg", name="Lot Performance Group")
    may = Meeting(
        series=series,
        title="LPG",
        marking=read_marking("OFFICIAL"),
        date=dt.date(2019, 5, 16),
        status=MeetingStatus.CIRCULATED,
        items=(Block(kind=BlockKind.ITEM, text="Welcome"),),
    )
    items = ("Welcome", "Performance")
    june = Meeting(
        series=series,
        title="LPG",
        marking=read_marking("OFFICIAL"),
        date=dt.date(2019, 6, 27),
        approves="lpg/2019-05-16",
        attendance=tuple(Attendance(name=name, organisation="DWP") for name in ("Priya Nandakumar", "Sam Okoro")),
        items=tuple(Block(kind=BlockKind.ITEM, text=title, state=ItemState.NOT_REACHED) for title in items),
    )
    with store.change("import", who=WHO) as work:
        work.meetings.add(may)
        added = work.meetings.add(june)
        work.people.add(Person(name="Tom Hughes", organisation="IAS"))
        work.commit()
    return added.ref


STEPS: "dict[str, Step]" = {"ref": _lay_ref}


@pytest.fixture
def ref(begun: dict[str, Any]) -> str:
    """A meeting of June with two items, the minutes of May circulated."""
    laid: str = begun["ref"]
    return laid


@pytest.fixture
def typed(store: Store, ref: str, tools: CaptureTools) -> Callable[..., Recorded]:
    """Record a line."""

    def type_line(line: str, **options: Under) -> Recorded:
        return record(store, ref, line, who=WHO, tools=tools, **options)  # type: ignore[arg-type]

    return type_line


Typed = Callable[..., Recorded]


def test_a_line_goes_under_the_last_item_and_points_under_its_last_minute(store: Store, ref: str, typed: Typed) -> None:
    """Minute, point, sub-point, item: each says the number that it goes by."""
    numbers = [typed(line).number for line in ("One.", "- Label: two", "-- three", "# AOB", "Four.")]

    item = found(store, ref).items[1]
    assert numbers == ["2.1", "2.1", "2.1", "3", "3.1"]
    assert [(block.kind, block.label, block.text) for block in item.walk()][1:] == [
        (BlockKind.MINUTE, "", "One."),
        (BlockKind.POINT, "Label", "two"),
        (BlockKind.POINT, "", "three"),
    ]


def test_an_action_sentence_becomes_prose_and_log_entry_at_once(store: Store, ref: str, typed: Typed) -> None:
    """The paragraph holds the sentence, the log the action, each leads to the other."""
    recorded = typed("Priya took an action to write to Tom by Friday.")

    meeting = found(store, ref)
    [action] = meeting.actions
    assert (action.ref, action.owners, action.text) == ("AP0619-01", ("Priya Nandakumar",), "write to Tom")
    assert (action.due, action.due_as_written) == (dt.date(2019, 6, 28), "by Friday")
    assert action.raised_in == recorded.number == "2.1"
    assert meeting.items[1].children[0].text == "Priya took an action to write to Tom by Friday."
    assert recorded.actions[0].ref == "AP0619-01"
    assert [entry.ref.plain() for entry in compose(meeting).items[1].minutes[0].actions] == ["AP0619-01"]


def test_one_step_takes_a_line_back_with_all_that_it_recorded(store: Store, ref: str, typed: Typed) -> None:
    """Block, action, person, attendance and the state of the item were written together."""
    before = found(store, ref)
    typed("! @+Ivo_Brand(Umbra) to write by Friday")
    undo(store, who=WHO)

    after = found(store, ref)
    assert [(item.text, item.state, item.children) for item in after.items] == [
        (item.text, item.state, item.children) for item in before.items
    ]
    assert (after.actions, after.attendance) == ((), before.attendance)
    with store.read() as records:
        assert "Ivo Brand" not in [person.name for person in records.people.all()]


def test_somebody_new_comes_into_register_and_attendance(store: Store, ref: str, typed: Typed) -> None:
    """The plus sign says that they are here."""
    recorded = typed("! @+Ivo_Brand(Umbra) and @Una_Roe to meet")

    assert [(one.name, one.organisation) for one in recorded.people] == [("Ivo Brand", "Umbra"), ("Una Roe", "")]
    newcomer = found(store, ref).attendance[-1]
    assert (newcomer.name, newcomer.organisation, newcomer.capacity) == ("Ivo Brand", "Umbra", Capacity.IN_ATTENDANCE)


@pytest.mark.parametrize("line", ["@+tom came in.", "@+Tom Hughes came in.", "@+tom_hughes and @+tom came in."])
def test_somebody_of_the_register_comes_into_the_attendance(store: Store, ref: str, typed: Typed, line: str) -> None:
    """With the firm that is known, once; the register stays as it is, and who is here already gets no second row."""
    recorded = typed(line)
    typed("@+priya and @+tom spoke.")

    assert recorded.people == ()
    assert "Tom Hughes is here" in recorded.words()
    meeting = found(store, ref)
    assert [(row.name, row.organisation) for row in meeting.attendance][2:] == [("Tom Hughes", "IAS")]
    assert meeting.items[1].children[-1].text == "Priya Nandakumar and Tom Hughes spoke."


def test_only_the_plus_sign_puts_somebody_into_the_attendance(store: Store, ref: str, typed: Typed) -> None:
    """Whoever is spoken of need not be there."""
    typed("@tom is to be asked.")

    assert "Tom Hughes" not in [row.name for row in found(store, ref).attendance]


def test_a_decision_goes_into_the_register_of_decisions(store: Store, ref: str, typed: Typed) -> None:
    """Its paragraph and its entry are linked."""
    typed("= The plan was agreed")

    [decision] = found(store, ref).decisions
    assert (decision.text, decision.decided_in) == ("The plan was agreed", "2.1")


def test_a_line_that_agrees_the_last_minutes_approves_them(store: Store, ref: str, typed: Typed) -> None:
    """The other meeting is approved in the same step, with what had to be corrected; undone with it."""
    recorded = typed("= Minutes of 16 May agreed subject to the following correction: 2.1 should read 42")

    may = found(store, "lpg/2019-05-16")
    assert recorded.approved == may.ref
    assert may.status is MeetingStatus.APPROVED
    assert may.approval
    assert (may.approval.at, may.approval.corrections) == (ref, ("2.1 should read 42",))
    undo(store, who=WHO)
    may = found(store, "lpg/2019-05-16")
    assert (may.status, may.approval) == (MeetingStatus.CIRCULATED, None)


def test_minutes_that_cannot_be_approved_leave_the_line_and_say_why(store: Store, ref: str, typed: Typed) -> None:
    """The words of the meeting are kept whatever the records say."""
    typed("= Minutes of 16 May agreed")
    recorded = typed("= Minutes of 16 May agreed")

    assert "approved already" in recorded.remarks[0]
    assert len(found(store, ref).items[1].children) == 2


def test_pre_marks_and_points_to_check_are_kept_and_not_printed(store: Store, ref: str, typed: Typed) -> None:
    """The tag is not in the words; the marks are beside them."""
    typed("? IAS recruited [S43: 41] staff")

    meeting = found(store, ref)
    block = meeting.items[1].children[0]
    assert (block.text, block.to_check) == ("IAS recruited 41 staff", True)
    assert block.pre_marks == (PreMark(start=14, end=16, exemption="S43"),)
    assert "S43" not in "".join(text.plain() for text in compose(meeting).texts())


def test_writing_under_an_item_opens_it(store: Store, ref: str, typed: Typed) -> None:
    """The item is open, the one before it done, those not come to stay so."""
    first, second = found(store, ref).items
    typed("One.", under=Under(item=first.id))
    typed("Two.", under=Under(item=second.id))

    assert [item.state for item in found(store, ref).items] == [ItemState.DONE, ItemState.OPEN]


def test_an_item_that_nothing_was_minuted_under_is_not_done(store: Store, ref: str, typed: Typed) -> None:
    """Begun and left for another one, it was not reached; it is open again with its first minute."""
    first, _ = found(store, ref).items
    typed("# Finance")
    typed("One.", under=Under(item=first.id))
    assert [item.state for item in found(store, ref).items] == [
        ItemState.OPEN,
        ItemState.NOT_REACHED,
        ItemState.NOT_REACHED,
    ]
    typed("Two.", under=Under(item=found(store, ref).items[2].id))
    assert [item.state for item in found(store, ref).items] == [
        ItemState.DONE,
        ItemState.NOT_REACHED,
        ItemState.OPEN,
    ]


def test_a_line_can_go_behind_another_one(store: Store, ref: str, typed: Typed) -> None:
    """Numbers follow, and so does the number of an action further down."""
    first = typed("One.").block.id
    typed("Sam took an action to write.")
    typed("Between.", under=Under(after=first))

    meeting = found(store, ref)
    assert [block.text for block in meeting.items[1].children][:2] == ["One.", "Between."]
    assert meeting.actions[0].raised_in == "2.3"


def test_a_line_as_it_was_read_is_what_is_kept(store: Store, ref: str, tools: CaptureTools) -> None:
    """A reading that a person corrected is recorded as corrected."""
    context = capture_context(store, ref, dates=tools.dates)
    line = read_line("Priya took an action to write.", context, as_kind=LineKind.MINUTE)

    assert record(store, ref, line, who=WHO, tools=tools).actions == ()


def test_whoever_held_the_meeting_need_not_read_it_again(store: Store, ref: str, typed: Typed) -> None:
    """What a line changed can be put into the meeting as it was before: also which item is open."""
    typed("One.", under=Under(number="1"))
    before = found(store, ref)
    recorded = typed("- ! @priya to write by Friday", under=Under(number="1"))
    moved_on = typed("Two.")

    held = with_recorded(with_recorded(before, recorded), moved_on)
    assert (held.items, held.actions) == (found(store, ref).items, found(store, ref).actions)
    assert moved_on.change == store.latest_change()


def test_what_lines_are_read_against_follows_from_the_line_before(store: Store, ref: str, tools: CaptureTools) -> None:
    """It is what reading all of it again would give."""
    before, context = meeting_and_context(store, ref, dates=tools.dates)
    recorded = record(store, ref, "! @+Una_Roe(Umbra) to write by Friday", who=WHO, tools=tools)

    after = context_after(store, context, with_recorded(before, recorded), recorded)
    _, again = meeting_and_context(store, ref, dates=tools.dates)
    assert recorded.people
    assert (after.next_action, after.items, after.next_item) == (again.next_action, again.items, again.next_item)
    assert (after.people.attendance, after.people.register) == (again.people.attendance, again.people.register)


def test_a_known_meeting_is_believed_only_while_nobody_else_has_written(store: Store, ref: str) -> None:
    """A line goes where the minutes are now, and not where they were when they were read."""
    known = KnownMeeting(meeting=found(store, ref), change=store.latest_change())
    one = record(store, known, "One.", who=WHO)
    record(store, ref, "Elsewhere.", who="Somebody Else")
    held = KnownMeeting(meeting=with_recorded(known.meeting, one), change=one.change)
    two = record(store, held, "Two.", who=WHO)

    assert [block.text for block in found(store, ref).items[1].children] == ["One.", "Elsewhere.", "Two."]
    assert (two.number, two.position) == ("2.3", 2)


@pytest.mark.parametrize("change", ["circulate", "take the item out"])
def test_a_known_meeting_that_was_changed_elsewhere_refuses_as_any_other(store: Store, ref: str, change: str) -> None:
    """What is known of it gets no line past what is true."""
    known = KnownMeeting(meeting=found(store, ref), change=store.latest_change())
    with store.change(change, who="Somebody Else") as work:
        if change == "circulate":
            work.meetings.set_status(known.meeting, MeetingStatus.CIRCULATED)
        else:
            work.minutes.remove(known.meeting.items[1])
        work.commit()

    with pytest.raises((UsageError, StaleRecord)):
        record(store, known, "One.", under=Under(item=known.meeting.items[1].id), who=WHO)


REFUSED = [
    ("- a point", {}, UsageError, "no minute yet"),
    ("   ", {}, UsageError, "empty"),
    ("#2", {}, UsageError, "goes to item 2"),
    ("#9", {}, NotFoundError, "no item 9"),
    ("One.", {"under": Under(number="9")}, NotFoundError, "no item 9"),
    ("One.", {"under": Under(item=99)}, StaleRecord, "no longer in"),
    ("One.", {"under": Under(after=99)}, StaleRecord, "no longer in"),
]


@pytest.mark.parametrize(("line", "options", "kind", "said"), REFUSED)
def test_a_line_that_cannot_be_recorded_is_refused_with_the_reason(
    store: Store, ref: str, typed: Typed, line: str, options: dict[str, Under], kind: type[Exception], said: str
) -> None:
    """Nothing is written then."""
    with pytest.raises(kind, match=said):
        typed(line, **options)
    assert store.latest_change() == 1


def test_minutes_that_went_out_take_no_line(store: Store) -> None:
    """Circulated minutes are corrected, not written on."""
    with store.change("import", who=WHO) as work:
        series = Series(short_name="b", name="B")
        sent = MeetingStatus.CIRCULATED
        sent_out = work.meetings.add(Meeting(series=series, title="B", marking=read_marking("OFFICIAL"), status=sent))
        work.commit()

    with pytest.raises(UsageError, match="circulated"):
        record(store, sent_out.ref, "One.", who=WHO)


PASTED = (
    "# Staffing\nHeadcount rose.\n\n- Recruitment: 41\nPriya took an action to write.\n#1\n--- odd\n-- no point yet"
)


def test_pasted_lines_are_each_read_and_all_reported(store: Store, ref: str, tools: CaptureTools) -> None:
    """One that is refused is reported with its words; the others are kept."""
    outcomes = record_lines(store, ref, PASTED.splitlines(), who=WHO, tools=tools)

    meeting = found(store, ref)
    assert [outcome.typed for outcome in outcomes if outcome.problem] == ["-- no point yet"]
    assert [block.text for block in meeting.items[2].walk()] == [
        "Staffing",
        "Headcount rose.",
        "41",
        "Priya took an action to write.",
    ]
    assert [block.text for block in meeting.items[0].walk()] == ["Welcome", "--- odd"]
    assert len(meeting.actions) == 1


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(max_size=80) | st.sampled_from(["[s40] {{ x }} <b>", "@click=app.quit", "=HYPERLINK(1)", "\ud800"]))
def test_the_words_typed_are_in_what_is_recorded(store: Store, ref: str, tools: CaptureTools, line: str) -> None:
    """Any text: recorded whole, or refused with a sentence."""
    try:
        recorded = record(store, ref, line, who=WHO, tools=tools)
    except UsageError:
        return
    kept = next(block for block in found(store, ref).blocks() if block.id == recorded.block.id)
    assert (kept.label, kept.text) == (recorded.line.label, recorded.line.text)


def test_two_windows_see_that_something_changed(store: Store, ref: str) -> None:
    """The number of the latest change goes up with what anybody does, from anywhere."""
    other = bootstrap.open_store(store.location())
    before = store.latest_change()
    record(other, ref, "From the other window.", who="B")
    other.close()

    assert store.latest_change() == before + 1


def test_undo_in_a_meeting_takes_back_its_own_latest_change(store: Store, ref: str) -> None:
    """What was done in another meeting since is left alone, and redo goes the same way."""
    record(store, ref, "Ours.", who=WHO)
    with store.change("edit elsewhere", who="B") as work:
        other = work.meetings.get("lpg/2019-05-16")
        work.meetings.save_head(replace(other, title="Theirs"))
        work.commit()

    assert undo(store, who=WHO, meeting=ref).what == "add a line"
    assert found(store, ref).items[1].children == ()
    assert found(store, "lpg/2019-05-16").title == "Theirs"
    assert redo(store, who=WHO, meeting=ref).what == "add a line"
    assert found(store, ref).items[1].children[0].text == "Ours."
    with pytest.raises(NotFoundError, match="nothing to do again"):
        redo(store, who=WHO, meeting=ref)
