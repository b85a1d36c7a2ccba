"""What the Visits page decides: questions, visits, how it went, and Undo in words."""

from datetime import date

import pytest

from bonddiary.diary.titles import title_words
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import QuestionId
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.visit import Question, Visit, VisitKind
from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.presenter import NO_DAY, QUESTION_GONE, VISIT_GONE, VisitsPresenter
from bonddiary.ui.pages.visits.state import Status
from bonddiary.ui.session import Session
from tests.builders import moment, question, visit

NEXT, LATER, DUE, RECENT = (
    visit(day=date(2026, 11, 20), review="en-6-8-weeks"),
    visit(day=date(2026, 12, 1), kind=VisitKind.OTHER, label="Feeding clinic"),
    visit(day=date(2026, 11, 2)),
    visit(day=date(2026, 11, 3)),
)


def undone(session: Session) -> str:
    title = session.diary.undo()
    assert title is not None
    return title_words(title, session.catalog)


def texts(presenter: VisitsPresenter) -> list[str]:
    return [row.text for row in presenter.state.questions]


class TestQuestions:
    def test_one_is_added_and_undone_in_words(self, robin: Session, presenter: VisitsPresenter) -> None:
        assert presenter.add("  Is this\nusual? ")
        assert texts(presenter) == ["Is this usual?"]
        (kept,) = robin.diary.all(Question)
        assert (kept.asked_on, kept.visit, kept.about) == (date(2026, 11, 16), None, "")
        assert undone(robin) == "add a question"

    def test_one_without_words_is_refused_where_it_is_typed(self, presenter: VisitsPresenter) -> None:
        assert not presenter.add("  ")
        assert presenter.state.told[keys.new_for(presenter.state.baby)].problem == "Type a question first."

    def test_changing_one_is_a_step_of_its_own(self, robin: Session, presenter: VisitsPresenter) -> None:
        presenter.add("Is this usual?")
        row = presenter.state.questions[0]
        presenter.leave(keys.text_of(row.id), "Is that usual?")
        assert texts(presenter) == ["Is that usual?"]
        assert presenter.state.told[keys.text_of(row.id)].status is Status.SAVED
        assert undone(robin) == "edit a question"

    def test_one_may_not_become_blank(self, robin: Session, presenter: VisitsPresenter) -> None:
        presenter.add("Is this usual?")
        key = keys.text_of(presenter.state.questions[0].id)
        presenter.leave(key, "")
        assert presenter.state.told[key].problem == "A question needs words. You can also delete it."
        assert robin.diary.all(Question)[0].text == "Is this usual?"

    def test_they_go_up_and_down_and_back(self, robin: Session, presenter: VisitsPresenter) -> None:
        for text in ("One?", "Two?", "Three?"):
            presenter.add(text)
        presenter.move(presenter.state.questions[2].id, -1)
        assert texts(presenter) == ["One?", "Three?", "Two?"]
        presenter.add("Four?")
        assert texts(presenter)[-1] == "Four?"
        presenter.move(presenter.state.questions[0].id, -1)
        assert texts(presenter)[0] == "One?"
        assert undone(robin) == "add a question"
        assert undone(robin) == "put questions in another order"
        presenter.refresh()
        assert texts(presenter) == ["One?", "Two?", "Three?"]

    def test_a_deleted_one_comes_back(self, robin: Session, presenter: VisitsPresenter) -> None:
        presenter.add("One?")
        presenter.remove(presenter.state.questions[0].id)
        assert (texts(presenter), presenter.state.done) == ([], QUESTION_GONE)
        presenter.undo()
        assert (texts(presenter), presenter.state.done) == (["One?"], "")

    def test_undo_is_offered_until_something_else_is_done(
        self, robin: Session, presenter: VisitsPresenter
    ) -> None:
        presenter.add("One?")
        presenter.remove(presenter.state.questions[0].id)
        robin.diary.add(question())
        presenter.refresh()
        assert presenter.state.done == ""

    def test_with_two_visits_to_come_one_can_be_chosen(
        self, robin: Session, presenter: VisitsPresenter
    ) -> None:
        robin.diary.add(NEXT)
        presenter.add("One?")
        assert presenter.state.questions[0].choices == ()
        robin.diary.add(LATER)
        presenter.refresh()
        row = presenter.state.questions[0]
        assert [name for _, name in row.choices] == [
            "The next visit",
            "6 to 8 weeks, Friday 20 November",
            "Feeding clinic, Tuesday 1 December",
        ]
        presenter.choose_visit(row.id, LATER.id)
        assert presenter.state.questions[0].visit == LATER.id
        assert robin.diary.all(Question)[0].visit == LATER.id
        presenter.choose_visit(row.id, "")
        assert robin.diary.all(Question)[0].visit is None

    def test_each_belongs_to_the_baby_shown(self, robin: Session, presenter: VisitsPresenter) -> None:
        from tests.ui.test_settings_family import WREN

        robin.diary.add(WREN)
        presenter.add("For Robin?")
        robin.show_baby(WREN.id)
        presenter.change_baby(visible=True)
        assert texts(presenter) == []
        presenter.add("For Wren?")
        assert texts(presenter) == ["For Wren?"]
        assert {each.text: each.baby for each in robin.diary.all(Question)}["For Wren?"] == WREN.id
        assert presenter.state.mark is not None
        assert presenter.state.mark.name == "Wren"

    def test_an_empty_diary_gets_its_baby_with_the_question(self, session: Session) -> None:
        presenter = VisitsPresenter(session, lambda _state: None, lambda _typed: None)
        presenter.enter()
        assert presenter.add("One?")
        assert texts(presenter) == ["One?"]
        assert len(session.babies) == 1


