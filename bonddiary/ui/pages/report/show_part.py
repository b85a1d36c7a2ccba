"""Which parts stand on the page, and who is named."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bonddiary.report.request import Section
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.report.lines import CheckLine, folding
from bonddiary.ui.pages.report.state import ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import bring_into_view
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING, CheckChip

EDGE = RING + GAP


class ShowPart(QWidget):
    """A tick for each part."""

    toggled = Signal(str, bool)
    carers_toggled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        names = {
            Section.QUESTIONS: self.tr("Questions"),
            Section.ENJOYS: self.tr("What your baby enjoys"),
            Section.TYPICAL_DAY: self.tr("A typical day"),
            Section.TRIED: self.tr("What was tried, and what came next"),
            Section.CRYING: self.tr("Crying and fussing"),
            Section.CHANGES: self.tr("What has changed"),
            Section.CARE: self.tr("Feeds and nappies"),
            Section.PREPARATION: self.tr("Your thoughts before the visit"),
            Section.PLAN: self.tr("Room for answers and a plan"),
            Section.DAYS: self.tr("Every day, hour by hour"),
        }
        self.lines = {section: CheckLine(theme, names[section]) for section in Section if section in names}
        for section, line in self.lines.items():
            line.toggled.connect(lambda on, section=section: self.toggled.emit(section.value, on))
        self._carers = CheckLine(theme, self.tr("Who noted"))
        self._carers.toggled.connect(self.carers_toggled)
        self.setLayout(column(*self.lines.values(), self._carers, gap=0))

    def show_state(self, state: ReportState) -> None:
        """Shows what is on."""
        for section, line in self.lines.items():
            line.show_on(section in state.choices.sections)
        self.lines[Section.PREPARATION].setVisible(state.prepared)
        self._carers.show_on(state.choices.carers)


class Field(QPlainTextEdit):
    """Says when the keyboard goes on elsewhere."""

    left = Signal()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class CopingPart(QWidget):
    """How the carers are doing, in their own words: on the page where something is written."""

    written = Signal(str)

    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = ""
        self._fold = CheckChip(theme, "")
        self._text = Field()
        self._text.left.connect(self.commit)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("How you are doing"))
        self._hint = label(
            self.tr("What you write here stands on the page. Leave it empty to keep it off."),
            "caption",
            wrap=True,
        )
        self._inside = QWidget()
        self._inside.setLayout(column(self._text, self._hint, gap=4, margins=(EDGE, 0, 0, 4)))
        self._inside.hide()
        self._fold.toggled.connect(self._inside.setVisible)
        self._fold.toggled.connect(lambda on: self._start() if on else self.commit())
        self._theme = theme
        self._fold.toggled.connect(self.unfolded)
        self.setLayout(column(folding(self._fold), self._inside, gap=2))
        theme.changed.connect(self._fit)
        self._fit()

    def show_state(self, state: ReportState) -> None:
        """Shows what is written; what is being typed stays."""
        said = state.choices.coping
        if said != self._said:
            self._said = said
            if said != self._text.toPlainText().strip():
                self._text.setPlainText(said)
        shown = self.tr("How you are doing: on the page") if said else self.tr("How you are doing: not said")
        self._fold.setText(shown)

    def commit(self) -> None:
        """What was typed is taken."""
        text = self._text.toPlainText().strip()
        if text != self._said:
            self.written.emit(text)

    def _start(self) -> None:
        self._text.setFocus()
        QTimer.singleShot(0, self._text, lambda: bring_into_view(self._text))  # once it has its place

    def _fit(self) -> None:
        self._text.setFixedHeight(self._theme.look.px(96))
