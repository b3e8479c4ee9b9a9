"""What ties a withheld name to something known: a register, a newspaper, another name, being the only one."""

from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.findings import FindingKind, Severity
from lpgminutes.domain.meetings import Block, BlockKind

if TYPE_CHECKING:
    from tests.domain.conftest import Bench, Outcome

CHECK, NOTE = Severity.CHECK, Severity.NOTE


def _in_item(bench: "Bench", text: str) -> "Outcome":
    meeting = bench.meeting("Keith Raistrick spoke for Rosendale Appliances Ltd.", text)
    return bench.release(meeting, bench.person("Keith Raistrick"), bench.phrase("Rosendale Appliances Ltd"))


def _in_another_item(bench: "Bench", text: str) -> "Outcome":
    items = [bench.item("One", "Keith Raistrick spoke for Rosendale Appliances Ltd."), bench.item("Two", text)]
    meeting = bench.meeting(items=items)
    return bench.release(meeting, bench.person("Keith Raistrick"), bench.phrase("Rosendale Appliances Ltd"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("His NMC PIN 98I2345E was sent.", "NMC PIN 98I2345E"),
        ("The records of NHS number 943 476 5919 are safe.", "NHS number 943 476 5919"),
        ("It is company number 09911822.", "company number 09911822"),
        ("The notice is 2026/S 000-004417 of Friday.", "2026/S 000-004417"),
        ("The field (UPRN 100050381234) is wet.", "UPRN 100050381234"),
        ("It is in title number NYK284417 now.", "title number NYK284417"),
        ("The gate is at grid reference SD 818 637.", "grid reference SD 818 637"),
        ("The gate is at ///lively.cotton.bridge today.", "///lively.cotton.bridge"),
        ("The gate is at 54.0690, -2.2790.", "54.0690, -2.2790"),
        ("The house is listed (list entry 1132344).", "list entry 1132344"),
        ("The appeal is APP/C2708/W/26/3341122.", "APP/C2708/W/26/3341122"),
        ("The claim is 1801234/2026 in Leeds.", "1801234/2026"),
        ("See [2026] EWHC 114 (Admin).", "[2026] EWHC 114"),
        ("The IOPC reference is 2025/217733.", "IOPC reference is 2025/217733"),
        ("His study is doi:10.1136/bmj.n4417 of May.", "doi:10.1136/bmj.n4417"),
        ("The practice has ODS code B81042 now.", "ODS code B81042"),
        ("The company met its targets in 2026, under 41 heads.", None),
        ("The title of Paper 12 and the list of 1132344 rows.", None),
        ("Intakes were 54.06 and 2.27 per cent.", None),
        ("The NHS number of beds is 412; see AP0626-03 and 1801234.", None),
        ("The Inspectorate reference group met in 2026.", None),
    ],
)
def test_a_number_that_can_be_looked_up(bench: "Bench", text: str, found: str | None) -> None:
    """Wherever it stands in the minutes; another number says nothing."""
    for outcome in (_in_item(bench, text), _in_another_item(bench, text)):
        assert outcome.found(FindingKind.PUBLIC_RECORD) == ({found: CHECK} if found else {})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See the Craven Herald of 18 December.", "Craven Herald of 18 December"),
        ("Application 26/00231/FUL was refused.", "26/00231/FUL"),
        ("The inquest into it was opened on Friday.", "inquest into it was opened"),
        ("The practice is at LS21 3AB.", "LS21 3AB"),
        ("He read the Observer at times and heard the news.", None),
        ("The rate of 26/27 is as in 25/26.", None),
    ],
)
def test_what_is_looked_up_beside_what_is_withheld(bench: "Bench", text: str, found: str | None) -> None:
    """Such stand in many papers: in another item they are nobody's business."""
    assert _in_item(bench, text).found(FindingKind.PUBLIC_RECORD) == ({found: CHECK} if found else {})
    assert _in_another_item(bench, text).found(FindingKind.PUBLIC_RECORD) == {}


