"""Posts and ranks that are withheld and stand open with short words, or in full: ``Ch Supt``, ``Asst Dir``."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.searchable import Searchable

_IN_FULL = {
    "chief": "ch", "superintendent": "supt", "inspector": "insp", "sergeant": "sgt", "constable": "con",
    "detective": "det", "commander": "cdr", "assistant": "asst", "associate": "assoc", "deputy": "dep dpty",
    "director": "dir", "manager": "mgr", "executive": "exec", "officer": "off ofcr", "secretary": "sec",
    "professor": "prof", "senior": "snr sr", "junior": "jnr jr", "department": "dept", "lieutenant": "lt",
    "administration": "admin", "councillor": "cllr", "committee": "cttee", "coordinator": "coord",
    "representative": "rep", "government": "govt", "management": "mgmt", "development": "dev", "services": "svcs",
    "service": "svc", "finance": "fin", "operations": "ops", "communications": "comms", "international": "intl",
    "national": "nat", "university": "univ uni", "hospital": "hosp", "association": "assoc assn", "centre": "ctr",
    "liberal": "lib", "democrat": "dem", "democrats": "dems", "doctor": "dr", "operation": "op", "programme": "prog",
}  # fmt: skip
_SHORT_WORDS = sorted({short for each in _IN_FULL.values() for short in each.split()})
_SHORT = {short: [full for full, each in _IN_FULL.items() if short in each.split()] for short in _SHORT_WORDS}
_MOST_WORDS, _CODE_NAME = 6, 2


def short_words(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where the same words stand open, some of them short or in full; of one word alone, nothing."""
    sought = {words.lower(): source for words, source in prose if 1 < len(words.split()) <= _MOST_WORDS}
    for words, source in sought.items():
        if (pattern := _pattern(words)) is not None:
            for text in texts:
                for match in pattern.finditer(text.folded.text):
                    if match.group().lower() != words:
                        why = f"with its words in short or in full it is what is withheld in {source.words()}"
                        yield Hit.of(text, match.span(), Severity.CHECK, why, source)


def _of_a_code_name(words: Sequence[str]) -> tuple[str, ...]:
    """Return the last word of a code name, and its first letter: ``Project N`` for ``Project Nightingale``."""
    is_code_name = len(words) == _CODE_NAME and words[0] in {"project", "operation", "programme", "exercise"}
    return (words[1], words[1][0]) if is_code_name else ()


def _pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds words, each short or in full; nothing where none of them has another form."""
    whole = words.split()
    ways = [_ways(word) for word in whole]
    if code := _of_a_code_name(whole):
        ways[-1] = code
    if not any(len(each) > 1 for each in ways):
        return None
    written = r"\s".join(rf"(?:{'|'.join(map(re.escape, each))})\.?" for each in ways)
    return re.compile(rf"(?<![^\W_]){written}(?![^\W_])", re.IGNORECASE)


def _ways(word: str) -> tuple[str, ...]:
    bare = word.rstrip(".")
    full = _SHORT.get(bare, [])
    short = [one for whole in (bare, *full) for one in _IN_FULL.get(whole, "").split()]
    return tuple(dict.fromkeys((bare, *full, *short)))
