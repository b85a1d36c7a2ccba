"""Makes each place's page when it is first shown, and ties the ways between them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bonddiary.domain.ids import MomentId
from bonddiary.ui.main_window import MainWindow, PageFactory
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Page, Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme

if TYPE_CHECKING:
    from datetime import date

    from bonddiary.domain.records import Ref


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
            Place.GUIDE: self._guide,
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
        page.above.bring_in_asked.connect(self._bring_in)
        page.above.sharing_asked.connect(self._show_sharing)
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
        page.guide_asked.connect(self._show_guide)
        return page

    def _settings(self) -> Page:
        from bonddiary.ui.pages.settings.page import SettingsPage

        return SettingsPage(self._session, self._theme)

    def _about(self) -> Page:
        from bonddiary.ui.pages.about.page import AboutPage

        page = AboutPage(self._session, self._theme)
        page.back_asked.connect(self._back)
        page.guide_asked.connect(self._show_guide)
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

    def _guide(self) -> Page:
        from bonddiary.ui.pages.guide.page import GuidePage

        page = GuidePage(self._session, self._theme)
        page.help_asked.connect(lambda: self._go(Place.HELP))
        return page

    def _show_guide(self) -> None:
        """From its first page on."""
        self._go(Place.GUIDE).show_section("")

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

    def _bring_in(self) -> None:
        assert self.window is not None
        self.window.commands.bring_in()

    def _show_sharing(self) -> None:
        assert self.window is not None
        self.window.commands.show_sharing()

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
