"""Small forms inside the page: another name for a cue, a cue of one's own, a response of one's own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.state import Tile
from bonddiary.ui.theme.icons import cue_drawing
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.focus import bring_into_view
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.plain import plain_tip
from bonddiary.ui.widgets.press import CheckChip, RadioChip
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words


class NameForm(QFrame):
    """A name to type. Enter keeps it, Esc leaves things as they are; what is wrong stands below it."""

    kept = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, keep: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self._heading = Heading("", "strong")
        self._field = QLineEdit()
        self._field.returnPressed.connect(self._say)
        self._hint = Words(kind="caption")
        self._problem = Words()
        self._problem.hide()
        self._keep = WordButton(theme, keep, "primary")
        self._keep.clicked.connect(self._say)
        cancel = WordButton(theme, self.tr("Cancel"), "plain")
        cancel.clicked.connect(self.closed)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self._keep)
        buttons.addWidget(cancel)
        self._middle = column(gap=8)
        self.setLayout(
            column(
                self._heading,
                self._field,
                self._hint,
                self._problem,
                self._middle,
                holding(buttons),
                gap=8,
                margins=(16, 12, 16, 12),
            )
        )
        theme.changed.connect(self._fit)
        self._fit()

    def open(self, heading: str, name: str, hint: str) -> None:
        """Shows itself with a name to change, and takes the keyboard."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._field.setAccessibleName(f"{self.tr('Name')}: {heading}")
        self._field.setAccessibleDescription(hint)
        self._field.setText(name)
        self._field.selectAll()
        self._hint.say(hint)
        self.say_problem("")
        self.show()
        self._field.setFocus()
        bring_into_view(self)
        bring_into_view(self._field)

    def say_problem(self, words: str) -> None:
        """Says what is wrong with what was typed; it stays."""
        self._problem.say(words)
        self._problem.setVisible(bool(words))
        if words:
            self._field.setAccessibleDescription(words)
            self._field.setFocus()
            announce(self, words, urgent=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.kept.emit(self._field.text())

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)
        self._field.setMaximumWidth(self._theme.look.px(360))


class CueForm(NameForm):
    """A cue of one's own: name, family, drawing, and whether it goes on the board."""

    def __init__(self, theme: Theme, drawings_of: Callable[[Family], Sequence[Tile]]) -> None:
        super().__init__(theme, "")
        self._keep.setText(self.tr("Add"))
        self._drawings_of = drawings_of
        self.family, self.drawing = Family.CRYING, ""
        self._families = self._family_chips()
        self._drawings = FlowLayout(gap=0)
        around = holding(self._drawings)
        around.setAccessibleName(self.tr("Drawing"))
        self._on_board = CheckChip(theme, self.tr("Put it on the board"))  # its words wrap
        self._on_board.setChecked(True)
        last = FlowLayout(gap=0)
        last.addWidget(self._on_board)
        for part in (
            label(self.tr("What it looks or sounds like"), "quiet", wrap=True),
            self._families,
            label(self.tr("Drawing"), "quiet"),
            around,
            holding(last),
        ):
            self._middle.addWidget(part)

    @property
    def on_board(self) -> bool:
        """Whether it is to stand on the board."""
        return self._on_board.isChecked()

    def start(self, name: str, family: Family) -> None:
        """Shows itself, for a cue of a family."""
        self._choose(family)
        hint = self.tr("Up to 4 words. It’s saved straight away. You can undo.")
        self.open(self.tr("Add your own cue"), name, hint)

    def _family_chips(self) -> QWidget:
        line = FlowLayout(gap=0)
        self._chips: dict[Family, RadioChip] = {}
        for family in Family:
            chip = RadioChip(self._theme, self.tr(FAMILY_NAMES[family]))
            chip.setAccessibleName(f"{self.tr('Family')}: {chip.text()}")
            chip.clicked.connect(lambda _=False, family=family: self._choose(family))
            line.addWidget(chip)
            self._chips[family] = chip
        return holding(line)

    def _choose(self, family: Family) -> None:
        """Its drawings are those of the family's cues; the family's own shape comes first."""
        self.family, self.drawing = family, ""
        self._chips[family].show_checked(True)
        empty(self._drawings)
        own = RadioChip(self._theme, "", f"family-{family}")
        self._offer(own, "", self.tr("{0} shape").format(self.tr(FAMILY_NAMES[family])))
        own.show_checked(True)
        for tile in self._drawings_of(family):
            chip = RadioChip(self._theme, "", cue_drawing(tile.key, family))
            self._offer(chip, tile.key, tile.name)

    def _offer(self, chip: RadioChip, key: str, name: str) -> None:
        chip.setAccessibleName(f"{self.tr('Drawing')}: {name}")
        chip.setToolTip(plain_tip(name))
        chip.set_compact(True)
        chip.clicked.connect(lambda: self._draw(key))
        self._drawings.addWidget(chip)
        chip.show()

    def _draw(self, key: str) -> None:
        self.drawing = key
