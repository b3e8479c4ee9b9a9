"""What is suggested to be withheld: found where it stands, likely or to look at, and never decided."""

import importlib.util
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes import bootstrap
from lpgminutes.domain.compose import compose
from lpgminutes.domain.locating import locate, searchable
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.redaction import redact
from lpgminutes.domain.suggesting import Known, Suggestion, SuggestionKind, suggest
from lpgminutes.errors import InputError

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
MEETING = {
    "format": "lpgminutes.meeting",
    "version": 1,
    "series": {"short_name": "sg", "name": "Steering Group"},
    "title": "Steering Group",
    "marking": "OFFICIAL",
    "date": "2026-05-01",
    "attendance": [
        {"name": "Priya Nandakumar", "role": "Head of Estates", "organisation": "DWP"},
        {"name": "Robert Green", "role": "Analyst", "organisation": "DWP"},
        {"name": "Sam Oyelaran", "role": "Analyst", "organisation": "IAS"},
    ],
}


def written(*texts: str) -> dict[str, object]:
    """A meeting of one item with these minutes, in the interchange form."""
    minutes = [{"number": f"1.{number}", "text": text} for number, text in enumerate(texts, start=1)]
    return {**MEETING, "items": [{"number": "1", "title": "Estates", "minutes": minutes}]}


def meeting_of(*texts: str) -> Meeting:
    """A meeting of one item with these minutes."""
    return bootstrap.read_meeting(json.dumps(written(*texts)).encode(), name="m.json")[0]


def offered(*texts: str, known: Known | None = None) -> tuple[Suggestion, ...]:
    """What is suggested for minutes of these texts."""
    return suggest(compose(meeting_of(*texts)), (), known or Known(), bootstrap.house_recogniser())


def found(suggestions: tuple[Suggestion, ...], kind: SuggestionKind) -> list[tuple[str, bool]]:
    """The texts of one kind, each with whether it is ticked."""
    return [(one.text, one.is_likely) for one in suggestions if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Ms Nandakumer spoke.", SuggestionKind.MISSPELT_NAME, [("Ms Nandakumer", True)]),
        ("We asked Bob why.", SuggestionKind.NICKNAME, [("Bob", True)]),
        ("We asked Bob Wednesday.", SuggestionKind.NICKNAME, [("Bob", True)]),
        ("We asked Mr Bob Marsh why; then Bob Marsh-Hill left.", SuggestionKind.NICKNAME, []),
        ("PN thanked all.", SuggestionKind.INITIALS, [("PN", True)]),
        ("Mr Thackray spoke.", SuggestionKind.SPEAKER, [("Thackray", True)]),
        ("Whitlock reported a fall.", SuggestionKind.SPEAKER, [("Whitlock", True)]),
        ("They met Agnieszka Nowak there.", SuggestionKind.NAME, [("Agnieszka Nowak", True)]),
        ("Kestrel Peak bid.", SuggestionKind.CAPITALISED_NAME, [("Kestrel Peak", False)]),
        ("Write to a.b-c@x.org.uk.", SuggestionKind.EMAIL, [("a.b-c@x.org.uk", True)]),
        (
            "Ring 0113 496 0123 or 07700 900461.",
            SuggestionKind.PHONE,
            [("0113 496 0123", True), ("07700 900461", True)],
        ),
        ("Ring ext 4471.", SuggestionKind.PHONE, [("4471", True)]),
        ("Her number is QQ 12 34 56 C, not AB 12 34 56 C.", SuggestionKind.NI_NUMBER, [("AB 12 34 56 C", True)]),
        ("NHS 943 476 5919, not 943 476 5918.", SuggestionKind.NHS_NUMBER, [("943 476 5919", True)]),
        ("VAT number GB 980 7806 84.", SuggestionKind.TAX_REFERENCE, [("GB 980 7806 84", True)]),
        ("At 4 Mill Lane, LS1 4AP.", SuggestionKind.POSTCODE, [("LS1 4AP", True)]),
        (
            "Sort code 20-00-00, account number 55779911.",
            SuggestionKind.BANK_DETAILS,
            [("20-00-00", True), ("55779911", True)],
        ),
        ("The van AB51 ABC was hit.", SuggestionKind.VEHICLE, [("AB51 ABC", True)]),
        (
            "It cost \u00a31,200.50 and \u00a33m.",
            SuggestionKind.MONEY,
            [("\u00a31,200.50", False), ("\u00a33m", False)],
        ),
        ("Of \u00a34,800, and \u00a35,150.", SuggestionKind.MONEY, [("\u00a34,800", False), ("\u00a35,150", False)]),
        ("In 2019 at 10:30 on 12 May, item 12, 49,144 came.", SuggestionKind.FIGURE, [("49,144", False)]),
        ("The Head of Estates left.", SuggestionKind.ROLE, [("Head of Estates", False)]),
        ("Green, amber and red; the Board agreed; May was cold; IT was down.", SuggestionKind.SPEAKER, []),
        ("Green, amber and red; the Board agreed; May was cold; IT was down.", SuggestionKind.MISSPELT_NAME, []),
    ],
)
def test_each_kind_is_found(text: str, kind: SuggestionKind, expected: list[tuple[str, bool]]) -> None:
    """What is likely is ticked, the rest is to be looked at; a wrong check digit is no number."""
    assert found(offered(text), kind) == expected


