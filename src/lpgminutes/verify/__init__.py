"""The independent check of a finished file for withheld text, anywhere and in any disguise.

It shares no code with rendering, redacting or sealing, and uses the standard library alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace

from lpgminutes.verify.material import gather
from lpgminutes.verify.needles import ByteSearcher
from lpgminutes.verify.search import Searcher
from lpgminutes.verify.terms import compile_terms
from lpgminutes.verify.verdict import Hit, Risk, Standing, Verdict

__all__ = ["Check", "Hit", "Risk", "Standing", "Verdict", "verify"]


class Check:
    """The withheld strings made ready once, for the several files of one release."""

    def __init__(self, withheld: Sequence[str], *, allowed: Sequence[str] = ()) -> None:
        """Take the terms and the accepted texts in the forms that ``verify`` describes."""
        terms = compile_terms(withheld)
        self.forms = terms.count()
        """In how many forms the strings are looked for: written, encoded, hashed."""
        self._searcher = Searcher(terms, allowed)
        self._bytes = ByteSearcher(terms, allowed)

    def allowing(self, allowed: Sequence[str]) -> "Check":
        """Return the same with other texts accepted."""
        other = copy(self)
        other._searcher = self._searcher.allowing(allowed)  # noqa: SLF001 - of its own class
        other._bytes = self._bytes.allowing(allowed)  # noqa: SLF001 - of its own class
        return other

    def verdict(self, data: bytes, *, name: str = "") -> Verdict:
        """Check one file."""
        material = gather(data, name)
        found = [*self._searcher.hits(material.readings), *self._bytes.hits(material.blobs)]
        read = [reading.part for reading in material.readings] + [part for part, _ in material.blobs]
        return Verdict(
            hits=tuple(_united(found)),
            risky=tuple(dict.fromkeys(material.risks)),
            parts=tuple(dict.fromkeys(read)),
        )


def _united(found: Iterable[Hit]) -> Iterator[Hit]:
    """Yield each hit once, with every stretch that it stands in."""
    stands: dict[Hit, dict[Standing, None]] = {}
    for hit in found:
        stands.setdefault(hit, {}).update(dict.fromkeys(hit.stands))
    for hit, each in stands.items():
        yield replace(hit, stands=tuple(each))


def verify(data: bytes, withheld: Sequence[str], *, allowed: Sequence[str] = (), name: str = "") -> Verdict:
    """Look for every withheld string and its variants in the bytes of a finished file.

    A term may be given as ``name:Full Name`` to be treated as a person, or as ``date:2019-08-01``; a term
    that is a date in any usual form is one. ``allowed`` holds texts that may stand open, ``name`` is the
    file's own.
    """
    return Check(withheld, allowed=allowed).verdict(data, name=name)
