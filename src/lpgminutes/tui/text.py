"""Text that people typed, made into something that Textual shows to the letter.

Left to itself Textual reads a string as markup: ``[s40]`` vanishes, ``[/b]`` ends the program, ``[@click=…]``
becomes a link. Everything that is shown therefore goes through here.
"""

from collections.abc import Sequence

from textual.content import Content

_GAP = 2


def plain(text: str, style: str = "") -> Content:
    """Return ``text`` to be shown as it is, in one style; a tab, which a terminal draws as it likes, is one column."""
    text = text.replace("\t", " ")
    return Content.styled(text, style) if style else Content(text)


def one_line(text: str, style: str = "") -> Content:
    """Return ``text`` with its line breaks and runs of spaces made one space."""
    return plain(" ".join(text.split()), style)


def spread(left: Content | Sequence[Content], right: Content, width: int) -> Content:
    """Return a line with ``left`` at its left, cut when it must be, and ``right`` at its right.

    Of several wordings for the left, the longest first, it is the first that there is room for. Where ``right``
    would leave too little, there is none of it.
    """
    wordings = (left,) if isinstance(left, Content) else left
    room = width - right.cell_length - _GAP
    if room < width // 3:
        return fitting(wordings, width).truncate(width, ellipsis=True, pad=True)
    return Content(" " * _GAP).join((fitting(wordings, room).truncate(room, ellipsis=True, pad=True), right))


def fitting(wordings: Sequence[Content], width: int) -> Content:
    """Return the first of some wordings, the longest first, that there is room for; of none, the last, cut."""
    for wording in wordings:
        if wording.cell_length <= width:
            return wording
    return wordings[-1].truncate(width, ellipsis=True) if wordings and width > 0 else Content("")


def counted(number: int, thing: str) -> str:
    """Return ``1 meeting`` or ``4 meetings``, or ``no meetings``."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
