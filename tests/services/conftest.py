"""Services on a real store, with the house's own tools."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.enclosures import Enclosure
from lpgminutes.domain.meetings import Meeting
from lpgminutes.interchange.rules import read_rules
from lpgminutes.services.importing import import_meeting
from lpgminutes.services.ports import Store
from lpgminutes.services.proposals import keep_rules
from lpgminutes.services.releases import ReleaseForm, Tools, make_release

if TYPE_CHECKING:
    from tests.conftest import PreparedStores

WHOLE = ReleaseForm(enclosures=frozenset(Enclosure))
"""A release with all that can go with it."""
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def begun(request: pytest.FixtureRequest, prepared: "PreparedStores", tmp_path: Path) -> dict[str, Any]:
    """What each of the ``STEPS`` of the module returned that this test asks for by its name."""
    steps = getattr(request.module, "STEPS", {})
    return prepared.begin(tmp_path / "records.sqlite3", steps, request.fixturenames)


@pytest.fixture
def store(begun: dict[str, Any], tmp_path: Path) -> Iterator[Store]:
    """A store: a new one but for the steps of the module."""
    opened = bootstrap.open_store(str(tmp_path / "records.sqlite3"))
    yield opened
    opened.close()


@pytest.fixture
def tools() -> Tools:
    """What releases are made with."""
    return bootstrap.release_tools()


@pytest.fixture
def kept(store: Store) -> Callable[[object], Meeting]:
    """Keep a meeting given in the interchange form."""

    def keep(value: object) -> Meeting:
        meeting, warnings = bootstrap.read_meeting(json.dumps(value).encode(), name="meeting.json")
        return import_meeting(
            store, meeting, warnings=warnings, interchange=bootstrap.HouseInterchange(), who="A Tester"
        ).meeting

    return keep


@pytest.fixture
def released(
    store: Store, tools: Tools, kept: Callable[[object], Meeting], tmp_path: Path
) -> Callable[[dict[str, Any], str], dict[str, bytes]]:
    """Release a meeting under rules, and return what was written.

    Each is of a body of its own: it would else be held against what went out of the same body before.
    """
    serial = iter(range(10_000))

    def release(value: dict[str, Any], rules: str) -> dict[str, bytes]:
        case = read_rules(rules.encode(), name="rules.yaml").case
        number = next(serial)
        ref = str(kept({**value, "series": {**value["series"], "short_name": f"body{number}"}}).id)
        keep_rules(store, ref, case, who="A Tester", today=NOW.date())
        target = tmp_path / f"release-{number}"
        make_release(store, ref, case.reference, target, tools=tools, form=WHOLE, who="A Tester", now=NOW)
        return {path.name: path.read_bytes() for path in target.iterdir()}

    return release
