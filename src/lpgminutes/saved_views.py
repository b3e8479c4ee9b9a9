"""A person's own views of the action log, in a small file of their settings: no record, and nobody else's."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lpgminutes.domain.action_log.query import SortBy
from lpgminutes.domain.action_log.views import KEYS, ActionView
from lpgminutes.errors import InputError
from lpgminutes.files import write_new

_NAME = "views.json"


def default_place() -> Path:
    """Return where the views of this user are kept."""
    import platformdirs

    return platformdirs.user_config_path("lpgminutes", appauthor=False) / _NAME


@dataclass(frozen=True, slots=True)
class SavedViews:
    """The views in a file."""

    place: Path

    def read(self) -> dict[int, ActionView]:
        """Return the views by their numbers; none when there is no file yet."""
        try:
            content = self.place.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise InputError(f"{self.place} cannot be read: {(error.strerror or 'no reason given').lower()}.") from None
        try:
            return {int(key): _to_view(value) for key, value in json.loads(content).items() if int(key) in KEYS}
        except (ValueError, TypeError, KeyError, AttributeError, InputError):
            raise InputError(
                f"{self.place} does not hold saved views: mend it, or move it away and they start anew."
            ) from None

    def keep(self, key: int, view: ActionView | None) -> dict[int, ActionView]:
        """Save a view on a number, or take the own one off it; return what is there then."""
        if key not in KEYS:
            raise InputError("A view is saved on a number from 1 to 9.")
        views = {number: own for number, own in self.read().items() if number != key}
        if view is not None:
            views[key] = view
        content = json.dumps({str(number): _from_view(own) for number, own in sorted(views.items())}, indent=2)
        self.place.parent.mkdir(parents=True, exist_ok=True)
        write_new(self.place, f"{content}\n".encode(), replace=True)
        return views


def _to_view(stored: dict[str, Any]) -> ActionView:
    most = stored.get("most")
    return ActionView(
        name=str(stored["name"]),
        query=str(stored["query"]),
        sort=SortBy(stored["sort"]),
        is_reversed=stored["reversed"] is True,
        most=most if isinstance(most, int) and most > 0 else None,
    )


def _from_view(view: ActionView) -> dict[str, Any]:
    return {
        "name": view.name,
        "query": view.query,
        "sort": view.sort.value,
        "reversed": view.is_reversed,
        "most": view.most,
    }
