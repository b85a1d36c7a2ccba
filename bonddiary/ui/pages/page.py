"""What the window asks of every page."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.focus import focus_first

if TYPE_CHECKING:
    from bonddiary.report.document import ReportDocument


class Place(StrEnum):
    """The places in the window, in the order of the sidebar. Those after Settings have no button there."""

    LOG = "log"
    TIMELINE = "timeline"
    PATTERNS = "patterns"
    TIPS = "tips"
    REPORT = "report"
    HELP = "help"
    SETTINGS = "settings"
    ABOUT = "about"
    CATCH_UP = "catch-up"
    VISITS = "visits"
    PHRASEBOOK = "phrasebook"
    GUIDE = "guide"


class Width(StrEnum):
    """Layout classes by the window's width in units of the text size."""

    WIDE = "wide"
    MEDIUM = "medium"
    NARROW = "narrow"

    @classmethod
    def of(cls, pixels: int, scale: float) -> "Width":
        """The class of a window `pixels` wide at a text scale (1.0 is 100 %)."""
        room = pixels / scale
        return cls.WIDE if room >= 1200 else cls.MEDIUM if room >= 700 else cls.NARROW


class Page(QWidget):
    """A page draws its presenter's state and forwards clicks."""

    all_kept = Signal()
    """Nothing waits to be saved any more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.width_class = Width.WIDE

    def enter(self) -> None:
        """The page comes into view."""

    def set_width(self, width: Width) -> None:
        """The window has another layout class."""
        self.width_class = width

    def go_on(self) -> None:
        """Something above the page that had the keyboard is done with: it goes to where the parent goes on."""
        focus_first(self)

    def start_typing(self) -> None:
        """The parent asks to type a moment here (Ctrl+N)."""

    def start_finding(self) -> None:
        """The parent asks to find something here (Ctrl+F)."""

    def go_to_date(self) -> None:
        """The parent asks to go to a date here (Ctrl+G)."""

    def log_again(self) -> bool:
        """Notes once more, now, what is stood on here (Ctrl+D); False where nothing is."""
        return False

    def start_printing(self) -> None:
        """The parent asks to print what is shown here (Ctrl+P)."""

    def show_sheet(self, document: "ReportDocument") -> None:
        """Shows a page that was made in another place, to be printed or saved."""

    def step_back(self) -> bool:
        """Goes back by one within the page (Alt+Left); False where that leads out of it."""
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+F10 is the Menu key of keyboards that have none."""
        at = QApplication.focusWidget()
        if at is None or (event.key(), event.modifiers()) != (
            Qt.Key.Key_F10,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            super().keyPressEvent(event)
            return
        middle, by_key = at.rect().center(), QContextMenuEvent.Reason.Keyboard
        QCoreApplication.sendEvent(at, QContextMenuEvent(by_key, middle, at.mapToGlobal(middle)))

    def regions(self) -> list[QWidget]:
        """The page's parts in reading order: what F6 steps through."""
        return [self]

    def unsaved(self) -> str:
        """Saves what is half done before the window closes; says in words what can't be saved."""
        return ""

    def show_section(self, name: str) -> None:
        """Scrolls to a part of the page by its name, where it has such parts."""

    def guide_topic(self) -> str:
        """The page of the guide about what the parent is at here, where it isn't the place's own; else blank."""
        return ""

    @property
    def can_find(self) -> bool:
        """Whether there is something to find here."""
        return False

    @property
    def can_print(self) -> bool:
        """Whether there is something to print here now."""
        return False
