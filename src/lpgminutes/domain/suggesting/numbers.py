"""Addresses, numbers and sums that identify somebody, or that a firm would not like to see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.domain.dismissals import SuggestionKind
from lpgminutes.domain.identifying import EMAIL, NI_NUMBER, POSTCODE, VEHICLE
from lpgminutes.domain.suggesting.context import Found, Scene, by_words
from lpgminutes.domain.suggesting.suggestion import Suggestion, span_rules
from lpgminutes.domain.withholding import PhraseRule


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    kind: SuggestionKind
    pattern: re.Pattern[str]
    reason: str
    is_likely: bool = True


_PATTERNS = (
    _Pattern(
        kind=SuggestionKind.EMAIL,
        pattern=EMAIL,
        reason="An e-mail address.",
    ),
    _Pattern(
        kind=SuggestionKind.NI_NUMBER,
        pattern=NI_NUMBER,
        reason="Has the form of a National Insurance number.",
    ),
    _Pattern(
        kind=SuggestionKind.POSTCODE,
        pattern=POSTCODE,
        reason="Has the form of a postcode: with a house number it is an address.",
    ),
    _Pattern(
        kind=SuggestionKind.BANK_DETAILS,
        pattern=re.compile(r"(?:(?<=sort code )|(?<=sort code: ))\d{2}[ -]?\d{2}[ -]?\d{2}(?!\w)", re.IGNORECASE),
        reason="A sort code.",
    ),
    _Pattern(
        kind=SuggestionKind.BANK_DETAILS,
        pattern=re.compile(
            r"(?:(?<=account )|(?<=account: )|(?<=account number )|(?<=account number: )|(?<=account no )|(?<=a/c ))"
            r"\d{8}(?!\w)",
            re.IGNORECASE,
        ),
        reason="An account number.",
    ),
    _Pattern(
        kind=SuggestionKind.BANK_DETAILS,
        pattern=re.compile(r"(?<![\w.,£-])(?:\d{8}|\d{2}-\d{2}-\d{2})(?![\w-]|[.,]\d)"),
        reason="Has the form of a sort code or an account number.",
        is_likely=False,
    ),
    _Pattern(
        kind=SuggestionKind.VEHICLE,
        pattern=VEHICLE,
        reason="Has the form of a vehicle's registration.",
    ),
    _Pattern(
        kind=SuggestionKind.MONEY,
        pattern=re.compile(
            r"(?<!\w)[\u00a3\u20ac$] ?\d+(?:,\d+)*(?:\.\d+)?(?: ?(?:k|m|bn|million|billion|thousand)(?!\w))?",
            re.IGNORECASE,
        ),
        reason="A sum of money.",
        is_likely=False,
    ),
    _Pattern(
        kind=SuggestionKind.FIGURE,
        pattern=re.compile(
            r"(?<![\w.,/:\u00a3\u20ac$-])(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{2,})(?: ?%| per cent| FTE)?"
            r"(?![\w/]|[.,-]\d|(?:st|nd|rd|th)\b)"
        ),
        reason="A figure.",
        is_likely=False,
    ),
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_A_DAY_OR_NUMBER = re.compile(
    r"\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\s?(?:am|pm)\b|:\d", re.IGNORECASE
)
_COUNTED = re.compile(r"(?:item|minute|lot|annex|section|page|paragraph|point|action)\s+\Z", re.IGNORECASE)
_BEFORE = 12
_NO_NUMBERS = ("date", "ref", "due", "time")
"""The fields whose digits are days and references."""


def numbers(scene: Scene) -> Iterator[Suggestion]:
    """Yield addresses and numbers by their form, by their check digit, and sums and figures to look at."""
    for pattern in _PATTERNS:
        found = [
            (text, match.start(), match.end())
            for text in (scene.prose if pattern.kind is SuggestionKind.FIGURE else scene.texts)
            if not text.place.field.endswith(_NO_NUMBERS)
            for match in pattern.pattern.finditer(text.folded.text)
            if pattern.kind is not SuggestionKind.FIGURE or _counts(text.folded.text, match)
        ]
        yield from _gathered(scene, pattern.kind, found, pattern.reason, is_likely=pattern.is_likely)
    yield from _identified(scene)


def _identified(scene: Scene) -> Iterator[Suggestion]:
    """Yield what the recogniser finds: telephone numbers, and numbers whose check digit is right."""
    found: dict[tuple[SuggestionKind, str, bool], list[Found]] = {}
    for text in scene.texts:
        if not text.place.field.endswith(_NO_NUMBERS):
            for one in scene.recogniser.identifiers(text.folded.text):
                found.setdefault((one.kind, one.name, one.is_sure), []).append((text, one.start, one.end))
    for (kind, name, is_sure), places in found.items():
        yield from _gathered(scene, kind, places, f"{name[:1].upper()}{name[1:]}.", is_likely=is_sure)


def _gathered(
    scene: Scene, kind: SuggestionKind, found: list[Found], reason: str, *, is_likely: bool
) -> Iterator[Suggestion]:
    for stretches in by_words(found).values():
        text = stretches[0].text
        rules = (PhraseRule(phrase=text, grounds=scene.grounds(kind)),)
        yield Suggestion(
            kind=kind,
            text=text,
            stretches=stretches,
            rules=span_rules(stretches, scene.grounds(kind)) if kind is SuggestionKind.FIGURE else rules,
            reason=reason,
            is_likely=is_likely,
        )


def _counts(words: str, match: re.Match[str]) -> bool:
    """Whether a figure counts or measures something: it is no year, no day, no time, and numbers nothing."""
    if _A_YEAR.fullmatch(match.group()) or _A_DAY_OR_NUMBER.match(words, match.end()):
        return False
    return _COUNTED.search(words[max(match.start() - _BEFORE, 0) : match.start()]) is None
