"""The Visits page by mouse and keyboard: where the keyboard goes, what stays in a field, what is announced by name."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.records import Kind, Ref
from bonddiary.domain.visit import Question, Visit
from bonddiary.system.settings import TEXT_SIZES
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.pages.tips.page import TipsPage
from bonddiary.ui.pages.visits.halves import PLACE
from bonddiary.ui.pages.visits.page import VisitsPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import moment, question, visit

NEXT = visit(day=date(2026, 11, 20), review="en-6-8-weeks")
DUE = visit(day=date(2026, 11, 1), plan="Rest.")
LONG = "Evenings are long, whatever we try. Is this usual, and what might help us to get through them all?"


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(page: QWidget, name: str) -> None:
    found = next(
        each
        for each in page.findChildren(QPushButton)
        if each.isVisibleTo(page) and name in (each.accessibleName(), each.text())
    )
    found.setFocus()
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def type_in(field: QPlainTextEdit, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


class TestQuestions:
    def test_enter_adds_one_and_the_line_is_free_for_the_next(self, robin: Session, page: VisitsPage) -> None:
        line = page.all.new.field.text
        type_in(line, "Is this usual?")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert [each.text for each in robin.diary.all(Question)] == ["Is this usual?"]
        assert (line.toPlainText(), held()) == ("", line)
        assert line.accessibleDescription() == "Saved"

    def test_leaving_a_field_saves_it(self, robin: Session, page: VisitsPage) -> None:
        robin.diary.add(question(text="One?"))
        field = page.all.question(page.all.order[0])
        assert field is not None
        type_in(field.field.text, "So ")
        assert robin.diary.all(Question)[0].text == "One?"
        QTest.keyClick(field.field.text, Qt.Key.Key_Tab)
        assert robin.diary.all(Question)[0].text == "So One?"
        assert held() is field.more

    def test_a_rest_keeps_what_is_half_typed(self, qtbot: QtBot, robin: Session, page: VisitsPage) -> None:
        type_in(page.all.new.field.text, "Is thi")
        qtbot.waitUntil(lambda: "Is thi" in robin.diary.draft(PLACE))
        assert page.all.new.field.text.accessibleDescription() == "Kept as you type"

    def test_alt_and_an_arrow_move_one_and_the_keyboard_stays_on_it(
        self, robin: Session, page: VisitsPage
    ) -> None:
        for text in ("One?", "Two?"):
            robin.diary.add(question(text=text))
        row = page.all.question(page.all.order[1])
        assert row is not None
        row.field.text.setFocus()
        QTest.keyClick(row.field.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert [each.text for each in page.presenter.state.questions] == ["Two?", "One?"]
        assert held() is row.field.text
        assert page.all.order[0] == row.row.id

    def test_the_menu_moves_and_deletes(self, robin: Session, page: VisitsPage) -> None:
        for text in ("One?", "Two?"):
            robin.diary.add(question(text=text))
        row = page.all.question(page.all.order[0])
        assert row is not None
        menu = row.menu()
        actions = {action.text(): action for action in menu.actions() if action.text()}
        assert [action.isEnabled() for action in actions.values()] == [False, True, True]
        actions["Delete"].trigger()
        assert [each.text for each in robin.diary.all(Question)] == ["Two?"]
        left = page.all.question(page.all.order[0])
        assert left is not None
        assert held() is left.field.text
        press(page, "Undo")
        assert len(robin.diary.all(Question)) == 2
        assert held() is page.all.title

    def test_tab_walks_in_reading_order(self, robin: Session, page: VisitsPage) -> None:
        robin.diary.add(question(text="One?"))
        robin.diary.add(NEXT)
        page.all.title.setFocus()
        page.all.new.start()
        row = page.all.question(page.all.order[0])
        assert row is not None
        walked = []
        for _ in range(6):
            walked.append(held())
            QTest.keyClick(held(), Qt.Key.Key_Tab)
        assert walked == [
            page.all.new.field.text,
            page.all.new.add,
            row.field.text,
            row.more,
            page.all.report,
            page.all.coming.buttons[NEXT.id],
        ]

    def test_what_was_half_typed_is_for_the_baby_shown_then(self, robin: Session, page: VisitsPage) -> None:
        from tests.ui.test_settings_family import WREN

        robin.diary.add(WREN)
        type_in(page.all.new.field.text, "For Robin")
        robin.show_baby(WREN.id)
        assert page.all.new.field.words == ""
        robin.show_baby(robin.babies[0].id)
        assert page.all.new.field.words == "For Robin"
        assert page.all.badge.mark is not None
        assert page.all.badge.mark.name == "Robin"

    def test_another_baby_is_shown_while_a_question_is_changed(
        self, robin: Session, page: VisitsPage
    ) -> None:
        from tests.ui.test_settings_family import WREN

        robin.diary.add(WREN)
        robin.diary.add(question(text="One?"))
        row = page.all.question(page.all.order[0])
        assert row is not None
        row.field.text.selectAll()
        type_in(row.field.text, "Two?")
        robin.show_baby(WREN.id)
        assert page.all.order == ()
        assert [each.text for each in robin.diary.all(Question)] == ["Two?"]


class TestVisits:
    def test_one_is_added_by_its_form(self, robin: Session, page: VisitsPage) -> None:
        press(page, "Add a visit")
        form = page.all.form
        assert held() is form.kind
        form.save.click()
        assert held() is form.day
        assert "Type the day first" in form.day.accessibleDescription()
        QTest.keyClicks(form.day, "20/11/2026")
        QTest.keyClick(form.day, Qt.Key.Key_Return)
        (kept,) = robin.diary.all(Visit)
        assert kept.day == date(2026, 11, 20)
        assert form.isHidden()
        assert held() is page.all.coming.buttons[kept.id]

    def test_esc_closes_the_form(self, page: VisitsPage) -> None:
        press(page, "Add a visit")
        QTest.keyClick(held(), Qt.Key.Key_Escape)
        assert page.all.form.isHidden()
        assert held() is page.all.add_visit

    def test_one_opens_with_its_questions_and_esc_goes_back(self, robin: Session, page: VisitsPage) -> None:
        robin.diary.add(NEXT)
        robin.diary.add(question(text="One?"))
        page.all.coming.buttons[NEXT.id].click()
        assert held() is page.visit.title
        answer = page.visit._rows[page.visit._order[0]].field.text
        assert answer.accessibleName() == "Answer to question 1"
        type_in(answer, "Yes.")
        QTest.keyClick(answer, Qt.Key.Key_Escape)
        assert robin.diary.all(Question)[0].answer == "Yes."
        assert held() is page.all.coming.buttons[NEXT.id]
        assert not page.step_back()

    def test_answers_keep_their_lines_and_grow(self, robin: Session, page: VisitsPage) -> None:
        robin.diary.add(NEXT)
        page.all.coming.buttons[NEXT.id].click()
        field = page.visit.plan.text
        before = field.height()
        field.setFocus()
        for _ in range(5):
            QTest.keyClicks(field, "Rest.")
            QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.height() > before
        assert field.verticalScrollBar().maximum() == 0
        page.unsaved()
        assert robin.diary.all(Visit)[0].plan == "\n".join(["Rest."] * 5)

    def test_what_is_prepared_is_folded_away_until_it_is_asked_for(
        self, robin: Session, page: VisitsPage
    ) -> None:
        robin.diary.add(NEXT)
        page.all.coming.buttons[NEXT.id].click()
        assert not page.visit.prepare.is_open
        press(page.visit, "Prepare, in private")
        joy = page.visit.prepare.fields[1].text
        type_in(joy, "Bath time.")
        press(page.visit, "Hide what you prepared")
        assert not joy.isVisibleTo(page)
        assert robin.diary.all(Visit)[0].joy == "Bath time."
        page.step_back()
        page.all.coming.buttons[NEXT.id].click()
        assert not page.visit.prepare.is_open

    def test_looking_back_comes_to_its_part(self, robin: Session, page: VisitsPage) -> None:
        robin.diary.add(DUE)
        page.all.look_back.buttons[DUE.id].click()
        assert held() is page.visit.went
        assert page.visit.later.isVisibleTo(page)
        page.step_back()
        robin.diary.add(NEXT)
        page.all.coming.buttons[NEXT.id].click()
        assert not page.visit.later.isVisibleTo(page)

    def test_one_deleted_leaves_the_keyboard_at_the_top(self, robin: Session, page: VisitsPage) -> None:
        robin.diary.add(NEXT)
        page.all.coming.buttons[NEXT.id].click()
        press(page.visit, "Delete this visit")
        assert robin.diary.all(Visit) == ()
        assert held() is page.all.title
        press(page, "Undo")
        assert robin.diary.all(Visit) == (NEXT,)


class TestWays:
    @pytest.fixture
    def shown(self, qtbot: QtBot, robin: Session, window: MainWindow) -> MainWindow:
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    def page_of(self, window: MainWindow) -> VisitsPage:
        assert window.place is Place.VISITS
        page = window.page(Place.VISITS)
        assert isinstance(page, VisitsPage)
        return page

    def test_from_an_entry_and_back_to_it(self, robin: Session, shown: MainWindow) -> None:
        entry = moment()
        robin.diary.bring_in([entry], "test")
        shown.go(Place.TIMELINE)
        timeline = shown.page(Place.TIMELINE)
        assert isinstance(timeline, TimelinePage)
        timeline.presenter.open(next(iter(robin.diary.existing([_ref(entry.id)]))))
        press(timeline, "Ask about this at a visit")
        page = self.page_of(shown)
        assert held() is page.all.new.field.text
        page.presenter.add("Why?")
        assert robin.diary.all(Question)[0].about == f"moment:{entry.id}"
        press(page, "About rooting, 3:12am")
        assert shown.place is Place.TIMELINE
        assert timeline.presenter.state.entry is not None
        assert timeline.presenter.state.entry.id == entry.id

    @pytest.mark.parametrize(("kind", "key"), [("tip", "tip-early-feeding-signs"), ("cue", "rooting")])
    def test_from_an_article_and_back_to_it(
        self, robin: Session, shown: MainWindow, kind: str, key: str
    ) -> None:
        shown.go(Place.TIPS)
        tips = shown.page(Place.TIPS)
        assert isinstance(tips, TipsPage)
        (tips.show_tip if kind == "tip" else tips.show_cue)(key)
        press(tips, "Ask about this at a visit")
        page = self.page_of(shown)
        page.presenter.add("Why?")
        assert robin.diary.all(Question)[0].about == f"{kind}:{key}"
        tips.presenter.close_article()
        page.about_opened.emit(f"{kind}:{key}")
        article = tips.presenter.state.article
        assert shown.place is Place.TIPS
        assert article is not None
        assert article.key == key

    def test_to_the_page_for_the_visit(self, robin: Session, shown: MainWindow) -> None:
        robin.diary.add(question())
        shown.go(Place.VISITS)
        press(self.page_of(shown), "Put these on the page for the visit")
        assert shown.place is Place.REPORT

    def test_to_a_chart(self, shown: MainWindow) -> None:
        shown.go(Place.VISITS)
        self.page_of(shown).about_opened.emit("chart:tried")
        assert shown.place is Place.PATTERNS


class TestRoom:
    @pytest.mark.parametrize("size", [TEXT_SIZES[0], 100, 200])
    @pytest.mark.parametrize(("wide", "high"), [(352, 560), (780, 500), (1090, 700)])
    def test_everything_wraps_and_nothing_is_cut_off(
        self,
        qtbot: QtBot,
        robin: Session,
        theme: Theme,
        cut_off: Callable[[QWidget], list[str]],
        size: int,
        wide: int,
        high: int,
    ) -> None:
        robin.change_settings(text_size=size)
        for each in (DUE, NEXT, question(text=LONG, about="cue:rooting"), question(text="Two?")):
            robin.diary.add(each)
        page = VisitsPage(robin, theme)
        qtbot.addWidget(page)
        page.set_width(Width.of(wide, size / 100))
        page.resize(wide, high)
        page.show()
        page.enter()
        page.presenter.start_form()
        for opened in ("", NEXT.id, DUE.id):
            if opened:
                page.presenter.open(opened)
                page.visit.prepare.open(opened=True)
            assert cut_off(page) == []
            for area in page.findChildren(QScrollArea):
                assert area.horizontalScrollBar().maximum() == 0
                inside = area.widget()
                assert inside is None or inside.width() <= area.width()

    def test_every_control_has_a_name(
        self, robin: Session, page: VisitsPage, unnamed: Callable[[QWidget], list[str]]
    ) -> None:
        robin.diary.add(NEXT)
        robin.diary.add(question(about="cue:rooting"))
        page.presenter.start_form()
        page.presenter.open(NEXT.id)
        assert unnamed(page) == []
        fields = [each for each in page.findChildren(QPlainTextEdit) if not each.accessibleName()]
        assert fields == []


def _ref(id: str) -> Ref:
    return Ref(Kind.MOMENT, id)
