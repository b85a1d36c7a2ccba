"""The part of the editor's form that belongs to moments."""

from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.analysis.names import Names
from bonddiary.domain.catalog import FAMILY_NAMES, Catalog, Family
from bonddiary.domain.moment import Intensity, Moment, Settle, State
from bonddiary.ui.models.settle_choices import settle_choices
from bonddiary.ui.pages.timeline.chips import ChipRow
from bonddiary.ui.pages.timeline.choices import INTENSITY_NAMES
from bonddiary.ui.pages.timeline.form import EntryForm
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.layout import label


class MomentForm:
    """What was noticed, what was tried, what happened next; and what was logged before it."""

    def __init__(self, theme: Theme, catalog: Catalog, form: EntryForm, note: QLineEdit) -> None:
        """`note` is every entry's; its row stands before those that are private or come before."""
        self._form, tr = form, form.tr
        self._names = Names(catalog)
        self.cues = ChipRow(theme, tr("a cue"), least=1)
        self.cues.changed.connect(lambda keys: form.send(cues=keys))
        for family in Family:
            cues = catalog.of_family(family)
            self.cues.offer([(cue.key, cue.name) for cue in cues], tr(FAMILY_NAMES[family]))
        self.tried = ChipRow(theme, tr("what you tried"), numbered=True)
        self.tried.changed.connect(lambda keys: form.send(responses=keys))
        self.tried.offer([(key, r.name) for key, r in catalog.responses.items() if not r.retired])
        outcomes = [(outcome.name, key) for key, outcome in catalog.outcomes.items()]
        states = [(self._names.state(state), state) for state in State]
        strengths = [(INTENSITY_NAMES[each], each) for each in Intensity]
        self.then = form.choice(tr("Then"), outcomes, "outcome")
        self.settle = form.choice(tr("In how long"), settle_choices(catalog), "settle")
        self._offered = self.settle.count()
        self.state = form.choice(tr("Baby was"), states, "state")
        self.intensity = form.choice(tr("How strong"), strengths, "intensity")
        self.private = Check(theme, tr("Private note"))
        self.private.clicked.connect(lambda on: form.send(private=on))
        self._before = label("", "quiet", wrap=True)
        self._before.setToolTip(tr("From what is logged in the 24 hours before"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Noticed"), self.cues),
            (tr("Tried"), self.tried),
            (tr("Then"), self.then),
            (tr("In"), self.settle),
            (tr("Baby was"), self.state),
            (tr("How strong"), self.intensity),
        )
        self._rows = [form.put(name, widget) for name, widget in rows]
        form.put(tr("Note"), note)
        self._rows.append(form.put("", self.private))
        self._context_row = form.put(tr("Before it"), self._before)

    def show(self, *, shown: bool) -> None:
        """Shows its rows, or none of them."""
        for widget in self._rows:
            self._form.setRowVisible(widget, shown)
        if not shown:
            self._form.setRowVisible(self._context_row, False)

    def show_context(self, words: str) -> None:
        """What was logged before the moment; blank for nothing to say."""
        self._before.setText(words)
        self._form.setRowVisible(self._context_row, bool(words))

    def show_moment(self, moment: Moment, before: Moment | None, names: Names) -> None:
        """Fills in what isn't as it was `before`; None: all of it."""
        self._names = names
        self.cues.show_keys([(cue, names.cue(cue)) for cue in moment.cues])
        self.tried.show_keys([(key, names.response(key)) for key in moment.responses])
        if before is None or before.settle != moment.settle:
            self._show_settle(moment.settle)
        for choice, name in ((self.then, "outcome"), (self.state, "state"), (self.intensity, "intensity")):
            if before is None or getattr(before, name) != getattr(moment, name):
                choice.show_value(getattr(moment, name))
        self.private.setChecked(moment.private)

    def _show_settle(self, settle: Settle | None) -> None:
        """A time that isn't on offer, from a file or another place, joins the list for as long as it is shown."""
        while self.settle.count() > self._offered:
            self.settle.removeItem(self.settle.count() - 1)
        if settle is not None and self.settle.findData(settle) < 0:
            self.settle.addItem(self._names.settle(settle), settle)
        self.settle.show_value(settle)
