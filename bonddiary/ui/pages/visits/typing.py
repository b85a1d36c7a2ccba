"""Saves what is typed on the Visits page when its field is left, and keeps it while it is half typed."""

from collections.abc import Callable
from dataclasses import replace

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import VisitId
from bonddiary.domain.records import Record
from bonddiary.domain.visit import Question, Visit
from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.halves import Halves
from bonddiary.ui.pages.visits.state import Status, Told
from bonddiary.ui.session import Session

Find = Callable[[str], "Question | Visit | None"]


class Typing:
    """Knows of every field whether what stands in it is saved, kept or refused."""

    def __init__(self, session: Session, edit: Callable[[Record], None]) -> None:
        """`edit` saves a record as one step."""
        self._session = session
        self._edit = edit
        self._halves = Halves(session)
        self._read = False
        self.told: dict[str, Told] = {}

    @property
    def typed(self) -> dict[str, str]:
        """What isn't saved, by the key of its field."""
        return {key: self._halves[key] for key in self._halves.keys}

    def forget_told(self) -> None:
        """The page is come to anew: what couldn't be saved is still said."""
        self.told = {key: told for key, told in self.told.items() if told.problem}

    def take_left(self) -> bool:
        """What the last run left half typed is saved now: it was typed to be kept. Says whether anything was.

        Raises DiaryError.
        """
        if self._read:
            return False
        self._halves.read()
        self._read = True
        return sum(self.save(key, self._halves[key]) for key in self._of_records()) > 0

    def keep(self, key: str, text: str) -> None:
        """The keys rest: what stands in the field is kept in the file."""
        self.told[key] = Told(Status.KEPT if self._halves.keep(key, text) else Status.STILL)

    def keep_new(self, key: str, text: str) -> None:
        """A question that isn't added yet is left: it waits in its line."""
        if text.strip():
            self._halves.keep(key, text)
        else:
            self._halves.forget(key)

    def save(self, key: str, text: str, opened: str = "") -> bool:
        """Saves a field that is left; says whether there was something new. What can't be saved stays, with the reason.

        A question that is answered goes with the visit that is `opened`, where it goes with none.
        """
        try:
            there = self._record(key)
            if there is None:
                self._halves.forget(key)
                return False
            fresh = replace(there, **keys.changes(there, key, text))  # type: ignore[arg-type]  # by names of fields
            if isinstance(fresh, Question) and fresh.answer and fresh.visit is None and opened:
                fresh = replace(fresh, visit=VisitId(opened))
            if fresh != there:
                self._edit(fresh)
        except DiaryError as error:
            self._halves.keep(key, text)
            self.told[key] = Told(problem=str(error))
            return False
        self._halves.forget(key)
        if fresh != there:
            self.told[key] = Told(Status.SAVED)
        elif self.told.get(key, Told()).status is not Status.SAVED:
            self.told.pop(key, None)
        return fresh != there

    def save_all(self, opened: str = "") -> str:
        """Saves every field that isn't; says in words why one can't be."""
        for key in self._of_records():
            self.save(key, self._halves[key], opened)
        return next((told.problem for told in self.told.values() if told.problem), "")

    def refuse(self, key: str, why: str) -> None:
        """Says under a field why it can't be so."""
        self.told[key] = Told(problem=why)

    def added(self, key: str) -> None:
        """What stood in the line is a question now."""
        self._halves.forget(key)
        self.told[key] = Told(Status.SAVED)

    def let_go(self, *fields: str) -> None:
        """What these fields were about is deleted."""
        self._halves.forget(*fields)
        for key in fields:
            self.told.pop(key, None)

    def _of_records(self) -> list[str]:
        return [key for key in self._halves.keys if keys.parts(key)[0] != keys.NEW]

    def _record(self, key: str) -> Question | Visit | None:
        kind, id, _ = keys.parts(key)
        diary = self._session.diary
        there: tuple[Question | Visit, ...] = diary.all(Visit if kind == keys.VISIT else Question)
        return next((each for each in there if each.id == id), None)
