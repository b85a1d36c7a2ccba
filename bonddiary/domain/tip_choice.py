"""What a family says of a tip: keep it at hand, or leave it out."""

from dataclasses import dataclass
from enum import StrEnum

from bonddiary.domain.ids import TipChoiceId


class Kept(StrEnum):
    """A tip that nothing was said of has no choice at all."""

    SAVED = "saved"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class TipChoice:
    """The choice for one tip. Its key may be one that today's content doesn't hold: it is kept all the same."""

    id: TipChoiceId
    tip: str
    kept: Kept
