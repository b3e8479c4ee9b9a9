"""A paste is whole however it is cut up on its way, and one that is never ended hides no key for long."""

from lpgminutes.tui.open_paste import END, START, OpenPaste

LONG = "minutes of the last meeting, "


class Line:
    """What comes through, and when."""

    def __init__(self) -> None:
        self.now = 100.0
        self._paste = OpenPaste(lambda: self.now)

    def comes(self, *reads: str, apart: float = 0.005) -> str:
        """Let some reads come one after the other; return what goes on to the keys."""
        handed_on: list[str] = []
        for read in reads:
            self.now += apart
            handed_on += self._paste.take(read)
        return "".join(handed_on)

    def ends(self) -> str:
        """Let nothing come any more; return what goes on to the keys."""
        return "".join(self._paste.finish())


def test_keys_go_on_as_they_come() -> None:
    """Also those that begin as a paste does."""
    line = Line()
    assert line.comes("a", "\x1b", "[20", "b", "\x1b[20~", "", "\u00e9") == "a\x1b[20b\x1b[20~\u00e9"


def test_a_paste_is_whole_however_it_is_cut_up() -> None:
    """At any place of its beginning and its end, and on a slow line; keys around it are keys."""
    whole = f"x{START}one\ntwo{END}y"
    for first in range(1, len(whole)):
        for second in range(first, len(whole)):
            assert Line().comes(whole[:first], whole[first:second], whole[second:], apart=0.5) == whole
    assert Line().comes(whole + whole) == whole * 2


def test_what_would_be_a_key_in_a_paste_is_none() -> None:
    """An end is found behind an escape that was copied, too."""
    assert Line().comes(f"{START}one\x1btwo\x1b{END}") == f"{START}onetwo{END}"


def test_keys_behind_a_paste_that_is_never_ended_are_keys() -> None:
    """The pointer that moves meanwhile is no part of it, and keeps it open no longer."""
    line = Line()
    assert line.comes(f"{START}{LONG}", LONG) == START
    assert line.comes(*"typed\r", "\x1b[<35;10;10M", apart=0.1) == ""
    assert line.comes("", apart=2.0) == ""
    assert line.comes("", apart=0.5) == f"{LONG}{LONG}{END}typed\r\x1b[<35;10;10M"
    assert line.comes(*"on", apart=0.1) == "on"


def test_the_rest_of_a_paste_that_stood_still_is_pasted() -> None:
    """It is not typed, and its end is the end; much later, many keys at once are keys."""
    line = Line()
    assert line.comes(START + LONG) == START
    assert line.comes("", apart=4.0) == LONG + END
    assert line.comes(LONG, apart=4.0) == START
    assert line.comes(LONG + END) == LONG + LONG + END
    assert line.comes(START + LONG, "", apart=4.0) == START + LONG + END
    assert line.comes(LONG, apart=60.0) == LONG


def test_what_is_held_is_handed_on_at_the_end() -> None:
    """The end of a paste that breaks off with its terminal does not come, nor time to wait for it."""
    line = Line()
    assert line.comes(START + LONG) == START
    assert line.comes(*"ab", apart=0.1) == ""
    assert line.ends() == f"{LONG}{END}ab"
    assert line.ends() == ""
