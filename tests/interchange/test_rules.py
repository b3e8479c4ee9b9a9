import datetime as dt

import pytest

from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.withholding import (
    Acceptance,
    FieldRule,
    Grounds,
    PersonRule,
    PhraseRule,
    WithholdableField,
)
from lpgminutes.errors import InputError, MarkingRefused, RuleError
from lpgminutes.interchange.rules import read_rules

WHOLE = """\
case: FOI2019/26281
received: 2019-07-08
release_marking: OFFICIAL - FOR PUBLIC RELEASE
withhold:
  - person: Margaret Ellwood
    exemption: FOIA s40(2)
    reason: junior official
  - phrase: 41.6
    at: 3.10
    exemption: [FOIA s43(2), S40(2), FOIA s43(2)]
    public_interest: The market is small.
  - field: contact.email.local_part
    exemption: FOIA s36(2)(c)
    qualified_person: The minister, 3 July 2019
accept:
  - finding: withheld-elsewhere-open
    text: 1st August 2019
    reason: date of a published meeting
"""


def grounds(*citations: str, **record: str) -> Grounds:
    """Return the grounds that cite these."""
    return Grounds(exemptions=tuple(read_exemption(citation) for citation in citations), **record)


def refusal_of(rules: str, kind: type[InputError] = RuleError) -> str:
    """Return the sentence with which a file with these rules is refused."""
    with pytest.raises(InputError) as caught:
        read_rules(f"case: FOI1\nwithhold:\n{rules}\n".encode(), name="r.yaml")
    assert caught.type is kind
    return str(caught.value)


def test_a_whole_rules_file_is_read() -> None:
    """Every field of the contract has its place in the case."""
    read = read_rules(WHOLE.encode(), name="r.yaml")

    assert read.warnings == ()
    assert (read.case.reference, read.case.received) == ("FOI2019/26281", dt.date(2019, 7, 8))
    assert read.case.release_marking == "OFFICIAL - FOR PUBLIC RELEASE"
    assert read.case.rules == (
        PersonRule(person="Margaret Ellwood", grounds=grounds("FOIA s40(2)", reason="junior official")),
        PhraseRule(
            phrase="41.6",
            at="3.10",
            grounds=grounds("FOIA s43(2)", "FOIA s40(2)", public_interest="The market is small."),
        ),
        FieldRule(
            field=WithholdableField.CONTACT_LOCAL_PART,
            grounds=grounds("FOIA s36(2)(c)", qualified_person="The minister, 3 July 2019"),
        ),
    )
    assert read.case.accepted == (
        Acceptance(finding="withheld-elsewhere-open", text="1st August 2019", reason="date of a published meeting"),
    )


def test_the_rules_of_the_worked_example_are_read_and_doubles_collapse(seed_rules: bytes) -> None:
    """The same rule written four times is one rule."""
    case = read_rules(seed_rules, name="withhold.yaml").case

    harrowfield = [rule for rule in case.rules if "Harrowfield" in rule.words()]
    assert len(harrowfield) == 1
    assert len(case.rules) == len(set(case.rules)) == seed_rules.count(b"\n- ") - 3


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ("- person: A B", "r.yaml: withhold[0] (person: A B): it names no exemption; add one"),
        ("- {person: A B, exemption: }", "r.yaml: withhold[0] (person: A B): it names no exemption"),
        ("- {person: A B, exemption: []}", "r.yaml: withhold[0] (person: A B): it names no exemption"),
        (
            "- {person: A B, exemption: s99}",
            "r.yaml: withhold[0] (person: A B): There is no exemption FOIA s99",
        ),
        (
            "- {person: A B, exemption: secret}",
            "r.yaml: withhold[0] (person: A B): This is not read as an exemption",
        ),
        (
            "- {person: A B, exemption: {a: b}}",
            "r.yaml: withhold[0] (person: A B): exemption: this has to be one",
        ),
        ("- {phrase: '', exemption: S43}", "r.yaml: withhold[0] (phrase: ): the phrase is empty"),
        ("- {phrase: , exemption: S43}", "r.yaml: withhold[0] (phrase: ): the phrase is empty"),
        ("- {phrase: x, at: '', exemption: S43}", "r.yaml: withhold[0] (phrase: x): 'at' is empty"),
        (
            "- {field: dat, exemption: S43}",
            "r.yaml: withhold[0] (field: dat): there is no such field to withhold; allowed are: title, ",
        ),
        (
            "- {field: date, at: 1.1, exemption: S43}",
            "r.yaml: withhold[0] (field: date): 'at' goes with a phrase",
        ),
        (
            "- {person: A, phrase: B, exemption: S43}",
            "r.yaml: withhold[0] (person: A, phrase: B): it names person and phrase; a rule",
        ),
        ("- {exemption: S43}", "r.yaml: withhold[0]: it names none of person, phrase and field"),
        ("- nothing", "r.yaml: withhold[0]: this has to be a group of fields."),
    ],
)
def test_a_rule_that_cannot_be_carried_out_is_named(rules: str, sentence: str) -> None:
    """A refusal names the rule by its position and its words."""
    assert refusal_of(rules).startswith(sentence)


