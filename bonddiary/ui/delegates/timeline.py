"""Paints the Timeline: day headings with a small 24-hour ruler, entries in columns or on two lines."""

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from bonddiary.domain.records import Ref
from bonddiary.ui.delegates.entry import SMALL, EntryDelegate
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import HOURS_A_DAY, DayRow, StripMark
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.look import BODY, CAPTION, Look
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.letters import Letters, letters
from bonddiary.ui.widgets.lines import wrapped

Index = QModelIndex | QPersistentModelIndex
COLUMN_EDGES = (0.0, 0.42, 0.67, 0.84)
"""Where name, what was tried, what came next and the note begin, as shares of the line."""
TIME, NOTE_FROM = 114, 600
"""Widths of the column of times, and of the rest from which a note's words are shown, not its mark alone."""
STRIP, STRIP_FROM = 240, 520
TICK = 24
"""What the tick of a picked row takes from the beginning of its line."""


class Shape(Enum):
    """How an entry is laid out, with the height of a row in units of the text size."""

    COLUMNS = 44
    TWO_LINES = 56
    WRAPPED = 96
    """Where words are large and the window is small."""

    @classmethod
    def of(cls, room: float) -> "Shape":
        """The shape for a width in units of the text size."""
        return cls.COLUMNS if room >= 560 else cls.TWO_LINES if room >= 250 else cls.WRAPPED


