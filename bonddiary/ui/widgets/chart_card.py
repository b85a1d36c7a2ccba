"""One chart on a card: finding, measure, picture with tips beside it, and folded beneath words, table, certainty."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.tips import ChosenTip
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.models.text_table import tab_separated
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.chart_folds import (
    INDENT,
    LINE,
    Fold,
    show_sentences,
    stops_in,
    table_part,
    tip_list,
    tips_words,
)
from bonddiary.ui.widgets.chart_menu import Deed, DoneWords, open_menu
from bonddiary.ui.widgets.chart_picture import ChartPicture
from bonddiary.ui.widgets.chart_tips import PictureAndTips
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import RING, CheckChip, PushChip
from bonddiary.ui.widgets.reading import Selectable
from bonddiary.ui.widgets.text_table import TextTable
from bonddiary.ui.widgets.words import Heading

if TYPE_CHECKING:
    from bonddiary.ui.widgets.chart_canvas import ChartCanvas


class ChartCard(QFrame):
    """Draws what one insight says. The picture comes when `draw` is called; all else is there at once."""

    moment_opened = Signal(str)
    tip_opened = Signal(str)
    unfolded = Signal(QWidget)
    arranged = Signal()
    """Something to stop at has come in or moved."""
    focused = Signal()
    """The card as a whole has the keyboard."""
    deed_asked = Signal(Deed)
    """Something from its menu is to be done with the chart."""

    def __init__(self, theme: Theme, jobs: Jobs | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.wide = False
        self._insight: Insight[object] | None = None
        self._tips: tuple[ChosenTip, ...] = ()
        self._opened = {Fold.TIPS}
        self._words_first = False
        self._title = Heading("", "section")
        self._subtitle = label(kind="quiet", wrap=True, bounded=True)
        self._picture = ChartPicture(theme, jobs)
        self._picture.moment_opened.connect(self.moment_opened)
        self._picture.table_asked.connect(lambda: self._open(Fold.TABLE))
        self._picture.menu_asked.connect(self.open_menu)
        self._picture.not_drawn.connect(self._stand_in)
        self._pictured = PictureAndTips(theme, self._picture)
        self._chips = {fold: CheckChip(theme, "", parent=self) for fold in Fold}
        self._said = DoneWords()
        self._buttons = self._build_buttons()
        self._parts: dict[Fold, QWidget] = {}
        self._switches: tuple[QWidget, ...] = ()
        self._folds = QWidget()
        self._folds.setLayout(column(gap=12))
        self._below = QWidget()  # a switch of the chart's own
        self._below.setLayout(column(gap=4, margins=(4, 0, 4, 0)))
        self._below.hide()
        parts = self._title, self._subtitle, self._pictured, self._below, self._buttons, self._folds
        self._column = column(*parts, gap=8)
        self.setLayout(self._column)
        self._say_keys()
        self._fit()
        theme.changed.connect(self._fit)

    def show_chart(self, insight: Insight[object], tips: tuple[ChosenTip, ...]) -> None:
        """Shows an insight with its tips. A picture that is there already follows in the next turn."""
        fresh = insight != self._insight
        if fresh:
            self._insight = insight
            self._title.setText(insight.title)
            self._subtitle.setText(insight.subtitle)
            self._said.clear()
            self._said.hide()
            self.setAccessibleName(insight.title)
            for each in (*self._chips.values(), *self._actions):
                each.setAccessibleDescription(insight.title)  # every card has buttons of these names
        if tips != self._tips and Fold.TIPS in self._parts:
            self._parts.pop(Fold.TIPS).deleteLater()
        self._tips = tips
        self._name_chips()
        self._fill()
        if fresh:
            self._picture.follow(insight)

    def draw(self) -> None:
        """Has the picture drawn; loads what draws it when this is the first of all."""
        if self._insight is not None:
            self._picture.draw(self._insight)

    @property
    def canvas(self) -> "ChartCanvas | None":
        """The picture, once there is one."""
        return self._picture.canvas

    def set_words_first(self, words_first: bool) -> None:
        """On a narrow window words and table are open and stand before the picture, and tips are folded."""
        if words_first == self._words_first:
            return
        self._words_first = words_first
        self._column.removeWidget(self._pictured)
        self._column.insertWidget(5 if words_first else 2, self._pictured)
        both, tips = {Fold.WORDS, Fold.TABLE}, {Fold.TIPS}
        self._opened = (self._opened | both) - tips if words_first else (self._opened - both) | tips
        self._name_chips()
        self._fill()
        self._fit()

    def settle(self) -> None:
        """Lays out what is on the card now, from the inside outwards."""
        inside = self._folds, self._picture, self._pictured.aside, self._pictured, self._below, self._buttons
        for holder in (*self._parts.values(), *inside):
            layout = holder.layout()
            if layout is not None:
                layout.activate()
        self._column.activate()

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        picture = [self.canvas] if self.canvas is not None else []
        inside = {fold: stops_in(part) for fold, part in self._parts.items()}
        tips = inside.pop(Fold.TIPS, [])
        folds = [stop for fold in Fold for stop in inside.get(fold, [])]
        around = [*self._switches, *self._chips.values(), *self._actions, *folds]
        inner = [*around, *picture, *tips] if self._words_first else [*picture, *tips, *around]
        return [self, *inner]

    def say(self, words: str) -> None:
        """Tells what was done with the card, beside its buttons."""
        self._said.setText(words)
        self._said.show()
        self.unfolded.emit(
            self._said
        )  # a long file's name goes on in the next row, which may be out of sight
        self.arranged.emit()
        announce(self, words)

    def _build_buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=2)
        save = PushChip(self._theme, self.tr("Save picture…"))
        save.clicked.connect(lambda: self.deed_asked.emit(Deed.SAVE_PICTURE))
        copy = PushChip(self._theme, self.tr("Copy table"))
        copy.clicked.connect(self._copy)
        more = PushChip(self._theme, self.tr("More…"))
        more.clicked.connect(lambda: self.open_menu(more.mapToGlobal(more.rect().bottomLeft())))
        for fold, chip in self._chips.items():
            chip.toggled.connect(lambda on, fold=fold: self._toggle(fold, on))  # by screen readers too
        self._actions: tuple[QWidget, ...] = (save, copy, more)
        for widget in (*self._chips.values(), *self._actions, self._said):
            flow.addWidget(widget)
        return holder

    def _name_chips(self) -> None:
        names = {
            Fold.WORDS: self.tr("In words"),
            Fold.TABLE: self.tr("Table"),
            Fold.SURE: self.tr("How sure?") if self._words_first else self.tr("How sure is this?"),
            Fold.TIPS: tips_words(self._insight.subjects if self._insight else ()),
        }
        self._pictured.head.setText(names[Fold.TIPS])
        for fold, chip in self._chips.items():
            chip.setText(names[fold])
            chip.setVisible(self._has(fold))
            chip.updateGeometry()

    def _has(self, fold: Fold) -> bool:
        insight = self._insight
        if insight is None:
            return False
        there = {
            Fold.WORDS: insight.words,
            Fold.TABLE: insight.table.rows,
            Fold.SURE: insight.sure,
            Fold.TIPS: self._tips,
        }
        return bool(there[fold])

    def _toggle(self, fold: Fold, on: bool) -> None:
        (self._opened.add if on else self._opened.discard)(fold)
        if on and self._has(fold):
            self.unfolded.emit(self._part(fold))
        self._fill()

    def _open(self, fold: Fold) -> None:
        self._opened.add(fold)
        self._fill()
        stops_in(self._parts[fold])[0].setFocus()

    def _stand_in(self) -> None:
        """Without a picture its words and table are there at once."""
        self._opened |= {Fold.WORDS, Fold.TABLE}
        self._fill()

    def _fill(self) -> None:
        """Shows the folds that are open; each is made when it is first opened."""
        insight = self._insight
        if insight is None:
            return
        for fold, chip in self._chips.items():
            on = fold in self._opened and self._has(fold)
            with QSignalBlocker(chip):
                chip.setChecked(on)
            if on:
                self._part(fold)
            if fold in self._parts:
                self._parts[fold].setVisible(on)
        self._folds.setVisible(bool(self._opened - {Fold.TIPS}))
        self._pictured.aside.setVisible(Fold.TIPS in self._opened and self._has(Fold.TIPS))
        self.arranged.emit()

    def _part(self, fold: Fold) -> QWidget:
        """The fold's part with what the insight says now."""
        assert self._insight is not None
        part = self._parts.get(fold)
        if fold is Fold.TIPS:
            return part or self._keep(fold, tip_list(self._theme, self._tips, self.tip_opened.emit))
        if fold is Fold.TABLE:
            holder = self._keep(fold, part or table_part(self._theme))
            holder.findChildren(TextTable)[0].show_table(self._insight.table)
            return holder
        text = part if isinstance(part, Selectable) else Selectable(self._theme, self._chips[fold].text())
        self._keep(fold, text)
        show_sentences(text, self._theme, self._insight.words if fold is Fold.WORDS else self._insight.sure)
        return text

    def _keep(self, fold: Fold, part: QWidget) -> QWidget:
        if self._parts.get(fold) is not part:
            self._parts[fold] = part
            before = sum(other in self._parts for other in list(Fold)[: list(Fold).index(fold)])
            if fold is Fold.TIPS:
                self._layout_of(self._pictured.aside).addWidget(part)
            else:
                self._layout_of(self._folds).insertWidget(before, part)
        return part

    def _copy(self) -> None:
        self.deed_asked.emit(Deed.COPY_TABLE)

    def copy_table(self, insight: Insight[object]) -> None:
        """Puts a table on the clipboard, and says so."""
        QGuiApplication.clipboard().setText(tab_separated(insight.table))
        self.say(self.tr("Copied."))

    def open_menu(self, at: QPoint) -> None:
        """What can be done with the chart, at a place on the screen."""
        open_menu(self, self._title.text(), at, wide=self.wide, act=self.deed_asked.emit)

    def add_switch(self, *parts: QWidget) -> None:
        """Something to switch on this chart, and words about it; between the picture and the buttons."""
        for part in parts:
            self._layout_of(self._below).addWidget(part)
        self._switches = tuple(part for part in parts if part.focusPolicy() is not Qt.FocusPolicy.NoFocus)
        self._below.show()

    def set_wide(self, wide: bool) -> None:
        """Alone on the page, the picture has its whole width: tips stand under it."""
        self.wide = wide
        self._say_keys()
        self._place_aside()

    def _say_keys(self) -> None:
        """What screen readers say after its title."""
        back, alone = self.tr("Escape shows all charts again"), self.tr("Enter shows this chart alone")
        self.setAccessibleDescription(back if self.wide else alone)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and not self.wide:
            self.deed_asked.emit(Deed.WIDEN)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.look.tokens.focus), RING))
            edge, corner = RING / 2, self._theme.look.px(14) - RING / 2  # over the card's own border
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), corner, corner)

    def _fit(self) -> None:
        look = self._theme.look
        side, indent = 12 if self._words_first else look.px(12), look.px(INDENT)
        for words in (self._title, self._subtitle):
            words.setContentsMargins(indent, 0, 0, 0)  # in line with the picture's own words
        self._column.setContentsMargins(side, look.px(14), side, look.px(10))
        self._subtitle.setMaximumWidth(look.px(LINE + 260))
        self._place_aside()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_aside()

    def _place_aside(self) -> None:
        self._pictured.place(self.width(), beside=not self._words_first and not self.wide)

    def _layout_of(self, holder: QWidget) -> QVBoxLayout:
        return cast(QVBoxLayout, holder.layout())
