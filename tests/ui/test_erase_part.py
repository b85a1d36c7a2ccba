"""The part of Settings that erases: nothing goes before the word is typed; then no byte of it is left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.domain.baby import Baby
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.erasing import NO_WAY_BACK
from bonddiary.domain.errors import DiaryError, DiaryLocked
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.domain.records import ref_to
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.copying import Copying
from bonddiary.ui.erasing import sweep
from bonddiary.ui.pages.settings.erase_part import ErasePart
from bonddiary.ui.pages.settings.erase_presenter import DAYS, DELETED, EVERYTHING, ErasePresenter
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import read_date
from tests.builders import ROBIN, clock_at, moment, open_at, when

CANARY = "zanzibarquokka"
WREN = Baby(id=BabyId(new_id()), nickname="Wren")
THEIRS = moment(baby=WREN.id, note=CANARY, at=when("2026-11-10T09:00"), until=None)


def at_once(work: Callable, done: Callable, failed: Callable) -> None:  # type: ignore[type-arg]
    try:
        result = work()
    except Exception as error:  # noqa: BLE001  # as the worker does
        failed(error)
    else:
        done(result)


def traces(paths: Paths) -> list[str]:
    files = [each for each in paths.data.rglob("*") if each.is_file()]
    return sorted(each.name for each in files if CANARY.encode() in each.read_bytes())


@pytest.fixture
def family(qapp: QApplication, paths: Paths, catalog: Catalog) -> Iterator[Session]:
    """Robin and Wren; what is Wren’s can be told from the rest."""
    made = Session(
        paths,
        lambda: open_at(paths.diary),
        catalog,
        clock_at(),
        Settings(first_run_done=True, last_baby=WREN.id),
    )
    made.diary.bring_in([ROBIN, WREN, moment(), THEIRS], "test")
    yield made
    made.close()


class Desk:
    """A presenter that works at once."""

    def __init__(self, session: Session) -> None:
        self.left = 0
        self.presenter = ErasePresenter(session, lambda _state: None, read_date, at_once, self._leave)
        self.presenter.refresh()

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def desk(family: Session) -> Desk:
    return Desk(family)


def test_nothing_is_chosen_at_first(desk: Desk) -> None:
    state = desk.presenter.state
    assert [words for _, words in state.choices] == [
        "Nothing", "What was deleted", "Some days", "Robin", "Wren", "Everything"
    ]  # fmt: skip
    assert (state.chosen, state.held, state.word) == ("", "", "")
    desk.presenter.erase("")
    desk.presenter.erase("erase")
    assert not desk.left


def test_a_baby_goes_when_their_name_is_typed(desk: Desk, family: Session, paths: Paths) -> None:
    presenter = desk.presenter
    presenter.choose(WREN.id)
    assert presenter.state.held == "This is 1 entry."
    assert presenter.state.word == "Wren"
    assert presenter.state.warnings[0] == NO_WAY_BACK
    for typed in ("", "Robin", "erase"):
        presenter.erase(typed)
        assert presenter.state.problem == "Type “Wren” in the field first."
    assert traces(paths) == ["diary.db"]
    presenter.erase(" wren ")
    assert traces(paths) == []
    assert presenter.state.said.startswith("Erased: 1 entry.")
    assert presenter.state.chosen == ""
    assert [baby.id for baby in family.babies] == [ROBIN.id]
    assert family.settings.last_baby == ""
    assert family.diary.undo() is None


def test_some_days(desk: Desk, paths: Paths) -> None:
    presenter = desk.presenter
    presenter.choose(DAYS)
    assert (presenter.state.asks_days, presenter.state.word) == (True, "")
    presenter.choose_days("10/11/2026", "")
    presenter.choose_days("11/11/2026", "10/11/2026")
    assert presenter.state.problem
    presenter.choose_days("10/11/2026", "10/11/2026")
    assert (presenter.state.problem, presenter.state.held, presenter.state.word) == (
        "",
        "This is 1 entry.",
        "erase",
    )
    presenter.erase("erase")
    assert traces(paths) == []


def test_what_was_deleted(desk: Desk, family: Session, paths: Paths) -> None:
    presenter = desk.presenter
    presenter.choose(DELETED)
    assert presenter.state.word == "", "there is none"
    family.diary.delete(ref_to(THEIRS))
    presenter.refresh()
    assert presenter.state.held == "This is 1 entry."
    presenter.erase("erase")
    assert traces(paths) == []
    assert family.diary.recently_deleted(WREN.id) == []


def test_what_is_half_typed_goes_too(desk: Desk, family: Session, paths: Paths) -> None:
    family.closing.connect(lambda: family.diary.keep_draft("log", f"{CANARY} half"))
    desk.presenter.choose(WREN.id)
    desk.presenter.erase("Wren")
    assert traces(paths) == []


def test_nothing_can_be_pressed_meanwhile(
    desk: Desk, family: Session, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, tried = ErasingForGood.erase, []

    def press(*args: object) -> object:
        with pytest.raises(DiaryLocked):
            family.diary.bring_in([moment(baby=WREN.id, note=CANARY)], "test")
        tried.append(family.work)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(ErasingForGood, "erase", press)
    desk.presenter.choose(WREN.id)
    desk.presenter.erase("Wren")
    assert tried == ["Erasing. This may take a minute."]
    assert (family.work, family.is_open, traces(paths)) == ("", True, [])


def test_where_erasing_breaks_off_the_diary_is_open_again(
    desk: Desk, family: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise DiaryLocked("In use.")

    monkeypatch.setattr(ErasingForGood, "erase", broken)
    desk.presenter.choose(WREN.id)
    desk.presenter.erase("Wren")
    assert (desk.presenter.state.problem, desk.presenter.state.busy) == ("In use.", False)
    assert (family.work, family.is_open) == ("", True)


def test_everything_goes_and_the_program_is_left(desk: Desk, family: Session, paths: Paths) -> None:
    copying = Copying(family, lambda work: work())
    family.diary.bring_in([moment(note=CANARY)], "test")
    desk.presenter.choose(EVERYTHING)
    desk.presenter.erase("erase")
    assert desk.left == 1
    with pytest.raises(DiaryError, match="closes now"):
        _ = family.diary
    copying.stop()
    family.settings = Settings()
    family.change_settings(text_size=110)  # on its way out
    sweep(family)
    assert [each.name for each in paths.data.rglob("*") if each.is_file()] == []


def test_what_cant_be_deleted_is_said_and_the_diary_stays(
    desk: Desk, family: Session, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiaryError("Some files can’t be deleted: diary.db.")

    monkeypatch.setattr("bonddiary.diary.erasing_for_good.ErasingForGood.erase_everything", refuse)
    desk.presenter.choose(EVERYTHING)
    desk.presenter.erase("erase")
    assert (desk.left, desk.presenter.state.problem) == (0, "Some files can’t be deleted: diary.db.")
    assert family.diary.count_entries() == 2


def test_a_copy_first(desk: Desk, tmp_path: Path, paths: Paths) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    desk.presenter.choose(WREN.id)
    desk.presenter.copy_to(folder)
    assert desk.presenter.state.said.startswith("Copied and compared: diary-000001.db")
    desk.presenter.erase("Wren")
    assert CANARY.encode() in (folder / "diary-000001.db").read_bytes(), "it is the family’s own to delete"
    assert traces(paths) == []


@pytest.fixture
def part(qtbot: QtBot, family: Session, theme: Theme) -> ErasePart:
    """The part of the page, shown."""
    page = SettingsPage(family, theme)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.enter()
    found = page.findChild(ErasePart)
    assert isinstance(found, ErasePart)
    return found


def test_by_hand(part: ErasePart, qtbot: QtBot, family: Session, paths: Paths) -> None:
    assert not part._sure.isVisible()
    chip = next(each for each in part._what.stops if each.text() == "Wren")
    chip.click()
    assert part._sure.isVisible()
    part._word.setFocus()
    part._erase.click()
    assert part._problem.plain == "Type “Wren” in the field first."
    QTest.keyClicks(part._word, "wren")
    QTest.keyClick(part._word, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Erased" in part._said.plain)
    assert traces(paths) == []
    assert not part._sure.isVisible()
    assert part._word.text() == ""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert (focused.isVisible(), focused.text()) == (True, "Nothing")
    assert "Wren" not in [each.text() for each in part._what.stops]


def test_a_copy_first_by_hand(
    part: ErasePart, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    next(each for each in part._what.stops if each.text() == "Wren").click()
    part._copy.click()
    qtbot.waitUntil(lambda: "Copied" in part._said.plain)
    assert part._sure.isVisible()


def test_leaving(part: ErasePart, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, paths: Paths) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)
    next(each for each in part._what.stops if each.text() == "Everything").click()
    QTest.keyClicks(part._word, "erase")
    part._erase.click()
    assert codes == [0]
    assert not paths.diary.exists()
