"""What the desk says of its case, in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.domain.selecting import Unit, words_in
from lpgminutes.tui.text import counted, one_line, plain

if TYPE_CHECKING:
    from lpgminutes.domain.findings import Finding
    from lpgminutes.domain.withholding import Rule
    from lpgminutes.services.desk import DeskView
    from lpgminutes.tui.widgets.desk_cursor import DeskCursor

_DOT = " \N{MIDDLE DOT} "
_SOON = 5
_LONGEST_REFERENCE, _SHORTEST_REFERENCE = 18, 12
_LONGEST_WORDS, _SHORTEST_WORDS = 36, 20
_MOST_RULES = 2
"""Withholdings of one text that are told, of several."""


def status_of(view: "DeskView", findings: "Sequence[Finding] | None") -> tuple[Content, ...]:
    """Return the line that says how the case stands, the longest wording first; what it has come to is in each."""
    whole = one_line(view.case.reference, "bold")
    reference = whole.truncate(_LONGEST_REFERENCE, ellipsis=True)
    left, in_short, given_away = days_left(view), days_left(view, ""), said_of_findings(findings)
    is_urgent = view.days_left is not None and view.days_left <= _SOON and not view.is_answered
    urgent = in_short if is_urgent else plain("")
    withheld = plain(f"{len(view.case.in_force)} withheld")
    read, reading = _said_of_texts(view), said_of_reading(view)
    wordings = (
        (whole, left, withheld, given_away, read, reading),
        (whole, in_short, withheld, given_away, read, reading),
        (reference, left, withheld, given_away, read, reading),
        (reference, in_short, withheld, given_away, read, reading),
        (whole, urgent, withheld, given_away, read, reading),
        (reference, urgent, withheld, given_away, read, reading),
        (reference, urgent, given_away, read, reading),
        (reference, given_away, read, reading),
        (whole.truncate(_SHORTEST_REFERENCE, ellipsis=True), given_away, read, reading),
        (reference, given_away, reading),
        (given_away, reading),
        (reading,),
    )
    return tuple(Content(_DOT).join(part for part in wording if part.plain) for wording in wordings)


def days_left(view: "DeskView", left: str = " left") -> Content:
    """Return the working days that are left, in words; what went out is late no longer."""
    days = view.days_left
    if days is None:
        return plain("")
    if view.is_answered:
        return plain("answered")
    words = counted(abs(days), "day")
    if days < 0:
        return plain(f"! late by {words}", "bold $text-error")
    if days == 0:
        return plain("! due today", "bold $text-warning")
    return plain(f"! {words}{left}", "bold $text-warning") if days <= _SOON else plain(f"{words}{left}")


def said_of_findings(findings: "Sequence[Finding] | None") -> Content:
    """Return how many findings there are, and how many of them a release is refused for."""
    if findings is None:
        return plain("looking\N{HORIZONTAL ELLIPSIS}")
    blocking = sum(finding.blocks for finding in findings)
    open_ones = sum(not finding.accepted for finding in findings)
    if blocking:
        return plain(f"! {blocking} give{'s' if blocking == 1 else ''} it away", "bold $text-error")
    return plain(counted(open_ones, "finding"))


def _said_of_texts(view: "DeskView") -> Content:
    """Return how many texts nobody has read a second time, where somebody has to."""
    if not view.reading.is_needed:
        return plain("")
    left = len(view.unvisited)
    return plain(f"? {left} unread", "bold $text-warning") if left else plain("all read")


def said_of_reading(view: "DeskView") -> Content:
    """Return how far the second reading has come, in a word or two."""
    from lpgminutes.services.desk import not_agreed

    if not view.reading.is_needed:
        return plain("no second reader")
    waiting = len(not_agreed(view.case))
    if view.reading.is_complete:
        return plain(f"\N{CHECK MARK} {view.status.value}", "$text-success")
    if waiting and view.case.asked_by:
        return plain(f"{waiting} to agree")
    if view.case.in_force and not waiting and not view.unvisited:
        return plain("? set to agree", "bold $text-warning")
    return plain(view.status.value)


def said_of_cursor(cursor: "DeskCursor", rules: "Sequence[Rule]") -> Content:
    """Return where one is, what is chosen, and what is withheld there."""
    if cursor.here is None:
        return plain("")
    parts = [plain(_capital(cursor.here.place.words()), "bold")]
    if cursor.chosen is not None:
        parts.append(plain(_said_of_chosen(cursor)))
    if len(rules) > 1:
        told = Content("; ").join(_in_short(rule, _SHORTEST_WORDS) for rule in rules[:_MOST_RULES])
        more = "; l lists all" if len(rules) > _MOST_RULES else ""
        parts.append(plain(f"{len(rules)} withholdings: ") + told + plain(more))
    else:
        parts += [rule_words(rule) for rule in rules] or [plain("open", "dim")]
    return Content(_DOT).join(parts)


def _said_of_chosen(cursor: "DeskCursor") -> str:
    """Return how much is chosen: of several words, how many."""
    start, end = cursor.stretch
    words = sum(start <= word[0] and word[1] <= end for word in words_in(cursor.text))
    return counted(words, "word") if cursor.unit is Unit.WORD and words > 1 else cursor.unit.value


def rule_words(rule: "Rule") -> Content:
    """Return what a rule withholds, under what, and who dealt with it."""
    handling = rule.handling
    who = f"{handling.status.value} by {handling.read_by or handling.proposed_by or 'somebody'}"
    reason = f": {rule.grounds.reason}" if rule.grounds.reason else ""
    return _in_short(rule) + plain(" ") + one_line(f"({who}){reason}")


def _in_short(rule: "Rule", length: int = _LONGEST_WORDS) -> Content:
    """Return the beginning of what a rule withholds, which stands in the minutes above, and under what."""
    cited = ", ".join(exemption.citation() for exemption in rule.grounds.exemptions)
    return one_line(rule.words()).truncate(length, ellipsis=True) + plain(f", {cited}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
