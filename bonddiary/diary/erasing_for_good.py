"""Erasing for good: out of every copy beside the diary first, then out of the diary, so that one cut off can be done again.

Undo knows nothing of it. Copies elsewhere, exports and printed pages are the family's own to delete.
"""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bonddiary.diary.copies import Backups
from bonddiary.domain.copies import Why
from bonddiary.domain.erasing import Erased, ToErase
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.domain.ids import BabyId
from bonddiary.store import rewriting, taking_out
from bonddiary.store.faults import as_diary_error
from bonddiary.system.log import empty_log
from bonddiary.system.paths import MOVED, Paths
from bonddiary.system.settings import load_settings, save_settings

OURS = (
    "diary.db", "diary.db-*", ".diary.db.*", "diary.keys*", "settings.json", "catalog-*.json",
    "show-window", "timer-seen", MOVED, ".bonddiary-*.part",
)  # fmt: skip
"""Files of ours in the family's folders, which may hold other files. The window's lock goes with the window."""
OUR_FOLDERS = ("matplotlib",)
OUR_COPIES = tuple(f"{stem}-*{end}" for stem in ("diary", "replaced") for end in (".db", ".db-*", ".json"))


class ErasingForGood:
    """Works on files; the window has closed the diary. It may be used on any thread."""

    def __init__(self, paths: Paths, backups: Backups) -> None:
        self._paths, self._backups = paths, backups

    def count(self, what: ToErase) -> Erased:
        """How much the diary holds of it. Nothing is changed. Raises DiaryError."""
        with (
            as_diary_error(self._paths.diary),
            taking_out.open_to_erase(self._paths.diary, self._backups.key) as connection,
        ):
            return _counted(taking_out.ids_of(connection, what))

    def erase(self, what: ToErase) -> Erased:
        """Erases it from the diary and from its copies. Raises DiaryError; then some copies may be without it already."""
        path, folder = self._paths.diary, self._backups.folder
        self._backups.make(
            Why.ASKED
        )  # with Undo gone, the next copy could only be compared with one as new as this
        rewriting.sweep(folder)
        with as_diary_error(path), taking_out.open_to_erase(path, self._backups.key) as connection:
            found = taking_out.ids_of(connection, what)
            ids = {table: frozenset(there) for table, there in found.items()}
            seen = rewriting.files_beside(folder)
            unread = self._rewrite(seen, what, ids)
            taking_out.take_out(connection, what, found)
            taking_out.pack(connection)
            since = [file for file in rewriting.files_beside(folder) if file not in seen]
            unread += self._rewrite(since, what, ids)
        self._forget_choices(what)
        return replace(_counted(found), rewritten=len(seen) + len(since) - unread, unread=unread)

    def erase_everything(self, but: frozenset[str] = frozenset()) -> None:
        """Deletes every file of the program's, with all copies beside the diary. Raises DiaryError."""
        folder = self._backups.folder
        rewriting.sweep(folder)
        left = _deleted(each for pattern in OUR_COPIES for each in folder.glob(pattern))
        for root in {self._paths.data, self._paths.config, self._paths.state}:
            left += _deleted(each for pattern in OURS for each in root.glob(pattern) if each.name not in but)
            for name in OUR_FOLDERS:
                shutil.rmtree(root / name, ignore_errors=True)
        empty_log(self._paths.log)
        _deleted([self._paths.log])  # where a running program can't delete its log, it is empty
        if left:
            raise DiaryError(
                f"Some files can’t be deleted: {', '.join(left)}. Close what uses them, then try again."
            )
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()

    def _rewrite(self, files: Iterable[Path], what: ToErase, ids: taking_out.Ids) -> int:
        """How many couldn't be read: what is in them can't be told, so they are deleted."""
        unread = 0
        copies = {self._backups.folder / copy.name: copy for copy in self._backups.all()}
        for file in files:
            whole = self._backups.is_whole(copies[file]) if file in copies else True
            try:
                rewriting.rewrite(file, what, ids, self._backups.key)
            except DiaryDamaged:
                rewriting.remove(file)
                unread += 1
            else:
                if file in copies and whole:
                    self._backups.renew(copies[file])
        return unread

    def _forget_choices(self, what: ToErase) -> None:
        """The baby shown last is nobody any more."""
        settings = load_settings(self._paths.settings)
        if what.whole_baby and settings.last_baby == what.whole_baby:
            save_settings(replace(settings, last_baby=BabyId("")), self._paths.settings)


def _counted(found: dict[str, set[str]]) -> Erased:
    several = {name: len(found.get(name, ())) for name in taking_out.OF_DAYS}
    return Erased(
        entries=several["moment"] + several["care"],
        visits=several["visit"],
        questions=several["question"],
        others=several["day_mark"] + several["timer"] + several["private_note"],
    )


def _deleted(files: Iterable[Path]) -> list[str]:
    """Those that can't be deleted, by name."""
    left = []
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            left.append(file.name)
    return left
