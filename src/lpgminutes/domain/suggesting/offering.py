"""Everything that might have to be withheld from a document and is still open, the likely first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.domain.dismissals import Dismissal, SuggestionKind
from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.locating import Locator
from lpgminutes.domain.naming.named_things import is_nobodys_name
from lpgminutes.domain.naming.names import looks_like_a_name
from lpgminutes.domain.redaction import Span
from lpgminutes.domain.searchable import NAME_COLUMNS
from lpgminutes.domain.suggesting.context import Scene
from lpgminutes.domain.suggesting.numbers import numbers
from lpgminutes.domain.suggesting.people import initials, misspelt, nicknames, people
from lpgminutes.domain.suggesting.roles import roles
from lpgminutes.domain.suggesting.strangers import capitalised, speakers
from lpgminutes.domain.suggesting.suggestion import Recogniser, Stretch, Suggestion, is_dismissed
from lpgminutes.domain.withholding import Rule

_ORDER = {kind: place for place, kind in enumerate(SuggestionKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the records know beside the document itself."""

    register: tuple[str, ...] = ()
    """Everybody who was ever at a meeting."""
    initials: dict[str, str] = field(default_factory=dict)
    """Whom initials mean, where the register says so."""
    withheld_here: tuple[tuple[Rule, str], ...] = ()
    """What earlier releases of the same minutes withheld, with the case that did."""
    withheld_before: tuple[tuple[Rule, str], ...] = ()
    """What earlier releases of the body withheld, with the case and meeting that did."""
    dismissed: tuple[Dismissal, ...] = ()
    """What the body does not want suggested again."""


def suggest(
    document: MinutesDocument,
    in_force: Sequence[Rule],
    known: Known,
    recogniser: Recogniser,
    law: Regime = Regime.FOIA,
) -> tuple[Suggestion, ...]:
    """Return what might have to be withheld and is still open: the likely first, each stretch once."""
    locator = Locator(document)
    present = _present(locator)
    names = tuple(dict.fromkeys((*present, *filter(_is_a_person, known.register))))
    scene = Scene(
        locator=locator,
        names=names,
        present=frozenset(present),
        initials={letters: name for letters, name in known.initials.items() if name in present},
        regime=_regime(in_force, law),
        recogniser=recogniser,
    )
    covered = _Covered(locator.locate(in_force).spans)
    offered = []
    for suggestion in _in_order(scene, in_force, known):
        if is_dismissed(suggestion, known.dismissed):
            continue
        if (left := covered.left_of(suggestion)) is not None:
            offered.append(left)
    return tuple(sorted(offered, key=lambda one: (not one.is_likely, _ORDER[one.kind])))


def _in_order(scene: Scene, in_force: Sequence[Rule], known: Known) -> Iterator[Suggestion]:
    """Yield everything found, the surest finders first: what one has found, a later one leaves alone."""
    found = [
        *_withheld_before(scene, known.withheld_here),
        *people(scene, in_force),
        *_withheld_before(scene, known.withheld_before),
        *numbers(scene),
        *nicknames(scene),
        *misspelt(scene),
        *initials(scene),
        *speakers(scene),
        *capitalised(scene),
        *roles(scene),
    ]
    yield from sorted(found, key=lambda one: not one.is_likely)


def _present(locator: Locator) -> tuple[str, ...]:
    written = (text.words.strip() for text in locator.texts if text.place.field in NAME_COLUMNS)
    return tuple(dict.fromkeys(filter(_is_a_person, written)))


def _is_a_person(written: str) -> bool:
    return looks_like_a_name(written) and not is_nobodys_name(written)


def _regime(rules: Iterable[Rule], law: Regime) -> Regime:
    """Return the regime that the case relies on so far, at first that of the body."""
    cited = (exemption.regime for rule in rules for exemption in rule.grounds.exemptions)
    return next(cited, law)


def _withheld_before(scene: Scene, before: Sequence[tuple[Rule, str]]) -> Iterator[Suggestion]:
    words = {text.place: text.words for text in scene.texts}
    for rule, where in before:
        bare = replace(rule, grounds=replace(rule.grounds, public_interest="", qualified_person=""))
        _, spans = scene.locator.locate((bare,)).rules[-1]
        stretches = tuple(
            Stretch(place=span.place, start=span.start, end=span.end, text=words[span.place][span.start : span.end])
            for span in spans
            if span.place in words
        )
        if stretches:
            yield Suggestion(
                kind=SuggestionKind.WITHHELD_BEFORE,
                text=rule.words(),
                stretches=stretches,
                rules=(bare,),
                reason=f"Was withheld in {where}.",
                is_likely=True,
            )


class _Covered:
    """Which stretches are withheld already, or spoken of by a suggestion before."""

    def __init__(self, withheld: Iterable[Span]) -> None:
        self._taken: dict[Place, list[tuple[int, int]]] = {}
        for span in withheld:
            self._taken.setdefault(span.place, []).append((span.start, span.end))

    def left_of(self, suggestion: Suggestion) -> Suggestion | None:
        """Return the suggestion with the stretches that are still open, and take them; ``None`` when none is."""
        left = tuple(one for one in suggestion.stretches if not self._is_taken(one))
        for one in left:
            self._taken.setdefault(one.place, []).append((one.start, one.end))
        if not left:
            return None
        if len(suggestion.rules) == len(suggestion.stretches) and len(left) < len(suggestion.stretches):
            kept = {(one.place, one.start) for one in left}
            pairs = zip(suggestion.rules, suggestion.stretches, strict=True)
            rules = tuple(rule for rule, one in pairs if (one.place, one.start) in kept)
            return replace(suggestion, stretches=left, rules=rules)
        return replace(suggestion, stretches=left)

    def _is_taken(self, stretch: Stretch) -> bool:
        return any(start <= stretch.start and stretch.end <= end for start, end in self._taken.get(stretch.place, ()))
