"""What a rule for a person withholds though it may be no name at all: an ordinary word, a name in small letters."""

from collections.abc import Iterator
from itertools import chain

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located, withheld_words
from lpgminutes.domain.names import is_ordinary_word
from lpgminutes.domain.redaction import merged_by_place
from lpgminutes.domain.searchable import NAME_COLUMNS
from lpgminutes.domain.withholding import PersonRule


def words_taken(original: MinutesDocument, located: Located) -> Iterator[Finding]:
    """Yield the words that were withheld as a form of a name, and may have been words."""
    places: dict[str, list[Place]] = {}
    shown: dict[str, str] = {}
    spans = [span for rule, of_rule in located.rules if isinstance(rule, PersonRule) for span in of_rule]
    # As they are withheld: a surname within a full name is no word by itself.
    united = chain.from_iterable(merged_by_place(spans).values())
    for words, place in withheld_words(original, united):
        bare = words.removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
        if place.field not in NAME_COLUMNS and bare.isalpha() and (bare.islower() or is_ordinary_word(bare)):
            places.setdefault(folded(bare), []).append(place)
            shown.setdefault(folded(bare), bare)
    for key, where in places.items():
        yield Finding(
            kind=FindingKind.PERHAPS_NO_NAME,
            severity=Severity.NOTE,
            text=shown[key],
            places=tuple(dict.fromkeys(where)),
            explanation="This goes as the name of a withheld person and may be an ordinary word here. Where it is one, "
            "withhold the person by phrases instead of every mention.",
        )
