"""What the Timeline decides: finding, editing, deleting; on a real diary, also one of 100,000 entries."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareKind, Unit
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import BabyId, CueKey, OutcomeKey, new_id
from bonddiary.domain.moment import Intensity, Moment, Settle, State
from bonddiary.domain.records import Ref, ref_to
from bonddiary.store import entries as queries
from bonddiary.store.mapping import to_moment
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import Day, DayRow, TimelineModel
from bonddiary.ui.pages.timeline.presenter import TimelinePresenter
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.session import Session
from tests.builders import NOW, care, cue_keys, moment, own_word, response_keys, when


class Desk:
    """A presenter with a model, and no window."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.shown: list[TimelineState] = []
        self.loads = 0
        self.patched: list[date] = []
        self.model = TimelineModel(self._load)
        self.presenter = TimelinePresenter(
            session, self.shown.append, self.model.start, self._patch, self.model.day_of
        )
        session.diary_changed.connect(lambda change: self.presenter.on_change(change, True))

    def _load(self, before: date, count: int) -> Sequence[Day]:
        self.loads += 1
        return self.presenter.load(before, count)

    def _patch(self, days: Sequence[tuple[date, Day | None]]) -> None:
        self.patched += [day for day, _ in days]
        self.model.show_days(days)

    @property
    def state(self) -> TimelineState:
        return self.presenter.state

    def rows(self) -> list[EntryRow]:
        found = (self.model.index(n).data(ROW_ROLE) for n in range(self.model.rowCount()))
        return [each for each in found if isinstance(each, EntryRow)]

    def titles(self) -> list[str]:
        return [row.title for row in self.rows()]

    def open(self, ref: Ref) -> Moment:
        self.presenter.open(ref)
        entry = self.state.entry
        assert isinstance(entry, Moment)
        return entry


@pytest.fixture
def desk(robin: Session) -> Desk:
    robin.diary.bring_in(
        [
            moment(at=when("2026-11-16T20:00"), note="After the BATH, 100% calm"),
            moment(at=when("2026-11-16T19:00"), cues=cue_keys("hand-to-mouth"), private=True, note="mine"),
            moment(at=when("2026-11-15T10:00"), cues=cue_keys("yawning"), responses=response_keys("r-wind")),
            moment(at=when("2026-11-14T10:00"), cues=cue_keys("cooing"), outcome=OutcomeKey("out-settled")),
            care(at=when("2026-11-14T09:00"), note="left side"),
            care(at=when("2026-11-13T09:00"), kind=CareKind.NAPPY, until=None),
        ],
        "test",
    )
    made = Desk(robin)
    made.presenter.enter()
    return made


class TestFinding:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("bath", ["Rooting"]),
            ("100%", ["Rooting"]),
            ("fists to mouth", ["Hand to mouth"]),
            ("wind", ["Yawning"]),
            ("SETTLED", ["Cooing"]),
            ("nappy", ["Nappy"]),
            ("feed", ["Feed"]),
            ("left SIDE", ["Feed"]),
            ("_", []),
            ("flbg", []),
        ],
    )
    def test_by_note_synonym_response_outcome_and_care(
        self, desk: Desk, typed: str, found: list[str]
    ) -> None:
        desk.presenter.search(f" {typed} ")
        titles = {"Hand to mouth": self.name(desk, "hand-to-mouth"), "Cooing": self.name(desk, "cooing")}
        assert desk.titles() == [titles.get(each, each) for each in found]

    def test_letters_beyond_english_are_found_in_small_and_capital(self, desk: Desk) -> None:
        desk.session.diary.bring_in(
            [moment(at=NOW, note="Élodie sang"), moment(at=NOW, note="ÄNGSTLICH")], "test"
        )
        desk.presenter.search("élodie")
        assert [row.note for row in desk.rows()] == ["Élodie sang"]
        desk.presenter.search("ängstlich")
        assert [row.note for row in desk.rows()] == ["ÄNGSTLICH"]

    def test_a_family_shows_its_moments_alone(self, desk: Desk) -> None:
        desk.presenter.choose_family(Family.MOVEMENT)
        assert [row.family for row in desk.rows()] == [Family.MOVEMENT] * 2
        desk.presenter.search("bath")
        assert len(desk.rows()) == 1

    def test_all_cues_leaves_care_out(self, desk: Desk) -> None:
        desk.presenter.choose_family(None, care=False)
        assert len(desk.rows()) == 4

    def test_one_cue_and_back_to_everything(self, desk: Desk) -> None:
        desk.presenter.show_cue(CueKey("yawning"))
        assert desk.titles() == ["Yawning"]
        desk.presenter.clear()
        assert len(desk.rows()) == 6

    def test_own_words_are_found_by_name_and_family(self, desk: Desk) -> None:
        word = own_word("Fish face")
        desk.session.diary.add(word)
        desk.session.diary.bring_in([moment(at=NOW, cues=(CueKey(word.id),))], "test")
        desk.presenter.search("fish")
        assert desk.titles() == ["Fish face"]
        desk.presenter.clear()
        desk.presenter.choose_family(Family.FACE)
        assert desk.titles() == ["Fish face", "Yawning"]

    def test_another_babys_entries_stay_out(self, desk: Desk) -> None:
        twin = Baby(id=BabyId(new_id()), nickname="Wren")
        desk.session.diary.bring_in([twin, moment(baby=twin.id, at=NOW)], "test")
        desk.presenter.clear()
        assert len(desk.rows()) == 6

    def test_a_private_note_is_not_shown(self, desk: Desk) -> None:
        assert "mine" not in [row.note for row in desk.rows()]
        assert "Private note" in [row.note for row in desk.rows()]

    @staticmethod
    def name(desk: Desk, key: str) -> str:
        return desk.session.catalog.cues[CueKey(key)].name


