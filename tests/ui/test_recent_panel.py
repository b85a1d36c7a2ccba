"""Tonight's list beside the board: every word is there, in as many lines as it takes."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.analysis.names import Names
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.moment import Settle
from bonddiary.ui.delegates.recent import RecentDelegate
from bonddiary.ui.models.entry_row import EntryRow, row_of
from bonddiary.ui.pages.log.recent_panel import RecentPanel
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.look import BODY
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.letters import letters
from tests.builders import cue_keys, moment


@pytest.fixture
def rows(catalog: Catalog) -> tuple[EntryRow, ...]:
    """A short one and the longest there are."""
    names = Names(catalog)
    short = moment(cues=cue_keys("rooting"))
    longest = max(catalog.cues.values(), key=lambda cue: len(cue.name)).key
    tried = tuple(sorted(catalog.responses, key=lambda key: -len(catalog.responses[key].name))[:3])
    outcome = max(catalog.outcomes.values(), key=lambda each: len(each.name)).key
    full = replace(
        moment(cues=cue_keys(longest, "rooting")),
        responses=tried, outcome=outcome, settle=Settle.in_minutes(22), about=True,
    )  # fmt: skip
    return row_of(short, names), row_of(full, names)


@pytest.mark.parametrize("size", [100, 200])
def test_no_word_is_left_out(
    qtbot: QtBot, robin: Session, theme: Theme, rows: tuple[EntryRow, ...], size: int
) -> None:
    theme.wear()
    robin.change_settings(text_size=size)
    panel = RecentPanel(theme)
    qtbot.addWidget(panel)
    panel.render_state(LogState(recent=rows))
    panel.resize(panel.width(), 900)
    panel.show()
    delegate = panel._list.itemDelegate()
    assert isinstance(delegate, RecentDelegate)
    heights = [panel._list.visualRect(panel._model.index(n, 0)).height() for n in range(2)]
    assert heights[0] < heights[1]
    width = panel._list.viewport().width() - theme.look.px(50)
    for row in rows:
        name, told, after = delegate._lines(row, width)
        assert " ".join(name) == row.title
        assert " ".join(told) == " · ".join(part for part in (row.time, row.tried) if part)
        assert " ".join(after) == row.outcome
        if size == 100:
            assert all(letters(theme.look, BODY).advance(line) <= width for line in name)