def test_people_are_found_in_every_form_with_title_and_possessive() -> None:
    """One suggestion for each, with every place; the title before and the possessive after go along."""
    [priya] = [one for one in offered("Ms Nandakumar's view.", "Priya N. left.") if one.text == "Priya Nandakumar"]
    assert [one.text for one in priya.stretches] == ["Priya Nandakumar", "Ms Nandakumar's", "Priya N."]
    assert priya.is_likely


def test_somebody_of_the_register_is_found_without_being_there() -> None:
    """Everyone who was ever at a meeting is looked for."""
    known = Known(register=("Ffion Llewellyn", "Nobody Known"))
    assert ("Ffion Llewellyn", True) in found(offered("Ffion rang.", known=known), SuggestionKind.PERSON)


@pytest.mark.parametrize(
    ("register", "text", "found_in"),
    [
        ("David Llewellyn", "They will ask David Evans about it.", []),
        ("David Llewellyn", "They will ask David about it.", ["David"]),
        ("David Llewellyn", "They will ask David Ll. about it, by David Thursday.", ["David", "David"]),
        ("Harvey Lewis", "Concerns were raised by Dan Lewis.", []),
        ("Harvey Lewis", "Ask Lewis. Concerns were raised by Mr Lewis.", ["Lewis", "Mr Lewis"]),
        ("Steve Thomson", "The Thomson Reuters report.", []),
        ("Ed Blockley", "From the ward to ED; a google doc.", []),
        ("Ed Blockley", "E Blockley rang; ed.blockley@x.uk too. Ed came.", ["E Blockley", "ed.blockley", "Ed"]),
    ],
)
def test_somebody_who_is_not_there_is_not_found_within_another_name(
    register: str, text: str, found_in: list[str]
) -> None:
    """One word of the name stands for the person alone; with another surname, or in capitals, for something else."""
    people = [one for one in offered(text, known=Known(register=(register,))) if one.text == register]
    assert [stretch.text for one in people for stretch in one.stretches] == found_in


def test_a_forename_means_whoever_is_also_named_in_full() -> None:
    """Two of the register have it, and one of them stands in the title."""
    known = Known(register=("Chris Aujard", "Chris Pugliese"))
    people = found(offered("Chris reviewed it.", "See Chris Pugliese.", known=known), SuggestionKind.PERSON)
    assert ("Chris Pugliese", True) in people
    assert ("Chris Aujard", True) not in people


@pytest.mark.parametrize(
    ("register", "text", "slips"),
    [
        ("John Cope", "The Code of Practice; Core R4.", []),
        ("John Cope", "It was late. Coper said so; Mr Cape left.", ["Coper", "Mr Cape"]),
        ("Mike Hoskings", "On the plan of Hosking we said no more.", ["Hosking"]),
        ("Priya Nandakumar", "The Prya plan.", ["Prya"]),
    ],
)
def test_a_slip_in_a_short_name_of_somebody_absent_has_to_stand_as_a_name(
    register: str, text: str, slips: list[str]
) -> None:
    """A long name hardly looks like a word; who is there may be misspelt anywhere."""
    suggested = offered(text, known=Known(register=(register,)))
    assert [text for text, _ in found(suggested, SuggestionKind.MISSPELT_NAME)] == slips


def test_a_body_or_a_post_that_owns_an_action_is_no_person() -> None:
    """``Jocelyn Green`` and ``Dave Hill`` are, though greens and hills are places."""
    owners = ["Met Office", "Company Secretary", "Panel Secretariat", "Service Managers", "Jocelyn Green", "Dave Hill"]
    actions = [{"owners": [owner], "text": "write"} for owner in owners]
    meeting = bootstrap.read_meeting(json.dumps({**written("It rained."), "actions": actions}).encode(), name="m")[0]
    suggested = suggest(compose(meeting), (), Known(), bootstrap.house_recogniser())
    people = {text for text, _ in found(suggested, SuggestionKind.PERSON)}
    assert people == {"Priya Nandakumar", "Robert Green", "Sam Oyelaran", "Jocelyn Green", "Dave Hill"}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Save the date. RG/SO", SuggestionKind.INITIALS, ["RG", "SO"]),
        ("The A/RG ratio; R/RG.", SuggestionKind.INITIALS, []),
        ("It is chaired by Philip N Green.", SuggestionKind.NAME, ["Philip N Green"]),
        ("Concerns of Dan Lewis.", SuggestionKind.NAME, ["Dan Lewis"]),
        ("Contact Sarah Wakelin for more.", SuggestionKind.CAPITALISED_NAME, []),
        ("Contact Sarah Wakelin for more.", SuggestionKind.NAME, ["Sarah Wakelin"]),
        ("The Minister for the Cabinet Office felt so; the Auditor said no.", SuggestionKind.SPEAKER, []),
        ("Innovation and Skills has provided it.", SuggestionKind.SPEAKER, []),
    ],
)
def test_who_is_no_name_is_not_offered_and_who_is_one_is(text: str, kind: SuggestionKind, expected: list[str]) -> None:
    """Owners with strokes between them, a middle initial, a short forename; no office and no verb before a name."""
    assert [text for text, _ in found(offered(text), kind)] == expected


