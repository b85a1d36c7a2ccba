"""Puts a look on the application and says when it changes."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from bonddiary.system.settings import Settings
from bonddiary.ui.theme.look import Look, look_for
from bonddiary.ui.theme.palette import palette_of
from bonddiary.ui.theme.stylesheet import stylesheet


class Theme(QObject):
    """The application's look. Widgets that paint themselves listen to `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings, palette: QPalette | None = None) -> None:
        """`palette`: the system's own, where the application wears another one already."""
        super().__init__(app)
        self._app = app
        self._system_palette = palette or QPalette(app.palette())
        self._settings = settings
        self.look = self._look()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._look_again)
        hints.accessibility().contrastPreferenceChanged.connect(self._look_again)

    def choose(self, settings: Settings) -> None:
        """Wears the look that these choices ask for."""
        self._settings = settings
        look = self._look()
        if look != self.look:
            self.look = look
            self.wear()
            self.changed.emit()

    def again(self, settings: Settings) -> "Theme":
        """Another theme for other widgets, so that nothing holds on to those of this one."""
        return Theme(self._app, settings, self._system_palette)

    @Slot()
    def _look_again(self) -> None:
        self.choose(self._settings)

    def _look(self) -> Look:
        hints = self._app.styleHints()
        return look_for(
            self._settings,
            system_dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            system_contrast=hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast,
            palette=self._system_palette,
        )

    def wear(self) -> None:
        """Puts the look on every widget there is."""
        self._app.setPalette(palette_of(self.look.tokens))
        self._app.setStyleSheet(stylesheet(self.look))
