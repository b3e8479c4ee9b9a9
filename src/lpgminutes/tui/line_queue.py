"""The lines between the keyboard and the store: those on their way, the one in the editor, those that wait.

Nothing leaves here before it is stored: an answer takes a line out, a refusal brings it back to be mended.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class LineQueue:
    """What was typed and is not stored yet, in the order in which it was typed."""

    on_their_way: list[str] = field(default_factory=list)
    """Entered, not answered yet."""
    held: list[str] = field(default_factory=list)
    """Entered before there is an item: they go under the first one."""
    current: str = ""
    """What the editor shows."""
    is_sent: bool = False
    """Whether what the editor shows is the last of those on their way: it stays in sight until it is stored."""
    following: list[str] = field(default_factory=list)
    """Pasted along, or typed after a line that was refused."""
    is_paste: bool = False
    """Whether all of those that follow were pasted just now: they are dropped by a key, and no others are."""
    given_back: int = 0
    """How many lines were refused, from the one in the editor on, and are not entered again."""

    def __bool__(self) -> bool:
        return any(line.strip() for line in self.lines())

    def lines(self) -> tuple[str, ...]:
        """Return every line that is not stored, each once."""
        current = () if self.is_sent else (self.current,)
        return (*self.on_their_way, *self.held, *current, *self.following)

    def text(self) -> str:
        """Return everything that is not stored, as the journal keeps it."""
        return "\n".join(self.lines()).strip("\n")

    def typed(self, text: str) -> None:
        """Take what the editor shows where that is not on its way."""
        self.current, self.is_sent = text, False

    def current_lines(self) -> tuple[str, ...]:
        """Return what the editor shows: a line, or several that were dropped together and are brought back."""
        return tuple(line for line in self.current.split("\n") if line.strip()) or (self.current,)

    def take_apart(self) -> None:
        """Let what stands in several rows be so many lines."""
        self.current, *rest = self.current_lines()
        self.following[:0] = rest

    def pasted(self, before: int, lines: tuple[str, ...]) -> None:
        """Take the lines that were pasted along with the one in the editor, behind some that were before."""
        if lines:
            self.is_paste = self.is_paste or not self.following
            self.following[before:before] = lines

    def wait_behind(self, *lines: str) -> None:
        """Let lines wait behind the one in the editor that were typed, or left behind: no key drops them."""
        if any(map(str.strip, lines)):
            self.is_paste = False
            self.following[:0] = lines

    def put_off(self, refused: str, gone_on_with: str) -> None:
        """Let a refused line wait behind one that is typed, which somebody had begun when it was refused."""
        if gone_on_with in self.following:
            self.following.remove(gone_on_with)
        self.wait_behind(refused)
        self.given_back += 1

    def enter(self) -> str | None:
        """Return the line to be stored; none when it is on its way already, or nothing is typed.

        With nothing in the editor the next of those that wait comes there, to be looked at first.
        """
        if self.following and not self.is_sent and not self.current.strip():
            self.current = self.following.pop(0)
            return None
        if self.is_sent or not self.current.strip():
            return None
        self.on_their_way.append(self.current)
        self.is_sent, self.given_back = True, 0
        return self.current

    def stored(self, line: str) -> str | None:
        """Take a stored line out; return the next of those that wait, which is on its way then."""
        self.answered(line)
        if not self.is_sent or self.current != line or line in self.on_their_way:
            return None
        self.current, self.is_sent = "", False
        if self.following:
            self.current = self.following.pop(0)
            return self.enter()
        return None

    def hold(self, line: str) -> str | None:
        """Keep an entered line until there is an item; return the next of those that wait, as ``stored`` does."""
        self.held.append(line)
        return self.stored(line)

    def let_go(self) -> tuple[str, ...]:
        """Send the lines on their way that were kept for an item, and return them."""
        held, self.held = tuple(self.held), []
        self.on_their_way += held
        return held

    def refused(self, line: str) -> None:
        """Bring a line back into the editor, or behind those that are back; what has been typed since waits then."""
        self.answered(line)
        if self.given_back:
            self.is_paste = False
            self.following.insert(self.given_back - 1, line)
            self.given_back += 1
            return
        self.given_back = 1
        if self.is_sent and self.current == line:
            self.is_sent = False
            return
        if self.current.strip() and not self.is_sent:
            self.wait_behind(self.current)
        self.current, self.is_sent = line, False

    def let_follow(self) -> tuple[str, ...]:
        """Send the lines on their way that wait behind one over which the next was begun, and return them."""
        following = self.drop_following()
        self.on_their_way += following
        return following

    @property
    def can_be_dropped(self) -> bool:
        """Whether lines wait that were pasted and are not entered."""
        return bool(self.following) and self.is_paste and not self.is_sent

    def drop_following(self) -> tuple[str, ...]:
        """Take out the lines that wait, and return them."""
        dropped, self.following = tuple(self.following), []
        self.given_back = min(self.given_back, 1)
        return dropped

    def put_aside(self) -> tuple[str, ...]:
        """Take out what is typed and what waits behind it, and return it; what is on its way goes on."""
        aside = (*(() if self.is_sent else (self.current,)), *self.drop_following())
        self.typed("")
        self.given_back = 0
        return tuple(filter(str.strip, aside))

    def answered(self, line: str) -> None:
        """Take a line out of those that are on their way."""
        if line in self.on_their_way:
            self.on_their_way.remove(line)
