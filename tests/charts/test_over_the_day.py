"""The two charts that fold days into one: what is drawn is what is said."""

import re

import numpy as np
import pytest

from bonddiary.analysis.half_hours import A_DAY
from bonddiary.analysis.time_of_day import TimeOfDay
from bonddiary.analysis.typical_day import TypicalDay, place_words
from bonddiary.charts.kinds.time_of_day.cells import step_of
from bonddiary.charts.kinds.time_of_day.layout import lay_out
from bonddiary.charts.kinds.typical_day.layout import lay_out as lay_out_day
from bonddiary.charts.kinds.typical_day.strips import _runs, _stairs
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.render import picture
from bonddiary.charts.spec import ChartModel, Hit
from bonddiary.charts.style import ChartStyle, in_grey
from bonddiary.system.themes import ThemeKey, luminance, tokens
from tests.analysis.made import diary, insights, moment, when

DAY = ChartStyle(tokens(ThemeKey.DAY))
MIRRORED = ChartStyle(tokens(ThemeKey.DAY), rtl=True)


def hits(model: ChartModel, style: ChartStyle = DAY, width: int = 900) -> list[Hit]:
    figure = picture(model, style, width)
    return list(CHARTS[model.key].draw(figure, model, style).hits)


@pytest.mark.parametrize("width", [360, 900])
def test_cells_are_read_row_by_row_with_the_table_s_numbers(width: int) -> None:
    model = insights(*diary()).charts["time-of-day"]
    said = [hit.words for hit in hits(model, width=width)]
    assert len(said) == 4 * 9 + 8
    _, *columns, days = zip(*model.table.rows, strict=True)
    for place, (name, column) in enumerate(zip(model.table.headers[1:], columns, strict=False)):
        head, *cells = said[place * 9 : place * 9 + 9]
        assert head == f"{name}: {column[-1]} moments"
        assert [re.findall(r": ([\d,]+) moment", words) for words in cells] == [
            [cell] for cell in column[:-1]
        ]
    assert [words.split(" on ")[1].split()[0] for words in said[36:]] == list(days[:-1])


def test_hatched_cells_say_so() -> None:
    made = [moment(when(day, 15), ["yawn"]) for day in range(12)]
    said = [hit.words for hit in hits(insights(made).charts["time-of-day"])]
    assert "Face, midnight to 3am: not logged" in said
    assert "Face, 3pm to 6pm: 12 moments, on 12 days" in said
    assert "Crying, 3pm to 6pm: 0 moments" in said


def test_hours_run_across_where_numbers_fit_and_downwards_elsewhere() -> None:
    data = insights(*diary()).charts["time-of-day"].data
    assert isinstance(data, TimeOfDay)
    wide, narrow = lay_out(data, 1.0, 700), lay_out(data, 2.0, 360)
    assert len({cell.box[1] for cell in wide.cells}) == 4
    assert len({cell.box[1] for cell in narrow.cells}) == 8
    for cell in narrow.cells:
        assert 0 <= cell.box[0] < cell.box[2] <= 360


def test_no_moment_and_all_are_the_ends_of_the_tint() -> None:
    assert [step_of(count, 20, 6) for count in (0, 1, 10, 20)] == [0, 1, 2, 5]
    greys = [luminance(step) for step in in_grey(tokens(ThemeKey.DAY)).steps]
    assert greys == sorted(greys, reverse=True), "more is darker on paper without colour too"


@pytest.mark.parametrize("width", [360, 900])
def test_each_half_hour_of_each_strip_can_be_read(width: int) -> None:
    model = insights(*diary()).charts["typical-day"]
    assert isinstance(model.data, TypicalDay)
    found = hits(model, width=width)
    assert len(found) == 3 * (A_DAY + 1)
    for place, kind in enumerate(model.data.kinds):
        strip = found[place * 49 + 1 : place * 49 + 49]
        assert [hit.words for hit in strip] == [place_words(model.data, kind, half) for half in range(A_DAY)]
        assert [hit.x0 for hit in strip] == sorted(hit.x0 for hit in strip)
    mirrored = hits(model, MIRRORED, width)
    assert [hit.x0 + hit.x1 for hit in mirrored] == pytest.approx([2 - hit.x0 - hit.x1 for hit in found])


def test_the_line_stands_at_the_table_s_numbers() -> None:
    model = insights(*diary()).charts["typical-day"]
    data = model.data
    assert isinstance(data, TypicalDay)
    layout = lay_out_day(data, 1.0, 900)
    for column, strip in enumerate(layout.strips, start=1):
        points = [point for run in _runs(data.now) for point in _stairs(layout, strip, data.now, run)]
        assert len(points) == 2 * A_DAY
        for place, row in enumerate(model.table.rows):
            count, total = map(int, row[column].split(" of "))
            height = (strip.y1 - points[2 * place][1]) / (strip.y1 - strip.y0)
            assert height == pytest.approx(count / total)
            assert points[2 * place][1] == points[2 * place + 1][1]


def test_lines_stop_where_too_little_is_logged() -> None:
    made = [moment(when(day, hour), ["building"]) for day in range(12) for hour in (6, 18)]
    data = insights(made).charts["typical-day"].data
    assert isinstance(data, TypicalDay)
    assert list(_runs(data.now)) == [range(6, 18), range(30, 42)]


def test_the_days_before_are_drawn_without_more_artists_a_day() -> None:
    now = diary()
    older = [moment(when(day - 14, 18), ["building"]) for day in range(14)]
    alone = picture(insights(*now).charts["typical-day"], DAY)
    both = picture(insights([*older, *now[0]], now[1]).charts["typical-day"], DAY)
    assert len(both.artists) - len(alone.artists) in (1, 2)
    assert np.all([artist.get_visible() for artist in both.artists])
