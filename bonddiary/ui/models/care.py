"""Care cards: when to get help, word for word as on the help page, and never worked out from entries."""

from dataclasses import dataclass

from bonddiary.domain.catalog import Cue
from bonddiary.domain.guidance import SafetyGuide, Urgency


@dataclass(frozen=True, slots=True)
class CareWords:
    """What one card says."""

    urgency: Urgency
    heading: str
    signs: tuple[str, ...]


def care_cards(guide: SafetyGuide, *cues: Cue) -> tuple[CareWords, ...]:
    """A card for each urgency among the signs of these cues, the most urgent first.

    It depends on what a cue is and on nothing else: no age, no count, no other entry.
    """
    named = {sign for cue in cues for sign in cue.signs}
    signs = [sign for sign in guide.signs if sign.key in named]
    cards = (
        CareWords(
            urgency, guide.headings[urgency], tuple(sign.text for sign in signs if sign.urgency is urgency)
        )
        for urgency in Urgency
    )
    return tuple(card for card in cards if card.signs)
