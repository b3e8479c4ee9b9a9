"""What is withheld stays so when the minutes are put otherwise: corrected, moved, approved."""

from typing import Any

import pytest

pytestmark = pytest.mark.soak
"""What a release tells beside an earlier one, case by case: the laws of differences are tried with every run."""

Office = Any
JUNE, JULY = "abc/2026-06-27", "abc/2026-07-28"


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
        ("The minutes were agreed subject to 1.1 to read 43,900 instead of 41,200.", {"43,900"}),
        ("Reading Borough Council sent Kestrel Peak the minutes of 2025.", set()),
        ("Ben Okoro asked for Kestrel Peak and Tom Stone to read the minutes.", set()),
        ("Kestrel Peak took ten minutes to read Paper 3 to Ben Okoro.", set()),
        ("The minutes were read by Kestrel Peak, not by Ben Okoro.", set()),
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


def test_a_minute_that_read_like_another_is_not_that_one_when_it_is_corrected(office: Office) -> None:
    """Both stood there when the one was withheld."""
    june = office.keeps(JUNE, "It cost 500 here.", "Ben left.", "It cost 500 here.")
    office.withholds(june, "F1", {"phrase": "500", "at": "1.1"}, accept=(OTHER_PRICE,))

    office.does("line", "edit", june, "1.1", "It cost 500 over here.")

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


def test_what_is_accepted_again_in_other_letters_stands(office: Office) -> None:
    """The new mention is the first, and says it in capitals: one acceptance speaks of both."""
    june = office.keeps(JUNE, "Ben left.", "Kestrel Peak was thanked.", "Kestrel Peak bid the lowest.")
    office.withholds(
        june, "F1", {"phrase": "Kestrel Peak", "at": "1.3"}, accept=("withheld-elsewhere-open: Kestrel Peak",)
    )
    office.does("line", "edit", june, "1.1", "KESTREL PEAK bid more.")
    assert office.finds(june, "F1") == {"KESTREL PEAK": "withheld-elsewhere-open"}

    accepted = ("withheld-elsewhere-open", "KESTREL PEAK", "--case", "F1", "--reason", "known")
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
