"""The schedule of a release and the action log."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from lpgminutes.documents.action_log import render_action_log_csv
from lpgminutes.documents.docx import render_action_log_docx, render_schedule_docx
from lpgminutes.documents.register import render_register_csv
from lpgminutes.documents.schedule import render_schedule_csv
from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.reports import ActionLog, Schedule

if TYPE_CHECKING:
    from tests.documents.conftest import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def rows(package: "Package", number: int) -> list[list[str]]:
    """Return the texts of a table, row by row."""
    table = list(package.xml().iter(f"{W}tbl"))[number]
    return [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]


def test_the_schedule_lists_every_mark(schedule: Schedule, opened: Callable[[bytes], "Package"]) -> None:
    """Mark, place, sort of thing, exemption and its kind; an en dash where nothing is to be said."""
    assert rows(opened(render_schedule_docx(schedule)), 0) == [
        ["Mark", "Where", "What", "Exemption", "Kind"],
        ["R001", "minute 3.1", "a person", "FOIA s40(2)", "absolute"],
        ["R002", "minute 3.1", "=a passage", "FOIA s40(2)", "–"],
    ]


def test_the_schedule_counts_and_explains_the_exemptions(
    schedule: Schedule, opened: Callable[[bytes], "Package"]
) -> None:
    """How many marks cite each, and what each is."""
    package = opened(render_schedule_docx(schedule))
    assert rows(package, 1)[1:] == [["FOIA s40(2)", "2"]]
    assert rows(package, 2)[1:] == [["FOIA s40(2)", "personal information: absolute"]]


def test_a_schedule_of_nothing_says_so(schedule: Schedule, opened: Callable[[bytes], "Package"]) -> None:
    """No table stands empty."""
    package = opened(render_schedule_docx(replace(schedule, entries=(), counts=(), key=())))
    assert ("Nothing is withheld." in package.read(), list(package.xml().iter(f"{W}tbl"))) == (True, [])


def test_the_schedule_names_case_and_minutes(schedule: Schedule, opened: Callable[[bytes], "Package"]) -> None:
    """So that it can be laid beside them."""
    paragraphs = opened(render_schedule_docx(schedule)).paragraphs()
    assert ("Date", "Case:\tFOI2019/26281") in paragraphs
    assert ("Subtitle", "Lot Performance Group meeting") in paragraphs


def test_the_log_says_what_is_overdue_in_words(action_log: ActionLog, opened: Callable[[bytes], "Package"]) -> None:
    """Not by colour; a closed action is not overdue, and a date that is only words is printed as written."""
    assert rows(opened(render_action_log_docx(action_log)), 0)[1:] == [
        [
            "AP0419-01",
            "send the <paper> & figures (lpg/2019-04-18, 2.2)",
            "Ada Quill, Ben Ross",
            "1 Jun 2019",
            "0",
            "Overdue 26 days",
        ],
        [
            "AP0419-02",
            "send the <paper> & figures (lpg/2019-04-18, 2.2)",
            "Ada Quill, Ben Ross",
            "1 Jun 2019",
            "0",
            "Closed",
        ],
        ["AP0419-03", "send the <paper> & figures (lpg/2019-04-18)", "–", "by the next meeting", "0", "Open"],
    ]


def test_a_complete_action_says_what_it_waits_for(action_log: ActionLog, opened: Callable[[bytes], "Package"]) -> None:
    """The owner says that it is done, and the body has not agreed."""
    done = replace(action_log.actions[0], status=ActionStatus.COMPLETE, due=None)
    read = rows(opened(render_action_log_docx(replace(action_log, actions=(done,)))), 0)
    assert read[1][5] == "Complete, awaiting agreement"


@pytest.mark.parametrize(("days", "overdue"), [(-1, False), (0, False), (1, True)])
def test_an_action_is_overdue_from_the_day_after(action_log: ActionLog, days: int, overdue: bool) -> None:  # noqa: FBT001  # a table of cases
    """Not on the day it is due."""
    action = action_log.actions[0]
    assert action.due is not None
    assert action.is_overdue(action.due + timedelta(days=days)) is overdue


@pytest.mark.parametrize("status", ActionStatus)
def test_only_what_is_waited_for_can_be_overdue(action_log: ActionLog, status: ActionStatus) -> None:
    """And nothing without a date can be."""
    action = replace(action_log.actions[0], status=status)
    assert action.is_overdue(date(2030, 1, 1)) == status.is_outstanding
    assert not replace(action, due=None).is_overdue(date(2030, 1, 1))


def test_the_log_says_its_day_and_its_sums(action_log: ActionLog, opened: Callable[[bytes], "Package"]) -> None:
    """Everything on it is as at that day."""
    assert (
        "As at Thursday 27 June 2019: 2 outstanding, of which 1 overdue."
        in opened(render_action_log_docx(action_log)).read()
    )


def test_an_empty_log_says_so(action_log: ActionLog, opened: Callable[[bytes], "Package"]) -> None:
    """No table stands empty."""
    read = opened(render_action_log_docx(replace(action_log, actions=()))).read()
    assert ("There are no actions." in read, "0 outstanding" in read) == (True, True)


def test_the_log_lies_on_its_side(action_log: ActionLog, opened: Callable[[bytes], "Package"]) -> None:
    """It has six columns."""
    size = next(opened(render_action_log_docx(action_log)).xml().iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}orient")) == ("16838", "landscape")


@pytest.mark.parametrize("place", ["header", "footer"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_both_are_marked_on_every_page(
    schedule: Schedule, action_log: ActionLog, opened: Callable[[bytes], "Package"], place: str, number: int
) -> None:
    """In each kind of header and footer."""
    part = f"word/{place}{number}.xml"
    assert "OFFICIAL - FOR PUBLIC RELEASE" in opened(render_schedule_docx(schedule)).read(part)
    assert "OFFICIAL" in opened(render_action_log_docx(action_log)).read(part)


def test_csv_holds_the_same_rows(schedule: Schedule) -> None:
    """One row for each mark, ends of line as spreadsheets write them."""
    content = render_schedule_csv(schedule)
    assert content == (
        b"Mark,Where,What is withheld,Exemption,Kind\r\n"
        b"R001,minute 3.1,a person,FOIA s40(2),absolute\r\n"
        b"R002,minute 3.1,'=a passage,FOIA s40(2),\r\n"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\n=", "\N{FULLWIDTH EQUALS SIGN}"])
def test_no_cell_of_the_csv_is_a_formula(schedule: Schedule, start: str) -> None:
    """A spreadsheet takes a cell that begins so for something to reckon with."""
    entry = replace(schedule.entries[0], place=f"{start}cmd|'/c calc'!A0", what=f"{start}1")
    content = render_schedule_csv(replace(schedule, entries=(entry,))).decode()
    cells = list(csv.reader(io.StringIO(content, newline="")))[1]
    assert [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "\uff1d"))] == []


@pytest.mark.parametrize("words", ['say "no", twice', "two\nlines", "a;b", "'quoted'", ""])
def test_csv_reads_back_as_it_was_written(schedule: Schedule, words: str) -> None:
    """Quotes, commas and line breaks are the module's."""
    content = render_schedule_csv(replace(schedule, entries=(replace(schedule.entries[0], what=words),))).decode()
    assert list(csv.reader(io.StringIO(content, newline="")))[1][2] == words


@dataclass(frozen=True, slots=True)
class Withheld:
    """An entry of the internal register."""

    id: str = "001"
    place: str = "minute 3.1"
    withheld: str = "£2,150 – in May"
    citation: str = "FOIA s43"
    rule: str = "phrase: £2,150"
    reason: str = ""


def _decoded(content: bytes) -> Sequence[Sequence[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_lists_for_inside_begin_with_a_byte_order_mark(action_log: ActionLog) -> None:
    """A spreadsheet would garble a pound sign without it; who reads past it finds the same cells."""
    log = replace(action_log, actions=(replace(action_log.actions[0], text="pay £3 – now"),))
    made = (render_action_log_csv(log), render_register_csv((Withheld(),)))
    assert [content[:3] for content in made] == [b"\xef\xbb\xbf"] * 2
    assert (_decoded(made[0])[0][0], _decoded(made[0])[1][1]) == ("Reference", "pay £3 – now")
    assert (_decoded(made[1])[0][0], _decoded(made[1])[1][2]) == ("Entry", "£2,150 – in May")


def test_what_goes_out_has_no_byte_order_mark(schedule: Schedule) -> None:
    """The first cell of the schedule is its first word, in any program."""
    assert render_schedule_csv(schedule).startswith(b"Mark,")
