"""Words kept plain: they never become anything but note, wherever they stand and whatever is typed beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.phrase.parser import read_phrases
from bonddiary.analysis.phrase.plain import moved, without
from bonddiary.analysis.phrase.reading import Part, Reading, Why
from bonddiary.domain.when import When
from tests.analysis.phrases import index
from tests.analysis.test_phrase_laws import SPLITS, phrases, texts, understood
from tests.builders import NOW
from tests.strategies import whens

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda pair: (pair[0], sum(pair))))


def read(text: str, *plain: tuple[int, int], now: When = NOW) -> tuple[Reading, ...]:
    return read_phrases(text, index(), now, plain)


def span(text: str, word: str) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)


@given(texts, spans, whens())
def test_plain_letters_are_in_the_note_or_between_words(
    text: str, plain: list[tuple[int, int]], now: When
) -> None:
    """Never raises, loses no letter, and understands nothing of what is to stay plain."""
    for reading in read(text, *plain, now=now):
        start, end = reading.chips[0].start, reading.chips[-1].end
        assert "".join(map(reading.words, reading.chips)) == text[start:end]
        assert SPLITS.isdisjoint(text[start:end])
        for chip in reading.chips:
            cut = [text[max(first, chip.start) : min(last, chip.end)] for first, last in plain]
            if any(one.isalnum() for letters in cut for one in letters):
                assert chip.part is Part.NOTE
        for chip in reading.kept:
            assert reading.words(chip) in reading.note


@given(phrases, whens())
def test_all_of_it_plain_is_one_note(text: str, now: When) -> None:
    for reading in read(text, (0, len(text)), now=now):
        assert understood(reading) == ((), None, (), None, None)


@given(phrases, whens())
def test_nothing_plain_reads_as_ever(text: str, now: When) -> None:
    assert read(text, now=now) == read_phrases(text, index(), now)
    assert read(text, (len(text), len(text)), (3, 3), now=now) == read_phrases(text, index(), now)


def test_the_others_are_understood_as_ever() -> None:
    text = "rooting fed rocked settled in 5"
    (reading,) = read(text, span(text, "fed"))
    assert reading.cues == ("rooting",)
    assert reading.note == "fed"
    assert [chip.why for chip in reading.kept] == [Why.PLAIN]
    assert reading.outcome == "out-settled"


def test_a_plain_not_takes_nothing_back() -> None:
    text = "rooting not fed"
    assert read(text)[0].responses == ()
    (reading,) = read(text, span(text, "not"))
    assert (reading.responses, reading.note) == (("r-feed-responsive",), "not")


def test_a_plain_number_is_no_time() -> None:
    text = "rooting 10 min ago"
    (reading,) = read(text, span(text, "10 min ago"))
    assert (reading.at, reading.note) == (None, "10 min ago")


class TestMoved:
    @pytest.mark.parametrize(
        ("before", "after", "plain", "then"),
        [
            ("rooting fed", "rooting fed rocked", "fed", "fed"),
            ("rooting fed", "yawn rooting fed", "fed", "fed"),
            ("rooting, fed", "rooting fed", "fed", "fed"),
            ("rooting fed", "rooting fd", "fed", ""),
            ("rooting fed", "", "fed", ""),
            ("fed rooting", "fed", "fed", "fed"),
        ],
    )
    def test_a_word_stays_plain_while_others_are_typed(
        self, before: str, after: str, plain: str, then: str
    ) -> None:
        assert [after[start:end] for start, end in moved([span(before, plain)], before, after)] == (
            [then] if then else []
        )

    @given(texts, texts, spans)
    def test_what_stays_is_the_same_words(
        self, before: str, after: str, plain: list[tuple[int, int]]
    ) -> None:
        plain = [(start, end) for start, end in plain if start < end <= len(before)]
        words = [before[start:end] for start, end in plain]
        for start, end in moved(plain, before, after):
            assert after[start:end] in words

    def test_without_takes_away_all_that_touch(self) -> None:
        assert without([(0, 3), (4, 8), (9, 12)], 2, 5) == ((9, 12),)
