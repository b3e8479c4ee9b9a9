"""The law of the release: two records that differ only in what is withheld give byte-identical releases.

Length, order, width, count, time and size then tell nothing: this one law stands for all of them.
"""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Released = Callable[[dict[str, Any], str], dict[str, bytes]]

FORENAMES = ["Ada", "Bartholomew", "Cy", "Désirée", "Ewa", "Ffion", "Gwendolyn", "Hal", "Íñigo", "Jo"]
SURNAMES = [
    "Quill",
    "Featherstonehaugh",
    "O’Dowd",
    "Nuñez",
    "Bray-Smythe",
    "Ng",
    "Llewellyn",
    "Ó Briain",
    "Vax",
    "Zhou",
]
FIRMS = [
    "Orrery Ltd",
    "Quicksilver Clinical Partners",
    "Umbra",
    "Zed & Co",
    "Vantage <Health>",
    "Ylang {{x}}",
]
TESTED = {"public_interest": "It was weighed."}
"""What the letter of a release needs of each qualified exemption."""
ACCEPTED = "accept:\n- finding: withheld-elsewhere-open\n  text: 1st August 2019\n  reason: published\n"


@dataclass(frozen=True, slots=True)
class Secret:
    """Everything that the rules withhold from a meeting."""

    people: list[tuple[str, str]]
    figures: list[int]
    firm: str
    place: str
    date: dt.date
    role: str

    @property
    def names(self) -> list[str]:
        """The three people by their full names."""
        return [" ".join(pair) for pair in self.people]

    @property
    def sums(self) -> list[str]:
        """The three figures as sums of money."""
        return [f"£{figure:,}" for figure in self.figures]


secrets = st.builds(
    Secret,
    people=st.lists(
        st.tuples(st.sampled_from(FORENAMES), st.sampled_from(SURNAMES)),
        min_size=3,
        max_size=3,
        unique_by=(lambda pair: pair[0], lambda pair: pair[1]),
    ),
    figures=st.lists(st.integers(10_000, 99_999_999), min_size=3, max_size=3, unique=True),
    firm=st.sampled_from(FIRMS),
    place=st.sampled_from(["Room 9", "Harbour House, a very long way out of town", "Online"]),
    date=st.dates(min_value=dt.date(2021, 1, 1), max_value=dt.date(2023, 12, 31)),
    role=st.sampled_from(["Clerk", "Deputy Director of Nearly Everything", "Analyst", ""]),
)


def meeting_hiding(secret: Secret) -> dict[str, Any]:
    """A meeting whose withheld parts are ``secret``; everything else is always the same."""
    (a, b, c), (one, two, three) = secret.names, secret.sums
    supplier = f"{secret.firm} charged {three} to {a.upper()}’s team."
    mailbox = ".".join(c.lower().replace("’", "").split())
    return {
        "format": "lpgminutes.meeting",
        "version": 1,
        "series": {"short_name": "sg", "name": "Steering Group"},
        "title": "Steering Group",
        "marking": "OFFICIAL-SENSITIVE",
        "date": secret.date.isoformat(),
        "location": secret.place,
        "attendance": [
            {"name": a, "role": secret.role, "organisation": "IAS", "capacity": "chair", "mode": "in person"},
            {
                "name": b,
                "role": "Lead",
                "organisation": "DWP",
                "capacity": "member",
                "mode": "dialled in",
                "arrived": "10:15",
                "departed": "11:40",
            },
            {
                "name": "Prudence Marlowe",
                "role": "Secretary",
                "organisation": "DWP",
                "capacity": "note-taker",
            },
        ],
        "declarations": [
            {"name": b, "item": "1", "nature": f"{a} and {b} hold shares in {secret.firm}", "conduct": "withdrew"},
            {"name": "Prudence Marlowe", "item": None, "nature": f"Once worked for {c}", "conduct": "remained"},
        ],
        "items": [
            {
                "number": "1",
                "title": "Welcome",
                "minutes": [
                    {
                        "number": "1.1",
                        "text": f"{a} thanked {b}. {secret.people[0][1]} asked Prudence Marlowe to note it.",
                    },
                    {
                        "number": "1.2",
                        "label": "Costs",
                        "text": f"They were {one}, then {two}.",
                        "points": [{"label": "Supplier", "text": supplier}],
                    },
                ],
            }
        ],
        "actions": [
            {
                "ref": "SG-1",
                "owners": [b, c],
                "text": f"pay {secret.firm}",
                "due": None,
                "raised_in": "1.2",
                "status": "open",
            }
        ],
        "contact": {"name": c, "email": f"{mailbox}@example.gov.uk"},
        "status": "approved",
        "approval": {
            "at": "",
            "date": secret.date.isoformat(),
            "corrections": [f"In 1.1 read {a} for {b}", f"In 1.2 it was {secret.firm}, as {c} says"],
        },
    }


