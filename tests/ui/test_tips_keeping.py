"""Tips saved and hidden: each press gives its word after COMMIT, and can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bonddiary.content.guidance import load_library
from bonddiary.content.wording import banned_words
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.tip_choice import Kept
from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.pages.tips.listing import HIDDEN, SAVED
from bonddiary.ui.pages.tips.page import TipsPage
from bonddiary.ui.pages.tips.presenter import DONE, UNDONE, TipsPresenter
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme

TIP, OTHER = load_library().tips[:2]


@pytest.fixture
def presenter(robin: Session) -> TipsPresenter:
    made = TipsPresenter(robin, lambda _state: None)
    robin.diary_changed.connect(lambda _change: made.refresh())
    made.refresh()
    made.open(RowKind.TIP, TIP.key)
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TipsPage:
    made = TipsPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.enter()
    made.show_tip(TIP.key)
    return made


def tips(presenter: TipsPresenter) -> list[str]:
    return [row.key for row in presenter.state.rows if row.kind is RowKind.TIP]


class TestSaving:
    def test_puts_a_tip_on_its_shelf(self, presenter: TipsPresenter, robin: Session) -> None:
        presenter.keep(Kept.SAVED)
        assert presenter.state.kept is Kept.SAVED
        assert presenter.state.word == DONE[Kept.SAVED]
        assert robin.diary.tip_choices() == {TIP.key: Kept.SAVED}
        presenter.choose_shelf(SAVED)
        assert tips(presenter) == [TIP.key]

    def test_a_second_press_takes_it_off(self, presenter: TipsPresenter, robin: Session) -> None:
        presenter.keep(Kept.SAVED)
        presenter.keep(Kept.SAVED)
        assert presenter.state.kept is None
        assert presenter.state.word == UNDONE[Kept.SAVED]
        assert not robin.diary.tip_choices()

    def test_undo_takes_it_back_and_its_word_goes(self, presenter: TipsPresenter, robin: Session) -> None:
        presenter.keep(Kept.SAVED)
        robin.diary.undo()
        assert presenter.state.kept is None
        assert presenter.state.word == ""
        robin.diary.redo()
        assert presenter.state.kept is Kept.SAVED

    def test_the_word_stays_with_its_tip(self, presenter: TipsPresenter) -> None:
        presenter.keep(Kept.SAVED)
        presenter.choose(RowKind.TIP, OTHER.key)
        assert presenter.state.word == ""
        assert presenter.state.kept is None

    def test_a_cue_has_nothing_to_save(self, presenter: TipsPresenter, robin: Session) -> None:
        presenter.choose(RowKind.CUE, "rooting")
        presenter.keep(Kept.SAVED)
        assert not robin.diary.tip_choices()

    def test_what_cant_be_saved_is_said(
        self, presenter: TipsPresenter, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise DiskFull("The disk is full.")

        monkeypatch.setattr(robin.diary, "choose_tip", refuse)
        presenter.keep(Kept.SAVED)
        assert presenter.state.word == "The disk is full."
        assert presenter.state.kept is None

    def test_works_without_a_baby(self, session: Session) -> None:
        presenter = TipsPresenter(session, lambda _state: None)
        presenter.open(RowKind.TIP, TIP.key)
        presenter.keep(Kept.SAVED)
        assert session.diary.tip_choices() == {TIP.key: Kept.SAVED}


class TestHiding:
    def test_takes_a_tip_out_of_the_list_and_the_search(self, presenter: TipsPresenter) -> None:
        assert HIDDEN not in [shelf.key for shelf in presenter.state.shelves]
        presenter.keep(Kept.HIDDEN)
        assert presenter.state.word == DONE[Kept.HIDDEN]
        assert TIP.key not in tips(presenter)
        presenter.search(TIP.title)
        assert TIP.key not in tips(presenter)
        presenter.search("")
        presenter.choose_shelf(HIDDEN)
        assert tips(presenter) == [TIP.key]
        assert HIDDEN in [shelf.key for shelf in presenter.state.shelves]

    def test_it_doesnt_stand_beside_cues(self, presenter: TipsPresenter) -> None:
        def beside() -> list[str]:
            presenter.choose(RowKind.CUE, TIP.cues[0])
            assert presenter.state.article is not None
            return [way.key for way in presenter.state.article.ways]

        first = beside()[0]
        presenter.choose(RowKind.TIP, first)
        presenter.keep(Kept.HIDDEN)
        assert first not in beside()

    def test_is_shown_again(self, presenter: TipsPresenter) -> None:
        presenter.keep(Kept.HIDDEN)
        presenter.keep(Kept.HIDDEN)
        assert presenter.state.word == UNDONE[Kept.HIDDEN]
        assert TIP.key in tips(presenter)
        assert HIDDEN not in [shelf.key for shelf in presenter.state.shelves]

    def test_hiding_what_was_saved_keeps_one_choice(self, presenter: TipsPresenter, robin: Session) -> None:
        presenter.keep(Kept.SAVED)
        presenter.keep(Kept.HIDDEN)
        assert robin.diary.tip_choices() == {TIP.key: Kept.HIDDEN}
        robin.diary.undo()
        assert robin.diary.tip_choices() == {TIP.key: Kept.SAVED}

    def test_a_choice_for_a_tip_that_content_lost_is_kept_and_shows_nothing(
        self, presenter: TipsPresenter, robin: Session
    ) -> None:
        robin.diary.choose_tip("tip-of-old", Kept.SAVED)
        presenter.choose_shelf(SAVED)
        assert not tips(presenter)
        assert "tip-of-old" in robin.diary.tip_choices()


def test_the_words_are_kind() -> None:
    for words in (*DONE.values(), *UNDONE.values()):
        assert not list(banned_words(words))


class TestPage:
    def test_by_keyboard_and_what_it_says(self, page: TipsPage, robin: Session) -> None:
        keeping = page._article._keeping
        assert (keeping._save.text(), keeping._hide.text()) == ("Save", "Not for us: hide")
        keeping._save.setFocus()
        QTest.keyClick(keeping._save, Qt.Key.Key_Space)
        assert keeping._save.text() == "Saved"
        assert keeping._save.isChecked()
        assert keeping._word.plain == DONE[Kept.SAVED]
        assert keeping._save.hasFocus()
        robin.diary.undo()
        assert not keeping._save.isChecked()
        assert not keeping._word.isVisible()

    def test_hidden_and_shown_again_by_one_button(self, page: TipsPage, robin: Session) -> None:
        hide = page._article._keeping._hide
        hide.setFocus()
        QTest.keyClick(hide, Qt.Key.Key_Space)
        assert hide.text() == "Show again"
        assert hide.hasFocus()
        QTest.keyClick(hide, Qt.Key.Key_Return)
        assert hide.text() == "Not for us: hide"
        assert not robin.diary.tip_choices()

    def test_a_cue_shows_no_such_buttons(self, page: TipsPage) -> None:
        page.show_cue("rooting")
        assert not page._article._keeping.isVisible()

    def test_the_list_stays_where_it_was_read(self, page: TipsPage) -> None:
        bar = page._list._list.verticalScrollBar()
        bar.setValue(700)
        QTest.mouseClick(page._article._keeping._hide, Qt.MouseButton.LeftButton)
        assert bar.value() == 700
