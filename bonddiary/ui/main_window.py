"""The one window: navigation, pages made when first shown, the menu bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QMainWindow, QStackedWidget, QWidget

from bonddiary.ui.actions import ROWS
from bonddiary.ui.commands import WindowCommands
from bonddiary.ui.navigation import Navigation
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Place, Width
from bonddiary.ui.place_names import place_names
from bonddiary.ui.rescue.cover import RescueCover
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.done_line import DoneLine
from bonddiary.ui.widgets.focus import bring_into_view, order_stops, read_in_order, step_regions
from bonddiary.ui.widgets.inline_bar import Act
from bonddiary.ui.window_bar import UNDER_BAR, WindowBar

if TYPE_CHECKING:
    from bonddiary.diary.changes import Change
    from bonddiary.ui.baby_bar import BabyBar
    from bonddiary.ui.timers.strip import TimerStrip

START, LEAST = (1120, 720), (360, 560)
PageFactory = Callable[[], Page]
OF_A_SESSION = (
    "commands", "bar", "_factories", "_timers", "_babies",
    "rescue", "_done", "_stack", "_navigation", "_body", "_inside", "_right",
)  # fmt: skip
"""What `empty` lets go of and `furnish` makes anew."""
NEUTRAL = "Bond Diary"
"""The title of a window that tells nothing."""


class MainWindow(QMainWindow):
    """Knows the places but not what they are about."""

    painted = Signal()
    """Once, after the first paint: what start-up put off can be done now."""
    lock_asked = Signal()
    refused = Signal()
    """It wasn't closed, because something isn't saved yet."""

    def __init__(
        self, session: Session, theme: Theme, pages: dict[Place, PageFactory], *, furnished: bool = True
    ) -> None:
        """`furnished`: with everything in it; else it is empty until `furnish`, behind the lock."""
        super().__init__()
        self.session = session
        self._theme = self.theme = theme
        self.setMinimumSize(*LEAST)
        self.resize(QSize(*START).boundedTo(self.screen().availableSize()))
        self._was_painted = self.covered = self.furnished = self.ending = False
        self._over: QWidget | None = None
        self._told = ""
        """What closing was refused for."""
        self._pages: dict[Place, Page] = {}
        self._actions: dict[str, QAction] = {}
        self.painted.connect(lambda: QTimer.singleShot(0, self, self._build_menus))  # a press comes first
        QGuiApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]
        self.setWindowTitle(NEUTRAL)
        if furnished:
            self.furnish(session, theme, pages)

    def furnish(self, session: Session, theme: Theme, pages: dict[Place, PageFactory]) -> None:
        """Puts everything into it: at the start, and after it was emptied."""
        self.session = session
        self._theme = self.theme = theme
        self._factories = pages
        self._place = Place.LOG
        self._behind: list[Place] = []
        self._width: Width | None = None
        self.bar = WindowBar()
        self._timers: TimerStrip | None = None
        self._babies: BabyBar | None = None
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(UNDER_BAR)
        self.rescue = RescueCover(self._stack)
        self._navigation = Navigation(theme, place_names(self))
        self._navigation.asked.connect(lambda value: self.go(Place(value)))
        self._navigation.lock_asked.connect(self.lock_asked)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.commands = WindowCommands(self, session)
        self._done = DoneLine(self.menuBar())
        self.furnished = True
        first = self.tr(ROWS[0].menu)
        self.menuBar().addMenu(first)  # takes the bar's room; the rest follows the first paint
        theme.changed.connect(self._fit)
        session.open_failed.connect(self._say_not_open)
        session.opened.connect(self._on_opened)
        session.baby_changed.connect(self._look_for_babies)
        session.diary_changed.connect(self._forget_told)
        session.diary_changed.connect(self._forget_done)
        session.diary_changed.connect(self._on_change)
        self._fit()
        self.go(Place.LOG)
        if self._was_painted:
            self._build_menus()

    def empty(self) -> None:
        """Takes everything out: no page, no menu, nothing of the diary stays. It is `furnish`ed again."""
        self.furnished = False
        self._told = ""
        self._actions = {}
        self.menuBar().clear()
        self._pages = {}
        for part in (self._done, self._navigation, self._right):
            part.deleteLater()
        for name in OF_A_SESSION:
            delattr(self, name)

    def lay_over(self, screen: QWidget | None) -> None:
        """A screen that covers all of the window, whatever its size; None: nothing does."""
        self._over = screen
        if screen is not None:
            screen.setGeometry(self.rect())
            screen.show()
            screen.raise_()

    def hush(self) -> None:
        """It was covered, or uncovered: what stands outside of its inside says nothing of the diary meanwhile."""
        if self.furnished:
            self._forget_done()
            self.name_undo()
            self.show_title()

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
        page = self.rescue.over(place) or self.page(place)
        self._place = place
        self._stack.setCurrentWidget(page)
        self._navigation.show_place(place)
        if self._babies is not None:
            self._babies.show_place(place)
        self.show_title()
        page.enter()

    def show_title(self) -> None:
        """The place and the program; of a covered window the program alone."""
        where = place_names(self)[self._place]
        self.setWindowTitle(NEUTRAL if self.covered else f"{where} — {NEUTRAL}")

    def go_back(self) -> None:
        """Shows the place before."""
        if self._behind:
            self.go(self._behind.pop(), back=True)

    def say(self, words: str, *actions: tuple[str, Act]) -> None:
        """Says what couldn't be done, until it is closed; then what stood in the bar stands there again."""
        if self.furnished:
            self.bar.say_until_closed(words, *actions)

    def stand(self, words: str = "", *actions: tuple[str, Act]) -> None:
        """What stands in the bar whenever nothing went wrong; blank for nothing."""
        self.bar.stand(words, *actions)

    def tell(self, words: str) -> None:
        """Says what was done, at the end of the menu bar; the next deed takes it away."""
        if self.furnished and not self.covered:
            announce(self, words)
            self._done.say(words)

    def _forget_done(self) -> None:
        self._done.say("")

    def step_region(self, by: int) -> None:
        """Moves the keyboard to the next region that takes it: navigation, the bar, then the page's parts."""
        inside = self._stack.currentWidget()
        above = [part for part in (self.bar, self._timers, self._babies) if part is not None]
        step_regions([self._navigation, *above, *(inside.regions() if isinstance(inside, Page) else [])], by)

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
        if self._over is not None:
            self._over.setGeometry(self.rect())
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def keep(self) -> str:
        """Saves what is half done; says in words what can't be saved."""
        return " ".join(said for page in self._pages.values() if (said := page.unsaved()))

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.session.look_for_other_writers()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        words = self.session.work or self.keep()  # work on the diary's file isn't left alone
        asks = not self.ending and (self.session.work or words != self._told)
        if words and asks:  # said once; a second time means it
            self._told = words
            event.ignore()
            self.bar.say(words, (self.tr("Close anyway"), self.close))
            self.refused.emit()
            return
        self.session.close()
        super().closeEvent(event)

    def _forget_told(self) -> None:
        """What closing was refused for is saved now, all or part of it; the next time is about something else."""
        if self._told:
            self._told = ""
            self.bar.settle()

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
        if not self.furnished:
            return
        from bonddiary.ui.menus import build_menus

        self._actions = build_menus(self)

    def name_undo(self) -> None:
        """Says in the menu what Undo and Redo would do; nothing while the window is covered."""
        from bonddiary.ui.menus import name_undo

        name_undo(self, self._actions, blank=self.covered)

    def _fit(self) -> None:
        width = Width.of(self.width(), self._theme.look.scale)
        if not self.furnished or width is self._width:
            return
        self._width = width
        narrow = width is Width.NARROW
        self._body.setDirection(
            QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._navigation.set_width(width)
        self.rescue.set_width(width)
        for page in self._pages.values():
            page.set_width(width)

    def _on_opened(self) -> None:
        self.rescue.lift()
        self.bar.stand_made_up(self.session, self.close)
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
        if self.rescue.goes_on():
            return
        if self.rescue.lay(self.session, self._theme, self._width or Width.WIDE):
            self.stand()
            self.go(self._place, back=True)
            return
        self.bar.stand(words, (self.tr("Try again"), self.session.open), kind="problem")
