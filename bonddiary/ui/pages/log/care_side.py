"""Where care events stand on the Log page: their row under the strip, and their own strip in its place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.domain.when import When
from bonddiary.ui.pages.log.foot import Foot
from bonddiary.ui.pages.log.middle import Middle
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import bring_into_view

if TYPE_CHECKING:
    from bonddiary.ui.care.corner import CareCorner


class CareSide(QObject):
    """Makes row and strip when the diary is open: the first paint needs neither."""

    logged = Signal()
    kept = Signal()
    refilled = Signal()
    grown = Signal()
    left = Signal()
    """Its strip is gone, and had the keyboard."""

    take_time: Callable[[], tuple[When, When] | None]
    """The time chosen on the page, and now; set by the page."""

    def __init__(self, session: Session, theme: Theme, middle: Middle, foot: Foot, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme, self._middle, self._foot = session, theme, middle, foot
        self._page = parent
        self._narrow = False
        self._corner: CareCorner | None = None

    @property
    def corner(self) -> "CareCorner":
        """The row and the strip."""
        if self._corner is None:
            from bonddiary.ui.care.corner import CareCorner

            made = CareCorner(self._session, self._theme, lambda: self.take_time(), self._page)  # noqa: PLW0108
            made.logged.connect(self.logged)
            made.shown.connect(self._show_strip)
            made.kept.connect(self.kept)
            made.refilled.connect(self.refilled)
            made.set_narrow(self._narrow)
            self._middle.put_low(made.row)
            self.grown.emit()
            self._corner = made
        return self._corner

    @property
    def waits(self) -> bool:
        """Whether something isn't saved yet."""
        return self._corner is not None and bool(self._corner.state.waiting)

    def parts(self, *foot: QWidget | None) -> tuple[QWidget | None, ...]:
        """What Tab and F6 stop at, with the other parts of the foot, in the order in which they stand there."""
        if self._corner is None:
            return foot
        row, strip = self._corner.row, self._corner.strip
        return (row, *foot, strip) if self._middle.low_leads else (*foot, strip, row)

    def unsaved(self) -> str:
        """Tries to save what waits; says in words what can't be."""
        return self._corner.unsaved() if self._corner is not None else ""

    def set_narrow(self, narrow: bool) -> None:
        """The row folds on a narrow window."""
        self._narrow = narrow
        if self._corner is not None:
            self._corner.set_narrow(narrow)

    def close_strip(self) -> None:
        """Another moment takes the strip's place."""
        if self._corner is not None:
            self._corner.close_strip()

    def _show_strip(self, strip: QWidget | None) -> None:
        focused = QApplication.focusWidget()
        shown = self._corner.strip if self._corner is not None else None
        held = focused is not None and shown is not None and shown.isAncestorOf(focused)
        self._foot.show_instead(strip)
        if held and strip is None:
            self.left.emit()
        self.grown.emit()
        QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        """The strip takes room from what scrolls: the chip pressed stays in view, or the strip comes into it."""
        focused = QApplication.focusWidget()
        if focused is not None and self._corner is not None and self._corner.row.isAncestorOf(focused):
            bring_into_view(focused)
        self._middle.bring_foot()
