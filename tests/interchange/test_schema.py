import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from lpgminutes.interchange.reading import read_meetings
from lpgminutes.interchange.schema import meeting_schema
from lpgminutes.interchange.writing import freeze, to_json_value

WithValue = Callable[..., bytes]


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """The published schema, ready to check."""
    return jsonschema.Draft202012Validator(
        meeting_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_the_schema_is_a_schema() -> None:
    """What is published can be used by others' tools."""
    jsonschema.Draft202012Validator.check_schema(meeting_schema())


def test_the_worked_example_fits_the_schema(validator: jsonschema.Draft202012Validator, seed_meeting: bytes) -> None:
    """The example in the contract, and what is written of it, are valid."""
    meeting = read_meetings(seed_meeting, name="m.json").meeting

    validator.validate(json.loads(seed_meeting))
    validator.validate(to_json_value(meeting))
    validator.validate(json.loads(freeze(meeting)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", 2),
        ("format", "x"),
        ("date", "2019-02-30"),
        ("start", "25:00"),
        ("status", "done"),
        ("title", 1),
        ("items", [{"title": 1}]),
    ],
)
def test_the_schema_refuses_what_import_refuses(
    validator: jsonschema.Draft202012Validator,
    with_value: WithValue,
    field: str,
    value: Any,  # noqa: ANN401 - any JSON
) -> None:
    """A file that a tool found valid is not refused for its form."""
    assert not validator.is_valid(json.loads(with_value(field, value=value)))


def test_every_group_is_described() -> None:
    """The schema is the documentation of the file."""
    schema: Any = meeting_schema()

    assert schema["description"]
    assert [name for name, group in schema["$defs"].items() if not group.get("description")] == []
