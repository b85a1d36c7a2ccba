"""Ids: UUIDv7, in the order they were made."""

import threading
import time
import uuid

import pytest

from bonddiary.domain.ids import new_id


def test_an_id_is_a_uuid_version_7_of_now() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id())
    after = time.time_ns() // 1_000_000
    assert made.variant == uuid.RFC_4122
    assert made.version == 7
    # the counter may have run ahead of the clock by the ids made in this millisecond
    assert before <= made.int >> 80 <= after + 1_000


def test_later_ids_sort_after_earlier_ones() -> None:
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_a_clock_set_back_does_not_turn_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr("bonddiary.domain.ids.time.time_ns", lambda: 0)
    assert new_id() > first


def test_threads_never_share_an_id() -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.extend([new_id() for _ in range(2_000)])) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == len(set(made)) == 8_000
