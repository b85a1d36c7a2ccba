"""Decides what is said of carers: labels in the diary, no accounts. Nobody is ever counted or compared."""

from collections.abc import Callable
from dataclasses import replace

from bonddiary.domain.baby import Carer
from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.ids import CarerId, new_id
from bonddiary.ui.pages.settings.state import CarerCard, CarersState, PutAway
from bonddiary.ui.session import Session

NEW = ""
"""Where the problem of the field for one more carer is kept."""


class Carers:
    """Adds, renames, puts away; every step is the diary's, so Undo knows it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._problems: dict[str, str] = {}

    def state(self) -> CarersState:
        """What the page shows; nothing while the diary isn't open."""
        if not self._session.is_open:
            return CarersState()
        try:
            return self._read()
        except DiaryError as error:
            return CarersState(add_problem=str(error))

    def _read(self) -> CarersState:
        chosen = self._session.carer
        every = sorted(self._session.all_carers, key=lambda carer: carer.label.casefold())
        return CarersState(
            carers=tuple(
                CarerCard(carer.id, carer.label, self._problems.get(carer.id, ""))
                for carer in every
                if not carer.archived
            ),
            noting=chosen.id if chosen else "",
            away=tuple(PutAway(carer.id, carer.label) for carer in every if carer.archived),
            add_problem=self._problems.get(NEW, ""),
            can_add=True,
        )

    def add(self, label: str) -> bool:
        """Adds a carer; says whether that was done."""
        return self._try(
            NEW, lambda: self._session.diary.add(Carer(id=CarerId(new_id()), label=self._free(label)))
        )

    def rename(self, key: str, label: str) -> None:
        """Gives a carer another label, in old entries too."""
        there = self._there(key)
        if there is not None and label.strip() != there.label:
            self._try(key, lambda: self._session.diary.edit(replace(there, label=self._free(label, key))))
        else:
            self._problems.pop(key, None)

    def put_away(self, key: str, *, away: bool) -> None:
        """Takes a carer off every choice, or brings them back. Old entries keep them."""
        there = self._there(key)
        if there is not None:
            self._try(key, lambda: self._session.diary.edit(replace(there, archived=away)))

    def _there(self, key: str) -> Carer | None:
        return next((carer for carer in self._session.all_carers if carer.id == key), None)

    def _free(self, label: str, own: str = "") -> str:
        """The label without blanks around it. Raises InvalidEntry where it is none, or another carer has it."""
        label = " ".join(label.split())
        if not label:
            raise InvalidEntry(
                "Type a name first." if not own else "A carer needs a name. You can also put them away."
            )
        for other in self._session.all_carers:
            if other.id != own and other.label.casefold() == label.casefold():
                away = " They are put away: you can bring them back." if other.archived else ""
                raise InvalidEntry(f"There is a carer called {other.label} already.{away}")
        return label

    def _try(self, key: str, act: Callable[[], object]) -> bool:
        try:
            act()
        except DiaryError as error:
            self._problems[key] = str(error)
            return False
        self._problems.pop(key, None)
        return True
