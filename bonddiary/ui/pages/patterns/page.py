"""Draws the Patterns page: which days, how much was logged, and a card for each chart."""

from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bonddiary.analysis.week_by_week import KEY as WEEKS
from bonddiary.domain.records import Kind, Ref
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.models.chart_names import chart_names
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.patterns.cards import Cards
from bonddiary.ui.pages.patterns.deeds import Deeds
from bonddiary.ui.pages.patterns.empty import EmptyPart
from bonddiary.ui.pages.patterns.foot import Foot
from bonddiary.ui.pages.patterns.period_bar import EDGE, PeriodBar
from bonddiary.ui.pages.patterns.pictures import Pictures
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.reference import ReferenceSwitch
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.pages.patterns.state import Chart, Empty, PatternsState
from bonddiary.ui.pages.patterns.tall_page import TallPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.chart_card import ChartCard
from bonddiary.ui.widgets.date_field import read_date
from bonddiary.ui.widgets.focus import read_in_order
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, label, row, scrolling
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.reading_line import ReadingLine
from bonddiary.ui.widgets.words import Heading


class PatternsPage(Page):
    """What the entries show, chart by chart."""

    entry_opened = Signal(object)
    """The Ref of the moment whose mark was chosen."""
    tip_opened = Signal(str)
    log_asked = Signal()
    phrasebook_asked = Signal()
    question_asked = Signal(str, str)
    """A chart's key and its title: something is to be asked about it at a visit."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.jobs = Jobs(self)
        later = lambda act: QTimer.singleShot(0, self, act)  # noqa: E731  # the page goes, and it with it
        self.presenter = PatternsPresenter(session, self._render, self.jobs, later)
        self._settle_soon = QTimer(self, singleShot=True, interval=0)
        self._settle_soon.timeout.connect(self._settle)
        self._bar = InlineBar()
        self._title = Heading(self.tr("Patterns"), "title")
        self._period = PeriodBar(theme)
        self._logged = label(wrap=True)
        self._empty = EmptyPart(theme, made_up=not session.paths.kept)
        self._empty.example_asked.connect(lambda: self._see_example(session))
        self._log = self._empty.log
        self._log.clicked.connect(self.log_asked)
        self._working = ReadingLine()
        self._phrasebook = WordButton(theme, self.tr("Phrasebook"), "plain")
        self._phrasebook.setToolTip(self.tr("Each cue, and what came next, in your own words"))
        self._phrasebook.clicked.connect(self.phrasebook_asked)
        self._back = WordButton(theme, self.tr("Back to all charts"), "plain")
        self._back.clicked.connect(lambda: self.show_alone(""))
        self._back.hide()
        self._foot = Foot(theme)
        self._reference = ReferenceSwitch(theme)
        self._reference.chosen.connect(self.presenter.choose_reference)
        self._entered = False
        self._card_column = column(gap=14, margins=(EDGE, 0, 0, 0))
        self._cards = Cards(self, self._card_column, list(self._names()), self._card)
        self._cards.filled.connect(self._on_filled)
        self._pictures = Pictures(self, self.jobs, self._cards)
        self._pictures.placed.connect(self._arrange)
        self._build()
        self._connect(session)

    @override
    def enter(self) -> None:
        self.presenter.enter()
        if self.presenter.state.window is None:
            return
        before = cast(QWidget | None, self.focusWidget())  # later visits find the keyboard where it was
        if self._entered and before is not None and before.isVisible():
            before.setFocus()
        else:
            self._entered = True
            self._period.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._head, *(card for card in self._cards.in_order() if card.isVisible())]

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        narrow = width is Width.NARROW
        self._period.set_narrow(narrow)
        across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for each in (self._title_row, self._logged_row):
            each.setDirection(across)
        side = Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag.AlignTrailing
        self._logged_row.setAlignment(self._phrasebook, Qt.AlignmentFlag.AlignTop | side)
        self._outer.setContentsMargins(*((7, 8, 6, 0) if narrow else (15, 12, 10, 0)))
        self._body.setContentsMargins(0, 0, 4 if narrow else 10, 16)
        for card in self.cards.values():
            card.set_words_first(narrow)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.enter()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._cards.alone:
            self.show_alone("")
        else:
            super().keyPressEvent(event)

    @override
    def step_back(self) -> bool:
        alone = bool(self._cards.alone)
        if alone:
            self.show_alone("")
        return alone

    def show_alone(self, key: str) -> None:
        """Gives the page to one chart, or, for no key, back to all of them; the keyboard stays with it."""
        card = self.cards.get(key or self._cards.alone)
        self._cards.alone = key
        self._render(self.presenter.state)
        if card is not None and not card.isHidden():
            card.setFocus()
            self._tall.topmost = card

    def hide_chart(self, key: str) -> None:
        """Hides a chart; the keyboard goes to the next one, or to where the days are chosen."""
        order = self._cards.seen()
        place = order.index(self.cards[key])
        self._cards.alone = ""
        self.presenter.hide_chart(key, hidden=True)
        left = [card for card in order[place + 1 :] + order[:place][::-1] if not card.isHidden()]
        (left[0] if left else self._foot.stops()[-1]).setFocus()
        self._tall.topmost = left[0] if left else None  # once what went leaves no gap
        announce(self, self.tr("Hidden. You can show it again at the foot of this page."))

    def _focus_when_there(self, key: str) -> None:
        """Cards come one by one: the keyboard waits where the days are chosen."""
        card = self.cards.get(key)
        if card is not None and not card.isHidden():
            card.setFocus()
            self._tall.topmost = card if self.filling else None
            return
        self._period.take_focus()
        if self.filling:
            QTimer.singleShot(0, self, lambda: self._focus_when_there(key))

    def _show_again(self, key: str) -> None:
        self.presenter.hide_chart(key, hidden=False)
        self._focus_when_there(key)

    def _see_example(self, session: Session) -> None:
        from bonddiary.ui.look_around import start

        if start(session.paths):
            announce(self, self.tr("A made-up diary opens in a window of its own."))
        else:
            self._bar.say(self.tr("No example can be shown: this computer starts no second program."))

    @property
    def cards(self) -> dict[str, ChartCard]:
        """Every card that was made, by its chart."""
        return self._cards.by_key

    @property
    def filling(self) -> bool:
        """Whether cards are still to come."""
        return self._cards.filling

    def _arrange(self) -> None:
        if self.filling:
            return
        self._order_stops()
        self._settle_soon.start()  # queued behind the showing of what is new, before any painting

    def _settle(self) -> None:
        if not self.filling:  # else it is laid out then, and what is to be seen has its place
            self._tall.settle(self._cards.seen())
            QTimer.singleShot(0, self._pictures, self._pictures.let_go)  # painting comes first

    def _show_top(self, card: ChartCard) -> None:
        self._tall.show_top(card, first=card is next(iter(self._cards.seen()), None))

    def _order_stops(self) -> None:
        """Tab goes in reading order, wherever a picture or a fold has come in since."""
        cards = self._cards.seen()
        stops = [*self._period.stops(), self._phrasebook, self._back, self._log, self._empty.example]
        stops += [stop for card in cards for stop in card.stops()] + self._foot.stops()
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _build(self) -> None:
        self._head = QWidget()
        self._title_row = row(self._title, self._period.chips, gap=4)
        self._logged_row = row(self._logged, self._phrasebook, gap=12)
        self._logged_row.setStretch(0, 1)
        side = Qt.AlignmentFlag.AlignLeading  # with no side, no row is wider than the button
        self._logged_row.setAlignment(self._phrasebook, Qt.AlignmentFlag.AlignTop | side)
        self._working.setContentsMargins(EDGE, 0, 0, 0)
        said = column(self._working, self._back, gap=4)
        self._head.setLayout(column(self._title_row, self._period, self._logged_row, said, gap=4))
        for words in (self._title, self._logged):
            words.setContentsMargins(EDGE, 0, 0, 0)
        between = column(self._bar, self._empty, margins=(EDGE, 0, 0, 0))
        self._inside, self._body = QWidget(), column(gap=12)
        self._inside.setLayout(self._body)
        self._scroll = scrolling(self._inside)
        self._tall = TallPage(self._scroll, self._inside, self._body)
        self._outer = column(self._scroll)
        self.setLayout(self._outer)
        # from the outside inwards: whatever comes into another widget is styled anew, with all that is in it
        self._body.addWidget(self._head)
        self._body.addLayout(between)
        self._body.addLayout(self._card_column)
        self._body.addWidget(self._foot)
        self._body.addStretch(1)

    def _connect(self, session: Session) -> None:
        presenter, period = self.presenter, self._period
        self._deeds = Deeds(self, presenter, self.jobs, self._bar.say)
        self._foot.shown_again.connect(self._show_again)
        session.settings_changed.connect(presenter.on_settings)
        period.arranged.connect(self._order_stops)
        period.span_chosen.connect(lambda value: presenter.choose_span(Span(value)))
        period.earlier_asked.connect(presenter.earlier)
        period.later_asked.connect(presenter.later)
        period.latest_asked.connect(presenter.latest)
        period.days_asked.connect(lambda first, last: presenter.choose_days(first, last, read_date))
        session.diary_changed.connect(presenter.on_change)
        session.baby_changed.connect(presenter.change_baby)
        session.closing.connect(presenter.stop)

    def _render(self, state: PatternsState) -> None:
        self._bar.say(
            state.problem, *([(self.tr("Try again"), self.presenter.refresh)] if state.problem else [])
        )
        self._period.render_state(state)
        self._show_logged(self._logged_words(state))
        self._empty.show_state(state)
        self._show_cards(state.charts)
        self._show_foot(state)
        self._reference.show_on(state.reference)
        self._working.show_working(state.working)

    def _show_foot(self, state: PatternsState) -> None:
        self._foot.setVisible(not self._cards.alone)
        names = {waiting.key: self._names()[waiting.key] for waiting in state.waiting}
        starts = [waiting.starts for waiting in state.waiting] if state.empty is None else []
        self._foot.show_waiting(list(names.values()), starts)
        self._foot.show_hidden({key: self._names()[key] for key in state.hidden})
        self._back.setVisible(bool(self._cards.alone))

    def _show_logged(self, words: str) -> None:
        """Also said, once other days than before were read: the page below is about these now."""
        if words and self.isVisible() and self._logged.text() not in ("", words):
            announce(self, words)
        self._logged.setText(words)
        self._logged.setVisible(bool(words))

    def _logged_words(self, state: PatternsState) -> str:
        if not state.coverage or state.empty is Empty.NOTHING:
            return ""
        return self.tr("How much was logged: {0}").format(state.coverage)

    def _show_cards(self, charts: tuple[Chart, ...]) -> None:
        if self._cards.show_charts(charts):
            self._tall.pause()
            self._pictures.hold()
            self._cards.begin()

    def _on_filled(self) -> None:
        read_in_order(self._inside)  # cards come after what stands below them
        self._order_stops()
        self._tall.lay_out_again()
        self._tall.settle(self._cards.seen())
        QTimer.singleShot(0, self, self._show_filled)  # painting is another turn's work

    def _show_filled(self) -> None:
        if not self.filling:
            self._tall.paint_again()
            self._pictures.begin()

    def _card(self, key: str) -> ChartCard:
        card = ChartCard(self._theme, self.jobs, self._inside)  # styled once, where it is to stand
        if key == WEEKS:
            self._reference.put_on(card)
        card.set_words_first(self.width_class is Width.NARROW)
        card.moment_opened.connect(lambda moment: self.entry_opened.emit(Ref(Kind.MOMENT, moment)))
        card.tip_opened.connect(self.tip_opened)
        card.focused.connect(lambda: QTimer.singleShot(0, self, lambda: self._show_top(card)))
        card.unfolded.connect(self._tall.remember)
        card.arranged.connect(self._arrange)
        card.deed_asked.connect(lambda deed: self._deeds.do(card, key, deed))
        return card

    def _names(self) -> dict[str, str]:
        return chart_names()
