"""Asks for a declaration of interest: who, in which item, what it is, and what the person did."""

from dataclasses import replace

from lpgminutes.domain.people import Conduct, Declaration
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.beginnings import begun_by, words_of
from lpgminutes.tui.dialogs.form import Field, Form


class DeclareInterest(Form[Declaration]):
    """Four fields; the person and the item at hand are filled in."""

    HEADING = "A declaration of interest"

    def __init__(self, draft: Declaration, people: tuple[str, ...], items: dict[str, str]) -> None:
        super().__init__()
        self._draft = draft
        self._people = people
        self._items = items
        """The titles of the items by their numbers."""

    def fields(self) -> tuple[Field, ...]:
        """Return the four fields."""
        draft = self._draft
        return (
            Field(id="name", label="Who", read=_read_name, value=draft.name, completions=self._people),
            Field(id="item", label="Item", read=self._read_item, value=draft.item or ""),
            Field(id="nature", label="Interest", read=_read_nature, value=draft.nature),
            Field(id="conduct", label="Then", read=_read_conduct, value=draft.conduct.value, is_replaced=True),
        )

    def first_field(self) -> str:
        """Begin at the interest where it is known who declares it."""
        return "nature" if self._draft.name else "name"

    def value(self) -> Declaration:
        """Return the declaration."""
        return replace(
            self._draft,
            name=self.typed("name"),
            item=self.typed("item") or None,
            nature=self.typed("nature"),
            conduct=begun_by(self.typed("conduct"), Conduct),
        )

    def _read_item(self, typed: str) -> str:
        if not typed:
            return "Empty: it bears on the meeting as a whole."
        if typed not in self._items:
            raise InputError(f"There is no item {typed[:20]}; there are {', '.join(self._items) or 'none'}.")
        return self._items[typed]


def _read_name(typed: str) -> str:
    if not typed:
        raise InputError("Who declares it: any part of the name, or initials.")
    return ""


def _read_nature(typed: str) -> str:
    if not typed:
        raise InputError("In a few words, as it is to be minuted.")
    return "Minuted in these words."


def _read_conduct(typed: str) -> str:
    return f"{begun_by(typed, Conduct).value.capitalize()}. The others: {words_of(Conduct)}."
