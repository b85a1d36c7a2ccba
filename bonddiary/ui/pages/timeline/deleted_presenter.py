"""Decides what Recently deleted shows, and brings entries back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Ref
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import EntryRow, row_of
from bonddiary.ui.session import Session


@dataclass(frozen=True, slots=True)
class DeletedState:
    """What the view shows."""

    rows: tuple[EntryRow, ...] = ()
    empty: str = ""
    done: str = ""
    """What was brought back, while Undo takes that back."""
    problem: str = ""


class DeletedPresenter:
    """Recently deleted of the baby shown, or of all of them."""

    def __init__(self, session: Session, show: Callable[[DeletedState], None]) -> None:
        self._session = session
        self._show = show
        self._newest = False
        self.state = DeletedState()

    def enter(self) -> None:
        """Reads what is there."""
        self._newest = False
        self.state = DeletedState()
        self.refresh()

    def refresh(self) -> None:
        """Reads it anew: something has changed."""
        babies = self._session.babies_to_read
        try:
            entries = [entry for baby in babies for entry in self._session.diary.recently_deleted(baby)]
            names = Names.of(self._session.catalog, self._session.diary.words())
        except DiaryError as error:
            self._set(problem=str(error))
            return
        rows = [_row(entry, names, self._session.clock()) for entry in entries]
        if len(babies) > 1:
            placed = sorted(zip(entries, rows, strict=True), key=_deleted_at, reverse=True)
            rows = [replace(row, baby=self._session.mark_of(entry.baby)) for entry, row in placed]
        self._set(rows=tuple(rows), empty="" if rows else "Nothing was deleted of late.")

    def on_change(self) -> None:
        """Something was done, here or elsewhere."""
        self._newest = False
        self._set(done="")
        self.refresh()

    def restore(self, refs: Sequence[Ref]) -> None:
        """Brings these back, in one step."""
        if not refs:
            self._set(problem="Choose one or several first.")
            return
        try:
            self._session.diary.restore(*refs)
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self._newest = True
        self._set(problem="", done=f"Back in Timeline: {wording.counted(len(refs), 'entry', 'entries')}.")

    def undo(self) -> None:
        """Takes that back while it is the newest step of all."""
        try:
            self._session.look_for_other_writers()
            if self._newest:
                self._session.diary.undo()
        except DiaryError as error:
            self._set(problem=str(error))

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)


def _deleted_at(placed: tuple[Moment | CareEvent, EntryRow]) -> datetime:
    """When it was deleted."""
    assert placed[0].deleted is not None
    return placed[0].deleted


def _row(entry: Moment | CareEvent, names: Names, now: When) -> EntryRow:
    """When it was, what it was, and how long ago it was deleted."""
    assert entry.deleted is not None
    made = row_of(entry, names)
    day = "" if entry.at.day == now.day else f"{entry.at.day.day} {wording.MONTHS[entry.at.day.month - 1]}, "
    ago = deleted_ago(entry.deleted, now)  # before what was tried: where a line is cut short, that is
    return replace(made, time=f"{day}{made.time}", tried=ago, outcome=made.tried, mark=None, note="")


def deleted_ago(at: datetime, now: When) -> str:
    """ "deleted today", "deleted yesterday", "deleted 3 days ago", by the calendar where the family is."""
    days = (now.day - When.of(at, now.zone).day).days
    if days <= 0:
        return "deleted today"
    return "deleted yesterday" if days == 1 else f"deleted {wording.counted(days, 'day')} ago"
