"""The parent's hand on the board: menus of tiles and the small forms they open. Made when one is first asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.log.arranging import Arranging, Deed
from bonddiary.ui.pages.log.board_menu import open_menu
from bonddiary.ui.pages.log.own_word import CueForm, NameForm
from bonddiary.ui.theme.theme import Theme

BACK = {Deed.BACK_10: 10, Deed.BACK_30: 30}


class BoardHand(QObject):
    """Opens menus and forms; what is chosen goes to Arranging, or is asked of the page."""

    log_back_asked = Signal(str, int)
    meaning_asked = Signal(str)
    care_asked = Signal(str)
    """A cue whose timer starts: what the help page says of it comes first."""
    moved = Signal(str)
    """A tile stands elsewhere now: the keyboard goes with it."""
    changed = Signal()
    """What a list of cues shows may be different."""
    left = Signal()
    """A form was closed: the keyboard goes back."""

    def __init__(
        self,
        theme: Theme,
        arranging: Arranging,
        put: Callable[[QWidget], None],
        seen: Callable[[], int],
    ) -> None:
        """`put` gives a form its place in the page; `seen` says how many tiles of a row have room."""
        super().__init__()
        self._seen = seen
        self._theme, self._arranging, self._put = theme, arranging, put
        self._forms: dict[str, NameForm] = {}
        self._before: QWidget | None = None
        self._key = CueKey("")

    @property
    def form(self) -> NameForm | None:
        """The form that is open."""
        return next((form for form in self._forms.values() if not form.isHidden()), None)

    def ask(self, over: QWidget, key: str, at: QPoint) -> None:
        """Opens a cue's menu over a tile, or a row of the list."""
        facts = self._arranging.facts(CueKey(key))
        open_menu(over, facts, at, lambda deed: self._do(deed, CueKey(key)))

    def add_cue(self, name: str, family: Family) -> None:
        """Opens the form for a cue of one's own."""
        form = self._made("cue", lambda: CueForm(self._theme, self._arranging.drawings), self._add_cue)
        assert isinstance(form, CueForm)
        self._opening()
        form.start(name, family)

    def close(self) -> None:
        """Puts away the form that is open; nothing is kept."""
        if (form := self.form) is not None:
            form.hide()
            before, self._before = self._before, None
            if before is not None and before.isVisible():
                before.setFocus()
            else:
                self.left.emit()

    def _opening(self) -> None:
        """One form at a time; the keyboard comes back to where it was."""
        if self.form is None:
            self._before = QApplication.focusWidget()
        for form in self._forms.values():
            form.hide()

    def _made(self, name: str, make: Callable[[], NameForm], kept: Callable[[str], None]) -> NameForm:
        """A form, made when it is first needed."""
        if name not in self._forms:
            form = make()
            form.hide()
            form.kept.connect(kept)
            form.closed.connect(self.close)
            self._forms[name] = form
            self._put(form)
        return self._forms[name]

    def _do(self, deed: Deed, key: CueKey) -> None:
        if deed in BACK:
            self.log_back_asked.emit(key, BACK[deed])
        elif deed is Deed.MEANING:
            self.meaning_asked.emit(key)
        elif deed is Deed.RENAME:
            self._rename(key)
        else:
            if deed is Deed.TIMER:
                self.care_asked.emit(key)
            self._arranging.seen = self._seen()
            self._arranging.do(deed, key)
            if deed in (Deed.EARLIER, Deed.LATER):
                self.moved.emit(key)
            self.changed.emit()

    def _rename(self, key: CueKey) -> None:
        form = self._made("name", lambda: NameForm(self._theme, self.tr("Keep")), self._name)
        facts = self._arranging.facts(key)
        self._opening()
        self._key = key
        hint = self.tr("Up to 4 words. Tips and phrases know the old name, too.")
        if facts.content_name:
            hint = f"{hint} {self.tr('Blank brings back “{0}”.').format(facts.content_name)}"
        form.open(self.tr("Call “{0}” something else").format(facts.name), facts.name, hint)

    def _name(self, text: str) -> None:
        self._after("name", self._arranging.rename(self._key, text))

    def _add_cue(self, text: str) -> None:
        form = self._forms["cue"]
        assert isinstance(form, CueForm)
        self._arranging.seen = self._seen()
        self._before = None  # the board comes back, not the list that was there before
        self._after("cue", self._arranging.add_cue(text, form.family, form.drawing, on_board=form.on_board))

    def _after(self, name: str, problem: str) -> None:
        if problem:
            self._forms[name].say_problem(problem)
        else:
            self.close()
            self.changed.emit()
