"""The commands of the release desk."""

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import QUIT_BY_LETTER, REDO, UNDO

PAPER = (
    Command(id="paper.up", keys=("up", "k"), label="Up", help="Go to the text before.", is_motion=True),
    Command(id="paper.down", keys=("down", "j"), label="Down", help="Go to the next text.", is_motion=True),
    Command(id="paper.page_up", keys=("pageup",), label="Page up", help="Go up a page.", is_motion=True),
    Command(id="paper.page_down", keys=("pagedown",), label="Page down", help="Go down a page.", is_motion=True),
    Command(id="paper.first", keys=("home",), label="First", help="Go to the first text.", is_motion=True),
    Command(id="paper.last", keys=("end",), label="Last", help="Go to the last text.", is_motion=True),
    Command(
        id="paper.next_word",
        keys=("right",),
        label="Next word",
        help="Choose the next word.",
        is_motion=True,
    ),
    Command(
        id="paper.previous_word",
        keys=("left",),
        label="Word before",
        help="Choose the word before.",
        is_motion=True,
    ),
    Command(
        id="paper.longer",
        keys=("shift+right", "L"),
        label="Longer",
        help="Choose one word more.",
        shown="Shift \N{RIGHTWARDS ARROW} L",
        is_motion=True,
    ),
    Command(
        id="paper.shorter",
        keys=("shift+left", "H"),
        label="Shorter",
        help="Choose one word less.",
        shown="Shift \N{LEFTWARDS ARROW} H",
        is_motion=True,
    ),
    Command(
        id="paper.grow",
        keys=("space", "plus"),
        label="More",
        help="Choose the next larger thing: word, sentence, the whole text, the field in every row, the whole item.",
        shown="Space +",
        is_motion=True,
    ),
    Command(
        id="paper.shrink",
        keys=("backspace", "minus"),
        label="Less",
        help="Choose the next smaller thing.",
        shown="Backspace -",
        is_motion=True,
    ),
)
"""How one goes through the minutes, and chooses."""

WITHHOLD = Command(
    id="desk.withhold",
    keys=("w", "enter"),
    label="Withhold",
    help="Withhold what is chosen, or the whole text: its exemptions, how far it reaches, every mention listed first.",
    shown="w",
    in_bar=True,
    is_done_by_screen=True,
)

DESK = (
    WITHHOLD,
    Command(
        id="desk.lift",
        keys=("x", "delete"),
        label="Lift",
        help="Withhold no longer what stands here, with a reason; it stays in the register.",
        in_bar=True,
    ),
    Command(
        id="desk.change",
        keys=("c",),
        label="Change",
        help="Withhold otherwise what stands here: under other exemptions, for another reason.",
        in_bar=True,
    ),
    Command(
        id="desk.other_side",
        keys=("v", "tab"),
        label="Public view",
        help="Show what the reader will get; once more the officer's view.",
        in_bar=True,
    ),
    Command(
        id="desk.findings",
        keys=("f", "f2"),
        label="Findings",
        help="Go to what still gives it away; once more puts it away.",
        in_bar=True,
    ),
    Command(
        id="desk.withholdings",
        keys=("l", "f3"),
        label="Withheld",
        help="Go to the list of what is withheld, with who proposed and who read it; once more puts it away.",
        in_bar=True,
    ),
    Command(
        id="desk.release",
        keys=("f6",),
        label="Release",
        help="Say what a release still lacks, or make it.",
        in_bar=True,
    ),
    UNDO,
    REDO,
    Command(id="desk.next_mark", keys=("m",), label="Next mark", help="Go to the next text with something withheld."),
    Command(id="desk.previous_mark", keys=("M",), label="Mark before", help="Go to the one before.", shown="M"),
    Command(
        id="desk.next_unvisited",
        keys=("n",),
        label="Next unread",
        help="Go to the next text that no second reader has had before their eyes.",
    ),
    Command(
        id="desk.accept",
        keys=("a",),
        label="Accept",
        help="In the findings: let the highlighted one stand, with a reason.",
    ),
    Command(
        id="desk.agree",
        keys=("y",),
        label="Agree",
        help="Agree, as the second reader, to what is withheld here.",
    ),
    Command(
        id="desk.agree_all",
        keys=("Y",),
        label="Agree to all",
        help="Agree, as the second reader, to everything that somebody else proposed.",
        shown="Y",
    ),
    Command(
        id="desk.reject",
        keys=("r",),
        label="Reject",
        help="Reject, as the second reader, what is withheld here, with a reason.",
    ),
    Command(
        id="desk.ask_for_reading",
        keys=("s",),
        label="Ask to read",
        help="Hand the case over to a second reader.",
    ),
    Command(
        id="desk.check_folder",
        keys=("f7",),
        label="Check folder",
        help="Say whether a folder is still what went out.",
    ),
    Command(
        id="desk.reload",
        keys=("f5",),
        label="Read again",
        help="Read the case again, with what others have changed.",
    ),
    Command(id="shell.back", keys=("escape",), label="Back", help="Go back to the cases.", in_bar=True),
    QUIT_BY_LETTER,
)
