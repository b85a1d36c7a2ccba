"""Draws the guide to the program: a list of its pages, one page to read, a search over all of them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.guide.article import Article
from bonddiary.ui.pages.guide.call_bar import CallBar
from bonddiary.ui.pages.guide.presenter import GuidePresenter
from bonddiary.ui.pages.guide.rows import Rows
from bonddiary.ui.pages.guide.state import GuideRow, GuideState
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.focus import order_stops, read_in_order
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.keyed import ENTER
from bonddiary.ui.widgets.layout import column, row, scrolling
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

LIST = 264
"""The list's width beside a page."""
MOST_OF_IT = 0.3
"""How much of the page's height the line on whom to call may take."""


class GuidePage(Page):
    """The same for everyone; it needs no diary."""

    help_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._read: list[int] = []
        """Where the pages were read that others were gone to from."""
        self.presenter = GuidePresenter(session, self._render)
        self._bar = InlineBar()
        self._call = CallBar(theme)
        self._call.help_asked.connect(self.help_asked)
        self._line = Words(kind="quiet")
        self._field = self._build_field()
        self._choice = Choice(theme, self.tr("Page of the guide"))
        self._choice.chosen.connect(lambda place: self._open(self._choice.itemData(place)))
        self._said = Words(kind="quiet")
        self._all = WordButton(theme, self.tr("See all pages"), "plain")
        self._all.clicked.connect(self._clear)
        self._rows = Rows(theme)
        self._rows.taken.connect(self._take)
        self._rows.left_upwards.connect(self.start_finding)
        self._rows.grown.connect(self._order_stops)
        self._article = Article(theme)
        self._article.followed.connect(self._follow)
        self._article.opened.connect(self._open)
        self._tools = QWidget()
        self._tools.setLayout(column(self._choice, self._said, self._all, self._rows, gap=6))
        self._build()
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def enter(self) -> None:
        self.presenter.refresh()
        self._article.title.setFocus()
        QTimer.singleShot(0, self, self.presenter.settle)

    @override
    def show_section(self, name: str) -> None:
        """Opens the page about a place in the window, or with this key."""
        self._read.clear()
        self.presenter.open_about(name)
        self._article.start()

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self._fit()
        self._render(self.presenter.state)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def regions(self) -> list[QWidget]:
        return [self._call, self._field, self._tools, self._article]

    @property
    @override
    def can_find(self) -> bool:
        return True

    @override
    def start_finding(self) -> None:
        if self.width_class is Width.NARROW:  # what is found stands under the field
            self._article.show_part(self._field)
        self._field.setFocus()
        self._field.selectAll()

    @override
    def step_back(self) -> bool:
        if not self.presenter.followed:
            return False
        self.presenter.go_back()
        self._article.title.setFocus()
        self._article.scroll_to(self._read.pop() if self._read else 0)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._field.text():
            self._clear()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            found = self.presenter.state.found
            if event.key() in ENTER and found:
                self._take(found[0])
                return True
            if event.key() == Qt.Key.Key_Down and self._rows.isVisible():
                self._rows.take_focus()
                return True
        return super().eventFilter(watched, event)

    def _render(self, state: GuideState) -> None:
        self._bar.say(state.problem)
        self._call.say(state.call)
        self._line.say(state.call)
        self._fold()
        if self._field.text() != state.query:
            with QSignalBlocker(self._field):
                self._field.setText(state.query)
        searching, narrow = bool(state.query.strip()), self.width_class is Width.NARROW
        key = state.page.key if state.page is not None else ""
        self._show_choice(state, key)
        said = self.tr("Close to what you typed") if state.close else state.nothing
        if said != self._said.plain:
            self._said.say(said)
            announce(self, said)
        self._said.setVisible(bool(said))
        self._all.setVisible(bool(state.nothing))
        self._choice.setVisible(narrow and not searching)
        self._rows.show_rows(state.found if searching else state.pages, key)
        self._rows.setVisible(searching or not narrow)
        self._article.show_text(not (searching and narrow))
        if state.page is not None:
            self._article.show_page(state.page)

    def _fold(self) -> None:
        """Where the line would take too much of a low window, it stands first in what scrolls; the button stays."""
        high = self._call.whole_height(self.width()) > self.height() * MOST_OF_IT
        folded = self.width_class is Width.NARROW and high
        self._call.fold(folded)
        self._line.setVisible(folded)

    def _show_choice(self, state: GuideState, key: str) -> None:
        if self._choice.count() != len(state.pages):
            self._choice.clear()
            for each in state.pages:
                self._choice.addItem(each.title, each.page)
        if key:
            self._choice.show_value(key)

    def _take(self, taken: object) -> None:
        """A row of the list, or something found. Beside a page the search stays: there may be more to look at."""
        assert isinstance(taken, GuideRow)
        self._go(lambda: self.presenter.open(taken.page))
        if self.width_class is Width.NARROW:
            self.presenter.search("")
        if taken.part and self._article.show_section(taken.part):
            announce(self, taken.title)
        else:
            self._article.start()

    def _open(self, key: str) -> None:
        if self._go(lambda: self.presenter.open(key)):
            self._article.start()

    def _follow(self, link: str) -> None:
        if self._go(lambda: self.presenter.follow(link)):
            self._article.start()

    def _go(self, there: Callable[[], bool]) -> bool:
        at = self._article.verticalScrollBar().value()
        gone = there()
        if gone:
            self._read.append(at)
        return gone

    def _clear(self) -> None:
        self.presenter.search("")
        self._field.setFocus()

    def _build(self) -> None:
        self._article.head_column.addWidget(self._line)
        self._title = Heading(self.tr("How to use Bond Diary"), "strong")
        beside, self._inside = QWidget(), column(1, gap=0)
        beside.setLayout(self._inside)
        self._left, self._side = (
            QWidget(),
            column(self._title, scrolling(beside), gap=8, margins=(18, 16, 0, 8)),
        )
        self._left.setLayout(self._side)
        self._body = row(self._left, self._article, gap=0)
        self._body.setStretchFactor(self._article, 1)
        self.setLayout(column(self._bar, self._call, self._body, gap=0))

    def _order_stops(self) -> None:
        """From the list to the page; from its title Tab goes on to its links."""
        order_stops(self._call, self._field, self._choice, self._all, *self._rows.stops, self._article)

    def _build_field(self) -> QLineEdit:
        field = QLineEdit(placeholderText=self.tr("Find in the guide"))
        field.setAccessibleName(self.tr("Find in the guide"))
        field.setClearButtonEnabled(True)
        for clear in field.findChildren(QAbstractButton):
            clear.setAccessibleName(self.tr("Clear what is looked for"))
        field.textChanged.connect(self.presenter.search)
        field.installEventFilter(self)
        return field

    def _fit(self) -> None:
        """The field and the list stand beside the page, or above it where there is no room."""
        narrow = self.width_class is Width.NARROW
        held = self._field.hasFocus()
        if narrow:
            self._article.head_column.addWidget(self._field)
            self._article.head_column.addWidget(self._tools)
        else:
            self._side.insertWidget(1, self._field)
            self._inside.insertWidget(0, self._tools)
        for holder in (self._left, self._article.head):
            read_in_order(holder)
        if held:
            self._field.setFocus()
        self._left.setVisible(not narrow)
        self._left.setFixedWidth(self._theme.look.px(LIST) + 18)
        self._call.set_narrow(narrow)
        self._fold()
        self._article.set_narrow(narrow)
