"""What typing into the table does, without a window."""

from datetime import timedelta

import pytest

from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.pages.catch_up.state import Field
from bonddiary.ui.session import Session
from tests.builders import ROBIN, care_draft, cue_keys, moment_draft, when
from tests.ui.catch_up.conftest import Wall
from tests.ui.catch_up.made import NIGHTS, entries, paint


class TestTable:
    @pytest.fixture
    def row(self, robin: Session, presenter: CatchUpPresenter) -> str:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40")))
        presenter.refresh()
        return presenter.state.rows[0].key

    def test_each_cell_changes_the_entry(self, robin: Session, presenter: CatchUpPresenter, row: str) -> None:
        for field, text in (
            (Field.TIME, "1:50am"),
            (Field.WHAT, "Yawning, rooting"),
            (Field.TRIED, "fed, then rocked"),
            (Field.THEN, "Settled"),
            (Field.IN, "25 min"),
            (Field.NOTE, "by the window"),
        ):
            presenter.type_cell(row, field, text)
        (saved,) = robin.diary.moments(ROBIN.id, NIGHTS)
        assert saved.at == when("2026-11-16T01:50")
        assert saved.cues == cue_keys("yawning", "rooting")
        assert saved.responses[0] == "r-feed-responsive"
        assert (len(saved.responses), saved.outcome, saved.note) == (2, "out-settled", "by the window")
        assert saved.settle is not None
        assert saved.settle.minutes == 25
        assert [cell.text for cell in presenter.state.rows[0].cells][:2] == ["1:50am", "Yawning and rooting"]
        for _ in range(6):
            robin.diary.undo()
        assert robin.diary.moments(ROBIN.id, NIGHTS)[0].at == when("2026-11-16T01:40")

    @pytest.mark.parametrize(
        ("field", "text"),
        [
            (Field.TIME, "9am"),
            (Field.TIME, "3:00 to 1:00am"),
            (Field.WHAT, "flbg"),
            (Field.WHAT, ""),
            (Field.TRIED, "flbg"),
            (Field.IN, "soon"),
            (Field.IN, "2000"),
        ],
    )
    def test_what_cannot_be_is_refused_in_the_cell_and_stays_there(
        self, robin: Session, presenter: CatchUpPresenter, row: str, field: Field, text: str
    ) -> None:
        before = entries(robin)
        presenter.type_cell(row, field, text)
        cell = presenter.state.rows[0].cells[field]
        assert cell.text == text
        assert cell.problem
        assert entries(robin) == before
        presenter.refresh()
        assert presenter.state.rows[0].cells[field] == cell
        assert presenter.unsaved() == "A row in the table isn’t finished. What is typed there isn’t saved."

    def test_a_future_end_is_refused(self, robin: Session, presenter: CatchUpPresenter, wall: Wall) -> None:
        robin.diary.log_care(
            care_draft(kind=CareKind.SLEEP, at=when("2026-11-16T01:00"), until=when("2026-11-16T03:00"))
        )
        wall.now = when("2026-11-16T03:30")
        presenter.refresh()
        presenter.type_cell(presenter.state.rows[0].key, Field.TIME, "2:00am")
        assert presenter.state.rows[0].cells[Field.TIME].problem.startswith("Its end would be in the future.")

    def test_another_start_keeps_the_length(self, robin: Session, presenter: CatchUpPresenter) -> None:
        paint(presenter, "sleep", "01:00", "03:00")
        presenter.type_cell(presenter.state.rows[0].key, Field.TIME, "1:30am")
        assert presenter.state.rows[0].cells[Field.TIME].text == "1:30 to 3:30am"

    def test_a_private_note_is_not_shown_and_not_typed_over(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        robin.diary.log(moment_draft(at=when("2026-11-16T01:40"), note="between us", private=True))
        presenter.refresh()
        cell = presenter.state.rows[0].cells[Field.NOTE]
        assert (cell.text, cell.editable) == ("Private note", False)

    def test_a_new_row_is_saved_once_it_says_what_and_when(
        self, robin: Session, presenter: CatchUpPresenter
    ) -> None:
        presenter.add_row()
        presenter.type_cell("", Field.NOTE, "half asleep")
        presenter.type_cell("", Field.WHAT, "sleep")
        assert not entries(robin)
        presenter.type_cell("", Field.TIME, "3am to 1am")
        assert presenter.state.rows[0].cells[Field.TIME].problem
        assert presenter.state.rows[0].cells[Field.WHAT].text == "sleep"
        presenter.type_cell("", Field.TIME, "1am to 3am")
        (saved,) = entries(robin)
        assert isinstance(saved, CareEvent)
        assert (saved.kind, saved.length, saved.note) == (CareKind.SLEEP, timedelta(hours=2), "half asleep")
        assert [row.key for row in presenter.state.rows] == [saved.id]

    def test_rows_are_deleted_and_a_new_one_given_up(
        self, robin: Session, presenter: CatchUpPresenter, row: str
    ) -> None:
        presenter.delete(row)
        assert not entries(robin)
        presenter.add_row()
        presenter.delete("")
        assert not presenter.state.rows
