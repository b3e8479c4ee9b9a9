"""Review of copies that somebody redacted, as an officer asks for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CASE = "FOI2019/26281"


@pytest.fixture
def found(command: Command, tmp_path: Path) -> Callable[[str], dict[str, Any]]:
    """Review a text that was written for a test; returned as the command prints it."""

    def reviewed(text: str) -> dict[str, Any]:
        copy = tmp_path / "copy.txt"
        copy.write_text(text, encoding="utf-8")
        return dict(json.loads(command("review", copy, "--json").out))

    return reviewed


def test_the_real_release_is_reviewed_to_the_line(command: Command, seed: Path) -> None:
    """The seed is a real released copy; what it withholds and what is wrong with it was read line by line."""
    reviewed = command("review", seed / "minutes.txt")

    assert reviewed.out == (seed / "review.txt").read_text(encoding="utf-8")
    assert reviewed.code == 1


def test_every_mark_of_the_real_release_is_read(command: Command, seed: Path) -> None:
    """Each of the 87, in order, at its line, under the label that covers it."""
    truth = json.loads((seed / "truth.json").read_text(encoding="utf-8"))["redactions"]
    marks = json.loads(command("review", seed / "minutes.txt", "--json").out)["marks"]

    read = [(int(mark["place"].rstrip(")").rsplit(" ", 1)[1]), mark["label"]) for mark in marks]

    assert read == [(mark["line"], mark["label"]) for mark in truth]


@pytest.mark.soak
def test_our_own_release_has_a_key_and_marks_of_one_width(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """What the copies of others lack, ours do not; and both forms of it read alike."""
    out = tmp_path / "out"
    assert command("release", june, "--case", CASE, "--rules", accepting_rules, "-o", out).code == 0
    reviews = [json.loads(command("review", path, "--json").out) for path in sorted(out.glob("*minutes.[td]*"))]
    kinds = {finding["finding"] for review in reviews for finding in review["findings"]}

    assert kinds.isdisjoint(
        {"key-missing", "mask-length-varies", "mark-without-exemption", "marking-against-release", "words-hidden"}
    )
    assert len({len(review["marks"]) for review in reviews}) == 1


@pytest.mark.parametrize(
    ("text", "label", "subject"),
    [
        ("1.1 XXXXS40(2) spoke.", "S40(2)", "person"),
        ("1.1 The fee rose to Xxxx S43 in May.", "S43", "figure"),
        ("1.1 Write to XXXXS40(2)@body.gov.uk.", "S40(2)", "e-mail address"),
        ("1.1 [Name removed] spoke.", None, "person"),
        ("1.1 [redacted: s43(2)] was paid.", "s43(2)", "other stretch of words"),
        ("1.1 [Official B: s40(2)] spoke.", "s40(2)", "person"),
        ("4. Item 4 \u2013 Redacted", None, "other stretch of words"),
        ("REDACTED", None, "other stretch of words"),
        ("Irrelevant", None, "other stretch of words"),
        ("1.1 \u2588\u2588\u2588\u2588 spoke.", None, "other stretch of words"),
        ("1.1 [Redacted: s40(2)] spoke.", "s40(2)", "person"),
        ("1.1 [Redacted] spoke.", None, "other stretch of words"),
        ("1.1 [REDACTED s40(2)] spoke.", "s40(2)", "person"),
        ("1.1 [Redacted \u2013 s40(2)] spoke.", "s40(2)", "person"),
        ("1.1 [REDACTED - SECTION 43(2)] was paid.", "SECTION 43(2)", "other stretch of words"),
        ("1.1 [REDACTED EIR Regulation 12(5)(e)]", "EIR Regulation 12(5)(e)", "other stretch of words"),
        ("1.1 <REDACTED \u2013 s40> spoke.", "s40", "person"),
        ("1.1 {redacted} spoke.", None, "other stretch of words"),
        ("1.1 (redacted) spoke.", None, "other stretch of words"),
        ("1.1 REDACTED s40(2) spoke.", "s40(2)", "person"),
        ("1.1 Redacted under s.43(2) FOIA", "s.43(2) FOIA", "other stretch of words"),
        ("Exempt under FOIA s.43(2)", "FOIA s.43(2)", "other stretch of words"),
        ("1.1 This paragraph has been redacted under section 43(2).", "section 43(2)", "other stretch of words"),
        ("1.1 [Information withheld under section 43(2)]", "section 43(2)", "other stretch of words"),
        ("1.1 [Names redacted \u2013 s.40(2)] spoke.", "s.40(2)", "person"),
        ("1.1 [Paragraph redacted]", None, "other stretch of words"),
        ("1.1 [s40(2)] spoke.", "s40(2)", "person"),
        ("1.1 [exempt: s43(2)]", "s43(2)", "other stretch of words"),
        ("1.1 The price was [REDACTED - Commercial in Confidence].", "Commercial in Confidence", "figure"),
        ("1.1 [Golygwyd \u2013 a40(2)] spoke.", "a40(2)", "person"),
        ("1.1 XXXX adran 40(2) spoke.", "adran 40(2)", "person"),
        ("1.1 [*****] spoke.", None, "other stretch of words"),
        ("1.1 A single \u2588 spoke.", None, "other stretch of words"),
        ("1.1 J\u2588\u2588\u2588\u2588 spoke.", None, "other stretch of words"),
        ("1.1 JXXX spoke.", None, "other stretch of words"),
        ("1.1 The fee was \u00a3XXX,XXX.", None, "figure"),
        ("1.1 It is held on XX May 2021.", None, "date"),
        ("1.1 XXXX s. 40 (2) spoke.", "s. 40 (2)", "person"),
        ("1.1 XXXX section 40(2) and 43(2) spoke.", "section 40(2) and 43(2)", "person"),
        ("1.1 XXXX S40(2) S43(2) spoke.", "S40(2) S43(2)", "person"),
        ("1.1 XXXX FOIA s40(2) spoke.", "FOIA s40(2)", "person"),
        ("1.1 XXXX EIR 12(5)(e) was paid.", "EIR 12(5)(e)", "other stretch of words"),
        ("1.1 XXXX - s40(2) spoke.", "s40(2)", "person"),
        ("1.1 XXXXXX (s40(2)) spoke.", "s40(2)", "person"),
        ("1.1 \u2588\u2588\u2588 [s.40(2)] spoke.", "s.40(2)", "person"),
        ("1.1 \u2588\u2588\u2588\u2588 spoke to everyone (s40(2)).", "s40(2)", "person"),
        ("1.1 XXXX\nXXXXX\nXXX s40(2) spoke.", "s40(2)", "person"),
        ("1.1 XXXX1 spoke.\n\n1 Section 43(2)", "Section 43(2)", "other stretch of words"),
        ("1.1 XXXX[2] spoke.\n\n[1] s40(2)\n[2] s43(2)", "s43(2)", "other stretch of words"),
    ],
)
def test_marks_are_read_as_people_make_them(
    found: Callable[[str], dict[str, Any]], text: str, label: str | None, subject: str
) -> None:
    """Runs, boxes, words in brackets, a stamp on a line of its own."""
    (mark,) = found(text)["marks"]

    assert (mark["label"], mark["what"]) == (label, subject)


@pytest.mark.parametrize(
    "text",
    [
        "1.1 The redacted copy was sent out.",
        "1.1 It was irrelevant, said the chair.",
        "1.1 The XXX conference was noted.",
        "1.1 Section 43 of the Act was explained.",
        "REDACTED VERSION",
        "Board Minutes (Redacted) 3 May 2021",
        "Redacted Minutes of the Board",
        "[REDACTED COPY]",
        "Minutes \u2013 Redacted",
        "1.1 The REDACTED minutes were approved, and the un-REDACTED version is kept.",
        "1.1 The paper was Redacted by the team.",
        "1.1 The costs (withheld for now) and item 5 (removed) were noted.",
        "1.1 The item was withdrawn [see the agenda, where it was removed by the chair].",
        "1.1 Section 43 of the Act was explained (s43(2)).",
        "1.1 [sic] and [the Board] and [2019] and (a) and <b> were noted.",
        "XXXX S40(2) \u2013 personal information, exempt under the Act",
        "Redacted text is marked XXXX.",
    ],
)
def test_words_that_only_look_like_marks_are_none(found: Callable[[str], dict[str, Any]], text: str) -> None:
    """A copy without a mark has no finding."""
    assert (found(text)["marks"], found(text)["findings"]) == ([], [])


def test_labels_are_read_under_the_law_that_the_copy_speaks_of(found: Callable[[str], dict[str, Any]]) -> None:
    """A Scottish copy means its own Act; a label that names another means that one."""
    scottish = found("1.1 XXXX s38(1)(b) and XXXX s.30(b)(i), XXXX FOIA s40(2).\n\n1.2 See FOI(S)A.")
    english = found("1.1 XXXX s38(1)(b) FOISA, XXXX s31(1)(a)-(c), XXXX s23/24.")

    cited = [[mark["citation"] for mark in copy["marks"]] for copy in (scottish, english)]
    assert cited == [
        [["FOISA s38(1)(b)"], ["FOISA s30(b)(i)"], ["FOIA s40(2)"]],
        [
            ["FOISA s38(1)(b)"],
            ["FOIA s31(1)(a)", "FOIA s31(1)(b)", "FOIA s31(1)(c)"],
            ["FOIA s23", "FOIA s24"],
        ],
    ]


def test_people_in_a_row_are_people(found: Callable[[str], dict[str, Any]]) -> None:
    """The second of a list is no post of the first."""
    marks = found("Present: [REDACTED s40(2)], [REDACTED s40(2)] and XXXX S40(2)\n\n1.1 Nothing.")["marks"]

    assert [mark["what"] for mark in marks] == ["person"] * 3


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2.1 XXXXS40(2) spoke.\n\n2.3 XXXXS40(2) left.", "number-missing"),
        ("2.1 XXXXS99 spoke.", "label-unknown"),
        ("2.1 XXXXS40(2) will meet XXXXXXXXS40(2).", "mask-length-varies"),
        ("2.1 The fee was XXXXS43, then Xxxx S43.", "mask-case-varies"),
        ("2.1 The workshop is held on XXXXS38.\n\n2.2 The next meeting is on 3 May 2021.", "date-open"),
        ("2.1 Cases fell to nil and the credit was reduced to XXXXS43.", "value-implied"),
        ("2.1 XXXXS40(2) went through the log (see Action Log).", "paper-named"),
    ],
)
def test_each_fault_is_found(found: Callable[[str], dict[str, Any]], text: str, kind: str) -> None:
    """Each of them alone in a copy of two lines."""
    assert kind in [finding["finding"] for finding in found(text)["findings"]]


def test_a_file_that_cannot_be_read_is_a_sentence(command: Command, tmp_path: Path) -> None:
    """Broken, of another kind, or not there: exit code 3, and nothing printed as if it were a review."""
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG and so on")

    for file in (broken, picture, tmp_path / "nowhere.txt"):
        reviewed = command("review", file)
        assert (reviewed.code, reviewed.out) == (3, "")
        assert "lpgminutes: error: " in reviewed.err


def test_a_copy_is_laid_beside_its_record(command: Command, june: str, seed: Path) -> None:
    """Every text that the seed blanks is listed with the exemption that it was blanked under, and nothing else is.

    Dates with their times are printed by the minutes in a form of their own.
    """
    terms = (seed / "withheld.txt").read_text(encoding="utf-8").splitlines()
    told = command("review", seed / "minutes.txt", "--against", june, "--json")
    beside = json.loads(told.out)["against"]

    listed = " / ".join(one["text"] for one in beside["withheld"])
    posts = {row["role"] for row in json.loads((seed / "meeting.json").read_text(encoding="utf-8"))["attendance"]}

    unlisted = [term for term in terms if term not in listed and term.split(", ")[0] not in posts]
    assert [term for term in unlisted if ":00 " not in term] == []
    assert (beside["left_out"], beside["added"]) == ([], [])
    assert [one["text"] for one in beside["open_again"]] == ["1st August 2019"]


def test_what_a_copy_changes_is_named(command: Command, june: str, seed: Path, tmp_path: Path) -> None:
    """A sentence that was cut without a mark, a word that the record does not have, a name left open."""
    text = (seed / "minutes.txt").read_text(encoding="utf-8").replace("\u00a0", " ")
    changed = text.replace("Task Review:", "Task Overview:").replace("nugatory work and", "")
    changed = changed.replace("5.2.  XXXXS40(2)", "5.2.  Aled Bowen-Price")
    (tmp_path / "changed.txt").write_text(changed, encoding="utf-8")

    beside = json.loads(command("review", tmp_path / "changed.txt", "--against", june, "--json").out)["against"]

    assert beside["added"] == [{"place": "5.1", "text": "Overview"}]
    assert {"place": "5.1", "text": "nugatory work and"} in beside["left_out"]
    assert [one["place"] for one in beside["open_again"] if one["text"] == "Aled Bowen-Price"] == ["5.2 (line 223)"]


def test_a_meeting_that_is_not_there_is_a_sentence(command: Command, june: str, seed: Path) -> None:
    """Exit code 4, and nothing printed."""
    told = command("review", seed / "minutes.txt", "--against", f"{june}-no")

    assert (told.code, told.out) == (4, "")
