"""The policy of due phrases: every example in the table is read as the table says."""

from collections.abc import Callable

import pytest

from lpgminutes.domain.due_dates import DueReading
from lpgminutes.domain.due_phrases import FAMILIES
from lpgminutes.domain.due_phrases.family import Example
from lpgminutes.services.ports import DateReader

EXAMPLES = [example for family in FAMILIES for example in family.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.phrase for example in EXAMPLES])
def test_an_example_of_the_policy_is_read_as_it_says(
    house: DateReader, in_short: Callable[[DueReading], str], example: Example
) -> None:
    """What the help shows is what the program does."""
    read = house.read(example.phrase, on=example.on, next_meeting=example.next_meeting)

    assert in_short(read) == example.reading
