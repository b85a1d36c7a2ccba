"""`bonddiary import` and `bonddiary export`: files in and out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary import __version__
from bonddiary.cli.arguments import add_baby, words
from bonddiary.cli.babies import find_baby, new_baby
from bonddiary.cli.codes import DONE, REFUSED, BadUsage
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent
from bonddiary.domain.when import zone_named

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary
    from bonddiary.domain.records import Record
    from bonddiary.exchange.plan import ImportPlan

ARCHIVE = ".jsonl"


def add_import_arguments(parser: ArgumentParser) -> None:
    """The arguments of `import`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what another app, or this one, has exported")
    parser.add_argument(
        "--format", default="auto", metavar="KEY", help="the file’s format; found out by itself"
    )
    parser.add_argument(
        "--timezone", type=words, default="", metavar="ZONE", help="where it was written, like Europe/London"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would come in, and save nothing")
    add_baby(parser)


def run_import(call: Call, given: Namespace) -> int:
    """Brings in what is new, as one step, and names every row that is skipped with its reason."""
    zone_named(given.timezone or call.clock().zone)
    if call.has_diary():
        with call.diary() as diary:
            return _bring_in(call, given, diary)
    return _bring_in(call, given, None)  # a file that can't be read leaves no empty diary


def _bring_in(call: Call, given: Namespace, diary: Diary | None) -> int:
    from bonddiary.diary.bringing_in import plan_for
    from bonddiary.diary.copies import Backups
    from bonddiary.domain.copies import Why
    from bonddiary.exchange.registry import read_file
    from bonddiary.exchange.spec import ReadContext

    now = call.clock()
    found = find_baby(call, diary, given.baby) if diary else None
    baby = found or new_baby(given.baby)
    context = ReadContext(baby=baby.id, zone=given.timezone or now.zone, now=now, child=baby.nickname)
    kind, reading = read_file(given.file, context, given.format)
    plan = plan_for(diary, reading)
    if plan.new and not given.dry_run:
        added = baby if found is None and reading.baby is not None else None
        if diary is not None:
            Backups(call.paths.diary, call.clock, call.key()).make(Why.IMPORT)
        with nullcontext(diary) if diary else call.diary(make=True) as target:
            target.bring_in(plan.new, kind.key, baby=added)
    return _report(plan, given)


def _report(plan: ImportPlan, given: Namespace) -> int:
    counts = f"{len(plan.new):,} new, {plan.already_here:,} already here, {len(plan.skipped):,} skipped"
    say(f"{counts} (nothing saved: dry run)" if given.dry_run else counts)
    for kind, count in Counter(map(_kind, plan.new)).most_common():
        say(f"  {kind}: {count:,}")
    for note in plan.notes:
        say(note)
    for row in plan.skipped:
        say(f"Line {row.line:,}: {row.reason}" if row.line else row.reason)
    if not plan.new:
        say_problem(f"There is nothing new in “{given.file.name}”.")
    return DONE if plan.new else REFUSED


def _kind(record: Record) -> str:
    from bonddiary.domain.records import kind_of

    return record.kind.value if isinstance(record, CareEvent) else kind_of(record).value


def add_export_arguments(parser: ArgumentParser) -> None:
    """The arguments of `export`."""
    parser.add_argument(
        "file", type=Path, metavar="FILE.jsonl", help="a new file; one entry a line, nothing left out"
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there already")
    parser.add_argument(
        "--known-part",
        action="store_true",
        help="of a newer version’s diary: what this version can read of it",
    )


def run_export(call: Call, given: Namespace) -> int:
    """Writes the whole diary, or nothing."""
    if given.file.suffix.lower() != ARCHIVE:
        raise BadUsage(f"An export is a file that ends in {ARCHIVE}. Give it such a name.")
    from bonddiary.exchange.formats.archive import write
    from bonddiary.exchange.spec import WriteContext

    records, made_up = (_known_part(call), False) if given.known_part else _all_records(call)
    if not records:
        say_problem("There is nothing in this diary yet, so no file was written.")
        return REFUSED
    context = WriteContext(
        exported=call.clock(),
        made_by=f"Bond Diary {__version__}",
        made_up=made_up,
        overwrite=given.force,
    )
    count = write(records, given.file, context)
    saved = wording.counted(count, "record")
    say(f"Saved {saved} in {given.file}. It is not locked: keep it where you keep private papers.")
    return DONE


def _all_records(call: Call) -> tuple[tuple[Record, ...], bool]:
    """And whether they are made up."""
    with call.diary() as diary:
        return tuple(diary.records()), diary.is_demo


def _known_part(call: Call) -> tuple[Record, ...]:
    """Says what is left out, before anything is written."""
    from bonddiary.domain.errors import InvalidEntry, NewerDiary

    try:
        _all_records(call)
    except NewerDiary:
        from bonddiary.diary.newer import read_known
    else:
        raise InvalidEntry("This version knows all of this diary. Export it without --known-part.")
    known = read_known(call.paths.diary, call.key())
    entries = wording.counted(known.left_out, "record")
    fields = wording.counted(known.fields, "kind of detail", "kinds of detail")
    say(
        f"A newer Bond Diary wrote this diary. Left out, because this version can’t read it: {entries}, {fields}."
    )
    say("Some of the rest may mean something else in the newer version. The diary itself was left as it is.")
    return known.records


IMPORT = Command("import", "bring in what another app has exported", add_import_arguments, run_import)
EXPORT = Command("export", "write the whole diary into one file", add_export_arguments, run_export)
