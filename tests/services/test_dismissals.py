"""What is not to be suggested again: kept with the case that it was dismissed in, good for the whole body."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.cases import reads_second
from lpgminutes.domain.dismissals import Dismissal, SuggestionKind
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.suggesting import Suggestion
from lpgminutes.errors import NotFoundError
from lpgminutes.services.case_history import latest_in_case, redo_in_case, undo_in_case
from lpgminutes.services.cases import NewCase, find_case, open_case
from lpgminutes.services.ports import Store
from lpgminutes.services.records import changes
from lpgminutes.services.suggestions import chosen, dismiss, dismissed, restore, suggestions, take

MEETING = {
    "format": "lpgminutes.meeting",
    "version": 1,
    "series": {"short_name": "sg", "name": "Steering Group"},
    "title": "Steering Group",
    "marking": "OFFICIAL",
    "date": "2026-05-01",
    "attendance": [{"name": "Priya Nandakumar", "role": "Head of Estates", "organisation": "DWP"}],
    "items": [
        {
            "number": "1",
            "title": "Estates",
            "minutes": [{"number": "1.1", "text": "Ms Nandakumar paid \u00a34 and \u00a35 to Kestrel Peak."}],
        }
    ],
}
MONEY = ["\u00a34", "\u00a35"]


class Officer:
    """Somebody who works on the cases of one meeting."""

    def __init__(self, store: Store, meeting: Meeting) -> None:
        self.store, self.ref, self.body = store, meeting.ref, meeting.series.short_name

    def is_offered(self, case: str) -> list[str]:
        """Return what is suggested, in the order of the letters."""
        return sorted(one.text for one in self.offered(case))

    def dismisses(self, case: str, *kinds: str) -> None:
        """Dismiss all of some kinds."""
        dismiss(self.store, self.ref, case, chosen(self.offered(case), kinds), who="Olive")

    def offered(self, case: str, kind: SuggestionKind | None = None) -> list[Suggestion]:
        """Return what is suggested, or what of one kind."""
        found = suggestions(self.store, self.ref, case, recogniser=bootstrap.house_recogniser())
        return [one for one in found if kind in {None, one.kind}]


@pytest.fixture
def officer(store: Store, kept: Callable[[object], Meeting]) -> Officer:
    """An officer with two requests for the same minutes."""
    meeting = kept(MEETING)
    for case in ("F1", "F2"):
        open_case(store, NewCase(reference=case, meetings=(meeting.ref,)), who="Olive", today=bootstrap.today())
    return Officer(store, meeting)


def test_a_dismissal_is_taken_back_in_its_case_and_done_again(store: Store, officer: Officer) -> None:
    """All of a kind at once, as one change that says how many; what was withheld before it stays."""
    offered = officer.is_offered("F1")
    people = officer.offered("F1", SuggestionKind.PERSON)
    take(store, officer.ref, "F1", people, who="Olive")
    officer.dismisses("F1", "money")
    assert not set(MONEY) & set(officer.is_offered("F2"))

    undone = undo_in_case(store, officer.ref, "F1", who="Olive")
    assert (undone.what, undone.rows) == ("dismiss 2 suggestions", 1)
    assert officer.is_offered("F2") == offered
    assert len(find_case(store, officer.ref, "F1").in_force) == 1

    redo_in_case(store, officer.ref, "F1", who="Olive")
    assert [one.text for one in dismissed(store, officer.body)] == MONEY


def test_what_is_dismissed_in_another_case_meanwhile_bars_nothing(store: Store, officer: Officer) -> None:
    """Each case takes back its own, whatever else is dismissed or set for the body."""
    officer.dismisses("F1", "money")
    officer.dismisses("F2", "capitalised-name")
    with store.change("set the quorum", who="S") as work:
        work.series.save(replace(work.meetings.get(officer.ref).series, quorum="3"))
        work.commit()

    undo_in_case(store, officer.ref, "F1", who="Olive")

    assert [one.text for one in dismissed(store, officer.body)] == ["Kestrel Peak"]
    assert [one.text for one in find_case(store, officer.ref, "F2").dismissed] == ["Kestrel Peak"]


def test_to_dismiss_again_is_no_change(store: Store, officer: Officer) -> None:
    """A key pressed twice, or two officers who press it: one undo takes it back."""
    unwanted = officer.offered("F1", SuggestionKind.MONEY)
    dismiss(store, officer.ref, "F1", unwanted, who="Olive")
    before = changes(store)
    dismiss(store, officer.ref, "F1", unwanted, who="Olive")
    dismiss(store, officer.ref, "F2", unwanted[:1], who="Rhys")

    assert changes(store) == before


def test_what_is_suggested_again_is_a_change_of_each_case_that_kept_it(store: Store, officer: Officer) -> None:
    """And is taken back there; an unknown id changes nothing."""
    officer.dismisses("F1", "money")
    officer.dismisses("F2", "capitalised-name")
    ids = [one.id for one in dismissed(store, officer.body)]
    with pytest.raises(NotFoundError, match="abcdef"):
        restore(store, officer.body, [*ids, "abcdef"], who="Olive")
    assert len(dismissed(store, officer.body)) == 3

    assert restore(store, officer.body, ids, who="Olive") == ()
    latest = latest_in_case(store, officer.ref, "F1")
    assert latest is not None
    assert latest.what == "suggest again"
    undo_in_case(store, officer.ref, "F1", who="Olive")

    assert [one.text for one in dismissed(store, officer.body)] == MONEY


def test_what_a_body_dismissed_before_cases_kept_it_still_counts(store: Store, officer: Officer) -> None:
    """It is not suggested, it is listed, and it is brought back by its id."""
    old = Dismissal(kind=SuggestionKind.CAPITALISED_NAME, text="Kestrel Peak")
    with store.change("dismiss suggestions", who="Olive") as work:
        work.series.save(replace(work.meetings.get(officer.ref).series, dismissed=(old,)))
        work.commit()
    assert "Kestrel Peak" not in officer.is_offered("F1")
    assert dismissed(store, officer.body) == (old,)

    restore(store, officer.body, [old.id], who="Olive")

    assert "Kestrel Peak" in officer.is_offered("F1")


def test_to_dismiss_is_no_part_of_what_is_withheld(store: Store, officer: Officer) -> None:
    """Whoever dismissed something may still be the second reader."""
    unwanted = officer.offered("F1", SuggestionKind.MONEY)
    before = find_case(store, officer.ref, "F1")
    dismiss(store, officer.ref, "F1", unwanted, who="Rhys")
    after = find_case(store, officer.ref, "F1")

    assert replace(after, dismissed=(), revision=before.revision) == before
    assert reads_second(after, "Rhys")
