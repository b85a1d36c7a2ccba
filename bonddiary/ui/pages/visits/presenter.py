"""Decides what the Visits page shows and saves: questions, visits, answers, and what is half typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bonddiary.analysis.names import Names
from bonddiary.analysis.spans import DAY
from bonddiary.analysis.visits import Side, beside, days_after, days_before, in_order, moved, to_ask
from bonddiary.content.guidance import ELSEWHERE
from bonddiary.content.visits import VisitGuide, load_visits
from bonddiary.diary.changes import Change
from bonddiary.diary.title import Title
from bonddiary.domain.errors import ContentError, DiaryError
from bonddiary.domain.ids import BabyId, QuestionId, VisitId, new_id
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Record, ref_to
from bonddiary.domain.visit import Question, Visit, VisitKind, asked, labelled
from bonddiary.ui.models.baby_dates import DATE_HELP
from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.abouts import Abouts
from bonddiary.ui.pages.visits.showing import Shown
from bonddiary.ui.pages.visits.state import Form, VisitsState
from bonddiary.ui.pages.visits.typing import Typing
from bonddiary.ui.session import Session

SEEN = frozenset({Kind.VISIT, Kind.QUESTION, Kind.BABY, Kind.WORD, Kind.BOARD})
BESIDE = frozenset({Kind.MOMENT, Kind.CARE, Kind.DAY_MARK})
"""Changes of these change what stands beside a visit, and what a question was asked beside."""
NO_DAY = "Type the day first. You can change it later."
BACK = "What you had typed here is back, and saved."
QUESTION_GONE = "The question is deleted."
VISIT_GONE = "The visit is deleted. Questions without an answer are in the list again."


class VisitsPresenter:
    """Holds the page's state and hands every new one to `show`."""

    def __init__(
        self, session: Session, show: Callable[[VisitsState], None], read: Callable[[str], date | None]
    ) -> None:
        self._session = session
        self._show = show
        self._read = read
        self._typing = Typing(session, self._edit)
        self._abouts = Abouts(session)
        self._guide: tuple[str, VisitGuide] | None = None
        self._baby: BabyId | None = None
        self._sides: dict[tuple[str, date], tuple[Side, Side]] = {}
        self._asking = self._opened = self._problem = self._done = ""
        self._undoes: Title | None = None
        self._form: Form | None = None
        self.state = VisitsState()

    # What is shown

    def enter(self) -> None:
        """The page comes into view."""
        self._sides.clear()
        self._problem = ""
        self._typing.forget_told()
        self.refresh()

    def refresh(self) -> None:
        """Reads visits and questions anew. Nothing while the diary isn't open."""
        if not self._session.is_open:
            return
        try:
            self._follow_baby()
            if self._typing.take_left():
                self._done, self._undoes = BACK, self._session.diary.undo_title()
            self.state = self._whole()
        except DiaryError as error:
            self.state = replace(self.state, problem=str(error))
        self._show(self.state)

    def on_change(self, change: Change, visible: bool) -> None:
        """Something was saved, here or elsewhere."""
        if change.topics & BESIDE:
            self._sides.clear()
        if visible and change.origin is not self and change.topics & (SEEN | BESIDE):
            self.refresh()

    def change_baby(self, visible: bool) -> None:
        """Another baby is shown, with visits of its own."""
        self._follow_baby()
        if visible:
            self.refresh()

    def ask(self, about: str) -> None:
        """The next question is asked beside something; blank: beside nothing."""
        self._asking, self._opened, self._form = about, "", None
        self.refresh()

    def open(self, visit: str) -> None:
        """Shows one visit; blank: all of them."""
        self._opened, self._form, self._done = visit, None, ""
        self.refresh()

    # Questions

    def add(self, typed: str, visit: str = "") -> bool:
        """Adds a question; says whether that was done."""
        baby, unborn = self._session.baby_to_log()
        key = keys.new_for(visit or self.state.baby)
        try:
            question = Question(
                id=QuestionId(new_id()),
                baby=baby,
                text=asked(typed),
                asked_on=self._session.clock().day,
                visit=VisitId(visit) if visit else None,
                about="" if visit else self._asking,
                place=self._next_place(),
            )
            self._session.diary.add(question, *([unborn] if unborn else []), origin=self)
        except DiaryError as error:
            self._typing.keep_new(key, typed)
            self._typing.refuse(key, str(error))
            self.refresh()
            return False
        self._typing.added(key)
        self._done, self._asking = "", self._asking if visit else ""
        self.refresh()
        return True

    def move(self, question: str, by: int) -> None:
        """One place earlier (-1) or later (1) in the list."""
        self._finish(lambda: self._move(QuestionId(question), by))

    def choose_visit(self, question: str, visit: str) -> None:
        """It is to be asked at this visit; blank: at the next one."""
        there = self._question(question)
        if there is not None and (there.visit or "") != visit:
            fresh = replace(there, visit=VisitId(visit) if visit else None)
            self._finish(lambda: self._session.diary.edit(fresh, origin=self))

    def remove(self, question: str) -> None:
        """Deletes a question; Undo stands where it was."""
        there = self._question(question)
        if there is not None:
            self._finish(lambda: self._remove(there), QUESTION_GONE)

    # Visits

    def start_form(self, visit: str = "") -> None:
        """Offers the form for a new visit, or for the day and kind of one that is there."""
        there = self._visit(visit)
        self._form = Form()
        if there is not None:
            day = f"{there.day.day}/{there.day.month}/{there.day.year}"
            self._form = Form(id=there.id, kind=there.kind, review=there.review, label=there.label, day=day)
        self.refresh()

    def close_form(self) -> None:
        """Lets the form go."""
        self._form = None
        self.refresh()

    def save_form(self, kind: VisitKind, review: str, label: str, day: str) -> str:
        """Adds or changes the visit; its id, or blank where it can't be so: then the form says why."""
        if self._form is None:
            return ""
        self._form = replace(self._form, kind=kind, review=review, label=label, day=day, problem="")
        try:
            saved = self._save_visit(self._form)
        except DiaryError as error:
            self._form, saved = replace(self._form, problem=str(error)), ""
        except ValueError:
            self._form, saved = replace(self._form, problem=DATE_HELP), ""
        else:
            self._form, self._done = None, ""
        self.refresh()
        return saved

    def remove_visit(self) -> None:
        """Deletes the visit that is open."""
        there = self._visit(self._opened)
        if there is not None:
            self._finish(lambda: self._session.diary.remove_visit(there, origin=self), VISIT_GONE)
            if not self._problem:
                self._opened = ""
                self.refresh()

    def undo(self) -> None:
        """Takes back what was done last, where nothing was done since."""
        self._done = ""
        self._finish(lambda: self._session.diary.undo(origin=self))

    # What is typed

    def type(self, key: str, text: str) -> None:
        """The keys rest: what stands in the field is kept in the file."""
        self._typing.keep(key, text)
        self.state = replace(self.state, typed=self._typing.typed, told=dict(self._typing.told))
        self._show(self.state)

    def leave(self, key: str, text: str) -> None:
        """The field is left: what stands in it is saved. What can't be saved stays, with the reason."""
        if keys.parts(key)[0] == keys.NEW:
            self._typing.keep_new(key, text)
        else:
            self._typing.save(key, text, self._opened)
        self.refresh()

    def unsaved(self) -> str:
        """Saves what isn't yet; says in words what can't be."""
        return self._typing.save_all(self._opened) if self._session.is_open else ""

    # Inside

    def _follow_baby(self) -> None:
        """Nothing of one baby stays open for the next: whoever is shown may change before anybody says so."""
        baby = self._session.baby
        now = baby.id if baby is not None else None
        if self._baby is not None and now != self._baby:
            self._opened, self._form, self._done, self._asking = "", None, "", ""
        self._baby = now

    def _finish(self, act: Callable[[], object], done: str = "") -> None:
        """Does it and shows the page; `done` stands there with Undo until something else is done."""
        self._done = self._problem = ""
        try:
            act()
            self._undoes = self._session.diary.undo_title() if done else None
            self._done = done
        except DiaryError as error:
            self._problem = str(error)
        self.refresh()

    def _remove(self, there: Question) -> None:
        """What is half typed about it goes once it is gone, and not before."""
        self._session.diary.remove(ref_to(there), origin=self)
        self._typing.let_go(keys.text_of(there.id), keys.answer_of(there.id))

    def _move(self, id: QuestionId, by: int) -> None:
        visits, questions = self._of_baby()
        if changed := moved(to_ask(questions, visits, self._session.clock().day), id, by):
            self._session.diary.order_questions(changed, origin=self)

    def _next_place(self) -> int | None:
        """After those that have a place; without one while nobody has put them in an order."""
        places = [question.place for question in self._of_baby()[1] if question.place is not None]
        return max(places) + 1 if places else None

    def _save_visit(self, form: Form) -> str:
        day = self._read(form.day)
        if day is None:
            raise DiaryError(NO_DAY)
        baby, unborn = self._session.baby_to_log()
        there = self._visit(form.id)
        fresh = there or Visit(id=VisitId(new_id()), baby=baby, day=day)
        review = form.review if form.kind in (VisitKind.HEALTH_VISITOR, VisitKind.MIDWIFE) else ""
        fresh = replace(fresh, day=day, kind=form.kind, review=review, label=labelled(form.label))
        if there is None:
            self._session.diary.add(fresh, *([unborn] if unborn else []), origin=self)
        elif fresh != there:
            self._session.diary.edit(fresh, origin=self)
        return fresh.id

    def _edit(self, record: Record) -> None:
        self._session.diary.edit(record, origin=self)

    def _whole(self) -> VisitsState:
        visits, questions = self._of_baby()
        guide, names = self._words(), Names.of(self._session.catalog, self._session.diary.words())
        shown = Shown(
            visits, questions, self._session.clock().day, guide, lambda about: self._abouts.of(about, names)
        )
        baby, visit = self._session.baby, self._visit(self._opened)
        opened = None if visit is None else shown.opened(visit)
        if visit is not None and opened is not None and opened.looks_back:
            opened = replace(opened, sides=self._beside(visit, names))
        if self._undoes != self._session.diary.undo_title():
            self._done = ""
        return VisitsState(
            baby="" if baby is None else baby.id,
            mark=None if baby is None else self._session.mark_of(baby.id),
            asking=self._abouts.of(self._asking, names),
            questions=shown.listed(),
            look_back=shown.to_look_back(),
            upcoming=shown.ahead(),
            past=shown.before(),
            opened=opened,
            form=self._form,
            kinds=tuple(guide.kinds.items()),
            reviews=tuple((each.key, each.name, each.about) for each in guide.contacts),
            typed=self._typing.typed,
            told=dict(self._typing.told),
            done=self._done,
            problem=self._problem,
        )

    def _beside(self, visit: Visit, names: Names) -> tuple[Side, Side]:
        where = visit.id, visit.day
        if where not in self._sides:
            diary = self._session.diary
            days = Period(days_before(visit).first - DAY, days_after(visit).last)
            moments, care = diary.moments(visit.baby, days), diary.care(visit.baby, days)
            marks, now = diary.day_marks(visit.baby, days), self._session.clock()
            self._sides[where] = beside(visit, moments, care, marks, now, names)
        return self._sides[where]

    def _words(self) -> VisitGuide:
        """Raises ContentError. Where the help page can’t be read, the reviews of no country are offered."""
        try:
            country = self._session.guides.safety().country.key
        except ContentError:
            country = ELSEWHERE
        if self._guide is None or self._guide[0] != country:
            self._guide = country, load_visits(country, self._session.catalog.language)
        return self._guide[1]

    def _of_baby(self) -> tuple[tuple[Visit, ...], tuple[Question, ...]]:
        baby = self._session.baby
        if baby is None:
            return (), ()
        diary = self._session.diary
        visits = tuple(visit for visit in diary.all(Visit) if visit.baby == baby.id)
        return visits, in_order(q for q in diary.all(Question) if q.baby == baby.id)

    def _question(self, id: str) -> Question | None:
        return next((each for each in self._session.diary.all(Question) if each.id == id), None)

    def _visit(self, id: str) -> Visit | None:
        if not id:
            return None
        return next((each for each in self._session.diary.all(Visit) if each.id == id), None)
