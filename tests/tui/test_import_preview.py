"""Papers beside their readings: compared, put right, kept once, and never lost unasked."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Series
from lpgminutes.domain.people import Capacity
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store
from lpgminutes.tui.widgets.part_list import PartList

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting

PAPER = """Lot Performance Group

Date: 27 June 2019
Location: Leeds

Attendees:
Priya Nandakumar, Chair
Tom Ashdown, Contract Manager

1. Welcome

1.1 Everybody was welcomed.

1.2 Tom Ashdown took an action to send the figures.

2. Staffing

2.1 41 people started in May.
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper as a text file."""
    folder = tmp_path / "papers"
    folder.mkdir()
    path = folder / "june.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


async def bring_in(person: "Person", path: Path) -> None:
    """Choose a file, or a folder, and open it beside its reading."""
    await person.press("i")
    await person.fill(str(path))
    await person.press("enter", "ctrl+s")
    await person.settle()


async def go_to(person: "Person", words: str) -> None:
    """Go down the reading to the row with these words."""
    await person.press("home")
    for _ in range(60):
        row = person.screen.query_one(PartList).highlighted
        if row is not None and words in f"{row.name} {row.words}":
            return
        await person.press("down")
    raise AssertionError(f"no row says {words!r}:\n{person.sees}")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_paper_stands_beside_its_reading(at_the_screens: "Sitting", paper: Path, size: tuple[int, int]) -> None:
    """Both at once where there is room; where there is none, one key changes between them."""
    async with at_the_screens(size) as person:
        await bring_in(person, paper)

        assert "june.txt" in person.lines[1]
        assert "Date           Thursday 27 June 2019" in person.sees
        if size[0] < 100:
            assert "Attendees:" not in person.sees
            await person.press("v")
        assert "Attendees:" in person.sees


async def test_what_is_to_be_checked_is_said_in_words_and_signs(at_the_screens: "Sitting", paper: Path) -> None:
    """The heading counts it, a key goes to it, another says that it is as it should be."""
    async with at_the_screens() as person:
        await bring_in(person, paper)
        assert "? 1 to check" in person.lines[1]

        await person.press("n")
        assert "? To check" in person.sees
        assert "No protective marking was found" in person.reads
        await person.press("enter")
        await person.waits_for("Put right the row that this is about")
        await person.press("space")

        assert "nothing to check" in person.lines[1]
        assert "✓ To check" in person.sees


async def test_nothing_is_kept_until_it_is_saved_and_then_it_is_a_draft(
    at_the_screens: "Sitting", paper: Path, records: Store
) -> None:
    """Saving with something unchecked asks first; Enter is no."""
    async with at_the_screens() as person:
        await bring_in(person, paper)
        await person.press("s")
        assert "1 place nobody has checked" in person.reads
        await person.press("enter")
        assert services.all_series(records) == ()

        await person.press("s", "y")
        await person.waits_for("saved as")
        await person.press("escape")
        await person.waits_for("27 Jun 2019")
    kept = services.meeting(records, services.meetings(records, today=dt.date(2026, 1, 1))[0].ref)
    assert [item.text for item in kept.items] == ["Welcome", "Staffing"]


@pytest.mark.soak
async def test_every_kind_of_row_can_be_put_right(at_the_screens: "Sitting", paper: Path, records: Store) -> None:
    """Title and date, a person, the words and the kind of a minute, an action; each is taken back by one key."""
    async with at_the_screens((120, 40)) as person:
        await bring_in(person, paper)
        await go_to(person, "Title")
        await person.press("enter", "end")
        await person.fill(" (June)")
        await person.press("enter")
        await go_to(person, "Priya")
        await person.press("enter", "tab", "ctrl+u")
        await person.fill("chair")
        await person.press("enter")
        await go_to(person, "Item 2")
        await person.press("right")
        assert "Minute 1.3" in person.sees
        await person.press("u")
        assert "Item 2" in person.sees
        await go_to(person, "Minute 2.1")
        await person.press("enter", "end")
        await person.fill(" More follow.")
        await person.press("enter")
        await person.press("a")
        await person.fill("Sam Ashe; Finance")
        await person.press("tab", "tab")
        await person.fill("1 August 2019")
        await person.press("enter")
        assert "Sam Ashe, Finance · 2019-08-01 · 41 people started in May. More follow." in " ".join(person.lines[-6:])
        await person.press("s", "y")
        await person.waits_for("saved as")
    kept = services.meeting(records, services.meetings(records, today=dt.date(2026, 1, 1))[0].ref)
    assert kept.title.endswith("(June)")
    assert kept.attendance[0].capacity is Capacity.CHAIR
    assert [(action.owners, action.due, action.raised_in) for action in kept.actions][-1] == (
        ("Sam Ashe", "Finance"),
        dt.date(2019, 8, 1),
        "2.1",
    )


async def test_a_false_action_is_taken_out_and_the_words_stay(at_the_screens: "Sitting", paper: Path) -> None:
    """Only people and actions can be taken out."""
    async with at_the_screens((120, 40)) as person:
        await bring_in(person, paper)
        await go_to(person, "Action")
        await person.press("x")
        assert "no date · send the figures" not in person.sees
        assert "Minute 1.2   Tom Ashdown took an action" in person.sees


async def test_several_papers_are_gone_through_one_by_one(at_the_screens: "Sitting", paper: Path) -> None:
    """One that cannot be read says why and keeps none of the others out."""
    (paper.parent / "july.txt").write_text(PAPER.replace("27 June", "30 July"), encoding="utf-8")
    (paper.parent / "scan.docx").write_bytes(b"%PDF-1.7")
    async with at_the_screens() as person:
        await bring_in(person, paper.parent)
        assert "july.txt · 1 of 3" in person.lines[1]
        await person.press("s", "y")
        await person.waits_for("june.txt · 2 of 3")
        assert "1 saved, 1 cannot be read" in person.lines[1]
        await person.press(">")
        assert "scan.docx cannot be read." in person.reads
        await person.press("S", "y")
        await person.waits_for("2 saved, 1 cannot be read")


@pytest.mark.soak
async def test_the_same_file_is_noticed_before_it_is_compared_again(at_the_screens: "Sitting", paper: Path) -> None:
    """The heading says as what it is kept already, and saving asks."""
    async with at_the_screens((120, 40)) as person:
        await bring_in(person, paper)
        await person.press("s", "y")
        await person.waits_for("saved as")
        await person.press("escape")
        await bring_in(person, paper)

        assert "! brought in before as" in person.lines[1]
        await person.press("s")
        assert "1 file brought in before" in person.reads


async def test_corrections_are_not_lost_by_leaving(at_the_screens: "Sitting", paper: Path) -> None:
    """Leaving asks, and quitting says what would be lost."""
    async with at_the_screens() as person:
        await bring_in(person, paper)
        await go_to(person, "Item 2")
        await person.press("right", "escape")
        assert "Leave without saving?" in person.sees
        await person.press("enter", "ctrl+q")
        await person.waits_for("1 paper was corrected and not saved")


async def test_names_of_files_are_completed_and_taken_one_after_another(at_the_screens: "Sitting", paper: Path) -> None:
    """Tab completes as far as it is certain; the last can be left out again."""
    (paper.parent / "july.txt").write_text(PAPER, encoding="utf-8")
    async with at_the_screens((120, 40)) as person:
        await person.press("i")
        await person.fill(f"{paper.parent}/j")
        await person.press("tab")
        assert "/ju" in person.sees
        await person.type("n")
        await person.press("tab", "enter")
        assert "1 file to read" in person.sees
        await person.press("ctrl+z")
        assert "No files to read." in person.sees
        await person.press("ctrl+u", "enter")
        assert "No file was taken yet" in person.sees


async def test_enter_on_the_folder_of_the_file_just_taken_reads_that_file_alone(
    at_the_screens: "Sitting", paper: Path
) -> None:
    """The folder stays in the line for the next name; nobody typed it, so it stands for no files."""
    (paper.parent / "july.txt").write_text(PAPER, encoding="utf-8")
    async with at_the_screens((120, 40)) as person:
        await person.press("i")
        await person.fill(str(paper))
        await person.press("enter")
        assert "Enter reads what was taken" in person.reads
        await person.press("enter")
        await person.settle()
        assert "june.txt" in person.lines[1]
        assert "july" not in person.sees


async def test_a_paper_stands_under_the_body_that_is_known_by_its_name(
    at_the_screens: "Sitting", paper: Path, records: Store
) -> None:
    """Whatever its short name; the paper says nothing of it."""
    services.add_series(records, Series(short_name="lots", name="The Lot Performance Group"), who="A")
    async with at_the_screens((120, 40)) as person:
        await bring_in(person, paper)
        assert "Lot Performance Group (lots)" in person.reads
