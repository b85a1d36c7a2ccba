"""What is in the page, and the ways it can leave: a bar that stays where it is."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.report.state import Act, Paper, ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import label
from bonddiary.ui.widgets.reading import WordButton

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
GAP, SIDES = 4, 20


class ActionsBar(QFrame):
    """Print and three ways to save; in a narrow window saving is a menu, and the preview a press away."""

    asked = Signal(str)
    preview_asked = Signal()
    tight = Signal(bool)
    """There is no room for saving here: it goes beside the preview."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "nav")
        self._inside = label(wrap=True)
        self._busy = False
        self.preview = WordButton(theme, self.tr("Preview"), "plain")
        self.preview.clicked.connect(self.preview_asked)
        names = {
            Act.PRINT: self.tr("Print…"),
            Act.PDF: self.tr("Save PDF…"),
            Act.WEB: self.tr("Save web page…"),
            Act.TABLE: self.tr("Save table (CSV)…"),
        }
        self._names = names
        self.buttons = {
            act: WordButton(theme, name, "primary" if act is Act.PRINT else "plain")
            for act, name in names.items()
        }
        self.save = WordButton(theme, self.tr("Save…"), "plain")
        self.save.clicked.connect(lambda: self.open_menu(self.save))
        flow = FlowLayout(gap=GAP)
        flow.addWidget(self.preview)
        for act, each in self.buttons.items():
            each.clicked.connect(lambda _on=False, act=act: self.asked.emit(act.value))
            flow.addWidget(each)
        flow.addWidget(self.save)
        self._flow = holding(flow)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(16, 6, 10, 6)
        self._line.setSpacing(4)
        self._line.addWidget(self._inside, 1)
        self._line.addWidget(self._flow)
        theme.changed.connect(self._show_buttons)
        self.set_width(Width.WIDE)

    def show_state(self, state: ReportState) -> None:
        """Says what is in it, or what is being done."""
        preview = state.preview
        self._busy = bool(state.busy)
        self._inside.setText(state.busy or (preview.document.inside if preview else ""))
        self._table = state.paper is Paper.PAGE
        self._show_buttons()

    def set_width(self, width: Width) -> None:
        """Beside or under each other."""
        self._narrow = width is Width.NARROW
        self._table = getattr(self, "_table", True)
        self._line.setDirection(DOWN if self._narrow else ACROSS)
        self._line.setContentsMargins(*((8, 4, 8, 4) if self._narrow else (16, 6, 10, 6)))
        self._show_buttons()

    def show_preview(self, on: bool) -> None:
        """In a narrow window: whether the preview is shown."""
        self.preview.setText(self.tr("Choices") if on else self.tr("Preview"))
        self.preview.updateGeometry()

    def _show_buttons(self) -> None:
        for act, each in self.buttons.items():
            each.setVisible(act is Act.PRINT or (not self._narrow and (act is not Act.TABLE or self._table)))
        self._inside.setVisible(not self._narrow or self._busy)  # there what is in it stands over the preview
        self.preview.setVisible(self._narrow)
        three = sum(
            each.sizeHint().width() + GAP for each in (self.preview, self.buttons[Act.PRINT], self.save)
        )
        tight = self._narrow and three > self.width() - SIDES
        self.save.setVisible(self._narrow and not tight)
        self.tight.emit(tight)
        beside = [each for each in self.buttons.values() if not each.isHidden()]
        wide = sum(each.sizeHint().width() + GAP for each in beside)
        self._flow.setMinimumWidth(0 if self._narrow else wide)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_buttons()

    def open_menu(self, at: QWidget) -> None:
        """The ways to save, beside what was pressed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for act in (Act.PDF, Act.WEB, Act.TABLE):
            if act is not Act.TABLE or self._table:
                chosen = menu.addAction(self._names[act])
                chosen.triggered.connect(lambda _on=False, act=act: self.asked.emit(act.value))
        above = at is self.save
        menu.popup(at.mapToGlobal(QPoint(0, -menu.sizeHint().height() if above else at.height())))
