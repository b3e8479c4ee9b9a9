"""The release: what it still lacks, making it, and what was proved of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.cases import CaseStatus
from lpgminutes.domain.meetings import MeetingStatus
from lpgminutes.tui.dialogs.file_names import place_of
from lpgminutes.tui.messages.desk import FolderChecked, ReleaseMade, ReleaseNotMade
from lpgminutes.tui.requests import desk as requests
from lpgminutes.tui.screens.desk.reading import Reading
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.fitting_line import FittingLine

if TYPE_CHECKING:
    from lpgminutes.services.desk import DeskView
    from lpgminutes.services.release_check import ReleaseCheck
    from lpgminutes.tui.dialogs.release_folder import ReleasePlan

_MOST_FINDINGS = 5
Line = tuple[str, str]
"""A sign, and a sentence."""


class Releasing(Reading):
    """Refuses until nothing is lacking; makes it beside the keyboard."""

    def __init__(self, meeting: str, reference: str) -> None:
        super().__init__(meeting, reference)
        self.folder = ""
        """Where the last release went, or was looked for."""
        self.is_releasing = False

    def take_in(self, view: "DeskView") -> None:
        """Show what was read; say so when a case is changed of which a release went out."""
        went_out = self.view is not None and self.view.status is CaseStatus.RELEASED
        super().take_in(view)
        if went_out and view.status is not CaseStatus.RELEASED:
            self.say("A release of this case went out: what is changed now is for another one. u takes it back.")

    def action_release(self) -> None:
        """Say what is lacking, or ask where the release goes."""
        if self.view is None or self.findings is None or self.is_releasing:
            self.say("It is still being looked for what gives it away: in a moment.")
            return
        if lines := list(self._lacking()):
            self._tell("Nothing can be released yet", lines)
        else:
            self._ask_for_folder()

    def _lacking(self) -> Iterator[Line]:
        """Yield what keeps the release from being made."""
        blocking = [finding for finding in self.findings or () if finding.blocks]
        for finding in blocking[:_MOST_FINDINGS]:
            yield "!", f'"{finding.text}" in {finding.where()}: {finding.explanation}'
        if len(blocking) > _MOST_FINDINGS:
            yield "!", f"And {len(blocking) - _MOST_FINDINGS} more. f lists them: withhold each, or accept it there."
        elif blocking:
            yield " ", "f lists them: w withholds, a accepts with a reason."
        view = self.view
        if view is None:
            return
        for rule in view.proposal.located.idle:
            yield "!", f"{rule.words()} matches nothing in these minutes: l lists it, x lifts it."
        if view.reading.is_needed and view.reading.lacking:
            yield from (("?", sentence) for sentence in view.reading.lacking)
            yield " ", self._who_reads()

    def _who_reads(self) -> str:
        """Say what whoever is at the desk can do about the second reading."""
        view = self.view
        if view is None:
            return ""
        if self.waits_as_a_whole:
            if self.changed_it_last:
                return "You changed the set last: another person agrees to it as a whole."
            return "Y agrees to the set as a whole."
        if not view.reads_second:
            asking = "It was asked for" if view.case.asked_by else "s asks for it"
            return f"{view.reading.why} {asking}: another person opens this case under their own name and agrees."
        from lpgminutes.services.desk import not_agreed

        reading_on = "n goes to what is not read. " if view.unvisited else ""
        agreeing = "y agrees to what is withheld here, Y to all." if not_agreed(view.case) else ""
        return reading_on + (agreeing or f"Y {'then ' if reading_on else ''}agrees to the set as a whole.")

    def _ask_for_folder(self) -> None:
        from lpgminutes.domain.refusal_letter import review_unnamed
        from lpgminutes.services.releases import release_name
        from lpgminutes.tui.dialogs.release_folder import AskReleaseFolder, free_folder

        def release(plan: "ReleasePlan | None") -> None:
            if plan is not None:
                self.folder, self.is_releasing = plan.folder, True
                self.query_one("#desk-status", FittingLine).say(
                    plain("Making the release, and searching it\N{HORIZONTAL ELLIPSIS}")
                )
                requests.make_release(self, self.at_hand, plan.folder, plan.form)

        named = f"release-{release_name(self.at_hand.reference).removesuffix('-minutes')}"
        folder = free_folder(named, self.at_hand.meeting)
        series = self.view.minutes.meeting.series if self.view else None
        review = review_unnamed(series) if series else ""
        lacks = self._letter_lacks()
        self.app.push_screen(AskReleaseFolder(self._consequence(), folder, review=review, letter_lacks=lacks), release)

    def _letter_lacks(self) -> tuple[str, ...]:
        """Return the exemptions of which a test or an opinion is lacking: it may be accepted, and no letter without."""
        from lpgminutes.domain.findings import FindingKind

        records = (FindingKind.NEEDS_PUBLIC_INTEREST_TEST, FindingKind.NEEDS_QUALIFIED_PERSON)
        return tuple(dict.fromkeys(finding.text for finding in self.findings or () if finding.kind in records))

    def _consequence(self) -> str:
        view = self.view
        if view is None:
            return ""
        marks = counted(len(view.proposal.copy.marks()), "mark")
        read = "" if view.reading.is_complete else f" Nobody read it second: {view.reading.why} The manifest says so."
        searched = "The finished files are searched for everything withheld; one hit, and none is written."
        is_draft = view.minutes.meeting.status is MeetingStatus.DRAFT
        draft = " The minutes are a draft, and the copy says so." if is_draft else ""
        return f"{marks.capitalize()}. {searched}{draft}{read}"

    @on(ReleaseMade)
    def _tell_what_was_released(self, made: ReleaseMade) -> None:
        self.is_releasing = False
        search = made.made.search
        lines = [
            (
                "\N{CHECK MARK}",
                f"{search.terms} withheld texts were looked for in {search.forms} forms: nothing was found.",
            ),
            *(
                ("\N{CHECK MARK}", f"{name}: {counted(search.parts.get(name, 0), 'part')} searched")
                for name in made.made.files
            ),
        ]
        if not made.made.reading.is_complete:
            lines.append(("!", f"Nobody read it second: {made.made.reading.why} The manifest says so."))
        self._tell(f"Released to {place_of(made.folder).absolute()}", lines)
        self.reload()

    @on(ReleaseNotMade)
    def _tell_why_not(self, refused: ReleaseNotMade) -> None:
        self.is_releasing = False
        self._tell(
            "Nothing was released", [("!", line.strip()) for line in refused.sentence.splitlines() if line.strip()]
        )
        self.show_how_it_stands()

    def action_check_folder(self) -> None:
        """Ask for a folder, and hold it against what went out."""
        from lpgminutes.tui.dialogs.release_folder import AskFolder

        def check(folder: str | None) -> None:
            if folder:
                self.folder = folder
                requests.check_folder(self, self.at_hand, folder)

        self.app.push_screen(AskFolder(self.folder), check)

    @on(FolderChecked)
    def _tell_of_folder(self, checked: FolderChecked) -> None:
        check = checked.check
        made = f"the release that {check.made_by} made at {check.made_at:%Y-%m-%d %H:%M} UTC"
        is_word = "is" if check.is_unchanged else "is not"
        lines = list(_differences(check)) or [("\N{CHECK MARK}", "Every file is there, byte for byte, and no other.")]
        self._tell(f"{checked.folder} {is_word} {made}", lines)

    def _tell(self, heading: str, lines: list[Line]) -> None:
        from lpgminutes.tui.dialogs.told import Told

        self.app.push_screen(Told(heading, lines))


def _differences(check: "ReleaseCheck") -> Iterator[Line]:
    for words, names in (("changed", check.changed), ("missing", check.missing), ("not of it", check.added)):
        for name in names:
            yield "!", f"{name} is {words}."
