"""A bench for the tests of redacting: meetings made in a line, rules made in a word, and the seed meeting."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

import pytest
import yaml

from lpgminutes.domain.actions import Action
from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.exemptions import Exemption, read_exemption
from lpgminutes.domain.findings import NOTHING_KNOWN, Finding, FindingKind, Severity, Surroundings, examine
from lpgminutes.domain.locating import Located, locate
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import (
    Block,
    BlockKind,
    Contact,
    Decision,
    Meeting,
    NextMeeting,
    PointStyle,
    Series,
)
from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.domain.redaction import redact
from lpgminutes.domain.release_copy import release_copy, schedule_of
from lpgminutes.domain.reports import Schedule
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

SEED = Path(__file__).parents[1] / "data" / "seed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A meeting that went through redacting under some rules."""

    original: MinutesDocument
    redacted: MinutesDocument
    copy: MinutesDocument
    located: Located
    findings: tuple[Finding, ...]

    @property
    def schedule(self) -> Schedule:
        """The schedule that goes with the copy."""
        return schedule_of(self.copy)

    @property
    def printed(self) -> list[str]:
        """Every text of the copy that is not empty."""
        return [text.plain() for text in self.copy.texts() if text]

    def at(self, field: str, row: int = 0) -> str:
        """What the copy prints in one field."""
        return next(text.plain() for text in self.copy.texts() if (text.place.field, text.place.row) == (field, row))

    def found(self, kind: FindingKind = FindingKind.WITHHELD_ELSEWHERE_OPEN) -> dict[str, Severity]:
        """The texts of the findings of one kind, with how much each matters."""
        return {finding.text: finding.severity for finding in self.findings if finding.kind is kind}


class Bench:
    """Makes meetings and rules, and puts the one through the other."""

    def grounds(self, *citations: str) -> Grounds:
        """The grounds of a rule."""
        return Grounds(exemptions=tuple(read_exemption(citation) for citation in citations or ("s40(2)",)))

    def exemptions(self, *citations: str) -> tuple[Exemption, ...]:
        """The exemptions behind some citations."""
        return self.grounds(*citations).exemptions

    def person(self, name: str, *citations: str) -> PersonRule:
        """A rule for a person."""
        return PersonRule(person=name, grounds=self.grounds(*citations))

    def phrase(self, phrase: str, at: str | None = None, *citations: str) -> PhraseRule:
        """A rule for a phrase."""
        return PhraseRule(phrase=phrase, at=at, grounds=self.grounds(*(citations or ("s43(2)",))))

    def field(self, field: str, *citations: str) -> FieldRule:
        """A rule for a field."""
        grounds = self.grounds(*(citations or ("s38(1)(b)",)))
        return FieldRule(field=WithholdableField(field), grounds=grounds)

    def attending(self, *names: str) -> tuple[Attendance, ...]:
        """Members by their names."""
        return tuple(Attendance(name=name, role="Adviser", organisation="Board") for name in names)

    def item(self, title: str, *minutes: str | Block, number: str | None = None) -> Block:
        """An agenda item with its minutes."""
        blocks = (
            Block(kind=BlockKind.MINUTE, text=minute) if isinstance(minute, str) else minute for minute in minutes
        )
        return Block(kind=BlockKind.ITEM, text=title, number=number, children=tuple(blocks))

    def meeting(self, *minutes: str | Block, items: Iterable[Block] = (), names: Iterable[str] = ()) -> Meeting:
        """A meeting with some minutes under one item, or with the items given."""
        return Meeting(
            series=Series(short_name="lpg", name="Lot Performance Group"),
            title="Meeting of the group",
            marking=read_marking("OFFICIAL"),
            attendance=self.attending(*names),
            items=tuple(items) or (self.item("Business", *minutes),),
        )

    def found_beside(self, withheld: str, text: str, *, on: date | None = None) -> dict[str, Severity]:
        """What is found in a minute that stays open, when the same words are withheld in the one before it."""
        meeting = replace(self.meeting(f"It is {withheld}.", text), date=on)
        return self.release(meeting, self.phrase(withheld, "1.1")).found()

    def copy(self, meeting: Meeting, *rules: Rule) -> tuple[MinutesDocument, Schedule]:
        """The copy of a meeting and the schedule that goes with it, without looking for what gives it away."""
        original = compose(meeting)
        case = ReleaseCase(reference="FOI2019/26281", rules=rules)
        copy = release_copy(redact(original, locate(original, rules).spans), case)
        return copy, schedule_of(copy)

    def release(
        self,
        meeting: Meeting,
        *rules: Rule,
        accepted: Iterable[Acceptance] = (),
        release_marking: str | None = None,
        handled: Iterable[Rule] = (),
        around: Surroundings = NOTHING_KNOWN,
    ) -> Outcome:
        """Put a meeting through redacting."""
        original = compose(meeting)
        located = locate(original, rules)
        redacted = redact(original, located.spans)
        case = ReleaseCase(reference="FOI2019/26281", rules=rules, release_marking=release_marking)
        copy = release_copy(redacted, case)
        findings = examine(
            original, copy, located, tuple(accepted), meeting=meeting, handled=(*rules, *handled), around=around
        )
        return Outcome(original=original, redacted=redacted, copy=copy, located=located, findings=findings)

    def released(self, text: str, *rules: Rule, names: Iterable[str] = ()) -> str:
        """What one minute reads in the release."""
        return self.release(self.meeting(text, names=names), *rules).at("minutes.text")

    def seed_meeting(self, swaps: Iterable[tuple[str, str]] = ()) -> Meeting:
        """The seed meeting, with every text swapped for another one as told."""
        written = (SEED / "meeting.json").read_text(encoding="utf-8")
        for old, new in swaps:
            written = written.replace(old, new)
        return _meeting(json.loads(written))

    def seed_rules(self, swaps: Iterable[tuple[str, str]] = ()) -> tuple[Rule, ...]:
        """The rules of the seed, swapped in the same way."""
        written = (SEED / "withhold.yaml").read_text(encoding="utf-8")
        for old, new in swaps:
            written = written.replace(old, new)
        return tuple(self._rule(**row) for row in yaml.safe_load(written)["withhold"])

    def _rule(
        self,
        exemption: str,
        person: str | None = None,
        phrase: str | float | None = None,
        at: str | None = None,
        field: str | None = None,
    ) -> Rule:
        if person:
            return self.person(person, exemption)
        return self.phrase(str(phrase), at, exemption) if phrase else self.field(str(field), exemption)


