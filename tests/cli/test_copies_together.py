"""What copies tell together: of other minutes of one request, and of what went out before."""

from typing import Any

import pytest

pytestmark = pytest.mark.soak
"""What copies tell together, case by case: the laws of differences are tried with every run."""

Office = Any
JUNE, JULY = "abc/2026-06-27", "abc/2026-07-28"
ADA = {"person": "Ada Quill"}
FIRM = {"phrase": "Kestrel Peak", "exemption": "FOIA s43(2)"}
GIVES_AWAY = "gives it away"


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
    ("minute", "found"),
    [
        ("All thanked Ada Marsh.", set()),
        ("All thanked Ada Marsh, and Ada left.", {"Ada"}),
        ("All thanked Ada Quill and Ada Marsh.", {"Ada Quill"}),
        ("All thanked Ada Moss.", {"Ada"}),
    ],
)
def test_a_forename_that_was_withheld_refuses_nobody_else_who_attends(
    office: Office, minute: str, found: set[str]
) -> None:
    """Her full name is hers; a forename alone, and a name that nobody who attends has, may be that of the other."""
    june = office.keeps(JUNE, "Ada Quill spoke. Ada left.")
    other = office.keeps("xyz/2026-06-28", minute, names=("Ada Marsh", "Ben Okoro"))
    office.withholds(june, "F1", ADA)
    office.does("case", "open", "F1", other)

    assert set(office.finds(other, "F1")) == found


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
