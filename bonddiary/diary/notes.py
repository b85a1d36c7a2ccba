"""What a note said before it was changed stays with the entry."""

from collections.abc import Iterable, Mapping

from bonddiary.domain.care import CareEvent
from bonddiary.domain.ids import NoteVersionId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.records import Record, Ref, ref_to
from bonddiary.domain.when import When


def notes_before(
    entries: Iterable[Moment | CareEvent], earlier: Mapping[Ref, Record], now: When
) -> list[NoteVersion]:
    """An earlier wording for each entry whose note is about to change; a blank note has nothing to keep."""
    before = {ref: entry.note for ref, entry in earlier.items() if isinstance(entry, Moment | CareEvent)}
    return [
        NoteVersion(id=NoteVersionId(new_id()), entry=entry.id, text=text, replaced=now.utc)
        for entry in entries
        if (text := before.get(ref_to(entry), "")) and text != entry.note
    ]
