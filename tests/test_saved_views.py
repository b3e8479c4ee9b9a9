"""A person's own views of the log, in their settings."""

from pathlib import Path

import pytest

from lpgminutes.domain.action_log.query import SortBy
from lpgminutes.domain.action_log.views import SHIPPED, ActionView, free_key, views_with
from lpgminutes.errors import InputError
from lpgminutes.saved_views import SavedViews

ESTATES = ActionView(name="Estates", query='owner:"Estates Board" -overdue', sort=SortBy.AGE, is_reversed=True, most=5)


@pytest.fixture
def views(tmp_path: Path) -> SavedViews:
    """No views yet."""
    return SavedViews(tmp_path / "settings" / "views.json")


def test_what_is_saved_is_there_another_time(views: SavedViews) -> None:
    """Every field of it; the file is for its owner alone."""
    views.keep(8, ESTATES)
    views.keep(1, ActionView(name="Late", query="overdue"))
    assert SavedViews(views.place).read() == {1: ActionView(name="Late", query="overdue"), 8: ESTATES}
    assert views.place.stat().st_mode & 0o077 == 0


def test_an_own_view_stands_before_the_shipped_one_until_it_is_taken_off(views: SavedViews) -> None:
    """The shipped one is never lost."""
    assert views_with(views.keep(1, ESTATES))[1] == ESTATES
    assert views_with(views.keep(1, None))[1] == SHIPPED[1]


def test_the_next_view_goes_on_the_first_free_number(views: SavedViews) -> None:
    """When none is free it is the last."""
    assert free_key({}) == 8
    assert free_key(views.keep(8, ESTATES)) == 9
    assert free_key(views.keep(9, ESTATES)) == 9


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"1": {}}', b'{"1": {"name": "x", "query": 1}}', b"\xff", b'{"x": 1}']
)
def test_a_file_that_holds_something_else_is_refused_and_left(views: SavedViews, content: bytes) -> None:
    """The sentence names it; nothing is written over it."""
    views.place.parent.mkdir()
    views.place.write_bytes(content)
    with pytest.raises(InputError, match="does not hold saved views"):
        views.read()
    with pytest.raises(InputError):
        views.keep(8, ESTATES)
    assert views.place.read_bytes() == content


@pytest.mark.parametrize("name", ["", "  ", "x" * 31])
def test_a_view_has_a_name_of_sensible_length(name: str) -> None:
    """It has to fit beside its number."""
    with pytest.raises(InputError):
        ActionView(name=name)
