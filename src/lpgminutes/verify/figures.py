"""Withheld figures: a number is found where it stands as a whole value, however grouped, and nowhere else."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_TERM = re.compile(
    r"[+(-]?\s?(?P<money>[£$€])?\s?[+-]?(?P<number>\d+(?:[, ]\d{3})*(?:\.\d+)*)\s?"
    r"(?P<unit>%|per ?cent|k|m|bn|tn|thousand|million|billion|trillion)?\)?",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"\d(?<![^\W_]\d)(?<!\d[.,']\d)"
    r"(?:\d{0,2}(?:[,'_]\d{3})+(?!\d)(?:\.\d+)?(?!\.\d)|\d{0,2}(?: \d{3})+(?!\d)(?:\.\d+)?|\d*(?:\.\d+)*)"
)
"""A whole number; it looks back only after its first digit, so that the search jumps from digit to digit."""
_APART = re.compile(r"\d(?<![^\W_]\d)(?<!\d[ .,]\d)(?P<gap>[ *_|-]{1,3})\d(?:(?P=gap)\d){2,}(?!\w|(?P=gap)\d|[.,]\d)")
"""Four or more digits that stand one by one, the same sign between any two; fewer may be a list."""
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_UNIT = re.compile(
    r"\s?(%|per ?cent|pounds|gbp|(?:k|m|bn|tn|thousand|million|billion|trillion)(?![a-z]))", re.IGNORECASE
)
_MONEY_BEFORE = re.compile(r"(?:[£$€]|gbp|eur|usd)\s?[+-]?$", re.IGNORECASE)
_TIMES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}
_MONEY_WORDS = frozenset({"pounds", "gbp"})
_SIGNS = {"gbp": "£", "eur": "€", "usd": "$"}
_DISTINCT = 4
"""From this many digits on a sum of money is looked for without its sign as well."""


class Figure(NamedTuple):
    """A withheld number: its digits as compared, and what must stand with them."""

    key: str
    money: str
    """The sign of its currency, or nothing."""
    percent: bool
    scaled: bool


class FoundFigure(NamedTuple):
    """A withheld number that stands in a text."""

    number: int
    start: int
    end: int


def read_figure(term: str) -> Figure | None:
    """Read a whole term as one number; None when it is anything else."""
    match = _TERM.fullmatch(term.strip())
    if match is None:
        return None
    digits, unit = _ungrouped(match["number"]), (match["unit"] or "").lower()
    percent = unit == "%" or unit.startswith("per")
    money = match["money"] or ""
    scaled = unit in _TIMES
    if (money or scaled) and digits.count(".") <= 1:
        return Figure(_value(digits, unit), money, percent, scaled)
    return Figure(digits, money="", percent=percent, scaled=False)


class FigureFinder:
    """Finds certain numbers in folded text, in one pass."""

    def __init__(self, figures: list[tuple[int, Figure]]) -> None:
        """Look for these figures; each comes with the number of its term."""
        self._plain: dict[str, list[tuple[int, Figure]]] = {}
        self._valued: dict[str, list[tuple[int, Figure]]] = {}
        for number, figure in figures:
            group = self._valued if figure.money or figure.scaled else self._plain
            group.setdefault(figure.key, []).append((number, figure))

    def find(self, folded: str) -> Iterator[FoundFigure]:
        """Give every whole value that is one of the figures."""
        if not self._plain and not self._valued:
            return
        for match in _TOKEN.finditer(folded):
            yield from self._same(folded, match[0], *match.span())
            if " " in match[0]:
                for piece in re.finditer(r"[^ ]+", match[0]):
                    yield from self._same(folded, piece[0], match.start() + piece.start(), match.start() + piece.end())
        for match in _APART.finditer(folded):
            yield from self._same(folded, match[0].replace(match["gap"], ""), *match.span())

    def _same(self, text: str, token: str, start: int, end: int) -> Iterator[FoundFigure]:
        digits = _ungrouped(token)
        for number, figure in self._plain.get(digits, ()):
            if not figure.percent or _unit(text, end)[:1] in {"%", "p"} or _is_distinct(digits, text, start):
                yield FoundFigure(number, start, end)
        if not self._valued or digits.count(".") > 1:
            return
        unit = _unit(text, end)
        before = _MONEY_BEFORE.search(text[max(0, start - 5) : start])
        sign = before[0][:3].lower() if before else ""
        sign = _SIGNS.get(sign, sign[:1]) or ("£" if unit in _MONEY_WORDS else "")
        for number, figure in self._valued.get(_value(digits, unit), ()):
            alone = not sign and (figure.scaled or _stands_alone(token, digits))
            if alone or (sign and sign == figure.money):
                yield FoundFigure(number, start - (len(before[0]) if before else 0), end)


def _unit(text: str, end: int) -> str:
    match = _UNIT.match(text, end)
    return match[1].lower() if match else ""


def _is_distinct(digits: str, text: str, start: int) -> bool:
    """Whether a bare number is telling without its sign, and does not number a paragraph."""
    return len(digits.replace(".", "")) >= _DISTINCT - 1 and text[start - 1 : start] not in {"", "\n"}


def _stands_alone(token: str, digits: str) -> bool:
    """Whether a bare number can only be the sum: long enough, and not written as a year is."""
    if len(digits.split(".", maxsplit=1)[0]) < _DISTINCT:
        return False
    return token != digits or not re.fullmatch(r"(?:19|20)\d\d", digits)


def _ungrouped(number: str) -> str:
    grouped = number.replace(".", "") if _GROUPED_BY_POINTS.fullmatch(number) else number
    return re.sub("[, '_]", "", grouped)


def _value(digits: str, unit: str) -> str:
    value = Decimal(digits).scaleb(_TIMES.get(unit, 0)) if len(digits) < 25 else Decimal(0)  # noqa: PLR2004
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text
