"""Draws the Phrasebook page: a card for each cue, and the hand-over sheet that is made of them."""

from datetime import timedelta
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bonddiary import __version__
from bonddiary.domain import wording
from bonddiary.domain.ids import CueKey
from bonddiary.report.sheets import blank_sheets
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.phrasebook.card import PhraseCard
from bonddiary.ui.pages.phrasebook.key import DotKey
from bonddiary.ui.pages.phrasebook.presenter import PhrasebookPresenter
from bonddiary.ui.pages.phrasebook.sheet_part import PaperPart, SheetPart, stops_of
from bonddiary.ui.pages.phrasebook.state import Card, PhrasebookState, Span
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import read_date
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import focus_first, read_in_order
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, frame, row
from bonddiary.ui.widgets.press import GAP, RING, PushChip, RadioChip
from bonddiary.ui.widgets.reading_line import ReadingLine
from bonddiary.ui.widgets.steady_scroll import SteadyScroll
from bonddiary.ui.widgets.words import Heading, Words

EDGE = RING + GAP
ASIDE = 330
"""Width of what stands beside the cards in a wide window."""
SETTLED = 40
"""Milliseconds in which the words of the cards before find their height and are painted."""
A_WEEK = timedelta(days=6)
"""A sheet of seven days that ends today began so long ago."""
UNREAD = "We couldn’t read ‘{0}’. A day looks like this: 3/11/2026."
TO_COME = "That day is still to come. Choose an earlier one."


