"""The bar above every page: what couldn't be done, and under it what stands there for as long as it holds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.inline_bar import Act, InlineBar

if TYPE_CHECKING:
    from bonddiary.ui.session import Session

UNDER_BAR = 96
"""Of a page, below words in the bar that take all other room."""


class WindowBar(InlineBar):
    """A message is read until it is closed; then what stands in the bar is seen again."""

    settled = Signal()
    """A message was closed."""

    def __init__(self) -> None:
        super().__init__()
        self._stands: tuple[str, tuple[tuple[str, Act], ...], str] = ("", (), "banner")
        self._now = ""

    @property
    def stands(self) -> bool:
        """Whether something stands in it, seen or not."""
        return bool(self._stands[0])

    @override
    def say(self, words: str, *actions: tuple[str, Act], kind: str = "problem") -> None:
        self._now = words
        super().say(words, *actions, kind=kind)

    def say_until_closed(self, words: str, *actions: tuple[str, Act], kind: str = "problem") -> None:
        """A message with a button that puts it away."""
        self.say(words, *actions, (_tr("Close"), self.settle), kind=kind)

    def stand(self, words: str = "", *actions: tuple[str, Act], kind: str = "banner") -> None:
        """What stands in the bar whenever nothing else is said; blank for nothing. It waits for a message to be closed."""
        free = self._now in ("", self._stands[0])
        self._stands = (words, actions, kind)
        if free:
            self._show_standing()

    def stand_made_up(self, session: "Session", close: Act) -> None:
        """What stands there while a diary to look around in is open; in others nothing does."""
        if not session.diary.is_demo:
            self.stand()
        elif session.paths.kept:
            self.stand(_tr("This is a made-up diary, to look around in."))
        else:
            words = _tr("This is a made-up diary, to look around in. Nothing you note here is kept.")
            self.stand(words, (_tr("Close the made-up diary"), close))

    def settle(self) -> None:
        """Nothing more is said: what stands in the bar is seen."""
        self._show_standing()
        self.settled.emit()

    def _show_standing(self) -> None:
        words, actions, kind = self._stands
        self.say(words, *actions, kind=kind)


def _tr(words: str) -> str:
    return QCoreApplication.translate("WindowBar", words)
