"""The chart of what came before each cue, and the signs for what else went on, on every axis of time."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from time import thread_time

import pytest

from bonddiary.analysis.before_rows import BeforeCues
from bonddiary.analysis.insights import Insights
from bonddiary.analysis.names import Names
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.analysis.week_by_week import WeekByWeek
from bonddiary.charts.context_signs import sign_shape
from bonddiary.charts.kinds.before_cues.axis import ENDS, axis, tick_words
from bonddiary.charts.kinds.before_cues.layout import lay_out
from bonddiary.charts.kinds.day.context import MOST_LINES, place_marks
from bonddiary.charts.minutes_axis import ticks
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.render import picture
from bonddiary.charts.spec import ChartModel, Drawn, HitKind
from bonddiary.charts.style import ChartStyle, in_grey
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.care import CareKind
from bonddiary.domain.ids import WordId
from bonddiary.domain.period import Period
from bonddiary.system.themes import ThemeKey, tokens
from tests.analysis.made import FIRST, care, catalog, diary, insights, moment, when
from tests.pace import times_slower

DAY = ChartStyle(tokens(ThemeKey.DAY))
STYLES = {
    **{theme.value: ChartStyle(tokens(theme)) for theme in ThemeKey},
    "large": ChartStyle(tokens(ThemeKey.DUSK), scale=2.0),
    "right to left": ChartStyle(tokens(ThemeKey.DAY), rtl=True),
    "in a file": ChartStyle(tokens(ThemeKey.DAY), titled=True),
    "grey": ChartStyle(in_grey(tokens(ThemeKey.DAY))),
}
TEETH = OwnWord(id=WordId("teeth"), kind=WordKind.CUE, name="New tooth")
FIVE_WEEKS = Period(FIRST, FIRST + timedelta(days=34))


def full(days: int = 35, outings: int = 1) -> Insights:
    """A made-up diary with every sign, in two zones."""
    moments, events = diary(days=days)
    events += [
        care(when(days - 2, 11.25), CareKind.JAB),
        care(when(days - 5, 14), CareKind.ILLNESS, when(days - 3, 9)),
        *(
            care(when(day, 10 + n / 10), CareKind.OUTING, when(day, 12))
            for day in range(0, days, 3)
            for n in range(outings)
        ),
    ]
    moments += [moment(when(days - 1, 9), [TEETH.id]), moment(when(days - 4, 9, "Asia/Tokyo"))]
    period = Period(FIRST, FIRST + timedelta(days=days - 1))
    return insights(moments, events, period=period, names=Names.of(catalog(), [TEETH]))


def drawn(model: ChartModel, style: ChartStyle = DAY, width: int = 900) -> Drawn:
    figure = picture(model, style, width)
    found = CHARTS[model.key].draw(figure, model, style)
    figure.canvas.draw()
    return found


@pytest.mark.parametrize("width", [360, 900])
@pytest.mark.parametrize("look", STYLES)
@pytest.mark.parametrize("key", ["two-weeks", "day", "weeks", "before-cues"])
def test_it_draws_with_every_sign(key: str, look: str, width: int) -> None:
    found = drawn(full().charts[key], STYLES[look], width)
    for hit in found.hits:
        assert hit.words
        assert -0.001 <= hit.y0 < hit.y1 <= 1.001
        assert hit.x0 < hit.x1
        if key != "two-weeks" or hit.kind is not HitKind.MARK:  # a moment’s shape may stand over the edge
            assert hit.x1 <= 1.02


def test_two_weeks_has_a_sign_a_kind_and_day_beside_its_row() -> None:
    model = full(14).charts["two-weeks"]
    assert isinstance(model.data, TwoWeeks)
    hits = drawn(model).hits
    band = hits[7]
    beside = [hit for hit in hits if hit.kind is HitKind.LANE and hit.x0 > band.x1]
    kinds = [{mark.kind for mark in marks} for marks in model.data.context.days.values()]
    assert len(beside) == sum(map(len, kinds))
    assert "Saturday 14 November: 11:15am, Jab" in [hit.words for hit in beside]
    rows = [hit.words for hit in hits if hit.kind is HitKind.GROUP][8:]
    assert rows[12].endswith(", outing, jab")
    assert len({round(hit.x0, 4) for hit in beside}) == 4, "each kind has its own column"


def test_weeks_have_a_line_a_kind_below_the_panels() -> None:
    model = full().charts["weeks"]
    assert isinstance(model.data, WeekByWeek)
    hits = drawn(model).hits
    below = [hit for hit in hits if any(name in hit.words for name in ("Jab", "Illness", "Outing"))]
    lowest = min(hit.y0 for hit in hits if hit.kind is HitKind.GROUP)
    assert all(hit.y1 <= lowest + 0.02 for hit in below)
    assert "Saturday 5 December: 11:15am, Jab" in [hit.words for hit in below]


def test_signs_of_a_day_stand_at_their_hours_and_never_meet() -> None:
    events = [care(when(3, hour), CareKind.OUTING, when(3, hour + 1)) for hour in (1, 1.2, 9, 9.1, 23, 23.1)]
    data = insights([moment(when(3, 9))], events).charts["day"].data
    marks = getattr(data, "context", ())
    placed, bottom = place_marks(marks, 8, 892, 40, 1.0)
    assert len(placed) == 6
    assert bottom > 40
    for one in placed:
        assert one.x == pytest.approx(8 + one.mark.start / 24 * 884)
        assert 0 <= one.box[0] < one.box[2] <= 900
        for other in placed:
            same_line = one is not other and one.y == other.y
            assert not same_line or one.box[2] < other.box[0] or other.box[2] < one.box[0]
    assert len({each.y for each in place_marks(marks * 9, 8, 892, 40, 1.0)[0]}) == MOST_LINES


def test_signs_are_told_apart_by_their_outline() -> None:
    kinds = full().charts["two-weeks"].data
    assert isinstance(kinds, TwoWeeks)
    outlines = {str(sign_shape(kind).vertices) for kind in kinds.context.kinds}
    assert len(outlines) == 4


def test_each_dot_opens_its_moment_and_lies_on_its_minutes() -> None:
    made = [moment(when(n, 12)) for n in range(7)]
    events = [care(when(n, 12 - n / 2)) for n in range(7)]
    model = insights(made, events).charts["before-cues"]
    dots = [hit for hit in drawn(model).hits if hit.kind is HitKind.MARK]
    assert [hit.target for hit in dots] == [one.id for one in made]
    steps = [(hit.x0 + hit.x1) / 2 - (dots[0].x0 + dots[0].x1) / 2 for hit in dots]
    assert steps == pytest.approx([n * steps[1] for n in range(7)])
    assert dots[4].words == "Friday 6 November, noon, rooting: 2 h after a feed began"
    turned = [hit for hit in drawn(model, STYLES["right to left"]).hits if hit.kind is HitKind.MARK]
    assert [hit.x0 + hit.x1 for hit in turned] == pytest.approx([2 - hit.x0 - hit.x1 for hit in dots])


@pytest.mark.parametrize("width", [200, 360, 700, 1600])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_rows_follow_each_other_and_dots_stay_in_them(scale: float, width: int) -> None:
    data = insights(*diary(a_day=60)).charts["before-cues"].data
    assert isinstance(data, BeforeCues)
    layout = lay_out(data, scale, width)
    rows = list(layout.rows)
    assert len(rows) <= 9
    for one, following in pairwise(rows):
        assert one.y1 <= following.y0
    for each in rows:
        assert len(each.dots) == len(each.row.dots)
        assert all(each.dots_top - 0.01 <= dot.y - each.size / 2 for dot in each.dots)
        assert all(0 <= dot.x <= width for dot in each.dots)


@pytest.mark.parametrize("most", [5, 59, 61, 200, 700, 1440])
def test_the_axis_ends_behind_nearly_all_and_names_its_unit(most: int) -> None:
    across = axis([1] * 19 + [most], ["after a feed"], 4, 896, 11, 1.0)
    assert across.end in [end for end, _ in ENDS]
    assert (across.beyond is None) is (most <= across.end)
    named = ticks(across, tick_words(across.end, across.end), 1.0)
    assert named[0] == 0
    assert named[-1] == across.end
    assert tick_words(named[-1], across.end).endswith(("min", " h"))
    assert axis([most] * 20, ["after a feed"], 4, 896, 11, 1.0).beyond is None


ODD: dict[str, Callable[[], Insights]] = {
    "one cue, all longer": lambda: insights(
        [moment(when(n, 23)) for n in range(10)], [care(when(n, 0)) for n in range(10)]
    ),
    "all about": lambda: insights(
        [moment(when(n, 12), about=True) for n in range(10)], [care(when(n, 11)) for n in range(10)]
    ),
    "all at once": lambda: insights([moment(when(3, 12)) for _ in range(300)], [care(when(3, 12))]),
    "far zones": lambda: insights(
        [moment(when(n, 12, ["Pacific/Apia", "America/St_Johns"][n % 2])) for n in range(14)],
        [care(when(n, 11, ["America/St_Johns", "Asia/Kathmandu"][n % 2])) for n in range(14)],
    ),
    "during all": lambda: insights(
        [moment(when(n, 12)) for n in range(10)], [care(when(0, 0), CareKind.SLEEP, when(13, 23))]
    ),
}


@pytest.mark.parametrize("made", ODD)
@pytest.mark.parametrize("key", ["two-weeks", "day", "before-cues"])
def test_odd_diaries_draw_and_say_something(key: str, made: str) -> None:
    model = ODD[made]().charts[key]
    assert drawn(model).hits
    assert len(model.words) > 1


def test_a_hundred_times_the_dots_draw_with_as_many_artists() -> None:
    few, many = (insights(*diary(a_day=a_day)).charts["before-cues"] for a_day in (6, 600))
    few_artists, many_artists = len(picture(few, DAY).artists), len(picture(many, DAY).artists)
    assert many_artists <= few_artists + 8
    start = thread_time()
    lay_out_again = drawn(many)
    assert thread_time() - start < 10 * times_slower()
    assert len([hit for hit in lay_out_again.hits if hit.kind is HitKind.MARK]) > 5000
