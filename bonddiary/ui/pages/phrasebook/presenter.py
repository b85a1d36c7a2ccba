"""Decides what the Phrasebook page shows, and what goes on the hand-over sheet."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from bonddiary import __version__
from bonddiary.analysis.names import Names
from bonddiary.analysis.phrasebook import PRIVATE_NOTE, Phrasebook, phrasebook
from bonddiary.content.guidance import load_library
from bonddiary.diary.changes import Change
from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby, is_same
from bonddiary.domain.care import CareEvent
from bonddiary.domain.errors import ContentError, DiaryError
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind
from bonddiary.domain.when import When
from bonddiary.report.document import ReportDocument
from bonddiary.report.hand_over import HandOverRequest, hand_over
from bonddiary.report.request import NameShown
from bonddiary.ui.jobs import Jobs
from bonddiary.ui.pages.phrasebook.cards import cards, marks_in
from bonddiary.ui.pages.phrasebook.state import FIRST_SHOWN, Card, PhrasebookState, SheetState, Span
from bonddiary.ui.part_by_part import Later, PartByPart, at_once
from bonddiary.ui.session import Session

SEEN_IN = frozenset({Kind.MOMENT, Kind.WORD, Kind.BOARD, Kind.BABY})
"""Changes of these are seen on this page."""
STALE_AFTER = timedelta(minutes=10)
DRAFT = "hand-over"
"""Where the family's half-typed words for the sheet are kept."""
PART = 14
"""Days whose moments are read in one go."""
LAST_CARE = 7
"""So many days are looked through for the last feed, sleep and nappy."""
NOTHING = "The phrasebook starts when you have noted the same cue 3 times."
NOT_WORKED_OUT = "These days couldn’t be counted. Your entries are safe."


