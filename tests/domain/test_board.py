"""Names that a family gives."""

import pytest

from bonddiary.domain.board import MOST_LETTERS, WordKind, clean_name
from bonddiary.domain.errors import InvalidEntry


def test_spaces_around_and_between_are_tidied() -> None:
    assert clean_name("  fish \n face ", WordKind.CUE) == "fish face"
    assert clean_name("   ", WordKind.CUE) == ""


@pytest.mark.parametrize(("kind", "most"), [(WordKind.CUE, 4), (WordKind.RESPONSE, 3), (WordKind.CARE, 3)])
def test_so_many_words_have_room(kind: WordKind, most: int) -> None:
    assert clean_name("a " * most, kind)
    with pytest.raises(InvalidEntry, match=f"up to {most} words"):
        clean_name("a " * (most + 1), kind)


def test_so_many_letters_have_room() -> None:
    assert clean_name("a" * MOST_LETTERS, WordKind.CUE)
    with pytest.raises(InvalidEntry, match="letters"):
        clean_name("a" * (MOST_LETTERS + 1), WordKind.CUE)
