"""Timers that run while an archive is written or brought in."""

from pathlib import Path

from bonddiary.domain.timer import Timer, TimerKind
from tests.builders import timer, with_robin
from tests.cli.conftest import Run
from tests.cli.test_exchange import counts, held


def test_a_timer_goes_along_and_the_one_that_runs_here_stays(run: Run, data: Path, tmp_path: Path) -> None:
    other, here = tmp_path / "other", timer()
    for folder, running in ((data, (timer(), timer(TimerKind.FEED))), (other, (here,))):
        folder.mkdir()
        with_robin(folder / "diary.db", *running).close()
    run("export", tmp_path / "all.jsonl")
    said = run("import", tmp_path / "all.jsonl", at=other)
    assert counts(said.lines[0]) == (1, 2, 0)
    timers = [record for record in held(other) if isinstance(record, Timer)]
    assert here in timers
    assert {one.kind for one in timers} == {TimerKind.CRYING, TimerKind.FEED}
