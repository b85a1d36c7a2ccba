"""What is typed at a visit, as it is kept."""

import pytest

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.visit import MOST_ASKED, MOST_LABEL, MOST_WRITTEN, asked, labelled, written


def test_a_question_is_one_line() -> None:
    assert asked("  Evenings are\n long.\tWhy? ") == "Evenings are long. Why?"


@pytest.mark.parametrize("typed", ["", "  ", "\n\n"])
def test_a_question_needs_words(typed: str) -> None:
    with pytest.raises(InvalidEntry, match="Type a question first"):
        asked(typed)


def test_an_answer_keeps_its_lines() -> None:
    assert written("\n First. \n\n Then.  \n") == "First.\n\n Then."
    assert written("  ") == ""


def test_very_long_words_are_refused_with_how_many_are_too_many() -> None:
    assert len(asked("a" * MOST_ASKED)) == MOST_ASKED
    with pytest.raises(InvalidEntry, match=r"room for 500 letters. This is 2 too many"):
        asked("a" * (MOST_ASKED + 2))
    with pytest.raises(InvalidEntry, match="room for 60 letters"):
        labelled("a" * (MOST_LABEL + 1))
    with pytest.raises(InvalidEntry, match="room for 10,000 letters"):
        written("a" * (MOST_WRITTEN + 1))
