"""What the charts of a day, of settling times and of weeks draw is what their tables say."""

from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import pytest
from matplotlib.colors import same_color
from matplotlib.patches import PathPatch

from bonddiary.analysis.one_day import OneDay
from bonddiary.analysis.settling import Settling
from bonddiary.analysis.week_by_week import WeekByWeek
from bonddiary.charts.kinds.day.layout import LINES_APART, lay_out
from bonddiary.charts.kinds.settling import layout as settling
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.render import picture
from bonddiary.charts.spec import ChartModel, Drawn, HitKind
from bonddiary.charts.style import CAPTION, ChartStyle, text_width
from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment, Settle
from bonddiary.system.themes import ThemeKey, tokens
from tests.analysis.made import diary, insights, moment, when
from tests.charts.test_charts import enough

STYLE = ChartStyle(tokens(ThemeKey.DAY))
T = TypeVar("T", Moment, CareEvent)


def drawn(key: str) -> Drawn:
    return of(enough(key).charts[key])


def of(model: ChartModel, style: ChartStyle = STYLE) -> Drawn:
    return CHARTS[model.key].draw(picture(model, style), model, style)


def test_each_settling_dot_opens_its_moment_and_lies_on_its_minutes() -> None:
    made = [moment(when(n, 9), tried=["fed"], settle=Settle.in_minutes(5 * n)) for n in range(13)]
    model = insights(made).charts["settling"]
    dots = [hit for hit in of(model).hits if hit.kind is HitKind.MARK]
    assert [hit.target for hit in dots] == [one.id for one in made]
    steps = [b.x0 - a.x0 for a, b in pairwise(dots)]
    assert steps == pytest.approx([steps[0]] * 12), "one step for each 5 minutes"
    assert dots[2].words == "Wednesday 4 November, 9am, rooting: 10 min to settle"


def test_settling_dots_are_those_of_the_rows_drawn() -> None:
    data = enough("settling").charts["settling"].data
    assert isinstance(data, Settling)
    rows = [hit for hit in drawn("settling").hits if hit.kind is HitKind.GROUP]
    dots = [hit for hit in drawn("settling").hits if hit.kind is HitKind.MARK]
    shown = [row for row in data.drawn if any(hit.words.startswith(f"{row.name} ") for hit in rows)]
    assert len(dots) == sum(len(row.dots) for row in shown)


@pytest.mark.parametrize("width", [240, 360, 900])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_end_of_the_axis_and_longer_times_have_room_for_their_words(scale: float, width: int) -> None:
    made = [moment(when(n, 9), tried=["fed"], settle=Settle.in_minutes(n and 200)) for n in range(5)]
    data = insights(made).charts["settling"].data
    assert isinstance(data, Settling)
    across = settling.lay_out(data, scale, width * scale).across
    assert across.beyond is not None
    last, longer = (text_width(words, CAPTION * scale) / 2 for words in ("180 min", "longer"))
    assert across.x(180) + last + 8 * scale < across.beyond - longer
    assert across.beyond + longer <= across.right
    assert across.x(0) < across.x(180)


def test_a_day_opens_each_of_its_moments() -> None:
    model = enough("day").charts["day"]
    assert isinstance(model.data, OneDay)
    marks = [hit for hit in of(model).hits if hit.kind is HitKind.MARK]
    assert [hit.target for hit in marks] == [told.mark.moment for told in model.data.told]
    turned = ChartStyle(tokens(ThemeKey.DAY), rtl=True)
    mirrored = [hit for hit in of(model, turned).hits if hit.kind is HitKind.MARK]
    assert [hit.x0 + hit.x1 for hit in mirrored] == pytest.approx([2 - hit.x0 - hit.x1 for hit in marks])


@pytest.mark.parametrize("width", [360, 700, 900])
@pytest.mark.parametrize("seed", range(6))
def test_labels_of_a_day_never_meet(seed: int, width: int) -> None:
    data = insights(*diary(seed, a_day=12)).charts["day"].data
    assert isinstance(data, OneDay)
    layout = lay_out(data, STYLE, width)
    assert layout.labels
    for one in layout.labels:
        assert one.start >= 0
        assert one.start + one.wide <= width
        for other in layout.labels:
            apart = one.start + one.wide <= other.start or other.start + other.wide <= one.start
            assert one is other or one.level != other.level or apart
            through = other.start < one.x < other.start + other.wide
            assert not (other.level < one.level and through), "no line runs through words"
    assert bool(layout.note) == (len(layout.labels) < len(data.told))


