"""What goes with a release copy when it is asked for, as an officer asks for it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Command = Callable[..., Any]
CASE = "FOI2019/26281"


@pytest.fixture
def enclosed(command: Command, june: str, accepting_rules: Path, tmp_path: Path) -> Callable[..., Path]:
    """Release the seed's meeting with something, and return the folder."""

    def made(what: str, *more: str, name: str = "out") -> Path:
        out = tmp_path / name
        told = command("release", june, "--case", CASE, "--rules", accepting_rules, "--with", what, "-o", out, *more)
        assert told.code == 0, told.err
        return out

    return made


@pytest.mark.soak
def test_the_actions_go_out_under_the_marks_of_the_minutes(enclosed: Callable[..., Path]) -> None:
    """Every action, with owner and reference as the released minutes print them, in both files."""
    out = enclosed("actions")
    rows = list(csv.reader(io.StringIO((out / "actions.csv").read_text(encoding="utf-8"))))
    tables = docx.Document(str(out / "actions.docx")).tables
    minutes = docx.Document(str(out / "foi2019-26281-minutes.docx")).tables

    shown = [[cell.text for cell in row.cells] for row in tables[0].rows]
    printed = [[[cell.text for cell in row.cells] for row in table.rows] for table in minutes]

    assert len(rows) == 6
    assert [[cell or "\N{EN DASH}" for cell in row] for row in rows] == shown
    assert shown in printed


def test_the_actions_follow_the_style_of_the_marks(enclosed: Callable[..., Path]) -> None:
    """House marks in the minutes are house marks in the actions."""
    assert "XXXX S40(2)" in (enclosed("actions", "--marks", "house") / "actions.csv").read_text(encoding="utf-8")


@pytest.mark.soak
def test_the_same_again_gives_the_same_bytes(enclosed: Callable[..., Path]) -> None:
    """Made a second time, into another folder."""
    first, second = enclosed("actions"), enclosed("actions", name="again")

    assert {p.name: p.read_bytes() for p in first.iterdir()} == {p.name: p.read_bytes() for p in second.iterdir()}


def test_what_goes_with_a_release_is_checked_with_it(
    command: Command, june: str, enclosed: Callable[..., Path]
) -> None:
    """The folder is known again, and a changed enclosure is named."""
    out = enclosed("actions")
    assert command("release", june, "--case", CASE, "--check", out).code == 0

    (out / "actions.csv").write_text("other", encoding="utf-8")

    assert command("release", june, "--case", CASE, "--check", out).out == "changed: actions.csv\n"


@pytest.mark.soak
def test_without_asking_nothing_more_goes_out(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """The folder holds what it always held; what is not known is refused."""
    plain = command("release", june, "--case", CASE, "--rules", accepting_rules, "-o", tmp_path / "out", "--json")
    wrong = command("release", june, "--case", CASE, "--with", "minutes,register", "-o", tmp_path / "no")

    assert "actions" not in plain.out
    assert (wrong.code, (tmp_path / "no").exists()) == (2, False)


@pytest.fixture
def tested_rules(accepting_rules: Path) -> Path:
    """The seed's rules with a public interest test for what is qualified."""
    rules = accepting_rules.read_text(encoding="utf-8")
    for section, test in (("s38", "staff were threatened"), ("s43", "the contract is let again")):
        rules = rules.replace(
            f"  exemption: FOIA {section}\n", f"  exemption: FOIA {section}\n  public_interest: {test}\n"
        )
    accepting_rules.write_text(f"received: 2019-07-08\n{rules}", encoding="utf-8")
    return accepting_rules


def test_the_letter_says_what_is_withheld_why_and_what_a_requester_can_do(
    command: Command, june: str, tested_rules: Path, tmp_path: Path
) -> None:
    """As a notice must: sections, reasons, tests, review, complaint; the same words as Word and as text."""
    assert command("series", "set", "lpg", "--review-to", "The Review Team, 1 Any Street").code == 0
    out = tmp_path / "out"
    told = command("release", june, "--case", CASE, "--rules", tested_rules, "--with", "letter", "-o", out)
    text = (out / "letter.txt").read_text(encoding="utf-8")
    assert "Lot Performance Group meeting, [redacted: s38]." in " ".join(text.split())
    word = "\n".join(paragraph.text for paragraph in docx.Document(str(out / "letter.docx")).paragraphs)

    assert told.code == 0
    for words in (
        "section 17 of the Freedom of Information Act 2000",
        "8 Jul 2019",
        "FOIA s38: Health and safety",
        "staff were threatened",
        "FOIA s40(2): Personal information",
        "No public interest test applies.",
        "the contract is let again",
        "The Review Team, 1 Any Street",
        "Information Commissioner's Office",
    ):
        assert words in text
        assert words in word
    assert "reason" not in tested_rules.read_text(encoding="utf-8").partition("accept:")[0]


def test_the_regulator_is_that_of_the_law_or_of_the_body(command: Command, june: str, tmp_path: Path) -> None:
    """Under the Scottish Act its Commissioner and its notice; a body may name another."""
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        f"case: {CASE}\nwithhold:\n- phrase: Kestrel Peak\n  exemption: FOISA s33(1)(b)\n  public_interest: live bid\n",
        encoding="utf-8",
    )
    asked = ("release", june, "--case", CASE, "--rules", rules, "--with", "letter", "-o")

    assert command(*asked, tmp_path / "one").code == 0
    command("series", "set", "lpg", "--regulator", "The Information Commission, Wilmslow")
    assert command(*asked, tmp_path / "two").code == 0

    first, second = ((tmp_path / name / "letter.txt").read_text(encoding="utf-8") for name in ("one", "two"))
    assert "section 16 of the Freedom of Information (Scotland) Act 2002" in first
    assert "Scottish Information Commissioner" in first
    assert "The Information Commission, Wilmslow" in second
    assert "Scottish Information Commissioner" not in second


