"""Words for undo and redo."""

import pytest

from bonddiary.content.loader import load_catalog
from bonddiary.diary.title import Title, Verb
from bonddiary.diary.titles import title_words
from bonddiary.domain.care import CareKind, DayMarkKind
from bonddiary.domain.records import Kind
from tests.builders import board_choice, own_word

CATALOG = load_catalog()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (Title(Verb.LOG, "rooting"), "log rooting"),
        (Title(Verb.LOG, "feed"), "log feed"),
        (Title(Verb.IMPORT, "baby-connect", 4207), "import 4,207 entries"),
        (Title(Verb.IMPORT, "baby-connect", 1), "import 1 entry"),
        (Title(Verb.DELETE, "moment", 2), "delete 2 moments"),
        (Title(Verb.DELETE, "entry", 3), "delete 3 entries"),
        (Title(Verb.RESTORE, "rooting"), "restore rooting"),
        (Title(Verb.ADD, "baby"), "add a baby"),
        (Title(Verb.EDIT, "question"), "edit a question"),
        (Title(Verb.MARK, "whole-day"), "mark “I logged the whole day”"),
        (Title(Verb.PIN, "pin"), "choose pinned cues"),
        (Title(Verb.ARRANGE, "board", 5), "arrange 5 tiles"),
        (Title(Verb.ARRANGE, "rooting"), "arrange rooting"),
        (Title(Verb.SAVE, "tip-choice"), "save a tip"),
        (Title(Verb.UNSAVE, "tip-choice"), "unsave a tip"),
        (Title(Verb.HIDE, "tip-choice"), "hide a tip"),
        (Title(Verb.SHOW, "tip-choice"), "show a tip again"),
        (Title(Verb.START, "crying"), "start a crying timer"),
        (Title(Verb.MOVE, "crying"), "move the start of a crying timer"),
        (Title(Verb.STOP, "feed"), "stop a feed timer"),
        (Title(Verb.DISCARD, "settling"), "discard a settling timer"),
        (Title(Verb.STOP, "of-a-later-version"), "stop a timer"),
        (Title(Verb.LOG, "a-cue-of-a-later-version"), "log a cue of a later version"),
    ],
)
def test_words(title: Title, words: str) -> None:
    assert title_words(title, CATALOG) == words


def test_a_cue_of_the_familys_own_has_its_name() -> None:
    word = own_word("Fish face")
    assert title_words(Title(Verb.LOG, word.id), CATALOG, [word]) == "log fish face"
    assert title_words(Title(Verb.LOG, word.id), CATALOG, [own_word()]) == "log a word of your own"
    renamed = board_choice("rooting", name="Woodpecker")
    assert title_words(Title(Verb.HIDE, "rooting"), CATALOG, [renamed]) == "hide woodpecker"


def test_every_kind_of_step_has_words() -> None:
    subjects = [*Kind, *CareKind, *DayMarkKind, "entry", "rooting"]
    for verb in Verb:
        for subject in subjects:
            for count in (1, 1000):
                assert title_words(Title(verb, str(subject), count), CATALOG).strip()