class TimelineDelegate(EntryDelegate):
    """All rows are equally high, so that a hundred thousand of them are laid out at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.shape = Shape.COLUMNS
        self.picked: Mapping[Ref, None] = {}
        """Rows chosen to be changed together."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.look.px(self.shape.value))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        if isinstance(row, DayRow):
            self._paint_day(painter, option.rect, row, option.direction)
            self.paint_ring(painter, option)
        elif isinstance(row, EntryRow):
            self.paint_back(painter, option)
            if row.ref in self.picked:
                self._paint_pick(painter, option)
            if row.unread:
                self._paint_unread(painter, option.rect, row, option.direction)
            elif self.shape is Shape.COLUMNS:
                self._paint_columns(painter, option.rect, row, option.direction)
            elif self.shape is Shape.WRAPPED:
                self._paint_wrapped(painter, option.rect, row, option.direction)
            else:
                self.paint_entry(painter, option.rect, row, option.direction)
        painter.restore()

    def _paint_pick(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """A ground and a tick; what is painted after it has that much less room."""
        look, rect = self._theme.look, option.rect
        painter.setPen(QPen(QColor(look.tokens.primary), 1))
        painter.setBrush(QColor(look.tokens.primary_tint))
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 8, 8)
        self.paint_ring(painter, option)
        size, away = look.px(16), look.px(TICK)
        right = option.direction is Qt.LayoutDirection.RightToLeft
        left = rect.right() - size - look.px(8) if right else rect.x() + look.px(8)
        picture = pixmap("check", look.tokens.primary, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(left, rect.center().y() - size / 2 + 1), picture)
        option.rect = _after(rect, away, option.direction)

    def _paint_unread(
        self, painter: QPainter, rect: QRect, row: EntryRow, direction: Qt.LayoutDirection
    ) -> None:
        """In quiet ink: there is nothing to open."""
        look = self._theme.look
        inside = rect.adjusted(look.px(8), 0, -look.px(8), 0)
        time = _time(look) if self.shape is Shape.COLUMNS else 0
        title = row.title if row.baby is None else f"{row.baby.name}: {row.title}"
        words = title if time else f"{row.time} · {title}"
        if time:
            self._text(
                painter, _part(inside, 0, time, direction), row.time, look.tokens.text_2, SMALL, direction
            )
        self._lines(painter, _after(inside, time, direction), [(words, 3, SMALL, False)], direction)

    def _paint_day(self, painter: QPainter, rect: QRect, row: DayRow, direction: Qt.LayoutDirection) -> None:
        look = self._theme.look
        inside = rect.adjusted(look.px(8), look.px(4 if self.shape is Shape.WRAPPED else 10), -look.px(8), 0)
        painter.setPen(QPen(QColor(look.tokens.hairline), 1))
        painter.drawLine(inside.left(), rect.bottom(), inside.right(), rect.bottom())
        if self.shape is Shape.WRAPPED:
            count = _first_that_fit(row.count, letters(look, SMALL), inside.width())
            self._lines(painter, inside, [(row.title, 3, 16, True), (count, 1, SMALL, False)], direction)
            return
        if letters(look, 16, QFont.Weight.DemiBold).advance(row.title) > inside.width():
            self._lines(painter, inside, [(row.title, 2, 16, True)], direction)
            return
        ruled = rect.width() >= look.px(STRIP_FROM)
        width = look.px(STRIP if rect.width() >= look.px(2.8 * STRIP) else STRIP // 2) if ruled else 0
        used = self._text(painter, inside, row.title, look.tokens.text, 16, direction, bold=True)
        rest = _after(inside, used + look.px(16), direction)
        words = _part(rest, 0, rest.width() - width - look.px(12), direction)
        count = _first_that_fit(row.count, letters(look, SMALL), words.width())
        self._text(painter, words, count, look.tokens.text_2, SMALL, direction)
        if ruled:
            left = rest.right() - width if direction is Qt.LayoutDirection.LeftToRight else rest.x()
            ruler = QRectF(left, inside.center().y() - look.px(6), width, look.px(12))
            self._paint_strip(painter, ruler, row.strip, direction)

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
        time = _part(inside, 0, _time(look), direction)
        self._text(painter, time, row.time, tokens.text_2, SMALL, direction)
        rest = self._with_drawing(painter, _after(inside, _time(look), direction), row, direction)
        wide, gap = rest.width(), look.px(10)
        edges = [round(wide * share) for share in COLUMN_EDGES]
        told = wide >= look.px(NOTE_FROM)
        if not row.note:
            edges[3] = wide
        elif not told:
            edges[3] = wide - look.px(SMALL)
        after = bool(row.outcome or row.mark)
        ends = (edges[1] - gap, edges[2] - gap if after else edges[3] - gap, edges[3] - gap)
        name, tried, then = (
            _part(rest, start, end - start, direction) for start, end in zip(edges, ends, strict=False)
        )
        self._words(painter, name, row.title, tokens.text, 16, direction, bold=row.family is not None)
        self._words(painter, tried, row.tried, tokens.text, SMALL, direction)
        if after:
            self._with_mark(painter, then, row, row.outcome, direction)
        if row.note:
            note = _part(rest, edges[3], wide - edges[3], direction)
            self._paint_note(painter, note, row.note if told else "", direction)

    def _paint_wrapped(
        self, painter: QPainter, rect: QRect, row: EntryRow, direction: Qt.LayoutDirection
    ) -> None:
        look = self._theme.look
        inside = rect.adjusted(look.px(8), look.px(4), -look.px(8), -look.px(4))
        rest = " · ".join(part for part in (row.time, row.tried, row.outcome or row.note) if part)
        lines = [(row.title, 2, 16, row.family is not None), (rest, 2, SMALL, False)]
        self._lines(painter, self._with_drawing(painter, inside, row, direction), lines, direction)

    def _lines(
        self,
        painter: QPainter,
        rect: QRect,
        parts: Sequence[tuple[str, int, int, bool]],
        direction: Qt.LayoutDirection,
    ) -> None:
        """Words with the most lines they may take, their size and whether they are bold, in the middle."""
        look = self._theme.look
        laid = []
        for words, most, size, bold in parts:
            measured = letters(look, size, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            colour = look.tokens.text if size > SMALL else look.tokens.text_2
            laid += [
                (line, size, bold, colour, measured.height)
                for line in wrapped(" ".join(words.split()), measured, rect.width(), most)
            ]
        top = rect.y() + max(0, (rect.height() - sum(height for *_, height in laid)) // 2)
        for line, size, bold, colour, height in laid:
            at = QRect(rect.x(), top, rect.width(), height)
            self._text(painter, at, line, colour, size, direction, bold=bold)
            top += height

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


def _first_that_fit(words: str, measured: Letters, width: int) -> str:
    """As many of the parts between commas as there is room for: half a count would be another count."""
    parts = words.split(", ")
    fitting = (", ".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((each for each in fitting if measured.advance(each) <= width), "")


def _time(look: Look) -> int:
    """The column of times grows with the letters, which are larger at night."""
    return look.type(BODY) * TIME // BODY
