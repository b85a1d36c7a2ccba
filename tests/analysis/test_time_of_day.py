"""When each kind is noticed: counts, what may be named, words and table from the same numbers."""

import pytest

from bonddiary.analysis.blocks import BLOCKS
from bonddiary.analysis.findings.said import Said
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import Insights, build_insights
from bonddiary.analysis.time_of_day import TimeOfDay, cell_words, logged_words
from bonddiary.domain.moment import Moment
from tests.analysis.made import NAMES, TWO_WEEKS, care, day_mark, diary, insights, moment, when


def of(found: Insights) -> tuple[Insight[object], TimeOfDay]:
    chart = found.charts["time-of-day"]
    assert isinstance(chart.data, TimeOfDay)
    return chart, chart.data


def evenings(cue: str = "yawn") -> list[Moment]:
    """A cue twice in each of twelve evenings, and crying once in each of eight mornings."""
    made = [moment(when(day, 18.5 + half), [cue]) for day in range(12) for half in (0, 0.7)]
    made += [moment(when(day, 13), [cue]) for day in range(8)]
    return made + [moment(when(day, 10), ["building"]) for day in range(8)]


def test_golden_numbers() -> None:
    chart, data = of(insights(evenings()))
    assert [kind.name for kind in data.kinds] == ["Crying", "Noises", "Face", "Movement"]
    assert [kind.blocks.counts for kind in data.kinds] == [
        (0, 0, 0, 8, 0, 0, 0, 0),
        (0,) * 8,
        (0, 0, 0, 0, 8, 0, 24, 0),
        (0,) * 8,
    ]
    assert data.logged == (0, 0, 8, 8, 8, 12, 12, 12)
    assert chart.title == "Face cues were logged most often between 6pm and 9pm"
    assert chart.subtitle == (
        "Moments of each kind per 3 hours, 2 to 15 November 2026. Face cues: 24 of 32 times, on 12 days. "
        "12 of 14 days have something logged."
    )
    assert chart.words == (
        "Face cues were logged most often between 6pm and 9pm: 24 of 32 times, on 12 days.",
        "Crying, 8 times: 6am to 9am 0, 9am to noon 8, noon to 3pm 0, 3pm to 6pm 0, 6pm to 9pm 0, 9pm to midnight 0.",
        "Noises, 0 times: 6am to 9am 0, 9am to noon 0, noon to 3pm 0, 3pm to 6pm 0, 6pm to 9pm 0, 9pm to midnight 0.",
        "Face, 32 times: 6am to 9am 0, 9am to noon 0, noon to 3pm 8, 3pm to 6pm 0, 6pm to 9pm 24, 9pm to midnight 0.",
        "Movement, 0 times: 6am to 9am 0, 9am to noon 0, noon to 3pm 0, 3pm to 6pm 0, 6pm to 9pm 0, 9pm to midnight 0.",
        (
            "Days on which something is logged around these hours: 6am to 9am 8, 9am to noon 8, noon to 3pm 8, "
            "3pm to 6pm 12, 6pm to 9pm 12, 9pm to midnight 12."
        ),
        "Not logged on any day: midnight to 3am and 3am to 6am.",
        "2 of 14 days have nothing logged.",
        "What is logged at night depends on who was up to log it.",
        "Chart type: a grid of 4 kinds by 8 blocks of 3 hours, with a number in each.",
    )
    assert "Face: named from 12 of 32 in one block. The most here is 24." in chart.sure
    assert chart.subjects == ("face", "evening", "crying")
    assert chart.table.headers == ("Hours", "Crying", "Noises", "Face", "Movement", "Days logged")
    assert chart.table.rows == (
        ("midnight to 3am", *["not logged"] * 4, "0"),
        ("3am to 6am", *["not logged"] * 4, "0"),
        ("6am to 9am", "0", "0", "0", "0", "8"),
        ("9am to noon", "8", "0", "0", "0", "8"),
        ("noon to 3pm", "0", "0", "8", "0", "8"),
        ("3pm to 6pm", "0", "0", "0", "0", "12"),
        ("6pm to 9pm", "0", "0", "24", "0", "12"),
        ("9pm to midnight", "0", "0", "0", "0", "12"),
        ("All day", "8", "0", "32", "0", "12"),
    )


def test_what_is_not_logged_is_never_zero() -> None:
    _, data = of(insights(evenings()))
    crying = data.kinds[0]
    assert cell_words(data, crying, 0) == "Crying, midnight to 3am: not logged"
    assert cell_words(data, crying, 2) == "Crying, 6am to 9am: 0 moments"
    assert cell_words(data, crying, 3) == "Crying, 9am to noon: 8 moments, on 8 days"
    assert logged_words(data, 0) == "midnight to 3am: not logged"
    assert logged_words(data, 6) == "6pm to 9pm: logged on 12 days"
    _, marked = of(insights(evenings(), [], [day_mark(1)]))
    assert marked.logged[:2] == (1, 1), "a day logged whole has real zeros"


def test_care_events_make_hours_logged() -> None:
    _, data = of(insights(evenings(), [care(when(3, 1))]))
    assert data.logged[:2] == (1, 1)


@pytest.mark.parametrize(
    ("days", "each", "ready"), [(5, 2, True), (4, 3, False), (9, 1, False), (10, 1, True), (5, 1, False)]
)
def test_it_starts_at_ten_moments_on_five_days(days: int, each: int, ready: bool) -> None:
    made = [moment(when(day, 9 + time)) for day in range(days) for time in range(each)]
    chart, _ = of(insights(made))
    assert chart.ready is ready
    if not ready:
        assert chart.words[1].endswith(f"on {days} days. This chart starts at 10 moments on 5 days.")
        assert not chart.found


