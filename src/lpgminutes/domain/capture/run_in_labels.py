"""Run-in labels: the bold words with a colon that open a point or a minute."""

import re

from lpgminutes.domain.capture.known_people import KnownPeople

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?;\n]{0,58}[^\s:.!?;]):\s+(?=\S)")
_MOST_WORDS = 9
_MOST_WORDS_OF_A_MINUTE = 6
_SAYS = re.compile(
    r"\b(?:said|asked|noted|thanked|agreed|reported|confirmed|took|mentioned|provided|went|updated|advised|explained|"
    r"stated|raised|presented|introduced|welcomed|opened|closed|suggested|proposed|queried|highlighted|requested|added|"
    r"replied|questioned|summarised|commented|was|were|is|are|had|has|have|will|would|should|could|to)\b",
    re.IGNORECASE,
)
_NO_LABEL = re.compile(
    r"(?:actions?(?:\s+(?:point|[\w./-]*\d[\w./-]*))?|ap):|(?:nb|e\.?g|i\.?e|p\.?s|http|https|mailto)\b", re.IGNORECASE
)


def split_label(text: str, people: KnownPeople, *, is_point: bool) -> str:
    """Return the run-in label that a text opens with; empty when it has none.

    A point opens with a label more often than not. A minute is prose: there the words before the colon must
    say nothing by themselves, and name nobody.
    """
    match = _LABEL.match(text)
    if match is None or _NO_LABEL.match(text):
        return ""
    label = match["label"]
    if label.count("[") != label.count("]"):
        return ""
    if is_point:
        return label if len(label.split()) <= _MOST_WORDS else ""
    is_prose = bool(_SAYS.search(label)) or not label[0].isupper() or people.longest_at(text, 0) is not None
    return "" if is_prose or len(label.split()) > _MOST_WORDS_OF_A_MINUTE else label
