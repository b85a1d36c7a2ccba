"""Care cards: when to get help, word for word as on the help page, and never worked out from entries."""

from dataclasses import dataclass

from bonddiary.domain.catalog import Cue
from bonddiary.domain.guidance import CALL_ANYWAY, SafetyGuide, Urgency


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


def unread_card(problem: str) -> CareWords:
    """What stands there when the signs of a cue can't be read: never nothing."""
    return CareWords(
        Urgency.EMERGENCY, CALL_ANYWAY, (f"The words that belong here can’t be shown. {problem}",)
    )


def with_more(shown: tuple[CareWords, ...], more: tuple[CareWords, ...]) -> tuple[CareWords, ...]:
    """The cards of one press beside those of another, which stay until they are put away."""
    heads = {card.urgency: card.heading for card in (*shown, *more)}
    signs = {
        urgency: dict.fromkeys(
            sign for card in (*shown, *more) if card.urgency is urgency for sign in card.signs
        )
        for urgency in heads
    }
    return tuple(
        CareWords(urgency, heads[urgency], tuple(signs[urgency])) for urgency in Urgency if urgency in heads
    )
