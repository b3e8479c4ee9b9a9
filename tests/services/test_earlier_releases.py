"""What went out before is held against what is to go out now: neither may open what the other withholds."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.findings import Finding, FindingKind, Severity, alike
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import Acceptance
from lpgminutes.errors import InputError, ReleaseRefused
from lpgminutes.interchange.rules import read_rules
from lpgminutes.services.case_history import redo_in_case, undo_in_case
from lpgminutes.services.cases import accept_all, find_case
from lpgminutes.services.ports import Store
from lpgminutes.services.proposals import found_alike, keep_rules, propose
from lpgminutes.services.releases import Tools, make_release

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
AWAY, CHECK = Severity.GIVES_AWAY, Severity.CHECK
Keep = Callable[[object], Meeting]


def _meeting(day: str, *minutes: str) -> dict[str, object]:
    return {
        "format": "lpgminutes.meeting",
        "version": 1,
        "series": {"short_name": "sg", "name": "Steering Group"},
        "title": "Steering Group",
        "marking": "OFFICIAL",
        "date": day,
        "attendance": [{"name": "Ada Quill", "role": "Adviser", "organisation": "DWP", "capacity": "member"}],
        "items": [
            {
                "number": "1",
                "title": "Business",
                "minutes": [{"number": f"1.{n}", "text": text} for n, text in enumerate(minutes, start=1)],
            }
        ],
        "actions": [],
    }


class Officer:
    """Proposes and makes releases, and reads what is found."""

    def __init__(self, store: Store, tools: Tools, folder: Path) -> None:
        self.store, self.tools, self.folder = store, tools, folder

    def proposes(self, meeting: Meeting, case: str, *withheld: dict[str, str], accept: object = ()) -> None:
        """Keep the rules of a case."""
        told = {"case": case, "withhold": [{"exemption": "FOIA s40(2)", **rule} for rule in withheld], "accept": accept}
        rules = read_rules(json.dumps(told).encode(), name="rules.yaml").case
        keep_rules(self.store, str(meeting.id), rules, who="A Tester", today=NOW.date())

    def releases(self, meeting: Meeting, case: str) -> None:
        """Make the release of a case."""
        target = self.folder / f"{case}-{meeting.id}".replace("/", "-")
        make_release(self.store, str(meeting.id), case, target, tools=self.tools, who="A Tester", now=NOW)

    def finds(self, meeting: Meeting, case: str) -> list[Finding]:
        """Return what is found that has to do with earlier releases."""
        day = dt.date(2026, 11, 23)
        proposal = propose(self.store, str(meeting.id), case, today=day, interchange=bootstrap.HouseInterchange())
        kinds = {FindingKind.OPEN_BEFORE, FindingKind.WITHHELD_BEFORE, FindingKind.EARLIER_RELEASE_UNREAD}
        return [finding for finding in proposal.findings if finding.kind in kinds]


@pytest.fixture
def officer(store: Store, tools: Tools, tmp_path: Path) -> Officer:
    """Somebody who makes releases."""
    return Officer(store, tools, tmp_path)


def _told(findings: list[Finding]) -> dict[str, tuple[FindingKind, Severity]]:
    return {finding.text: (finding.kind, finding.severity) for finding in findings}


def test_what_an_earlier_release_left_open(officer: Officer, kept: Keep) -> None:
    """Withheld now, public since the first request: the release is refused until somebody says why."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak.", "It cost 41."))
    officer.proposes(june, "FOI/1", {"phrase": "41"})
    officer.releases(june, "FOI/1")
    officer.proposes(june, "FOI/2", {"phrase": "41"}, {"person": "Ada Quill"}, {"phrase": "Kestrel Peak"})

    found = officer.finds(june, "FOI/2")

    assert _told(found) == {
        "Ada Quill": (FindingKind.OPEN_BEFORE, AWAY),
        "Kestrel Peak": (FindingKind.OPEN_BEFORE, AWAY),
    }
    assert "the release of these minutes for FOI/1 of 23 Nov 2026 left it open in minute 1.1" in found[-1].explanation
    with pytest.raises(ReleaseRefused, match="It is known already: lift what withholds it, or accept it"):
        officer.releases(june, "FOI/2")
    accepted = [
        {"finding": "open-in-earlier-release", "text": name, "reason": "out by mistake"} for name in _told(found)
    ]
    officer.proposes(
        june, "FOI/2", {"phrase": "41"}, {"person": "Ada Quill"}, {"phrase": "Kestrel Peak"}, accept=accepted
    )
    officer.releases(june, "FOI/2")


