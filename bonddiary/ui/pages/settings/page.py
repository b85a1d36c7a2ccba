"""Draws the Settings page: one page, what is chosen applies at once."""

from itertools import pairwise

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from bonddiary.system.settings import TEXT_SIZES, ThemeChoice
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.pages.settings.backups_part import BackupsPart
from bonddiary.ui.pages.settings.carers_part import CarersPart
from bonddiary.ui.pages.settings.erase_part import ErasePart
from bonddiary.ui.pages.settings.logging_part import LoggingPart
from bonddiary.ui.pages.settings.parts import AwayList, BabyForm, Options
from bonddiary.ui.pages.settings.passphrase_part import PassphrasePart
from bonddiary.ui.pages.settings.patterns_part import PatternsPart
from bonddiary.ui.pages.settings.presenter import SettingsPresenter
from bonddiary.ui.pages.settings.privacy_part import PrivacyPart
from bonddiary.ui.pages.settings.state import SettingsState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import read_date
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, frame, row
from bonddiary.ui.widgets.press import GAP, RING
from bonddiary.ui.widgets.reading import Reading, Selectable, WordButton
from bonddiary.ui.widgets.words import Heading, Words

LINE = 720
MARGINS = (15, 14, 11, 28)
EDGE = RING + GAP
"""How far a chip's body lies inside its widget."""


