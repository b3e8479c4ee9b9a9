"""What only looks as if it gave something away, beside what does: nobody is accused of the one or spared the other."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.findings import Finding, FindingKind, Severity
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.people import Attendance

if TYPE_CHECKING:
    from tests.domain.conftest import Bench, Outcome

AWAY, CHECK, NOTE = Severity.GIVES_AWAY, Severity.CHECK, Severity.NOTE


def _found(bench: "Bench", withheld: str, *texts: str) -> dict[str, Severity]:
    meeting = bench.meeting(f"It is {withheld}.", *texts)
    return bench.release(meeting, bench.phrase(withheld, "1.1")).found()


def _of(outcome: "Outcome", kind: FindingKind) -> list[Finding]:
    return [finding for finding in outcome.findings if finding.kind is kind]


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("Honest Buildings Network", "A building of honest people; the Bildings.", {}),
        ("Casey Report", "All cases were reported. They asked Caseys.", {"Caseys": CHECK}),
        ("Needham Market Town Council", "Points are marked; Nedham replied.", {"Nedham": CHECK}),
        ("Special Interest Groups", "The Group met in a group.", {}),
        ("World Bank", "It would help. Would it? The Worlld Bank agreed.", {"Worlld": CHECK}),
        ("Departmental Return", "The Department and Departments.", {}),
        ("Kestrel Peak", "Kestral won; a kestral flew.", {}),
        ("Kestrel Peak", "Kestral won.", {"Kestral": CHECK}),
        ("dyslexia", "His dislexia.", {"dislexia": CHECK}),
    ],
)
def test_an_ordinary_word_is_no_name_misspelt(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """A slip in a name keeps its capital, and is no word that the minutes write small; a small word may be misspelt."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("112 responses", "The responses came; a response is due.", {}),
        ("112 responses", "In all 112 came.", {"112": AWAY}),
        ("3 dismissals", "He was dismissed.", {"dismissed": CHECK}),
        ("two suicides", "It was his suicide.", {"suicide": CHECK}),
        ("two overdoses", "She had overdosed.", {"overdosed": CHECK}),
        ("one warning", "Of the warning nothing came.", {"warning": CHECK}),
        ("nine refugees", "He is a refugee.", {"refugee": CHECK}),
        ("in hospital", "He was hospitalised, near the hospital.", {"hospitalised": CHECK}),
        ("insourcing", "It was insourced.", {"insourced": CHECK}),
        ("2015 election", "Election of the chair.", {}),
        ("2 elections", "The election was held.", {"election": CHECK}),
        ("PCC meetings", "The meeting of it.", {}),
        ("FutureGov", "In future it will; Futures rose.", {"Futures": CHECK}),
        ("Hospice", "All hospices; the HospiceQRP.", {"hospices": CHECK, "HospiceQRP": CHECK}),
    ],
)
def test_what_is_counted_is_no_secret_but_its_count_is(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """Of so many responses the figure is withheld; what happened to somebody is told by any form of its word."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("withheld", "texts", "found"),
    [
        ("pay Kestrel and then go", ["Kestrel rang."], {"Kestrel": CHECK}),
        ("pay Kestrel and then go", ["Kestrel rang.", "Kestrel wrote."], {"Kestrel": NOTE}),
        ("pay Kate Bush now", ["Kate Bush rang.", "Kate Bush wrote."], {"Kate Bush": NOTE}),
        ("ask the Finance & Audit Committee and then go", ["The Finance & Audit Committee met."], {}),
        ("ask the Governance Committee and then go", ["On Governance and Trusts."], {}),
        ("ask the Northern Trust and then go", ["The Northern Trust rang."], {"Northern Trust": CHECK}),
        ("ask the Open University and then go", ["The Open University rang."], {"Open University": CHECK}),
        ("Head of Account Managers", ["The Managers met."], {}),
        ("ask for Written Ministerial Statements and then go", ["The Statements were Written; Ministerial."], {}),
        ("Harrowfield Account Managers", ["Harrowfield rang."], {"Harrowfield": CHECK}),
    ],
)
def test_a_subject_of_the_meeting_is_only_noted(
    bench: "Bench", withheld: str, texts: list[str], found: dict[str, Severity]
) -> None:
    """What a withheld passage names, and other minutes speak of; a word for a sort of thing is not even noted."""
    assert _found(bench, withheld, *texts) == found


def test_initials_that_the_attendance_gives_to_somebody_are_no_short_phrase(bench: "Bench") -> None:
    """``EP`` is Ed Parkes where the attendance says so, and may be the Elevator Pitch where it does not."""
    phrase = bench.phrase("Elevator Pitch", "1.1")
    texts = ("The Elevator Pitch was shown.", "EP presented.")

    assert bench.release(bench.meeting(*texts, names=["Ed Parkes (EP)"]), phrase).found() == {}
    assert bench.release(bench.meeting(*texts, names=["Ed Parkes"]), phrase).found() == {"EP": CHECK}


@pytest.mark.parametrize(
    ("owner", "text", "found"),
    [
        ("Company Secretary", "The Company was told. The Company Secretary wrote.", {"Company Secretary": CHECK}),
        ("Met Office", "Cabinet Office and Home Office staff came; the Met Office too.", {"Met Office": CHECK}),
        ("Ann Branch", "Ms Branch wrote.", {"Ms Branch": AWAY}),
        ("Sam Board", "Ms Board wrote, and Sam.", {"Ms Board": AWAY, "Sam": AWAY}),
        ("Kestrel Group", "Kestrel rang of a group.", {"Kestrel": CHECK}),
        ("Finance Team", "On Finance.", {}),
        ("Una Bishop", "Ms Bishop wrote.", {"Ms Bishop": AWAY}),
        ("Jocelyn Green", "Ms Green wrote.", {"Ms Green": AWAY}),
    ],
)
def test_a_post_or_a_body_that_owns_an_action_has_no_surname(
    bench: "Bench", owner: str, text: str, found: dict[str, Severity]
) -> None:
    """Its own words are to be looked at; of a person every form gives away who owns the action."""
    action = Action(ref="A1", owners=(owner,), text="write", raised_in="1.1")
    meeting = replace(bench.meeting(text), actions=(action,))
    assert bench.release(meeting, bench.field("actions.owner")).found() == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada Lowe thanked Tom Ash for his work.", []),
        ("Tom Ash thanked Ada Lowe for her work.", ["her"]),
        ("Ada Lowe asked why. Tom Ash said that he would see.", []),
        ("Ada Lowe asked why. TA said that he would see.", []),
        ("Ada Lowe asked why. She said so to Tom Ash.", ["She"]),
        ("Tom Ash rang. He had thanked Ada Lowe.", []),
        ("In her report Ada Lowe told Tom Ash of his error.", ["her"]),
        ("The Chairman thanked Ada Lowe.", []),
        ("The chairwoman, Ada Lowe, left.", ["chairwoman"]),
        ("Ada Lowe spoke. Lord Young has told his view.", []),
        ("Ada Lowe spoke to the majority.of members. She left.", ["She"]),
    ],
)
def test_a_pronoun_that_means_somebody_open_tells_nothing(bench: "Bench", text: str, told: list[str]) -> None:
    """It speaks of whoever was named last before it; and whoever takes a chair may be called Chairman."""
    outcome = bench.release(bench.meeting(text, names=["Ada Lowe", "Tom Ash"]), bench.person("Ada Lowe"))
    assert [finding.text for finding in _of(outcome, FindingKind.PERSON_DESCRIBED)] == told


def test_a_withheld_phrase_is_nobody_that_a_pronoun_means(bench: "Bench") -> None:
    """``He`` is whoever spoke of the firm, not the firm."""
    meeting = bench.meeting("Ada Lowe left. It rained. He rang Kestrel.", names=["Ada Lowe"])
    outcome = bench.release(meeting, bench.person("Ada Lowe"), bench.phrase("Kestrel"))
    assert _of(outcome, FindingKind.PERSON_DESCRIBED) == []


def test_the_same_sex_told_in_many_places_is_one_finding(bench: "Bench") -> None:
    """With all its places; what tells another is another finding."""
    meeting = bench.meeting("Ada Lowe said she would.", "Ada Lowe took her leave.", "Sam Roe said he would.")
    outcome = bench.release(meeting, bench.person("Ada Lowe"), bench.person("Sam Roe"))
    found = {finding.text: finding.where() for finding in _of(outcome, FindingKind.PERSON_DESCRIBED)}
    assert found == {"she": "minute 1.1; minute 1.2", "he": "minute 1.3"}


def test_a_body_named_for_itself_does_not_tell_who_is_from_it(bench: "Bench") -> None:
    """The organisations of the attendance are withheld: a department is to be looked at, a company gives it away."""
    written = "The Cabinet Office wrote. Kestrel Peak Ltd rang. G4S Care Services came, and Roe Travel Agency."
    meeting = bench.meeting(written, names=["Ada Lowe", "Tom Ash", "Una Roe", "Sam Oke"])
    companies = ("Kestrel Peak Ltd", "G4S Care Services", "Roe Travel Agency")
    bodies = zip(meeting.attendance, ("Cabinet Office", *companies), strict=True)
    meeting = replace(meeting, attendance=tuple(replace(row, organisation=body) for row, body in bodies))
    found = bench.release(meeting, bench.field("attendance.organisation")).found()
    assert found["Cabinet Office"] is CHECK
    for company in companies:
        assert AWAY in {severity for words, severity in found.items() if words.startswith(company[:9])}


@pytest.mark.parametrize(
    ("withheld", "text", "found"),
    [
        ("53.5%", "It was 54.2% then.", {}),
        ("53.5%", "It was 54% then.", {"54%": CHECK}),
        ("66.7%", "It was two thirds of it.", {"two thirds": CHECK}),
        ("66.6%", "It was two thirds of it.", {"two thirds": CHECK}),
        ("66.6%", "It was 66.7% of it.", {}),
        ("66%", "It was 66.4% then.", {"66.4%": CHECK}),
    ],
)
def test_another_share_of_as_many_decimals_is_another(
    bench: "Bench", withheld: str, text: str, found: dict[str, Severity]
) -> None:
    """A share is known rounded, and not in another of the same precision."""
    assert _found(bench, withheld, text) == found


@pytest.mark.parametrize(
    ("text", "hidden", "is_told"),
    [
        ("At month-end 2,206 cases stood open, and 183 were put forward.", "183", False),
        ("In the month 184 cases came, of 2,208 a year.", "184", True),
        ("It costs £2,206 a year, £183.80 a month.", "£183.80", True),
    ],
)
def test_a_count_is_so_many_times_another_or_not(bench: "Bench", text: str, hidden: str, *, is_told: bool) -> None:
    """A twelfth of a sum is rounded; of things that are counted there are so many."""
    outcome = bench.release(bench.meeting(text), bench.phrase(hidden))
    assert bool(_of(outcome, FindingKind.SUM_COMPUTABLE)) is is_told


def test_those_who_own_an_action_are_no_name_misspelt(bench: "Bench") -> None:
    """``Panels`` is no slip of the Panel Members, who are nobody; ``Ellwod`` is one of Ada Ellwood."""
    actions = tuple(
        Action(ref=ref, owners=(owner,), text="write")
        for ref, owner in (("A1", "Panel Members"), ("A2", "Ada Ellwood"))
    )
    meeting = replace(bench.meeting("Of both Panels there were two.", "Ellwod rang."), actions=actions)
    outcome = bench.release(meeting, bench.field("actions.owner"))
    assert [finding.text for finding in _of(outcome, FindingKind.NAME_MISSPELT)] == ["Ellwod"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A 5 per cent rise of two to five, before action 7.", {}),
        ("See action 5 above.", {"5": CHECK}),
        ("See action point 5, and (5).", {"5": CHECK}),
        ("Actions 3, 4 and 5 are done.", {"5": CHECK}),
        ("Actions 3-5 are done.", {"5": CHECK}),
        ("APs 4 and 5 are done [5].", {"5": CHECK}),
        ("The 4 actions cost 5 pounds, and action 3 was for 5 people.", {}),
    ],
)
def test_a_small_number_is_a_reference_where_it_is_called_one(
    bench: "Bench", text: str, found: dict[str, Severity]
) -> None:
    """Actions are numbered 1, 2, 3: the same figure elsewhere is that of something else."""
    meeting = replace(bench.meeting(text), actions=(Action(ref="5", text="write", raised_in="1.1"),))
    assert bench.release(meeting, bench.field("actions.ref")).found() == found
    both = bench.release(bench.meeting("It is 5.", "A 5 then."), bench.phrase("5", "1.1"), bench.field("actions.ref"))
    assert both.found() == {"5": CHECK}


def test_a_letter_with_a_figure_is_a_reference_wherever_it_stands(bench: "Bench") -> None:
    """``C1`` counts nothing, and is no word."""
    meeting = replace(bench.meeting("C1 is closed."), actions=(Action(ref="C1", text="write", raised_in="1.1"),))
    assert bench.release(meeting, bench.field("actions.ref")).found() == {"C1": CHECK}


def test_short_words_within_the_name_of_a_body_are_no_name_misspelt(bench: "Bench") -> None:
    """``Care`` of a trust is not Clare; by itself it may be."""
    rule = bench.person("Clare Roe")
    trust = bench.release(bench.meeting("Clare Roe left.", "The Primary Care Trust met."), rule)
    alone = bench.release(bench.meeting("Clare Roe left.", "We asked Care why."), rule)
    assert _of(trust, FindingKind.NAME_MISSPELT) == []
    assert [finding.text for finding in _of(alone, FindingKind.NAME_MISSPELT)] == ["Care"]


def test_a_shared_forename_before_a_misspelt_open_surname_is_somebody_elses(bench: "Bench") -> None:
    """``Mike Hosking`` is Mike Hoskings, who stays open; ``Mike`` alone may be the other."""
    names, rule = ["Mike Readman", "Mike Hoskings"], bench.person("Mike Readman")
    other = bench.release(bench.meeting("It was for Mike Hosking to say.", names=names), rule)
    alone = bench.release(bench.meeting("It was for Mike to say.", names=names), rule)
    assert _of(other, FindingKind.PERSON_PERHAPS_OPEN) == []
    assert [finding.text for finding in _of(alone, FindingKind.PERSON_PERHAPS_OPEN)] == ["Mike"]


def test_initials_beside_those_declared_may_mean_the_person(bench: "Bench") -> None:
    """``AH`` for ``Alan Holzer (AHol)``, unless somebody open goes by them."""
    meeting = bench.meeting("AH advised.", names=["Alan Holzer (AHol)", "Alison Hopkins (AHop)"])
    taken = bench.meeting("AH advised.", names=["Alan Holzer (AHol)", "Ann Hill (AH)"])
    rule = bench.person("Alan Holzer")
    assert bench.release(meeting, rule).found(FindingKind.PERSON_PERHAPS_OPEN) == {"AH": CHECK}
    assert bench.release(taken, rule).found(FindingKind.PERSON_PERHAPS_OPEN) == {}


def test_a_post_ends_before_the_next_person(bench: "Bench") -> None:
    """And one that the attendance tells is told once, with the sentences that name it."""
    text = "Ada Lowe, Head of Estates and Juliet Roe spoke. Tom Ash, Chief Information Officer, left."
    rows = (
        Attendance(name="Ada Lowe"),
        Attendance(name="Juliet Roe"),
        Attendance(name="Tom Ash", role="Chief Information Officer"),
    )
    meeting = replace(bench.meeting(text), attendance=rows)
    outcome = bench.release(meeting, bench.person("Ada Lowe"), bench.person("Tom Ash"))
    found = {finding.text: finding.where() for finding in _of(outcome, FindingKind.POST_TELLS)}
    assert found == {"Chief Information Officer": "attendance row 3, role; minute 1.1", "Head of Estates": "minute 1.1"}


def test_the_item_of_a_minute_is_that_under_which_it_stands(bench: "Bench") -> None:
    """Minutes that count on from item to item, or are lettered, are no items of their own."""
    long = "The firm said that it would not go on with the bid at all unless the price of it was put up by the group"
    long = f"{long}, and that was said twice: {long}"
    rest = " ".join(["Nobody raised anything that the group had not heard before."] * 12)
    minutes = [Block(kind=BlockKind.MINUTE, text=text, number=str(number)) for number, text in ((6, long), (7, rest))]
    outcome = bench.release(bench.meeting(items=[bench.item("Bids", *minutes)]), bench.phrase(long))
    assert _of(outcome, FindingKind.MUCH_WITHHELD) == []
    (whole,) = _of(outcome, FindingKind.WHOLE_PARAGRAPH)
    assert whole.text == "minute 6"


def test_an_invitation_to_register_is_no_paper(bench: "Bench") -> None:
    """``2-3 p.m. ET Register Now`` asks to register; a risk register is a paper."""
    outcome = bench.release(
        bench.meeting("At 3 p.m. ET Register Now for it.", "See the Risk Register."), bench.phrase("3")
    )
    assert [finding.text for finding in _of(outcome, FindingKind.PAPER_NAMED)] == ["Risk Register"]


def test_a_place_in_a_paper_is_no_side_of_a_correction(bench: "Bench") -> None:
    """``The requirements in item 11`` names what is put right; a figure tells what it was."""
    read = "The requirements in item 11 of the Kestrel list are to be amended to read - review all."
    told = "The £300 in item 11 of the Kestrel list is to be amended to read - review all."
    rule = bench.phrase("Kestrel")
    assert bench.release(bench.meeting(read), rule).found() == {}
    assert set(bench.release(bench.meeting(told), rule).found().values()) == {AWAY}


def test_the_initials_of_an_owner_are_no_small_word(bench: "Bench") -> None:
    """``DO`` owns an action; what the others do is another word."""
    meeting = replace(
        bench.meeting("What they do.", "DO had it."), actions=(Action(ref="A1", owners=("DO",), text="write"),)
    )
    outcome = bench.release(meeting, bench.field("actions.owner"))
    found = _of(outcome, FindingKind.WITHHELD_ELSEWHERE_OPEN)
    assert {finding.text: finding.where() for finding in found} == {"DO": "minute 1.2"}


def test_a_post_behind_and_is_another_persons(bench: "Bench") -> None:
    """``Tom Ash, Head of Estates and Ada Lowe, Research Manager``: hers follows her name."""
    text = "Tom Ash, Head of Estates and Ada Lowe, Research Manager, spoke. The Finance Director, Una Roe, left."
    outcome = bench.release(bench.meeting(text), bench.person("Ada Lowe"), bench.person("Una Roe"))
    posts = [finding.text for finding in _of(outcome, FindingKind.POST_TELLS)]
    assert sorted(posts) == ["Finance Director", "Research Manager"]


@pytest.mark.parametrize(
    ("person", "text", "found"),
    [
        ("Paul Clarke", "We asked Clare why.", {"Clare": CHECK}),
        ("Paul Clarke", "We asked Clark why.", {"Clark": AWAY}),
        ("Claire Roe", "We asked Clare why.", {"Clare": AWAY}),
        ("Tom Williams", "We asked Mr William why.", {"William": AWAY}),
        ("Nici Roe", "The NII was set up.", {}),
        ("Nici Roe", "We asked Nic why, and Nicci.", {"Nic": CHECK, "Nicci": CHECK}),
    ],
)
def test_a_forename_is_hardly_a_surname_misspelt(
    bench: "Bench", person: str, text: str, found: dict[str, Severity]
) -> None:
    """It is to be looked at; three capitals are short for something."""
    outcome = bench.release(bench.meeting(f"{person} left.", text), bench.person(person))
    assert outcome.found(FindingKind.NAME_MISSPELT) == found
