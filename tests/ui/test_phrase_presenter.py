"""What a phrase means while it is typed, and what Enter does. Now is 9pm on 16 November 2026."""

from datetime import timedelta

import pytest

from bonddiary.analysis.phrase.reading import Part, Why
from bonddiary.domain.board import BoardChoice, OwnWord, WordKind
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import BoardChoiceId, WordId
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When
from bonddiary.ui.models.care import CareWords
from bonddiary.ui.phrase.presenter import PhrasePresenter, Place
from bonddiary.ui.phrase.state import PhraseState, Piece
from bonddiary.ui.session import Session
from tests.builders import NOW, cue_keys
from tests.ui.test_log_keys import moments
from tests.ui.test_log_trouble import unwritable


class Typed:
    """A phrase presenter and what it has said."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.shown: list[PhraseState] = []
        self.cared: list[tuple[CareWords, ...]] = []
        self.saved: list[tuple[int, str]] = []
        self.saved_when_cared: list[int] = []
        self.back = timedelta()
        self.refused = ""
        place = Place("phrase", self.shown.append, self._chosen, self._care, self._save)
        self.presenter = PhrasePresenter(session, place)

    def _chosen(self, now: When) -> When:
        if self.refused:
            raise InvalidEntry(self.refused)
        return now.shifted(-self.back)

    def _care(self, cards: tuple[CareWords, ...]) -> None:
        self.cared.append(cards)
        self.saved_when_cared.append(len(moments(self.session)))

    def _save(self, saved: tuple[Moment, ...], title: str) -> None:
        self.saved.append((len(saved), title))

    @property
    def state(self) -> PhraseState:
        return self.presenter.state

    def pieces(self) -> list[Piece]:
        return [piece for moment in self.state.moments for piece in moment]

    def piece(self, typed: str) -> Piece:
        return next(piece for piece in self.pieces() if piece.typed == typed)

    def names(self) -> list[tuple[str, str]]:
        return [(piece.part.value, piece.name or piece.typed) for piece in self.pieces()]


def at_start(robin: Session) -> Typed:
    """The same diary in a window that hasn't opened it yet."""
    session = Session(robin.paths, lambda: robin.diary, robin.catalog, robin.clock, robin.settings)
    made = Typed(session)
    session.opened.connect(made.presenter.restore)
    return made


@pytest.fixture
def typed(robin: Session) -> Typed:
    return Typed(robin)


def test_each_piece_is_shown_before_enter(typed: Typed) -> None:
    typed.presenter.type("rotoing 10 min ago fed, settled in 5 poor thing")
    assert typed.names() == [
        ("cue", "Rooting"),
        ("time", "8:50pm"),
        ("response", "Fed"),
        ("outcome", "Settled"),
        ("settle", "5 min"),
        ("note", "poor thing"),
    ]
    assert [piece.drawing for piece in typed.pieces()][:4] == [
        "cue-rooting",
        "clock",
        "response-feed",
        "mark-full",
    ]
    assert moments(typed.session) == ()


class TestSaving:
    def test_saves_what_was_shown(self, typed: Typed) -> None:
        typed.presenter.type("rooting 10 min ago, fed, settled in 5 poor thing")
        typed.presenter.save()
        (saved,) = moments(typed.session)
        assert (saved.cues, saved.at, saved.note) == (
            ("rooting",),
            NOW.shifted(-timedelta(minutes=10)),
            "poor thing",
        )
        assert typed.saved == [(1, "Rooting, 8:50pm")]
        assert typed.state == PhraseState()

    def test_several_are_one_step(self, typed: Typed) -> None:
        typed.presenter.type("yawn 3am; rooting fed; smile")
        assert len(typed.state.moments) == 3
        typed.presenter.save()
        assert len(moments(typed.session)) == 3
        typed.session.diary.undo()
        assert moments(typed.session) == ()

    def test_the_time_chosen_beside_it_counts_where_none_is_typed(self, typed: Typed) -> None:
        typed.back = timedelta(minutes=15)
        typed.presenter.type("yawn 3am; rooting")
        typed.presenter.save()
        assert [saved.at.wall.strftime("%H:%M") for saved in moments(typed.session)] == ["03:00", "20:45"]

    def test_a_time_that_is_none_is_said(self, typed: Typed) -> None:
        typed.refused = "Type a time."
        typed.presenter.type("rooting")
        typed.presenter.save()
        assert (typed.state.time_problem, typed.state.text) == ("Type a time.", "rooting")
        typed.presenter.type("rooting 3am")
        typed.presenter.save()
        assert len(moments(typed.session)) == 1

    def test_without_a_cue_nothing_is_saved_and_the_text_stays(self, typed: Typed) -> None:
        typed.presenter.type("rooting; fed")
        typed.presenter.save()
        assert moments(typed.session) == ()
        assert (typed.state.text, typed.state.lacking, typed.state.told) == ("rooting; fed", (2,), True)

    def test_care_cards_come_first(self, typed: Typed) -> None:
        cue = next(cue for cue in typed.session.catalog.cues.values() if cue.signs)
        typed.presenter.type(cue.name)
        typed.presenter.save()
        assert typed.cared == [typed.session.guides.care_for(cue.key)]
        assert typed.saved_when_cared == [0]
        assert len(moments(typed.session)) == 1

    def test_blanks_are_nothing(self, typed: Typed) -> None:
        typed.presenter.type("  ")
        typed.presenter.save()
        assert typed.saved == []

    def test_in_an_empty_diary_the_baby_comes_with_it(self, session: Session) -> None:
        typed = Typed(session)
        typed.presenter.type("rooting")
        typed.presenter.save()
        assert len(session.babies) == 1
        assert typed.saved == [(1, "Rooting, 9pm")]


