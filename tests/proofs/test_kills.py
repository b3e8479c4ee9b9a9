"""Killed at any moment while lines are typed: every answered line is there, and the draft is close behind.

The real program in a real terminal, typed at as fast as it answers, and killed with SIGKILL. POSIX alone.
"""

import datetime as dt
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.journal import leftovers
from lpgminutes.services.meetings import add_series, meeting, new_meeting
from lpgminutes.store import check

if TYPE_CHECKING:
    from tests.proofs.conftest import Typist

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and SIGKILL are POSIX"),
]

ROUNDS = int(os.environ.get("LPGMINUTES_KILLS", "200"))
CHUNKS = 10
BEHIND, LOST = 0.2, 1.0
"""Seconds by which the draft on the disk may be behind the keys, and after which a key counts as lost.

A busy machine may answer a key late now and then: more than one round in fifty, and the test fails.
"""
REF = "lpg/2026-01-05"
WORDS = ("the", "quarterly", "intake", "was", "discussed", "and", "the lot", "agreed", "to look", "again", "in spring")


def _prepared(path: Path) -> int:
    store = bootstrap.open_store(str(path), create=True)
    add_series(store, Series(short_name="lpg", name="Group", agenda=("Welcome",)), who="A")
    kept = new_meeting(store, "lpg", date=dt.date(2026, 1, 5), marking=read_marking("OFFICIAL"), title="Group", who="A")
    store.close()
    return kept.id or 0


def _lines_in(path: Path) -> list[str]:
    store = bootstrap.open_store(str(path))
    lines = [block.text for block in meeting(store, REF).blocks()][1:]
    store.close()
    return lines


def _round(path: Path, stem: Path, chance: random.Random, number: int, typist: "Typist") -> tuple[int, bool]:
    """Type until killed; return how many lines were answered, and whether the draft was late."""
    before = len(_lines_in(path))
    typist.opens_the_meeting(f"1.{before + 1}")
    until = time.monotonic() + chance.uniform(0.05, 2.0)
    count = 0
    while True:
        line = f"R{number} L{count} {' '.join(chance.sample(WORDS, 5))}."
        if not typist.types(line, f"1.{before + count + 2}", until):
            break
        count += 1
    killed = time.monotonic()
    typist.is_killed()
    stored = _lines_in(path)
    assert [line for line in typist.answered if line not in stored] == []
    drafts = _drafts(stem)
    assert _has_what_was_typed(typist, killed - LOST, stored, drafts), drafts
    return len(typist.answered), not _has_what_was_typed(typist, killed - BEHIND, stored, drafts)


def _drafts(stem: Path) -> list[str]:
    """Return the lines that were left behind, and remove them."""
    left = leftovers(stem)
    drafts = [leftover.draft.text for leftover in left]
    for leftover in left:
        leftover.remove()
    return drafts


def _has_what_was_typed(typist: "Typist", by: float, stored: list[str], drafts: list[str]) -> bool:
    """Whether what was typed by some moment is in the journal, or its line stored already."""
    typed = [text for at, text in typist.keys if at <= by]
    return not typed or typist.keys[-1][1] in stored or any(draft.startswith(typed[-1]) for draft in drafts)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_answered_line_is_lost_and_the_draft_is_close_behind(
    chunk: int, typist: "Callable[[Path], Typist]", tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Round after round on the same records: typed at, killed, looked at."""
    path = tmp_path / "minutes.sqlite3"
    meeting_id = _prepared(path)
    chance = random.Random(chunk)  # noqa: S311 - when to kill is no secret
    stem = path.with_name(f"{path.name}.line-{meeting_id}")
    rounds = [_round(path, stem, chance, number, typist(path)) for number in range(ROUNDS // CHUNKS)]
    answered, late = sum(lines for lines, _ in rounds), sum(is_late for _, is_late in rounds)

    with capsys.disabled():
        sys.stdout.write(f"\n{len(rounds)} kills, {answered} answered lines, none lost; {late} drafts late\n")
    assert check(path).problems == ()
    assert late <= 1 + len(rounds) // 50
