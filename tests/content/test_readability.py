"""The readability index equals its published formula, and sentences are counted as people count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.content.readability import HARDEST, readability_index, sentences, too_hard, too_long


def test_the_index_is_the_published_formula() -> None:
    text = "The cat sat. The dog ran off."  # 21 letters, 7 words, 2 sentences
    assert readability_index(text) == pytest.approx(4.71 * 21 / 7 + 0.5 * 7 / 2 - 21.43)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("", []),
        ("One two. Three!", [2, 1]),
        ("A temperature of 38.5 is high. Call 111", [6, 2]),
        ("Wait … then look?", [1, 2]),
        ("It isn’t a no: it’s a rest.", [7]),
        ("A far-away look. “Oh!” Then this.", [3, 1, 2]),
    ],
)
def test_sentences_end_at_stops_and_not_inside_numbers(text: str, lengths: list[int]) -> None:
    assert [len(sentence) for sentence in sentences(text)] == lengths


def test_long_words_and_long_sentences_are_harder() -> None:
    easy = "Your baby may look away. This may be a rest. You could wait a bit."
    assert too_hard(easy) is None
    hard = (
        "Infant disengagement communicates momentary overstimulation necessitating parental accommodation now. "
        * 2
    )
    found = too_hard(hard)
    assert found is not None
    assert found > HARDEST
    assert too_long("word " * 20) is None
    assert too_long("word " * 21) is not None


@given(st.text())
def test_any_text_has_an_index(text: str) -> None:
    assert isinstance(readability_index(text), float)
    assert sum(map(len, sentences(text))) <= len(text)
