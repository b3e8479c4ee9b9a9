"""Whatever the search of the finished files refuses, a check of the case has said before: what, where, and why."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Office

Command = Callable[..., Any]
CASE = "FOI1"


@pytest.fixture
def asked(command: Command, tmp_path: Path) -> Callable[..., str]:
    """Bring in a meeting with some minutes, and withhold by the rules given; returned by its ref."""
    count = iter(range(1, 29))

    def ask(rules: list[str], *minutes: str, names: tuple[str, ...] = (), owners: tuple[str, ...] = ()) -> str:
        day = f"2024-05-{next(count):02}"
        meeting = {
            "format": "lpgminutes.meeting",
            "version": 1,
            "series": {"short_name": "abc", "name": "Assets Board"},
            "title": "Assets Board",
            "marking": "OFFICIAL",
            "date": day,
            "attendance": [{"name": name} for name in names],
            "items": [{"number": "1", "title": "Business", "minutes": [{"text": text} for text in minutes]}],
            "actions": [{"owners": list(owners), "text": "Get three quotes"}] if owners else [],
        }
        file, said = tmp_path / f"{day}.json", tmp_path / f"{day}.yaml"
        file.write_text(json.dumps(meeting), encoding="utf-8")
        withheld = [f"- {{{rule}, exemption: FOIA s40(2), public_interest: weighed}}" for rule in rules]
        said.write_text("\n".join([f"case: {CASE}", "withhold:", *withheld, ""]), encoding="utf-8")
        for step in (("import", file), ("redact", f"abc/{day}", "--case", CASE, "--rules", said)):
            done = command(*step)
            assert done.code == 0, done.err
        return f"abc/{day}"

    return ask


def _blocking(command: Command, meeting: str) -> dict[str, list[str]]:
    told = json.loads(command("redact", meeting, "--case", CASE, "--json").out)["findings"]
    return {one["text"]: one["places"] for one in told if one["severity"] == "gives it away" and not one["accepted"]}


FORENAMES = ("Anna", "Tom", "Mary-Kate", "Al", "Grace", "Ffion", "Sioned", "Jo", "Rose", "Robert", "Mark")
SURNAMES = (
    "Price",
    "Winter",
    "Fitzgerald",
    "Ng",
    "Marks",
    "Hallworth",
    "McGuigan",
    "O'Neill",
    "Young",
    "Owner",
    "Case",
)
SAID = (
    "{first} {last} spoke.", "{last} rises were noted.", "We thanked {first}.", "{first} left.", "Sr {last} rang.",
    "Write to {last}@example.org.", "PCSO {last} will patrol.", "Write to {first}.{last}@example.org.",
    "The {last} family came.", "{last} House is let.", "It is for {last} to say.", "{first} gave {last} the key.",
    "Mx {first}{last}.", "Then {last}, {first} left.", "The {first} {last} Trust met.", "{first} and Ann {last} came.",
    "We asked {first} X. {last} of it.", "{last} asked {first}.", "{last}-{first} Lane is shut.",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_where_a_check_is_silent_the_search_is(
    command: Command, asked: Callable[..., str], tmp_path: Path, seed: int
) -> None:
    """Drawn people in drawn sentences: a case that has nothing open by the check is released."""
    random = Random(seed)  # noqa: S311 - minutes are no secrets here
    withheld, beside = (random.choice(FORENAMES), random.choice(SURNAMES)), random.choice(SURNAMES)
    first, last = withheld
    texts = [said.format(first=first, last=last) for said in random.sample(SAID, 5)]
    names = (f"{first} {last}", f"Huw {last}", f"Tom {beside}")[: random.randint(1, 3)]
    meeting = asked([f'person: "{first} {last}"'], *texts, names=names)

    checked = command("redact", meeting, "--case", CASE, "--check")
    released = command("release", meeting, "--case", CASE, "-o", tmp_path / "out")

    assert (checked.code, released.code) in {(0, 0), (1, 1)}, (texts, names, released.err)
    assert "files were searched" not in released.err


def test_what_only_the_search_finds_is_said_with_its_place(command: Command, asked: Callable[..., str]) -> None:
    """A mailbox made from a firm: the check says what stands open and where, and may be told to let it stand."""
    meeting = asked(["phrase: Brightwater Legal"], "Brightwater Legal came.", "Write to legal@brightwater.co.uk.")

    assert _blocking(command, meeting) == {"legal@brightwater": ["minute 1.2"]}

    accepted = ("withheld-elsewhere-open", "legal@brightwater", "--case", CASE, "--reason", "published")
    done = command("case", "accept", meeting, *accepted)
    assert done.code == 0, done.err
    assert _blocking(command, meeting) == {}


@pytest.mark.parametrize(
    ("person", "minutes"),
    [
        ("Anna Price", ["Anna Price asked about it.", "Price rises were noted."]),
        ("Anne Marks", ["Anne Marks spoke of it. Then Ms Marks left."]),
        ("Ann Actions", ["Ann Actions spoke of it."]),
        ("Al Ng", ["Al Ng spoke. We thanked Al."]),
    ],
)
def test_neither_a_word_nor_what_the_program_prints_is_a_name(
    command: Command, asked: Callable[..., str], tmp_path: Path, person: str, minutes: list[str]
) -> None:
    """An ordinary word elsewhere; the headings of the copy and of its schedule: the release goes out."""
    meeting = asked([f"person: {person}"], *minutes)

    released = command("release", meeting, "--case", CASE, "-o", tmp_path / "out")

    assert (released.code, _blocking(command, meeting)) == (0, {}), released.err


def test_a_name_in_the_line_of_a_heading_is_still_refused(command: Command, asked: Callable[..., str]) -> None:
    """``Marks`` of the schedule is the program's; the same word in the minutes is a name, and is said."""
    meeting = asked(["phrase: Marks"], "Marks and Spencer came.", "The new benchMarks were read.")

    assert list(_blocking(command, meeting)) == ["Marks"]


