"""What the release desk asks."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lpgminutes.tui.dialogs.file_names import place_of
from lpgminutes.tui.messages.desk import (
    DeskRead,
    ExemptionsRead,
    FindingsRead,
    FolderChecked,
    ReleaseMade,
    ReleaseNotMade,
)
from lpgminutes.tui.messages.shared import NothingNew

if TYPE_CHECKING:
    from textual.message import Message

    from lpgminutes.domain.document import Place
    from lpgminutes.domain.withholding import Acceptance, ReleaseCase, Rule
    from lpgminutes.services.desk import DeskView
    from lpgminutes.services.ports import Store
    from lpgminutes.services.releases import ReleaseForm
    from lpgminutes.services.remembered import RememberedMinutes
    from lpgminutes.tui.gateway import Asker, Gateway


@dataclass(slots=True)
class CaseAtHand:
    """The case that is on the desk."""

    meeting: str
    reference: str
    change: int | None = None
    """The number of the latest change that is shown; ``None`` until it was read."""
    _minutes: "RememberedMinutes | None" = None

    @property
    def minutes(self) -> "RememberedMinutes":
        """What is known of the minutes; for the thread that reads the records alone."""
        if self._minutes is None:
            from lpgminutes.services.remembered import RememberedMinutes

            self._minutes = RememberedMinutes()
        return self._minutes


def read_desk(asker: "Asker", at: CaseAtHand) -> None:
    """Read the case; answered by ``DeskRead``."""
    gateway = asker.gateway
    gateway.ask(asker, lambda store: DeskRead(view_of_case(store, at, gateway)))


def look_for_changes(asker: "Asker", at: CaseAtHand) -> None:
    """Read the case when somebody else has written; answered by ``DeskRead`` or ``NothingNew``.

    Why it cannot be read is said when somebody asks for something.
    """
    gateway = asker.gateway

    def job(store: "Store") -> "Message":
        if at.change is None or store.latest_change() == at.change:
            return NothingNew()
        return DeskRead(view_of_case(store, at, gateway))

    gateway.ask(asker, job, lambda _: NothingNew())


def read_findings(asker: "Asker", view: "DeskView", is_outdated: "Callable[[], bool]") -> None:
    """Examine the case as it was read; answered by ``FindingsRead``, without findings when it has changed meanwhile."""

    def job(store: "Store") -> FindingsRead:
        if is_outdated():
            return FindingsRead(view.case.revision, ())
        from lpgminutes import bootstrap
        from lpgminutes.services.proposals import examined
        from lpgminutes.services.surroundings import surroundings

        around = surroundings(
            store,
            view.proposal.meeting,
            view.case.reference,
            today=bootstrap.today(),
            interchange=bootstrap.HouseInterchange(),
        )
        return FindingsRead(
            view.case.revision, examined(view.proposal, around, bootstrap.IndependentVerifier()).findings
        )

    asker.gateway.ask(asker, job)


def read_exemptions(asker: "Asker", at: CaseAtHand) -> None:
    """Read what was relied on before; answered by ``ExemptionsRead``."""

    def job(store: "Store") -> ExemptionsRead:
        from lpgminutes.services.desk import recent_exemptions

        return ExemptionsRead(recent_exemptions(store, at.reference))

    asker.gateway.ask(asker, job)


def withhold(asker: "Asker", at: CaseAtHand, rules: "Sequence[Rule]") -> None:
    """Propose to withhold something; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import cases

        return cases.withhold(store, at.meeting, at.reference, rules, who=who, minutes=at.minutes)

    change_case(asker, at, change, are_minutes_known=True)


def change_withholding(asker: "Asker", at: CaseAtHand, old: "Sequence[Rule]", new: "Sequence[Rule]") -> None:
    """Withhold something otherwise, in one step; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import cases

        return cases.change_withholding(store, at.meeting, at.reference, old, new, who=who, minutes=at.minutes)

    change_case(asker, at, change, are_minutes_known=True)


def lift(asker: "Asker", at: CaseAtHand, rules: "Sequence[Rule]", remark: str) -> None:
    """Withhold something no longer; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import cases

        return cases.lift(store, at.meeting, at.reference, rules, remark=remark, who=who)

    change_case(asker, at, change, "Lifted; it stays in the register.")


