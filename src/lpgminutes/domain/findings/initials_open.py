"""The initials of what is withheld: ``KP`` and ``K.P. Limited`` for ``Kestrel Partners Ltd``, ``PN`` for a name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.nearly_the_words import PROSE
from lpgminutes.domain.findings.standing_open import Hit, firm_of
from lpgminutes.domain.folding import fold
from lpgminutes.domain.naming.names import is_ordinary_word, looks_like_a_name, parse_name, stands_for_a_thing
from lpgminutes.domain.searchable import NAME_COLUMNS, Searchable
from lpgminutes.domain.withheld_words import bare_words

_FIELDS = (*PROSE, "attendance.organisation")
_LINKING = frozenset({"&", "and", "of", "the", "for", "in", "on"})
_FEWEST, _MOST = 2, 6
_REGISTERED = {"ltd": "ltd", "limited": "ltd", "plc": "plc", "llp": "llp", "inc": "inc"}
"""What a company is registered as: with its initials before it that is a firm, and no word."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_INITIALS = re.compile(
    r"(?<![^\W_])[A-Z](?:(?:\.\s?|\s?&\s?|[aoftw]|(?<=L)l|(?<=D)d|(?<=R)h)?[A-Z])+(?:(?<=\.[A-Z])\.)?(?![^\W_])"
)
"""Also with a Welsh letter of two: ``CLlC`` for ``Cyngor Llyfrau Cymru``."""
_JOINED = re.compile(r"([A-Z])[a-z]+([A-Z])[a-z]+")
"""Two names in one word: ``PwC`` is short for such a one."""
_LONG = 4
"""Initials that are a word as well, and too long for one in capitals to be chance: ``BEST``."""
_NO_LETTER = re.compile(r"[^A-Z]")
_Sought = Mapping[str, Mapping[str, Place]]
"""By initials: where they are withheld, and as what sort of company."""


def initials_open(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where the initials of something withheld stand open; with the same ``Ltd`` behind them it is certain."""
    sought, declared = _sought(withheld), _declared(texts)
    nearly = _nearly(sought, texts)
    for text in texts if sought else ():
        if any(kind in text.lower for kind in _REGISTERED):
            yield from _companies(text, sought)
        for letters, start, end in _initials_in(text.folded.text):
            known = letters if letters in sought else nearly.get(letters, "")
            if known and letters not in declared and not _is_a_word(text.folded.text[start:end]):
                source = next(iter(sought[known].values()))
                why = f"these may be the initials of what is withheld in {source.words()}"
                yield Hit.of(text, (start, end), Severity.CHECK, why, source)


def _declared(texts: Iterable[Searchable]) -> frozenset[str]:
    """Return the initials that the attendance gives beside open names: they are those people's wherever they stand."""
    names = (parse_name(text.words) for text in texts if text.place.field == "attendance.name")
    return frozenset(name.initials for name in names if name.forename and name.initials)


def _is_a_word(written: str) -> bool:
    return stands_for_a_thing(written) or (len(written) < _LONG and is_ordinary_word(written))


def _nearly(sought: _Sought, texts: Sequence[Searchable]) -> Mapping[str, str]:
    """Return the initials that stand open and have a letter more or less than long ones: ``SHARE`` for ``SHAR``."""
    long = [letters for letters in sought if len(letters) >= _LONG]
    seen = {letters for text in texts for letters, _, _ in _initials_in(text.folded.text)} if long else set()
    return {
        letters: own for letters in seen for own in long if _has_one_more(letters, own) or _has_one_more(own, letters)
    }


def _has_one_more(longer: str, shorter: str) -> bool:
    is_longer = len(longer) == len(shorter) + 1 and len(shorter) >= _LONG and longer[0] == shorter[0]
    return is_longer and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _companies(text: Searchable, sought: _Sought) -> Iterator[Hit]:
    for letters, by_kind in sought.items():
        for kind, source in by_kind.items():
            for match in _company(letters, kind).finditer(text.folded.text) if kind else ():
                why = f"it is short for the firm that is withheld in {source.words()}"
                yield Hit.of(text, match.span(), Severity.GIVES_AWAY, why, source)


@lru_cache(maxsize=1024)
def _company(letters: str, kind: str) -> re.Pattern[str]:
    kinds = "|".join(written for written, known in _REGISTERED.items() if known == kind)
    spaced = r"\.?\s?(?:&\s?)?".join(letters)
    return re.compile(rf"(?<![^\W_]){spaced}\.?,?\s+(?:{kinds})(?![^\W_])", re.IGNORECASE)


def _sought(withheld: Iterable[tuple[str, Place]]) -> _Sought:
    sought: dict[str, dict[str, Place]] = {}
    for words, source in withheld:
        bare = bare_words(words)
        if source.field.startswith(_FIELDS):
            found = _initials_of(fold(bare).text)
        elif source.field in NAME_COLUMNS and looks_like_a_name(bare):
            found = tuple((letters, "") for letters in parse_name(bare).possible_initials)
        else:
            found = ()
        for letters, kind in found:
            sought.setdefault(letters, {}).setdefault(kind, source)
    return sought


@lru_cache(maxsize=1024)
def _initials_of(words: str) -> tuple[tuple[str, str], ...]:
    """Return the initials that a name may be given by, with or without those of ``Group Ltd``, and what it is."""
    bare = firm_of(words)
    own, whole = bare.split(), _IN_BRACKETS.sub("", words[max(words.find(bare), 0) :]).split()
    # "Bright Inc Ltd" is a limited company: the law wants the kind at the end.
    kinds = (_REGISTERED.get(word.strip(".,").lower(), "") for word in reversed(whole[len(own) :]))
    kind = next(filter(None, kinds), "")
    heads = [_heads(whole[:many]) for many in range(len(own), len(whole) + 1)]
    heads.append(_heads(own[:-1]))  # HP for Hewlett-Packard Enterprise
    return tuple((letters, kind) for letters in dict.fromkeys(heads) if _FEWEST <= len(letters) <= _MOST)


def _heads(words: Sequence[str]) -> str:
    """Return the first letter of each word and barrel, and of what is joined; nothing where one has no capital."""
    named = [
        word for whole in words if whole.lower() not in _LINKING for word in re.findall(r"[^\W_]+(?:'\w+)?", whole)
    ]
    heads = "".join(word[0] for word in named)
    if len(named) == 1 and (joined := _JOINED.fullmatch(named[0])):
        return "".join(joined.groups())
    return "" if _NO_LETTER.search(heads) else heads


@lru_cache(maxsize=4096)
def _initials_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return every run of capitals that may be initials, without what stands between them, and where it stands."""
    return tuple((_NO_LETTER.sub("", match.group()), *match.span()) for match in _INITIALS.finditer(text))