def test_what_an_earlier_release_withheld(officer: Officer, kept: Keep) -> None:
    """Open now, withheld then: two requesters lay their copies side by side."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak.", "It cost 41."))
    officer.proposes(june, "FOI/1", {"phrase": "41"}, {"person": "Ada Quill"}, {"phrase": "met Kestrel Peak"})
    officer.releases(june, "FOI/1")
    officer.proposes(june, "FOI/2", {"phrase": "Kestrel"})

    found = officer.finds(june, "FOI/2")

    assert _told(found) == {
        "41": (FindingKind.WITHHELD_BEFORE, CHECK),
        "Ada Quill": (FindingKind.WITHHELD_BEFORE, AWAY),
        "met": (FindingKind.WITHHELD_BEFORE, AWAY),
        "Peak": (FindingKind.WITHHELD_BEFORE, AWAY),
    }
    assert {finding.text: finding.where() for finding in found}["Peak"] == "minute 1.1"


def test_what_the_same_earlier_releases_tell_is_alike(officer: Officer, kept: Keep) -> None:
    """Of one kind, against the same releases and no other, and not accepted yet: one reason may do for these."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak.", "It cost 41 to hire Holt."))
    withheld = [{"person": "Ada Quill"}, {"phrase": "Kestrel Peak"}, {"phrase": "Holt"}, {"phrase": "hire"}]
    officer.proposes(june, "FOI/1", withheld[2])
    officer.releases(june, "FOI/1")
    open_again = {"finding": "withheld-in-earlier-release", "text": "Holt", "reason": "public by now"}
    officer.proposes(june, "FOI/2", {"phrase": "It"}, accept=[open_again])
    officer.releases(june, "FOI/2")
    reason = {"finding": "open-in-earlier-release", "text": "hire", "reason": "by mistake"}
    officer.proposes(june, "FOI/3", *withheld, accept=[reason])
    found = {(finding.kind, finding.text): finding for finding in officer.finds(june, "FOI/3")}
    by_both, by_one, other = (
        found[FindingKind.OPEN_BEFORE, "Kestrel Peak"],
        found[FindingKind.OPEN_BEFORE, "Holt"],
        found[FindingKind.WITHHELD_BEFORE, "It"],
    )

    assert [len(finding.against) for finding in (by_both, by_one, other)] == [2, 1, 1]
    assert {one.text for one in alike(found.values(), by_both)} == {"Ada Quill", "Kestrel Peak"}
    assert alike(found.values(), by_one) == (by_one,)
    assert alike(found.values(), other) == (other,)
    assert alike(found.values(), replace(by_both, against=())) == ()


def test_all_that_is_alike_is_accepted_in_one_step_and_kept_text_by_text(
    officer: Officer, kept: Keep, store: Store
) -> None:
    """The manifest says each with its reason; one undo takes all of them back."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak.", "It cost 41."))
    officer.proposes(june, "FOI/1", {"phrase": "41"})
    officer.releases(june, "FOI/1")
    officer.proposes(june, "FOI/2", {"phrase": "41"}, {"person": "Ada Quill"}, {"phrase": "Kestrel Peak"})
    kind = FindingKind.OPEN_BEFORE
    day, interchange = NOW.date(), bootstrap.HouseInterchange()
    found = found_alike(store, june.ref, "FOI/2", kind, "ada quill", today=day, interchange=interchange)
    accepted = [Acceptance(finding=kind.value, text=one.text, reason="out by mistake") for one in found]

    accept_all(store, june.ref, "FOI/2", accepted, who="A Tester")
    assert {finding.accepted for finding in officer.finds(june, "FOI/2")} == {"out by mistake"}
    undone = undo_in_case(store, june.ref, "FOI/2", who="A Tester")
    assert undone.what == "accept 2 findings"
    assert find_case(store, june.ref, "FOI/2").accepted == ()
    redo_in_case(store, june.ref, "FOI/2", who="A Tester")
    officer.releases(june, "FOI/2")

    with store.read() as records:
        manifest = json.loads(records.releases.releases(june)[-1].manifest)
    assert {(one["text"], one["reason"]) for one in manifest["accepted"]} == {
        ("Ada Quill", "out by mistake"),
        ("Kestrel Peak", "out by mistake"),
    }
    with pytest.raises(InputError, match="with a reason"):
        accept_all(store, june.ref, "FOI/2", [replace(accepted[0], reason=" ")], who="A Tester")


def test_the_same_marks_again_tell_nothing(officer: Officer, kept: Keep) -> None:
    """Made a second time, and for another requester with the same rules, there is nothing to lay beside."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak.", "It cost 41."))
    for case in ("FOI/1", "FOI/2"):
        officer.proposes(june, case, {"phrase": "41"}, {"person": "Ada Quill"})
        officer.releases(june, case)
        assert officer.finds(june, case) == []


