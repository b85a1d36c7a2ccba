"""Paints an entry in the narrow panel beside the board: name, time with what was tried, what happened next, in as many lines as it takes."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from bonddiary.ui.delegates.entry import SMALL, EntryDelegate, Index
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.look import BODY
from bonddiary.ui.widgets.letters import letters
from bonddiary.ui.widgets.lines import wrapped

NAME, LINE, AIR = 22, 19, 6
"""Heights of a line of the name and of one under it, and what is free above and below, in units of the text size."""
DRAWING, MARK, SIDE = 34, 19, 8
"""What stands beside the words takes, across."""
CUT = 2
"""Qt cuts a line that fills its place to the last pixel."""


class RecentDelegate(EntryDelegate):
    """A row is as high as what there is to say."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look, row = self._theme.look, index.data(ROW_ROLE)
        if not isinstance(row, EntryRow):
            return QSize(0, 0)
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        width = view.viewport().width() - look.px(2 * SIDE) - look.px(DRAWING)
        name, told, after = self._lines(row, width)
        return QSize(0, look.px(2 * AIR + len(name) * NAME + (len(told) + len(after)) * LINE))

    @override
    def paint_entry(
        self, painter: QPainter, rect: QRect, row: EntryRow, direction: Qt.LayoutDirection
    ) -> None:
        look = self._theme.look
        inside = rect.adjusted(look.px(SIDE), look.px(AIR), -look.px(SIDE), -look.px(AIR))
        inside.setHeight(look.px(NAME + LINE))  # the drawing stays beside the name, however many lines follow
        words = self._with_drawing(painter, inside, row, direction)
        name, told, after = self._lines(row, words.width())
        at = QRect(words.x(), words.y(), words.width(), look.px(NAME))
        for line in name:
            bold = row.family is not None
            self._text(painter, at, line, look.tokens.text, BODY, direction, bold=bold)
            at = at.translated(0, at.height())
        at.setHeight(look.px(LINE))
        for line in told:
            self._text(painter, at, line, look.tokens.text_2, SMALL, direction)
            at = at.translated(0, at.height())
        for place, line in enumerate(after):
            if place == 0:
                self._with_mark(painter, at, row, line, direction)
            else:
                self._text(
                    painter, self._past_mark(at, row, direction), line, look.tokens.text_2, SMALL, direction
                )
            at = at.translated(0, at.height())

    def _lines(self, row: EntryRow, width: int) -> tuple[list[str], list[str], list[str]]:
        """The name, when and what was tried, and what happened next, each in lines of this width."""
        look, width = self._theme.look, width - CUT
        bold = QFont.Weight.DemiBold if row.family is not None else QFont.Weight.Normal
        small = letters(look, SMALL)
        told = " · ".join(part for part in (row.time, row.tried) if part)
        past = width - (look.px(MARK) if row.mark is not None else 0)
        return (
            wrapped(row.title, letters(look, BODY, bold), width),
            wrapped(told, small, width),
            wrapped(row.outcome or " ".join(row.note.split()), small, past)[:2],
        )

    def _past_mark(self, line: QRect, row: EntryRow, direction: Qt.LayoutDirection) -> QRect:
        away = self._theme.look.px(MARK) if row.mark is not None else 0
        ltr = direction is Qt.LayoutDirection.LeftToRight
        return line.adjusted(away, 0, 0, 0) if ltr else line.adjusted(0, 0, -away, 0)
