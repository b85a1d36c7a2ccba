"""Whose moments presses are, and what is said of it: never the wrong child."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.errors import ContentError, DiaryError, NotFound
from bonddiary.domain.guidance import Tip
from bonddiary.domain.ids import BabyId, MomentId
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When
from bonddiary.ui.models.baby_dates import born_on
from bonddiary.ui.models.entry_row import EntryRow, row_of
from bonddiary.ui.pages.log.about_baby import baby_line, recent_since
from bonddiary.ui.pages.log.expecting import Expecting
from bonddiary.ui.pages.log.saved import Saved
from bonddiary.ui.pages.log.state import Who
from bonddiary.ui.pages.log.waiting import Press
from bonddiary.ui.session import Session

RECENT = 30


class Whose:
    """Remembers for whom the page stands, and which moments one press has made."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stands_for: tuple[BabyId, ...] = ()
        self._beside: tuple[tuple[BabyId, MomentId], ...] = ()
        """What the press in the strip made, where it was for several babies."""
        self._tips: tuple[Tip, ...] | None = None
        self._born_problem = ""

    def has_changed(self) -> bool:
        """Whether presses are for other babies than when this was last asked: what waits in the page is not theirs."""
        before, self._stands_for = self._stands_for, self._session.babies_to_log()
        return bool(before) and before != self._stands_for

    def starts(self) -> None:
        """It is known whom the page stands for: from now on a change is noticed."""
        if self._session.is_open:
            self._stands_for = self._stands_for or self._session.babies_to_log()

    def pressed(self, press: Press) -> None:
        """This press is in the strip now."""
        self._beside = ()
        if press.baby is not None and press.others:
            self._beside = ((press.baby, press.id), *press.others)

    def saved_words(self, moment: Moment) -> str:
        """ "Saved for Robin.", "Saved for Robin and Ash."; without names where there is one baby."""
        names = self._names(moment)
        return f"Saved for {names}." if names else "Saved."

    def on_strip(self, saved: Saved, moment: Moment) -> Saved:
        """The strip with whose it is. What is added is for one baby: each has what came next of their own."""
        mark, group = self._session.mark_of(moment.baby), self._group(moment)
        if mark is None:
            return saved
        if not group:
            return replace(saved, mark=mark, whose=f"For {mark.name}")
        place = [id for _, id in group].index(moment.id)
        next_baby, next_moment = group[(place + 1) % len(group)]
        other = self._session.mark_of(next_baby)
        turn = (next_moment, f"Go to {other.name}’s") if other is not None else None
        words = f"For {self._names(moment)}. Adding to {mark.name}’s now."
        return replace(saved, mark=mark, whose=words, turn=turn)

    def _names(self, moment: Moment) -> str:
        babies = [baby for baby, _ in self._group(moment)] or [moment.baby]
        names = [mark.name for baby in babies if (mark := self._session.mark_of(baby)) is not None]
        return wording.listed(names)

    def is_shown(self, moment: Moment) -> bool:
        """Whether the page stands for this moment's baby."""
        return moment.baby in self._session.babies_to_log()

    def line(self, now: When) -> str:
        """Who the page is about, with age."""
        babies = {baby.id: baby for baby in self._session.babies}
        shown = [babies[id] for id in self._session.babies_to_log() if id in babies]
        if len(shown) == 1:
            return baby_line(shown[0], now)
        return wording.listed([mark.name for mark in self._session.marks if mark.id in {b.id for b in shown}])

    def find(self, id: MomentId) -> Moment | None:
        """A moment of the babies the page stands for, unless it was taken back or deleted. Raises DiaryError."""
        try:
            found = self._session.diary.moment(id)
        except NotFound:
            return None
        return found if not found.deleted and self.is_shown(found) else None

    def read(self, now: When, names: Names) -> dict[str, Any]:
        """What the page shows of the babies it stands for. Raises DiaryError."""
        self.starts()
        since, title = recent_since(now)
        moments = [
            moment
            for baby in self._session.babies_to_log()
            for moment in self._session.diary.moments_since(baby, since)
        ]
        newest = sorted(moments, key=lambda moment: moment.at.utc)[-RECENT:][::-1]
        return {
            "baby": self.line(now),
            "who": self.who(now),
            "recent_title": title,
            "recent": tuple(self._row(moment, names) for moment in newest),
        }

    def _row(self, moment: Moment, names: Names) -> EntryRow:
        """Where moments of several babies stand in one list, each row names its baby."""
        row = row_of(moment, names)
        mark = self._session.mark_of(moment.baby) if self._session.together else None
        return row if mark is None else replace(row, title=f"{mark.name}: {row.title}")

    def who(self, now: When) -> Who:
        """The choice of babies, and what stands in place of the board before a birth."""
        session = self._session
        baby, several = session.baby, len(session.babies) > 1
        here = len(session.babies_here)
        both = ("Both" if here == 2 else f"All {here}") if several and here > 1 else ""
        shown = "" if session.together or baby is None else baby.id
        expecting = None
        if baby is not None and not session.together and baby.expected(now.day):
            expecting = Expecting(
                name=session.all_marks[baby.id].name,
                line=self.line(now),
                tips=self._before_birth(),
                today=now.day,
                problem=self._born_problem,
            )
        return Who(session.marks if several else (), shown, both, expecting)

    def tell_born(self, typed: str, read: Callable[[str], date | None]) -> None:
        """Keeps the day of birth of the baby shown; a day that can't be is said. Raises DiaryError."""
        baby = self._session.baby
        self._born_problem = ""
        if baby is None:
            return
        try:
            born = born_on(baby, typed, read, self._session.clock().day)
        except ValueError as problem:
            self._born_problem = str(problem)
            return
        self._session.diary.edit(born)

    def _group(self, moment: Moment) -> tuple[tuple[BabyId, MomentId], ...]:
        return self._beside if (moment.baby, moment.id) in self._beside else ()

    def _before_birth(self) -> tuple[tuple[str, str], ...]:
        from bonddiary.analysis.tips import tips_before_birth  # few starts need tips
        from bonddiary.content.guidance import load_tips

        try:
            if self._tips is None:
                self._tips = load_tips(self._session.catalog.language)
            choices = self._session.diary.tip_choices()
        except (ContentError, DiaryError):
            return ()
        return tuple((tip.key, tip.title) for tip in tips_before_birth(self._tips, choices))
