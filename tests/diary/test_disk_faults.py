"""After an error of the disk: the file is read again, nothing is doubled, and the words are true."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import event

from bonddiary.diary.changes import Change
from bonddiary.diary.diary import Diary
from bonddiary.domain.errors import DiskFault
from bonddiary.domain.ids import MomentId, new_id
from bonddiary.domain.records import ref_to
from tests.builders import ROBIN, everything, moment, moment_draft, with_robin


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    made = with_robin(tmp_path / "diary.db")
    yield made
    made.close()


@contextmanager
def faulty(diary: Diary, times: int, *, kept: bool) -> Iterator[None]:
    """The next COMMITs report an error of the disk; `kept`: the step is in the file all the same."""
    left = times
    dialect = diary._database._engine.dialect
    real = dialect.do_commit

    def commit(connection: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0 or kept:
            real(connection)
        if left >= 0:
            raise sqlite.OperationalError("disk I/O error")

    with mock.patch.object(dialect, "do_commit", commit):
        yield


@pytest.mark.parametrize("kept", [False, True])
def test_one_error_is_got_over_without_a_word(diary: Diary, kept: bool) -> None:
    heard: list[Change] = []
    diary.listen(heard.append)
    with faulty(diary, 1, kept=kept):
        saved = diary.log(moment_draft())
    assert everything(diary) == (ROBIN, saved)
    assert len(heard) == 1
    diary.undo()
    assert everything(diary) == (ROBIN,)


def test_what_isnt_there_after_two_errors_is_called_not_saved(diary: Diary) -> None:
    with faulty(diary, 2, kept=False), pytest.raises(DiskFault, match="so this isn’t saved"):
        diary.log(moment_draft())
    assert everything(diary) == (ROBIN,)


def test_what_is_there_after_two_errors_is_called_so_and_saved_once_by_trying_again(diary: Diary) -> None:
    id = MomentId(new_id())
    with faulty(diary, 2, kept=True), pytest.raises(DiskFault, match="is in the diary now, but may not stay"):
        diary.log(moment_draft(), id=id)
    saved = diary.log(moment_draft(), id=id, again=True)
    assert everything(diary) == (ROBIN, saved)


def test_trying_again_leaves_what_was_made_of_it_since(diary: Diary) -> None:
    first = diary.log(moment_draft())
    changed = replace(first, note="after the bath")
    diary.edit(changed)
    assert diary.log(moment_draft(), id=first.id, again=True) == changed
    assert diary.log_all([moment_draft()], ids=[first.id], again=True) == (changed,)
    assert changed in everything(diary)


def test_words_typed_anew_take_the_place_of_those_that_were_refused(diary: Diary) -> None:
    """A phrase is changed before it is tried again: then the newest words count."""
    first = diary.log(moment_draft(note="lunhc"))
    second = diary.log(moment_draft(note="lunch"), id=first.id)
    assert everything(diary)[1:] == (second,)


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("times", [1, 2])
def test_an_undo_that_met_an_error_takes_back_one_step_alone(diary: Diary, kept: bool, times: int) -> None:
    first, second = diary.log(moment_draft()), diary.log(moment_draft())
    words = "is in the diary now" if kept else "so this isn’t saved"
    with (
        faulty(diary, times, kept=kept),
        pytest.raises(DiskFault, match=words) if times == 2 else nullcontext(),
    ):
        diary.undo()
    assert (second in everything(diary)) is (times == 2 and not kept)
    if times == 2:
        diary.undo()  # as Try again does
    assert everything(diary) == (ROBIN, first)
    diary.redo()
    assert set(everything(diary)) == {ROBIN, first, second}


def test_another_step_after_a_doubtful_undo_is_what_undo_takes_back_next(diary: Diary) -> None:
    first = diary.log(moment_draft())
    with faulty(diary, 2, kept=True), pytest.raises(DiskFault):
        diary.undo()
    third = diary.log(moment_draft())
    diary.undo()
    assert first not in everything(diary)
    assert third not in everything(diary)


def test_after_an_error_the_file_is_opened_anew_and_the_next_commit_syncs_it(diary: Diary) -> None:
    connects: list[object] = []
    event.listen(diary._database._engine, "connect", lambda *opened: connects.append(opened))
    with faulty(diary, 2, kept=False), pytest.raises(DiskFault):
        diary.log(moment_draft())
    doubtful = [diary._database._doubtful]
    diary.log(moment_draft())
    doubtful.append(diary._database._doubtful)
    assert doubtful == [True, False]
    assert len(connects) == 2
    assert diary._database.settings()["synchronous"] == 3


def test_removing_what_is_gone_already_is_no_step(diary: Diary) -> None:
    title = diary.undo_title()
    diary.remove(ref_to(moment()))
    assert diary.undo_title() == title
