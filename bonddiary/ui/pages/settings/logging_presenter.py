"""Decides what Settings say of the cue board: what is hidden, words of one's own, Likely now. Undo knows each step."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bonddiary.analysis.names import Names
from bonddiary.diary.title import Verb
from bonddiary.domain.board import BoardChoice, FamilyWord, OwnWord, WordKind, clean_name
from bonddiary.domain.catalog import FAMILY_NAMES
from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.ui.session import Session

KINDS = {WordKind.CUE: "Cue", WordKind.RESPONSE: "Tried", WordKind.CARE: "Care"}


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """What the parent keeps from the board."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A word of the family's own."""

    key: str
    name: str
    about: str
    """ "Cue · Face"."""
    away: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class LoggingState:
    """What the part shows."""

    likely_now: bool = True
    hidden: tuple[HiddenRow, ...] = ()
    own: tuple[OwnRow, ...] = ()
    can_reset: bool = False
    problem: str = ""


class LoggingPresenter:
    """Holds the state and hands every new one to `show`; `say` tells what was done."""

    def __init__(
        self, session: Session, show: Callable[[LoggingState], None], say: Callable[[str], None]
    ) -> None:
        self._session, self._show, self._say = session, show, say
        self._words: tuple[FamilyWord, ...] = ()
        self._names = Names(session.catalog)
        self._problems: dict[str, str] = {}
        self._problem = ""
        self.state = LoggingState()

    # What the parent does

    def choose_likely(self, on: bool) -> None:
        """Whether Likely now follows what was noted."""
        self._try(lambda: self._session.change_settings(likely_now=on))

    def show_again(self, key: str) -> None:
        """Lets a hidden tile be seen again."""
        choice = next((each for each in self._choices() if each.key == key), None)
        if choice is not None:
            shown = replace(choice, hidden=False)
            self._try(
                lambda: self._session.diary.arrange(shown, verb=Verb.SHOW),
                f"Shown again: {self._name(key)}.",
            )

    def rename(self, key: str, text: str) -> None:
        """Gives a word of one's own another name."""
        word = self._names.own[key]
        try:
            name = clean_name(text, word.kind)
            if not name:
                raise InvalidEntry("A word of your own needs a name.")
            self._problems.pop(key, None)
            if name != word.name:
                self._session.diary.edit(replace(word, name=name))
        except DiaryError as error:
            self._problems[key] = str(error)
        self.refresh()

    def put_away(self, key: str, away: bool) -> None:
        """Takes a word of one's own from what is offered, or offers it again. Old entries keep it."""
        word = self._names.own[key]
        words = f"Put away: {word.name}." if away else f"Back again: {word.name}."
        self._try(lambda: self._session.diary.edit(replace(word, archived=away)), words)

    def reset(self) -> None:
        """Puts every tile back where content has it. Names and pins stay."""
        plain = [replace(each, hidden=False, place=None) for each in self._arranged()]
        self._try(
            lambda: self._session.diary.arrange(*plain, verb=Verb.ARRANGE),
            "The board is as it was at first.",
        )

    # What is shown

    def refresh(self) -> None:
        """Reads again what the family made of the board."""
        try:
            self._words = self._session.diary.words() if self._session.is_open else ()
        except DiaryError as error:
            self._problem = str(error)
        self._names = Names.of(self._session.catalog, self._words)
        self.state = LoggingState(
            likely_now=self._session.settings.likely_now,
            hidden=tuple(
                HiddenRow(each.key, self._name(each.key)) for each in self._choices() if each.hidden
            ),
            own=tuple(self._own_row(word) for word in self._names.own.values()),
            can_reset=bool(self._arranged()),
            problem=self._problem,
        )
        self._show(self.state)

    def _own_row(self, word: OwnWord) -> OwnRow:
        about = KINDS[word.kind]
        if word.kind is WordKind.CUE:
            about = f"{about} · {FAMILY_NAMES[word.family]}"
        return OwnRow(word.id, word.name, about, word.archived, self._problems.get(word.id, ""))

    def _choices(self) -> list[BoardChoice]:
        return [word for word in self._words if isinstance(word, BoardChoice)]

    def _arranged(self) -> list[BoardChoice]:
        return [each for each in self._choices() if each.hidden or each.place is not None]

    def _name(self, key: str) -> str:
        known = key in self._session.catalog.responses
        return self._names.response(ResponseKey(key)) if known else self._names.cue(CueKey(key))

    def _try(self, act: Callable[[], None], done: str = "") -> None:
        self._problem = ""
        try:
            act()
        except DiaryError as error:
            self._problem = str(error)
        self.refresh()
        if done and not self._problem:
            self._say(done)
