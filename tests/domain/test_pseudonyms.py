"""Pseudonyms: the same person is the same letter in one document, and the letters tell nothing else."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.domain.locating import locate
from lpgminutes.domain.meetings import Contact
from lpgminutes.domain.people import Declaration
from lpgminutes.domain.redaction import redact
from lpgminutes.domain.release_copy import release_copy
from lpgminutes.domain.withholding import ReleaseCase

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

MINUTES = "Ada Lowe thanked Bo Vaz, and Vaz thanked Lowe. Cy Ng, Lowe and Vaz left. {word}."
PEOPLE = ("Ada Lowe", "Bo Vaz", "Cy Ng")


def _copy(
    bench: "Bench",
    text: str,
    *people: str,
    style: MarkStyle = MarkStyle.PSEUDONYM,
    present: tuple[str, ...] = (),
) -> MinutesDocument:
    document = compose(bench.meeting(text, names=present), mark_style=style)
    rules = tuple(bench.person(person) for person in people)
    return release_copy(redact(document, locate(document, rules).spans), ReleaseCase(reference="FOI1", rules=rules))


def _printed(copy: MinutesDocument) -> str:
    return copy.items[0].minutes[0].text.plain(copy.mark_style)


def test_the_same_person_is_the_same_letter(bench: "Bench") -> None:
    """Who thanked whom stays readable, with the exemption on each mark and a word of explanation in the legend."""
    copy = _copy(bench, MINUTES.format(word="Done"), *PEOPLE, present=PEOPLE)
    first, second, again, back, *_ = re.findall(r"\[Official ([A-Z]): s40\(2\)\]", _printed(copy))

    assert (again, back) == (second, first)
    assert len({first, second}) == 2
    assert any(entry.mark == "Official A" for entry in copy.legend)


def test_who_is_only_spoken_of_is_called_no_official(bench: "Bench") -> None:
    """A patient or a resident is a person; the letters are of one row, so that nobody is taken for somebody else."""
    copy = _copy(bench, MINUTES.format(word="Done"), *PEOPLE, present=("Bo Vaz",))
    called = re.findall(r"\[(\w+) ([A-Z]): s40\(2\)\]", _printed(copy))

    assert [word for word, _ in called] == ["Person", "Official", "Official", "Person", "Person", "Person", "Official"]
    assert sorted({letter for _, letter in called}) == ["A", "B", "C"]
    assert copy.legend[-1].mark == "Official A or Person A"


def test_who_is_the_contact_or_declares_an_interest_is_an_official(bench: "Bench") -> None:
    """Nobody else stands in those columns, whether the attendance has them or not."""
    meeting = replace(
        bench.meeting("Ada Lowe wrote to Bo Vaz and Cy Ng."),
        contact=Contact(name="Ada Lowe"),
        declarations=(Declaration(name="Bo Vaz", nature="Owns shares."),),
    )
    rules = tuple(bench.person(person) for person in PEOPLE)
    document = compose(meeting, mark_style=MarkStyle.PSEUDONYM)
    copy = release_copy(redact(document, locate(document, rules).spans), ReleaseCase(reference="FOI1", rules=rules))

    assert re.findall(r"\[(\w+) [A-C]: s40\(2\)\]", _printed(copy)) == ["Official", "Official", "Person"]


def test_other_styles_do_not_tell_people_apart(bench: "Bench") -> None:
    """The value itself holds no number by which they could be told apart."""
    copy = _copy(bench, MINUTES.format(word="Done"), *PEOPLE, style=MarkStyle.TEXT)

    assert {(mark.person, mark.alias) for _, mark in copy.marks()} == {(0, "")}
    assert "Official" not in _printed(copy)


@given(names=st.permutations(("Ada Lowe", "Bo Vaz", "Cy Ng", "Zoë Müller-Hale", "Prudence Okafor")))
def test_the_letters_do_not_follow_from_the_names(bench: "Bench", names: list[str]) -> None:
    """Other people in the same places, in rules of any order: the same copy."""
    text = "{0} thanked {1}, and {1} thanked {0} and {2}."
    one = _copy(bench, text.format(*names), *names[:3])
    other = _copy(bench, text.format(*PEOPLE), *reversed(PEOPLE))

    assert one == replace(other, attendance=one.attendance, actions=one.actions, contact_name=one.contact_name)


def test_another_document_has_other_letters(bench: "Bench") -> None:
    """Over a few documents the person who comes first is not always the same letter."""
    firsts = {
        re.findall(r"Official ([A-Z])", _printed(_copy(bench, MINUTES.format(word=word), *PEOPLE, present=PEOPLE)))[0]
        for word in ("Done", "Closed", "Agreed", "Noted", "Deferred", "Approved", "Received", "Resolved")
    }

    assert len(firsts) > 1


def test_a_mark_over_two_people_is_nobodys(bench: "Bench") -> None:
    """Where one mark hides two people side by side, it names neither."""
    document = compose(bench.meeting("AdaLowe"), mark_style=MarkStyle.PSEUDONYM)
    spans = [
        replace(span, place=document.items[0].minutes[0].text.place, start=start, end=start + 4, person=person)
        for person, start in ((1, 0), (2, 3))
        for span in locate(document, (bench.phrase("AdaLowe"),)).spans[:1]
    ]
    copy = release_copy(redact(document, spans), ReleaseCase(reference="FOI1"))

    assert _printed(copy) == "[redacted: s43(2)]"
