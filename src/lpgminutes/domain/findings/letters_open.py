"""What is known by its letters and figures, whatever signs stand between them: addresses, numbers, long words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.first_halves import first_halves
from lpgminutes.domain.findings.same_codes import same_codes
from lpgminutes.domain.findings.standing_open import Hit, firm_of, is_sure_firm
from lpgminutes.domain.identifying import EMAIL, dialled_in, identifiers_in
from lpgminutes.domain.sayings.figures import figures_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.squeezed import letters_of, squeezed

_SURE_LETTERS, _SURE_CODE = 6, 5
"""Letters from which words are known however they are joined; fewer where there are figures among them."""
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*(?:\s?%)?")
_PARTED_FIGURE = re.compile(r"\d[.,]\d")
_DIGIT_BEFORE, _DIGIT_AFTER = re.compile(r"\d[-/., ]\Z"), re.compile(r"[-/., ]\d")
_WEB = re.compile(r"(?<![^\W_])(?:https?://(?:www\.)?|www\.)(?P<rest>[\w-]+(?:\.[\w-]+)+[^\s,;)\]]*)", re.IGNORECASE)
_SORT_CODE = re.compile(r"(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])")
_STREETS = {
    "street": "st", "road": "rd", "avenue": "ave", "lane": "ln", "drive": "dr", "court": "ct",
    "close": "cl", "crescent": "cres", "place": "pl", "square": "sq", "terrace": "ter", "gardens": "gdns",
    "great": "gt", "mount": "mt",
}  # fmt: skip
_STREET = re.compile(rf"(?<![^\W_])(?P<long>{'|'.join(_STREETS)})(?![^\W_])", re.IGNORECASE)
_SHORT_STREET = re.compile(
    rf"(?<![^\W_])(?P<short>{'|'.join(sorted(set(_STREETS.values())))})(?![^\W_])", re.IGNORECASE
)
_LINE = re.compile(rf"(?:\d+[A-Za-z]?\s)?(?:[A-Z][\w'.-]*\s){{1,4}}(?i:{'|'.join([*_STREETS, *_STREETS.values()])})\.?")
"""A line of an address: ``14 Church Street``."""
_SAINT = re.compile(r"(?<![^\W_])(?:(?P<short>St)\.?|Saint)\s(?=[A-Z])")
_LONG_WORD = re.compile(r"[A-Z][^\W\d_]{6,}")
"""A word of a name that is known in two words as well: ``Lark Hill`` for ``Larkhill Surgery``."""
_JOINED = re.compile(r"(?=(?:\W?[^\W\d_]){7})[A-Z][^\W\d_]+(?:-[^\W\d_]+)*?-?[A-Z][^\W\d_]+")
"""Two words of a name that are known in one: ``Felinwen`` for ``Y Felin Wen``."""
_WORDS_OF_A_NAME = 6
_OF_THE_STATE = """
    agency authority board commission committee constabulary council department directorate division inspectorate
    ministry office parliament police secretariat section service team
"""
_PUBLIC_BODIES = frozenset(_OF_THE_STATE.split())
"""The last words of their names; ``Services`` is what a company has."""
_TRADES = frozenset(["care", "employment", "lettings", "letting", "nursing", "recruitment", "staffing", "travel"])
"""What stands before ``Agency`` in the name of a company."""
_BRACKETS = (("(", ")"), ("[", "]"))
_OFFICES = """
    admin appointments bookings clerk communications complaints contact correspondence customer committee democratic
    enquiries feedback finance helpdesk information inquiries ministers office planning postmaster press reception
    recruitment secretary secretariat services support webmaster
"""
_OF_MANY = frozenset(_OFFICES.split())
"""The mailboxes of offices, which are words."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Letters and figures that are looked for."""

    letters: str
    severity: Severity
    how: str
    is_in_words: bool | None = None
    """Whether it has to stand in several words, or in one; ``None`` where it may do either."""
    is_public_body: bool = False
    """Whether it is a department or a council by its name, and no company."""
    figures: list[str] | None = None
    """Its figures, where they have to stand as they do here: 2.1 million is not 21 million."""