class TestEmpty:
    def test_a_new_diary_offers_to_log(self, session: Session) -> None:
        desk = Desk(session)
        desk.presenter.enter()
        assert (desk.state.empty, desk.state.empty_offers) == (
            "Your moments will show here, newest first.",
            "log",
        )

    def test_no_match_offers_everything(self, desk: Desk) -> None:
        desk.presenter.search("vomit")
        assert (desk.state.empty, desk.state.empty_offers) == ("Nothing matches “vomit”.", "clear")
        desk.presenter.clear()
        assert (desk.state.empty, desk.state.text) == ("", "")

    def test_an_empty_family_is_no_search(self, desk: Desk) -> None:
        desk.presenter.choose_family(Family.CRYING)
        assert (desk.state.empty, desk.state.empty_offers) == ("Nothing of this kind is noted.", "clear")

    def test_the_first_moment_fills_it_and_undo_empties_it(self, robin: Session) -> None:
        desk = Desk(robin)
        desk.presenter.enter()
        robin.diary.bring_in([moment(at=NOW)], "test")
        assert (desk.state.empty, len(desk.rows())) == ("", 1)
        robin.diary.undo()
        assert (desk.state.empty_offers, desk.rows()) == ("log", [])


EDITS: list[dict[str, Any]] = [
    {"at": when("2026-11-15T20:10"), "until": None},
    {"about": True},
    {"until": when("2026-11-16T20:30")},
    {"note": "other words"},
    {"private": True},
    {"cues": cue_keys("rooting", "yawning")},
    {"responses": response_keys("r-wind", "r-hold")},
    {"outcome": OutcomeKey("out-partly")},
    {"settle": Settle.in_minutes(10)},
    {"state": State.DROWSY},
    {"intensity": Intensity.HIGH},
]


class TestEditing:
    @pytest.mark.parametrize("changes", EDITS, ids=lambda changes: next(iter(changes)))
    def test_one_field_is_one_step_and_is_in_the_diary(self, desk: Desk, changes: dict[str, Any]) -> None:
        before = desk.open(desk.rows()[0].ref)
        desk.presenter.edit(**changes)
        assert desk.session.diary.moment(before.id) == replace(before, **changes) == desk.state.entry
        desk.session.diary.undo()
        assert desk.session.diary.moment(before.id) == before == desk.state.entry

    def test_a_care_events_amount_and_unit(self, desk: Desk) -> None:
        ref = next(row.ref for row in desk.rows() if row.title == "Feed")
        desk.presenter.open(ref)
        desk.presenter.edit(value=120.0)
        desk.presenter.edit(unit=Unit.ML)
        row = next(row for row in desk.rows() if row.ref == ref)
        assert row.tried == "120 ml · 20 min"

    def test_nothing_changed_is_no_step(self, desk: Desk) -> None:
        entry = desk.open(desk.rows()[0].ref)
        desk.presenter.edit(note=entry.note)
        title = desk.session.diary.undo_title()
        assert title is not None
        assert title.verb == "import"

    def test_the_future_is_refused_in_words(self, desk: Desk) -> None:
        entry = desk.open(desk.rows()[0].ref)
        desk.presenter.edit(at=NOW.shifted(timedelta(minutes=1)))
        assert desk.state.problem == "That time is in the future. Did you mean an earlier day?"
        assert desk.session.diary.moment(entry.id) == entry == desk.state.entry

    def test_an_end_in_the_future_is_refused_in_words(self, desk: Desk) -> None:
        entry = desk.open(desk.rows()[0].ref)
        desk.presenter.edit(until=NOW.shifted(timedelta(hours=2)))
        assert "future" in desk.state.problem
        assert desk.session.diary.moment(entry.id).until is None

    def test_what_cannot_be_is_refused_in_words(self, desk: Desk) -> None:
        entry = desk.open(desk.rows()[0].ref)
        desk.presenter.edit(until=entry.at.shifted(-timedelta(minutes=1)))
        assert "end is before the start" in desk.state.problem
        desk.presenter.edit(cues=())
        assert "at least one cue" in desk.state.problem

    def test_another_day_moves_it_and_patches_both(self, desk: Desk) -> None:
        ref = desk.rows()[0].ref
        loads = desk.loads
        desk.open(ref)
        desk.presenter.edit(at=when("2026-11-14T12:00"))
        assert set(desk.patched) == {date(2026, 11, 16), date(2026, 11, 14)}
        assert desk.model.day_of(ref) == date(2026, 11, 14)
        assert desk.loads == loads
        heading = desk.model.index(0).data(ROW_ROLE)
        assert isinstance(heading, DayRow)
        assert heading.count == "1 moment"


