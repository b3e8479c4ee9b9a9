"""Reads a meeting from a file."""

from dataclasses import dataclass, replace

from pydantic import ValidationError

from lpgminutes.domain.meetings import Meeting
from lpgminutes.interchange.building import build_meeting
from lpgminutes.interchange.checks import check
from lpgminutes.interchange.field_types import AS_TEXT
from lpgminutes.interchange.given_numbers import without_computed_numbers
from lpgminutes.interchange.intake import Intake
from lpgminutes.interchange.loading import Loaded, load
from lpgminutes.interchange.models import MeetingModel
from lpgminutes.interchange.problems import Problems, add_failed_checks
from lpgminutes.interchange.unknown_fields import unknown_field_warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A meeting from a file, and what a person should know of how it was read."""

    meeting: Meeting
    warnings: tuple[str, ...] = ()


def read_meetings(data: bytes, *, name: str) -> Imported:
    """Read the one meeting that a JSON or YAML file holds; ``name`` is what a refusal calls the file."""
    problems = Problems(name)
    model = _checked(load(data, name=name), problems)
    intake = Intake(problems, warnings=unknown_field_warnings(model))
    meeting = build_meeting(model, intake)
    meeting = replace(meeting, items=without_computed_numbers(meeting.items))
    problems.raise_if_any()
    check(meeting, intake)
    problems.raise_if_any()
    return Imported(meeting=meeting, warnings=tuple(intake.warnings))


def _checked(loaded: Loaded, problems: Problems) -> MeetingModel:
    try:
        return MeetingModel.model_validate(loaded.fields, context={AS_TEXT: loaded.is_yaml})
    except ValidationError as failed:
        add_failed_checks(problems, failed)
    problems.raise_if_any()
    raise AssertionError("a failed check is a problem")
