"""The ways in which Word writes the number of a list, from 1 to "First"."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 32_767
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_LARGEST_IN_WORDS = 999
_CHICAGO = "*\u2020\u2021\u00a7"


def written(value: int, number_format: str) -> str:
    """Return a number as a list of that format prints it; a format that is not known here counts 1, 2, 3."""
    writer = _WRITERS.get(number_format)
    return writer(value) if writer and value > 0 else str(value)


def zero_padded(value: int, example: str) -> str:
    """Return a number as wide as the first of a custom format such as ``001, 002, 003, ...``."""
    first = example.partition(",")[0].strip()
    return str(value).zfill(len(first)) if first.isdigit() else str(value)


def _letters(value: int) -> str:
    """After z come aa, bb, cc: Word repeats the letter."""
    repeats, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * min(repeats + 1, 30)


def _roman(value: int) -> str:
    if value > _LARGEST_ROMAN:
        return str(value)
    text = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        text += sign * times
    return text


def _cardinal(value: int) -> str:
    if value > _LARGEST_IN_WORDS:
        return str(value)
    hundreds, rest = divmod(value, 100)
    words = [f"{_ONES[hundreds]} hundred"] if hundreds else []
    if rest >= len(_ONES):
        tens, ones = divmod(rest, 10)
        words.append(_TENS[tens] + (f"-{_ONES[ones]}" if ones else ""))
    elif rest:
        words.append(_ONES[rest])
    return " ".join(words)


def _ordinal(value: int) -> str:
    teens = value // 10 % 10 == 1
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _ordinal_words(value: int) -> str:
    if value > _LARGEST_IN_WORDS:
        return _ordinal(value)
    words = _cardinal(value)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    ending = _IRREGULAR.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return words[:start] + ending


def _chicago(value: int) -> str:
    repeats, place = divmod(value - 1, len(_CHICAGO))
    return _CHICAGO[place] * min(repeats + 1, 30)


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _cardinal(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "chicago": _chicago,
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
}
