"""What can be chosen: which days, what of them, for whom, and how it is printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from bonddiary.ui.pages.report.days_part import DaysPart
from bonddiary.ui.pages.report.for_part import NamePart, PurposePart
from bonddiary.ui.pages.report.leave_out import LeaveOutPart, NotesPart
from bonddiary.ui.pages.report.lines import folding
from bonddiary.ui.pages.report.questions_part import QuestionsPart
from bonddiary.ui.pages.report.show_part import CopingPart, ShowPart
from bonddiary.ui.pages.report.state import Paper, ReportState
from bonddiary.ui.pages.report.style_part import StylePart
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.press import GAP, RING, PushChip
from bonddiary.ui.widgets.words import Heading, Words

EDGE = RING + GAP
"""How far a chip's body lies inside its widget: words above start there too."""


class ChoicesPane(QWidget):
    """The parts under each other; for a sheet the few that a sheet has."""

    sheets_asked = Signal()
    hand_over_asked = Signal()
    page_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.days, self.name, self.purpose = DaysPart(theme), NamePart(theme), PurposePart(theme)
        self.shown, self.coping = ShowPart(theme), CopingPart(theme)
        self.questions = QuestionsPart(theme)
        self.notes, self.left_out = NotesPart(theme), LeaveOutPart(theme)
        self.style_part = StylePart(theme)
        self._back = PushChip(theme, self.tr("Back to the page"))
        self._back.clicked.connect(self.page_asked)
        self._sheet_words = Words()
        self._sheet = _stack(column(self._sheet_words, margins=(EDGE, 0, 0, 0)), folding(self._back))
        self._of_page = self._page_parts()
        self._style = self._group(self.tr("How it is printed"), self.style_part)
        self._others = self._other_sheets(theme)
        self._duty = self._group(
            self.tr("Before you hand it over"),
            Words(
                self.tr(
                    "What you share is your choice. A professional has a duty to act if they see a risk of harm. "
                    "You can ask them first how that works."
                )
            ),
            inset=True,
        )
        self.setLayout(
            column(
                self._sheet,
                *self._of_page,
                self._style,
                self._others,
                self._duty,
                1,
                gap=14,
                margins=(0, 0, 8, 16),
            )
        )

    def show_state(self, state: ReportState) -> None:
        """Shows every part."""
        page = state.paper is Paper.PAGE
        for part in (*self._of_page, self._others):
            part.setVisible(page)
        self._named.setVisible(page and bool(state.names))  # nothing to choose before there is a diary's page
        self._sheet.setVisible(not page)
        given = state.paper is Paper.GIVEN
        self._back.setText(self.tr("Back") if given else self.tr("Back to the page"))
        self._back.updateGeometry()
        self._style.setVisible(state.paper is not Paper.GIVEN)
        self._duty.setVisible(state.paper is not Paper.SHEETS)
        self._sheet_words.say(self._words(state))
        parts = (self.days, self.name, self.purpose, self.shown, self.coping, self.notes, self.left_out)
        for part in parts:
            part.show_state(state)
        self.style_part.show_state(state)
        self.questions.show_rows(state.questions)

    def commit(self) -> None:
        """Takes what is half typed."""
        self.purpose.commit()
        self.questions.commit()
        self.coping.commit()

    def _words(self, state: ReportState) -> str:
        if state.paper is Paper.SHEETS:
            return self.tr(
                "Blank days to fill in by hand. They help when the laptop isn’t near. "
                "Later, Catch up takes what was written."
            )
        words = self.tr("“{0}” was made under Phrasebook. Go back to change what is on it.")
        return words.format(state.preview.document.title) if state.preview else ""

    def _page_parts(self) -> list[QWidget]:
        self._named = self._group(self.tr("Name on the page"), self.name)
        return [
            self._group(self.tr("Dates"), self.days),
            self._named,
            self._group(self.tr("For"), self.purpose, inset=True),
            self._group(self.tr("Questions for the visit"), self.questions),
            self._group(self.tr("On the page"), self.shown, self.notes, self.coping, self.left_out),
        ]

    def _other_sheets(self, theme: Theme) -> QWidget:
        sheets = PushChip(theme, self.tr("Blank day sheets"))
        hand_over = PushChip(theme, self.tr("Hand-over sheet"))
        sheets.clicked.connect(self.sheets_asked)
        hand_over.clicked.connect(self.hand_over_asked)
        flow = FlowLayout(gap=2)
        for chip in (sheets, hand_over):
            flow.addWidget(chip)
        return self._group(self.tr("Other sheets"), holding(flow))

    def _group(self, title: str, *parts: QWidget, inset: bool = False) -> QWidget:
        heading = Heading(title, "strong")
        heading.setContentsMargins(EDGE, 0, 0, 0)
        margins = (EDGE, 0, 0, 0) if inset else (0, 0, 0, 0)
        return _stack(heading, column(*parts, gap=2, margins=margins))


def _stack(*parts: QWidget | QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(column(*parts, gap=2))
    return made
