"""What is erased for good is nowhere in the family's folders; whatever else was there is as it was."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.diary.copies import Backups
from bonddiary.diary.diary import Diary
from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.domain.baby import Baby
from bonddiary.domain.copies import Why
from bonddiary.domain.erasing import Erased, ToErase
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Record, ref_to
from bonddiary.store import rewriting, taking_out
from bonddiary.system.paths import BESIDE_THE_LOCK, Paths, find_paths
from bonddiary.system.settings import Settings, load_settings, save_settings
from tests.builders import (
    NOW,
    ROBIN,
    care,
    clock_at,
    everything,
    moment,
    note_version,
    open_at,
    private_note,
    question,
    timer,
    visit,
    when,
)

FIXTURES = Path(__file__).parents[1] / "fixtures" / "diaries"
CANARY = "zanzibarquokka"
KEPT = "heliotropewalrus"
WREN = Baby(id=BabyId(new_id()), nickname=f"Wren {CANARY}")
DAY = date(2026, 11, 10)
ON_DAY = when("2026-11-10T09:00")
KEPT_ENTRY = moment(note=f"{KEPT} moment", at=when("2026-11-12T09:00"), until=None)
KEPT_FEED = care(note=f"{KEPT} feed")


def where(paths: Paths, words: str = CANARY) -> list[str]:
    """Files below the family's folder that hold the words in any of the letters' usual codes."""
    files = [each for each in paths.data.rglob("*") if each.is_file()]
    assert paths.diary in files
    codes = [words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return sorted(
        each.name for each in files if any(code in each.read_bytes() for code in codes) or words in each.name
    )


def fill(diary: Diary, theirs: Sequence[Record]) -> None:
    """Two babies; an entry of theirs is changed, taken back and half typed, so that Undo and drafts know it, too."""
    diary.bring_in([ROBIN, WREN, KEPT_ENTRY, KEPT_FEED, *theirs], "test")
    for entry in [each for each in theirs if isinstance(each, Moment)]:
        diary.edit(replace(entry, note=f"{CANARY} changed"))
        diary.undo()
    diary.keep_draft("log-note", f"half typed {CANARY}")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A family's folder, with no diary yet."""
    return find_paths(tmp_path / "data")


def build(paths: Paths, theirs: Sequence[Record]) -> ErasingForGood:
    """A diary with these, copied in every way there is."""
    paths.make()
    diary = open_at(paths.diary)
    fill(diary, theirs)
    backups = Backups(paths.diary, clock_at(NOW))
    backups.make(Why.DAILY)
    diary.bring_in([moment(baby=WREN.id, note=f"{CANARY} later", at=ON_DAY, until=None)], "test")
    backups.make(Why.CHANGES)
    diary.close()
    shutil.copyfile(paths.diary, backups.folder / "replaced-20261101T000000Z.db")
    for old in sorted(FIXTURES.glob("*.sqlite")):
        kept = backups.folder / f"diary-{old.stem.removeprefix('v')}.db"
        shutil.copyfile(old, kept)
    (backups.folder / ".diary-000009.db.part").write_text(CANARY)
    save_settings(Settings(last_baby=WREN.id), paths.settings)
    return ErasingForGood(paths, backups)


def held(path: Path) -> tuple[Record, ...]:
    """All that a file holds."""
    diary = open_at(path)
    found = everything(diary)
    diary.close()
    return found


def of_wren() -> list[Record]:
    """Something of every kind that belongs to a baby."""
    seen = visit(baby=WREN.id, note=f"{CANARY} visit", day=DAY)
    entry = moment(baby=WREN.id, note=f"{CANARY} moment", at=ON_DAY, until=None)
    return [
        entry,
        note_version(entry.id, f"{CANARY} before"),
        care(baby=WREN.id, note=f"{CANARY} feed"),
        seen,
        question(baby=WREN.id, text=f"{CANARY} question", visit=seen.id, answer=f"{CANARY} answer"),
        timer(baby=WREN.id, moment=entry.id),
    ]


