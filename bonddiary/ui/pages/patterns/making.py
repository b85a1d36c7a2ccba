"""From entries to charts with their tips: pure, so that a worker can do it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import Insights, build_insights
from bonddiary.analysis.names import Names
from bonddiary.analysis.privacy import shareable
from bonddiary.analysis.reference import Beside
from bonddiary.analysis.tips import ChosenTip, Noted, choose_tips, noted_in
from bonddiary.content.reference import load_reference
from bonddiary.domain.baby import Baby
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.guidance import Tip
from bonddiary.domain.ids import CueKey
from bonddiary.domain.tip_choice import Kept
from bonddiary.ui.pages.patterns.entries import Entries
from bonddiary.ui.pages.patterns.state import Chart

TIPS, BY_SUBJECT = 3, 2
"""At most so many tips beside a chart, and so many of them for what the chart is about."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the page shows of some entries."""

    entries: Entries
    insights: Insights
    charts: tuple[Chart, ...]
    """Those with enough logged."""


def make(entries: Entries, tips: Callable[[], tuple[Tip, ...]]) -> Made:
    """Works everything out. `tips` reads the library when it is first asked."""
    insights = _insights(entries)
    return Made(entries, insights, _charts(entries, insights, tips()))


def for_file(entries: Entries, key: str) -> tuple[Insight[object], int]:
    """A chart as it may leave the window, without what is private; and how many moments that leaves out."""
    kept = shareable(entries.moments, entries.names.catalog)
    ids = {moment.id for moment in kept}
    left = [moment for moment in entries.moments if moment.id not in ids and moment.at.day in entries.period]
    return _insights(replace(entries, moments=kept)).charts[key], len(left)


def _insights(entries: Entries) -> Insights:
    return build_insights(
        entries.moments,
        entries.care,
        entries.marks,
        entries.period,
        entries.now,
        entries.names,
        before=entries.before,
        beside=_beside(entries),
    )


def _beside(entries: Entries) -> Beside | None:
    if not entries.reference or entries.baby is None:
        return None
    try:
        return Beside(load_reference(entries.names.catalog.language), entries.baby)
    except DiaryError:
        return None  # a damaged file of content is no reason to show no charts


def _charts(entries: Entries, insights: Insights, library: tuple[Tip, ...]) -> tuple[Chart, ...]:
    catalog, today = entries.names.catalog, entries.now.day
    noted = noted_in(entries.moments, insights.period, today, catalog)
    words = _words(catalog, noted.times, entries.names)
    made: list[Chart] = []
    for insight in insights.ready:
        beside = {chosen.tip.key for chart in made for chosen in chart.tips}
        rest = [tip for tip in library if tip.key not in beside]
        last = insights.period.last
        tips = related_tips(rest, insight, noted, entries.baby, last, words, dict(entries.choices))
        made.append(Chart(insight, tips))
    return tuple(made)


def related_tips(
    tips: Iterable[Tip],
    insight: Insight[object],
    noted: Noted,
    baby: Baby | None,
    on: date,
    names: Mapping[str, str],
    choices: Mapping[str, Kept],
) -> tuple[ChosenTip, ...]:
    """First tips for what the chart is about, then for cues, the one noted most first."""
    choose = partial(
        choose_tips,
        age=baby.corrected_age(on) if baby else None,
        early=baby.early if baby else False,
        choices=choices,
        names=names,
    )
    known = list(tips)
    about = choose(known, subjects=insight.subjects, limit=BY_SUBJECT)
    taken = {chosen.tip.key for chosen in about}
    rest = [tip for tip in known if tip.key not in taken]
    return (*about, *choose(rest, noted=noted, limit=TIPS - len(about)))


def _words(catalog: Catalog, cues: Iterable[CueKey], names: Names) -> dict[str, str]:
    groups = {key: group.name for key, group in catalog.groups.items()}
    return {**groups, **{cue: names.cue(cue) for cue in cues}}
