"""The Report page on the screen: its preview, its fields, its keys, its dialogs."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.system.settings import ThemeChoice
from bonddiary.system.themes import contrast
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.report import printing
from bonddiary.ui.pages.report.page import ReportPage
from bonddiary.ui.pages.report.state import Act
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.reading import WordButton
from tests.builders import ROBIN, question
from tests.ui.report.hands import deeds, papers, said, settle
from tests.ui.report.made import Asked, Queue, picture


class TestPreview:
    def test_shows_every_page_and_what_is_in_it(self, page: ReportPage) -> None:
        assert len(papers(page)) == 2
        assert page.preview._count.text() == "2 pages, A4"
        assert page.actions_bar._inside.text() == "In it: 0 notes."

    def test_is_as_wide_as_there_is_room_or_as_on_paper(self, page: ReportPage) -> None:
        room = page.preview._area.viewport().width()
        assert room - 20 <= papers(page)[0].width() <= room
        page.preview._true.click()
        assert papers(page)[0].width() == round(8.27 * page.logicalDpiX())

    def test_can_be_read_as_words_by_the_keyboard(self, page: ReportPage) -> None:
        assert "A parent’s own notes." in page.preview._area.accessibleDescription()
        assert papers(page)[0].accessibleName() == "Page 1 of 2"
        page.preview._text.click()
        assert page.preview._words.isVisible()
        assert page.preview._words.hasFocus()
        assert page.preview._words.toPlainText().startswith("Robin’s diary")
        assert papers(page) == []

    def test_says_after_a_second_that_it_is_being_made(self, page: ReportPage, queue: Queue) -> None:
        page.presenter.choose(grey=True)
        assert page.preview._slow.isActive()
        assert page.preview._slow.interval() == 1000
        page.preview._slow.timeout.emit()
        assert page.preview._count.text() == "Making the page…"
        settle(queue)
        assert page.preview._count.text() == "2 pages, A4"
        assert not page.preview._slow.isActive()

    @pytest.mark.parametrize("theme_choice", [ThemeChoice.DUSK, ThemeChoice.NIGHT])
    def test_is_dark_at_night_until_asked(
        self, page: ReportPage, logged: Session, theme_choice: ThemeChoice
    ) -> None:
        logged.change_settings(theme=theme_choice)
        QApplication.processEvents()
        paper = papers(page)[0]
        page_colour = page._theme.look.tokens.page
        dark = paper.grab().toImage().pixelColor(paper.width() // 2, paper.height() // 2)
        assert contrast(dark.name(), "#000000") < 4.5
        assert dark.name() != page_colour
        page.preview._printed.click()
        light = paper.grab().toImage().pixelColor(paper.width() // 2, paper.height() // 2)
        assert light == QColor(Qt.GlobalColor.lightGray)

    def test_by_day_there_is_nothing_to_switch(self, page: ReportPage) -> None:
        assert page.preview._printed.isHidden()

    def test_without_pictures_its_words_stand_there(
        self, page: ReportPage, queue: Queue, asked: Asked
    ) -> None:
        asked.broken = {"pictures"}
        page.presenter.choose(grey=True)
        settle(queue)
        assert page.preview._words.isVisible()
        assert said(page).startswith("The picture of the page couldn’t be drawn")
        assert deeds(page) == ["Try again", "Close"]


class TestFields:
    def test_every_control_has_a_name(self, page: ReportPage, unnamed: object) -> None:
        assert callable(unnamed)
        assert unnamed(page) == []

    def test_all_of_them_and_the_visits_are_a_press_away(self, page: ReportPage) -> None:
        asked: list[bool] = []
        page.visits_asked.connect(lambda: asked.append(True))
        page.choices.questions.findChildren(WordButton)[-1].click()
        assert asked == [True]

    def test_they_end_at_the_same_edge_and_long_ones_are_read_from_their_start(
        self, page: ReportPage, logged: Session
    ) -> None:
        for text in ("One?", "What might help us to get through the evenings, when nothing we try helps?"):
            logged.diary.add(question(text=text))
        QApplication.processEvents()
        first, second = page.choices.questions._lines[:2]
        assert first.words.width() == second.words.width()
        second.words.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(second.words, Qt.Key.Key_End)
        first.words.setFocus()
        assert second.words.cursorPosition() == 0

    def test_a_question_is_added_by_enter_and_the_next_can_follow(
        self, page: ReportPage, queue: Queue
    ) -> None:
        part = page.choices.questions
        part.fresh.setFocus()
        for text in ("One?", "Two?"):
            QTest.keyClicks(part.fresh, text)
            QTest.keyClick(part.fresh, Qt.Key.Key_Return)
        settle(queue)
        assert [line.words.text() for line in part._lines if line.isVisible()] == ["One?", "Two?"]
        assert part.fresh.hasFocus()
        assert part.fresh.text() == ""

    def test_questions_are_read_before_the_line_for_one_more(self, page: ReportPage, logged: Session) -> None:
        logged.diary.add(question(text="One?", place=0), question(text="Two?", place=1))
        part = page.choices.questions
        whole = QAccessible.queryAccessibleInterface(part)
        assert whole is not None
        read = [whole.child(place).object() for place in range(whole.childCount())]
        assert read[:3] == [*part._lines, part.fresh]

    def test_a_question_goes_up_with_the_keyboard_on_it(self, page: ReportPage, logged: Session) -> None:
        logged.diary.add(question(text="One?", place=0), question(text="Two?", place=1))
        part = page.choices.questions
        part._lines[1].words.setFocus()
        QTest.keyClick(part._lines[1].words, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert [line.words.text() for line in part._lines] == ["Two?", "One?"]
        assert part._lines[0].words.hasFocus()
        part._lines[1].up.click()
        assert [line.words.text() for line in part._lines] == ["One?", "Two?"]

    def test_what_cant_be_saved_stays_typed_and_closing_says_so(
        self, page: ReportPage, logged: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_args: object, **_more: object) -> None:
            raise DiskFull("There is no room left.")

        with monkeypatch.context() as broken:
            broken.setattr(logged.diary, "add", full)
            part = page.choices.questions
            part.fresh.setText("One?")
            QTest.keyClick(part.fresh, Qt.Key.Key_Return)
            assert part.fresh.text() == "One?"
            assert said(page) == "There is no room left."
            assert page.unsaved() == "A question isn’t saved. There is no room left."
        assert page.unsaved() == ""
        assert [row.text for row in page.presenter.state.questions] == ["One?"]

    def test_half_typed_words_are_on_what_is_printed(
        self, page: ReportPage, queue: Queue, asked: Asked, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        coping = page.choices.coping
        coping._fold.click()
        coping._text.setPlainText("Tired.")
        page.choices.questions.fresh.setText("One?")
        monkeypatch.setattr(printing, "has_printer", lambda: False)
        page.start_printing()
        settle(queue)
        assert asked.requests[-1].coping == "Tired."
        assert asked.requests[-1].questions == ("One?",)

    def test_what_was_typed_for_one_baby_is_kept_for_that_one(
        self, page: ReportPage, logged: Session
    ) -> None:
        other = Baby(id=BabyId(new_id()), nickname="Kim")
        logged.diary.add(other)
        coping = page.choices.coping
        coping._fold.click()
        coping._text.setPlainText("About Robin.")
        page.choices.questions.fresh.setText("About Robin?")
        logged.show_baby(other.id)
        assert coping._text.toPlainText() == ""
        assert page.presenter.state.questions == ()
        logged.show_baby(ROBIN.id)
        assert coping._text.toPlainText() == "About Robin."
        assert [row.text for row in page.presenter.state.questions] == ["About Robin?"]

    def test_own_words_for_a_purpose(self, page: ReportPage) -> None:
        part = page.choices.purpose
        part.list.setCurrentIndex(part.list.count() - 1)
        part.list.chosen.emit(part.list.count() - 1)
        assert part.own.isVisible()
        QTest.keyClicks(part.own, "A talk")
        QTest.keyClick(part.own, Qt.Key.Key_Return)
        assert page.presenter.state.choices.purpose == "A talk"
        part.list.setCurrentIndex(1)
        part.list.chosen.emit(1)
        assert page.presenter.state.choices.purpose == page.presenter.state.reviews[0]
        assert part.own.isHidden()

    def test_notes_and_days_unfold(self, page: ReportPage, queue: Queue) -> None:
        notes, left = page.choices.notes, page.choices.left_out
        assert notes._fold.text() == "Notes: 0 of 1"
        notes._fold.click()
        notes._lines._lines[0].box.click()
        assert notes._fold.text() == "Notes: 1 of 1"
        assert notes._fold.accessibleDescription() == "Shown"
        assert left._fold.accessibleDescription() == "Folded away"
        assert left._fold.text() == "Left out: nothing"
        left._fold.click()
        left._days._lines[0].box.click()
        left._entries._lines[0].box.click()
        assert left._fold.text() == "Left out: 1 day · 1 entry"


class TestWidths:
    @pytest.mark.parametrize("size", [(1096, 720), (938, 520), (360, 520)])
    @pytest.mark.parametrize("text", [100, 200])
    def test_nothing_is_cut_off_or_wider_than_the_window(
        self, page: ReportPage, logged: Session, cut_off: object, size: tuple[int, int], text: int
    ) -> None:
        logged.change_settings(text_size=text)
        page.resize(*size)
        page.set_width(Width.of(size[0] + (184 if size[0] > 400 else 0), text / 100))
        assert callable(cut_off)
        assert cut_off(page.choices) == []
        assert page.minimumSizeHint().width() <= size[0]
        area = page._left
        assert page.choices.minimumSizeHint().width() <= area.viewport().width()

    @pytest.mark.parametrize("previewing", [False, True])
    def test_large_words_under_a_banner_leave_the_bar_whole(
        self, page: ReportPage, logged: Session, queue: Queue, previewing: bool
    ) -> None:
        """360 by 640 with the largest words and the line of a made-up diary: what is above the bar scrolls."""
        logged.change_settings(text_size=200)
        page.set_width(Width.NARROW)
        if previewing:
            page.actions_bar.preview.click()
        page.setMinimumSize(360, 1)  # as in a window
        settle(queue)
        page.resize(360, 264)
        settle(queue)
        assert page.size() == QSize(360, 264)
        bar = page.actions_bar
        assert page.minimumSizeHint().height() <= page.height()
        for each in (bar.preview, bar.buttons[Act.PRINT]):
            assert each.isVisible()
            assert not each.visibleRegion().isEmpty()
            assert each.visibleRegion().boundingRect() == each.rect()
        if previewing:
            for each in (page.preview._true, page.preview._text, page.preview._save):
                each.setFocus(Qt.FocusReason.TabFocusReason)
                page.preview._area.ensureWidgetVisible(each)
                QApplication.processEvents()
                assert each.isVisible()
                assert not each.visibleRegion().isEmpty()

    def test_a_narrow_window_turns_over(self, page: ReportPage) -> None:
        page.resize(360, 520)
        page.set_width(Width.NARROW)
        assert page.preview.isHidden()
        page.actions_bar.preview.click()
        assert page._left.isHidden()
        assert page.preview._count.text() == "2 pages, A4. In it: 0 notes."
        assert page.actions_bar.preview.text() == "Choices"
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert page.preview.isHidden()


def test_pictures_of_pages_are_read(qapp: QApplication) -> None:
    assert QImage.fromData(picture()).size().toTuple() == (210, 297)