@pytest.mark.parametrize(
    ("cell", "person", "row"),
    [
        ("Sr Mary-Kate Fitzgerald", "Mary-Kate Fitzgerald", "[redacted: s40(2)]"),
        ("Staff Nurse Oreoluwa Obikwe", "Oreoluwa Obikwe", "[redacted: s40(2)]"),
        ("Y Parch. Emrys Tudor", "Emrys Tudor", "[redacted: s40(2)]"),
        ("Cllr-elect Emrys Tudor", "Emrys Tudor", "[redacted: s40(2)]"),
        ("Wg Cdr Emrys Tudor", "Emrys Tudor", "[redacted: s40(2)]"),
        ("Prof Dame Nia Tudor", "Nia Tudor", "[redacted: s40(2)]"),
        ("PCSO N. Tudor", "Nia Tudor", "[redacted: s40(2)]"),
        ("Trainee Warden Nia Tudor", "Nia Tudor", "Trainee Warden [redacted: s40(2)]"),
    ],
)
def test_no_title_hides_a_name(
    command: Command, asked: Callable[..., str], tmp_path: Path, cell: str, person: str, row: str
) -> None:
    """Police, forces, churches, wards, councils, in Welsh too; and a post that nobody knows as a title."""
    meeting = asked([f"person: {person}"], "The plan was agreed.", names=(cell,))

    released = command("release", meeting, "--case", CASE, "-o", tmp_path / "out")

    assert released.code == 0, released.err
    assert f"\n{row}; " in (tmp_path / "out" / "foi1-minutes.txt").read_text(encoding="utf-8")


def test_a_longer_name_is_another_person_where_both_attend(command: Command, asked: Callable[..., str]) -> None:
    """Jo Ann Lee is not Ann Lee with a post before her name when Ann Lee has a row of her own."""
    meeting = asked(["person: Ann Lee"], "The plan was agreed.", names=("Ann Lee", "Jo Ann Lee"))

    marks = json.loads(command("redact", meeting, "--case", CASE, "--json").out)["marks"]

    assert [mark["place"] for mark in marks] == ["attendance row 1, name"]


def test_two_names_under_one_another_are_not_a_third(
    command: Command, asked: Callable[..., str], tmp_path: Path
) -> None:
    """``Huw Young`` above ``Tom Hallworth`` is no ``Young, Tom``."""
    meeting = asked(['person: "Tom Young"'], "Tom Young left.", names=("Tom Young", "Huw Young", "Tom Hallworth"))

    released = command("release", meeting, "--case", CASE, "-o", tmp_path / "out")

    assert released.code == 0, released.err


def test_a_surname_that_somebody_open_has_as_well_is_said_with_both_ways_out(
    command: Command, asked: Callable[..., str], tmp_path: Path
) -> None:
    """Whose it is alone nobody can tell: it stays withheld there, and the officer decides on the other's name."""
    said = ("Anna Hallett spoke. Tom Hallett left.", "Hallett will write.")
    meeting = asked(["person: Anna Hallett"], *said, names=("Anna Hallett", "Tom Hallett"))

    told = json.loads(command("redact", meeting, "--case", CASE, "--json").out)["findings"]
    shared = [one for one in told if one["severity"] == "gives it away"]
    assert [one["text"] for one in shared] == ["Hallett"]
    assert "Tom Hallett stays open and has this name" in shared[0]["explanation"]
    assert "Anna" not in shared[0]["explanation"]

    accepted = ("withheld-elsewhere-open", "Hallett", "--case", CASE, "--reason", "a family of the village")
    assert command("case", "accept", meeting, *accepted).code == 0
    released = command("release", meeting, "--case", CASE, "-o", tmp_path / "out")
    assert released.code == 0, released.err
    minutes = (tmp_path / "out" / "foi1-minutes.txt").read_text(encoding="utf-8")
    assert "[redacted: s40(2)] spoke. Tom Hallett left." in minutes
    assert "[redacted: s40(2)] will write." in minutes


