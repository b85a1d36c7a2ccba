"""The one window: navigation, pages made when first shown, the menu bar."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QMainWindow, QMenu, QStackedWidget, QWidget

from bonddiary.ui.actions import ROWS
from bonddiary.ui.commands import WindowCommands
from bonddiary.ui.navigation import Navigation
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Place, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.focus import bring_into_view, focus_first, order_stops, read_in_order
from bonddiary.ui.widgets.inline_bar import Act, InlineBar
from bonddiary.ui.widgets.layout import label

if TYPE_CHECKING:
    from bonddiary.diary.changes import Change
    from bonddiary.ui.baby_bar import BabyBar
    from bonddiary.ui.rescue.screen import RescueScreen
    from bonddiary.ui.timers.strip import TimerStrip

START, LEAST = (1120, 720), (360, 560)
ROUND_DONE, LEAST_DONE = 40, 60
"""Around what was done, in the menu bar, and the least room in which it is worth showing."""
PageFactory = Callable[[], Page]


class MainWindow(QMainWindow):
    """Knows the places but not what they are about."""

    painted = Signal()
    """Once, after the first paint: what start-up put off can be done now."""

    def __init__(self, session: Session, theme: Theme, pages: dict[Place, PageFactory]) -> None:
        super().__init__()
        self.session = session
        self._theme = self.theme = theme
        self._factories = pages
        self._pages: dict[Place, Page] = {}
        self._place = Place.LOG
        self._behind: list[Place] = []
        self._was_painted = False
        self._told = ""
        """What closing was refused for."""
        self._width: Width | None = None
        self.setMinimumSize(*LEAST)
        self.resize(QSize(*START).boundedTo(self.screen().availableSize()))
        self.bar = InlineBar()
        self._cover: RescueScreen | None = None
        self._timers: TimerStrip | None = None
        self._babies: BabyBar | None = None
        self._standing: Callable[[], None] = partial(self.bar.say, "")
        self._stack = QStackedWidget()
        self._navigation = Navigation(theme, self._place_names())
        self._navigation.asked.connect(lambda value: self.go(Place(value)))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.commands = WindowCommands(self, session)
        self._done = label("", "caption")
        self._done.setContentsMargins(0, 0, 16, 0)
        self._done.setParent(self)
        self._done.hide()
        self._actions: dict[str, QAction] = {}
        self.menuBar().addMenu(
            self.tr(ROWS[0].menu)
        )  # takes the bar's room; the rest follows the first paint
        self.painted.connect(lambda: QTimer.singleShot(0, self._build_menus))  # a press comes first
        theme.changed.connect(self._fit)
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]
        session.open_failed.connect(self._say_not_open)
        session.opened.connect(self._on_opened)
        session.baby_changed.connect(self._look_for_babies)
        session.diary_changed.connect(self._forget_told)
        session.diary_changed.connect(self._forget_done)
        session.diary_changed.connect(self._on_change)
        self._fit()
        self.go(Place.LOG)

    @property
    def place(self) -> Place:
        """Where the parent is."""
        return self._place

    def page(self, place: Place) -> Page:
        """The page of a place, made when it is first asked for."""
        if place not in self._pages:
            page = self._factories[place]()
            self._pages[place] = page
            self._stack.addWidget(page)
            page.set_width(self._width or Width.WIDE)
            page.all_kept.connect(self._forget_told)
        return self._pages[place]

    @property
    def timers(self) -> "TimerStrip":
        """The timers above the page, made when there is one to show or to start. Raises DiaryError."""
        if self._timers is None:
            from bonddiary.ui.timers.strip import TimerStrip

            _ = self.session.diary  # opened first: with a timer in it, opening makes the strip
        if self._timers is None:
            self._timers = TimerStrip(self.session, self._theme, self.tell, self.say)
            self._inside.insertWidget(1, self._timers)
            read_in_order(self._right)
            self._timers.changed.connect(self._order_stops)
            self._timers.emptied.connect(lambda: self.page(self._place).go_on())
            self._order_stops()
        return self._timers

    def go(self, place: Place, *, back: bool = False) -> None:
        """Shows a place. `back` doesn't remember where it came from."""
        if place is not self._place and not back:
            self._behind.append(self._place)
        self._forget_done()
        page = self._covers(place) or self.page(place)
        self._place = place
        self._stack.setCurrentWidget(page)
        self._navigation.show_place(place)
        if self._babies is not None:
            self._babies.show_place(place)
        self.setWindowTitle(f"{self._place_names()[place]} — Bond Diary")
        page.enter()

    def go_back(self) -> None:
        """Shows the place before."""
        if self._behind:
            self.go(self._behind.pop(), back=True)

    def say(self, words: str, *actions: tuple[str, Act]) -> None:
        """Says what couldn't be done, until it is closed; then what stood in the bar stands there again."""
        self.bar.say(words, *actions, (self.tr("Close"), lambda: self._standing()))  # noqa: PLW0108

    def tell(self, words: str) -> None:
        """Says what was done, at the end of the menu bar, where nothing has to move for it; the next deed takes it away."""
        announce(self, words)
        bar = self.menuBar()
        last = bar.actionGeometry(bar.actions()[-1])
        room = bar.width() - last.right() - ROUND_DONE
        self._done.setText(self._done.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self._done.setFixedHeight(last.height())  # higher, it would make the bar higher, and the page jump
        self._done.adjustSize()
        bar.setCornerWidget(self._done)  # anew, so that it gets the room it needs now
        self._done.setVisible(room >= LEAST_DONE)

    def _forget_done(self) -> None:
        if self._done.text():
            self._done.clear()
            self._done.hide()

    def step_region(self, by: int) -> None:
        """Moves the keyboard to the next region that takes it: navigation, the bar, then the page's parts."""
        inside = self._stack.currentWidget()
        above = [part for part in (self.bar, self._timers, self._babies) if part is not None]
        regions = [self._navigation, *above, *(inside.regions() if isinstance(inside, Page) else [])]
        regions = [region for region in regions if region.isVisible()]
        focused = QApplication.focusWidget()
        here = next(
            (
                n
                for n, region in enumerate(regions)
                if focused is not None and (region is focused or region.isAncestorOf(focused))
            ),
            0,
        )
        others = (regions[(here + by * n) % len(regions)] for n in range(1, len(regions) + 1))
        any(focus_first(region) for region in others)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt's own name for it
        """Also a Tab that comes into a page from outside brings what it reaches into view; Qt does so within one."""
        moved = super().focusNextPrevChild(next)
        focused = QApplication.focusWidget()
        if moved and focused is not None and focused.visibleRegion().isEmpty():
            bring_into_view(focused)
        return moved

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.session.look_for_other_writers()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        words = " ".join(said for page in self._pages.values() if (said := page.unsaved()))
        if words and words != self._told:  # said once; a second time means it
            self._told = words
            event.ignore()
            self.bar.say(words, (self.tr("Close anyway"), self.close))
            return
        self.session.close()
        super().closeEvent(event)

    def _forget_told(self) -> None:
        """What closing was refused for is saved now, all or part of it; the next time is about something else."""
        if self._told:
            self._told = ""
            self._standing()

    def _build(self) -> None:
        centre, self._right = QWidget(), QWidget()
        self._inside = inside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.bar)
        inside.addWidget(self._stack, 1)
        centre.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self._navigation)
        self._body.addWidget(self._right, 1)
        self.setCentralWidget(centre)

    def _build_menus(self) -> None:
        from PySide6.QtGui import QKeySequence

        self.menuBar().clear()
        menus: dict[str, QMenu] = {}
        for row in ROWS:
            menu = menus.get(row.menu) or self.menuBar().addMenu(self.tr(row.menu))
            menus[row.menu] = menu
            action = menu.addAction(self.tr(row.text))
            action.setShortcuts([QKeySequence(keys) for keys in row.keys])
            action.setToolTip(self.tr(row.tip))
            action.setStatusTip(self.tr(row.tip))
            if row.role:
                action.setMenuRole(QAction.MenuRole[row.role])
            action.triggered.connect(getattr(self.commands, row.does))
            self._actions[row.does] = action
        menus[self._undo_menu()].aboutToShow.connect(self._name_undo)

    def _undo_menu(self) -> str:
        return next(row.menu for row in ROWS if row.does == "undo")

    def _name_undo(self) -> None:
        undo, redo = self.commands.undo_words(), self.commands.redo_words()
        for name, plain, words in (("undo", self.tr("&Undo"), undo), ("redo", self.tr("&Redo"), redo)):
            self._actions[name].setText(plain + (f": {words}".replace("&", "&&") if words else ""))

    def _fit(self) -> None:
        width = Width.of(self.width(), self._theme.look.scale)
        if width is self._width:
            return
        self._width = width
        narrow = width is Width.NARROW
        self._body.setDirection(
            QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._navigation.set_width(width)
        for page in (*self._pages.values(), *([self._cover] if self._cover is not None else [])):
            page.set_width(width)

    def _uncover(self) -> None:
        if self._cover is not None:
            self._stack.removeWidget(self._cover)
            self._cover.deleteLater()
            self._cover = None

    def _covers(self, place: Place) -> "RescueScreen | None":
        """What stands in the place's stead while there is no diary."""
        return None if self._cover is None or place in self._cover.without else self._cover

    def _on_opened(self) -> None:
        self._uncover()
        self._standing = partial(self.bar.say, "")
        if self.session.diary.is_demo:
            words = self.tr("This is a made-up diary, to look around in.")
            self._standing = partial(self.bar.say, words, kind="banner")
        self._standing()
        self._look_for_timers()
        self._look_for_babies()
        page = self.page(self._place)
        self._stack.setCurrentWidget(page)
        page.enter()

    def _on_change(self, change: "Change") -> None:
        if self._timers is None and any(topic.value == "timer" for topic in change.topics):
            self._look_for_timers()  # by Undo, from an archive, or from another program

    def _look_for_babies(self) -> None:
        """Families with one baby have no choice above the page."""
        if self._babies is None and len(self.session.babies) > 1:
            from bonddiary.ui.baby_bar import BabyBar

            self._babies = BabyBar(self.session, self._theme)
            self._babies.baby_asked.connect(self.commands.show_baby)
            self._babies.all_asked.connect(self.session.show_all_entries)
            self._inside.insertWidget(self._inside.indexOf(self._stack), self._babies)
            read_in_order(self._right)
            self._babies.show_place(self._place)
            self._order_stops()

    def _look_for_timers(self) -> None:
        from bonddiary.domain.timer import Timer

        if self.session.diary.all(Timer):
            _ = self.timers

    def _order_stops(self) -> None:
        """Tab goes from the navigation to the timers and the choice of babies, then to the page."""
        above = [part for part in (self._timers, self._babies) if part is not None]
        if above:
            order_stops(self._navigation, *above)

    def _say_not_open(self, words: str) -> None:
        from bonddiary.ui.rescue.screen import screen_for

        if self._cover is not None and self._cover.goes_on():
            return
        self._uncover()
        self._cover = screen_for(self.session, self._theme)
        if self._cover is not None:
            self._standing = partial(self.bar.say, "")
            self._standing()
            self._stack.addWidget(self._cover)
            self._cover.set_width(self._width or Width.WIDE)
            self.go(self._place, back=True)
            return
        self._standing = partial(self.bar.say, words, (self.tr("Try again"), self.session.open))
        self._standing()

    def _place_names(self) -> dict[Place, str]:
        return {
            Place.LOG: self.tr("Log"),
            Place.TIMELINE: self.tr("Timeline"),
            Place.PATTERNS: self.tr("Patterns"),
            Place.TIPS: self.tr("Tips"),
            Place.REPORT: self.tr("Report"),
            Place.HELP: self.tr("Get help"),
            Place.SETTINGS: self.tr("Settings"),
            Place.ABOUT: self.tr("About"),
            Place.CATCH_UP: self.tr("Catch up"),
            Place.VISITS: self.tr("Visits and questions"),
            Place.PHRASEBOOK: self.tr("Phrasebook"),
        }
