"""What is in the page, and the ways it can leave: a bar that stays where it is."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu

from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.report.state import Act, Paper, ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import label
from bonddiary.ui.widgets.reading import WordButton


class ActionsBar(QFrame):
    """Print and three ways to save; in a narrow window saving is a menu, and the preview a press away."""

    asked = Signal(str)
    preview_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "nav")
        self._inside = label(wrap=True)
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
        self.save.clicked.connect(self._open_menu)
        flow = FlowLayout(gap=4)
        flow.addWidget(self.preview)
        for act, each in self.buttons.items():
            each.clicked.connect(lambda _on=False, act=act: self.asked.emit(act.value))
            flow.addWidget(each)
        flow.addWidget(self.save)
        self._flow = holding(flow)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(16, 6, 10, 6)
        self._line.setSpacing(8)
        self._line.addWidget(self._inside, 2)
        self._line.addWidget(self._flow, 3)
        self.set_width(Width.WIDE)

    def show_state(self, state: ReportState) -> None:
        """Says what is in it, or what is being done."""
        preview = state.preview
        self._inside.setText(state.busy or (preview.document.inside if preview else ""))
        self._inside.setVisible(bool(self._inside.text()))
        self._table = state.paper is Paper.PAGE
        self._show_buttons()

    def set_width(self, width: Width) -> None:
        """Beside or under each other."""
        self._narrow = width is Width.NARROW
        self._table = getattr(self, "_table", True)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if width is Width.WIDE else down)
        self._line.setContentsMargins(*((8, 4, 8, 4) if self._narrow else (16, 6, 10, 6)))
        self._show_buttons()

    def show_preview(self, on: bool) -> None:
        """In a narrow window: whether the preview is shown."""
        self.preview.setText(self.tr("Choices") if on else self.tr("Preview"))
        self.preview.updateGeometry()

    def _show_buttons(self) -> None:
        for act, each in self.buttons.items():
            each.setVisible(act is Act.PRINT or (not self._narrow and (act is not Act.TABLE or self._table)))
        self.save.setVisible(self._narrow)
        self.preview.setVisible(self._narrow)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for act in (Act.PDF, Act.WEB, Act.TABLE):
            if act is not Act.TABLE or self._table:
                chosen = menu.addAction(self._names[act])
                chosen.triggered.connect(lambda _on=False, act=act: self.asked.emit(act.value))
        menu.popup(self.save.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
