"""Marks in more of the ways in which people make them, and what only looks like one."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest

Command = Callable[..., Any]
Found = Callable[[str], Mapping[str, Any]]


@pytest.fixture
def found(command: Command, tmp_path: Path) -> Found:
    """Review a text that was written for a test; returned as the command prints it."""

    def reviewed(text: str) -> Mapping[str, Any]:
        copy = tmp_path / ("copy.md" if text.startswith("|") else "copy.txt")
        copy.write_text(text, encoding="utf-8")
        return dict(json.loads(command("review", copy, "--json").out))

    return reviewed


def _marks(told: Mapping[str, Any]) -> Sequence[tuple[str, tuple[str, ...], str]]:
    return [(mark["as_shown"], tuple(mark["citation"]), mark["what"]) for mark in told["marks"]]


def _kinds(told: Mapping[str, Any]) -> list[str]:
    return [finding["finding"] for finding in told["findings"]]


@pytest.mark.parametrize(
    ("text", "shown", "cited"),
    [
        ("1.1 XXXX S40(2)S43(2) spoke.", "XXXX S40(2)S43(2)", ("FOIA s40(2)", "FOIA s43(2)")),
        (
            "1.1 \u2588\u2588\u2588\u2588 FOIA 2000 s.43(2) met.",
            "\u2588\u2588\u2588\u2588 FOIA 2000 s.43(2)",
            ("FOIA s43(2)",),
        ),
        ("1.1 XXXX FOI Act s40(2) met.", "XXXX FOI Act s40(2)", ("FOIA s40(2)",)),
        (
            "1.1 [Exempt under Section 36(2)(b)(i) and (ii) of FOIA]",
            "[Exempt under Section 36(2)(b)(i) and (ii) of FOIA]",
            ("FOIA s36(2)(b)(i)", "FOIA s36(2)(b)(ii)"),
        ),
        ("1.1 The fee was \u00a3XXX,XXX S43(2).", "XXX,XXX S43(2)", ("FOIA s43(2)",)),
        ("1.1 The fee was \u00a3\u2588\u2588,\u2588\u2588\u2588.", "\u2588\u2588,\u2588\u2588\u2588", ()),
        ("1.1 It met on XX/XX/2021 (s38).", "XX/XX/2021 (s38)", ("FOIA s38",)),
        ("1.1 XXXX s40(2)thanked everyone.", "XXXX s40(2)", ("FOIA s40(2)",)),
        ("1.1 XXXX s40(2) and (b) the roof were noted.", "XXXX s40(2)", ("FOIA s40(2)",)),
    ],
)
def test_a_label_is_read_whole(found: Found, text: str, shown: str, cited: tuple[str, ...]) -> None:
    """Joined, with a year, with a second limb, behind a sum or a date, without a blank after it."""
    ((as_shown, citation, _),) = _marks(found(text))

    assert (as_shown, citation) == (shown, cited)


def test_labels_that_touch_keep_their_marks(found: Found) -> None:
    """One behind its mask, and the next before its own."""
    assert [shown for shown, *_ in _marks(found("1.1 XXXXS40(2)S38XXXX spoke."))] == ["XXXXS40(2)", "S38XXXX"]


def test_an_exemption_in_the_place_of_words_is_a_mark(found: Found) -> None:
    """Where one acts, costs money or is all that a field says; then the others that nobody speaks of as law."""
    told = found(
        "Date: Section 38\n\nAttendees: Section 40, s40(2) and Cllr P Jones\n\n1. Lease\n\n"
        "1.1 Section 40 introduced it. The rent is \u00a3S43(2) a year.\n\n"
        "1.2 S.43(2) was preferred; the report is exempt under section 43(2).\n\n1.3 Section 43(2)\n\n"
        "1.4 The Section 38 agreement was signed, and whether section 41 applied was asked."
    )

    assert _marks(told) == [
        ("Section 38", ("FOIA s38",), "date"),
        ("Section 40", ("FOIA s40",), "person"),
        ("s40(2)", ("FOIA s40(2)",), "person"),
        ("Section 40", ("FOIA s40",), "person"),
        ("S43(2)", ("FOIA s43(2)",), "figure"),
        ("S.43(2)", ("FOIA s43(2)",), "other stretch of words"),
        ("Section 43(2)", ("FOIA s43(2)",), "other stretch of words"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.1 Section 43 was explained, and Section 40 applies to names. Section 36 requires an opinion.",
        "1.1 Members agreed that Section 40(2) would be used. Under section 41 nothing was withheld.",
        "1.1 Section 21 notices rose. Section 38 works were agreed.\n\n1.2 See section 43(2).",
        "Attendees: Joan Smith, Section 40 lead\n\n1.1 The Section 38 team reported delays.",
        "Section 40(2) personal information\n\nSection 43(2) commercial interests",
        "1.1 The minutes were signed.\n\nSigned: ______________________   Date: ____________",
        "Chair: ____________ Date: ______",
        "Chairman ______________________ Date ________",
        "1.1 Proposed by ______ and seconded by ______.",
        "1.1 The file name__a and snake___case are kept, with __bold__ words.",
        "1.1 The Officer A grade was agreed.",
        "1.1 Vitamin A, Plan B, Person of interest and Official C of E papers were noted.",
    ],
)
def test_what_only_looks_like_one_is_no_mark(found: Found, text: str) -> None:
    """Law that is spoken of, keys, lines for a signature, grades."""
    told = found(text)

    assert (told["marks"], told["findings"]) == ([], [])


def test_an_exemption_that_fills_a_cell_is_a_mark(found: Found) -> None:
    """Not one that the next cell explains, nor one beside a mask without a label."""
    row = "| Name | Role |\n|---|---|\n| S40(2) | Clerk |\n| S43(2) | Supplier |\n"
    key = "| Mark | Meaning |\n|---|---|\n| S40(2) | Personal information |\n| S43 | Commercial interests |\n"

    assert [shown for shown, *_ in _marks(found(row))] == ["S40(2)", "S43(2)"]
    assert _marks(found(key)) == []
    assert [shown for shown, *_ in _marks(found(f"{row}| XXXX | Guest |\n"))] == ["XXXX"]


def test_what_is_named_in_capitals_and_brackets_is_a_mark(found: Found) -> None:
    """A thing that was there; not every word in brackets."""
    told = found("1.1 [NAME] was met on [DATE] at [SUPPLIER A] [sic], [IN FULL] and [the Board].")

    assert [(shown, what) for shown, _, what in _marks(told)] == [
        ("[NAME]", "person"),
        ("[DATE]", "date"),
        ("[SUPPLIER A]", "other stretch of words"),
    ]


def test_blanks_in_sentences_are_marks(found: Found) -> None:
    """In a list of people, in a sentence, behind a sign of money, with a label, before the post of the chair."""
    told = found(
        "Chair: ____________, Head of Highways\n\nPresent: ____________, ________ and Cllr R Shah\n\n"
        "1.1 ______ said the loss was \u00a3____ and __________ (s40(2)) left. [____] spoke."
    )

    assert [(shown, what) for shown, _, what in _marks(told)] == [
        ("____________", "person"),
        ("____________", "person"),
        ("________", "person"),
        ("______", "other stretch of words"),
        ("____", "figure"),
        ("__________ (s40(2))", "person"),
        ("[____]", "other stretch of words"),
    ]


def test_people_called_by_letters_are_marks(found: Found) -> None:
    """Where the copy says why, the exemption that it cites is theirs; where it does not, that is found."""
    said = "Names of officers were replaced by letters under section 40(2) of the Freedom of Information Act 2000."
    told = found(f"{said}\n\n1.1 Officer A told Officer B.")
    silent = found("1.1 Officer A told Officer B.")

    assert _marks(told) == [("Officer A", ("FOIA s40(2)",), "person"), ("Officer B", ("FOIA s40(2)",), "person")]
    assert _kinds(told) == []
    assert _kinds(silent) == ["names-replaced"]


def test_the_label_on_a_column_is_that_of_its_cells(found: Found) -> None:
    """Fields in a table need no colon, and end with their row."""
    told = found(
        "| Date | XXXX S38 |\n|---|---|\n| Chair S40(2) | XXXX |\n| Present | [s40(2)] |\n\n"
        "| Day | Action | Owner S40(2) |\n|---|---|---|\n| 3 May | Write to XXXX S43 | XXXX |\n"
    )

    assert [(mark["place"], mark["citation"], mark["what"]) for mark in told["marks"]] == [
        ("Date (line 1)", ["FOIA s38"], "date"),
        ("Chair (line 3)", ["FOIA s40(2)"], "person"),
        ("Present (line 4)", ["FOIA s40(2)"], "person"),
        ("line 8", ["FOIA s43"], "other stretch of words"),
        ("line 8", ["FOIA s40(2)"], "person"),
    ]


def test_a_date_holds_no_table_below_it(command: Command, tmp_path: Path) -> None:
    """The masks of a list are people under the label of their column, and no dates."""
    document = docx.Document()
    document.add_paragraph("Date: 14 March 2023")
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, (("Name S40(2)", "Role"), ("XXXX", "Clerk")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.save(str(tmp_path / "copy.docx"))

    told = json.loads(command("review", tmp_path / "copy.docx", "--json").out)

    assert _marks(told) == [("XXXX", ("FOIA s40(2)",), "person")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Present: XXXX (Chair), XXXXXX (Finance), XXXX (Legal)", ["person"] * 3),
        ("Present:\n[REDACTED] \u2013 Chair\n[REDACTED] \u2013 Head\nMrs J Patel", ["person"] * 2),
        ("Attendees: XXXX S40(2), XXXX S38, XXXX S43", ["person"] * 3),
        ("Chair: XXXX S40(2), XXXX S40(2)", ["person", "post"]),
        ("1.1 The bid from XXXX was refused.", ["other stretch of words"]),
        ("1.1 The work is completed by XXXX S43(2).", ["other stretch of words"]),
        ("1.1 The work is to be completed by XXXX S38.", ["date"]),
        ("Date: XX/XX/2021", ["date"]),
    ],
)
def test_what_a_mark_stands_for_is_told_by_its_words(found: Found, text: str, what: list[str]) -> None:
    """People in a row with their posts, whom a bid is from, by whom or by when."""
    assert [subject for *_, subject in _marks(found(text))] == what


def test_a_date_is_open_only_where_one_of_a_meeting_is_withheld(found: Found) -> None:
    """When a report is due is no date of a meeting."""
    due = "1.1 The report is due on XXXX S38.\n\n1.2 The next meeting is on 3 May 2021."

    assert "date-open" not in _kinds(found(due))
    assert "date-open" in _kinds(found(f"Date: XXXX S38\n\n{due}"))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("1. One\n\n1.1 XXXXS40(2) spoke.\n\n2. Two\n\n2.1 Yes.\n\n4. Four\n\n4.1 No.", ["3"]),
        ("1. One\n\n1.1 XXXXS40(2) spoke.\n\n2. Two\n\n2.1 Yes.\n3 Heading without a stop\n\n4. Four\n\n4.1 No.", []),
        ("1. One\n\n1.1 XXXXS40(2) spoke.\n\n2. Two\n\n2.1 Yes.\n\nItem 3 \u2013 Redacted\n\n4. Four\n\n4.1 No.", []),
        ("1.1 XXXXS40(2) spoke of\n\n2. two things\n\n5. and five.\n\n1.2 No.", []),
    ],
)
def test_an_item_that_was_left_out_is_missed(found: Found, text: str, missing: list[str]) -> None:
    """Not one whose number stands there in another way, nor the numbers of a list."""
    told = found(text)

    assert [one["text"] for one in told["findings"] if one["finding"] == "number-missing"] == missing


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("1.1 The total of \u00a3100,000 is \u00a360,000 for Lot 1 and XXXX S43 for Lot 2.", True),
        ("1.1 The total was \u00a3100,000, of which \u00a360,000 was paid to XXXX S43.", False),
        ("1.1 The total of \u00a3100,000 is XXXX S43 for Lot 1 and XXXX S43 for Lot 2, and \u00a31 for both.", False),
        ("1.1 It cost \u00a3100,000, then \u00a360,000 and XXXX S43 in May.", False),
    ],
)
def test_a_rest_that_can_be_reckoned_is_found(found: Found, text: str, is_told: bool) -> None:  # noqa: FBT001
    """Only of a total of which one part alone is withheld."""
    assert ("value-implied" in _kinds(found(text))) is is_told


def test_an_address_of_the_web_is_no_paper(found: Found) -> None:
    """``GOV`` of ``see GOV.UK`` is no annex."""
    assert "paper-named" not in _kinds(found("1.1 XXXXS40(2) spoke; see GOV.UK for more."))
