"""Draws the Tips page."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.tips.article_pane import ArticlePane
from bonddiary.ui.pages.tips.list_pane import EDGE, ListPane
from bonddiary.ui.pages.tips.presenter import TipsPresenter
from bonddiary.ui.pages.tips.state import TipsState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import UNBOUND, column, row
from bonddiary.ui.widgets.words import Heading

LIST = 320


class TipsPage(Page):
    """What cues may mean: a list to look things up in, and one article."""

    timeline_asked = Signal(str)
    """A cue's key: its entries are asked for."""
    help_asked = Signal()
    question_asked = Signal(str)
    """A question for a visit: "cue:" or "tip:" with the key of the article."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._from_elsewhere = False
        self._read: list[int] = []
        """Where the articles were read that links led on from."""
        self.presenter = TipsPresenter(session, self._render)
        self._bar = InlineBar()
        self._title = Heading(self.tr("Tips"), "title")
        self._title.setContentsMargins(EDGE, 0, 0, 0)
        self._list = ListPane(theme)
        self._article = ArticlePane(theme)
        self._left = QWidget()
        self._left.setLayout(column(self._title, self._list, gap=8))
        self._body = row(self._left, self._article, gap=4)
        self._body.setStretchFactor(self._article, 1)
        self.setLayout(column(self._bar, self._body, gap=8, margins=(15, 12, 8, 8)))
        QWidget.setTabOrder(self._list, self._article)
        self._connect(session)
        theme.changed.connect(self._fit)
        self._fit()

    def show_cue(self, key: str) -> None:
        """Opens a cue's article, asked for by another place."""
        self._open_from_elsewhere(RowKind.CUE, key)

    def show_tip(self, key: str) -> None:
        """Opens a tip's article, asked for by another place."""
        self._open_from_elsewhere(RowKind.TIP, key)

    @override
    def enter(self) -> None:
        self.presenter.refresh()
        self._list.take_focus()
        QTimer.singleShot(0, self, self.presenter.prepare)

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self._article.place_parts(width)
        self._fit()
        self._show_panes(self.presenter.state)

    @property
    @override
    def can_find(self) -> bool:
        return True

    @override
    def start_finding(self) -> None:
        self.presenter.close_article()
        self._list.start_finding()

    @property
    @override
    def can_print(self) -> bool:
        return self.presenter.state.article is not None

    @override
    def start_printing(self) -> None:
        article = self.presenter.state.article
        if article is not None:
            from bonddiary.ui.pages.tips.printing import (
                ask_to_print,  # loads Qt's printing when somebody prints
            )

            ask_to_print(self, article)

    @override
    def regions(self) -> list[QWidget]:
        return [self._left, self._article]

    @override
    def step_back(self) -> bool:
        """From a link's article to the one it was in, from an article to the list; else where it was opened."""
        inside = self.presenter.followed or not self._from_elsewhere
        if not (inside and self._article_has_focus()):
            return False
        self._back()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._article_has_focus():
            self._to_list()
        else:
            super().keyPressEvent(event)

    def _connect(self, session: Session) -> None:
        pane, article, presenter = self._list, self._article, self.presenter
        pane.searched.connect(presenter.search)
        pane.filters.shelf_chosen.connect(presenter.choose_shelf)
        pane.filters.group_chosen.connect(presenter.choose_group)
        pane.filters.topic_chosen.connect(presenter.choose_topic)
        pane.filters.cleared.connect(presenter.clear_filters)
        pane.age_toggled.connect(presenter.order_by_age)
        pane.widened.connect(presenter.widen)
        pane.passed.connect(lambda kind, key: presenter.choose(RowKind(kind), key))
        pane.opened.connect(self._open)
        pane.clicked.connect(self._click)
        pane.best_asked.connect(self._open_best)
        article.back_asked.connect(self._to_list)
        article.way_taken.connect(self._follow)
        article.kept.connect(presenter.keep)
        article.print_asked.connect(self.start_printing)
        article.entries_asked.connect(self.timeline_asked)
        article.help_asked.connect(self.help_asked)
        article.copy_asked.connect(self._copy)
        article.question_asked.connect(self._ask_at_visit)
        session.diary_changed.connect(lambda _change: self._refresh_if_seen())
        session.baby_changed.connect(self._refresh_if_seen)

    def _render(self, state: TipsState) -> None:
        self._bar.say(state.problem)
        self._list.show_state(state)
        self._article.show_state(state)
        self._show_panes(state)

    def _show_panes(self, state: TipsState) -> None:
        """A narrow window holds the list or the article."""
        narrow = self.width_class is Width.NARROW
        self._left.setVisible(not narrow or not state.reading)
        self._article.setVisible(not narrow or state.reading)

    def _open(self, kind: str, key: str) -> None:
        self._from_elsewhere = False
        self._read.clear()
        self.presenter.open(RowKind(kind), key)
        self._show_article_from_top()

    def _click(self, kind: str, key: str) -> None:
        """Beside the list the article shows already, and the arrow keys go on in the list."""
        if self.width_class is Width.NARROW:
            self._open(kind, key)

    def _open_best(self) -> None:
        self._from_elsewhere = False
        self._read.clear()
        if self.presenter.open_best():
            self._show_article_from_top()

    def _open_from_elsewhere(self, kind: RowKind, key: str) -> None:
        self._read.clear()
        self.presenter.open(kind, key)
        self._from_elsewhere = True
        self._show_article_from_top()

    def _show_article_from_top(self) -> None:
        self._article.to_top()  # also where the same article was read before
        self._article.setFocus()

    def _follow(self, kind: str, key: str) -> None:
        self._read.append(self._article.verticalScrollBar().value())
        self.presenter.follow(RowKind(kind), key)
        self._article.setFocus()

    def _back(self) -> None:
        """To the article that the link was in, at its place; from the first one to the list."""
        if not self.presenter.followed:
            self._to_list()
            return
        self.presenter.go_back()
        self._article.setFocus()
        at, bar = self._read.pop(), self._article.verticalScrollBar()
        QTimer.singleShot(
            0, self._article, lambda: bar.setValue(at)
        )  # once its words have found their height

    def _to_list(self) -> None:
        self._from_elsewhere = False
        self._read.clear()
        self.presenter.close_article()
        self._list.take_focus()

    def _article_has_focus(self) -> bool:
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and (
            focused is self._article or self._article.isAncestorOf(focused)
        )

    def _ask_at_visit(self) -> None:
        article = self.presenter.state.article
        if article is not None:
            self.question_asked.emit(f"{article.kind.value}:{article.key}")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.presenter.article_text())
        announce(self, self.tr("Copied."))

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.presenter.refresh()

    def _fit(self) -> None:
        narrow = self.width_class is Width.NARROW
        self._title.setVisible(not narrow)  # the room is the list's
        across = self._theme.look.px(LIST) + 2 * EDGE
        self._left.setMaximumWidth(UNBOUND if narrow else across)
        self._left.setMinimumWidth(0 if narrow else across)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((7, 8, 7, 4) if narrow else (15, 12, 8, 8)))
