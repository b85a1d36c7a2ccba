"""Decides what the part about copies shows: when the last was made, where, and the way back to each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.copies import Copy, Why
from bonddiary.domain.errors import DiaryError, NotFound
from bonddiary.domain.records import Kind
from bonddiary.ui.models import copies as told
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.pages.settings import second_place
from bonddiary.ui.pages.settings.backups_state import BackupsState, CopyRow, InsideWords
from bonddiary.ui.pages.settings.closed_copies import ClosedCopies
from bonddiary.ui.session import Session

if TYPE_CHECKING:
    from bonddiary.diary.copies import Inside
    from bonddiary.exchange.plan import ImportPlan

T = TypeVar("T")
FIRST = 5
"""Copies in the list before all are asked for."""
REMIND = timedelta(days=30)
PROVIDER = "copy"
KINDS = {
    Kind.MOMENT: ("moment", "moments"),
    Kind.CARE: ("care event", "care events"),
    Kind.BABY: ("baby", "babies"),
    Kind.CARER: ("carer", "carers"),
    Kind.VISIT: ("visit", "visits"),
    Kind.QUESTION: ("question", "questions"),
    Kind.DAY_MARK: ("day’s mark", "days’ marks"),
    Kind.PRIVATE_NOTE: ("private note", "private notes"),
    Kind.WORD: ("word of your own", "words of your own"),
}
"""What is counted of a copy; the rest is small change."""


class Beside(Protocol):
    """Does work beside the window, then tells how it went on the window's thread."""

    def __call__(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object: ...


class BackupsPresenter:
    """Holds the part's state and hands every new one to `show`."""

    def __init__(
        self,
        session: Session,
        show: Callable[[BackupsState], None],
        beside: Beside,
        announce: Callable[[str], None],
    ) -> None:
        self._session, self._show, self._beside, self._announce = session, show, beside, announce
        self._all_shown = False
        self._inside: dict[int, Inside] = {}
        self._plans: dict[int, ImportPlan] = {}
        self._sure: int | None = None
        self._closed = ClosedCopies(session)
        self._problems: dict[int, str] = {}
        self.state = BackupsState()

    # What the parent does

    def copy_now(self) -> None:
        """Makes a copy; says so when it was opened again and compared."""
        self._work("Copying…", lambda: self._session.backups.make(Why.ASKED), self._say_copied)

    def copy_to(self, folder: Path) -> None:
        """Makes a copy in another place."""
        self._work("Copying…", lambda: self._session.backups.make_in(folder), self._say_copied_to)

    def choose_second(self, folder: Path) -> None:
        """Copies go to a folder there by themselves from now on; the first one now."""

        def begin() -> tuple[Path, Copy | None]:
            place = second_place.made_in(folder)
            return place, self._session.backups.make_second(place)

        self._work("Copying…", begin, lambda made: self._keep_second(*made))

    def leave_second(self) -> None:
        """No more copies go there. Those that are there stay."""
        self._session.change_settings(second_place="")
        self._say("No more copies go to the second place. Those that are there stay.")
        self.refresh()

    def show_all(self) -> None:
        """Lists every copy."""
        self._all_shown = True
        self.refresh()

    def look_inside(self, number: int) -> None:
        """Shows what a copy holds, or folds it away again."""
        if number in self._inside:
            self._forget(number)
            self.refresh()
            return
        copy = self._copy(number)
        if copy is not None:
            self._work(
                "Looking inside…",
                lambda: self._session.backups.look_inside(copy),
                lambda inside: self._inside.__setitem__(number, inside),
                number,
            )

    def count_missing(self, number: int) -> None:
        """Says how many entries of a copy the diary lacks; nothing is changed."""
        copy = self._copy(number)
        if copy is None:
            return

        def compare(reading: object) -> None:
            from bonddiary.diary.bringing_in import plan_for
            from bonddiary.exchange.spec import Reading

            assert isinstance(reading, Reading)
            plan = self._plans[number] = plan_for(self._session.diary, reading)
            if not plan.new:
                self._say("Your diary holds all that this copy holds.")

        self._work("Comparing…", lambda: self._session.backups.reading(copy), compare, number)

    def bring_back(self, number: int) -> None:
        """Adds what the diary lacks, as one step to undo."""
        plan = self._plans.pop(number, None)
        if plan is None or not plan.new:
            return
        try:
            self._session.diary.bring_in(plan.new, PROVIDER)
            self._problems.pop(number, None)
            brought = wording.counted(len(plan.new), "entry", "entries")
            self._say(f"Brought back: {brought}. Undo in the Edit menu takes that back.")
        except DiaryError as error:
            self._problems[number] = str(error)
        self.refresh()

    def ask_back(self, number: int | None) -> None:
        """Asks whether the diary is to become this copy; None: it stays as it is."""
        self._sure = number
        self.refresh()

    def go_back(self, number: int) -> None:
        """Makes a copy the diary again. What is there now is copied first."""
        copy = self._copy(number)
        if copy is None or self._sure != number:
            return
        self._sure = None
        self._problems.pop(number, None)
        try:
            aside = self._session.change_file(lambda: self._session.backups.put_back(copy))
            self._inside.clear()
            self._plans.clear()
            kept = "What was there is the newest copy."
            if aside is not None:
                kept = f"What was there couldn’t be read. It is kept as {aside.name}."
            self._say(f"Your diary is as it was {self._when(copy)}. {kept}")
        except DiaryError as error:
            self._problems[number] = str(error)
        self.refresh()

    def ask_delete(self, name: str) -> None:
        """Asks whether a file that another passphrase locks is to go; blank: it stays."""
        self._closed.ask(name)
        self.refresh()

    def delete_closed(self, name: str) -> None:
        """Deletes that file for ever."""
        try:
            if said := self._closed.delete(name):
                self._say(said)
        except DiaryError as error:
            self._set(problem=str(error))
        self.refresh()

    # What the part shows

    def refresh(self) -> None:
        """Looks at the copies again."""
        closed = self._closed.files() if self._has_any() else ()
        copies = self._session.backups.all() if self._has_any() else ()
        copies = tuple(copy for copy in copies if copy.name not in self._closed.here(closed))
        shown = copies if self._all_shown else copies[:FIRST]
        now = self._entries_now()
        self._set(
            last=self._last(copies),
            elsewhere=self._elsewhere(copies),
            second=second_place.words(self._session),
            rows=tuple(self._row(copy, now) for copy in shown),
            closed=self._closed.rows(closed),
            more=len(copies) - len(shown),
            can_copy=self._session.is_open,
        )

    def _row(self, copy: Copy, entries_now: int | None) -> CopyRow:
        now, inside, plan = (
            self._session.clock(),
            self._inside.get(copy.number),
            self._plans.get(copy.number),
        )
        sure = ""
        if self._sure == copy.number:
            sure = (
                f"Your diary becomes as it was {self._when(copy)}. "
                "What is there now is copied first, and stands at the top of this list."
            )
        return CopyRow(
            number=copy.number,
            words=told.row_words(copy, now, entries_now),
            when=self._when(copy),
            checked=_sentence(told.checked_words(copy, now)),
            inside=None if inside is None else self._words(inside),
            sure=sure,
            missing=None if plan is None else len(plan.new),
            problem=self._problems.get(copy.number, ""),
        )

    def _words(self, inside: "Inside") -> InsideWords:
        names, now = Names.of(self._session.catalog, inside.words), self._session.clock()
        counts = [
            wording.counted(count, *KINDS[kind]) for kind, count in reversed(inside.kinds) if kind in KINDS
        ]
        rows = [(entry.at, row_of(entry, names)) for entry in inside.newest]
        newest = tuple(f"{_sentence(wording.at(at, now))}: {row.title}" for at, row in rows)
        return InsideWords(f"It holds {wording.listed(counts)}." if counts else "It is empty.", newest)

    def _last(self, copies: tuple[Copy, ...]) -> str:
        if self._session.is_open and self._session.diary.is_demo:
            return "A made-up diary isn’t copied by itself."
        if not copies:
            return "No copy yet. One is made by itself once a day."
        now, newest = self._session.clock(), copies[0]
        checked = told.checked_words(newest, now)
        return f"Last copy: {self._when(newest)}, {told.entries_words(newest)}, {checked}."

    def _elsewhere(self, copies: tuple[Copy, ...]) -> str:
        today = self._session.clock().day
        try:
            last = date.fromisoformat(self._session.settings.copied_elsewhere)
        except ValueError:
            return "These copies are on this computer. One on a stick or another disk helps if it breaks."
        days = (today - last).days
        if days >= REMIND.days:
            return f"The last copy in another place is {days} days old. You could make a new one."
        return f"Last copy in another place: {told.day_words(last, today)}."

    def _entries_now(self) -> int | None:
        try:
            return self._session.diary.count_entries() if self._session.is_open else None
        except DiaryError:
            return None

    def _has_any(self) -> bool:
        """Without an open diary the store isn't loaded for a folder that isn't there."""
        return self._session.is_open or (self._session.paths.diary.parent / "backups").is_dir()

    def _copy(self, number: int) -> Copy | None:
        found = next((copy for copy in self._session.backups.all() if copy.number == number), None)
        if found is None:
            self._set(problem="That copy isn’t there any more.")
        return found

    def _work(self, busy: str, work: Callable[[], T], done: Callable[[T], None], number: int = 0) -> None:
        """One thing at a time. `number`: the copy that a problem belongs to."""
        if self.state.busy:
            return
        self._problems.pop(number, None)
        self._set(busy=busy, said="", problem="")

        def end(result: T) -> None:
            self._set(busy="")
            try:
                done(result)
            except DiaryError as error:
                self._fail(error, number)
            self.refresh()

        def fail(error: Exception) -> None:
            self._set(busy="")
            self._fail(error, number)
            self.refresh()

        self._beside(work, end, fail)

    def _fail(self, error: Exception, number: int) -> None:
        words = str(error) if isinstance(error, DiaryError) else "That couldn’t be done. Check the disk."
        if number:
            self._problems[number] = words
        else:
            self._set(problem=words)

    def _say_copied(self, copy: Copy) -> None:
        self._say(f"Copied and compared: {told.entries_words(copy)}.")

    def _say_copied_to(self, path: Path) -> None:
        self._session.change_settings(copied_elsewhere=self._session.clock().day.isoformat())
        key = "It is not locked." if self._session.key is None else "It is locked, as your diary is."
        self._say(f"Copied and compared: {path.name} in {path.parent}. {key}")

    def _keep_second(self, place: Path, made: Copy | None) -> None:
        if made is None:
            raise NotFound("That folder isn’t there any more. Choose another one.")
        today = self._session.clock().day.isoformat()
        self._session.change_settings(second_place=str(place), copied_elsewhere=today)
        self._say(
            f"Copied and compared: {told.entries_words(made)}. From now on a copy goes there once a day."
        )

    def _say(self, words: str) -> None:
        self._set(said=words)
        self._announce(words)

    def _forget(self, number: int) -> None:
        for kept in (self._inside, self._plans, self._problems):
            kept.pop(number, None)

    def _when(self, copy: Copy) -> str:
        return told.when_words(copy, self._session.clock())

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]
