"""Draws the Get help page: always the same, whatever is in the diary. What carers write for themselves is a part of its own."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from bonddiary.domain.guidance import Urgency
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.help.notes_part import NotesPart
from bonddiary.ui.pages.help.parts import ContactCard, KeyTable, OwnNumbers, ServiceCard, words_card
from bonddiary.ui.pages.help.presenter import HelpPresenter
from bonddiary.ui.pages.help.state import HelpState, Part
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.care_card import CareCard
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, parts_of, row
from bonddiary.ui.widgets.reading import Reading, WordButton
from bonddiary.ui.widgets.words import Bullets, Heading, Words

LINE = 720
"""No wider: longer lines are hard to follow."""
BODY = 4
"""How far a button's body lies inside it: words and cards start there too."""
CARD_PARTS = {Urgency.EMERGENCY: Part.EMERGENCY, Urgency.TODAY: Part.URGENT, Urgency.SOON: Part.SOON}


class HelpPage(Page):
    """Signs, people to call, and how to use the program."""

    about_asked = Signal()
    guide_asked = Signal()

    def __init__(self, session: Session, theme: Theme, *, locked: bool = False) -> None:
        """`locked`: without carers' own notes, without ways to other places, and nothing can be written."""
        super().__init__()
        self._theme = theme
        self.presenter = HelpPresenter(session, self._render, locked=locked)
        self._targets: dict[Part, QWidget] = {}
        self._key_tables: list[KeyTable] = []
        self._drawn = HelpState()
        self._bar = InlineBar()
        self._inside = QWidget()
        self._text = QWidget()
        self._column = QVBoxLayout(self._text)
        self._column.setSpacing(14)
        self._column.setContentsMargins(16, 14, 12, 28)
        across = row(self._text, 1)
        across.setStretchFactor(self._text, 100)
        self._inside.setLayout(column(across, 1))
        self._reading = Reading(theme, self._inside, self.tr("Get help"))
        self._title = Heading(self.tr("Get help"), "title")
        self._jumps = self._build_jumps()
        self._where = Choice(theme, self.tr("Where you are"))
        # at each step of the keys: a place’s name never stands over the numbers of another
        self._where.activated.connect(
            lambda place: self.presenter.choose_country(self._where.itemData(place))
        )
        self._place = self._build_place()
        self._own = self._build_own()
        self._about = WordButton(theme, self.tr("More about Bond Diary"), "plain")
        self._about.clicked.connect(self.about_asked)
        self._guide = WordButton(theme, self.tr("Open the guide"), "plain")
        self._guide.clicked.connect(self.guide_asked)
        self._notes = None if locked else NotesPart(session, theme)
        if locked:
            self._own.keep_as_it_is()
        self._lasting = (
            self._title,
            self._place,
            self._jumps,
            self._own,
            self._notes,
            self._guide,
            self._about,
        )
        self.setLayout(column(self._bar, self._reading, gap=0))
        self.presenter.load()
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def enter(self) -> None:
        self._reading.to_top()
        self._title.setFocus()

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        narrow = width is Width.NARROW
        for table in self._key_tables:
            table.set_narrow(narrow)
        self._column.setContentsMargins(*((6, 8, 4, 20) if narrow else (16, 14, 12, 28)))
        for holder in (
            *self._key_tables,
            self._text,
            self._inside,
        ):  # from the inside outwards, before it is painted
            if (layout := holder.layout()) is not None:
                layout.activate()

    @override
    def regions(self) -> list[QWidget]:
        return [self._jumps, self._reading]

    @override
    def unsaved(self) -> str:
        self._own.finish()
        if self._notes is not None:
            self._notes.hide_all()
        return self.presenter.unsaved()

    @override
    def show_section(self, name: str) -> None:
        target = self._targets.get(Part(name))
        if target is not None:
            card = target.parentWidget()
            while card is not None and not isinstance(card, CareCard):
                card = card.parentWidget()
            self._reading.show_part(target, card)

    def _build_jumps(self) -> QWidget:
        flow = FlowLayout(gap=2)
        jumps = {part: self._jump(part, words) for part, words in self._part_names().items()}
        hard = jumps.pop(Part.HARD)
        self._ways = {Part.HARD: hard, **jumps}
        for jump in jumps.values():
            flow.addWidget(jump)
        holder = QWidget()
        holder.setLayout(column(hard, flow, gap=4))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder

    def _jump(self, part: Part, words: str) -> WordButton:
        jump = WordButton(self._theme, words, "primary" if part is Part.HARD else "plain")
        jump.setAccessibleDescription(self.tr("Goes to this part of the page"))
        jump.clicked.connect(lambda: self.show_section(part.value))
        return jump

    def _build_own(self) -> OwnNumbers:
        made = OwnNumbers(
            self._theme,
            self.tr("Your own numbers"),
            self.tr("Your doctor, a friend, a neighbour … They stay on this computer, outside the diary."),
        )
        made.written.connect(self.presenter.write_own_numbers)
        return made

    def _build_place(self) -> QWidget:
        holder = QWidget()
        words = Words(self.tr("Numbers and signs for this place:"), "quiet")
        holder.setLayout(column(words, row(self._where, 1), gap=6))
        return holder

    def _render(self, state: HelpState) -> None:
        self._bar.say(state.problem)
        self._own.show_text(state.own_numbers)
        drawn = replace(state, problem="", own_numbers="")  # those two have parts that last
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._empty()
        self._show_place(state)
        self._draw(state)
        for part, way in self._ways.items():
            way.setVisible(part in self._targets)
        self.set_width(self.width_class)

    def _show_place(self, state: HelpState) -> None:
        if self._where.count() != len(state.countries):
            self._where.clear()
            for key, name in state.countries:
                self._where.addItem(name, key)
        keys = [key for key, _ in state.countries]
        self._where.setCurrentIndex(keys.index(state.country) if state.country in keys else -1)

    def _empty(self) -> None:
        """Takes everything out; the parts that last are put in again."""
        while (item := self._column.takeAt(0)) is not None:
            for widget in (item.widget(), *_within(item.layout())):
                if isinstance(widget, QWidget) and widget not in self._lasting:
                    widget.hide()
                    widget.deleteLater()
        self._targets.clear()
        self._key_tables.clear()

    def _draw(self, state: HelpState) -> None:
        self._add(self._title)
        for place, line in enumerate(state.first):
            self._add(Words(line) if place else Words("", "section", line))
        if state.countries:
            self._add(self._place)
        self._add(self._jumps)
        self._add_signs(state)
        self._add_hard(state)
        self._add_services(state)
        if state.sharing:
            self._add(self._target(Part.SHARING), words_card(tuple(("", line) for line in state.sharing)))
        if state.using:
            self._add_program(state)
        self._column.addStretch(1)

    def _add_program(self, state: HelpState) -> None:
        self._add(self._target(Part.USING), words_card(state.using), self._guide)
        self._add(self._target(Part.SHORTCUTS))
        for group in state.keys:
            table = KeyTable(self._theme, group)
            self._key_tables.append(table)
            self._add(table)
        about = words_card(((state.version, ""), *(("", line) for line in state.about)))
        self._add(self._target(Part.ABOUT), about, self._about)

    def _add_signs(self, state: HelpState) -> None:
        if state.cards:
            self._add(Heading(self.tr("Worried about your baby?"), "section"))
        for signs in state.cards:
            card = CareCard(self._theme, signs.urgency)
            card.show_signs(signs.heading, signs.signs)
            self._targets[CARD_PARTS[signs.urgency]] = card.heading
            self._add(card)
        if state.intro:
            self._add(Heading(self.tr("About these signs"), "section"))
            notes = Bullets(self._theme)
            notes.show_items([("", line) for line in state.intro])
            self._add(notes)

    def _add_hard(self, state: HelpState) -> None:
        if state.hard_now:
            steps = Bullets(self._theme, numbered=True, kind="section", gap=16)
            steps.show_items([("", step) for step in state.hard_now])
            self._add(self._target(Part.HARD), steps, *([self._notes] if self._notes is not None else []))

    def _add_services(self, state: HelpState) -> None:
        self._add(self._target(Part.SERVICES))
        if state.numbers_checked:
            self._add(Words(state.numbers_checked))
        self._add(*map(ServiceCard, state.services), self._own)
        if state.contacts:
            bring = self.tr("From the diary:")
            self._add(self._target(Part.CONTACTS), *(ContactCard(each, bring) for each in state.contacts))

    def _target(self, part: Part) -> Heading:
        heading = Heading(self._part_names()[part], "section")
        heading.setContentsMargins(0, 12, 0, 0)
        self._targets[part] = heading
        return heading

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            if widget is self._jumps:
                self._column.addWidget(widget)
            else:
                self._column.addLayout(column(widget, margins=(BODY, 0, BODY, 0)))

    def _part_names(self) -> dict[Part, str]:
        return {
            Part.HARD: self.tr("This is hard right now"),
            Part.EMERGENCY: self.tr("Emergency"),
            Part.URGENT: self.tr("Urgent advice"),
            Part.SOON: self.tr("Not urgent"),
            Part.SERVICES: self.tr("People to call"),
            Part.CONTACTS: self.tr("Health visitor contacts"),
            Part.SHARING: self.tr("Sharing this computer"),
            Part.USING: self.tr("How to use Bond Diary"),
            Part.SHORTCUTS: self.tr("Keyboard shortcuts"),
            Part.ABOUT: self.tr("About Bond Diary"),
        }

    def _fit(self) -> None:
        self._text.setMaximumWidth(self._theme.look.px(LINE))


def _within(layout: QLayout | None) -> list[QWidget | QLayout]:
    return [] if layout is None else parts_of(layout)
