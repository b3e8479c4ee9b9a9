"""Sentences that are actions, and sentences that only look like one."""

import pytest

from lpgminutes.domain.capture import CaptureContext, CapturedAction, LineKind, Standing, read_line

PRIYA, ALED = "Priya Nandakumar", "Aled Bowen-Price"
ACTIONS = [
    ("Priya Nandakumar took an action to ask Tom to the LPG by 1 Aug.", [PRIYA], "ask Tom to the LPG", "by 1 Aug"),
    ("After a debate, Priya took an action to write.", [PRIYA], "write", ""),
    ("Nandakumar took the action to write.", [PRIYA], "write", ""),
    ("PN took an action to write.", [PRIYA], "write", ""),
    ("ABP and Priya took an action to write.", [ALED, PRIYA], "write", ""),
    ("Priya, Aled and Tom Hughes took an action to write.", [PRIYA, ALED, "Tom Hughes"], "write", ""),
    ("ACTION: Priya to circulate the paper.", [PRIYA], "circulate the paper", ""),
    ("Action: PN/ABP to circulate the paper by Friday.", [PRIYA, ALED], "circulate the paper", "by Friday"),
    ("Action AP0619-09: Priya to write.", [PRIYA], "write", ""),
    ("Priya to review the position by Friday", [PRIYA], "review the position", "by Friday"),
    ("Mary O'Brien to write", ["Mary O’Brien"], "write", ""),
    ("DWP to send the data by 4 July.", ["DWP"], "send the data", "by 4 July"),
    ("The Secretariat to send the data by 4 July.", ["Secretariat"], "send the data", "by 4 July"),
    ("PIP Lead took an action to write.", ["PIP Lead"], "write", ""),
    ("An action was placed on Priya to write by 3 July.", [PRIYA], "write", "by 3 July"),
    ("! @priya @aled to review it by next Friday", [PRIYA, ALED], "review it", "by next Friday"),
    ("! @priya get 3 quotes", [PRIYA], "get 3 quotes", ""),
    ("! priya get 3 quotes", [PRIYA], "get 3 quotes", ""),
    ("! chair write to the bank", ["chair"], "write to the bank", ""),
    ("! fix the hedge", [], "fix the hedge", ""),
    ("Ms Nandakumar to write by 3 July.", [PRIYA], "write", "by 3 July"),
    ("Cllr Hobbs to write by 3 July.", ["Cllr Hobbs"], "write", "by 3 July"),
    ("! review it", [], "review it", ""),
    ("He took an action to write.", [], "write", ""),
    ("Rupert Vane took an action to write.", ["Rupert Vane"], "write", ""),
    ("Wilma took an action to write.", ["Wilma Marsh"], "write", ""),
    ("WMa took an action to write.", ["Wilma Marsh"], "write", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "owners", "text", "due"), ACTIONS)
def test_a_sentence_in_which_somebody_takes_an_action_is_one(
    line: str, owners: list[str], text: str, due: str, context: CaptureContext
) -> None:
    """Who, what and by when, by full name, forename, surname or initials."""
    action = only_action(line, context)

    assert [owner.name for owner in action.owners] == owners
    assert action.text == text
    assert (action.due.phrase if action.due else "") == due


NO_ACTIONS = [
    "The action plan was to be noted.",
    "It is to be noted that Priya rose.",
    "Priya went through all the outstanding action points to date.",
    "Actions points from previous meetings were reviewed.",
    "No action was needed to close it.",
    "Nobody took an action to write.",
    "Priya took an action to the board.",
    "Priya is to be thanked.",
    "Priya to be thanked.",
    "The report to the board was late.",
    "Welsh Government to IAS: nothing.",
    "The group agreed to write.",
    "? Priya took an action to write",
    "IAS to improve",
]


@pytest.mark.parametrize("line", NO_ACTIONS)
def test_a_false_cue_makes_no_action(line: str, context: CaptureContext) -> None:
    """Plans, things to be noted, nobody, directions, and what the group agreed in general."""
    assert read_line(line, context).actions == ()


def test_a_paragraph_may_tell_of_several(context: CaptureContext) -> None:
    """Each sentence by itself, and two in one sentence."""
    line = "It fell. Priya took an action to write (AP-7). Aled took an action to meet and Tom took an action to ring."

    told = read_line(line, context).actions

    assert [(action.owners[0].name, action.text, action.ref) for action in told] == [
        (PRIYA, "write", "AP-7"),
        (ALED, "meet", None),
        ("Tom Hughes", "ring", None),
    ]


def test_the_date_of_an_event_is_no_due_date(context: CaptureContext) -> None:
    """Somebody is invited to a meeting on a day: nothing is due then."""
    action = only_action("Priya took an action to invite Tom to the meeting on 1st August 2019 (AP0619-01).", context)

    assert (action.due, action.ref) == (None, "AP0619-01")


STANDINGS = [
    ("Priya", Standing.PRESENT),
    ("Tobias Renwick", Standing.AWAY),
    ("Tom", Standing.REGISTER),
    ("Secretariat", Standing.ROLE),
    ("IAS", Standing.ORGANISATION),
    ("Sam", Standing.AMBIGUOUS),
    ("Rupert", Standing.UNKNOWN),
]


@pytest.mark.parametrize(("owner", "standing"), STANDINGS)
def test_it_is_said_how_an_owner_was_resolved(owner: str, standing: Standing, context: CaptureContext) -> None:
    """Present, away, in the register, a role, an organisation, one of several, or not known."""
    assert only_action(f"{owner} took an action to write.", context).owners[0].standing is standing


def test_somebody_new_is_named_and_added_in_the_line(context: CaptureContext) -> None:
    """An underscore, a firm in brackets or a plus sign make a new person of a name that nobody has."""
    captured = read_line("! @Ivo_Brand(Umbra) and @+Una_Roe to meet", context, as_kind=LineKind.ACTION)

    assert [(one.name, one.organisation, one.is_here) for one in captured.new_people] == [
        ("Ivo Brand", "Umbra", False),
        ("Una Roe", "", True),
    ]
    assert captured.text == "Ivo Brand and Una Roe to meet"


def only_action(line: str, context: CaptureContext) -> CapturedAction:
    """Return the one action of a line."""
    [action] = read_line(line, context).actions
    return action
