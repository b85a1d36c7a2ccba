"""The slot file `diary.keys.json` beside the diary."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  # a kind, no secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. Nothing here is secret."""

    id: str
    kind: Kind
    label: str
    """Whose it is, in the family's words; readable without the passphrase. Empty for the recovery key."""
    made: str
    """The day, in ISO 8601."""
