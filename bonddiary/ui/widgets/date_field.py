"""A field for a date that may be left blank."""

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit

from bonddiary.domain.wording import MONTHS

_NUMBERS = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})")


def read_date(text: str) -> date | None:
    """A date as people write it: 3/11/2026 (day first), 3 November 2026, 2026-11-03; None for blank. Raises ValueError."""
    plain = text.strip()
    if not plain:
        return None
    if numbers := _NUMBERS.fullmatch(plain):
        return date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
    if words := _WORDS.fullmatch(plain):
        month = next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(words[2].lower())), 0)
        return date(int(words[3]), month, int(words[1]))
    return date.fromisoformat(plain)


class DateField(QLineEdit):
    """A line for a date: day first, as written in Britain."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or self.tr("day/month/year"))

    def value(self) -> date | None:
        """The date, or None when blank. Raises ValueError when it can't be read."""
        return read_date(self.text())

    def show_date(self, value: date | None) -> None:
        """Shows a date, day first."""
        self.setText("" if value is None else f"{value.day}/{value.month}/{value.year}")
