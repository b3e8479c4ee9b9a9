"""The commands that change what one case withholds: one thing at a time, as an officer decides it."""

from typing import Any

import click

from lpgminutes import bootstrap
from lpgminutes.cli.cases import case
from lpgminutes.cli.commands import Session
from lpgminutes.cli.output import print_json, print_table, say
from lpgminutes.cli.suggesting import COMMANDS as ON_SUGGESTIONS
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.findings import FindingKind
from lpgminutes.domain.withholding import (
    Acceptance,
    FieldRule,
    Grounds,
    PersonRule,
    PhraseRule,
    ReleaseCase,
    Rule,
    WithholdableField,
)
from lpgminutes.errors import NotFoundError, UsageError
from lpgminutes.services.ports import Store

_REFERENCE = click.option("--case", "reference", required=True, metavar="REF", help="The reference of the request.")
_FIELDS = [field.value for field in WithholdableField]


for _command in ON_SUGGESTIONS:
    case.add_command(_command)


@case.command("show", epilog="Example: lpgminutes case show lpg/2019-06-27 --case FOI2026/101")
@click.argument("meeting")
@_REFERENCE
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def case_show(session: Session, meeting: str, reference: str, *, as_json: bool) -> None:
    """List what a case withholds from a meeting, with who proposed it and who read it. For inside only."""
    from lpgminutes.services.cases import find_case

    store = session.opened()
    found = find_case(store, meeting, reference)
    if as_json:
        print_json({"case": found.reference, "withholdings": [_json(n, rule) for n, rule in _numbered(found)]})
        return
    print_table(
        ("N", "STATUS", "WITHHOLDS", "UNDER", "PROPOSED BY", "READ BY"),
        [
            (
                str(number),
                rule.handling.status.value,
                rule.words(),
                _citations(rule),
                rule.handling.proposed_by,
                rule.handling.read_by,
            )
            for number, rule in _numbered(found)
        ],
        empty="Nothing is withheld yet: lpgminutes case withhold, or redact --rules.",
    )


def _numbered(found: ReleaseCase) -> list[tuple[int, Rule]]:
    return list(enumerate(found.rules, start=1))


def _citations(rule: Rule) -> str:
    return ", ".join(exemption.citation() for exemption in rule.grounds.exemptions)


def _json(number: int, rule: Rule) -> dict[str, object]:
    return {
        "number": number,
        "status": rule.handling.status.value,
        "withholds": rule.words(),
        "citation": [exemption.citation() for exemption in rule.grounds.exemptions],
        "source": rule.source.value,
        "proposed_by": rule.handling.proposed_by,
        "read_by": rule.handling.read_by,
        "remark": rule.handling.remark,
    }


@case.command(
    "withhold",
    epilog='Example: lpgminutes case withhold lpg/2019-06-27 --case FOI2026/101 --phrase "Lot 1" --exemption "s43(2)"',
)
@click.argument("meeting")
@_REFERENCE
@click.option("--person", help="A person, in every form of the name.")
@click.option("--phrase", help="A text, wherever it stands.")
@click.option("--at", metavar="N", help="The phrase in this minute only.")
@click.option("--occurrence", type=click.IntRange(1), help="This occurrence of the phrase only, counted from 1.")
@click.option("--field", type=click.Choice(_FIELDS), help="A field, whole.")
@click.option("--exemption", "exemptions", multiple=True, help="Under what; may be given again.")
@click.option("--reason", default="", help="Why, for the register.")
@click.option("--public-interest", default="", help="The public interest test as recorded.")
@click.option("--qualified-person", default="", help="Who gave the opinion that s36 needs, and when.")
@click.option("--instead", type=int, metavar="N", help="In place of withholding N of case show, which is lifted.")
@click.option("--list", "is_listing", is_flag=True, help="Only list every mention with its place; withhold nothing.")
@click.pass_obj
def case_withhold(session: Session, /, meeting: str, reference: str, **options: Any) -> None:  # noqa: ANN401
    """Propose to withhold a person, a phrase or a field from a meeting."""
    from lpgminutes.services.cases import change_withholding, in_this_place, mentions_of, withhold

    rule = _rule(options)
    store = session.opened()
    if options["occurrence"]:
        if not isinstance(rule, PhraseRule):
            raise UsageError("--occurrence goes with --phrase.")
        rule = in_this_place(store, meeting, rule, occurrence=options["occurrence"])
    if options["is_listing"]:
        rows = [(one.place.words(), one.before + one.words + one.after) for one in mentions_of(store, meeting, (rule,))]
        print_table(("PLACE", "WORDS"), rows, empty="It stands nowhere in these minutes.")
        return
    if options["instead"]:
        old = _chosen(store, meeting, reference, (options["instead"],))
        change_withholding(store, meeting, reference, old, (rule,), who=session.who)
    else:
        withhold(store, meeting, reference, (rule,), who=session.who)
    say(f"Proposed by {session.who}: {rule.words()}, under {_citations(rule)}.")