def same_letters(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where something withheld, or an address or a number in it, stands open by its letters and figures."""
    prose = tuple(prose)
    sought: dict[str, tuple[_Known, Place]] = {}
    for words, source in prose:
        for known in _known_of(words):
            sought.setdefault(known.letters, (known, source))
    for text in texts if sought else ():
        open_letters = squeezed(text.folded.text)
        for letters, (known, source) in sought.items():
            severity = _severity(known, source)
            if letters in open_letters.letters:
                for stretch in open_letters.stretches(letters):
                    if _is_meant(known, text.folded.text, *stretch):
                        whole = _with_bracket(text.folded.text, *stretch)
                        yield Hit.of(text, whole, severity, f"{known.how} in {source.words()}", source)
    yield from _same_telephones(prose, texts)
    yield from first_halves(prose, texts)
    yield from same_codes(prose, texts)


@lru_cache(maxsize=4096)
def _known_of(words: str) -> tuple[_Known, ...]:
    return tuple(_each_known_of(words))


def _each_known_of(words: str) -> Iterator[_Known]:
    how = "its letters are those that are withheld"
    is_public = _is_public_body(words)
    for form in _forms(words):
        severity = Severity.CHECK if form.islower() and form.replace(" ", "").isalpha() else Severity.GIVES_AWAY
        figures = None if _is_code(form) else _FIGURES.findall(form)
        yield _Known(letters_of(form), severity, how, figures=figures, is_public_body=is_public)
    for start, end in identifiers_in(words):
        yield _Known(letters_of(words[start:end]), Severity.GIVES_AWAY, "it is in what is withheld")
    for match in _WEB.finditer(words):
        yield _Known(letters_of(match["rest"]), Severity.GIVES_AWAY, "it is the address that is withheld")
        if len(path := letters_of(match["rest"].partition("/")[2])) >= _SURE_LETTERS:
            yield _Known(path, Severity.CHECK, "it is the end of the address that is withheld")
    for match in _SORT_CODE.finditer(words):
        yield _Known(letters_of(match.group()), Severity.GIVES_AWAY, "it is in what is withheld")
    for match in EMAIL.finditer(words):
        mailbox = match.group().partition("@")[0]
        if len(letters_of(mailbox)) >= _SURE_LETTERS and mailbox.lower() not in _OF_MANY:
            yield _Known(letters_of(mailbox), Severity.CHECK, "it is the name of the mailbox that is withheld")
    yield from _words_of_a_name(firm_of(words).split())


def _words_of_a_name(whole: Sequence[str]) -> Iterator[_Known]:
    """Yield long words of a name in two words, and two of its words, or one with hyphens, in one."""
    if not 1 < len(whole) <= _WORDS_OF_A_NAME:
        return
    how = "written with other spaces it is a word of the name that is withheld"
    for word in whole:
        if _LONG_WORD.fullmatch(word):
            yield _Known(word.lower(), Severity.CHECK, how, is_in_words=True)
    joined = [*(word for word in whole if "-" in word), *(f"{one}{other}" for one, other in pairwise(whole))]
    for word in filter(_JOINED.fullmatch, joined):
        yield _Known(letters_of(word), Severity.CHECK, how, is_in_words=False)


def _forms(words: str) -> Iterator[str]:
    """Yield what is looked for as a whole: the words, a firm without its kind, each line of an address."""
    pieces = [piece.strip() for piece in words.split(",")]
    lines = [piece for piece in pieces if _LINE.fullmatch(piece)] if len(pieces) > 1 else []
    firm = [firm_of(words)] if is_sure_firm(words) else []
    for form in dict.fromkeys((words, *firm, *lines)):
        if _is_known_by_letters(form):
            yield from (form, *_streets(form))


def _streets(words: str) -> Iterator[str]:
    """Yield words with a street or a saint written short, or in full: ``12 High St`` for ``12 High Street``."""
    if _SAINT.search(words):
        yield _SAINT.sub(lambda match: "Saint " if match["short"] else "St ", words)
    if _STREET.search(words):
        yield _STREET.sub(lambda match: _STREETS[match["long"].lower()], words)
    elif _SHORT_STREET.search(words):
        in_full = {short: full for full, short in reversed(_STREETS.items())}
        yield _SHORT_STREET.sub(lambda match: in_full[match["short"].lower()], words)


def _is_known_by_letters(words: str) -> bool:
    """Whether words are told by their letters and figures alone: long enough, and no mere figure."""
    letters = letters_of(words)
    if letters.isdigit() and figures_in(words):
        return False
    return len(letters) >= (_SURE_CODE if any(map(str.isdigit, letters)) else _SURE_LETTERS)


def _is_code(words: str) -> bool:
    """Whether words are a number that is given to somebody or something: its figures are written in any groups."""
    return not _PARTED_FIGURE.search(words) and (not figures_in(words) or words == words.upper())


def _is_public_body(words: str) -> bool:
    before, _, last = words.lower().rpartition(" ")
    return last in _PUBLIC_BODIES and not (last == "agency" and before.rpartition(" ")[2] in _TRADES)


def _severity(known: _Known, source: Place) -> Severity:
    """Return how much it matters; the public body that somebody is from may be named for itself."""
    is_named_for_itself = source.field == "attendance.organisation" and known.is_public_body
    return Severity.CHECK if is_named_for_itself else known.severity


def _with_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the bracket that closes one within it: ``Bureau of Meteorology (BoM)``."""
    is_open = any(text.count(one, start, end) > text.count(other, start, end) for one, other in _BRACKETS)
    return start, end + 1 if is_open and text[end : end + 1] in {")", "]"} else end


def _is_meant(known: _Known, text: str, start: int, end: int) -> bool:
    is_in_a_longer_row = _DIGIT_BEFORE.search(text[max(start - 2, 0) : start]) or _DIGIT_AFTER.match(text, end)
    if known.letters.isdigit() and is_in_a_longer_row:
        return False
    if known.is_in_words is not None and known.is_in_words is text[start:end].isalnum():
        return False
    return known.figures is None or _FIGURES.findall(text[start:end]) == known.figures


def _same_telephones(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought = {number: source for words, source in prose for number, _, _ in dialled_in(words)}
    for text in texts if sought else ():
        for number, start, end in dialled_in(text.folded.text):
            if number in sought:
                why = f"it is the telephone number that is withheld in {sought[number].words()}"
                yield Hit.of(text, (start, end), Severity.GIVES_AWAY, why, sought[number])
