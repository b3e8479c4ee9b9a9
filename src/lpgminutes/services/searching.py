"""The search that the finished files go through, made in the texts of the copy while there is time to withhold more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings import Finding, FindingKind, Severity
from lpgminutes.domain.findings.outside import outside_texts
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.squeezed import letters_of
from lpgminutes.domain.withheld_terms import allowed_texts, withheld_terms
from lpgminutes.services.ports import Found, Verifier

_BETWEEN = "\n\n"


def found_by_search(proposal: Proposal, verifier: Verifier) -> Iterator[Finding]:
    """Yield what the independent search finds in the texts of the copy, and no finding says that it gives it away."""
    terms, allowed = withheld_terms(proposal), allowed_texts(proposal)
    texts = _texts(proposal.copy)
    together = verifier.search({"": _BETWEEN.join(texts.values()).encode()}, withheld=tuple(terms), allowed=allowed)
    if not together.found:
        return
    places = {str(number): place for number, place in enumerate(_likely(texts, together.found))}
    files = {number: texts[place].encode() for number, place in places.items()}
    by_words: dict[str, list[Found]] = {}
    for one in _widest(verifier.search(files, withheld=tuple(terms), allowed=allowed).found):
        if not _is_said(one, places[one.file], proposal.findings):
            by_words.setdefault(letters_of(fold(one.words).text) or folded(one.words), []).append(one)
    for same in by_words.values():
        yield _finding(same, places, terms, _bearers(same, texts, places, proposal.located.people))


def without_what_is_said(findings: Iterable[Finding], searched: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings without those that only ask whether words mean somebody of whom the search takes them to be."""
    for finding in findings:
        words = folded(finding.text)
        is_said = finding.kind is FindingKind.PERSON_PERHAPS_OPEN and any(
            words in folded(one.text) and set(finding.places) <= set(one.places) for one in searched
        )
        if not is_said:
            yield finding


def _texts(copy: MinutesDocument) -> Mapping[Place, str]:
    """Return every text of a release by its place, as it is printed."""
    texts = {text.place: text.plain(copy.mark_style) for text in copy.each_text() if text}
    return texts | {text.place: text.words for text in outside_texts(copy)}


def _likely(texts: Mapping[Place, str], found: Sequence[Found]) -> Iterable[Place]:
    """Return the places of the texts that may hold what was found in all together: of a disguise, anywhere."""
    letters = {place: letters_of(fold(words).text) for place, words in texts.items()}
    likely: dict[Place, None] = {}
    for sought in {letters_of(fold(one.words).text) for one in found}:
        holding = dict.fromkeys(place for place, own in letters.items() if sought in own)
        if not holding:
            return texts
        likely |= holding
    return [place for place in texts if place in likely]


def _widest(found: Sequence[Found]) -> Iterator[Found]:
    """Yield what was found without what is a part of something else that was found in the same text."""
    by_file: dict[str, set[str]] = {}
    for one in found:
        by_file.setdefault(one.file, set()).add(one.words)
    for one in found:
        if not any(one.words in words and one.words != words for words in by_file[one.file]):
            yield one


def _is_said(one: Found, place: Place, findings: Sequence[Finding]) -> bool:
    # The search reads a comma as the end of a cell: what it found is known by its letters and figures.
    letters = letters_of(fold(one.words).text)
    return any(
        finding.severity is Severity.GIVES_AWAY and place in finding.places and _has(finding.text, one.words, letters)
        for finding in findings
    )


def _has(text: str, words: str, letters: str) -> bool:
    return folded(words) in folded(text) or (bool(letters) and letters == letters_of(fold(text).text))


def _bearers(
    same: Sequence[Found], texts: Mapping[Place, str], places: Mapping[str, Place], people: People
) -> tuple[str, ...]:
    """Return those who stay open and whose name has what was found; nobody where it stands in no such name."""
    word = folded(same[0].words)
    bearers = sorted((name.full for name in people.open if word in name.words and name.full.lower() != word), key=len)
    standing = [folded(texts[places[one.file]]) for one in same]
    named = tuple(name for name in bearers if any(folded(name) in text for text in standing))
    return named if all(any(folded(name) in text for name in named) for text in standing) else ()


def _finding(
    same: Sequence[Found], places: Mapping[str, Place], terms: Mapping[str, int], bearers: Sequence[str]
) -> Finding:
    first = same[0]
    number = terms.get(first.term) if first.term else None
    _, _, disguise = first.how.partition(", ")
    form = f"a form ({disguise})" if disguise else "a form"
    rule = f" of what rule {number} of the case withholds (case show numbers them)" if number else ""
    explanation = (
        f"This stands open, and the search of the finished files takes it for {form}{rule}: they would be refused with "
        "it. Withhold it as well, or accept it if it means something else."
    )
    return Finding(
        kind=FindingKind.WITHHELD_ELSEWHERE_OPEN,
        severity=Severity.GIVES_AWAY,
        text=" ".join(first.words.split()) or first.how,
        places=tuple(dict.fromkeys(places[one.file] for one in same)),
        explanation=_shared(bearers, number) if bearers and number else explanation,
    )


def _shared(bearers: Sequence[str], number: int) -> str:
    whose = " and ".join(bearers)
    stay, have = ("stay", "have") if len(bearers) > 1 else ("stays", "has")
    return (
        f"{whose} {stay} open and {have} this name, as somebody has whom rule {number} of the case withholds. Alone it "
        "is withheld: nobody can tell whose it is. Two ways out: accept it, if readers may know that name (alone it "
        f"stays withheld), or withhold {whose} too (person: {bearers[0]})."
    )
