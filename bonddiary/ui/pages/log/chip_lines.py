"""The chips of a saved moment: what was tried, in its order, and what happened next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from bonddiary.domain.moment import Settle
from bonddiary.ui.pages.log.saved import Saved
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, empty, holding
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.plain import plain_name
from bonddiary.ui.widgets.press import CheckChip, PushChip, RadioChip

Press = Callable[..., object]
Chip = CheckChip | RadioChip | PushChip


class ChipLines(QObject):
    """Makes them anew when others are offered; the keyboard stays on the chip it was on."""

    response_pressed = Signal(str)
    outcome_pressed = Signal(str)
    settle_chosen = Signal(object)
    other_asked = Signal()
    """Something was tried that no chip names."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offered: tuple[tuple[str, ...], ...] = ()
        self._picked = ""
        """The chip whose menu was chosen from, as long as that is acted on."""
        self._tried, self._then = FlowLayout(gap=2), FlowLayout(gap=2)
        self.tried, self.then = holding(self._tried), holding(self._then)
        self.tried.setAccessibleName(self.tr("What was tried"))
        self.then.setAccessibleName(self.tr("What happened next"))
        self.settle: PushChip
        """Made with the others."""

    def fill(self, saved: Saved) -> bool:
        """Shows what is offered and what is chosen; says whether there are other chips than before."""
        offered = tuple(tuple(each.key for each in row) for row in (saved.tried, saved.then))
        fresh = offered != self._offered
        if fresh:
            self._offered = offered
            self._make(saved)
        self._mark(saved)
        return fresh

    def _make(self, saved: Saved) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and any(line.isAncestorOf(focused) for line in (self.tried, self.then))
        held = self._picked or (focused.property("key") if inside and focused is not None else "")
        empty(self._tried)
        empty(self._then)
        for tried in saved.tried:
            self._add(self._tried, CheckChip(self._theme, tried.name), tried.key, self.response_pressed.emit)
        entries: list[tuple[str, object, Press]] = [
            (each.name, each.key, self.response_pressed.emit) for each in saved.more_tried
        ]
        own = (self.tr("In your own words…"), None, lambda _value: self.other_asked.emit())
        more = self._menu(self.tr("More…"), [*entries, own])
        more.setAccessibleName(self.tr("More… that was tried"))
        self._keep(self._tried, more, "more-tried")
        for then in saved.then:
            chip = RadioChip(self._theme, then.name, f"mark-{then.mark}")
            self._add(self._then, chip, then.key, self.outcome_pressed.emit)
        more = self._menu(
            self.tr("More…"), [(each.name, each.key, self.outcome_pressed.emit) for each in saved.more_then]
        )
        more.setAccessibleName(self.tr("More… that happened next"))
        self._keep(self._then, more, "more-then")
        choices = (*saved.settle_choices, ("Not noted", None))
        self.settle = self._menu("", [(self.tr(words), each, self._choose_settle) for words, each in choices])
        self._keep(self._then, self.settle, "settle")
        if held:
            self._focus(str(held))

    def _mark(self, saved: Saved) -> None:
        chosen = {tried.key: tried.number for tried in saved.tried} | {
            then.key: int(then.chosen) for then in saved.then
        }
        for chip in self.tried.findChildren(CheckChip):
            number = chosen.get(chip.property("key"), 0)
            chip.setChecked(bool(number))
            chip.show_number(number)
            chip.setAccessibleDescription(self.tr("tried number {0}").format(number) if number else "")
        for radio in self.then.findChildren(RadioChip):
            radio.show_checked(bool(chosen.get(radio.property("key"), 0)))
        words = saved.settle or self.tr("in how long…")
        if saved.settle_timed:
            words = self.tr("in {0}").format(saved.settle)
        self.settle.setText(words)
        spoken = self.tr("Settled {0}").format(words) if saved.settle_timed or not saved.settle else words
        self.settle.setAccessibleName(spoken)

    def _add(self, flow: FlowLayout, chip: CheckChip | RadioChip, key: str, act: Press) -> None:
        chip.clicked.connect(lambda: act(key))
        self._keep(flow, chip, key)

    def _keep(self, flow: FlowLayout, chip: Chip, key: str) -> None:
        """Puts a chip in its line; by its key the keyboard finds it again when the chips are made anew."""
        chip.setProperty("key", key)
        chip.set_compact(True)  # beside the panel, too, they fit in one row
        flow.addWidget(chip)
        chip.show()  # the layout would do so later: the keyboard couldn't go there yet, nor could it be measured

    def _menu(self, text: str, entries: list[tuple[str, object, Press]]) -> PushChip:
        chip = PushChip(self._theme, text)
        menu = QMenu(chip)
        for words, value, act in entries:
            action = menu.addAction(plain_name(words))
            action.triggered.connect(lambda _=False, value=value, act=act: self._pick(chip, act, value))
        chip.setMenu(menu)
        return chip

    def _pick(self, chip: PushChip, act: Press, value: object) -> None:
        """The menu may still have the keyboard, which goes back to the chip, also to one made anew."""
        self._picked = str(chip.property("key"))
        act(value)
        self._picked = ""

    def _choose_settle(self, settle: Settle | None) -> None:
        self.settle_chosen.emit(settle)

    def _focus(self, key: str) -> None:
        lines: tuple[QWidget, ...] = (self.tried, self.then)
        for line in lines:
            for chip in line.findChildren(QWidget):
                if chip.property("key") == key and chip.isVisibleTo(line.window()):
                    chip.setFocus()
                    return
        shown = next((line for line in lines if not line.isHidden() and line.isVisible()), self.tried)
        focus_first(shown)
