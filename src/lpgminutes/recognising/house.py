"""The recogniser of the house, on well-kept tables; each is loaded when it is first asked."""

import re
from collections.abc import Iterator

from lpgminutes.domain.suggesting import Identifier, SuggestionKind

_TEN_DIGITS = re.compile(
    r"(?<![\w.,-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-]|[.,]\d)|(?<![\w.,-])\d{5} ?\d{5}(?![\w-]|[.,]\d)"
)
_VAT = re.compile(r"(?<!\w)(?:GB ?)?\d{3} ?\d{4} ?\d{2}(?![\w-]|[.,]\d)")
_SAYS_VAT = re.compile(r"\bvat\b|\bGB ?\d", re.IGNORECASE)
_SAYS_TAX = re.compile(r"\butr\b|\btax\b", re.IGNORECASE)
_DIALLED = re.compile(
    r"(?<![\w.,\u00a3-])(?:\+44|0044|\(?0)[\d ()-]{8,13}\d(?![\w-]|[.,]\d)"
    r"|(?:(?<=\bext )|(?<=\bext\. )|(?<=\bextension )|(?<=\btel )|(?<=\btel: ))\d{3,6}(?!\w)",
    re.IGNORECASE,
)
_DIGITS_OF_A_NUMBER = range(10, 12)
_BEFORE = 24


class HouseRecogniser:
    """Numbers by ``phonenumbers`` and ``python-stdnum``. Nothing leaves the machine."""

    def identifiers(self, text: str) -> Iterator[Identifier]:
        """Yield telephone, NHS, tax and VAT numbers in a text."""
        if not any(map(str.isdigit, text)):
            return
        taken: list[tuple[int, int]] = []
        for one in (*_checked(text), *_telephones(text)):
            if all(one.end <= start or end <= one.start for start, end in taken):
                taken.append((one.start, one.end))
                yield one


def _checked(text: str) -> Iterator[Identifier]:
    """Yield numbers whose check digit is right."""
    from stdnum.gb import nhs, utr, vat

    for match in _TEN_DIGITS.finditer(text):
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        if _SAYS_TAX.search(before) and utr.is_valid(match.group()):
            kind, name = SuggestionKind.TAX_REFERENCE, "a unique taxpayer reference"
        elif nhs.is_valid(match.group()):
            kind, name = SuggestionKind.NHS_NUMBER, "an NHS number, by its check digit"
        else:
            continue
        yield Identifier(kind=kind, start=match.start(), end=match.end(), name=name)
    for match in _VAT.finditer(text):
        if _SAYS_VAT.search(text[max(match.start() - _BEFORE, 0) : match.end()]) and vat.is_valid(match.group()):
            name = "a VAT registration number"
            yield Identifier(kind=SuggestionKind.TAX_REFERENCE, start=match.start(), end=match.end(), name=name)


def _telephones(text: str) -> Iterator[Identifier]:
    import phonenumbers

    for found in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.VALID):
        yield _telephone(found.start, found.end)
    for match in _DIALLED.finditer(text):
        digits = sum(map(str.isdigit, match.group().replace("+44", "0").replace("0044", "0")))
        if match.group()[0] not in "0+(" or digits in _DIGITS_OF_A_NUMBER:
            yield _telephone(match.start(), match.end())


def _telephone(start: int, end: int) -> Identifier:
    return Identifier(kind=SuggestionKind.PHONE, start=start, end=end, name="a telephone number")