class PhrasebookPresenter:
    """Holds the page's state and hands every new one to `show`.

    With `jobs`, cues are counted on a worker; moments are read here, a part `later` after the other.
    """

    def __init__(
        self,
        session: Session,
        show: Callable[[PhrasebookState], None],
        jobs: Jobs | None = None,
        later: Later = at_once,
    ) -> None:
        self._session = session
        self._show = show
        self._reading: PartByPart[tuple[Moment, ...], Phrasebook] = PartByPart(jobs, later)
        self._visible = False
        self._read_at: When | None = None
        self._names = Names.of(session.catalog)
        self._chosen: dict[CueKey, bool] = {}
        """Cards the parent said yes or no to."""
        self._open_end: str | None = None
        self._unkept: dict[str, str] = {}
        """What was typed for the sheet and couldn't be kept, by its place."""
        self.book: Phrasebook | None = None
        self._book_of: Baby | None = None
        self.state = PhrasebookState()

    def enter(self) -> None:
        """The page comes into view: it is read anew where something has changed since."""
        self._visible = True
        now = self._session.clock()
        if self._read_at is None or now.utc - self._read_at.utc >= STALE_AFTER:
            self.refresh()

    def leave(self) -> None:
        """The page goes out of view."""
        self._visible = False

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: seen at once, or when the page comes into view."""
        if change.everything or change.topics & SEEN_IN:
            self._go_stale()

    def change_baby(self) -> None:
        """Another baby is shown: what was chosen for the one before isn't taken over, nor are their cards shown."""
        self._chosen.clear()
        if not is_same(self._book_of, self._session.baby):
            self.book = None
            self.state = replace(self.state, cards=(), counted="", marks=(), seldom="", empty="")
        self._go_stale()

    def choose_span(self, span: Span) -> None:
        """Counts from more or fewer days."""
        self.state = replace(self.state, span=span)
        self.refresh()

    def refresh(self) -> None:
        """Reads the diary and counts anew."""
        if not self._session.is_open:
            return
        self._reading.drop()
        try:
            period = self._begin()
        except DiaryError as error:
            self._fail(error)
            return
        baby, now, names = self._session.baby, self._session.clock(), self._names
        self._read_at = now
        if self._reading.beside:
            self.state = replace(self.state, working=True)
            self._show(self.state)
        self._reading.start(
            _read(self._session.diary, baby, period),
            lambda moments: phrasebook(moments, period, names, now),
            lambda book: self._take(book, baby),
            self._fail,
        )

    def stop(self) -> None:
        """The diary is closed: nothing more is read from it. What is shown is read anew when it is open again."""
        self._reading.drop()
        self._read_at = None

    def unfold(self) -> None:
        """Shows all cards."""
        self.state = replace(self.state, unfolded=True)
        self._show(self.state)

    def load_general(self) -> None:
        """Reads the words around the tips, once the counts are on the screen."""
        if self._open_end is None:
            try:
                self._open_end = load_library(self._session.catalog.language).open_end
            except ContentError:
                self._open_end = ""  # damaged tips are no reason to show no counts
            self.state = replace(self.state, cards=self._made_cards())
            self._show(self.state)

    # The hand-over sheet

    def choose_card(self, cue: CueKey, on: bool) -> None:
        """Puts a card on the sheet, or takes it off."""
        self._chosen[cue] = on
        made = tuple(replace(card, chosen=on) if card.key == cue else card for card in self.state.cards)
        self.state = replace(self.state, cards=made)
        self._set_sheet()

    def choose_name(self, name: NameShown) -> None:
        """How the baby stands on the sheet."""
        self._set_sheet(name=name)

    def choose_parts(self, **parts: bool) -> None:
        """Ticks or unticks last_care, numbers, grey or large."""
        self._set_sheet(**parts)

    def type_hard(self, text: str) -> None:
        """What this family does when it gets hard; kept as it is typed."""
        place, typed, problem = self.state.sheet.place, text.strip(), ""
        try:
            if place and (typed != self.state.sheet.hard or place in self._unkept):
                self._session.diary.keep_draft(place, typed)
                self._unkept.pop(place, None)
        except DiaryError as error:
            self._unkept[place], problem = typed, str(error)
        self._set_sheet(hard=typed, problem=problem)

    def sheet(self) -> ReportDocument | None:
        """The hand-over sheet as chosen; None where it can't be made, and the page says why."""
        baby, now, sheet = self._session.baby, self._session.clock(), self.state.sheet
        try:
            guide = self._session.guides.safety()
            care = self._care(baby, now) if sheet.last_care else ()
        except DiaryError as error:
            self._set_sheet(problem=str(error))
            return None
        request = HandOverRequest(
            cues=tuple(card.key for card in self.state.cards if card.chosen),
            name=sheet.name,
            last_care=sheet.last_care,
            hard=sheet.hard,
            numbers=self._session.settings.own_numbers if sheet.numbers else "",
            grey=sheet.grey,
            large=sheet.large,
        )
        shown = baby or Baby(id=self._session.baby_to_log()[0])
        book = self.book or phrasebook((), Period(now.day, now.day), self._names, now)
        return hand_over(request, book, care, guide, self._names, shown, now, __version__)

    def _begin(self) -> Period:
        """Reads what is said of the baby; gives back which days are counted."""
        session, baby, now = self._session, self._session.baby, self._session.clock()
        diary = session.diary
        self._names = Names.of(session.catalog, diary.words())
        whole = diary.whole_period(baby.id) if baby else None
        name = baby.nickname.strip() if baby else ""
        self.state = replace(
            self.state,
            title=f"{name}’s phrasebook" if name else "Phrasebook",
            longest="All" if whole is None or whole.days <= Span.ALL.days else "12 months",
            problem="",
        )
        self._read_sheet(baby, name)
        return _period(self.state.span, whole, now)

    def _take(self, book: Phrasebook, baby: Baby | None) -> None:
        """What was counted is shown."""
        self.book, self._book_of = book, baby
        self.state = replace(
            self.state,
            working=False,
            counted=book.counted_from if book.phrases else "",
            cards=self._made_cards(),
            marks=marks_in(book, self._session.catalog),
            seldom=book.seldom_words,
            notes=(*book.notes, PRIVATE_NOTE),
            empty="" if book.phrases else NOTHING,
        )
        self._set_sheet()

    def _fail(self, error: Exception) -> None:
        self._reading.drop()
        self._read_at = None
        said = str(error) if isinstance(error, DiaryError) else NOT_WORKED_OUT
        self.state = replace(self.state, working=False, problem=said)
        self._show(self.state)

    def _read_sheet(self, baby: Baby | None, name: str) -> None:
        ways = [
            (NameShown.NICKNAME, name),
            (NameShown.INITIAL, f"{name[:1].upper()}."),
            (NameShown.NONE, "No name"),
        ]
        place = f"{DRAFT}:{baby.id}" if baby else DRAFT
        kept = self._session.diary.draft(place)
        self._fill_sheet(
            replace(
                self.state.sheet,
                place=place,
                names=tuple(ways) if name else (),
                has_numbers=bool(self._session.settings.own_numbers.strip()),
                hard=self._unkept.get(place, kept),
                problem="",
            )
        )

    def _set_sheet(self, **changes: object) -> None:
        self._fill_sheet(replace(self.state.sheet, **changes))  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)

    def _fill_sheet(self, sheet: SheetState) -> None:
        chosen = sum(card.chosen for card in self.state.cards)
        words = _on_sheet(chosen, len(self.state.cards))
        self.state = replace(self.state, sheet=replace(sheet, chosen=words))

    def _care(self, baby: Baby | None, now: When) -> tuple[CareEvent, ...]:
        days = Period.ending(now.day, LAST_CARE)
        return self._session.diary.care(baby.id, days) if baby else ()

    def _made_cards(self) -> tuple[Card, ...]:
        if self.book is None:
            return ()
        phrases, baby = self.book.phrases, self._session.baby
        first = {phrase.cue: place < FIRST_SHOWN for place, phrase in enumerate(phrases)}
        early = baby is not None and baby.early
        return cards(
            self.book, self._session.catalog, self._open_end or "", {**first, **self._chosen}, early=early
        )

    def _go_stale(self) -> None:
        self._read_at = None
        if self._visible:
            self.refresh()


def _read(diary: Diary, baby: Baby | None, period: Period) -> Iterator[tuple[Moment, ...] | None]:
    """None after each part; all moments of these days at the end. Raises DiaryError."""
    moments: dict[str, Moment] = {}
    if baby is not None:
        for part in period.parts(PART):
            moments |= {moment.id: moment for moment in diary.moments(baby.id, part)}
            yield None
    yield tuple(moments.values())


def _on_sheet(chosen: int, cards: int) -> str:
    if cards == 1:
        return "The card goes on the sheet." if chosen else "The card stays off the sheet."
    if chosen == 1:
        return f"1 of {cards} cards goes on the sheet."
    return f"{chosen} of {cards} cards go on the sheet." if cards else ""


def _period(span: Span, whole: Period | None, now: When) -> Period:
    """The days up to today, or up to the last entry of a diary that ended before."""
    today = now.day
    if whole is None:
        return Period.ending(today, span.days)
    last = min(whole.last, today) if whole.last <= today - timedelta(days=span.days) else today
    if span is Span.ALL:
        return Period(max(whole.first, last - timedelta(days=span.days - 1)), max(last, whole.first))
    return Period.ending(last, span.days)
