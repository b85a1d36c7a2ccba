"""What can be painted: likely cues as moments, and stretches of what clinical diaries ask about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bonddiary.analysis.likely import likely_cues
from bonddiary.analysis.names import Names
from bonddiary.analysis.overlaps import CALM, FUSSING
from bonddiary.domain.board import Pin, WordKind
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import CueKey
from bonddiary.domain.when import When
from bonddiary.ui.session import LIKELY_REACH, Session

CRYING = CueKey("state-crying")
OFFERED = 4


@dataclass(frozen=True, slots=True)
class Tool:
    """One choice of the palette."""

    key: str
    name: str
    lasting: bool
    """A stretch with a start and an end; else a moment."""
    cue: CueKey | None = None
    care: CareKind | None = None
    family: Family | None = None


STRETCHES = (
    Tool("sleep", "Sleep", True, care=CareKind.SLEEP),
    Tool("feeding", "Feeding", True, care=CareKind.FEED),
    Tool("fussing", "Fussing", True, cue=FUSSING, family=Family.CRYING),
    Tool("crying", "Crying", True, cue=CRYING, family=Family.CRYING),
    Tool("calm", "Calm and awake", True, cue=CALM, family=Family.FACE),
    Tool("holding", "Holding", True, care=CareKind.HOLDING),
)


def moment_tool(cue: CueKey, names: Names) -> Tool:
    """The choice that paints a cue as a moment."""
    return Tool(f"cue:{cue}", names.cue(cue), False, cue=cue, family=names.family(cue))


def likely(session: Session, names: Names, now: When) -> tuple[CueKey, ...]:
    """The cues offered first, by the rule of the Log page. Raises DiaryError."""
    baby, diary, catalog = session.baby, session.diary, session.catalog
    known = {key for _, cues in all_cues(session, names) for key, _ in cues}
    starters = sorted(
        (cue for cue in catalog.cues.values() if cue.likely is not None), key=lambda cue: cue.likely or 0
    )
    pins = [pin.cue for pin in sorted(diary.all(Pin), key=lambda pin: pin.place)]
    first = [key for key in dict.fromkeys([*pins, *(cue.key for cue in starters)]) if key in known]
    uses = diary.cue_uses(baby.id, now.shifted(-LIKELY_REACH)) if baby else []
    return likely_cues(uses, now, known, first, OFFERED)


def all_cues(session: Session, names: Names) -> tuple[tuple[str, tuple[tuple[CueKey, str], ...]], ...]:
    """Every cue by family: what More… offers."""
    own = [word for word in names.own.values() if word.kind is WordKind.CUE and not word.archived]
    found: list[tuple[str, tuple[tuple[CueKey, str], ...]]] = []
    for family in (*Family, None):
        cues = session.catalog.of_family(family) if family else ()
        named = [(cue.key, names.cue(cue.key)) for cue in cues]
        named += [(CueKey(word.id), word.name) for word in own if word.family is family]
        if named:
            found.append((FAMILY_NAMES[family], tuple(named)))
    return tuple(found)


class Words:
    """Finds what typed words mean: a whole name, another word for it, or the beginning of one name."""

    def __init__(self, named: Iterable[tuple[str, str]], synonyms: Mapping[str, Sequence[str]]) -> None:
        """`named`: keys with their names. The first of two with the same name is meant."""
        self.names: dict[str, str] = dict(named)
        self._whole: dict[str, str] = {}
        for key, name in self.names.items():
            self._whole.setdefault(name.casefold(), key)
        for key in self.names:
            for word in synonyms.get(key, ()):
                self._whole.setdefault(word.casefold(), key)

    def find(self, text: str) -> str:
        """The key of what is meant. Raises InvalidEntry."""
        plain = " ".join(text.casefold().split())
        if plain in self._whole:
            return self._whole[plain]
        begun = [key for key, name in self.names.items() if name.casefold().startswith(plain)]
        if len(begun) == 1:
            return begun[0]
        if not plain or not begun:
            raise InvalidEntry(f"“{text.strip()}” isn’t in the list. Choose another word.")
        several = " or ".join(self.names[key] for key in begun[:3])
        raise InvalidEntry(f"“{text.strip()}” could be {several}. Type more letters.")


def offered(session: Session, names: Names) -> tuple[Tool, ...]:
    """What there is to paint with at first: the likely cues, then what lasts."""
    return (*(moment_tool(cue, names) for cue in likely(session, names, session.clock())), *STRETCHES)


def joined(tools: tuple[Tool, ...], tool: Tool) -> tuple[Tool, ...]:
    """The same with one more cue behind the others, where it isn't there yet."""
    if any(each.key == tool.key for each in tools):
        return tools
    return (*(each for each in tools if not each.lasting), tool, *STRETCHES)


def by_number(tools: tuple[Tool, ...]) -> tuple[Tool, ...]:
    """In the order of their number keys: a cue that joined the others later moves no key to another one."""
    moments = [each for each in tools if not each.lasting]
    return (*moments[:OFFERED], *(each for each in tools if each.lasting), *moments[OFFERED:])


def of_number(tools: tuple[Tool, ...], number: int) -> Tool | None:
    """The choice of a number key, from 1."""
    return next((tool for place, tool in enumerate(by_number(tools), 1) if place == number), None)
