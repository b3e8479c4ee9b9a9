"""Reading the files one after another, and keeping what is compared."""

from collections.abc import Sequence

from textual import on

from lpgminutes.tui.messages.imports import PaperKept, PaperNotKept, PaperRead, PaperRefused
from lpgminutes.tui.requests.imports import keep_paper, read_paper
from lpgminutes.tui.screens.importing.correcting import Correcting
from lpgminutes.tui.screens.importing.desk import DeskPaper, Standing
from lpgminutes.tui.screens.importing.words import left_words
from lpgminutes.tui.text import counted


class Keeping(Correcting):
    """Brings papers in and out of the desk."""

    def read_all(self) -> None:
        """Ask for every file, the first one first."""
        for paper in self.papers:
            read_paper(self, paper.path)

    @on(PaperRead)
    def _take_in(self, read: PaperRead) -> None:
        self.named(read.path).take_in(read.paper, read.before)
        self.show()

    @on(PaperRefused)
    def _take_in_refusal(self, refused: PaperRefused) -> None:
        paper = self.named(refused.path)
        paper.standing, paper.sentence = Standing.REFUSED, refused.sentence
        self.show()

    @on(PaperKept)
    def _take_in_kept(self, kept: PaperKept) -> None:
        paper = self.named(kept.path)
        paper.standing, paper.ref, paper.is_on_its_way = Standing.KEPT, kept.ref, False
        self.say(" ".join(kept.warnings) or f"Kept as {kept.ref}, a draft.", title=paper.name)
        unsaved = self._next_unsaved()
        if paper is self.here and unsaved is not None:
            self.go_to(unsaved)
        self.show()

    @on(PaperNotKept)
    def _take_in_not_kept(self, refused: PaperNotKept) -> None:
        paper = self.named(refused.path)
        paper.is_on_its_way = False
        self.say(refused.sentence, title=f"{paper.name} was not saved", is_error=True)
        self.show()

    def _next_unsaved(self) -> int | None:
        order = [*range(self.at + 1, len(self.papers)), *range(self.at)]
        return next((at for at in order if self.papers[at].standing is Standing.READ), None)

    def go_to(self, at: int) -> None:
        """Go to another paper."""
        self.at = at
        self.reading.cursor = 0
        self.show()

    def action_next_paper(self) -> None:
        """Go to the next file."""
        self.go_to((self.at + 1) % len(self.papers))

    def action_previous_paper(self) -> None:
        """Go to the file before."""
        self.go_to((self.at - 1) % len(self.papers))

    def action_keep(self) -> None:
        """Keep this paper as a draft in the records."""
        self._keep([self.here])

    def action_keep_all(self) -> None:
        """Keep every paper that was read and not yet saved."""
        self._keep([paper for paper in self.papers if paper.standing is Standing.READ])

    def _keep(self, papers: Sequence[DeskPaper]) -> None:
        """Keep papers, and ask before that where something is unchecked or came in before."""
        consequences = [f"{left_words(papers)} nobody has checked"] if any(p.left_to_check() for p in papers) else []
        before = [paper for paper in papers if paper.before]
        if before:
            consequences.append(f"{counted(len(before), 'file')} brought in before, as {before[0].before}")
        if not consequences:
            self._keep_now(papers)
            return
        said = "; ".join(consequences).capitalize()
        self._ask(papers, f"{said}. What is saved is a draft, with a note on each minute that was not checked.")

    def _ask(self, papers: Sequence[DeskPaper], consequence: str) -> None:
        from lpgminutes.tui.dialogs.confirm import Confirm

        def keep_if_sure(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                self._keep_now(papers)

        name = papers[0].name if len(papers) == 1 else counted(len(papers), "paper")
        self.app.push_screen(Confirm(f"Save {name} all the same?", consequence), keep_if_sure)

    def _keep_now(self, papers: Sequence[DeskPaper]) -> None:
        for paper in papers:
            if paper.paper is not None and not paper.is_on_its_way:
                paper.is_on_its_way = True
                keep_paper(self, paper.path, paper.paper, paper.to_keep(), again=bool(paper.before))
        self.show_keys()

    def unsaved_corrections(self) -> int:
        """Return how many papers were corrected and not saved."""
        return sum(paper.standing is Standing.READ and len(paper.readings) > 1 for paper in self.papers)

    def action_back(self) -> None:
        """Go back to the meetings; corrections that were not saved are asked about."""
        from lpgminutes.tui.dialogs.confirm import Confirm

        corrected = self.unsaved_corrections()
        if not corrected:
            super().action_back()
            return

        def leave_if_sure(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                self.app.pop_screen()

        said = f"{counted(corrected, 'paper')} {'was' if corrected == 1 else 'were'} corrected and not saved."
        self.app.push_screen(Confirm("Leave without saving?", said), leave_if_sure)
