"""Due phrases as British offices write them: each is read as a careful secretary would, or asks."""

from datetime import date
from pathlib import Path

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.due_dates import DueKind, DueReading

HOUSE = bootstrap.house_dates()
MEETING, NEXT = date(2019, 6, 20), date(2019, 8, 1)
LIST = Path(__file__).parents[1] / "data" / "due" / "phrases.tsv"
ROWS = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("phrase", "said_on", "expected"), ROWS, ids=[row[0] or "nothing" for row in ROWS])
def test_a_phrase_is_read_as_the_list_says(phrase: str, said_on: str, expected: str) -> None:
    """The list says what a careful secretary would enter, or what must be asked."""
    on = date.fromisoformat(said_on) if said_on else MEETING
    read = HOUSE.read(phrase, on=on, next_meeting=NEXT if on < NEXT and on.year == NEXT.year else None)

    assert in_short(read) == expected
    assert read.phrase == phrase


def in_short(read: DueReading) -> str:
    """Return a reading as the list writes it: a date, or a kind with its dates."""
    days = (read.due,) if read.due else read.choices
    kind = () if read.kind is DueKind.DATE else (read.kind.value,)
    return " ".join([*kind, *(day.isoformat() for day in days)])
