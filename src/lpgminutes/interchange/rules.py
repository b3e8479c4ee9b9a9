"""Reads the rules file of a release: what is withheld, under what, and which findings stand."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator, ValidationError
from pydantic_core import ErrorDetails

from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.findings import FindingKind
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.withholding import (
    KEEP_MARKING,
    Acceptance,
    FieldRule,
    Grounds,
    PersonRule,
    PhraseRule,
    ReleaseCase,
    Rule,
    WithholdableField,
)
from lpgminutes.errors import InputError, RuleError
from lpgminutes.interchange.field_types import AS_TEXT, Day, Rows, Text, TextOrNothing, TextOrNull
from lpgminutes.interchange.intake import Intake
from lpgminutes.interchange.loading import Loaded, load
from lpgminutes.interchange.models import FileModel
from lpgminutes.interchange.places import place_of, printable, quoted
from lpgminutes.interchange.problems import Problems, words_for
from lpgminutes.interchange.unknown_fields import unknown_field_warnings

_KINDS = ("person", "phrase", "field")
_EXEMPTION_MISSING = "it names no exemption; add one, for example exemption: FOIA s40(2)."


def _citations(value: object) -> list[str]:
    rows: list[object] = value if isinstance(value, list) else [] if value is None else [value]
    texts = [row for row in rows if isinstance(row, str)]
    if len(texts) < len(rows):
        raise ValueError("this has to be one citation or a list of them, for example FOIA s40(2).")
    return [text for text in texts if text.strip()]


class RuleModel(FileModel):
    """One thing to withhold: exactly one of person, phrase and field."""

    person: TextOrNothing = ""
    phrase: TextOrNothing = ""
    field: TextOrNothing = ""
    at: TextOrNull = None
    """Only in this minute, its points and its actions."""
    exemption: Annotated[list[str], PlainValidator(_citations)] = []  # noqa: RUF012 - pydantic copies a default
    reason: TextOrNothing = ""
    public_interest: TextOrNothing = ""
    """The public interest test as recorded."""
    qualified_person: TextOrNothing = ""
    """Who gave the reasonable opinion, and when."""


class AcceptanceModel(FileModel):
    """A finding that the officer has considered and lets stand."""

    finding: Text
    text: Text
    reason: Text


class RulesModel(FileModel):
    """The rules of one release."""

    case: Text
    received: Day = None
    release_marking: TextOrNull = None
    withhold: list[RuleModel]
    accept: Rows[AcceptanceModel]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesFile:
    """The case that a rules file describes, and what a person should know of how it was read."""

    case: ReleaseCase
    warnings: tuple[str, ...] = ()


def read_rules(data: bytes, *, name: str, law: Regime = Regime.FOIA) -> RulesFile:
    """Read a rules file in YAML or JSON; ``name`` is what a refusal calls it, and a bare section is one of ``law``."""
    problems = Problems(name)
    model = _checked(load(data, name=name), problems)
    intake = Intake(problems, warnings=unknown_field_warnings(model), law=law)
    rules = [_rule(row, _rule_place(at, row), intake) for at, row in enumerate(model.withhold)]
    case = ReleaseCase(
        reference=_needed("case", model.case, intake),
        received=model.received,
        release_marking=_release_marking(model.release_marking, intake),
        rules=tuple(dict.fromkeys(rule for rule in rules if rule)),
        accepted=tuple(_acceptance(row, f"accept[{at}]", intake) for at, row in enumerate(model.accept)),
    )
    problems.raise_if_any()
    return RulesFile(case=case, warnings=tuple(intake.warnings))


def _checked(loaded: Loaded, problems: Problems) -> RulesModel:
    try:
        return RulesModel.model_validate(loaded.fields, context={AS_TEXT: loaded.is_yaml})
    except ValidationError as failed:
        for error in failed.errors(include_url=False, include_input=False):
            _add_failed_check(problems, error, loaded.fields)
    problems.raise_if_any()
    raise AssertionError("a failed check is a problem")


def _add_failed_check(problems: Problems, error: ErrorDetails, fields: dict[str, object]) -> None:
    """Note a failed check; one inside a rule is said to be of that rule."""
    match error["loc"]:
        case ("withhold", int(at), *rest):
            rules = fields["withhold"]
            raw = rules[at] if isinstance(rules, list) else None
            known = RuleModel.model_validate(_kind_of(raw))
            words = f"{place_of(rest)}: {words_for(error)}" if rest else words_for(error)
            problems.add(_rule_place(at, known), words, RuleError)
        case steps:
            problems.add(place_of(steps), words_for(error))


def _kind_of(raw: object) -> dict[str, str]:
    """Return the fields that say which rule a raw group is, as far as they are text."""
    fields = raw if isinstance(raw, dict) else {}
    return {kind: fields[kind] for kind in _KINDS if isinstance(fields.get(kind), str)}


def _rule_place(at: int, row: RuleModel) -> str:
    """Name a rule by its position and its words, as it stands in the file."""
    words = [f"{kind}: {printable(getattr(row, kind))}" for kind in _KINDS if kind in row.model_fields_set]
    return f"withhold[{at}] ({', '.join(words)})" if words else f"withhold[{at}]"


def _rule(row: RuleModel, place: str, intake: Intake) -> Rule | None:
    """Return the rule, or note what keeps it from being one."""
    given = [kind for kind in _KINDS if kind in row.model_fields_set]
    if len(given) != 1:
        wrong = "it names none of person, phrase and field" if not given else f"it names {' and '.join(given)}"
        intake.problems.add(place, f"{wrong}; a rule names exactly one of them.", RuleError)
        return None
    words = intake.line(f"{place}: {given[0]}", getattr(row, given[0]))
    if not words:
        intake.problems.add(place, f"the {given[0]} is empty; write what is to be withheld.", RuleError)
        return None
    grounds = _grounds(row, place, intake)
    if given == ["phrase"]:
        return PhraseRule(phrase=words, at=_minute(row, place, intake), grounds=grounds)
    if row.at is not None:
        intake.problems.add(place, "'at' goes with a phrase only; take it out.", RuleError)
    return PersonRule(person=words, grounds=grounds) if given == ["person"] else _field(words, grounds, place, intake)


def _minute(row: RuleModel, place: str, intake: Intake) -> str | None:
    at = None if row.at is None else intake.line(f"{place}: at", row.at)
    if at == "":
        intake.problems.add(place, "'at' is empty; write the number of a minute, or take it out.", RuleError)
    return at


def _field(words: str, grounds: Grounds, place: str, intake: Intake) -> FieldRule | None:
    for field in WithholdableField:
        if field.value == words:
            return FieldRule(field=field, grounds=grounds)
    allowed = ", ".join(field.value for field in WithholdableField)
    intake.problems.add(place, f"there is no such field to withhold; allowed are: {allowed}.", RuleError)
    return None


def _grounds(row: RuleModel, place: str, intake: Intake) -> Grounds:
    before = len(intake.problems.found)
    exemptions = intake.exemptions(place, row.exemption, RuleError)
    if not exemptions and len(intake.problems.found) == before:
        intake.problems.add(place, _EXEMPTION_MISSING, RuleError)
    return Grounds(
        exemptions=exemptions,
        reason=intake.text(f"{place}: reason", row.reason),
        public_interest=intake.text(f"{place}: public_interest", row.public_interest),
        qualified_person=intake.text(f"{place}: qualified_person", row.qualified_person),
    )


def _needed(place: str, raw: str, intake: Intake) -> str:
    line = intake.line(place, raw)
    if not line:
        intake.problems.add(place, "this is empty; fill it in.")
    return line


def _release_marking(raw: str | None, intake: Intake) -> str | None:
    """Return the marking as written, once it is known to be one that can be held."""
    written = intake.line_or_none("release_marking", raw)
    if written is None or written == KEEP_MARKING:
        return written
    try:
        intake.warnings += [f"release_marking: {warning}" for warning in read_marking(written).warnings]
    except InputError as refusal:
        intake.problems.add("release_marking", str(refusal), type(refusal))
    return written


def _acceptance(row: AcceptanceModel, place: str, intake: Intake) -> Acceptance:
    kinds = [kind.value for kind in FindingKind]
    if row.finding not in kinds:
        allowed = ", ".join(kinds)
        intake.problems.add(f"{place}.finding", f"there is no finding {quoted(row.finding)}; allowed are: {allowed}.")
    return Acceptance(
        finding=row.finding,
        text=_needed(f"{place}.text", row.text, intake),
        reason=_needed(f"{place}.reason", row.reason, intake),
    )
