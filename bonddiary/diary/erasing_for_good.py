"""Erasing for good: out of every copy beside the diary first, then out of the diary, so that one cut off can be done again.

Undo knows nothing of it. Copies elsewhere, exports and printed pages are the family's own to delete.
"""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from glob import escape
from pathlib import Path

from bonddiary.diary.copies import Backups
from bonddiary.domain.copies import Why
from bonddiary.domain.erasing import Erased, ToErase
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId
from bonddiary.store import rewriting, taking_out
from bonddiary.store.faults import as_diary_error
from bonddiary.store.leftovers import erase_leftovers
from bonddiary.store.standing import Standing
from bonddiary.system.log import empty_log
from bonddiary.system.one_at_a_time import lock_of
from bonddiary.system.paths import BESIDE_THE_LOCK, TO_RUN, Paths
from bonddiary.system.settings import load_settings, save_settings

OURS = ("diary.db", "diary.db-*", ".diary.db.*", "diary.keys*", "settings.json", *TO_RUN)
"""Files of ours in the family's folders, which may hold other files."""
OUR_FOLDERS = ("matplotlib",)
OUR_COPIES = (
    *(f"{stem}-*{end}" for stem in ("diary", "replaced") for end in (".db", ".db-*", ".json")),
    ".diary-*.db.next",
)
CANT_GO = "Some files can’t be deleted: {names}. Close what uses them, then try again."


class ErasingForGood:
    """Works on files; the window has closed the diary. It may be used on any thread."""

    def __init__(self, paths: Paths, backups: Backups) -> None:
        self._paths, self._backups = paths, backups

    def count(self, what: ToErase) -> Erased:
        """How much the diary holds of it, and which copies will stay closed. Nothing is changed. Raises DiaryError."""
        with (
            as_diary_error(self._paths.diary),
            taking_out.open_to_erase(self._paths.diary, self._backups.key) as connection,
        ):
            found = _counted(taking_out.ids_of(connection, what))
        closed = (
            _named(file) for file in self._files() if rewriting.is_for_another_key(file, self._backups.key)
        )
        return replace(found, closed=tuple(closed))

    def erase(self, what: ToErase) -> Erased:
        """Erases it from the diary and from its copies. Raises DiaryError; then some copies may be without it already.

        Nobody copies the diary or writes to it meanwhile.
        """
        path = self._paths.diary
        standing = Standing(path)
        with (
            lock_of(path),
            as_diary_error(path),
            taking_out.open_to_erase(path, self._backups.key) as connection,
        ):
            connection.execute("BEGIN IMMEDIATE")  # what is counted now is what goes
            standing.refuse_exchanged()
            if left := erase_leftovers(path):
                raise DiaryError(CANT_GO.format(names=", ".join(left)))
            self._backups.make(
                Why.ASKED
            )  # with Undo gone, the next copy could only be compared with one as new as this
            rewriting.sweep(self._backups.folder)
            found = taking_out.ids_of(connection, what)
            ids = {table: frozenset(there) for table, there in found.items()}
            seen = self._files()
            came = self._rewrite(seen, what, ids)
            taking_out.take_out(connection, what, found)
            taking_out.pack(connection)
            rewriting.sweep(self._backups.folder)  # another program may have been copying
            since = [file for file in self._files() if file not in seen]
            later = self._rewrite(since, what, ids)
            self._forget_choices(what)
        return replace(
            _counted(found),
            rewritten=came.rewritten + later.rewritten,
            unread=came.unread + later.unread,
            closed=(*came.closed, *later.closed),
        )

    def erase_everything(self, but: frozenset[str] = frozenset()) -> None:
        """Deletes every file of the program's, with all copies beside the diary. Raises DiaryError."""
        with lock_of(self._paths.diary):
            self._delete_copies()
            left = self._delete_ours(but)
            left += self._delete_copies()  # once more: another program may have made one meanwhile
        if left:
            raise DiaryError(CANT_GO.format(names=", ".join(dict.fromkeys(left))))
        folder = self._backups.folder
        if folder.is_dir() and not any(folder.iterdir()):
            with suppress(OSError):
                folder.resolve().rmdir()
                if folder.is_symlink():
                    folder.unlink()

    def _delete_copies(self) -> list[str]:
        folder = self._backups.folder
        rewriting.sweep(folder)
        return _deleted(each for pattern in OUR_COPIES for each in folder.glob(pattern))

    def _delete_ours(self, but: frozenset[str]) -> list[str]:
        real = self._paths.diary.resolve()
        name = escape(real.name)
        keys = f"{escape(real.stem)}.keys*"
        aside = ("replaced-*Z*.db", "replaced-*Z*.db-*")
        beside = (name, f"{name}-*", f".{name}.*", keys, *aside, *BESIDE_THE_LOCK)
        left = _deleted(each for pattern in beside for each in real.parent.glob(pattern))
        for root in {self._paths.data, self._paths.config, self._paths.state}:
            left += _deleted(each for pattern in OURS for each in root.glob(pattern) if each.name not in but)
            for folder in OUR_FOLDERS:
                shutil.rmtree(root / folder, ignore_errors=True)
        empty_log(self._paths.log)
        _deleted([self._paths.log])  # where a running program can't delete its log, it is empty
        return left

    def _files(self) -> list[Path]:
        """Every other file that holds a diary."""
        return rewriting.files_beside(self._backups.folder) + rewriting.put_aside_beside(self._paths.diary)

    def _rewrite(self, files: Iterable[Path], what: ToErase, ids: taking_out.Ids) -> Erased:
        """What came of the copies. Those that nobody can read are deleted; those that another key may open stay."""
        rewritten, unread, closed = 0, 0, []
        copies = {self._backups.folder / copy.name: copy for copy in self._backups.all()}
        for file in files:
            copy = copies.get(file)
            whole = copy is not None and (self._backups.is_whole(copy) or rewriting.was_rewritten(file))
            try:
                rewriting.rewrite(file, what, ids, self._backups.key, whole=whole)
            except rewriting.OtherPassphrase:
                closed.append(_named(file))
            except rewriting.Unreadable:
                rewriting.remove(file)
                unread += 1
            else:
                rewritten += 1
                if copy is not None and whole:
                    self._backups.renew(copy)
                    rewriting.tell_done(file)
        return Erased(rewritten=rewritten, unread=unread, closed=tuple(closed))

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


def _named(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def _deleted(files: Iterable[Path]) -> list[str]:
    """Those that can't be deleted, by name."""
    left = []
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            left.append(file.name)
    return left
