"""The made-up diary: the same every time, plausible, and without an answer hidden in it."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bonddiary.content.loader import load_catalog
from bonddiary.diary.demo import DAYS, demo_records
from bonddiary.diary.demo_words import BODY, COMPANY, EVENING, HUNGRY, TIRED
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareEvent, CareKind, DayMark
from bonddiary.domain.catalog import Family
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind, Record, kind_of
from bonddiary.domain.when import When
from tests.builders import NOW, everything, open_at, when

CATALOG = load_catalog()
RECORDS = demo_records(NOW)
MOMENTS = [record for record in RECORDS if isinstance(record, Moment)]
CARE = [record for record in RECORDS if isinstance(record, CareEvent)]


def test_it_is_the_same_for_the_same_now_and_seed() -> None:
    assert demo_records(NOW) == RECORDS
    assert demo_records(NOW, seed=8) != RECORDS
    assert demo_records(NOW.shifted(timedelta(days=1))) != RECORDS


@pytest.mark.parametrize(
    "now", [NOW, when("2026-11-01T02:00", "America/St_Johns"), when("2012-01-20T08:00", "Pacific/Apia")]
)
def test_it_ends_now_and_a_diary_can_hold_it(now: When, tmp_path: Path) -> None:
    records = demo_records(now)
    diary = open_at(tmp_path / "diary.db", now)
    diary.bring_in(records, "demo")
    assert set(everything(diary)) == set(records)
    diary.close()
    entries = [record for record in records if isinstance(record, Moment | CareEvent)]
    assert max((entry.until or entry.at).utc for entry in entries) <= now.utc
    assert max(entry.at.day for entry in entries) >= now.day - timedelta(days=1)
    assert min(entry.at.day for entry in entries) >= now.day - timedelta(days=DAYS)
    assert all(
        entry.at.zone == now.zone and entry.at.utc <= entry.entered.utc <= now.utc for entry in entries
    )


def test_it_holds_every_kind_of_record_but_the_familys_own_board() -> None:
    assert {kind_of(record) for record in RECORDS} == set(Kind) - {
        Kind.WORD,
        Kind.PIN,
        Kind.BOARD,
        Kind.TIP_CHOICE,
        Kind.NOTE,
        Kind.PRIVATE_NOTE,
        Kind.TIMER,
    }
    babies = [record for record in RECORDS if isinstance(record, Baby)]
    assert [baby.nickname for baby in babies] == ["Robin"]
    assert len({record.id for record in RECORDS}) == len(RECORDS)


def test_it_uses_keys_of_the_content_alone() -> None:
    for theme in (HUNGRY, TIRED, EVENING, COMPANY, BODY):
        for cue in theme.cues_at(20):
            assert not CATALOG.cue(cue).retired
        for response in theme.responses:
            assert not CATALOG.response(response).private
    assert {outcome for one in MOMENTS if (outcome := one.outcome)} <= set(CATALOG.outcomes)


def test_a_cue_is_noted_at_the_ages_it_belongs_to() -> None:
    baby = next(record for record in RECORDS if isinstance(record, Baby))
    for one in MOMENTS:
        age = baby.corrected_age(one.at.day)
        assert age is not None
        for cue in one.cues:
            assert CATALOG.cue(cue).ages.holds(age), (cue, age)


def test_a_day_has_as_much_as_a_family_logs() -> None:
    per_day = Counter(one.at.day for one in MOMENTS)
    logged = per_day + Counter(event.at.day for event in CARE)
    full = [count for day, count in per_day.items() if logged[day] >= 15]
    assert 6 <= sum(full) / len(full) <= 10
    assert DAYS - len(logged) >= 3  # days with nothing at all
    assert sum(1 for count in logged.values() if count < 10) >= 3
    assert len({cue for one in MOMENTS for cue in one.cues}) >= 20
    assert 0.05 < sum(one.about for one in MOMENTS) / len(MOMENTS) < 0.25
    assert 4 <= sum(bool(one.note) for one in MOMENTS) <= 12
    assert 3 <= sum(isinstance(record, DayMark) for record in RECORDS) <= 10


def test_a_remembered_time_was_entered_later() -> None:
    late = {one.id for one in MOMENTS if one.entered.utc - one.at.utc >= timedelta(minutes=30)}
    about = {one.id for one in MOMENTS if one.about and one.entered != NOW}
    assert about
    assert about <= late


def test_sleep_does_not_overlap_and_feeds_lie_between() -> None:
    spans = sorted(
        (one for one in CARE if one.kind in (CareKind.SLEEP, CareKind.FEED)), key=lambda one: one.at.utc
    )
    for one, following in pairwise(spans):
        assert one.until is not None
        assert one.until.utc <= following.at.utc


def test_evening_fussiness_eases() -> None:
    def evenings(last_weeks: range) -> int:
        return sum(
            one.at.hour >= 17 and any(CATALOG.cue(cue).family is Family.CRYING for cue in one.cues)
            for one in MOMENTS
            if (NOW.day - one.at.day).days // 7 in last_weeks
        )

    assert evenings(range(3, 6)) > 1.5 * evenings(range(3)) > 0


def test_what_came_next_does_not_depend_on_what_was_tried() -> None:
    """Over many diaries every response is followed by settling about as often as any other."""
    totals: Counter[tuple[str, bool]] = Counter()
    for seed in range(12):
        for one in demo_records(NOW, seed):
            if isinstance(one, Moment) and set(one.responses).isdisjoint(COMPANY.responses):
                for response in one.responses:
                    totals[response, one.outcome == "out-settled"] += 1
    counted = {key: totals[key, True] + totals[key, False] for key in {key for key, _ in totals}}
    shares = [totals[key, True] / count for key, count in counted.items() if count >= 200]
    assert len(shares) >= 6
    assert max(shares) - min(shares) < 0.14


def record_words(record: Record) -> str:
    return getattr(record, "note", "") or getattr(record, "plan", "")


def test_notes_are_few_neutral_words() -> None:
    for record in RECORDS:
        assert len(record_words(record)) <= 80
        assert "!" not in record_words(record)
