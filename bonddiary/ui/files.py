"""Files in and out of the window: the same path as on the command line, told in the window's bar."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from bonddiary import __version__
from bonddiary.diary.bringing_in import plan_for
from bonddiary.diary.title import Title, Verb
from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError
from bonddiary.exchange.formats import archive
from bonddiary.exchange.plan import ImportPlan
from bonddiary.exchange.registry import FORMATS, read_file
from bonddiary.exchange.spec import FileFormat, ReadContext, Reading, WriteContext
from bonddiary.ui.file_dialog import documents, nothing_remembered
from bonddiary.ui.incoming import shown

if TYPE_CHECKING:
    from bonddiary.ui.main_window import MainWindow
    from bonddiary.ui.session import Session

ARCHIVE = ".jsonl"
OPENED_WITH_US = ".bonddiary.jsonl"
"""The ending by which a desktop knows our archives (archive-suffix in pyproject.toml)."""


def bring_in(window: "MainWindow", session: "Session") -> None:
    """Asks for a file and adds what is new in it, as one step. Raises DiaryError."""
    endings = " ".join(sorted({f"*{ending}" for each in FORMATS for ending in each.suffixes}))
    kinds = f"{_tr('Files to bring in')} ({endings});;{_tr('All files')} (*)"
    with nothing_remembered():
        chosen, _kind = QFileDialog.getOpenFileName(window, _tr("Bring in a file"), str(documents()), kinds)
    if chosen:
        bring_in_file(window, session, Path(chosen))


def save_archive(window: "MainWindow", session: "Session") -> None:
    """Asks where and writes every entry into one file. Raises DiaryError."""
    session.diary  # noqa: B018  # a diary that can't be opened is said before a name is asked for
    name = f"bond-diary-{session.clock().day.isoformat()}{OPENED_WITH_US}"
    kinds = f"{_tr('Bond Diary archive')} (*{ARCHIVE})"
    with nothing_remembered():
        chosen, _kind = QFileDialog.getSaveFileName(
            window, _tr("Save an archive"), str(documents() / name), kinds
        )
    if chosen:
        save_archive_to(window, session, Path(chosen))


def bring_in_file(window: "MainWindow", session: "Session", path: Path) -> None:
    """Adds what is new in a file and says what came of it. Raises DiaryError; then nothing has changed."""
    with _waiting():
        kind, reading, plan = _planned(session, path)
        if plan.new:
            copy_first(session)
            _baby, new_baby = session.baby_to_log()
            added = new_baby if reading.baby is not None else None  # an archive brings its own babies
            session.diary.bring_in(plan.new, kind.key, baby=added)
    _Brought(window, session, shown(path.name), plan, Title(Verb.IMPORT, kind.key, len(plan.new))).say()


def plan_file(session: "Session", path: Path) -> ImportPlan:
    """What a file would add. Nothing is changed. Raises DiaryError."""
    with _waiting():
        return _planned(session, path)[2]


def _planned(session: "Session", path: Path) -> tuple[FileFormat, Reading, ImportPlan]:
    diary, now = session.diary, session.clock()  # opened first: it says whose entries these are
    baby, _new_baby = session.baby_to_log()
    child = session.baby
    context = ReadContext(baby=baby, zone=now.zone, now=now, child=child.nickname if child else "")
    kind, reading = read_file(path, context)
    return kind, reading, plan_for(diary, reading)


def copy_first(session: "Session") -> None:
    """A copy of the diary before many entries come in. Raises DiaryError; then none do."""
    from bonddiary.domain.copies import Why

    session.backups.make(Why.IMPORT)


def save_archive_to(window: "MainWindow", session: "Session", path: Path) -> None:
    """Writes a whole archive or nothing. Raises DiaryError."""
    named = path if path.suffix.lower() == ARCHIVE else path.with_name(path.name + ARCHIVE)
    # the dialog has asked about writing over the name that was chosen, not about one we make of it
    context = WriteContext(
        exported=session.clock(),
        made_by=f"Bond Diary {__version__}",
        made_up=session.diary.is_demo,
        overwrite=named == path,
    )
    with _waiting():
        records = tuple(session.diary.records())
        if not records:
            raise DiaryError(_tr("There is nothing in your diary yet, so no file was saved."))
        count = archive.write(records, named, context)
    saved = _tr("Saved {0} in ‘{1}’. It is not locked: keep it where you keep private papers.")
    words = saved.format(wording.counted(count, "entry", "entries"), named.name)
    window.bar.say_until_closed(words, kind="strip")


@dataclass(frozen=True, slots=True)
class _Brought:
    """What was brought in, and what can be done about it."""

    window: "MainWindow"
    session: "Session"
    name: str
    plan: ImportPlan
    title: Title

    def say(self) -> None:
        """Tells it in the window's bar."""
        actions: list[tuple[str, Callable[[], object]]] = []
        if self.plan.new:
            actions.append((_tr("Undo"), self._undo))
        if self.plan.skipped:
            actions.append((_tr("Which rows?"), self._show_rows))
        elif self.plan.notes:
            actions.append((_tr("What was read?"), self._show_rows))
        self.window.bar.say_until_closed(summary(self.plan, self.name), *actions, kind="strip")
        if self.plan.new:
            self._look_for_undo()

    def _look_for_undo(self) -> None:
        """Undo may also come from the menu or the keyboard: then the bar says so too."""
        changed = self.session.diary_changed

        def look(_change: object) -> None:
            changed.disconnect(look)
            if self.session.diary.redo_title() == self.title:
                self._say_taken_back()

        changed.connect(look)

    def _undo(self) -> None:
        """Takes the whole file back, unless something was noted since: then that would go instead."""
        try:
            if self.session.diary.undo_title() == self.title:
                self.session.diary.undo()
                self._say_taken_back()
            else:
                self._say_later()
        except DiaryError as error:
            self.window.bar.say_until_closed(str(error))

    def _say_taken_back(self) -> None:
        words = _tr("Taken back: everything from ‘{0}’.").format(self.name)
        self.window.bar.say_until_closed(words, kind="strip")

    def _say_later(self) -> None:
        words = _tr(
            "Something was noted after this file came in. Undo in the Edit menu takes steps back one by one."
        )
        self.window.bar.say_until_closed(words, kind="strip")

    def _show_rows(self) -> None:
        from bonddiary.ui.dialogs.left_out import LeftOutDialog

        LeftOutDialog(self.window, self.name, self.plan.skipped, self.plan.notes).show()


def summary(plan: ImportPlan, name: str) -> str:
    """ "4,207 entries brought in, 0 already here, 0 left out."."""
    rest = _tr("{0} already here, {1} left out.").format(f"{plan.already_here:,}", f"{len(plan.skipped):,}")
    if not plan.new:
        return _tr("Nothing in ‘{0}’ is new: {1}").format(name, rest)
    return _tr("{0} brought in, {1}").format(wording.counted(len(plan.new), "entry", "entries"), rest)


@contextmanager
def _waiting() -> Iterator[None]:
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


def _tr(words: str) -> str:
    return QCoreApplication.translate("Files", words)
