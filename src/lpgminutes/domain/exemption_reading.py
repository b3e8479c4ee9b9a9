"""Takes a citation apart: which law, which section, which limb, by virtue of what. Knows no table.

A text that is no citation is never repeated in the sentence that refuses it: it may be the withheld words
themselves, put into the wrong field.
"""

import re
import unicodedata
from dataclasses import dataclass

from lpgminutes.domain.exemption_table import Regime
from lpgminutes.errors import InputError

_YEAR = r"(?:\s*(?:2000|2002|2004))?"
_LAWS = (
    (Regime.FOISA, r"foi\(?s\)?a|freedom of information \(scotland\) act"),
    (Regime.EISR, r"ei\(s\)rs?|eisrs?|environmental information \(scotland\) regulations"),
    (Regime.FOIA, r"foi act|foia|foi|freedom of information act"),
    (Regime.EIR, r"eirs?|environmental information regulations"),
    (Regime.UKGDPR, r"(?:uk[ -]?)?gdpr"),
)
_UNIT = r"(?:(?:(sections?|sect|ss|s)|(regulations?|regs?|r)|(articles?|arts?))\s*\.?\s*|§\s*)?"
_PLACE = r"(\d{1,3}\s?[a-z]?(?![a-z]))((?:\s*\(\s*[0-9a-z]{1,4}\s*\))*)"
_JOIN = r"\s*(by virtue of|relying on|read with|together with|via|through|with|and|&|\+|/|,|;|\s)\s*"
_BY_VIRTUE = frozenset({"by virtue of", "relying on", "read with", "via", "through"})
_CITATION = re.compile(rf"{_UNIT}{_PLACE}(?:{_JOIN}(?:{_UNIT}(\d{{1,3}}[a-z]?))?((?:\s*\(\s*[0-9a-z]{{1,4}}\s*\))+))?")
_SEVERAL = re.compile(rf"{_UNIT}{_PLACE}(?:(?:,|;|and|&|\+|/|\s)+|(?=[sr§])){_UNIT}{_PLACE}.*")
_LONGEST_CITATION = 120
_HOW = "write for example FOIA s40(2), FOIA s43(2) or EIR reg 12(5)(e)"
_TWO = f"This names two exemptions; give each one its own entry: {_HOW}."
_UNREAD = f"This is not read as an exemption; {_HOW}. Reasons such as 'out of scope' or 'duplicate' are not exemptions."


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedCitation:
    """The pieces of a citation, in canonical spelling, not yet held against the table."""

    regime: Regime
    section: str
    limb: str
    via: str


def parse_citation(text: str, law: Regime = Regime.FOIA) -> ParsedCitation:
    """Take a citation apart, whatever its case, spaces, stops and order; a bare section is one of the given law."""
    folded = _fold(text)
    if len(folded) > _LONGEST_CITATION:
        raise InputError(_UNREAD)
    named, rest = _take_law(folded)
    match = _CITATION.fullmatch(rest)
    if not match:
        raise InputError(_TWO if _SEVERAL.fullmatch(rest) else _UNREAD)
    _, regulation, article, section, limb, join, *_, other, via = match.groups()
    number = section.replace(" ", "").upper()
    if other and other.upper() != number:
        raise InputError(_TWO)
    if via and join not in _BY_VIRTUE and not _is_condition_like(limb, via):
        raise InputError(_TWO)
    of_regulations = Regime.EISR if law is Regime.FOISA else Regime.EIR
    unit_law = of_regulations if regulation else Regime.UKGDPR if article else law
    return ParsedCitation(
        regime=named or unit_law, section=number, limb=_canonical_limb(limb), via=_canonical_limb(via or "")
    )


def _fold(text: str) -> str:
    """Lower case, plain spaces, nothing invisible."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    seen = "".join(character for character in plain if unicodedata.category(character) != "Cf")
    return " ".join(seen.split()).strip(" .,;:")


def _take_law(folded: str) -> tuple[Regime | None, str]:
    """The law that is named before or after the section, and what is left."""
    for regime, names in _LAWS:
        name = rf"(?:the )?(?:{names}){_YEAR}"
        if before := re.match(rf"{name}\s*[:,\-]?\s*(?=[^a-z]|[a-z]+\s*\.?\s*\d)(?P<rest>.*)", folded):
            return regime, before["rest"]
        if after := re.fullmatch(rf"(?P<rest>.*?\d.*?)[\s,]*(?:of |under )?\s*\(?{name}\)?", folded):
            return regime, after["rest"]
    return None, folded


def _is_condition_like(limb: str, via: str) -> bool:
    """Whether the second of two in one section is what the first rests on, as in s40(2), s40(3A)(a)."""
    first, second = (re.findall(r"\w+", piece) for piece in (limb, via))
    return bool(first) and first[0] != second[0] and (len(second) > 1 or second[0][-1].isalpha())


def _canonical_limb(limb: str) -> str:
    """Subsection letters in capitals, paragraph letters small, no spaces: ``(3A)(a)``."""
    pieces = re.findall(r"\w+", limb)
    return "".join(f"({piece.upper() if piece[0].isdigit() else piece})" for piece in pieces)
