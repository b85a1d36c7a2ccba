"""What the menu items do. Method names are those in `actions.ROWS`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session

if TYPE_CHECKING:
    from bonddiary.diary.title import Title
    from bonddiary.ui.main_window import MainWindow


class WindowCommands:
    """Acts on the window and the session; errors go to the window's bar."""

    def __init__(self, window: "MainWindow", session: Session) -> None:
        self._window = window
        self._session = session

    def new_moment(self) -> None:
        """Goes to Log, to type a moment."""
        self._window.go(Place.LOG)
        self._window.page(Place.LOG).start_typing()

    def bring_in(self) -> None:
        """Asks for a file and adds its entries, in one step that can be undone."""
        from bonddiary.ui.files import bring_in  # the exchange package is loaded when somebody uses it

        self._try(lambda: bring_in(self._window, self._session))

    def save_archive(self) -> None:
        """Asks where and writes every entry into one file."""
        from bonddiary.ui.files import save_archive

        self._try(lambda: save_archive(self._window, self._session))

    def print_shown(self) -> None:
        """Prints what the page shown has to print."""
        page = self._window.page(self._window.place)
        if page.can_print:
            page.start_printing()
        else:
            self._window.tell(
                "There is nothing to print here. The page under Report and articles under Tips can be printed."
            )

    def lock(self) -> None:
        """Hides everything, and with a passphrase closes the diary."""
        self._window.lock_asked.emit()

    def quit(self) -> None:
        """Closes the window, and with it the program."""
        self._window.close()

    def undo(self) -> None:
        """Takes back the newest step."""
        self._try(lambda: self._tell("Undone: {0}.", self._session.diary.undo()))

    def redo(self) -> None:
        """Does again what was taken back."""
        self._try(lambda: self._tell("Done again: {0}.", self._session.diary.redo()))

    def undo_words(self) -> str:
        """What `undo` would take back, in words; blank for nothing."""
        return self._words(self._session.diary.undo_title()) if self._session.is_open else ""

    def redo_words(self) -> str:
        """What `redo` would do again, in words; blank for nothing."""
        return self._words(self._session.diary.redo_title()) if self._session.is_open else ""

    def find(self) -> None:
        """Finds in the place shown, or in the Timeline."""
        page = self._window.page(self._window.place)
        if not page.can_find:
            self._window.go(Place.TIMELINE)
            page = self._window.page(Place.TIMELINE)
        page.start_finding()

    def go_to_date(self) -> None:
        """Asks for a date in Timeline."""
        self._window.go(Place.TIMELINE)
        self._window.page(Place.TIMELINE).go_to_date()

    def log_again(self) -> None:
        """Notes again what is stood on in Timeline."""
        if not self._window.page(self._window.place).log_again():
            self._window.go(Place.TIMELINE)
            self._window.tell("Stand on an entry here first. Then log it again.")

    def crying_timer(self) -> None:
        """Starts or stops a crying timer."""
        self._timer("crying")

    def feed_timer(self) -> None:
        """Starts or stops a feed timer."""
        self._timer("feed")

    def settling_timer(self) -> None:
        """Starts or stops a settling timer."""
        self._timer("settling")

    def show_log(self) -> None:
        """Goes to Log."""
        self._window.go(Place.LOG)

    def catch_up(self) -> None:
        """Goes to the hours that can be painted on."""
        self._window.go(Place.CATCH_UP)

    def show_timeline(self) -> None:
        """Goes to Timeline."""
        self._window.go(Place.TIMELINE)

    def show_patterns(self) -> None:
        """Goes to Patterns."""
        self._window.go(Place.PATTERNS)

    def show_tips(self) -> None:
        """Goes to Tips."""
        self._window.go(Place.TIPS)

    def show_report(self) -> None:
        """Goes to Report."""
        self._window.go(Place.REPORT)

    def show_visits(self) -> None:
        """Goes to visits and questions."""
        self._window.go(Place.VISITS)

    def show_phrasebook(self) -> None:
        """Goes to the baby's phrasebook."""
        self._window.go(Place.PHRASEBOOK)

    def show_guide(self) -> None:
        """Shows how to use what the parent is at. From the guide, and where there is no diary to use, Get help."""
        window = self._window
        if window.place is Place.GUIDE or window.rescue.over(window.place):
            window.go(Place.HELP)
        else:
            self._guide_page(window.page(window.place).guide_topic() or window.place.value)

    def show_help(self) -> None:
        """Goes to Get help."""
        self._window.go(Place.HELP)

    def show_hard(self) -> None:
        """Shows what to do when it gets too much."""
        self._help_section("hard")

    def show_sharing(self) -> None:
        """Shows what others who use this computer may see."""
        self._help_section("sharing")

    def show_settings(self) -> None:
        """Goes to Settings."""
        self._window.go(Place.SETTINGS)

    def show_shortcuts(self) -> None:
        """Shows all keys."""
        self._guide_page("shortcuts")

    def show_news(self) -> None:
        """Shows what has changed."""
        self._guide_page("whats-new")

    def show_about(self) -> None:
        """Shows what this program is."""
        self._window.go(Place.ABOUT)

    def back(self) -> None:
        """Goes where the parent was before."""
        if not self._window.page(self._window.place).step_back():
            self._window.go_back()

    def next_region(self) -> None:
        """Moves the keyboard on."""
        self._window.step_region(1)

    def previous_region(self) -> None:
        """Moves the keyboard back."""
        self._window.step_region(-1)

    def larger(self) -> None:
        """Makes words larger."""
        self._resize(1)

    def smaller(self) -> None:
        """Makes words smaller."""
        self._resize(-1)

    def show_baby(self, baby: str) -> None:
        """Shows another baby everywhere; blank: the Log page notes for all of them at once."""
        if baby:
            self._try(lambda: self._session.show_baby(BabyId(baby)))
        else:
            self._session.show_together()

    def usual_text(self) -> None:
        """Words at their usual size."""
        self._try(lambda: self._session.change_settings(text_size=100))

    def _timer(self, kind: str) -> None:
        from bonddiary.domain.timer import TimerKind  # with the strip, when somebody times something

        self._try(lambda: self._window.timers.toggle(TimerKind(kind)))

    def _resize(self, steps: int) -> None:
        size = self._session.settings.with_larger_text(steps).text_size
        self._try(lambda: self._session.change_settings(text_size=size))

    def _help_section(self, name: str) -> None:
        self._window.go(Place.HELP)
        self._window.page(Place.HELP).show_section(name)

    def _guide_page(self, topic: str) -> None:
        self._window.go(Place.GUIDE)
        self._window.page(Place.GUIDE).show_section(topic)

    def _tell(self, words: str, title: "Title | None") -> None:
        self._window.tell(words.format(self._words(title)) if title else "There is nothing to take back.")

    def _words(self, title: "Title | None") -> str:
        from bonddiary.diary.titles import title_words

        return title_words(title, self._session.catalog, self._session.diary.words()) if title else ""

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DiaryError as error:
            self._window.say(str(error))
