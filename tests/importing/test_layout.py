"""The same minutes laid out in another way are the same minutes."""

import re
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.importing import Reading, read_text_minutes

Truth = dict[str, Any]
MARKING = "OFFICIAL \N{EN DASH} SENSITIVE"


def meeting_of(text: str) -> Reading:
    """Read a text as an import of another file would."""
    return read_text_minutes(text.encode(), name="other.txt")


def line_ranges(truth: Truth) -> Iterator[tuple[int, int]]:
    """The lines of every paragraph that may be wrapped anew."""
    for section in truth["sections"]:
        for minute in section["paragraphs"]:
            yield tuple(minute["lines"])
            for block in minute.get("blocks", ()):
                for part in [*block.get("bullets", [block]), block.get("closing")]:
                    if part:
                        yield tuple(part["lines"])


def rewrapped(seed: str, truth: Truth, width: int) -> str:
    """The seed with every paragraph broken at another width, and without its inner page breaks."""
    lines = seed.split("\n")
    starts = dict(line_ranges(truth))
    out: list[str] = []
    number = 1
    while number <= len(lines):
        last = starts.get(number, number)
        part = [line.replace("\xa0", " ").strip() for line in lines[number - 1 : last]]
        words = " ".join(line for line in part if line and line != MARKING)
        out += textwrap.wrap(words, width) if number in starts else [lines[number - 1]]
        number = last + 1
    return "\n".join(out)


def unbroken(seed: str) -> list[str]:
    """The lines of the seed without its page breaks; the blank lines around them went with them."""
    text = seed.replace("\xa0", " ")
    head, rest = text.split(f"{MARKING} \n", 1)
    return (head + rest.replace(f"\n\n\n{MARKING} \n", "\n")).split("\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\xa0", " "),
        lambda text: re.sub(r"[ \xa0]+", " ", text),
        lambda text: text.replace("\xa0", "\u202f"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: re.sub(r"[ \xa0]+\n", "\n", text),
        lambda text: text.replace("\n", "\n    "),
        lambda text: text.replace("\n\n\nOFFICIAL", "\n\fOFFICIAL"),
        lambda text: text.replace("\n\n\nOFFICIAL", "\n\nPage 2 of 4\n\n\n\fOFFICIAL"),
        lambda text: text.replace("\uf09f\xa0\n", "\uf09f\xa0").replace("\uf0b7\xa0\n", "\uf0b7\xa0"),
        lambda text: text.replace("\uf09f\xa0\n", "\u2022\t").replace("\uf0b7\xa0\n", "- "),
        lambda text: re.sub(r"(?m)^([1-6]\.)\xa0\n", r"\1 ", text),
        lambda text: text + "\n\n\n",
    ],
    ids=[
        "ordinary spaces", "single spaces", "narrow spaces", "CRLF", "CR", "byte order mark", "trimmed",
        "indented",
        "form feeds", "page numbers", "bullets on the line of their words", "other bullets",
        "titles on the line of their numbers", "blank lines at the end",
    ],
)  # fmt: skip
def test_another_layout_gives_an_equal_meeting(seed: str, imported: Reading, change: Any) -> None:  # noqa: ANN401 - a parametrised function
    """Spaces, line ends, bullets and page furniture are layout."""
    changed = meeting_of(change(seed))
    assert (changed.meeting, changed.warnings) == (imported.meeting, imported.warnings)


@given(width=st.integers(min_value=50, max_value=400))
@settings(deadline=None, max_examples=40)
def test_lines_wrapped_anew_give_an_equal_meeting(seed: str, truth: Truth, imported: Reading, width: int) -> None:
    """Where a line of a paragraph is broken means nothing."""
    assert meeting_of(rewrapped(seed, truth, width)).meeting == imported.meeting


@pytest.mark.soak
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_page_breaks_elsewhere_give_an_equal_meeting(seed: str, imported: Reading, data: st.DataObject) -> None:
    """A page may end anywhere below the title, in the middle of a sentence, a list or the attendance."""
    lines = unbroken(seed)
    breaks = data.draw(st.sets(st.integers(min_value=8, max_value=len(lines) - 1), min_size=1, max_size=12))
    paged = [MARKING]
    for index, line in enumerate(lines):
        paged += ["", "", f"{MARKING} "] if index in breaks else []
        paged.append(line)
    changed = meeting_of("\n".join(paged))
    assert (changed.meeting, changed.warnings) == (imported.meeting, imported.warnings)
