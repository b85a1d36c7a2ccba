"""How it is printed: language, greys, large letters."""

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.report.lines import CheckLine
from bonddiary.ui.pages.report.state import Paper, ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING

EDGE = RING + GAP


class StylePart(QWidget):
    """Two ticks and a list."""

    language_chosen = Signal(str)
    grey_toggled = Signal(bool)
    large_toggled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._languages: tuple[str, ...] = ()
        self._grey = CheckLine(theme, self.tr("In greys, for a printer without colours"))
        self._large = CheckLine(theme, self.tr("Large print"))
        self._language = Choice(theme, self.tr("Language of the page"))
        self._name = label(self._language.accessibleName(), "caption")
        self._name.setBuddy(self._language)
        self._grey.toggled.connect(self.grey_toggled)
        self._large.toggled.connect(self.large_toggled)
        self._language.chosen.connect(lambda _place: self.language_chosen.emit(self._language.currentData()))
        below = column(self._name, self._language, gap=2, margins=(EDGE, 4, 0, 0))
        self.setLayout(column(self._grey, self._large, below, gap=0))

    def show_state(self, state: ReportState) -> None:
        """Shows what is chosen."""
        choices = state.choices
        self._grey.show_on(choices.grey)
        self._large.show_on(choices.large)
        self._grey.setVisible(state.paper is Paper.PAGE)
        if state.languages != self._languages:
            self._languages = state.languages
            with QSignalBlocker(self._language):
                self._language.clear()
                for tag in state.languages:
                    self._language.addItem(self._called(tag), tag)
        self._language.show_value(choices.language or "en")
        for part in (self._name, self._language):
            part.setVisible(len(state.languages) > 1)

    def _called(self, tag: str) -> str:
        """A language in its own words."""
        english = {"en": self.tr("English (UK)"), "en-US": self.tr("English (US)")}
        return english.get(tag) or QLocale(tag).nativeLanguageName().capitalize() or tag
