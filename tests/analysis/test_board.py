"""A family's row: content's places, and those the parent gave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.board import full_row, moved, put_on
from bonddiary.domain.board import BoardChoice
from tests.builders import board_choice

DEFAULT = ("a", "b", "c", "d", "e")
MEMBERS = (*DEFAULT, "f", "g", "own")


def placed(**places: int | None) -> dict[str, BoardChoice]:
    return {key: board_choice(key, name="", place=place) for key, place in places.items()}


def test_without_choices_it_is_contents() -> None:
    assert full_row(DEFAULT, MEMBERS, {}) == DEFAULT


def test_a_place_is_counted_from_0_and_the_others_keep_their_order() -> None:
    assert full_row(DEFAULT, MEMBERS, placed(own=1)) == ("a", "own", "b", "c", "d", "e")
    assert full_row(DEFAULT, MEMBERS, placed(e=0)) == ("e", "a", "b", "c", "d")


def test_a_place_beyond_the_row_is_its_end() -> None:
    assert full_row(DEFAULT, MEMBERS, placed(own=40)) == (*DEFAULT, "own")


def test_a_name_alone_moves_nothing() -> None:
    assert full_row(DEFAULT, MEMBERS, {"b": board_choice("b")}) == DEFAULT


def test_what_is_no_member_any_more_has_no_place() -> None:
    assert full_row(DEFAULT, MEMBERS, placed(gone=0)) == DEFAULT


class TestMoved:
    def test_changes_places_with_the_tile_seen_beside_it(self) -> None:
        assert moved(DEFAULT, (), "c", -1) == ("a", "c", "b", "d", "e")
        assert moved(DEFAULT, ("b",), "c", -1) == ("c", "b", "a", "d", "e")
        assert moved(DEFAULT, (), "c", 1) == ("a", "b", "d", "c", "e")

    @pytest.mark.parametrize(("key", "by"), [("a", -1), ("e", 1), ("unknown", 1)])
    def test_stays_where_it_can_go_no_further(self, key: str, by: int) -> None:
        assert moved(DEFAULT, (), key, by) == DEFAULT

    @given(st.permutations(DEFAULT), st.sets(st.sampled_from(DEFAULT)), st.sampled_from(DEFAULT))
    def test_there_and_back_is_the_same_row(self, row: list[str], hidden: set[str], key: str) -> None:
        seen = [each for each in row if each not in hidden]
        if key in seen[:-1]:
            assert moved(moved(row, hidden, key, 1), hidden, key, -1) == tuple(row)


class TestPutOn:
    def test_comes_last_where_there_is_room(self) -> None:
        assert put_on(("a", "b"), (), DEFAULT, "own", 5) == ("a", "b", "own")
        assert put_on(DEFAULT, ("c",), DEFAULT, "own", 5) == (*DEFAULT, "own")
        assert put_on((), (), DEFAULT, "own", 5) == ("own",)

    def test_takes_the_place_of_contents_last_tile_in_a_full_row(self) -> None:
        assert put_on(DEFAULT, (), DEFAULT, "own", 5) == ("a", "b", "c", "d", "own", "e")

    def test_leaves_the_parents_tiles_where_they_are(self) -> None:
        row = ("a", "b", "c", "d", "mine", "e")
        assert put_on(row, (), DEFAULT, "own", 5) == ("a", "b", "c", "own", "mine", "d", "e")

    def test_is_seen_where_fewer_have_room(self) -> None:
        assert put_on(DEFAULT, (), DEFAULT, "own", 3)[:3] == ("a", "b", "own")

    @given(st.permutations([*DEFAULT, "mine", "other"]), st.sets(st.sampled_from(DEFAULT)), st.integers(1, 5))
    def test_is_always_seen_and_nothing_is_lost(self, row: list[str], hidden: set[str], tiles: int) -> None:
        put = put_on(row, hidden, DEFAULT, "own", tiles)
        assert "own" in [each for each in put if each not in hidden][:tiles]
        assert sorted(put) == sorted([*row, "own"])
        before = [each for each in row if each not in hidden][:tiles]
        after = [each for each in put if each not in hidden][:tiles]
        assert sum(one != other for one, other in zip(before, after, strict=False)) <= 1
