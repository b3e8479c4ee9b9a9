"""What runs on where a list, an address or a title might be thought to end."""

from collections.abc import Callable

import pytest

from lpgminutes.domain.people import Capacity
from lpgminutes.importing import Reading
from lpgminutes.importing.item_titles import split_title

Read = Callable[[str], Reading]
BODY = "1. Welcome\nThe Chair thanked everyone.\n2. Budget\nThe budget was noted by all who were there.\n"


@pytest.mark.parametrize(
    "people",
    [
        "Present: Ann Roe (Chair), Ben Lee (DCLG), Cy Orr (LGA). Apologies: Di Poe (Kent CC). In attendance: Ed Fox.",
        "Present: Ann Roe (Chair), Ben Lee (DCLG), Cy Orr (LGA) Apologies: Di Poe (Kent CC) In attendance: Ed Fox",
        "Present: Ann Roe (Chair), Ben Lee, Cy Orr.\nApologies: Di Poe. Also present: Ed Fox.",
    ],
)
def test_lists_of_people_that_run_on_in_one_paragraph_are_read_apart(read: Read, people: str) -> None:
    """Everybody stands in the list that the nearest label before them names."""
    rows = {
        row.name: row.capacity for row in read(f"Parish Council\n1 May 2019\n{people}\n\n{BODY}").meeting.attendance
    }
    assert rows == {
        "Ann Roe": Capacity.CHAIR,
        "Ben Lee": Capacity.MEMBER,
        "Cy Orr": Capacity.MEMBER,
        "Di Poe": Capacity.APOLOGIES,
        "Ed Fox": Capacity.IN_ATTENDANCE,
    }


def test_a_colon_behind_a_post_begins_no_list(read: Read) -> None:
    """Only words that name a list of people part one."""
    people = "Present: Ann Roe (Chair), Ben Lee (Lead: Roads), Cy Orr (LGA). Dial: none"
    rows = read(f"Parish Council\n1 May 2019\n{people}\n\n{BODY}").meeting.attendance
    assert [row.name for row in rows][:3] == ["Ann Roe", "Ben Lee", "Cy Orr"]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Ninth Meeting held at the Mill House\nLeeds LS1 4AB", "the Mill House, Leeds LS1 4AB"),
        (
            "Ninth Meeting held at the Mill House\nLeeds LS1 4AB [http://mill.example/way]",
            "the Mill House, Leeds LS1 4AB",
        ),
        ("Ninth Meeting held at the Mill House\n\nOur ref: LS1 4AB", "the Mill House"),
        ("Ninth Meeting held at Mill House, Leeds LS1 4AB\nWharf Hall, Hull HU1 1AA", "Mill House, Leeds LS1 4AB"),
    ],
)
def test_an_address_may_run_over_two_lines(read: Read, head: str, place: str) -> None:
    """The line below a place belongs to it when the postcode stands there, and only then."""
    assert read(f"Roads Panel\n{head}\n1 May 2019\nPresent: Ann Roe, Ben Lee\n\n{BODY}").meeting.location == place


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("Accounts were presented and accepted. Cheques were signed for the lamp and the hedge.", "Accounts",
         "were presented and accepted. Cheques were signed for the lamp and the hedge."),
        ("The road closure was noted. The clerk has written to the county about the signs.",
         "The road closure was noted.", "The clerk has written to the county about the signs."),
    ],
)  # fmt: skip
def test_a_title_that_every_agenda_knows_ends_where_its_sentence_begins(line: str, title: str, text: str) -> None:
    """``Accounts were presented`` is about the item Accounts; an unknown subject stays a sentence."""
    assert tuple(part.strip() for part in split_title(line)) == (title, text)


def test_people_before_a_verb_own_an_action_though_a_purpose_follows(read: Read) -> None:
    """The ``to`` that opens the purpose is not the one that parts owners from their task."""
    paper = f"Roads Panel\n1 May 2019\nPresent: Ann Roe, Ben Lee, Cy Orr\n\n{BODY}"
    (action,) = read(
        f"{paper}ACTION: Ann Roe, Ben Lee develop the ideas and find ways to show the results.\n"
    ).meeting.actions
    assert action.owners == ("Ann Roe", "Ben Lee")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ann Roe to invite the auditor to a future meeting.", ""),
        ("Ann Roe to bring the audit to a future meeting.", "to a future meeting"),
        ("Ann Roe to invite the auditor to the next Panel.", "to the next Panel"),
        ("Ann Roe to bring the audit to the June Board meeting.", "to the June Board meeting"),
        ("Ann Roe to write to the May Fair Committee.", ""),
    ],
)
def test_what_goes_to_a_meeting_is_due_then_and_an_invitation_to_some_day_is_not(text: str, due: str) -> None:
    """A paper goes to a meeting by its day; an invitation goes out now, though the meeting may be far off."""
    from lpgminutes.bootstrap import read_meeting  # the reader of dates comes with it

    paper = f"Roads Panel\n1 May 2019\nPresent: Ann Roe, Ben Lee\n\n{BODY}ACTION: {text}\n"
    (action,) = read_meeting(paper.encode(), name="paper.txt")[0].actions
    assert action.due_as_written == due
