"""Where a family's files are. `--data-dir` puts everything into one folder: a stick, a second diary, a test."""

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
PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user."""

    data: Path
    config: Path
    state: Path
    """Window geometry, the log, crash reports, the single-instance lock."""

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
        return self.lock.with_name("show-window")

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
            make_private(folder)


def make_private(folder: Path) -> None:
    """Creates a folder that its user alone may open. Raises DiaryReadOnly."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            folder.chmod(PRIVATE_FOLDER)  # a strict umask would leave a folder that its user can't write
    except OSError as error:
        raise DiaryReadOnly(
            f"The folder {folder} can’t be made ({error.strerror or 'no reason given'}). "
            "Choose another with --data-dir, or change who may write there."
        ) from None


def find_paths(data_dir: Path | None = None) -> Paths:
    """The user's own folders by the system's conventions, or all in `data_dir`."""
    if data_dir is not None:
        root = data_dir.expanduser().absolute()
        moved = moved_to(root)
        usual = find_paths() if moved else None
        if usual is not None and usual.data == moved:
            return usual
        root = moved or root
        return Paths(data=root, config=root, state=root)
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
