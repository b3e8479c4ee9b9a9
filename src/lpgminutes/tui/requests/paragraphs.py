"""What the screen of a meeting asks about a paragraph: to change it, to split it, to see it as it is now."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lpgminutes.errors import StaleRecord
from lpgminutes.tui.messages.paragraphs import ParagraphChanged, ParagraphFound, ParagraphGone, ParagraphRefused

if TYPE_CHECKING:
    from lpgminutes.services.editing import Edited, Paragraph, Seen
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.entered_line import Entry
    from lpgminutes.tui.gateway import Asker
    from lpgminutes.tui.requests.meeting import MeetingAtHand


Change = Callable[..., "Edited"]
"""A change of a paragraph: one of the functions of the editing service."""


def change_paragraph(
    asker: "Asker",
    at_hand: "MeetingAtHand",
    seen: "Seen",
    change: Change,
    *,
    why: str = "",
    entry: "Entry | None" = None,
    **how: Any,  # noqa: ANN401 - handed to the change
) -> None:
    """Change a paragraph, with what was typed or by a key; answered by ``ParagraphChanged`` or ``ParagraphRefused``."""
    gateway, typed = asker.gateway, entry.typed if entry else ""

    def job(store: "Store") -> ParagraphChanged:
        tools = at_hand.tools
        if entry is not None:
            entry.wait_until_kept()
            tools = replace(tools, now=entry.moment)
        edited = change(store, at_hand.ref, seen, who=gateway.who, tools=tools, why=why, **how)
        return ParagraphChanged(edited, at_hand.read_if_there(store), typed)

    gateway.ask(asker, job, lambda error: ParagraphRefused(error, seen.block, typed))


def find_paragraph(asker: "Asker", at_hand: "MeetingAtHand", block: int, typed: str) -> None:
    """Read a paragraph as it is now, beside what was typed; answered by ``ParagraphFound`` or ``ParagraphGone``."""

    def job(store: "Store") -> ParagraphFound:
        from lpgminutes.services.editing import paragraph

        found: Paragraph = paragraph(store, at_hand.ref, block)
        return ParagraphFound(found, typed, at_hand.read(store))

    asker.gateway.ask(asker, job, lambda error: ParagraphGone(typed, str(error)))


def is_stale(refused: ParagraphRefused) -> bool:
    """Return whether a change was refused because somebody else had changed the paragraph."""
    return isinstance(refused.error, StaleRecord)
