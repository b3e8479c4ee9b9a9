"""A table that tells again, by their references, the actions that the minutes told with a cue."""

from lpgminutes.importing.actions import without_repeats
from lpgminutes.importing.attendance_columns import table_people
from lpgminutes.importing.found_action import FoundAction
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import Cell, SourceLine


def _told(ref: str, owner: str, text: str, due: str = "", *, is_row: bool = False) -> FoundAction:
    return FoundAction(text=text, owners=(owner,), ref=ref, due_words=due, place=1, paragraph=1, is_row=is_row)


def test_the_row_of_an_action_gives_its_words_and_the_minute_its_day() -> None:
    """What the table leaves out is kept from the cue."""
    told, row = _told("AP1", "Ann Roe", "It was agreed.", "5 June"), _told("AP1", "Ann Roe", "book it", is_row=True)
    [kept] = without_repeats([told, row], Remarks())
    assert (kept.text, kept.due_words, kept.is_row) == ("book it", "5 June", False)


def test_another_action_of_the_same_number_is_another() -> None:
    """Small numbers are given anew in every list: neither somebody else's row nor a second one takes its place."""
    told = _told("1", "Ann Roe", "book a venue", "5 June")
    rows = [
        _told("1", "Bob Lee", "write", is_row=True),
        *[_told("1", "Ann Roe", t, is_row=True) for t in ("ask", "pay")],
    ]
    kept = without_repeats([told, *rows], Remarks())
    assert [one.text for one in kept] == ["ask", "write", "pay"]


def _table(*rows: tuple[str, ...]) -> list[SourceLine]:
    return [
        SourceLine(
            place=at,
            spaced="  ".join(row),
            table=1,
            cells=tuple(
                Cell(column=column, lines=(SourceLine(place=at, spaced=words),)) for column, words in enumerate(row)
            ),
        )
        for at, row in enumerate(rows)
    ]


def test_a_column_of_capacities_that_says_more_is_read_as_any_other() -> None:
    """No word of it may be lost."""
    head = ("Name", "Capacity", "Organisation")
    known = table_people(
        _table(head, ("Kate Bush", "Apologies (sent Zed Orr)", "Umbra"), ("Bob Lee", "Member", "Umbra"))
    )
    assert known is not None
    assert [(people.group.capacity.value, people.group.note) for people in known] == [
        ("apologies", "sent Zed Orr"),
        ("member", ""),
    ]
    other = table_people(_table(head, ("Bob Lee", "Lead Sponsor", "Umbra")))
    assert other is None or "Lead Sponsor" in "".join(line.spaced for people in other for line in people.lines)
