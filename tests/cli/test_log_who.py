"""`bonddiary log`: who notes, of whom, and in whose words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.board import BoardChoice
from bonddiary.domain.ids import BabyId, BoardChoiceId, CarerId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.system.settings import Settings, save_settings
from tests.builders import ROBIN, everything, open_at
from tests.cli.conftest import Run

SAM = Carer(id=CarerId(new_id()), label="Sam")
AWAY = Carer(id=CarerId(new_id()), label="Night nurse", archived=True)
WAYS = (["--cue", "rooting"], ["rooting"])


def within(data: Path, act: Callable[[Diary], object]) -> None:
    data.mkdir(exist_ok=True)
    diary = open_at(data / "diary.db")
    act(diary)
    diary.close()


@pytest.fixture
def family(data: Path) -> Path:
    within(data, lambda diary: diary.add(ROBIN, SAM, AWAY))
    return data


def noted_by(data: Path) -> list[str | None]:
    diary = open_at(data / "diary.db")
    found = [record.carer for record in everything(diary) if isinstance(record, Moment)]
    diary.close()
    return list(found)


@pytest.mark.parametrize("how", WAYS)
class TestCarer:
    def test_nobody_where_nobody_said(self, run: Run, family: Path, how: list[str]) -> None:
        assert run("log", *how).code == 0
        assert noted_by(family) == [None]

    def test_whoever_notes_in_the_window(self, run: Run, family: Path, how: list[str]) -> None:
        save_settings(Settings(last_carer=SAM.id), family / "settings.json")
        run("log", *how)
        assert noted_by(family) == [SAM.id]

    def test_not_one_who_was_put_away(self, run: Run, family: Path, how: list[str]) -> None:
        save_settings(Settings(last_carer=AWAY.id), family / "settings.json")
        run("log", *how)
        assert noted_by(family) == [None]

    def test_one_who_is_named(self, run: Run, family: Path, how: list[str]) -> None:
        run("log", *how, "--carer", "sam")
        assert noted_by(family) == [SAM.id]

    def test_one_who_is_not_there_saves_nothing(self, run: Run, family: Path, how: list[str]) -> None:
        said = run("log", *how, "--carer", "Jo")
        assert said.code != 0
        assert "There is no carer called “Jo” in this diary. There is: Sam." in said.err
        assert noted_by(family) == []


@pytest.mark.parametrize("how", WAYS)
def test_before_the_birth_nothing_is_noted(run: Run, data: Path, how: list[str]) -> None:
    within(data, lambda diary: diary.add(Baby(id=BabyId(new_id()), nickname="Robin", due=date(2027, 1, 20))))
    said = run("log", *how)
    assert said.code != 0
    assert "Robin isn’t born yet, going by the due date." in said.err
    assert noted_by(data) == []


def test_the_familys_own_name_is_said(run: Run, family: Path) -> None:
    choice = BoardChoice(id=BoardChoiceId(new_id()), key="rooting", name="Fish face")
    within(family, lambda diary: diary.arrange(choice))
    assert run("log", "--cue", "rooting").out == "Saved. Fish face, 9pm\n"
