"""The real minutes, typed line by line as a secretary would: the Word file is the one that their file gives."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lpgminutes import bootstrap
from lpgminutes.domain.compose import compose
from lpgminutes.domain.meetings import Meeting
from lpgminutes.services.capture import record_lines
from lpgminutes.services.meetings import meeting as found
from lpgminutes.services.ports import Store

SIGNS = {"bullet": "-", "heading": "-#", "paragraph": "+"}


def typed(item: dict[str, Any]) -> Iterator[str]:
    """Return an item as it is typed."""
    yield f"# {item['title']}"
    for minute in item["minutes"]:
        yield words(minute)
        for point in minute.get("points", []):
            yield f"{SIGNS[point.get('style', 'bullet')]} {words(point)}"
            yield from (f"-- {words(under)}" for under in point.get("points", []))


def words(block: dict[str, Any]) -> str:
    """Return a paragraph with its run-in label."""
    return f"{block['label']}: {block['text']}" if block.get("label") else str(block["text"])


def test_the_seed_typed_line_by_line_is_the_seed(store: Store, data: Path) -> None:
    """Items, minutes, labels, points of every kind, five actions with their references, all in place."""
    raw = (data / "seed" / "meeting.json").read_bytes()
    told, _ = bootstrap.read_meeting(raw, name="meeting.json")
    with store.change("start a meeting", who="A Secretary") as work:
        blank: Meeting = replace(told, items=(), actions=(), decisions=())
        ref = work.meetings.add(blank).ref
        work.commit()
    lines = [line for item in json.loads(raw)["items"] for line in typed(item)]
    outcomes = record_lines(store, ref, lines, who="A Secretary", tools=bootstrap.capture_tools())

    assert [outcome.problem for outcome in outcomes if outcome.problem] == []
    minuted = found(store, ref)
    assert [(action.ref, action.owners, action.text, action.raised_in) for action in minuted.actions] == [
        (action.ref, action.owners, action.text, action.raised_in) for action in told.actions
    ]
    renderers = bootstrap.HouseRenderers()
    assert renderers.docx(compose(minuted)) == renderers.docx(compose(told))
