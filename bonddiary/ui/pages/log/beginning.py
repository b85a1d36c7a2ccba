"""Whom the diary is about: the first-run card, and the birth of a baby who was expected."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError
from bonddiary.ui.models.baby_dates import check_dates
from bonddiary.ui.pages.log.changing import Changing
from bonddiary.ui.pages.log.waiting import Trouble
from bonddiary.ui.pages.log.whose import Whose


class Beginning(Changing):
    """The part of the presenter that a family needs once for a baby."""

    _trouble: Trouble
    _whose: Whose

    def finish_first_run(self) -> None:
        """Puts the first-run card away for good."""
        self._trouble.done()
        self._set(first_run=False)  # also while the diary isn't open and nothing can be read
        try:
            self._session.change_settings(first_run_done=True)
        except DiaryError as error:
            self._fail(error, self.finish_first_run)
        self.refresh()

    def first_baby(self, baby: Baby) -> None:
        """Adds the baby of the first-run card, or names the one that a press has already added."""
        try:
            check_dates(baby.born, baby.due, self._session.clock().day)
        except ValueError as problem:
            self._set(first_run_problem=str(problem))
            return
        self._set(first_run_problem="")
        try:
            diary, there = self._session.diary, self._session.baby
            if there is None:
                diary.add(baby)
            else:
                diary.edit(replace(baby, id=there.id))
        except DiaryError as error:
            self._fail(error, lambda: self.first_baby(baby))
            return
        self.finish_first_run()

    def tell_born(self, typed: str, read: Callable[[str], date | None]) -> None:
        """The baby who was expected is born."""
        try:
            self._whose.tell_born(typed, read)
        except DiaryError as error:
            self._fail(error, lambda: self.tell_born(typed, read))
        self.refresh()

    @abstractmethod
    def _fail(self, problem: DiaryError, again: Callable[[], None]) -> None:
        """Says what couldn't be done; `again` does it."""