@pytest.mark.parametrize("stop", ["", "."])
def test_the_opinion_ends_the_sentence_that_it_stands_in(
    command: Command, june: str, tmp_path: Path, stop: str
) -> None:
    """With one stop, whether or not it was recorded with its own."""
    rules, opinion = tmp_path / "rules.yaml", "Sir Test Person on 3 July 2026"
    rules.write_text(
        f"case: {CASE}\nwithhold:\n- phrase: Kestrel Peak\n  exemption: FOIA s36(2)(b)(ii)\n"
        f"  public_interest: live bid\n  qualified_person: {opinion}{stop}\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    told = command("release", june, "--case", CASE, "--rules", rules, "--with", "letter", "-o", out)
    assert told.code == 0, told.err
    assert f"of the qualified person: {opinion}.\n" in (out / "letter.txt").read_text(encoding="utf-8")


@pytest.mark.soak
def test_a_letter_without_its_test_or_with_withheld_words_is_refused(
    command: Command, june: str, accepting_rules: Path, tested_rules: Path, tmp_path: Path
) -> None:
    """Nothing is written, and the sentence says what to record or where the words are."""
    rules = tested_rules.read_text(encoding="utf-8")
    asked = ("release", june, "--case", CASE, "--with", "letter", "-o", tmp_path / "out", "--rules")

    accepting_rules.write_text(
        rules.replace("public_interest: the contract is let again", "reason: x"), encoding="utf-8"
    )
    untested = command(*asked, accepting_rules)
    accepting_rules.write_text(rules.replace("the contract", "the contract of Kestrel Peak"), encoding="utf-8")
    telling = command(*asked, accepting_rules)

    assert (untested.code, "FOIA s43" in untested.err) == (3, True)
    assert (telling.code, "letter.txt" in telling.err, "Kestrel" in telling.err) == (1, True, False)
    assert not (tmp_path / "out").exists()


def test_text_in_a_letter_is_data(command: Command, june: str, tested_rules: Path, tmp_path: Path) -> None:
    """Neither a template nor markup, whoever typed it."""
    words = "{{ case }} {% if x %} <b>&amp; R&D"
    command("series", "set", "lpg", "--review-to", words, "--regulator", words)

    told = command("release", june, "--case", CASE, "--rules", tested_rules, "--with", "letter", "-o", tmp_path / "out")

    assert told.code == 0
    assert (tmp_path / "out" / "letter.txt").read_text(encoding="utf-8").count(words) == 2
    paragraphs = docx.Document(str(tmp_path / "out" / "letter.docx")).paragraphs
    assert sum(words in paragraph.text for paragraph in paragraphs) == 2


def test_tests_and_opinions_are_recorded_for_inside(
    command: Command, june: str, tested_rules: Path, tmp_path: Path
) -> None:
    """A row for each rule and exemption, with what is lacking; readable by its user alone."""
    written = tmp_path / "grounds.csv"
    told = command("redact", june, "--case", CASE, "--rules", tested_rules, "--grounds", written)
    rows = list(csv.DictReader(io.StringIO(written.read_text(encoding="utf-8-sig"))))

    assert told.code == 0
    assert {row["Public interest test"] for row in rows if row["Exemption"] == "FOIA s43"} == {
        "the contract is let again"
    }
    assert {row["Lacks"] for row in rows} == {""}
    assert [row["Exemption"] for row in rows] == sorted(row["Exemption"] for row in rows)


def test_a_letter_that_names_nobody_to_ask_for_a_review_is_told(
    command: Command, june: str, tested_rules: Path, tmp_path: Path
) -> None:
    """With what names somebody; once that is done, and of a release without a letter, nothing is said."""

    def told(name: str, *more: str) -> str:
        made = command("release", june, "--case", CASE, "--rules", tested_rules, "-o", tmp_path / name, *more)
        assert made.code == 0, made.err
        return str(made.err)

    assert "series set lpg --review-to" in told("first", "--with", "letter")
    assert "--review-to" not in told("second")
    command("series", "set", "lpg", "--review-to", "The Review Team, 1 Any Street, Leeds")
    assert "--review-to" not in told("third", "--with", "letter")
