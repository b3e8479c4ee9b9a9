"""Action logs that real bodies kept become actions: what a person found in them is brought in and listed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
REAL = Path(__file__).parents[3] / "shared" / "data"
TRUTHS = sorted([*REAL.glob("minutes/truth/*.json"), *REAL.glob("docx/*.json")])
DONE = {"complete": "closed", "completed": "closed", "closed": "closed", "done": "closed", "withdrawn": "withdrawn"}


def as_meeting(truth: dict[str, Any]) -> dict[str, Any]:
    """Return what a person found in minutes or a log in the interchange form."""
    return {
        "format": "lpgminutes.meeting",
        "version": 1,
        "series": {"short_name": "real", "name": truth.get("body") or truth["title"]},
        "title": truth["title"],
        "marking": "OFFICIAL",
        "date": truth["date"],
        "actions": [
            {
                "ref": action["ref"],
                "owners": [action["owner"]] if action["owner"] else [],
                "text": action.get("text") or action.get("sub_task") or action["issue"],
                "due": action["due_iso"],
                "due_as_written": action["due"] or "",
                "status": DONE.get((action["status"] or "").casefold(), "open"),
            }
            for action in truth["actions"]
        ],
    }


@pytest.mark.soak
@pytest.mark.skipif(not TRUTHS, reason="the real documents are no part of this repository")
def test_every_real_action_is_listed_with_what_was_found(command: Command, tmp_path: Path) -> None:
    """None is lost, whatever it lacks; what has no owner or no date is found as such; the log is written."""
    read = (as_meeting(json.loads(path.read_text(encoding="utf-8"))) for path in TRUTHS)
    files = dict.fromkeys(json.dumps(meeting) for meeting in read)  # one document is there as text and as Word
    meetings = [json.loads(content) for content in files]
    for number, content in enumerate(files):
        file = tmp_path / f"{number}.json"
        file.write_text(content, encoding="utf-8")
        assert command("import", file).code == 0

    def listed(*query: str) -> list[dict[str, Any]]:
        actions: list[dict[str, Any]] = json.loads(command("actions", *query, "--json").out)["actions"]
        return actions

    found = [action for meeting in meetings for action in meeting["actions"]]
    texts = sorted(" ".join(action["text"].split()) for action in found)
    assert sorted(" ".join(action["text"].split()) for action in listed("all")) == texts
    assert len(listed("all", "no:owner")) == sum(not action["owners"] for action in found)
    assert len(listed("all", "no:due")) == sum(action["due"] is None for action in found)
    assert len(listed("closed")) == sum(action["status"] in {"closed", "withdrawn"} for action in found)
    assert len(listed()) > 50
    assert command("actions", "all", "-o", tmp_path / "log.docx").code == 0
