"""A layout that puts widgets in a row and goes on in the next row, like words on a page."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from bonddiary.ui.overriding import override

BEGINS = "begins a row"


class FlowLayout(QLayout):
    """Wraps at its width; follows the reading direction."""

    _heights: dict[int, int] = {}  # noqa: RUF012  # never written to: invalidate() puts another in its place
    """Heights by width, until something inside changes: layouts around it ask again and again."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def add_first(self, widget: QWidget) -> None:
        """Adds a widget that begins a row, also where the row before has room."""
        widget.setProperty(BEGINS, True)
        self.addWidget(widget)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    @override
    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            margins = self.contentsMargins()
            inside = QRect(0, 0, width - margins.left() - margins.right(), 0)
            known = self._arrange(inside, place=False) + margins.top() + margins.bottom()
            self._heights = {**self._heights, width: known}
        return known

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), place=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Lays the items out and returns the height that takes."""
        across = max(rect.width(), 1)
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_within(item, across)
            if x and (x + size.width() > across or _begins(item)):
                rows.append([])
                x = 0
            rows[-1].append((item, size))
            x += size.width() + self.spacing()
        heights = [max((size.height() for _, size in row), default=0) for row in rows]
        if place:
            y = rect.y()
            for row, height in zip(rows, heights, strict=True):
                self._place_row(row, rect, y, height)
                y += height + self.spacing()
        return sum(heights) + self.spacing() * (len(rows) - 1)

    def _place_row(self, row: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, height: int) -> None:
        """Puts a row's items beside each other, each in the middle of the row's height."""
        backwards = (parent := self.parentWidget()) is not None and parent.isRightToLeft()
        x = 0
        for item, size in row:
            left = rect.right() - x - size.width() + 1 if backwards else rect.x() + x
            at = QRect(QPoint(left, y + (height - size.height()) // 2), size)
            (item.widget() or item).setGeometry(
                at
            )  # an item would hold a chip of two lines to the height of one
            x += size.width() + self.spacing()


def _begins(item: QLayoutItem) -> bool:
    return (widget := item.widget()) is not None and bool(widget.property(BEGINS))


def _size_within(item: QLayoutItem, across: int) -> QSize:
    """What an item takes in a row so wide: words go on in the next line where they can."""
    least = item.minimumSize()
    width = max(min(item.sizeHint().width(), across), least.width())
    high = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return QSize(width, max(high, least.height()))


def holding(flow: FlowLayout) -> QWidget:
    """A widget around a flow."""
    holder = QWidget()
    holder.setLayout(flow)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)  # a form asks only those that say so
    holder.setSizePolicy(policy)
    return holder


def empty(flow: FlowLayout) -> None:
    """Takes everything out of a flow for good."""
    while (item := flow.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