class TestAbout:
    @pytest.mark.parametrize(
        ("about", "words"),
        [
            ("cue:rooting", "About rooting"),
            ("tip:tip-early-feeding-signs", "About the tip “Early signs come before crying”"),
            ("chart:tried", "About what was tried and what happened next, on Patterns"),
        ],
    )
    def test_it_is_said_and_leads_back(self, presenter: VisitsPresenter, about: str, words: str) -> None:
        presenter.ask(about)
        assert presenter.state.asking is not None
        assert presenter.state.asking.words == words
        presenter.add("Why?")
        assert presenter.state.asking is None
        found = presenter.state.questions[0].about
        assert found is not None
        assert (found.words, found.leads) == (words, about)

    def test_an_entry_is_named_by_its_cue_and_time(self, robin: Session, presenter: VisitsPresenter) -> None:
        entry = moment()
        robin.diary.bring_in([entry], "test")
        presenter.ask(f"moment:{entry.id}")
        assert presenter.state.asking is not None
        assert presenter.state.asking.words == "About rooting, 3:12am"

    def test_a_private_entry_is_not_named(self, robin: Session, presenter: VisitsPresenter) -> None:
        entry = moment(private=True)
        robin.diary.bring_in([entry], "test")
        presenter.ask(f"moment:{entry.id}")
        assert presenter.state.asking is not None
        assert presenter.state.asking.words == "About your entry, 3:12am"

    def test_what_is_gone_leads_nowhere(self, robin: Session, presenter: VisitsPresenter) -> None:
        entry = moment()
        robin.diary.bring_in([entry], "test")
        robin.diary.delete(ref_to(entry))
        robin.diary.add(question(about=f"moment:{entry.id}"))
        robin.diary.add(question(about="tip:written-by-a-later-version"))
        presenter.refresh()
        first, second = (row.about for row in presenter.state.questions)
        assert first is not None
        assert (first.words, first.leads) == ("About an entry that was deleted", "")
        assert second is None


class TestVisits:
    def test_one_is_added_with_day_kind_and_review(self, robin: Session, presenter: VisitsPresenter) -> None:
        presenter.start_form()
        id = presenter.save_form(VisitKind.HEALTH_VISITOR, "en-6-8-weeks", "", "20/11/2026")
        (kept,) = robin.diary.all(Visit)
        assert (kept.id, kept.day, kept.review) == (id, date(2026, 11, 20), "en-6-8-weeks")
        assert presenter.state.form is None
        (row,) = presenter.state.upcoming
        assert (row.title, row.line) == ("6 to 8 weeks", "Health visitor · Friday 20 November")
        assert undone(robin) == "add a visit"

    @pytest.mark.parametrize(
        ("day", "problem"), [("", NO_DAY), ("flbg", "can’t be read"), ("31/2/2026", "can’t be read")]
    )
    def test_a_day_that_can_not_be_is_said_on_the_form(
        self, robin: Session, presenter: VisitsPresenter, day: str, problem: str
    ) -> None:
        presenter.start_form()
        assert not presenter.save_form(VisitKind.GP, "", "Clinic", day)
        form = presenter.state.form
        assert form is not None
        assert problem in form.problem
        assert (form.kind, form.label, form.day) == (VisitKind.GP, "Clinic", day)
        assert robin.diary.all(Visit) == ()

    def test_a_review_belongs_to_those_who_do_them(self, robin: Session, presenter: VisitsPresenter) -> None:
        presenter.start_form()
        presenter.save_form(VisitKind.GP, "en-6-8-weeks", "", "20/11/2026")
        assert robin.diary.all(Visit)[0].review == ""

    def test_changing_the_day_keeps_all_else(self, robin: Session, presenter: VisitsPresenter) -> None:
        robin.diary.add(visit(plan="Rest.", label="Clinic"))
        there = robin.diary.all(Visit)[0]
        presenter.start_form(there.id)
        form = presenter.state.form
        assert form is not None
        presenter.save_form(form.kind, form.review, form.label, "21/11/2026")
        (kept,) = robin.diary.all(Visit)
        assert (kept.day, kept.plan, kept.label) == (date(2026, 11, 21), "Rest.", "Clinic")
        assert undone(robin) == "edit a visit"

    def test_an_answer_goes_with_the_visit_it_was_given_at(
        self, robin: Session, presenter: VisitsPresenter
    ) -> None:
        robin.diary.add(NEXT)
        presenter.add("One?")
        presenter.open(NEXT.id)
        assert presenter.state.opened is not None
        (row,) = presenter.state.opened.questions
        presenter.leave(keys.answer_of(row.id), "Yes.\nOften.")
        (kept,) = robin.diary.all(Question)
        assert (kept.answer, kept.visit) == ("Yes.\nOften.", NEXT.id)

    @pytest.mark.parametrize("name", ["plan", "note", "relationship", "joy", "worry", "later"])
    def test_what_is_written_is_saved_as_one_step(
        self, robin: Session, presenter: VisitsPresenter, name: str
    ) -> None:
        robin.diary.add(NEXT)
        presenter.open(NEXT.id)
        key = keys.field_of(NEXT.id, name)
        presenter.leave(key, "Words. ")
        assert getattr(robin.diary.all(Visit)[0], name) == "Words."
        assert presenter.state.told[key].status is Status.SAVED
        assert undone(robin) == "edit a visit"

    def test_the_review_says_what_is_talked_about(self, robin: Session, presenter: VisitsPresenter) -> None:
        robin.diary.add(NEXT)
        presenter.open(NEXT.id)
        assert presenter.state.opened is not None
        assert presenter.state.opened.talk
        assert presenter.state.opened.bring

    def test_deleting_one_keeps_what_has_no_answer_and_comes_back_whole(
        self, robin: Session, presenter: VisitsPresenter
    ) -> None:
        robin.diary.add(NEXT)
        open_, answered = question(visit=NEXT.id, text="Open?"), question(visit=NEXT.id, answer="Yes.")
        robin.diary.add(open_)
        robin.diary.add(answered)
        presenter.open(NEXT.id)
        presenter.remove_visit()
        assert (presenter.state.done, presenter.state.opened) == (VISIT_GONE, None)
        assert texts(presenter) == ["Open?"]
        assert robin.diary.all(Visit) == ()
        presenter.undo()
        assert set(robin.diary.all(Question)) == {open_, answered}
        assert robin.diary.all(Visit) == (NEXT,)


