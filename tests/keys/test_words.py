"""Words for passphrases, how strong one is, the recovery key's letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.content.wording import banned_words
from bonddiary.domain.errors import WrongRecoveryKey
from bonddiary.keys.cost import SMALL, USUAL
from bonddiary.keys.recovery import LETTERS, RecoveryKey, secret_of
from bonddiary.keys.strength import strength
from bonddiary.keys.words import offered, word_list


def test_the_list_is_long_short_worded_and_distinct() -> None:
    words = word_list()
    assert len(words) == 2_048
    assert list(words) == sorted(set(words))
    assert all(re.fullmatch("[a-z]{4,9}", word) for word in words)
    assert [word for word in words if list(banned_words(word))] == []


def test_no_two_words_are_a_slip_of_the_keys_apart() -> None:
    seen: dict[str, str] = {}
    for word in word_list():
        for place in range(len(word)):
            left = word[:place] + "*" + word[place + 1 :]
            assert left not in seen, (word, seen[left])
            seen[left] = word


def test_offered_words_come_from_it_and_differ() -> None:
    made = {offered() for _ in range(50)}
    assert len(made) == 50
    assert all(len(words.split()) == 5 and set(words.split()) <= set(word_list()) for words in made)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "less than a minute"),
        ("482913", "about 8 minutes"),
        ("123456", "less than a minute"),
        ("aaaaaaaaaaaa", "less than a minute"),
        ("Fluffy2024", "about 4 minutes"),
        ("woodlark album halo gibbon poppy", "about 600,000 years"),
        (
            "woodlark album halo gibbon poppy pebble onward",
            "about a million years, or more,",
        ),
        ("river river river river river", "about 1 minute"),
    ],
)
def test_strength_is_time(text: str, words: str) -> None:
    assert strength(text, USUAL).words == f"{words} of guessing with a fast computer, as an estimate"


def test_a_weak_one_is_told_what_it_does_not_stop() -> None:
    assert "may not stop" in strength("482913", USUAL).caution
    assert "may not stop" in strength("river lamp pebble onward", USUAL).caution
    assert strength(offered(), USUAL).caution == ""


@given(st.text(max_size=200))
def test_strength_never_raises_and_less_memory_makes_it_no_stronger(text: str) -> None:
    assert strength(text, USUAL).bits == strength(text, SMALL).bits >= 0


def test_a_recovery_key_is_read_as_it_is_typed() -> None:
    for _ in range(200):
        made = RecoveryKey.new()
        assert re.fullmatch("(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}", made.text)
        assert len(made.text.replace("-", "")) * 5 == 128 + 12
        careless = made.text.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert secret_of(careless) == secret_of(made.text)
        assert made.text not in repr(made)


def test_a_slip_is_noticed() -> None:
    made = RecoveryKey.new().text.replace("-", "")
    noticed = 0
    for place in range(len(made)):
        for letter in LETTERS:
            if letter != made[place]:
                try:
                    secret_of(made[:place] + letter + made[place + 1 :])
                except WrongRecoveryKey:
                    noticed += 1
    assert noticed >= 28 * 31 - 5  # 12 bits: about one slip in 4,096 isn't
    for wrong in ("", made[:-1], made + "0", "U" * 28, "é" * 28):
        with pytest.raises(WrongRecoveryKey):
            secret_of(wrong)
