"""Themes: every ratio of the design's table, for the three themes and for any colours a system may have."""

from dataclasses import fields, replace
from itertools import combinations, product
from math import dist

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.charts.style import in_black
from bonddiary.domain.baby import BabyColour
from bonddiary.domain.catalog import Family
from bonddiary.system.settings import TEXT_SIZES, Settings, ThemeChoice
from bonddiary.system.themes import ThemeKey, Tokens, contrast, tokens
from bonddiary.ui.delegates.entry import SMALL
from bonddiary.ui.delegates.timeline import _time
from bonddiary.ui.session import Session
from bonddiary.ui.theme.look import BODY, CAPTION, SECTION, TITLE, Look, contrast_tokens, look_for
from bonddiary.ui.theme.palette import palette_of
from bonddiary.ui.theme.stylesheet import stylesheet
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.letters import letters
from bonddiary.ui.widgets.press import CheckChip

ROLES = (
    QPalette.ColorRole.Window,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Highlight,
    QPalette.ColorRole.HighlightedText,
)
GROUNDS = ("page", "card", "sunken", "primary_tint")


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def system(dark: bool) -> QPalette:
    palette = QPalette()
    night, day = ("#000000", "#FFFFFF", "#FFFF00", "#000000"), ("#FFFFFF", "#000000", "#0000AA", "#FFFFFF")
    for role, colour in zip(ROLES, night if dark else day, strict=True):
        palette.setColor(role, QColor(colour))
    return palette


ALL = [
    *(tokens(key) for key in ThemeKey),
    replace(contrast_tokens(system(dark=True)), name="High contrast, dark"),
    replace(contrast_tokens(system(dark=False)), name="High contrast, light"),
]
themes = pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)


def words_on(theme: Tokens) -> list[tuple[str, str, str]]:
    """Every pair of words and ground that the program draws."""
    pairs = [
        (f"{ink} on {ground}", getattr(theme, ink), getattr(theme, ground))
        for ink, ground in product(("text", "text_2"), GROUNDS)
    ]
    pairs += [
        (f"primary on {ground}", theme.primary, getattr(theme, ground))
        for ground in ("page", "card", "sunken")
    ]
    pairs += [(f"problem on {ground}", theme.problem, getattr(theme, ground)) for ground in ("page", "card")]
    pairs += [("on_primary", theme.on_primary, theme.primary)]
    pairs += [(f"text on {family}", theme.text, theme.tint[family]) for family in Family]
    pairs += [(f"initial on {colour}", theme.page, theme.baby[colour]) for colour in BabyColour]
    pairs += [
        (f"step {n}", ink, step)
        for n, (ink, step) in enumerate(zip(theme.on_steps, theme.steps, strict=True))
    ]
    pairs += [
        (f"{name} card", card.on_head, card.head)
        for name, card in (("urgent", theme.urgent), ("soon", theme.soon))
    ]
    return pairs


def marks_on(theme: Tokens) -> list[tuple[str, str, str]]:
    """Edges of controls, focus rings and marks, with what is around them."""
    pairs = [(f"edge on {ground}", theme.edge, getattr(theme, ground)) for ground in GROUNDS]
    pairs += [(f"ring on {ground}", theme.focus, getattr(theme, ground)) for ground in GROUNDS]
    pairs += [(f"accent on {ground}", theme.accent, getattr(theme, ground)) for ground in ("page", "card")]
    pairs += [
        (f"{family} on {ground}", theme.family[family], getattr(theme, ground))
        for family, ground in product(Family, ("page", "card"))
    ]
    pairs += [
        (f"{colour} on {ground}", theme.baby[colour], getattr(theme, ground))
        for colour, ground in product(BabyColour, ("page", "card"))
    ]
    pairs += [(f"{family} on its tint", theme.family[family], theme.tint[family]) for family in Family]
    pairs += [(f"{family} on sleep", theme.family[family], theme.sleep) for family in Family]
    pairs += [
        (f"care edge on {ground}", theme.care_edge, getattr(theme, ground)) for ground in ("page", "card")
    ]
    pairs += [("chip on page", theme.primary, theme.page), ("chip on card", theme.primary, theme.card)]
    return pairs


def faint(pairs: list[tuple[str, str, str]], least: float) -> dict[str, float]:
    assert len(pairs) > 10
    return {
        name: round(contrast(one, other), 2) for name, one, other in pairs if contrast(one, other) < least
    }


@themes
def test_words_are_at_least_4_5_to_1(theme: Tokens) -> None:
    assert faint(words_on(theme), 4.5) == {}


