"""The action log as a spreadsheet, read back from its bytes."""

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lpgminutes.documents.action_log import render_action_log, render_action_log_csv
from lpgminutes.documents.action_sheet import render_action_log_xlsx
from lpgminutes.domain.reports import ActionLog
from lpgminutes.errors import RenderError

FORMULAS = ["=1+1", "=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "#N/A", "1e9", "TRUE", "2019-06-01", "{=1}"]


def parts(content: bytes) -> dict[str, str]:
    """Return the parts of a file as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def sheet(content: bytes, name: str = "Actions") -> Any:  # noqa: ANN401 - openpyxl has no types
    """Return a sheet of a file as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(content))[name]


@pytest.mark.parametrize("words", FORMULAS)
def test_what_people_typed_is_a_text_and_never_a_formula(action_log: ActionLog, words: str) -> None:
    """In every cell that holds it, by the bytes; text stays text also when the cell is edited."""
    typed = words.strip("\t")
    action = replace(action_log.actions[0], text=typed, ref=typed, owners=(typed,), last_note=typed, raised_in=typed)
    content = render_action_log_xlsx(replace(action_log, title=typed, actions=(action,)))
    made = parts(content)
    everything = "".join(made.values())
    assert re.findall(r"<f[ >/]", everything) == []
    cells = re.findall(r'<c r="([A-Z]+4)"[^>]*t="(\w+)"', made["xl/worksheets/sheet1.xml"])
    kinds = dict(cells)
    assert {kinds[column] for column in ("A4", "B4", "C4", "O4", "Q4")} == {"inlineStr"}
    read = sheet(content)
    assert [read[place].value for place in ("A4", "B4", "C4", "Q4")] == [typed] * 4
    assert {read[place].number_format for place in ("A4", "B4", "C4", "Q4")} == {"@"}


def test_dates_are_dates_and_numbers_numbers(action_log: ActionLog) -> None:
    """So that they sort and filter as such."""
    action = replace(
        action_log.actions[0], original_due=dt.date(2019, 5, 1), slips=2, slip_days=31, raised_on=dt.date(2019, 4, 18)
    )
    read = sheet(render_action_log_xlsx(replace(action_log, actions=(action,))))
    row = dict(zip((cell.value for cell in read[3]), read[4], strict=True))
    assert row["Due"].value == dt.datetime(2019, 6, 1)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert (row["Due"].is_date, row["Due"].number_format) == (True, "d mmm yyyy")
    figures = [row[head].value for head in ("Slips", "Days slipped", "Days overdue", "Age in days")]
    assert figures == [2, 31, 26, 70]
    assert row["Done with on"].value is None


def test_the_head_stays_and_filters(action_log: ActionLog) -> None:
    """The rows above the first action do not scroll away, and every column has a filter."""
    read = sheet(render_action_log_xlsx(action_log))
    assert (read.freeze_panes, read.auto_filter.ref) == ("A4", "A3:Q6")
    assert all(cell.font.b for cell in read[3])
    assert read.column_dimensions["B"].width == 60
    assert read["B4"].alignment.wrap_text


@pytest.mark.parametrize("name", ["Actions", "By owner"])
def test_each_sheet_is_marked_on_the_screen_and_on_every_printed_page(action_log: ActionLog, name: str) -> None:
    """Landscape, as wide as a page, the head on each, and an ampersand in a marking is no code."""
    log = replace(action_log, marking="OFFICIAL-SENSITIVE <R&D>")
    read = sheet(render_action_log_xlsx(log), name)
    assert read["A1"].value == log.marking
    assert (read.page_setup.orientation, read.page_setup.fitToHeight, read.print_title_rows) == (
        "landscape",
        0,
        "$1:$3",
    )
    assert read.sheet_properties.pageSetUpPr.fitToPage
    for line in (read.oddHeader, read.oddFooter):
        assert line.center.text == "OFFICIAL-SENSITIVE <R&&D>"
    assert read.oddFooter.right.text == "Page &P of &N"


def test_the_figures_by_owner_stand_on_a_sheet_of_their_own(action_log: ActionLog) -> None:
    """Each owner, and last every action once."""
    read = sheet(render_action_log_xlsx(action_log), "By owner")
    rows = [[cell.value for cell in row[:3]] for row in read.iter_rows(min_row=4)]
    assert rows == [
        ["Ada Quill", 1, 1],
        ["Ben Ross", 1, 1],
        ["no owner", 1, 0],
        ["every action once", 2, 1],
    ]


def test_the_same_log_gives_the_same_bytes_and_no_trace_of_its_making(action_log: ActionLog) -> None:
    """No author, no program, no hour."""
    content = render_action_log_xlsx(action_log)
    assert content == render_action_log_xlsx(action_log)
    made = parts(content)
    assert next(iter(made)) == "[Content_Types].xml"
    assert "openpyxl" not in "".join(made.values())
    assert re.findall(r"created|modified|20\d\d-\d\d-\d\dT", made["docProps/core.xml"]) == []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_goes_through_a_temporary_file(
    action_log: ActionLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the minutes say is not left lying about on a disk."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    assert render_action_log_xlsx(action_log)
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut(action_log: ActionLog) -> None:
    """A spreadsheet would cut it without a word."""
    long = replace(action_log.actions[0], text="secret " * 5000)
    with pytest.raises(RenderError, match="35,000 characters") as refusal:
        render_action_log_xlsx(replace(action_log, actions=(long,)))
    assert "secret" not in str(refusal.value)


def test_an_empty_log_is_a_sheet_with_a_head(action_log: ActionLog) -> None:
    """The head, and nothing under it."""
    read = sheet(render_action_log_xlsx(replace(action_log, actions=())))
    assert (read.max_row, read["A3"].value) == (3, "Reference")


def test_csv_has_the_same_columns_and_iso_dates(action_log: ActionLog) -> None:
    """With the day and the marking in every row, since a CSV file has no place for them but that."""
    heads, first, *_ = render_action_log_csv(action_log).decode("utf-8-sig").splitlines()
    assert heads.endswith("Last note,As at,Marking")
    assert ",2019-06-01,1 June," in first
    assert first.endswith(",2019-06-27,OFFICIAL")


@pytest.mark.parametrize(
    ("suffix", "start"), [(".xlsx", b"PK"), (".docx", b"PK"), (".csv", b"\xef\xbb\xbf"), (".ics", b"BEGIN")]
)
def test_a_suffix_says_which_file(action_log: ActionLog, suffix: str, start: bytes) -> None:
    """One door for every kind."""
    assert render_action_log(action_log, suffix).startswith(start)
