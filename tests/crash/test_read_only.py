"""A diary that may be read and not written: it opens, shows what is there, and says in a sentence why nothing is saved."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from bonddiary.domain.errors import DiaryError
from tests.builders import everything, moment
from tests.crash import deeds
from tests.crash.nursery import NOBODY, Nursery, modes_can_bind

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's"),
    pytest.mark.skipif(not modes_can_bind(), reason="there is nobody here but root, whom modes don't bind"),
]


def drop(folder: Path) -> None:
    """Modes bind nobody who is root: the session becomes somebody who isn't, and whose folder it is."""
    if os.geteuid() == 0:
        for each in (folder, *folder.iterdir()):
            os.chown(each, NOBODY, NOBODY)
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def browse(folder: Path, closed: list[str], mode: int) -> dict[str, Any]:
    """Closes a folder or file, then opens the diary, reads, and tries to note."""
    drop(folder)
    for name in closed:
        (folder / name).chmod(mode)
    log, read = deeds.Log(), -1
    try:
        diary = deeds.opened(folder)
        read = len(everything(diary))
        note(diary, log)
        diary.close()
    except DiaryError as error:
        return log.told(closed=str(error), read=read)
    finally:
        folder.chmod(0o700)
        (folder / "diary.db").chmod(0o600)
    return log.told(read=read)


def closed_while_open(folder: Path, name: str, mode: int) -> dict[str, Any]:
    """The diary is open when its folder or file is closed, and still when that is taken back."""
    drop(folder)
    log = deeds.Log()
    diary = deeds.opened(folder)
    note(diary, log)
    (folder / name).chmod(mode)
    note(diary, log)
    there = len(everything(diary))
    (folder / name).chmod(0o700)
    note(diary, log)
    diary.close()
    return log.told(read=there)


def moved_away(folder: Path) -> dict[str, Any]:
    """The whole folder is gone while the diary is open, as a stick that is pulled, and comes back."""
    log = deeds.Log()
    diary = deeds.opened(folder)
    note(diary, log)
    folder.rename(folder.with_name("elsewhere"))
    note(diary, log)
    folder.mkdir()
    made = [each.name for each in folder.iterdir()]
    note(diary, log)
    made += [each.name for each in folder.iterdir()]
    folder.rmdir()
    folder.with_name("elsewhere").rename(folder)
    note(diary, log)
    diary.close()
    return log.told(made=made)


def note(diary: Any, log: deeds.Log) -> None:
    one = moment()
    log.do(deeds.of(one), lambda: diary.log(one, id=one.id))


@pytest.fixture
def folder(place: Path) -> Path:
    made = place / "diary"
    made.mkdir(mode=0o700)
    deeds.begin(made)
    (made / "diary.db-journal").unlink(
        missing_ok=True
    )  # where it is there, SQLite needs nothing new in the folder
    return made


def judge(folder: Path, told: dict[str, Any], acks: str) -> None:
    """Each tick is true, each refusal, too."""
    assert "crash" not in told, told
    held = deeds.held(folder)
    assert {id: held.get(id) for id in told["saved"]} == told["saved"] == deeds.expected(acks)
    for id, (*_, (_, words)) in told["refused"].items():
        assert id not in held or "isn’t saved" not in words
        assert words


@pytest.mark.parametrize(
    ("closed", "mode", "readable"),
    [
        (["."], 0o500, True),
        (["diary.db"], 0o400, False),
        (["diary.db", "."], 0o500, False),
        (["."], 0o000, False),
    ],
    ids=["folder", "file", "folder and file", "nothing may be looked at"],
)
def test_a_place_that_may_not_be_written(
    nursery: Nursery, folder: Path, closed: list[str], mode: int, readable: bool
) -> None:
    ended = nursery.run("tests.crash.test_read_only:browse", folder, closed=closed, mode=mode)
    judge(folder, ended.told, ended.acks)
    assert ended.told["saved"] == {}
    said = [words for each in ended.told["refused"].values() for _, words in each]
    said += [ended.told["closed"]] if "closed" in ended.told else []
    assert len(said) == 1
    assert "can’t be" in said[0] or "may not read" in said[0]
    assert (ended.told["read"] == 3) is readable


@pytest.mark.parametrize(("name", "mode"), [(".", 0o500), ("diary.db", 0o400)], ids=["folder", "file"])
def test_a_place_that_is_closed_while_the_diary_is_open(
    nursery: Nursery, folder: Path, name: str, mode: int
) -> None:
    ended = nursery.run("tests.crash.test_read_only:closed_while_open", folder, name=name, mode=mode)
    judge(folder, ended.told, ended.acks)
    assert ended.told["read"] == 3 + 2 - len(ended.told["refused"])
    assert len(ended.told["saved"]) == 3 - len(ended.told["refused"])


def test_a_folder_that_is_pulled_out_leaves_no_empty_diary_in_its_place(
    nursery: Nursery, folder: Path
) -> None:
    ended = nursery.run("tests.crash.test_read_only:moved_away", folder)
    judge(folder, ended.told, ended.acks)
    assert ended.told["made"] == []
    assert len(ended.told["saved"]) + len(ended.told["refused"]) == 4
    assert len(ended.told["saved"]) >= 2
