"""What each content file holds: one table of fields per kind of entry.

Reading, checking and language overlays all go by it.
"""

from dataclasses import dataclass
from enum import StrEnum, auto

from bonddiary.content.report_texts import REPORT_TEXTS
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import Family, OutcomeMark
from bonddiary.domain.guidance import SourceKind, Urgency
from bonddiary.domain.moment import SettleBin
from bonddiary.domain.phrases import PhraseWord
from bonddiary.domain.visit import PREPARED, VisitKind

GENERAL = "GENERAL"
"""The source of what was found in no public page yet: such content is never marked verified."""

SUBJECTS = ("crying", "noises", "face", "movement", "sleep", "feeds", "evening", "gaps", "tried")
"""What a chart can be about; tips name the subjects they belong beside."""

TOPICS = (
    "feeding", "tired", "connecting", "breaks", "crying", "closeness", "body", "separation", "talking",
    "born-early", "twins", "before-birth", "feelings", "repair", "sharing",
)  # fmt: skip
"""The shelves of the tips library."""

UNPROMPTED = ("twins", "before-birth")
"""Shelves whose tips no entry calls up: they are found in the library."""

PLACES = ("emergency", "ask", "nurse", "doctor")
"""What each country fills in: {emergency} in the words of the safety page."""

PLACED = ("page", "sign", "visit_kind")
"""Tables whose words may hold such places."""

REFERENCE = (
    "early_low", "early_high", "early_weeks", "late_low", "late_high", "late_weeks", "last_weeks",
)  # fmt: skip
"""The numbers of the crying reference."""

TILE = 20
CHIP = 16
TIP_WORDS = 60
SYNONYMS = 3
MEANINGS = 2
TILES = 6
"""Longest row of the cue board."""


class Kind(StrEnum):
    """What a field's value looks like in TOML."""

    TEXT = auto()
    TEXTS = auto()
    KEY = auto()
    KEYS = auto()
    FLAG = auto()
    PLACE = auto()
    NUMBER = auto()
    DATE = auto()
    AGES = auto()
    KEYED_TEXTS = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its kind, whether it must be there, whether a language overlay may replace it."""

    name: str
    kind: Kind
    required: bool = True
    words: bool = False
    """Words for people: replaced by overlays, and read by the wording check."""
    refers: str = ""
    """The table whose keys the value holds (for keyed texts: the keys)."""
    choices: tuple[str, ...] = ()
    longest: int | None = None
    """In characters."""


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of entry: `[[name]]` with a key of its own, or one `[name]` for the whole file."""

    name: str
    files: tuple[str, ...]
    """Where its entries are, in the order they are read."""
    fields: tuple[Field, ...]
    single: bool = False
    shelved: str = ""
    """The field that says which of its files an entry is in."""
    keys: tuple[str, ...] = ()
    """The keys there may be, where the program knows them; none: any."""

    def field(self, name: str) -> Field | None:
        """The field of this name, or None."""
        return next((field for field in self.fields if field.name == name), None)


def _words(name: str, *, required: bool = True, longest: int | None = None) -> Field:
    return Field(name, Kind.TEXT, required=required, words=True, longest=longest)


def _many_words(name: str, *, required: bool = True) -> Field:
    return Field(name, Kind.TEXTS, required=required, words=True)


def _choice(name: str, choices: type[StrEnum] | tuple[str, ...]) -> Field:
    return Field(name, Kind.KEY, choices=tuple(str(choice) for choice in choices))


def _keys(name: str, refers: str, *, required: bool = False) -> Field:
    return Field(name, Kind.KEYS, required=required, refers=refers)


def _optional(name: str, kind: Kind) -> Field:
    return Field(name, kind, required=False)


_CHECKED = Field("checked", Kind.DATE)
_PROVENANCE = (_keys("sources", "source", required=True), Field("verified", Kind.FLAG), _CHECKED)

