"""Puts a look on the application and says when it changes."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from bonddiary.system.settings import Settings
from bonddiary.ui.theme.look import Look, look_for
from bonddiary.ui.theme.palette import palette_of
from bonddiary.ui.theme.stylesheet import stylesheet


class Theme(QObject):
    """The application's look. Widgets that paint themselves listen to `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._system_palette = QPalette(app.palette())
        self._settings = settings
        self.look = self._look()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(lambda _: self.choose(self._settings))
        hints.accessibility().contrastPreferenceChanged.connect(lambda _: self.choose(self._settings))

    def choose(self, settings: Settings) -> None:
        """Wears the look that these choices ask for."""
        self._settings = settings
        look = self._look()
        if look != self.look:
            self.look = look
            self.wear()
            self.changed.emit()

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