class PhrasebookPage(Page):
    """The baby's cues in the family's own words."""

    back_asked = Signal()
    tip_opened = Signal(str)
    meaning_asked = Signal(str)
    """The cue whose article is asked for."""
    entries_asked = Signal(str)
    """The cue whose entries are asked for."""
    sheet_asked = Signal(object)
    """A finished ReportDocument, to be looked at, printed or saved."""
    day_asked = Signal(object)
    """The day with which a filled sheet begins."""
    log_asked = Signal()
    help_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        later = lambda act: QTimer.singleShot(0, self, act)  # noqa: E731  # the page goes, and it with it
        self.presenter = PhrasebookPresenter(session, self._render, Jobs(self), later)
        self._bar = InlineBar()
        self._title = Heading(self.tr("Phrasebook"), "title")
        self._back = PushChip(theme, self.tr("Back"))
        self._to_sheet = PushChip(theme, self.tr("Hand-over sheet"))
        self._to_sheet.setToolTip(self.tr("Goes to what stands under the cards"))
        self._spans = {span: RadioChip(theme, "", parent=self) for span in Span}
        self._flow = FlowLayout(gap=0)
        self._entered = False
        self._working, self._counted = ReadingLine(), Words(kind="quiet")
        self._key = DotKey(theme)
        self._empty_words = Words()
        self._log = PushChip(theme, self.tr("Log"))
        self.cards: dict[CueKey, PhraseCard] = {}
        self._waiting: list[Card] = []
        self._more_soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._more_soon.timeout.connect(self._go_on)
        self._more = PushChip(theme, "")
        self._seldom = Words()
        self._notes = Words(kind="quiet")
        self.sheet, self.paper = SheetPart(theme), PaperPart(theme)
        self._build()
        self._connect()

    @override
    def enter(self) -> None:
        self.presenter.enter()
        self.paper.show_first(self._session.clock().day - A_WEEK)
        before = cast(QWidget | None, self.focusWidget())  # later visits find the keyboard where it was
        if self._entered and before is not None and before.isVisible():
            before.setFocus()
            return
        self._entered = True
        self._spans[self.presenter.state.span].setFocus()
        self._scroll.verticalScrollBar().setValue(0)

    @override
    def regions(self) -> list[QWidget]:
        shown = [self.cards[card.key] for card in self.presenter.state.shown if card.key in self.cards]
        return [self._head, *shown, self.sheet, self.paper]

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        narrow, wide = width is Width.NARROW, width is Width.WIDE
        across = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(across)
        self._to_sheet.setVisible(not wide)
        self._place_back(narrow)
        self._fit_aside()
        self._outer.setContentsMargins(*((7, 8, 2, 0) if narrow else (15, 12, 6, 0)))

    @override
    def unsaved(self) -> str:
        self.sheet.keep()
        problem = self.presenter.state.sheet.problem
        return self.tr("What you do when it gets hard isn’t saved. {0}").format(problem) if problem else ""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.enter()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sheet.keep()
        self.presenter.leave()

    def _build(self) -> None:
        for chip in (*self._spans.values(), self._to_sheet):
            self._flow.addWidget(chip)
        self._head = QWidget()
        for words in (
            self._title,
            self._working,
            self._counted,
            self._key,
            self._seldom,
            self._notes,
        ):
            words.setContentsMargins(EDGE, 0, EDGE, 0)
        self._chips_row = row(holding(self._flow), self._back, gap=4)
        self._chips_row.setStretch(0, 1)
        self._chips_row.setAlignment(self._back, Qt.AlignmentFlag.AlignTop)
        said = self._working, self._counted, self._key
        self._head.setLayout(column(self._title, self._chips_row, *said, gap=6))
        log = FlowLayout()
        log.addWidget(self._log)
        empty_box = column(self._empty_words, holding(log), gap=6, margins=(18, 14, 18, 10))
        self._empty = frame("card", empty_box)
        self._cards = column(gap=12)
        self._left, more = QWidget(), FlowLayout()
        more.addWidget(self._more)
        self._left.setLayout(
            column(self._empty, self._cards, holding(more), self._seldom, self._notes, 1, gap=12)
        )
        self._aside = QWidget()
        self._aside.setLayout(column(self.sheet, self.paper, 1, gap=12))
        self._across = row(self._left, self._aside, gap=14)
        self._across.setStretch(0, 1)
        inside = QWidget()
        self._body = column(self._bar, self._head, self._across, 1, gap=12)
        inside.setLayout(self._body)
        self._scroll = SteadyScroll(inside, self._body)
        self._outer = column(self._scroll)
        self.setLayout(self._outer)
        self._theme.changed.connect(self._fit_aside)

    def _connect(self) -> None:
        presenter, session = self.presenter, self._session
        for span, chip in self._spans.items():
            chip.clicked.connect(lambda _=False, span=span: presenter.choose_span(span))
        self._to_sheet.clicked.connect(self._go_to_sheet)
        self._back.clicked.connect(self.back_asked)
        self._log.clicked.connect(self.log_asked)
        self._more.clicked.connect(self._unfold)
        self.sheet.name_chosen.connect(presenter.choose_name)
        self.sheet.part_chosen.connect(lambda name, on: presenter.choose_parts(**{name: on}))
        self.sheet.hard_typed.connect(presenter.type_hard)
        self.sheet.sheet_asked.connect(self._ask_sheet)
        self.sheet.help_asked.connect(self.help_asked)
        self.paper.blank_asked.connect(self._ask_blank)
        self.paper.keyed_asked.connect(self._ask_day)
        session.diary_changed.connect(presenter.on_change)
        session.baby_changed.connect(self._on_baby)
        session.opened.connect(presenter.change_baby)
        session.closing.connect(self.sheet.keep)
        session.closing.connect(presenter.stop)

    def _on_baby(self) -> None:
        self.sheet.keep()  # what was typed for the one before
        self.presenter.change_baby()

    def _render(self, state: PhrasebookState) -> None:
        self._bar.say(
            state.problem, *([(self.tr("Try again"), self.presenter.refresh)] if state.problem else [])
        )
        self._title.setText(state.title)
        names = {
            Span.FOUR_WEEKS: self.tr("4 weeks"),
            Span.EIGHT_WEEKS: self.tr("8 weeks"),
            Span.ALL: state.longest,
        }
        for span, chip in self._spans.items():
            chip.setText(names[span])
            chip.show_checked(span is state.span)
        self._working.show_working(state.working)
        self._counted.say(state.counted)
        self._counted.setVisible(bool(state.counted))
        self._key.show_marks(state.marks)
        self._empty.setVisible(bool(state.empty))
        self._empty_words.say(state.empty)
        self._seldom.say(state.seldom)
        self._seldom.setVisible(bool(state.seldom))
        self._notes.say(" ".join(state.notes))
        self.sheet.render_state(state.sheet)
        self._more.setText(self.tr("Show {0}").format(wording.counted(state.more, "more cue")))
        self._more.setVisible(state.more > 0)
        self._show_cards(state.shown)

    def _show_cards(self, cards: tuple[Card, ...]) -> None:
        shown = {card.key for card in cards}
        for key, made in self.cards.items():
            made.setVisible(key in shown)
        self._waiting = [card for card in cards if card.key not in self.cards]
        for card in cards:
            if card.key in self.cards:
                self.cards[card.key].show_card(card)
        self._make_next()

    def _make_next(self) -> None:
        """Makes the first card that waits; the next one comes once it is painted."""
        state, fresh = self.presenter.state, self._waiting[:1]
        del self._waiting[:1]
        for card in fresh:
            made = self.cards[card.key] = self._card(card.key)
            made.show_card(card)
            width = self._cards.geometry().width()
            made.resize(width, made.heightForWidth(width))
            made.show()  # before it has a place: all others would be squeezed for it, and then again have their room
        for place, key in enumerate(card.key for card in state.shown if card.key in self.cards):
            if self._cards.indexOf(self.cards[key]) != place:
                self._cards.insertWidget(place, self.cards[key])
        read_in_order(self._left)
        self._order_stops(state)
        self._settle([self.cards[card.key] for card in fresh])
        self._more_soon.start()

    def _settle(self, fresh: list[PhraseCard]) -> None:
        """Lays out what is fresh, else everything, from the inside outwards: else cards are first painted squeezed into
        the window.
        """
        inside = self._scroll.widget()
        assert inside is not None
        parts = [part for one in fresh for part in (self._left, one, *one.findChildren(QWidget))]
        for part in reversed(parts or inside.findChildren(QWidget)):
            layout = part.layout()
            if layout is not None:
                layout.activate()
        self._body.activate()
        QCoreApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))

    def _go_on(self) -> None:
        if self._waiting:
            self._make_next()
        else:
            self.presenter.load_general()

    def _unfold(self) -> None:
        last = self.cards[self.presenter.state.shown[-1].key]
        last.stops()[0].setFocus()  # the button goes; Tab leads on to what came
        self.presenter.unfold()

    def _card(self, key: CueKey) -> PhraseCard:
        card = PhraseCard(self._theme, self._left)  # styled once, where it is to stand
        card.chosen.connect(lambda on: self.presenter.choose_card(key, on))
        card.entries_asked.connect(lambda: self.entries_asked.emit(key))
        card.meaning_asked.connect(lambda: self.meaning_asked.emit(key))
        return card

    def _order_stops(self, state: PhrasebookState) -> None:
        stops: list[QWidget] = [*self._spans.values(), self._to_sheet, self._back, self._log]
        for card in state.shown:
            stops += self.cards[card.key].stops() if card.key in self.cards else []
        stops += [self._more, *stops_of(self.sheet), *stops_of(self.paper)]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _place_back(self, narrow: bool) -> None:
        """At the far end, apart from the choice of days; a narrow window has no room there."""
        if narrow is (self._flow.indexOf(self._back) >= 0):
            return
        if narrow:
            self._flow.addWidget(self._back)
        else:
            self._chips_row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        read_in_order(self._head)

    def _fit_aside(self) -> None:
        wide = self.width_class is Width.WIDE
        self._aside.setMinimumWidth(self._theme.look.px(ASIDE) if wide else 0)
        self._aside.setMaximumWidth(self._theme.look.px(ASIDE) if wide else 16_777_215)

    def _go_to_sheet(self) -> None:
        focus_first(self.sheet)
        self._scroll.show_from_top(self.sheet)

    def _ask_sheet(self) -> None:
        document = self.presenter.sheet()
        if document is not None:
            self.sheet_asked.emit(document)

    def _ask_blank(self, dated: bool, large: bool) -> None:
        now, first = self._session.clock(), self._session.clock().day if dated else None
        self.sheet_asked.emit(blank_sheets(first, large=large, now=now, version=__version__))

    def _ask_day(self, typed: str) -> None:
        today = self._session.clock().day
        try:
            day = read_date(typed) or today - A_WEEK
        except ValueError:
            self.paper.say(UNREAD.format(typed))
            return
        if day > today:
            self.paper.say(TO_COME)
        else:
            self.paper.say("")
            self.day_asked.emit(day)
