"""Decides what the Patterns page shows: which days, how much was logged, which charts, which tips."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bonddiary.analysis.coverage import Coverage
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import Insights
from bonddiary.analysis.names import Names
from bonddiary.analysis.one_day import KEY as ONE_DAY
from bonddiary.analysis.privacy import shareable
from bonddiary.content.guidance import load_tips
from bonddiary.diary.changes import Change
from bonddiary.domain import wording
from bonddiary.domain.baby import is_same
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.guidance import Tip
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind
from bonddiary.domain.when import YEARS, When
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.pages.patterns import spans
from bonddiary.ui.pages.patterns.entries import Entries, read
from bonddiary.ui.pages.patterns.making import Made, for_file, make
from bonddiary.ui.pages.patterns.memory import Memory
from bonddiary.ui.pages.patterns.spans import Span, Window, window
from bonddiary.ui.pages.patterns.state import Empty, PatternsState, Waiting
from bonddiary.ui.part_by_part import Later, PartByPart, at_once
from bonddiary.ui.session import Session

SEEN_IN = frozenset(
    {Kind.MOMENT, Kind.CARE, Kind.DAY_MARK, Kind.WORD, Kind.BOARD, Kind.BABY, Kind.TIP_CHOICE}
)
"""Changes of these are seen on this page."""
STALE_AFTER = timedelta(minutes=10)
"""A page come back to after this long is read anew, for the line that marks now."""

UNREAD = "We couldn’t read ‘{0}’. A day looks like this: 3/11/2026."
BLANK = "Both days are needed: the first and the last."
NOT_WORKED_OUT = "These days couldn’t be put into pictures. Your entries are safe."
TOO_MANY = "That is {0} days. Up to {1} can be shown at once."


class PatternsPresenter:
    """Holds the page's state and hands every new one to `show`.

    With `jobs`, charts are worked out on a worker; entries are read here, a part `later` after the other.
    """

    def __init__(
        self,
        session: Session,
        show: Callable[[PatternsState], None],
        jobs: Jobs | None = None,
        later: Later = at_once,
    ) -> None:
        self._session = session
        self._show = show
        self._jobs = jobs
        self._reading: PartByPart[Entries, Made] = PartByPart(jobs, later)
        self._made: Made | None = None
        self._hidden_then: tuple[str, ...] = ()
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
        """Another baby is shown: their newest days, or the same ones where the parent named them.

        Until those are read nothing is shown: what was worked out is of the one before.
        """
        self._last = None
        if self._made is not None and not is_same(self._made.entries.baby, self._session.baby):
            self._made = None
            self.state = replace(
                self.state, charts=(), waiting=(), hidden=(), coverage="", logged="", empty=None
            )
        self._go_stale()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: seen at once, or when the page comes into view."""
        if change.everything or change.topics & SEEN_IN:
            self._go_stale()

    def choose_reference(self, on: bool) -> None:
        """Whether the chart of weeks has the crying reference behind it."""
        self._choose(crying_reference=on)

    def on_settings(self) -> None:
        """Charts may have been hidden, or brought back, elsewhere; or the crying reference switched."""
        if self._session.settings.crying_reference != self.state.reference:
            self.state = replace(self.state, reference=self._session.settings.crying_reference)
            self._go_stale()
        if self._session.settings.charts_hidden != self._hidden_then:
            self.arrange()

    def refresh(self) -> None:
        """Reads the diary and works everything out anew."""
        if not self._session.is_open:
            return
        self._reading.drop()
        try:
            reading = self._begin()
        except DiaryError as error:
            self._fail(error)
            return
        if self._reading.beside:
            self.state = replace(self.state, working=True)
            self._show(self.state)
        reference = self._session.settings.crying_reference
        self._reading.start(
            reading,
            lambda entries: make(replace(entries, reference=reference), self._all_tips),
            self._take,
            self._fail,
        )

    def stop(self) -> None:
        """The diary is closed: nothing more is read from it. What is shown is read anew when it is open again."""
        self._reading.drop()
        self._read_at = None

    def _begin(self) -> Iterator[Entries | None]:
        """Settles which days are shown; the entries come from what is given back, part by part."""
        diary, baby, now = self._session.diary, self._session.baby, self._session.clock()
        self._whole = spans.so_far(diary.whole_period(baby.id) if baby else None, now.day)
        custom = self.state.custom if self.state.span is Span.CUSTOM else None
        shown = (
            spans.chosen(custom, self._whole, now.day)
            if custom
            else window(self.state.span, self._last, self._whole, now.day)
        )
        if self._last is not None and not custom:
            self._last = shown.period.last if shown.later else None
        self._read_at = now
        all_days = self._whole.days if self._whole else 0
        self.state = replace(self.state, window=shown, all_days=all_days)
        names = Names.of(self._session.catalog, diary.words())
        before = self._memory.before(baby.id, self.state.span) if baby else None
        return read(diary, baby, shown.period, now, names, before)

    def _take(self, made: Made) -> None:
        """What was worked out is shown."""
        self._made = made
        insights, baby, shown = made.insights, made.entries.baby, self.state.window
        assert shown is not None
        latest = not shown.later  # days further back are looked at, but what is said is about now
        if baby is not None and latest and insights.ready:
            self._memory.keep(baby.id, self.state.span, insights.said)
        self.state = replace(
            self.state,
            working=False,
            problem="",
            reference=made.entries.reference,
            coverage=insights.coverage.whole_line,
            empty=_empty(insights, shown, self._whole),
            logged=_logged(insights.coverage),
        )
        self.arrange()

    def arrange(self) -> None:
        """Shows the charts that the parent hasn't hidden."""
        made = self._made
        if made is None:
            return
        hidden = self._hidden_then = self._session.settings.charts_hidden
        ready = {chart.insight.key for chart in made.charts}
        self.state = replace(
            self.state,
            charts=tuple(chart for chart in made.charts if chart.insight.key not in hidden),
            hidden=tuple(key for key in made.insights.charts if key in hidden),
            waiting=tuple(
                Waiting(chart.key, " ".join(chart.words[1:]))
                for chart in made.insights.charts.values()
                if chart.key not in ready and chart.key not in hidden
            ),
        )
        self._show(self.state)

    def _fail(self, error: Exception) -> None:
        self._reading.drop()
        self._read_at = None
        said = str(error) if isinstance(error, DiaryError) else NOT_WORKED_OUT
        self.state = replace(self.state, working=False, problem=said)
        self._show(self.state)

    def _go_stale(self) -> None:
        self._read_at = None
        if self._visible:
            self.refresh()

    # What the parent makes of a chart

    def hide_chart(self, key: str, *, hidden: bool) -> None:
        """Hides a chart, or brings it back: a choice, kept with the others."""
        keys = self._session.settings.charts_hidden
        keys = (*keys, key) if hidden else tuple(each for each in keys if each != key)
        self._choose(hidden_charts=",".join(dict.fromkeys(keys)))
        self.arrange()

    def for_file(self, key: str, done: Callable[[Insight[object], int], None]) -> None:
        """Hands over a chart as it may leave the window, and how many private moments that leaves out."""
        made = self._made
        if made is None:
            return
        shown = made.insights.charts[key]
        catalog = self._session.catalog
        if len(shareable(made.entries.moments, catalog)) == len(made.entries.moments):
            done(shown, 0)
        elif self._jobs is None:
            done(*for_file(made.entries, key))
        else:
            self._jobs.run(lambda _job: for_file(made.entries, key), lambda told: done(*told), self._fail)

    def _choose(self, **changes: object) -> None:
        try:
            self._session.change_settings(**changes)
        except DiaryError as error:
            self.state = replace(self.state, problem=str(error))

    def _all_tips(self) -> tuple[Tip, ...]:
        if self._tips is None:
            try:
                self._tips = load_tips(self._session.catalog.language)
            except DiaryError:
                self._tips = ()  # a damaged tips file is no reason to show no charts
        return self._tips


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
