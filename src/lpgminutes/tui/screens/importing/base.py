"""What every part of the import preview knows: the papers, which is at hand, and how it is shown."""

from typing import TYPE_CHECKING

from textual.widgets import Static

from lpgminutes.tui.screens.importing.desk import DeskPaper, Standing
from lpgminutes.tui.screens.importing.words import detail_of, heading_of, said_of_unread
from lpgminutes.tui.screens.shell import ShellScreen
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.paper_view import PaperView
from lpgminutes.tui.widgets.part_list import PartList, PartRow

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Meeting

_NOT_SAVED = "not saved"


class Desk(ShellScreen):
    """Papers, one of which is at hand."""

    def __init__(self, *paths: str) -> None:
        super().__init__()
        self.papers = [DeskPaper(path=path) for path in dict.fromkeys(paths)]
        self.at = 0

    @property
    def here(self) -> DeskPaper:
        """The paper at hand."""
        return self.papers[self.at]

    @property
    def reading(self) -> PartList:
        """The reading, row by row."""
        return self.query_one(PartList)

    @property
    def paper_view(self) -> PaperView:
        """The paper as it stands."""
        return self.query_one(PaperView)

    def named(self, path: str) -> DeskPaper:
        """Return the paper of a path."""
        return next(paper for paper in self.papers if paper.path == path)

    def show(self) -> None:
        """Show the paper at hand as it stands."""
        paper = self.here
        self.query_one("#import-heading", Static).update(heading_of(self.papers, self.at))
        is_read = paper.paper is not None
        self.query_one("#import-sides").display = is_read
        self.query_one("#import-detail").display = is_read
        empty = self.query_one("#import-empty", EmptyState)
        empty.display = not is_read
        if is_read:
            self._show_reading(paper)
        else:
            empty.say(*said_of_unread(self.papers, self.at))
        self.show_keys()

    def _show_reading(self, paper: DeskPaper) -> None:
        is_kept = paper.standing is Standing.KEPT
        self.banner.marking = paper.meeting.marking.as_written
        self.banner.place = paper.ref if is_kept else _NOT_SAVED
        self.paper_view.show(paper.paper.lines if paper.paper else (), paper.doubtful_places())
        self.reading.show(paper.rows())
        self.show_detail()
        if self.focused is None:
            self.set_focus(self.reading)

    def show_detail(self) -> None:
        """Show where the highlighted row stands in the paper, its words whole, and what is doubtful about it."""
        row = self.reading.highlighted
        if row is None or self.here.paper is None:
            return
        self.paper_view.go_to(self.here.place_of(row))
        self.query_one("#import-detail", Static).update(detail_of(self.here, row))

    def put(self, meeting: "Meeting", row: PartRow | None = None) -> None:
        """Take over a corrected reading; the row that it was corrected at is checked by that."""
        if row is not None:
            self.here.tick_off(row)
        self.here.correct(meeting)
        self.show()