class TestDeleting:
    def test_goes_at_once_and_undo_brings_it_back(self, desk: Desk) -> None:
        ref = desk.rows()[0].ref
        desk.open(ref)
        desk.presenter.delete()
        assert ref not in [row.ref for row in desk.rows()]
        assert (desk.state.entry, desk.state.deleted) == (None, "Rooting, 8:00pm")
        desk.presenter.undo()
        assert desk.rows()[0].ref == ref
        assert desk.state.deleted == ""

    def test_its_undo_brings_back_what_it_names(self, desk: Desk) -> None:
        """Also when something else was done since: that is not what the line is about."""
        gone, other = desk.rows()[0].ref, desk.rows()[1].ref
        desk.open(gone)
        desk.presenter.delete()
        desk.open(other)
        desk.presenter.edit(outcome=OutcomeKey("out-settled"))
        if desk.state.deleted:
            desk.presenter.undo()
            assert gone in [row.ref for row in desk.rows()]
        assert desk.open(other).outcome == "out-settled"

    def test_the_line_goes_when_it_was_taken_back_from_the_menu(self, desk: Desk) -> None:
        desk.open(desk.rows()[0].ref)
        desk.presenter.delete()
        desk.session.diary.undo()
        assert len(desk.rows()) == 6
        assert desk.state.deleted == ""

    def test_deleted_elsewhere_the_editor_closes(self, desk: Desk) -> None:
        entry = desk.open(desk.rows()[0].ref)
        desk.session.diary.delete(ref_to(entry))
        assert desk.state.entry is None


class TestLongDiary:
    """100,000 moments over 10 years, written straight into the file."""

    COUNT, A_DAY = 100_000, 27

    @pytest.fixture
    def desk(self, robin: Session, monkeypatch: pytest.MonkeyPatch) -> Desk:
        robin.diary.bring_in([moment("first", at=NOW)], "test")
        with robin.diary._database.write() as session:
            for table, owner in (("moment", "id"), ("moment_cue", "moment")):
                columns = (
                    session.execute(text(f"SELECT name FROM pragma_table_info('{table}')")).scalars().all()
                )
                made = {
                    owner: "printf('%06d', n)",
                    "at": f"at - n * {86_400_000_000 // self.A_DAY}",
                    "day": f"date(day, '-' || (n / {self.A_DAY}) || ' days')",
                }
                chosen = ", ".join(f"{made[name]} AS {name}" if name in made else name for name in columns)
                session.execute(
                    text(
                        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c "
                        f"WHERE n < {self.COUNT}) INSERT INTO {table} ({', '.join(columns)}) "
                        f"SELECT {chosen} FROM {table}, c WHERE {owner} = 'first'"
                    )
                )
        self.read = 0

        def counted(*arguments: Any) -> Moment:
            self.read += 1
            return to_moment(*arguments)

        monkeypatch.setattr(queries, "to_moment", counted)
        return Desk(robin)

    def test_opens_finds_and_patches_by_reading_a_few_days(self, desk: Desk) -> None:
        desk.presenter.enter()
        assert self.read <= 16 * self.A_DAY
        assert len(desk.rows()) <= 15 * self.A_DAY
        self.read = 0
        desk.presenter.search("nuzzling")
        assert 0 < self.read <= 16 * self.A_DAY
        desk.presenter.search("")
        self.read, loads = 0, desk.loads
        desk.open(desk.rows()[3].ref)
        desk.presenter.edit(note="x")
        assert self.read <= 3 * self.A_DAY
        assert desk.loads == loads