def test_capitals_of_a_headline_are_no_names() -> None:
    """A title that is written with capitals throughout; somebody's name in it is one all the same."""
    titles = ("Raising Awareness Again", "Kestrel Peak and what became of it", "Continued Talk (Mary Anne Schultz)")
    items = [{"number": str(number), "title": title} for number, title in enumerate(titles, start=1)]
    titled = {**MEETING, "items": items}
    meeting = bootstrap.read_meeting(json.dumps(titled).encode(), name="m")[0]
    suggested = suggest(compose(meeting), (), Known(), bootstrap.house_recogniser())
    assert [text for text, _ in found(suggested, SuggestionKind.CAPITALISED_NAME)] == ["Kestrel Peak"]
    assert [text for text, _ in found(suggested, SuggestionKind.NAME)] == ["Mary Anne Schultz"]


@given(
    st.lists(
        st.text(max_size=60) | st.sampled_from(["Ms Nandakumer, PN and Bob: 0113 496 0123", "\u00a34 [s40]"]),
        max_size=4,
    )
)
@settings(max_examples=25, deadline=None)
def test_a_suggestion_stands_where_it_says(texts: list[str]) -> None:
    """Whatever the minutes hold, each stretch holds its words, none is spoken of twice, and taking all closes them."""
    try:
        meeting = meeting_of(*(f"A {text} b" for text in texts))
    except InputError:
        return
    document = compose(meeting)
    words = {text.place: text.words for text in searchable(document)}
    suggestions = suggest(document, (), Known(), bootstrap.house_recogniser())

    stretches = [stretch for one in suggestions for stretch in one.stretches]
    assert all(words[one.place][one.start : one.end] == one.text for one in stretches)
    assert len({(one.place, one.start, one.end) for one in stretches}) == len(stretches)

    rules = [rule for one in suggestions for rule in one.rules]
    copy = redact(document, locate(document, rules).spans)
    left = suggest(copy, (), Known(), bootstrap.house_recogniser())
    assert not {one.text for one in left if one.is_likely} & {one.text for one in suggestions if one.is_likely}


def test_what_is_withheld_already_is_not_suggested(kept: Callable[[object], Meeting], store: Any) -> None:  # noqa: ANN401
    """Taking a suggestion proposes its rule, and it is gone; what is dismissed is gone for the whole body."""
    from lpgminutes.services.cases import NewCase, open_case
    from lpgminutes.services.suggestions import chosen, dismiss, restore, suggestions, take

    meeting = kept(written("Ms Nandakumar and Agnieszka Nowak paid \u00a34."))
    open_case(store, NewCase(reference="F1", meetings=(meeting.ref,)), who="Olive", today=bootstrap.today())
    recogniser = bootstrap.house_recogniser()
    first = suggestions(store, meeting.ref, "F1", recogniser=recogniser)
    case = take(store, meeting.ref, "F1", chosen(first, ["person"]), who="Olive")
    [money] = chosen(first, ["money"])
    dismiss(store, meeting.ref, "F1", [money], who="Olive")
    second = suggestions(store, meeting.ref, "F1", recogniser=recogniser)
    restore(store, meeting.series.short_name, [money.id], who="Olive")
    third = suggestions(store, meeting.ref, "F1", recogniser=recogniser)

    assert {rule.handling.proposed_by for rule in case.rules} == {"Olive"}
    assert not {SuggestionKind.PERSON, SuggestionKind.MONEY} & {one.kind for one in second}
    assert money.id in {one.id for one in third}


def test_the_floor_of_names_found_is_held() -> None:
    """On the seed with other names in every form: a small run of what benchmarks/suggestions.py publishes."""
    spec = importlib.util.spec_from_file_location("suggestion_bed", BENCHMARKS / "suggestion_bed.py")
    assert spec is not None
    assert spec.loader is not None
    bed = importlib.util.module_from_spec(spec)
    sys.modules["suggestion_bed"] = bed
    spec.loader.exec_module(bed)
    score, dice = bed.Score(), random.Random(7)  # noqa: S311 - no secret
    for _ in range(6):
        bed.scored(BENCHMARKS.parent / "tests" / "data" / "seed" / "meeting.json", dice, score)

    assert score.recall >= 0.95
    assert score.false_per_1000 <= 1.1
