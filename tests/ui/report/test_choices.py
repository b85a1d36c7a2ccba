"""What was chosen comes back as it was; what is about the baby is in no settings."""

from dataclasses import fields
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.period import Period
from bonddiary.report.request import USUAL, NameShown, Section
from bonddiary.system.settings import Settings
from bonddiary.ui.pages.report.choices import (
    Choices,
    Span,
    choices_from,
    draft_of,
    settings_of,
    with_one,
    with_section,
)

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
IDS = st.frozensets(st.text(max_size=5), max_size=4)
CHOICES = st.builds(
    Choices,
    span=st.sampled_from(Span),
    custom=st.none() | st.tuples(DAYS, DAYS).map(lambda days: Period(min(days), max(days))),
    name=st.sampled_from(NameShown),
    sections=st.frozensets(st.sampled_from(Section)),
    notes=IDS,
    without=IDS,
    without_days=st.frozensets(DAYS, max_size=3),
    carers=st.booleans(),
    purpose=st.text(max_size=9),
    coping=st.text(max_size=9),
    language=st.sampled_from(["", "en", "en-US"]),
    grey=st.booleans(),
    large=st.booleans(),
    left_out=IDS,
)


@given(CHOICES)
def test_they_come_back_as_they_were(choices: Choices) -> None:
    kept = Settings(**settings_of(choices))  # type: ignore[arg-type]
    assert choices_from(kept, draft_of(choices)) == choices


def test_settings_hold_kinds_of_choice_alone() -> None:
    day = date(2026, 11, 3)
    said = Choices(
        custom=Period(day, day), notes=frozenset({"n1"}), without=frozenset({"e1"}), without_days=frozenset({day}),
        purpose="A chat", coping="Tired", left_out=frozenset({"q1"}),
    )  # fmt: skip
    assert settings_of(said) == settings_of(Choices())
    assert draft_of(said) != ""


def test_what_cant_be_read_is_as_it_usually_is() -> None:
    broken = Settings(report_span="never", report_name="loud", report_sections="plan nonsense")
    for draft in ("", "{", "[1]", '{"custom": ["x", "y"], "notes": 3, "days": ["2026-02-30"], "coping": 1}'):
        read = choices_from(broken, draft)
        assert read == Choices(sections=frozenset({Section.PLAN}))


def test_nothing_said_leaves_nothing_in_the_diary() -> None:
    assert draft_of(Choices(grey=True, sections=frozenset())) == ""
    assert settings_of(Choices())["report_sections"] == "usual"
    assert Choices().sections == USUAL
    names = {field.name for field in fields(Settings)}
    assert set(settings_of(Choices())) <= names


def test_one_more_or_one_less() -> None:
    assert with_one(frozenset("ab"), "c", True) == frozenset("abc")
    assert with_one(frozenset("ab"), "b", False) == frozenset("a")
    less = with_section(Choices(), Section.PLAN, False)
    assert less.sections == USUAL - {Section.PLAN}
    assert with_section(less, Section.PLAN, True).sections == USUAL
