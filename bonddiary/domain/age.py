"""An age, however it is counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """An age in completed days."""

    days: int

    @property
    def weeks(self) -> int:
        """Completed weeks."""
        return self.days // 7

    @property
    def months(self) -> int:
        """Completed months of 30.4375 days: for age windows, where a day either way doesn't matter."""
        return int(self.days / 30.4375)
