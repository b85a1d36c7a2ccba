"""Decides what the Report page shows: which days, what of them, and the preview that is printed and saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bonddiary.analysis.names import Names
from bonddiary.content.loader import content_languages
from bonddiary.diary.changes import Change
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError, TooLittleLogged
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind
from bonddiary.domain.visit import Question, Visit
from bonddiary.domain.when import When
from bonddiary.report.document import ReportDocument
from bonddiary.report.records import ReportRecords, gather
from bonddiary.report.request import Section
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.pages.report import asking
from bonddiary.ui.pages.report.choices import (
    Choices,
    Span,
    choices_from,
    draft_of,
    settings_of,
    with_one,
    with_section,
)
from bonddiary.ui.pages.report.days import days_for, too_little_words, typed_days
from bonddiary.ui.pages.report.leaving import Leaving
from bonddiary.ui.pages.report.lists import day_lines, note_rows, open_entries
from bonddiary.ui.pages.report.making import Makers
from bonddiary.ui.pages.report.previewing import Previewer
from bonddiary.ui.pages.report.questions import Questions, question_rows
from bonddiary.ui.pages.report.state import Act, Paper, Preview, ReportState, TooLittle, Trouble
from bonddiary.ui.session import Session

SEEN_IN = frozenset(Kind) - {Kind.PIN, Kind.TIP_CHOICE, Kind.TIMER, Kind.NOTE, Kind.PRIVATE_NOTE}
"""Changes of these may be seen on the page."""

NO_PICTURE = "The picture of the page couldn’t be drawn, so here are its words."
NO_PAGE = "The page couldn’t be made. Your diary is as it was."


class ReportPresenter:
    """Holds the page's state and hands every new one to `show`; `give` takes a preview that may leave now."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        show: Callable[[ReportState], None],
        give: Callable[[Act, Preview], None],
        makers: Makers,
    ) -> None:
        self._session = session
        self._show = show
        self._makers = makers
        self.state = ReportState()
        self._previewer = Previewer(jobs, makers, self._previewed, self._not_previewed)
        self.leaving = Leaving(jobs, makers, lambda: self.state, self._tell, give)
        self._questions = Questions(session, lambda: self._baby, self._all_questions)
        self._records: ReportRecords | None = None
        self._names: Names | None = None
        self._whole: Period | None = None
        self._read_at: When | None = None
        self._given: ReportDocument | None = None
        self._version = 0
        self._visible = False
        self._kept_draft: str | None = None
        self._held = False
        self._baby: Baby | None = None
        """Whose page is shown: what was typed for them is kept for them, also where another baby is chosen meanwhile."""

    # What the parent chooses

    def choose(self, **changes: object) -> None:
        """Other choices: kept at once, and the preview is made anew."""
        self._take(replace(self.state.choices, **changes))  # type: ignore[arg-type]  # replace checks the names

    def choose_section(self, section: Section, on: bool) -> None:
        """A part of the page, on or off."""
        self._take(with_section(self.state.choices, section, on))

    def choose_note(self, id: str, on: bool) -> None:
        """A note, on the page or not."""
        self.choose(notes=with_one(self.state.choices.notes, id, on))

    def keep_entry(self, id: str, on: bool) -> None:
        """An entry, on the page or left out."""
        self.choose(without=with_one(self.state.choices.without, id, not on))

    def keep_day(self, day: date, on: bool) -> None:
        """A day, on the page or left out."""
        days = self.state.choices.without_days
        self.choose(without_days=days - {day} if on else days | {day})

    def choose_span(self, span: Span) -> None:
        """Other days. CUSTOM starts from those shown."""
        shown = self.state.period
        custom = shown if span is Span.CUSTOM and self.state.choices.span is not span else None
        self.state = replace(self.state, unread="")
        self.choose(span=span, custom=custom or self.state.choices.custom)

    def choose_days(self, first: str, last: str, read: Callable[[str], date | None]) -> None:
        """Exactly the days that were typed; where they can't be read it says so and the page stays."""
        try:
            period = typed_days(first, last, read)
        except ValueError as error:
            self._tell(replace(self.state, unread=str(error)))
            return
        self.state = replace(self.state, unread="")
        if not self._is_chosen(period):
            self.choose(span=Span.CUSTOM, custom=period)

    def _is_chosen(self, period: Period) -> bool:
        """Whether these days are chosen already; then a problem with what was typed before is over."""
        same = self.state.choices.span is Span.CUSTOM and self.state.choices.custom == period
        if same:
            self._show(self.state)
        return same

    # Questions

    def add_question(self, text: str) -> str:
        """Writes one down; says in words why it couldn't be."""
        return self._try(lambda: self._questions.add(text))

    def edit_question(self, id: str, text: str) -> str:
        """Changes its words, or takes it away where none are left; says why it couldn't be."""
        return self._try(lambda: self._questions.edit(id, text))

    def move_question(self, id: str, by: int) -> None:
        """Moves it up or down."""
        self._try(lambda: self._questions.move(id, by))

    def print_question(self, id: str, on: bool) -> None:
        """A question, on the page or not."""
        self.choose(left_out=with_one(self.state.choices.left_out, id, not on))

    # What is shown

    def show_paper(self, paper: Paper, given: ReportDocument | None = None) -> None:
        """The page, or a sheet: blank days, or one that another place made."""
        self._given = given
        self.state = replace(self.state, paper=paper, preview=None, trouble=None, saved=None, printed=False)
        self._update()

    def print_blank_sheets(self) -> None:
        """Shows a blank sheet and goes on to the printer."""
        self.show_paper(Paper.SHEETS)
        self.leaving.ask(Act.PRINT)

    def enter(self) -> None:
        """The page comes into view: read anew where something has changed, or the day is another."""
        self._visible = True
        now = self._session.clock()
        if self._read_at is None or now.day != self._read_at.day:
            self.refresh()

    def leave(self) -> None:
        """The page goes out of view."""
        self._visible = False

    def change_baby(self, commit: Callable[[], None] = lambda: None) -> None:
        """Another baby is shown, or they have changed. `commit` takes what was typed for the one shown until now."""
        self._held = True
        try:
            commit()
        finally:
            self._held = False
        self._go_stale()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: seen at once, or when the page comes into view."""
        if change.everything or change.topics & SEEN_IN:
            self._go_stale()

    def refresh(self) -> None:
        """Reads the diary anew."""
        if not self._session.is_open or self._held:
            return
        self._records = None
        self._version += 1
        self._update()

    def again(self) -> None:
        """Tries once more what couldn't be done."""
        if self.state.trouble is not None and self.state.trouble.of_preview:
            self.refresh()
        else:
            self.leaving.again()

    # Inside

    def _go_stale(self) -> None:
        self._read_at = None
        if self._visible:
            self.refresh()

    def _take(self, choices: Choices) -> None:
        if choices == self.state.choices:
            return
        self.state = replace(self.state, choices=choices, saved=None, trouble=None, printed=False)
        self._keep(choices)
        self._update()

    def _keep(self, choices: Choices) -> None:
        """So that they are there at the next visit."""
        kinds, baby = settings_of(choices), self._baby
        try:
            if any(getattr(self._session.settings, name) != value for name, value in kinds.items()):
                self._session.change_settings(**kinds)
            draft = draft_of(choices)
            if baby is not None and draft != self._kept_draft:
                self._session.diary.keep_draft(_place(baby), draft)
                self._kept_draft = draft
        except DiaryError as error:
            self.state = replace(self.state, trouble=Trouble(str(error)))

    def _try(self, act: Callable[[], None]) -> str:
        try:
            act()
        except DiaryError as error:
            self._tell(replace(self.state, trouble=Trouble(str(error))))
            return str(error)
        return ""

    def _tell(self, state: ReportState) -> None:
        self.state = state
        self._show(state)

    def _update(self) -> None:
        """Everything anew from what was read; the diary is asked again where it has changed or other days are asked for."""
        try:
            if not self._held:
                self._read_diary()
                self._arrange()
        except DiaryError as error:
            trouble = Trouble(str(error), retry=True, of_preview=True)
            self.state = replace(self.state, trouble=trouble, working=False)
            self.leaving.forget()
        self._show(self.state)

    def _read_diary(self) -> None:
        session, baby = self._session, self._session.baby
        diary, now = session.diary, session.clock()
        if (baby and baby.id) != (self._baby and self._baby.id):
            self._records = self._kept_draft = None
        self._baby = baby
        if self._records is None:
            self._read_at = now
            self._whole = diary.whole_period(baby.id) if baby else None
            self._names = Names.of(session.catalog, diary.words())
        if baby is not None and self._kept_draft is None:
            draft = diary.draft(_place(baby))
            choices = choices_from(session.settings, draft)
            purpose = choices.purpose or asking.planned(session, diary.all(Visit), baby, now.day)
            self.state = replace(self.state, choices=replace(choices, purpose=purpose))
            self._kept_draft = draft
        visits = self._records.visits if self._records else _visits(diary.all(Visit), baby)
        days = days_for(self.state.choices, self._whole, visits, now.day)
        if baby is not None and (self._records is None or self.state.period != days.period):
            self._records = gather(diary, baby, days.period)
        self.state = replace(
            self.state,
            period=days.period,
            days=wording.period(days.period),
            notice=days.notice,
            no_visit=days.no_visit,
        )

    def _arrange(self) -> None:
        """What can be chosen, and a preview of what is chosen."""
        state, records, names = self.state, self._records, self._names
        assert names is not None
        if records is not None and state.period is not None:
            entries = open_entries(records, state.period, names)
            kept = [each for each in entries if each.at.day not in state.choices.without_days]
            state = replace(
                state,
                names=asking.names_of(records.baby),
                notes=note_rows(kept, state.choices, names),
                days_in=day_lines(entries, state.choices, names),
                questions=question_rows(records.questions, state.choices),
                prepared=asking.is_prepared(records.visits),
            )
        self.state = replace(state, reviews=asking.reviews(self._session), languages=content_languages())
        if state.paper is Paper.PAGE and records is None:
            self._too_little(0)
        else:
            self._ask_preview()

    def _ask_preview(self) -> None:
        state, now, names = self.state, self._read_at, self._names
        assert now is not None
        assert names is not None
        asked, make = asking.wanted(
            state, self._makers, self._records, names, now, given=self._given, version=self._version
        )
        working = self._previewer.ask(asked, make, state.preview)
        self.state = replace(self.state, working=working, too_little=None)
        if not working:
            self.leaving.preview_came()

    def _previewed(self, preview: Preview) -> None:
        before = self.state.trouble
        trouble = None if before is not None and before.of_preview else before
        if not preview.pages:
            trouble = Trouble(NO_PICTURE, retry=True, of_preview=True)
        self._tell(replace(self.state, preview=preview, working=False, too_little=None, trouble=trouble))
        self.leaving.preview_came()

    def _not_previewed(self, error: Exception) -> None:
        self.leaving.forget()
        if isinstance(error, TooLittleLogged):
            self._too_little(sum(line.kept for line in self.state.days_in))
            self._show(self.state)
            return
        words = str(error) if isinstance(error, DiaryError) else NO_PAGE
        trouble = Trouble(words, retry=True, of_preview=True)
        self._tell(replace(self.state, preview=None, working=False, trouble=trouble))

    def _too_little(self, days: int) -> None:
        whole, shown, left_out = self._whole, self.state.period, self.state.choices.without_days
        everything = not left_out and (
            whole is None or (shown is not None and whole.first in shown and whole.last in shown)
        )
        self._previewer.forget()
        self.leaving.forget()
        words = too_little_words(days, everything=everything)
        self.state = replace(self.state, preview=None, working=False, too_little=TooLittle(words))

    def _all_questions(self) -> tuple[Question, ...]:
        baby = self._baby
        every = self._session.diary.all(Question)
        return tuple(each for each in every if baby is not None and each.baby == baby.id)


def _place(baby: Baby) -> str:
    return f"report-{baby.id}"


def _visits(visits: tuple[Visit, ...], baby: Baby | None) -> tuple[Visit, ...]:
    return tuple(visit for visit in visits if baby is not None and visit.baby == baby.id)
