"""The sorts of value that a field of a file may hold, each with its check and its JSON Schema."""

import datetime as dt
import re
from collections.abc import Callable
from enum import Enum
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.meetings import ItemState, MeetingStatus, PointStyle
from lpgminutes.domain.people import Capacity, Conduct, Mode
from lpgminutes.interchange.places import quoted

AS_TEXT = "scalars are texts"
"""The key of the context that says a file was YAML, where a whole number arrives as its text."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")
_LONGEST_WHOLE_NUMBER = 9
_Choice = TypeVar("_Choice", bound=Enum)
_Row = TypeVar("_Row")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"this has to be text in quotes, and is {quoted(value)}.")  # noqa: TRY004 - pydantic's way
    return value


def _text_or_nothing(value: object) -> str:
    return "" if value is None else _text(value)


def _text_or_null(value: object) -> str | None:
    return None if value is None else _text(value)


def _day(value: object) -> dt.date | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError(f"{quoted(value)} is not a date; write it as 2019-06-27, or null when it is not known.")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"there is no {quoted(value)} in the calendar; write the day that is meant.") from None


def _clock(value: object) -> dt.time | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise ValueError(f"{quoted(value)} is not a time; write it as 09:30, or null when it is not known.")
    try:
        return dt.time.fromisoformat(value)
    except ValueError:
        raise ValueError(f"there is no {quoted(value)} on the clock; write 00:00 to 23:59.") from None


def _whole_number(value: object, info: ValidationInfo) -> int:
    if (info.context or {}).get(AS_TEXT) and isinstance(value, str):
        is_short = value.isascii() and value.isdigit() and len(value) <= _LONGEST_WHOLE_NUMBER
        value = int(value) if is_short else value
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("this has to be a whole number from 0 up.")
    return value


def _yes_or_no(value: object, info: ValidationInfo) -> bool:
    if (info.context or {}).get(AS_TEXT) and value in {"true", "false"}:
        return value == "true"
    if value is None:
        return False
    if not isinstance(value, bool):
        raise ValueError("this has to be true or false.")  # noqa: TRY004 - pydantic's way
    return value


def _one_of(choices: type[_Choice]) -> Callable[[object], _Choice]:
    allowed = ", ".join(str(choice.value) for choice in choices)

    def read(value: object) -> _Choice:
        for choice in choices:
            if choice.value == value:
                return choice
        raise ValueError(f"{quoted(value)} is not known here; allowed are: {allowed}.")

    return read


def _one_of_or_null(choices: type[_Choice]) -> Callable[[object], _Choice | None]:
    read = _one_of(choices)
    return lambda value: None if value is None else read(value)


def _rows(value: object) -> object:
    """An empty value in YAML, where a list could stand, is a list of nothing."""
    return [] if value is None else value


def _values(choices: type[Enum]) -> list[str | None]:
    return [choice.value for choice in choices]


Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": "string"})]
TextOrNothing = Annotated[
    str, PlainValidator(_text_or_nothing), WithJsonSchema({"type": ["string", "null"], "default": ""})
]
TextOrNull = Annotated[str | None, PlainValidator(_text_or_null), WithJsonSchema({"type": ["string", "null"]})]
Day = Annotated[
    dt.date | None,
    PlainValidator(_day),
    WithJsonSchema({"type": ["string", "null"], "format": "date", "pattern": f"^{_DAY.pattern}$"}),
]
Clock = Annotated[
    dt.time | None,
    PlainValidator(_clock),
    WithJsonSchema({"type": ["string", "null"], "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
]
WholeNumber = Annotated[int, PlainValidator(_whole_number), WithJsonSchema({"type": "integer", "minimum": 0})]
CapacityChoice = Annotated[Capacity, PlainValidator(_one_of(Capacity)), WithJsonSchema({"enum": _values(Capacity)})]
ModeChoice = Annotated[
    Mode | None, PlainValidator(_one_of_or_null(Mode)), WithJsonSchema({"enum": [*_values(Mode), None]})
]
StateChoice = Annotated[
    ItemState | None, PlainValidator(_one_of_or_null(ItemState)), WithJsonSchema({"enum": [*_values(ItemState), None]})
]
ConductChoice = Annotated[Conduct, PlainValidator(_one_of(Conduct)), WithJsonSchema({"enum": _values(Conduct)})]
YesOrNo = Annotated[bool, PlainValidator(_yes_or_no), WithJsonSchema({"type": ["boolean", "null"], "default": False})]
StyleChoice = Annotated[PointStyle, PlainValidator(_one_of(PointStyle)), WithJsonSchema({"enum": _values(PointStyle)})]
ActionStatusChoice = Annotated[
    ActionStatus, PlainValidator(_one_of(ActionStatus)), WithJsonSchema({"enum": _values(ActionStatus)})
]
MeetingStatusChoice = Annotated[
    MeetingStatus, PlainValidator(_one_of(MeetingStatus)), WithJsonSchema({"enum": _values(MeetingStatus)})
]
Rows = Annotated[list[_Row], BeforeValidator(_rows), Field(default_factory=list)]
