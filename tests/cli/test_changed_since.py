"""What is withheld stays so over time: people renamed, minutes corrected, another copy of the same request."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
JUNE, JULY = "abc/2026-06-27", "abc/2026-07-28"
ADA = {"person": "Ada Quill"}
FIRM = {"phrase": "Kestrel Peak", "exemption": "FOIA s43(2)"}
GIVES_AWAY = "gives it away"


class Office:
    """Keeps minutes and makes releases, by command."""

    def __init__(self, command: Command, folder: Path) -> None:
        self.command, self.folder, self.files = command, folder, 0

    def does(self, *words: str | Path) -> str:
        """Run a command that has to work."""
        done = self.command(*words)
        assert done.code == 0, done.err
        return str(done.out)

    def keeps(
        self, ref: str, *minutes: str, names: tuple[str, ...] = ("Ada Quill", "Ben Okoro"), **more: object
    ) -> str:
        """Bring in the minutes of a meeting."""
        body, day = ref.split("/")
        meeting = {
            "format": "lpgminutes.meeting",
            "version": 1,
            "series": {"short_name": body, "name": f"{body.upper()} Board"},
            "title": "Board",
            "marking": "OFFICIAL",
            "date": day,
            "attendance": [{"name": name, "organisation": "DWP"} for name in names],
            "items": [{"number": "1", "title": "Business", "minutes": [{"text": text} for text in minutes]}],
            "actions": [],
            **more,
        }
        self.does("import", self._file(meeting))
        return ref

    def withholds(self, ref: str, case: str, *rules: dict[str, str], accept: tuple[str, ...] = ()) -> None:
        """Keep the rules of a case."""
        withheld = [{"exemption": "FOIA s40(2)", "public_interest": "weighed", **rule} for rule in rules]
        accepted = [
            {"finding": kind, "text": text, "reason": "known"}
            for kind, _, text in (one.partition(": ") for one in accept)
        ]
        rules_file = self._file({"case": case, "withhold": withheld, "accept": accepted})
        self.does("redact", ref, "--case", case, "--rules", rules_file)

    def finds(self, ref: str, case: str, *, severity: str = GIVES_AWAY) -> dict[str, str]:
        """Return what is found, by its words, with its kind."""
        told = json.loads(self.does("redact", ref, "--case", case, "--json"))["findings"]
        return {one["text"]: one["finding"] for one in told if one["severity"] == severity and not one["accepted"]}

    def releases(self, ref: str, case: str) -> str:
        """Make a release, and return the words of its copy."""
        self.files += 1
        target = self.folder / f"release-{self.files}"
        self.does("release", ref, "--case", case, "-o", target)
        return next(target.glob("*-minutes.txt")).read_text(encoding="utf-8")

    def is_refused(self, ref: str, case: str) -> str:
        """Have a release refused, and return why."""
        done = self.command("release", ref, "--case", case, "-o", self.folder / "refused")
        assert done.code == 1
        assert not (self.folder / "refused").exists()
        return str(done.err)

    def _file(self, content: object) -> Path:
        self.files += 1
        file = self.folder / f"{self.files}.json"
        file.write_text(json.dumps(content), encoding="utf-8")
        return file


@pytest.fixture
def office(command: Command, tmp_path: Path) -> Office:
    """Where minutes are kept and requests answered."""
    return Office(command, tmp_path)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("Ada Thornbury", {"Ada Quill", "Ms Quill", "ada.quill"}),
        ("Ada Quill", {"Ada Thornbury"}),
    ],
)
@pytest.mark.parametrize("is_renamed_first", [True, False])
def test_whoever_was_renamed_is_withheld_by_both_names(
    office: Office, rule: str, found: set[str], *, is_renamed_first: bool
) -> None:
    """Minutes keep what they say, so each name is found where the other is withheld; one rule may say both."""
    said = ("Ada Quill met them.", "Ms Quill to write, said Ada Thornbury.")
    contact = {"name": "Ada Quill", "email": "ada.quill@dwp.gov.uk"}
    june = office.keeps(JUNE, *said, contact=contact)
    renaming = ("attend", june, "Ada Quill", "--rename", "Ada Thornbury")
    if is_renamed_first:
        office.does(*renaming)
    office.withholds(june, "F1", {"person": rule})
    if not is_renamed_first:
        office.does(*renaming)

    assert set(office.finds(june, "F1")) == found
    assert "another name of somebody who is withheld" in office.is_refused(june, "F1")

    office.withholds(june, "F1", {"person": "Ada Thornbury (formerly Quill)"})
    copy = office.releases(june, "F1")
    assert "quill" not in copy.lower()
    assert "thornbury" not in copy.lower()


def test_a_renaming_over_two_steps_and_none_that_was_taken_back(office: Office) -> None:
    """Quill, Thornbury, Marsh are one person; what was taken back made nobody somebody else."""
    june = office.keeps(JUNE, "Ada Quill met Ben Okoro and Ben Adeyemi.")
    office.does("attend", june, "Ben Okoro", "--rename", "Ben Adeyemi")
    office.does("undo")
    office.does("attend", june, "Ada Quill", "--rename", "Ada Thornbury")
    office.does("attend", june, "Ada Thornbury", "--rename", "Ada Lockyer")

    office.withholds(june, "F1", {"person": "Ada Lockyer"}, {"person": "Ben Okoro"})

    assert set(office.finds(june, "F1")) == {"Quill"}


def test_two_who_both_attend_are_two_people(office: Office) -> None:
    """A row was given to somebody else, and the first came after all: each stays what they are."""
    june = office.keeps(JUNE, "Ada Quill met Ada Thornbury.")
    office.does("attend", june, "Ada Quill", "--rename", "Ada Thornbury")
    office.does("attend", june, "Ada Quill")

    office.withholds(june, "F1", {"person": "Ada Thornbury"})

    assert office.finds(june, "F1") == {}


def test_a_name_without_a_word_of_the_other_is_only_to_be_looked_at(office: Office) -> None:
    """It may be that the wrong person stood in the row."""
    june = office.keeps(JUNE, "Ada Quill met them.")
    office.does("attend", june, "Ada Quill", "--rename", "Jo Marsden")

    office.withholds(june, "F1", {"person": "Jo Marsden"})

    assert office.finds(june, "F1") == {}
    assert "Ada Quill" in office.finds(june, "F1", severity="check")


@pytest.mark.parametrize("stood_first", ["Chair", "The Chair", "Guest", "Vacancy", "Head of Estates", "Finance Team"])
def test_a_post_that_stood_in_the_row_first_is_no_name(office: Office, stood_first: str) -> None:
    """Who it was came to be known later."""
    june = office.keeps(JUNE, f"{stood_first} opened the meeting.", names=(stood_first, "Ben Okoro"))
    office.does("attend", june, stood_first, "--rename", "Ada Quill")

    office.withholds(june, "F1", ADA)

    assert [office.finds(june, "F1", severity=how) for how in (GIVES_AWAY, "check")] == [{}, {}]


def test_the_new_name_tells_the_old_one_that_went_out_withheld(office: Office) -> None:
    """And the old one that went out open is told where the new one is withheld."""
    june = office.keeps(JUNE, "Ada Quill met them.")
    office.withholds(june, "F1", ADA)
    office.releases(june, "F1")
    office.does("attend", june, "Ada Quill", "--rename", "Ada Thornbury")
    july = office.keeps(JULY, "Ada Thornbury met them again.", names=("Ada Thornbury",))
    office.withholds(july, "F2", {"phrase": "again"})

    assert office.finds(july, "F2") == {"Ada Thornbury": "withheld-in-earlier-release"}
    assert "the record was changed from the one name to the other" in office.is_refused(july, "F2")

    open_then = office.keeps("abc/2026-05-04", "Ada Quill came.")
    office.withholds(open_then, "F0", {"phrase": "came"}, accept=("withheld-in-earlier-release: Ada Quill",))
    office.releases(open_then, "F0")
    office.withholds(july, "F2", {"person": "Ada Thornbury"})
    assert office.finds(july, "F2") == {"Ada Quill": "open-in-earlier-release"}


def test_one_request_over_two_bodies_is_held_against_itself(office: Office) -> None:
    """Who asked holds both copies; what other requests got of other bodies is no matter."""
    june, other = office.keeps(JUNE, "Ada Quill met Kestrel Peak."), office.keeps("xyz/2026-06-28", "Ada Quill met.")
    office.withholds(june, "F1", ADA, FIRM)
    office.releases(june, "F1")

    known = ("open-in-earlier-release: Business",)
    office.withholds(other, "f1", {"phrase": "Business"}, accept=known)
    office.withholds(other, "F2", {"phrase": "Business"})

    assert office.finds(other, "F1") == {"Ada Quill": "withheld-in-earlier-release"}
    assert office.finds(other, "F2") == {}


def test_what_a_case_is_to_withhold_in_one_meeting_is_found_in_another(office: Office) -> None:
    """Before either goes out; once one has, it is an earlier release like any."""
    june, july = office.keeps(JUNE, "Ada Quill met Kestrel Peak."), office.keeps(JULY, "Ada Quill met Umbra Roofs.")
    office.does("case", "open", "F1", june, july)
    assert "Umbra" in office.releases(july, "F1")
    office.withholds(june, "F2", ADA, FIRM)
    office.does("case", "open", "F2", july)

    assert office.finds(july, "F2") == {"Ada Quill": "withheld-in-same-case"}
    assert "what F2 is to release of abc/2026-06-27 withholds it" in office.is_refused(july, "F2")

    office.withholds(july, "F2", {"phrase": "Roofs"}, accept=("withheld-in-same-case: Ada Quill",))
    assert "Ada Quill" not in office.finds(july, "F2")


@pytest.mark.parametrize(
    ("withheld", "then", "now", "severity"),
    [
        ("Kestrel Peak Ltd", "Kestrel Peak Ltd came.", "Kestrel Peak left.", GIVES_AWAY),
        ("\u00a3212,400", "It cost \u00a3212,400.", "The \u00a3212.4k was paid.", "check"),
        ("Finance Group", "The Finance Group came.", "Finance was spoken of.", None),
        ("41", "It was 41 people.", "Forty-one left.", None),
    ],
)
def test_an_earlier_release_is_searched_for_other_writings(
    office: Office, withheld: str, then: str, now: str, severity: str | None
) -> None:
    """A firm without its Ltd tells; a figure of another meeting may be another one; an ordinary word tells nothing."""
    june, july = office.keeps(JUNE, then), office.keeps(JULY, now)
    office.withholds(june, "F1", {"phrase": withheld, "exemption": "FOIA s43(2)"})
    office.releases(june, "F1")
    office.withholds(july, "F2", {"phrase": "Business"})

    each = {
        text: how
        for how in (GIVES_AWAY, "check")
        for text, kind in office.finds(july, "F2", severity=how).items()
        if kind == "withheld-in-earlier-release"
    }
    assert list(each.values()) == ([severity] if severity else [])


def test_what_is_only_to_be_looked_at_hides_nothing_that_went_out_withheld(office: Office) -> None:
    """A word of a withheld name is worth a look here, and was withheld as such before: that refuses the release."""
    june = office.keeps(JUNE, "Nightingale is late.")
    office.withholds(june, "F1", {"phrase": "Nightingale", "exemption": "FOIA s43(2)"})
    office.releases(june, "F1")
    july = office.keeps(JULY, "We met Project Nightingale.", "Nightingale is early.")

    office.withholds(july, "F2", {"phrase": "Project Nightingale", "exemption": "FOIA s43(2)"})

    assert office.finds(july, "F2") == {"Nightingale": "withheld-in-earlier-release"}


@pytest.mark.parametrize(
    ("then", "withheld", "now", "found"),
    [
        ("The bid was 41,200 pounds.", "41,200", "The bid was 43,900 pounds.", "43,900"),
        (
            "The bid of Kestrel Peak was lowest.",
            "Kestrel Peak",
            "The bid of Umbra Roofs Ltd was low.",
            "Umbra Roofs Ltd",
        ),
        ("The chair asked Mia Lund", "Mia Lund", "The chair asked Tom Stone", "Tom Stone"),
        ("The bid of Kestrel Peak was lowest.", "Kestrel Peak", "The bid was lowest. Ben thanked all.", None),
        ("The bid of Kestrel Peak was lowest.", "Kestrel Peak", "Nobody came.", None),
    ],
)
def test_what_is_put_in_the_place_of_withheld_words_is_found(
    office: Office, then: str, withheld: str, now: str, found: str | None
) -> None:
    """A figure, a firm, a name put right after the release tell the same; a sentence written anew tells nothing."""
    june = office.keeps(JUNE, then)
    office.withholds(june, "F1", {"phrase": withheld})
    office.releases(june, "F1")
    office.does("line", "edit", june, "1.1", now, "--why", "a slip")
    office.withholds(june, "F2", {"phrase": "Business"}, accept=("open-in-earlier-release: Business",))

    assert office.finds(june, "F2") == ({found: "withheld-in-earlier-release"} if found else {})

    if found:
        assert "the minutes were corrected since" in office.is_refused(june, "F2")
        office.withholds(june, "F2", {"phrase": found})
        assert office.finds(june, "F2") == {}


def test_a_place_put_right_since_it_was_withheld_is_found(office: Office) -> None:
    """There is one place of a meeting: the new one stands where the old one stood."""
    june = office.keeps(JUNE, "They met.", location="Quarry House")
    office.withholds(june, "F1", {"field": "location", "exemption": "FOIA s38(1)(b)"})
    office.releases(june, "F1")
    office.does("meeting", "set", june, "--place", "Elm House")
    office.withholds(june, "F2", {"phrase": "Business"}, accept=("open-in-earlier-release: Business",))

    assert office.finds(june, "F2") == {"Elm House": "withheld-in-earlier-release"}


def test_a_mark_that_came_in_with_its_signs_is_not_printed_in_silence(office: Office) -> None:
    """Typed into a file that was brought in, it proposed nothing; other brackets are what they are."""
    june = office.keeps(JUNE, "IAS recruited [S43: 41] staff at [12: 30] in [Room: 3], see [s12].")
    office.withholds(june, "F1", {"phrase": "Business"})

    assert office.finds(june, "F1") == {"[S43: 41]": "pre-mark-open"}
    office.is_refused(june, "F1")

    office.withholds(june, "F1", {"phrase": "[S43: 41]", "exemption": "FOIA s43(2)"})
    assert "IAS recruited [redacted: s43(2)] staff at [12: 30]" in office.releases(june, "F1")


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [
        ("The lowest bid of all was 41,200.", "The lowest bid of all was 41,200.", {"41,200"}),
        ("The lowest bid of all was 41,200.", "They paid 41,200 for a van.", set()),
        ("The bid: 41,200.", "The bid: 41,200.", set()),
    ],
)
def test_a_figure_in_the_same_sentence_of_other_minutes_is_the_same(
    office: Office, then: str, now: str, found: set[str]
) -> None:
    """As where minutes came in twice; a figure alone may be another one."""
    june, july = office.keeps(JUNE, then), office.keeps(JULY, now)
    office.withholds(june, "F1", {"phrase": "41,200", "exemption": "FOIA s43(2)"})
    office.releases(june, "F1")
    office.withholds(july, "F2", {"phrase": "Business"}, accept=("open-in-earlier-release: Business",))

    assert set(office.finds(july, "F2")) == found


@pytest.mark.parametrize(
    ("correction", "rule", "found"),
    [
        ("1.1: for Ada Quill read Ada Thornbury", {"person": "Ada Thornbury"}, {"Quill"}),
        ("1.1: for 41,200 read 43,900", {"phrase": "41,200"}, {"43,900"}),
        ("the bid should read 43,900, not 41,200", {"phrase": "41,200"}, {"43,900"}),
        ("replace 'Kestrel Peak' with 'Umbra Roofs'", {"phrase": "Kestrel Peak"}, {"Umbra Roofs"}),
        ("2.1: for 41,200 read there", {"phrase": "41,200"}, set()),
        ("Minute 4: for 1.1 read Kestrel Peak", {"phrase": "Kestrel Peak"}, set()),
        ("Ben Okoro was there with Kestrel Peak", {"phrase": "Kestrel Peak"}, set()),
    ],
)
def test_a_correction_tells_by_its_other_side(
    office: Office, correction: str, rule: dict[str, str], found: set[str]
) -> None:
    """What was put right is printed with the approval, and tells what is withheld in the minutes."""
    said = "The bid was 41,200. Ada Thornbury met Kestrel Peak."
    june, july = office.keeps(JUNE, said, names=("Ada Thornbury", "Ben Okoro")), office.keeps(JULY, "They met.")
    office.does("meeting", "circulate", june, "-o", office.folder / "june.docx", "--anyway")
    office.does("meeting", "approve", june, "--at", july, "--correction", correction)

    office.withholds(june, "F1", {"exemption": "FOIA s43(2)", **rule})

    assert set(office.finds(june, "F1")) == found


@pytest.mark.parametrize(
    ("minute", "found"),
    [
        ("The minutes were agreed; 1.1 should read 43,900, not 41,200.", {"43,900"}),
        ("Kestrel Peak was asked to read Paper 3.", set()),
        ("The minutes of Kestrel Peak were taken as read, said Ben.", set()),
    ],
)
def test_a_correction_in_the_minutes_is_one_where_it_says_what_they_should_read(
    office: Office, minute: str, found: set[str]
) -> None:
    """Somebody reading a paper corrects nothing."""
    june = office.keeps(JUNE, minute)

    office.withholds(june, "F1", {"phrase": "41,200" if found else "Kestrel Peak", "exemption": "FOIA s43(2)"})

    assert set(office.finds(june, "F1")) == found


PRICES = ("It cost 500 here.", "It cost 500 there.", "Ben left.")
OTHER_PRICE = "withheld-elsewhere-open: 500"


@pytest.mark.parametrize("is_one_occurrence", [False, True])
def test_a_rule_for_one_minute_is_for_no_other_that_gets_its_number(office: Office, *, is_one_occurrence: bool) -> None:
    """The order changes after it was decided: the release would withhold the one price and print the other."""
    june = office.keeps(JUNE, *PRICES)
    office.withholds(june, "F1", {"phrase": "500", "at": "1.1"}, accept=(OTHER_PRICE,))
    if is_one_occurrence:
        office.does("case", "lift", june, "1", "--case", "F1")
        office.does(
            *("case", "withhold", june, "--case", "F1", "--phrase", "500"), "--occurrence", "1", "--exemption", "s41"
        )
    assert office.finds(june, "F1") == {}

    office.does("line", "move", june, "1.1", "--down")

    assert office.finds(june, "F1") == {"minute 1.1 is minute 1.2 now": "minute-moved"}
    assert "Withhold it in minute 1.2 instead" in office.is_refused(june, "F1")
    office.does("undo")
    assert office.finds(june, "F1") == {}
    office.does("redo")
    if not is_one_occurrence:
        office.withholds(june, "F1", {"phrase": "500", "at": "1.2"}, accept=(OTHER_PRICE,))
        assert "1.2   It cost [redacted: s40(2)] here." in office.releases(june, "F1")


@pytest.mark.parametrize(
    "change",
    [
        ("line", "edit", JUNE, "1.1", "It cost 500 over here."),
        ("line", "move", JUNE, "1.3", "--up"),
        ("line", "edit", JUNE, "1.2", "It cost 500 here."),
    ],
)
def test_a_minute_that_keeps_its_number_keeps_its_rule(office: Office, change: tuple[str, ...]) -> None:
    """Whether it is corrected, or others change their places or read the same."""
    june = office.keeps(JUNE, *PRICES)
    office.withholds(june, "F1", {"phrase": "500", "at": "1.1"}, accept=(OTHER_PRICE,))

    office.does(*change)

    assert office.finds(june, "F1") == {}


@pytest.mark.parametrize("change", [("Cath Lowe", "--strike"), ("Ada Quill", "--apologies")])
def test_what_is_withheld_in_one_row_is_not_withheld_in_the_next(office: Office, change: tuple[str, str]) -> None:
    """Rows of the attendance move up when one is struck: the same words stand in each."""
    june = office.keeps(JUNE, "They met.", names=("Cath Lowe", "Ada Quill", "Ben Okoro"))
    office.does("case", "open", "F1", june)
    chosen = ("--phrase", "DWP", "--occurrence", "2", "--exemption", "s40(2)")
    office.does("case", "withhold", june, "--case", "F1", *chosen)

    office.does("attend", june, *change)

    assert list(office.finds(june, "F1").values()) == ["minute-moved"]
    office.does("undo")
    assert office.finds(june, "F1") == {}


def test_the_initials_of_the_other_name_are_found(office: Office) -> None:
    """As an owner they name; in a sentence they may; those of a body, or of somebody who is open, are left alone."""
    action = {"ref": "AP1", "text": "write", "raised_in": "1.1"}
    june = office.keeps(JUNE, "AQ to write.", actions=[{**action, "owners": ["AQ"]}])
    july = office.keeps(JULY, "AQ wrote.")
    august = office.keeps("abc/2026-08-27", "AQ to write.", names=("Ada Quill", "Alan Quirk"))
    for ref in (june, july, august):
        office.does("attend", ref, "Ada Quill", "--rename", "Ada Thornbury")
        office.withholds(ref, "F1", {"person": "Ada Thornbury (formerly Quill)"})

    assert office.finds(june, "F1") == {"AQ": "withheld-elsewhere-open"}
    assert office.finds(july, "F1") == {}
    assert office.finds(july, "F1", severity="check")["AQ"] == "withheld-elsewhere-open"
    assert "AQ" not in office.finds(august, "F1", severity="check")


def test_the_register_has_the_initials_under_the_other_name(office: Office) -> None:
    """Who was renamed in later minutes stands in the register by the new name, and here by the old one."""
    june, july = office.keeps(JUNE, "TL to write."), office.keeps(JULY, "They met.")
    office.does("attend", june, "Ada Quill", "--initials", "TL")
    office.does("attend", july, "Ada Quill", "--rename", "Ada Thornbury")

    office.withholds(june, "F1", ADA)

    assert office.finds(june, "F1") == {"TL": "person-perhaps-open"}


@pytest.mark.parametrize(
    ("minute", "severity"),
    [
        ("The minutes were agreed; for 41,200 read 43,900.", GIVES_AWAY),
        ("The minutes were agreed. They paid 41,200 for a van.", "check"),
    ],
)
def test_a_figure_that_is_corrected_in_the_next_minutes_is_the_one_that_was_withheld(
    office: Office, minute: str, severity: str
) -> None:
    """Elsewhere a figure of other minutes may be another one."""
    june, july = office.keeps(JUNE, "The bid was 41,200."), office.keeps(JULY, minute)
    office.withholds(june, "F1", {"phrase": "41,200", "exemption": "FOIA s43(2)"})
    office.releases(june, "F1")
    office.withholds(july, "F2", {"phrase": "Business"}, accept=("open-in-earlier-release: Business",))

    assert office.finds(july, "F2", severity=severity)["41,200"] == "withheld-in-earlier-release"


def test_a_sum_that_has_the_letters_of_a_name_is_no_name(office: Office) -> None:
    """``…7ada9…`` in SHA256SUMS: it refused a release by chance, and nothing could be done about it."""
    names = ("Ada Quill", "Abe Ross", "Bea Lunt", "Dee Moss", "Fae Holt", "Deb Wynn", "Cade Ivory")
    june = office.keeps(JUNE, "They met.", names=names)
    office.withholds(june, "F1", *({"person": name} for name in names))

    for turn in range(12):
        office.does("line", "edit", june, "1.1", f"They met at {turn} o'clock.")
        office.releases(june, "F1")


def test_what_is_accepted_stands_where_it_stood(office: Office) -> None:
    """Also where it is moved or put right. A new mention is accepted again, which the same file, said again, is not."""
    june = office.keeps(JUNE, "Kestrel Peak bid 500.", "Petrol cost 500.", "Ben left.")
    rules = ({"phrase": "500", "at": "1.1"},)
    office.withholds(june, "F1", *rules, accept=(OTHER_PRICE,))

    office.does("line", "move", june, "1.3", "--up")
    assert office.finds(june, "F1") == {}
    office.does("undo")
    office.does("line", "edit", june, "1.2", "Petrol cost 500 pounds.")
    assert office.finds(june, "F1") == {}

    office.does("line", "edit", june, "1.3", "Ben said that the bid was 500.")
    office.withholds(june, "F1", *rules, accept=(OTHER_PRICE,))
    assert office.finds(june, "F1") == {"500": "withheld-elsewhere-open"}
    assert "accepted before it stood here as well" in office.is_refused(june, "F1")

    accepted = ("withheld-elsewhere-open", "500", "--case", "F1", "--reason", "known")
    office.does("case", "accept", june, *accepted)
    assert office.finds(june, "F1") == {}


@pytest.mark.parametrize(
    ("now", "is_found"),
    [
        ("Kestrel Peak had bid the lowest of all the bidders.", True),
        ("Ben thanked the bidders of the round for all of their work.", False),
    ],
)
def test_a_passage_that_was_withheld_whole_is_known_in_other_words(office: Office, now: str, *, is_found: bool) -> None:
    """It was put right since it went out withheld; what is new in its place is new."""
    passage = "Kestrel Peak bid the lowest of all the bidders in the round."
    june = office.keeps(JUNE, passage)
    office.withholds(june, "F1", {"phrase": passage, "exemption": "FOIA s43(2)"})
    office.releases(june, "F1")
    office.does("line", "edit", june, "1.1", now)
    office.withholds(june, "F2", {"phrase": "Business"}, accept=("open-in-earlier-release: Business",))

    assert list(office.finds(june, "F2").values()) == (["withheld-in-earlier-release"] if is_found else [])


@pytest.mark.parametrize(
    ("field", "change", "found"),
    [
        ("contact.email.local_part", ("meeting", "set", JUNE, "--email", "m.lund@dwp.gov.uk"), ["m.lund"]),
        ("attendance.role", ("attend", JUNE, "Ada Quill", "--role", "Head of Estates"), ["Head of Estates"]),
        ("attendance.role", ("attend", JUNE, "Ada Quill", "--strike"), []),
        ("attendance.role", ("meeting", "set", JUNE, "--title", "Board of Assets"), []),
    ],
)
def test_a_field_put_right_since_is_known_by_its_row(
    office: Office, field: str, change: tuple[str, ...], found: list[str]
) -> None:
    """Where a row was struck, what moves up is no correction of what stood there."""
    contact = {"name": "Tom Stone", "email": "t.stone@dwp.gov.uk"}
    june = office.keeps(JUNE, "They met.", contact=contact)
    for name, role in (("Ada Quill", "Clerk"), ("Ben Okoro", "Porter")):
        office.does("attend", june, name, "--role", role)
    office.withholds(june, "F1", {"field": field})
    office.releases(june, "F1")

    office.does(*change)

    office.withholds(june, "F2", {"field": "attendance.organisation"}, accept=("open-in-earlier-release: DWP",))
    told = office.finds(june, "F2")
    kept = {"Clerk", "Porter", "t.stone"}
    assert [text for text in told if text not in kept] == found
