"""Draws the Timeline: the list by day, what is looked for, and the editor beside or over it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.domain.ids import CueKey
from bonddiary.domain.records import Ref, ref_to
from bonddiary.ui.care.before import words_before
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import Day, TimelineModel
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.timeline.care_above import SPACE, Below, CareAbove
from bonddiary.ui.pages.timeline.deleted_view import DeletedView
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.entry_list import EntryList
from bonddiary.ui.pages.timeline.listing import Listing
from bonddiary.ui.pages.timeline.note_history import NoteHistory
from bonddiary.ui.pages.timeline.presenter import TimelinePresenter
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.layout import column, row

EDITOR_WIDTH = 416
BESIDE_FROM = 1000
"""Width in units of the text size from which the editor stands beside the list."""


class TimelinePage(Page):
    """Every entry by day."""

    meaning_asked = Signal(str)
    log_asked = Signal()
    help_asked = Signal()
    question_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme, self._session = theme, session
        self._model = TimelineModel(self._load, self)
        self._list = EntryList(theme, self._model)
        self._list.clicked.connect(self._open)
        self.presenter = TimelinePresenter(
            session, self._render, self._restart, self._list.patch, self._model.day_of
        )
        self._model.cut_short.connect(self.presenter.cannot_read)
        self._editor: EntryEditor | None = None
        self._deleted: DeletedView | None = None
        self._history = NoteHistory()
        self._main = self._build_main()
        self._head, self._bar = self._main.head, self._main.bar
        self._find, self._filter, self._title = self._head.search, self._head.kinds, self._head.title
        self._care = CareAbove(theme)
        self._care.help_asked.connect(self.help_asked)
        self._care.closed.connect(self.presenter.close_care)
        self._body = row(self._main, gap=14)
        self._body.setStretchFactor(self._main, 1)
        self._below = Below()
        self._below.setLayout(self._body)
        self._whole = column(self._care, self._below, gap=SPACE, margins=(20, 16, 16, 16))
        self.setLayout(self._whole)
        for changed in (session.baby_changed, session.reading_changed):
            changed.connect(self._change_baby)
        session.diary_changed.connect(lambda change: self.presenter.on_change(change, self.isVisible()))
        theme.changed.connect(lambda: QTimer.singleShot(0, self, self._fit))

    @override
    def enter(self) -> None:
        self.presenter.enter()
        if (deleted := self._deleted_shown()) is not None:
            deleted.enter()
            return
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
        if (deleted := self._deleted_shown()) is not None:
            return [deleted]
        many = None if self._main.many.isHidden() else self._main.many
        care = None if self._care.isHidden() else self._care
        shown: tuple[QWidget | None, ...] = (care, self._find, many, self._list, editor)
        return [part for part in shown if part is not None and part.isVisibleTo(self)]

    @override
    def start_finding(self) -> None:
        self._close_deleted()
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

    @override
    def go_to_date(self) -> None:
        self._close_deleted()
        if self._close_editor():
            self._head.ask_date()

    @override
    def log_again(self) -> bool:
        entry, (row, _) = self.presenter.state.entry, self._list.standing()
        ref = ref_to(entry) if entry is not None else None if row is None or row.unread else row.ref
        if ref is None or self._deleted_shown() is not None:
            return False
        if not self._main.isHidden() or self._close_editor():  # what is said of it is to be seen
            self.presenter.log_again(ref)
        return True

    @override
    def step_back(self) -> bool:
        shown = self._deleted_shown() is not None
        if shown:
            self._leave_deleted()
        return shown

    def show_entry(self, ref: Ref) -> None:
        """Scrolls to an entry and opens it."""
        self._close_deleted()
        self.presenter.clear()
        day = self.presenter.day_of(ref)
        if day is not None:
            self._list.go_to(ref, day)
            self.presenter.open(ref)

    def show_cue(self, cue: str) -> None:
        """Shows one cue's moments."""
        self._close_deleted()
        self.presenter.show_cue(CueKey(cue))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editor_shown() is not None:
            self._close_editor()
        elif event.key() == Qt.Key.Key_Escape and self._main.step_out():
            event.accept()
        elif event.key() == Qt.Key.Key_F2 or (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus()
        ):
            self._open(self._list.currentIndex(), by_key=True)
        elif event.matches(QKeySequence.StandardKey.Delete) and self._list.hasFocus():
            self._delete_current()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the layout has given the list its new size

    def _load(self, before: date, count: int) -> Sequence[Day]:
        return self.presenter.load(before, count)

    def _restart(self) -> None:
        self._list.begin_anew(stand=not self._find.hasFocus())  # what is found is shown from its beginning

    def _build_main(self) -> Listing:
        made = Listing(self._theme, self.presenter, self._model, self._list)
        made.log_asked.connect(self.log_asked)
        made.try_again_asked.connect(self._try_again)
        made.undo_delete_asked.connect(self._undo_delete)
        made.delete_asked.connect(self._delete_picked)
        made.head.deleted_asked.connect(self._show_deleted)
        return made

    def _render(self, state: TimelineState) -> None:
        self._main.show_state(state)
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

    def _show_editor(self, state: TimelineState) -> None:
        if state.shown is None:
            if self._editor is not None:
                self._editor.hide()
            self._main.setVisible(self._deleted_shown() is None)
            return
        if self._editor is None:
            self._editor = EntryEditor(self._theme, self._session.catalog)
            self._editor.context = lambda moment: words_before(self._session, moment)
            self._editor.mark_of = self._session.mark_of
            self._editor.edited.connect(lambda changes: self.presenter.edit(**changes))
            self._editor.moved.connect(self.presenter.move)
            self._editor.try_again_asked.connect(self._keep)
            self._editor.put_back_asked.connect(self._put_back)
            self._editor.problem_over.connect(self.presenter.forget_problem)
            self._editor.delete_asked.connect(self._delete_open)
            self._editor.meaning_asked.connect(self.meaning_asked)
            self._editor.question_asked.connect(self.question_asked)
            self._editor.closed.connect(self._close_editor)
            self._body.addWidget(self._editor)
            self._editor.below.insertWidget(1, self._history)
            self._history.put_back.connect(lambda text: self.presenter.edit(note=text))
        self._editor.show_entry(
            state.shown, state.entry_title, self.presenter.names, state.problem, kept=not state.unkept
        )
        versions = self.presenter.notes_before()
        self._history.show_versions(state.shown.id, versions, self.presenter.now())
        order_stops(self._editor._private, self._history)
        self._editor.show()
        self._fit()

    def _fit(self) -> None:
        """Columns or two lines, the editor beside or in place of the list, by the room there is."""
        scale = self._theme.look.scale
        room, editor = self.width() / scale, self._editor_shown()
        beside = room >= BESIDE_FROM
        self._main.setVisible((editor is None or beside) and self._deleted_shown() is None)
        if self._editor is not None:
            self._editor.setMaximumWidth(self._theme.look.px(EDITOR_WIDTH) if beside else 16_777_215)
            self._editor.setMinimumWidth(self._theme.look.px(EDITOR_WIDTH) if beside else 0)
            self._editor.set_room(EDITOR_WIDTH if beside else room)
        self._list.fit()
        narrow = self.width_class is Width.NARROW
        self._head.set_narrow(narrow)
        self._main.fit()
        edges = self._whole.contentsMargins()
        self._care.share(self.height() - edges.top() - edges.bottom(), self._below)

    def _open(self, index: QModelIndex, *, by_key: bool = False) -> None:
        """A click leaves the keyboard in the list where that stays in view; a key goes on in the editor."""
        entry = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(entry, EntryRow) and not entry.unread:
            self.presenter.open(entry.ref)
            editor = self._editor_shown()
            if editor is not None and (by_key or self._main.isHidden()):
                editor.start()

    def _close_editor(self) -> bool:
        """Closes it once what was typed last is kept; what can't be stays on view with the reason."""
        editor = self._editor_shown()
        if (editor is not None and editor.finish()) or not self.presenter.open(None):
            return False
        self._main.stand()
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
        if self._model.picked:
            self._delete_picked()
            return
        row, _ = self._list.standing()
        if row is not None and not row.unread and self.presenter.open(row.ref):  # else another may be open
            self._delete_open()

    def _undo_delete(self) -> None:
        ref = self.presenter.state.deleted_ref
        self.presenter.undo()
        if ref is not None and (place := self._model.place_of(ref)) is not None:
            self._list.stand_on(place, chosen=True)
        self._list.setFocus()

    def _delete_open(self) -> None:
        self.presenter.delete()
        self._main.stand()

    def _delete_picked(self) -> None:
        if self._close_editor():
            self.presenter.delete_picked()
            self._main.pick_none()

    def _show_deleted(self) -> None:
        if not self._close_editor():
            return
        if self._deleted is None:
            self._deleted = DeletedView(self.presenter.session, self._theme)
            self._deleted.closed.connect(self._leave_deleted)
            self._body.addWidget(self._deleted, 1)
        self._list.pick_none()
        self._main.hide()
        self._deleted.show()
        self._deleted.enter()

    def _leave_deleted(self) -> None:
        self._close_deleted()
        self._main.stand()

    def _close_deleted(self) -> None:
        if self._deleted is not None and not self._deleted.isHidden():
            self._deleted.hide()
            self._fit()

    def _deleted_shown(self) -> DeletedView | None:
        return self._deleted if self._deleted is not None and not self._deleted.isHidden() else None

    def _change_baby(self) -> None:
        if (editor := self._editor_shown()) is not None:
            editor.finish()  # what is typed is about the baby shown until now
        self.presenter.change_baby()
        if self.isVisible():
            self.presenter.enter()
            if (deleted := self._deleted_shown()) is not None:
                deleted.presenter.enter()

    def _editor_shown(self) -> EntryEditor | None:
        return self._editor if self._editor is not None and not self._editor.isHidden() else None
