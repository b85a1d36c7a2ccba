"""Draws the Report page: choices, the page as it will be printed, and the ways it can leave."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from bonddiary.report.document import ReportDocument
from bonddiary.report.request import NameShown, Section
from bonddiary.ui.jobs import Jobs, Submit
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.report.actions_bar import ActionsBar
from bonddiary.ui.pages.report.choices import Span
from bonddiary.ui.pages.report.choices_pane import EDGE, ChoicesPane
from bonddiary.ui.pages.report.making import Makers
from bonddiary.ui.pages.report.presenter import ReportPresenter
from bonddiary.ui.pages.report.preview_pane import PreviewPane
from bonddiary.ui.pages.report.saving import ask_where, breakable
from bonddiary.ui.pages.report.state import Act, Paper, Preview, ReportState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import read_date
from bonddiary.ui.widgets.focus import focus_first, order_stops
from bonddiary.ui.widgets.inline_bar import Act as Deed
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import UNBOUND, column, row, scrolling
from bonddiary.ui.widgets.words import Heading

WIDE, MEDIUM = 380, 300
"""How wide the choices are, in units of the text size."""


class ReportPage(Page):
    """One page for the health visitor, as it will be printed."""

    back_asked = Signal()
    """Back to the place that made the sheet."""
    log_asked = Signal()
    visits_asked = Signal()
    hand_over_asked = Signal()

    def __init__(
        self, session: Session, theme: Theme, submit: Submit | None = None, makers: Makers | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._jobs = Jobs(self, submit)
        self.presenter = ReportPresenter(session, self._jobs, self._render, self._give, makers or Makers())
        self._entered = self._previewing = False
        self._sheet_title = ""
        self._bar = InlineBar()
        self._title = Heading(self.tr("Report"), "title")
        self._title.setContentsMargins(EDGE, 0, 0, 0)
        self.choices = ChoicesPane(theme)
        self._left = scrolling(self.choices)
        self._left.setMinimumHeight(1)  # the bar under it stays whole
        self.preview = PreviewPane(theme)
        self.actions_bar = ActionsBar(theme)
        self._body = row(self._left, self.preview, gap=12)
        self._body.setStretchFactor(self.preview, 1)
        self._top = column(self._title, self._bar, self._body, gap=8)
        self._top.setStretch(2, 1)
        whole = column(self._top, self.actions_bar, gap=8)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._connect(session)
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def enter(self) -> None:
        self.presenter.enter()
        before = cast(QWidget | None, self.focusWidget())  # later visits find the keyboard where it was
        if self._entered and before is not None and before.isVisible():
            before.setFocus()
        elif self.presenter.state.period is not None or self._previewing:
            self._entered = True
            self._take_focus()

    @override
    def show_sheet(self, document: ReportDocument) -> None:
        """Shows a sheet that another place made, to print or save it; Back returns there."""
        self._sheet_title = document.title
        self.presenter.show_paper(Paper.GIVEN, document)
        self._take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._bar, self._left, self.preview, self.actions_bar]

    @property
    @override
    def can_print(self) -> bool:
        return True

    @override
    def start_printing(self) -> None:
        self._ask(Act.PRINT)

    @override
    def step_back(self) -> bool:
        if self.presenter.state.paper is Paper.PAGE:
            return False
        self._leave_sheet()
        return True

    @override
    def unsaved(self) -> str:
        self.choices.commit()
        state = self.presenter.state
        if state.busy:
            return self.tr("A page is still being saved or printed.")
        trouble = state.trouble
        if not self.choices.questions.unkept or trouble is None:
            return ""
        return self.tr("A question isn’t saved. {0}").format(trouble.words)

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.actions_bar.set_width(width)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._previewing and self.width_class is Width.NARROW:
            self._turn_over()
        elif event.key() == Qt.Key.Key_Escape and self.presenter.state.paper is not Paper.PAGE:
            self._leave_sheet()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.enter()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.choices.commit()
        self.presenter.leave()
        if not event.spontaneous() and self.presenter.state.paper is Paper.GIVEN:
            self.presenter.show_paper(Paper.PAGE)  # it is as old as its making; Report is the page

    def _connect(self, session: Session) -> None:
        presenter, pane = self.presenter, self.choices
        pane.days.span_chosen.connect(lambda value: presenter.choose_span(Span(value)))
        pane.days.days_asked.connect(lambda first, last: presenter.choose_days(first, last, read_date))
        for part in (pane.days, pane.questions):
            part.visits_asked.connect(self.visits_asked)
        pane.name.chosen.connect(lambda value: presenter.choose(name=NameShown(value)))
        pane.purpose.chosen.connect(lambda words: presenter.choose(purpose=words))
        pane.shown.toggled.connect(lambda value, on: presenter.choose_section(Section(value), on))
        pane.shown.carers_toggled.connect(lambda on: presenter.choose(carers=on))
        pane.coping.written.connect(lambda words: presenter.choose(coping=words))
        pane.notes.toggled.connect(presenter.choose_note)
        pane.left_out.day_kept.connect(presenter.keep_day)
        pane.left_out.entry_kept.connect(presenter.keep_entry)
        pane.style_part.grey_toggled.connect(lambda on: presenter.choose(grey=on))
        pane.style_part.large_toggled.connect(lambda on: presenter.choose(large=on))
        pane.style_part.language_chosen.connect(lambda tag: presenter.choose(language=tag))
        pane.questions.added.connect(self._add_question)
        pane.questions.changed.connect(self._edit_question)
        pane.questions.moved.connect(presenter.move_question)
        pane.questions.printed.connect(presenter.print_question)
        pane.sheets_asked.connect(lambda: self._show_paper(Paper.SHEETS))
        pane.page_asked.connect(self._leave_sheet)
        pane.hand_over_asked.connect(self.hand_over_asked)
        for fold in (pane.notes, pane.coping, pane.left_out):
            fold.unfolded.connect(self._order_stops)
        self.preview.sheets_asked.connect(presenter.print_blank_sheets)
        self.preview.log_asked.connect(self.log_asked)
        self.actions_bar.asked.connect(lambda value: self._ask(Act(value)))
        self.actions_bar.preview_asked.connect(self._turn_over)
        self.actions_bar.tight.connect(self.preview.show_save)
        self.preview.save_asked.connect(self.actions_bar.open_menu)
        session.diary_changed.connect(presenter.on_change)
        session.baby_changed.connect(lambda: presenter.change_baby(pane.commit))
        session.closing.connect(self._jobs.stop)

    def _ask(self, act: Act) -> None:
        self.choices.commit()
        if self.presenter.state.too_little is None:
            self.presenter.leaving.ask(act)
            return
        if self.width_class is Width.NARROW and not self._previewing:
            self._turn_over()
        self.preview.take_focus()  # beside it stands why there is no page

    def _give(self, act: Act, preview: Preview) -> None:
        """The preview is there: now it may leave."""
        leaving = self.presenter.leaving
        if act is not Act.PRINT:
            where = ask_where(self, act, preview)
            if where is not None:
                leaving.save(act, preview, where[0], overwrite=where[1])
            return
        from bonddiary.ui.pages.report import printing  # loads Qt's printing when somebody prints

        if printing.has_printer():
            printing.ask_to_print(self, preview, leaving.print)
        else:
            leaving.no_printer()

    def _render(self, state: ReportState) -> None:
        self._say(state)
        self.choices.show_state(state)
        self.preview.show_state(state)
        self.actions_bar.show_state(state)
        self._title.setText(self._words_for(state))
        self._order_stops()

    def _order_stops(self) -> None:
        """Tab goes in reading order, also where lines have come in since."""
        order_stops(self.choices, *self.preview.stops(), self.actions_bar)

    def _words_for(self, state: ReportState) -> str:
        names = {Paper.PAGE: self.tr("Report"), Paper.SHEETS: self.tr("Blank day sheets")}
        return names.get(state.paper) or self._sheet_title

    def _say(self, state: ReportState) -> None:
        trouble, saved = state.trouble, state.saved
        close = (self.tr("Close"), self.presenter.leaving.close)
        if trouble is not None:
            deeds: list[tuple[str, Deed]] = []
            if trouble.retry:
                deeds.append((self.tr("Try again"), self.presenter.again))
            if trouble.instead is not None:
                instead = trouble.instead
                deeds.append((self._instead(instead), lambda: self._ask(instead)))
            deeds.append(close)
            self._bar.say(trouble.words, *deeds)
        elif saved is not None:
            words = self.tr("Saved “{0}” in {1}. It isn’t locked: keep it where you keep private papers.")
            folder = (self.tr("Open folder"), lambda: _open(saved.parent))
            said = words.format(breakable(saved.name), breakable(str(saved.parent)))
            self._bar.say(said, folder, close, kind="strip")
        elif state.printed:
            self._bar.say(self.tr("The page has gone to the printer."), close, kind="strip")
        else:
            self._bar.say("")

    def _instead(self, act: Act) -> str:
        return {Act.PDF: self.tr("Save PDF…"), Act.WEB: self.tr("Save web page…")}.get(act, act.value)

    def _add_question(self, text: str) -> None:
        if self.presenter.add_question(text):
            self.choices.questions.keep_typed("", text)

    def _edit_question(self, id: str, text: str) -> None:
        if self.presenter.edit_question(id, text):
            self.choices.questions.keep_typed(id, text)

    def _show_paper(self, paper: Paper) -> None:
        self.presenter.show_paper(paper)
        self._left.verticalScrollBar().setValue(0)
        self._take_focus()

    def _leave_sheet(self) -> None:
        given = self.presenter.state.paper is Paper.GIVEN
        self._show_paper(Paper.PAGE)
        if given:
            self.back_asked.emit()

    def _take_focus(self) -> None:
        if self._left.isVisible():
            focus_first(self.choices)
        else:
            self.preview.take_focus()

    def _turn_over(self) -> None:
        """In a narrow window: to the preview, and back to the choices."""
        self._previewing = not self._previewing
        self._fit()
        self.actions_bar.preview.setFocus()

    def _fit(self) -> None:
        narrow, look = self.width_class is Width.NARROW, self._theme.look
        previewing = narrow and self._previewing
        self._left.setVisible(not previewing)
        self.preview.setVisible(not narrow or previewing)
        self._title.setVisible(not narrow)  # the room is the choices'
        self.preview.set_narrow(narrow)
        self.actions_bar.show_preview(previewing)
        across = look.px(WIDE if self.width_class is Width.WIDE else MEDIUM)
        self._left.setMinimumWidth(0 if narrow else across)
        self._left.setMaximumWidth(UNBOUND if narrow else across)
        self._top.setContentsMargins(*((7, 8, 6, 0) if narrow else (15, 12, 8, 0)))


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
