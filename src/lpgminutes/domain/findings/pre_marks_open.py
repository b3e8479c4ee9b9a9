"""What was marked for an exemption while the minutes were typed, and stands open in the release."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lpgminutes.domain.capture.pre_marking import take_pre_marks
from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.exemptions import cites_exemption
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.stretches import left_of, withheld_stretches
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located, searchable
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.phrases import phrase_pattern
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.domain.proposing import pre_marked
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withholding import PhraseRule, Rule, RuleSource, RuleStatus


def pre_marks_open(
    original: MinutesDocument, located: Located, meeting: Meeting, rules: Iterable[Rule]
) -> Iterator[Finding]:
    """Yield each marked stretch of which something can be read where it was marked, and what became of its proposal."""
    texts, withheld = searchable(original), withheld_stretches(located)
    handled = {
        (folded(rule.phrase), rule.at): rule
        for rule in rules
        if isinstance(rule, PhraseRule) and rule.source is RuleSource.CAPTURE
    }
    seen: set[tuple[str, str]] = set()
    for number, mark, words in pre_marked(meeting):
        within = [text for text in texts if _is_in(text.place, number)]
        places = [text.place for text in within if _is_open(text, phrase_pattern(words), withheld.get(text.place, ()))]
        if places and (number, folded(words)) not in seen:
            seen.add((number, folded(words)))
            yield _finding(words, mark, places, handled.get((folded(words), number)))


def signs_open(texts: Iterable[Searchable]) -> Iterator[Finding]:
    """Yield each mark that came in with its signs, as ``[S43: 41]`` in a file: it is proposed by nobody."""
    places: dict[tuple[str, str], list[Place]] = {}
    for text in texts:
        words, marks = take_pre_marks(text.words)
        for mark in marks:
            if any(map(str.isalnum, marked := words[mark.start : mark.end])):
                places.setdefault((mark.exemption, marked), []).append(text.place)
    for (exemption, marked), found in places.items():
        yield Finding(
            kind=FindingKind.PRE_MARK_OPEN,
            severity=Severity.GIVES_AWAY,
            text=f"[{exemption}: {marked}]",
            places=tuple(dict.fromkeys(found)),
            explanation=f"Whoever wrote the minutes marked it for {exemption}, and it would be printed with its signs. "
            "Withhold it, signs and all, or put the minutes right.",
        )


def _is_open(text: Searchable, pattern: re.Pattern[str], withheld: Sequence[tuple[int, int]]) -> bool:
    found = (text.folded.original(*match.span()) for match in pattern.finditer(text.folded.text))
    return any(any(map(str.isalnum, text.words[start:end])) for start, end in left_of(found, withheld))


def _is_in(place: Place, number: str) -> bool:
    return place.minute == number and place.field.startswith(("minutes.", "points.", "items."))


def _finding(words: str, mark: PreMark, places: Sequence[Place], rule: Rule | None) -> Finding:
    return Finding(
        kind=FindingKind.PRE_MARK_OPEN,
        severity=Severity.NOTE if rule and not rule.handling.status.is_in_force else Severity.CHECK,
        text=words,
        places=tuple(dict.fromkeys(places)),
        explanation=f"Whoever typed the minutes marked it for {mark.exemption}, and it stands open. "
        + _since(mark, rule),
    )


_DONE: Mapping[RuleStatus, str] = {RuleStatus.LIFTED: "lifted", RuleStatus.REJECTED: "rejected"}


def _since(mark: PreMark, rule: Rule | None) -> str:
    """Say what became of it."""
    if rule is not None and (done := _DONE.get(rule.handling.status)):
        who, why = rule.handling.read_by, rule.handling.remark
        return f"It was {done}" + (f" by {who}" if who else "") + (f": {why}." if why else ".")
    if not cites_exemption(mark.exemption):
        return "That is no exemption that can be read, so it was never proposed: withhold it, or accept this."
    return "No proposal of this case holds it: withhold it, or accept this with the reason."
