"""Starts the window: lock, look, Log page painted; then the diary is opened."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from bonddiary.domain.ids import MomentId
from bonddiary.system.clock import Clock
from bonddiary.system.log import install_excepthook, start_log
from bonddiary.system.paths import Paths
from bonddiary.ui.ahead import WAIT_MS, load_ahead
from bonddiary.ui.application import held_elsewhere, make_app, make_session, take_from_elsewhere, take_lock
from bonddiary.ui.copying import Copying
from bonddiary.ui.erasing import Eraser, sweep
from bonddiary.ui.garbage import look_again
from bonddiary.ui.main_window import MainWindow, PageFactory
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Page, Place
from bonddiary.ui.session import Session
from bonddiary.ui.single import Ask, ask_to_show, come_forward, watch_for_requests
from bonddiary.ui.synced import SyncedWarning, start_again
from bonddiary.ui.theme.icons import icon
from bonddiary.ui.theme.theme import Theme

if TYPE_CHECKING:
    from datetime import date

    from bonddiary.diary.diary import Diary
    from bonddiary.domain.records import Ref
    from bonddiary.ui.quick.window import QuickWindow

ALREADY_OPEN = "Bond Diary is already open; its window has been asked to come forward."


def run(paths: Paths, open_diary: "Callable[[Clock], Diary]", clock: Clock) -> int:
    """Runs the window until it is closed; the result is the exit code. Raises DiaryError before the window is up."""
    paths.make()
    start_log(paths.log)
    install_excepthook()
    app = make_app(sys.argv)
    lock = take_lock(paths)
    if lock is None and held_elsewhere(paths):
        lock = take_from_elsewhere(app, paths)
        if lock is None:
            return 1
    if lock is None:
        ask_to_show(paths)
        print(ALREADY_OPEN, file=sys.stderr)  # noqa: T201
        return 1
    window = make_window(app, paths, open_diary, clock)
    watch_for_requests(paths, window, {Ask.QUICK_ADD: QuickAdd(window).open})
    window.painted.connect(look_again)
    window.session.opened.connect(look_again)  # SQLAlchemy is there by now
    window.session.opened.connect(lambda: QTimer.singleShot(WAIT_MS, window, load_ahead))
    window.show()
    code = app.exec()
    sweep(window.session)
    start_again(window.session)
    return code


def make_window(
    app: QApplication, paths: Paths, open_diary: "Callable[[Clock], Diary]", clock: Clock
) -> MainWindow:
    """The window with its places; the diary is opened after the first paint."""
    return make_main(*make_session(app, paths, open_diary, clock))


def make_main(session: Session, theme: Theme) -> MainWindow:
    """The window of a session."""
    places = Places(session, theme)
    window = MainWindow(session, theme, places.factories())
    places.window = window
    session.opened.connect(lambda: window.setWindowIcon(icon("app", "#1F5F6B", 64)))
    window.painted.connect(lambda: QTimer.singleShot(0, session.warm))  # the window can be pressed first
    eraser = Eraser(session)
    app = QCoreApplication.instance()
    assert app is not None
    copying = Copying(session)
    copying.damaged.connect(window.say)
    SyncedWarning(window)
    session.rescued.connect(window.say)
    app.aboutToQuit.connect(eraser.stop)
    app.aboutToQuit.connect(copying.stop)
    theme.wear()  # once, when all widgets are there: each would be styled again whenever it is put somewhere
    return window


class QuickAdd:
    """The small window beside the main one, made when somebody asks for it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._quick: QuickWindow | None = None

    def open(self) -> None:
        """Comes forward; the main window stays where it is."""
        if self._quick is None:
            from bonddiary.ui.quick.window import QuickWindow

            self._quick = QuickWindow(self._window.session, self._window.theme)
            self._quick.help_asked.connect(self._show_help)
        self._quick.open()

    def _show_help(self) -> None:
        self._window.go(Place.HELP)
        come_forward(self._window)


