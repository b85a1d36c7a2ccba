"""The Tips page: what the presenter decides, and that the page draws it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.content.guidance import load_library, load_safety
from bonddiary.content.wording import banned_words
from bonddiary.domain.baby import Baby
from bonddiary.domain.catalog import AgeWindow, Catalog
from bonddiary.domain.guidance import Urgency
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.models.tip_rows import RowKind, TipListModel, TipRow
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.tips.articles import age_words, as_plain_text, cue_article, tip_article
from bonddiary.ui.pages.tips.listing import nothing_found
from bonddiary.ui.pages.tips.page import TipsPage
from bonddiary.ui.pages.tips.presenter import TipsPresenter
from bonddiary.ui.pages.tips.state import Sense
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.reading import Reading
from bonddiary.ui.widgets.words import Heading
from tests.builders import NOW, ROBIN, cue_keys, moment_draft, own_word

LIBRARY = load_library()
TIPS = LIBRARY.tips


@pytest.fixture
def presenter(robin: Session) -> TipsPresenter:
    """A presenter whose states go nowhere."""
    made = TipsPresenter(robin, lambda _state: None)
    made.refresh()
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TipsPage:
    """The page, shown."""
    made = TipsPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.enter()
    return made


class TestArticles:
    def test_every_cue_has_several_meanings_and_an_open_end(self, catalog: Catalog) -> None:
        for cue in catalog.cues.values():
            article = cue_article(cue, catalog, LIBRARY, load_safety(country="england"), None, early=False)
            assert len(article.meanings) >= 3, cue.key
            assert article.meanings[-1] == Sense("", LIBRARY.open_end)
            assert article.text
            assert article.tries
            assert article.sources
            assert article.standing

    def test_safety_signs_stand_word_for_word_the_most_urgent_first(self, catalog: Catalog) -> None:
        guide = load_safety(country="england")
        article = cue_article(catalog.cue("cry-inconsolable"), catalog, LIBRARY, guide, None, early=False)
        assert [card.urgency for card in article.cards] == [Urgency.EMERGENCY, Urgency.TODAY]
        words = {sign.text for sign in guide.signs}
        assert all(sign in words for card in article.cards for sign in card.signs)
        assert article.cards[0].heading == guide.headings[Urgency.EMERGENCY]

    def test_a_cue_without_signs_shows_no_card(self, catalog: Catalog) -> None:
        assert not cue_article(
            catalog.cue("rooting"), catalog, LIBRARY, load_safety(country="england"), None, early=False
        ).cards

    def test_what_is_said_of_babies_born_early_is_for_them_alone(self, catalog: Catalog) -> None:
        cue = next(cue for cue in catalog.cues.values() if any(meaning.early for meaning in cue.meanings))
        late = cue_article(cue, catalog, LIBRARY, None, None, early=False)
        early = cue_article(cue, catalog, LIBRARY, None, None, early=True)
        assert len(early.meanings) > len(late.meanings)

    def test_safety_words_of_a_response_stand_with_it(self, catalog: Catalog) -> None:
        article = cue_article(catalog.cue("rooting"), catalog, LIBRARY, None, None, early=False)
        fed = dict(article.tries)["Fed when baby showed signs."]
        assert catalog.response("r-feed-responsive").caution in fed

    def test_a_tip_names_its_cues_and_what_it_rests_on(self, catalog: Catalog) -> None:
        article = tip_article(TIPS[0], catalog, LIBRARY)
        assert [way.key for way in article.ways] == list(TIPS[0].cues)
        assert article.standing[0] == "Rests on: a health service."
        assert article.standing[-1] == "Not yet reviewed by a clinician."

    def test_copies_the_whole_article(self, catalog: Catalog) -> None:
        cue = catalog.cue("cry-inconsolable")
        text = as_plain_text(
            cue_article(cue, catalog, LIBRARY, load_safety(country="england"), None, early=False)
        )
        for words in (cue.name, cue.description, cue.caution, "Call 999", "What it may mean", "https://"):
            assert words in text

    @pytest.mark.parametrize(
        ("window", "words"),
        [
            (AgeWindow(), "often from birth"),
            (AgeWindow(42), "often from 6 weeks"),
            (AgeWindow(0, 183), "often from birth to 6 months"),
            (AgeWindow(61, 730), "often from 2 to 24 months"),
            (AgeWindow(7, 122), "often from 1 week to 4 months"),
        ],
    )
    def test_says_usual_ages(self, window: AgeWindow, words: str) -> None:
        assert age_words(window) == words


class TestPresenter:
    def test_starts_with_the_first_article_and_the_babys_age(self, presenter: TipsPresenter) -> None:
        assert presenter.state.article is not None
        assert presenter.state.age_words == "8 weeks"
        assert not presenter.state.reading

    def test_counts_stand_beside_the_article_and_leave_it_as_it_is(
        self, robin: Session, presenter: TipsPresenter
    ) -> None:
        presenter.choose(RowKind.CUE, "rooting")
        before = presenter.state.article
        assert presenter.state.noted is not None
        assert presenter.state.noted.words == "Not noted so far."
        for days in (0, 1, 13, 14, 40):
            robin.diary.log(moment_draft(at=NOW.shifted(-timedelta(days=days)), cues=cue_keys("rooting")))
        presenter.refresh()
        assert presenter.state.article == before
        assert presenter.state.noted.words == "3 times in the last 2 weeks, 5 altogether."
        assert presenter.state.noted.cue == "rooting"

    def test_old_entries_are_told_as_old(self, robin: Session, presenter: TipsPresenter) -> None:
        robin.diary.log(moment_draft(at=NOW.shifted(-timedelta(days=40)), cues=cue_keys("rooting")))
        presenter.choose(RowKind.CUE, "rooting")
        assert presenter.state.noted is not None
        assert presenter.state.noted.words == "1 time altogether, none of them noted in the last 2 weeks."

    def test_an_own_word_has_counts_and_no_made_up_meaning(
        self, robin: Session, presenter: TipsPresenter
    ) -> None:
        word = own_word("Fish face")
        robin.diary.add(word)
        presenter.open(RowKind.CUE, word.id)
        article = presenter.state.article
        assert article is not None
        assert article.title == "Fish face"
        assert not article.meanings

    def test_works_before_the_diary_is_open(self, session: Session, catalog: Catalog) -> None:
        closed = Session(session.paths, lambda: session.diary, catalog, session.clock, session.settings)
        presenter = TipsPresenter(closed, lambda _state: None)
        presenter.open(RowKind.CUE, "rooting")
        assert presenter.state.article is not None
        assert presenter.state.noted is None
        assert not closed.is_open

    def test_goes_by_corrected_age(self, session: Session) -> None:
        early = Baby(id=BabyId(new_id()), born=date(2026, 9, 20), due=date(2026, 11, 9))
        session.diary.add(early)
        presenter = TipsPresenter(session, lambda _state: None)
        presenter.refresh()
        assert presenter.state.age_words == "7 days"

    def test_widening_looks_elsewhere_then_drops_the_words(self, presenter: TipsPresenter) -> None:
        presenter.choose_shelf("face")
        presenter.search("squeal")
        assert presenter.state.nothing is not None
        presenter.widen()
        assert presenter.state.shelf == ""
        assert presenter.state.rows
        presenter.search("purple")
        presenter.widen()
        assert presenter.state.query == ""
        assert presenter.state.nothing is None

    def test_an_unknown_tip_changes_nothing(self, presenter: TipsPresenter) -> None:
        before = presenter.state.article
        presenter.choose(RowKind.TIP, "no-such-tip")
        assert presenter.state.article == before

    def test_words_of_its_own_are_kind(self, presenter: TipsPresenter) -> None:
        said = [
            nothing_found("x", shelf.key, elsewhere=flag)
            for shelf in presenter.state.shelves
            for flag in (True, False)
        ]
        assert said
        for nothing in said:
            assert not list(banned_words(f"{nothing.words} {nothing.widen}"))


class TestPage:
    def test_every_control_has_a_name(self, page: TipsPage, unnamed: Callable[[QWidget], list[str]]) -> None:
        assert unnamed(page) == []

    def test_the_button_that_clears_the_search_has_a_name(self, page: TipsPage) -> None:
        clear = [each for each in page.findChildren(QAbstractButton) if isinstance(each.parent(), QLineEdit)]
        assert [each.accessibleName() for each in clear] == ["Clear what is looked for"]

    def test_a_shelf_cant_be_chosen(self) -> None:
        model = TipListModel()
        model.show([TipRow(RowKind.SHELF, "Face", "Face"), TipRow(RowKind.CUE, "smile", "Smile")])
        assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
        assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
        assert model.rowCount(model.index(0)) == 0

    def test_arrows_read_and_enter_goes_to_the_article(self, page: TipsPage) -> None:
        view = page.findChild(QListView)
        assert view is not None
        view.setFocus()
        first = page.presenter.state.article
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert page.presenter.state.article != first
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert page.presenter.state.reading

    def test_typing_searches_and_enter_opens_what_fits(self, page: TipsPage) -> None:
        page.start_finding()
        field = page.findChild(QLineEdit)
        assert field is not None
        QTest.keyClicks(field, "rooting")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert page.presenter.state.article is not None
        assert page.presenter.state.article.key == "rooting"

    def test_a_narrow_window_holds_the_list_or_the_article(self, page: TipsPage) -> None:
        page.set_width(Width.NARROW)
        view, article = page.findChild(QListView), page.findChild(Reading)
        assert view is not None
        assert article is not None
        assert view.isVisibleTo(page)
        assert not article.isVisibleTo(page)
        page.show_cue("rooting")
        assert article.isVisibleTo(page)
        assert not view.isVisibleTo(page)

    def test_going_back_keeps_the_search_and_the_shelf(self, page: TipsPage) -> None:
        page.presenter.choose_shelf("face")
        page.presenter.search("smile")
        page.show_tip(TIPS[0].key)
        page.presenter.close_article()
        page.enter()
        assert (page.presenter.state.shelf, page.presenter.state.query) == ("face", "smile")

    def test_what_a_parent_typed_is_never_markup(self, robin: Session, page: TipsPage) -> None:
        word = own_word("<b>Bold</b> & <img src='x'>")
        robin.diary.add(word)
        page.show_cue(word.id)
        heading = next(
            each
            for each in page.findChildren(Heading)
            if each.property("kind") == "title" and "Bold" in each.text()
        )
        assert heading.text() == word.name
        assert heading.textFormat() is Qt.TextFormat.PlainText

    def test_no_label_opens_links(self, page: TipsPage) -> None:
        labels = page.findChildren(QLabel)
        assert labels
        assert not any(each.openExternalLinks() for each in labels)

    @pytest.mark.parametrize("size", [100, 200])
    @pytest.mark.parametrize(
        ("width", "pixels"), [(Width.WIDE, 1080), (Width.MEDIUM, 930), (Width.NARROW, 360)]
    )
    def test_no_words_are_cut_off(
        self,
        page: TipsPage,
        robin: Session,
        cut_off: Callable[[QWidget], list[str]],
        width: Width,
        pixels: int,
        size: int,
    ) -> None:
        robin.change_settings(text_size=size)
        page.set_width(width)
        page.resize(pixels, 620)
        page.show_cue("cry-inconsolable")
        assert cut_off(page) == []

    @pytest.mark.parametrize("size", [100, 200])
    def test_fits_a_small_window(self, page: TipsPage, robin: Session, size: int) -> None:
        robin.change_settings(text_size=size)
        page.set_width(Width.NARROW)
        page.show_cue("cry-inconsolable")
        QApplication.processEvents()
        article = page.findChild(Reading)
        assert article is not None
        inside = article.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= 360 - 24 - 18
        assert page.minimumSizeHint().width() <= 360

    def test_asks_for_the_entries_of_the_cue_shown(
        self, qtbot: QtBot, robin: Session, page: TipsPage
    ) -> None:
        robin.diary.log(moment_draft(baby=ROBIN.id, cues=cue_keys("rooting")))
        page.show_cue("rooting")
        buttons = [
            each for each in page.findChildren(QWidget) if each.property("text") == "Show these entries"
        ]
        with qtbot.waitSignal(page.timeline_asked) as asked:
            QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        assert asked.args == ["rooting"]
