"""Decides what the Patterns page shows: which days, how much was logged, which charts, which tips."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bonddiary.analysis.coverage import Coverage
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import Insights, build_insights, needed
from bonddiary.analysis.names import Names
from bonddiary.analysis.one_day import KEY as ONE_DAY
from bonddiary.analysis.tips import ChosenTip, Noted, choose_tips, noted_in
from bonddiary.content.guidance import load_tips
from bonddiary.diary.changes import Change
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.guidance import Tip
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind
from bonddiary.domain.tip_choice import Kept
from bonddiary.domain.when import YEARS, When
from bonddiary.ui.pages.patterns import spans
from bonddiary.ui.pages.patterns.memory import Memory
from bonddiary.ui.pages.patterns.spans import Span, Window, window
from bonddiary.ui.pages.patterns.state import Chart, Empty, PatternsState, Waiting
from bonddiary.ui.session import Session

SEEN_IN = frozenset(
    {Kind.MOMENT, Kind.CARE, Kind.DAY_MARK, Kind.WORD, Kind.BOARD, Kind.BABY, Kind.TIP_CHOICE}
)
"""Changes of these are seen on this page."""
STALE_AFTER = timedelta(minutes=10)
"""A page come back to after this long is read anew, for the line that marks now."""
TIPS, BY_SUBJECT = 3, 2
"""At most so many tips beside a chart, and so many of them for what the chart is about."""

UNREAD = "We couldn’t read ‘{0}’. A day looks like this: 3/11/2026."
BLANK = "Both days are needed: the first and the last."
TOO_MANY = "That is {0} days. Up to {1} can be shown at once."


class PatternsPresenter:
    """Holds the page's state and hands every new one to `show`."""

    def __init__(self, session: Session, show: Callable[[PatternsState], None]) -> None:
        self._session = session
        self._show = show
        self._last: date | None = None
        self._whole: Period | None = None
        self._read_at: When | None = None
        self._visible = False
        self._tips: tuple[Tip, ...] | None = None
        self._memory = Memory(session)
        self.state = PatternsState()

    def choose_span(self, span: Span) -> None:
        """Shows more or fewer days, up to the same day. CUSTOM starts from the days shown."""
        shown = self.state.window
        custom = shown.period if shown and span is Span.CUSTOM and self.state.span is not span else None
        if custom and custom.days > spans.MOST_DAYS:
            custom = Period.ending(custom.last, spans.MOST_DAYS)
        if shown and self.state.span is Span.CUSTOM and span is not Span.CUSTOM:
            self._last = shown.period.last
        self.state = replace(self.state, span=span, custom=custom or self.state.custom, unread="")
        self.refresh()

    def choose_days(self, first: str, last: str, read: Callable[[str], date | None]) -> None:
        """Shows exactly the days that were typed; where they can't be read it says so and shows what it showed."""
        try:
            days = _typed(read, first), _typed(read, last)
            period = Period(min(days), max(days))
            if period.days > spans.MOST_DAYS:
                raise ValueError(TOO_MANY.format(period.days, spans.MOST_DAYS))
        except ValueError as error:
            self.state = replace(self.state, unread=str(error))
            self._show(self.state)
            return
        self._show_days(period)

    def _show_days(self, period: Period) -> None:
        self.state = replace(self.state, span=Span.CUSTOM, custom=period, unread="")
        self.refresh()

    def earlier(self) -> None:
        """Shows the days before."""
        shown = self.state.window
        if shown is not None and shown.earlier and self.state.span is Span.CUSTOM:
            self._show_days(shown.period.before())
        elif shown is not None and shown.earlier:
            self._last = spans.earlier(shown)
            self.refresh()

    def later(self) -> None:
        """Shows the days after."""
        shown = self.state.window
        if shown is not None and shown.later and self.state.span is Span.CUSTOM:
            self._show_days(
                Period.ending(shown.period.last + shown.period.days * spans.DAY, shown.period.days)
            )
        elif shown is not None and shown.later:
            self._last = spans.later(shown, self.state.span, self._whole, self._session.clock().day)
            self.refresh()

    def latest(self) -> None:
        """Shows the newest days."""
        self._last = None
        shown = self.state.window
        if shown is not None and self.state.span is Span.CUSTOM:
            newest = spans.latest_day(Span.TWO_WEEKS, self._whole, self._session.clock().day)
            self._show_days(Period.ending(newest, shown.period.days))
        else:
            self.refresh()

    def enter(self) -> None:
        """The page comes into view: it is read anew where something has changed since."""
        self._visible = True
        now = self._session.clock()
        if (
            self._read_at is None
            or now.utc - self._read_at.utc >= STALE_AFTER
            or now.day != self._read_at.day
        ):
            self.refresh()

    def leave(self) -> None:
        """The page goes out of view."""
        self._visible = False

    def change_baby(self) -> None:
        """Another baby is shown: their newest days, or the same ones where the parent named them."""
        self._last = None
        self._go_stale()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: seen at once, or when the page comes into view."""
        if change.everything or change.topics & SEEN_IN:
            self._go_stale()

    def refresh(self) -> None:
        """Reads the diary and works everything out anew."""
        if not self._session.is_open:
            return
        try:
            state = self._read()
        except DiaryError as error:
            state = replace(self.state, problem=str(error))
        self.state = state
        self._show(state)

    def _go_stale(self) -> None:
        self._read_at = None
        if self._visible:
            self.refresh()

    def _read(self) -> PatternsState:
        diary, baby, now = self._session.diary, self._session.baby, self._session.clock()
        self._whole = diary.whole_period(baby.id) if baby else None
        custom = self.state.custom if self.state.span is Span.CUSTOM else None
        shown = (
            spans.chosen(custom, self._whole, now.day)
            if custom
            else window(self.state.span, self._last, self._whole, now.day)
        )
        if self._last is not None and not custom:
            self._last = shown.period.last if shown.later else None
        period = shown.period
        names = Names.of(self._session.catalog, diary.words())
        moments: tuple[Moment, ...] = ()
        if baby is None:
            insights = build_insights((), (), (), period, now, names)
        else:
            days = needed(period)
            moments = diary.moments(baby.id, days)
            insights = build_insights(
                moments,
                diary.care(baby.id, days),
                diary.day_marks(baby.id, days),
                period,
                now,
                names,
                before=self._memory.before(baby.id, self.state.span),
            )
            latest = not shown.later  # days further back are looked at, but what is said is about now
            if latest and insights.ready:
                self._memory.keep(baby.id, self.state.span, insights.said)
        self._read_at = now
        return PatternsState(
            span=self.state.span,
            custom=self.state.custom,
            window=shown,
            all_days=self._whole.days if self._whole else 0,
            coverage=insights.coverage.line,
            charts=self._charts(insights, moments, baby, names),
            waiting=tuple(
                Waiting(chart.key, " ".join(chart.words[1:]))
                for chart in insights.charts.values()
                if not chart.ready
            ),
            empty=_empty(insights, shown, self._whole),
            logged=_logged(insights.coverage),
        )

    def _charts(
        self, insights: Insights, moments: tuple[Moment, ...], baby: Baby | None, names: Names
    ) -> tuple[Chart, ...]:
        catalog, today = self._session.catalog, self._session.clock().day
        noted = noted_in(moments, insights.period, today, catalog)
        words = _words(catalog, noted.times, names)
        choices = self._session.diary.tip_choices()
        made: list[Chart] = []
        for insight in insights.ready:
            beside = {chosen.tip.key for chart in made for chosen in chart.tips}
            rest = [tip for tip in self._all_tips() if tip.key not in beside]
            tips = related_tips(rest, insight, noted, baby, insights.period.last, words, choices)
            made.append(Chart(insight, tips))
        return tuple(made)

    def _all_tips(self) -> tuple[Tip, ...]:
        if self._tips is None:
            try:
                self._tips = load_tips(self._session.catalog.language)
            except DiaryError:
                self._tips = ()  # a damaged tips file is no reason to show no charts
        return self._tips


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


def _typed(read: Callable[[str], date | None], text: str) -> date:
    try:
        day = read(text)
    except ValueError:
        raise ValueError(UNREAD.format(text.strip())) from None
    if day is None:
        raise ValueError(BLANK)
    if day.year not in YEARS:
        raise ValueError(UNREAD.format(text.strip()))
    return day


def _words(catalog: Catalog, cues: Iterable[CueKey], names: Names) -> dict[str, str]:
    groups = {key: group.name for key, group in catalog.groups.items()}
    return {**groups, **{cue: names.cue(cue) for cue in cues}}


def _empty(insights: Insights, shown: Window, whole: Period | None) -> Empty | None:
    if any(chart.key != ONE_DAY for chart in insights.ready):
        return None
    if whole is None:
        return Empty.NOTHING
    return Empty.THIN if shown.later else Empty.NEW


def _logged(cover: Coverage) -> str:
    """ "4 moments on 2 days"."""
    counts = [wording.counted(cover.moments, "moment")] if cover.moments or not cover.care else []
    counts += [wording.counted(cover.care, "care event")] if cover.care else []
    return f"{wording.listed(counts)} on {wording.counted(len(cover.used), 'day')}"
