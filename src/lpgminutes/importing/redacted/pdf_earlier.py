"""What the pages of a PDF said before it was last saved in place: the file keeps that, up to the end of each state."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lpgminutes.importing.redacted.pdf_ink import LARGEST_DRAWING
from lpgminutes.importing.redacted.pdf_objects import entry

_ENDING = b"%%EOF"
_MOST_STATES = 5
_MOST_PAGES = 200


def states_of(content: bytes) -> int:
    """Return how many states a file holds; one that is laid out for the web has two endings for one."""
    return content.count(_ENDING) - (b"/Linearized" in content[:1024])


def earlier_lines(content: bytes) -> Iterator[str]:
    """Yield the lines of the pages of earlier states, the latest state first; what is broken is passed over."""
    end = content.rfind(_ENDING)
    for _ in range(min(states_of(content) - 1, _MOST_STATES)):
        end = content.rfind(_ENDING, 0, end)
        try:
            yield from _lines(content[: end + len(_ENDING)])
        except Exception:  # noqa: BLE001, S112 - a broken state fails inside its reader in any way that there is
            continue


def _lines(state: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(state))
    if reader.is_encrypted:
        reader.decrypt("")
    for page in reader.pages[:_MOST_PAGES]:
        if _size(page) <= LARGEST_DRAWING:
            yield from filter(None, (line.strip() for line in page.extract_text().splitlines()))


def _size(page: Any) -> int:  # noqa: ANN401 - a PDF may hold anything anywhere
    content = page.get_contents() if entry(page, "/Contents") is not None else None
    return len(content.get_data()) if content is not None else 0
