"""A page and its makers for tests: quick, plain, and they say what they were asked."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from bonddiary.analysis.names import Names
from bonddiary.domain.errors import TooLittleLogged
from bonddiary.domain.when import When
from bonddiary.report.document import Items, PageKind, ReportDocument, Words
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import ReportRequest, Section
from bonddiary.ui.pages.report.making import Cancelled, Makers
from tests.builders import NOW


def document(title: str = "Robin’s diary", **changes: object) -> ReportDocument:
    """A short page."""
    usual: dict[str, object] = {
        "language": "en-GB",
        "title": title,
        "under_title": ("8 weeks old.",),
        "logged_heading": "How much was logged",
        "logged": ("3 of 14 days have something logged.",),
        "blocks": (
            Items(section=Section.QUESTIONS, heading="To ask", items=("Is that usual?",), numbered=True),
        ),
        "foot": ("A parent’s own notes.",),
        "made": "Made with Bond Diary 0.1.0",
        "made_on": NOW.day,
        "inside": "In it: 3 moments. No notes. People hidden.",
    }
    return ReportDocument(**{**usual, **changes})  # type: ignore[arg-type]


def picture(width: int = 210, height: int = 297) -> bytes:
    """A grey page as PNG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.lightGray)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@dataclass
class Queue:
    """A worker that works when it is told."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self, act: Callable[[], None]) -> None:
        self.waiting.append(act)

    def drain(self) -> int:
        """Does all there is, also what comes meanwhile; says how much that was."""
        done = 0
        while self.waiting:
            self.waiting.pop(0)()
            done += 1
        return done


class Asked:
    """Makers that remember what they were asked; `broken` names those that can't."""

    def __init__(self) -> None:
        self.requests: list[ReportRequest] = []
        self.names: list[Names] = []
        self.drawn: list[tuple[ReportDocument, float]] = []
        self.written: list[ReportDocument] = []
        self.broken: set[str] = set()
        self.meanwhile: list[Callable[[], None]] = []
        """What happens while a page is being drawn."""

    def makers(self) -> Makers:
        return Makers(
            build=self._build,
            sheets=self._sheets,
            pictures=self._pictures,
            pdf=lambda made: self._file("pdf", made),
            web=lambda made: self._file("web", made),
            table=lambda made: self._file("table", made),
        )

    def _build(
        self, request: ReportRequest, records: ReportRecords, names: Names, now: When, version: str
    ) -> ReportDocument:
        self.requests.append(request)
        self.names.append(names)
        self._fail("build")
        days = {moment.at.day for moment in records.moments if moment.at.day in request.period}
        if len(days - request.without_days) < 3:
            raise TooLittleLogged("Too few days.")
        titles = {"nickname": "Robin’s diary", "initial": "R.’s diary", "none": "A baby’s diary"}
        asked = Words(section=Section.QUESTIONS, heading="To ask", paragraphs=request.questions)
        inside = f"In it: {len(request.notes)} notes."
        return document(titles[request.name], blocks=(asked,), inside=inside, made_on=now.day)

    def _sheets(self, language: str, large: bool, now: When, version: str) -> ReportDocument:
        return document("Blank days", kind=PageKind.SHEET, file_stem="blank-days", made_on=now.day)

    def _pictures(self, made: ReportDocument, dpi: float, cancelled: Cancelled) -> list[bytes]:
        self._fail("pictures")
        if self.meanwhile:
            self.meanwhile.pop()()
        if cancelled():
            raise RuntimeError("nobody waits for it")
        self.drawn.append((made, dpi))
        return [picture(), picture()]

    def _file(self, kind: str, made: ReportDocument) -> bytes:
        self._fail(kind)
        self.written.append(made)
        return f"{kind} of {made.title}".encode()

    def _fail(self, name: str) -> None:
        if name in self.broken:
            raise RuntimeError("a note about the baby")
