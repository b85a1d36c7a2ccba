"""One chart on a card: finding, measure, picture with tips beside it, and folded beneath words, table, certainty."""

import logging
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.tips import ChosenTip
from bonddiary.ui.models.text_table import tab_separated
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING, CheckChip, PushChip
from bonddiary.ui.widgets.reading import Selectable
from bonddiary.ui.widgets.text_table import TextTable
from bonddiary.ui.widgets.tip_button import TipButton
from bonddiary.ui.widgets.words import Heading

if TYPE_CHECKING:
    from bonddiary.ui.widgets.chart_canvas import ChartCanvas

LINE = 640
"""About 66 letters: the longest line that is easy to read."""
ASIDE, ROOMY = 264, 690
"""Widths of the tips beside a picture, and of a picture that isn't crowded: below both, tips stand under it."""
PLACE_KEPT = 420
"""The height kept free for a picture that isn't drawn yet, so that little moves when it comes."""


class Fold(StrEnum):
    """What can be folded out, in its order on the card."""

    WORDS = "words"
    TABLE = "table"
    SURE = "sure"
    TIPS = "tips"


class ChartCard(QFrame):
    """Draws what one insight says. The picture comes when `draw` is called; all else is there at once."""

    moment_opened = Signal(str)
    tip_opened = Signal(str)
    unfolded = Signal(QWidget)
    arranged = Signal()
    """Something to stop at has come in or moved."""
    save_asked = Signal(object)
    """The insight whose picture is to be saved."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._theme = theme
        self._insight: Insight[object] | None = None
        self._tips: tuple[ChosenTip, ...] = ()
        self._opened = {Fold.TIPS}
        self._words_first = False
        self._title = Heading("", "section")
        self._subtitle = label(kind="quiet", wrap=True, bounded=True)
        self._problem = InlineBar()
        self.canvas: ChartCanvas | None = None
        self._picture = QWidget()
        self._picture.setLayout(column(self._problem, gap=0))
        self._aside = QWidget()
        head = label(self.tr("Related tips"), "label")
        head.setIndent(RING + GAP)  # in line with the edges of the tips
        self._aside.setLayout(column(head, gap=2))
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self._picture, 1)
        self._beside.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        self._pictured = QWidget()
        self._pictured.setLayout(self._beside)
        self._chips = {fold: CheckChip(theme, "", parent=self) for fold in Fold}
        self._said = label(kind="quiet")
        self._buttons = self._build_buttons()
        self._parts: dict[Fold, QWidget] = {}
        self._folds = QWidget()
        self._folds.setLayout(column(gap=12))
        self._column = column(self._title, self._subtitle, self._pictured, self._buttons, self._folds, gap=8)
        self.setLayout(self._column)
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
        if fresh and self.canvas is not None:
            self._problem.say("")
            self.canvas.show()
            self.canvas.show_chart(insight)

    def draw(self) -> None:
        """Makes the picture; loads what draws it when this is the first of all."""
        if self._insight is None or self.canvas is not None:
            return
        try:  # matplotlib takes longer to load than all of the page
            from bonddiary.ui.widgets.chart_canvas import ChartCanvas

            canvas = ChartCanvas(self._theme)
        except Exception:  # whatever goes wrong in a picture, its words and table stay
            logging.getLogger(__name__).exception("pictures can’t be drawn here")
            self._say_not_drawn()
            return
        canvas.moment_opened.connect(self.moment_opened)
        canvas.table_asked.connect(lambda: self._open(Fold.TABLE))
        canvas.drawing_failed.connect(self._say_not_drawn)
        canvas.drawn.connect(self._on_drawn)
        self.canvas = canvas
        picture = self._layout_of(self._picture)
        picture.addWidget(canvas)
        picture.addStretch(1)  # where tips beside it are higher, the picture isn't pulled along
        canvas.show_chart(self._insight)

    def set_words_first(self, words_first: bool) -> None:
        """On a narrow window words and table are open and stand before the picture, and tips are folded."""
        if words_first == self._words_first:
            return
        self._words_first = words_first
        self._column.removeWidget(self._pictured)
        self._column.insertWidget(4 if words_first else 2, self._pictured)
        both, tips = {Fold.WORDS, Fold.TABLE}, {Fold.TIPS}
        self._opened = (self._opened | both) - tips if words_first else (self._opened - both) | tips
        self._name_chips()
        self._fill()
        self._fit()

    def settle(self) -> None:
        """Lays out what is on the card now, from the inside outwards."""
        inside = self._folds, self._picture, self._aside, self._pictured, self._buttons
        for holder in (*self._parts.values(), *inside):
            layout = holder.layout()
            if layout is not None:
                layout.activate()
        self._column.activate()

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        picture = [self.canvas] if self.canvas is not None else []
        inside = {fold: self._stops_in(part) for fold, part in self._parts.items()}
        tips = inside.pop(Fold.TIPS, [])
        folds = [stop for fold in Fold for stop in inside.get(fold, [])]
        around = [*self._chips.values(), *self._actions, *folds]
        return [*around, *picture, *tips] if self._words_first else [*picture, *tips, *around]

    def say(self, words: str) -> None:
        """Tells what was done with the card, beside its buttons."""
        self._said.setText(words)
        self._said.show()
        announce(self, words)

    def _build_buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=2)
        save = PushChip(self._theme, self.tr("Save picture…"))
        save.clicked.connect(lambda: self.save_asked.emit(self._insight))
        copy = PushChip(self._theme, self.tr("Copy table"))
        copy.clicked.connect(self._copy)
        for fold, chip in self._chips.items():
            chip.toggled.connect(lambda on, fold=fold: self._toggle(fold, on))  # by screen readers too
        self._actions: tuple[QWidget, ...] = (save, copy)
        for widget in (*self._chips.values(), *self._actions, self._said):
            flow.addWidget(widget)
        return holder

    def _name_chips(self) -> None:
        names = {
            Fold.WORDS: self.tr("In words"),
            Fold.TABLE: self.tr("Table"),
            Fold.SURE: self.tr("How sure?") if self._words_first else self.tr("How sure is this?"),
            Fold.TIPS: self.tr("Related tips"),
        }
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
        self._stops_in(self._parts[fold])[0].setFocus()

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
        self._aside.setVisible(Fold.TIPS in self._opened and self._has(Fold.TIPS))
        self.arranged.emit()

    def _part(self, fold: Fold) -> QWidget:
        """The fold's part with what the insight says now."""
        assert self._insight is not None
        part = self._parts.get(fold)
        if fold is Fold.TIPS:
            return part or self._keep(fold, self._tip_list())
        if fold is Fold.TABLE:
            holder = self._keep(fold, part or self._table())
            holder.findChildren(TextTable)[0].show_table(self._insight.table)
            return holder
        text = part if isinstance(part, Selectable) else Selectable(self._theme, self._chips[fold].text())
        self._keep(fold, text)
        text.setMaximumWidth(self._theme.look.px(LINE))
        text.say("\n".join(self._insight.words if fold is Fold.WORDS else self._insight.sure))
        self._space_out(text)
        return text

    def _space_out(self, text: Selectable) -> None:
        """Each sentence stands a little apart from the next."""
        block = QTextBlockFormat()
        block.setBottomMargin(self._theme.look.px(5))
        block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole = QTextCursor(text.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(block)

    def _stops_in(self, part: QWidget) -> list[QWidget]:
        inside = [*part.findChildren(TextTable), *part.findChildren(TipButton)]
        return [part] if isinstance(part, Selectable) else inside

    def _keep(self, fold: Fold, part: QWidget) -> QWidget:
        if self._parts.get(fold) is not part:
            self._parts[fold] = part
            before = sum(other in self._parts for other in list(Fold)[: list(Fold).index(fold)])
            if fold is Fold.TIPS:
                self._layout_of(self._aside).addWidget(part)
            else:
                self._layout_of(self._folds).insertWidget(before, part)
        return part

    def _table(self) -> QWidget:
        """The table, in line with the words above it."""
        holder = QWidget()
        holder.setLayout(column(TextTable(self._theme), margins=(4, 0, 0, 0)))
        return holder

    def _tip_list(self) -> QWidget:
        """General education beside the chart; buttons that open the tips."""
        holder = QWidget()
        layout = column(gap=2)
        for chosen in self._tips:
            because = self.tr("Shown {0}").format(chosen.reason)
            button = TipButton(self._theme, chosen.tip.title, because)
            button.setMaximumWidth(self._theme.look.px(LINE))
            button.clicked.connect(lambda _=False, key=chosen.tip.key: self.tip_opened.emit(key))
            layout.addWidget(button)
        holder.setLayout(layout)
        return holder

    def _copy(self) -> None:
        assert self._insight is not None
        QGuiApplication.clipboard().setText(tab_separated(self._insight.table))
        self.say(self.tr("Copied."))

    def _on_drawn(self) -> None:
        self._problem.say("")
        self._picture.setMinimumHeight(0)
        assert self.canvas is not None
        self.canvas.show()

    def _say_not_drawn(self) -> None:
        self._picture.setMinimumHeight(0)
        if self.canvas is not None:
            self.canvas.hide()
        self._problem.say(self.tr("The picture couldn’t be drawn."), (self.tr("Try again"), self._try_again))

    def _try_again(self) -> None:
        self._problem.say("")
        if self.canvas is None:
            self.draw()
            return
        self.canvas.show()
        QTimer.singleShot(0, self.canvas, self.canvas.draw_again)

    def _fit(self) -> None:
        look = self._theme.look
        side, indent = 12 if self._words_first else look.px(12), look.px(4)
        for words in (self._title, self._subtitle):
            words.setContentsMargins(indent, 0, 0, 0)  # in line with the picture's own words
        self._column.setContentsMargins(side, look.px(14), side, look.px(10))
        self._subtitle.setMaximumWidth(look.px(LINE + 260))
        if self.canvas is None:
            self._picture.setMinimumHeight(look.px(PLACE_KEPT))
        self._place_aside()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_aside()

    def _place_aside(self) -> None:
        """Tips stand beside the picture where that leaves it wide enough."""
        look = self._theme.look
        beside = not self._words_first and self.width() >= look.px(ASIDE + ROOMY)
        self._aside.setMinimumWidth(look.px(ASIDE) if beside else 0)
        self._aside.setMaximumWidth(look.px(ASIDE if beside else LINE))
        self._beside.setSpacing(look.px(16) if beside else 8)
        way = QBoxLayout.Direction
        self._beside.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _layout_of(self, holder: QWidget) -> QVBoxLayout:
        return cast(QVBoxLayout, holder.layout())
