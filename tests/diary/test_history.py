"""Undo and redo: the last hundred, kept in the file; retries; what listeners hear, and when."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bonddiary.diary.changes import Change
from bonddiary.diary.commands import Write
from bonddiary.diary.history import DEPTH
from bonddiary.diary.title import Title, Verb
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import MomentId, new_id
from bonddiary.domain.records import Kind, Record, Ref, ref_to
from tests.builders import (
    NOW,
    ROBIN,
    care,
    cue_keys,
    everything,
    moment,
    moment_draft,
    one_of_each,
    open_at,
    when,
    with_robin,
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


def test_the_last_hundred_can_be_taken_back_and_done_again(path: Path) -> None:
    diary = with_robin(path)
    for n in range(DEPTH + 5):
        diary.log(moment_draft(at=NOW.shifted(timedelta(minutes=-n))))
    full = everything(diary)
    diary.close()

    diary = open_at(path)
    undone = [diary.undo() for _ in range(DEPTH + 1)]
    assert undone == [Title(Verb.LOG, "rooting")] * DEPTH + [None]
    assert len(everything(diary)) == 1 + 5
    diary.close()

    diary = open_at(path)
    assert [diary.redo() for _ in range(DEPTH + 1)].count(None) == 1
    assert everything(diary) == full
    diary.close()


def test_something_new_ends_what_could_be_done_again(path: Path) -> None:
    diary = with_robin(path)
    diary.log(moment_draft())
    diary.undo()
    diary.log(moment_draft(cues=cue_keys("yawning")))
    assert diary.redo_title() is None
    assert diary.redo() is None
    diary.close()


def test_a_retry_with_the_same_id_is_not_a_second_moment_nor_a_second_step(path: Path) -> None:
    diary = with_robin(path)
    id = MomentId(new_id())
    first = diary.log(moment_draft(), id=id)
    assert diary.log(moment_draft(), id=id) == first
    diary.undo()
    assert everything(diary) == (ROBIN,)
    diary.close()


def test_a_whole_import_is_one_step(path: Path) -> None:
    diary = with_robin(path)
    diary.bring_in([moment() for _ in range(700)], "baby-connect")
    assert diary.undo() == Title(Verb.IMPORT, "baby-connect", 700)
    assert everything(diary) == (ROBIN,)
    assert diary.redo() == Title(Verb.IMPORT, "baby-connect", 700)
    assert len(everything(diary)) == 701
    diary.close()


def test_the_first_moment_and_its_baby_are_one_step(path: Path) -> None:
    diary = open_at(path)
    diary.log(moment_draft(), baby=ROBIN)
    assert len(everything(diary)) == 2
    diary.undo()
    assert everything(diary) == ()
    assert diary.undo() is None
    diary.close()


def test_several_moments_are_one_step(path: Path) -> None:
    diary = open_at(path)
    diary.log_all([moment_draft(), moment_draft(), moment_draft()], baby=ROBIN)
    assert len(everything(diary)) == 4
    assert diary.undo() == Title(Verb.LOG, "moment", 3)
    assert everything(diary) == ()
    diary.close()


def test_listeners_hear_of_a_change_when_another_connection_can_read_it(path: Path) -> None:
    diary = with_robin(path)
    seen: list[tuple[Change, tuple[Record, ...]]] = []

    def listener(change: Change) -> None:
        other = open_at(path)
        seen.append((change, everything(other)))
        other.close()

    diary.listen(listener)
    saved = diary.log(moment_draft(), origin="strip")
    assert seen == [(Change(frozenset({Kind.MOMENT}), frozenset({saved.id}), "strip"), (ROBIN, saved))]
    diary.undo(origin="menu")
    assert seen[1] == (Change(frozenset({Kind.MOMENT}), frozenset({saved.id}), "menu"), (ROBIN,))
    diary.close()


def test_listeners_hear_nothing_of_what_was_refused(path: Path) -> None:
    diary = with_robin(path, moment())
    before = everything(diary)
    heard: list[Change] = []
    diary.listen(heard.append)
    with pytest.raises(InvalidEntry, match="belongs to a baby, carer or day that isn’t there"):
        diary.log(moment_draft(baby="nobody"))
    with pytest.raises(InvalidEntry, match="while entries belong to it"):
        diary.remove(ref_to(ROBIN))
    with pytest.raises(InvalidEntry):
        diary.bring_in([moment(), care(baby="nobody")], "test")
    with pytest.raises(NotFound):
        diary.delete(Ref(Kind.MOMENT, "nothing"))
    with pytest.raises(DiaryError, match="letter or number"):
        diary.log(moment_draft(note="half a letter pair: \ud83d"))
    assert heard == []
    assert everything(diary) == before
    assert diary.undo_title() == Title(Verb.IMPORT, "test", 1)
    diary.close()


def test_a_listener_can_stop_listening(path: Path) -> None:
    diary = with_robin(path)
    heard: list[Change] = []
    stop = diary.listen(heard.append)
    diary.log(moment_draft())
    stop()
    diary.log(moment_draft())
    assert len(heard) == 1
    diary.close()


def test_what_another_program_wrote_is_told_once(path: Path) -> None:
    window = with_robin(path)
    heard: list[Change] = []
    window.listen(heard.append)
    window.look_for_other_writers()
    assert heard == []
    terminal = open_at(path)
    terminal.log(moment_draft())
    terminal.close()
    window.look_for_other_writers()
    window.look_for_other_writers()
    assert len(heard) == 1
    assert heard[0].everything
    window.log(moment_draft())
    window.look_for_other_writers()
    assert len(heard) == 2
    window.close()


def test_a_command_kept_as_text_is_the_same_command() -> None:
    command = Write(tuple(one_of_each()), (Ref(Kind.PIN, "a"), Ref(Kind.MOMENT, "b")))
    assert Write.from_text(command.as_text()) == command
    title = Title(Verb.DELETE, "moment", 2)
    assert Title.from_text(title.as_text()) == title


def test_titles_say_what_a_step_was_and_never_quote_a_note(path: Path) -> None:
    one, other, feed = moment(note="private words"), moment(), care()
    diary = with_robin(path, one, other, feed)
    titles: list[tuple[str, str, int]] = []

    def did() -> None:
        title = diary.undo_title()
        assert title is not None
        assert "private" not in title.as_text()
        titles.append((title.verb.value, title.subject, title.count))

    diary.edit(replace(one, note="more private words"))
    did()
    diary.delete(ref_to(one))
    did()
    diary.restore(ref_to(one))
    did()
    diary.delete(ref_to(one), ref_to(other))
    did()
    diary.delete(ref_to(other), ref_to(feed))
    did()
    diary.delete(ref_to(feed), at=when("2026-11-16T22:00"))
    did()
    assert titles == [
        ("edit", "rooting", 1), ("delete", "rooting", 1), ("restore", "rooting", 1),
        ("delete", "moment", 2), ("delete", "entry", 2), ("delete", "feed", 1),
    ]  # fmt: skip
    diary.close()
