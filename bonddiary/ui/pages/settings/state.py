"""What the Settings page shows, frozen."""

from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The whole page."""

    babies: tuple[BabyCard, ...] = ()
    several: bool = False
    """Whether there is a baby to choose."""
    can_add: bool = False
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_size: int = 100
    number_keys: bool = True
    diary_path: str = ""
    diary_words: str = ""
    problem: str = ""
