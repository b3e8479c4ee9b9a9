"""An input of one line that loses nothing of what is pasted: Textual's own drops every line after the first."""

from textual.events import Paste
from textual.widgets import Input

from lpgminutes.domain.text import TEXT_LIMIT


class OneLine(Input):
    """Joins the lines of a paste, and says so."""

    def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        lines = [line for line in event.text.splitlines() if line.strip()]
        if len(event.text) > TEXT_LIMIT:
            self._say(f"{len(event.text):,} characters are too many for one line: nothing was pasted.")
            return
        if len(lines) > 1:
            self._say(f"{len(lines)} lines were joined into one.")
        self.replace(" ".join(lines), *self.selection)

    def _say(self, sentence: str) -> None:
        self.notify(sentence, title="Pasted", markup=False)
