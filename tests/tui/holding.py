"""Records that are held up: what comes of keys that are pressed before an answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Person


class GoesOn(Message):
    """The records are free again."""


@contextmanager
def records_held(person: "Person") -> Iterator[None]:
    """Let nothing be read or written meanwhile: keys come before what was asked for."""
    goes_on = Event()

    def held(_store: Store) -> GoesOn:
        goes_on.wait(timeout=20)
        return GoesOn()

    person.app.gateway.ask(person.screen, held)
    try:
        yield
    finally:
        goes_on.set()
