"""The words for small numbers, as people write them."""

_WORDS = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
TO_TWENTY = {word: number for number, word in enumerate(_WORDS.split())}
TO_TWELVE = {word: number for word, number in TO_TWENTY.items() if 1 <= number <= TO_TWENTY["twelve"]}
"""From one on: what hours and things are numbered with."""