def accept(asker: "Asker", at: CaseAtHand, acceptances: "Sequence[Acceptance]") -> None:
    """Let findings stand, in one step; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import cases

        return cases.accept_all(store, at.meeting, at.reference, acceptances, who=who)

    change_case(asker, at, change)


def agree(asker: "Asker", at: CaseAtHand, rules: "Sequence[Rule] | None") -> None:
    """Agree to some withholdings, or to all that somebody else proposed; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes import bootstrap
        from lpgminutes.services import second_reading

        interchange = bootstrap.HouseInterchange()
        now = bootstrap.utc_now()
        return second_reading.agree(store, at.meeting, at.reference, rules, interchange=interchange, who=who, now=now)

    change_case(asker, at, change)


def reject(asker: "Asker", at: CaseAtHand, rules: "Sequence[Rule]", remark: str) -> None:
    """Reject withholdings as the second reader; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import second_reading

        return second_reading.reject(store, at.meeting, at.reference, rules, remark=remark, who=who)

    change_case(asker, at, change, "Rejected: it is open now, and stays in the register.")


def ask_for_reading(asker: "Asker", at: CaseAtHand) -> None:
    """Hand the case over to its second reader; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import second_reading

        return second_reading.ask_for_reading(store, at.meeting, at.reference, who=who)

    change_case(asker, at, change, "It waits for its second reading: somebody else reads and agrees.")


def visit(asker: "Asker", at: CaseAtHand, places: "Collection[Place]") -> None:
    """Remember what was before somebody's eyes; answered by ``DeskRead``."""

    def change(store: "Store", who: str) -> "ReleaseCase":
        from lpgminutes.services import second_reading

        return second_reading.visit_texts(store, at.meeting, at.reference, places, who=who)

    change_case(asker, at, change)


def make_release(asker: "Asker", at: CaseAtHand, folder: str, form: "ReleaseForm") -> None:
    """Make the release; answered by ``ReleaseMade`` or ``ReleaseNotMade``."""
    gateway = asker.gateway

    def job(store: "Store") -> ReleaseMade:
        from lpgminutes import bootstrap
        from lpgminutes.services import releases

        made = releases.make_release(
            store,
            at.meeting,
            at.reference,
            place_of(folder),
            tools=bootstrap.release_tools(),
            form=form,
            who=gateway.who,
            now=bootstrap.utc_now(),
        )
        return ReleaseMade(folder, made)

    gateway.ask(asker, job, lambda error: ReleaseNotMade(str(error)))


def check_folder(asker: "Asker", at: CaseAtHand, folder: str) -> None:
    """Hold a folder against what went out; answered by ``FolderChecked``."""

    def job(store: "Store") -> FolderChecked:
        from lpgminutes.files import read_folder
        from lpgminutes.services.release_check import check_release

        files = read_folder(place_of(folder))
        return FolderChecked(folder, check_release(store, at.meeting, at.reference, files))

    asker.gateway.ask(asker, job)


def change_case(
    asker: "Asker",
    at: CaseAtHand,
    change: "Callable[[Store, str], ReleaseCase]",
    said: str = "",
    *,
    are_minutes_known: bool = False,
) -> None:
    """Do something, and answer with the case as it stands then; the minutes are read again unless the change did."""
    gateway = asker.gateway

    def job(store: "Store") -> DeskRead:
        changed = change(store, gateway.who)
        return DeskRead(view_of_case(store, at, gateway, changed if are_minutes_known else None), said)

    gateway.ask(asker, job)


def view_of_case(
    store: "Store", at: CaseAtHand, gateway: "Gateway", changed: "ReleaseCase | None" = None
) -> "DeskView":
    """Return the case as it stands; the minutes are read again unless it is given as it was changed just now."""
    from lpgminutes import bootstrap
    from lpgminutes.services.desk import DeskTools, desk_view

    tools = DeskTools(
        interchange=bootstrap.HouseInterchange(),
        working_days=bootstrap.working_days(),
        who=gateway.who,
        today=bootstrap.today(),
    )
    latest = store.latest_change()
    view = desk_view(store, at.meeting, at.reference, tools=tools, minutes=at.minutes, changed=changed)
    if changed is None or at.change == latest - 1:  # else somebody has written between, and it is looked again
        at.change = latest
    return view
