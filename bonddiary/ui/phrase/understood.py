"""What was understood of a phrase, as chips to press; what stays in the note, and why; what is missing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bonddiary.analysis.phrase.reading import Part, Why
from bonddiary.analysis.phrase.saying import NAMED, OTHERS, REASONS, could_be
from bonddiary.ui.phrase.presenter import PhrasePresenter
from bonddiary.ui.phrase.state import PhraseState, Piece
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import button, column, label, restyle, row
from bonddiary.ui.widgets.plain import plain_name
from bonddiary.ui.widgets.plate import GAP, RING
from bonddiary.ui.widgets.press import PushChip

EDGE = RING + GAP


class PieceChip(PushChip):
    """One piece. It stays while others of its kind are typed, so that the keyboard may be on it."""

    piece: Piece

    def show_piece(self, piece: Piece, name: str, said: str, hint: str) -> None:
        """Shows another piece."""
        self.piece = piece
        self._drawing = piece.drawing
        if self.text() != name:
            self.setText(name)
            self.updateGeometry()
        self.setAccessibleName(said)
        self.setAccessibleDescription(hint)
        self.update()


class Understood(QWidget):
    """Chips, the note, and what Enter does."""

    save_pressed = Signal()
    chosen = Signal()
    """Another meaning was chosen for a piece."""
    refilled = Signal()
    """There are other chips than before."""

    def __init__(self, theme: Theme, presenter: PhrasePresenter) -> None:
        super().__init__()
        self._theme = theme
        self._presenter = presenter
        self._state = PhraseState()
        self._chips: list[PieceChip] = []
        self._shape: list[int] = []
        """How many chips each moment has."""
        self._flow = FlowLayout(gap=2)
        self._holder = holding(self._flow)
        self._holder.setAccessibleName(self.tr("What was understood"))
        self._note = label("", "quiet", wrap=True)
        self._told = label("", "quiet", wrap=True)
        self._save = button(self.tr("Save"), "small")
        self._save.clicked.connect(self.save_pressed)
        self._bar = InlineBar()
        self._note.setContentsMargins(EDGE, 0, EDGE, 0)
        self.setLayout(
            column(
                self._bar,
                self._holder,
                self._note,
                row(self._told, self._save, margins=(EDGE, 0, EDGE, 0)),
                gap=4,
            )
        )
        self._told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def render_state(self, state: PhraseState) -> None:
        """Shows the phrase as it is read now."""
        self._state = state
        pieces = [[piece for piece in moment if piece.pressable] for moment in state.moments]
        self._fill([len(moment) for moment in pieces])
        for chip, piece in zip(self._chips, (one for moment in pieces for one in moment), strict=True):
            self._show(chip, piece)
        self._holder.setVisible(bool(self._chips))
        kept = [self._kept(piece) for moment in state.moments for piece in moment if piece.part is Part.NOTE]
        self._note.setText(self.tr("Stays in the note: {0}").format("; ".join(kept)))
        self._note.setVisible(bool(kept))
        told = self._what_to_do(state)
        kind = "problem" if state.time_problem or (state.told and state.lacking) else "quiet"
        if self._told.property("kind") != kind:
            restyle(self._told, kind)
        self._told.setText(told)
        self._save.setText(self.tr("Save all") if len(state.moments) > 1 else self.tr("Save"))
        self._save.setVisible(bool(state.moments) and not state.lacking)
        self._told.setVisible(bool(told))
        waits = self.tr("This moment isn’t saved yet. {0}")
        if len(state.moments) > 1:
            waits = self.tr("These moments aren’t saved yet. {0}")
        again = [(self.tr("Try again"), self._presenter.save)] if state.waits else []
        problem = waits.format(state.problem) if state.waits else state.problem
        self._bar.say(problem, *again)

    def words(self) -> str:
        """All of it, for a screen reader."""
        chips = [f"{chip.accessibleName()}." for chip in self._chips if chip.piece.part is not Part.NOTE]
        note = f"{self._note.text()}." if not self._note.isHidden() else ""
        return " ".join((*chips, note, self._told.text())).strip()

    def _fill(self, shape: list[int]) -> None:
        """Makes chips anew where there are more or fewer; the others are shown anew."""
        if shape == self._shape:
            return
        if len(shape) <= 1 and len(self._shape) <= 1:
            wanted = sum(shape)
            while len(self._chips) > wanted:
                self._drop(self._chips.pop())
            while len(self._chips) < wanted:
                self._flow.addWidget(self._chip())
        else:
            empty(self._flow)
            self._chips = []
            for place, count in enumerate(shape, 1):
                if len(shape) > 1:
                    self._flow.add_first(self._number(place))
                for _ in range(count):
                    self._flow.addWidget(self._chip())
        self._shape = shape
        self.refilled.emit()

    def _drop(self, chip: PieceChip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _chip(self) -> PieceChip:
        made = PieceChip(self._theme, "")
        made.clicked.connect(partial(self._open_menu, made))
        self._chips.append(made)
        return made

    def _number(self, place: int) -> QLabel:
        made = label(f"{place}.", "label")
        made.setContentsMargins(EDGE, 0, 0, 0)
        return made

    def _show(self, chip: PieceChip, piece: Piece) -> None:
        name = piece.name or f"“{piece.typed}”"
        said = self.tr("{0}, {1}").format(name, self.tr(NAMED[piece.part]))
        chip.show_piece(piece, name, said, self.tr("Press to read it another way."))

    def _kept(self, piece: Piece) -> str:
        reason = self.tr(REASONS[piece.why]) if piece.why and piece.why in REASONS else ""
        if piece.why is Why.SEVERAL:
            reason = reason.format(could_be(piece.could, self.tr(OTHERS)))
        return f"{piece.typed} ({reason})" if reason else piece.typed

    def _what_to_do(self, state: PhraseState) -> str:
        count = len(state.moments)
        if state.time_problem:
            return self.tr("Not saved yet. {0}").format(state.time_problem)
        if not state.lacking:
            several = self.tr("{0} moments ready. Enter saves all.").format(count)
            return (several if count > 1 else self.tr("Enter saves this moment.")) if count else ""
        if count > 1:
            which = ", ".join(map(str, state.lacking))
            return self.tr("Add what you noticed to moment {0}, such as rooting or crying.").format(which)
        words = self.tr("Add what you noticed, such as rooting or crying.")
        return self.tr("Not saved yet. {0}").format(words) if state.told else words

    def _open_menu(self, chip: PieceChip) -> None:
        from PySide6.QtWidgets import QMenu  # few chips are pressed

        piece, menu = chip.piece, QMenu(chip)
        if piece.why is Why.PLAIN:
            menu.addAction(self.tr("Read it again"), partial(self._choose, self._presenter.read_again, piece))
        else:
            for other in self._presenter.others(piece):
                mean = partial(self._presenter.mean, other=other)
                menu.addAction(plain_name(other.name), partial(self._choose, mean, piece))
            keep = partial(self._choose, self._presenter.keep_plain, piece)
            menu.addAction(self.tr("Keep as plain words"), keep)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _choose(self, do: Callable[[Piece], None], piece: Piece) -> None:
        do(piece)
        self.chosen.emit()
