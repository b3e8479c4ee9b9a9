"""A secret planted in any field of a record: the release is refused, or nothing of it is in any of its files."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.actions import Action, ActionStatus
from lpgminutes.domain.exemptions import read_exemption
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
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.domain.withholding import Grounds, PersonRule, PhraseRule, ReleaseCase, RuleSource
from lpgminutes.errors import InputError, ReleaseRefused
from lpgminutes.services.importing import import_meeting
from lpgminutes.services.ports import Store
from lpgminutes.services.proposals import keep_rules
from lpgminutes.services.releases import Tools, make_release

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
PERSON, FIRM = "Margaret Ellwood", "Kestrel Peak"
FORMS = ("ellwood", "margaret", "kestrel")
GROUNDS = Grounds(exemptions=(read_exemption("s40(2)"),), public_interest="weighed", reason="a secret")
MARKED = PreMark(start=0, end=4, exemption="S43")
MEETING = Meeting(
    series=Series(short_name="sg", name="Steering Group", agenda=("Welcome",), action_reference="SG-{nn}", quorum="3"),
    title="Steering Group",
    subtitle="Lot 1",
    marking=read_marking("OFFICIAL"),
    date=dt.date(2026, 6, 27),
    location="Leeds",
    attendance=(
        Attendance(
            name="Tom Hughes", initials="TH", role="Adviser", organisation="DWP", deputising_for="Una Roe",
            items=("1",), note="by telephone",
        ),
    ),
    items=(
        Block(
            kind=BlockKind.ITEM,
            text="Business",
            number="1",
            carried_from="sg/2026-05-30",
            children=(
                Block(
                    kind=BlockKind.MINUTE,
                    number="1.1",
                    label="Costs",
                    text=f"Tom met {PERSON} of {FIRM}.",
                    children=(Block(kind=BlockKind.POINT, label="Sums", text="They rose.", pre_marks=(MARKED,)),),
                ),
            ),
        ),
    ),
    actions=(
        Action(
            ref="SG-01", text="write", owners=("Tom Hughes", "DWP"), due_as_written="soon", raised_in="1.1",
            status=ActionStatus.OPEN,
        ),
    ),
    decisions=(Decision(ref="D1", text="to go on", decided_in="1.1"),),
    declarations=(Declaration(name="Tom Hughes", item="1", nature="none"),),
    approval=Approval(at="sg/2026-07-30", date=dt.date(2026, 7, 30), corrections=("a comma",)),
    status=MeetingStatus.APPROVED,
    next_meeting=NextMeeting(location="York", text="to be told"),
    contact=Contact(name="The Secretary", email="team@example.gov.uk"),
)  # fmt: skip
"""A meeting with words in every field that takes any."""

Path_ = tuple[str | int, ...]


def _places(value: object, at: Path_ = ()) -> Iterator[Path_]:
    """Yield the way to every text in a value."""
    if isinstance(value, str):
        yield at
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _places(part, (*at, index))
    elif is_dataclass(value) and type(value).__module__.startswith("lpgminutes.domain"):
        for field in fields(value):
            yield from _places(getattr(value, field.name), (*at, field.name))


def _planted(value: Any, way: Path_, secret: str) -> Any:  # noqa: ANN401 - walks values of every class of a record
    """Return a value with a secret behind the text at the end of a way."""
    if not way:
        return f"{value} {secret}".strip()
    step, rest = way[0], way[1:]
    if isinstance(step, int):
        return tuple(_planted(part, rest, secret) if at == step else part for at, part in enumerate(value))
    return replace(value, **{step: _planted(getattr(value, step), rest, secret)})


PLACES = tuple(way for way in _places(MEETING) if way[0] not in {"marking", "approves"})
"""Where words go: but for the marking, which refuses them by its grammar, and a link to another meeting."""
TELLING = (
    ("series", "name"),
    ("actions", 0, "raised_in"),
    ("items", 0, "children", 0, "label"),
    ("title",),
    ("approval", "corrections", 0),
)
"""Texts that leave in properties, in columns of their own, before another text, or at the foot."""


def _case(reference: str) -> ReleaseCase:
    rules = (
        PersonRule(person=PERSON, grounds=GROUNDS, source=RuleSource.FILE),
        PhraseRule(phrase=FIRM, grounds=GROUNDS, source=RuleSource.FILE),
    )
    return ReleaseCase(reference=reference, rules=rules)


def _released(store: Store, tools: Tools, meeting: Meeting, case: ReleaseCase, target: Path) -> bool:
    """Release a meeting; ``False`` when it was refused, and then nothing may be there."""
    try:
        kept = import_meeting(
            store, meeting, warnings=(), interchange=bootstrap.HouseInterchange(), who="A Tester"
        ).meeting
        keep_rules(store, str(kept.id), case, who="A Tester", today=NOW.date())
        make_release(store, str(kept.id), case.reference, target, tools=tools, who="A Tester", now=NOW)
    except (ReleaseRefused, InputError):
        assert not target.exists()
        return False
    return True


def assert_clean(text: str) -> None:
    """Nothing of the secret is in a text."""
    assert not [form for form in FORMS if form in text.casefold()]


def _assert_clean_folder(folder: Path) -> None:
    for path in folder.iterdir():
        assert_clean(path.name)
        content = path.read_bytes()
        if path.suffix == ".docx":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                for name in package.namelist():
                    assert_clean(name)
                    assert_clean(package.read(name).decode("utf-8", errors="replace"))
        else:
            assert_clean(content.decode("utf-8"))


def _try(store: Store, tools: Tools, way: Path_, folder: Path) -> bool:
    meeting = _planted(MEETING, way, f"{PERSON} {FIRM}")
    is_out = _released(store, tools, meeting, _case("FOI/1"), folder)
    if is_out:
        _assert_clean_folder(folder)
    return is_out


@pytest.mark.parametrize("way", TELLING, ids=lambda way: ".".join(map(str, way)))
def test_a_secret_in_a_telling_field(store: Store, tools: Tools, way: Path_, tmp_path: Path) -> None:
    """In the name of the body, the number of a minute, a run-in label, a title."""
    _try(store, tools, way, tmp_path / "out")


@pytest.mark.soak
@pytest.mark.parametrize("way", PLACES, ids=lambda way: ".".join(map(str, way)))
def test_a_secret_in_any_field_of_a_record(store: Store, tools: Tools, way: Path_, tmp_path: Path) -> None:
    """Every field that holds words, found by walking the record: one that is added later is tried as well."""
    _try(store, tools, way, tmp_path / "out")


def test_without_a_secret_in_a_field_the_same_release_is_made(store: Store, tools: Tools, tmp_path: Path) -> None:
    """A proof that refuses everything proves nothing."""
    assert _released(store, tools, MEETING, _case("FOI/1"), tmp_path / "out")
    _assert_clean_folder(tmp_path / "out")


@pytest.mark.parametrize("reference", ["FOI/Ellwood/1", "FOI-KESTREL-PEAK", "margaret_ellwood-1"])
def test_a_secret_in_the_reference_of_the_case(store: Store, tools: Tools, reference: str, tmp_path: Path) -> None:
    """Every file is named after it."""
    assert not _released(store, tools, MEETING, _case(reference), tmp_path / "out")


def test_the_manifest_holds_no_secret(store: Store, tools: Tools, tmp_path: Path) -> None:
    """It is kept inside, and may be given to a regulator without the content."""
    kept = import_meeting(store, MEETING, warnings=(), interchange=bootstrap.HouseInterchange(), who="A Tester").meeting
    keep_rules(store, str(kept.id), _case("FOI/1"), who="A Tester", today=NOW.date())
    made = make_release(store, str(kept.id), "FOI/1", tmp_path / "out", tools=tools, who="A Tester", now=NOW)
    assert_clean(made.record.manifest)
