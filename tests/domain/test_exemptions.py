import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.exemption_table import Regime, Threshold
from lpgminutes.domain.exemptions import Exemption, advice, every_exemption, read_exemption
from lpgminutes.errors import InputError

EVERY = tuple(every_exemption())
C, P, T, M = Threshold.CLASS, Threshold.PREJUDICE, Threshold.OTHER, Threshold.MIXED

SectionRow = tuple[str, str, bool | None, Threshold, int | None, str]
LimbRow = tuple[str, bool | None, bool, bool, Threshold, int | None]

# section, heading, is it absolute, threshold, age limit, Scottish equivalent
SECTIONS: list[SectionRow] = [
    ("21", "Information accessible to applicant by other means", True, C, None, "25"),
    ("22", "Information intended for future publication", False, C, None, "27"),
    ("22A", "Research", False, M, None, "27(2)"),
    (
        "23",
        "Information supplied by, or relating to, bodies dealing with security matters",
        True,
        C,
        None,
        "",
    ),
    ("24", "National security", False, T, None, "31(1)"),
    ("26", "Defence", False, P, None, "31(4)"),
    ("27", "International relations", False, M, None, "32"),
    ("28", "Relations within the United Kingdom", False, P, 30, "28"),
    ("29", "The economy", False, P, None, "33(2)"),
    ("30", "Investigations and proceedings conducted by public authorities", False, C, None, "34"),
    ("31", "Law enforcement", False, P, 100, "35"),
    ("32", "Court records, etc.", True, C, 20, "37"),
    ("33", "Audit functions", False, P, 20, "40"),
    ("34", "Parliamentary privilege", True, T, None, ""),
    ("35", "Formulation of government policy, etc.", False, C, 20, "29"),
    ("36", "Prejudice to effective conduct of public affairs", False, P, 30, "30"),
    ("37", "Communications with Her Majesty, etc. and honours", None, C, None, "41"),
    ("38", "Health and safety", False, P, None, "39(1)"),
    ("39", "Environmental information", False, C, None, "39(2)"),
    ("40", "Personal information", None, C, None, "38"),
    ("41", "Information provided in confidence", True, C, None, "36(2)"),
    ("42", "Legal professional privilege", False, C, 20, "36(1)"),
    ("43", "Commercial interests", False, M, 30, "33(1)"),
    ("44", "Prohibitions on disclosure", True, C, None, "26"),
]

# citation, is it absolute, public interest test, qualified person, threshold, age limit
LIMBS: list[LimbRow] = [
    ("FOIA s22A(1)(b)", False, True, False, P, None),
    ("FOIA s27(1)(c)", False, True, False, P, None),
    ("FOIA s27(2)", False, True, False, C, None),
    ("FOIA s30(1)(a)(ii)", False, True, False, C, 20),
    ("FOIA s30(2)", False, True, False, C, None),
    ("FOIA s31(1)(g) by virtue of s31(2)(c)", False, True, False, P, 100),
    ("FOIA s36(2)(a)(i)", False, True, True, P, 20),
    ("FOIA s36(2)(a)(ii)", False, True, True, P, 30),
    ("FOIA s36(2)(b)(i)", False, True, True, P, 20),
    ("FOIA s36(2)(b)(ii)", False, True, True, P, 20),
    ("FOIA s36(2)(c)", False, True, True, P, 20),
    ("FOIA s36(4)", False, True, False, P, 20),
    ("FOIA s36(2)(c) by virtue of s36(4)", False, True, False, P, 20),
    ("FOIA s37(1)(a)", True, False, False, C, None),
    ("FOIA s37(1)(aa)", True, False, False, C, None),
    ("FOIA s37(1)(ab)", True, False, False, C, None),
    ("FOIA s37(1)(ac)", False, True, False, C, None),
    ("FOIA s37(1)(ad)", False, True, False, C, None),
    ("FOIA s37(1)(b)", False, True, False, C, 60),
    ("FOIA s40(1)", True, False, False, C, None),
    ("FOIA s40(2)", True, False, False, C, None),
    ("FOIA s40(2) by virtue of s40(3A)", True, False, False, C, None),
    ("FOIA s40(2) by virtue of s40(3A)(a)", True, False, False, C, None),
    ("FOIA s40(2) by virtue of s40(3B)", False, True, False, C, None),
    ("FOIA s40(2) by virtue of s40(4A)(a)", False, True, False, C, None),
    ("FOIA s43(1)", False, True, False, C, 30),
    ("FOIA s43(2)", False, True, False, P, 30),
    ("EIR reg 5(3)", True, False, False, C, None),
    ("EIR reg 12(3)", False, True, False, C, None),
    *((f"EIR reg 12(4)({letter})", False, True, False, C, None) for letter in "abcde"),
    *((f"EIR reg 12(5)({letter})", False, True, False, P, None) for letter in "abcdefg"),
    ("EIR reg 13(1)(a)", True, False, False, C, None),
    ("EIR reg 13(1)", None, True, False, C, None),
    ("FOISA s30(b)(i)", False, True, False, P, None),
    ("FOISA s36(2)", True, False, False, C, None),
    ("FOISA s38(1)(b)", True, False, False, C, None),
    ("EISR reg 10(5)(e)", False, True, False, P, None),
    ("UK GDPR art 15(4)", None, False, False, T, None),
]

