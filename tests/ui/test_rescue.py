"""A diary whose file is damaged or has gone: said, kept, and the newest whole copy offered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryLost
from bonddiary.domain.ids import CueKey
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.app import Places
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.rescue.screen import RescueScreen
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN, clock_at, moment, with_robin

Open = Callable[[], MainWindow]


@pytest.fixture
def file(paths: Paths) -> Path:
    """A diary with 3 moments, copied; then one more."""
    diary = with_robin(paths.diary, *(moment() for _ in range(3)))
    Backups(paths.diary, clock_at(NOW)).make(Why.DAILY)
    diary.bring_in([moment()], "test")
    diary.close()
    return paths.diary


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, paths: Paths, catalog: Catalog, clock: Clock) -> Iterator[Open]:
    """Opens the whole window on the file as it stands."""
    made: list[tuple[Session, Theme]] = []

    def make() -> MainWindow:
        session = Session(
            paths, lambda: open_diary(paths, clock), catalog, clock, Settings(first_run_done=True)
        )
        theme = Theme(qapp, session.settings)
        session.settings_changed.connect(lambda: theme.choose(session.settings))
        places = Places(session, theme)
        window = MainWindow(session, theme, places.factories())
        places.window = window
        qtbot.addWidget(window)
        window.resize(1000, 700)
        window.show()
        session.open()
        QApplication.processEvents()
        made.append((session, theme))
        return window

    yield make
    for session, theme in made:
        session.close()
        theme.setParent(None)
    qapp.setStyleSheet("")


def screen(window: MainWindow) -> RescueScreen:
    inside = window._stack.currentWidget()
    assert isinstance(inside, RescueScreen)
    return inside


def damage(file: Path) -> bytes:
    content = bytearray(file.read_bytes())
    content[100:4096] = b"\xff" * 3996
    file.write_bytes(content)
    return bytes(content)


class TestDamaged:
    def test_named_and_the_newest_copy_is_offered(self, file: Path, opened: Open) -> None:
        damaged = damage(file)
        state = screen(opened()).presenter.state
        assert state.title == "The diary’s file is damaged"
        assert "It was left as it is" in state.what
        assert state.offer.startswith("Newest copy: today, 9pm, 3 entries, up to today.")
        assert state.back == "Go back to the copy of today, 9pm"
        assert file.read_bytes() == damaged

    def test_one_press_goes_back_and_the_file_is_kept(self, file: Path, opened: Open) -> None:
        damaged = damage(file)
        window = opened()
        screen(window).back.click()
        assert isinstance(window._stack.currentWidget(), LogPage)
        assert window.session.diary.count_entries() == 3
        (kept,) = (file.parent / "backups").glob("replaced-*.db")
        assert kept.read_bytes() == damaged

    def test_no_place_shows_an_empty_diary(self, file: Path, opened: Open) -> None:
        damage(file)
        window = opened()
        for place in Place:
            window.go(place)
            inside = window._stack.currentWidget()
            without = place in {Place.HELP, Place.TIPS, Place.ABOUT, Place.SETTINGS, Place.GUIDE}
            assert isinstance(inside, RescueScreen) is not without
        window.go(Place.SETTINGS)
        assert window.rescue._screen is not None
        window.rescue._screen.back.click()
        assert window.session.is_open
        for place in Place:
            window.go(place)
            assert window._stack.currentWidget() is window.page(place)

    @pytest.mark.parametrize("place", [Place.LOG, Place.TIMELINE, Place.SETTINGS])
    def test_f1_is_get_help_where_there_is_no_diary_to_use(
        self, file: Path, opened: Open, place: Place
    ) -> None:
        """In the place of a page that the guide is about stands what happened; the guide's own key is for worry then."""
        damage(file)
        window = opened()
        window.go(place)
        window.commands.show_guide()
        assert window.place is (Place.GUIDE if place is Place.SETTINGS else Place.HELP)
        window.go(place)
        window.commands.show_help()
        assert window.place is Place.HELP
        inside = window._stack.currentWidget()
        assert not isinstance(inside, RescueScreen)

    def test_what_was_pressed_before_is_saved_then(self, file: Path, opened: Open) -> None:
        damage(file)
        window = opened()
        log = window.page(Place.LOG)
        assert isinstance(log, LogPage)
        log.presenter.log(CueKey("rooting"))
        assert log.presenter.state.problem.startswith("This moment isn’t saved yet.")
        screen(window).back.click()
        assert window.session.diary.count_entries() == 4

    def test_a_copy_that_isnt_whole_is_passed_over(self, file: Path, opened: Open) -> None:
        backups = Backups(file, clock_at(NOW))
        newer = backups.make(Why.CHANGES)
        (backups.folder / newer.name).write_bytes(b"nothing")
        damage(file)
        window = opened()
        assert "3 entries" in screen(window).presenter.state.offer

    def test_without_a_whole_copy(self, file: Path, opened: Open) -> None:
        for copy in (file.parent / "backups").glob("*.db"):
            copy.write_bytes(b"nothing")
        damaged = damage(file)
        window = opened()
        state = screen(window).presenter.state
        assert state.back == ""
        assert "none of them is whole" in state.offer
        screen(window).sure.click()
        assert file.read_bytes() == damaged, "it was not asked for"
        screen(window).new.click()
        assert window.focusWidget() is screen(window).leave
        screen(window).sure.click()
        assert window.session.diary.count_entries() == 0
        (kept,) = (file.parent / "backups").glob("replaced-*.db")
        assert kept.read_bytes() == damaged

    def test_what_can_be_read_is_kept_and_said(self, file: Path, opened: Open) -> None:
        content = bytearray(file.read_bytes())
        content[content.rindex(b"2026-09-20") - 40 : content.rindex(b"2026-09-20") + 10] = (
            b"\xff" * 50
        )  # the baby's row
        file.write_bytes(content)
        damaged = file.read_bytes()
        window = opened()
        told: list[str] = []
        window.session.rescued.connect(told.append)
        screen(window).parts.click()
        assert isinstance(window._stack.currentWidget(), LogPage)
        assert window.session.diary.count_entries() == 4
        (baby,) = window.session.babies
        assert baby.id == ROBIN.id
        (words,) = told
        assert words.startswith("Read from the damaged file: ")
        assert "Settings can bring back" in words
        (kept,) = (file.parent / "backups").glob("replaced-*.db")
        assert kept.read_bytes() == damaged

    def test_where_nothing_can_be_read_it_says_so(self, file: Path, opened: Open) -> None:
        damaged = damage(file)
        window = opened()
        screen(window).parts.click()
        assert screen(window).presenter.state.problem
        assert file.read_bytes() == damaged

    def test_try_again(self, file: Path, opened: Open) -> None:
        whole = file.read_bytes()
        damage(file)
        window = opened()
        screen(window).again.click()
        assert screen(window).presenter.state.back
        file.write_bytes(whole)
        screen(window).again.click()
        assert window.session.diary.count_entries() == 4

    def test_a_baby_that_cant_be_read_is_no_empty_diary(self, file: Path, opened: Open) -> None:
        content = file.read_bytes()
        assert content.count(b"2026-09-20") >= 1
        file.write_bytes(content.replace(b"2026-09-20", b"2026-99-20"))
        assert screen(opened()).presenter.state.title == "The diary’s file is damaged"


