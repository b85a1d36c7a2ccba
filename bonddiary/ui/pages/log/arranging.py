"""What a parent may make of the board: decides what each deed does. Every deed is one step to undo."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bonddiary.analysis.board import moved, put_on
from bonddiary.diary.title import Verb
from bonddiary.domain.board import BoardChoice, OwnWord, WordKind, clean_name
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.ids import BoardChoiceId, CueKey, TimerId, WordId, new_id
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.ui.pages.log.cues import OFFERED, Cues
from bonddiary.ui.pages.log.start import TILES
from bonddiary.ui.pages.log.state import Tile
from bonddiary.ui.session import ONE_BABY, Session

NEEDS_NAME = "A cue of your own needs a name. Type one, or choose “Put away”."
TAKEN = "There is something called “{}” already. Choose another name."


class Deed(StrEnum):
    """What a tile's menu offers."""

    BACK_10 = "back-10"
    BACK_30 = "back-30"
    TIMER = "timer"
    MEANING = "meaning"
    PIN = "pin"
    UNPIN = "unpin"
    RENAME = "rename"
    EARLIER = "earlier"
    LATER = "later"
    PUT_ON = "put-on"
    HIDE = "hide"
    SHOW = "show"
    PUT_AWAY = "put-away"


@dataclass(frozen=True, slots=True)
class TileFacts:
    """What a tile's menu says: the deeds it offers, and those of them that can be done now."""

    key: CueKey
    name: str
    content_name: str
    """What content calls it; blank for the family's own."""
    offers: frozenset[Deed]
    open: frozenset[Deed]


