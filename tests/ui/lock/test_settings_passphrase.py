"""Settings, Passphrase: set, recovery key asked back, added, changed, removed, taken away, with real keys of a tiny cost."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from bonddiary.domain.errors import DiaryError, WrongPassphrase
from bonddiary.keys.cost import Cost
from bonddiary.keys.guard import Guard
from bonddiary.keys.key import Key
from bonddiary.keys.passphrase import typed
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.pages.page import Place
from bonddiary.ui.pages.settings import second_place
from bonddiary.ui.pages.settings.passphrase_form import PassphraseForm
from bonddiary.ui.pages.settings.passphrase_part import PassphrasePart
from bonddiary.ui.pages.settings.passphrase_presenter import DIFFERENT, EMPTY, PassphrasePresenter
from bonddiary.ui.pages.settings.passphrase_sheet import sheet
from bonddiary.ui.pages.settings.passphrase_state import Asking, PassphraseState, Typed
from bonddiary.ui.pages.settings.second_place import ALONG, LATER
from tests.ui.lock.conftest import WORDS, Home, settle

CHEAP = Cost(64, 1, 1)


class Desk:
    """The presenter of the part, over the window of `home`."""

    def __init__(self, home: Home) -> None:
        self.home = home
        session = home.window.session
        self.guard = Guard(session.paths.diary, session.clock, CHEAP)
        self.shown: list[PassphraseState] = []
        self.presenter = PassphrasePresenter(
            session, Jobs(submit=home.waiting.append), self.shown.append, guard=lambda: self.guard
        )
        self.presenter.refresh()

    @property
    def state(self) -> PassphraseState:
        return self.presenter.state

    def do(self, given: Typed) -> None:
        self.presenter.submit(given)
        self.home.work()

    def set(self, words: str = WORDS) -> None:
        self.presenter.ask(Asking.SET)
        self.do(Typed(new=words, again=words, label="Sam"))
        self.home.door.locked = True

    def keep_recovery(self) -> str:
        groups = self.state.recovery
        one, two = self.state.asked
        self.do(Typed(groups=(groups[one - 1], groups[two - 1])))
        return "-".join(groups)


@pytest.fixture
def desk(real: Home) -> Desk:
    return Desk(real)


class TestSetting:
    def test_two_that_differ_change_nothing(self, desk: Desk) -> None:
        desk.presenter.ask(Asking.SET)
        desk.do(Typed(new="one", again="other"))
        assert desk.state.problem == DIFFERENT
        desk.do(Typed())
        assert desk.state.problem == EMPTY
        assert not desk.guard.locked

    def test_the_window_waits_while_the_diary_is_locked(self, desk: Desk) -> None:
        desk.presenter.ask(Asking.SET)
        desk.presenter.submit(Typed(new=WORDS, again=WORDS))
        settle()
        assert desk.home.keeper.locked
        assert not desk.home.window.session.is_open
        desk.home.work()
        assert not desk.home.keeper.locked
        assert desk.home.window.session.is_open

    def test_it_locks_the_diary_and_goes_on_with_the_same_entries(self, desk: Desk) -> None:
        desk.set()
        session = desk.home.window.session
        assert desk.guard.locked
        assert session.key is not None
        assert [baby.nickname for baby in session.babies] == ["Robin"]
        assert session.paths.diary.read_bytes()[:6] != b"SQLite"
        assert "Earlier backups here were locked with it too." in desk.state.said

    def test_the_recovery_key_is_asked_back_before_it_works(self, desk: Desk) -> None:
        desk.set()
        assert desk.state.asking is Asking.RECOVERY
        assert len(desk.state.recovery) == 7
        desk.do(Typed(groups=("AAAA", "BBBB")))
        assert desk.state.problem
        assert not desk.state.has_recovery
        text = desk.keep_recovery()
        assert desk.state.has_recovery
        assert desk.state.recovery == ()
        assert desk.guard.unlock_with_recovery(text).held

    def test_a_failed_try_leaves_a_plain_open_diary(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_given: object) -> None:
            raise DiaryError("The disk is full.")

        monkeypatch.setattr("bonddiary.diary.sealing.Sealing.encrypt", refuse)
        desk.presenter.ask(Asking.SET)
        desk.do(Typed(new=WORDS, again=WORDS))
        assert desk.state.problem == "The disk is full."
        assert desk.state.asking is Asking.SET
        assert desk.home.window.session.is_open
        assert not desk.home.keeper.locked


class TestWaysIn:
    @pytest.fixture
    def locked(self, desk: Desk) -> Desk:
        desk.set()
        desk.keep_recovery()
        return desk

    def test_another_carer_has_one_of_their_own(self, locked: Desk) -> None:
        locked.presenter.ask(Asking.ADD)
        locked.do(Typed(new="another one", again="another one", label="Second"))
        assert [way.label for way in locked.state.ways if not way.recovery] == ["Sam", "Second"]
        assert locked.guard.unlock(typed("another one")).held

    def test_one_is_changed_and_the_old_one_opens_nothing(self, locked: Desk) -> None:
        slot = locked.state.ways[0].id
        locked.presenter.ask(Asking.CHANGE, slot)
        locked.do(Typed(old="wrong", new="new one", again="new one"))
        assert locked.state.problem
        locked.do(Typed(old=WORDS, new="new one", again="new one"))
        assert locked.state.asking is Asking.NOTHING
        assert locked.guard.unlock(typed("new one")).held
        with pytest.raises(WrongPassphrase):
            locked.guard.unlock(typed(WORDS))

    def test_what_comes_of_copies_there_is_said(self, locked: Desk, tmp_path: Path) -> None:
        place = tmp_path / "stick"
        place.mkdir()
        session = locked.home.window.session
        session.change_settings(second_place=str(place))
        assert session.backups.make_second(place) is not None
        before = next(place.glob("*.json")).read_text()
        for old, new, words in ((WORDS, "other words", ALONG), ("other words", WORDS, LATER)):
            locked.presenter.ask(Asking.CHANGE, locked.state.ways[0].id)
            locked.do(Typed(old=old, new=new, again=new))
            assert words in locked.state.said
            assert "anywhere else still open with the old one" in locked.state.said
            if words is ALONG:
                assert next(place.glob("*.json")).read_text() != before
                place.rename(tmp_path / "in a drawer")
                assert "the passphrases they had" in second_place.words(session)

    def test_the_last_passphrase_stays(self, locked: Desk) -> None:
        locked.presenter.ask(Asking.REMOVE, locked.state.ways[0].id)
        locked.do(Typed())
        assert locked.state.problem
        assert locked.guard.unlock(typed(WORDS)).held

    def test_a_second_one_is_removed(self, locked: Desk) -> None:
        locked.presenter.ask(Asking.ADD)
        locked.do(Typed(new="another one", again="another one"))
        locked.presenter.ask(Asking.REMOVE, locked.state.ways[-1].id)
        locked.do(Typed())
        assert not locked.state.problem
        assert len(locked.state.ways) == 2

    def test_taking_it_away_asks_for_it_and_makes_a_plain_diary(self, locked: Desk) -> None:
        session = locked.home.window.session
        locked.presenter.ask(Asking.PLAIN)
        locked.do(Typed(old="wrong"))
        assert locked.state.problem
        assert session.is_open
        locked.do(Typed(old=WORDS))
        assert not locked.state.locked
        assert session.key is None
        assert session.paths.diary.read_bytes()[:6] == b"SQLite"
        assert [baby.nickname for baby in session.babies] == ["Robin"]

    def test_the_lock_closes_it_and_its_passphrase_opens_it(self, locked: Desk) -> None:
        home = locked.home
        home.door.real = locked.guard
        key = home.window.session.key
        home.lock()
        assert key is not None
        assert not key.held
        home.open()
        assert not home.keeper.locked
        assert [baby.nickname for baby in home.window.session.babies] == ["Robin"]


class TestStrength:
    def test_it_is_said_as_time_with_what_it_does_not_stop(self, desk: Desk) -> None:
        desk.presenter.ask(Asking.SET)
        desk.presenter.weigh("fluffy")
        assert desk.state.strength.startswith("Finding it may take ")
        assert "may not stop" in desk.state.strength
        desk.presenter.offer_words()
        desk.presenter.weigh(desk.state.offered)
        assert len(desk.state.offered.split()) == 5
        assert "may not stop" not in desk.state.strength


class TestPart:
    @pytest.fixture
    def part(self, home: Home) -> PassphrasePart:
        home.window.go(Place.SETTINGS)
        settle()
        found = home.window.findChild(PassphrasePart)
        assert found is not None
        return found

    def press(self, part: PassphrasePart, words: str) -> None:
        next(
            each for each in part.findChildren(QPushButton) if each.text() == words and each.isVisible()
        ).click()
        settle()

    def test_suggested_words_are_shown_and_typed_once_more(self, part: PassphrasePart) -> None:
        self.press(part, "Set a passphrase")
        self.press(part, "Suggest words")
        self.press(part, "Use these words")
        form = part.findChild(PassphraseForm)
        assert form is not None
        assert form._new.text() == part.presenter.state.offered
        assert form._again.text() == ""
        assert form._again.line.hasFocus()

    def test_cancel_forgets_what_was_typed_and_keeps_the_keyboard(self, part: PassphrasePart) -> None:
        self.press(part, "Set a passphrase")
        form = part.findChild(PassphraseForm)
        assert form is not None
        assert form._new.line.hasFocus()
        form._new.line.setText("half")
        self.press(part, "Cancel")
        assert form._new.text() == ""
        assert part.first.hasFocus()

    def test_minutes_are_a_choice(self, home: Home, part: PassphrasePart) -> None:
        part._minutes._chips[15].click()
        assert home.window.session.settings.auto_lock == 15

    def test_the_sheet_holds_the_key_and_nothing_of_the_diary(self) -> None:
        words = sheet(("AAAA", "BBBB")).toPlainText()
        assert "AAAA\N{EN SPACE}BBBB" in words
        assert "Robin" not in words


def test_a_form_never_shows_its_secrets_in_its_repr() -> None:
    assert WORDS not in repr(PassphraseState(offered=WORDS))
    assert "held" in repr(Key.new())