class TestGone:
    @pytest.mark.parametrize("empty", [False, True])
    def test_no_new_diary_is_begun(self, file: Path, opened: Open, empty: bool) -> None:
        file.unlink()
        if empty:
            file.touch()
        window = opened()
        assert screen(window).presenter.state.title == "Your diary isn’t where it was"
        assert not screen(window).parts.isVisible(), "there is nothing to read"
        assert not file.exists() or not file.stat().st_size
        screen(window).back.click()
        assert window.session.diary.count_entries() == 3

    def test_another_file_in_its_place(self, file: Path, opened: Open) -> None:
        file.write_bytes(b"\xff\xd8\xff\xe0 a picture" * 1_000)
        window = opened()
        assert screen(window).presenter.state.title == "This file is not a diary"
        screen(window).back.click()
        assert window.session.diary.count_entries() == 3

    def test_a_command_begins_none_either(self, file: Path, paths: Paths, clock: Clock) -> None:
        file.unlink()
        with pytest.raises(DiaryLost, match="bonddiary restore"):
            open_diary(paths, clock)
        assert not file.exists()

    def test_a_first_start_makes_one(self, opened: Open, paths: Paths) -> None:
        assert opened().session.is_open
        assert paths.diary.exists()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("pixels", [1000, 360])
def test_it_fits_and_each_button_has_a_name(
    file: Path,
    opened: Open,
    cut_off: Callable[[QWidget], list[str]],
    unnamed: Callable[[QWidget], list[str]],
    size: int,
    pixels: int,
) -> None:
    damage(file)
    window = opened()
    window.session.change_settings(text_size=size)
    window.resize(pixels, 640)
    screen(window).presenter.ask_new(sure=True)
    assert cut_off(screen(window)) == []
    assert unnamed(screen(window)) == []
    assert screen(window).minimumSizeHint().width() <= 360


def test_the_keyboard_begins_at_the_title(file: Path, opened: Open) -> None:
    damage(file)
    window = opened()
    assert window.focusWidget() is screen(window)._title
    assert ROBIN.nickname not in screen(window).presenter.state.what