def test_a_baby_with_all_of_theirs(paths: Paths) -> None:
    erasing = build(paths, of_wren())
    assert len(where(paths)) == 5  # the diary, two copies, one put aside, one cut off
    before = held(paths.diary)
    what = ToErase(baby=WREN.id)
    assert erasing.count(what) == Erased(entries=3, visits=1, questions=1, others=1)
    done = erasing.erase(what)
    assert (done.entries, done.unread) == (3, 0)
    assert where(paths) == []
    gone = {ref_to(each) for each in before} - {ref_to(each) for each in held(paths.diary)}
    assert all(
        each in {ref_to(one) for one in before if CANARY in repr(one) or WREN.id in repr(one)}
        for each in gone
    )
    assert held(paths.diary) == tuple(each for each in before if ref_to(each) not in gone)
    assert {ROBIN, KEPT_ENTRY, KEPT_FEED} <= set(held(paths.diary))
    assert load_settings(paths.settings).last_baby == ""


def test_the_other_babys_rows_are_equal_to_the_byte(paths: Paths) -> None:
    erasing = build(paths, of_wren())
    files = [paths.diary, *rewriting.files_beside(paths.data / "backups")]

    def rows(file: Path) -> list[object]:
        with taking_out.open_to_erase(file) as connection:
            tables = ("moment", "care", "visit", "question", "day_mark")
            return [
                connection.execute(f"SELECT * FROM {table} WHERE baby <> ?", (WREN.id,)).fetchall()
                for table in tables
            ]

    before = {file.name: rows(file) for file in files}
    assert any(KEPT in repr(each) for each in before.values())
    erasing.erase(ToErase(baby=WREN.id))
    assert {file.name: rows(file) for file in files} == before


def test_copies_are_whole_afterwards_and_know_what_they_hold(paths: Paths) -> None:
    erasing = build(paths, of_wren())
    erasing.erase(ToErase(baby=WREN.id))
    backups = Backups(paths.diary, clock_at(NOW))
    assert len(backups.all()) == 3
    for copy in backups.all():
        assert backups.check(copy).entries == copy.entries == 2
        facts = json.loads((backups.folder / f"{Path(copy.name).stem}.json").read_text())
        assert facts["sha256"] == copy.sha256
    assert backups.wrong_with_diary() == []


def test_some_days_of_all_babies(paths: Paths) -> None:
    note = replace(private_note(f"{CANARY} for me"), written=ON_DAY)
    asked = question(text=f"{CANARY} asked", asked_on=DAY)
    to_ask = question(text=KEPT)
    seen = visit(day=DAY, plan=f"{CANARY} plan")
    entries: list[Record] = [
        moment(note=f"{CANARY} moment", at=ON_DAY, until=None),
        moment(baby=WREN.id, note=f"{CANARY} theirs", at=ON_DAY, until=None),
    ]
    theirs: list[Record] = [note, asked, seen, replace(to_ask, visit=seen.id), *entries]
    erasing = build(paths, theirs)
    diary = open_at(paths.diary)
    diary.edit(replace(WREN, nickname="Wren"))
    diary.close()
    erasing.erase(ToErase(days=Period(DAY, DAY + timedelta(days=1))))
    assert [name for name in where(paths) if name == "diary.db"] == []
    left = {ref_to(each): each for each in held(paths.diary)}
    assert not {ref_to(each) for each in (note, asked, seen, *entries)} & left.keys()
    assert left[ref_to(to_ask)] == to_ask, "what is still to be asked is free of the visit"
    assert {ref_to(KEPT_ENTRY), ref_to(KEPT_FEED)} <= left.keys()


def test_some_days_of_one_baby_leave_the_others(paths: Paths) -> None:
    mine = moment(note=f"{KEPT} that day", at=ON_DAY, until=None)
    note = replace(private_note(KEPT), written=ON_DAY)
    erasing = build(paths, [mine, note, *of_wren()])
    erasing.erase(ToErase(days=Period(DAY, DAY), baby=WREN.id))
    left = held(paths.diary)
    assert {mine, note, WREN} <= set(left)
    assert [
        each for each in left if hasattr(each, "note") and "moment" in each.note and CANARY in each.note
    ] == []


def test_an_entry_that_was_moved_goes_from_copies_of_the_day_before_too(paths: Paths) -> None:
    entry = moment(note=f"{CANARY} moved", at=when("2026-11-01T09:00"), until=None)
    erasing = build(paths, [entry])
    diary = open_at(paths.diary)
    diary.edit(replace(entry, at=ON_DAY))
    diary.edit(replace(WREN, nickname="Wren"))
    diary.close()
    erasing.erase(ToErase(days=Period(DAY, DAY)))
    assert where(paths, f"{CANARY} moved") == []


