"""Going from what was found to where it stands."""

from typing import TYPE_CHECKING

from lpgminutes.domain.hits import HitKind

if TYPE_CHECKING:
    from lpgminutes.domain.hits import Hit
    from lpgminutes.tui.app import MinutesApp


def go_to_hit(app: "MinutesApp", hit: "Hit") -> str:
    """Open what was found where it stands; return a sentence where there is nothing to open."""
    found = hit.found
    if not found.meeting_ref:
        return f"This {found.kind.value} is at no meeting yet, so there is nothing to go to."
    if found.kind is HitKind.ACTION and found.ref:
        app.open_screen("action_log", found.marking, f'all "{found.ref}"')
    else:
        open_meeting_at(app, found.meeting_ref, found.block_id)
    return ""


def open_meeting_at(app: "MinutesApp", ref: str, block: int | None) -> None:
    """Open a meeting at a block; one that is open already is gone back to, with what is half typed in it."""
    from lpgminutes.tui.screens.meeting.base import MeetingBase

    opened = (screen for screen in app.screen_stack if isinstance(screen, MeetingBase))
    already = next((screen for screen in opened if screen.at_hand.ref.casefold() == ref.casefold()), None)
    if already is not None:
        while app.screen is not already:
            app.pop_screen()
        already.look_at(block or 0)
        return
    app.open_screen("meeting", ref, *([str(block)] if block else []))
