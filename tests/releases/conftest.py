"""Random minutes with random withholdings, made from a number: the same number makes the same minutes on any machine.

``LPGMINUTES_PROOFS=200000 pytest -m soak -o faulthandler_timeout=0 tests/releases`` tries each law that many times, by
hand and for hours.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.locating import Located, locate
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import (
    Approval,
    Block,
    BlockKind,
    Contact,
    Decision,
    Meeting,
    MeetingStatus,
    NextMeeting,
    Series,
)
from lpgminutes.domain.people import Attendance, Declaration
from lpgminutes.domain.redaction import redact
from lpgminutes.domain.release_copy import release_copy
from lpgminutes.domain.withholding import (
    FieldRule,
    Grounds,
    PersonRule,
    PhraseRule,
    ReleaseCase,
    Rule,
    WithholdableField,
)

FORENAMES = (
    "Margaret", "Bartholomew", "Zoë", "Siân", "Owain", "Priya", "Tobias", "Nicola", "Désirée", "Gwendolyn", "Ifeoma",
    "Deepak",
)  # fmt: skip
SURNAMES = (
    "Ellwood", "O'Brien", "Bowen-Price", "van der Berg", "Müller", "McDonald", "Featherstonehaugh", "Thackray",
    "Nandakumar", "Hathersage", "Ó Briain", "Adeyinka-Shaw",
)  # fmt: skip
NAME_FORMS = (
    "{first} {last}", "{FIRST} {LAST}", "{last}, {first}", "{f}. {last}", "Ms {last}", "{last}", "{first} {last}'s",
    "{first} {last}\u2019s", "{first}\u00a0{last}", "{first}\n{last}", "Dr {first} {last}", "({first} {last})",
    "\u201c{last}\u201d", "{LAST}",
)  # fmt: skip
FIRMS = (
    "Kestrel Peak", "Harrowfield Clinical Resourcing", "Orrery & Sons", "Quick {{x}} <Silver>", "Umbra", "Zed-Nine",
)  # fmt: skip
FIGURES = ("£212,400", "1,874", "£2,150.75", "41.6", "£18,900", "278,820", "£9,000,001", "55.25", "12,345")
OPEN = (
    "the group agreed", "it was noted that", "and", "in May 2019 at 12%,", "Tom Hughes said", "DWP", "4 of 50",
    "(Red);",
    "a reduction of 0.5%.", "see section 3.", "nothing more <b>", "{{ title }}", "café & crème",
    "the 3 Lots:",
)  # fmt: skip
FIRST_DAY = date(2018, 1, 1)
DAY_FORMS = (
    "{d} {month} {y}", "{d}{th} {month}", "{y}-{m:02}-{d:02}", "{d:02}/{m:02}/{y}", "{month} {d}{th}, {y}",
    "{d} {mon} {y}",
)  # fmt: skip
FIELDS = tuple(WithholdableField)
CITATIONS = tuple(read_exemption(text) for text in ("s38(1)(b)", "s40(2)", "s41(1)", "s43(2)"))
WORKED_WITH = ReleaseCase(reference="FOI/1")


@dataclass(slots=True)
class Chance:
    """Random minutes about some people, firms, figures and days."""

    random: Random
    people: list[tuple[str, str]] = field(default_factory=list)
    firms: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)

    @classmethod
    def of(cls, seed: int) -> "Chance":
        """Choose whom and what the minutes are about."""
        random = Random(seed)  # noqa: S311 - minutes are no secrets here
        firsts, lasts = random.sample(FORENAMES, 3), random.sample(SURNAMES, 3)
        return cls(
            random=random,
            people=list(zip(firsts, lasts, strict=True)),
            firms=random.sample(FIRMS, 2),
            figures=random.sample(FIGURES, 3),
            days=[FIRST_DAY + timedelta(days=40 * random.randrange(60) + 5) for _ in range(2)],
        )

    def name(self, number: int, form: str) -> str:
        """One of the people, written in one way."""
        first, last = self.people[number]
        forms = {"first": first, "last": last, "FIRST": first.upper(), "LAST": last.upper(), "f": first[0]}
        return form.format(**forms)

    def text(self, most: int = 6) -> str:
        """Some words, among them what may be withheld."""
        return " ".join(self._piece() for _ in range(self.random.randint(1, most)))

    def _piece(self) -> str:
        random = self.random
        match random.randrange(8):
            case 0 | 1:
                return self.name(random.randrange(3), random.choice(NAME_FORMS))
            case 2:
                return random.choice(self.firms)
            case 3:
                figure = random.choice(self.figures)
                return figure if random.random() < 0.7 else figure.replace(",", "").lstrip("£")
            case 4:
                return day_in(random.choice(self.days), random.choice(DAY_FORMS)) + ";"
            case _:
                return random.choice(OPEN)

    def meeting(self) -> Meeting:
        """The minutes of a meeting."""
        items = tuple(self._item() for _ in range(self.random.randint(1, 2)))
        full = [self.name(number, "{first} {last}") for number in range(3)]
        return Meeting(
            series=Series(short_name="sg", name="Steering Group"),
            title=self.text(2),
            marking=read_marking("OFFICIAL"),
            date=self.days[0],
            location=self.text(2),
            attendance=tuple(
                Attendance(
                    name=name, role=self.random.choice(("Lead", "Chief Clerk", "")), organisation="DWP", note=note
                )
                for name, note in zip(full, ("", self.text(2), ""), strict=True)
            ),
            declarations=(Declaration(name=full[1], nature=self.text(3)),),
            items=items,
            actions=(
                Action(ref="SG-1", text=self.text(3), owners=(full[0], "DWP"), due=self.days[1], raised_in="1.1"),
            ),
            decisions=(Decision(ref="D1", text=self.text(2), decided_in="1.1"),),
            next_meeting=NextMeeting(date=self.days[1], location="Leeds"),
            contact=Contact(name=full[2], email="team@example.gov.uk"),
            approval=Approval(date=self.days[1], corrections=(self.text(3),)),
            status=MeetingStatus.APPROVED,
        )

    def _item(self) -> Block:
        minutes = tuple(
            Block(
                kind=BlockKind.MINUTE,
                label=self.random.choice(("", "Costs")),
                text=self.text(),
                children=(Block(kind=BlockKind.POINT, text=self.text(4)),) if self.random.random() < 0.4 else (),
            )
            for _ in range(self.random.randint(1, 3))
        )
        return Block(kind=BlockKind.ITEM, text=self.text(2), children=minutes)

    def rules(self) -> tuple[Rule, ...]:
        """Some withholdings, each of which may match something or nothing."""
        random = self.random
        rules: list[Rule] = [
            PersonRule(person=self.name(number, "{first} {last}"), grounds=self.grounds())
            for number in range(3)
            if random.random() < 0.5
        ]
        phrases = [*self.firms, *self.figures, *(day_in(day, DAY_FORMS[0]) for day in self.days)]
        rules += (
            PhraseRule(phrase=phrase, at=random.choice((None, None, "1.1")), grounds=self.grounds())
            for phrase in phrases
            if random.random() < 0.4
        )
        rules += (FieldRule(field=field, grounds=self.grounds()) for field in FIELDS if random.random() < 0.15)
        random.shuffle(rules)
        return tuple(rules)

    def grounds(self) -> Grounds:
        """One or two exemptions."""
        return Grounds(exemptions=tuple(self.random.sample(CITATIONS, self.random.randint(1, 2))))


@dataclass(frozen=True, slots=True)
class Copy:
    """Minutes with what is withheld of them, and the copy that is left."""

    meeting: Meeting
    original: MinutesDocument
    located: Located
    document: MinutesDocument

    @classmethod
    def of(cls, meeting: Meeting, rules: tuple[Rule, ...]) -> "Copy":
        """Withhold what the rules say."""
        original = compose(meeting)
        located = locate(original, rules)
        return cls(meeting, original, located, release_copy(redact(original, located.spans), WORKED_WITH))


def day_in(day: date, form: str) -> str:
    """A day, written in one way."""
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    names = {"month": f"{day:%B}", "mon": f"{day:%b}", "th": ends.get(day.day, "th")}
    return form.format(d=day.day, m=day.month, y=day.year, **names)


def count(default: int) -> int:
    """How often a law is tried."""
    return int(os.environ.get("LPGMINUTES_PROOFS") or default)


@pytest.fixture
def seeds() -> Callable[[int, int], Iterator[int]]:
    """The numbers that records are made from: as many as asked for, or as the variable says; the odd or the even."""
    return lambda default, half: iter(range(half, count(default), 2))


@pytest.fixture
def chance() -> Callable[[int], Chance]:
    """What random records are about, by a number."""
    return Chance.of


@pytest.fixture
def copied() -> Callable[[Meeting, tuple[Rule, ...]], Copy]:
    """The copy of some minutes under some rules."""
    return Copy.of
