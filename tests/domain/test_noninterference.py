"""Two records that differ only in what is withheld, under the same rules, give equal releases."""

import os
import re
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lpgminutes.bootstrap import HouseRenderers
from lpgminutes.domain.actions import Action
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import (
    Approval,
    Block,
    BlockKind,
    Contact,
    Decision,
    Meeting,
    MeetingStatus,
    NextMeeting,
)
from lpgminutes.domain.people import Attendance, Capacity, Conduct, Declaration
from lpgminutes.domain.reports import Schedule
from lpgminutes.domain.withholding import Rule

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FORENAMES = st.sampled_from(["Margaret", "Jo", "Zoë", "Siân", "Mary-Jane", "Bartholomew", "Ng", "James"])
SURNAMES = st.sampled_from(
    [
        "Ellwood",
        "O'Brien",
        "Bowen-Price",
        "van der Berg",
        "Müller",
        "Li",
        "McDonald",
        "Featherstonehaugh",
        "James",
    ]
)
FIGURES = st.integers(0, 10**9).map("£{:,}".format)
CODES = st.text(LETTERS, min_size=3, max_size=30).map(lambda word: f"X{word} Q{word}")
DAYS = st.dates(date(2001, 1, 1), date(2039, 12, 31))
OPEN = st.sampled_from(
    [
        "the group agreed",
        "It was noted that",
        "and",
        "in May 2019 at 12%,",
        "Tom Hughes",
        "DWP",
        "4 of 50",
        "(Red)",
    ]
)
HOLES = st.sampled_from(
    ["{p0}", "{p1}", "{p0}'s", "Dr {p0}", "{p0.last}", "{p1.first}", "{P1}", "{p1.last}'",
     "{p0.mail}@x.uk", "{figure}",
     "{code}", "{p0}{p1}", "({p0})", "{code}{figure}", "'{p1.last}'", "{p1.first}\n{p1.last}"]
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What fills the holes of a record."""

    people: tuple[tuple[str, str], tuple[str, str]]
    figure: str
    code: str
    place: str
    day: date

    def fill(self, text: str) -> str:
        """Fill the holes of a text."""
        for number, (first, last) in enumerate(self.people):
            mail = re.sub(r"[^a-z]", "", folded(f"{first}{last}"))
            forms = {"": f"{first} {last}", ".first": first, ".last": last, ".mail": mail or "x"}
            for form, words in forms.items():
                text = text.replace(f"{{p{number}{form}}}", words)
            text = text.replace(f"{{P{number}}}", f"{first} {last}".upper())
        return text.replace("{figure}", self.figure).replace("{code}", self.code).replace("{place}", self.place)


@st.composite
def secrets(draw: st.DrawFn) -> Secrets:
    """Two different people, a figure, a code, a place and a day."""
    one = draw(FORENAMES), draw(SURNAMES)
    other = draw(FORENAMES), draw(SURNAMES)
    if {one[0], one[1]} & {other[0], other[1]} or one[0] == one[1] or other[0] == other[1]:
        one, other = ("Margaret", "Ellwood"), ("Owain", "Thackray")
    return Secrets(
        people=(one, other),
        figure=draw(FIGURES),
        code=draw(CODES),
        place=draw(st.text(LETTERS, min_size=1, max_size=40)),
        day=draw(DAYS),
    )


_INTERRUPTED = re.compile(r"\{p1\.first\} \S*\{[pP]0(?:\.last)?\}\S* \S*\{p1\.last\}")
"""A name with another one inside it, which nobody writes: two words there are middle names, and three are none."""
TEXTS = (
    st.lists(st.one_of(OPEN, HOLES), min_size=1, max_size=6)
    .map(" ".join)
    .filter(lambda text: _INTERRUPTED.search(text) is None)
)
TEMPLATES = st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=4)
ALL_HOLES = "{p0} {p1} {figure} {code}"


def _meeting(bench: "Bench", template: list[list[str]], hidden: Secrets) -> Meeting:
    fill = hidden.fill
    items = [
        bench.item(
            fill(texts[0]),
            *(
                Block(
                    kind=BlockKind.MINUTE,
                    label=fill(text[:12]) if "{" not in text[:12] else "",
                    text=fill(text),
                    children=(Block(kind=BlockKind.POINT, text=fill(texts[0])),),
                )
                for text in texts
            ),
        )
        for texts in template
    ]
    return replace(
        bench.meeting(items=[bench.item(fill("{p0} {p1}"), fill(ALL_HOLES)), *items]),
        title=fill("Meeting with {p0}"),
        date=hidden.day,
        start=time(hidden.day.day % 24),
        location=fill("{place}"),
        attendance=(
            Attendance(name=fill("{p0}"), role=fill("{place} lead"), capacity=Capacity.CHAIR),
            Attendance(name=fill("{p1}"), role="Adviser", deputising_for=fill("{p0}"), note=fill("with {p0.last}")),
            Attendance(name="Tom Hughes", organisation="DWP", arrived=time(10, 15), departed=time(11)),
        ),
        declarations=(
            Declaration(name=fill("{p1}"), item="2", nature=fill("Shares in {code}; {p0.last} knows")),
            Declaration(name="Tom Hughes", nature=fill(template[0][0]), conduct=Conduct.WITHDREW),
        ),
        actions=(
            Action(ref=fill("{code}"), text=fill(template[0][0]), owners=(fill("{p1}"), "DWP"), raised_in="2.1"),
            Action(ref="AP2", text="do", owners=(fill("{p0.last}"),), due=hidden.day, raised_in="1.1"),
        ),
        decisions=(Decision(ref="D1", text=fill(template[0][0]), decided_in="2.1"),),
        next_meeting=NextMeeting(date=hidden.day, location=fill("{place}")),
        contact=Contact(name=fill("{p0}"), email=fill("{p0.mail}@x.uk")),
        approval=Approval(date=hidden.day, corrections=(fill(template[0][0]), fill("read {p0.last} for {code}"))),
        status=MeetingStatus.APPROVED,
    )


def _rules(bench: "Bench", hidden: Secrets) -> tuple[Rule, ...]:
    fields = (
        "date",
        "location",
        "next_meeting",
        "attendance.role",
        "actions.due",
        "contact.email.local_part",
        "approval.date",
    )
    return (
        bench.person(hidden.fill("{p0}")),
        bench.person(hidden.fill("{p1}"), "s38(1)(b)"),
        bench.phrase(hidden.figure),
        bench.phrase(hidden.code, None, "s41(1)"),
        *(bench.field(field) for field in fields),
    )


def _quoted(forename: str, surname: str) -> Secrets:
    people = (("Margaret", "Ellwood"), (forename, surname))
    return Secrets(people=people, figure="£0", code="Xaaa Qaaa", place="a", day=date(2001, 1, 1))


@settings(max_examples=20)
@given(template=TEMPLATES, one=secrets(), other=secrets())
@example(
    template=[["{p1.first} '{p1.last}' {p1}"]],
    one=_quoted("Owain", "Thackray"),
    other=_quoted("Jo", "van der Berg"),
)
@example(
    template=[["{p1.first} '{p1.last}' {p1.last}'"]],
    one=_quoted("Owain", "Thackray"),
    other=_quoted("Jo", "van der Berg"),
)
def test_what_is_withheld_does_not_show_in_the_release(
    bench: "Bench", template: list[list[str]], one: Secrets, other: Secrets
) -> None:
    """Other names, other figures, other days, of other lengths: the same document and the same schedule."""
    first, second = (bench.copy(_meeting(bench, template, h), *_rules(bench, h)) for h in (one, other))
    assert first == second


_PROOFS = int(os.environ.get("LPGMINUTES_PROOFS") or 0)
"""How many pairs are tried by hand; of none, fewer of those that take longer."""


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
@settings(max_examples=(_PROOFS or 5_000) // 4)
@given(template=TEMPLATES, one=secrets(), other=secrets())
def test_what_is_withheld_does_not_show_in_the_release_at_length(
    bench: "Bench", template: list[list[str]], one: Secrets, other: Secrets, part: int
) -> None:
    """The same law, thousands of times, in parts that processors share."""
    assert part in range(4)
    first, second = (bench.copy(_meeting(bench, template, h), *_rules(bench, h)) for h in (one, other))
    assert first == second


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
@settings(max_examples=(_PROOFS or 300) // 4)
@given(template=TEMPLATES, one=secrets(), other=secrets())
def test_what_is_withheld_makes_no_byte_of_a_file_another(
    bench: "Bench", template: list[list[str]], one: Secrets, other: Secrets, part: int
) -> None:
    """Every file of the two releases is the same, byte for byte, each rendered by itself."""
    assert part in range(4)
    first, second = (_files(*bench.copy(_meeting(bench, template, h), *_rules(bench, h))) for h in (one, other))
    assert first == second


def _files(copy: MinutesDocument, schedule: Schedule) -> tuple[bytes, ...]:
    """Return the files of a release; those of either copy are rendered by themselves."""
    renderers = HouseRenderers()
    copies = renderers.docx(copy), renderers.html(copy), renderers.text(copy)
    return (*copies, renderers.schedule_docx(schedule), renderers.schedule_csv(schedule))


PEOPLE = {
    "Margaret Ellwood": "Jo Ng",
    "Tobias Renwick": "Bartholomew Featherstonehaugh",
    "Colin Hathersage": "Zoë Müller",
    "Bettina Crossfield": "Siobhan O'Brien",
    "Nicola Farrimond": "Ludwig van der Berg",
    "Rhian Maddocks": "Li Wei",
    "Deepak Sandhar": "Fergus McDonald",
    "Leanne Westhorpe": "Mary-Jane Holt",
    "Owain Thackray": "Yu Xu",
    "Priya Nandakumar": "Anna-Sophia Carrington-Blythe",
    "Joanne Tickhill": "Gareth ap Rhys",
    "Aled Bowen-Price": "Una Quinn",
    "Graham Oddie": "Persephone Wolstenholme",
    "Stuart Galbraithe": "Ian Box",
    "Ifeoma Adeyinka-Shaw": "Ed Ray",
    "ifeoma.adeyinka-shaw": "ed.ray",
}
PHRASES = {
    "AP0419-07": "Z/1", "Kestrel Peak": "Lundy", "Tuesday 16th July 2019": "3 Feb 2020",
    "12th July 2019": "9/9/2019",
    "Harrowfield Clinical Resourcing": "Ox", "41.6": "987,654.25", "55.0": "1,234,567", "1,874": "77",
    "38.2": "400.25",
    "ches.performance.lpg": "q", "£0": "£3,141,592", "£212,400": "£9", "£18,900": "£1",
    "AP0619-01": "AA", "AP0619-02": "BBBBBBBBBBBB", "AP0619-03": "C3", "AP0619-04": "D-4-D",
    "AP0619-05": "EEE",
}  # fmt: skip
FIELDS = {
    "Room 3.12, Quarrybank House, Leeds": "Ely",
    "Room 1.04, Quarrybank House, Leeds": "A very long address in Newcastle upon Tyne",
    '"date": "2019-06-27"': '"date": "2021-12-03"',
    '"date": "2019-08-01"': '"date": "2022-02-28"',
    '"start": "10:00"': '"start": "00:15"',
    "CHES Performance Lead": "X",
    "Workforce Planning Manager": "Deputy Assistant Director of Everything",
}


def test_the_seed_with_other_names_and_figures_gives_the_same_release(bench: "Bench") -> None:
    """Every withheld text of the seed is another one, of another length: nothing in the release tells."""
    swaps = [*PHRASES.items(), *PEOPLE.items(), *FIELDS.items()]
    as_it_is = bench.release(bench.seed_meeting(), *bench.seed_rules())
    changed = bench.release(bench.seed_meeting(swaps), *bench.seed_rules(swaps))
    assert changed.original != as_it_is.original
    assert changed.copy == as_it_is.copy
    assert changed.schedule == as_it_is.schedule


def test_the_swaps_of_the_seed_reach_every_withheld_person_and_place(bench: "Bench") -> None:
    """A test that swaps nothing proves nothing: each old text is gone from the changed record."""
    swaps = [*PHRASES.items(), *PEOPLE.items(), *FIELDS.items()]
    written = " ".join(bench.release(bench.seed_meeting(swaps)).printed)
    assert not [old for old in (*PEOPLE, "Kestrel", "Harrowfield", "Quarrybank") if old in written]
