"""Hears from the desktop that the computer goes to sleep or its screen is locked, over D-Bus, a socket of this computer.

Nothing is loaded and nothing is connected until somebody wants to know. Where there is no D-Bus nothing is heard, and nothing
is pretended: `heard` says on which buses it listens.
"""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

LOGIN = "org.freedesktop.login1"
SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


class Desktop(QObject):
    """Listens while it is wanted."""

    leaving = Signal()
    """The computer goes to sleep, or its screen is locked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = False
        self._on: list[tuple[QDBusConnection, tuple[str, str, str, str], str]] = []

    @property
    def heard(self) -> int:
        """On how many signals it listens; 0 where there is no D-Bus."""
        return len(self._on)

    def listen(self, wanted: bool) -> None:
        """Begins or ends listening."""
        if wanted is self._wanted:
            return
        self._wanted = wanted
        if not wanted:
            for bus, signal, slot in self._on:
                bus.disconnect(*signal, self, SLOT(slot))  # type: ignore[call-overload]  # it takes the text
            self._on.clear()
            return
        from PySide6.QtDBus import QDBusConnection  # only where it is wanted: it is a library and a socket

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        manager = (LOGIN, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep")
        self._hear(system, manager, "on_said(bool)")
        self._hear(
            system,
            (LOGIN, session_path(os.environ.get("XDG_SESSION_ID", "")), f"{LOGIN}.Session", "Lock"),
            "on_lock()",
        )
        for name, path in SAVERS:
            self._hear(session, (name, path, name, "ActiveChanged"), "on_said(bool)")

    @Slot(bool)
    def on_said(self, begins: bool) -> None:
        """Sleep, or a locked screen, begins or ends."""
        if begins:
            self.leaving.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session of this seat is locked."""
        self.leaving.emit()

    def _hear(self, bus: "QDBusConnection", signal: tuple[str, str, str, str], slot: str) -> None:
        if bus.isConnected() and bus.connect(*signal, self, SLOT(slot)):  # type: ignore[call-overload]
            self._on.append((bus, signal, slot))


def session_path(session: str) -> str:
    """From where login1 speaks of this session; blank, which is any, where the desktop doesn’t say which it is."""
    if not session.isalnum():
        return ""
    first = session[0]
    return (
        f"/org/freedesktop/login1/session/{f'_{ord(first):02x}' if first.isdigit() else first}{session[1:]}"
    )
