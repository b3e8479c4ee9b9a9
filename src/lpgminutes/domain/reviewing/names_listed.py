"""Lists that give the names of those present and nothing else of them."""

from collections.abc import Sequence
from dataclasses import replace

from lpgminutes.domain.document import AttendanceRow, Text
from lpgminutes.domain.reviewing.words_beside import Word, words_of

_SEVERAL = 2
"""People who are listed by their names alone before a list is taken for one of names."""


def without_posts(rows: Sequence[AttendanceRow], theirs: Sequence[Word]) -> tuple[list[AttendanceRow], str]:
    """Return the rows as a copy lists them that gives most people's names alone, and the posts that it lacks.

    ``theirs`` is its list. A mark in such a list stands for a name.
    """
    keys = [word.key for word in theirs]
    listed = [row for row in rows if _stands_in(row.name, keys)]
    lacking = [row for row in rows if (post := row.role or row.organisation) and not _stands_in(post, keys)]
    alone = sum(row in lacking for row in listed)
    marks = sum(word.mark is not None for word in theirs)
    if alone < _SEVERAL or alone <= len(listed) / 2 or marks > len(rows) - len(listed):
        return list(rows), ""
    bare = [_bare(row) if row in lacking else row for row in rows]
    posts = (", ".join(text.plain() for text in (row.role, row.organisation) if text) for row in lacking)
    return bare, "; ".join(posts)


def _bare(row: AttendanceRow) -> AttendanceRow:
    return replace(row, role=Text(place=row.role.place), organisation=Text(place=row.organisation.place))


def _stands_in(text: Text, keys: Sequence[str]) -> bool:
    words = [word.key for word in words_of(text.plain(), "", 0)]
    return bool(words) and any(list(keys[at : at + len(words)]) == words for at in range(len(keys)))
