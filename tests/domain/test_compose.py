"""One meeting, one document: every text has its own place, and every number is one."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.actions import Action
from lpgminutes.domain.compose import Composer, compose
from lpgminutes.domain.document import Text
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.numbering import next_minute_number, numbered

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

GIVEN = st.one_of(st.none(), st.sampled_from(["1.1", "1.2", "1.3", "2.1", "3"]))


@st.composite
def item_trees(draw: st.DrawFn) -> tuple[Block, ...]:
    """Items with minutes, some of them with a number of their own, as an imported document may have it."""
    return tuple(
        Block(
            kind=BlockKind.ITEM,
            text=f"item {serial}",
            number=draw(st.one_of(st.none(), st.sampled_from(["1", "2", "3"]))),
            children=tuple(
                Block(kind=BlockKind.MINUTE, text=f"minute {serial} {n}", number=number)
                for n, number in enumerate(draw(st.lists(GIVEN, max_size=4)))
            ),
        )
        for serial in range(draw(st.integers(1, 3)))
    )


@given(items=item_trees())
def test_no_two_texts_of_a_document_share_a_place(bench: "Bench", items: tuple[Block, ...]) -> None:
    """However minutes are numbered, a place means one text: else one would be searched and two be cut."""
    document = compose(bench.meeting(items=items))
    by_place: dict[object, set[Text]] = {}
    for text in document.texts():
        by_place.setdefault(text.place, set()).add(text)
    assert all(len(texts) == 1 for texts in by_place.values())


@given(items=item_trees())
def test_every_text_of_a_meeting_is_in_its_document(bench: "Bench", items: tuple[Block, ...]) -> None:
    """Nothing that was minuted is left out."""
    printed = [text.plain() for text in compose(bench.meeting(items=items)).texts()]
    assert {block.text for item in items for block in item.walk()} <= set(printed)


@given(st.lists(GIVEN, max_size=6))
def test_a_computed_number_is_never_one_that_was_given(given_numbers: list[str | None]) -> None:
    """Where some minutes have a number of their own, the others step over it."""
    minutes = tuple(Block(kind=BlockKind.MINUTE, number=number) for number in given_numbers)
    item = Block(kind=BlockKind.ITEM, children=minutes)
    counted = Counter(number for number, block in numbered((item,)) if block.kind is BlockKind.MINUTE)
    fixed = Counter(filter(None, given_numbers))
    assert all(counted[number] == max(fixed[number], 1) for number in counted)


@pytest.mark.parametrize(
    ("numbers", "following"),
    [((), "1.1"), ((None, None), "1.3"), (("1.1", "1.3"), "1.4"), (("1.1", "1.2", "1.2a"), "1.4")],
)
def test_the_next_minute_gets_the_number_that_is_foretold(
    bench: "Bench", numbers: tuple[str | None, ...], following: str
) -> None:
    """What the screen shows before Enter is what the minute is numbered after it."""
    minutes = tuple(Block(kind=BlockKind.MINUTE, number=number) for number in numbers)
    item = replace(bench.item("one"), children=minutes)
    assert next_minute_number((item,), item) == following
    added = replace(item, children=(*minutes, Block(kind=BlockKind.MINUTE)))
    assert [number for number, _ in numbered((added,))][-1] == following


def test_an_action_stands_where_its_words_arose_not_where_its_number_happens_to_stand(bench: "Bench") -> None:
    """A reference such as ``12`` may stand in any point; the words of the action stand in one."""
    points = (
        Block(kind=BlockKind.POINT, text="There are 12 staff and 112 cases."),
        Block(kind=BlockKind.POINT, text="Tom took an action to write it up (12)."),
    )
    minute = Block(kind=BlockKind.MINUTE, text="Update", children=points)
    meeting = replace(bench.meeting(minute), actions=(Action(ref="12", text="write it up", raised_in="1.1"),))
    entry = compose(meeting).items[0].minutes[0]
    assert [len(point.actions) for point in entry.points] == [0, 1]


def test_composing_the_seed_gives_every_text_of_it(bench: "Bench") -> None:
    """The seed has six items, fifteen minutes, five actions and thirteen people."""
    document = compose(bench.seed_meeting())
    assert len(document.items) == 6
    assert sum(len(item.minutes) for item in document.items) == 15
    assert (len(document.actions), len(document.attendance)) == (5, 13)
    assert not document.marks()


@given(first=item_trees(), second=item_trees(), raised=st.lists(st.sampled_from(["1.1", "1.2", "2.1"]), max_size=3))
def test_composing_again_is_composing_anew(
    bench: "Bench", first: tuple[Block, ...], second: tuple[Block, ...], raised: list[str]
) -> None:
    """What a composer remembers of the items changes nothing, whether they grew, moved or raised an action since."""
    meeting = bench.meeting("Nothing.")
    actions = tuple(Action(ref=f"AP{n}", text="minute 0 0", raised_in=where) for n, where in enumerate(raised))
    composer = Composer()
    for items, arising in (
        (first, ()),
        (first, actions),
        ((*first, *second), actions),
        (second[::-1], ()),
        (first, ()),
    ):
        now = replace(meeting, items=items, actions=arising)
        assert composer.compose(now) == compose(now)