WAYS_OF_WRITING = {
    "FOIA s40(2)": "FOIA s40(2)",
    "s.40(2)": "FOIA s40(2)",
    "s40(2)": "FOIA s40(2)",
    "S40(2)": "FOIA s40(2)",
    "S 40 ( 2 )": "FOIA s40(2)",
    "Section 40(2)": "FOIA s40(2)",
    "Sect. 40(2)": "FOIA s40(2)",
    "SECTION\u00a040(2)": "FOIA s40(2)",
    "§ 40(2)": "FOIA s40(2)",
    "40(2)": "FOIA s40(2)",
    "s40(2) FOIA": "FOIA s40(2)",
    "FOI Act section 40(2).": "FOIA s40(2)",
    "Section 40(2) of the Freedom of Information Act 2000": "FOIA s40(2)",
    "s40(2) by virtue of s40(3A)(a)": "FOIA s40(2) by virtue of s40(3A)(a)",
    "s40(2) and s40(3a)(A)": "FOIA s40(2) by virtue of s40(3A)(a)",
    "S40(2) via (3A)(a)": "FOIA s40(2) by virtue of s40(3A)(a)",
    "s40(2)(3A)(a)": "FOIA s40(2) by virtue of s40(3A)(a)",
    "s38": "FOIA s38",
    "S38": "FOIA s38",
    "S43": "FOIA s43",
    "S 43": "FOIA s43",
    "S\u00a043": "FOIA s43",
    "s22a": "FOIA s22A",
    "EIR 12(5)(e)": "EIR reg 12(5)(e)",
    "EIR reg 12(5)(e)": "EIR reg 12(5)(e)",
    "reg 12(5)(e)": "EIR reg 12(5)(e)",
    "Regulation 12 (5) (E)": "EIR reg 12(5)(e)",
    "r.12(5)(e) EIRs": "EIR reg 12(5)(e)",
    "FOISA s38(1)(b)": "FOISA s38(1)(b)",
    "FOI(S)A section 38(1)(b)": "FOISA s38(1)(b)",
    "section 30(b)(ii) of the Freedom of Information (Scotland) Act 2002": "FOISA s30(b)(ii)",
    "EISR 10(4)(e)": "EISR reg 10(4)(e)",
    "UKGDPR Article 15(4)": "UK GDPR art 15(4)",
}

REFUSED = {
    "s12": "a reason to refuse a whole request, not an exemption on a passage",
    "FOIA s12(1)": "a reason to refuse a whole request",
    "s12(2)": "a reason to refuse a whole request",
    "s14(1)": "a reason to refuse a whole request",
    "FOISA s14(2)": "a reason to refuse a whole request",
    "s1(3)": "a reason to refuse a whole request",
    "s25": "about certificates",
    "s23(5)": "neither confirming nor denying",
    "s24(2)": "neither confirming nor denying",
    "s38(2)": "neither confirming nor denying",
    "s40(5A)": "neither confirming nor denying",
    "s40(5B)(a)(i)": "neither confirming nor denying",
    "s42(2)": "neither confirming nor denying",
    "s43(3)": "neither confirming nor denying",
    "EIR 12(6)": "neither confirming nor denying",
    "FOISA s18": "neither confirming nor denying",
    "s40(9)": "There is no exemption FOIA s40(9); did you mean s40(1) (the requester's own personal data) or",
    "s38(1)(c)": "did you mean s38(1)(a) (physical or mental health) or s38(1)(b) (safety)?",
    "s36(2)(b)(iii)": "did you mean s36(2)(b)(i)",
    "s40(3A)(a)": "did you mean FOIA s40(2) by virtue of s40(3A)(a)?",
    "s40(3)(a)(i)": "did you mean FOIA s40(2) by virtue of s40(3A)(a)?",
    "s40(2) by virtue of s40(3)(a)(i)": "renumbered on 25 May 2018",
    "s40(2) by virtue of s40(9)": "is none of them",
    "s40 by virtue of s40(3A)(a)": "say s40(2) by virtue of s40(3A)(a)",
    "s38(1)(a) by virtue of s38(2)": "cite it by itself",
    "s12(5)(e)": "did you mean EIR reg 12(5)(e)?",
    "reg 10(5)(e)": "did you mean EISR reg 10(5)(e)?",
    "s50": "those of FOIA are in s21 to s44",
    "s38, s43": "names two exemptions",
    "S40(2)S43": "names two exemptions",
    "s40(1) and s40(2)": "names two exemptions",
    "s43(1) and s43(2)": "names two exemptions",
    "": "not read as an exemption",
    "FOIA": "not read as an exemption",
    "out of scope": "are not exemptions",
    "s40(2": "not read as an exemption",
    "s40(2)" * 40: "not read as an exemption",
}


