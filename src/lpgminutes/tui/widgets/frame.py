"""Containers that remember how they are drawn.

Whatever small part of the screen changes, Textual draws every container around it anew, line by line over its whole
height, although nothing but ground is to be seen of it. While somebody types that is most of the work of a key.
"""

from typing import Any, Self

from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Frame(Widget):
    """Keeps its lines until it is told to be drawn anew."""

    _kept: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines as they were drawn last."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, super().render_lines(crop)
        return self._kept[1]

    def refresh(self, *regions: Region, **how: Any) -> Self:  # noqa: ANN401 - Textual's own arguments, handed on
        """Be drawn anew."""
        self._kept = None
        return super().refresh(*regions, **how)

    def notify_style_update(self) -> None:
        """Be drawn anew in another style."""
        self._kept = None
        super().notify_style_update()


class Column(Vertical, Frame):
    """Lays what it holds under one another."""


class Row(Horizontal, Frame):
    """Lays what it holds beside one another."""


class Sheet(Container, Frame):
    """Lays what it holds over one another."""
