"""The page as it will be printed, or its words."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.report.paper import PaperView
from bonddiary.ui.pages.report.state import ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, frame, label, row, scrolling
from bonddiary.ui.widgets.press import CheckChip, PushChip
from bonddiary.ui.widgets.reading import Reading, Selectable, WordButton
from bonddiary.ui.widgets.words import Heading, Words

TRUE_WIDTH = 8.27
"""Inches."""
WIDEST, LEAST = 1100, 120
SAY_AFTER = 1000
"""Milliseconds of making a page after which that is said."""


class PreviewPane(QWidget):
    """Paper under paper; above it how many pages there are, and how they are shown."""

    sheets_asked = Signal()
    log_asked = Signal()
    save_asked = Signal(QWidget)
    """Beside this button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = ReportState()
        self._papers: list[PaperView] = [PaperView(theme)]
        self._count = label(kind="strong", wrap=True)
        self._slowly = False
        """It takes so long that this is said."""
        self._true = CheckChip(theme, self.tr("True size"))
        self._text = CheckChip(theme, self.tr("In words"))
        self._printed = CheckChip(theme, self.tr("As printed"))
        self._save = PushChip(theme, self.tr("Save…"))
        self._save.clicked.connect(lambda: self.save_asked.emit(self._save))
        self._save.hide()
        self._narrow = False
        self._words = Selectable(theme, self.tr("The page in words"))
        self._slow = QTimer(self, singleShot=True, interval=SAY_AFTER)
        self._slow.timeout.connect(self._say_making)
        self._build()
        for chip in (self._true, self._text, self._printed):
            chip.toggled.connect(self._show_all)
        self._text.toggled.connect(lambda on: self._words.setFocus() if on else None)
        theme.changed.connect(self._show_all)

    def show_state(self, state: ReportState) -> None:
        """Shows the preview, or why there is none."""
        fresh = state.preview is not self._state.preview
        self._state = state
        if not state.working:
            self._slow.stop()
            self._slowly = False
        elif not self._slow.isActive() and not self._slowly:
            self._slow.start()
        if fresh:
            self._show_pages()
        self._show_all()

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the words above stand in lines of their own, and say what is in it.

        They scroll with the pages there: large words would leave these no room.
        """
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)
        if narrow != self._narrow:
            self._narrow = narrow
            held = next((part for part in self.stops() if part.hasFocus()), None)
            (self._inside if narrow else self._whole).insertWidget(0, self._head)
            if held is not None:
                held.setFocus()  # Qt takes it from what goes to another parent
        self._show_all()

    def show_save(self, on: bool) -> None:
        """Whether saving stands here."""
        self._save.setVisible(on)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        return [
            self._true,
            self._text,
            self._printed,
            self._save,
            self._sheets,
            self._log,
            self._area,
            self._words,
        ]

    def take_focus(self) -> None:
        """Gives the keyboard to the pages."""
        (self._area if self._area.isVisible() else self._sheets).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        chips = FlowLayout(gap=2)
        for chip in (self._true, self._text, self._printed, self._save):
            chips.addWidget(chip)
        self._chips = holding(chips)
        self._head = QWidget()
        self._line = row(self._count, self._chips, gap=4)
        self._line.setStretch(0, 1)
        self._head.setLayout(self._line)
        self._pages = QWidget()
        self._stack = column(gap=16, margins=(4, 4, 4, 12))
        self._stack.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._papers[0])
        self._pages.setLayout(self._stack)
        self._read = frame("card", column(self._words, margins=(16, 12, 16, 12)))
        inside = QWidget()
        self._inside = column(self._pages, self._read, 1, gap=0)
        inside.setLayout(self._inside)
        self._area = Reading(self._theme, inside, self.tr("Preview"))
        self._empty_words = Words()
        self._sheets = WordButton(self._theme, self.tr("Print blank sheets"), "primary")
        self._log = WordButton(self._theme, self.tr("Log"), "plain")
        self._sheets.clicked.connect(self.sheets_asked)
        self._log.clicked.connect(self.log_asked)
        buttons = FlowLayout(gap=8)
        for each in (self._sheets, self._log):
            buttons.addWidget(each)
        title = Heading(self.tr("No page yet"), "section")
        card = frame(
            "card", column(title, self._empty_words, holding(buttons), gap=12, margins=(20, 18, 20, 18))
        )
        around = QWidget()
        around.setLayout(column(card, 1, margins=(0, 0, 8, 8)))
        self._empty = scrolling(around)
        for part in (self._empty, self._area):
            part.setMinimumHeight(1)  # the bar under it stays whole
        self._whole = column(self._head, self._empty, self._area, gap=4)
        self.setLayout(self._whole)

    def _show_pages(self) -> None:
        preview = self._state.preview
        pages = preview.pages if preview else ()
        while len(self._papers) < len(pages):
            paper = PaperView(self._theme)
            self._papers.append(paper)
            self._stack.addWidget(paper)
        for place, paper in enumerate(self._papers):
            paper.show_page(pages[place] if place < len(pages) else b"")
            paper.setVisible(place < max(1, len(pages)))
            paper.setAccessibleName(self.tr("Page {0} of {1}").format(place + 1, len(pages)))
        words = preview.words if preview else ""
        self._words.say(words)
        self._area.setAccessibleDescription(words)
        if preview is not None:
            announce(self, preview.document.inside)

    def _show_all(self) -> None:
        state, preview = self._state, self._state.preview
        in_words = self._text.isChecked() or (preview is not None and not preview.pages)
        self._empty.setVisible(state.too_little is not None)
        self._empty_words.say(state.too_little.words if state.too_little else "")
        for part in (self._head, self._area):
            part.setVisible(state.too_little is None)
        self._count.setText(self._count_words())
        dark = self._theme.look.tokens.dark
        self._printed.setVisible(dark and not in_words)
        self._true.setVisible(not in_words)
        self._text.setVisible(preview is not None and bool(preview.pages))
        self._pages.setVisible(not in_words)
        self._read.setVisible(in_words)
        wide = sum(
            chip.sizeHint().width() + 2
            for chip in (self._true, self._text, self._printed)
            if not chip.isHidden()
        )
        self._chips.setMinimumWidth(0 if self._narrow else min(wide, self.width() * 3 // 4))
        for paper in self._papers:
            paper.show_as_printed(self._printed.isChecked())
        self._fit()

    def _count_words(self) -> str:
        preview = self._state.preview
        if self._slowly:
            return self.tr("Making the page…")
        if preview is None:
            return ""
        count = len(preview.pages)
        words = (
            self.tr("1 page, A4") if count == 1 else self.tr("{0} pages, A4").format(count) if count else ""
        )
        return f"{words}. {preview.document.inside}" if self._narrow and words else words

    def _fit(self) -> None:
        """As wide as there is room, or as wide as on paper."""
        true = round(TRUE_WIDTH * self.logicalDpiX())
        room = self._area.viewport().width() - 12
        scaled = max(LEAST, min(room, WIDEST))
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        wanted = self._true.isChecked()
        self._area.setHorizontalScrollBarPolicy(policy if wanted else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for paper in self._papers:
            paper.fit(true if wanted else scaled)

    def _say_making(self) -> None:
        if self._state.working:
            self._slowly = True
            self._count.setText(self._count_words())
            announce(self, self._count.text())
