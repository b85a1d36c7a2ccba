"""Acceptance 6 of the design: a short and a long way to say it show the same chips before Enter."""

from bonddiary.ui.phrase.understood import PieceChip
from bonddiary.ui.session import Session
from tests.ui.journeys.hands import Hands, Start

LONG, SHORT = "rooting 10 min ago, fed, settled in 5", "ro 10 f s5"


def chips(hands: Hands, words: str) -> list[str]:
    line = hands.window.page(hands.window.place)._phrase.line  # type: ignore[attr-defined]  # the Log page
    line.setFocus()
    line.selectAll()
    hands.type(words)
    return [chip.text() for chip in hands.window.findChildren(PieceChip) if chip.isVisible()]


def test_both_show_the_same(robin: Session, start: Start) -> None:
    hands = start()
    assert chips(hands, LONG) == chips(hands, SHORT) == ["Rooting", "8:50pm", "Fed", "Settled", "5 min"]
    assert hands.moments() == ()
