"""A copy laid beside the minutes that it was made of: what is said of it is so, and what is not so is not said."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

Command = Callable[..., Any]
Beside = Callable[[str], dict[str, Any]]
CASE = "FOI2019/26281"
MARK = "XXXXXXXX S40(2)"
SILENT = ("withheld", "open_again", "left_out", "added", "over_nothing")
HEAD = """OFFICIAL \u2013 SENSITIVE

Minutes

Title: PIP Independent Assessment Services (IAS) Lot Performance Group meeting

Date: Thursday 27 June 2019, 10:00 to 12:30

Location: {location}

Chair: {people[0]}

Attendees:
{attendees}

Notes: {people[12]}

"""


@pytest.fixture
def whole(command: Command, june: str, tmp_path: Path) -> str:
    """The minutes of the seed in the layout that people type: each paragraph on a line, its number before it."""
    assert command("minutes", june, "-o", tmp_path / "own.txt").code == 0
    own = (tmp_path / "own.txt").read_text(encoding="utf-8")
    meeting = json.loads(command("show", june, "--json").out)
    rows = own.partition("Attendance\n----------\n")[2].partition("\n\n")[0].splitlines()
    people = [", ".join(row.split("; ")[:3]) for row in rows]
    items = own[re.search(r"^1  ", own, re.MULTILINE).start() : own.index("\nActions\n-------")]  # type: ignore[union-attr]
    items = re.sub(r"(?m)^(\d)  (.*)\n-+$", r"\1. \2\n", re.sub(r"(?m)^ *> Action .*\n", "", items))
    paragraphs = [" ".join(block.split()) for block in re.split(r"\n\s*\n", items) if block.strip()]
    head = HEAD.format(location=_location(meeting), people=people, attendees="\n".join(people[1:12]))
    foot = own.partition("Next meeting\n------------\n")[2].splitlines()[0]
    return head + "\n\n".join(paragraphs) + f"\n\nNext Meeting: {foot}\n\n{_contact(own)}\n"


def _location(meeting: dict[str, Any]) -> str:
    return str(meeting["meetings"][0]["location"] if "meetings" in meeting else meeting["location"])


def _contact(own: str) -> str:
    name, mail = own.partition("Contact\n-------\n")[2].splitlines()[0].split(", ")
    return f"Contact: {name}\nEmail: {mail}"


@pytest.fixture
def beside(command: Command, june: str, tmp_path: Path) -> Beside:
    """Lay a text beside the minutes of the seed; returned as the command prints it."""

    def laid(text: str) -> dict[str, Any]:
        (tmp_path / "copy.txt").write_text(text, encoding="utf-8")
        told = command("review", tmp_path / "copy.txt", "--against", june, "--json")
        return dict(json.loads(told.out)["against"])

    return laid


def _texts(stretches: list[dict[str, str]]) -> list[str]:
    return [stretch["text"] for stretch in stretches]


def test_minutes_that_are_whole_are_silent(beside: Beside, whole: str) -> None:
    """Nothing is withheld, left out, added or misnumbered."""
    told = beside(whole)

    assert {kind: told[kind] for kind in SILENT} == {kind: [] for kind in SILENT}
    assert told["numbers"] == ""


@pytest.mark.parametrize("name", ["minutes.txt", "minutes.docx"])
def test_our_own_minutes_are_silent(command: Command, four: Command, tmp_path: Path, name: str) -> None:
    """Heads without a stop, lines for actions, tables: of every meeting of the demo, as text and as Word."""
    for meeting in ("lpg/2019-04-25", "lpg/2019-05-30", "lpg/2019-06-27", "lpg/2019-08-01"):
        assert command("minutes", meeting, "-o", tmp_path / name, "--replace").code == 0
        told = json.loads(command("review", tmp_path / name, "--against", meeting, "--json").out)["against"]
        assert ({kind: told[kind] for kind in SILENT}, told["numbers"]) == ({kind: [] for kind in SILENT}, "")


def test_our_own_release_is_told_mark_by_mark(
    command: Command, june: str, accepting_rules: Path, tmp_path: Path
) -> None:
    """Each stretch under what the rules cite for it, and the same of the text and of the Word file."""
    out = tmp_path / "out"
    assert command("release", june, "--case", CASE, "--rules", accepting_rules, "-o", out).code == 0
    told = [
        json.loads(command("review", path, "--against", june, "--json").out)["against"]
        for path in sorted(out.glob("*minutes.[td]*"))
    ]

    for one in told:
        assert (one["left_out"], one["added"], one["over_nothing"], one["numbers"]) == ([], [], [], "")
        assert "" not in _texts(one["withheld"])
        assert {"place": "3.1", "text": "AP0619-02", "citation": ["FOIA s38"]} in one["withheld"]
        assert {"place": "6.1", "text": "ches.performance.lpg", "citation": ["FOIA s38"]} in one["withheld"]
        assert {"place": "Attendance", "text": "Head of Performance", "citation": ["FOIA s40(2)"]} in one["withheld"]
    assert told[0]["withheld"] == told[1]["withheld"]


def test_people_who_are_left_out_are_not_called_withheld(beside: Beside, whole: str) -> None:
    """Only the chair has a mark; two rows are gone."""
    text = whole.replace("Margaret Ellwood", MARK)
    text = text.replace("Graham Oddie, Clinical Quality Lead, IAS\n", "")
    text = text.replace("Leanne Westhorpe, Supply Chain Manager, IAS\n", "")

    told = beside(text)

    assert told["left_out"] == [
        {"place": "attendance", "text": "Graham Oddie, Clinical Quality Lead, IAS"},
        {"place": "attendance", "text": "Leanne Westhorpe, Supply Chain Manager, IAS"},
    ]
    assert set(_texts(told["withheld"])) == {"Margaret Ellwood"}


def test_one_mark_for_two_people_is_said_to_be_one(beside: Beside, whole: str) -> None:
    """Nobody can tell whether it stands for both; where each has a mark, each is listed."""
    marked = whole.replace("Leanne Westhorpe, Supply Chain Manager, IAS\n", f"{MARK}\n")

    one = beside(marked.replace("Graham Oddie, Clinical Quality Lead, IAS\n", ""))
    two = beside(marked.replace("Graham Oddie, Clinical Quality Lead, IAS\n", f"{MARK}\n"))

    rows = ["Graham Oddie, Clinical Quality Lead, IAS", "Leanne Westhorpe, Supply Chain Manager, IAS"]
    assert _texts(one["withheld"]) == [f"{'; '.join(rows)} (1 mark for 2 people)"]
    assert _texts(two["withheld"]) == rows


def test_a_whole_attendance_that_is_gone_is_left_out(beside: Beside, whole: str) -> None:
    """Every row of it; a list in another order is the same list."""
    gone = beside(re.sub(r"(?s)Chair:.*?Notes:[^\n]*\n", "", whole))
    first = "Tobias Renwick, CHES Performance Manager, DWP\n"
    moved = beside(whole.replace(first, "").replace("\n\nNotes:", f"\n{first}\nNotes:"))

    assert len(gone["left_out"]) == 13
    assert (moved["left_out"], moved["added"], moved["withheld"]) == ([], [], [])


@pytest.mark.parametrize(
    ("old", "new", "left_out", "added"),
    [
        ("Tobias Renwick, CHES", "T Renwick, CHES", ["Tobias"], ["T"]),
        ("Location: Room 3.12, Quarrybank House, Leeds\n", "", ["Room 3.12, Quarrybank House, Leeds"], []),
        ("Location: Room 3.12, Quarrybank House", "Location: Room 9, Elsewhere", ["3.12, Quarrybank House"],
         ["9, Elsewhere"]),
        ("Notes:", "Brenda Sneaky, Head of Nothing, IAS\n\nNotes:", [], ["Brenda Sneaky, Head of Nothing, IAS"]),
        ("Thursday 27 June 2019, 10:00 to 12:30", "Friday 28 June 2019", ["Thursday 27 June 2019, 10:00 to 12:30"],
         ["Friday 28 June 2019"]),
        ("Thursday 27 June 2019, 10:00 to 12:30", "27/06/2019, 10.00am - 12.30pm", [], []),
    ],
)  # fmt: skip
def test_a_head_that_was_changed_is_told(
    beside: Beside, whole: str, old: str, new: str, left_out: list[str], added: list[str]
) -> None:
    """What is gone and what came in; the same date in another form is the same."""
    assert old in whole
    told = beside(whole.replace(old, new, 1))

    assert (_texts(told["left_out"]), _texts(told["added"]), told["withheld"]) == (left_out, added, [])


def test_a_head_that_is_told_in_a_sentence_is_not_left_out(beside: Beside, whole: str) -> None:
    """Date and place stand under no name, open or under marks."""
    fields = re.compile(r"Date: (.*)\n\nLocation: (.*)\n")
    told = [
        beside(fields.sub(r"Minutes of the meeting held on \1 in \2\n", whole)),
        beside(fields.sub("Minutes of the meeting held on XXXX S38 in XXXX S38\n", whole)),
    ]

    assert [one["left_out"] for one in told] == [[], []]


@pytest.mark.parametrize(
    ("old", "new", "withheld"),
    [
        ("Chair: Margaret Ellwood", "Chair: Margaret XXXXXXX S40(2)", "Ellwood"),
        ("Tobias Renwick, CHES Performance Manager, DWP", f"Tobias Renwick, {MARK}", "CHES Performance Manager, DWP"),
        ("Nicola Farrimond provided", "XXXX S40(2)'s deputy provided", "Nicola Farrimond"),
        ("original planned levels", "XXXX S43 levels", "original planned"),
        ("previous quarter\u2019s performance", "previous XXXX S43\u2019s performance", "quarter"),
    ],
)
def test_only_what_the_mark_covers_is_withheld(beside: Beside, whole: str, old: str, new: str, withheld: str) -> None:
    """Half a name, a post alone, a word but for its ending."""
    assert old in whole
    told = beside(whole.replace(old, new, 1))

    assert (_texts(told["withheld"]), told["left_out"]) == ([withheld], [])


@pytest.mark.parametrize("mark", ["XXXX S43", "[redacted: s43(2)]", "[Withheld under s43(2)]"])
@pytest.mark.parametrize("number", ["2.2 ", ""])
def test_a_paragraph_that_is_a_mark_is_withheld(beside: Beside, whole: str, mark: str, number: str) -> None:
    """It is quoted whole; of it, the date that stands open elsewhere, and no more, is open again."""
    told = beside(re.sub(r"(?m)^2\.2 .*$", f"{number}{mark}", whole))

    (paragraph,) = _texts(told["withheld"])
    assert paragraph.startswith("Whilst discussing AP0419-07, Colin Hathersage took")
    assert paragraph.endswith("Tuesday 16th July 2019 (AP0619-01")
    assert (told["left_out"], told["added"], told["over_nothing"]) == ([], [], [])
    assert _texts(told["open_again"]) == ["1 August 2019"]


def test_an_item_that_is_a_mark_is_withheld_with_its_paragraphs(beside: Beside, whole: str) -> None:
    """One that was dropped beside a marked one is left out."""
    item = beside(re.sub(r"(?s)2\. Action Points.*?(?=3\. IAS)", "2. XXXX S43\n\n", whole))
    dropped = beside(re.sub(r"(?m)^2\.2 .*\n\n", "", re.sub(r"(?m)^2\.1 .*$", "2.1 XXXX S43", whole)))

    assert [one["place"] for one in item["withheld"]] == ["2", "2.1", "2.2"]
    assert ([one["place"] for one in dropped["withheld"]], [one["place"] for one in dropped["left_out"]]) == (
        ["2.1"],
        ["2.2"],
    )


@pytest.mark.parametrize("pattern", [r"(?m)^\d\.\d ", r"(?m)^\d\.(?:\d)? "])
def test_a_copy_without_numbers_is_laid_by_its_words(beside: Beside, whole: str, pattern: str) -> None:
    """Of the paragraphs, or of the items too: it is said once, and nothing is left out."""
    told = beside(re.sub(pattern, "", whole.replace("Margaret Ellwood", MARK)))

    assert (told["left_out"], told["added"], told["over_nothing"]) == ([], [], [])
    assert [one["place"] for one in told["withheld"]] == ["Chair", "1.1", "1.2", "3.1", "4.2", "6.2", "6.2"]
    assert told["numbers"].startswith("The copy prints no numbers before its paragraphs")


def test_a_copy_that_was_numbered_on_is_laid_by_its_words(beside: Beside, whole: str) -> None:
    """The paragraph that is gone is the one that is left out, and the number that moved is named."""
    told = beside(re.sub(r"(?m)^2\.2 ", "2.1 ", re.sub(r"(?m)^2\.1 .*\n\n", "", whole)))

    assert [one["text"][:27] for one in told["left_out"]] == ["Tobias Renwick went through"]
    assert told["added"] == []
    assert told["numbers"].startswith("The numbers of the copy do not fit: 2.1 of the copy is 2.2 of the minutes.")


def test_a_mark_over_nothing_is_told(beside: Beside, whole: str) -> None:
    """It is no words of the minutes that it covers, and no empty quotation stands for it."""
    told = beside(whole.replace("5.2 ", "5.2 XXXX S43 "))
    named = beside(whole.replace("6.2 Margaret Ellwood asked", f"6.2 Ms Ellwood agreed. {MARK} asked"))

    assert (_texts(told["over_nothing"]), told["withheld"]) == (["XXXX S43"], [])
    assert (_texts(named["withheld"]), _texts(named["added"])) == (["Margaret Ellwood"], ["Ms Ellwood agreed"])


def test_nothing_withheld_is_said_in_words(
    command: Command, beside: Beside, june: str, whole: str, tmp_path: Path
) -> None:
    """No list is announced that does not follow."""
    beside(whole)

    assert "None are withheld." in command("review", tmp_path / "copy.txt", "--against", june).out


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("1  Welcome", "1 (line 4)"),
        ("1 Welcome", "1 (line 4)"),
        ("1  12 May 2019", "1 (line 4)"),
        ("12 May 2019", "line 4"),
        ("4 of 50 cases", "line 4"),
    ],
)
def test_a_heading_may_have_a_number_without_a_stop(command: Command, tmp_path: Path, heading: str, place: str) -> None:
    """One that begins with a date or another figure has none."""
    (tmp_path / "copy.txt").write_text(f"{heading}\n{'-' * len(heading)}\n\nXXXXS40(2) spoke.\n", encoding="utf-8")

    (mark,) = json.loads(command("review", tmp_path / "copy.txt", "--json").out)["marks"]

    assert mark["place"] == place


def test_the_title_of_an_item_may_take_two_lines_over_its_rule(command: Command, tmp_path: Path) -> None:
    """As our own text prints one that is longer than a line."""
    lines = ["3  A title that goes on", "and on until here", "-" * 23, "", "XXXXS40(2) spoke."]
    (tmp_path / "copy.txt").write_text("\n".join(lines), encoding="utf-8")

    (mark,) = json.loads(command("review", tmp_path / "copy.txt", "--json").out)["marks"]

    assert mark["place"] == "3 (line 5)"


def test_a_line_that_hangs_in_its_paragraph_has_no_number(command: Command, tmp_path: Path) -> None:
    """It goes on with the sentence above; the number of a paragraph under a heading hangs too, and is one."""
    text = "2. Papers\n   2.1  As it says in section\n          3. of the paper, XXXXS40(2) spoke.\n"
    (tmp_path / "copy.txt").write_text(text, encoding="utf-8")

    (mark,) = json.loads(command("review", tmp_path / "copy.txt", "--json").out)["marks"]

    assert mark["place"] == "2.1 (line 3)"


def test_a_figure_at_the_front_of_a_line_is_a_word(beside: Beside, whole: str) -> None:
    """In a wrapped text a line may begin with one, which looks like the number of a paragraph."""
    told = beside(whole.replace("recruited 41.6 Front", f"recruited\n41.6 {MARK} Front"))

    assert (told["left_out"], told["added"], told["numbers"]) == ([], [], "")


@pytest.mark.soak
def test_the_time_grows_with_the_words(beside: Beside, whole: str) -> None:
    """Eight times the marks in one paragraph, each on a line, take nowhere near sixty-four times as long."""

    def seconds(marks: int) -> float:
        text = whole.replace("1.1 ", "1.1 " + f"{MARK} and\n" * marks)
        begun = perf_counter()
        beside(text)
        return perf_counter() - begun

    seconds(100)
    assert seconds(8_000) < 24 * seconds(1_000)


def test_a_paragraph_that_was_moved_is_released(beside: Beside, whole: str) -> None:
    """It stands in another item, with a mark in it: nothing of it is left out or added."""
    (paragraph,) = re.findall(r"(?m)^3\.3 (.*)\n\n", whole)
    marked = paragraph.replace("Owain Thackray", MARK)
    text = whole.replace(f"3.3 {paragraph}\n\n", "").replace("5.2 Aled", f"5.2 {marked}\n\n5.3 Aled")

    told = beside(text)

    assert [(one["place"], one["text"][: len(MARK) + 10]) for one in told["moved"]] == [
        ("5.2, not in 3.3", f"{MARK} dialled i")
    ]
    assert (told["left_out"], told["added"], told["over_nothing"]) == ([], [], [])
    assert told["withheld"] == [{"place": "3.3", "text": "Owain Thackray", "citation": ["FOIA s40(2)"]}]


def test_two_paragraphs_that_changed_places_are_released(beside: Beside, whole: str) -> None:
    """Every word of both is."""
    first, second = (re.search(rf"(?m)^{number} (.*)$", whole)[1] for number in ("1.1", "1.2"))  # type: ignore[index]
    told = beside(whole.replace(first, "\0").replace(second, first).replace("\0", second))

    assert (told["left_out"], told["added"]) == ([], [])
    assert told["released_words"] == beside(whole)["released_words"]


def test_a_new_paragraph_is_none_that_was_moved(beside: Beside, whole: str) -> None:
    """It shares words with one that was left out, and says something else."""
    text = re.sub(
        r"(?m)^3\.4 .*$",
        "3.4 The service credits for May 2019 were paid to the supplier and the group closed the quarterly accounts.",
        whole,
    )

    told = beside(text)

    assert told["moved"] == []
    assert len(told["left_out"]) >= 1
    assert len(told["added"]) >= 1


def test_how_much_of_each_minute_is_released_is_told(
    command: Command, beside: Beside, whole: str, june: str, tmp_path: Path
) -> None:
    """Whole, in part with its words, not at all; and in words that say so."""
    text = re.sub(r"(?m)^3\.4 .*$", "3.4 XXXX S43", whole.replace("Owain Thackray", MARK))

    released = {
        one["place"]: (one["words"], one["released"]) for one in beside(text)["released"] if not one["is_title"]
    }
    printed = command("review", tmp_path / "copy.txt", "--against", june).out

    assert {place: some for place, (all_, some) in released.items() if some < all_} == {"3.3": 17, "3.4": 0}
    assert released["3.3"] == (19, 17)
    assert "  Whole: 1.1 to 3.2, 3.5 to 6.2\n  In part (words): 3.3 (17 of 19)\n  Not at all: 3.4\n" in printed


def test_a_word_that_is_broken_over_two_lines_is_released(beside: Beside, whole: str) -> None:
    """It counts as the word that it is."""
    broken = beside(whole.replace("no-one raised", "no-\none raised"))

    assert broken["released_words"] == beside(whole)["released_words"]
    assert all(one["released"] == one["words"] for one in broken["released"])


def test_a_copy_of_another_meeting_is_called_so(command: Command, june: str, tmp_path: Path) -> None:
    """One sentence before everything that does not agree; not for one of which much is withheld."""
    other = tmp_path / "other.txt"
    other.write_text("1. Welcome\n\n1.1 XXXX S40(2) welcomed the councillors.\n\n1.2 The hedge was cut.\n", "utf-8")
    withheld = tmp_path / "withheld.txt"
    withheld.write_text(
        "Minutes\n\n" + "\n\n".join(f"{number}. [Redacted s43(2)]" for number in range(1, 7)) + "\n", "utf-8"
    )

    told = [command("review", path, "--against", june).out for path in (other, withheld)]

    assert ["Hardly any of the words agree: the copy may be of another meeting.\n" in one for one in told] == [
        True,
        False,
    ]


def test_other_forms_of_a_withheld_name_are_open_too(command: Command, beside: Beside, whole: str, june: str) -> None:
    """A title, a first name, a mailbox; not what somebody else is called, nor a sentence that is withheld."""
    said = "Mrs Ellwood and Margaret's deputy wrote to mellwood@dwp.gov.uk, and Colin agreed."
    assert command("line", "edit", june, "5.2", said).code == 0
    text = re.sub(r"(?m)^5\.2 .*$", f"5.2 {said}", whole)

    told = beside(text.replace("Margaret Ellwood", MARK))
    sentence = beside(re.sub(r"(?m)^1\.2 .*$", "1.2 XXXX S43", text))

    assert [one["text"] for one in told["open_again"]] == ["Mrs Ellwood", "Margaret's", "mellwood"]
    assert sentence["open_again"] == []


def test_letters_that_stand_for_people_are_marks_beside_the_minutes(
    command: Command, beside: Beside, whole: str, june: str
) -> None:
    """But not those that the minutes themselves call people by."""
    assert command("line", "edit", june, "5.2", "Officer X and Officer Y agreed.").code == 0
    text = re.sub(r"(?m)^5\.2 .*$", "5.2 Officer X and Officer Y agreed.", whole)

    told = beside(text.replace("Owain Thackray", "Officer A"))

    assert told["withheld"] == [{"place": "3.3", "text": "Owain Thackray", "citation": ["no label"]}]
    assert (told["left_out"], told["added"], told["over_nothing"]) == ([], [], [])


def test_a_list_of_names_alone_leaves_out_the_posts_in_one_line(beside: Beside, whole: str) -> None:
    """The mark in it stands for the name that lacks, and for nobody's post."""
    listed = whole.partition("Attendees:\n")[2].partition("\n\n")[0]
    names = [row.partition(",")[0] for row in listed.splitlines()]
    rest = re.sub(r"(?m)^(Chair: .*?|Notes: .*?),.*$", r"\1", whole)
    names[3] = "XXXX S40(2)"

    for text, first in ((rest, "CHES Performance Lead, DWP"), (whole, "CHES Performance Manager, DWP")):
        told = beside(text.replace(f"Attendees:\n{listed}", f"Attendees: {', '.join(names)}"))
        assert told["withheld"] == [{"place": "Attendees", "text": "Aled Bowen-Price", "citation": ["FOIA s40(2)"]}]
        (posts,) = told["left_out"]
        assert posts["text"].startswith(f"{first}; ")


def test_marks_for_posts_stand_for_posts(beside: Beside, whole: str) -> None:
    """Where nobody's post can be read because each has a mark, the list is none of names alone."""
    listed = whole.partition("Attendees:\n")[2].partition("\n\n")[0]
    marked = re.sub(r"(?m), .*, ", ", XXXX S40(2), ", listed)

    told = beside(whole.replace(listed, marked))

    assert told["left_out"] == []
    assert [one["text"] for one in told["withheld"]][:2] == ["CHES Performance Manager", "CHES Performance Analyst"]


def test_a_point_that_was_moved_within_its_minute_is_released(beside: Beside, whole: str) -> None:
    """It is said to stand in another place of it."""
    point = re.search(r"- Head of Work: there was a reduction of 8,632.*?\n\n", whole)[0]  # type: ignore[index]
    text = whole.replace(point, "").replace("- SLA4a NR Clearances: performance for May 2019 was 84.4%", f"{point}\\g")

    told = beside(text.replace("\\g", "- SLA4a NR Clearances: performance for May 2019 was 84.4%"))

    assert [one["place"] for one in told["moved"]] == ["another place of 4.1"]
    assert (told["left_out"], told["added"]) == ([], [])
