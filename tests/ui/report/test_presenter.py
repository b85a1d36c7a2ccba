"""What the Report page decides, without a window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.domain.period import Period
from bonddiary.domain.visit import Question
from bonddiary.report.request import NameShown, Section
from bonddiary.ui.pages.report.choices import Span
from bonddiary.ui.pages.report.state import Act, Paper
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.date_field import read_date
from tests.builders import ROBIN, moment, question, visit, when
from tests.ui.report.conftest import NOTED, PRIVATE, UNSAID, Desk
from tests.ui.report.made import document

NewDesk = Callable[[Session], Desk]


class TestPreview:
    def test_is_of_exactly_the_choices(self, desk: Desk) -> None:
        desk.presenter.choose(name=NameShown.INITIAL)
        assert desk.state.working
        assert not desk.state.current
        desk.queue.drain()
        assert desk.state.current
        assert desk.state.preview is not None
        assert desk.state.preview.document.title == "R.’s diary"
        assert desk.state.preview.asked.request == desk.asked.requests[-1]

    def test_the_newest_request_wins_and_the_others_are_not_made(self, desk: Desk) -> None:
        made = len(desk.asked.requests)
        for name in (NameShown.INITIAL, NameShown.NONE, NameShown.NICKNAME, NameShown.NONE):
            desk.presenter.choose(name=name)
        desk.queue.drain()
        assert len(desk.asked.requests) == made + 1
        assert desk.state.preview is not None
        assert desk.state.preview.document.title == "A baby’s diary"

    def test_a_request_that_is_overtaken_while_it_is_drawn_stops(self, desk: Desk) -> None:
        drawn = len(desk.asked.drawn)
        desk.asked.meanwhile.append(lambda: desk.presenter.choose(name=NameShown.NONE))
        desk.presenter.choose(name=NameShown.INITIAL)
        desk.queue.drain()
        assert len(desk.asked.drawn) == drawn + 1
        assert desk.state.preview is not None
        assert desk.state.preview.document.title == "A baby’s diary"
        assert desk.state.trouble is None

    def test_going_back_to_what_is_shown_makes_nothing(self, desk: Desk) -> None:
        shown, made = desk.state.preview, len(desk.asked.requests)
        desk.presenter.choose(grey=True)
        desk.presenter.choose(grey=False)
        desk.queue.drain()
        assert desk.state.preview is shown
        assert not desk.state.working
        assert len(desk.asked.requests) == made

    def test_follows_the_diary_while_it_is_seen(self, desk: Desk) -> None:
        shown = desk.state.preview
        desk.session.diary.bring_in((moment(at=when("2026-11-12T10:00")),), "test")
        desk.queue.drain()
        assert desk.state.preview is not shown
        desk.presenter.leave()
        seen = desk.state.preview
        desk.session.diary.undo()
        assert desk.queue.drain() == 0
        desk.enter()
        assert desk.state.preview is not seen

    def test_is_in_the_language_that_was_chosen(self, desk: Desk) -> None:
        desk.presenter.choose(language="en-US")
        desk.queue.drain()
        assert desk.asked.names[-1].catalog.language == "en-US"
        assert desk.session.catalog.language == "en"

    def test_says_the_page_in_words(self, desk: Desk) -> None:
        assert desk.state.preview is not None
        words = desk.state.preview.words.splitlines()
        assert words[0] == "Robin’s diary"
        assert "A parent’s own notes." in words

    def test_without_pictures_the_words_are_shown_and_it_can_be_tried_again(self, desk: Desk) -> None:
        desk.asked.broken = {"pictures"}
        desk.presenter.choose(large=True)
        desk.queue.drain()
        state = desk.state
        assert state.preview is not None
        assert (state.preview.pages, bool(state.preview.words)) == ((), True)
        assert state.trouble is not None
        assert state.trouble.retry
        desk.asked.broken = set()
        desk.presenter.again()
        desk.queue.drain()
        assert desk.state.preview is not None
        assert desk.state.preview.pages
        assert desk.state.trouble is None

    def test_a_page_that_cant_be_made_says_so_without_anything_of_the_diary(self, desk: Desk) -> None:
        desk.asked.broken = {"build"}
        desk.presenter.choose(large=True)
        desk.queue.drain()
        assert desk.state.preview is None
        assert desk.state.trouble is not None
        assert desk.state.trouble.words == "The page couldn’t be made. Your diary is as it was."


class TestRequest:
    def test_notes_are_off_and_private_ones_are_not_offered(self, desk: Desk) -> None:
        assert desk.asked.requests[-1].notes == frozenset()
        assert [row.id for row in desk.state.notes] == [NOTED]
        for id in (NOTED, PRIVATE, UNSAID):
            desk.presenter.choose_note(id, True)
        desk.queue.drain()
        request = desk.asked.requests[-1]
        assert request.notes == {NOTED}
        assert Section.NOTES in request.sections

    def test_private_entries_are_in_no_list(self, desk: Desk) -> None:
        ids = {entry.id for line in desk.state.days_in for entry in line.entries}
        assert NOTED in ids
        assert not ids & {PRIVATE, UNSAID}

    def test_entries_and_days_can_be_left_out(self, desk: Desk) -> None:
        desk.presenter.keep_entry(NOTED, False)
        desk.presenter.keep_day(date(2026, 11, 13), False)
        desk.queue.drain()
        request = desk.asked.requests[-1]
        assert request.without == {NOTED}
        assert request.without_days == {date(2026, 11, 13)}
        assert [line.kept for line in desk.state.days_in] == [False, True, True, True]
        desk.presenter.keep_entry(NOTED, True)
        desk.presenter.keep_day(date(2026, 11, 13), True)
        desk.queue.drain()
        assert desk.state.choices.without == frozenset()
        assert desk.asked.requests[-1].without_days == frozenset()

    def test_a_note_of_a_day_left_out_is_no_longer_asked_for(self, desk: Desk) -> None:
        desk.presenter.choose_note(NOTED, True)
        desk.presenter.keep_day(date(2026, 11, 15), False)
        desk.queue.drain()
        assert desk.asked.requests[-1].notes == frozenset()

    def test_how_carers_are_doing_is_there_when_something_is_written(self, desk: Desk) -> None:
        assert Section.COPING not in desk.asked.requests[-1].sections
        desk.presenter.choose(coping="Tired, and all right.")
        desk.queue.drain()
        assert desk.asked.requests[-1].coping == "Tired, and all right."
        assert Section.COPING in desk.asked.requests[-1].sections

    def test_what_was_prepared_is_offered_where_there_is_something(self, desk: Desk) -> None:
        desk.presenter.choose_section(Section.PREPARATION, True)
        desk.queue.drain()
        assert not desk.state.prepared
        assert Section.PREPARATION not in desk.asked.requests[-1].sections
        desk.session.diary.add(visit(joy="Bath time."))
        desk.queue.drain()
        assert desk.state.prepared
        assert Section.PREPARATION in desk.asked.requests[-1].sections

    def test_a_baby_without_a_nickname_has_no_name_to_show(self, desk: Desk) -> None:
        desk.session.diary.edit(replace(ROBIN, nickname=""))
        desk.queue.drain()
        assert [name for name, _ in desk.state.names] == [NameShown.NONE]
        assert desk.asked.requests[-1].name is NameShown.NONE

    def test_purposes_are_the_reviews_of_the_country(self, desk: Desk) -> None:
        assert "6 to 8 weeks" in desk.state.reviews
        desk.presenter.choose(purpose=" A talk ")
        desk.queue.drain()
        assert desk.asked.requests[-1].purpose == "A talk"

    def test_a_planned_review_is_what_the_page_is_for(self, logged: Session, new_desk: NewDesk) -> None:
        logged.diary.add(visit(day=date(2026, 11, 20), review="en-6-8-weeks"))
        assert new_desk(logged).enter().state.choices.purpose == "6 to 8 weeks"


class TestDays:
    def test_two_weeks_up_to_today(self, desk: Desk) -> None:
        assert desk.state.period == Period(date(2026, 11, 3), date(2026, 11, 16))
        assert desk.state.days == "3 to 16 November 2026"

    def test_since_the_last_visit(self, desk: Desk) -> None:
        desk.session.diary.add(visit(day=date(2026, 10, 20)), visit(day=date(2026, 12, 20)))
        desk.presenter.choose_span(Span.SINCE_VISIT)
        assert desk.state.period == Period(date(2026, 10, 21), date(2026, 11, 16))
        assert desk.state.notice == "Since the visit on 20 October 2026."

    def test_without_a_visit_it_says_so(self, desk: Desk) -> None:
        desk.presenter.choose_span(Span.SINCE_VISIT)
        assert desk.state.no_visit
        assert desk.state.period == Period(date(2026, 11, 3), date(2026, 11, 16))

    def test_typed_days_in_any_order(self, desk: Desk) -> None:
        desk.presenter.choose_span(Span.CUSTOM)
        desk.presenter.choose_days("15/11/2026", "13 November 2026", read_date)
        assert desk.state.period == Period(date(2026, 11, 13), date(2026, 11, 15))
        assert desk.state.choices.span is Span.CUSTOM

    @pytest.mark.parametrize(
        ("first", "last", "said"),
        [
            ("3/11/2026", "", "Both days are needed: the first and the last."),
            ("soon", "3/11/2026", "We couldn’t read ‘soon’. A day looks like this: 3/11/2026."),
            ("1/1/2026", "3/11/2026", "That is 307 days. Up to 92 fit on a page."),
        ],
    )
    def test_what_cant_be_taken_is_said_and_the_page_stays(
        self, desk: Desk, first: str, last: str, said: str
    ) -> None:
        before = desk.state.preview
        desk.presenter.choose_days(first, last, read_date)
        assert desk.state.unread == said
        assert desk.state.preview is before
        desk.presenter.choose_days("13/11/2026", "15/11/2026", read_date)
        assert desk.state.unread == ""

    def test_an_older_diary_shows_its_newest_days(self, robin: Session, new_desk: NewDesk) -> None:
        robin.diary.bring_in((moment(at=when("2026-09-25T10:00")),), "test")
        desk = new_desk(robin).enter()
        assert desk.state.period == Period.ending(date(2026, 9, 25), 14)
        assert desk.state.notice.startswith("Nothing is lost.")


class TestTooLittle:
    def test_says_from_when_and_offers_a_sheet(self, robin: Session, new_desk: NewDesk) -> None:
        robin.diary.bring_in([moment(at=when(f"2026-11-{day}T10:00")) for day in (15, 16)], "test")
        desk = new_desk(robin).enter()
        assert desk.state.too_little is not None
        assert desk.state.too_little.words == (
            "You’ve logged 2 days so far. "
            "The report works from 3 days, or print a blank 24-hour diary sheet to fill in by hand."
        )
        desk.presenter.leaving.ask(Act.PRINT)
        assert desk.given == []
        desk.presenter.print_blank_sheets()
        desk.queue.drain()
        assert [(act, page.document.title) for act, page in desk.given] == [(Act.PRINT, "Blank days")]
        desk.presenter.show_paper(Paper.PAGE)
        desk.queue.drain()
        assert desk.state.too_little is not None

    def test_an_empty_diary_without_a_baby(self, session: Session, new_desk: NewDesk) -> None:
        desk = new_desk(session).enter()
        assert desk.state.too_little is not None
        assert desk.state.too_little.words.startswith("Nothing is logged yet.")
        desk.presenter.show_paper(Paper.SHEETS)
        desk.queue.drain()
        assert desk.state.preview is not None

    def test_days_left_out_count_as_not_logged(self, desk: Desk) -> None:
        for day in (13, 14):
            desk.presenter.keep_day(date(2026, 11, day), False)
        desk.queue.drain()
        assert desk.state.preview is None
        assert desk.state.too_little is not None
        assert desk.state.too_little.words.startswith("2 of these days have entries.")


class TestKept:
    def test_choices_are_there_after_a_start(self, desk: Desk, new_desk: NewDesk) -> None:
        desk.presenter.choose(grey=True, coping="Tired.", purpose="A talk", name=NameShown.NONE)
        desk.presenter.choose_note(NOTED, True)
        desk.presenter.choose_section(Section.CARE, True)
        again = new_desk(desk.session).enter()
        assert again.state.choices == desk.state.choices
        assert "Tired" not in desk.session.paths.settings.read_text(encoding="utf-8")

    def test_another_baby_has_choices_of_their_own(self, desk: Desk) -> None:
        desk.presenter.choose(coping="Tired.")
        other = Baby(id=BabyId(new_id()), nickname="Kim")
        desk.session.diary.add(other)
        desk.session.show_baby(other.id)
        assert desk.state.choices.coping == ""
        desk.session.show_baby(ROBIN.id)
        assert desk.state.choices.coping == "Tired."


class TestQuestions:
    def test_are_printed_in_their_order_without_those_left_out(self, desk: Desk) -> None:
        for text in ("One?", " Two? ", "Three?", " "):
            desk.presenter.add_question(text)
        desk.presenter.move_question(desk.state.questions[2].id, -1)
        desk.presenter.print_question(desk.state.questions[0].id, False)
        desk.queue.drain()
        assert [row.text for row in desk.state.questions] == ["One?", "Three?", "Two?"]
        assert desk.asked.requests[-1].questions == ("Three?", "Two?")

    def test_each_change_is_one_step(self, desk: Desk) -> None:
        desk.presenter.add_question("One?")
        desk.presenter.add_question("Two?")
        first, second = desk.state.questions
        desk.presenter.edit_question(first.id, "One, or more?")
        desk.presenter.move_question(second.id, -1)
        desk.presenter.edit_question(first.id, "  ")
        assert [row.text for row in desk.state.questions] == ["Two?"]
        for expected in (
            ["Two?", "One, or more?"],
            ["One, or more?", "Two?"],
            ["One?", "Two?"],
            ["One?"],
            [],
        ):
            desk.session.diary.undo()
            assert [row.text for row in desk.state.questions] == expected

    def test_answered_ones_and_other_babies_are_not_asked(self, desk: Desk) -> None:
        other = Baby(id=BabyId(new_id()), nickname="Kim")
        desk.session.diary.add(other, question(answer="Yes."), question(baby=other.id))
        assert desk.state.questions == ()

    def test_what_cant_be_written_down_is_said(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        from bonddiary.domain.errors import DiskFull

        def full(*_args: object, **_more: object) -> None:
            raise DiskFull("There is no room left.")

        monkeypatch.setattr(desk.session.diary, "add", full)
        assert desk.presenter.add_question("One?") == "There is no room left."
        assert desk.state.trouble is not None
        assert desk.session.diary.all(Question) == ()


def test_a_given_sheet_is_shown_as_it_is_and_the_page_comes_back(desk: Desk) -> None:
    page, sheet = desk.state.preview, document("A hand-over")
    desk.presenter.show_paper(Paper.GIVEN, sheet)
    desk.queue.drain()
    assert desk.state.preview is not None
    assert desk.state.preview.document is sheet
    desk.presenter.show_paper(Paper.PAGE)
    desk.queue.drain()
    assert page is not None
    assert desk.state.preview.document == page.document
