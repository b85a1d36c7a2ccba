"""The days' rulers draw what their table says, in every theme, with few artists, and patterns told apart without colour."""

from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

from bonddiary.analysis.behaviour_cells import CELLS, Behaviour
from bonddiary.analysis.behaviours import ProfileDays, blank_days, day_words, stretch_words
from bonddiary.analysis.insight import Insight
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.kinds.rulers.frame import _outline
from bonddiary.charts.kinds.rulers.layout import MOST_ROWS, lay_out
from bonddiary.charts.kinds.rulers.patterns import empty, fill
from bonddiary.charts.registry import CHARTS, DRAWN
from bonddiary.charts.render import picture
from bonddiary.charts.spec import Drawn, HitKind
from bonddiary.charts.style import ChartStyle, in_grey
from bonddiary.domain.care import CareKind
from bonddiary.domain.period import Period
from bonddiary.system.themes import ThemeKey, tokens
from tests.analysis.made import FIRST, care, diary, moment, when
from tests.analysis.profiles import all_six, profile

DAY = ChartStyle(tokens(ThemeKey.DAY))
STYLES = {
    **{theme.value: ChartStyle(tokens(theme)) for theme in ThemeKey},
    "large": ChartStyle(tokens(ThemeKey.DAY), scale=1.3),
    "right to left": ChartStyle(tokens(ThemeKey.DAY), rtl=True),
    "in a file": ChartStyle(tokens(ThemeKey.DAY), titled=True),
    "grey": ChartStyle(in_grey(tokens(ThemeKey.DAY))),
}


def spanned(days: int) -> Period:
    return Period(FIRST, FIRST + timedelta(days=days - 1))


DIARIES: dict[str, Callable[[], Insight[ProfileDays]]] = {
    "empty": profile,
    "one mark": lambda: profile([moment(when(3, 9))]),
    "all six": lambda: profile(*all_six(), period=spanned(7)),
    "two weeks": lambda: profile(*diary()),
    "four weeks": lambda: profile(*diary(days=28), period=spanned(28)),
    "a year": lambda: profile(*diary(days=365, a_day=2), period=spanned(365)),
    "huge": lambda: profile(*diary(a_day=300)),
    "today": lambda: profile(*diary(), now=when(6, 11.5)),
    "by hand": lambda: blank_days(FIRST),
    "by hand, no dates": lambda: blank_days(None, 14),
}


@pytest.fixture(scope="module", params=DIARIES)
def made(request: pytest.FixtureRequest) -> Insight[ProfileDays]:
    return DIARIES[request.param]()


def drawn(model: Insight[ProfileDays], style: ChartStyle = DAY, width: int = 716) -> Drawn:
    return DRAWN[model.key].draw(picture(model, style, width), model, style)


def test_it_stands_in_reports_and_not_among_the_patterns() -> None:
    assert "days" not in CHARTS
    assert set(DRAWN) == {*CHARTS, "days"}


@pytest.mark.parametrize("look", STYLES)
def test_it_draws(look: str, made: Insight[ProfileDays]) -> None:
    figure = picture(made, STYLES[look], 716)
    found = DRAWN["days"].draw(figure, made, STYLES[look])
    figure.canvas.draw()
    assert found.hits
    for hit in found.hits:
        assert hit.words
        assert hit.x0 < hit.x1
        assert hit.y0 < hit.y1
        assert hit.y0 >= -0.001
        assert hit.y1 <= 1.001


@pytest.mark.parametrize("width", [200, 344, 642, 1058])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_it_fits_any_width(width: int, scale: float, made: Insight[ProfileDays]) -> None:
    found = drawn(made, ChartStyle(tokens(ThemeKey.DAY), scale), width)
    assert all(hit.y0 >= -0.001 and hit.y1 <= 1.001 for hit in found.hits)


def test_few_artists_however_much_there_is() -> None:
    few = picture(profile(*all_six(), period=spanned(7)), DAY)
    many = picture(profile(*diary(days=28, a_day=200), period=spanned(28)), DAY)
    hand = picture(blank_days(None, 28), DAY)
    assert len(few.artists) < 60
    assert len(many.artists) <= len(few.artists)
    assert len(hand.artists) < 30


def test_each_day_and_each_stretch_is_read_in_order() -> None:
    model = profile(*all_six(), period=spanned(7))
    hits = drawn(model).hits
    days = [hit for hit in hits if hit.kind is HitKind.GROUP]
    assert [hit.words for hit in days] == [day_words(day, place) for place, day in enumerate(model.data.days)]
    assert [hit.y1 for hit in days] == sorted((hit.y1 for hit in days), reverse=True)
    lanes = [hit.words for hit in hits if hit.kind is HitKind.LANE]
    assert lanes == [stretch_words(each) for day in model.data.days for each in day.stretches]
    assert all(hit.target is None for hit in hits)


def test_a_stretch_lies_on_its_hours_and_mirrored_on_pages_from_the_right() -> None:
    model = profile(events=[care(when(0, 6), CareKind.SLEEP, when(0, 18))])
    (lane,) = [hit for hit in drawn(model).hits if hit.kind is HitKind.LANE]
    layout = lay_out(model.data, 1.0, 716)
    assert lane.x0 * 716 == pytest.approx(layout.x(CELLS / 4))
    assert lane.x1 * 716 == pytest.approx(layout.x(CELLS * 3 / 4))
    (mirrored,) = [hit for hit in drawn(model, STYLES["right to left"]).hits if hit.kind is HitKind.LANE]
    assert lane.x0 + lane.x1 == pytest.approx(2 - mirrored.x0 - mirrored.x1)


