"""Raising an action, changing some, showing one: by command."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]
EVENT = ["date", "who", "what", "before", "after", "meeting", "why", "taken_over_by"]


@pytest.fixture
def body(after: Callable[..., Command]) -> Command:
    """A body with two meetings in draft: one action from May, two from June."""
    may, june = "sg/2019-05-30", "sg/2019-06-27"
    return after(
        ("series", "add", "sg", "Steering Group", "--marking", "OFFICIAL", "--references", "SG{mm}-{nn}"),
        ("meeting", "new", "sg", "--date", "2019-05-30"),
        ("line", "add", may, "# Staffing", "Staffing was discussed."),
        ("meeting", "new", "sg", "--date", "2019-06-27"),
        ("line", "add", june, "# Staffing", "Staffing was discussed."),
        ("action", "add", "count", "--meeting", may, "--minute", "1.1"),
        ("action", "add", "write", "--meeting", june, "--minute", "1.1"),
        ("action", "add", "read", "--meeting", june, "--minute", "1.1"),
    )


@pytest.fixture
def shown(body: Command) -> Callable[[str], dict[str, Any]]:
    """Return what ``action show --json`` says of an action."""

    def called(ref: str) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(body("action", "show", ref, "--json").out)
        return said

    return called


def test_an_action_gets_the_next_reference_of_its_body(body: Command, shown: Callable[[str], dict[str, Any]]) -> None:
    """It stands in its minute; the due date is read as it is said at the meeting."""
    added = body(
        *("action", "add", "review it", "--meeting", "sg/2019-06-27", "--minute", "1.1"),
        *("--owner", "Priya Nandakumar", "--owner", "Head of Estates", "--due", "by Friday week"),
    )

    action = shown("SG06-03")
    assert (added.code, added.out) == (0, "SG06-03\n")
    assert (action["due"], action["due_as_written"]) == ("2019-07-05", "by Friday week")
    assert action["owners"] == ["Priya Nandakumar", "Head of Estates"]
    assert (action["meeting"], action["raised_in"], action["minute"]) == (
        "sg/2019-06-27",
        "1.1",
        "Staffing was discussed.",
    )


def test_what_happened_is_in_the_history_with_who_when_where_and_why(
    body: Command, shown: Callable[[str], dict[str, Any]]
) -> None:
    """The day is that of the meeting unless another is given."""
    body("action", "redate", "SG05-01", "--due", "2019-07-01", "--on", "2019-06-03", "--why", "nobody there")
    body("action", "redate", "sg05-01", "--due", "1 August", "--meeting", "sg/2019-06-27", "--why", "leave")
    closed = body("--as", "A Chair", "action", "close", "SG05-01", "--on", "2019-08-09", "--evidence", "41 counted")

    history = json.loads(body("action", "history", "SG05-01", "--json").out)["history"]
    action = shown("SG05-01")
    assert (closed.code, closed.out) == (0, "SG05-01: closed\n")
    assert [list(event) for event in history] == [EVENT] * 3
    assert [event["date"] for event in history] == ["2019-06-03", "2019-06-27", "2019-08-09"]
    assert history[1] == dict(
        zip(EVENT, ["2019-06-27", "A Tester", "due", "2019-07-01", "2019-08-01 (1 August)"], strict=False)
    ) | {"meeting": "sg/2019-06-27", "why": "leave", "taken_over_by": ""}
    assert (history[2]["who"], history[2]["why"]) == ("A Chair", "41 counted")
    assert (action["slips"], action["slip_days"], action["original_due"]) == (1, 31, "2019-07-01")
    assert (action["settled_on"], action["late"]) == ("2019-08-09", True)


def test_several_are_changed_as_one_and_taken_back_as_one(
    body: Command, shown: Callable[[str], dict[str, Any]]
) -> None:
    """By reference, in any case, by body and reference, by id."""
    closed = body("action", "close", "sg05-01", "sg:SG06-01", "#3", "--json")
    after = [shown(ref)["status"] for ref in ("SG05-01", "SG06-01", "SG06-02")]
    undone = body("undo")

    assert [action["ref"] for action in json.loads(closed.out)["actions"]] == ["SG05-01", "SG06-01", "SG06-02"]
    assert after == ["closed"] * 3
    assert "close 3 actions" in undone.err
    assert [shown(ref)["status"] for ref in ("SG05-01", "SG06-01", "SG06-02")] == ["open"] * 3


def test_one_that_is_refused_leaves_the_others_as_they_were(
    body: Command, shown: Callable[[str], dict[str, Any]]
) -> None:
    """All of them or none."""
    body("action", "withdraw", "SG06-01", "--why", "gone")

    refused = body("action", "close", "SG05-01", "SG06-01")

    assert (refused.code, refused.out) == (3, "")
    assert "SG06-01 is withdrawn: reopen it first, then close it." in refused.err
    assert shown("SG05-01")["status"] == "open"


@pytest.mark.parametrize(
    ("arguments", "status", "entry"),
    [
        (("start", "--note", "begun"), "in progress", ("status", "begun", "")),
        (("complete", "--note", "sent"), "complete", ("status", "sent", "")),
        (("carry", "--why", "still needed"), "open", ("carried", "still needed", "")),
        (("reassign", "--owner", "Sam", "--owner", "Ana"), "open", ("owner", "", "")),
        (("reword", "--text", "count all"), "open", ("text", "", "")),
        (("note", "--text", "chased"), "open", ("note", "", "")),
        (("transfer", "--to", "Estates Board"), "transferred", ("status", "", "Estates Board")),
        (("supersede", "--by", "sg06-01"), "superseded", ("status", "", "SG06-01")),
        (("withdraw", "--why", "gone"), "withdrawn", ("status", "gone", "")),
        (("reject", "--why", "not ours"), "rejected", ("status", "not ours", "")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value,
)
def test_each_change_has_its_command(
    body: Command,
    shown: Callable[[str], dict[str, Any]],
    arguments: tuple[str, ...],
    status: str,
    entry: tuple[str, str, str],
) -> None:
    """And its entry in the history."""
    name, *options = arguments
    outcome = body("action", name, "SG05-01", *options)

    action = shown("SG05-01")
    [event] = action["history"]
    assert (outcome.code, outcome.out) == (0, f"SG05-01: {status}\n")
    assert (action["status"], (event["what"], event["why"], event["taken_over_by"])) == (status, entry)


def test_what_was_done_with_can_be_opened_again(body: Command, shown: Callable[[str], dict[str, Any]]) -> None:
    """With a reason; and the words as minuted stay beside the new ones."""
    body("action", "reword", "SG05-01", "--text", "count all")
    body("action", "close", "SG05-01")
    body("action", "reopen", "SG05-01", "--why", "the list was empty")

    action = shown("SG05-01")
    assert (action["status"], action["text"], action["text_as_minuted"]) == ("open", "count all", "count")
    assert "count all" in body("show", "sg/2019-05-30", "--json").out
    assert "count all" not in body("show", "sg/2019-05-30").out


def test_show_and_history_are_words_for_a_person(body: Command) -> None:
    """Only what there is to say is said."""
    untouched = body("action", "history", "SG06-02")
    body("action", "note", "SG05-01", "--text", "chased", "--on", "2019-07-01")

    shown = body("action", "show", "SG05-01").out
    assert (untouched.code, untouched.out) == (0, "")
    assert "Nothing has happened" in untouched.err
    assert "no owner" in shown
    assert "no date" in shown
    assert "1 Jul 2019" in shown
    assert "Slips" not in shown


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("close", "SG99"), 4, "There is no action SG99"),
        (("close", "nobody:SG05-01"), 4, "no series nobody"),
        (("close", "SG05-01", "--on", "Friday"), 2, "2019-08-01"),
        (("close", "SG05-01", "--meeting", "sg/2020-01-01"), 4, "no meeting sg/2020-01-01"),
        (("redate", "SG05-01", "--due", "qwertz"), 3, "not understood"),
        (("redate", "SG05-01", "--due", "31 June"), 3, "There is no 31 June: June has 30 days."),
        (("redate", "SG05-01"), 2, "--due"),
        (("withdraw", "SG05-01"), 2, "--why"),
        (("withdraw", "SG05-01", "--why", " "), 3, "no reason"),
        (("supersede", "SG05-01", "--by", "SG05-01"), 3, "cannot take its own place"),
        (("reassign", "SG05-01"), 3, "no owner already"),
        (("history", "#99"), 4, "no action #99"),
        (("add", "x", "--meeting", "sg/2019-06-27", "--minute", "9.9"), 4, "no minute 9.9"),
        (("add", " ", "--meeting", "sg/2019-06-27"), 3, "needs words"),
        (("add", "x", "--meeting", "sg/2019-06-27", "--ref", "sg06-01"), 3, "taken in sg"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_makes_no_sense_is_said(body: Command, arguments: tuple[str, ...], code: int, said: str) -> None:
    """In a sentence, with its exit code, and nothing was changed."""
    before = body("actions", "all", "--json").out
    outcome = body("action", *arguments)

    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert body("actions", "all", "--json").out == before


def test_words_that_are_no_date_are_kept_when_asked_for(body: Command, shown: Callable[[str], dict[str, Any]]) -> None:
    """As typed; words that name no date need no asking."""
    body("action", "redate", "SG05-01", "--due", "sooner or later", "--as-written")
    body("action", "redate", "SG06-01", "--due", "asap")

    assert [(shown(ref)["due"], shown(ref)["due_as_written"]) for ref in ("SG05-01", "SG06-01")] == [
        (None, "sooner or later"),
        (None, "asap"),
    ]


def test_the_next_meeting_is_that_of_the_body(body: Command, shown: Callable[[str], dict[str, Any]]) -> None:
    """Several bodies that meet on other days are re-dated one by one."""
    body("series", "add", "board", "The Board", "--marking", "OFFICIAL")
    for day in ("2019-05-30", "2019-07-04"):
        body("meeting", "new", "board", "--date", day)
    body("action", "add", "think", "--meeting", "board/2019-05-30")

    both = body("action", "redate", "SG05-01", "board:AP0519-01", "--due", "by the next meeting", "--on", "2019-06-01")
    one = body("action", "redate", "SG05-01", "--due", "by the next meeting", "--on", "2019-06-01")

    assert (both.code, one.code) == (3, 0)
    assert "body by body" in both.err
    assert shown("SG05-01")["due"] == "2019-06-27"


def test_a_reference_of_two_bodies_has_to_say_which(body: Command) -> None:
    """The refusal names both as they can be typed."""
    body("series", "add", "board", "The Board", "--marking", "OFFICIAL", "--references", "SG{mm}-{nn}")
    body("meeting", "new", "board", "--date", "2019-05-30")
    body("action", "add", "think", "--meeting", "board/2019-05-30")

    unclear = body("action", "close", "SG05-01")
    clear = body("action", "close", "board:SG05-01")

    assert unclear.code == 3
    assert "sg:SG05-01, board:SG05-01" in unclear.err
    assert (clear.code, clear.out) == (0, "SG05-01: closed\n")


def test_minutes_that_went_out_raise_no_action(body: Command) -> None:
    """What is printed is printed."""
    import_path = (
        body("show", "sg/2019-05-30", "--json")
        .out.replace('"draft"', '"approved"')
        .replace('"short_name": "sg"', '"short_name": "sh"')
    )
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        file = Path(folder, "in.json")
        file.write_text(import_path, encoding="utf-8")
        body("import", file)

    outcome = body("action", "add", "x", "--meeting", "sh/2019-05-30")

    assert outcome.code == 2
    assert "are approved" in outcome.err


def test_what_people_type_is_data(body: Command, shown: Callable[[str], dict[str, Any]]) -> None:
    """Markup, formulas, templates and control characters are words, or are taken out."""
    typed = "=1+1 [s40] {{ x }} <b>\x07\u202e"
    body("action", "reassign", "SG05-01", "--owner", typed, "--why", typed)
    body("action", "reword", "SG05-01", "--text", f"a\n{typed}")

    action = shown("SG05-01")
    assert action["owners"] == ["=1+1 [s40] {{ x }} <b>"]
    assert action["text"] == "a\n=1+1 [s40] {{ x }} <b>"
