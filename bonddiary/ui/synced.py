"""Warns where the open diary lies in a folder that another program shares, and moves it when that is asked for."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess

from bonddiary.domain.errors import DiaryError
from bonddiary.system.paths import Paths, usual_paths
from bonddiary.system.synced import synced_by

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow
    from bonddiary.ui.session import Session


class SyncedWarning(QObject):
    """Says it in the window whenever the diary was opened. Nothing is moved unasked."""

    def __init__(self, window: "MainWindow", usual: Paths | None = None) -> None:
        super().__init__(window)
        self._window, self._usual = window, usual
        window.session.opened.connect(self.look)

    def look(self) -> None:
        """Says which service shares the folder, and where the diary could go."""
        session = self._window.session
        service = synced_by(session.paths.data)
        if not service or session.diary.is_demo:
            return
        danger = (
            f"Your diary is in a folder that {service} seems to share. That can damage an open diary, "
            "and others may come to read it."
        )
        new = self._place()
        if new is None:
            self._window.say(f"{danger} Leave this folder out of {service}: {session.paths.data}")
        else:
            self._window.say(danger, (self.tr("Move it…"), lambda: self._ask(new)))

    def _place(self) -> Paths | None:
        """This computer's usual folder; None where the diary is there already, or that is shared too."""
        usual = self._usual or usual_paths()
        same = usual.data.resolve() == self._window.session.paths.data.resolve()
        return None if same or synced_by(usual.data) else usual

    def _ask(self, new: Paths) -> None:
        self._window.say(
            f"It goes to {new.data}, with its copies: copied, compared, then taken away here. "
            "Copies that were shared before may stay with others. Bond Diary starts again then.",
            (self.tr("Move it now"), lambda: self._move(new)),
        )

    def _move(self, new: Paths) -> None:
        from bonddiary.diary.moving import move

        session = self._window.session
        key = session.backups.key
        try:
            session.end(lambda: move(session.paths, new, session.clock, key))
        except DiaryError as error:
            self._window.say(str(error))
            return
        session.moved = True
        QCoreApplication.exit(0)


def start_again(session: "Session") -> None:
    """After the last window: starts the program anew where the diary was moved; it finds it by itself."""
    if session.moved:
        command = [] if getattr(sys, "frozen", False) else ["-m", "bonddiary"]
        QProcess.startDetached(sys.executable, command)
