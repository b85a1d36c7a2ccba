"""What a carer wrote down for themselves when it was hard."""

from dataclasses import dataclass

from bonddiary.domain.ids import CarerId, PrivateNoteId
from bonddiary.domain.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote:
    """A note about the carer, not the baby: in no chart, no tip, no report, and shown where it was written alone."""

    id: PrivateNoteId
    written: When
    text: str
    carer: CarerId | None = None
