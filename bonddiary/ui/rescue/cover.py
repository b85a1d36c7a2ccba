"""Puts the rescue screen in the place of pages while there is no diary, and takes it away."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme

if TYPE_CHECKING:
    from bonddiary.ui.rescue.screen import RescueScreen


class RescueCover:
    """Nothing is loaded for it until a diary can't be opened."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._screen: RescueScreen | None = None

    def lift(self) -> None:
        """There is a diary again."""
        if self._screen is not None:
            self._stack.removeWidget(self._screen)
            self._screen.deleteLater()
            self._screen = None

    def goes_on(self) -> bool:
        """Whether it stays, because the file is still what is wrong."""
        return self._screen is not None and self._screen.goes_on()

    def lay(self, session: Session, theme: Theme, width: Width) -> bool:
        """Says whether there is such a screen for what is wrong."""
        from bonddiary.ui.rescue.screen import screen_for

        self.lift()
        self._screen = screen_for(session, theme)
        if self._screen is not None:
            self._stack.addWidget(self._screen)
            self._screen.set_width(width)
        return self._screen is not None

    def over(self, place: Place) -> "RescueScreen | None":
        """What stands in the place's stead."""
        return None if self._screen is None or place in self._screen.without else self._screen

    def set_width(self, width: Width) -> None:
        """The window has another layout class."""
        if self._screen is not None:
            self._screen.set_width(width)
