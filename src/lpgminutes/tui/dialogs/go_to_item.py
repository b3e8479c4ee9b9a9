"""Asks for the number of an item."""

from typing import TYPE_CHECKING

from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form

if TYPE_CHECKING:
    from lpgminutes.domain.document import ItemEntry


class GoToItem(Form[str]):
    """A number, and under it the title of the item that it names."""

    HEADING = "Go to an item"

    def __init__(self, items: "tuple[ItemEntry, ...]") -> None:
        super().__init__()
        self._titles = {item.number: item.title.plain() for item in items}

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        return (Field(id="number", label="Number", read=self._title_of),)

    def value(self) -> str:
        """Return the number."""
        return self.typed("number").removeprefix("#").strip()

    def _title_of(self, typed: str) -> str:
        title = self._titles.get(typed.removeprefix("#").strip())
        if title is None:
            raise InputError(f"A number from {' '.join(self._titles)}." if self._titles else "There is no item yet.")
        return title
