"""Products that tell the withheld firm which makes them: ``SharePoint`` tells Microsoft."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.products import PRODUCTS
from lpgminutes.domain.searchable import Searchable

_HEAD = re.compile(r"(?:\A|[.;:!?]\s+)[\"'(]?\Z")
"""Where a capital says nothing: ``Teams`` at the head of a sentence are any."""


def products_open(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where a product stands open whose maker is withheld."""
    sought = {product: source for words, source in prose for product in PRODUCTS.get(_firm(words), ())}
    for product, source in sought.items():
        named = re.compile(rf"(?<![\w-]){re.escape(product)}(?![\w-])")
        for text in texts:
            for match in named.finditer(text.folded.text):
                if not (product.istitle() and _HEAD.search(text.folded.text[: match.start()])):
                    why = f"it is made by the firm that is withheld in {source.words()}"
                    yield Hit.of(text, match.span(), Severity.CHECK, why, source)


def _firm(words: str) -> str:
    return words.partition(" ")[0].lower()
