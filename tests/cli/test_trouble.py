"""Every command, on a diary in every kind of trouble: one sentence, and the diary is left as it is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.cli.commands import COMMANDS
from tests.builders import moment, with_robin
from tests.cli.conftest import Run
from tests.places import open_to_all

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "exchange" / "samples" / "baby-connect-us.csv"
ON_A_DIARY = (
    ("log", "--cue", "rooting"),
    ("list",),
    ("list", "--json"),
    ("import", str(SAMPLE)),
    ("import", str(SAMPLE), "--dry-run"),
    ("export", "{out}/all.jsonl"),
    ("undo",),
    ("chart", "two-weeks", "--output", "{out}/a.png"),
    ("report", "--output", "{out}/a.pdf"),
    ("sheet", "hand-over", "--output", "{out}/b.pdf"),
    ("backup",),
    ("passphrase", "set"),
    ("erase", "--from", "2026-11-01", "--to", "2026-11-16", "--confirm", "erase"),
    ("tips", "rooting", "--baby", "Robin"),
    ("demo",),
    ("ask", "Is this usual?"),
)


@pytest.fixture
def spoiled(data: Path) -> Path:
    """A diary with entries, about to be spoiled."""
    data.mkdir()
    (data / "diary.db").write_bytes(fifty_moments())
    return data


@cache
def fifty_moments() -> bytes:
    """The file of a diary with some pages."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "diary.db")
        with_robin(path, *(moment() for _ in range(50))).close()
        return path.read_bytes()


def newer(path: Path) -> None:
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite.connect(str(path), isolation_level=None)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()


def words(path: Path) -> None:
    path.write_text("hello\n" * 100)


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_480])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


TROUBLE: dict[Callable[[Path], None], str] = {
    newer: "newer Bond Diary",
    foreign: "another program",
    words: "is not a Bond Diary file",
    half: "is damaged",
    folder: "is a folder",
}


def contents(root: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() if path.is_file() else b""
        for path in root.rglob("*")
        if not path.name.endswith("-journal")
    }


@pytest.mark.parametrize("arguments", ON_A_DIARY, ids=lambda arguments: " ".join(arguments[:1]))
@pytest.mark.parametrize("spoil", TROUBLE, ids=lambda spoil: spoil.__name__)
def test_a_diary_in_trouble_is_refused_and_left_as_it_is(
    run: Run, spoiled: Path, tmp_path: Path, arguments: Sequence[str], spoil: Callable[[Path], None]
) -> None:
    spoil(spoiled / "diary.db")
    before = contents(tmp_path)
    run(*(one.format(out=tmp_path) for one in arguments)).refused(TROUBLE[spoil])
    assert contents(tmp_path) == before


@pytest.mark.parametrize("arguments", ON_A_DIARY, ids=lambda arguments: " ".join(arguments[:1]))
def test_a_diary_that_another_start_holds(
    run: Run, spoiled: Path, tmp_path: Path, arguments: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bonddiary.store.database.Database.__init__.__defaults__", (10,))
    before = contents(tmp_path)
    other = sqlite.connect(str(spoiled / "diary.db"), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    run(*(one.format(out=tmp_path) for one in arguments)).refused(
        "is in use by another program. Close that one, then try again."
    )
    other.execute("ROLLBACK")
    other.close()
    assert contents(tmp_path) == before


# that user may not be able to read this Python either: what is needed is imported first, by doing it
NOBODY = """
import io, os, sys
from contextlib import redirect_stderr, redirect_stdout
from tempfile import TemporaryDirectory
from bonddiary.cli.main import main
folder, *arguments = sys.argv[1:]
with TemporaryDirectory() as elsewhere, redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
    main(["--data-dir", elsewhere, "log", "--cue", "rooting"])
    main(["--data-dir", elsewhere, *arguments])
os.setgid(65534); os.setuid(65534)
sys.exit(main(["--data-dir", folder, *arguments]))
"""


@pytest.fixture
def reached(spoiled: Path) -> Iterator[Path]:
    """The diary's folder where somebody else can reach it."""
    with open_to_all() as folder:
        yield Path(shutil.copytree(spoiled, folder / "data"))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become the user who may not write"
)
@pytest.mark.parametrize(
    ("arguments", "mode"),
    [(ON_A_DIARY[0], 0o555), (ON_A_DIARY[3], 0o555), (("undo",), 0o000)],
    ids=["log", "import", "undo"],
)
def test_a_folder_that_may_not_be_written(reached: Path, arguments: Sequence[str], mode: int) -> None:
    before = contents(reached)
    os.chown(reached / "diary.db", 65534, 65534)
    reached.chmod(mode)
    command = [sys.executable, "-c", NOBODY, str(reached), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    reached.chmod(0o755)
    assert done.returncode == 1
    assert "Saved" not in done.stdout
    assert done.stderr.count("\n") == 1
    assert "didn’t expect" not in done.stderr
    assert contents(reached) == before


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    run("log", "--cue", "rooting", at=tmp_path / "file" / "below").refused("can’t be made")
    run("log", "--cue", "rooting", at=tmp_path / "file").refused("can’t be made")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("spoil", TROUBLE, ids=lambda spoil: spoil.__name__)
def test_words_for_a_worried_parent_are_shown_whatever_the_diary_is_like(
    run: Run, spoiled: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(spoiled / "diary.db")
    said = run("tips", "cry-different")
    assert (said.code, said.err) == (0, "")
    assert "Call your emergency number" in said.out


def test_every_command_is_in_the_tests() -> None:
    assert {arguments[0] for arguments in ON_A_DIARY} == {command.name for command in COMMANDS} - {
        "check-content",
        "check-findings",
        "check",  # what it says of trouble takes more than a sentence, and restore mends it: test_backups
        "restore",
        "privacy",  # it looks at files and folders, and opens no diary
    }
