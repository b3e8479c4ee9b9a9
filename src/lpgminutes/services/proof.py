"""The proof of a release: its finished files are searched for everything withheld, or there is no release."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings import FindingKind
from lpgminutes.domain.folding import folded
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.reports import Schedule
from lpgminutes.domain.withheld_terms import allowed_texts, withheld_terms
from lpgminutes.errors import ReleaseRefused
from lpgminutes.services.ports import Found, Search, Verifier

_MOST_SENTENCES = 5
_MOST_WORDS = 80
"""Letters of what was found that are quoted."""
_FILE_NAME = "(file name)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToProve:
    """Files of a release that are searched together."""

    files: Mapping[str, bytes]
    own_words: tuple[str, ...] = ()
    """What they print of themselves (places, counts, the law): it may stand in them, and in no other file."""


def prove(
    proposal: Proposal,
    groups: Sequence[ToProve],
    *,
    bare: Callable[[], Sequence[ToProve]],
    verifier: Verifier,
) -> Search:
    """Search the files, and refuse the release when anything withheld is in one of them.

    ``bare`` makes the same files without anything of the minutes: what is found in them as well, the program prints
    of itself, and it is nobody's name.
    """
    terms, allowed = withheld_terms(proposal), allowed_texts(proposal)

    def searched(each: Iterable[ToProve]) -> list[Search]:
        return [
            verifier.search(group.files, withheld=tuple(terms), allowed=(*allowed, *group.own_words)) for group in each
        ]

    searches = searched(groups)
    found = [one for search in searches for one in search.found]
    if any(one.term for one in found):
        own = {_line_of(one) for search in searched(bare()) for one in search.found if one.part != _FILE_NAME}
        found = [one for one in found if not one.term or _line_of(one) not in own]
    if found:
        raise ReleaseRefused(
            "Nothing was released: the finished files were searched, and something withheld is in them, or "
            "something that may not be there.\n  "
            + "\n  ".join(list(_sentences(found, terms, proposal.copy))[:_MOST_SENTENCES])
            + "\nWithhold it there too, or in a letter record the test or the opinion in other words; or, if these are "
            "ordinary words that may stand, accept them "
            f"(accept: finding: {FindingKind.WITHHELD_ELSEWHERE_OPEN.value}, text: …, reason: …)."
        )
    parts = {name: count for search in searches for name, count in search.parts.items()}
    return replace(searches[0], found=(), parts=parts)


def _line_of(one: Found) -> tuple[str, ...]:
    return one.file, one.part, one.term or "", one.words, one.line


def _sentences(found: Iterable[Found], terms: Mapping[str, int], copy: MinutesDocument) -> Iterator[str]:
    """Say what was found where, and by which rule it is withheld: each stretch once for each file.

    Only what can be read in the copy is quoted.
    """
    readable = folded("\n".join(text.plain(copy.mark_style) for text in copy.each_text()))
    seen: set[tuple[str, str]] = set()
    for one in found:
        words = folded(one.words)
        if not words or (one.file, words) not in seen:
            seen.add((one.file, words))
            yield _sentence(one, terms, is_quoted=bool(words) and words in readable)


def _sentence(one: Found, terms: Mapping[str, int], *, is_quoted: bool) -> str:
    if one.term is None:
        return f"{one.file}, {one.part}: {one.how}"
    number = terms.get(one.term)
    rule = f", withheld by rule {number} of the case" if number else ""
    line = f' in "{one.line[:_MOST_WORDS]}"' if is_quoted and one.line != one.words else ""
    what = f'"{one.words[:_MOST_WORDS]}"' if is_quoted else "withheld text"
    return f"{one.file}, {one.part}: {what}{line} ({one.how}){rule}"


def printed_by(schedule: Schedule) -> tuple[str, ...]:
    """Return what a schedule prints that is not of the minutes."""
    of_entries = {text for entry in schedule.entries for text in (entry.id, entry.place, entry.what)}
    return (*sorted(of_entries), *(str(count) for _, count in schedule.counts))