def test_crying_alone_stays_the_title_of_the_two_weeks() -> None:
    found = insights(evenings("building"))
    chart, _ = of(found)
    assert chart.title == "40 moments by kind and time of day"
    crying = found.charts["two-weeks"].found
    assert chart.found == crying
    assert chart.words[:2] == (f"{chart.title}.", crying[0].words)


def test_other_kinds_share_the_chance() -> None:
    made = [moment(when(day, 19), ["yawn"]) for day in range(11)]
    made += [moment(when(n % 11, n * 3 % 18), ["yawn"]) for n in range(19)]
    chart, data = of(insights(made))
    assert data.kinds[2].blocks.counts[6] == 11
    assert not chart.found, "11 of 30 would be named if one kind were looked at"
    assert "No time of day stands out." in chart.sure


def test_two_blocks_that_share_the_most_name_none_and_it_says_why() -> None:
    made = [moment(when(day, hour), ["yawn"]) for day in range(12) for hour in (10, 19)]
    made += [moment(when(day, 13), ["yawn"]) for day in range(8)]
    found = insights(made)
    chart, _ = of(found)
    assert not chart.found
    assert (
        "Face: named from 12 of 32 in one block. The most here is 12, in 2 blocks, so none is named."
        in chart.sure
    )
    assert found.charts["two-weeks"].sure[1] == "The most here is 12, in 2 blocks, so none is named."


def test_a_block_on_few_days_is_not_named_and_it_says_why() -> None:
    made = [moment(when(day, 19 + n / 10), ["yawn"]) for day in range(4) for n in range(6)]
    made += [moment(when(day, hour), ["yawn"]) for day in range(4, 10) for hour in (1, 10)]
    found = insights(made)
    chart, _ = of(found)
    assert not chart.found
    assert (
        "Face: named from 13 of 36 in one block. The most here is 24, on 4 days, too few to name it."
        in chart.sure
    )
    assert found.charts["two-weeks"].sure[1] == "The most here is 24, on 4 days, too few to name it."


def test_below_ten_days_nothing_is_looked_for_so_nothing_is_denied() -> None:
    """Of a week, "no time of day stands out" is said beside 28 of 35 in one block: it wasn't looked at."""
    made = [moment(when(day, 19 + n / 10), ["yawn"]) for day in range(7) for n in range(4)]
    made += [moment(when(day, 9), ["yawn"]) for day in range(7)]
    found = insights(made)
    chart, _ = of(found)
    assert "Something is logged on 7 days here, so no block is named." in chart.sure
    assert found.charts["two-weeks"].sure == (
        "A time of day is named from 30 moments on 10 days. So far: 35 on 7 days.",
    )
    assert not [line for each in found.charts.values() for line in each.sure if "No time of day" in line]


def test_what_came_later_in_the_day_waits_and_it_says_so() -> None:
    """At the second look of a day a block may hold enough and not be named: that isn't "none stands out"."""
    first = insights([moment(when(day, 10), ["yawn"]) for day in range(5)])
    again = build_insights(evenings(), (), (), TWO_WEEKS, when(14, 9), NAMES, first.said)
    waits = "What stands out is decided once a day, when these days are first looked at."
    for key in ("time-of-day", "two-weeks"):
        assert not again.charts[key].found
        assert waits in again.charts[key].sure
        assert "No time of day stands out." not in again.charts[key].sure


def test_what_was_named_stays_until_it_is_clearly_gone() -> None:
    made = [moment(when(day, 19), ["yawn"]) for day in range(11)]
    made += [moment(when(n % 11, n * 3 % 18), ["yawn"]) for n in range(19)]
    key = "time-of-day:face:6"
    before = Said(when(14, 9).day, TWO_WEEKS, frozenset({key}))
    chart, _ = of(build_insights(made, (), (), TWO_WEEKS, when(15, 9), NAMES, before))
    assert [each.key for each in chart.found] == [key]
    assert any(line.endswith("named before, it stays until that is clearly gone.") for line in chart.sure)


@pytest.mark.parametrize("seed", range(4))
def test_table_words_and_cells_have_the_same_numbers(seed: int) -> None:
    moments, events = diary(seed)
    chart, data = of(insights(moments, events))
    columns = list(zip(*chart.table.rows, strict=True))
    for kind, column in zip(data.kinds, columns[1:-1], strict=True):
        shown = [str(count) for count in kind.blocks.counts]
        assert list(column[:-1]) == shown
        assert int(column[-1]) == sum(kind.blocks.counts)
        sentence = next(words for words in chart.words if words.startswith(f"{kind.name}, "))
        assert [part.rstrip(".").split()[-1] for part in sentence.split(": ")[1].split(", ")] == shown
        for block in range(BLOCKS):
            assert f": {shown[block]} moment" in cell_words(data, kind, block)


def test_a_moment_with_two_kinds_counts_under_both() -> None:
    made = [moment(when(day, 9), ["yawn", "rooting"]) for day in range(12)]
    chart, data = of(insights(made))
    assert [kind.blocks.total for kind in data.kinds] == [0, 0, 12, 12]
    assert "A moment with two kinds of cue counts under both." in chart.words


def test_own_words_without_a_family_have_a_row_of_their_own() -> None:
    _, data = of(insights([moment(when(day, 9), ["something of our own"]) for day in range(12)]))
    assert [kind.name for kind in data.kinds][-1] == "Own words"
    assert data.kinds[-1].blocks.total == 12
