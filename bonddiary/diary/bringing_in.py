"""What a file would add to an open diary."""

from collections.abc import Iterable
from datetime import date

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.care import CareEvent, DayMark, DayMarkKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Record, ref_to
from bonddiary.domain.visit import Visit
from bonddiary.exchange.plan import ImportPlan, plan_import
from bonddiary.exchange.spec import Reading


def plan_for(diary: Diary, reading: Reading) -> ImportPlan:
    """Which of a file's records are new to this diary."""
    providers = {record.source.provider for record in _entries(reading.records) if record.source is not None}
    keys = {key for provider in providers for key in diary.source_keys(provider)}
    here = {ref.id for ref in diary.existing([ref_to(record) for record in reading.records])}
    referred = {record.id for shape in (Baby, Carer, Visit) for record in diary.all(shape)}
    said = {_day_said(mark) for mark in diary.all(DayMark)}  # on another computer it got another id
    marks = {
        record.id for record in reading.records if isinstance(record, DayMark) and _day_said(record) in said
    }
    return plan_import(reading, keys, here | referred | marks)


def _day_said(mark: DayMark) -> tuple[str, date, DayMarkKind]:
    return mark.baby, mark.day, mark.kind


def _entries(records: Iterable[Record]) -> Iterable[Moment | CareEvent]:
    return (record for record in records if isinstance(record, Moment | CareEvent))
