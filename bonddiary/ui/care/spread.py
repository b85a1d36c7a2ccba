"""A row of widgets that asks for room beside each other, and goes on in the next line where there is less."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.widgets.flow import FlowLayout


class Spread(QWidget):
    """A flow alone would ask for the width of its widest item."""

    def __init__(self, *parts: QWidget, gap: int = 6, edge: int = 0, end: int = 0) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=gap)
        self.flow.setContentsMargins(edge, 0, end, 0)
        for part in parts:
            self.flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # a form asks only those that say so
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        items = [self.flow.itemAt(place) for place in range(self.flow.count())]
        wide = [item.sizeHint().width() for item in items if item is not None and not item.isEmpty()]
        margins = self.flow.contentsMargins()
        across = margins.left() + margins.right() + sum(wide) + self.flow.spacing() * max(0, len(wide) - 1)
        return QSize(across, self.flow.heightForWidth(max(across, 1)))