class SettingsPage(Page):
    """Babies, carers, look, number keys, where the diary is."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._forms: list[BabyForm] = []
        self._buttons: list[WordButton] = []
        self.presenter = SettingsPresenter(session, self._render, read_date)
        self._bar = InlineBar()
        self._family = QWidget()  # holds the place of cards made later for those who hear the page in order
        self._babies = column(gap=8, margins=(EDGE, 0, EDGE, 0))
        self._family.setLayout(self._babies)
        self._add = WordButton(theme, self.tr("Add another baby"), "plain")
        self._add.clicked.connect(self._add_baby)
        self._away = AwayList(theme)
        self._carers = CarersPart(theme)
        self._themes = Options(theme, self.tr("Theme"), self._theme_names())
        self._sizes = Options(theme, self.tr("Text size"), [(size, f"{size} %") for size in TEXT_SIZES])
        self._keys = Options(theme, self.tr("Number keys"), [(True, self.tr("On")), (False, self.tr("Off"))])
        self._logging = LoggingPart(session, theme)
        self._patterns = PatternsPart(theme)
        self._passphrase = PassphrasePart(session, theme)
        self._privacy = PrivacyPart(session, theme)
        self._backups = BackupsPart(session, theme)
        self._erase = ErasePart(session, theme)
        self._where = Words()
        self._path = Selectable(theme, self.tr("Where the diary is"))
        self._text = self._build_text()
        inside = QWidget()
        across = row(self._text, 1)
        across.setStretchFactor(self._text, 100)
        inside.setLayout(column(across, 1))
        self._reading = Reading(theme, inside, self.tr("Settings"))
        self.setLayout(column(self._bar, self._reading, gap=0))
        self._connect()
        self._fit()
        self.presenter.refresh()

    @override
    def enter(self) -> None:
        self.presenter.refresh()
        self._title.setFocus()

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self._column.setContentsMargins(*((5, 8, 3, 20) if width is Width.NARROW else MARGINS))

    @override
    def regions(self) -> list[QWidget]:
        return [self._reading]

    @override
    def show_section(self, name: str) -> None:
        if name == "passphrase":
            self._reading.show_part(self._passphrase.first, self._passphrase)

    @override
    def guide_topic(self) -> str:
        """The part that has the keyboard, else the one in the middle of what is seen."""
        parts: dict[str, QWidget] = {
            "two-carers": self._carers,
            "backups": self._backups,
            "passphrase": self._passphrase,
            "privacy": self._privacy,
            "erasing": self._erase,
        }
        focused, view = QApplication.focusWidget(), self._reading.viewport()
        held = (key for key, part in parts.items() if focused is not None and part.isAncestorOf(focused))
        middle = view.mapToGlobal(view.rect().center())
        seen = (key for key, part in parts.items() if part.rect().contains(part.mapFromGlobal(middle)))
        return next(held, None) or next(seen, "")

    def _build_text(self) -> QWidget:
        text = QWidget()
        self._title = Heading(self.tr("Settings"), "title")
        self._column = column(gap=12, margins=MARGINS)
        self._put(self._title, Heading(self.tr("Babies"), "section"))
        self._column.addWidget(self._family)
        self._column.addWidget(self._add)
        self._put(self._away)
        parts: tuple[tuple[str, tuple[QWidget | QLayout, ...]], ...] = (
            (self.tr("Look"), (
                Heading(self.tr("Theme"), "strong"), self._themes,
                Words(self._about_themes(), "caption"),
                Heading(self.tr("Text size"), "strong"), self._sizes,
            )),
            (self.tr("Logging"), (
                Heading(self.tr("Number keys"), "strong"), self._keys,
                Words(self.tr("On the cue board, 1 to 4 press the cues under Likely now."), "caption"),
                self._logging,
            )),
            (self.tr("Patterns"), (self._patterns,)),
            (self.tr("Carers"), (self._carers,)),
            (self.tr("Backups"), (self._backups,)),
            (self.tr("Your diary"), (self._where, self._path, self._build_buttons())),
            (self.tr("Passphrase"), (self._passphrase,)),
            (self.tr("Privacy check"), (self._privacy,)),
            (self.tr("Erase for ever"), (self._erase,)),
        )  # fmt: skip
        for heading, inside in parts:
            self._column.addSpacing(8)
            self._put(Heading(heading, "section"), frame("card", self._card(*inside)))
        text.setLayout(self._column)
        return text

    def _put(self, *widgets: QWidget) -> None:
        """Words and cards start where the bodies of buttons do."""
        for widget in widgets:
            self._column.addLayout(column(widget, margins=(EDGE, 0, EDGE, 0)))

    def _card(self, *inside: QWidget | QLayout) -> QLayout:
        body = column(gap=8, margins=(16 - EDGE, 12, 16 - EDGE, 14))
        for each in inside:
            if isinstance(each, QLayout):
                body.addLayout(each)
            elif isinstance(
                each,
                Options | CarersPart | LoggingPart | PatternsPart | BackupsPart | ErasePart | PassphrasePart,
            ):
                body.addWidget(each)
            else:
                body.addLayout(column(each, margins=(EDGE, 0, EDGE, 0)))
        return body

    def _build_buttons(self) -> FlowLayout:
        buttons = FlowLayout(gap=8)
        for words, act in (
            (self.tr("Copy path"), self._copy_path),
            (self.tr("Open folder"), self._open_folder),
        ):
            made = WordButton(self._theme, words, "plain")
            made.clicked.connect(act)
            buttons.addWidget(made)
            self._buttons.append(made)
        return buttons

    def _connect(self) -> None:
        presenter, session = self.presenter, self._session
        self._themes.chosen.connect(presenter.choose_theme)
        self._sizes.chosen.connect(presenter.choose_text_size)
        self._keys.chosen.connect(presenter.choose_number_keys)
        self._patterns.reference_chosen.connect(presenter.choose_reference)
        self._patterns.chart_asked.connect(presenter.show_chart)
        self._patterns.refilled.connect(self._order_stops)
        self._away.back_asked.connect(lambda key: presenter.put_away(key, away=False))
        self._carers.added.connect(self._add_carer)
        self._carers.renamed.connect(presenter.rename_carer)
        self._carers.put_away_asked.connect(lambda key: presenter.put_carer_away(key, away=True))
        self._carers.back_asked.connect(lambda key: presenter.put_carer_away(key, away=False))
        self._carers.noting_chosen.connect(presenter.choose_carer)
        for part in (self._away, self._carers):
            part.stops_changed.connect(self._order_stops)
        for signal in (
            session.opened,
            session.baby_changed,
            session.carer_changed,
            session.settings_changed,
        ):
            signal.connect(self._refresh_if_seen)
        self._logging.refilled.connect(self._order_stops)
        self._backups.refilled.connect(self._order_stops)
        self._passphrase.refilled.connect(self._order_stops)
        self._erase.refilled.connect(self._order_stops)
        self._theme.changed.connect(self._fit)

    def _render(self, state: SettingsState) -> None:
        self._bar.say(state.problem)
        self._show_babies(state)
        self._add.setVisible(state.can_add)
        self._away.show_away(state.away)
        self._carers.show_state(state.carers)
        self._themes.show_value(state.theme)
        self._sizes.show_value(state.text_size)
        self._keys.show_value(state.number_keys)
        self._patterns.show_choices(state.crying_reference, state.hidden_charts)
        self._logging.presenter.refresh()
        self._passphrase.presenter.refresh()
        self._privacy.presenter.refresh()
        self._backups.presenter.refresh()
        self._erase.presenter.refresh()
        self._where.say(state.diary_words)
        self._path.say(state.diary_path)

    def _show_babies(self, state: SettingsState) -> None:
        while len(self._forms) < len(state.babies):
            form = BabyForm(self._theme)
            form.changed.connect(self.presenter.change_baby)
            form.show_asked.connect(self.presenter.show_baby)
            form.colour_chosen.connect(self.presenter.choose_colour)
            form.put_away_asked.connect(self._put_away)
            form.born_told.connect(self.presenter.tell_born)
            form.stops_changed.connect(self._order_stops)
            self._forms.append(form)
            self._babies.addWidget(form)
            self._order_stops()
        for place, form in enumerate(self._forms):
            form.setVisible(place < len(state.babies))
            if place < len(state.babies):
                form.show_card(state.babies[place], several=state.several)

    def _order_stops(self) -> None:
        """From top to bottom, whenever a part was made."""
        choices = (self._themes, self._sizes, self._keys)
        stops: list[QWidget] = [self._reading, self._title]
        stops += [stop for form in self._forms for stop in form.stops]
        stops += [
            self._add,
            *self._away.stops,
            *(stop for options in choices for stop in options.stops),
            *self._logging.stops,
            *self._patterns.stops,
            *self._carers.stops,
            *self._backups.stops,
            self._path,
            *self._buttons,
            *self._passphrase.stops,
            *self._privacy.stops,
            *self._erase.stops,
        ]
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _add_baby(self) -> None:
        self.presenter.add_baby()
        self._forms[len(self.presenter.state.babies) - 1].start()

    def _put_away(self, key: str) -> None:
        self._title.setFocus()  # before the card that has the keyboard goes
        self.presenter.put_away(key, away=True)

    def _add_carer(self, label: str) -> None:
        if self.presenter.add_carer(label):
            self._carers.forget_typed()

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self.presenter.state.diary_path)
        announce(self, self.tr("Copied."))

    def _open_folder(self) -> None:
        folder = QUrl.fromLocalFile(str(self._session.paths.diary.parent))
        if not QDesktopServices.openUrl(folder):
            self.presenter.say(
                self.tr("No program on this computer opened the folder. You can copy its path.")
            )

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.presenter.refresh()

    def _about_themes(self) -> str:
        words = self.tr("System follows this computer. Night keeps a dark room dark.")
        if QGuiApplication.styleHints().colorScheme() is not Qt.ColorScheme.Unknown:
            return words
        return f"{words} {self.tr('This computer doesn’t say whether it is dark, so it looks as by day.')}"

    def _theme_names(self) -> list[tuple[object, str]]:
        return [
            (ThemeChoice.SYSTEM, self.tr("System")),
            (ThemeChoice.DAY, self.tr("Day")),
            (ThemeChoice.DUSK, self.tr("Dusk")),
            (ThemeChoice.NIGHT, self.tr("Night")),
            (ThemeChoice.CONTRAST, self.tr("High contrast")),
        ]

    def _fit(self) -> None:
        self._text.setMaximumWidth(self._theme.look.px(LINE))
