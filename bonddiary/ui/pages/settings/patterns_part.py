"""The part of Settings about Patterns: the crying reference, and charts that are hidden."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.ui.models.chart_names import chart_names
from bonddiary.ui.pages.settings.parts import EDGE, Options
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

INSET = (EDGE, 0, EDGE, 0)


class PatternsPart(QWidget):
    """Applies at once, like the rest of the page."""

    reference_chosen = Signal(object)
    chart_asked = Signal(str)
    """The key of a hidden chart that is to show again."""
    refilled = Signal()
    """There are other rows than before."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        on_off = [(True, self.tr("On")), (False, self.tr("Off"))]
        self._reference = Options(theme, self.tr("Crying in studies"), on_off)
        self._reference.chosen.connect(self.reference_chosen)
        about = self.tr(
            "On: the chart of weeks gets a pale band. "
            "It shows how long most babies cried in studies, up to 12 weeks. Babies vary a lot."
        )
        self._none = Words(self.tr("No chart is hidden. A chart’s own menu hides it."), "caption")
        self._rows = column(gap=4)
        self._buttons: dict[str, WordButton] = {}
        self.setLayout(
            column(
                column(Heading(self.tr("Crying in studies"), "strong"), margins=INSET),
                self._reference,
                column(Words(about, "caption"), margins=INSET),
                column(Heading(self.tr("Hidden charts"), "strong"), self._none, margins=INSET),
                column(self._rows, margins=INSET),
                gap=8,
            )
        )

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (*self._reference.stops, *self._buttons.values())

    def show_choices(self, reference: bool, hidden: tuple[str, ...]) -> None:
        """Shows what was chosen."""
        self._reference.show_value(reference)
        names = {key: name for key, name in chart_names().items() if key in hidden}
        self._none.setVisible(not names)
        if list(names) == list(self._buttons):
            return
        focused = QApplication.focusWidget() in self._buttons.values()
        for old in self._buttons.values():
            old.hide()
            old.deleteLater()
        self._buttons = {key: self._button(key, name) for key, name in names.items()}
        self.refilled.emit()
        if focused:
            self.stops[-1].setFocus()

    def _button(self, key: str, name: str) -> WordButton:
        made = WordButton(self._theme, self.tr("Show {0}").format(f"“{name}”"), "plain")
        made.clicked.connect(lambda: self.chart_asked.emit(key))
        self._rows.addWidget(made)
        return made
