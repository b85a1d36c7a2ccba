"""Paints the ruler: hatching, stretches told apart by their fills, families' marks, the cursor."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from bonddiary.analysis.hours import clock_words, full_hours
from bonddiary.analysis.ruler import Fill, Lane, Piece
from bonddiary.ui.pages.catch_up.ruler_places import BEFORE_HOURS, EDGE, HOURS, Places
from bonddiary.ui.pages.catch_up.state import CatchUpState
from bonddiary.ui.theme.icons import drawing
from bonddiary.ui.theme.look import CAPTION, Look
from bonddiary.ui.widgets.plate import font_of

PATTERNS = {
    Fill.FUSSING: Qt.BrushStyle.Dense5Pattern,
    Fill.CALM: Qt.BrushStyle.HorPattern,
    Fill.HELD: Qt.BrushStyle.DiagCrossPattern,
}
"""Dots, lines and crosses. Slanting lines say "not logged", so no stretch has them."""
LANE_DRAWINGS = {
    Lane.MOMENTS: "nav-log",
    Lane.CRYING: "family-crying",
    Lane.CALM: "cue-state-quiet-alert",
    Lane.FEED: "care-feed",
    Lane.SLEEP: "care-sleep",
    Lane.HELD: "response-cuddle",
    Lane.OTHER: "care-other",
}
MARK = 17.0
BLOT = ((1.9, 0.10), (1.45, 0.14))
"""Round a remembered time: how far the ink runs, and how strong."""
SOFT_STEPS = 3
"""A remembered stretch fades over a quarter of an hour."""


class RulerPainter:
    """One painting of the ruler."""

    def __init__(
        self, painter: QPainter, places: Places, look: Look, state: CatchUpState, names: dict[Lane, str]
    ) -> None:
        self._painter, self._places, self._look, self._state = painter, places, look, state
        self._names = names
        self._tokens = look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font_of(look, CAPTION))

    def paint(self, preview: tuple[float, float] | None, pointed: int | None, *, focused: bool) -> None:
        """Everything, back to front."""
        self._paper()
        self._gaps()
        self._lanes()
        self._hours()
        if preview is not None:
            self._preview(*preview)
        for piece in self._state.ruled.pieces:
            if piece.fill is not None:
                self._stretch(piece)
        for piece in self._state.ruled.pieces:
            self._marks(piece)
        self._now()
        self._cursor(pointed, focused=focused)

    def _paper(self) -> None:
        low, high = self._places.across
        steps = self._places.steps
        self._painter.fillRect(self._places.box(0, steps, low, high), QColor(self._tokens.card))
        if self._state.now < steps:
            ahead = self._places.box(max(0.0, self._state.now), steps, low, high)
            self._painter.fillRect(ahead, QColor(self._tokens.sunken))
            words = QCoreApplication.translate("Ruler", "still to come")
            if QFontMetricsF(self._painter.font()).horizontalAdvance(words) + 12 < ahead.width():
                self._words(ahead, words, Qt.AlignmentFlag.AlignCenter)

    def _gaps(self) -> None:
        low, high = self._places.across
        for start, end in self._state.ruled.gaps:
            brush = QBrush(QColor(self._tokens.care_edge), Qt.BrushStyle.BDiagPattern)
            self._painter.setOpacity(0.7)
            self._painter.fillRect(self._places.box(start, end, low, high), brush)
            self._painter.setOpacity(1.0)

    def _lanes(self) -> None:
        places, scale = self._places, self._look.scale
        self._painter.setPen(QPen(QColor(self._tokens.hairline), 1))
        for lane in places.lanes:
            low, high = places.lane(lane)
            self._painter.drawLine(places.point(0, low), places.point(places.steps, low))
            if places.upright:
                size = min(18 * scale, high - low)
                at = places.point(0, (low + high) / 2)
                box = QRectF(at.x() - size / 2, EDGE + (HOURS * scale - size) / 2, size, size)
                drawing(LANE_DRAWINGS[lane], self._tokens.text_2).render(self._painter, box)
            else:
                words = QRectF(EDGE, low, places.names - 10 * scale, high - low)
                if places.mirrored:
                    words.moveRight(places.width - EDGE)
                side = Qt.AlignmentFlag.AlignLeft if places.mirrored else Qt.AlignmentFlag.AlignRight
                self._words(words, self._names[lane], side | Qt.AlignmentFlag.AlignVCenter)
                self._painter.setPen(QPen(QColor(self._tokens.hairline), 1))

    def _hours(self) -> None:
        places, (low, high) = self._places, self._places.across
        metrics = QFontMetricsF(self._painter.font())
        taken = -1000.0
        self._painter.setPen(QPen(QColor(self._tokens.hairline), 1))
        for step, name in full_hours(self._state.hours):
            self._painter.setPen(QPen(QColor(self._tokens.hairline), 1))
            self._painter.drawLine(places.point(step, low), places.point(step, high))
            size = metrics.height() if places.upright else metrics.horizontalAdvance(name) + 8
            along = places.along(step)
            if along - size / 2 < taken:
                continue
            taken = along + size / 2
            if places.upright:
                box = QRectF(EDGE, along - size / 2, places.hours - BEFORE_HOURS + 1, size)
                if places.mirrored:
                    box.moveRight(places.width - EDGE)
                self._words(box, name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            else:
                at = places.point(step, low)
                box = QRectF(at.x() - size / 2, EDGE, size, low - EDGE)
                self._words(box, name, Qt.AlignmentFlag.AlignCenter)

    def _words(self, box: QRectF, text: str, flags: Qt.AlignmentFlag) -> None:
        self._painter.setPen(QColor(self._tokens.text_2))
        self._painter.drawText(box, flags | Qt.AlignmentFlag.AlignAbsolute, text)

    def _stretch(self, piece: Piece) -> None:
        box, tokens, painter = self._places.piece(piece), self._tokens, self._painter
        fill, line = piece.fill, 2.0 if self._look.high_contrast else 1.2
        family = piece.families[0] if piece.families else None
        ink = QColor(tokens.family[family] if family else tokens.care_edge)
        radius = min(4 * self._look.scale, box.height() / 2, box.width() / 2)
        painter.setPen(QPen(ink, line))
        if fill is Fill.TAIL:
            self._tail(piece, ink)
            return
        if fill in PATTERNS:
            painter.setBrush(QColor(tokens.card))
            painter.drawRoundedRect(box, radius, radius)
            painter.setBrush(QBrush(ink, PATTERNS[fill]))
        else:
            plain = {Fill.SLEEP: tokens.sleep, Fill.FEED: tokens.feed}
            painter.setBrush(self._soft(box, piece, QColor(plain.get(fill, ink) if fill else ink)))
            bare = fill is Fill.SLEEP and tokens.sleep != tokens.card and not piece.level
            painter.setPen(Qt.PenStyle.NoPen if bare else QPen(ink, line, self._edge(piece)))
        painter.drawRoundedRect(box, radius, radius)
        if fill is Fill.SLEEP:
            foot = QRectF(box.x(), box.bottom() - line, box.width(), line)
            if self._places.upright:
                foot = QRectF(box.right() - line, box.y(), line, box.height())
            painter.fillRect(foot, ink)

    def _edge(self, piece: Piece) -> Qt.PenStyle:
        return Qt.PenStyle.DotLine if piece.entry.about else Qt.PenStyle.SolidLine

    def _soft(self, box: QRectF, piece: Piece, colour: QColor) -> QBrush:
        """A remembered stretch fades at its ends."""
        if not piece.entry.about or self._look.high_contrast:
            return QBrush(colour)
        upright, mirrored = self._places.upright, self._places.mirrored
        end = box.bottomLeft() if upright else box.topRight()
        fade = QLinearGradient(box.topLeft(), end)
        faint = QColor(colour)
        faint.setAlphaF(0.35)
        share = min(0.33, SOFT_STEPS / max(1.0, piece.end - piece.start))
        begins, ends = (piece.ends, piece.begins) if mirrored and not upright else (piece.begins, piece.ends)
        fade.setColorAt(0, faint if begins else colour)
        fade.setColorAt(share, colour)
        fade.setColorAt(1 - share, colour)
        fade.setColorAt(1, faint if ends else colour)
        return QBrush(fade)

    def _tail(self, piece: Piece, ink: QColor) -> None:
        for family in piece.families or (None,):
            at = self._places.mark(piece, family)
            thick = 5 * self._look.scale
            across = at.x() if self._places.upright else at.y()
            low, high = across - thick / 2, across + thick / 2
            if self._places.upright and self._places.mirrored:
                low, high = self._places.width - high, self._places.width - low
            self._painter.fillRect(self._places.box(piece.start, piece.end, low, high), ink)

    def _marks(self, piece: Piece) -> None:
        if not piece.begins or (piece.fill is not None and not piece.families):
            return
        size, tokens = MARK * self._look.scale, self._tokens
        for family in piece.families or (None,):
            name = (
                f"family-{family}" if family else "care-other" if not piece.families else "cue-showing-giving"
            )
            colour = tokens.family[family] if family else tokens.text_2
            at = self._places.mark(piece, family)
            self._painter.setPen(Qt.PenStyle.NoPen)
            for spread, strength in BLOT if piece.entry.about else ():
                ink = QColor(colour)
                ink.setAlphaF(strength)
                self._painter.setBrush(ink)
                self._painter.drawEllipse(at, size * spread / 2, size * spread / 2)
            self._painter.setBrush(QColor(tokens.card))
            self._painter.drawEllipse(at, size * 0.58, size * 0.58)
            box = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
            drawing(name, colour).render(self._painter, box)

    def _preview(self, start: float, end: float) -> None:
        low, high = self._places.across
        box = self._places.box(min(start, end), max(start, end), low, high)
        tint = QColor(self._tokens.primary)
        tint.setAlphaF(0.22)
        self._painter.setPen(QPen(QColor(self._tokens.primary), 2, Qt.PenStyle.DashLine))
        self._painter.setBrush(tint)
        self._painter.drawRect(box)

    def _now(self) -> None:
        if 0 <= self._state.now <= self._places.steps:
            self._line(self._state.now, QPen(QColor(self._tokens.accent), 2))

    def _cursor(self, pointed: int | None, *, focused: bool) -> None:
        if pointed is not None and pointed <= self._state.past:
            self._line(pointed, QPen(QColor(self._tokens.text_2), 1, Qt.PenStyle.DashLine))
        style = Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DotLine
        pen = QPen(QColor(self._tokens.focus), 3 if focused else 2, style)
        self._line(self._state.cursor, pen)
        shown = self._state.cursor if pointed is None or pointed > self._state.past else pointed
        self._bubble(shown)

    def _line(self, step: float, pen: QPen) -> None:
        low, high = self._places.across
        self._painter.setPen(pen)
        self._painter.drawLine(self._places.point(step, low), self._places.point(step, high))

    def _bubble(self, step: int) -> None:
        """The time at the cursor, or under the pointer, over the hours' names."""
        text = clock_words(self._state.hours.at(step))
        metrics = QFontMetricsF(self._painter.font())
        width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 4
        low, _ = self._places.across
        at = self._places.point(step, low)
        if self._places.upright:
            left = at.x() if self._places.mirrored else at.x() - width
            box = QRectF(max(1.0, left), at.y() - height / 2, width, height)
        else:
            left = max(1.0, min(at.x() - width / 2, self._places.width - width - 1))
            box = QRectF(left, EDGE - 1, width, min(height, low - EDGE))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._tokens.primary))
        self._painter.drawRoundedRect(box, 6, 6)
        self._painter.setPen(QColor(self._tokens.on_primary))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_ring(painter: QPainter, box: QRectF, look: Look) -> None:
    """The ring of what has the keyboard."""
    painter.setPen(QPen(QColor(look.tokens.focus), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