@pytest.mark.parametrize("row", SECTIONS, ids=lambda row: f"s{row[0]}")
def test_a_bare_section_has_what_its_limbs_agree_on(row: SectionRow) -> None:
    """Every section of Part II reads bare; where limbs differ on the public interest, the test is needed."""
    number, heading, is_absolute, threshold, age, foisa = row
    section = read_exemption(f"S{number}")
    assert section == Exemption(regime=Regime.FOIA, section=number)
    assert (section.heading, section.foisa_equivalent) == (heading, foisa)
    assert section.is_absolute is is_absolute
    assert section.needs_public_interest_test is (is_absolute is not True)
    assert section.needs_qualified_person is (number == "36")
    assert (section.threshold, section.age_limit_years) == (threshold, age)
    assert not section.has_limb


def test_the_table_holds_the_whole_of_part_two() -> None:
    """Sections 21 to 44 without 25, and 22A."""
    cited = {exemption.section for exemption in EVERY if exemption.regime is Regime.FOIA}
    assert cited == {str(number) for number in range(21, 45)} - {"25"} | {"22A"}


@pytest.mark.parametrize("row", LIMBS, ids=lambda row: str(row[0]))
def test_a_limb_has_duties_of_its_own(row: LimbRow) -> None:
    """Absolute or qualified, test, opinion, threshold and age belong to the limb and its condition."""
    citation, is_absolute, weighed, person, threshold, age = row
    limb = read_exemption(citation)
    assert limb.citation() == citation
    assert limb.is_absolute is is_absolute
    assert (limb.needs_public_interest_test, limb.needs_qualified_person) == (weighed, person)
    assert (limb.threshold, limb.age_limit_years) == (threshold, age)
    assert limb.is_class_based is (threshold is C)
    assert limb.has_limb


@pytest.mark.parametrize(("written", "citation"), WAYS_OF_WRITING.items())
def test_every_usual_way_of_writing_is_read(written: str, citation: str) -> None:
    """Case, spaces, stops, the word section and the place of the Act do not matter."""
    assert read_exemption(written).citation() == citation


@pytest.mark.parametrize(("written", "sentence"), REFUSED.items())
def test_what_no_passage_can_be_withheld_under_is_refused(written: str, sentence: str) -> None:
    """The sentence says why, and what may have been meant."""
    with pytest.raises(InputError, match=re.escape(sentence)):
        read_exemption(written)


def test_a_text_that_is_no_citation_is_not_repeated() -> None:
    """The words to be withheld, put into the wrong field, do not come back in a sentence."""
    with pytest.raises(InputError) as refusal:
        read_exemption("Kestrel Peak 40 (secret)")
    assert "Kestrel" not in str(refusal.value)


def test_an_exemption_that_does_not_exist_cannot_be_made() -> None:
    """The constructor holds to the table, not only the reader."""
    with pytest.raises(InputError):
        Exemption(regime=Regime.FOIA, section="40", limb="(7)")


@pytest.mark.parametrize(
    ("citation", "short", "house", "kind"),
    [
        ("FOIA s40(2)", "s40(2)", "S40(2)", "absolute: no public interest test"),
        ("s40(2) by virtue of s40(3B)", "s40(2)", "S40(2)", "qualified: needs a public interest test"),
        ("s43", "s43", "S43", "qualified: needs a public interest test"),
        ("s40", "s40", "S40", "depends on the limb: needs a public interest test"),
        (
            "s36(2)(c)",
            "s36(2)(c)",
            "S36(2)(c)",
            "qualified: needs a public interest test and the qualified person's opinion",
        ),
        ("EIR 12(5)(e)", "reg 12(5)(e)", "Reg 12(5)(e)", "exception: needs a public interest test"),
        (
            "UK GDPR 15(4)",
            "art 15(4)",
            "Art 15(4)",
            "no public interest test: weighed against the rights of others",
        ),
    ],
)
def test_a_mark_and_a_schedule_have_their_own_wording(citation: str, short: str, house: str, kind: str) -> None:
    """Short on the mark, as the departments print it, and in plain words in the schedule."""
    exemption = read_exemption(citation)
    assert (exemption.short(), exemption.house(), exemption.kind_words) == (short, house, kind)


