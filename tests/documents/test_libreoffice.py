"""Another word processor opens what we write."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from lpgminutes.documents.docx import render_action_log_docx, render_docx, render_schedule_docx
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.reports import ActionLog, Schedule

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed, so nothing can be converted")
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
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            str(tmp_path),
            *(str(tmp_path / f"{name}.docx") for name in made),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for name, (_, words) in made.items():
        assert words in (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig")
