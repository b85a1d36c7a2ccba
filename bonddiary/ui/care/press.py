"""A kind of care that was pressed: whose it is, and when, whatever happens until it can be saved."""

from dataclasses import dataclass

from bonddiary.domain.care import OWN_KIND, CareDraft, CareEvent
from bonddiary.domain.ids import BabyId, CareId, CarerId, new_id
from bonddiary.domain.moment import ABOUT_FROM
from bonddiary.domain.when import When
from bonddiary.ui.care.state import CareChoice
from bonddiary.ui.session import Session


@dataclass(eq=False, slots=True)
class Press:
    """A kind that was pressed. Its id is made before the first attempt to save: a retry never doubles it."""

    id: CareId
    choice: CareChoice
    at: When
    now: When
    baby: BabyId | None = None
    """Whose event it is; None while the diary could not be opened to look."""
    others: tuple[tuple[BabyId, CareId], ...] = ()
    """Whose event it is as well, under "Both": each has one with an id of its own."""
    carer: CarerId | None = None
    tried: bool = False
    """An attempt that the disk refused may be there all the same, and changed since."""

    @property
    def whose(self) -> tuple[BabyId, ...]:
        """All whose event it is."""
        return (*((self.baby,) if self.baby is not None else ()), *(baby for baby, _ in self.others))

    def draft(self, baby: BabyId) -> CareDraft:
        """The event to save."""
        about = self.now.utc - self.at.utc >= ABOUT_FROM
        details = ((OWN_KIND, self.choice.own),) if self.choice.own else ()
        return CareDraft(
            baby=baby,
            kind=self.choice.kind,
            at=self.at,
            entered=self.now,
            about=about,
            details=details,
            carer=self.carer,
        )

    def place(self, session: Session) -> None:
        """Says whose it is and who noted it, once that is known."""
        babies = session.babies_to_log()
        if self.baby is None and babies:
            self.baby = babies[0]
            self.others = tuple((baby, CareId(new_id())) for baby in babies[1:])
            self.carer = session.carer_to_log()

    def save(self, session: Session, origin: object) -> CareEvent:
        """Saves it, for several babies in one step; the first one's event. Raises DiaryError."""
        self.place(session)
        again, self.tried = self.tried, True
        if self.others:
            drafts = [self.draft(baby) for baby in self.whose]
            ids = (self.id, *(id for _, id in self.others))
            return session.diary.log_care_all(drafts, ids=ids, again=again, origin=origin)[0]
        shown, new = session.baby_to_log()
        baby = self.baby or shown
        added = new if new is not None and new.id == baby else None
        return session.diary.log_care(self.draft(baby), id=self.id, baby=added, again=again, origin=origin)
