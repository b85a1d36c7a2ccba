"""Every chart draws on anything, in every theme, and says what it shows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bonddiary.analysis.insights import BUILDERS, Insights
from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.render import picture
from bonddiary.charts.spec import Drawn, HitKind
from bonddiary.charts.style import ChartStyle, in_grey
from bonddiary.domain.care import CareKind
from bonddiary.domain.period import Period
from bonddiary.system.themes import ThemeKey, tokens
from tests.analysis.made import FIRST, care, diary, insights, moment, when

DIARIES: dict[str, Callable[[], Insights]] = {
    "empty": insights,
    "one moment": lambda: insights([moment(when(3, 9))]),
    "demo": lambda: insights(*diary()),
    "sleep alone": lambda: insights([], [care(when(d, 20), CareKind.SLEEP, when(d, 30)) for d in range(14)]),
    "still to come": lambda: insights(*diary(), now=when(6, 11.5)),
    "huge": lambda: insights(*diary(a_day=700)),
    "a quarter": lambda: insights(*diary(days=92), period=Period(FIRST, FIRST + timedelta(days=91))),
    "two years": lambda: insights(
        *diary(days=730, a_day=2), period=Period(FIRST, FIRST + timedelta(days=729))
    ),
}
STYLES = {
    **{theme.value: ChartStyle(tokens(theme)) for theme in ThemeKey},
    "large": ChartStyle(tokens(ThemeKey.DUSK), scale=2.0),
    "right to left": ChartStyle(tokens(ThemeKey.DAY), rtl=True),
    "in a file": ChartStyle(tokens(ThemeKey.DAY), titled=True),
    "grey": ChartStyle(in_grey(tokens(ThemeKey.DAY))),
}


FIVE_WEEKS = Period(FIRST, FIRST + timedelta(days=34))
FEW = {"day": 150}
"""One day alone needs more a day to show every sign."""


def enough(key: str, a_day: int = 6) -> Insights:
    """A made-up diary with enough for the chart."""
    if key == "weeks":
        return insights(*diary(days=35, a_day=a_day), period=FIVE_WEEKS)
    return insights(*diary(a_day=a_day))


@pytest.fixture(scope="module", params=DIARIES)
def made(request: pytest.FixtureRequest) -> Insights:
    return DIARIES[request.param]()


def draw(key: str, found: Insights, style: ChartStyle, width: int = 900) -> tuple[Figure, Drawn]:
    model = found.charts[key]
    figure = picture(model, style, width)
    return figure, CHARTS[key].draw(figure, model, style)


def test_every_insight_has_its_chart() -> None:
    assert len(CHARTS) == len(BUILDERS)
    assert list(CHARTS) == list(insights().charts)
    assert all(kind.key == key and kind.name and kind.minimum for key, kind in CHARTS.items())


@pytest.mark.parametrize("look", STYLES)
@pytest.mark.parametrize("key", CHARTS)
def test_it_draws(key: str, look: str, made: Insights) -> None:
    figure, drawn = draw(key, made, STYLES[look])
    figure.canvas.draw()
    assert drawn.hits
    assert alt_text(made.charts[key])
    for hit in drawn.hits:
        assert hit.words
        assert hit.x0 < hit.x1
        assert hit.y0 < hit.y1


@pytest.mark.parametrize("width", [200, 360, 640, 1600])
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("key", CHARTS)
def test_it_fits_any_width(key: str, scale: float, width: int) -> None:
    found = enough(key)
    figure, drawn = draw(key, found, ChartStyle(tokens(ThemeKey.DAY), scale), width)
    figure.canvas.draw()
    assert all(hit.y0 >= -0.001 and hit.y1 <= 1.001 for hit in drawn.hits), "nothing lies above or below"


@pytest.mark.parametrize("key", CHARTS)
@pytest.mark.parametrize("width", [360, 700, 900])
def test_in_a_file_the_foot_stays_clear(key: str, width: int) -> None:
    figure, drawn = draw(key, enough(key), STYLES["in a file"], width)
    foot = 36 / (figure.get_size_inches()[1] * 100)
    assert min(hit.y0 for hit in drawn.hits) > foot


@pytest.mark.parametrize("key", CHARTS)
def test_few_artists_however_much_there_is(key: str) -> None:
    few, _ = draw(key, enough(key, FEW.get(key, 6)), STYLES["day"])
    many, _ = draw(key, enough(key, 300), STYLES["day"])
    assert len(many.artists) <= len(few.artists) + 4
    assert len(many.artists) < 60


def test_each_moment_of_the_two_weeks_opens_and_rows_come_in_order() -> None:
    moments, events = diary()
    _, drawn = draw("two-weeks", insights(moments, events), STYLES["day"])
    marks = [hit for hit in drawn.hits if hit.kind is HitKind.MARK]
    assert {hit.target for hit in marks} == {one.id for one in moments}
    rows = [hit for hit in drawn.hits if hit.kind is HitKind.GROUP][8:]
    assert [hit.words.split(":")[0] for hit in rows][:2] == ["Monday 2 November", "Tuesday 3 November"]
    assert [hit.y1 for hit in rows] == sorted((hit.y1 for hit in rows), reverse=True)
    assert all(hit.target is None for hit in drawn.hits if hit.kind is not HitKind.MARK)


def test_a_mark_lies_on_its_hour() -> None:
    made = [moment(when(day, 12)) for day in range(14)]
    _, drawn = draw("two-weeks", insights(made), STYLES["day"])
    band = [hit for hit in drawn.hits if hit.kind is HitKind.GROUP][:8]
    noon = (band[3].x1 + band[4].x0) / 2
    marks = [hit for hit in drawn.hits if hit.kind is HitKind.MARK]
    assert [(hit.x0 + hit.x1) / 2 for hit in marks] == pytest.approx([noon] * 14, abs=1e-6)
    assert drawn.at(noon, marks[5].y0 + 0.001) == marks[5]
    _, mirrored = draw("two-weeks", insights(made), STYLES["right to left"])
    there = [hit for hit in mirrored.hits if hit.kind is HitKind.MARK]
    assert [hit.x0 + hit.x1 for hit in there] == pytest.approx([2 - hit.x0 - hit.x1 for hit in marks])


def test_the_band_reads_its_counts() -> None:
    moments, events = diary()
    _, drawn = draw("two-weeks", insights(moments, events), STYLES["day"])
    band = [hit.words for hit in drawn.hits if hit.kind is HitKind.GROUP][:8]
    assert band[0].startswith("midnight to 3am: ")
    assert sum(int(words.split(": ")[1].split()[0]) for words in band) == len(moments)


def test_each_dot_opens_its_moment() -> None:
    made = [moment(when(n % 14, n % 24), tried=["fed"], then="out-settled") for n in range(25)]
    _, drawn = draw("tried", insights(made), STYLES["day"])
    dots = [hit for hit in drawn.hits if hit.kind is HitKind.MARK]
    assert {hit.target for hit in dots} == {one.id for one in made}
    assert len({(hit.x0, hit.y0) for hit in dots}) == 25
    assert "Fed 25 times: settled 25 of 25." in [hit.words for hit in drawn.hits]


def test_without_dots_no_room_is_kept_for_their_key() -> None:
    few = [moment(when(n, 9), tried=["fed"], then="out-settled") for n in range(4)]
    _, drawn = draw("tried", insights(few), STYLES["day"])
    assert not [hit for hit in drawn.hits if hit.kind is HitKind.MARK]
    heading = drawn.hits[0]
    assert heading.words == "Rooting, 4 times"
    assert heading.y1 > 0.8, "it stands at the top"


def test_too_little_is_said_in_the_picture() -> None:
    _, drawn = draw("two-weeks", insights([moment(when(3, 9))]), STYLES["day"])
    (only,) = drawn.hits
    assert only.words.endswith("1 moment logged on 1 day. This chart starts at 3 days.")


@pytest.mark.parametrize("key", CHARTS)
def test_a_figure_can_be_drawn_again_at_another_size(key: str) -> None:
    found, style = enough(key), STYLES["day"]
    figure = Figure(figsize=(9, 6), dpi=100)
    FigureCanvasAgg(figure)
    CHARTS[key].draw(figure, found.charts[key], style)
    many = len(figure.artists)
    figure.set_size_inches(5, 8)
    CHARTS[key].draw(figure, found.charts[key], style)
    figure.canvas.draw()
    assert abs(len(figure.artists) - many) <= 2
