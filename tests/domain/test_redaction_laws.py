"""The laws of ``redact()`` and ``merge()``, on any spans; and that no withheld word is left, on any names."""

import re
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.actions import Action
from lpgminutes.domain.compose import compose
from lpgminutes.domain.document import Mark, MarkKind, MarkStyle, Place, Text, Words
from lpgminutes.domain.exemptions import Exemption, every_exemption, read_exemption
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import locate
from lpgminutes.domain.redaction import Redactor, Span, merge, redact
from lpgminutes.domain.release_copy import schedule_of

if TYPE_CHECKING:
    from tests.domain.conftest import Bench

PLACE = Place(field="minutes.text", minute="1.1")
EXEMPTIONS = st.sampled_from([read_exemption(text) for text in ("s38(1)(b)", "s40(2)", "s41(1)", "s43(2)")])
KINDS = st.sampled_from([MarkKind.PERSON, MarkKind.PHRASE])
NAMES = st.sampled_from(
    ["Margaret Ellwood", "Ludwig van der Berg", "Aled Bowen-Price", "Siobhan O'Brien", "Zoë Müller",
     "Ng Li Wei",
     "Will Hathersage", "Fergus McDonald", "Dr Theresa May"]
)  # fmt: skip
TEXT = "Intakes were 49,144 and clearances 5,491 below plan."


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A stretch of TEXT under one or two exemptions."""
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, len(TEXT)))
    exemptions = tuple(draw(st.lists(EXEMPTIONS, min_size=1, max_size=2)))
    return Span(place=PLACE, start=start, end=end, exemptions=exemptions, kind=draw(KINDS))


def _covered(some: list[Span]) -> set[int]:
    return {place for span in some for place in range(span.start, span.end)}


@given(st.lists(spans(), max_size=8))
def test_merging_covers_the_same_stretches_and_leaves_a_gap_between_any_two(some: list[Span]) -> None:
    """What is covered stays covered, nothing more is, and two that touch are one."""
    merged = merge(some)
    assert _covered(merged) == _covered(some)
    assert all(one.end < other.start for one, other in pairwise(merged))


@given(st.lists(spans(), max_size=8))
def test_a_merged_span_cites_every_exemption_inside_it_once_in_the_order_of_the_act(some: list[Span]) -> None:
    """Neither the order of the rules nor that of the words shows in a mark."""
    for united in merge(some):
        inside = {e for span in some if united.start <= span.start < united.end for e in span.exemptions}
        assert united.exemptions == tuple(sorted(inside))


@given(st.lists(spans(), max_size=8), st.randoms())
def test_merging_is_the_same_in_any_order_and_done_once(some: list[Span], chance: Random) -> None:
    """Rules may come in any order; a second merge finds nothing to do."""
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert merge(shuffled) == merge(some) == merge(merge(some))


@given(some=st.lists(spans(), max_size=6))
def test_what_is_left_of_a_text_is_what_no_span_covers(bench: "Bench", some: list[Span]) -> None:
    """The words around the marks stand to the letter, and none under them."""
    document = redact(compose(bench.meeting(TEXT)), some)
    text = document.items[0].minutes[0].text
    left = "".join(segment.text for segment in text.segments if isinstance(segment, Words))
    assert left == "".join(letter for place, letter in enumerate(TEXT) if place not in _covered(some))
    assert len(text.marks) == len(merge(some))


@given(some=st.lists(spans(), max_size=4))
def test_a_text_without_a_span_is_left_as_it_was(bench: "Bench", some: list[Span]) -> None:
    """Redacting one text changes no other, and redacting with nothing changes nothing."""
    original = compose(bench.meeting(TEXT, "Another minute.", names=["Tom Reed"]))
    redacted = redact(original, some)
    others = [text for text in redacted.texts() if text.place != PLACE]
    assert others == [text for text in original.texts() if text.place != PLACE]
    assert redact(original, ()) == original


@given(some=st.lists(spans(), max_size=4))
def test_redacting_leaves_the_minutes_themselves_alone(bench: "Bench", some: list[Span]) -> None:
    """The document that was redacted is the same value as before."""
    original = compose(bench.meeting(TEXT))
    redact(original, some)
    assert original == compose(bench.meeting(TEXT))


@given(rounds=st.lists(st.tuples(st.lists(spans(), max_size=4), st.booleans()), min_size=2, max_size=4))
def test_redacting_again_leaves_nothing_of_the_last_time(bench: "Bench", rounds: list[tuple[list[Span], bool]]) -> None:
    """What is remembered for speed changes nothing: each copy is as if it were the first."""
    action = Action(ref="AP1", text="Write to the trust.", owners=("Ann Lee", "Tom Reed"), raised_in="1.1")
    document = compose(replace(bench.meeting(TEXT, "Another minute.", names=["Tom Reed"]), actions=(action,)))
    owners = locate(document, [bench.field("actions.owner")]).spans
    redactor = Redactor(document)
    for some, are_owners_withheld in rounds:
        withheld = [*some, *(owners if are_owners_withheld else ())]
        assert redactor.redact(withheld) == redact(document, withheld)


@given(st.sampled_from(list(every_exemption())), st.sampled_from(MarkStyle), st.lists(KINDS, max_size=2))
def test_a_mark_is_written_by_its_exemptions_alone(
    exemption: Exemption, style: MarkStyle, kinds: list[MarkKind]
) -> None:
    """Neither number nor kind of a mark, nor what it hides, changes how it is printed."""
    bare = Mark(exemptions=(exemption,)).written(style)
    assert Mark(number=77, exemptions=(exemption,), kinds=tuple(kinds)).written(style) == bare
    expected = f"XXXX {exemption.house()}" if style is MarkStyle.HOUSE else f"[redacted: {exemption.short()}]"
    assert bare == expected


def _forms(name: str) -> list[str]:
    words = name.removeprefix("Dr ").split()
    first, last = words[0], " ".join(words[1:])
    full = " ".join(words)
    plain = folded(full).replace(" ", ".").replace("'", "")
    return [
        full, full.upper(), full.lower(), f"{last}, {first}", f"{first[0]}. {last}", f"Ms {last}",
        f"{full}'s",
        f"{full}’s", full.replace(" ", "\u00a0"), full.replace(" ", "\n"), full.replace("'",
        "’"), f"{plain}@x.uk",
    ]  # fmt: skip


@given(data=st.data(), withheld=st.lists(NAMES, min_size=1, max_size=3, unique=True))
def test_no_part_of_a_withheld_name_is_left_in_any_form(
    bench: "Bench", data: st.DataObject, withheld: list[str]
) -> None:
    """Whatever forms stand in whatever minutes, no text of the release holds a word of the name."""
    forms = st.sampled_from([form for name in withheld for form in _forms(name)])
    minutes = data.draw(st.lists(st.lists(forms, min_size=1, max_size=4).map(" met with ".join), max_size=4))
    meeting = bench.meeting("opening", *minutes, names=withheld)
    outcome = bench.release(meeting, *(bench.person(name) for name in withheld))
    left = folded(" / ".join(outcome.printed))
    words = {word for name in withheld for word in re.findall(r"[^\W_]{2,}", folded(name.removeprefix("Dr ")))}
    assert not [word for word in words if re.search(rf"(?<!\w){word}(?!\w)", left)]


def test_marks_are_numbered_in_reading_order_and_a_text_printed_twice_keeps_its_numbers(
    bench: "Bench",
) -> None:
    """The schedule lists R001, R002 and so on as a reader meets them."""
    outcome = bench.release(bench.seed_meeting(), *bench.seed_rules())
    ids = [entry.id for entry in outcome.schedule.entries]
    assert ids == [f"R{number:03d}" for number in range(1, len(ids) + 1)]
    twice: dict[Place, set[Text]] = {}
    for text in outcome.copy.texts():
        twice.setdefault(text.place, set()).add(text)
    assert all(len(same) == 1 for same in twice.values())


def test_the_schedule_and_the_legend_say_what_each_mark_relies_on(bench: "Bench") -> None:
    """The counts add up to the marks, and each exemption on the page is explained once."""
    outcome = bench.release(bench.seed_meeting(), *bench.seed_rules())
    schedule = schedule_of(outcome.copy)
    assert [citation for citation, _ in schedule.counts] == ["FOIA s38", "FOIA s40(2)", "FOIA s43"]
    assert sum(count for _, count in schedule.counts) == len(schedule.entries) == len(outcome.copy.marks())
    assert [entry.mark for entry in outcome.copy.legend] == ["s38", "s40(2)", "s43"]
