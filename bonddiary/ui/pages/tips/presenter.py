"""Decides what the Tips page shows: the list, the article beside it, and what the diary counts."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bonddiary.analysis.names import Names
from bonddiary.content.guidance import load_library
from bonddiary.domain import wording
from bonddiary.domain.baby import Age
from bonddiary.domain.errors import ContentError, DiaryError
from bonddiary.domain.guidance import Library, SafetyGuide
from bonddiary.domain.ids import BabyId, CueKey
from bonddiary.domain.period import Period
from bonddiary.domain.tip_choice import Kept
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.pages.tips.articles import as_plain_text, cue_article, own_article, tip_article
from bonddiary.ui.pages.tips.listing import (
    HIDDEN,
    Around,
    Listing,
    best_row,
    count_words,
    nothing_found,
    shelves,
)
from bonddiary.ui.pages.tips.state import Article, Asked, Noted, Shelf, TipsState
from bonddiary.ui.session import Session

RECENT_DAYS = 14
NONE_YET = Library(tips=(), topics={}, source_kinds={}, open_end="", cue_review="")
DONE = {
    Kept.SAVED: "Saved. It’s under “Saved tips” now.",
    Kept.HIDDEN: "Hidden. It’s left out of the list and the search; “Hidden tips” holds it.",
}
UNDONE = {
    Kept.SAVED: "Taken off your saved tips.",
    Kept.HIDDEN: "Shown again.",
}


class TipsPresenter:
    """Holds the page's state and hands every new one to `show`."""

    def __init__(self, session: Session, show: Callable[[TipsState], None]) -> None:
        self._session = session
        self._show = show
        self._library = NONE_YET
        self._listing = Listing(session.catalog, NONE_YET)
        self._loaded = False
        self._behind: list[tuple[RowKind, str]] = []
        self._choices: Mapping[str, Kept] = {}
        groups = session.catalog.groups.values()
        self.state = TipsState(
            shelves=shelves(),
            groups=tuple(Shelf(group.key, group.name, f"group-{group.key}") for group in groups),
        )

    # What the parent does

    def search(self, query: str) -> None:
        """Looks for cues and tips by the words in them."""
        self._ask(query=query)

    def choose_shelf(self, shelf: str) -> None:
        """Shows everything, one family, the tips, those saved or those hidden."""
        self._ask(shelf=shelf)

    def choose_group(self, group: str) -> None:
        """Shows what may have one kind of meaning; blank shows all."""
        self._ask(group=group)

    def choose_topic(self, topic: str) -> None:
        """Shows one shelf of the tips library; blank shows all."""
        self._ask(topic=topic)

    def order_by_age(self, age_first: bool) -> None:
        """Puts what is usual at the baby's age first, or leaves the order of the board."""
        self.state = replace(self.state, age_first=age_first)
        self._ask()

    def clear_filters(self) -> None:
        """Everything that holds the words typed."""
        self._ask(shelf="", group="", topic="")

    def widen(self) -> None:
        """From a list that holds nothing: without the filters, where that finds something, then without the words."""
        asked = self.state.asked
        if asked.filtered and (not asked.query.strip() or self._rows(Asked(asked.query))):
            self.clear_filters()
        else:
            self._ask(query="")

    def choose(self, kind: RowKind, key: str) -> None:
        """Shows an article beside the list."""
        self._load()
        if kind is RowKind.CUE:
            self._put(self._cue(key))
        elif kind is RowKind.TIP:
            tip = next((tip for tip in self._library.tips if tip.key == key), None)
            if tip is not None:
                self._put(tip_article(tip, self._session.catalog, self._library))

    def open(self, kind: RowKind, key: str) -> None:
        """Shows an article and brings it to the front."""
        self._behind.clear()
        self._bring(kind, key)

    def follow(self, kind: RowKind, key: str) -> None:
        """Opens another article by a link in this one, and remembers this one."""
        article = self.state.article
        if article is not None:
            self._behind.append((article.kind, article.key))
        self._bring(kind, key)

    @property
    def followed(self) -> bool:
        """Whether there is an article to go back to."""
        return bool(self._behind)

    def go_back(self) -> None:
        """To the article that the link was in."""
        self._bring(*self._behind.pop())

    def open_best(self) -> bool:
        """Opens what the search means, by names before other words for it. False when there is nothing."""
        best = best_row(self.state.rows, self.state.query)
        if best is not None:
            self.open(best.kind, best.key)
        return best is not None

    def close_article(self) -> None:
        """Back to the list, as it was left."""
        self._behind.clear()
        self._set(reading=False)

    def keep(self, kept: Kept) -> None:
        """Saves or hides the tip shown; or takes that back. Its word comes after COMMIT."""
        article = self.state.article
        if article is None or article.kind is not RowKind.TIP:
            return
        chosen = None if self.state.kept is kept else kept
        words = DONE[kept] if chosen else UNDONE[kept]
        try:
            self._session.diary.choose_tip(article.key, chosen)
        except DiaryError as error:
            words = str(error)
        self.refresh()
        self._set(word=words)

    def prepare(self) -> None:
        """Does beforehand what the first keystroke of a search needs."""
        self._listing.prepare()

    def article_text(self) -> str:
        """The whole article to copy."""
        return as_plain_text(self.state.article) if self.state.article else ""

    # What changed elsewhere

    def refresh(self) -> None:
        """Reads again what depends on the diary: age, counts, own words, tips saved and hidden."""
        self._load()
        self._choices = self._marks()
        age = self._age()
        self.state = replace(self._listed(), age_words=wording.age(age) if age else "")
        article = self.state.article
        if article is None:
            first = next((row for row in self.state.rows if row.kind is not RowKind.SHELF), None)
            if first is not None:
                self.choose(first.kind, first.key)
                return
        else:
            self.choose(article.kind, article.key)
            return
        self._show(self.state)

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        try:
            self._library = load_library(self._session.catalog.language)
            self._listing = Listing(self._session.catalog, self._library)
            topics = tuple(Shelf(key, name) for key, name in self._library.topics.items())
            self.state = replace(self.state, topics=topics)
            self._session.guides.safety()  # a page that can’t show its care cards says so
        except ContentError as error:
            self.state = replace(self.state, problem=str(error))

    def _ask(self, **changes: str) -> None:
        self.state = replace(self.state, asked=replace(self.state.asked, **changes))
        self.state = self._listed()
        self._show(self.state)

    def _listed(self) -> TipsState:
        """The state with its list made anew."""
        asked = self.state.asked
        rows = self._rows(asked)
        nothing = None
        if not rows:
            elsewhere = bool(self._rows(Asked(asked.query)))
            nothing = nothing_found(asked.query, asked.shelf, elsewhere, narrowed=asked.narrowed)
        hidden = len(self._marked(Kept.HIDDEN))
        offered = shelves(max(hidden, int(asked.shelf == HIDDEN)))
        return replace(self.state, rows=rows, nothing=nothing, count=count_words(rows), shelves=offered)

    def _rows(self, asked: Asked) -> tuple[TipRow, ...]:
        baby = self._session.baby
        around = Around(
            age=self._age() if self.state.age_first else None,
            early=baby is not None and baby.early,
            saved=self._marked(Kept.SAVED),
            hidden=self._marked(Kept.HIDDEN),
        )
        return self._listing.rows(asked, around)

    def _marked(self, kept: Kept) -> frozenset[str]:
        return frozenset(tip for tip, how in self._choices.items() if how is kept)

    def _marks(self) -> Mapping[str, Kept]:
        """What the family did with tips; nothing where the diary isn't open or can't be read."""
        if not self._session.is_open:
            return {}
        try:
            return self._session.diary.tip_choices()
        except DiaryError:
            return {}

    def _bring(self, kind: RowKind, key: str) -> None:
        self.state = replace(self.state, reading=True)
        self.choose(kind, key)

    def _age(self) -> Age | None:
        """By corrected age: cues come later to a baby born early."""
        baby = self._session.baby
        return baby.corrected_age(self._session.clock().day) if baby else None

    def _cue(self, key: str) -> Article:
        cue = self._session.catalog.cues.get(CueKey(key))
        if cue is None:
            return own_article(key, self._own_name(key))
        baby = self._session.baby
        return cue_article(
            cue,
            self._session.catalog,
            self._library,
            self._guide(),
            self._age(),
            early=baby is not None and baby.early,
            hidden=self._marked(Kept.HIDDEN),
        )

    def _guide(self) -> SafetyGuide | None:
        try:
            return self._session.guides.safety()
        except ContentError:
            return None  # said when the page was first shown

    def _own_name(self, key: str) -> str:
        own = self._session.diary.words() if self._session.is_open else ()
        names = Names.of(self._session.catalog, own)
        return names.own[key].name if key in names.own else key

    def _put(self, article: Article) -> None:
        is_cue = article.kind is RowKind.CUE
        shown = self.state.article
        kept = None if is_cue else self._choices.get(article.key)
        same = shown is not None and (shown.kind, shown.key, self.state.kept) == (
            article.kind,
            article.key,
            kept,
        )
        self._set(
            article=article,
            noted=self._noted(article.key) if is_cue else None,
            kept=kept,
            word=self.state.word if same else "",
        )

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