class Arranging:
    """Pins, hides, moves, renames and adds cues of the board."""

    def __init__(
        self,
        session: Session,
        cues: Cues,
        fail: Callable[[DiaryError, Callable[[], None]], None],
        done: Callable[[str], None],
        care_first: Callable[[CueKey], None],
    ) -> None:
        """`fail` says what couldn't be done and how to try again; `done` says what was; `care_first` shows care cards."""
        self._session, self._cues = session, cues
        self._fail, self._done, self._care_first = fail, done, care_first
        self.seen = TILES
        """How many tiles of a row have room in the window: a tile that is put on the board is to be seen."""

    # What the parent does

    def do(self, deed: Deed, key: CueKey) -> None:
        """Does what was chosen from a tile's menu."""
        acts: dict[Deed, Callable[[], str]] = {
            Deed.TIMER: lambda: self._start_timer(key),
            Deed.PIN: lambda: self._pin(key),
            Deed.UNPIN: lambda: self._unpin(key),
            Deed.EARLIER: lambda: self._move(key, -1),
            Deed.LATER: lambda: self._move(key, 1),
            Deed.PUT_ON: lambda: self._put_on(key),
            Deed.HIDE: lambda: self._hide(key, hidden=True),
            Deed.SHOW: lambda: self._hide(key, hidden=False),
            Deed.PUT_AWAY: lambda: self._put_away(key),
        }
        self._try(acts[deed])

    def rename(self, key: CueKey, text: str) -> str:
        """Calls a cue something else; blank gives content's name back. Returns what is wrong with it, or ""."""
        return self._typed(lambda: self._rename(key, text))

    def add_cue(self, text: str, family: Family, drawing: str, *, on_board: bool) -> str:
        """Adds a cue of the family's own. Returns what is wrong with it, or ""."""
        return self._typed(lambda: self._add_cue(text, family, drawing, on_board=on_board))

    # What the page asks

    def facts(self, key: CueKey) -> TileFacts:
        """What a tile's menu says. Where the diary can't be read, what needs no diary."""
        known = self._session.catalog.cues.get(key)
        try:
            self._cues.read()
        except DiaryError:
            least = frozenset({Deed.BACK_10, Deed.BACK_30, Deed.MEANING})
            return TileFacts(key, known.name if known else "", "", least, least)
        tile = self._cues.tile(key)
        offers, not_open = self._offers(tile)
        if known is not None:
            offers.add(Deed.MEANING)
        content_name = known.name if known else ""
        return TileFacts(key, tile.name, content_name, frozenset(offers), frozenset(offers - not_open))

    def all_tiles(self) -> tuple[Tile, ...]:
        """Every cue, for the searchable list under More."""
        return self._cues.all()

    def other_names(self, tile: Tile) -> tuple[str, ...]:
        """Other words by which that list finds a cue."""
        return self._cues.other_names(tile)

    def drawings(self, family: Family) -> tuple[Tile, ...]:
        """The family's cues, for one of their drawings to stand beside an own word."""
        return tuple(self._cues.tile(cue.key) for cue in self._session.catalog.of_family(family))

    # How it is done

    def _offers(self, tile: Tile) -> tuple[set[Deed], set[Deed]]:
        """The deeds for a tile, and those that can't be done now."""
        offers = {Deed.BACK_10, Deed.BACK_30, Deed.RENAME}
        shut: set[Deed] = set()
        seen = [key for key in self._cues.row(tile.family) if not self._cues.tile(CueKey(key)).hidden]
        if tile.family is Family.CRYING:
            offers.add(Deed.TIMER)
        if tile.key in self._cues.names.own:
            offers.add(Deed.PUT_AWAY)
        if tile.hidden:
            return offers | {Deed.SHOW}, shut
        if tile.key in self._cues.pins:
            offers.add(Deed.UNPIN)
        else:
            offers.add(Deed.PIN)
            shut |= {Deed.PIN} if len(self._pinned()) >= OFFERED else set()
        offers.add(Deed.HIDE)
        if tile.key in seen:
            offers |= {Deed.EARLIER, Deed.LATER}
            shut |= {Deed.EARLIER} if tile.key == seen[0] else set()
            shut |= {Deed.LATER} if tile.key == seen[-1] else set()
        else:
            offers.add(Deed.PUT_ON)
        return offers, shut

    def _try(self, act: Callable[[], str]) -> None:
        try:
            words = act()
        except DiaryError as error:
            self._fail(error, lambda: self._try(act))
            return
        self._done(words)

    def _typed(self, act: Callable[[], str]) -> str:
        """Does what a form asks for. What is wrong stands in the form, and what was typed stays."""
        try:
            words = act()
        except DiaryError as error:
            return str(error)
        self._done(words)
        return ""

    def _start_timer(self, key: CueKey) -> str:
        """When it stops, it becomes a moment of this cue."""
        self._care_first(key)
        if self._session.together:
            raise InvalidEntry(ONE_BABY)
        now = self._session.clock()
        baby, new = self._session.baby_to_log()
        timer = Timer(
            id=TimerId(new_id()), baby=baby, kind=TimerKind.CRYING, started=now, entered=now, cue=key
        )
        self._session.diary.start_timer(timer, baby=new)
        return f"Crying timer started: {self._cues.names.cue(key)}."

    def _pinned(self) -> list[CueKey]:
        """The pins that are seen."""
        there = {tile.key for tile in self._cues.all() if not tile.hidden}
        return [key for key in self._cues.pins if key in there]

    def _pin(self, key: CueKey) -> str:
        pins = self._pinned()
        self._session.diary.pin([*pins, *([] if key in pins else [key])])
        return f"Pinned: {self._cues.names.cue(key)}."

    def _unpin(self, key: CueKey) -> str:
        self._session.diary.pin([pin for pin in self._cues.pins if pin != key])
        return f"No longer pinned: {self._cues.names.cue(key)}."

    def _hide(self, key: CueKey, *, hidden: bool) -> str:
        choice = replace(self._choice(key), hidden=hidden)
        self._session.diary.arrange(choice, verb=Verb.HIDE if hidden else Verb.SHOW)
        return f"{'Hidden' if hidden else 'Shown again'}: {self._cues.names.cue(key)}."

    def _move(self, key: CueKey, by: int) -> str:
        row, hidden = self._row_of(key)
        self._place(moved(row, hidden, key, by))
        return f"Moved {'earlier' if by < 0 else 'later'}: {self._cues.names.cue(key)}."

    def _put_on(self, key: CueKey) -> str:
        row, hidden = self._row_of(key)
        self._place(put_on(row, hidden, self._default(key), key, self.seen))
        return f"On the board: {self._cues.names.cue(key)}."

    def _put_away(self, key: CueKey) -> str:
        word = self._cues.names.own[key]
        self._session.diary.edit(replace(word, archived=True))
        return f"Put away: {word.name}. Old entries keep it."

    def _rename(self, key: CueKey, text: str) -> str:
        name, own = clean_name(text, WordKind.CUE), self._cues.names.own.get(key)
        before = self._cues.names.cue(key)
        known = self._session.catalog.cues.get(key)
        if own is not None and not name:
            raise InvalidEntry(NEEDS_NAME)
        if known is not None and name == known.name:
            name = ""
        if name:
            self._refuse_taken(name, key)
        if own is not None:
            self._session.diary.edit(replace(own, name=name))
        else:
            self._session.diary.arrange(replace(self._choice(key), name=name))
        return f"{before} is now called {name or (known.name if known else before)}."

    def _add_cue(self, text: str, family: Family, drawing: str, *, on_board: bool) -> str:
        name = self._new_name(text, WordKind.CUE)
        word = OwnWord(id=WordId(new_id()), kind=WordKind.CUE, name=name, family=family, drawing=drawing)
        choices: tuple[BoardChoice, ...] = ()
        if on_board:
            row, hidden = self._cues.row(family), self._hidden(family)
            default = [cue.key for cue in self._session.catalog.board(family)]
            choices = self._places(put_on(row, hidden, default, word.id, self.seen))
        self._session.diary.add(word, *choices)
        return f"Added: {name}."

    def _new_name(self, text: str, kind: WordKind) -> str:
        self._cues.read()
        name = clean_name(text, kind)
        if not name:
            raise InvalidEntry("Type a name first.")
        self._refuse_taken(name, "")
        return name

    def _refuse_taken(self, name: str, key: str) -> None:
        names, catalog = self._cues.names, self._session.catalog
        there = {cue: names.cue(cue) for cue in catalog.cues}
        there |= {response: names.response(response) for response in catalog.responses}  # type: ignore[misc]
        there |= {CueKey(word.id): word.name for word in names.own.values() if not word.archived}
        if any(said.casefold() == name.casefold() and other != key for other, said in there.items()):
            raise InvalidEntry(TAKEN.format(name))

    def _choice(self, key: str) -> BoardChoice:
        return self._cues.choices.get(key) or BoardChoice(id=BoardChoiceId(new_id()), key=key)

    def _row_of(self, key: CueKey) -> tuple[tuple[str, ...], set[str]]:
        family = self._cues.tile(key).family
        return self._cues.row(family), self._hidden(family)

    def _hidden(self, family: Family) -> set[str]:
        return {key for key in self._cues.row(family) if self._cues.tile(CueKey(key)).hidden}

    def _default(self, key: CueKey) -> list[str]:
        return [cue.key for cue in self._session.catalog.board(self._cues.tile(key).family)]

    def _places(self, row: Iterable[str]) -> tuple[BoardChoice, ...]:
        return tuple(replace(self._choice(key), place=place) for place, key in enumerate(row))

    def _place(self, row: Iterable[str]) -> None:
        """Says of each tile of the row where it stands."""
        choices = [each for each in self._places(row) if each != self._cues.choices.get(each.key)]
        self._session.diary.arrange(*choices, verb=Verb.ARRANGE)