class TestTrouble:
    def test_the_text_stays_with_why_and_is_saved_once(self, typed: Typed) -> None:
        typed.presenter.type("rooting 10 min ago; yawn")
        with unwritable(typed.session.diary):
            typed.presenter.save()
            assert typed.state.waits
            assert typed.state.problem
            assert typed.state.text == "rooting 10 min ago; yawn"
            assert typed.presenter.unsaved()
        assert typed.presenter.unsaved() == ""
        assert typed.presenter.unsaved() == ""
        assert len(moments(typed.session)) == 2
        assert typed.state == PhraseState()

    def test_a_later_try_keeps_the_time(self, typed: Typed, robin: Session) -> None:
        typed.presenter.type("rooting")
        with unwritable(robin.diary):
            typed.presenter.save()
        robin.clock = lambda: NOW.shifted(timedelta(minutes=20))
        typed.presenter.type("rooting fed")
        typed.presenter.save()
        (saved,) = moments(robin)
        assert (saved.at, saved.entered) == (NOW, NOW)

    def test_what_is_typed_anew_has_its_own_time(self, typed: Typed, robin: Session) -> None:
        typed.presenter.type("rooting")
        with unwritable(robin.diary):
            typed.presenter.save()
        typed.presenter.type("")
        robin.clock = lambda: NOW.shifted(timedelta(minutes=20))
        typed.presenter.type("yawn")
        typed.presenter.save()
        (saved,) = moments(robin)
        assert saved.at == NOW.shifted(timedelta(minutes=20))


class TestOtherMeanings:
    def test_plain_words_go_to_the_note_and_stay_there(self, typed: Typed) -> None:
        typed.presenter.type("rooting fed")
        typed.presenter.keep_plain(typed.piece("fed"))
        typed.presenter.type("yawn, rooting fed")
        typed.presenter.type("yawn, rooting fed, rocked")
        assert typed.piece("fed").why is Why.PLAIN
        typed.presenter.save()
        (saved,) = moments(typed.session)
        assert (saved.note, len(saved.responses)) == ("fed", 1)

    def test_they_can_be_read_again(self, typed: Typed) -> None:
        typed.presenter.type("rooting fed")
        typed.presenter.keep_plain(typed.piece("fed"))
        typed.presenter.read_again(typed.piece("fed"))
        assert typed.piece("fed").part is Part.RESPONSE

    def test_what_was_meant_takes_the_place_of_the_words(self, typed: Typed) -> None:
        typed.presenter.type("gr, fed")
        (first, *_) = others = typed.presenter.others(typed.piece("gr"))
        assert len(others) > 3
        typed.presenter.mean(typed.piece("gr"), first)
        assert ("cue", first.name) in typed.names()
        assert ("response", "Fed") in typed.names()

    def test_every_other_meaning_is_read_as_itself(self, typed: Typed) -> None:
        for word in ("gr", "cry", "smile", "sl", "fed"):
            typed.presenter.type(word)
            for other in typed.presenter.others(typed.pieces()[0]):
                typed.presenter.type(other.typed)
                assert [name for _, name in typed.names()] == [other.name]

    def test_a_time_has_none(self, typed: Typed) -> None:
        typed.presenter.type("rooting 3am")
        assert typed.presenter.others(typed.piece("3am")) == ()