def _rule(options: dict[str, Any]) -> Rule:
    given = [kind for kind in ("person", "phrase", "field") if options[kind]]
    if len(given) != 1:
        raise UsageError("Say what is withheld: exactly one of --person, --phrase and --field.")
    if options["at"] and given != ["phrase"]:
        raise UsageError("--at goes with --phrase.")
    if not options["exemptions"] and not options["is_listing"]:
        raise UsageError("Say under what it is withheld: --exemption, such as s40(2); it may be given again.")
    grounds = Grounds(
        exemptions=tuple(
            dict.fromkeys(read_exemption(cited, bootstrap.house_law()) for cited in options["exemptions"])
        ),
        reason=options["reason"],
        public_interest=options["public_interest"],
        qualified_person=options["qualified_person"],
    )
    if given == ["person"]:
        return PersonRule(person=options["person"], grounds=grounds)
    if given == ["field"]:
        return FieldRule(field=WithholdableField(options["field"]), grounds=grounds)
    return PhraseRule(phrase=options["phrase"], at=options["at"], grounds=grounds)


@case.command("lift", epilog="Example: lpgminutes case lift lpg/2019-06-27 3 --case FOI2026/101 --reason published")
@click.argument("meeting")
@click.argument("numbers", metavar="N...", nargs=-1, required=True, type=int)
@_REFERENCE
@click.option("--reason", default="", help="Why; it stays in the register.")
@click.pass_obj
def case_lift(session: Session, meeting: str, numbers: tuple[int, ...], reference: str, reason: str) -> None:
    """Withhold something no longer: the numbers are those of "case show"."""
    from lpgminutes.services.cases import lift

    store = session.opened()
    lift(store, meeting, reference, _chosen(store, meeting, reference, numbers), remark=reason, who=session.who)


@case.command("reject", epilog="Example: lpgminutes case reject lpg/2019-06-27 3 --case FOI2026/101 --reason senior")
@click.argument("meeting")
@click.argument("numbers", metavar="N...", nargs=-1, required=True, type=int)
@_REFERENCE
@click.option("--reason", required=True, help="Why it should be open.")
@click.pass_obj
def case_reject(session: Session, meeting: str, numbers: tuple[int, ...], reference: str, reason: str) -> None:
    """Reject withholdings as the second reader: they withhold nothing and stay in the register."""
    from lpgminutes.services.second_reading import reject

    store = session.opened()
    reject(store, meeting, reference, _chosen(store, meeting, reference, numbers), remark=reason, who=session.who)


@case.command("agree", epilog="Example: lpgminutes case agree lpg/2019-06-27 1 2 --case FOI2026/101")
@click.argument("meeting")
@click.argument("numbers", metavar="N...", nargs=-1, required=True, type=int)
@_REFERENCE
@click.pass_obj
def case_agree(session: Session, meeting: str, numbers: tuple[int, ...], reference: str) -> None:
    """Agree to some withholdings as the second reader; redact --agree agrees to all of them."""
    from lpgminutes.services.second_reading import agree

    store = session.opened()
    agree(
        store,
        meeting,
        reference,
        _chosen(store, meeting, reference, numbers),
        interchange=bootstrap.HouseInterchange(),
        who=session.who,
        now=bootstrap.utc_now(),
    )


@case.command(
    "accept",
    epilog="Example: lpgminutes case accept lpg/2019-06-27 withheld-elsewhere-open June --case FOI1 --reason published",
)
@click.argument("meeting")
@click.argument("finding", type=click.Choice([kind.value for kind in FindingKind]))
@click.argument("text")
@_REFERENCE
@click.option("--alike", "is_alike", is_flag=True, help="And all of the kind against the same earlier release.")
@click.option("--reason", required=True, help="Why it may stand.")
@click.pass_obj
def case_accept(
    session: Session, meeting: str, finding: str, text: str, reference: str, reason: str, *, is_alike: bool
) -> None:
    """Let a finding stand, with the reason; with --alike, in one step, all that the same earlier release tells."""
    from lpgminutes.services.cases import accept_all

    store = session.opened()
    texts = _alike(store, meeting, reference, finding, text) if is_alike else (text,)
    accepted = [Acceptance(finding=finding, text=one, reason=reason) for one in texts]
    accept_all(store, meeting, reference, accepted, who=session.who)
    if is_alike:
        for one in texts:
            click.echo(one)
        say(f"Accepted: {len(texts) or 'nothing more'} of the kind {finding}.")


def _alike(store: Store, meeting: str, reference: str, finding: str, text: str) -> tuple[str, ...]:
    """Return the texts of everything that is accepted for the same reason as one finding."""
    from lpgminutes.services.proposals import found_alike

    found = found_alike(
        store,
        meeting,
        reference,
        FindingKind(finding),
        text,
        today=bootstrap.today(),
        interchange=bootstrap.HouseInterchange(),
    )
    return tuple(one.text for one in found)


def _chosen(store: Store, meeting: str, reference: str, numbers: tuple[int, ...]) -> tuple[Rule, ...]:
    """Return the withholdings by their numbers."""
    from lpgminutes.services.cases import find_case

    rules = dict(_numbered(find_case(store, meeting, reference)))
    for number in numbers:
        if number not in rules:
            raise NotFoundError(f"There is no withholding {number}: the case has {len(rules)}.")
    return tuple(rules[number] for number in numbers)
