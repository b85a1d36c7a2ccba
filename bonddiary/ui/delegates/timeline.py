"""Paints the Timeline: day headings with a small 24-hour ruler, entries in columns or on two lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from bonddiary.ui.delegates.entry import SMALL, EntryDelegate
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import HOURS_A_DAY, DayRow, StripMark
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.look import CAPTION
from bonddiary.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ONE_LINE, TWO_LINES = 44, 56
COLUMNS_FROM = 620
"""Width in units of the text size from which an entry is one line of columns."""
COLUMN_EDGES = (0.0, 0.28, 0.56, 0.80)
"""Where name, what was tried, what came next and the note begin, as shares of the line."""
STRIP, STRIP_FROM = 240, 520


class TimelineDelegate(EntryDelegate):
    """All rows are equally high, so that a hundred thousand of them are laid out at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.columns = True

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.look.px(ONE_LINE if self.columns else TWO_LINES))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, DayRow):
            self._paint_day(painter, option.rect, row, option.direction)
        elif isinstance(row, EntryRow):
            self.paint_back(painter, option)
            if self.columns:
                self._paint_columns(painter, option.rect, row, option.direction)
            else:
                self.paint_entry(painter, option.rect, row, option.direction)
        painter.restore()

    def _paint_day(self, painter: QPainter, rect: QRect, row: DayRow, direction: Qt.LayoutDirection) -> None:
        look = self._theme.look
        inside = rect.adjusted(look.px(8), look.px(10), -look.px(8), 0)
        painter.setPen(QPen(QColor(look.tokens.hairline), 1))
        painter.drawLine(inside.left(), rect.bottom(), inside.right(), rect.bottom())
        used = self._text(painter, inside, row.title, look.tokens.text, 16, direction, bold=True)
        rest = _after(inside, used + look.px(16), direction)
        ruled = rect.width() >= look.px(STRIP_FROM)
        width = look.px(STRIP if rect.width() >= look.px(2.8 * STRIP) else STRIP // 2) if ruled else 0
        self._text(
            painter,
            _part(rest, 0, rest.width() - width - look.px(12), direction),
            row.count,
            look.tokens.text_2,
            SMALL,
            direction,
        )
        if ruled:
            left = rest.right() - width if direction is Qt.LayoutDirection.LeftToRight else rest.x()
            self._paint_strip(
                painter,
                QRectF(left, inside.center().y() - look.px(6), width, look.px(12)),
                row.strip,
                direction,
            )

    def _paint_strip(
        self, painter: QPainter, rect: QRectF, marks: tuple[StripMark, ...], direction: Qt.LayoutDirection
    ) -> None:
        """The day from midnight to midnight, as on every chart: sleep as a band, moments as family shapes' colours."""
        look, tokens = self._theme.look, self._theme.look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()))
        for mark in sorted(marks, key=lambda mark: mark.family is not None):
            start, end = (
                self._x(rect, mark.start, direction),
                self._x(rect, mark.end or mark.start, direction),
            )
            left, right = min(start, end), max(start, end)
            if mark.family is None:
                painter.setPen(QPen(QColor(tokens.care_edge), 0.5))
                painter.setBrush(QColor(tokens.sleep))
                painter.drawRect(QRectF(left, rect.top() + 2, max(right - left, 2), rect.height() - 4))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.family[mark.family]))
                width = max(right - left, look.px(4))
                painter.drawRoundedRect(QRectF(left - look.px(2), rect.top(), width, rect.height()), 2, 2)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        for hour in range(0, 25, 6):
            x = self._x(rect, hour, direction)
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + 2))

    @staticmethod
    def _x(rect: QRectF, hour: float, direction: Qt.LayoutDirection) -> float:
        part = hour / HOURS_A_DAY
        return rect.left() + rect.width() * (
            part if direction is Qt.LayoutDirection.LeftToRight else 1 - part
        )

    def _paint_columns(
        self, painter: QPainter, rect: QRect, row: EntryRow, direction: Qt.LayoutDirection
    ) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        inside = rect.adjusted(look.px(8), 0, -look.px(8), 0)
        time_width = look.px(104)
        self._text(
            painter,
            _part(inside, 0, time_width - look.px(8), direction),
            row.time,
            tokens.text_2,
            SMALL,
            direction,
            at_end=True,
        )
        rest = self._with_drawing(painter, _after(inside, time_width, direction), row, direction)
        wide = rest.width()
        edges = [round(wide * share) for share in COLUMN_EDGES]
        if not row.note:
            edges[3] = wide
        gap = look.px(10)
        name, tried, then = (
            _part(rest, edges[n], edges[n + 1] - edges[n] - gap, direction) for n in range(3)
        )
        self._text(painter, name, row.title, tokens.text, 16, direction, bold=row.family is not None)
        self._text(painter, tried, row.tried, tokens.text, SMALL, direction)
        if row.outcome or row.mark:
            self._with_mark(painter, then, row, row.outcome, direction)
        if row.note:
            self._paint_note(painter, _part(rest, edges[3], wide - edges[3], direction), row.note, direction)

    def _paint_note(self, painter: QPainter, rect: QRect, note: str, direction: Qt.LayoutDirection) -> None:
        look = self._theme.look
        size = look.px(14)
        left = rect.x() if direction is Qt.LayoutDirection.LeftToRight else rect.right() - size
        picture = pixmap("note", look.tokens.text_2, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(left, rect.center().y() - size / 2 + 1), picture)
        words = " ".join(note.split())
        self._text(
            painter, _after(rect, size + look.px(5), direction), words, look.tokens.text_2, CAPTION, direction
        )


def _part(rect: QRect, start: int, width: int, direction: Qt.LayoutDirection) -> QRect:
    """A stretch of a line, counted from where reading begins."""
    left = (
        rect.x() + start if direction is Qt.LayoutDirection.LeftToRight else rect.right() - start - width + 1
    )
    return QRect(left, rect.y(), max(width, 0), rect.height())


def _after(rect: QRect, start: int, direction: Qt.LayoutDirection) -> QRect:
    return _part(rect, start, rect.width() - start, direction)
