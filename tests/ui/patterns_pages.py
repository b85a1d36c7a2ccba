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
    settle(made)
    return made


def settle(page: PatternsPage) -> None:
    """Lets reading, layout and drawing come to rest: a scroll bar that comes in late draws a picture once more."""
    still = 0
    drawn = redraws(page)
    while still < 5:
        QTest.qWait(10)
        before, drawn = drawn, redraws(page)
        still = still + 1 if drawn == before and not busy(page) else 0


def busy(page: PatternsPage) -> bool:
    """Whether a worker has something to do for what is seen of the page."""
    shown = [card for card in page.cards.values() if card.isVisible()]
    pictures = [card.canvas for card in shown if not card._picture.undrawn]
    return (
        page.presenter.state.working
        or page.filling
        or any(canvas is None or canvas.drawing or not canvas.redraws for canvas in pictures)
    )


def redraws(page: PatternsPage) -> list[int]:
    """How often each picture was drawn."""
    return [card.canvas.redraws for card in page.cards.values() if card.canvas is not None]
