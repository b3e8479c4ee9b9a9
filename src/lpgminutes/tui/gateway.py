"""The way from the screens to the services.

All of it runs in one thread beside the screen's own, one request after the other: the keyboard never waits
for the disk, lines are stored in the order in which they were typed, and what is read holds what was written.
The store and its libraries are imported in that thread, when the first frame is on the screen already.
"""

import asyncio
import contextlib
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

from lpgminutes.errors import LpgMinutesError
from lpgminutes.tui.messages.shared import RequestFailed

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message
    from textual.worker import WorkType

    from lpgminutes.services.ports import Store

_GROUP = "records"


class Asker(Protocol):
    """Who may ask: a screen, which the answer is posted to."""

    @property
    def gateway(self) -> "Gateway":
        """The way to the services."""

    def post_message(self, message: "Message") -> bool:
        """Take the answer."""


def failed(error: LpgMinutesError) -> "Message":
    """Answer with what went wrong."""
    return RequestFailed(error.title, str(error))


class Gateway:
    """Carries requests to the services, and their answers to whoever asked."""

    def __init__(self, app: "App[Any]", location: str | None, who: str | None) -> None:
        self._app = app
        self._location = location
        self._acting = who
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="records")
        self._opened: Store | None = None
        self._under_way: set[asyncio.Future[None]] = set()
        """One for each request that is not answered yet."""
        self._settled = 0
        """The number of the latest change after which nothing is put off any more."""

    def ask(
        self,
        asker: Asker,
        job: "Callable[[Store], Message]",
        refused: "Callable[[LpgMinutesError], Message]" = failed,
    ) -> None:
        """Put a job in the queue at once; its answer is posted when it comes, and it is done also without asker."""
        coming = self._thread.submit(lambda: job(self._store()))
        is_answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._under_way.add(is_answered)

        async def answered() -> None:
            try:
                answer = await asyncio.shield(asyncio.wrap_future(coming))
            except LpgMinutesError as error:
                answer = refused(error)
            finally:
                self._under_way.discard(is_answered)
                is_answered.cancel()
            asker.post_message(answer)

        work: WorkType[None] = answered
        self._app.run_worker(work, group=_GROUP)

    async def rest(self, patience: float) -> None:
        """Wait until every request that was made is answered, but no longer than so many seconds."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=patience)

    @property
    def who(self) -> str:
        """Who is acting."""
        from lpgminutes.bootstrap import default_name

        return self._acting or default_name()

    def settle(self) -> None:
        """Let the records do what can be put off after writing: nobody waits now."""
        with contextlib.suppress(RuntimeError):  # closed already
            self._thread.submit(self._settle)

    def _settle(self) -> None:
        latest = self._opened.latest_change() if self._opened else self._settled
        if self._opened and latest != self._settled:
            self._opened.settle()
            self._settled = latest

    def close(self) -> None:
        """Let every request that was made come to its end, and let go of the records."""
        with contextlib.suppress(RuntimeError):  # closed already
            self._thread.submit(self._close_store)
        self._thread.shutdown(wait=True)

    def _store(self) -> "Store":
        from lpgminutes import bootstrap

        if self._opened is None:
            self._opened = bootstrap.open_store(self._location, create=True)
            gc.freeze()  # what was imported with the store is never garbage: looking for it would hold up typing
        return self._opened

    def _close_store(self) -> None:
        if self._opened is not None:
            self._opened.close()
