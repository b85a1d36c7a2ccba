"""What the Phrasebook page says of how many cards go on the sheet."""

import pytest

from bonddiary.ui.pages.phrasebook.presenter import _on_sheet


@pytest.mark.parametrize(
    ("chosen", "cards", "words"),
    [
        (0, 0, ""),
        (1, 1, "The card goes on the sheet."),
        (0, 1, "The card stays off the sheet."),
        (1, 21, "1 of 21 cards goes on the sheet."),
        (6, 21, "6 of 21 cards go on the sheet."),
    ],
)
def test_one_card_is_one(chosen: int, cards: int, words: str) -> None:
    assert _on_sheet(chosen, cards) == words
