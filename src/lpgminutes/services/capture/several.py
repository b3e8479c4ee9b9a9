"""Recording several lines, each by itself."""

from collections.abc import Iterable

from lpgminutes.domain.capture import LineKind, read_line
from lpgminutes.errors import LpgMinutesError
from lpgminutes.services.capture.context import LAST_ITEM, NO_TOOLS, CaptureTools
from lpgminutes.services.capture.recorded import LineOutcome
from lpgminutes.services.capture.recording import record
from lpgminutes.services.placing import Under
from lpgminutes.services.ports import Store


def record_lines(
    store: Store,
    ref: str,
    lines: Iterable[str],
    *,
    under: Under = LAST_ITEM,
    who: str,
    tools: CaptureTools = NO_TOOLS,
    as_kind: LineKind | None = None,
) -> tuple[LineOutcome, ...]:
    """Record several lines, each by itself: one that is refused is reported, and the others are kept.

    ``#5`` among them lets those after it go under item 5, and a new item takes those after it.
    """
    outcomes: list[LineOutcome] = []
    for typed in lines:
        if not typed.strip():
            continue
        jump = read_line(typed, as_kind=as_kind)
        if jump.kind is LineKind.JUMP:
            under = Under(number=jump.text)
            continue
        try:
            recorded = record(store, ref, typed, under=under, who=who, tools=tools, as_kind=as_kind)
        except LpgMinutesError as refusal:
            outcomes.append(LineOutcome(typed=typed, refusal=refusal))
        else:
            outcomes.append(LineOutcome(typed=typed, recorded=recorded))
            under = Under(item=recorded.item, after=recorded.block.id if under.after else None)
    return tuple(outcomes)
