"""The officer's work on one case: changed and taken back by itself, with what was read left alone."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.history import ReleaseRecord
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.withholding import Grounds, PhraseRule, ReleaseCase, RuleStatus
from lpgminutes.errors import InputError, NotFoundError, RuleError, StaleRecord, UsageError
from lpgminutes.services.case_history import latest_in_case, redo_in_case, undo_in_case
from lpgminutes.services.cases import NewCase, change_withholding, find_case, open_case, rename_case, withhold
from lpgminutes.services.meetings import add_line, add_series, new_meeting
from lpgminutes.services.ports import Store
from lpgminutes.services.proposals import keep_rules
from lpgminutes.services.records import redo, undo
from lpgminutes.services.second_reading import agree, reading_state, reject, visit_texts
from lpgminutes.store import check

if TYPE_CHECKING:
    from tests.conftest import Step


OFFICER, READER = "Olive Officer", "Rhys Reader"
CASE = "FOI2019/1"
NOW = dt.datetime(2026, 11, 26, tzinfo=dt.UTC)


def _rule(phrase: str, exemption: str = "s43(2)") -> PhraseRule:
    return PhraseRule(phrase=phrase, grounds=Grounds(exemptions=(read_exemption(exemption),), public_interest="live"))


def _lay_ref(store: Store) -> str:
    add_series(store, Series(short_name="lpg", name="LPG", marking=read_marking("OFFICIAL"), agenda=("News",)), who="S")
    meeting = new_meeting(store, "lpg", date=dt.date(2019, 6, 27), who="S")
    for line in ("The bid of Kestrel Peak is live.", "Costs rose by 41.", "Nothing else."):
        add_line(store, meeting.ref, line, item="1", who="S")
    open_case(store, NewCase(reference=CASE, meetings=(meeting.ref,)), who=OFFICER, today=NOW.date())
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
    again = open_case(store, NewCase(reference=CASE, meetings=(ref,)), who=OFFICER, today=NOW.date())
    assert again[0].visits == ()
    for _ in range(3):
        undo(store, who=OFFICER)
    back = reading_state(store, ref, CASE, interchange=bootstrap.HouseInterchange(), who=OFFICER)
    assert (back.case.reference, back.visited) == (CASE, before.visited)


def _read(store: Store, ref: str, reference: str) -> int:
    """Return how many texts the second reader has read for a case."""
    return reading_state(store, ref, reference, interchange=bootstrap.HouseInterchange(), who=OFFICER).visited


def test_a_renamed_case_takes_back_with_its_reference_what_was_read(store: Store, ref: str) -> None:
    """One change renames it; undo and redo take along what was read before and since, in the store and in the case."""
    visit_texts(store, ref, CASE, who=READER)
    read = _read(store, ref, CASE)
    before = store.latest_change()
    rename_case(store, CASE, "FOI2019/12", who=OFFICER)
    assert store.latest_change() == before + 1

    assert undo(store, who=OFFICER).what == "rename a case"
    assert _read(store, ref, CASE) == read > 0
    redo(store, who=OFFICER)
    assert _read(store, ref, "FOI2019/12") == read

    add_line(store, ref, "Typed since.", item="1", who="S")
    visit_texts(store, ref, "FOI2019/12", who=READER)
    assert undo_in_case(store, ref, "FOI2019/12", who=OFFICER).what == "rename a case"
    assert _read(store, ref, CASE) == read + 1
    redo_in_case(store, ref, CASE, who=OFFICER)
    assert _read(store, ref, "FOI2019/12") == read + 1
    assert check(store.location()).problems == ()


def test_what_was_read_under_a_reference_that_is_free_again_comes_back_with_it(store: Store, ref: str) -> None:
    """It makes room for the case that takes the reference, and is there again when that goes."""
    visit_texts(store, ref, CASE, who=READER)
    open_case(store, NewCase(reference="FOI2019/2", meetings=(ref,)), who=OFFICER, today=NOW.date())
    withhold(store, ref, "FOI2019/2", [_rule("41")], who=OFFICER)
    visit_texts(store, ref, "FOI2019/2", who="Another Reader")
    undo(store, who=OFFICER)
    undo(store, who=OFFICER)
    with pytest.raises(NotFoundError):
        find_case(store, ref, "FOI2019/2")

    rename_case(store, CASE, "FOI2019/2", who=OFFICER)
    assert {seen.who for seen in find_case(store, ref, "FOI2019/2").visits} == {READER}
    for _ in range(2):
        undo(store, who=OFFICER)
        assert {seen.who for seen in find_case(store, ref, CASE).visits} == {READER}
        redo(store, who=OFFICER)
        assert {seen.who for seen in find_case(store, ref, "FOI2019/2").visits} == {READER}
    undo(store, who=OFFICER)
    open_case(store, NewCase(reference="FOI2019/2", meetings=(ref,)), who=OFFICER, today=NOW.date())
    assert {seen.who for seen in find_case(store, ref, "FOI2019/2").visits} == {"Another Reader"}


def test_a_case_that_is_renamed_as_it_is_put_right_changes_once_or_not_at_all(store: Store, ref: str) -> None:
    """Receipt, handler and reference are one change, which a meeting that is not there refuses as a whole."""
    visit_texts(store, ref, CASE, who=READER)
    read, before = _read(store, ref, CASE), store.latest_change()
    wrong = NewCase(reference="FOI2019/9", renames=CASE, meetings=(ref, "lpg/2031-01-01"))
    with pytest.raises(NotFoundError):
        open_case(store, wrong, who=OFFICER, today=NOW.date())
    assert (store.latest_change(), find_case(store, ref, CASE).reference) == (before, CASE)

    open_case(store, replace(wrong, meetings=(ref,), handler="Hana"), who=OFFICER, today=NOW.date())
    assert (store.latest_change(), find_case(store, ref, "FOI2019/9").handler) == (before + 1, "Hana")
    assert undo(store, who=OFFICER).what == "rename a case"
    assert (find_case(store, ref, CASE).handler, _read(store, ref, CASE)) == (OFFICER, read)


def test_a_case_that_is_renamed_as_a_meeting_is_added_comes_back_as_it_was(store: Store, ref: str) -> None:
    """The meeting that the change itself added bars nothing; undo, redo, and undo again."""
    july = new_meeting(store, "lpg", date=dt.date(2019, 7, 25), who="S").ref
    visit_texts(store, ref, CASE, who=READER)
    read = _read(store, ref, CASE)
    wider = NewCase(reference="FOI2019/12", renames=CASE, meetings=(ref, july))
    open_case(store, wider, who=OFFICER, today=NOW.date())

    for _ in range(2):
        assert undo(store, who=OFFICER).what == "rename a case"
        assert _read(store, ref, CASE) == read
        with pytest.raises(NotFoundError):
            find_case(store, july, "FOI2019/12")
        redo(store, who=OFFICER)
        assert find_case(store, july, "FOI2019/12").reference == "FOI2019/12"
        assert _read(store, ref, "FOI2019/12") == read


def test_a_renaming_that_others_built_on_is_not_taken_back(store: Store, ref: str) -> None:
    """Not where the old reference is in use again, the case reaches over another meeting, or something went out."""
    rename_case(store, CASE, "FOI2019/12", who=OFFICER)
    open_case(store, NewCase(reference=CASE, meetings=(ref,)), who=OFFICER, today=NOW.date())
    with pytest.raises(StaleRecord, match="there is another case FOI2019/1 by now"):
        undo_in_case(store, ref, "FOI2019/12", who=OFFICER)
    undo(store, who=OFFICER)

    july = new_meeting(store, "lpg", date=dt.date(2019, 7, 25), who="S")
    open_case(store, NewCase(reference="FOI2019/12", meetings=(july.ref,)), who=OFFICER, today=NOW.date())
    with pytest.raises(StaleRecord, match="a meeting was added to FOI2019/12 since"):
        undo_in_case(store, ref, "FOI2019/12", who=OFFICER)
    undo(store, who=OFFICER)
    undo(store, who=OFFICER)
    assert undo_in_case(store, ref, "FOI2019/12", who=OFFICER).what == "rename a case"
    assert redo_in_case(store, ref, CASE, who=OFFICER).what == "rename a case"

    gone = ReleaseRecord(case_reference="FOI2019/12", version_digest="0" * 64, at=NOW, who=OFFICER, manifest="{}")
    with store.change("make a release", who=OFFICER) as work:
        work.releases.add_release(work.meetings.get(ref), gone)
        work.commit()
    with pytest.raises(StaleRecord, match="FOI2019/12 went out by that reference, and keeps it"):
        undo_in_case(store, ref, "FOI2019/12", who=OFFICER)
    assert find_case(store, ref, "FOI2019/12").reference == "FOI2019/12"


def test_no_request_was_received_on_a_day_to_come(store: Store, ref: str) -> None:
    """Neither as a case is opened or put right, nor by a file of rules; that of the day itself was."""
    tomorrow = NOW.date() + dt.timedelta(days=1)
    to_come = NewCase(reference="FOI2019/4", meetings=(ref,), received=tomorrow)
    before = store.latest_change()
    with pytest.raises(UsageError, match="27 Nov 2026 is still to come"):
        open_case(store, to_come, who=OFFICER, today=NOW.date())
    with pytest.raises(UsageError, match="27 Nov 2026 is still to come"):
        open_case(store, replace(to_come, renames=CASE), who=OFFICER, today=NOW.date())
    with pytest.raises(UsageError, match="27 Nov 2026 is still to come"):
        keep_rules(store, ref, ReleaseCase(reference=CASE, received=tomorrow), who=OFFICER, today=NOW.date())
    assert (store.latest_change(), find_case(store, ref, CASE).received) == (before, None)

    (opened,) = open_case(store, replace(to_come, received=NOW.date()), who=OFFICER, today=NOW.date())
    kept = keep_rules(store, ref, ReleaseCase(reference=CASE, received=NOW.date()), who=OFFICER, today=NOW.date())
    assert (opened.received, kept.received) == (NOW.date(), NOW.date())


def test_a_case_takes_no_name_that_another_has(store: Store, ref: str) -> None:
    """Nor none at all; and a case that is not there has none to give up."""
    open_case(store, NewCase(reference="FOI2019/2", meetings=(ref,)), who=OFFICER, today=NOW.date())
    open_case(store, NewCase(reference="FOI2019\u20131", meetings=(ref,)), who=OFFICER, today=NOW.date())
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
