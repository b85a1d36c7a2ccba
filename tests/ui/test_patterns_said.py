"""What the Patterns page says: of other days that were read, of charts that wait, of an example to look at."""

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.patterns import page as patterns
from bonddiary.ui.pages.patterns.foot import Foot
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.ui.chart_samples import fortnight
from tests.ui.patterns_pages import open_page, settle


def test_how_much_was_logged_is_said_once_other_days_are_read(
    qtbot: QtBot, robin: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin.diary.bring_in(fortnight(), "test")
    page = open_page(qtbot, robin, theme)
    said: list[str] = []
    monkeypatch.setattr(patterns, "announce", lambda _widget, words: said.append(words))
    page.presenter.choose_span(Span.WEEK)
    settle(page)
    assert page._logged.text() in said
    assert page._logged.text().startswith("How much was logged: 7 of 7 days")
    said.clear()
    page.presenter.refresh()
    settle(page)
    assert page._logged.text() not in said, "it was said already"


def test_a_card_says_which_key_does_what(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    robin.diary.bring_in(fortnight(), "test")
    page = open_page(qtbot, robin, theme)
    card = page.cards["day"]
    assert card.accessibleDescription() == "Enter shows this chart alone"
    page.show_alone("day")
    settle(page)
    assert card.accessibleDescription() == "Escape shows all charts again"


def test_each_chart_that_waits_has_a_line(qtbot: QtBot, theme: Theme) -> None:
    foot = Foot(theme)
    qtbot.addWidget(foot)
    foot.show_waiting(
        ["When do we notice each kind?", "The typical day"], ["It starts at 5.", "It starts at 4."]
    )
    assert foot.waiting.text().splitlines() == [
        "Shows when there’s more:",
        "When do we notice each kind? It starts at 5.",
        "The typical day: It starts at 4.",
    ]
    foot.show_waiting(["The typical day"], ["It starts at 4."])
    assert foot.waiting.text() == "Shows when there’s more: The typical day. It starts at 4."
    foot.show_waiting([], [])
    assert foot.waiting.isHidden()


@pytest.mark.parametrize("starts", [True, False])
def test_an_empty_page_offers_a_made_up_example(
    qtbot: QtBot, robin: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch, starts: bool
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(
        "bonddiary.ui.look_around.start", lambda paths: asked.append(paths) is None and starts
    )
    page = open_page(qtbot, robin, theme)
    assert page._empty.example.isVisible()
    page._empty.example.click()
    assert asked == [robin.paths]
    assert page._bar.isHidden() is starts


def test_the_example_itself_offers_no_other(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    page = open_page(qtbot, robin, theme)
    page._empty._made_up = True
    page._render(page.presenter.state)
    assert page._empty.log.isVisible()
    assert not page._empty.example.isVisible()