_TABLES = (
    Table("source", ("sources.toml",), (_words("name"), Field("address", Kind.TEXT, required=False))),
    Table("group", ("groups.toml",), (_words("name", longest=TILE), _words("description"))),
    Table(
        "cue",
        tuple(f"cues/{family}.toml" for family in Family),
        (
            _choice("family", Family),
            _words("name", longest=TILE),
            _words("description"),
            Field("meanings", Kind.KEYED_TEXTS, words=True, refers="group"),
            _keys("born_early", "group"),
            Field("ages", Kind.AGES),
            _keys("responses", "response", required=True),
            _many_words("synonyms"),
            _words("caution", required=False),
            _keys("signs", "sign"),
            _optional("board", Kind.PLACE),
            _optional("likely", Kind.PLACE),
            _optional("retired", Kind.FLAG),
            *_PROVENANCE,
        ),
        shelved="family",
    ),
    Table(
        "response",
        ("responses.toml",),
        (
            _words("name", longest=CHIP),
            _words("title"),
            _words("description"),
            _words("caution", required=False),
            _many_words("synonyms"),
            Field("drawing", Kind.KEY),
            _optional("private", Kind.FLAG),
            _optional("retired", Kind.FLAG),
            *_PROVENANCE,
        ),
    ),
    Table(
        "outcome",
        ("outcomes.toml",),
        (
            _words("name"),
            _words("description"),
            _choice("mark", OutcomeMark),
            _optional("quick", Kind.FLAG),
            _many_words("synonyms", required=False),
        ),
    ),
    Table("library", ("library.toml",), (_words("open_end"), _words("cue_review")), single=True),
    Table("topic", ("library.toml",), (_words("name"),)),
    Table("source_kind", ("library.toml",), (_words("name"),)),
    Table(
        "bin",
        ("outcomes.toml",),
        (_words("name"), _words("label", required=False, longest=CHIP), _many_words("synonyms")),
        keys=tuple(SettleBin),
    ),
    Table("care", ("care.toml",), (_words("name", longest=CHIP),), keys=tuple(CareKind)),
    Table(
        "care_detail",
        ("care.toml",),
        (_words("name", longest=TILE), Field("choices", Kind.KEYED_TEXTS, required=False, words=True)),
    ),
    Table("phrase", ("phrases.toml",), (_many_words("synonyms"),), keys=tuple(PhraseWord)),
    Table("short", ("phrases.toml",), (_many_words("synonyms"),)),
    Table(
        "tip",
        tuple(f"tips/{topic}.toml" for topic in TOPICS),
        (
            _words("title"),
            _words("text"),
            _words("why"),
            _choice("topic", TOPICS),
            _keys("cues", "cue"),
            _keys("groups", "group"),
            Field("subjects", Kind.KEYS, required=False, choices=SUBJECTS),
            Field("ages", Kind.AGES),
            _choice("source_kind", SourceKind),
            _words("review"),
            *_PROVENANCE,
        ),
        shelved="topic",
    ),
    Table(
        "page",
        ("safety.toml",),
        (
            _many_words("intro"),
            _words("call"),
            _many_words("hard_now"),
            _many_words("sharing_computer"),
            _many_words("hand_over"),
            _CHECKED,
        ),
        single=True,
    ),
    Table(
        "sign",
        ("safety.toml",),
        (
            _choice("urgency", Urgency),
            _words("text"),
            Field("text_in", Kind.KEYED_TEXTS, required=False, words=True, refers="country"),
            Field(
                "urgency_in",
                Kind.KEYED_TEXTS,
                required=False,
                refers="country",
                choices=tuple(urgency.value for urgency in Urgency),
            ),
            *_PROVENANCE,
        ),
    ),
    Table(
        "country",
        ("countries.toml",),
        (
            _words("name"),
            Field("regions", Kind.KEYS),
            *(_words(place) for place in PLACES),
            _words("heading_999"),
            _words("heading_111"),
            _words("heading_soon"),
            _many_words("intro"),
            *_PROVENANCE,
        ),
    ),
    Table(
        "contact",
        ("contacts.toml",),
        (
            _keys("countries", "country", required=True),
            _words("name"),
            _words("about"),
            _words("bring"),
            Field("first", Kind.NUMBER),
            *_PROVENANCE,
        ),
    ),
    Table(
        "visit_kind",
        ("visits.toml",),
        (_words("name", longest=TILE),),
        keys=tuple(VisitKind),
    ),
    Table(
        "prompt", ("visits.toml",), (_words("name", longest=TILE), _words("ask"), *_PROVENANCE), keys=PREPARED
    ),
    Table(
        "service",
        ("services.toml",),
        (
            _keys("countries", "country", required=True),
            _words("name"),
            _words("for_whom"),
            _words("route"),
            _words("hours", required=False),
            Field("crisis", Kind.FLAG),
            *_PROVENANCE,
        ),
    ),
    Table(
        "reference",
        ("reference.toml",),
        (
            *(_words(name) for name in ("label", "vary", "others", "method", "source")),
            *(Field(name, Kind.NUMBER) for name in REFERENCE),
            *_PROVENANCE,
        ),
        single=True,
    ),
    Table(
        "about",
        ("about.toml",),
        (
            _words("purpose"),
            _many_words("limits"),
            _words("privacy"),
            _many_words("authors"),
            _many_words("open_checks"),
            _CHECKED,
        ),
        single=True,
    ),
    Table(
        "report_page",
        ("report.toml",),
        (
            _many_words("months"),
            _many_words("weekdays"),
            _keys("enjoys", "cue", required=True),
            _keys("joys", "outcome", required=True),
        ),
        single=True,
    ),
    Table(
        "report",
        ("report.toml",),
        (_words("text"), _words("one", required=False)),
        keys=tuple(REPORT_TEXTS),
    ),
)

TABLES = {table.name: table for table in _TABLES}
"""Every table by name."""


def files(tables: tuple[str, ...]) -> tuple[str, ...]:
    """The files that hold these tables, each once, in schema order."""
    named = (file for table in _TABLES if table.name in tables for file in table.files)
    return tuple(dict.fromkeys(named))
