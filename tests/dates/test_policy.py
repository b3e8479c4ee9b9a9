"""The policy of due phrases: every example in the table is read as the table says."""

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.due_dates import DueKind, DueReading
from lpgminutes.domain.due_phrases import FAMILIES
from lpgminutes.domain.due_phrases.family import Example

HOUSE = bootstrap.house_dates()
EXAMPLES = [example for family in FAMILIES for example in family.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.phrase for example in EXAMPLES])
def test_an_example_of_the_policy_is_read_as_it_says(example: Example) -> None:
    """What the help shows is what the program does."""
    read = HOUSE.read(example.phrase, on=example.on, next_meeting=example.next_meeting)

    assert in_short(read) == example.reading


def in_short(read: DueReading) -> str:
    """Return a reading as the table writes it: a date, or a kind with its dates."""
    days = (read.due,) if read.due else read.choices
    kind = () if read.kind is DueKind.DATE else (read.kind.value,)
    return " ".join([*kind, *(day.isoformat() for day in days)])