def test_single_entries(paths: Paths) -> None:
    entry = moment(note=f"{CANARY} single", at=ON_DAY, until=None)
    erasing = build(paths, [entry, note_version(entry.id, f"{CANARY} single before")])
    diary = open_at(paths.diary)
    diary.keep_draft("half-note", f'["{entry.id}", "{CANARY} single half", false]')
    diary.keep_draft("another", KEPT)
    diary.close()
    erasing.erase(ToErase(entries=frozenset([entry.id])))
    assert where(paths, f"{CANARY} single") == []
    diary = open_at(paths.diary)
    assert (diary.draft("another"), diary.undo()) == (KEPT, None)
    diary.close()


def test_the_oldest_diaries_are_rewritten_too(paths: Paths) -> None:
    erasing = build(paths, [])
    folder = paths.data / "backups"
    old = sorted(folder.glob("diary-000?.db"))
    assert len(old) == len(list(FIXTURES.glob("*.sqlite"))) >= 5
    babies = set()
    for file in old:
        with taking_out.open_to_erase(file) as connection:
            babies |= {str(row[0]) for row in connection.execute("SELECT id FROM baby")}
            connection.execute("UPDATE moment SET note = ?", (CANARY,))
        assert CANARY.encode() in file.read_bytes()
    assert babies
    for baby in babies:
        assert erasing.erase(ToErase(baby=BabyId(baby))).unread == 0
    for file in old:
        assert CANARY.encode() not in file.read_bytes()
        with taking_out.open_to_erase(file) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_copy_that_cant_be_read_goes(paths: Paths) -> None:
    erasing = build(paths, of_wren())
    folder = paths.data / "backups"
    damaged = folder / "replaced-20261102T000000Z.db"
    damaged.write_bytes(b"\x01" * 4096 + CANARY.encode())
    foreign = folder / "mine.db"
    foreign.write_bytes(b"not a diary")
    done = erasing.erase(ToErase(baby=WREN.id))
    assert (done.unread, damaged.exists(), where(paths)) == (1, False, [])
    assert foreign.read_bytes() == b"not a diary"


def test_a_copy_that_was_damaged_before_is_not_called_whole(paths: Paths) -> None:
    erasing = build(paths, of_wren())
    backups = Backups(paths.diary, clock_at(NOW))
    copy = backups.all()[-1]
    with taking_out.open_to_erase(backups.folder / copy.name) as connection:
        connection.execute("UPDATE care SET note = 'something else'")
    erasing.erase(ToErase(baby=WREN.id))
    assert not backups.is_whole(copy)
    assert where(paths) == []


def test_cut_off_between_copies_and_diary_it_can_be_done_again(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    erasing = build(paths, of_wren())

    def full(*_: object, **__: object) -> None:
        raise DiskFull("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(rewriting, "rewrite", full)
        with pytest.raises(DiskFull):
            erasing.erase(ToErase(baby=WREN.id))
    assert WREN in held(paths.diary), "the diary is the last to change"
    assert erasing.erase(ToErase(baby=WREN.id)).entries == 3
    assert where(paths) == []


def test_cut_off_before_packing_the_next_start_packs(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    erasing = build(paths, of_wren())
    real = taking_out.pack

    def cut_off(connection: sqlite.Connection) -> None:
        if connection.execute("PRAGMA database_list").fetchone()[2] == str(paths.diary):
            raise KeyboardInterrupt
        real(connection)

    with monkeypatch.context() as patched:
        patched.setattr(taking_out, "pack", cut_off)
        with pytest.raises(KeyboardInterrupt):
            erasing.erase(ToErase(baby=WREN.id))
    packed: list[bool] = []

    def count(connection: sqlite.Connection) -> None:
        packed.append(True)
        real(connection)

    monkeypatch.setattr(taking_out, "pack", count)
    for _ in range(2):
        diary = open_at(paths.diary)
        diary.erase_due()
        diary.close()
    assert packed == [True]
    assert where(paths) == []


def test_everything(paths: Paths) -> None:
    erasing = build(paths, of_wren())
    others = {paths.data / "holiday.txt": "mine", paths.data / "backups" / "mine.db": "mine, too"}
    for file, text in others.items():
        file.write_text(text)
    paths.log.write_text("a line")
    erasing.erase_everything()
    assert {file for file in paths.data.rglob("*") if file.is_file()} == set(others)


def test_everything_leaves_nothing_where_nothing_else_was(paths: Paths) -> None:
    erasing = build(paths, of_wren())
    for name in BESIDE_THE_LOCK:  # one who asked was killed while it held the lock of the request
        (paths.data / name).touch()
    erasing.erase_everything()
    assert list(paths.data.iterdir()) == []
