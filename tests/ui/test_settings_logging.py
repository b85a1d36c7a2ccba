"""Settings, Logging: what is hidden, words of one's own, Likely now."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.board import BoardChoice, OwnWord, Pin, WordKind
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import CueKey
from bonddiary.system.settings import load_settings
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.settings.logging_part import LoggingPart
from bonddiary.ui.pages.settings.logging_presenter import LoggingPresenter, LoggingState
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import board_choice, own_word, pin


class Desk:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.said: list[str] = []
        self.shown: list[LoggingState] = []
        self.presenter = LoggingPresenter(session, self.shown.append, self.said.append)
        self.presenter.refresh()

    @property
    def state(self) -> LoggingState:
        return self.presenter.state


@pytest.fixture
def arranged(robin: Session) -> Session:
    """Cooing is hidden, rooting has another name, and there is a cue of one's own."""
    robin.diary.arrange(
        board_choice("cooing", name="", hidden=True), board_choice("rooting", name="Woodpecker", place=2)
    )
    robin.diary.add(own_word("Fish face"))
    return robin


@pytest.fixture
def desk(arranged: Session) -> Desk:
    return Desk(arranged)


class TestDecisions:
    def test_lists_what_is_hidden_and_own(self, desk: Desk, catalog: Catalog) -> None:
        assert [row.name for row in desk.state.hidden] == [catalog.cues[CueKey("cooing")].name]
        assert [(row.name, row.about, row.away) for row in desk.state.own] == [
            ("Fish face", "Cue · Face", False)
        ]

    def test_show_again_is_one_step(self, desk: Desk) -> None:
        desk.presenter.show_again("cooing")
        assert desk.state.hidden == ()
        assert desk.said[-1].startswith("Shown again")
        desk.session.diary.undo()
        desk.presenter.refresh()
        assert len(desk.state.hidden) == 1

    def test_rename_put_away_and_bring_back(self, desk: Desk) -> None:
        key = desk.state.own[0].key
        desk.presenter.rename(key, "Trout")
        assert desk.state.own[0].name == "Trout"
        desk.presenter.put_away(key, True)
        assert desk.session.diary.all(OwnWord)[0].archived
        assert desk.state.own[0].away
        desk.presenter.put_away(key, False)
        assert not desk.session.diary.all(OwnWord)[0].archived

    def test_the_same_name_again_is_no_step(self, desk: Desk) -> None:
        before = desk.session.diary.undo_title()
        desk.presenter.rename(desk.state.own[0].key, " Fish  face ")
        assert desk.session.diary.undo_title() == before

    @pytest.mark.parametrize("name", ["", "one two three four five"])
    def test_a_name_that_will_not_do_is_said_beside_it(self, desk: Desk, name: str) -> None:
        desk.presenter.rename(desk.state.own[0].key, name)
        assert desk.state.own[0].problem
        assert desk.session.diary.all(OwnWord)[0].name == "Fish face"

    def test_put_back_forgets_places_and_hiding_but_no_name(self, desk: Desk) -> None:
        desk.session.diary.add(pin("hiccups"))
        desk.presenter.reset()
        assert [
            (each.key, each.name, each.hidden, each.place) for each in desk.session.diary.all(BoardChoice)
        ] == [("rooting", "Woodpecker", False, None)]
        assert [each.cue for each in desk.session.diary.all(Pin)] == ["hiccups"]
        assert not desk.state.can_reset
        desk.session.diary.undo()
        desk.presenter.refresh()
        assert desk.state.can_reset

    def test_likely_now_is_kept(self, desk: Desk) -> None:
        desk.presenter.choose_likely(False)
        assert not desk.state.likely_now
        assert not load_settings(desk.session.paths.settings).likely_now

    def test_own_responses_are_listed_too(self, desk: Desk) -> None:
        word = replace(own_word("Hummed along"), kind=WordKind.RESPONSE, family=None)
        desk.session.diary.add(word)
        desk.presenter.refresh()
        assert [row.about for row in desk.state.own] == ["Cue · Face", "Tried"]

    def test_trouble_is_said(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object, **__: object) -> None:
            raise DiskFull("The disk is full.")

        monkeypatch.setattr(desk.session.diary, "arrange", full)
        desk.presenter.show_again("cooing")
        assert desk.state.problem == "The disk is full."
        assert desk.said == []


class TestPart:
    @pytest.fixture
    def page(self, qtbot: QtBot, arranged: Session, theme: Theme) -> SettingsPage:
        made = SettingsPage(arranged, theme)
        qtbot.addWidget(made)
        made.set_width(Width.MEDIUM)
        made.resize(900, 700)
        made.show()
        qtbot.waitExposed(made)
        made.enter()
        QApplication.processEvents()
        return made

    def test_show_again_by_keys_keeps_the_keyboard_in_view(
        self, page: SettingsPage, arranged: Session
    ) -> None:
        (line,) = page._logging._hidden.values()
        line.again.setFocus()
        QTest.keyClick(line.again, Qt.Key.Key_Space)
        assert not any(each.hidden for each in arranged.diary.all(BoardChoice))
        here = QApplication.focusWidget()
        assert here is not None
        assert here.isVisible()
        assert page._logging.isAncestorOf(here)

    def test_a_name_is_kept_when_its_field_is_left(self, page: SettingsPage, arranged: Session) -> None:
        (line,) = page._logging._own.values()
        line.field.setFocus()
        line.field.selectAll()
        QTest.keyClicks(line.field, "Trout")
        QTest.keyClick(line.field, Qt.Key.Key_Return)
        assert [word.name for word in arranged.diary.all(OwnWord)] == ["Trout"]

    def test_undo_elsewhere_is_seen(self, page: SettingsPage, arranged: Session) -> None:
        (line,) = page._logging._own.values()
        QTest.mouseClick(line.away, Qt.MouseButton.LeftButton)
        assert line.away.text() == "Bring back"
        arranged.diary.undo()
        assert line.away.text() == "Put away"

    def test_every_control_is_named_apart(
        self, page: SettingsPage, unnamed: Callable[[QWidget], list[str]]
    ) -> None:
        assert unnamed(page) == []
        (hidden,), (own,) = page._logging._hidden.values(), page._logging._own.values()
        assert hidden.again.accessibleName() == "Show again: Cooing"
        assert own.away.accessibleName() == "Put away: Fish face"

    def test_tab_walks_it_from_top_to_bottom(self, page: SettingsPage) -> None:
        part = page._logging
        stops = [stop for stop in part.stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stops[0].setFocus()
        for following in stops[1:]:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is following

    @pytest.mark.parametrize(
        ("width", "kind", "size"),
        [(360, Width.NARROW, 100), (360, Width.NARROW, 200), (900, Width.MEDIUM, 200)],
    )
    def test_it_fits(
        self,
        page: SettingsPage,
        arranged: Session,
        cut_off: Callable[[QWidget], list[str]],
        width: int,
        kind: Width,
        size: int,
    ) -> None:
        arranged.change_settings(text_size=size)
        page.set_width(kind)
        page.resize(width, 640)
        assert cut_off(page._logging) == []
        assert page._logging.width() <= width

    def test_without_a_diary_it_says_so(self, qtbot: QtBot, robin: Session, theme: Theme) -> None:
        part = LoggingPart(robin, theme)
        qtbot.addWidget(part)
        part.show()
        part.presenter.refresh()
        assert part._nothing_hidden.isVisible()
        assert part._no_own.isVisible()
        assert not part._resets.isVisible()
