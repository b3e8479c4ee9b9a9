"""The commands in the list of people: one key for what happens, with the time where it has one."""

from lpgminutes.tui.commands.command import Command


def _of_person(name: str, key: str, label: str, help_: str, *, in_bar: bool = False) -> Command:
    return Command(id=f"person.{name}", keys=(key,), label=label, help=help_, in_bar=in_bar, is_done_by_screen=True)


PEOPLE_LIST = (
    _of_person("arrived", "a", "Arrived", "Note that somebody came, or came back, just now.", in_bar=True),
    _of_person("departed", "d", "Left", "Note that somebody left just now.", in_bar=True),
    _of_person("apologies", "s", "Apologies", "Note that somebody sent apologies.", in_bar=True),
    _of_person("dialled_in", "o", "Dialled in", "Note that somebody takes part from elsewhere, or in the room."),
    _of_person("deputy", "f", "For", "Say for whom somebody deputises."),
    _of_person("for_item", "i", "For item", "Note that somebody is here for the item at hand alone."),
    _of_person("guest", "n", "Add", "Add somebody, from the register or as new.", in_bar=True),
    _of_person("change", "e", "Put right", "Put the name, the capacity, the role or the times right.", in_bar=True),
    _of_person("interest", "c", "Interest", "Record an interest that somebody declares in the item at hand."),
    _of_person("strike", "x", "Take out", "Take somebody out of the attendance; u brings them back."),
)
"""What can be noted of the person at the cursor."""

INTERESTS = (
    Command(id="interests.change", keys=("e",), label="Change", help="Change the declaration.", in_bar=True),
    Command(
        id="interests.take_out",
        keys=("x", "delete"),
        label="Take out",
        help="Take the declaration out; undo brings it back.",
        in_bar=True,
    ),
    Command(id="interests.declare", keys=("n",), label="New", help="Record another declaration.", in_bar=True),
    Command(id="interests.close", keys=("escape",), label="Close", help="Go back to the meeting.", in_bar=True),
)
"""What can be done with the declarations of interest."""
