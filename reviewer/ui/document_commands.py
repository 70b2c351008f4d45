"""What the commands do that act within the open document: find, go on by tag, move ends."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace


class DocumentCommands:
    """The part of ``Commands`` that needs no dialog and no service."""

    def __init__(self, workspace: "Workspace") -> None:
        self._space = workspace

    def find(self) -> None:
        """Look for words in the open document."""
        self._space.read.view.finding.open()

    def find_next(self) -> None:
        """Go to the next place where the words are."""
        self._space.read.view.finding.step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._space.read.view.finding.step(-1)

    def change_ends(self) -> None:
        """Let the arrow keys move the ends of the selected annotation."""
        self._space.read.view.change_ends()

    def end_later(self) -> None:
        """Take one more word in."""
        self._space.read.view.ends.step(1, end=True, by_word=True)

    def end_earlier(self) -> None:
        """Leave the last word out."""
        self._space.read.view.ends.step(-1, end=True, by_word=True)

    def begin_earlier(self) -> None:
        """Take the word before in."""
        self._space.read.view.ends.step(-1, end=False, by_word=True)

    def begin_later(self) -> None:
        """Leave the first word out."""
        self._space.read.view.ends.step(1, end=False, by_word=True)

    def next_with_tag(self) -> None:
        """Go to the next annotation with the same tag, in whichever source."""
        self._space.read.tag_jumps.step(1)

    def previous_with_tag(self) -> None:
        """Go to the annotation with the same tag before."""
        self._space.read.tag_jumps.step(-1)
