import json
from collections.abc import Callable

import pytest

from lpgminutes.errors import InputError, MarkingRefused
from lpgminutes.interchange.loading import SIZE_LIMIT, VALUES_LIMIT
from lpgminutes.interchange.reading import read_meetings

WithValue = Callable[..., bytes]
POINT = ("items", 2, "minutes", 0, "points", 1)


def refusal_of(data: bytes, kind: type[InputError] = InputError) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(InputError) as caught:
        read_meetings(data, name="m.json")
    assert caught.type is kind
    return str(caught.value)


@pytest.mark.parametrize(
    ("steps", "value", "sentence"),
    [
        (("date",), "2019-02-30", "m.json: date: there is no '2019-02-30' in the calendar"),
        (("date",), "27/06/2019", "m.json: date: '27/06/2019' is not a date; write it as 2019-06-27"),
        (("date",), 20190627, "m.json: date: a number is not a date"),
        (("start",), "25:00", "m.json: start: there is no '25:00' on the clock"),
        (("end",), "10am", "m.json: end: '10am' is not a time; write it as 09:30"),
        (("next_meeting", "date"), "2019-13-01", "m.json: next_meeting.date: there is no '2019-13-01'"),
        (
            ("attendance", 1, "capacity"),
            "boss",
            "m.json: attendance[1].capacity: 'boss' is not known here; allowed are: chair, member, in",
        ),
        (
            ("attendance", 1, "mode"),
            "by owl",
            "m.json: attendance[1].mode: 'by owl' is not known here; allowed are: in person, dialled in.",
        ),
        (
            ("status",),
            "done",
            "m.json: status: 'done' is not known here; allowed are: draft, circulated, approved.",
        ),
        (
            ("actions", 0, "status"),
            "late",
            "m.json: actions[0].status: 'late' is not known here; allowed are: open,",
        ),
        (
            (*POINT, "style"),
            "arrow",
            "m.json: items[2].minutes[0].points[1].style: 'arrow' is not known here",
        ),
        ((*POINT, "text"), 41.6, "m.json: items[2].minutes[0].points[1].text: this has to be text in quotes"),
        (
            ("items", 2, "minutes", 0, "number"),
            3.1,
            "m.json: items[2].minutes[0].number: this has to be text",
        ),
        (("items", 2, "minutes"), "none", "m.json: items[2].minutes: this has to be a list."),
        (("items", 2), "AOB", "m.json: items[2]: this has to be a group of fields."),
        (
            ("items", 2, "minutes", 0, "number"),
            "2.1",
            "m.json: items[2].minutes[0].number: '2.1' stands twice",
        ),
        (("items", 2, "number"), "2", "m.json: items[2].number: '2' stands twice"),
        (
            (*POINT, "pre_marks"),
            [{"start": 3, "end": 9_999, "exemption": "S43"}],
            "m.json: items[2].minutes[0].points[1].pre_marks[0]: the text has no words from start to end",
        ),
        (
            (*POINT, "pre_marks"),
            [{"start": 3, "end": 3, "exemption": "S43"}],
            "m.json: items[2].minutes[0].points[1].pre_marks[0]: the text has no words from start to end",
        ),
        (
            (*POINT, "pre_marks"),
            [{"field": "title", "start": 0, "end": 1, "exemption": "S43"}],
            "m.json: items[2].minutes[0].points[1].pre_marks[0].field: a pre-mark stands in text or label",
        ),
        (("title",), " ", "m.json: title: this is empty; fill it in."),
        (("series", "name"), "", "m.json: series.name: this is empty"),
        (
            ("series", "short_name"),
            "../etc",
            "m.json: series.short_name: use letters, digits and hyphens only",
        ),
        (
            ("series", "action_reference"),
            "AP{0.__class__}",
            "m.json: series.action_reference: in braces only {yyyy}",
        ),
        (("attendance", 0, "name"), "\u200b", "m.json: attendance[0].name: this is empty"),
        (("actions", 0, "owners"), [""], "m.json: actions[0].owners[0]: this is empty"),
        (("items", 0, "minutes", 1, "text"), "", "m.json: items[0].minutes[1]: there is no text here"),
        (("marking",), "hush", "m.json: marking: This is not a marking that can be used."),
        (
            ("format",),
            "x",
            "m.json: format: 'x' is not a meeting's file; its format is 'lpgminutes.meeting'.",
        ),
        (("version",), 2, "m.json: version: this program reads version 1"),
        (("version",), True, "m.json: version: this program reads version 1"),
        (("version",), "1", "m.json: version: this program reads version 1"),
        (
            ("marks",),
            [{"field": "title", "start": 0, "end": 3, "as_shown": "XXX"}],
            "m.json: marks[0]: the text does",
        ),
        (
            ("marks",),
            [{"field": "title", "start": -1, "end": 3, "as_shown": "XXX"}],
            "m.json: marks[0].start: this has to be a whole number",
        ),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(
    with_value: WithValue,
    steps: tuple[str | int, ...],
    value: object,
    sentence: str,
) -> None:
    """A refusal names the file, the place, what is wrong and what to do, in one line."""
    told = refusal_of(with_value(*steps, value=value))

    assert told.startswith(sentence)
    assert "\n" not in told
    assert "pydantic" not in told


@pytest.mark.parametrize("field", ["title", "series", "marking", "format", "version"])
def test_a_missing_field_is_named(with_value: WithValue, field: str) -> None:
    """What a meeting cannot be without is asked for."""
    assert refusal_of(with_value(field, out=True)) == f"m.json: {field}: this field is missing; add it."


@pytest.mark.parametrize("steps", [("marking",), ("series", "marking")])
def test_a_marking_above_official_sensitive_is_refused_with_its_place(
    with_value: WithValue, steps: tuple[str, ...]
) -> None:
    """What this program may not hold does not come in."""
    told = refusal_of(with_value(*steps, value="UK SE\u200bCRET"), kind=MarkingRefused)

    assert told.startswith(f"m.json: {'.'.join(steps)}: SECRET is above what may be kept here")


def test_a_long_value_is_not_repeated(with_value: WithValue) -> None:
    """A refusal repeats forty characters of a value at most, and nothing that a terminal acts on."""
    told = refusal_of(with_value("status", value="\x1b[31m" + "z" * 500))

    assert "\x1b" not in told
    assert "z" * 36 not in told


def test_five_problems_are_told_and_the_others_counted(seed_meeting: bytes) -> None:
    """Somebody who mends a file learns of several problems at once, not of a thousand."""
    fields = json.loads(seed_meeting)
    for row in fields["attendance"][:8]:
        row["capacity"] = "boss"

    told = refusal_of(json.dumps(fields).encode()).splitlines()

    assert [line.split(": ")[1] for line in told[:5]] == [f"attendance[{at}].capacity" for at in range(5)]
    assert told[5:] == ["… and 3 more of this sort."]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'{"a": 1,\n  "b" 2}', "m.json: line 2, column 7: this is not JSON"),
        (b"{", "m.json: line 1, column 2: this is not JSON"),
        (b'{"a": NaN}', "m.json: NaN is not JSON"),
        (b'{"a": -Infinity}', "m.json: -Infinity is not JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "m.json: a number in this file has thousands of digits"),
        (b'{"a": {"b": [{"c": 1, "c": 2}]}}', "m.json: a.b[0]: 'c' stands here twice; keep one of them."),
        (b'{"a": 1, "a": 1}', "m.json: 'a' stands here twice; keep one of them."),
        (b'{"a":' * 101 + b"1" + b"}" * 101, "m.json: groups and lists lie more than 100 deep"),
        (b'{"a":' + b"[" * 100_000, "m.json: groups and lists lie more than 100 deep"),
        (b"", "m.json: the file is empty."),
        (b"\xef\xbb\xbf \n", "m.json: the file is empty."),
        (b"a: 1\nb: \xff\n", "m.json: line 2 is not UTF-8; save the file as UTF-8"),
        (b"[1, 2]", "m.json: this file does not hold a group of fields"),
        (b"just words", "m.json: this file does not hold a group of fields"),
        (b"a: [1\nb: 2", "m.json: line 2, column 2: this is not YAML"),
        (b"a:\n\tb: 1", "m.json: line 2, column 1: this is not YAML"),
        (b"a: 1\nb: 2\na: 3\n", "m.json: line 3, column 1: 'a' stands here twice"),
        (b"a: &x 1\nb: *x\n", "m.json: line 1, column 4: anchors (&) and aliases (*) are not read"),
        (b"a: !!python/object:os.system ls\n", "m.json: line 1, column 4: tags (!) are not read"),
        (b"a: {{ x }}\n", "m.json: line 1, column 5: a field needs a name before its colon"),
        (b"a: 1\n---\nb: 1\n", "m.json: line 2, column 1: a second document begins here"),
        (b"a: 1\nb: \x07\n", "m.json: line 2, column 4: a control character stands here"),
        (b"a: " + b"[" * 200_000, "m.json: line 1, column 103: more than 100 groups and lists"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    """Broken JSON and YAML are refused in one sentence that says where."""
    told = refusal_of(data)

    assert told.startswith(sentence)
    assert "\n" not in told


def test_a_file_that_is_too_large_is_refused() -> None:
    """A film that was dropped on the program by mistake is not read."""
    assert refusal_of(b"{" + b" " * SIZE_LIMIT) == (
        f"m.json: the file has {SIZE_LIMIT + 1:,} bytes; at most 20 MB fit. Is it the right file?"
    )


def test_a_file_of_too_many_values_is_refused() -> None:
    """A table of measurements is not looked through row by row."""
    rows = b'{"format": "lpgminutes.meeting", "items": [' + b"1," * VALUES_LIMIT + b"1]}"

    assert refusal_of(rows) == "m.json: the file holds more than 200,000 values; is it the right file?"


def test_a_field_that_is_too_long_is_refused(with_value: WithValue) -> None:
    """A paper pasted into a minute is refused by its place and its length."""
    told = refusal_of(with_value("items", 0, "minutes", 0, "text", value="x" * 1_000_000))

    assert told.startswith("m.json: items[0].minutes[0].text has 1,000,000 characters; at most 65,536 fit.")


def test_unknown_fields_are_named_once(seed_meeting: bytes) -> None:
    """A slip of the key is told, with what was perhaps meant, once for all the rows of a list."""
    fields = json.loads(seed_meeting) | {"titel": "x", "locatoin": "y", "a\ud83d\x1bb": 1}
    for row in fields["attendance"]:
        row["colour"] = "blue"

    warnings = read_meetings(json.dumps(fields).encode(), name="m.json").warnings

    assert warnings == (
        "titel: this field is not known and was left out; did you mean title?",
        "locatoin: this field is not known and was left out; did you mean location?",
        "a??b: this field is not known and was left out.",
        "attendance[0].colour: this field is not known and was left out (13 times).",
    )


def test_references_to_no_minute_and_doubled_ones_are_warned_of(seed_meeting: bytes) -> None:
    """What a person may well have meant comes in, with a word about it."""
    fields = json.loads(seed_meeting)
    fields["actions"][1] |= {"raised_in": "9.9", "ref": "AP0619-01"}
    fields["decisions"] = [{"ref": "D1", "text": "Agreed.", "decided_in": "1"}]

    imported = read_meetings(json.dumps(fields).encode(), name="m.json")

    assert imported.warnings == (
        "actions[1].raised_in: there is no minute '9.9'.",
        "decisions[0].decided_in: there is no minute '1'.",
        "actions: the reference 'AP0619-01' stands 2 times.",
    )
    assert imported.meeting.actions[1].raised_in == "9.9"


def test_a_colon_after_a_label_is_dropped(with_value: WithValue) -> None:
    """A run-in label is printed with a colon, and so does not hold one."""
    imported = read_meetings(with_value(*POINT, "label", value="Absence: "), name="m.json")

    assert imported.meeting.items[2].children[0].children[1].label == "Absence"
    assert imported.warnings == (
        "items[2].minutes[0].points[1].label: the colon at the end was dropped; it is printed by itself.",
    )


def test_a_minute_with_points_needs_no_words(with_value: WithValue) -> None:
    """A number with nothing but bullets under it is how many bodies write."""
    imported = read_meetings(with_value("items", 2, "minutes", 0, "text", value=""), name="m.json")

    assert imported.meeting.items[2].children[0].text == ""


def test_the_file_name_is_data_too() -> None:
    """A name that holds terminal commands is not acted on."""
    with pytest.raises(InputError, match=r"^\?\[31mx\.json: the file is empty\.$"):
        read_meetings(b"", name="\x1b[31mx.json")
