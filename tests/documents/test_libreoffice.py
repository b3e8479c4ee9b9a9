"""Another word processor opens what we write."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from lpgminutes.documents.docx import render_action_log_docx, render_docx, render_schedule_docx
from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.reports import ActionLog, Schedule

SOFFICE = shutil.which("soffice")
NEEDS_LIBREOFFICE = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed, so nothing can be converted"
)


def convert(folder: Path, kind: str, *names: str) -> None:
    """Have files of a folder converted beside themselves."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    files = [str(folder / name) for name in names]
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


@pytest.mark.soak
@NEEDS_LIBREOFFICE
def test_libreoffice_reads_every_kind_of_file(
    rich: MinutesDocument, release: MinutesDocument, schedule: Schedule, action_log: ActionLog, tmp_path: Path
) -> None:
    """All four in one run, and the text of each comes out whole."""
    made: dict[str, tuple[Callable[[], bytes], str]] = {
        "minutes": (lambda: render_docx(rich), "Action AP0619-02: Owner 2A, Owner 2B."),
        "release": (
            lambda: render_docx(release),
            "[redacted: S40(2)] opened; [redacted: S40(2)][redacted: S40(2)]",
        ),
        "schedule": (lambda: render_schedule_docx(schedule), "R002"),
        "log": (lambda: render_action_log_docx(action_log), "send the <paper> & figures"),
    }
    for name, (render, _) in made.items():
        (tmp_path / f"{name}.docx").write_bytes(render())
    convert(tmp_path, "txt:Text", *(f"{name}.docx" for name in made))
    for name, (_, words) in made.items():
        assert words in (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig")


TEXTS = (
    "circulate the revised recruitment plan",
    "share the May attrition figures by site",
    "confirm the venue of the next meeting",
    "review the complaints log with both Lots and report back",
    "send the SLA4a breakdown by assessment centre to the operations team",
)
OWNERS = ("Graham Oddie", "Deepak Sandhar", "Rhian Maddocks", "Nicola Farrimond", "Colin Hathersage", "DWP Operations")


def forty(action_log: ActionLog) -> ActionLog:
    """Return a log of forty actions as minutes have them: some of two owners, some put off."""
    actions = tuple(
        replace(
            action_log.actions[0],
            id=number,
            ref=f"AP{number // 10:02}19-{number:02}",
            text=TEXTS[number % 5],
            owners=(OWNERS[number % 6], OWNERS[(number + 3) % 6])[: 1 + (number % 9 == 0)],
            due=date(2019, 5, 1) + timedelta(days=3 * number),
            status=(ActionStatus.OPEN, ActionStatus.IN_PROGRESS)[number % 4 == 0],
            raised_on=date(2019, 4, 25),
            original_due=date(2019, 5, 1),
            slips=number % 5 // 4,
        )
        for number in range(40)
    )
    return replace(action_log, actions=actions)


@pytest.mark.soak
@NEEDS_LIBREOFFICE
def test_forty_actions_take_two_pages_at_the_most(action_log: ActionLog, tmp_path: Path) -> None:
    """With the figures by owner under them."""
    (tmp_path / "log.docx").write_bytes(render_action_log_docx(forty(action_log)))
    convert(tmp_path, "pdf", "log.docx")
    pages = re.findall(rb"/Type\s*/Page\b", (tmp_path / "log.pdf").read_bytes())
    assert len(pages) == 2
