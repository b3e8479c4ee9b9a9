"""Withholdings that are proposed: what was marked while the minutes were typed, and one occurrence of a phrase."""

from collections.abc import Iterator
from itertools import islice

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.locating import locate, searchable
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.domain.withholding import Grounds, PhraseRule, Rule, RuleSource, SpanRule
from lpgminutes.errors import InputError, RuleError


def rules_from_pre_marks(meeting: Meeting, law: Regime = Regime.FOIA) -> Iterator[Rule]:
    """Yield a proposal for each stretch that was marked at capture, in the minute that it stands in.

    A bare section is one of the given law.
    A mark whose exemption cannot be read proposes nothing: that it stands open is a finding.
    """
    seen: set[Rule] = set()
    for number, mark, words in pre_marked(meeting):
        try:
            exemption = read_exemption(mark.exemption, law)
        except InputError:
            continue
        grounds = Grounds(exemptions=(exemption,))
        rule = PhraseRule(phrase=words, at=number, grounds=grounds, source=RuleSource.CAPTURE)
        if rule not in seen:
            seen.add(rule)
            yield rule


def pre_marked(meeting: Meeting) -> Iterator[tuple[str, PreMark, str]]:
    """Yield every stretch that was marked at capture: the number of its item or minute, the mark, and the words."""
    for number, block in numbered(meeting.items):
        for part in block.walk() if "." in number else (block,):
            for mark in part.pre_marks:
                field = part.label if mark.field == "label" else part.text
                if words := field[mark.start : mark.end].strip():
                    yield number, mark, words


def nth_span(document: MinutesDocument, rule: PhraseRule, occurrence: int) -> SpanRule:
    """Return the rule that withholds one occurrence of a phrase, counted from 1 in reading order."""
    spans = locate(document, (rule,)).spans
    chosen = next(islice(spans, occurrence - 1, occurrence), None) if occurrence > 0 else None
    if chosen is None:
        raise RuleError(f"There is no occurrence {occurrence} of it: it stands in {len(spans)} places.")
    words = next(text.words for text in searchable(document) if text.place == chosen.place)
    return SpanRule(
        place=chosen.place,
        start=chosen.start,
        end=chosen.end,
        text=words[chosen.start : chosen.end],
        grounds=rule.grounds,
    )
