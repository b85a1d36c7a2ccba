"""What the Settings page shows, frozen."""

from dataclasses import dataclass
from datetime import date

from bonddiary.domain.baby import BabyMark
from bonddiary.system.settings import ThemeChoice


@dataclass(frozen=True, slots=True)
class BabyCard:
    """A baby to name and date; `key` is blank for one that is about to be added."""

    key: str
    heading: str
    nickname: str = ""
    born: date | None = None
    due: date | None = None
    about: str = ""
    """Age, as everything else in the window counts it."""
    shown: bool = False
    """Whether this is the baby that the window shows."""
    problem: str = ""
    mark: BabyMark | None = None
    """What tells this baby from the others; None where there is one alone."""
    colours: tuple[tuple[BabyMark, str], ...] = ()
    """Each colour that could be chosen, as the baby would wear it, with its name."""
    expected: bool = False
    """Not born yet: a press says that it is."""
    today: date = date.min
    born_problem: str = ""


@dataclass(frozen=True, slots=True)
class PutAway:
    """A baby or carer who is put away."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class CarerCard:
    """A carer: a label."""

    key: str
    label: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CarersState:
    """Who cares for the baby, and who is noting."""

    carers: tuple[CarerCard, ...] = ()
    noting: str = ""
    """The carer's key; blank: nobody is named."""
    away: tuple[PutAway, ...] = ()
    add_problem: str = ""
    can_add: bool = False


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The whole page."""

    babies: tuple[BabyCard, ...] = ()
    several: bool = False
    """Whether there is a baby to choose."""
    can_add: bool = False
    away: tuple[PutAway, ...] = ()
    carers: CarersState = CarersState()
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_size: int = 100
    number_keys: bool = True
    crying_reference: bool = False
    hidden_charts: tuple[str, ...] = ()
    """Keys of charts that don't show on Patterns."""
    diary_path: str = ""
    diary_words: str = ""
    problem: str = ""
