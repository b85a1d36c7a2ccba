"""Decides about the notes that carers write for themselves after a hard time: private, counted nowhere."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import PrivateNoteId, new_id
from bonddiary.domain.private_note import PrivateNote
from bonddiary.domain.records import Kind, Ref
from bonddiary.ui.session import Session

PLACE = "private-note"
"""Where a half-typed one is kept, so that a crash leaves it."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as it is read."""

    id: PrivateNoteId
    when: str
    """ "Today, 3:12am, by Sam"."""
    text: str


@dataclass(frozen=True, slots=True)
class NotesState:
    """The part, and what is in its field."""

    shown: bool = False
    text: str = ""
    said: str = ""
    """What was done, in a quiet line."""
    undo: bool = False
    problem: str = ""
    count: int = 0
    opened: bool = False
    """Whether earlier notes are on the screen: never before somebody asks for them."""
    rows: tuple[NoteRow, ...] = ()


class NotesPresenter:
    """Nothing of it is on the screen until a carer asks for it; leaving the page hides it again."""

    def __init__(self, session: Session, show: Callable[[NotesState], None]) -> None:
        self._session = session
        self._show = show
        self._id = PrivateNoteId(new_id())
        self._again: Callable[[], object] | None = None
        self.state = NotesState()

    def open(self) -> None:
        """A carer wants to write. What was half typed when the program ended is there again."""
        self._set(shown=True)
        self._try(self._read)

    def close(self) -> None:
        """Everything is folded away; what is half typed stays kept."""
        self.keep(self.state.text)
        self.state = NotesState(text=self.state.text)
        self._show(self.state)

    def keep(self, text: str) -> None:
        """The field holds this now."""
        changed = text != self.state.text
        self.state = replace(self.state, text=text)
        if changed:
            with suppress(DiaryError):  # it still stands in its field, and saving says why
                self._session.diary.keep_draft(PLACE, text)

    def save(self) -> None:
        """Keeps the note. Blank: nothing happens."""
        if self.state.text.strip():
            self._try(self._write)

    def undo(self) -> None:
        """Takes back the newest step."""

        def take_back() -> None:
            self._session.diary.undo(origin=self)
            self._read()
            self._set(said="Undone.", undo=False)

        self._try(take_back)

    def show_earlier(self, opened: bool) -> None:
        """Shows what was written before, or folds it away."""
        self._set(opened=opened)
        self._try(self._read)

    def delete(self, id: PrivateNoteId) -> None:
        """Takes a note away."""

        def take() -> None:
            self._session.diary.remove(Ref(Kind.PRIVATE_NOTE, id), origin=self)
            self._read()
            self._set(said="The note is deleted.", undo=True)

        self._try(take)

    def try_again(self) -> None:
        """Does what couldn't be done."""
        if self._again is not None:
            self._try(self._again)

    def _write(self) -> None:
        now = self._session.clock()
        note = PrivateNote(
            id=self._id, written=now, text=self.state.text.strip(), carer=self._session.carer_to_log()
        )
        self._session.diary.add(note, origin=self)
        self._id = PrivateNoteId(new_id())
        self.keep("")
        self._read()
        self._set(said=f"Saved, {wording.clock(now.wall)}. It stays private.", undo=True)

    def _read(self) -> None:
        diary = self._session.diary
        notes = sorted(diary.all(PrivateNote), key=lambda note: note.written.utc, reverse=True)
        rows = tuple(map(self._row, notes)) if self.state.opened else ()
        text = self.state.text or diary.draft(PLACE)
        self._set(text=text, count=len(notes), rows=rows)

    def _row(self, note: PrivateNote) -> NoteRow:
        when = wording.at(note.written, self._session.clock())
        who = next((carer.label for carer in self._session.all_carers if carer.id == note.carer), "")
        return NoteRow(note.id, f"{when}, by {who}" if who else when, note.text)

    def _try(self, act: Callable[[], object]) -> None:
        self._again = None
        try:
            act()
        except DiaryError as error:
            self._again = act
            self._set(problem=str(error), said="", undo=False)
        else:
            self._set(problem="")

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)
