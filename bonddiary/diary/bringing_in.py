"""What a file would add to an open diary."""

from collections.abc import Iterable

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.board import BoardChoice
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.errors import ImportProblem
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Record, ref_to
from bonddiary.domain.timer import Timer
from bonddiary.domain.tip_choice import TipChoice
from bonddiary.domain.visit import Visit
from bonddiary.exchange.plan import ImportPlan, plan_import, said_once
from bonddiary.exchange.spec import Reading

MADE_UP = "This file comes from a made-up diary, to look around in. It never comes among your own entries."


def plan_for(diary: Diary | None, reading: Reading) -> ImportPlan:
    """Which of a file's records are new to this diary; all, where there is none yet.

    Raises ImportProblem for made-up ones in a family's own.
    """
    if reading.made_up and not (diary is not None and diary.is_demo):
        raise ImportProblem(MADE_UP)
    if diary is None:
        return plan_import(reading, (), ())
    providers = {record.source.provider for record in _entries(reading.records) if record.source is not None}
    keys = {key for provider in providers for key in diary.source_keys(provider)}
    here = {ref.id for ref in diary.existing([ref_to(record) for record in reading.records])}
    referred = {record.id for shape in (Baby, Carer, Visit) for record in diary.all(shape)}
    said = {
        said_once(record) for shape in (DayMark, BoardChoice, TipChoice, Timer) for record in diary.all(shape)
    }
    again = {record.id for record in reading.records if said_once(record) in said - {None}}
    return plan_import(reading, keys, here | referred | again)


def _entries(records: Iterable[Record]) -> Iterable[Moment | CareEvent]:
    return (record for record in records if isinstance(record, Moment | CareEvent))
