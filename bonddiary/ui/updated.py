"""One quiet line after an update, once: never on the first start, and never in a diary to look around in."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bonddiary import __version__
from bonddiary.domain.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bonddiary.ui.main_window import MainWindow
    from bonddiary.ui.session import Session


class Updated(QObject):
    """Of one session."""

    def __init__(self, window: "MainWindow", session: "Session", show: "Callable[[], object]") -> None:
        """`show`: leads to what is new."""
        super().__init__(session)
        self._window, self._session, self._show = window, session, show
        session.opened.connect(self.look)

    def look(self) -> None:
        """Remembers this version, and says it where an older one was started here before."""
        session = self._session
        last = session.settings.last_version
        if last == __version__ or not session.paths.kept:
            return
        with suppress(DiaryError):
            session.change_settings(last_version=__version__)
        if last and () < _number(last) < _number(__version__):
            self._window.stand(
                self.tr("Bond Diary was updated to {0}.").format(__version__),
                (self.tr("What’s new"), self._go),
                (self.tr("Close"), self._window.stand),
            )

    def _go(self) -> None:
        self._window.stand()
        self._show()


def _number(version: str) -> tuple[int, ...]:
    """ "0.10.2" as numbers that can be compared; what comes after them doesn't count."""
    return tuple(int(part) for part in re.match(r"[\d.]*", version)[0].split(".") if part)  # type: ignore[index]