def test_weeks_draw_each_logged_day() -> None:
    data = enough("weeks").charts["weeks"].data
    assert isinstance(data, WeekByWeek)
    hits = drawn("weeks").hits
    days = [hit for hit in hits if hit.kind is HitKind.LANE]
    assert len(days) == sum(week.logged for panel in data.panels for week in panel.weeks)
    weeks = [hit.words for hit in hits if hit.kind is HitKind.GROUP]
    assert len(weeks) == len(data.panels) * len(data.weeks)
    assert weeks[0].startswith("Crying, the week to 8 November: median ")


def test_moments_at_one_minute_all_have_their_words() -> None:
    cues = ("rooting", "building", "yawn")
    made = [moment(when(3, hour), [cue]) for hour in (0, 9, 15, 23.98) for cue in cues]
    data = insights(made).charts["day"].data
    assert isinstance(data, OneDay)
    for width in (900, 360):
        layout = lay_out(data, STYLE, width)
        assert len(layout.labels) == len(made)
        lines = sorted(label.x for label in layout.labels)
        assert all(after - before >= LINES_APART - 0.01 for before, after in pairwise(lines))
        assert layout.x0 <= lines[0]
        assert lines[-1] <= layout.x1


@pytest.mark.parametrize("hour", [3, 9, 20.5])
def test_words_of_one_minute_stand_in_their_order(hour: float) -> None:
    made = [moment(when(3, hour), [cue]) for cue in ("rooting", "building", "yawn")]
    data = insights(made).charts["day"].data
    assert isinstance(data, OneDay)
    labels = lay_out(data, STYLE, 900).labels
    downwards = sorted(labels, key=lambda label: label.y)
    assert [label.told for label in downwards] == list(data.told)


@pytest.mark.parametrize("key", ["settling", "before-cues"])
def test_a_grid_in_full_ink_is_thinner_than_what_it_carries(key: str) -> None:
    plain = STYLE.tokens
    figure = picture(enough(key).charts[key], ChartStyle(replace(plain, hairline=plain.text)))
    inked = [one for one in figure.artists if isinstance(one, PathPatch) and one.get_linewidth() > 0]
    widths = {one.get_linewidth() for one in inked if same_color(one.get_edgecolor()[:3], plain.text)}
    assert min(widths) == pytest.approx(0.4 * 0.72)
    assert max(widths) >= 0.72


def test_every_block_of_the_band_has_an_edge_where_tints_are_none() -> None:
    plain = STYLE.tokens
    bare = replace(plain, hairline=plain.text, steps=(plain.card,) * 3 + (plain.text,) * 3)
    figure = picture(enough("two-weeks").charts["two-weeks"], ChartStyle(bare))
    blocks = [one for one in figure.artists if isinstance(one, PathPatch) and one.get_zorder() == 2]
    white = [one for one in blocks if same_color(one.get_facecolor(), plain.card)]
    assert white
    assert all(one.get_linewidth() > 0 for one in white)


def test_a_zone_that_nobody_knows_leaves_every_chart_its_words() -> None:
    moments, events = diary()
    nowhere = [elsewhere(one) for one in moments], [elsewhere(one) for one in events]
    charts, usual = insights(*nowhere).charts, insights(moments, events).charts
    shown, told = charts["day"].data, usual["day"].data
    assert isinstance(shown, OneDay)
    assert isinstance(told, OneDay)
    assert [each.time for each in shown.told] == [each.time for each in told.told]
    assert {key for key, each in charts.items() if each.ready} == {
        key for key, each in usual.items() if each.ready
    }


def elsewhere(one: T) -> T:
    """Begun, and ended some other place, where no zone of that name is."""
    until = one.until and replace(one.until, zone="Atlantis/Harbour")
    return replace(one, at=replace(one.at, zone="Atlantis/Capital"), until=until)
