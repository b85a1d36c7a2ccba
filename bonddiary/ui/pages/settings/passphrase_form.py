"""The form of Settings in which a passphrase, a label or a recovery key is typed: one form, of which parts are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bonddiary.ui.pages.settings.passphrase_state import Asking, PassphraseState, Typed
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, frame, label
from bonddiary.ui.widgets.passphrase_field import PassphraseField
from bonddiary.ui.widgets.reading import Selectable, WordButton
from bonddiary.ui.widgets.words import Heading, Words

WITH_NEW = (Asking.SET, Asking.ADD, Asking.CHANGE)
WITH_OLD = (Asking.CHANGE, Asking.PLAIN)


class PassphraseForm(QWidget):
    """Hidden until something is asked."""

    submitted = Signal(object)
    """All that was typed: a Typed."""
    left = Signal()
    weighed = Signal(str)
    words_asked = Signal()
    print_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown = PassphraseState()
        self._heading = Heading("", "strong")
        self._lead = Words()
        self._old = PassphraseField(theme, self.tr("The passphrase as it is now"))
        self._suggest = WordButton(theme, self.tr("Suggest words"), "plain")
        self._offered = Selectable(theme, self.tr("Suggested passphrase"))
        self._use = WordButton(theme, self.tr("Use these words"), "plain")
        self._new = PassphraseField(theme, self.tr("New passphrase"))
        self._strength = Words(kind="caption")
        self._again = PassphraseField(theme, self.tr("The new passphrase once more"))
        self._label_name = label(self.tr("Whose it is (may stay blank; it isn’t secret)"), "label", wrap=True)
        self._label = QLineEdit()
        self._label.setAccessibleName(self._label_name.text())
        self._key = Selectable(theme, self.tr("The recovery key"))
        self._print = WordButton(theme, self.tr("Print it…"), "plain")
        self._groups = (QLineEdit(), QLineEdit())
        self._group_names = (label("", "label", wrap=True), label("", "label", wrap=True))
        self._problem = label("", "problem", wrap=True)
        self._done = WordButton(theme, "", "primary")
        self._leave = WordButton(theme, "", "plain")
        self.setLayout(self._build())
        self._connect()
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        fields = (self._old, self._new, self._again)
        old, new, again = ((field.line, field.eye) for field in fields)
        return (
            *old, self._suggest, self._offered, self._use, *new, *again, self._label, self._key, self._print,
            *self._groups, self._done, self._leave,
        )  # fmt: skip

    def show_state(self, state: PassphraseState) -> None:
        """Shows what this form asks for now."""
        before, self._shown = self._shown, state
        asking = state.asking
        other = (asking, state.slot) != (before.asking, before.slot)
        if other:
            self.forget()
        self._heading.setText(self._headings().get(asking, ""))
        self._lead.say(self._leads(state).get(asking, ""))
        self._old.setVisible(asking in WITH_OLD)
        new = asking in WITH_NEW
        for part in (self._suggest, self._new, self._again):
            part.setVisible(new)
        self._suggest.setText(self.tr("Other words") if state.offered else self.tr("Suggest words"))
        for offered in (self._offered, self._use):
            offered.setVisible(new and bool(state.offered))
        self._offered.say(state.offered)
        self._strength.say(state.strength)
        self._strength.setVisible(new and bool(state.strength))
        self._label_name.setVisible(asking in (Asking.SET, Asking.ADD))
        self._label.setVisible(asking in (Asking.SET, Asking.ADD))
        self._show_recovery(state)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._done.setText(self.tr("A moment…") if state.busy else self._deeds().get(asking, self.tr("Done")))
        self._leave.setText(self.tr("Later") if asking is Asking.RECOVERY else self.tr("Cancel"))
        self.setVisible(asking is not Asking.NOTHING)
        if state.problem and state.problem != before.problem:
            announce(self, state.problem, urgent=True)
        if other and asking is not Asking.NOTHING:
            self._start(asking)

    def forget(self) -> None:
        """Nothing typed stays."""
        for field in (self._old, self._new, self._again):
            field.forget()
        for line in (self._label, *self._groups):
            line.clear()
        self._offered.say("")
        self._key.say("")

    def _show_recovery(self, state: PassphraseState) -> None:
        shown = state.asking is Asking.RECOVERY and bool(state.recovery)
        self._key.say("\n".join(f"{place}.  {group}" for place, group in enumerate(state.recovery, 1)))
        for place, line, name in zip(state.asked, self._groups, self._group_names, strict=True):
            name.setText(self.tr("Group {0}").format(place))
            line.setAccessibleName(name.text())
        for part in (self._key, self._print, *self._groups, *self._group_names):
            part.setVisible(shown)

    def _start(self, asking: Asking) -> None:
        first: QWidget = self._done
        if asking in WITH_OLD:
            first = self._old.line
        elif asking in WITH_NEW:
            first = self._new.line
        elif asking is Asking.RECOVERY:
            first = self._leave
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        typed = Typed(
            self._old.text(),
            self._new.text(),
            self._again.text(),
            self._label.text(),
            (self._groups[0].text(), self._groups[1].text()),
        )
        self.submitted.emit(typed)

    def _use_words(self) -> None:
        self._new.line.setText(self._shown.offered)
        self._new.show_letters(True)
        self.weighed.emit(self._shown.offered)
        self._again.line.setFocus()

    def _connect(self) -> None:
        self._done.clicked.connect(self._submit)
        self._leave.clicked.connect(self.left)
        self._suggest.clicked.connect(self.words_asked)
        self._use.clicked.connect(self._use_words)
        self._print.clicked.connect(self.print_asked)
        self._new.edited.connect(lambda: self.weighed.emit(self._new.text()))
        for field in (self._old, self._new, self._again):
            field.entered.connect(self._submit)
        for line in (self._label, *self._groups):
            line.returnPressed.connect(self._submit)

    def _build(self) -> QVBoxLayout:
        suggest, deeds = FlowLayout(gap=8), FlowLayout(gap=8)
        for button in (self._suggest, self._use):
            suggest.addWidget(button)
        for button in (self._done, self._leave):
            deeds.addWidget(button)
        groups = [part for pair in zip(self._group_names, self._groups, strict=True) for part in pair]
        inside = column(
            self._heading,
            self._lead,
            self._old,
            self._offered,
            holding(suggest),
            self._new,
            self._strength,
            self._again,
            self._label_name,
            self._label,
            self._key,
            self._print,
            *groups,
            self._problem,
            holding(deeds),
            gap=8,
            margins=(14, 12, 14, 12),
        )
        return column(frame("aside", inside))

    def _headings(self) -> dict[Asking, str]:
        return {
            Asking.SET: self.tr("Set a passphrase"),
            Asking.ADD: self.tr("A passphrase for another carer"),
            Asking.CHANGE: self.tr("Change a passphrase"),
            Asking.REMOVE: self.tr("Remove one way in"),
            Asking.PLAIN: self.tr("Take the passphrase away"),
            Asking.RECOVERY: self.tr("A recovery key on paper"),
        }

    def _leads(self, state: PassphraseState) -> dict[Asking, str]:
        whose = state.whose or self.tr("this")
        return {
            Asking.SET: self.tr(
                "It is asked for whenever Bond Diary opens. Nobody can open the diary without it, not even us. "
                "A recovery key on paper comes next."
            ),
            Asking.ADD: self.tr("Each passphrase opens the whole diary. Nobody needs to share theirs."),
            Asking.CHANGE: self.tr("The diary and its other ways in stay as they are."),
            Asking.REMOVE: self.tr("The way in of {0} won’t open this diary any more.").format(whose),
            Asking.PLAIN: self.tr(
                "Anyone who uses this computer account could read the diary then. Its backups open without one too."
            ),
            Asking.RECOVERY: self.tr(
                "It opens the diary if the passphrase is forgotten. Print it or write it down, and keep it safe. "
                "Then type 2 of its groups here, so that you know your sheet can be read."
            ),
        }

    def _deeds(self) -> dict[Asking, str]:
        return {
            Asking.SET: self.tr("Lock the diary with it"),
            Asking.ADD: self.tr("Add it"),
            Asking.CHANGE: self.tr("Change it"),
            Asking.REMOVE: self.tr("Remove it"),
            Asking.PLAIN: self.tr("Take it away"),
            Asking.RECOVERY: self.tr("It is on paper"),
        }
