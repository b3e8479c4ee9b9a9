"""Characters that a page layout or a scanner put in place of the ones meant: ligatures, spaced letters, odd spaces."""

import re

_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st",
        "\ufb06": "st", "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
    }
)  # fmt: skip
_SPACED_LETTERS = re.compile(r"(?<!\S)(?:[A-Z] ){3,}[A-Z](?!\S)")
"""``M I N U T E S``: a heading set with space between its letters; two spaces part its words."""


def mended(line: str) -> str:
    """Return a line with its ligatures taken apart, every kind of space plain, and spaced letters closed."""
    plain = line if line.isascii() else line.translate(_LIGATURES)
    return _SPACED_LETTERS.sub(lambda spaced: spaced.group().replace(" ", ""), plain)
