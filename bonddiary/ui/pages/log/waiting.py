"""What the parent said that isn't on the disk yet: cues pressed, and what was added to moments that are saved."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bonddiary.domain.errors import DiaryError, DiaryLocked, InvalidEntry, NotFound
from bonddiary.domain.ids import BabyId, CarerId, CueKey, MomentId, new_id
from bonddiary.domain.moment import ABOUT_FROM, Moment, MomentDraft
from bonddiary.domain.when import When
from bonddiary.ui.session import Session


@dataclass(eq=False, slots=True)
class Press:
    """A cue that was pressed. Its id is made before the first attempt to save: a retry never doubles it."""

    id: MomentId
    cue: CueKey
    at: When
    entered: When
    baby: BabyId | None = None
    """Whose moment it is; None while the diary could not be opened to look, or has no baby yet."""
    others: tuple[tuple[BabyId, MomentId], ...] = ()
    """Whose moment it is as well, under "Both": each has one with an id of its own."""
    carer: CarerId | None = None
    problem: str = ""

    def draft(self, baby: BabyId) -> MomentDraft:
        """The moment to save."""
        about = self.entered.utc - self.at.utc >= ABOUT_FROM
        return MomentDraft(
            baby=baby,
            at=self.at,
            entered=self.entered,
            cues=(self.cue,),
            about=about,
            carer=self.carer,
        )


@dataclass(eq=False, slots=True)
class Added:
    """What a saved moment is to become: one for each moment, so that an older wish can't undo a newer."""

    moment: MomentId
    fields: dict[str, object] = field(default_factory=dict)
    problem: str = ""
    taken_back: bool = False
    """Its moment was undone: it waits without a word, in case Redo brings the moment back."""


class Waiting:
    """In the order in which it was said. Nothing leaves but what was saved itself."""

    def __init__(self, session: Session, origin: object) -> None:
        self._session = session
        self._origin = origin
        self._all: list[Press | Added] = []

    @property
    def words(self) -> str:
        """What isn't saved, and why; blank when everything is."""
        presses = sum(isinstance(each, Press) for each in self._all)
        changes = sum(isinstance(each, Added) and not each.taken_back for each in self._all)
        why = next((each.problem for each in reversed(self._all) if each.problem), "")
        return f"{words_for(presses, changes)} {why}".strip() if presses or changes else ""

    @property
    def pressed(self) -> bool:
        """Whether a moment waits that is newer than what the strip shows."""
        return any(isinstance(each, Press) for each in self._all)

    def press(self, press: Press) -> None:
        """A cue was pressed, for the babies shown now, whoever is shown when it can be saved."""
        if self._session.is_open:
            self._place(press)
        self._all.append(press)

    def change(self, moment: MomentId, fields: dict[str, object]) -> None:
        """A saved moment is to be changed; it joins what else waits for that moment."""
        found = self._of(moment)
        if found is None:
            self._all.append(Added(moment, fields))
        else:
            found.fields |= fields

    def holds(self, moment: MomentId) -> bool:
        """Whether something that was added to this moment waits."""
        return self._of(moment) is not None

    def onto(self, moment: Moment) -> Moment:
        """The moment as the parent wants it: as it is saved, with what waits."""
        found = self._of(moment.id)
        return replace(moment, **found.fields) if found else moment  # type: ignore[arg-type]  # fields are checked by replace

    def take_back(self, moment: MomentId) -> None:
        """This moment is no longer in the diary."""
        found = self._of(moment)
        if found is not None:
            found.taken_back, found.problem = True, ""

    def belong_to(self, baby: BabyId) -> None:
        """The diary has its first baby: what was pressed before is about that one, whoever is shown later."""
        for each in self._all:
            if isinstance(each, Press):
                each.baby = each.baby or baby

    def save(self, *, changes_only: bool = False) -> list[tuple[Press | Added, Moment]]:
        """Saves what waits, oldest first, and returns what was saved with its moment."""
        saved: list[tuple[Press | Added, Moment]] = []
        if not self._all:
            return saved
        try:
            _ = self._session.diary  # opened first: it must be known whose moments these are
        except DiaryError as error:
            for each in self._all:
                each.problem = str(error)
            return saved
        for each in self._all:
            if isinstance(each, Press):
                self._place(each)
        for each in tuple(self._all):
            if isinstance(each, Press) and changes_only:
                continue
            try:
                moment = self._log(each) if isinstance(each, Press) else self._edit(each)
            except DiaryError as error:
                each.problem = str(error)
                if isinstance(error, DiaryLocked):
                    break  # each further try would wait for the other program, too
                if isinstance(error, NotFound) and isinstance(each, Added):
                    self.take_back(each.moment)
            else:
                self._all.remove(each)
                saved.append((each, moment))
        return saved

    def _place(self, press: Press) -> None:
        """Says whose it is and who noted it, once that is known."""
        babies = self._session.babies_to_log()
        if press.baby is None and babies:
            press.baby = babies[0]
            press.others = tuple((baby, MomentId(new_id())) for baby in babies[1:])
            press.carer = self._session.carer_to_log()

    def _log(self, press: Press) -> Moment:
        diary = self._session.diary
        if press.baby is not None and press.others:
            babies = (press.baby, *(baby for baby, _ in press.others))
            ids = (press.id, *(id for _, id in press.others))
            drafts, again = list(map(press.draft, babies)), bool(press.problem)
            return diary.log_all(drafts, ids=ids, again=again, origin=self._origin)[0]
        shown, new = self._session.baby_to_log()
        baby = press.baby or shown
        if words := self._session.before_birth(baby):  # pressed before the diary could say so
            raise InvalidEntry(words)
        added = new if new is not None and new.id == baby else None
        again = bool(press.problem)  # an attempt that the disk refused may be there, and changed since
        return diary.log(press.draft(baby), id=press.id, baby=added, again=again, origin=self._origin)

    def _edit(self, added: Added) -> Moment:
        found = self._session.diary.moment(added.moment)
        added.taken_back = False
        changed = self.onto(found)
        if changed != found:  # what was added and taken out again needs no saving
            self._session.diary.edit(changed, origin=self._origin)
        return changed

    def _of(self, moment: MomentId) -> Added | None:
        return next((each for each in self._all if isinstance(each, Added) and each.moment == moment), None)


class Trouble:
    """Everything that went wrong and isn't mended yet, each apart from the others."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting = waiting
        self._deed = ""
        self._again: Callable[[], None] | None = None
        self.unread = ""
        """Why the page couldn't be read anew."""

    @property
    def words(self) -> str:
        """All of it, each reason once."""
        said = ""
        for part in (self._waiting.words, self._deed, self.unread):
            if part not in said:
                said = f"{said} {part}".strip()
        return said

    def failed(self, problem: DiaryError, again: Callable[[], None]) -> None:
        """Something else than saving couldn't be done; `again` does it."""
        self._deed, self._again = str(problem), again

    def done(self) -> Callable[[], None] | None:
        """What couldn't be done is no longer said; returns what does it."""
        again, self._deed, self._again = self._again, "", None
        return again


def words_for(presses: int, changes: int) -> str:
    """What the page says while something waits."""
    parts = [
        f"this {name}" if count == 1 else f"these {count} {name}s"
        for count, name in ((presses, "moment"), (changes, "change"))
        if count
    ]
    verb = "isn’t" if presses + changes == 1 else "aren’t"
    said = f"{' and '.join(parts)} {verb} saved{' yet' if presses else ''}."
    return said[0].upper() + said[1:]
