"""Previews, made on the worker: the newest request wins, and what was made before it is dropped."""

import logging
from collections.abc import Callable

from bonddiary.report.document import ReportDocument
from bonddiary.ui.jobs import Job, Jobs
from bonddiary.ui.pages.report.making import SCREEN_DPI, Makers, words_of
from bonddiary.ui.pages.report.state import Asked, Preview


class Previewer:
    """Makes the document and its pictures. Nothing waits for a time: a request that is overtaken is cancelled."""

    def __init__(
        self,
        jobs: Jobs,
        makers: Makers,
        done: Callable[[Preview], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._jobs, self._makers = jobs, makers
        self._done, self._failed = done, failed
        self._job: Job[Preview] | None = None
        self._asked: Asked | None = None

    def ask(self, asked: Asked, make: Callable[[], ReportDocument], shown: Preview | None) -> bool:
        """Asks for a preview; says whether one has to be made, or is being made."""
        if shown is not None and shown.asked == asked:
            self.forget()
            return False
        if self._job is None or self._asked != asked:
            self.forget()
            self._asked = asked
            self._job = self._jobs.run(lambda job: self._make(job, asked, make), self._made, self._not_made)
        return self._job is not None

    def forget(self) -> None:
        """Nobody waits for one any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._asked = None

    def _make(self, job: Job[Preview], asked: Asked, make: Callable[[], ReportDocument]) -> Preview:
        document = make()
        pages: tuple[bytes, ...] = ()
        if not job.cancelled:
            try:
                pages = tuple(self._makers.pictures(document, SCREEN_DPI, lambda: job.cancelled))
            except Exception as error:  # noqa: BLE001  # the page can still be read as words
                if not job.cancelled:
                    logging.getLogger(__name__).warning("no picture of the page: %s", type(error).__name__)
        return Preview(asked, document, pages, words_of(document))

    def _made(self, preview: Preview) -> None:
        self._job = self._asked = None
        self._done(preview)

    def _not_made(self, error: Exception) -> None:
        self._job = self._asked = None
        self._failed(error)
