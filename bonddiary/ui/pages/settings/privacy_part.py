"""The part of Settings that shows what is on this computer, who may read it, and that nothing is sent."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.settings.privacy_presenter import PrivacyPresenter, PrivacyState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.reading import Selectable, WordButton
from bonddiary.ui.widgets.words import Heading, Words


class PrivacyPart(QWidget):
    """Words, and the paths as one text to select."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.presenter = PrivacyPresenter(session.paths, self._render, lambda words: announce(self, words))
        self._network, self._look, self._warning = Words(), Words(kind="caption"), Words()
        self._files = Selectable(theme, self.tr("What is on this computer"))
        self._others, self._command = Words(), Words(kind="caption")
        self._copy = WordButton(theme, self.tr("Copy all of this"), "plain")
        self._copy.clicked.connect(self._copy_text)
        self._again = WordButton(theme, self.tr("Look again"), "plain")
        self._again.clicked.connect(self._look_again)
        self._empty = WordButton(theme, self.tr("Empty the log"), "plain")
        self._empty.clicked.connect(self._empty_log)
        buttons = FlowLayout(gap=8)
        for each in (self._copy, self._again, self._empty):
            buttons.addWidget(each)
        self.setLayout(
            column(
                self._network,
                self._look,
                Heading(self.tr("On this computer"), "strong"),
                self._warning,
                self._files,
                Heading(self.tr("Other people"), "strong"),
                self._others,
                holding(buttons),
                self._command,
                gap=8,
            )
        )
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self._files, self._copy, self._again, self._empty)

    def _render(self, state: PrivacyState) -> None:
        self._network.say(state.network)
        self._look.say(state.look)
        self._warning.say(state.warning)
        self._warning.setVisible(bool(state.warning))
        self._files.say(state.files)
        self._others.say(" ".join(state.others))
        self._command.say(self.tr("The same in a terminal: {0}").format(state.command))
        if self._empty.hasFocus() and not state.has_log:
            self._again.setFocus()
        self._empty.setVisible(state.has_log)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.presenter.text())
        announce(self, self.tr("Copied."))

    def _look_again(self) -> None:
        self.presenter.refresh()
        announce(self, self.presenter.state.network)

    def _empty_log(self) -> None:
        self.presenter.empty_log()

    def _fit(self) -> None:
        self._warning.show_ink(self._theme.look.tokens.problem)
