"""Making disguised spellings equal: accents, widths, look-alikes, invisible characters, and what separates letters."""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans(
    "асеорхуіјѕԁԛԝһӏкмтпгвнАВЕКМНОРСТУХІЈЅԌԚԜӀ", "aceopxyijsdqwhlkmtnrbhABEKMHOPCTYXIJSGQWI"
)
_GREEK = str.maketrans("αβεικνορτυχγωημσςΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abeikvoptuxywnuocABEZHIKMNOPTYX")
_ALIKE: dict[str, str] = {chr(code): chr(plain) for code, plain in (_CYRILLIC | _GREEK).items()} | {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "ŧ": "t", "ı": "i", "ɑ": "a", "ɡ": "g",
    "ɩ": "i", "ʏ": "y", "ʟ": "l", "ɴ": "n", "ʀ": "r", "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f",
    "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j", "ᴋ": "k", "ᴍ": "m", "ᴏ": "o", "ᴘ": "p", "ꜱ": "s", "ᴛ": "t", "ᴜ": "u",
    "ᴠ": "v", "ᴡ": "w", "ᴢ": "z", "օ": "o", "ս": "u", "ո": "n", "հ": "h", "ց": "g", "ա": "w", "ƒ": "f", "ǀ": "l",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"',
    "«": '"', "»": '"', "−": "-", "⁄": "/", "∕": "/", "·": ".", "‧": ".", "∙": ".", "․": ".", "⋅": ".", "、": ",",
    "\u115f": "", "\u1160": "", "\u3164": "", "\uffa0": "", "\u2800": " ", "\u17b4": "", "\u17b5": "",
}  # fmt: skip
_GONE = frozenset({"Cf", "Mn", "Me"})
_PRIVATE = range(0xF020, 0xF100)
"""Where symbol fonts put the characters of the keyboard."""
_NEGATIVE_LETTERS = (0x1F150, 0x1F170, 0x1F1E6)
"""Runs of twenty-six pictured capitals that have no decomposition of their own."""
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_KEPT = re.compile(r"[^\W_]|(?<=\d)\.(?=\d)")
_DROPPED = bytes(code for code in range(256) if not (chr(code).isalnum() and code < 128) and code != 1)
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
    alike = _ALIKE.get(character)
    if alike is not None:
        return alike
    code = ord(character)
    if code in _PRIVATE:
        return chr(code - 0xF000)
    for first in _NEGATIVE_LETTERS:
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    return _by_category(character)


def _by_category(character: str) -> str:
    category = unicodedata.category(character)
    if category in _GONE:
        return ""
    if category == "Pd":
        return "-"
    if category in {"Zl", "Zp"}:
        return "\n"
    if category in {"Zs", "Cc"}:
        return " "
    if category == "Nd":
        return str(unicodedata.digit(character))
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed == character:
        return character
    return "".join(c if c.isascii() else _plain(c) for c in decomposed)
