"""The small words of typed phrases: read when they are asked for, in the language asked for."""

from pathlib import Path

from bonddiary.content.loader import load_catalog
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain.phrases import PhraseWord


def test_every_kind_of_small_word_is_there() -> None:
    words = load_phrase_words()
    assert all(words.words[kind] for kind in PhraseWord)
    assert "f" in words.short["r-feed-responsive"]


def test_a_language_brings_its_own(folder: Path) -> None:
    place = folder / "lang" / "xx"
    place.mkdir()
    (place / "phrases.toml").write_text(
        '[phrase.ago]\nsynonyms = ["fa"]\n[short.rooting]\nsynonyms = ["rr"]\n', encoding="utf-8"
    )
    words, plain = load_phrase_words("xx", folder), load_phrase_words(folder=folder)
    assert words.words[PhraseWord.AGO] == ("fa",)
    assert words.words[PhraseWord.NOW] == plain.words[PhraseWord.NOW]
    assert words.short["rooting"] == ("rr",)


def test_start_up_does_without_them(folder: Path) -> None:
    (folder / "phrases.toml").unlink()
    assert load_catalog(folder=folder).cues
