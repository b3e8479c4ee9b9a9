"""The commands of looking for words on the release desk."""

from lpgminutes.tui.commands.command import Command

FIND_WORDS = (
    Command(
        id="desk.find_words",
        keys=("slash",),
        label="Find words",
        help="Find words in these minutes and choose them, so that w withholds them.",
        in_bar=True,
        shown="/",
        is_priority=True,
    ),
    Command(
        id="desk.next_hit",
        keys=("greater_than_sign",),
        label="Next hit",
        help="Go to the next place with the words that were looked for last, round the end.",
        shown=">",
    ),
    Command(
        id="desk.previous_hit",
        keys=("less_than_sign",),
        label="Hit before",
        help="Go to the one before, round the start.",
        shown="<",
    ),
)
"""What works on the desk."""

FIND_LINE = (
    Command(
        id="find_line.take",
        keys=("enter",),
        label="Choose",
        help="Leave the words chosen that were found.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="find_line.next",
        keys=("down", "tab"),
        label="Next",
        help="Go to the next place with these words, round the end.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="find_line.previous",
        keys=("up", "shift+tab"),
        label="Before",
        help="Go to the place before with these words, round the start.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="find_line.leave",
        keys=("escape",),
        label="Go back",
        help="Go back to where you were.",
        in_bar=True,
        is_motion=True,
    ),
)
"""What works while the words are typed: no key here is a letter."""
