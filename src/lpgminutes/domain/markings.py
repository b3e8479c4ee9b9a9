"""Protective markings: a marking as people write it, read into the one form the policy prescribes.

The canonical form is ``[UK ]TIER[ - HANDLING][ - DESCRIPTOR][ - CODEWORD][ - RELEASABILITY]``. What stands
above OFFICIAL-SENSITIVE is refused, in whatever disguise, because this tool may not hold it.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lpgminutes.domain.marking_scheme import (
    EMBARGO_INSTRUCTION,
    EU_RELEASABILITY,
    GOVERNMENT_SCHEME,
    NAMED_BODY_INSTRUCTION,
    RELEASE_INSTRUCTION,
    LegacyMarking,
    PartKind,
    Scheme,
    SchemePart,
    Tier,
)
from lpgminutes.errors import InputError, MarkingRefused

LONGEST_MARKING = 200
"""More characters than this are a paragraph, not a marking."""

_ALLOWED = (
    "A marking begins with OFFICIAL or OFFICIAL-SENSITIVE, for example 'OFFICIAL-SENSITIVE - COMMERCIAL' or "
    "'OFFICIAL - FOR PUBLIC RELEASE'; markings of before 2014 (NOT PROTECTIVELY MARKED, UNCLASSIFIED, "
    "PROTECT, RESTRICTED) and texts with IN CONFIDENCE are kept as they are."
)
_HOLDS_AT_MOST = "this program may hold OFFICIAL and OFFICIAL-SENSITIVE only; keep these minutes elsewhere."

_MINUS_SIGN = "\N{MINUS SIGN}"
_LETTER_SPACED = re.compile(r"(?<![A-Z0-9])(?:[A-Z] ){3,}[A-Z](?![A-Z0-9])")
_OFFICES = re.compile(r"(?<![A-Z0-9])SECRETAR(?:Y|IES|IAT|IATS|IAL)(?![A-Z0-9])")
_TIER = re.compile(
    r"(?P<uk>UK(?![A-Z0-9])[ -]*)?"
    r"(?:OFFICIAL(?P<sensitive>[ \-:/]*[(\[]? *SENSITIVE(?![A-Z0-9]) *[)\]]?)?|(?P<short>O ?[-/]? ?S))"
    r"(?![A-Z0-9])(?P<rest>.*)"
)
_LEGACY_PREFIX = re.compile(r"UK[ -]+")
_IN_CONFIDENCE = re.compile(r"(?<![A-Z0-9])IN[ -]+(?:STRICT(?:EST)?[ -]+)?CONFIDENCE(?![A-Z0-9])")
_NAMED_BODY = re.compile(rf"(.*?[A-Z0-9].*?)[\])]?[ -]+{NAMED_BODY_INSTRUCTION.replace(' ', '[ -]+')}(?![A-Z0-9])")
_BRACKETED_BODY = re.compile(r"[\[(]([^\[\]()]*)[\])](?=[ -]*USE[ -]+ONLY)")
_PART_END = re.compile(r" +-+ *| *-+ +|(?<![0-9]):|:(?![0-9])|[;|()\[\]{}]")
_EMBARGO = re.compile(r"EMBARGO(?:ED)?(?![A-Z0-9])")
_WORD = re.compile(r"[A-Z0-9]+")
_JOINER = re.compile(r"(?:[ ,/&+\-]|AND(?![A-Z0-9]))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """A marking beside the reading of it."""

    as_written: str
    """To the letter, as it stood in the record."""
    canonical: str
    """In the order and with the separators of the policy; a legacy or in-confidence text in capitals."""
    is_sensitive: bool
    """OFFICIAL-SENSITIVE, or a legacy marking that asked for protection."""
    is_for_public_release: bool
    warnings: tuple[str, ...] = ()
    """What a person should look at, a sentence each."""

    @property
    def printed(self) -> str:
        """As it goes on a page: as written when only case, dashes and spaces differ, else canonical."""
        written = " ".join(self.as_written.upper().split())
        return written if _letters(written) == _letters(self.canonical) else self.canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One piece after the tier; ``known`` is missing for what the scheme does not list."""

    text: str
    kind: PartKind
    known: SchemePart | None = None

    @property
    def order(self) -> tuple[int, bool]:
        """The policy's order; an embargo goes last of the instructions, for its date runs to the end."""
        return self.kind.value, bool(_EMBARGO.match(self.text))


FOR_PUBLIC_RELEASE = Marking(
    as_written=f"{Tier.OFFICIAL.value} - {RELEASE_INSTRUCTION}",
    canonical=f"{Tier.OFFICIAL.value} - {RELEASE_INSTRUCTION}",
    is_sensitive=False,
    is_for_public_release=True,
)
"""The marking of a release copy (paragraph 41 of the policy)."""


