"""A command lets go of the records when it ends, however it ends."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def _kept_until_the_end() -> Iterator[None]:
    """Whatever is still held is not collected by chance before it is looked at."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_kept_until_the_end")
@pytest.mark.parametrize(
    "refused",
    [
        ("meeting", "set", "{june}", "--start", "ten"),
        ("show", "lpg/2031-01-01"),
        ("action", "show", "AP-99"),
        ("redact", "{june}", "--case", "NONE"),
        ("case", "open", "FOI1", "--meeting", "lpg/2031-01-01"),
        ("line", "edit", "{june}", "99.9", "words"),
        ("attend", "lpg/2031-01-01", "Somebody Else"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_a_refused_command_leaves_nothing_open(
    command: Command, june: str, store_path: Path, refused: tuple[str, ...]
) -> None:
    """SQLite takes its log away when the last connection to the records is closed."""
    said = command(*(word.format(june=june) for word in refused))
    assert said.code != 0
    assert "error" in said.err
    assert [path.name for path in store_path.parent.iterdir() if path.name.startswith(store_path.name)] == [
        store_path.name
    ]