def test_a_fortnight_and_four_weeks_fit_a_page() -> None:
    """170 mm wide at 96 pixels an inch; a page has some 240 mm of height."""
    millimetre = 96 / 25.4
    for name, most in (("two weeks", 110), ("four weeks", 160)):
        model = DIARIES[name]()
        assert DRAWN["days"].height(model, round(170 * millimetre), 1.0) / millimetre < most
    layout = lay_out(DIARIES["four weeks"]().data, 1.0, 170 * millimetre)
    assert all((day.y1 - day.y0) / millimetre >= 3 for day in layout.days), "patterns need 3 mm"


def test_a_week_by_hand_fits_a_page_on_its_side() -> None:
    assert DRAWN["days"].height(blank_days(None), 1058, 1.0) < 600


@pytest.mark.parametrize(("width", "ticks"), [(1058, 288), (716, 288), (344, 96)])
def test_by_hand_each_five_minutes_has_its_tick_where_there_is_room(width: int, ticks: int) -> None:
    layout = lay_out(blank_days(None, 1).data, 1.0, width)
    strong: list[tuple[float, float]] = []
    fine: list[tuple[float, float]] = []
    _outline(layout, layout.days[0], strong, fine)
    across = {round(x, 3) for x, _ in [*strong, *fine]}
    assert len(across) == ticks + 1, "and the end of the day"


def test_of_very_many_days_the_last_are_drawn_and_it_says_so() -> None:
    layout = lay_out(DIARIES["a year"]().data, 1.0, 716)
    assert len(layout.days) == MOST_ROWS
    assert layout.key[-1].words == f"the last {MOST_ROWS} of 365 days"


def test_the_key_holds_what_occurs_and_no_more() -> None:
    words = [item.words for item in lay_out(profile(*all_six(), period=spanned(7)).data, 1.0, 716).key]
    assert words == [
        "sleep",
        "awake and content",
        "feeding",
        "fussing",
        "crying",
        "inconsolable crying",
        "crying or fussing, no length",
        "feed, no length",
        "another sign or note",
        "round ends: about that time",
        "whole day logged",
        "no crying seen",
        "no notes for hours",
    ]
    alone = profile(events=[care(when(0, 0), CareKind.SLEEP, when(1, 0))], period=spanned(1))
    assert [item.words for item in lay_out(alone.data, 1.0, 716).key] == ["sleep"]


def inked(draw: Callable[[Sheet], None], width: int = 26) -> NDArray[np.float64]:
    """How dark each pixel is in a stretch of a ruler as high as in print, from a printer without colours, 0 to 1."""
    figure = Figure(figsize=(width / 100, 0.12), dpi=100)
    canvas = FigureCanvasAgg(figure)
    sheet = Sheet(figure, ChartStyle(in_grey(tokens(ThemeKey.DAY))))
    draw(sheet)
    canvas.draw()
    return 1 - np.asarray(canvas.buffer_rgba())[..., 0] / 255.0


BOX = (0.0, 0.0, 26.0, 12.0)


def look(kind: Behaviour, *, soft: bool = False) -> NDArray[np.float64]:
    return inked(lambda sheet: fill(sheet, kind, [BOX], 1.0, soft=soft))


def test_patterns_differ_without_colour() -> None:
    covers = {kind: look(kind) for kind in Behaviour}
    bare = inked(lambda sheet: empty(sheet, [BOX], 1.0))
    looks = [*covers.values(), bare]
    for place, one in enumerate(looks):
        for other in looks[place + 1 :]:
            assert np.mean(np.abs(one - other)) > 0.06
    fussing, crying, inconsolable = (
        float(np.mean(covers[kind])) for kind in (Behaviour.FUSSING, Behaviour.CRYING, Behaviour.INCONSOLABLE)
    )
    assert fussing + 0.1 < crying < inconsolable - 0.1, "the more upset, the darker"
    assert float(np.mean(bare)) < min(float(np.mean(cover)) for cover in covers.values())


def test_soft_ends_differ_from_sharp_ones_without_colour() -> None:
    for kind in Behaviour:
        firm = look(kind)
        soft = look(kind, soft=True)
        corner = (slice(0, 2), slice(0, 2))
        assert soft[corner].mean() < firm[corner].mean() - 0.1


@pytest.mark.parametrize("kind", Behaviour)
def test_patterns_stay_inside_their_stretch(kind: Behaviour) -> None:
    inside = inked(lambda sheet: fill(sheet, kind, [(8.0, 3.0, 20.0, 9.0)], 1.0))
    assert not inside[:, :6].any()
    assert not inside[:, 22:].any()
    assert not inside[:1].any()
    assert not inside[11:].any()


def test_a_figure_can_be_drawn_again_at_another_size() -> None:
    model = profile(*all_six(), period=spanned(7))
    figure = picture(model, DAY)
    many = len(figure.artists)
    figure.set_size_inches(5, 8)
    DRAWN["days"].draw(figure, model, DAY)
    figure.canvas.draw()
    assert len(figure.artists) == many
