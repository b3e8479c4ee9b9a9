"""What a screen remembers of its layout changes nothing that is seen: laying again is laying anew."""

from dataclasses import replace

from lpgminutes.domain.compose import Composer, compose
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.locating import Locator
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, Series
from lpgminutes.domain.numbering import in_print_order
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.redaction import Redactor
from lpgminutes.domain.release_copy import release_copy
from lpgminutes.domain.withholding import Grounds, Handling, PersonRule, PhraseRule, ReleaseCase, RuleStatus
from lpgminutes.tui.widgets.desk_layout import DeskLayout
from lpgminutes.tui.widgets.minutes_layout import MinutesLayout

OFFICIAL = read_marking("OFFICIAL")
GROUNDS = Grounds(exemptions=(read_exemption("s40(2)"),))


def _minute(number: int, text: str) -> Block:
    return Block(id=number, kind=BlockKind.MINUTE, text=text)


FIRST = Block(id=1, kind=BlockKind.ITEM, text="Staff", children=(_minute(2, "Ann Lee spoke of 41 posts."),))
SECOND = Block(id=3, kind=BlockKind.ITEM, text="Costs", children=(_minute(4, "Costs were £5. Ann Lee agreed."),))
MEETING = Meeting(
    series=Series(short_name="lpg", name="Lot Performance Group"),
    title="June",
    marking=OFFICIAL,
    items=(FIRST, SECOND),
    attendance=(Attendance(name="Ann Lee", role="Chair"),),
)


def test_minutes_that_grew_shrank_or_moved_are_laid_as_if_for_the_first_time() -> None:
    """An item is laid again where it, its number, or what its paragraphs are called is another."""
    grown = replace(FIRST, children=(*FIRST.children, _minute(5, "It was noted.")))
    before = replace(grown, children=(_minute(8, "Ann Lee opened."), *grown.children))
    point = Block(id=9, kind=BlockKind.POINT, text="Posts are to be filled.")
    pointed = replace(
        before, children=(before.children[0], replace(FIRST.children[0], children=(point,)), _minute(5, ""))
    )
    renamed = replace(SECOND, id=6, children=(_minute(7, "Costs were £5. Ann Lee agreed."),))
    composer, layout = Composer(), MinutesLayout()
    grows, moves = [(FIRST, SECOND), (grown, SECOND), (before, SECOND), (pointed, SECOND)], [(SECOND, grown), (FIRST,)]
    for items in (*grows, *reversed(grows), *moves, (FIRST, renamed), (renamed, FIRST), (renamed, pointed)):
        document = composer.compose(replace(MEETING, items=items))
        assert document == compose(replace(MEETING, items=items))
        blocks = tuple(block.id or 0 for block in in_print_order(items))
        again = tuple(layout.paragraphs(document, blocks, width=80))
        assert again == tuple(MinutesLayout().paragraphs(document, blocks, width=80))
        assert tuple(one.block for one in again if one.block) == blocks


def test_a_case_that_withholds_more_less_or_agreed_is_laid_as_if_for_the_first_time() -> None:
    """Also where a mark far above has moved the numbers of all that follow."""
    person = PersonRule(person="Ann Lee", grounds=GROUNDS)
    agreed = replace(person, handling=Handling(status=RuleStatus.AGREED))
    figure, sum_ = PhraseRule(phrase="41", grounds=GROUNDS), PhraseRule(phrase="£5", grounds=GROUNDS)
    document = Composer().compose(MEETING)
    locator, redactor, layout = Locator(document), Redactor(document), DeskLayout()
    laid = []
    for rules in ((), (sum_,), (sum_, figure), (person, sum_), (agreed, sum_), (sum_,), ()):
        located = locator.locate(rules)
        copy = release_copy(redactor.redact(located.spans), ReleaseCase(reference="FOI1"))
        laid.append(layout.clauses(document, copy, located.rules))
        assert laid[-1] == DeskLayout().clauses(document, copy, located.rules)
    assert laid[0] == laid[-1]
    assert len(set(laid)) == len(laid) - 2