def test_a_surname_is_not_blamed_on_somebody_who_does_not_have_it(command: Command, asked: Callable[..., str]) -> None:
    """The other way out is named where the word stands in an open name, and nowhere else."""
    said = ("Anna Hallett spoke. Hallett left.", "Write to hallett2@example.org.")
    meeting = asked(
        ["person: Anna Hallett", "phrase: Brightwater Legal"], *said, "Brightwater Legal.", "legal@brightwater.uk"
    )

    told = json.loads(command("redact", meeting, "--case", CASE, "--json").out)["findings"]

    assert any(one["severity"] == "gives it away" for one in told)
    assert not any("Two ways out" in one["explanation"] for one in told)


def test_what_the_search_and_a_check_both_find_is_said_once(command: Command, asked: Callable[..., str]) -> None:
    """A whole sentence with commas, found by its words; initials that an owner is given by, found as a person's."""
    said = "In principle, it would adopt the standard, and adapt it for Wales"
    meeting = asked([f'phrase: "{said}", at: "1.1"'], said, f"{said}.")
    assert _blocking(command, meeting) == {said: ["minute 1.2"]}

    meeting = asked(["person: Una Zuma"], "It was for UZ to say.", names=("Una Zuma",), owners=("UZ",))
    told = json.loads(command("redact", meeting, "--case", CASE, "--json").out)["findings"]
    assert [(one["finding"], one["text"]) for one in told if one["text"] == "UZ"] == [("withheld-elsewhere-open", "UZ")]


def test_a_small_number_of_an_action_may_be_any_number_in_the_files(office: "Office") -> None:
    """The number of an action is withheld: a minute may count as many of something, and point to no such action."""
    numbered = {"field": "actions.ref"}
    actions = [{"ref": "37", "owners": ["Ada Quill"], "text": "write"}]
    counted = office.keeps("one/2024-05-01", "We have 37 of them, all in Leeds.", actions=actions)
    pointed = office.keeps("two/2024-05-01", "See action 37 on that.", actions=actions)
    for meeting, case in ((counted, "FOI1"), (pointed, "FOI2")):
        office.withholds(meeting, case, numbered)

    owned = office.keeps("six/2024-05-01", "What they do is theirs.", actions=[{"owners": ["DO"], "text": "write"}])
    office.withholds(owned, "FOI3", {"field": "actions.owner"})

    assert "What they do is theirs." in office.releases(owned, "FOI3")
    assert "We have 37 of them" in office.releases(counted, "FOI1")
    assert "37" not in office.finds(counted, "FOI1", severity="check")
    assert office.finds(pointed, "FOI2", severity="check")["37"] == "withheld-elsewhere-open"


def test_a_refused_release_is_told_the_way_out(command: Command, asked: Callable[..., str]) -> None:
    """After the findings stands what can be done about the first that gives it away."""
    meeting = asked(['phrase: Kestrel, at: "1.1"'], "Kestrel came.", "Kestrel left.")
    told = command("redact", meeting, "--case", CASE).err
    assert "A release is refused while this stands. Withhold it (a phrase rule: Kestrel), or accept it" in told


@pytest.mark.parametrize(
    ("withheld", "text"),
    [
        ("nine weeks", "It ran from 16 March, for legal@brightwater, to 18 May."),
        ("twelve", "Of the 20 that legal@brightwater had, 8 were late."),
        ("Ward 17", "Next to legal@brightwater is Ward 16, between Ward 16 and Ward 18."),
    ],
)
def test_words_that_only_reckon_something_excuse_nothing_within_them(
    command: Command, asked: Callable[..., str], withheld: str, text: str
) -> None:
    """What gives one withheld fact is only to be looked at; what else stands within its words is still refused."""
    rules = [f'phrase: "{withheld}", at: "1.1"', "phrase: Brightwater Legal"]
    meeting = asked(rules, f"It is {withheld}. Brightwater Legal came.", text)

    assert _blocking(command, meeting) == {"legal@brightwater": ["minute 1.2"]}
