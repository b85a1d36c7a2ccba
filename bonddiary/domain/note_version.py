"""What a note said before it was changed."""

from dataclasses import dataclass
from datetime import datetime

from bonddiary.domain.ids import NoteVersionId


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteVersion:
    """An earlier wording of the note of one moment or care event."""

    id: NoteVersionId
    entry: str
    """The entry's id."""
    text: str
    replaced: datetime
    """When another wording took its place (UTC)."""
