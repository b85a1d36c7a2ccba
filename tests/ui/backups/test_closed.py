"""Copies that another passphrase locks: said plainly, left alone, and deleted when the family asks for it twice."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.copies import Why
from bonddiary.domain.errors import NotFound
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.settings.backups_presenter import BackupsPresenter
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.session import Session
from tests.keys.made import family
from tests.ui.backups.test_part import note

NAME = "diary-000007.db"


@pytest.fixture
def closed(reopening: Session, tmp_path: Path) -> Path:
    """Beside a plain diary and its copy, one of a time when another passphrase was set."""
    reopening.backups.make(Why.ASKED)
    other = family(tmp_path / "other", copies=1)
    other.lock()
    file = reopening.backups.folder / NAME
    shutil.copyfile(other.backups().folder / "diary-000001.db", file)
    facts = (other.backups().folder / "diary-000001.json").read_text()
    file.with_suffix(".json").write_text(
        facts.replace("000001", "000007").replace('"number": 1', '"number": 7')
    )
    os.utime(file, (1_790_000_000, 1_790_000_000))
    return file


@pytest.fixture
def in_second(closed: Path, reopening: Session, tmp_path: Path) -> Path:
    """A file of the same kind in the second place, named like the copy beside the diary that can be opened."""
    place = tmp_path / "stick" / "Bond Diary copies"
    place.mkdir(parents=True)
    reopening.change_settings(second_place=str(place))
    reopening.backups.make_second(place)
    file = place / "diary-000001.db"
    shutil.copy2(closed, file)
    file.with_suffix(".json").write_text(
        closed.with_suffix(".json").read_text().replace("000007", "000001").replace(": 7", ": 1")
    )
    return file


def test_one_in_the_second_place_is_said_with_where_it_lies(
    presenter: BackupsPresenter, in_second: Path
) -> None:
    presenter.refresh()
    here, there = presenter.state.closed
    assert here.name == NAME
    assert there.name == str(in_second)
    assert there.words == (
        f"diary-000001.db in {in_second.parent} is locked with another passphrase, so Bond Diary can’t look "
        "into it. It was last written on 21 September 2026."
    )
    assert [row.number for row in presenter.state.rows] == [1], "the one of that name here can be opened"
    presenter.leave_second()
    assert [row.name for row in presenter.state.closed] == [NAME]


def test_one_in_the_second_place_goes_when_it_was_asked_for_twice(
    presenter: BackupsPresenter, in_second: Path, closed: Path, reopening: Session, said: list[str]
) -> None:
    presenter.refresh()
    presenter.delete_closed(str(in_second))
    assert in_second.exists(), "nobody was asked"
    presenter.ask_delete(str(in_second))
    assert [bool(row.sure) for row in presenter.state.closed] == [False, True]
    presenter.delete_closed(NAME)
    assert closed.exists(), "another one was asked about"
    presenter.ask_delete(str(in_second))
    presenter.delete_closed(str(in_second))
    assert not in_second.exists()
    assert not in_second.with_suffix(".json").exists()
    assert closed.exists()
    assert [copy.number for copy in reopening.backups.all()] == [7, 1]
    assert said == [f"Deleted: diary-000001.db in {in_second.parent}."]


def test_one_in_a_second_place_that_is_away_or_isnt_asked_about_stays(
    presenter: BackupsPresenter, in_second: Path, reopening: Session
) -> None:
    with pytest.raises(NotFound):
        reopening.backups.delete_closed(in_second)
    presenter.ask_delete(str(in_second))
    away = in_second.parent.rename(in_second.parents[1] / "away")
    presenter.delete_closed(str(in_second))
    assert [row.name for row in presenter.state.closed] == [NAME]
    assert (away / in_second.name).exists()


def test_a_second_place_that_is_the_first_is_listed_once(
    presenter: BackupsPresenter, closed: Path, reopening: Session
) -> None:
    reopening.change_settings(second_place=str(closed.parent))
    presenter.refresh()
    assert len(presenter.state.closed) == 1
    assert [row.number for row in presenter.state.rows] == [1]


def test_it_is_said_apart_from_the_others(presenter: BackupsPresenter, closed: Path) -> None:
    presenter.refresh()
    assert [row.number for row in presenter.state.rows] == [1]
    (row,) = presenter.state.closed
    assert row.name == NAME
    assert row.words == (
        "diary-000007.db is locked with another passphrase, so Bond Diary can’t look into it. "
        "It was last written on 21 September 2026."
    )


def test_it_goes_when_it_was_asked_for_twice(
    presenter: BackupsPresenter, closed: Path, reopening: Session, said: list[str]
) -> None:
    presenter.refresh()
    presenter.delete_closed(NAME)
    assert closed.exists(), "nobody was asked"
    presenter.ask_delete(NAME)
    assert "for ever" in presenter.state.closed[0].sure
    presenter.ask_delete("")
    presenter.delete_closed(NAME)
    assert closed.exists()
    presenter.ask_delete(NAME)
    presenter.delete_closed(NAME)
    assert not closed.exists()
    assert not closed.with_suffix(".json").exists()
    assert presenter.state.closed == ()
    assert said == [f"Deleted: {NAME}."]
    assert [copy.number for copy in reopening.backups.all()] == [1]


def test_no_copy_that_can_be_opened_goes_this_way(reopening: Session, closed: Path) -> None:
    backups = reopening.backups
    with pytest.raises(NotFound):
        backups.delete_closed(backups.folder / "diary-000001.db")
    with pytest.raises(NotFound):
        backups.delete_closed(reopening.paths.diary)
    assert reopening.paths.diary.exists()


def test_one_that_was_taken_away_meanwhile(presenter: BackupsPresenter, closed: Path) -> None:
    presenter.refresh()
    presenter.ask_delete(NAME)
    closed.unlink()
    presenter.delete_closed(NAME)
    assert presenter.state.closed == ()


def test_by_its_buttons_one_in_the_second_place_goes(
    page: SettingsPage, reopening: Session, in_second: Path
) -> None:
    part = page._backups
    part.presenter.refresh()
    page.activateWindow()
    line = part._closed_lines[str(in_second)]
    assert line.ask.accessibleName() == f"Delete this file… {in_second}"
    line.ask.click()
    assert page.focusWidget() is line.keep
    line.delete.click()
    assert not in_second.exists()
    assert list(part._closed_lines) == [NAME]
    assert page.focusWidget() is part._now


def test_by_its_buttons_the_first_press_is_safe(page: SettingsPage, reopening: Session, closed: Path) -> None:
    part = page._backups
    part.presenter.refresh()
    page.activateWindow()
    line = part._closed_lines[NAME]
    line.ask.click()
    assert page.focusWidget() is line.keep
    line.keep.click()
    assert page.focusWidget() is line.ask
    line.ask.click()
    line.delete.click()
    assert not closed.exists()
    assert part._closed_lines == {}
    assert page.focusWidget() is part._now


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize(("width", "pixels"), [(Width.WIDE, 1080), (Width.NARROW, 360)])
def test_all_of_it_fits_and_has_a_name(
    page: SettingsPage,
    reopening: Session,
    closed: Path,
    in_second: Path,
    cut_off: Callable[[QWidget], list[str]],
    unnamed: Callable[[QWidget], list[str]],
    width: Width,
    pixels: int,
    size: int,
    qtbot: QtBot,
) -> None:
    note(reopening, 3)
    part = page._backups
    part.presenter.ask_delete(NAME)
    reopening.change_settings(text_size=size)
    page.set_width(width)
    page.resize(pixels, 620)
    assert cut_off(page) == []
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 360
