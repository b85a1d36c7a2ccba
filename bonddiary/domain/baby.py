"""Babies, their ages, and the people who care for them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bonddiary.domain.age import Age as Age
from bonddiary.domain.baby_colour import BabyColour as BabyColour
from bonddiary.domain.ids import BabyId, CarerId

TERM = timedelta(weeks=40)
EARLY_BEFORE = timedelta(weeks=37)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baby:
    """A baby as the family calls them. Before birth only the due date is known."""

    id: BabyId
    nickname: str = ""
    born: date | None = None
    due: date | None = None
    archived: bool = False
    colour: BabyColour | None = None
    """Chosen by the parent; None: the first that no other baby has."""

    @property
    def early(self) -> bool:
        """Born before 37 weeks of pregnancy, going by the due date."""
        return self.born is not None and self.due is not None and self.due - self.born > TERM - EARLY_BEFORE

    def age(self, on: date) -> Age | None:
        """Chronological age: for fever thresholds and first foods. None before birth or when unknown."""
        return _age_since(self.born, on)

    def corrected_age(self, on: date) -> Age | None:
        """Age from the due date for a baby born before 37 weeks, else the chronological age.

        For cues, tips and crying references. A baby born early may have no corrected age yet: Age(0).
        """
        if not self.early:
            return self.age(on)
        return None if self.age(on) is None else _age_since(self.due, on) or Age(0)

    def pregnancy_weeks(self, on: date) -> int | None:
        """Completed weeks of pregnancy, 0 to 45, while the baby isn't born; None otherwise."""
        if self.due is None or (self.born is not None and self.born <= on):
            return None
        weeks = (on - self.due + TERM).days // 7
        return weeks if 0 <= weeks <= 45 else None

    def expected(self, on: date) -> bool:
        """Whether the baby isn't born yet, going by the due date."""
        return self.pregnancy_weeks(on) is not None


def _age_since(start: date | None, on: date) -> Age | None:
    return None if start is None or on < start else Age((on - start).days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carer:
    """Someone who cares for the baby: a label, never an account."""

    id: CarerId
    label: str
    archived: bool = False


@dataclass(frozen=True, slots=True)
class BabyMark:
    """How a baby is told from the others, wherever there are several: by name, initial and colour."""

    id: BabyId
    name: str
    initial: str
    """One letter, or the baby's number where two names begin alike."""
    colour: BabyColour


def marks_of(babies: Iterable[Baby]) -> dict[BabyId, BabyMark]:
    """The marks of all babies of a diary, oldest record first, those put away too: they keep their colours."""
    every = tuple(babies)
    colours = _colours(every)
    letters = Counter(_letter(baby) for baby in every if not baby.archived)
    marks = {}
    for place, baby in enumerate(every, 1):
        letter = _letter(baby)
        alone = letter and letters[letter] <= 1
        name = baby.nickname or (f"Baby {place}" if len(every) > 1 else "Your baby")
        marks[baby.id] = BabyMark(baby.id, name, letter if alone else str(place), colours[baby.id])
    return marks


def _letter(baby: Baby) -> str:
    return next((letter.upper() for letter in baby.nickname if letter.isalnum()), "")


def _colours(babies: tuple[Baby, ...]) -> dict[BabyId, BabyColour]:
    """Those chosen; for the others the first that nobody has, then the first that nobody has who isn't put away."""
    colours = {baby.id: baby.colour for baby in babies if baby.colour is not None}
    for place, baby in enumerate(babies):
        if baby.id in colours:
            continue
        here = {colours[other.id] for other in babies if other.id in colours and not other.archived}
        free = [colour for colour in BabyColour if colour not in colours.values()]
        free = free or [colour for colour in BabyColour if colour not in here]
        colours[baby.id] = free[0] if free else list(BabyColour)[place % len(BabyColour)]
    return colours


def is_same(one: Baby | None, other: Baby | None) -> bool:
    """Whether both are one child, whatever was changed about them meanwhile; also where both are nobody yet."""
    return (one and one.id) == (other and other.id)
