"""Laws of phrases: nothing raises, no letter is lost, what is understood comes back."""

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.phrase.draft import draft_of
from bonddiary.analysis.phrase.reading import Part, Reading, format_reading
from bonddiary.analysis.phrase.tokens import fold, tokens
from bonddiary.content.loader import load_catalog
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain.phrases import PhraseWord
from bonddiary.domain.when import When
from tests.analysis.phrases import OWN, read
from tests.builders import ROBIN
from tests.strategies import whens

CATALOG, SMALL = load_catalog(), load_phrase_words()
NAMED = [
    *(text for cue in CATALOG.cues.values() for text in (cue.name, *cue.synonyms)),
    *(text for response in CATALOG.responses.values() for text in (response.title, *response.synonyms)),
    *(text for outcome in CATALOG.outcomes.values() for text in (outcome.name, *outcome.synonyms)),
    *(text for step in CATALOG.bins.values() for text in (step.name, *step.synonyms)),
]
WORDS = [
    *NAMED,
    *(word.name for word in OWN),
    *(text for texts in (*SMALL.words.values(), *SMALL.short.values()) for text in texts),
]
SPLITS = set(";\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
numbers = st.integers(0, 100).map(str) | st.sampled_from(["3:12", "10.45", "99999", "1h30", "007"])


@st.composite
def slipped(draw: st.DrawFn) -> str:
    """A word of content with a letter gone, as many letters as one likes from its start, or one more."""
    word: str = draw(st.sampled_from(WORDS))
    place = draw(st.integers(0, len(word)))
    begun, rest = word[:place], word[place:]
    return begun + draw(st.sampled_from([rest[1:], "", f"e{rest}"]))


pieces = st.sampled_from(WORDS) | numbers | slipped() | st.text(max_size=6)
phrases = st.lists(st.tuples(pieces, st.sampled_from([" ", " ", " ", ", ", "", ";", "\n"])), max_size=12).map(
    lambda each: "".join(piece + gap for piece, gap in each)
)
texts = st.text() | phrases


@given(texts, whens())
def test_nothing_raises_and_no_letter_is_lost(text: str, now: When) -> None:
    ended = 0
    for reading in read(text, now):
        assert reading.text == text
        start, end = reading.chips[0].start, reading.chips[-1].end
        assert "".join(map(reading.words, reading.chips)) == text[start:end]
        assert SPLITS.isdisjoint(text[start:end])
        assert all(one in SPLITS or one.isspace() for one in text[ended:start])
        ended = end
    assert all(one in SPLITS or one.isspace() for one in text[ended:])


@given(texts, whens())
def test_between_the_pieces_there_is_nothing_that_says_anything(text: str, now: When) -> None:
    joining = {fold(word) for words in SMALL.words[PhraseWord.JOIN] for word in words.split()}
    for reading in read(text, now):
        for chip in reading.chips:
            if chip.part is Part.JOIN:
                assert {token.word for token in tokens(reading.words(chip))} <= joining
        for chip in reading.kept:
            assert reading.words(chip) in reading.note
            assert chip.why is not None


def understood(reading: Reading) -> tuple[object, ...]:
    return reading.cues, reading.at, reading.responses, reading.outcome, reading.settle


@given(phrases, whens())
def test_what_is_understood_comes_back(text: str, now: When) -> None:
    for reading in read(text, now):
        again = read(format_reading(reading), now)
        assert [understood(one) for one in again] == (
            [understood(reading)] if format_reading(reading) else []
        )
        assert [one.note for one in again] == [""] * len(again)


@given(texts, whens())
def test_no_moment_is_still_to_come_and_each_with_a_cue_can_be_saved(text: str, now: When) -> None:
    for reading in read(text, now):
        assert reading.at is None or reading.at.utc <= now.utc
        if reading.cues:
            assert draft_of(reading, ROBIN.id, now, CATALOG).note == reading.note
