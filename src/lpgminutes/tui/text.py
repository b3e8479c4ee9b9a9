"""Text that people typed, made into something that Textual shows to the letter.

Left to itself Textual reads a string as markup: ``[s40]`` vanishes, ``[/b]`` ends the program, ``[@click=…]``
becomes a link. Everything that is shown therefore goes through here.
"""

from textual.content import Content

_GAP = 2


def plain(text: str, style: str = "") -> Content:
    """Return ``text`` to be shown as it is, in one style."""
    return Content.styled(text, style) if style else Content(text)


def one_line(text: str, style: str = "") -> Content:
    """Return ``text`` with its line breaks and runs of spaces made one space."""
    return plain(" ".join(text.split()), style)


def spread(left: Content, right: Content, width: int) -> Content:
    """Return a line with ``left`` at its left, cut when it must be, and ``right`` at its right."""
    room = width - right.cell_length - _GAP
    if room < width // 3:
        return left.truncate(width, ellipsis=True, pad=True)
    return Content(" " * _GAP).join((left.truncate(room, ellipsis=True, pad=True), right))


def counted(number: int, thing: str) -> str:
    """Return ``1 meeting`` or ``4 meetings``, or ``no meetings``."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
