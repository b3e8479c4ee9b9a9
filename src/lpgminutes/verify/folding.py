"""Making disguised spellings equal: accents, widths, look-alikes, invisible characters and separators."""

# ruff: noqa: RUF001  (look-alike characters are the subject)

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans("асеорхуіјѕԁԛԝһӏкмтпгвнАВЕКМНОРСТУХІЈЅԌԚԜӀ", "aceopxyijsdqwhlkmtnrbhABEKMHOPCTYXIJSGQWI")
_GREEK = str.maketrans("αβεικνορτυχγωημσςΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abeikvoptuxywnuocABEZHIKMNOPTYX")
_LATIN = str.maketrans(
    "øØłŁđĐðÐħŧıɑɡɩʏʟɴʀᴀʙᴄᴅᴇꜰɢʜɪᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢօսոհցաƒǀ",
    "oOlLdDdDhtiagiylnrabcdefghijkmopstuvwzounhgwfl",
)
_SIGNS = str.maketrans("‘’‚‛′`´ʼ“”„«»−⁄∕·‧∙․⋅、", "''''''''\"\"\"\"\"-//.....,")
_ALIKE: dict[str, str] = {chr(code): chr(plain) for code, plain in (_CYRILLIC | _GREEK | _LATIN | _SIGNS).items()} | {
    "ß": "ss",
    "ẞ": "SS",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "Þ": "Th",
}
"""Letters that look like others, each with what it is read as."""
_FILLERS = "\u115f\u1160\u3164\uffa0\u17b4\u17b5"
"""Letters of Korean and Khmer that show nothing."""
_STANDING_FOR = {"Cf": "", "Mn": "", "Me": "", "Pd": "-", "Zl": "\n", "Zp": "\n", "Zs": " ", "Cc": " "}
"""What each kind of character that is no letter is read as."""
_PRIVATE = range(0xF020, 0xF100)
"""Where symbol fonts put the characters of the keyboard."""
_NEGATIVE_LETTERS = (0x1F150, 0x1F170, 0x1F1E6)
"""Runs of twenty-six pictured capitals that have no decomposition of their own."""
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_KEPT = re.compile(r"[^\W_]|(?<=\d)\.(?=\d)")
_DROPPED = bytes(code for code in range(256) if not (chr(code).isascii() and chr(code).isalnum()) and code != 1)
_POINT = "\x01"


def fold(text: str) -> str:
    """Give the text with every letter in its plainest form; its case is kept."""
    if text.isascii():
        return text
    strange = {character for character in set(text) if character > "\x7f"}
    if len(strange) <= 16:  # noqa: PLR2004  (a few replacements are faster than one translation)
        for character in strange:
            text = text.replace(character, _plain(character))
        return text
    return text.translate({ord(character): _plain(character) for character in strange})


def squeeze(lowered: str) -> str:
    """Keep letters, digits and the points inside numbers, of a folded and lower-case text."""
    lowered = lowered.replace(_POINT, " ")
    if "." in lowered:
        lowered = _DECIMAL_POINT.sub(_POINT, lowered)
    try:
        kept = lowered.encode("latin-1").translate(None, _DROPPED).decode("ascii")
    except UnicodeEncodeError:
        kept = "".join(c for c in lowered if c.isalnum() or c == _POINT)
    return kept.replace(_POINT, ".")


def squeezed_positions(folded: str) -> list[int]:
    """Say for each character of the squeezed text where it stands in the folded one."""
    return [match.start() for match in _KEPT.finditer(folded)]


def lower(folded: str) -> str:
    """Lower the case without moving any character."""
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)


def tag_message(text: str) -> str:
    """Read the invisible tag characters of a text as the letters that they stand for."""
    if text.isascii():
        return ""
    return "\n".join("".join(chr(ord(c) - 0xE0000) for c in found) for found in _TAGS.findall(text))


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if character in _FILLERS:
        return ""
    code = ord(character)
    if code in _PRIVATE:
        return chr(code - 0xF000)
    for first in _NEGATIVE_LETTERS:
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    return _by_category(character)


def _by_category(character: str) -> str:
    category = unicodedata.category(character)
    if category in _STANDING_FOR:
        return _STANDING_FOR[category]
    if character == "\u2800":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(character))
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(c if c.isascii() or c == character else _plain(c) for c in decomposed)
