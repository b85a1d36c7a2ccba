"""Decides what the Settings page shows. Choices apply at once; babies are the diary's: Undo knows them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bonddiary.domain import wording
from bonddiary.domain.baby import Baby, BabyColour, BabyMark
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId, CarerId, new_id
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.models.baby_dates import DATE_HELP, born_on, check_dates
from bonddiary.ui.pages.settings.carers import Carers
from bonddiary.ui.pages.settings.state import BabyCard, PutAway, SettingsState
from bonddiary.ui.session import Session

NEW = ""
"""The key of the card for a baby who is not in the diary yet."""
COLOURS = {
    BabyColour.SEA: "Sea",
    BabyColour.PLUM: "Plum",
    BabyColour.AMBER: "Amber",
    BabyColour.MOSS: "Moss",
}


class SettingsPresenter:
    """Holds the page's state and hands every new one to `show`. `read` reads a date, or raises ValueError."""

    def __init__(
        self, session: Session, show: Callable[[SettingsState], None], read: Callable[[str], date | None]
    ) -> None:
        self._session = session
        self._show = show
        self._read = read
        self._adding = False
        self._problems: dict[str, str] = {}
        self._born_problems: dict[str, str] = {}
        self._carers = Carers(session)
        self.state = SettingsState()

    # What the parent does

    def change_baby(self, key: str, nickname: str, born: str, due: str) -> None:
        """Saves what a card holds, when it can be read and has changed."""
        try:
            baby = self._typed(key, nickname.strip(), born, due)
            self._problems.pop(key, None)
            if baby is not None:
                self._save(key, baby)
        except (ValueError, DiaryError) as error:
            self._problems[key] = str(error)
        self.refresh()

    def add_baby(self) -> None:
        """Offers a card for one more baby."""
        self._adding = True
        self.refresh()

    def choose_colour(self, key: str, colour: BabyColour) -> None:
        """Gives a baby a colour; who has worn it until now takes the one that comes free."""
        marks = {mark.id: mark for mark in self._session.marks}
        mine = marks.get(BabyId(key))
        if mine is None or mine.colour is colour:
            return
        changed = [
            replace(baby, colour=colour if baby.id == key else mine.colour)
            for baby in self._session.babies
            if baby.id == key or marks[baby.id].colour is colour
        ]
        self._try(lambda: self._session.diary.edit(*changed))

    def put_away(self, key: str, *, away: bool) -> None:
        """Takes a baby off every choice, or brings one back. Nothing that was noted is lost."""
        there = next((baby for baby in self._session.all_babies if baby.id == key), None)
        if there is not None:
            self._try(lambda: self._session.diary.edit(replace(there, archived=away)))

    def tell_born(self, key: str, typed: str) -> None:
        """Keeps the day of birth of a baby who was expected."""
        there = next((baby for baby in self._session.babies if baby.id == key), None)
        if there is None:
            return
        try:
            baby = born_on(there, typed, self._read, self._session.clock().day)
            self._session.diary.edit(baby)
            self._born_problems.pop(key, None)
        except (ValueError, DiaryError) as error:
            self._born_problems[key] = str(error)
        self.refresh()

    def add_carer(self, label: str) -> bool:
        """Adds a carer; says whether that was done."""
        done = self._carers.add(label)
        self.refresh()
        return done

    def rename_carer(self, key: str, label: str) -> None:
        """Gives a carer another label."""
        self._try(lambda: self._carers.rename(key, label))

    def put_carer_away(self, key: str, *, away: bool) -> None:
        """Puts a carer away, or brings them back."""
        self._try(lambda: self._carers.put_away(key, away=away))

    def choose_carer(self, key: str) -> None:
        """Says who is noting; blank: nobody is named."""
        self._try(lambda: self._session.choose_carer(CarerId(key) if key else None))

    def show_baby(self, key: str) -> None:
        """Shows another baby everywhere."""
        self._try(lambda: self._session.show_baby(BabyId(key)))

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Wears a theme."""
        self._try(lambda: self._session.change_settings(theme=theme))

    def choose_text_size(self, percent: int) -> None:
        """Makes words larger or smaller."""
        self._try(lambda: self._session.change_settings(text_size=percent))

    def choose_number_keys(self, on: bool) -> None:
        """Whether digits press cues."""
        self._try(lambda: self._session.change_settings(number_keys=on))

    def choose_reference(self, on: bool) -> None:
        """Whether the chart of weeks has the crying reference behind it."""
        self._try(lambda: self._session.change_settings(crying_reference=on))

    def show_chart(self, key: str) -> None:
        """Brings back a chart that was hidden on Patterns."""
        left = [each for each in self._session.settings.charts_hidden if each != key]
        self._try(lambda: self._session.change_settings(hidden_charts=",".join(left)))

    def say(self, problem: str) -> None:
        """Says what went wrong."""
        self.state = replace(self.state, problem=problem)
        self._show(self.state)

    # What the page shows

    def refresh(self) -> None:
        """Reads babies and choices again."""
        settings = self._session.settings
        self.state = replace(
            self.state,
            babies=self._cards(),
            several=len(self._session.babies) > 1,
            away=self._away(),
            carers=self._carers.state(),
            can_add=self._session.is_open and bool(self._session.babies) and not self._adding,
            theme=settings.theme,
            text_size=settings.text_size,
            number_keys=settings.number_keys,
            crying_reference=settings.crying_reference,
            hidden_charts=settings.charts_hidden,
            diary_path=str(self._session.paths.diary),
            diary_words=self._where(),
        )
        self._show(self.state)

    def _cards(self) -> tuple[BabyCard, ...]:
        if not self._session.is_open:
            return ()
        marks = {mark.id: mark for mark in self._session.marks}
        cards = [self._card(baby, marks[baby.id]) for baby in self._session.babies]
        if self._adding or not cards:
            heading = "Add a baby" if cards else "Your baby"
            cards.append(BabyCard(NEW, heading, problem=self._problems.get(NEW, "")))
        return tuple(cards)

    def _card(self, baby: Baby, mark: BabyMark) -> BabyCard:
        shown, today, several = self._session.baby, self._session.clock().day, len(self._session.babies) > 1
        return BabyCard(
            key=baby.id,
            heading=mark.name,
            nickname=baby.nickname,
            born=baby.born,
            due=baby.due,
            about=age_line(baby, today),
            shown=shown is not None and shown.id == baby.id,
            problem=self._problems.get(baby.id, ""),
            mark=mark if several else None,
            colours=tuple((replace(mark, colour=each), name) for each, name in COLOURS.items())
            if several
            else (),
            expected=baby.expected(today),
            today=today,
            born_problem=self._born_problems.get(baby.id, ""),
        )

    def _away(self) -> tuple[PutAway, ...]:
        marks = self._session.all_marks
        return tuple(
            PutAway(baby.id, marks[baby.id].name) for baby in self._session.all_babies if baby.archived
        )

    def _where(self) -> str:
        if self._session.is_open and self._session.diary.is_demo:
            return "This is a made-up diary, to look around in."
        return "Your diary is one file. Nobody else gets a copy unless you make one."

    def _typed(self, key: str, nickname: str, born: str, due: str) -> Baby | None:
        """The baby as the card now says it; None when nothing is different. Raises ValueError."""
        today = self._session.clock().day
        dates = self._date(born), self._date(due)
        check_dates(*dates, today)
        there = next((baby for baby in self._session.babies if baby.id == key), None)
        if there is None:
            told = nickname or any(dates)
            return Baby(id=BabyId(new_id()), nickname=nickname, born=dates[0], due=dates[1]) if told else None
        changed = replace(there, nickname=nickname, born=dates[0], due=dates[1])
        return None if changed == there else changed

    def _date(self, text: str) -> date | None:
        try:
            return self._read(text)
        except ValueError:
            raise ValueError(DATE_HELP) from None

    def _save(self, key: str, baby: Baby) -> None:
        if key == NEW:
            self._adding = False
            self._session.diary.add(baby)
        else:
            self._session.diary.edit(baby)

    def _try(self, act: Callable[[], None]) -> None:
        problem = ""
        try:
            act()
        except DiaryError as error:
            problem = str(error)
        self.state = replace(self.state, problem=problem)
        self.refresh()


def age_line(baby: Baby, today: date) -> str:
    """ "7 weeks old, 3 weeks corrected age: cues and tips go by that"."""
    age, corrected, weeks = baby.age(today), baby.corrected_age(today), baby.pregnancy_weeks(today)
    if age is not None and baby.early and corrected is not None:
        return (
            f"{wording.age(age)} old, {wording.age(corrected)} corrected age. Tips go by the corrected age."
        )
    if age is not None:
        return f"{wording.age(age)} old"
    return f"{weeks} weeks of pregnancy" if weeks is not None else ""
