"""Where a family's files are. `--data-dir`, or a file named `portable` beside the program, puts everything into one folder."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bonddiary.domain.errors import DiaryReadOnly

DIARY_NAME = "diary.db"
MOVED = "diary-moved.txt"
"""Stands where a diary was: its last line names the folder that holds it now."""
CAME_FROM = "diary-came-from.txt"
"""Stands beside a diary that was moved, until the old files are gone: the folders they are in."""
TO_GO = "The old files here are still to be deleted.\n"
"""In that file until the move is done: until then it wins over a diary that is still there."""
BESIDE_THE_LOCK = ("show-window", "show-window.lock")
"""What another start asks of the program that runs, and what one who asks holds: they lie beside the window's lock."""
TO_RUN = (
    "catalog-*.json", *BESIDE_THE_LOCK, "timer-seen", "window.json", MOVED, CAME_FROM, ".bonddiary-*.part",
)  # fmt: skip
"""Files that the program needs to run, in the family's folders. The window's own lock goes with the window."""
PRIVATE_FOLDER = 0o700
PORTABLE = ("portable", "portable.txt")
"""A file of one of these names beside the program keeps everything there, on a stick for instance."""
BESIDE = "Bond Diary data"
"""The folder beside the program then."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user."""

    data: Path
    config: Path
    state: Path
    """Window geometry, the log, crash reports, the single-instance lock."""
    kept: bool = True
    """False: made up, to look around in; the folder is deleted when the window closes."""
    portable: Path | None = None
    """The file beside the program that put everything into one folder."""

    @property
    def diary(self) -> Path:
        """The diary file."""
        return self.data / DIARY_NAME

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def lock(self) -> Path:
        """Held by the one program that shows this diary's windows; beside the file itself, whatever links lead to it."""
        return self.diary.resolve().with_name("window.lock")

    @property
    def requests(self) -> Path:
        """What another start asks of that program."""
        return self.lock.with_name(BESIDE_THE_LOCK[0])

    @property
    def window(self) -> Path:
        """Where the window was, and how large."""
        return self.state / "window.json"

    @property
    def log(self) -> Path:
        """The program's own log: no names, no entry text."""
        return self.state / "bonddiary.log"

    @property
    def chart_cache(self) -> Path:
        """matplotlib's font list; holds nothing of the family's."""
        return self.state / "matplotlib"

    def make(self) -> None:
        """Creates the folders, private to the user. Raises DiaryReadOnly."""
        for folder in (self.data, self.config, self.state):
            if self.portable is None:
                make_private(folder)
            else:
                _make_beside(folder, self.portable)


def _make_beside(folder: Path, portable: Path) -> None:
    with suppress(DiaryReadOnly):
        make_private(folder)
    if not os.access(folder, os.W_OK):
        raise DiaryReadOnly(
            f"The file “{portable.name}” beside the program says that the diary is kept there, in {folder}. "
            "That folder can’t be made or written to. Take the file away, or put the program where you may write."
        )


def make_private(folder: Path) -> None:
    """Creates a folder that its user alone may open, and those around it. Raises DiaryReadOnly."""
    try:
        if not folder.is_dir():
            lacking = [each for each in (*reversed(folder.parents), folder) if not each.is_dir()]
            for each in lacking:
                each.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
                each.chmod(PRIVATE_FOLDER)  # a strict umask would leave a folder that its user can't write
    except OSError as error:
        raise DiaryReadOnly(
            f"The folder {folder} can’t be made ({error.strerror or 'no reason given'}). "
            "Choose another with --data-dir, or change who may write there."
        ) from None


def find_paths(data_dir: Path | None = None, program: Path | None = None) -> Paths:
    """All in `data_dir`; else beside a portable program; else the user's own folders by the system's conventions.

    `program`: the folder the program is in, where that isn't to be found out.
    """
    if data_dir is None:
        beside = program or program_folder()
        portable = beside and next((beside / name for name in PORTABLE if (beside / name).is_file()), None)
        return _in_one(portable.with_name(BESIDE), portable) if portable else usual_paths()
    return _in_one(data_dir.expanduser().absolute())


def _in_one(root: Path, portable: Path | None = None) -> Paths:
    moved = moved_to(root)
    usual = usual_paths() if moved else None
    if usual is not None and usual.data == moved:
        return usual
    root = moved or root
    return Paths(data=root, config=root, state=root, portable=portable)


def program_folder() -> Path | None:
    """The folder a portable program is in: beside the executable of a bundle, else the checkout, else the environment.

    None for a program that is installed into the computer's own Python.
    """
    if getattr(sys, "frozen", False):
        folder = Path(sys.executable).resolve().parent
        return folder.parents[2] if folder.parts[-2:] == ("Contents", "MacOS") else folder  # beside the .app
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        return checkout
    return Path(sys.prefix) if sys.prefix != sys.base_prefix else None


def usual_paths() -> Paths:
    """The user's own folders by the system's conventions."""
    from platformdirs import PlatformDirs  # not needed with --data-dir

    dirs = PlatformDirs("bonddiary", appauthor=False, roaming=False)
    return Paths(
        data=Path(dirs.user_data_dir), config=Path(dirs.user_config_dir), state=Path(dirs.user_state_dir)
    )


def moved_to(folder: Path) -> Path | None:
    """The folder where a diary is that was here; None where it is here, or isn't there either."""
    return _led_to(folder, (folder / DIARY_NAME).exists())


def left_by_a_move(folder: Path) -> Path | None:
    """Where a diary was moved whose old files were not all deleted: something cut that off."""
    return _led_to(folder, True)


def _led_to(folder: Path, unfinished: bool) -> Path | None:
    """Where the pointer in a folder leads. `unfinished`: one that says so."""
    try:
        text = (folder / MOVED).read_text(encoding="utf-8").strip()
        found = Path(text.splitlines()[-1]) if text and (TO_GO in text or not unfinished) else None
        return found if found is not None and (found / DIARY_NAME).is_file() else None
    except (OSError, ValueError):
        return None
