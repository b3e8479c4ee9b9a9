"""What can become of an action: the same keys in the log and in the guided pass."""

from lpgminutes.tui.commands.command import Command

CLOSE = Command(
    id="action.close",
    keys=("c",),
    label="Close",
    help="Agree that it is done; asks for the evidence.",
    in_bar=True,
)
REDATE = Command(
    id="action.redate",
    keys=("d",),
    label="Re-date",
    help="Give it another due date; asks why, and shows how often it slipped.",
    in_bar=True,
)
REASSIGN = Command(
    id="action.reassign",
    keys=("r",),
    label="Reassign",
    help="Give it to other owners; names are completed.",
    in_bar=True,
)
NOTE = Command(id="action.note", keys=("n",), label="Note", help="Add what was said about it.", in_bar=True)
TRANSFER = Command(id="action.transfer", keys=("t",), label="Transfer", help="Let another forum take it over.")
SUPERSEDE = Command(id="action.supersede", keys=("s",), label="Supersede", help="Let another action take its place.")
WITHDRAW = Command(id="action.withdraw", keys=("w",), label="Withdraw", help="Say why it is no longer needed.")
REOPEN = Command(id="action.reopen", keys=("o",), label="Reopen", help="Wait for it again; asks why.")

CHANGES = (CLOSE, REDATE, REASSIGN, NOTE, TRANSFER, SUPERSEDE, WITHDRAW, REOPEN)
"""Every change that asks something."""
