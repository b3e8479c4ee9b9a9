"""The titles and ranks that people are called by in minutes: of councils, courts, police, forces, churches, wards."""

import re

_COUNCILS = ("borough", "county", "district", "parish", "town", "city")
_SINGLE = (
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lady", "baroness", "cllr", "cllrs",
    "councillor", "councillors", "messrs", "rev", "revd", "reverend", "hon", "capt", "lt", "sgt", "insp", "supt",
    "cyng", "cynghorydd", "parch", "parchedig", "athro", "syr",
)  # fmt: skip
_TITLES = (
    rf"(?:{'|'.join(_COUNCILS)})\s+(?:cllr|councillor)",
    r"(?:cllr|councillor)s?[\s-]elect",
    r"(?:the\s+)?(?:rt|right)\.?\s+hon(?:ourable)?",
    r"(?:the\s+)?(?:very|most|right|rt)\.?\s+rev(?:d|erend)?",
    r"yr?\s+(?:cyng|cynghorydd|parch|parchedig|athro|canon|fonesig)",
    *_SINGLE,
)
TITLE_WORDS = frozenset(
    [
        *_COUNCILS,
        *_SINGLE,
        "the",
        "rt",
        "right",
        "honourable",
        "and",
        "very",
        "most",
        "elect",
        "y",
        "yr",
        "canon",
        "fonesig",
    ]
)
"""The words of titles that may be written small, and what stands between two titles."""
_RANKS = """
    Lord; Judge; Major; Captain; Colonel; Col; General; Commander; Sergeant; Inspector; Superintendent; Chief;
    Constable; Canon; Father; Sister; Nurse; Justice; Minister;
    PC; WPC; PCSO; DC; DS; DI; DCI; DCS; DSU; ACC; DCC; Sergt; Ch Insp; Ch Supt; Det; Detective; Special Constable;
    Assistant Chief; Deputy Chief;
    Pte; Cpl; Corporal; Lance Corporal; LCpl; L/Cpl; SSgt; CSgt; Sgt Maj; WO1; WO2; Maj; Lieutenant; Brigadier; Brig;
    Commodore; Cdre; Cmdr; Cdr; Admiral; Rear Admiral; Vice Admiral; Wing Commander; Wg Cdr; Group Captain; Gp Capt;
    Squadron Leader; Sqn Ldr; Flight Lieutenant; Flt Lt; Flying Officer; Fg Off; Pilot Officer; Plt Off;
    Bro; Brother; Sr; Fr; Ven; Venerable; Archdeacon; Deacon; Pastor; Rabbi; Imam; Bishop; Archbishop; Chaplain;
    Matron; Staff Nurse; Charge Nurse; Ward Sister; Midwife;
    Baron; Viscount; Viscountess; Countess; Alderman; Ald; Provost; Bailie; Sheriff; Arglwydd; Arglwyddes
"""
"""Titles that written small are ordinary words or none. ``Dean`` and ``Private`` are not among them: a forename, an
adjective."""


def _either(titles: str) -> str:
    longest_first = sorted((title.strip() for title in titles.split(";")), key=len, reverse=True)
    return "|".join(re.sub(r"\s+", r"\\s+", title) for title in longest_first)


_END = r"\b(?:\.\s*|\s+)"
SURE_TITLE = rf"(?:(?i:{'|'.join(_TITLES)}){_END})"
"""A title that makes a name even of a word in small letters: ``mr green``."""
TITLE = rf"(?:(?:(?i:{'|'.join(_TITLES)})|{_either(_RANKS)}|{_either(_RANKS.upper())}){_END})"
