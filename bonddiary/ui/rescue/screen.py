"""Draws what the window says when the diary's file is damaged or has gone."""

from PySide6.QtWidgets import QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Place, Width
from bonddiary.ui.rescue.presenter import RescuePresenter, RescueState, concerns
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.reading import Reading, Selectable, WordButton
from bonddiary.ui.widgets.words import Heading, Words

LINE = 640
MARGINS = (20, 18, 16, 28)


class RescueScreen(Page):
    """Stands in the place of every page that is about the diary."""

    without = frozenset({Place.HELP, Place.ABOUT, Place.TIPS, Place.SETTINGS, Place.GUIDE})
    """Places that are there for a parent also without a diary."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = Heading("", "title")
        self._what, self._offer, self._waits = Words(), Words(), Words("", "caption")
        self._parts, self._sure, self._problem = Words(), Words(), Words()
        self._file = Selectable(theme, self.tr("Where the diary is"))
        self.presenter = RescuePresenter(session, self._render)
        self.back = WordButton(theme, "", "primary")
        self.again = WordButton(theme, self.tr("Try again"), "plain")
        self.parts = WordButton(theme, self.tr("Keep what can be read"), "plain")
        self.new = WordButton(theme, self.tr("Begin an empty diary"), "plain")
        self.leave = WordButton(theme, self.tr("Leave it as it is"), "plain")
        self.sure = WordButton(theme, self.tr("Yes, begin an empty diary"), "plain")
        self._text = self._build()
        inside = QWidget()
        across = row(self._text, 1)
        across.setStretchFactor(self._text, 100)
        inside.setLayout(column(across, 1))
        self._reading = Reading(theme, inside, self.tr("The diary can’t be opened"))
        self.setLayout(column(self._reading, gap=0))
        self.back.clicked.connect(self.presenter.go_back)
        self.again.clicked.connect(self.presenter.try_again)
        self.parts.clicked.connect(self.presenter.keep_parts)
        self.new.clicked.connect(self._ask_new)
        self.leave.clicked.connect(self._leave)
        self.sure.clicked.connect(self.presenter.start_new)
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def enter(self) -> None:
        self._title.setFocus()

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self._column.setContentsMargins(*((12, 10, 8, 20) if width is Width.NARROW else MARGINS))

    @override
    def regions(self) -> list[QWidget]:
        return [self._reading]

    def goes_on(self) -> bool:
        """Whether the file is still what is wrong; then the screen looks anew and stays, with what it has yet to say."""
        if not concerns(self.presenter.trouble):
            return False
        self.presenter.look()
        return True

    def _build(self) -> QWidget:
        text = QWidget()
        first, second = FlowLayout(gap=8), FlowLayout(gap=8)
        for flow, buttons in (
            (first, (self.back, self.again, self.parts, self.new)),
            (second, (self.leave, self.sure)),
        ):
            for button in buttons:
                flow.addWidget(button)
        self._asked = holding(second)
        self._waits.say(
            self.tr(
                "What you pressed already waits. Get help and Tips are there. Settings has the older copies."
            )
        )
        parts = (self._title, self._what, self._file, self._offer, self._parts, holding(first))
        self._column = column(
            *parts, self._problem, self._sure, self._asked, self._waits, gap=12, margins=MARGINS
        )
        text.setLayout(self._column)
        return text

    def _render(self, state: RescueState) -> None:
        fresh = state.title != self._title.text()
        self._title.setText(state.title)
        self._what.say(state.what)
        self._file.say(state.file)
        self._offer.say(state.offer)
        self.back.setText(state.back)
        self.back.setVisible(bool(state.back))
        self.new.setVisible(not state.sure_new)
        self._asked.setVisible(bool(state.sure_new))
        self.parts.setVisible(bool(state.parts))
        shown = ((self._parts, state.parts), (self._sure, state.sure_new), (self._problem, state.problem))
        for words, said in shown:
            words.say(said)
            words.setVisible(bool(said))
        if fresh or state.problem:
            announce(self, state.problem or f"{state.title}. {state.what} {state.offer}", urgent=True)

    def _ask_new(self) -> None:
        self.presenter.ask_new(sure=True)
        self.leave.setFocus()  # pressed once too often, everything stays as it is

    def _leave(self) -> None:
        self.presenter.ask_new(sure=False)
        self.new.setFocus()

    def _fit(self) -> None:
        self._text.setMaximumWidth(self._theme.look.px(LINE))
        self._problem.show_ink(self._theme.look.tokens.problem)


def screen_for(session: Session, theme: Theme) -> RescueScreen | None:
    """The screen, where the file itself is what is wrong."""
    if not concerns(session.trouble):
        return None
    made = RescueScreen(session, theme)
    made.presenter.look()
    return made
