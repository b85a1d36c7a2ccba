"""`bonddiary demo`: fills an empty diary with a made-up one."""

from argparse import ArgumentParser, Namespace

from bonddiary.cli.codes import DONE
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say
from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.moment import Moment


def add_arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(call: Call, given: Namespace) -> int:
    """Refuses a diary that holds anything: made-up entries never mix with a family's own."""
    from bonddiary.diary.demo import demo_records

    with call.diary(make=True) as diary:
        if any(True for _ in diary.records()):
            raise DiaryError(
                f"The diary in {call.paths.data} has entries already, so it was left as it is. "
                "Give an empty folder with --data-dir."
            )
        if not diary.is_demo:
            diary.call_demo()  # first: entries without this mark would pass for a family's own
        records = demo_records(call.clock())
        diary.bring_in(records, "demo")
    moments = sum(isinstance(record, Moment) for record in records)
    made = wording.counted(moments, "moment")
    say(f"Made up: {made} and what else belongs to two months, in {call.paths.data}")
    return DONE


COMMAND = Command(
    "demo", "fill an empty diary with two made-up months, marked as made up", add_arguments, run
)
