"""Deleted entries are erased when their time has come, without a trace; a wrong clock erases nothing young."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bonddiary.diary import erasing
from bonddiary.diary.diary import Diary
from bonddiary.diary.erasing import DAY, LONGEST_GAP, count_on
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Ref, ref_to
from bonddiary.domain.when import When
from tests.builders import NOW, care, cue_keys, moment, open_at, response_keys, with_robin

SECRET = "zanzibar-{0}-quokka"
LATER = NOW.shifted(timedelta(days=40))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


@contextmanager
def opened(path: Path, now: When) -> Iterator[Diary]:
    """The diary as it is opened at another time."""
    diary = open_at(path, now) if path.exists() else with_robin(path)
    try:
        yield diary
    finally:
        diary.close()


def days(count: float) -> When:
    return NOW.shifted(timedelta(days=count))


def erase_all(diary: Diary) -> None:
    while diary.erase_due():
        pass


def there(path: Path, entry: Moment) -> bool:
    with opened(path, NOW) as diary:
        return bool(diary.existing([ref_to(entry)]))


def traces(path: Path, words: str) -> list[str]:
    files = [each for each in path.parent.iterdir() if each.is_file()]
    assert path in files
    return [each.name for each in files if words.encode() in each.read_bytes()]


class TestWithoutATrace:
    def test_rows_notes_and_steps_go_from_the_file(self, path: Path) -> None:
        first, second, other = (SECRET.format(n) for n in ("one", "two", "three"))
        gone = moment(note=first, responses=response_keys("r-fed"))
        fed, kept = care(note=first), moment(note=other)
        with opened(path, NOW) as diary:
            diary.bring_in([gone, fed, kept], "test")
            diary.edit(replace(gone, note=second))
            diary.edit(replace(gone, note=second, cues=cue_keys("yawning")), replace(kept, about=True))
            diary.delete(ref_to(gone), ref_to(fed))
            assert traces(path, first)
            assert not diary.erase_deleted(days(1))
            assert diary.existing([ref_to(gone), ref_to(fed), ref_to(kept)]) == {ref_to(kept)}
            assert diary.notes_before(gone.id) == ()
            assert traces(path, first) == []
            assert traces(path, second) == []
            assert traces(path, gone.id) == []
            assert traces(path, other)
        assert traces(path, first) == []

    def test_what_was_done_to_others_is_still_taken_back(self, path: Path) -> None:
        gone, kept = moment(note="gone"), moment(note="kept")
        with opened(path, NOW) as diary:
            diary.bring_in([gone, kept], "test")
            diary.edit(replace(gone, about=True), replace(kept, about=True))
            diary.delete(ref_to(gone))
            diary.erase_deleted(days(1))
            diary.undo()
            assert diary.moment(kept.id) == kept
            assert not diary.existing([ref_to(gone)])
            diary.undo()
            assert not diary.existing([ref_to(kept)])

    def test_what_is_redone_brings_nothing_back(self, path: Path) -> None:
        gone = moment(note=SECRET.format("redo"))
        with opened(path, NOW) as diary:
            diary.bring_in([gone], "test")
            diary.delete(ref_to(gone))
            diary.restore(ref_to(gone))
            diary.undo()
            diary.erase_deleted(days(1))
            diary.redo()
            assert not diary.existing([ref_to(gone)])
            assert traces(path, gone.note) == []

    @settings(
        max_examples=15,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(
        lengths=st.lists(st.integers(0, 6_000), min_size=1, max_size=40),
        gone=st.sets(st.integers(0, 39), min_size=1),
    )
    def test_long_notes_among_others(
        self, tmp_path_factory: pytest.TempPathFactory, lengths: list[int], gone: set[int]
    ) -> None:
        """Pages are split and joined meanwhile."""
        path = tmp_path_factory.mktemp("erased") / "diary.db"
        made = [
            moment(note=f"{SECRET.format(n)} {'x' * length}", at=NOW.shifted(timedelta(minutes=-n)))
            for n, length in enumerate(lengths)
        ]
        erased = [each for n, each in enumerate(made) if n in gone]
        with opened(path, NOW) as diary:
            diary.bring_in(made, "test")
            for each in made[::3]:
                diary.edit(replace(each, note=each.note + "y" * 500))
            if erased:
                diary.delete(*map(ref_to, erased))
            while diary.erase_deleted(days(1)):
                pass
            for n, each in enumerate(made):
                assert bool(traces(path, f"{SECRET.format(n)} ")) is (each not in erased)

    def test_what_is_there_still_isnt_erased(self, path: Path) -> None:
        with opened(path, NOW) as diary:
            diary.bring_in([shown := moment()], "test")
            diary.erase_deleted(days(1))
            assert diary.existing([ref_to(shown)])

    def test_what_another_program_brings_back_meanwhile_stays(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with opened(path, NOW) as diary:
            diary.bring_in([gone := moment()], "test")
            diary.delete(ref_to(gone))
            erase_all(diary)
        for day in (7, 14, 21, 28):
            with opened(path, days(day)) as diary:
                erase_all(diary)

        whole = erasing.due

        def due(*asked: Any) -> list[Ref]:
            found = whole(*asked)
            if found:
                with opened(path, days(35)) as other:
                    other.restore(*found)
            return found

        with opened(path, days(35)) as diary:
            monkeypatch.setattr(erasing, "due", due)
            diary.erase_due()
            assert diary.existing([ref_to(gone)])

    def test_many_in_small_pieces(self, path: Path) -> None:
        many = [moment() for _ in range(45)]
        with opened(path, NOW) as diary:
            diary.bring_in(many, "test")
            diary.delete(*map(ref_to, many))
            assert diary.erase_deleted(days(1))
            assert 0 < len(diary.existing(list(map(ref_to, many)))) < 45
            while diary.erase_deleted(days(1)):
                pass
            assert not diary.existing(list(map(ref_to, many)))


class TestWhenItIsDue:
    @pytest.fixture
    def gone(self, path: Path) -> Moment:
        made = moment(note="gone")
        with opened(path, NOW) as diary:
            diary.bring_in([made], "test")
            diary.delete(Ref(ref_to(made).kind, made.id))
        return made

    def open_on(self, path: Path, *on: float) -> None:
        for day in on:
            with opened(path, days(day)) as diary:
                erase_all(diary)

    def test_a_family_that_opens_it_every_day(self, path: Path, gone: Moment) -> None:
        self.open_on(path, *range(1, 31))
        assert there(path, gone)
        self.open_on(path, 31, 32)
        assert not there(path, gone)

    def test_a_family_that_opens_it_every_week(self, path: Path, gone: Moment) -> None:
        self.open_on(path, 1, 8, 15, 22, 29)
        assert there(path, gone)
        self.open_on(path, 36)
        assert not there(path, gone)

    @pytest.mark.parametrize("leap", [30, 400, 10_000, 50_000])
    def test_a_clock_set_forward_erases_nothing_young(self, path: Path, gone: Moment, leap: int) -> None:
        self.open_on(path, 1, leap, leap + 0.01, leap + 1, leap + 10)
        assert there(path, gone)

    def test_a_clock_set_back_erases_nothing(self, path: Path, gone: Moment) -> None:
        self.open_on(path, 1, -9_000, -8_999, -8_900)
        assert there(path, gone)

    def test_what_was_deleted_while_the_clock_was_years_behind_stays(self, path: Path) -> None:
        made = moment()
        with opened(path, days(-9_000)) as diary:
            diary.bring_in([made], "test")
            diary.delete(ref_to(made))
        self.open_on(path, 0, 1, 2, 28)
        assert there(path, made)

    def test_it_counts_anew_for_what_came_back(self, path: Path, gone: Moment) -> None:
        self.open_on(path, *range(1, 25))
        with opened(path, days(25)) as diary:
            diary.restore(ref_to(gone))
        self.open_on(path, 25)
        with opened(path, days(26)) as diary:
            diary.delete(ref_to(gone))
        self.open_on(path, *range(26, 50))
        assert there(path, gone)

    def test_a_diary_without_deleted_entries_isnt_written_to(self, path: Path) -> None:
        with opened(path, NOW) as diary:
            before = path.read_bytes()
            assert not diary.erase_due()
        assert path.read_bytes() == before


@given(clocks=st.lists(st.integers(-40_000, 40_000), min_size=2, max_size=20))
def test_a_gap_counts_for_a_week_at_most_and_never_backwards(clocks: list[int]) -> None:
    seconds, clock = count_on(0, None, NOW)
    for day in clocks:
        before = seconds
        seconds, clock = count_on(seconds, clock, days(day))
        assert 0 <= seconds - before <= LONGEST_GAP
    assert seconds % DAY == 0
