"""Sites, handles and joined words that are made from a withheld name: ``bwlegal.co.uk``, ``FerrowTrack``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit, firm_of
from lpgminutes.domain.naming.names import is_ordinary_word
from lpgminutes.domain.searchable import Searchable

_ENDINGS = "co|uk|org|com|net|gov|nhs|ac|sch|police|wales|cymru|scot|info|eu|io|biz|ltd|www|mail|email"
_SITE = re.compile(
    r"(?:(?<=@)|https?://|(?<![\w.-])(?=[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:uk|com|org|net|wales|cymru|scot|info|eu|io)(?![\w-])))"
    r"(?P<site>[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_MAY_BE_A_SITE = re.compile(r"[@.](?=[\w-]+\.)|://|\.(?:uk|com|org|net|wales|cymru|scot|info|eu|io)(?![\w-])")
_LABEL = re.compile(rf"(?<![\w-])(?!(?:{_ENDINGS})(?![\w-]))[\w-]+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.@/])@(?P<handle>\w{4,30})(?![\w.]*@)")
_JOINED = re.compile(r"(?<![^\W_])[A-Z][a-z]{3,}(?=[A-Z\d])[^\W_]+")
_SUFFIX = re.compile(r"(?:uk|gb|ltd|group|online|official|hq)\Z")
_WORD = re.compile(r"[^\W_]+")
_LINKING = frozenset({"of", "the", "and", "for", "in", "on", "de", "y", "yr", "a"})
_MOST_WORDS = 6
_INITIALS, _SHORTEST, _A_PIECE, _FIRST = 3, 4, 4, 5
"""Letters of initials; of other labels; of a piece that begins a word; of a word with which a label begins."""


@dataclass(frozen=True, slots=True)
class _Named:
    words: tuple[str, ...]
    """The words of a name in small letters, without what sort of company it is."""
    source: Place


def web_names(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where the address of a site, a handle or a joined word stands open that is made from a withheld name."""
    names = [_Named(words, source) for phrase, source in prose if (words := _words_of(phrase))]
    for text in texts if names else ():
        for label, start, end in _labels_in(text.folded.text):
            for named in names:
                if _is_made_from(label, named.words):
                    why = f"it may be made from the name that is withheld in {named.source.words()}"
                    yield Hit.of(text, (start, end), Severity.CHECK, why, named.source)
                    break


@lru_cache(maxsize=1024)
def _words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of what may be the name of a firm or a body; nothing of a sentence or a figure."""
    whole = firm_of(phrase).split()
    named = [word for word in whole if word.lower() not in _LINKING]
    if not named or len(whole) > _MOST_WORDS or not all(word[:1].isupper() for word in named):
        return ()
    return tuple(word.lower() for one in named for word in _WORD.findall(one) if word.isalpha())


@lru_cache(maxsize=4096)
def _labels_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the labels of the sites, the handles and the joined words of a folded text, by their letters."""
    found = [match.span() for match in _JOINED.finditer(text)]
    if "@" in text:
        found += (match.span() for match in _HANDLE.finditer(text))
    for site in _SITE.finditer(text) if _MAY_BE_A_SITE.search(text) else ():
        found += (match.span() for match in _LABEL.finditer(text, site.start("site"), site.end("site")))
    whole = [(text[start:end], start, end) for start, end in found]
    pieces = [(piece, start, end) for label, start, end in whole if "-" in label for piece in label.split("-")[1:]]
    return tuple((re.sub(r"[\W\d_]", "", label).lower(), start, end) for label, start, end in (*whole, *pieces))


@lru_cache(maxsize=4096)
def _is_made_from(label: str, words: tuple[str, ...]) -> bool:
    """Whether a label begins with a telling word of a name, or is put together from the beginnings of its words."""
    if len(label) >= _INITIALS and label == "".join(word[0] for word in words):
        return True
    if len(label) < _SHORTEST or label in words:
        return label == words[0] and len(label) >= _FIRST and not is_ordinary_word(label)
    telling = [word for word in words if len(word) >= _FIRST and not is_ordinary_word(word)]
    return any(map(label.startswith, telling)) or any(
        len(words) > 1 and _is_put_together(part, words, has_piece=False)
        for part in dict.fromkeys((label, _SUFFIX.sub("", label)))
    )


@lru_cache(maxsize=16384)
def _is_put_together(label: str, words: tuple[str, ...], *, has_piece: bool) -> bool:
    """Whether a label is a row of pieces, one of each word: letters of it in their order from the first on."""
    if not words or not label or label[0] != words[0][0]:
        return not words and not label and has_piece
    for length in range(min(len(label), len(words[0])), 0, -1):
        piece = label[:length]
        is_long = length >= _A_PIECE and words[0].startswith(piece)
        if _is_in_order(piece, words[0]) and _is_put_together(
            label[length:], words[1:], has_piece=has_piece or is_long
        ):
            return True
    return False


def _is_in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
