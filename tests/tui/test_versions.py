"""The versions of minutes on the screen: what changed from one to another, side by side or one under the other."""

from typing import TYPE_CHECKING

import pytest
from tests.tui.conftest import LARGE, SMALL

from lpgminutes import bootstrap
from lpgminutes.domain.meetings import Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.editing import Seen, edit_text
from lpgminutes.services.meeting_life import circulate
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


def correct(records: Store, ref: str, text: str, why: str) -> None:
    """Correct the first minute of minutes that went out."""
    block = services.meeting(records, ref).items[0].children[0]
    seen = Seen(block=block.id or 0, revision=block.revision)
    edit_text(records, ref, seen, text, label="", who="Somebody", why=why, tools=bootstrap.capture_tools())


@pytest.fixture
def corrected(records: Store, june: Meeting) -> Meeting:
    """The June minutes as they went out, corrected twice; the words are hostile to markup."""
    interchange, renderers = bootstrap.HouseInterchange(), bootstrap.HouseRenderers()
    circulate(records, june.ref, interchange=interchange, renderers=renderers, anyway=True, who="Somebody")
    correct(records, june.ref, "Everybody was [b]welcomed[/b].", "a slip of the pen")
    correct(records, june.ref, "Nobody was [b]welcomed[/b].", "the [chair] asked")
    return services.meeting(records, june.ref)


@pytest.mark.usefixtures("corrected")
async def test_the_versions_are_compared_as_the_highlight_goes(at_the_screens: "Sitting") -> None:
    """What is highlighted is compared with the one before it; f lets the comparison begin elsewhere."""
    async with at_the_screens(LARGE) as person:
        await person.press("v")
        assert "From version 3 to the minutes as they are now: nothing changed" in person.sees
        assert "corrected: the [chair] asked" in person.sees
        await person.press("down")
        assert "From version 2 to version 3: 1 paragraph changed" in person.sees
        beside = next(line for line in person.lines if "Nobody was" in line)
        assert "− Everybody was [b]welcomed[/b]." in beside
        assert "+ Nobody was [b]welcomed[/b]." in beside
        await person.press("end")
        assert "The first version" in person.sees
        await person.press("f")
        assert "From version 1 to the minutes as they are now: 1 paragraph changed" in person.sees
        assert "− Everybody was welcomed." in person.sees


@pytest.mark.usefixtures("corrected")
async def test_where_there_is_no_room_one_state_stands_under_the_other(at_the_screens: "Sitting") -> None:
    """At eighty columns nothing is cut off."""
    async with at_the_screens(SMALL) as person:
        await person.press("enter", "v", "down")
        gone = next(at for at, line in enumerate(person.lines) if "− Everybody was [b]welcomed[/b]." in line)
        assert "+ Nobody was [b]welcomed[/b]." in person.lines[gone + 1]
        await person.press("escape")
        assert "Nobody was" in person.sees


@pytest.mark.usefixtures("june")
async def test_a_draft_says_when_versions_are_kept(at_the_screens: "Sitting") -> None:
    """No version yet is said in words, with the way back."""
    async with at_the_screens() as person:
        await person.press("v")
        assert "have no version yet" in person.reads
        await person.press("escape")
        assert "1 meeting ·" in person.sees
