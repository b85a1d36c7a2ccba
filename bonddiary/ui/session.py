"""What every place in the window shares: the diary, the baby shown, the catalogue, the clock, the choices."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import DiaryError, DiaryLocked, NoSuchDiary
from bonddiary.domain.ids import BabyId, CarerId, new_id
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths, left_by_a_move
from bonddiary.system.settings import Settings, save_settings
from bonddiary.ui.file_work import FileWork
from bonddiary.ui.guides import Guides
from bonddiary.ui.overriding import override

if TYPE_CHECKING:
    from bonddiary.diary.changes import Change
    from bonddiary.diary.copies import Backups
    from bonddiary.diary.diary import Diary
    from bonddiary.domain.baby import Baby, BabyMark, Carer
    from bonddiary.keys.key import Key


class Session(FileWork):
    """One family's use of the window. The diary is opened after the first paint, or at the first press."""

    opened = Signal()
    open_failed = Signal(str)
    diary_changed = Signal(object)
    """A Change, after COMMIT: the single crossing from the diary into Qt."""
    baby_changed = Signal()
    """Another baby is shown, or one has changed."""
    reading_changed = Signal()
    """The Timeline is to show every baby's entries. Who is noted for stays as it was."""
    carer_changed = Signal()
    """Another carer is noting, or one has changed."""
    settings_changed = Signal()
    timed = Signal(object)
    """A timer was stopped and has become this Moment, or its time to settle."""
    noted = Signal(object)
    """What was typed is saved: this Moment, or the last of several."""
    rescued = Signal(str)
    """What came over from a damaged file, in words."""
    exchanged = Signal()
    """Something couldn't be done: another program put a new file in the diary's place. See `reopen`."""
    closing = Signal()
    """The diary is about to be closed: what is half typed can be kept now."""
    _warmed = Signal()

    def __init__(
        self,
        paths: Paths,
        open_diary: "Callable[..., Diary]",
        catalog: Catalog,
        clock: Clock,
        settings: Settings,
        region: str = "",
        zone_is_known: Callable[[], bool] = lambda: True,
    ) -> None:
        """`open_diary` is given the key of a locked diary, and nothing for a plain one."""
        super().__init__()
        self.paths, self.catalog = paths, catalog
        self.clock, self.settings = clock, settings
        self.zone_is_known = zone_is_known  # whether the computer says in which time zone it is
        self._basis, self._region = (paths, open_diary, catalog, clock), region
        self.guides = Guides(catalog, lambda: self.settings, region)
        self._open_diary = open_diary
        self._diary: Diary | None = None
        self.key: Key | None = None
        """The key of a diary with a passphrase, while it is open."""
        self._babies: tuple[Baby, ...] = ()
        self._new_baby: Baby | None = None
        self._together = self._reads_all = False
        self._carers: tuple[Carer, ...] | None = None
        self.trouble: DiaryError | None = None
        """Why the diary isn't open."""
        self._warmed.connect(self.open)

    @property
    def diary(self) -> "Diary":
        """The open diary. Opens it when it isn't yet. Raises DiaryError."""
        if self.ended:
            raise NoSuchDiary("The diary isn’t here any more. Bond Diary closes now.")
        if self._diary is None:
            if self.work:
                raise DiaryLocked(self.work)
            diary = self._open_diary() if self.key is None else self._open_diary(self.key)
            from bonddiary.domain.baby import Baby  # with the diary, after the first paint

            try:
                self._babies = diary.all(Baby)
            except DiaryError:
                diary.close()  # never shown as if nobody were in it
                raise
            diary.listen(self._on_change)
            diary.when_exchanged(self.exchanged.emit)
            self._diary, self.trouble = diary, None
            self.opened.emit()
        return self._diary

    @property
    def is_open(self) -> bool:
        """Whether the diary has been opened."""
        return self._diary is not None

    @property
    def is_new(self) -> bool:
        """Whether nobody has used the program here: no diary is there, and the card of the first run isn't done."""
        return not self.settings.first_run_done and not self.is_open and not self.paths.diary.exists()

    def warm(self) -> None:
        """Loads what opening needs on a thread beside the running window, then opens."""
        self.load(self._warmed.emit)

    def load(self, then: Callable[[], None] = lambda: None) -> None:
        """Loads it, and opens nothing by itself."""

        def load() -> None:
            import bonddiary.diary.diary  # noqa: F401  # the import is the work: SQLAlchemy takes longer than all of the window

            then()

        threading.Thread(target=load, name="load-store", daemon=True).start()

    @override
    def open(self) -> None:
        """Opens the diary now; a failure is announced in words for people."""
        try:
            _ = self.diary
        except DiaryError as error:
            self.trouble = error
            self.open_failed.emit(str(error))

    @property
    def backups(self) -> "Backups":
        """The copies of the diary. It may be used on any thread."""
        from bonddiary.diary.copies import Backups

        return Backups(self.paths.diary, self.clock, self.key)

    @property
    def is_exchanged(self) -> bool:
        """Whether another file stands in the place of the open one. A diary that was moved is elsewhere, not here."""
        diary = self._diary
        return diary is not None and diary.exchanged and left_by_a_move(self.paths.data) is None

    def reopen(self, key: "Key | None" = None) -> None:
        """Opens what another program put in the diary's place, as at a start. What is half typed comes over; pages read anew."""
        from bonddiary.diary.half_typed import HalfTyped  # with the diary, which is there

        kept = HalfTyped.of(self.diary)
        self._let_go()
        before, self.key = self.key, key
        if before is not None:
            before.forget()
        self._take_back()
        if self._diary is not None:
            kept.bring_to(self._diary)

    @override
    def _let_go(self) -> None:
        self.close()
        self._diary = self._carers = self._new_baby = None

    @override
    def _take_back(self) -> None:
        self.open()
        if self._diary is not None:
            self._diary.tell_all()

    @property
    def babies(self) -> "tuple[Baby, ...]":
        """Babies that aren't archived."""
        return tuple(baby for baby in self._babies if not baby.archived)

    @property
    def baby(self) -> "Baby | None":
        """The baby shown, or None in a diary that has none yet."""
        shown = next((baby for baby in self.babies if baby.id == self.settings.last_baby), None)
        return shown or next(iter(self.babies), None)

    def baby_to_log(self) -> "tuple[BabyId, Baby | None]":
        """Whose moment a press logs; in an empty diary also the unnamed baby that is saved with it."""
        if self.baby is not None:
            return self.baby.id, None
        from bonddiary.domain.baby import Baby

        self._new_baby = self._new_baby or Baby(id=BabyId(new_id()))
        return self._new_baby.id, self._new_baby

    def babies_to_log(self) -> tuple[BabyId, ...]:
        """Whose moment a press logs: the baby shown, or each of them under "Both". None in an empty diary."""
        if self.together:
            return tuple(baby.id for baby in self.babies_here)
        return (self.baby.id,) if self.baby is not None else ()

    @property
    def babies_here(self) -> "tuple[Baby, ...]":
        """Babies who are born, as far as is known: those of whom cues can be noted."""
        today = self.clock().day
        return tuple(baby for baby in self.babies if not baby.expected(today))

    @property
    def together(self) -> bool:
        """Whether the Log page notes for several babies at once. Every other place goes on showing one."""
        return self._together and len(self.babies_here) > 1

    @property
    def reads_all(self) -> bool:
        """Whether the Timeline shows the entries of every baby. It is asked for there, whoever presses are for."""
        return self._reads_all and len(self.babies) > 1

    @property
    def babies_to_read(self) -> tuple[BabyId, ...]:
        """Whose entries the Timeline shows. None in an empty diary."""
        if self.reads_all:
            return tuple(baby.id for baby in self.babies)
        return (self.baby.id,) if self.baby is not None else ()

    def before_birth(self, *babies: BabyId) -> str:
        """Why nothing can be noted of these babies, or of those whom presses are for; blank where something can."""
        today, wanted = self.clock().day, babies or self.babies_to_log()
        for baby in self._babies:
            if baby.id in wanted and baby.expected(today):
                return (
                    f"{self.all_marks[baby.id].name} isn’t born yet, going by the due date. {FROM_BIRTH_ON}"
                )
        return ""

    @property
    def all_babies(self) -> "tuple[Baby, ...]":
        """Those put away too."""
        return self._babies

    @property
    def all_marks(self) -> "dict[BabyId, BabyMark]":
        """Name, initial and colour of each baby, also of those put away."""
        from bonddiary.domain.baby import marks_of

        return marks_of(self._babies)

    @property
    def marks(self) -> "tuple[BabyMark, ...]":
        """Those of babies who aren't put away."""
        found = self.all_marks
        return tuple(found[baby.id] for baby in self.babies)

    def mark_of(self, baby: BabyId) -> "BabyMark | None":
        """What tells a baby from the others; None where this is the only one, and nothing has to be told apart."""
        alone = all(other.id == baby for other in self.babies)
        return None if alone else self.all_marks.get(baby)

    def show_baby(self, baby: BabyId) -> None:
        """Shows another baby everywhere. Raises DiaryError where the choice can't be kept; it is shown all the same."""
        self._together = self._reads_all = False
        try:
            self.change_settings(last_baby=baby)
        finally:
            self.baby_changed.emit()

    def show_together(self) -> None:
        """The next presses on the Log page are for each baby, until one is chosen or the window is closed."""
        self._together = True
        self.baby_changed.emit()

    def show_all_entries(self) -> None:
        """The Timeline shows each baby's entries, until one is chosen or the window is closed. Presses stay for whom they are."""
        self._reads_all = True
        self.reading_changed.emit()

    @property
    def carers(self) -> "tuple[Carer, ...]":
        """Carers who aren't put away. Raises DiaryError."""
        return tuple(carer for carer in self.all_carers if not carer.archived)

    @property
    def all_carers(self) -> "tuple[Carer, ...]":
        """Those put away too; read when first asked for. Raises DiaryError."""
        if self._carers is None:
            from bonddiary.domain.baby import Carer

            self._carers = self.diary.all(Carer)
        return self._carers

    @property
    def carer(self) -> "Carer | None":
        """Who is noting; None where nobody said. Raises DiaryError."""
        chosen = self.settings.last_carer
        return next((carer for carer in self.carers if carer.id == chosen), None) if chosen else None

    def choose_carer(self, carer: CarerId | None) -> None:
        """Says who is noting from now on. Raises DiaryError where the choice can't be kept; it applies all the same."""
        try:
            self.change_settings(last_carer=carer or "")
        finally:
            self.carer_changed.emit()

    def carer_to_log(self) -> CarerId | None:
        """Who stands in what is noted now: the one place to ask. An entry without a carer is more than none."""
        try:
            return carer.id if (carer := self.carer) is not None else None
        except DiaryError:
            return None

    def change_settings(self, **changes: object) -> None:
        """Changes choices at once and keeps them. Raises DiaryError where they can't be written; they apply until then."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self.settings_changed.emit()
        try:
            save_settings(self.settings, self.paths.settings)
        except DiaryError as error:
            raise type(error)(f"{error} It applies until you close the window.") from error

    def close(self) -> None:
        """Closes the diary."""
        if self._diary is not None:
            self.closing.emit()
            self._diary.close()

    def another(self) -> "Session":
        """A session of the same family that has read nothing: what the lock opens."""
        return Session(*self._basis, self.settings, self._region, self.zone_is_known)

    def look_for_other_writers(self) -> None:
        """Shows what a command in a terminal has changed since."""
        if self._diary is not None:
            self._diary.look_for_other_writers()

    def _on_change(self, change: "Change") -> None:
        if any(topic.value == "baby" for topic in change.topics) and self._diary is not None:
            from bonddiary.domain.baby import Baby

            self._babies = self._diary.all(Baby)
            self.baby_changed.emit()
        if any(topic.value == "carer" for topic in change.topics):
            self._carers = None
            self.carer_changed.emit()
        self.diary_changed.emit(change)


FROM_BIRTH_ON = "You can note cues from the birth on."
ONE_BABY = "A timer is for one baby. Choose a baby first."
LIKELY_REACH = timedelta(days=60)
"""How far back "Likely now" looks; what is older weighs under 2 %."""
