"""Asks for the name and the number of a view."""

from dataclasses import dataclass, replace

from lpgminutes.domain.action_log.views import KEYS, ActionView, free_key, views_with
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewToKeep:
    """A view on a number; ``None`` takes the person's own view off it."""

    key: int
    view: ActionView | None


class SaveView(Form[ViewToKeep]):
    """What is typed and sorted, on a number key."""

    HEADING = "Save the view"

    def __init__(
        self, shown: ActionView, own: dict[int, ActionView], draft: ViewToKeep | None = None, problem: str = ""
    ) -> None:
        super().__init__(problem)
        self._shown = shown
        self._own = own
        self._draft = draft

    def words(self) -> str:
        """Say what the view will show."""
        asked = self._shown.query.strip() or "every open action"
        most = f", {self._shown.most} at most" if self._shown.most else ""
        return f"It shows: {asked}, sorted by {self._shown.sort.value}{most}."

    def fields(self) -> tuple[Field, ...]:
        """Return both fields."""
        draft = self._draft
        key = draft.key if draft else free_key(self._own)
        name = draft.view.name if draft and draft.view else ""
        return (
            Field(id="name", label="Name", read=self._read_name, value=name),
            Field(id="key", label="Number", read=self._read_key, value=str(key)),
        )

    def value(self) -> ViewToKeep:
        """Return the view on its number."""
        key, name = int(self.typed("key")), self.typed("name")
        return ViewToKeep(key=key, view=replace(self._shown, name=name) if name else None)

    def _read_name(self, typed: str) -> str:
        if typed:
            replace(self._shown, name=typed)
            return "Stands beside its number at the top of the log."
        key = self._key(self.typed("key"))
        if key in self._own:
            return f"Empty: {self._own[key].name} is taken off {key}."
        raise InputError("A few words, such as: Estates, overdue.")

    def _read_key(self, typed: str) -> str:
        key = self._key(typed)
        if key is None:
            raise InputError("A number from 1 to 9.")
        there = views_with(self._own).get(key)
        return f"Takes the place of {there.name}." if there else f"The key {key} shows it."

    def _key(self, typed: str) -> int | None:
        return int(typed) if typed.isascii() and typed.isdigit() and int(typed) in KEYS else None
