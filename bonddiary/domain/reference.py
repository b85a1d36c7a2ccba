"""How long babies in studies cried: what a parent may set beside their own days, never what is to be reached."""

from dataclasses import dataclass

from bonddiary.domain.catalog import Provenance


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes in 24 hours, from the lower to the upper edge of a band."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CryingReference:
    """A band by age in days: level at first and at the end, going over from one to the other between."""

    label: str
    vary: str
    others: str
    method: str
    source: str
    """Where it comes from, in words."""
    early: Stretch
    late: Stretch
    early_to: int
    late_from: int
    last: int
    """The day of age at which it ends."""
    provenance: Provenance

    def at(self, age: int) -> Stretch | None:
        """The band at an age in days (from the due date for a baby born early); None before birth and after its end."""
        if not 0 <= age <= self.last:
            return None
        share = min(1.0, max(0.0, (age - self.early_to) / (self.late_from - self.early_to)))
        return Stretch(
            self.early.low + share * (self.late.low - self.early.low),
            self.early.high + share * (self.late.high - self.early.high),
        )

    def between(self, age: int) -> bool:
        """Whether this age lies between the two that studies say much of: drawn paler."""
        return self.early_to <= age < self.late_from
