"""Whatever happens to the diary's file is noticed, and never shown as an empty diary.

A sample by itself; all of it with `BONDDIARY_WHOLE=1` (some minutes).
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from bonddiary.diary.copies import Backups
from tests.builders import NOW, clock_at, moment, open_at
from tests.store.damage import NIGHTS, Damage, Seen, Whole, every_damage, make_whole, what_notices

EVERY = 1 if os.environ.get("BONDDIARY_WHOLE") else 12


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return make_whole(tmp_path_factory.mktemp("damage"))


def test_all_of_it_is_noticed_or_harmless(whole: Whole) -> None:
    found: Counter[tuple[str, Seen]] = Counter()
    unseen = []
    for damage in every_damage(whole.content, EVERY):
        seen = what_notices(whole, damage)
        found[damage.kind, seen] += 1
        if seen is Seen.UNSEEN:
            unseen.append(damage)
    for (kind, seen), count in sorted(found.items()):
        print(f"{count:5,} {kind}: {seen}")  # the figures, with pytest -s
    assert unseen == []
    kinds = {kind for kind, _ in found}
    assert kinds == {
        "bit",
        "cut",
        "zeroed page",
        "noise",
        "swapped pages",
        "journal",
        "gone",
        "empty",
        "other file",
    }
    assert sum(found.values()) >= 1_800 // EVERY
    harmless = {kind for kind, seen in found if seen is Seen.NOTHING_LOST}
    assert harmless <= {"bit", "journal"}, "a page or an end that is lost is always noticed"


@pytest.mark.parametrize("kind", ["gone", "empty", "other file"])
def test_another_file_or_none_is_noticed_at_opening(whole: Whole, kind: str) -> None:
    damages = [each for each in every_damage(whole.content, 1_000) if each.kind == kind]
    assert damages
    for damage in damages:
        assert what_notices(whole, damage) is Seen.OPEN


def test_a_changed_letter_in_a_note_is_noticed_beside_the_copy_before(whole: Whole) -> None:
    assert whole.content.count(b"windy") >= NIGHTS
    changed = whole.content.replace(b"windy", b"wordy", 1)
    assert what_notices(whole, Damage("bit", changed)) in {Seen.COPY, Seen.BESIDE}


def test_what_was_done_since_is_no_damage(tmp_path: Path) -> None:
    whole = make_whole(tmp_path)
    backups = Backups(whole.path, clock_at(NOW))
    diary = open_at(whole.path)
    diary.bring_in([moment()], "test")
    assert backups.make(backups.all()[0].why).doubtful == 0
    for _ in range(5):
        diary.undo()
    assert backups.make(backups.all()[0].why).doubtful == 0, "taken back, below what the copy held"
    diary.bring_in([moment()], "test")
    for _ in range(120):
        diary.bring_in([moment()], "test")
    assert backups.make(backups.all()[0].why).doubtful == 0, "further back than the history goes"
    diary.close()
    assert backups.wrong_with_diary() == []
