"""``lpgminutes find`` as a person meets it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]
FIELDS = [
    *("kind", "meeting", "number", "ref", "block_id", "action_id", "marking", "text", "matches"),
    *("cut_before", "cut_after"),
]


@pytest.mark.usefixtures("june")
def test_each_hit_says_where_it_stands_above_its_sentence(command: Command) -> None:
    """The marking of what is shown is said beside it."""
    outcome = command("find", "recruited")
    lines = outcome.out.splitlines()
    assert (outcome.code, lines[0]) == (0, "lpg/2019-06-27 3.1  minute")
    assert "recruited" in lines[1]
    assert outcome.err == "Marking: OFFICIAL-SENSITIVE\n"


@pytest.mark.usefixtures("june")
def test_json_has_stable_names_and_matches_as_numbers(command: Command) -> None:
    """Offsets, not markup."""
    said = json.loads(command("find", "--json", "recruited").out)
    [hit] = said["hits"]
    assert (list(said), list(hit)) == (["words", "marking", "hits"], FIELDS)
    assert [hit["text"][start:end] for start, end in hit["matches"]] == ["recruited"]


@pytest.mark.usefixtures("june")
@pytest.mark.parametrize("typed", ['"recruited', "-recruited", "recruited*", "(recruited", "recruited:", "^recruited"])
def test_signs_are_data(command: Command, typed: str) -> None:
    """A dash before a word is no option, and a quote needs no other."""
    assert len(json.loads(command("find", "--json", typed).out)["hits"]) == 1


@pytest.mark.usefixtures("june")
def test_nothing_found_is_said(command: Command) -> None:
    """On standard error: the data is empty."""
    outcome = command("find", "zebra")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing holds all of these words.\n")


@pytest.mark.usefixtures("june")
def test_only_the_kinds_asked_for(command: Command) -> None:
    """A kind that there is not is refused with those that there are."""
    hits = json.loads(command("find", "--json", "--kind", "action", "lpg").out)["hits"]
    assert {hit["kind"] for hit in hits} <= {"action"}
    assert command("find", "--kind", "zebra", "lpg").code == 2


@pytest.mark.usefixtures("june")
def test_without_words_there_is_nothing_to_look_for(command: Command) -> None:
    """It says how to ask."""
    outcome = command("find")
    assert (outcome.code, "Say what to look for" in outcome.err) == (2, True)


@pytest.mark.usefixtures("june")
def test_everything_held_about_a_person_has_stable_names(command: Command) -> None:
    """Complete, with the place and the field of each text."""
    said = json.loads(command("find", "--person", "Priya Nandakumar", "--json").out)
    assert list(said) == ["person", "as_at", "marking", "held", "changes"]
    fields = [
        "record",
        "record_words",
        "record_id",
        "field",
        "meeting",
        "number",
        "ref",
        "certainty",
        "text",
        "matches",
    ]
    assert all(list(one) == fields for one in said["held"])
    assert {one["record"] for one in said["held"]} >= {"attendance", "person", "block"}


@pytest.mark.usefixtures("june")
def test_what_is_held_is_printed_by_sort_of_record(command: Command) -> None:
    """And counted beside it; words and a person together are refused."""
    outcome = command("find", "--person", "Priya Nandakumar")
    assert "Attendance" in outcome.out.splitlines()
    assert "Marking: OFFICIAL-SENSITIVE" in outcome.err
    assert command("find", "words", "--person", "Priya Nandakumar").code == 2
    assert command("find", "--person", "Zebedee Quux").err == "Nothing is held about a person of that name.\n"


@pytest.mark.usefixtures("june")
def test_the_index_of_names_says_for_everybody_where_they_are_named(command: Command) -> None:
    """A line for each meeting under the name; the marking of it all is said beside it."""
    outcome = command("find", "--everybody")
    lines = outcome.out.splitlines()
    at = lines.index("Margaret Ellwood")
    assert lines[at + 1].startswith("    lpg/2019-06-27  attendance, 1.1")
    assert outcome.err.endswith("people are named, in 1 meetings. Marking: OFFICIAL-SENSITIVE\n")


@pytest.mark.usefixtures("june")
def test_the_index_as_json_has_a_place_for_each_text(command: Command) -> None:
    """With stable names, and in the order of the printed index."""
    said = json.loads(command("find", "--everybody", "--json").out)
    assert (list(said), list(said["people"][0])) == (["marking", "people"], ["name", "places"])
    ellwood = next(one for one in said["people"] if one["name"] == "Margaret Ellwood")
    assert ellwood["places"][0] == {"meeting": "lpg/2019-06-27", "record": "attendance", "number": "", "ref": ""}


def test_without_anybody_the_index_says_so(command: Command) -> None:
    """An empty index is no mistake; words beside it are."""
    command("series", "add", "lpg", "Lot Performance Group")
    outcome = command("find", "--everybody")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nobody of the register is named in any minutes.\n")
    assert command("find", "--everybody", "--person", "Tom Ash").code == 2
