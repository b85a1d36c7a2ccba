"""Decides what the guide shows: which page, what a search found, where Back leads."""

from collections.abc import Callable
from dataclasses import replace

from bonddiary.domain.errors import ContentError
from bonddiary.domain.guidance import CALL_ANYWAY
from bonddiary.domain.guide import Guide, GuidePage
from bonddiary.ui.models.guide_text import Section, read_page
from bonddiary.ui.pages.guide.searching import GuideSearch
from bonddiary.ui.pages.guide.state import GuideRow, GuideState, ShownPage
from bonddiary.ui.session import Session


class GuidePresenter:
    """Hands every new state to `show`."""

    def __init__(self, session: Session, show: Callable[[GuideState], None]) -> None:
        self._session = session
        self._show = show
        self._guide: Guide | None = None
        self._read: dict[str, tuple[Section, ...]] = {}
        self._behind: list[str] = []
        """Pages that were read before this one, since the guide was opened."""
        self._search: GuideSearch | None = None
        self.state = GuideState()

    @property
    def followed(self) -> bool:
        """Whether Back leads to another page of the guide."""
        return bool(self._behind)

    def refresh(self) -> None:
        """Reads what is to be read. Whom to call doesn't depend on the guide, nor on a diary."""
        try:
            call, problem = self._session.guides.safety().call, ""
        except ContentError as error:
            call, problem = CALL_ANYWAY, str(error)
        try:
            self._guide = self._session.guides.how_to()
        except ContentError as error:
            self._set(call=call, problem=str(error))
            return
        pages = tuple(GuideRow(page.key, page.title) for page in self._guide.pages)
        self._set(call=call, pages=pages, problem=problem)

    def settle(self) -> None:
        """Shows the first page where none was asked for, and makes the index of words: no keystroke waits for it."""
        if self.state.page is None:
            self.open_about("")
        self._prepare()

    def _prepare(self) -> None:
        if self._search is None and self._guide is not None:
            self._search = GuideSearch(
                (page.key, page.title, self._sections(page)) for page in self._guide.pages
            )

    def open_about(self, topic: str) -> None:
        """From elsewhere: the page about a place in the window, or with this key."""
        self._behind.clear()
        if self._guide is not None:
            self._set(page=self._shown(self._guide.about(topic)), query="", found=(), close=False, nothing="")

    def open(self, key: str) -> bool:
        """Goes to a page; whether it is another one."""
        page, before = self._guide.page(key) if self._guide else None, self.state.page
        if page is None or (before is not None and before.key == key):
            return False
        if before is not None:
            self._behind.append(before.key)
        self._set(page=self._shown(page))
        return True

    def follow(self, link: str) -> bool:
        """Goes where words lead; whether that is another page."""
        page = self._guide.linked(link) if self._guide else None
        return page is not None and self.open(page.key)

    def go_back(self) -> None:
        """To the page before."""
        if self._behind and self._guide is not None:
            self._set(page=self._shown(self._guide.page(self._behind.pop()) or self._guide.pages[0]))

    def search(self, query: str) -> None:
        """Looks through all pages at each letter; blank shows their list again."""
        self._prepare()
        if not query.strip() or self._search is None:
            self._set(query=query, found=(), close=False, nothing="")
            return
        found, close = self._search.find(query)
        nothing = "" if found else f"Nothing found for ‘{query.strip()}’. Try another word, or see all pages."
        self._set(query=query, found=found, close=close, nothing=nothing)

    def _shown(self, page: GuidePage) -> ShownPage:
        return ShownPage(page.key, page.title, self._sections(page), page.file.parent, self._read_on(page))

    def _sections(self, page: GuidePage) -> tuple[Section, ...]:
        if page.key not in self._read:
            self._read[page.key] = read_page(page.markdown)
        return self._read[page.key]

    def _read_on(self, page: GuidePage) -> tuple[GuideRow, ...]:
        """The pages that it names, and the one that comes after it."""
        assert self._guide is not None
        pages = self._guide.pages
        links = [link for section in self._sections(page) for link in section.links]
        named = [self._guide.linked(link) for link in links]
        after = pages[pages.index(page) + 1 :][:1]
        rows = {each.key: GuideRow(each.key, each.title) for each in (*named, *after) if each is not None}
        rows.pop(page.key, None)
        return tuple(rows.values())

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields by their names
        self._show(self.state)
