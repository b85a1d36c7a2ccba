"""Decides what the Tips page shows: the list, the article beside it, and what the diary counts."""

from collections.abc import Callable
from dataclasses import replace

from bonddiary.content.guidance import load_tips
from bonddiary.domain import wording
from bonddiary.domain.baby import Age
from bonddiary.domain.board import OwnWord
from bonddiary.domain.errors import ContentError, DiaryError
from bonddiary.domain.guidance import SafetyGuide, Tip
from bonddiary.domain.ids import BabyId, CueKey
from bonddiary.domain.period import Period
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.pages.tips.articles import as_plain_text, cue_article, own_article, tip_article
from bonddiary.ui.pages.tips.listing import EVERYTHING, best_row, list_rows, nothing_found, shelves
from bonddiary.ui.pages.tips.state import Article, Noted, TipsState
from bonddiary.ui.session import Session

RECENT_DAYS = 14


class TipsPresenter:
    """Holds the page's state and hands every new one to `show`."""

    def __init__(self, session: Session, show: Callable[[TipsState], None]) -> None:
        self._session = session
        self._show = show
        self._tips: tuple[Tip, ...] = ()
        self._loaded = False
        self.state = TipsState(shelves=shelves())

    # What the parent does

    def search(self, query: str) -> None:
        """Looks for cues and tips by their names and other words for them."""
        self._list(query=query)

    def choose_shelf(self, shelf: str) -> None:
        """Shows everything, one family, or the tips."""
        self._list(shelf=shelf)

    def order_by_age(self, age_first: bool) -> None:
        """Puts what is usual at the baby's age first, or leaves the order of the board."""
        self._list(age_first=age_first)

    def widen(self) -> None:
        """After a search without a find: elsewhere first, then without the words."""
        if self.state.shelf != EVERYTHING and self._rows(self.state.query, EVERYTHING):
            self._list(shelf=EVERYTHING)
        else:
            self._list(query="")

    def choose(self, kind: RowKind, key: str) -> None:
        """Shows an article beside the list."""
        self._load()
        if kind is RowKind.CUE:
            self._put(self._cue(key))
        elif kind is RowKind.TIP:
            tip = next((tip for tip in self._tips if tip.key == key), None)
            if tip is not None:
                self._put(tip_article(tip, self._session.catalog))

    def open(self, kind: RowKind, key: str) -> None:
        """Shows an article and brings it to the front."""
        self.state = replace(self.state, reading=True)
        self.choose(kind, key)

    def open_best(self) -> bool:
        """Opens what the search means, by names before other words for it. False when there is nothing."""
        best = best_row(self.state.rows, self.state.query)
        if best is not None:
            self.open(best.kind, best.key)
        return best is not None

    def close_article(self) -> None:
        """Back to the list, as it was left."""
        self._set(reading=False)

    def article_text(self) -> str:
        """The article to copy."""
        return as_plain_text(self.state.article) if self.state.article else ""

    # What the page shows

    def refresh(self) -> None:
        """Reads again what depends on the diary: age, counts, own words."""
        self._load()
        age = self._age()
        rows = self._rows(self.state.query, self.state.shelf)
        self.state = replace(self.state, age_words=wording.age(age) if age else "", rows=rows)
        if self.state.article is None:
            first = next((row for row in rows if row.kind is not RowKind.SHELF), None)
            if first is not None:
                self.choose(first.kind, first.key)
                return
        elif self.state.article.kind is RowKind.CUE:
            self._put(self._cue(self.state.article.key))
            return
        self._show(self.state)

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        language = self._session.catalog.language
        try:
            self._tips = load_tips(language)
            self._session.safety()  # a page that can’t show its care cards says so
        except ContentError as error:
            self.state = replace(self.state, problem=str(error))

    def _list(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        query, shelf = self.state.query, self.state.shelf
        rows = self._rows(query, shelf)
        nothing = None if rows else nothing_found(query, shelf, bool(self._rows(query, EVERYTHING)))
        self._set(rows=rows, nothing=nothing)

    def _rows(self, query: str, shelf: str) -> tuple[TipRow, ...]:
        age = self._age() if self.state.age_first else None
        return list_rows(self._session.catalog, self._tips, query=query, shelf=shelf, age=age)

    def _age(self) -> Age | None:
        """By corrected age: cues come later to a baby born early."""
        baby = self._session.baby
        return baby.corrected_age(self._session.clock().day) if baby else None

    def _cue(self, key: str) -> Article:
        cue = self._session.catalog.cues.get(CueKey(key))
        if cue is None:
            return own_article(key, self._own_name(key))
        baby = self._session.baby
        early = baby is not None and baby.early
        return cue_article(cue, self._session.catalog, self._tips, self._guide(), self._age(), early=early)

    def _guide(self) -> SafetyGuide | None:
        try:
            return self._session.safety()
        except ContentError:
            return None  # said when the page was first shown

    def _own_name(self, key: str) -> str:
        own = self._session.diary.all(OwnWord) if self._session.is_open else ()
        return next((word.name for word in own if word.id == key), key)

    def _put(self, article: Article) -> None:
        noted = self._noted(article.key) if article.kind is RowKind.CUE else None
        self._set(article=article, noted=noted)

    def _noted(self, cue: str) -> Noted | None:
        baby = self._session.baby
        if not self._session.is_open:
            return None
        if baby is None:
            return Noted("Not noted so far.", "")
        try:
            return self._counted(baby.id, cue)
        except DiaryError as error:
            return Noted(str(error), "")

    def _counted(self, baby: BabyId, cue: str) -> Noted:
        lately = Period.ending(self._session.clock().day, RECENT_DAYS)
        total = self._session.diary.count_of_cue(baby, CueKey(cue))
        recent = self._session.diary.count_of_cue(baby, CueKey(cue), lately) if total else 0
        if not total:
            return Noted("Not noted so far.", "")
        if not recent:
            return Noted(
                f"{wording.counted(total, 'time')} altogether, none of them noted in the last 2 weeks.", cue
            )
        return Noted(f"{wording.counted(recent, 'time')} in the last 2 weeks, {total:,} altogether.", cue)

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)
