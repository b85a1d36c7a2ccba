"""The questions for the visit: written, put in order and left out here."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.report.lines import CheckLine
from bonddiary.ui.pages.report.state import QuestionRow
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import KeyedButton
from bonddiary.ui.widgets.layout import column, label, row
from bonddiary.ui.widgets.plain import plain_tip
from bonddiary.ui.widgets.press import GAP, RING, TARGET, paint_plate
from bonddiary.ui.widgets.reading import WordButton

EDGE = RING + GAP


class UpButton(KeyedButton):
    """Moves a line up by one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("")
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Move up"))
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = max(self._theme.look.px(30) + 2 * EDGE, TARGET)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        painter = QPainter(self)
        fill = tokens.primary_tint if self.underMouse() or self.isDown() else tokens.card
        paint_plate(painter, self, look, fill, tokens.edge, self.height() / 2 - EDGE)
        size = look.px(18)
        upwards = QTransform().rotate(180)
        picture = pixmap("chevron-down", tokens.text, size, self.devicePixelRatioF()).transformed(upwards)
        painter.drawPixmap(self.rect().center() - QPoint(size // 2 - 1, size // 2), picture)


class QuestionLine(QWidget):
    """A question: on the page or not, its words, and a way up."""

    printed = Signal(bool)
    changed = Signal(str)
    moved = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._row: QuestionRow | None = None
        self._on = CheckLine(theme)
        self.words = QLineEdit()
        self.up: QPushButton = UpButton(theme)
        self._on.toggled.connect(self.printed)
        self.words.editingFinished.connect(self.commit)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        line = row(self._on, self.words, self.up, gap=2)
        line.setStretch(1, 1)
        line.setAlignment(self._on, Qt.AlignmentFlag.AlignVCenter)
        self._on.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setLayout(line)

    def show_row(self, shown: QuestionRow, place: int) -> None:
        """Shows a question. What is being typed in it stays."""
        typing = self._row is not None and self._row.id == shown.id and self.words.isModified()
        self._row = shown
        if not typing and self.words.text() != shown.text:
            self.words.setText(shown.text)
            self.words.setCursorPosition(0)
        self.words.setToolTip(plain_tip(shown.text))
        self.words.setAccessibleName(self.tr("Question {0}").format(place + 1))
        self._on.show_on(shown.printed)
        self._on.box.setAccessibleName(self.tr("Print question {0}").format(place + 1))
        self._on.box.setAccessibleDescription(shown.text)
        self._on.box.setToolTip(self.tr("On the page or not"))
        self.up.setAccessibleName(self.tr("Move question {0} up").format(place + 1))
        self.up.setVisible(place > 0)

    def align(self, *, among_others: bool) -> None:
        """Its words are as wide as those of the others, also where it can’t go up."""
        policy = self.up.sizePolicy()
        policy.setRetainSizeWhenHidden(among_others)
        self.up.setSizePolicy(policy)

    def commit(self) -> None:
        """What was typed is written down."""
        if not self.words.hasFocus():
            self.words.setCursorPosition(0)  # long ones are read from their start
        if self._row is not None and self.words.text().strip() != self._row.text:
            self.words.setModified(False)
            self.changed.emit(self.words.text())

    def keep_typed(self, text: str) -> None:
        """It couldn't be written down: it stays here."""
        self.words.setText(text)
        self.words.setModified(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and Qt.Key(event.key()) in steps:
            self.commit()
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class QuestionsPart(QWidget):
    """All open questions, and a line for one more."""

    added = Signal(str)
    changed = Signal(str, str)
    moved = Signal(str, int)
    printed = Signal(str, bool)
    visits_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[QuestionRow, ...] = ()
        self._lines: list[QuestionLine] = []
        self._above = QVBoxLayout()
        self._above.setSpacing(0)
        self.fresh = QLineEdit()
        self.fresh.setAccessibleName(self.tr("One more question"))
        self.fresh.setPlaceholderText(self.tr("Write a question"))
        self.fresh.editingFinished.connect(self._add)
        hint = label(self.tr("Enter adds it. An empty line takes a question away."), "caption", wrap=True)
        visits = WordButton(theme, self.tr("Visits and questions"))
        self._following = (self.fresh, hint, visits)
        visits.setAccessibleDescription(self.tr("All visits, and what was answered"))
        visits.setToolTip(visits.accessibleDescription())
        visits.clicked.connect(self.visits_asked)
        below = column(self.fresh, hint, gap=4, margins=(EDGE, 0, 0, 0))
        self.setLayout(column(self._above, below, visits, gap=4))

    def show_rows(self, rows: tuple[QuestionRow, ...]) -> None:
        """Shows these questions."""
        self._rows = rows
        while len(self._lines) < len(rows):
            self._lines.append(self._line(len(self._lines)))
        for place, (line, each) in enumerate(zip(self._lines, rows, strict=False)):
            line.show_row(each, place)
            line.align(among_others=len(rows) > 1)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(rows))

    def commit(self) -> None:
        """What was typed is written down."""
        for line in self._lines[: len(self._rows)]:
            line.commit()
        self._add()

    @property
    def unkept(self) -> bool:
        """Whether something typed isn't written down."""
        lines = self._lines[: len(self._rows)]
        return bool(self.fresh.text().strip()) or any(line.words.isModified() for line in lines)

    def keep_typed(self, id: str, text: str) -> None:
        """It couldn't be written down: it stays where it was typed. A blank id: the line for one more."""
        place = next((place for place, each in enumerate(self._rows) if each.id == id), None)
        if place is None:
            self.fresh.setText(text)
        else:
            self._lines[place].keep_typed(text)

    def _add(self) -> None:
        text = self.fresh.text()
        if text.strip():
            self.fresh.clear()
            self.added.emit(text)

    def _line(self, place: int) -> QuestionLine:
        made = QuestionLine(self._theme)
        made.printed.connect(lambda on: self.printed.emit(self._rows[place].id, on))
        made.changed.connect(lambda text: self.changed.emit(self._rows[place].id, text))
        made.moved.connect(lambda by: self._move(place, by))
        self._above.addWidget(made)
        for part in self._following:
            part.raise_()  # a screen reader comes to them after the new line, as the eye does
        return made

    def _move(self, place: int, by: int) -> None:
        """The keyboard goes along with the question."""
        goal = place + by
        if 0 <= goal < len(self._rows):
            words = self._lines[place].words.hasFocus()
            self.moved.emit(self._rows[place].id, by)
            line = self._lines[goal]
            (line.words if words or line.up.isHidden() else line.up).setFocus()
