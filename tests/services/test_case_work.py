"""The officer's work on one case: changed and taken back by itself, with what was read left alone."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.withholding import Grounds, PhraseRule, ReleaseCase, RuleStatus
from lpgminutes.errors import InputError, NotFoundError, RuleError, UsageError
from lpgminutes.services.case_history import latest_in_case, redo_in_case, undo_in_case
from lpgminutes.services.cases import NewCase, change_withholding, find_case, open_case, rename_case, withhold
from lpgminutes.services.meetings import add_line, add_series, new_meeting
from lpgminutes.services.ports import Store
from lpgminutes.services.records import undo
from lpgminutes.services.second_reading import agree, reading_state, reject, visit_texts

if TYPE_CHECKING:
    from tests.conftest import Step


OFFICER, READER = "Olive Officer", "Rhys Reader"
CASE = "FOI2019/1"


def _rule(phrase: str, exemption: str = "s43(2)") -> PhraseRule:
    return PhraseRule(phrase=phrase, grounds=Grounds(exemptions=(read_exemption(exemption),), public_interest="live"))


def _lay_ref(store: Store) -> str:
    add_series(store, Series(short_name="lpg", name="LPG", marking=read_marking("OFFICIAL"), agenda=("News",)), who="S")
    meeting = new_meeting(store, "lpg", date=dt.date(2019, 6, 27), who="S")
    for line in ("The bid of Kestrel Peak is live.", "Costs rose by 41.", "Nothing else."):
        add_line(store, meeting.ref, line, item="1", who="S")
    open_case(store, NewCase(reference=CASE, meetings=(meeting.ref,)), who=OFFICER)
    withhold(store, meeting.ref, CASE, [_rule("Kestrel Peak")], who=OFFICER)
    return meeting.ref


STEPS: "dict[str, Step]" = {"ref": _lay_ref}


@pytest.fixture
def ref(begun: dict[str, Any]) -> str:
    """A meeting with three minutes, and a case over it that withholds one phrase."""
    laid: str = begun["ref"]
    return laid


def _in_force(case: ReleaseCase) -> list[tuple[str, str]]:
    return [(one.words(), str(one.grounds.exemptions[0])) for one in case.in_force]


def test_a_withholding_is_changed_in_one_step_and_stays_in_the_register(store: Store, ref: str) -> None:
    """What was there is lifted with the reason, and one undo brings it back."""
    old = find_case(store, ref, CASE).rules[0]
    case = change_withholding(store, ref, CASE, [old], [_rule("Kestrel Peak", "s41(1)")], who=OFFICER)
    assert _in_force(case) == [("phrase: Kestrel Peak", "FOIA s41(1)")]
    assert case.rules[0].handling.status is RuleStatus.LIFTED

    undo_in_case(store, ref, CASE, who=OFFICER)
    assert _in_force(find_case(store, ref, CASE)) == [("phrase: Kestrel Peak", "FOIA s43(2)")]


def test_a_change_to_what_stands_nowhere_changes_nothing(store: Store, ref: str) -> None:
    """The old withholding stays in force."""
    old = find_case(store, ref, CASE).rules[0]
    with pytest.raises(RuleError):
        change_withholding(store, ref, CASE, [old], [_rule("nowhere")], who=OFFICER)
    assert _in_force(find_case(store, ref, CASE)) == [("phrase: Kestrel Peak", "FOIA s43(2)")]


def test_undo_in_a_case_passes_over_what_was_done_and_read_elsewhere(store: Store, ref: str) -> None:
    """A line typed since, or a text read since, is not what an officer takes back, and bars nothing."""
    withhold(store, ref, CASE, [_rule("41")], who=OFFICER)
    add_line(store, ref, "Typed since.", item="1", who="S")
    visit_texts(store, ref, CASE, who=READER)
    latest = latest_in_case(store, ref, CASE)
    assert latest is not None
    assert (latest.what, latest.who) == ("withhold", OFFICER)

    undo_in_case(store, ref, CASE, who=OFFICER)
    assert len(find_case(store, ref, CASE).in_force) == 1
    visit_texts(store, ref, CASE, who=READER)
    redo_in_case(store, ref, CASE, who=OFFICER)

    assert len(find_case(store, ref, CASE).in_force) == 2
    assert find_case(store, ref, CASE).visits
    with pytest.raises(NotFoundError):
        redo_in_case(store, ref, CASE, who=OFFICER)


def test_only_a_second_reader_visits_for_the_second_reading(store: Store, ref: str) -> None:
    """That whoever proposed everything had the texts before their eyes counts for nothing; nor does it hide them."""
    interchange = bootstrap.HouseInterchange()

    def visited() -> int:
        return reading_state(store, ref, CASE, interchange=interchange, who=OFFICER).visited

    visit_texts(store, ref, CASE, who=OFFICER)
    assert visited() == 0
    visit_texts(store, ref, CASE, who=READER)
    assert visited() == len(find_case(store, ref, CASE).visits) > 0

    withhold(store, ref, CASE, [replace(_rule("41"))], who=READER)
    assert visited() > 0, "two people who both proposed something read each other's"


def test_a_case_is_renamed_with_all_that_was_done_in_it(store: Store, ref: str) -> None:
    """What is withheld, read and agreed goes along; one undo takes it back."""
    visit_texts(store, ref, CASE, who=READER)
    before = reading_state(store, ref, CASE, interchange=bootstrap.HouseInterchange(), who=OFFICER)
    rename_case(store, CASE, CASE.lower(), who=OFFICER)
    rename_case(store, CASE, " FOI2019/12 ", who=OFFICER)

    after = reading_state(store, ref, "FOI2019/12", interchange=bootstrap.HouseInterchange(), who=OFFICER)
    assert (after.visited, _in_force(after.case)) == (before.visited, _in_force(before.case))
    with pytest.raises(NotFoundError):
        find_case(store, ref, CASE)
    again = open_case(store, NewCase(reference=CASE, meetings=(ref,)), who=OFFICER)
    assert again[0].visits == ()
    for _ in range(3):
        undo(store, who=OFFICER)
    assert find_case(store, ref, CASE).reference == CASE


def test_a_case_takes_no_name_that_another_has(store: Store, ref: str) -> None:
    """Nor none at all; and a case that is not there has none to give up."""
    open_case(store, NewCase(reference="FOI2019/2", meetings=(ref,)), who=OFFICER)
    open_case(store, NewCase(reference="FOI2019\u20131", meetings=(ref,)), who=OFFICER)
    with pytest.raises(UsageError, match="There is a case foi2019/2 already"):
        rename_case(store, CASE, "foi2019/2", who=OFFICER)
    with pytest.raises(InputError, match="is missing"):
        rename_case(store, CASE, " ", who=OFFICER)
    with pytest.raises(NotFoundError, match="There is no case FOI2019/3"):
        rename_case(store, "FOI2019/3", "FOI2019/4", who=OFFICER)


def test_nobody_agrees_alone_after_rejecting_what_they_proposed(store: Store, ref: str) -> None:
    """To reject is to read only what somebody else proposed; of one's own it is a change like any other."""
    withhold(store, ref, CASE, [_rule("41")], who=OFFICER)
    withhold(store, ref, CASE, [_rule("Nothing else")], who=READER)
    interchange, now = bootstrap.HouseInterchange(), dt.datetime(2026, 11, 26, tzinfo=dt.UTC)
    for who in (READER, OFFICER):
        visit_texts(store, ref, CASE, who=who)
        agree(store, ref, CASE, interchange=interchange, who=who, now=now)
    own = next(rule for rule in find_case(store, ref, CASE).in_force if rule.words() == "phrase: 41")
    reject(store, ref, CASE, [own], remark="it is known", who=OFFICER)

    with pytest.raises(UsageError, match="changed the set last"):
        agree(store, ref, CASE, interchange=interchange, who=OFFICER, now=now)
    agree(store, ref, CASE, interchange=interchange, who=READER, now=now)
    assert reading_state(store, ref, CASE, interchange=interchange, who=OFFICER).is_complete
