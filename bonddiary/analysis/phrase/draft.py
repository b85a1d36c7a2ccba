"""From a reading to a moment that can be saved."""

from bonddiary.analysis.phrase.reading import Reading
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import BabyId, CarerId
from bonddiary.domain.moment import ABOUT_FROM, MomentDraft
from bonddiary.domain.when import When


def draft_of(
    reading: Reading, baby: BabyId, now: When, catalog: Catalog, carer: CarerId | None = None
) -> MomentDraft:
    """The moment as read; without a time, it is now. Raises InvalidEntry when no cue was read."""
    at = reading.at or now
    known = [catalog.responses.get(key) for key in reading.responses]
    return MomentDraft(
        baby=baby,
        at=at,
        entered=now,
        cues=reading.cues,
        about=now.utc - at.utc >= ABOUT_FROM,
        responses=reading.responses,
        outcome=reading.outcome,
        settle=reading.settle,
        note=reading.note,
        private=any(response.private for response in known if response),
        carer=carer,
    )
