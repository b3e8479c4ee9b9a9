"""What the screens ask that change actions."""

from typing import TYPE_CHECKING

from lpgminutes.tui.messages.action_changes import ActionChangeRefused, ActionsChanged, OwnersRead

if TYPE_CHECKING:
    import datetime as dt

    from lpgminutes.domain.action_log.changes import ActionChange
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def change_actions(asker: "Asker", ids: tuple[int, ...], change: "ActionChange", *, on: "dt.date") -> None:
    """Store a change to one or many actions; answered by ``ActionsChanged`` or ``ActionChangeRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> ActionsChanged:
        from lpgminutes.services.action_log import change_actions as changed

        actions = changed(store, ids, change, who=gateway.who, on=on)
        return ActionsChanged(change, tuple(action.ref or "an action" for action in actions))

    gateway.ask(asker, job, lambda error: ActionChangeRefused(change, str(error)))


def read_owners(asker: "Asker") -> None:
    """Read who may own an action; answered by ``OwnersRead``."""

    def job(store: "Store") -> OwnersRead:
        from lpgminutes.services.action_listing import owners

        return OwnersRead(owners(store))

    asker.gateway.ask(asker, job)
