"""Draws the Timeline: the list by day, what is looked for, and the editor beside or over it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.records import Ref
from bonddiary.ui.care.before import words_before
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import Day, TimelineModel
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.timeline.care_above import SPACE, Below, CareAbove
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.entry_list import EntryList
from bonddiary.ui.pages.timeline.presenter import TimelinePresenter
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import button, column, label, row
from bonddiary.ui.widgets.words import Heading

EDITOR_WIDTH = 416
LONGEST_FIND = 200
BESIDE_FROM = 1000
"""Width in units of the text size from which the editor stands beside the list."""


class TimelinePage(Page):
    """Every entry by day."""

    meaning_asked = Signal(str)
    log_asked = Signal()
    help_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._session, self._catalog = session, session.catalog
        self._model = TimelineModel(self._load, self)
        self._list = EntryList(theme, self._model)
        self._list.clicked.connect(self._open)
        self.presenter = TimelinePresenter(
            session, self._render, self._restart, self._list.patch, self._model.day_of
        )
        self._model.cut_short.connect(self.presenter.cannot_read)
        self._editor: EntryEditor | None = None
        self._bar = InlineBar()
        self._empty, self._empty_words, self._empty_button = self._build_empty()
        self._main = QWidget()
        head = self._build_head()
        self._main.setLayout(column(head, self._bar, self._empty, self._list, gap=10))
        self._care = CareAbove(theme)
        self._care.help_asked.connect(self.help_asked)
        self._care.closed.connect(self.presenter.close_care)
        self._body = row(self._main, gap=14)
        self._body.setStretchFactor(self._main, 1)
        self._below = Below()
        self._below.setLayout(self._body)
        self._whole = column(self._care, self._below, gap=SPACE, margins=(20, 16, 16, 16))
        self.setLayout(self._whole)
        session.baby_changed.connect(self._change_baby)
        session.diary_changed.connect(lambda change: self.presenter.on_change(change, self.isVisible()))
        theme.changed.connect(lambda: QTimer.singleShot(0, self._fit))

    @override
    def enter(self) -> None:
        self.presenter.enter()
        if self._editor_shown() is None:
            if self._list.standing()[0] is None:
                self._list.stand_on(self._model.entry_near(0))
            self._list.setFocus()  # without a current row it would stand on a heading

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self._whole.setContentsMargins(*((20, 16, 16, 16) if width is Width.WIDE else (12, 8, 8, 8)))
        self._fit()
        for layout in (self._main.layout(), self._whole):
            if layout is not None:
                layout.activate()  # the page may be made smaller before Qt would come to that

    @override
    def regions(self) -> list[QWidget]:
        editor = self._editor_shown()
        shown = (None if self._care.isHidden() else self._care, self._find, self._list, editor)
        return [part for part in shown if part is not None]

    @override
    def start_finding(self) -> None:
        if self._close_editor():
            self._find.setFocus()
            self._find.selectAll()

    @override
    def unsaved(self) -> str:
        editor = self._editor_shown()
        if editor is not None and (words := editor.finish()):
            return words
        return "" if self.presenter.keep() else self.presenter.state.problem

    @property
    @override
    def can_find(self) -> bool:
        return True

    def show_entry(self, ref: Ref) -> None:
        """Scrolls to an entry and opens it."""
        self.presenter.clear()
        day = self.presenter.day_of(ref)
        if day is not None:
            self._list.go_to(ref, day)
            self.presenter.open(ref)

    def show_cue(self, cue: str) -> None:
        """Shows one cue's moments."""
        self.presenter.show_cue(CueKey(cue))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editor_shown() is not None:
            self._close_editor()
        elif event.key() == Qt.Key.Key_F2 or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus()
        ):
            self._open(self._list.currentIndex(), by_key=True)
        elif event.matches(QKeySequence.StandardKey.Delete) and self._list.hasFocus():
            self._delete_current()
        elif event.key() == Qt.Key.Key_Escape and self._find.hasFocus() and self._find.text():
            self.presenter.search("")
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)  # once the layout has given the list its new size

    def _build_head(self) -> QBoxLayout:
        self._find = QLineEdit(placeholderText=self.tr("Find: a cue, what you tried, words of a note"))
        self._find.setAccessibleName(self.tr("Find in the Timeline"))
        self._find.setClearButtonEnabled(True)
        self._find.setMaxLength(LONGEST_FIND)
        self._find.textChanged.connect(self.presenter.search)
        self._filter = Choice(self._theme, self.tr("Show"))
        self._filter.addItem(self.tr("Everything"), "")
        self._filter.addItem(self.tr("All cues"), "cues")
        for family in Family:
            self._filter.addItem(self.tr(FAMILY_NAMES[family]), family.value)
        self._filter.activated.connect(self._choose_filter)
        self._title = Heading(self.tr("Timeline"), "title")
        self._head = row(self._title, self._find, self._filter, gap=12)
        self._head.setStretch(1, 1)
        return self._head

    def _build_empty(self) -> tuple[QWidget, QLabel, QPushButton]:
        words, act = label("", "quiet", wrap=True), button("", "primary")
        act.clicked.connect(self._follow_empty)
        holder = QWidget()
        holder.setLayout(column(words, act, 1, gap=12, margins=(0, 24, 0, 0)))
        return holder, words, act

    def _load(self, before: date, count: int) -> Sequence[Day]:
        return self.presenter.load(before, count)

    def _restart(self) -> None:
        self._list.begin_anew(stand=not self._find.hasFocus())  # what is found is shown from its beginning

    def _render(self, state: TimelineState) -> None:
        if self._find.text().strip() != state.text:
            self._find.setText(state.text)
        self._show_filter(state)
        self._empty.setVisible(bool(state.empty))
        self._list.setVisible(not state.empty)
        self._empty_words.setText(state.empty)
        words = {"log": self.tr("Log one now"), "clear": self.tr("Show everything")}
        self._empty_button.setText(words.get(state.empty_offers, ""))
        self._empty_button.setVisible(state.empty_offers in words)
        self._show_bar(state)
        self._show_editor(state)
        self._show_care(state)

    def _show_care(self, state: TimelineState) -> None:
        focused = QApplication.focusWidget()
        held = focused is not None and self._care.isAncestorOf(focused)
        if self._care.show_cards(state.care_words):
            self._fit()
        if held and not state.care_words:  # the button pressed has gone
            editor = self._editor_shown()
            (self._list.setFocus if editor is None else editor.start)()

    def _show_bar(self, state: TimelineState) -> None:
        problem = state.problem if state.entry is None else ""
        if state.unread:
            self._bar.say(state.unread, (self.tr("Try again"), self._try_again))
        elif state.deleted:
            words = self.tr("Deleted: {0}.").format(state.deleted)
            actions = (
                (self.tr("Undo"), self._undo_delete),
                (self.tr("Close"), self.presenter.forget_deleted),
            )
            self._bar.say(f"{words} {problem}".strip(), *actions, kind="problem" if problem else "strip")
        else:
            self._bar.say(problem)
        if not self._bar.isHidden():
            order_stops(self._filter, *self._bar.findChildren(QPushButton), self._list)

    def _show_filter(self, state: TimelineState) -> None:
        if state.cue is not None:
            name = self.presenter.names.cue(state.cue)
            if self._filter.findData("cue") < 0:
                self._filter.addItem(name, "cue")
            self._filter.setItemText(self._filter.findData("cue"), name)
            self._filter.setCurrentIndex(self._filter.findData("cue"))
            return
        if (extra := self._filter.findData("cue")) >= 0:
            self._filter.removeItem(extra)
        chosen = state.family.value if state.family is not None else "" if state.care else "cues"
        self._filter.setCurrentIndex(self._filter.findData(chosen))

    def _choose_filter(self, place: int) -> None:
        chosen = self._filter.itemData(place)
        if chosen == "cues":
            self.presenter.choose_family(None, care=False)
        elif chosen != "cue":
            self.presenter.choose_family(Family(chosen) if chosen else None)

    def _show_editor(self, state: TimelineState) -> None:
        if state.shown is None:
            if self._editor is not None:
                self._editor.hide()
            self._main.show()
            return
        if self._editor is None:
            self._editor = EntryEditor(self._theme, self._catalog)
            self._editor.context = lambda moment: words_before(self._session, moment)
            self._editor.edited.connect(lambda changes: self.presenter.edit(**changes))
            self._editor.moved.connect(self.presenter.move)
            self._editor.try_again_asked.connect(self._keep)
            self._editor.put_back_asked.connect(self._put_back)
            self._editor.problem_over.connect(self.presenter.forget_problem)
            self._editor.delete_asked.connect(self._delete_open)
            self._editor.meaning_asked.connect(self.meaning_asked)
            self._editor.closed.connect(self._close_editor)
            self._body.addWidget(self._editor)
        self._editor.show_entry(
            state.shown, state.entry_title, self.presenter.names, state.problem, kept=not state.unkept
        )
        self._editor.show()
        self._fit()

    def _fit(self) -> None:
        """Columns or two lines, the editor beside or in place of the list, by the room there is."""
        scale = self._theme.look.scale
        room, editor = self.width() / scale, self._editor_shown()
        beside = room >= BESIDE_FROM
        self._main.setVisible(editor is None or beside)
        if self._editor is not None:
            self._editor.setMaximumWidth(self._theme.look.px(EDITOR_WIDTH) if beside else 16_777_215)
            self._editor.setMinimumWidth(self._theme.look.px(EDITOR_WIDTH) if beside else 0)
            self._editor.set_room(EDITOR_WIDTH if beside else room)
        self._list.fit()
        narrow = self.width_class is Width.NARROW
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._head.setStretch(1, 0 if narrow else 1)
        self._title.setVisible(not narrow)
        edges = self._whole.contentsMargins()
        self._care.share(self.height() - edges.top() - edges.bottom(), self._below)

    def _open(self, index: QModelIndex, *, by_key: bool = False) -> None:
        """A click leaves the keyboard in the list where that stays in view; a key goes on in the editor."""
        entry = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(entry, EntryRow):
            self.presenter.open(entry.ref)
            editor = self._editor_shown()
            if editor is not None and (by_key or self._main.isHidden()):
                editor.start()

    def _close_editor(self) -> bool:
        """Closes it once what was typed last is kept; what can't be stays on view with the reason."""
        editor = self._editor_shown()
        if (editor is not None and editor.finish()) or not self.presenter.open(None):
            return False
        self._list.setFocus()
        return True

    def _keep(self) -> None:
        if self.presenter.keep() and (editor := self._editor_shown()) is not None:
            editor.start()  # the button pressed has gone

    def _put_back(self) -> None:
        self.presenter.put_back()
        if (editor := self._editor_shown()) is not None:
            editor.start()

    def _try_again(self) -> None:
        self.presenter.try_again()
        if not self.presenter.state.unread:  # the button pressed has gone
            editor = self._editor_shown()
            if editor is not None and self._main.isHidden():
                editor.start()
            else:
                self._list.setFocus()

    def _delete_current(self) -> None:
        row, _ = self._list.standing()
        if row is not None and self.presenter.open(row.ref):  # else another may still be open
            self._delete_open()

    def _undo_delete(self) -> None:
        ref = self.presenter.state.deleted_ref
        self.presenter.undo()
        if ref is not None and (place := self._model.place_of(ref)) is not None:
            self._list.stand_on(place, chosen=True)
        self._list.setFocus()

    def _delete_open(self) -> None:
        self.presenter.delete()
        self._list.setFocus()

    def _follow_empty(self) -> None:
        if self.presenter.state.empty_offers == "log":
            self.log_asked.emit()
        else:
            self.presenter.clear()

    def _change_baby(self) -> None:
        if (editor := self._editor_shown()) is not None:
            editor.finish()  # what is typed is about the baby shown until now
        self.presenter.change_baby()
        if self.isVisible():
            self.presenter.enter()

    def _editor_shown(self) -> EntryEditor | None:
        return self._editor if self._editor is not None and not self._editor.isHidden() else None