class TestFamilyWords:
    def test_pieces_have_the_family_s_names(self, typed: Typed, robin: Session) -> None:
        robin.diary.listen(typed.presenter.on_change)
        typed.presenter.type("rooting, fish face")
        robin.diary.add(OwnWord(id=WordId("own"), kind=WordKind.CUE, name="Fish face", drawing="smile"))
        robin.diary.arrange(BoardChoice(id=BoardChoiceId("one"), key="rooting", name="Nosing"))
        assert [(piece.name, piece.drawing) for piece in typed.pieces()][:2] == [
            ("Nosing", "cue-rooting"),
            ("Fish face", "cue-smile"),
        ]
        assert typed.state.lacking == ()

    def test_signs_are_shown_for_a_name_that_is_known_once_the_diary_is_open(self, robin: Session) -> None:
        key = next(cue.key for cue in robin.catalog.cues.values() if cue.signs)
        robin.diary.arrange(BoardChoice(id=BoardChoiceId("one"), key=key, name="Zigzag"))
        typed = at_start(robin)
        typed.presenter.type("zigzag")
        typed.presenter.save()
        assert [each.cues for each in moments(robin)] == [(key,)]
        assert typed.cared == [robin.guides.care_for(key)]
        assert typed.saved_when_cared == [0]


class TestHalfTyped:
    def test_comes_back_with_what_was_kept_plain(self, typed: Typed, robin: Session) -> None:
        typed.presenter.type("rooting fed")
        typed.presenter.keep_plain(typed.piece("fed"))
        assert typed.presenter.keep() == ""
        again = Typed(robin)
        again.presenter.restore()
        assert again.state.text == "rooting fed"
        assert again.piece("fed").why is Why.PLAIN

    def test_is_gone_after_saving(self, typed: Typed, robin: Session) -> None:
        typed.presenter.type("rooting")
        typed.presenter.keep()
        assert robin.diary.draft("phrase") == "rooting"
        typed.presenter.save()
        assert robin.diary.draft("phrase") == ""

    def test_is_gone_when_taken_out(self, typed: Typed, robin: Session) -> None:
        typed.presenter.type("rooting fed")
        typed.presenter.keep_plain(typed.piece("fed"))
        typed.presenter.keep()
        typed.presenter.type(" ")
        typed.presenter.keep()
        assert (robin.diary.draft("phrase"), robin.diary.draft("phrase-plain")) == ("", "")

    def test_what_was_typed_before_it_came_back_follows_it(self, typed: Typed, robin: Session) -> None:
        robin.diary.keep_draft("phrase", "yawn")
        typed.presenter.type("rooting")
        typed.presenter.restore()
        assert typed.state.text == "yawn; rooting"

    def test_what_came_back_is_not_saved_with_what_was_entered(self, robin: Session) -> None:
        robin.diary.keep_draft("phrase", "yawn 5 min ago")
        typed = at_start(robin)
        typed.presenter.type("rooting")
        typed.presenter.save()  # which opens the diary
        assert [each.cues for each in moments(robin)] == [cue_keys("rooting")]
        assert (typed.state.text, robin.diary.draft("phrase")) == ("yawn 5 min ago", "yawn 5 min ago")

    def test_nor_while_what_was_entered_waits(self, robin: Session) -> None:
        robin.diary.keep_draft("phrase", "yawn 5 min ago")
        typed = at_start(robin)
        typed.presenter.type("rooting")
        with unwritable(robin.diary):
            typed.presenter.save()
        assert typed.state.text == "rooting"
        assert typed.presenter.keep() == ""
        assert robin.diary.draft("phrase") == "yawn 5 min ago; rooting"
        assert typed.presenter.unsaved() == ""
        assert [each.cues for each in moments(robin)] == [cue_keys("rooting")]
        assert (typed.state.text, robin.diary.draft("phrase")) == ("yawn 5 min ago", "yawn 5 min ago")

    def test_what_came_back_stands_before_what_has_no_cue(self, robin: Session) -> None:
        robin.diary.keep_draft("phrase", "yawn")
        typed = at_start(robin)
        typed.presenter.type("fed")
        typed.presenter.save()
        assert (typed.state.text, typed.state.told) == ("yawn; fed", True)
        assert moments(robin) == ()

    def test_is_no_step_to_undo(self, typed: Typed, robin: Session) -> None:
        before = robin.diary.undo_title()
        typed.presenter.type("rooting")
        typed.presenter.keep()
        assert robin.diary.undo_title() == before

    def test_where_it_cant_be_kept_closing_says_so(self, typed: Typed, robin: Session) -> None:
        typed.presenter.type("rooting")
        with unwritable(robin.diary):
            assert typed.presenter.unsaved()
        assert typed.presenter.unsaved() == ""
        assert moments(robin) == ()

    @pytest.mark.parametrize("spans", ["x", "3-", "9-99", "5-3", "-", "1-2-3", "²-3"])
    def test_spans_that_say_nothing_are_left_out(self, robin: Session, spans: str) -> None:
        robin.diary.keep_draft("phrase", "rooting")
        robin.diary.keep_draft("phrase-plain", spans)
        typed = Typed(robin)
        typed.presenter.restore()
        assert typed.names() == [("cue", "Rooting")]