@themes
def test_edges_rings_and_marks_are_at_least_3_to_1(theme: Tokens) -> None:
    assert faint(marks_on(theme), 3.0) == {}


@pytest.mark.parametrize(
    ("theme", "name", "ground", "ratio"),
    [
        (ThemeKey.DAY, "text", "page", 14.2),
        (ThemeKey.DAY, "text_2", "sunken", 5.7),
        (ThemeKey.DAY, "edge", "primary_tint", 4.0),
        (ThemeKey.DAY, "accent", "page", 4.7),
        (ThemeKey.DUSK, "text_2", "card", 7.6),
        (ThemeKey.DUSK, "edge", "primary_tint", 3.1),
        (ThemeKey.DUSK, "focus", "page", 13.1),
        (ThemeKey.NIGHT, "text", "page", 9.3),
        (ThemeKey.NIGHT, "text_2", "card", 5.5),
        (ThemeKey.NIGHT, "problem", "card", 8.1),
    ],
)
def test_the_tables_of_the_design_are_kept(theme: ThemeKey, name: str, ground: str, ratio: float) -> None:
    table = tokens(theme)
    assert contrast(getattr(table, name), getattr(table, ground)) == pytest.approx(ratio, abs=0.06)


def test_night_has_no_white_and_is_dark() -> None:
    night = tokens(ThemeKey.NIGHT)
    colours = [
        value
        for field in fields(Tokens)
        if isinstance(value := getattr(night, field.name), str) and value.startswith("#")
    ]
    assert len(colours) > 10
    assert all(QColor(colour).blueF() < 0.8 for colour in colours)
    assert contrast(night.page, "#000000") < 1.2


@pytest.mark.parametrize("theme", list(ThemeKey))
def test_families_differ_from_each_other(theme: ThemeKey) -> None:
    assert len(set(tokens(theme).family.values())) == len(Family)


SEEN = {
    "red is weak": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green is weak": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "blue is weak": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
    "all see": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
"""How eyes see linear red, green and blue (Machado, Oliveira and Fernandes 2009)."""


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """CIE L*, a*, b* of a colour as these eyes see it."""
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(w * part for w, part in zip(row, light, strict=True)))) for row in SEEN[eyes]
    )
    parts = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", list(SEEN))
@pytest.mark.parametrize("theme", list(ThemeKey))
def test_babies_are_told_apart_by_colour_whatever_the_eyes(theme: ThemeKey, eyes: str) -> None:
    for one, other in combinations(tokens(theme).baby.values(), 2):
        assert dist(seen(one, eyes), seen(other, eyes)) >= 15


@pytest.mark.parametrize("eyes", list(SEEN))
@pytest.mark.parametrize("theme", [ThemeKey.DAY, ThemeKey.DUSK])
def test_sleep_stands_out_from_what_is_around_it(theme: ThemeKey, eyes: str) -> None:
    """Its fill by colour, for marks on it need their own contrast; its edge by 3 to 1, as marks do."""
    table = tokens(theme)
    for ground in (table.card, table.page):
        assert dist(seen(table.sleep, eyes), seen(ground, eyes)) >= 8
        assert contrast(table.care_edge, ground) >= 3


def test_sleep_in_dusk_is_the_blue_of_a_night_sky() -> None:
    dusk = tokens(ThemeKey.DUSK)
    assert dist(seen(dusk.sleep, "all see"), seen(dusk.card, "all see")) >= 20


colours = st.integers(0, 0xFFFFFF).map(QColor.fromRgb)


@hypothesis_settings(max_examples=30)
@given(colours, colours, colours, colours)
def test_high_contrast_holds_whatever_colours_the_system_has(
    page: QColor, text: QColor, mark: QColor, on: QColor
) -> None:
    palette = QPalette()
    for role, colour in zip(ROLES, (page, text, mark, on), strict=True):
        palette.setColor(role, colour)
    made = contrast_tokens(palette)
    assert contrast(made.text, made.page) >= 7
    assert faint(words_on(made), 4.5) == {}
    assert faint(marks_on(made), 3.0) == {}


def test_a_chart_s_file_in_black_wears_what_the_window_would_on_a_black_and_white_system() -> None:
    palette = QPalette()
    for role, colour in zip(ROLES, ("#FFFFFF", "#000000", "#000000", "#FFFFFF"), strict=True):
        palette.setColor(role, QColor(colour))
    assert in_black() == contrast_tokens(palette)


