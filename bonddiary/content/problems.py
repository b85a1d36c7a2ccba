"""What is wrong in a content file, in one sentence."""

from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake: where it is, and what was expected there."""

    file: str
    """Relative to the content folder."""
    key: str
    """The entry's key; empty when the whole file is meant."""
    field: str
    expected: str
    """Completes "expected …"."""

    @override
    def __str__(self) -> str:
        place = ", ".join(part for part in (self.key, self.field) if part)
        return f"{self.file}: {place + ': ' if place else ''}expected {self.expected}."