class TestLookingBack:
    def test_it_is_offered_from_the_14th_day_on(self, robin: Session, presenter: VisitsPresenter) -> None:
        robin.diary.add(RECENT)
        presenter.refresh()
        assert presenter.state.look_back is None
        robin.diary.add(DUE)
        presenter.refresh()
        assert presenter.state.look_back is not None
        assert presenter.state.look_back.id == DUE.id

    def test_it_is_not_offered_once_something_is_written_or_the_visit_is_old(
        self, robin: Session, presenter: VisitsPresenter
    ) -> None:
        robin.diary.add(DUE)
        presenter.leave(keys.field_of(DUE.id, "later"), "Easier nights.")
        assert presenter.state.look_back is None
        presenter.leave(keys.field_of(DUE.id, "later"), "")
        assert presenter.state.look_back is not None
        robin.diary.edit(visit(id=DUE.id, day=date(2026, 9, 20)))
        presenter.refresh()
        assert presenter.state.look_back is None

    def test_the_visit_shows_both_sides_then(self, robin: Session, presenter: VisitsPresenter) -> None:
        robin.diary.add(DUE)
        robin.diary.add(NEXT)
        presenter.open(DUE.id)
        assert presenter.state.opened is not None
        assert presenter.state.opened.sides is not None
        presenter.open(NEXT.id)
        assert presenter.state.opened.sides is None


class TestTrouble:
    def test_what_can_not_be_saved_stays_and_is_saved_by_the_next_try(
        self, robin: Session, presenter: VisitsPresenter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        robin.diary.add(NEXT)
        presenter.open(NEXT.id)
        key = keys.field_of(NEXT.id, "plan")

        def full(*_records: object, **_kinds: object) -> None:
            raise DiskFull("No room is left to save.")

        with monkeypatch.context() as broken:
            broken.setattr(robin.diary, "edit", full)
            presenter.leave(key, "Rest.")
            assert presenter.state.told[key].problem == "No room is left to save."
            assert presenter.state.typed[key] == "Rest."
            assert presenter.unsaved() == "No room is left to save."
        assert presenter.unsaved() == ""
        assert robin.diary.all(Visit)[0].plan == "Rest."

    def test_a_deed_that_can_not_be_done_says_so(
        self, presenter: VisitsPresenter, monkeypatch: pytest.MonkeyPatch, robin: Session
    ) -> None:
        presenter.add("One?")

        def full(*_refs: object, **_kinds: object) -> None:
            raise DiskFull("No room is left to save.")

        monkeypatch.setattr(robin.diary, "remove", full)
        presenter.remove(presenter.state.questions[0].id)
        assert presenter.state.problem == "No room is left to save."
        assert texts(presenter) == ["One?"]
        presenter.enter()
        assert presenter.state.problem == ""

    def test_a_field_whose_record_is_gone_is_let_go(self, robin: Session, presenter: VisitsPresenter) -> None:
        presenter.add("One?")
        id = presenter.state.questions[0].id
        presenter.type(keys.answer_of(id), "Yes.")
        robin.diary.remove(Ref(Kind.QUESTION, QuestionId(id)))
        assert presenter.unsaved() == ""
        assert keys.answer_of(id) not in presenter._typing.typed
