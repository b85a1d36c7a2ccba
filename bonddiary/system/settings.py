"""Choices about the program itself. Facts about the baby live in the diary, the window’s place in a file of its own."""

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from bonddiary.system.files import atomic_write

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes on offer, in percent of the system's."""


LOCK_AFTER = (0, 1, 5, 15, 60)
"""Minutes on offer after which the window locks by itself; 0 is never."""
USUAL_LOCK = 5


class ThemeChoice(StrEnum):
    """Which theme the window wears. SYSTEM follows the computer's light or dark setting."""

    SYSTEM = "system"
    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_size: int = 100
    number_keys: bool = True
    """Digits 1 to 4 press the Likely now tiles while the board has focus."""
    likely_now: bool = True
    """Whether Likely now follows what was noted; off: pins alone, or a fixed set."""
    copied_elsewhere: str = ""
    """The day a copy was last made in another place, as 2026-11-16; blank: never."""
    second_place: str = ""
    """The folder that copies also go to by themselves; blank: none."""
    last_baby: str = ""
    """Id of the baby shown last."""
    last_carer: str = ""
    """Id of the carer who is noting; blank where nobody said."""
    first_run_done: bool = False
    country: str = ""
    """Where the family is (a key of countries.toml); blank: as the computer's region says."""
    more_about: bool = False
    """Whether the second line of a saved moment ("More about it") stands open."""
    hidden_charts: str = ""
    """Keys of the charts on Patterns that the parent has hidden, with commas between them."""
    crying_reference: bool = False
    """Whether the chart of weeks shows how long babies in studies cried."""
    own_numbers: str = ""
    """Numbers the family wrote down for itself. Not in the diary: they are to be seen while it is locked."""
    auto_lock: int = -1
    """After how many minutes the window locks by itself: 0 is never, below 0 nobody chose."""
    passphrase_offered: bool = False
    """Whether a passphrase was offered once: it isn't offered again."""
    last_version: str = ""
    """The version of the program that was started last."""
    report_span: str = "two-weeks"
    """Which days the page for the health visitor is about."""
    report_name: str = "nickname"
    """How the baby stands on it."""
    report_sections: str = "usual"
    """Its parts by their names, with spaces between them."""
    report_language: str = ""
    """Its language; blank: the window's."""
    report_carers: bool = False
    """Whether it says who noted."""
    report_grey: bool = False
    report_large: bool = False

    def minutes_to_lock(self, *, has_passphrase: bool) -> int:
        """After how many minutes the window locks by itself; 0 is never. With a passphrase it does unless that was put off."""
        if self.auto_lock in LOCK_AFTER:
            return self.auto_lock
        return USUAL_LOCK if has_passphrase else 0

    @property
    def charts_hidden(self) -> tuple[str, ...]:
        """The keys of charts that the parent has hidden."""
        return tuple(key for key in self.hidden_charts.split(",") if key)

    def with_larger_text(self, steps: int) -> "Settings":
        """Text size some steps larger (or smaller, below 0), within what is on offer."""
        place = min(range(len(TEXT_SIZES)), key=lambda i: abs(TEXT_SIZES[i] - self.text_size))
        return replace(self, text_size=TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, place + steps))])


def load_settings(path: Path) -> Settings:
    """The saved choices; a missing, damaged or foreign file, or a wrong value, gives the default."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        logging.getLogger(__name__).warning("settings could not be read: defaults are used")
        return Settings()
    return _from_plain(plain) if isinstance(plain, dict) else Settings()


def save_settings(settings: Settings, path: Path) -> None:
    """Writes all choices atomically. Raises DiaryError where the folder can't be written."""
    text = json.dumps(asdict(settings), indent=2, sort_keys=True)
    atomic_write(path, [text.encode("utf-8")], overwrite=True)


def _from_plain(plain: dict[str, Any]) -> Settings:
    defaults = Settings()
    kept = {}
    for field in fields(Settings):
        default = getattr(defaults, field.name)
        value = plain.get(field.name, default)
        if isinstance(default, ThemeChoice):
            value = ThemeChoice(value) if value in list(ThemeChoice) else default
        kept[field.name] = value if type(value) is type(default) else default
    return Settings(**kept) if kept["text_size"] in TEXT_SIZES else Settings(**{**kept, "text_size": 100})
