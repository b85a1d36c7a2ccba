"""The part of the editor's form that belongs to care events: the same fields as in the strip on Log."""

from PySide6.QtWidgets import QWidget

from bonddiary.analysis.names import Names
from bonddiary.domain.care import OWN_KIND, CareEvent
from bonddiary.domain.catalog import Catalog
from bonddiary.ui.care.fields import CareFields
from bonddiary.ui.pages.timeline.form import EntryForm
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import label


class CareForm:
    """Details, amount and unit; and, to read alone, what else came with a file."""

    def __init__(self, theme: Theme, catalog: Catalog, form: EntryForm, parent: QWidget) -> None:
        self._form, tr = form, form.tr
        self.fields = CareFields(theme, parent, Names(catalog))
        self.fields.changed.connect(form.sent)
        self._others = label("", "quiet", wrap=True)
        self._rows = {
            name: form.put(self.fields.labels[name], widget) for name, widget in self.fields.details.items()
        }
        self._rows["value"] = form.put(tr("Amount"), self.fields.value)
        self._rows["unit"] = form.put(tr("Unit"), self.fields.unit)
        self._rows["others"] = form.put(tr("Details"), self._others)
        for widget, send in self.fields.typed():
            form.when_typed(widget, send)
        form.settle_with(self.fields.unit)

    def hide(self) -> None:
        """Shows none of its rows."""
        self._show(())

    def show_event(self, event: CareEvent, before: CareEvent | None) -> None:
        """Fills in what isn't as it was `before`; None: all of it."""
        shown = self.fields.show_event(event, None, anew=before is None)
        others = [pair for pair in event.details if pair[0] not in shown and pair[0] != OWN_KIND]
        self._others.setText("\n".join(f"{name}: {value}" for name, value in others))
        self._show(
            (*shown, *(["unit"] if "value" in shown else []), *(["others"] if self._others.text() else []))
        )

    def _show(self, shown: tuple[str, ...]) -> None:
        for name, widget in self._rows.items():
            self._form.setRowVisible(widget, name in shown)
