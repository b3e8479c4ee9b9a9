"""Whoever was renamed is withheld by every name that the record knows."""

from typing import Any

import pytest

pytestmark = pytest.mark.soak
"""What former names tell, case by case: a longer proof."""

Office = Any
JUNE, JULY = "abc/2026-06-27", "abc/2026-07-28"
ADA = {"person": "Ada Quill"}
GIVES_AWAY = "gives it away"


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
