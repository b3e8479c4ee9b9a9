"""What the release desk asks about suggestions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.desk import SuggestionsRead
from lpgminutes.tui.requests.desk import CaseAtHand, change_case

if TYPE_CHECKING:
    from lpgminutes.domain.suggesting import Suggestion
    from lpgminutes.domain.withholding import ReleaseCase
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def read_suggestions(asker: "Asker", at: CaseAtHand, revision: int) -> None:
    """Look for what might have to be withheld, of a case as it was read; answered by ``SuggestionsRead``."""
    asker.gateway.ask(asker, lambda store: SuggestionsRead(revision, _suggestions(store, at)))


def take(asker: "Asker", at: CaseAtHand, taken: "Sequence[Suggestion]") -> None:
    """Propose to withhold what was suggested; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import suggestions

        return suggestions.take(store, at.meeting, at.reference, taken, who=who)

    change_case(asker, at, change)


def dismiss(asker: "Asker", at: CaseAtHand, unwanted: "Sequence[Suggestion]") -> None:
    """Have the body of the meeting not see these again; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import suggestions

        return suggestions.dismiss(store, at.meeting, at.reference, unwanted, who=who)

    change_case(asker, at, change)


def _suggestions(store: "Store", at: CaseAtHand) -> "tuple[Suggestion, ...]":
    from lpgminutes import bootstrap
    from lpgminutes.services import suggestions

    recogniser, law = bootstrap.house_recogniser(), bootstrap.house_law()
    return suggestions.suggestions(store, at.meeting, at.reference, recogniser=recogniser, law=law)