def read_marking(text: str, scheme: Scheme = GOVERNMENT_SCHEME) -> Marking:
    """Read a marking, or say in a sentence why it is none or may not be held."""
    folded = _fold(text)
    _refuse_above_official(folded)
    _refuse_no_marking(folded)
    if match := _TIER.fullmatch(folded):
        return _read_tiered(text, match, scheme)
    if legacy := _legacy_of(folded, scheme):
        return _keep_legacy(text, folded, legacy)
    if _IN_CONFIDENCE.search(folded):
        return _keep_in_confidence(text, folded)
    raise InputError(f"This is not a marking that can be used. {_ALLOWED}")


def strictest(markings: Iterable[str]) -> str:
    """Return, as printed, the marking that holds for several things shown together; OFFICIAL for nothing."""
    read = [read_marking(marking) for marking in sorted(set(markings))]
    return max(read, key=_strictness).printed if read else Tier.OFFICIAL.value


def _strictness(marking: Marking) -> tuple[bool, bool, int]:
    """Of two markings as sensitive as each other, the one that says more asks for more."""
    return marking.is_sensitive, not marking.is_for_public_release, len(marking.canonical)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _fold(text: str) -> str:
    """Capitals, plain dashes, single spaces, no accents, nothing invisible; letter-spacing closed up."""
    decomposed = unicodedata.normalize("NFKD", text.upper()).upper()
    plain = "".join(_plain_character(character) for character in decomposed)
    return _close_up(" ".join(_close_up(plain).split()))


def _close_up(text: str) -> str:
    """Close up letter-spaced words: done before runs of spaces are folded, they keep the words apart."""
    return _LETTER_SPACED.sub(lambda run: run.group().replace(" ", ""), text)


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cf", "Mn", "Me"}:
        return ""
    if category == "Pd" or character == _MINUS_SIGN:
        return "-"
    return " " if category[0] in "ZC" else character


def _refuse_above_official(folded: str) -> None:
    """Refuse on the letters alone, so that no spacing, dash or sign between them hides a tier."""
    letters = re.sub(r"[^A-Z0-9*]", "", _OFFICES.sub("*", folded))
    if "TOPSECRET" in letters:
        raise MarkingRefused(f"TOP SECRET is above what may be kept here: {_HOLDS_AT_MOST}")
    if "SECRET" in letters:
        raise MarkingRefused(f"SECRET is above what may be kept here: {_HOLDS_AT_MOST}")
    if "EYESONLY" in letters:
        raise MarkingRefused(f"EYES ONLY is a caveat on SECRET and TOP SECRET: {_HOLDS_AT_MOST}")
    if re.match(r"(?:UK)?CONFIDENTIAL", letters) or re.match(r"(?:UK)?O(?:S|FFICIAL).*CONFIDENTIAL", letters):
        raise MarkingRefused(f"CONFIDENTIAL, a marking of before 2014, stood above RESTRICTED: {_HOLDS_AT_MOST}")


def _refuse_no_marking(folded: str) -> None:
    if not _WORD.search(folded) and not any(character.isalpha() for character in folded):
        raise InputError(f"A marking is missing. {_ALLOWED}")
    if len(folded) > LONGEST_MARKING:
        raise InputError(f"This is longer than {LONGEST_MARKING} characters and so not a marking. {_ALLOWED}")
    if any(character.isalpha() and not character.isascii() for character in folded):
        raise InputError(f"This marking has letters that are not plain Latin ones; type it anew. {_ALLOWED}")


def _read_tiered(text: str, match: re.Match[str], scheme: Scheme) -> Marking:
    is_sensitive = bool(match["sensitive"] or match["short"])
    tier = Tier.OFFICIAL_SENSITIVE if is_sensitive else Tier.OFFICIAL
    parts = sorted(dict.fromkeys(_parts_of(match["rest"], scheme)), key=lambda part: part.order)
    _refuse_contradictions(parts, tier)
    return Marking(
        as_written=text,
        canonical=_canonical(tier, parts, is_uk=bool(match["uk"])),
        is_sensitive=is_sensitive,
        is_for_public_release=_is_for_release(parts),
        warnings=tuple(_warnings(parts, tier, scheme, is_uk=bool(match["uk"]))),
    )


def _parts_of(rest: str, scheme: Scheme) -> Iterator[_Part]:
    for piece in _PART_END.split(_BRACKETED_BODY.sub(r"\1", rest)):
        yield from _split_piece(piece.strip(" -,/&.+"), scheme)


def _split_piece(piece: str, scheme: Scheme) -> Iterator[_Part]:
    """Take known phrases off the front; the first unknown word claims the rest, so NOT FOR … stays whole."""
    while _WORD.search(piece):
        if _EMBARGO.match(piece):
            yield _Part(text=piece, kind=PartKind.HANDLING)
            return
        if known := _known_at_front(piece, scheme):
            part, end = known
            yield _Part(text=part.text, kind=part.kind, known=part)
        elif named := _NAMED_BODY.match(piece):
            end = named.end()
            yield _Part(text=f"{named[1].strip(' -')} {NAMED_BODY_INSTRUCTION}", kind=PartKind.HANDLING)
        else:
            yield _Part(text=piece, kind=PartKind.OWN)
            return
        piece = piece[end:]
        piece = piece[_end_of_joiner(piece) :]


