"""The policy of due phrases: every example in the table is read as the table says."""

from collections.abc import Callable

from lpgminutes.domain.due_dates import DueReading
from lpgminutes.domain.due_phrases import FAMILIES
from lpgminutes.services.ports import DateReader


def test_every_example_of_the_policy_is_read_as_it_says(
    house: DateReader, in_short: Callable[[DueReading], str]
) -> None:
    """What the help shows is what the program does."""
    told = {
        example.phrase: (
            example.reading,
            in_short(house.read(example.phrase, on=example.on, next_meeting=example.next_meeting)),
        )
        for family in FAMILIES
        for example in family.examples
    }

    assert {phrase: pair for phrase, pair in told.items() if pair[0] != pair[1]} == {}
