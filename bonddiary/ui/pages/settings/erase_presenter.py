"""Decides what the part about erasing shows: what could go, how much that is, and the word that confirms it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary.domain.erasing import (
    LIMITS,
    NO_WAY_BACK,
    REACH,
    REACH_OF_ALL,
    WORD,
    Erased,
    ToErase,
    confirms,
    in_words,
    stay_closed,
    told,
)
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId
from bonddiary.domain.period import Period
from bonddiary.ui.pages.settings.backups_presenter import Beside
from bonddiary.ui.session import Session

if TYPE_CHECKING:
    from bonddiary.diary.erasing_for_good import ErasingForGood

NOTHING, DELETED, DAYS, EVERYTHING = "", "deleted", "days", "everything"
"""Keys of what can be chosen; any other is a baby's id."""
DAYS_NEEDED = "Give both days, the earlier one first. Write each like 3/11/2026."
ERASING = "Erasing. This may take a minute."
NONE_THERE = "The diary holds none of this now. Its copies may."


@dataclass(frozen=True, slots=True)
class EraseState:
    """What the part shows."""

    choices: tuple[tuple[str, str], ...] = ()
    chosen: str = NOTHING
    asks_days: bool = False
    held: str = ""
    """How much would go; blank until that is clear."""
    warnings: tuple[str, ...] = ()
    word: str = ""
    """What to type; blank while nothing can be erased."""
    busy: bool = False
    said: str = ""
    problem: str = ""


class ErasePresenter:
    """Holds the state and hands every new one to `show`. `read` reads a date; `leave` ends the program."""

    def __init__(
        self,
        session: Session,
        show: Callable[[EraseState], None],
        read: Callable[[str], date | None],
        beside: Beside,
        leave: Callable[[], None],
    ) -> None:
        self._session, self._show, self._read = session, show, read
        self._beside, self._leave = beside, leave
        self._days: Period | None = None
        self.state = EraseState()

    # What the parent does

    def choose(self, key: str) -> None:
        """Says what could go. Nothing is erased by it."""
        self._days = None
        self._set(chosen=key, said="", problem="")
        self.refresh()

    def choose_days(self, first: str, last: str) -> None:
        """The days between two dates as they were typed; blank ones aren't clear yet."""
        self._days = None
        problem = ""
        if first.strip() and last.strip():
            try:
                ends = self._read(first), self._read(last)
                if ends[0] is not None and ends[1] is not None:
                    self._days = Period(ends[0], ends[1])
            except ValueError:
                problem = DAYS_NEEDED
        self._set(problem=problem)
        self.refresh()

    def copy_to(self, folder: Path) -> None:
        """Copies the diary to another place, which erasing doesn't reach."""
        self._work(
            lambda: self._session.backups.make_in(folder),
            lambda path: self._set(said=f"Copied and compared: {path.name} in {path.parent}."),
        )

    def erase(self, typed: str) -> None:
        """Erases what is chosen, where the word asked for was typed."""
        if self.state.busy or not self.state.word:
            return
        if not confirms(typed, self.state.word):
            self._set(problem=f"Type “{self.state.word}” in the field first.", said="")
        elif self.state.chosen == EVERYTHING:
            self._erase_everything()
        elif (what := self._what()) is not None:
            self._set(busy=True, said="", problem="")
            self._session.hold(ERASING)  # what is half typed is in the diary then, and goes with it
            self._run(partial(self._erasing().erase, what), self._say_erased, self._session.release)

    # What is shown

    def refresh(self) -> None:
        """Looks at the diary again."""
        if self.state.busy:
            return
        choices = self._choices()
        chosen = self.state.chosen if self.state.chosen in dict(choices) else NOTHING
        self._set(choices=choices, chosen=chosen, asks_days=chosen == DAYS, held="", warnings=(), word="")
        if chosen == EVERYTHING:
            self._set(
                held="All of it.", warnings=(NO_WAY_BACK, REACH_OF_ALL, LIMITS[0], LIMITS[2]), word=WORD
            )
        elif chosen and (what := self._what()) is not None:
            try:
                much = self._erasing().count(what)
            except DiaryError as error:
                self._set(problem=str(error))
                return
            held = in_words(much)
            closed = (stay_closed(much.closed),) if much.closed else ()
            name = next(
                (each.nickname for each in self._session.all_babies if each.id == what.whole_baby), ""
            )
            self._set(
                held=f"This is {held}." if held else NONE_THERE,
                warnings=(NO_WAY_BACK, REACH, *LIMITS, *closed),
                word=" ".join(name.split()) or WORD,
            )

    def _choices(self) -> tuple[tuple[str, str], ...]:
        if not self._session.is_open:
            return ((NOTHING, "Nothing"),)
        marks = self._session.all_marks
        babies = [(baby.id, marks[baby.id].name) for baby in self._session.all_babies]
        return (
            (NOTHING, "Nothing"),
            (DELETED, "What was deleted"),
            (DAYS, "Some days"),
            *babies,
            (EVERYTHING, "Everything"),
        )

    def _what(self) -> ToErase | None:
        """What is chosen; None where that isn't clear yet."""
        chosen, diary = self.state.chosen, self._session.diary
        if chosen == DELETED:
            gone = [
                entry.id for baby in self._session.all_babies for entry in diary.recently_deleted(baby.id)
            ]
            return ToErase(entries=frozenset(map(str, gone))) if gone else None
        if chosen == DAYS:
            return ToErase(days=self._days) if self._days else None
        return ToErase(baby=BabyId(chosen))

    def _erase_everything(self) -> None:
        try:
            self._session.end(self._erasing().erase_everything)
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self._leave()

    def _say_erased(self, done: Erased) -> None:
        self._days = None
        if self.state.chosen == self._session.settings.last_baby:
            self._session.change_settings(last_baby="")
        self._set(chosen=NOTHING, said=told(done))

    def _work(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        if self.state.busy:
            return
        self._set(busy=True, said="", problem="")
        self._run(work, done)

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., object],
        before: Callable[[], None] = lambda: None,
    ) -> None:
        """`before` comes before what is said of it."""

        def end(result: object) -> None:
            before()
            self._set(busy=False)
            done(result)
            self.refresh()

        def fail(error: Exception) -> None:
            before()
            words = str(error) if isinstance(error, DiaryError) else "That couldn’t be done. Check the disk."
            self._set(busy=False, problem=words)
            self.refresh()

        self._beside(work, end, fail)

    def _erasing(self) -> "ErasingForGood":
        from bonddiary.diary.erasing_for_good import ErasingForGood

        return ErasingForGood(self._session.paths, self._session.backups)

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)
