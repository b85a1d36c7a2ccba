"""What can be done with the moment in the strip: small buttons, each where the window has room for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLayout, QMenu, QPushButton

from bonddiary.ui.pages.page import Width
from bonddiary.ui.widgets.layout import button


class Actions(QObject):
    """Makes the buttons and puts them in their places; what they do is connected by the strip."""

    timed = Signal(str)
    """What to time."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = _small(self.tr("Undo"), self.tr("Takes back what was saved last (Ctrl+Z)"))
        self.note = _small(self.tr("Add note"))
        self.meaning = _small("")
        self.timer = _small(self.tr("Timer…"), self.tr("Times crying, a feed or settling"))
        self.also = _small(
            self.tr("Also noticed…"), self.tr("Adds a cue to this moment, as Shift and a tile does")
        )
        self.change = _small(self.tr("Change cue…"), self.tr("Puts another cue in its place"))
        self.more = _small(
            "", self.tr("How your baby was, how strong it was, who noted it and how long it lasted")
        )
        self._menu = QMenu(self.timer)
        for words, kind in (
            (self.tr("Crying"), "crying"),
            (self.tr("Feed"), "feed"),
            (self.tr("Settling"), "settling"),
        ):
            self._menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self.timed.emit(kind))
        self.timer.setMenu(self._menu)

    def say_open(self, opened: bool) -> None:
        """Says what the button for the second line does next."""
        self.more.setText(self.tr("Less about it") if opened else self.tr("More about it"))

    def place(
        self, width: Width, beside: QLayout, below: QLayout, with_cues: QLayout, tried: QLayout
    ) -> None:
        """Beside the words; on a wide window, which has a panel, partly with the cues; on a narrow one below."""
        self.meaning.setText(self.tr("What may this mean?") if width is Width.WIDE else self.tr("May mean…"))
        cues, usual, quiet = (
            (self.also, self.change),
            (self.note, self.timer, self.meaning, self.undo),
            (self.more,),
        )
        for each in (*cues, *usual, *quiet):
            for layout in (beside, below, with_cues, tried):
                layout.removeWidget(each)
        places: tuple[tuple[tuple[QPushButton, ...], QLayout], ...] = {
            Width.WIDE: ((usual, beside), (cues, with_cues), (quiet, with_cues)),
            Width.MEDIUM: ((cues, beside), (usual, beside), (quiet, tried)),
            Width.NARROW: ((usual, below), (cues, below), (quiet, below)),
        }[width]
        for group, home in places:
            for each in group:
                home.addWidget(each)


def _small(text: str, tip: str = "") -> QPushButton:
    return button(text, "small", tip=tip)