def test_what_the_rules_say_since_changes_nothing_of_what_went_out(officer: Officer, kept: Keep) -> None:
    """The copy that went out is what counts: its case has other rules by now."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak."))
    officer.proposes(june, "FOI/1", {"phrase": "met"})
    officer.releases(june, "FOI/1")
    officer.proposes(june, "FOI/1", {"person": "Ada Quill"}, {"phrase": "met"})

    assert _told(officer.finds(june, "FOI/1")) == {"Ada Quill": (FindingKind.OPEN_BEFORE, AWAY)}


@pytest.mark.parametrize("released_first", ["2026-06-27", "2026-07-30"])
def test_the_minutes_of_another_meeting_of_the_body(officer: Officer, kept: Keep, released_first: str) -> None:
    """A name or a firm that the one withholds and the other leaves open, in any form; a figure may be another one."""
    words = {
        "2026-06-27": "A. Quill met Kestrel Peak on 5 May 2026; 1,874 came, it was Red.",
        "2026-07-30": "Ms Quill met kestrel peak on 5th May; 1,874 left, it was Red.",
    }
    first, second = sorted(words, key=lambda day: day != released_first)
    withheld = [
        {"person": "Ada Quill"},
        *({"phrase": phrase} for phrase in ("Kestrel Peak", "1,874", "Red")),
    ]
    one, other = kept(_meeting(first, words[first])), kept(_meeting(second, words[second]))
    day = {"phrase": "5 May 2026" if "2026;" in words[first] else "5th May"}
    officer.proposes(one, "FOI/1", *withheld, day)
    officer.releases(one, "FOI/1")
    officer.proposes(other, "FOI/2", {"phrase": "it"})

    found = officer.finds(other, "FOI/2")

    assert {finding.kind for finding in found} == {FindingKind.WITHHELD_BEFORE}
    told = {finding.text.casefold(): finding.severity for finding in found}
    assert told.pop("1,874") is CHECK
    assert "red" not in told
    assert "kestrel peak" in told
    assert any("5" in text for text in told)
    assert any("quill" in text for text in told)
    assert set(told.values()) == {AWAY}


def test_a_text_that_was_put_right_since_is_held_against_the_old_one(officer: Officer, kept: Keep) -> None:
    """Where a minute reads otherwise now, what is withheld is looked for in what went out."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak."))
    officer.proposes(june, "FOI/1", {"phrase": "met"})
    officer.releases(june, "FOI/1")
    with officer.store.change("correct", who="A Tester") as work:
        block = next(b for b in work.meetings.get(str(june.id)).blocks() if b.text.startswith("Ada"))
        work.meetings.save_block(replace(block, text="Kestrel Peak met nobody."))
        work.commit()
    officer.proposes(june, "FOI/2", {"phrase": "Kestrel Peak"})

    assert _told(officer.finds(june, "FOI/2"))["Kestrel Peak"] == (FindingKind.OPEN_BEFORE, AWAY)


def test_a_release_of_which_too_little_is_known_is_named(officer: Officer, kept: Keep) -> None:
    """One from before releases were remembered text by text, whose rules have changed: compare it by hand."""
    june = kept(_meeting("2026-06-27", "Ada Quill met Kestrel Peak."))
    officer.proposes(june, "FOI/1", {"phrase": "met"})
    officer.releases(june, "FOI/1")
    with officer.store.change("make a release", who="A Tester") as work:
        (record,) = work.releases.releases(work.meetings.get(str(june.id)))
        work.releases.add_release(june, replace(record, id=None, case_reference="FOI/0", texts=()))
        work.releases.add_release(june, replace(record, id=None, texts=(), manifest=record.manifest + " "))
        work.commit()

    (found,) = officer.finds(june, "FOI/1")

    assert (found.kind, found.text) == (
        FindingKind.EARLIER_RELEASE_UNREAD,
        "the release of these minutes for FOI/0 of 23 Nov 2026",
    )