class Places:
    """Makes each place's page when it is first shown, and ties the ways between them."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._session = session
        self._theme = theme
        self.window: MainWindow | None = None

    def factories(self) -> dict[Place, PageFactory]:
        """One line a place."""
        return {
            Place.LOG: self._log,
            Place.TIMELINE: self._timeline,
            Place.PATTERNS: self._patterns,
            Place.TIPS: self._tips,
            Place.HELP: self._help,
            Place.SETTINGS: self._settings,
            Place.ABOUT: self._about,
            Place.CATCH_UP: self._catch_up,
            Place.REPORT: self._report,
            Place.VISITS: self._visits,
            Place.PHRASEBOOK: self._phrasebook,
        }

    def _log(self) -> Page:
        page = LogPage(self._session, self._theme)
        page.meaning_asked.connect(self._show_cue)
        page.entry_opened.connect(self._show_entry)
        page.help_asked.connect(lambda: self._go(Place.HELP))
        page.timer_asked.connect(self._start_timer)
        page.catch_up_asked.connect(lambda: self._go(Place.CATCH_UP))
        page.tip_opened.connect(self._show_tip)
        page.baby_asked.connect(self._show_baby)
        return page

    def _timeline(self) -> Page:
        from bonddiary.ui.pages.timeline.page import TimelinePage

        page = TimelinePage(self._session, self._theme)
        page.meaning_asked.connect(self._show_cue)
        page.log_asked.connect(lambda: self._go(Place.LOG))
        page.help_asked.connect(lambda: self._go(Place.HELP))
        page.question_asked.connect(self._ask_at_visit)
        return page

    def _patterns(self) -> Page:
        from bonddiary.ui.pages.patterns.page import PatternsPage

        page = PatternsPage(self._session, self._theme)
        page.entry_opened.connect(self._show_entry)
        page.tip_opened.connect(self._show_tip)
        page.log_asked.connect(lambda: self._go(Place.LOG))
        page.phrasebook_asked.connect(lambda: self._go(Place.PHRASEBOOK))
        page.question_asked.connect(lambda key, _title: self._ask_at_visit(f"chart:{key}"))
        return page

    def _tips(self) -> Page:
        from bonddiary.ui.pages.tips.page import TipsPage

        page = TipsPage(self._session, self._theme)
        page.timeline_asked.connect(self._show_cue_entries)
        page.help_asked.connect(lambda: self._go(Place.HELP))
        page.question_asked.connect(self._ask_at_visit)
        return page

    def _help(self) -> Page:
        from bonddiary.ui.pages.help.page import HelpPage

        page = HelpPage(self._session, self._theme)
        page.about_asked.connect(lambda: self._go(Place.ABOUT))
        return page

    def _settings(self) -> Page:
        from bonddiary.ui.pages.settings.page import SettingsPage

        return SettingsPage(self._session, self._theme)

    def _about(self) -> Page:
        from bonddiary.ui.pages.about.page import AboutPage

        page = AboutPage(self._session, self._theme)
        page.back_asked.connect(self._back)
        return page

    def _catch_up(self) -> Page:
        from bonddiary.ui.pages.catch_up.page import CatchUpPage

        page = CatchUpPage(self._session, self._theme)
        page.back_asked.connect(lambda: self._go(Place.LOG))
        page.help_asked.connect(lambda: self._go(Place.HELP))
        return page

    def _report(self) -> Page:
        from bonddiary.ui.pages.report.page import ReportPage

        page = ReportPage(self._session, self._theme)
        page.back_asked.connect(self._back)
        page.log_asked.connect(lambda: self._go(Place.LOG))
        page.visits_asked.connect(lambda: self._go(Place.VISITS))
        page.hand_over_asked.connect(lambda: self._go(Place.PHRASEBOOK))
        return page

    def _visits(self) -> Page:
        from bonddiary.ui.pages.visits.page import VisitsPage

        page = VisitsPage(self._session, self._theme)
        page.back_asked.connect(self._back)
        page.report_asked.connect(lambda: self._go(Place.REPORT))
        page.about_opened.connect(self._show_about)
        return page

    def _phrasebook(self) -> Page:
        from bonddiary.ui.pages.phrasebook.page import PhrasebookPage

        page = PhrasebookPage(self._session, self._theme)
        page.back_asked.connect(self._back)
        page.tip_opened.connect(self._show_tip)
        page.meaning_asked.connect(self._show_cue)
        page.entries_asked.connect(self._show_cue_entries)
        page.sheet_asked.connect(lambda document: self._go(Place.REPORT).show_sheet(document))
        page.day_asked.connect(self._show_day)
        page.log_asked.connect(lambda: self._go(Place.LOG))
        page.help_asked.connect(lambda: self._go(Place.HELP))
        return page

    def _back(self) -> None:
        assert self.window is not None
        self.window.go_back()

    def _go(self, place: Place) -> Page:
        assert self.window is not None
        self.window.go(place)
        return self.window.page(place)

    def _start_timer(self, kind: str, moment: str) -> None:
        from bonddiary.domain.timer import TimerKind

        assert self.window is not None
        self.window.timers.start(TimerKind(kind), MomentId(moment))

    def _show_baby(self, baby: str) -> None:
        assert self.window is not None
        self.window.commands.show_baby(baby)

    def _show_cue(self, cue: str) -> None:
        from bonddiary.ui.pages.tips.page import TipsPage

        page = self._go(Place.TIPS)
        assert isinstance(page, TipsPage)
        page.show_cue(cue)

    def _show_tip(self, tip: str) -> None:
        from bonddiary.ui.pages.tips.page import TipsPage

        page = self._go(Place.TIPS)
        assert isinstance(page, TipsPage)
        page.show_tip(tip)

    def _show_entry(self, ref: "Ref") -> None:
        from bonddiary.ui.pages.timeline.page import TimelinePage

        page = self._go(Place.TIMELINE)
        assert isinstance(page, TimelinePage)
        page.show_entry(ref)

    def _show_day(self, day: "date") -> None:
        from bonddiary.ui.pages.catch_up.page import CatchUpPage

        page = self._go(Place.CATCH_UP)
        assert isinstance(page, CatchUpPage)
        page.show_day(day)

    def _ask_at_visit(self, about: str) -> None:
        """`about` says what is asked about, as a Question keeps it."""
        from bonddiary.ui.pages.visits.page import VisitsPage

        page = self._go(Place.VISITS)
        assert isinstance(page, VisitsPage)
        page.ask(about)

    def _show_about(self, about: str) -> None:
        """Leads to what a question was asked beside."""
        from bonddiary.domain.records import Kind, Ref

        kind, _, key = about.partition(":")
        ways: dict[str, Callable[[], object]] = {
            "moment": lambda: self._show_entry(Ref(Kind.MOMENT, key)),
            "cue": lambda: self._show_cue(key),
            "tip": lambda: self._show_tip(key),
            "chart": lambda: self._go(Place.PATTERNS),
        }
        ways[kind]()

    def _show_cue_entries(self, cue: str) -> None:
        from bonddiary.ui.pages.timeline.page import TimelinePage

        page = self._go(Place.TIMELINE)
        assert isinstance(page, TimelinePage)
        page.show_cue(cue)