def test_a_number_where_no_name_is_withheld(bench: "Bench") -> None:
    """A sum alone is in no register."""
    meeting = bench.meeting("It cost \u00a34,100.", "It is company number 09911822.")
    assert bench.release(meeting, bench.phrase("\u00a34,100")).found(FindingKind.PUBLIC_RECORD) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He took over from Peter Lumb in 2019.", "took over from Peter Lumb"),
        ("She replaced Supt Ian Bell last spring.", "She replaced Supt Ian Bell"),
        ("Dawn Ibbotson acts up in his place.", "acts up in his place"),
        ("He reports to Andrea Coyle, who spoke.", "reports to Andrea Coyle"),
        ("He is married to the clerk.", "married to the clerk"),
        ("She is related to the Chair by marriage.", "She is related to the Chair"),
        ("He is no relation of the former Mayor.", "no relation of the former Mayor"),
        ("He shares his surname with a poet.", "shares his surname with"),
        ("His doctoral student, Ann Lyle, will go.", "His doctoral student, Ann Lyle"),
        ("The costs are related to the tender, and the firm reports to Full Council.", None),
        ("It bears no relation to the number, in relation to the budget.", None),
        ("The contract is managed by DWP and took over from the old one.", None),
        ("Umbra replaced Windows Server and who covers for it is open.", None),
        ("His manager agreed, and her deputy spoke.", None),
        ("It was covered in West Yorkshire, and reported to Audit Wales and to Companies House.", None),
        ("She was taught by Open University staff, and he took over from Town Hall.", None),
        ("He reports to Sam Hall now.", "reports to Sam Hall"),
    ],
)
def test_somebody_who_is_tied_to_another_name(bench: "Bench", text: str, found: str | None) -> None:
    """In the item where a person is withheld: who came before, stands in, is married to or shares a name with whom."""
    told = _in_item(bench, text).found(FindingKind.PERSON_DESCRIBED)
    assert {words for words, severity in told.items() if severity is CHECK} == ({found} if found else set())
    told = _in_another_item(bench, text).found(FindingKind.PERSON_DESCRIBED)
    assert CHECK not in told.values()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is a subsidiary of the Coachworks Group.", "subsidiary of the Coachworks Group"),
        ("The firm traded until 2021 as Millom Bodies.", "traded until 2021 as Millom Bodies"),
        ("It was formerly Anchor Inns, of Hull.", "formerly Anchor Inns"),
        ("It is now owned by the Dartmoor Group.", "owned by the Dartmoor Group"),
        ("It is listed on AIM as NVLS now.", "listed on AIM as NVLS"),
        ("The home is run by Fairholme Care.", "home is run by Fairholme Care"),
        ("The project is run by Umbra Care.", None),
        ("It is part of the Annual Review, and trading was as usual.", None),
        ("The log is run by IAS, formerly in the depot.", None),
    ],
)
def test_a_body_that_is_tied_to_another_name(bench: "Bench", text: str, found: str | None) -> None:
    """In the item where a body is withheld: whose it is, and what it was called."""
    assert _in_item(bench, text).found(FindingKind.BODY_DESCRIBED) == ({found: CHECK} if found else {})
    assert _in_another_item(bench, text).found(FindingKind.BODY_DESCRIBED) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The only woman of that rank answered.", "The only woman of"),
        ("It is the sole bidder with a works there.", "the sole bidder with"),
        ("The longest-serving governor on the panel spoke.", "The longest-serving governor on"),
        ("The only option on the table, and the only way to do it.", None),
        ("The only change to the officer is small.", None),
        ("The officer is the only reason for it.", None),
    ],
)
def test_what_is_true_of_one_alone(bench: "Bench", text: str, found: str | None) -> None:
    """Whoever knows them knows which; things and ways are nobody."""
    told = _in_item(bench, text).found(FindingKind.PERSON_DESCRIBED)
    assert told == ({found: NOTE} if found else {})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ward member for Holme Valley South left.", ["ward member for Holme Valley South"]),
        ("It was for the MP for Calder Valley to say.", ["MP for Calder Valley"]),
        ("Every member for whom it matters left.", []),
        ("A member for the first time spoke.", []),
    ],
)
def test_who_was_elected_for_a_place(bench: "Bench", text: str, found: list[str]) -> None:
    """A list on the web tells who that is; a member in general is one of many."""
    told = _in_item(bench, text).found(FindingKind.POST_TELLS)
    assert told == dict.fromkeys(found, NOTE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mrs Kerr and Dr Moss agreed; the other member did not.", {"the other member": NOTE}),
        ("All the other members agreed, and the third members' day.", {}),
    ],
)
def test_who_is_left_when_the_others_are_named(bench: "Bench", text: str, found: dict[str, Severity]) -> None:
    """Where a name is withheld in the attendance; where none is, nobody is left over."""
    meeting = bench.meeting("Keith Raistrick spoke.", text, names=["Jo Kerr", "Len Moss", "Keith Raistrick"])
    outcome = bench.release(meeting, bench.person("Keith Raistrick"))
    assert outcome.found(FindingKind.PERSON_DESCRIBED) == found
    meeting = bench.meeting("Keith Raistrick spoke.", text, names=["Jo Kerr", "Len Moss"])
    outcome = bench.release(meeting, bench.person("Keith Raistrick"))
    assert outcome.found(FindingKind.PERSON_DESCRIBED) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The officer named at 1.1 is the only Welsh speaker.", {"The officer named at 1.1": NOTE}),
        ("She works with the doctor in minute 1.1 of old.", {"the doctor in minute 1.1": NOTE}),
        ("The officer named at 1.2 is the only Welsh speaker.", {}),
        ("The point made at 1.1 was noted, and the firm rose by 1.1%.", {}),
    ],
)
def test_somebody_whom_another_minute_points_to(bench: "Bench", text: str, found: dict[str, Severity]) -> None:
    """By the number of the minute in which the name is withheld."""
    meeting = bench.meeting("Keith Raistrick spoke.", "The plan was read.", text)
    outcome = bench.release(meeting, bench.person("Keith Raistrick"))
    assert outcome.found(FindingKind.PERSON_DESCRIBED) == found


@pytest.mark.parametrize("second", ["Two", None])
def test_the_item_is_that_under_which_a_minute_stands(bench: "Bench", second: str | None) -> None:
    """Minutes that count on from item to item are no items of their own."""
    texts = ("Keith Raistrick spoke.", "He took over from Peter Lumb at LS1 4AP.")
    minutes = [Block(kind=BlockKind.MINUTE, text=text, number=str(at)) for at, text in enumerate(texts, start=6)]
    items = [bench.item("One", minutes[0]), bench.item(second, minutes[1])] if second else [bench.item("One", *minutes)]
    outcome = bench.release(bench.meeting(items=items), bench.person("Keith Raistrick"))
    told = {} if second else {"took over from Peter Lumb": CHECK}
    assert outcome.found(FindingKind.PERSON_DESCRIBED) == told
    assert outcome.found(FindingKind.PUBLIC_RECORD) == ({} if second else {"LS1 4AP": CHECK})