def test_a_long_rule_is_named_by_its_beginning() -> None:
    """A refusal repeats forty characters of a rule at most."""
    told = refusal_of(f"- phrase: {'long ' * 30}")

    assert told.startswith(f"r.yaml: withhold[0] (phrase: {('long ' * 8)}…): ")


def test_several_wrong_rules_are_told_together() -> None:
    """Somebody who mends a rules file learns of several rules at once."""
    told = refusal_of("- person: A\n" * 7).splitlines()

    assert [line.split(" ")[1] for line in told[:5]] == [f"withhold[{at}]" for at in range(5)]
    assert told[5:] == ["… and 2 more of this sort."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("withhold: []", "r.yaml: case: this field is missing; add it."),
        ("case: ''\nwithhold: []", "r.yaml: case: this is empty; fill it in."),
        ("case: F\nwithold: []", "r.yaml: withhold: this field is missing; add it."),
        ("case: F\nwithhold: []\nreceived: yesterday", "r.yaml: received: 'yesterday' is not a date"),
        ("case: F\nwithhold: []\nrelease_marking: open", "r.yaml: release_marking: This is not a marking"),
        (
            "case: F\nwithhold: []\naccept: [{finding: x, text: t, reason: r}]",
            "r.yaml: accept[0].finding: there is no finding 'x'; allowed are: withheld-elsewhere-open",
        ),
        (
            "case: F\nwithhold: []\naccept: [{finding: limb-missing, text: t}]",
            "r.yaml: accept[0].reason: this field",
        ),
        (
            "case: F\nwithhold: []\naccept: [{finding: limb-missing, text: t, reason: ' '}]",
            "r.yaml: accept[0].reason: this is empty",
        ),
    ],
)
def test_a_wrong_head_is_refused_with_its_place(text: str, sentence: str) -> None:
    """What is wrong outside the rules is told by its place."""
    with pytest.raises(InputError) as caught:
        read_rules(text.encode(), name="r.yaml")

    assert str(caught.value).startswith(sentence)


def test_a_release_marking_above_official_sensitive_is_refused() -> None:
    """No copy is marked with what this program may not hold."""
    with pytest.raises(MarkingRefused, match=r"^r: release_marking: SECRET is above"):
        read_rules(b"case: F\nrelease_marking: Secret\nwithhold: []", name="r")


def test_the_original_marking_may_be_kept() -> None:
    """The word keep is no marking, and is kept for the release to act on."""
    assert read_rules(b"case: F\nrelease_marking: keep\nwithhold: []", name="r").case.release_marking == "keep"


def test_unknown_fields_of_a_rule_are_told() -> None:
    """A slip of the key in a rule is told with what was perhaps meant."""
    read = read_rules(b"case: F\nwithhold: [{phrase: x, exemption: S43, resaon: y}]", name="r")

    assert read.warnings == ("withhold[0].resaon: this field is not known and was left out; did you mean reason?",)


def test_rules_are_read_from_json_too() -> None:
    """The rules file may be either, like the meeting's."""
    read = read_rules(b'{"case": "F", "withhold": [{"phrase": "x", "exemption": "S43"}]}', name="r.json")

    assert read.case.rules == (PhraseRule(phrase="x", grounds=grounds("FOIA s43")),)
