import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.errors import LpgMinutesError
from lpgminutes.interchange.reading import read_meetings
from lpgminutes.interchange.rules import read_rules
from lpgminutes.interchange.writing import freeze, thaw, to_json_value

WithValue = Callable[..., bytes]
TEXT = ("items", 0, "minutes", 0, "text")
PLACE = "items[0].minutes[0].text"

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10)
values = st.recursive(
    scalars | st.sampled_from(["1", "1.1", "", "OFFICIAL", "2019-06-27", "\ud83d"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "points", "marks", "label", "x", "\ud83d"]), inner, max_size=3)
    ),
    max_leaves=6,
)
yaml_like = st.text("ab:-[]{}&*!|>%@`'\"#,? \n\t~0\\\ufeff\x85\x00é", max_size=60)


def refusal_of(read: Callable[..., object], data: bytes) -> str | None:
    """Return the sentence with which bytes are refused, or nothing; any other exception is the test's."""
    try:
        read(data, name="file")
    except LpgMinutesError as refusal:
        return str(refusal)
    return None


@pytest.mark.parametrize(
    "text",
    [
        "{{ marking }} {% raw %}",
        "<w:p><w:t>",
        "]]>",
        "&amp; & <",
        "[/b] [@click=app.quit]x[/]",
        "=1+1",
        "../..",
        "%s {0}",
    ],
)
def test_what_looks_like_code_comes_back_to_the_letter(with_value: WithValue, text: str) -> None:
    """Text that somebody typed is data, whatever it looks like."""
    imported = read_meetings(with_value(*TEXT, value=text), name="m.json")

    shown: Any = to_json_value(imported.meeting)
    assert shown["items"][0]["minutes"][0]["text"] == text
    assert imported.warnings == ()
    assert thaw(freeze(imported.meeting)) == imported.meeting


@pytest.mark.parametrize(
    ("raw", "kept", "warning"),
    [
        ("a\x07b\x00", "ab", f"{PLACE}: 2 control characters taken out."),
        ("a\ud83db", "a\N{REPLACEMENT CHARACTER}b", f"{PLACE}: 1 broken character replaced."),
        ("se\u200bcret", "secret", f"{PLACE}: 1 invisible character taken out."),
        ("a\u202eb", "ab", f"{PLACE}: 1 direction control taken out."),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_told(with_value: WithValue, raw: str, kept: str, warning: str) -> None:
    """Cleaning happens once, at the door, and is told with its place."""
    imported = read_meetings(with_value(*TEXT, value=raw), name="m.json")

    assert imported.meeting.items[0].children[0].text == kept
    assert imported.warnings == (warning,)


def test_a_title_of_two_lines_becomes_one(with_value: WithValue) -> None:
    """A field of one line is one line."""
    imported = read_meetings(with_value("title", value="Lot\r\nGroup"), name="m.json")

    assert (imported.meeting.title, imported.warnings) == ("Lot Group", ("title: line ends became spaces.",))


@given(data=st.binary(max_size=300) | yaml_like.map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing but a sentence comes of a file that is none of ours."""
    for read in (read_meetings, read_rules):
        told = refusal_of(read, data)
        assert told is None or told.startswith("file: ")


@given(changes=st.data())
def test_any_change_to_a_file_is_read_or_refused(seed_meeting: bytes, changes: st.DataObject) -> None:
    """Whatever stands in a field instead of what should, a sentence comes of it or a meeting."""
    fields = json.loads(seed_meeting)
    for _ in range(changes.draw(st.integers(1, 3))):
        _change(fields, changes)

    changed = json.dumps(fields).encode()
    told = refusal_of(read_meetings, changed)

    if told is None:
        meeting = read_meetings(changed, name="file").meeting
        shown = json.dumps(to_json_value(meeting)).encode()
        assert thaw(freeze(meeting)) == read_meetings(shown, name="shown").meeting == meeting
    else:
        assert told.startswith("file: ")


@given(at=st.integers(0, 17_000), junk=st.binary(max_size=4), cut=st.integers(0, 40))
def test_any_damage_to_a_file_is_read_or_refused(seed_meeting: bytes, at: int, junk: bytes, cut: int) -> None:
    """A file that was cut off or written over is told, not fallen over."""
    damaged = seed_meeting[:at] + junk + seed_meeting[at + cut :]

    told = refusal_of(read_meetings, damaged)

    assert told is None or told.startswith("file: ")


@given(changes=st.data())
def test_any_rules_are_read_or_refused(changes: st.DataObject) -> None:
    """Whatever stands in a rule, a sentence comes of it or a case."""
    fields = {
        "case": "FOI1",
        "withhold": [{"phrase": "x", "at": "1.1", "exemption": ["S43", "S40(2)"], "reason": "r"}],
        "accept": [{"finding": "withheld-elsewhere-open", "text": "t", "reason": "r"}],
    }
    _change(fields, changes)

    told = refusal_of(read_rules, json.dumps(fields).encode())

    assert told is None or told.startswith("file: ")


def _change(group: Any, changes: st.DataObject) -> None:  # noqa: ANN401 - any JSON
    """Put some value in the place of another, anywhere below."""
    while True:
        steps = list(group) if isinstance(group, dict) else list(range(len(group)))
        if not steps:
            return
        step = changes.draw(st.sampled_from(steps))
        if not isinstance(group[step], dict | list) or changes.draw(st.integers(0, 3)) == 0:
            group[step] = changes.draw(values)
            return
        group = group[step]