def rules_for(secret: Secret) -> str:
    """The same rules by kind and place, whatever the words are."""
    persons = [{"person": name, "exemption": "FOIA s40(2)"} for name in secret.names]
    amounts = [{"phrase": amount, "at": "1.2", "exemption": "FOIA s43(2)", **TESTED} for amount in secret.sums]
    firm = {"phrase": secret.firm, "exemption": ["FOIA s43(2)", "FOIA s41(1)"], **TESTED}
    whole = ("date", "location", "attendance.role", "contact.email.local_part", "approval.date")
    fields = [{"field": field, "exemption": "FOIA s38(1)(b)", **TESTED} for field in whole]
    withheld: list[object] = [*persons, *amounts, firm, *fields]
    return json.dumps({"case": "FOI/1", "withhold": withheld})


def differing_files(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    """Return the names of the files that are not the same in both."""
    return [name for name in sorted(first.keys() | second.keys()) if first.get(name) != second.get(name)]


SAME_FIXTURES = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=3, suppress_health_check=SAME_FIXTURES)
@given(one=secrets, other=secrets)
def test_what_is_withheld_makes_no_difference(released: Released, one: Secret, other: Secret) -> None:
    """Other names, figures, firms, places, dates and roles under the same rules: the same bytes."""
    first, second = (released(meeting_hiding(secret), rules_for(secret)) for secret in (one, other))

    assert differing_files(first, second) == []


@pytest.mark.soak
@pytest.mark.parametrize("part", range(3))
@settings(max_examples=20, suppress_health_check=SAME_FIXTURES)
@given(one=secrets, other=secrets)
def test_what_is_withheld_makes_no_difference_at_length(
    released: Released, one: Secret, other: Secret, part: int
) -> None:
    """The same law, tried for longer, in parts that processors share."""
    assert part in range(3)
    first, second = (released(meeting_hiding(secret), rules_for(secret)) for secret in (one, other))

    assert differing_files(first, second) == []


REPLACED = {
    "Margaret Ellwood": "Bo Vaz", "Tobias Renwick": "Anastasia Wetherington-Hale", "Colin Hathersage": "Cy Ng",
    "Bettina Crossfield": "Ursula Featherstonehaugh", "Nicola Farrimond": "Xu Li", "Rhian Maddocks": "Hal Quill",
    "Deepak Sandhar": "Maximilian O’Dowd", "Leanne Westhorpe": "Jo Zhou", "Owain Thackray": "Peregrine Vane",
    "Priya Nandakumar": "Ida Roe", "Joanne Tickhill": "Wilhelmina Nuñez", "Aled Bowen-Price": "Al Bray",
    "Graham Oddie": "Montgomery Llewellyn", "Stuart Galbraithe": "Ewa Pym", "Ifeoma Adeyinka-Shaw": "Fi Oh",
    "ifeoma.adeyinka-shaw": "fi.oh", "Harrowfield Clinical Resourcing": "Umbra", "Kestrel Peak": "Quartz and Feldspar",
    "ches.performance.lpg": "box", "Quarrybank House, Leeds": "The Old Corn Exchange, Upper Brook Street, York",
    "AP0419-07": "AP1", "AP0619-01": "LONG/2019/000001", "AP0619-02": "B", "AP0619-03": "C3", "AP0619-04": "D44",
    "AP0619-05": "E/5/5", "Tuesday 16th July 2019": "3rd May 2020", "12th July 2019": "Christmas 2021",
    "41.6": "7", "55.0": "1,000,000", "1,874": "93", "38.2": "412.75", "£0": "£1,234,567", "£264,770": "£8",
    "2019-06-27": "2018-02-05", "10:00": "08:15", "12:30": "17:45",
}  # fmt: skip


@pytest.mark.soak
def test_the_seed_with_other_names_and_figures_gives_the_same_release(released: Released, data: Path) -> None:
    """The real minutes, their blanks filled in quite another way: not a byte of the release is different."""
    meeting = (data / "seed" / "meeting.json").read_text(encoding="utf-8")
    rules = (data / "seed" / "withhold.yaml").read_text(encoding="utf-8") + ACCEPTED
    rules = re.sub(r"  exemption: FOIA s(?:38|43)\n", r"\g<0>  public_interest: It was weighed.\n", rules)

    first = released(json.loads(meeting), rules)
    second = released(json.loads(replaced(meeting)), replaced(rules))

    assert replaced(meeting) != meeting
    assert differing_files(first, second) == []


def replaced(text: str) -> str:
    """Return a text with everything withheld replaced, longest first, in one pass so that nothing is replaced twice."""
    pattern = "|".join(re.escape(old) for old in sorted(REPLACED, key=len, reverse=True))
    return re.sub(pattern, lambda match: REPLACED[match.group()], text)
