"""How a page leaves the program: only after its preview was made, as that very document, whole or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bonddiary.domain.errors import DiaryError, DiaryReadOnly
from bonddiary.system.files import atomic_write
from bonddiary.ui.jobs import Job, Jobs
from bonddiary.ui.pages.report.making import Makers
from bonddiary.ui.pages.report.state import Act, Preview, ReportState, Trouble

NO_PRINTER = "No printer is set up on this computer. You can save the page as a PDF and print it elsewhere."
NOT_PRINTED = "The page couldn’t be printed. Look at the printer and try again, or save a PDF."
NO_PICTURE = "The page couldn’t be drawn for the printer. You can save it as a web page and print that."
NOT_MADE = "The file couldn’t be made, so nothing was saved. Your diary is as it was."
IS_OPEN = "It may be open in another program. Close it there first."
SAVING = "Saving…"
PRINTING = "Getting the page ready for the printer…"

Tell = Callable[[ReportState], None]
Draw = Callable[[list[bytes]], bool]
"""Puts pictures of pages on paper and says whether that went well."""


class Leaving:
    """Saves and prints previews. `read` gives the page's state, `tell` takes a new one."""

    def __init__(
        self,
        jobs: Jobs,
        makers: Makers,
        read: Callable[[], ReportState],
        tell: Tell,
        give: Callable[[Act, Preview], None],
    ) -> None:
        self._jobs, self._makers = jobs, makers
        self._read, self._tell, self._give = read, tell, give
        self._wanted: Act | None = None
        self._again: Callable[[], None] | None = None

    def ask(self, act: Act) -> None:
        """Goes on to where or on what, once a preview of exactly these choices is there."""
        state = replace(self._read(), saved=None, trouble=None, printed=False)
        if state.too_little is not None:
            return
        self._tell(state)
        self._wanted = act
        if state.current:
            self.preview_came()

    def forget(self) -> None:
        """There is no page after all: what waited for it waits no longer."""
        self._wanted = None

    def preview_came(self) -> None:
        """A preview is there: what was asked for meanwhile can go on."""
        act, preview = self._wanted, self._read().preview
        self._wanted = None
        if act is not None and preview is not None:
            if act is Act.PRINT and not preview.pages:
                self._trouble(Trouble(NO_PICTURE, instead=Act.WEB))
            else:
                self._give(act, preview)

    def save(self, act: Act, preview: Preview, path: Path, *, overwrite: bool) -> None:
        """Writes the file; over another one only where the parent said so in the dialog."""
        self._again = lambda: self.save(act, preview, path, overwrite=overwrite)
        self._busy(SAVING)

        def work(_job: Job[Path]) -> Path:
            atomic_write(path, [self._makers.file(act, preview.document)], overwrite=overwrite)
            return path

        self._jobs.run(work, self._saved, lambda error: self._not_saved(error, path))

    def print(self, preview: Preview, dpi: float, draw: Draw) -> None:
        """Draws the same document as finely as the printer can use."""
        self._again = lambda: self.print(preview, dpi, draw)
        self._busy(PRINTING)

        def done(pages: list[bytes]) -> None:
            self._busy("")
            if draw(pages):
                self._tell(replace(self._read(), printed=True))
            else:
                self._trouble(Trouble(NOT_PRINTED, retry=True, instead=Act.PDF))

        self._jobs.run(
            lambda job: self._makers.pictures(preview.document, dpi, lambda: job.cancelled),
            done,
            lambda _error: self._trouble(Trouble(NO_PICTURE, retry=True, instead=Act.WEB)),
        )

    def no_printer(self) -> None:
        """There is nothing to print on."""
        self._trouble(Trouble(NO_PRINTER, instead=Act.PDF))

    def close(self) -> None:
        """What was said has been read."""
        self._tell(replace(self._read(), saved=None, trouble=None, printed=False))

    def again(self) -> None:
        """Does once more what couldn't be done."""
        if self._again is not None:
            self._again()

    def _saved(self, path: Path) -> None:
        self._tell(replace(self._read(), saved=path, trouble=None, busy=""))

    def _not_saved(self, error: Exception, path: Path) -> None:
        words = str(error) if isinstance(error, DiaryError) else NOT_MADE
        if isinstance(error, DiaryReadOnly) and path.exists():
            words = f"{words} {IS_OPEN}"
        self._trouble(Trouble(words, retry=True))

    def _trouble(self, trouble: Trouble) -> None:
        self._tell(replace(self._read(), trouble=trouble, saved=None, printed=False, busy=""))

    def _busy(self, words: str) -> None:
        self._tell(replace(self._read(), busy=words, trouble=None, saved=None, printed=False))