def _end_of_joiner(piece: str) -> int:
    joiner = _JOINER.match(piece)
    return joiner.end() if joiner else 0


def _known_at_front(piece: str, scheme: Scheme) -> tuple[SchemePart, int] | None:
    """The longest phrase of the scheme at the front of a piece, and where it ends."""
    words = list(_WORD.finditer(piece))
    spellings = [(_WORD.findall(way), part) for part in scheme.parts for way in (part.text, *part.also_written)]
    fitting = [
        (len(spelling), part) for spelling, part in spellings if [w.group() for w in words][: len(spelling)] == spelling
    ]
    if not fitting or words[0].start() > 0:
        return None
    length, part = max(fitting, key=lambda pair: pair[0])
    return part, words[length - 1].end()


def _refuse_contradictions(parts: list[_Part], tier: Tier) -> None:
    for part in parts:
        if part.kind is PartKind.OWN and _TIER.match(part.text):
            raise InputError("This holds two markings; write the one that is in force now.")
        if part.kind is PartKind.OWN and difflib.SequenceMatcher(None, part.text, "SENSITIVE").ratio() > 0.8:  # noqa: PLR2004
            raise InputError("SENSITIVE comes straight after OFFICIAL: did you mean OFFICIAL-SENSITIVE?")
    if not _is_for_release(parts):
        return
    if tier is Tier.OFFICIAL_SENSITIVE:
        raise InputError(
            "FOR PUBLIC RELEASE cannot stand with OFFICIAL-SENSITIVE; use OFFICIAL - FOR PUBLIC RELEASE on "
            "the copy that is released, and leave the original as it is."
        )
    if limits := [part.text for part in parts if part.text.endswith(" ONLY") and part.kind is PartKind.HANDLING]:
        raise InputError(f"FOR PUBLIC RELEASE cannot stand with {limits[0]}; keep one of the two.")


def _is_for_release(parts: list[_Part]) -> bool:
    return any(part.text == RELEASE_INSTRUCTION and part.known is not None for part in parts)


def _canonical(tier: Tier, parts: list[_Part], *, is_uk: bool) -> str:
    """Several instructions, or several descriptors, share one place with a space between them."""
    shared = (PartKind.HANDLING, PartKind.DESCRIPTOR)
    places = [" ".join(part.text for part in parts if part.kind is kind) for kind in shared]
    places += [part.text for part in parts if part.kind not in shared]
    return ("UK " if is_uk else "") + " - ".join([tier.value, *filter(None, places)])


def _warnings(parts: list[_Part], tier: Tier, scheme: Scheme, *, is_uk: bool) -> Iterator[str]:
    for part in parts:
        if part.known and part.known.outdated:
            yield part.known.outdated
        if part.known and tier not in part.known.allowed_with:
            wanted = Tier.OFFICIAL_SENSITIVE.value if tier is Tier.OFFICIAL else Tier.OFFICIAL.value
            yield f"{part.text} is not allowed with {tier.value}; it goes with {wanted}."
        if part.text == EU_RELEASABILITY and not is_uk:
            yield "REL EU goes with the prefix UK: UK OFFICIAL-SENSITIVE - REL EU."
        if part.text in {EMBARGO_INSTRUCTION, "EMBARGO"}:
            yield "EMBARGOED needs the date and time at which it ends, and the marking that follows then."
        if part.kind is PartKind.OWN:
            yield _own_part_warning(part.text, scheme)


def _own_part_warning(text: str, scheme: Scheme) -> str:
    kept = "a codeword" if _WORD.fullmatch(text) else "an instruction of your own"
    current = [] if text.startswith("NOT ") else [part.text for part in scheme.parts if not part.outdated]
    close = difflib.get_close_matches(text, current, 1, 0.8)
    question = f"; did you mean {close[0]}?" if close else "."
    return f"{text} is not in the policy's lists and is kept as {kept}{question}"


def _legacy_of(folded: str, scheme: Scheme) -> LegacyMarking | None:
    """The legacy marking that a text begins with, as whole words."""
    words = _WORD.findall(_LEGACY_PREFIX.sub("", folded, count=1) if folded.startswith("UK") else folded)
    for legacy in scheme.legacy:
        spelling = legacy.text.split()
        if words[: len(spelling)] == spelling:
            return legacy
    return None


def _keep_legacy(text: str, folded: str, legacy: LegacyMarking) -> Marking:
    warning = (
        f"{legacy.text} is a marking of before 2014 and has no automatic equivalent; it is kept as written, "
        "and only the originator may give it a marking of today."
    )
    return Marking(
        as_written=text,
        canonical=folded,
        is_sensitive=legacy.is_sensitive,
        is_for_public_release=False,
        warnings=(warning,),
    )


def _keep_in_confidence(text: str, folded: str) -> Marking:
    warning = "IN CONFIDENCE is not a classification; it is kept as text, and a tier such as OFFICIAL is missing."
    return Marking(
        as_written=text,
        canonical=folded,
        is_sensitive=False,
        is_for_public_release=False,
        warnings=(warning,),
    )
