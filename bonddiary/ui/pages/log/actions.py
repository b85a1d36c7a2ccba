"""What can be done with the moment in the strip: small buttons, each where the window has room for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLayout, QMenu, QPushButton

from bonddiary.ui.pages.page import Width
from bonddiary.ui.widgets.layout import button

GAP = 6
Homes = dict[str, QLayout]
"""The places: beside the words, below them, a line of their own, behind what was tried, behind what came then."""


class Actions(QObject):
    """Makes the buttons and puts them in their places; what they do is connected by the strip."""

    timed = Signal(str)
    """What to time."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = _small(self.tr("Undo"), self.tr("Takes back what was saved last (Ctrl+Z)"))
        self.note = _small(self.tr("Add note"))
        self._meanings = {True: self.tr("What may this mean?"), False: self.tr("May mean…")}
        self.meaning = _small(self._meanings[True])
        self.timer = _small(self.tr("Timer…"), self.tr("Times crying, a feed or settling"))
        self.also = _small(
            self.tr("Also noticed…"),
            self.tr("Adds a cue to this moment. On a tile: the shift key and a press"),
        )
        self.change = _small(self.tr("Change cue…"), self.tr("Puts another cue in its place"))
        self.more = _small(
            "", self.tr("How your baby was, how strong it was, who noted it and how long it lasted")
        )
        self._cues = (self.also, self.change)
        self._usual = (self.note, self.meaning)
        self._placed: tuple[Width, bool] | None = None
        self._menu = QMenu(self.timer)
        for words, kind in (
            (self.tr("Crying"), "crying"),
            (self.tr("Feed"), "feed"),
            (self.tr("Settling"), "settling"),
        ):
            self._menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self.timed.emit(kind))
        self.timer.setMenu(self._menu)

    def say_open(self, opened: bool, *, narrow: bool) -> None:
        """Says what the button for the second line does next; a narrow window keeps the rarer ones there, too."""
        self.more.setText(self.tr("Less about it") if opened else self.tr("More about it"))
        for each in (self.meaning, self.timer, self.also):
            each.setVisible(opened or not narrow)

    def least_width(self, *, long: bool = False, medium: bool = True) -> int:
        """What stands beside the words, in pixels; with the long words for meaning."""
        wanted = self._meanings[long]
        letters = self.meaning.fontMetrics()
        more = letters.horizontalAdvance(wanted) - letters.horizontalAdvance(self.meaning.text())
        beside: tuple[QPushButton, ...] = (
            (*self._cues, *self._usual) if medium else (*self._cues, self.more, self.meaning, self.timer)
        )
        widths: list[int] = [each.sizeHint().width() + GAP for each in (*beside, self.undo)]
        return more + sum(widths)

    def word(self, width: Width, *, long: bool) -> None:
        """Asks about meaning in as many words as there is room for."""
        wanted = self._meanings[long and width is not Width.NARROW]
        if wanted != self.meaning.text():
            self.meaning.setText(wanted)

    def place(self, width: Width, homes: Homes, *, roomy: bool, long: bool) -> None:
        """Beside the words; with less room the rarer ones in a line of their own under what was tried; on a narrow window below."""
        medium = width is Width.MEDIUM and roomy
        self.word(width, long=long)
        if (width, medium) == self._placed:
            return
        self._placed = width, medium
        for each in (*self._cues, *self._usual, self.timer, self.undo, self.more):
            for layout in homes.values():
                layout.removeWidget(each)
        usual = (*self._usual, self.timer, self.undo)
        places: tuple[tuple[tuple[QPushButton, ...], str], ...]
        if width is Width.NARROW:
            places = ((usual, "below"), ((self.change, self.more, self.also), "below"))
        elif medium:
            beside = (*self._cues, *self._usual, self.undo)
            places = ((beside, "beside"), ((self.more,), "tried"), ((self.timer,), "then"))
        else:
            rarer = (*self._cues, self.more, self.meaning, self.timer)
            places = (((self.note, self.undo), "beside"), (rarer, "own"))
        for group, home in places:
            for each in group:
                homes[home].addWidget(each)


def _small(text: str, tip: str = "") -> QPushButton:
    return button(text, "small", tip=tip)
