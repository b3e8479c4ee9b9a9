"""The minutes of a meeting as a document."""

from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import MarkStyle, MinutesDocument
from lpgminutes.services.ports import Store


def minutes_document(store: Store, ref: str, *, mark_style: MarkStyle = MarkStyle.TEXT) -> MinutesDocument:
    """Return the minutes of a meeting as they will be printed."""
    with store.read() as records:
        return compose(records.meetings.get(ref), mark_style=mark_style)