_Row = dict[str, object]


def _meeting(told: dict[str, object]) -> Meeting:
    following, contact, series = (dict(_rows(told[key])[0]) for key in ("next_meeting", "contact", "series"))
    day, start, end = (str(following.pop(key)) for key in ("date", "start", "end"))
    return Meeting(
        series=Series(short_name=str(series["short_name"]), name=str(series["name"])),
        title=str(told["title"]),
        subtitle=str(told["subtitle"]),
        marking=read_marking(str(told["marking"])),
        date=date.fromisoformat(str(told["date"])),
        start=time.fromisoformat(str(told["start"])),
        end=time.fromisoformat(str(told["end"])),
        location=str(told["location"]),
        attendance=tuple(_attendance(row) for row in _rows(told["attendance"])),
        items=tuple(_item(row) for row in _rows(told["items"])),
        actions=tuple(_action(row) for row in _rows(told["actions"])),
        decisions=tuple(Decision(text=str(row["text"])) for row in _rows(told.get("decisions", []))),
        next_meeting=NextMeeting(
            date=date.fromisoformat(day),
            start=time.fromisoformat(start),
            end=time.fromisoformat(end),
            location=str(following["location"]),
        ),
        contact=Contact(name=str(contact["name"]), email=str(contact["email"])),
    )


def _rows(value: object) -> list[_Row]:
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


def _attendance(row: _Row) -> Attendance:
    return Attendance(
        name=str(row["name"]),
        role=str(row["role"]),
        organisation=str(row["organisation"]),
        capacity=Capacity(row["capacity"]),
        mode=Mode(row["mode"]),
    )


def _item(row: _Row) -> Block:
    minutes = tuple(
        replace(_point(minute), kind=BlockKind.MINUTE, style=PointStyle.BULLET) for minute in _rows(row["minutes"])
    )
    return Block(kind=BlockKind.ITEM, text=str(row["title"]), children=minutes)


def _point(row: _Row) -> Block:
    return Block(
        kind=BlockKind.POINT,
        style=PointStyle(row.get("style", "bullet")),
        label=str(row.get("label", "")),
        text=str(row["text"]),
        children=tuple(_point(point) for point in _rows(row.get("points", []))),
    )


def _action(row: _Row) -> Action:
    owners = row["owners"]
    return Action(
        ref=str(row["ref"]),
        owners=tuple(map(str, owners)) if isinstance(owners, list) else (),
        text=str(row["text"]),
        raised_in=str(row["raised_in"]),
    )


@pytest.fixture(scope="session")
def bench() -> Bench:
    """The bench; it holds nothing, so every test may share it."""
    return Bench()
