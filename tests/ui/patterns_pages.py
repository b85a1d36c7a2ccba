"""The Patterns page, shown and at rest."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme


def open_page(qtbot: QtBot, session: Session, theme: Theme) -> PatternsPage:
    """A page, shown, with every picture drawn."""
    made = PatternsPage(session, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.enter()
    qtbot.waitUntil(
        lambda: all(card.canvas is not None and card.canvas.redraws for card in made.cards.values())
    )
    settle(made)
    return made


def settle(page: PatternsPage) -> None:
    """Lets layout and drawing come to rest: a scroll bar that comes in late draws a picture once more."""
    still = 0
    drawn = redraws(page)
    while still < 5:
        QTest.qWait(10)
        before, drawn = drawn, redraws(page)
        still = still + 1 if drawn == before else 0


def redraws(page: PatternsPage) -> list[int]:
    """How often each picture was drawn."""
    return [card.canvas.redraws for card in page.cards.values() if card.canvas is not None]