def test_advice_names_the_limbs_of_a_bare_section() -> None:
    """Practice is to say which limb."""
    assert advice(read_exemption("S38")) == (
        (
            "s38 is cited without its limb; practice is to say which: s38(1)(a) (physical or mental health) "
            "or s38(1)(b) (safety)."
        ),
    )


@pytest.mark.parametrize("number", ["27", "30", "31", "35", "36", "37", "38", "40", "43", "44"])
def test_a_section_with_several_limbs_asks_for_one(number: str) -> None:
    """The sections that real documents cite bare are accepted, with the question which limb."""
    assert "practice is to say which" in advice(read_exemption(f"S{number}"))[0]


@pytest.mark.parametrize("citation", ["s22", "s41", "s42", "s30(2)", "s43(2)", "s40(2) by virtue of s40(3A)(a)", "s24"])
def test_a_complete_citation_gets_no_advice(citation: str) -> None:
    """Conditions that hold together, or a single limb, leave nothing to choose."""
    assert advice(read_exemption(citation)) == ()


@pytest.mark.parametrize(
    ("citation", "part"),
    [
        ("s40(2)", "s40(3B), s40(4A)(a), s40(4A)(b), say so"),
        ("s36(2)(b)(i)", "opinion of the qualified person"),
        ("s31(1)(g)", "by virtue of s31(2)(c)"),
        ("s44(1)(a)", "Name the other Act"),
        ("EIR 12(5)(e)", "emissions"),
        ("s37(1)(ac)", "five years after the death"),
    ],
)
def test_advice_says_what_else_the_limb_asks_for(citation: str, part: str) -> None:
    """One sentence for what an officer would otherwise look up."""
    assert [part in sentence for sentence in advice(read_exemption(citation))] == [True]


def test_exemptions_sort_in_the_order_of_the_acts() -> None:
    """By law, number, letter and limb, a bare section before its limbs."""
    in_order = [
        read_exemption(text)
        for text in (
            "s22",
            "s22A",
            "s30(1)(b)",
            "s30(2)",
            "s37(1)(a)",
            "s37(1)(aa)",
            "s37(1)(b)",
            "s40",
            "s40(2)",
        )
    ]
    in_order += [read_exemption(text) for text in ("s40(2) via (3A)(a)", "reg 5(3)", "reg 12(4)(a)", "FOISA s25")]
    shuffled = random.Random(7).sample(in_order, len(in_order))  # noqa: S311 - a shuffle
    assert sorted(shuffled) == in_order


@given(st.sampled_from(EVERY))
def test_a_citation_reads_as_what_it_cites(exemption: Exemption) -> None:
    """Citation and reader are each other's inverse over the whole table."""
    assert read_exemption(exemption.citation()) == exemption


def test_every_entry_of_the_table_reads_back() -> None:
    """The same without sampling, and each entry stands once."""
    assert [read_exemption(exemption.citation()) for exemption in EVERY] == list(EVERY)
    assert len(set(EVERY)) == len(EVERY)


@given(
    st.sampled_from(EVERY),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from("\u00a0\u2009 "),
)
def test_case_and_spaces_never_change_what_is_cited(exemption: Exemption, case: object, space: str) -> None:
    """A citation in capitals with no-break spaces is the same citation."""
    assert callable(case)
    written = case(exemption.citation()).replace(" ", space).replace("(", f"{space}(")
    assert read_exemption(written) == exemption


@given(st.sampled_from(EVERY))
def test_every_entry_has_words_and_definite_duties(exemption: Exemption) -> None:
    """Absolute means no test, qualified means a test, and advice is made of sentences."""
    assert exemption.about
    assert exemption.kind_words
    if exemption.is_absolute is not None:
        assert exemption.needs_public_interest_test is not exemption.is_absolute
    assert all(sentence.endswith(".") for sentence in advice(exemption))


@given(st.sampled_from(EVERY), st.integers(min_value=0, max_value=3))
def test_any_beginning_of_a_citation_asks_for_no_less(exemption: Exemption, kept: int) -> None:
    """A citation cut short never asks for less than the limb that may be meant."""
    pieces = re.findall(r"\([^)]*\)", exemption.limb)
    short = Exemption(regime=exemption.regime, section=exemption.section, limb="".join(pieces[:kept]))
    whole = Exemption(regime=exemption.regime, section=exemption.section, limb=exemption.limb)
    assert short.needs_public_interest_test >= whole.needs_public_interest_test
    assert short.needs_qualified_person >= whole.needs_qualified_person


@given(st.text(max_size=40) | st.from_regex(r"\A[sS]\.? ?[0-9]{1,3}[A-Z]?(\([0-9a-z]{1,3}\)){0,4}\Z"))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    """No text a person can type is a crash."""
    try:
        exemption = read_exemption(text)
    except InputError as refusal:
        assert str(refusal).endswith((".", "?"))  # noqa: PT017
    else:
        assert read_exemption(exemption.citation()) == exemption
