"""Labels as they are printed on marks: which law, which section, to which limb, one or several, and what they cite."""

import re
from collections.abc import Iterator

from lpgminutes.domain.exemptions import Exemption, read_exemption
from lpgminutes.errors import InputError

_LAW = (
    r"(?:FOI(?:S|\(S\))?A?(?:\sAct)?(?:\s2000)?|EI(?:S|\(S\))?Rs?(?:\s2004)?"
    r"|(?i:freedom of information act)(?:\s2000)?)"
)
_UNIT = (
    r"(?:(?i:ss?\.?|sect(?:ion)?s?\.?|reg(?:ulation)?s?\.?|adran|\u00a7)|[Rr]\.?(?=\s?1[23]\()|[Aa]\.?(?=\d{1,2}\(\d))"
)
_NUMBER = r"[0-9]{1,2}A?"
_LIMB = r"(?:\s?\([0-9]{1,2}[A-Z]?\)|\([a-z]{1,4}\)|(?<=\))\s\([a-z]{1,4}\))"
_MORE = r"-\([a-z]\)|(?<=[a-z]\))(?:(?:,\s?|\s(?:and|&)\s)\([a-z]{1,3}\)){1,3}(?![0-9A-Za-z])"
"""Further limbs of the one before: ``(1)(a)-(c)``, ``(2)(b)(i) and (ii)``."""
_RANGE = rf"(?:{_MORE})?"
_ONE = rf"(?:{_LAW}[\s,:-]{{1,2}})?{_UNIT}\s?{_NUMBER}{_LIMB}{{0,4}}{_RANGE}(?:\s(?:of\sthe\s)?{_LAW}(?![\w(]))?"
_EXCEPTION = rf"(?:EI(?:S|\(S\))?R\s)?1[23]\([0-9]\)(?:\([a-z]\))?|{_LAW}\s{_NUMBER}{_LIMB}{{0,4}}"
_AND = r"(?:\s?[,;/&+]\s?|\s(?:and|ac?)\s)"
_FOLLOWING = rf"(?:{_ONE}|{_EXCEPTION}|{_NUMBER}{_LIMB}{{1,4}}{_RANGE}|(?<=/)[0-9]{{2}})(?![0-9A-Za-z])"
_NEXT_HEAD = (
    r"(?:(?<!\s200[04])(?<=[0-9)])\s(?=[Ss]\.?[0-9])"
    r"|(?<=\))(?=[Ss]\.?[0-9]{1,2}A?(?:\([0-9A-Za-z]{1,4}\))*+(?!\s?[Xx\u2586-\u2593\u25a0])))"
)
_NEXT = rf"{_NEXT_HEAD}[Ss]\.?{_NUMBER}{_LIMB}{{0,4}}(?![0-9A-Za-z])"
"""Another with a space alone before it, or nothing: ``S40(2) S43(2)``, ``S40(2)S43(2)``."""
ONE_LABEL = rf"(?:{_ONE}|{_EXCEPTION})"
"""The pattern of a label that cites one alone."""
LABEL = rf"{ONE_LABEL}(?:{_AND}{_FOLLOWING}|{_NEXT}){{0,5}}+"
"""The pattern of a label: ``S40(2)``, ``section 40 (2) and 43(2)``, ``s38(1)(b) FOISA``, ``EIR 12(5)(e)``."""
_PIECES = re.compile(rf"{_AND}(?=(?:{_ONE}|{_EXCEPTION}|[0-9]))|{_NEXT_HEAD}")
_PIECE = re.compile(
    rf"(?P<law>{_LAW}[\s,:-]{{1,2}})?(?P<unit>{_UNIT}\s?)?(?P<rest>{_NUMBER}.*?)(?P<last>{_MORE})?"
    rf"(?P<after>\s(?:of\sthe\s)?{_LAW})?"
)
_WELSH = re.compile(r"\A(?:adran|a\.?)\s?\Z", re.IGNORECASE)
_REGULATION = re.compile(r"\Ar", re.IGNORECASE)
_AN_EXCEPTION = re.compile(r"1[23]\([0-9]\)")
_LAST_LIMB = re.compile(r"\((?P<letter>[a-z]{1,3})\)\Z")
SCOTTISH = ("FOISA", "EISR")
"""The laws that a copy from Scotland means where its labels name none: for sections, and for regulations."""
_ENGLISH = ("FOIA", "EIR")


def read_labels(label: str | None, *, laws: tuple[str, str] = _ENGLISH) -> tuple[Exemption, ...]:
    """Read what a label cites; one that is no exemption is kept as printed and cites nothing.

    ``laws`` are those of sections and of regulations where the label names no law.
    """
    try:
        return tuple(dict.fromkeys(read_exemption(cited) for cited in _citations(label or "", laws)))
    except InputError:
        return ()


def _citations(label: str, laws: tuple[str, str]) -> Iterator[str]:
    """Yield each exemption of a label by itself: what stands before the first stands for those after it."""
    unit = law = ""
    for written in _PIECES.split(label) if label else ():
        piece = _PIECE.fullmatch(written.strip())
        if piece is None:
            yield written
            continue
        unit = piece["unit"] or unit
        named = piece["law"] or piece["after"] or law
        law = piece["law"] or law
        of_regulations = bool(_REGULATION.match(unit)) or (not unit and bool(_AN_EXCEPTION.match(piece["rest"])))
        assumed = laws[of_regulations]
        spoken = "s" if _WELSH.match(unit) else unit.strip()
        for rest in _spread(piece["rest"], piece["last"]):
            yield f"{(named or assumed).strip(' ,:-').removeprefix('of the ')} {spoken}{rest}"


def _spread(rest: str, last: str | None) -> Iterator[str]:
    """Yield each limb of a range or a list: ``31(1)(a)`` to ``(c)``, ``36(2)(b)(i) and (ii)``."""
    first = _LAST_LIMB.search(rest)
    if not last or not first:
        yield rest
        return
    further = re.findall(r"[a-z]+(?=\))", last)
    if last.startswith("-") and len(first["letter"]) == 1:
        letters = [chr(code) for code in range(ord(first["letter"]), ord(last[2]) + 1)]
    else:
        letters = [first["letter"], *further]
    for letter in letters:
        yield f"{rest[: first.start()]}({letter})"
