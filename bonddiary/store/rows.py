"""The tables of the diary file, as typed ORM rows.

An instant is three columns: microseconds since 1970 in UTC, the UTC offset in seconds, the zone's name.
`day` is the calendar day where it happened (ISO text), kept so that a day's entries are found by index.
"""

from sqlalchemy import CheckConstraint, ForeignKey, Index, MetaData
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMING)


class BabyRow(Row):
    __tablename__ = "baby"
    id: Mapped[str] = mapped_column(primary_key=True)
    nickname: Mapped[str]
    born: Mapped[str | None]
    due: Mapped[str | None]
    archived: Mapped[bool]
    colour: Mapped[str | None]


class CarerRow(Row):
    __tablename__ = "carer"
    id: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    archived: Mapped[bool]


class WordRow(Row):
    __tablename__ = "own_word"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    family: Mapped[str | None]
    archived: Mapped[bool]
    drawing: Mapped[str] = mapped_column(server_default=sql("''"))


class PinRow(Row):
    __tablename__ = "pin"
    id: Mapped[str] = mapped_column(primary_key=True)
    cue: Mapped[str]
    place: Mapped[int]


class BoardChoiceRow(Row):
    __tablename__ = "board_choice"
    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    name: Mapped[str]
    hidden: Mapped[bool]
    place: Mapped[int | None]
    __table_args__ = (Index("ix_board_choice_of_key", "key", unique=True),)


class TipChoiceRow(Row):
    __tablename__ = "tip_choice"
    id: Mapped[str] = mapped_column(primary_key=True)
    tip: Mapped[str]
    kept: Mapped[str]
    __table_args__ = (Index("ix_tip_choice_of_tip", "tip", unique=True),)


class VisitRow(Row):
    __tablename__ = "visit"
    id: Mapped[str] = mapped_column(primary_key=True)
    baby: Mapped[str] = mapped_column(ForeignKey("baby.id"))
    day: Mapped[str]
    kind: Mapped[str]
    label: Mapped[str]
    plan: Mapped[str]
    note: Mapped[str]
    review: Mapped[str] = mapped_column(server_default=sql("''"))
    later: Mapped[str] = mapped_column(server_default=sql("''"))
    relationship: Mapped[str] = mapped_column(server_default=sql("''"))
    joy: Mapped[str] = mapped_column(server_default=sql("''"))
    worry: Mapped[str] = mapped_column(server_default=sql("''"))


class QuestionRow(Row):
    __tablename__ = "question"
    id: Mapped[str] = mapped_column(primary_key=True)
    baby: Mapped[str] = mapped_column(ForeignKey("baby.id"))
    text: Mapped[str]
    asked_on: Mapped[str]
    visit: Mapped[str | None] = mapped_column(ForeignKey("visit.id"))
    answer: Mapped[str]
    about: Mapped[str] = mapped_column(server_default=sql("''"))
    place: Mapped[int | None]


class DayMarkRow(Row):
    __tablename__ = "day_mark"
    id: Mapped[str] = mapped_column(primary_key=True)
    baby: Mapped[str] = mapped_column(ForeignKey("baby.id"))
    day: Mapped[str]
    kind: Mapped[str]
    __table_args__ = (Index("ix_day_mark_of_day", "baby", "day", "kind", unique=True),)


class EntryColumns:
    """What a moment and a care event share."""

    id: Mapped[str] = mapped_column(primary_key=True)
    baby: Mapped[str] = mapped_column(ForeignKey("baby.id"))
    day: Mapped[str]
    at: Mapped[int]
    at_offset: Mapped[int]
    at_zone: Mapped[str]
    until: Mapped[int | None]
    until_offset: Mapped[int | None]
    until_zone: Mapped[str | None]
    entered: Mapped[int]
    entered_offset: Mapped[int]
    entered_zone: Mapped[str]
    about: Mapped[bool]
    note: Mapped[str]
    carer: Mapped[str | None] = mapped_column(ForeignKey("carer.id"))
    source_provider: Mapped[str | None]
    source_key: Mapped[str | None]
    source_row: Mapped[str | None]
    deleted: Mapped[int | None]


class MomentRow(EntryColumns, Row):
    __tablename__ = "moment"
    state: Mapped[str | None]
    intensity: Mapped[str | None]
    outcome: Mapped[str | None]
    settle_step: Mapped[str | None]
    settle_minutes: Mapped[int | None]
    private: Mapped[bool]
    __table_args__ = (
        CheckConstraint("until is null or until >= at", name="ends_after_start"),
        Index("ix_moment_of_day", "baby", "day", "at"),
        Index("ix_moment_source", "source_provider", "source_key"),
    )


class MomentCueRow(Row):
    __tablename__ = "moment_cue"
    moment: Mapped[str] = mapped_column(ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    cue: Mapped[str] = mapped_column(index=True)
    __table_args__ = ({"sqlite_with_rowid": False},)


class MomentResponseRow(Row):
    __tablename__ = "moment_response"
    moment: Mapped[str] = mapped_column(ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    response: Mapped[str]
    __table_args__ = ({"sqlite_with_rowid": False},)


class CareRow(EntryColumns, Row):
    __tablename__ = "care"
    kind: Mapped[str]
    value: Mapped[float | None]
    unit: Mapped[str | None]
    details: Mapped[str]
    """A JSON list of [name, text] pairs, in order."""
    __table_args__ = (
        CheckConstraint("until is null or until >= at", name="ends_after_start"),
        Index("ix_care_of_day", "baby", "day", "at"),
        Index("ix_care_source", "source_provider", "source_key"),
    )


class NoteVersionRow(Row):
    """`entry` is no foreign key: it may be a moment or a care event."""

    __tablename__ = "note_version"
    id: Mapped[str] = mapped_column(primary_key=True)
    entry: Mapped[str] = mapped_column(index=True)
    text: Mapped[str]
    replaced: Mapped[str]
    """ISO 8601 in UTC."""


class PrivateNoteRow(Row):
    __tablename__ = "private_note"
    id: Mapped[str] = mapped_column(primary_key=True)
    written: Mapped[int]
    written_offset: Mapped[int]
    written_zone: Mapped[str]
    text: Mapped[str]
    carer: Mapped[str | None] = mapped_column(ForeignKey("carer.id"))


class TimerRow(Row):
    """`moment` and `care` are no foreign keys: what a timer belongs to may be taken back while it runs."""

    __tablename__ = "timer"
    id: Mapped[str] = mapped_column(primary_key=True)
    baby: Mapped[str] = mapped_column(ForeignKey("baby.id"))
    kind: Mapped[str]
    started: Mapped[int]
    started_offset: Mapped[int]
    started_zone: Mapped[str]
    entered: Mapped[int]
    entered_offset: Mapped[int]
    entered_zone: Mapped[str]
    cue: Mapped[str | None]
    moment: Mapped[str | None]
    care: Mapped[str | None]
    __table_args__ = (Index("ix_timer_of_kind", "baby", "kind", unique=True),)


class HistoryRow(Row):
    """Undo and redo: each row is a command that would take back another. `stack` is "undo" or "redo"."""

    __tablename__ = "history"
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    stack: Mapped[str]
    title: Mapped[str]
    command: Mapped[str]


class DraftRow(Row):
    """What is half typed, one row a place: kept so that a crash doesn't lose it; no entry yet, and no step to undo."""

    __tablename__ = "draft"
    place: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class AboutRow(Row):
    """What the file says of itself: one row a fact (made, made by, demo)."""

    __tablename__ = "about"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