class TestChoosing:
    @pytest.mark.parametrize(
        ("choice", "dark", "contrasted", "name"),
        [
            (ThemeChoice.SYSTEM, False, False, "Day"),
            (ThemeChoice.SYSTEM, True, False, "Dusk"),
            (ThemeChoice.SYSTEM, True, True, "High contrast"),
            (ThemeChoice.NIGHT, False, False, "Night"),
            (ThemeChoice.DAY, True, True, "Day"),
            (ThemeChoice.CONTRAST, False, False, "High contrast"),
        ],
    )
    def test_what_is_asked_for_is_worn(
        self, choice: ThemeChoice, dark: bool, contrasted: bool, name: str
    ) -> None:
        look = look_for(
            Settings(theme=choice), system_dark=dark, system_contrast=contrasted, palette=system(dark)
        )
        assert look.tokens.name == name
        assert look.high_contrast is (name == "High contrast")

    def test_night_is_larger_by_two(self) -> None:
        day, night = Look(tokens(ThemeKey.DAY), 1.0), Look(tokens(ThemeKey.NIGHT), 1.0)
        assert [night.type(size) - day.type(size) for size in (CAPTION, BODY, SECTION, TITLE)] == [2] * 4

    def test_steps_between_80_and_200(self) -> None:
        assert (min(TEXT_SIZES), max(TEXT_SIZES)) == (80, 200)
        assert Settings(text_size=200).with_larger_text(1).text_size == 200
        assert Settings(text_size=80).with_larger_text(-1).text_size == 80
        assert Settings(text_size=100).with_larger_text(1).text_size == 110


class TestLive:
    def test_every_theme_and_size_is_put_on_what_is_there(
        self, qtbot: QtBot, qapp: QApplication, session: Session, theme: Theme
    ) -> None:
        theme.wear()
        button, chip = QPushButton("Words"), CheckChip(theme, "Words")
        for widget in (button, chip):
            qtbot.addWidget(widget)
            widget.show()
        grounds = set()
        for choice in (ThemeChoice.DAY, ThemeChoice.DUSK, ThemeChoice.NIGHT, ThemeChoice.CONTRAST):
            session.change_settings(theme=choice)
            assert qapp.palette().window().color() == QColor(theme.look.tokens.page)
            assert theme.look.tokens.page in qapp.styleSheet()
            picture = chip.grab().toImage()
            assert picture.pixelColor(picture.width() // 2, 8) == QColor(theme.look.tokens.card)
            grounds.add(qapp.palette().window().color().name())
        assert len(grounds) >= 3
        heights = []
        for size in TEXT_SIZES:
            session.change_settings(text_size=size)
            heights.append((chip.sizeHint().height(), chip.sizeHint().width()))
        assert heights == sorted(heights)
        assert heights[-1][1] > 1.7 * heights[2][1]

    def test_the_same_choice_again_wears_nothing_anew(
        self, qtbot: QtBot, session: Session, theme: Theme
    ) -> None:
        with qtbot.assertNotEmitted(theme.changed):
            session.change_settings(number_keys=False)

    def test_disabled_words_stay_readable(self) -> None:
        for each in ALL:
            palette = palette_of(each)
            ink = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
            assert contrast(ink, palette.color(QPalette.ColorRole.Button).name()) >= 4.5

    @themes
    def test_the_sheet_has_every_colour_and_no_gap(self, theme: Tokens) -> None:
        sheet = stylesheet(Look(theme, 1.25, high_contrast=theme.name.startswith("High")))
        assert "$" not in sheet
        assert f"placeholder-text-color: {theme.text_2}" in sheet
        assert ("border: 2px" in sheet) or not theme.name.startswith("High")

    @themes
    @pytest.mark.parametrize("rows", ["QMenu::item", "QMenuBar::item", "QComboBox QAbstractItemView::item"])
    def test_the_row_of_a_menu_that_the_keys_are_on_has_a_ring(self, theme: Tokens, rows: str) -> None:
        """A tint alone is hardly seen by night, and high contrast has none."""
        sheet = stylesheet(Look(theme, 1, high_contrast=theme.name.startswith("High")))
        rule = sheet.split(f"\n{rows}:selected {{")[1].split("}")[0]
        assert f"border-color: {theme.focus}" in rule


@pytest.mark.parametrize("choice", [ThemeChoice.DAY, ThemeChoice.NIGHT])
@pytest.mark.parametrize("text", [100, 200])
def test_the_timeline_holds_the_longest_time(qapp: QApplication, choice: ThemeChoice, text: int) -> None:
    look = look_for(
        Settings(theme=choice, text_size=text), system_dark=False, system_contrast=False, palette=QPalette()
    )
    assert letters(look, SMALL).advance("about 12:58pm") + look.px(4) <= _time(look)
