"""Looks for everything that is wrong with a copy and can be told without its original."""

from lpgminutes.domain.findings import Severity
from lpgminutes.domain.reviewing.as_a_paper import key_missing, marking_against_release, numbers_missing, papers_named
from lpgminutes.domain.reviewing.copy import RedactedCopy
from lpgminutes.domain.reviewing.finding import ReviewFinding
from lpgminutes.domain.reviewing.hidden import words_hidden
from lpgminutes.domain.reviewing.masks import (
    countable_lists,
    differing_exemptions,
    marks_without_exemption,
    missing_limbs,
    names_replaced,
    unknown_labels,
    varying_case,
    varying_lengths,
    varying_sides,
)
from lpgminutes.domain.reviewing.open_words import (
    dates_open,
    half_addresses,
    month_told,
    rests_reckoned,
    values_implied,
)

_CHECKS = (
    words_hidden,
    dates_open,
    values_implied,
    rests_reckoned,
    month_told,
    half_addresses,
    differing_exemptions,
    varying_lengths,
    marks_without_exemption,
    names_replaced,
    unknown_labels,
    numbers_missing,
    marking_against_release,
    key_missing,
    papers_named,
    missing_limbs,
    varying_sides,
    varying_case,
    countable_lists,
)


def examine_copy(copy: RedactedCopy) -> tuple[ReviewFinding, ...]:
    """Return everything found in a copy, the gravest first."""
    order = list(Severity)
    found = [finding for check in _CHECKS for finding in check(copy)]
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))
